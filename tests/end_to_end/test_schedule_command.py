"""`syncdesk schedule`: BBK-04, BBK-23, F-38, as a program of its own."""

import os
import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.end_to_end.program import Program
from tests.generated_books import MAPPING, write_book, write_job_database

COUNT = 8


@dataclass(frozen=True, slots=True)
class HomeProgram(Program):
    """A SyncDesk whose person has a home, and commands of the system that only note what they are told."""

    more: Mapping[str, str] | None = None

    def environment(self) -> dict[str, str]:
        return Program.environment(self) | dict(self.more or {})


@pytest.fixture
def program(tmp_path: Path) -> HomeProgram:
    write_book(tmp_path / "books.gnucash", COUNT)
    write_job_database(tmp_path / "jobs.sqlite", COUNT)
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("systemctl", "launchctl", "schtasks"):
        script = tools / name
        script.write_text(f'#!/bin/sh\necho "{name} $*" >> "{tmp_path}/called"\n')
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    made = HomeProgram(tmp_path / "state", more={"HOME": str(tmp_path / "person"), "PATH": path})
    assert made.add("Acme", tmp_path / "books.gnucash", tmp_path / "jobs.sqlite", MAPPING).code == 0
    return made


def test_a_schedule_is_set_shown_paused_and_taken_away(program: HomeProgram) -> None:
    first = program("schedule", "Acme")
    assert first.code == 0
    assert (first.json["automatic"], first.json["schedule"], first.json["next_run"]) == (True, "off", None)
    assert program("schedule", "Acme", "--every", "30").json["schedule"] == "every 30"
    assert program("schedule", "Acme", "--daily", "7:05").json["schedule"] == "daily 07:05"
    paused = program("schedule", "Acme", "--pause").json
    assert (paused["automatic"], paused["schedule"]) == (False, "daily 07:05")
    assert program("schedule", "Acme", "--resume").json["automatic"] is True
    assert program("company", "show", "Acme").json["schedule"] == "daily 07:05"
    assert program("schedule").json[0]["awaits_first_run"] is True
    assert program("schedule", "Acme", "--off").json["schedule"] == "off"


def test_what_is_due_is_run_and_nothing_else(program: HomeProgram) -> None:
    """Before the first run of a person nothing is; after it, at its next minute."""
    program("schedule", "Acme", "--every", "1")
    assert program("schedule", "--run-due").json == []
    assert program("sync", "Acme", "--since", "month", "--yes").code == 0
    connection = program("company", "show", "Acme").json["id"]
    coming = program("schedule", "Acme").json["next_run"]
    assert coming is not None
    for _ in range(200):  # each look takes a moment of its own; a minute passes in them
        answer = program("schedule", connection, "--run-due")
        assert answer.code == 0
        if answer.json:
            break
    assert answer.json[0]["result"] == "success"
    assert answer.json[0]["started_at"] >= coming
    assert program("history", "Acme").json[0]["trigger"] == "schedule"


@pytest.mark.parametrize(
    "wrong",
    [
        ("Acme", "--every", "0"),
        ("Acme", "--every", "soon"),
        ("Acme", "--daily", "26:00"),
        ("Acme", "--install"),
        ("Nobody", "--every", "5"),
        ("--every", "5"),
        ("Acme", "--every", "5", "--daily", "07:00"),
    ],
)
def test_what_cannot_be_is_refused(program: HomeProgram, wrong: tuple[str, ...]) -> None:
    answer = program("schedule", *wrong)
    assert answer.code == 2
    assert answer.json["error"]["remedy"]
    assert program("schedule", "Acme").json["schedule"] == "off"


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the units of systemd")
def test_the_systems_scheduler_starts_the_program_with_its_state(
    program: HomeProgram, tmp_path: Path
) -> None:
    program("schedule", "Acme", "--every", "30")
    assert program("schedule", "Acme", "--install").json["while_closed"] is True
    units = tmp_path / "person" / ".config" / "systemd" / "user"
    (service,) = units.glob("*.service")
    assert f'Environment="SYNCDESK_HOME={tmp_path / "state"}"' in service.read_text()
    program("schedule", "Acme", "--remove")
    assert not list(units.iterdir())
