"""Entries of the systems' schedulers: read by the systems' own tools where they are here, and installed
through commands that are stand-ins for theirs (BBK-23)."""

import os
import plistlib
import shutil
import stat
import subprocess
import sys
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

from syncdesk.model.errors import SetupError
from syncdesk.model.schedule import Schedule, next_time
from syncdesk.model.zones import company_zone
from syncdesk.settings.system_scheduler import (
    Entry,
    Launchd,
    Systemd,
    TaskScheduler,
    entry_of,
    launchd_agent,
    systemd_units,
    windows_task,
)

ODD = '50 % of Müller & Søn "<GmbH>"\n$HOME'
ODD_PATH = '/programs/Sync Desk/$x 100%/py"thon'
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
SCHEDULES = [Schedule(every=n) for n in (1, 7, 15, 30, 45, 60, 90, 240, 1440)] + [Schedule(daily=time(7, 30))]


def entry(schedule: Schedule, zone: str = "", name: str = "Acme") -> Entry:
    command = (sys.executable, "-m", "syncdesk", "schedule", "c1", "--run-due")
    return Entry("c1", name, schedule, zone, command, {"SYNCDESK_HOME": "/data/Sync Desk/100%"})


needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed here"
)


@needs_systemd
@pytest.mark.parametrize("schedule", SCHEDULES, ids=str)
def test_systemd_looks_at_every_time_of_the_schedule(schedule: Schedule) -> None:
    """What systemd itself makes of the calendar holds each time of the rule."""
    text = systemd_units(entry(schedule, "Europe/London"))["syncdesk-c1.timer"]
    calendar = next(line.partition("=")[2] for line in text.splitlines() if line.startswith("OnCalendar"))
    base = datetime(2026, 3, 27, 23, 59, 30, tzinfo=UTC)  # the clocks change two days later
    command = [
        "systemd-analyze",
        "calendar",
        f"--base-time={base:%Y-%m-%d %H:%M:%S} UTC",
        "--iterations=6000",
    ]
    done = subprocess.run(
        [*command, calendar], capture_output=True, text=True, check=False, env={**os.environ, "TZ": "UTC"}
    )
    if "iterations" in done.stderr or "base-time" in done.stderr:
        pytest.skip("this systemd-analyze is too old to list times")
    assert done.returncode == 0, done.stderr
    found = {
        datetime.strptime(" ".join(line.split(": ")[1].split()[1:3]), "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)
        for line in done.stdout.splitlines()
        if "UTC" in line and ("Next elapse" in line or "Iteration" in line or "Iter. #" in line)
    }
    moment, end = base, base + timedelta(days=4)
    while (moment := next_time(schedule, company_zone("Europe/London"), moment)) < end:
        assert moment in found


@needs_systemd
def test_systemd_accepts_the_units_whatever_the_names(tmp_path: Path) -> None:
    odd = Entry(
        "c1", ODD, Schedule(every=30), "", (sys.executable, "-m", ODD_PATH), {"SYNCDESK_HOME": ODD_PATH}
    )
    for name, text in systemd_units(odd).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *map(str, tmp_path.iterdir())],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SYSTEMD_LOG_LEVEL": "warning"},
    )
    complaints = [line for line in done.stderr.splitlines() if "syncdesk-c1" in line]
    assert not complaints


@needs_systemd
def test_systemd_passes_over_an_entry_whose_program_is_gone(tmp_path: Path) -> None:
    """Judged by systemd itself, with a path that it might read otherwise than we mean it."""
    program = tmp_path / 'Sync Desk $x 100% py"thon'
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    entry = Entry("c1", "Acme", Schedule(every=30), "", (str(program), "schedule"))
    (line,) = [
        line
        for line in systemd_units(entry)["syncdesk-c1.service"].splitlines()
        if line.startswith("ConditionFileIsExecutable=")
    ]
    for there in (True, False):
        done = subprocess.run(["systemd-analyze", "condition", line], capture_output=True, check=False)
        assert (done.returncode == 0) is there
        program.unlink(missing_ok=True)


def test_systemd_does_not_expand_what_stands_in_a_word() -> None:
    odd = Entry("c1", ODD, Schedule(every=30), "", (ODD_PATH, "a b"), {"X": ODD_PATH})
    service = systemd_units(odd)["syncdesk-c1.service"]
    assert 'ExecStart="/programs/Sync Desk/$$x 100%%/py\\"thon" "a b"\n' in service
    assert 'Environment="X=/programs/Sync Desk/$x 100%%/py\\"thon"\n' in service
    assert "Description=SyncDesk: payments of 50 %% of Müller" in service


@pytest.mark.parametrize("schedule", SCHEDULES, ids=str)
@pytest.mark.parametrize("zone", ["", "America/New_York"])
def test_launchd_looks_at_every_time_of_the_schedule(schedule: Schedule, zone: str) -> None:
    agent = plistlib.loads(launchd_agent(entry(schedule, zone, ODD)))
    assert agent["ProgramArguments"][1:] == ["-m", "syncdesk", "schedule", "c1", "--run-due"]
    assert agent["EnvironmentVariables"] == {"SYNCDESK_HOME": "/data/Sync Desk/100%"}
    moments = agent["StartCalendarInterval"]
    moment = datetime(2026, 3, 27, tzinfo=UTC)
    for _ in range(300):
        moment = next_time(schedule, company_zone(zone or "UTC"), moment)
        here = {"Hour": moment.hour, "Minute": moment.minute}
        assert any(all(here[key] == value for key, value in one.items()) for one in moments)


@pytest.mark.parametrize("schedule", SCHEDULES, ids=str)
@pytest.mark.parametrize("zone", ["", "America/New_York"])
def test_a_task_of_windows_looks_at_every_time_of_the_schedule(schedule: Schedule, zone: str) -> None:
    task = ElementTree.fromstring(windows_task(entry(schedule, zone, ODD)).partition("\n")[2])
    assert task.findtext(f".//{TASK}StartWhenAvailable") == "true"
    assert task.findtext(f".//{TASK}Description", "").startswith("SyncDesk: payments of 50 % of Müller & Søn")
    interval = task.findtext(f".//{TASK}Interval")
    if interval is None:
        assert task.findtext(f".//{TASK}StartBoundary") == "2026-01-01T07:30:00"
        assert schedule.daily is not None
        assert not zone
        return
    step = timedelta(minutes=int(interval.removeprefix("PT").removesuffix("M")))
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    moment = datetime(2026, 3, 27, tzinfo=UTC)
    for _ in range(300):
        moment = next_time(schedule, company_zone(zone or "UTC"), moment)
        assert not (moment - begin) % step


def test_a_task_of_windows_carries_the_place_of_the_state() -> None:
    odd = Entry(
        "c1",
        "Acme",
        Schedule(every=30),
        "",
        ("C:\\Program Files\\SyncDesk.exe", "x"),
        {"SYNCDESK_HOME": "D:\\a b"},
    )
    task = ElementTree.fromstring(windows_task(odd).partition("\n")[2])
    assert task.findtext(f".//{TASK}Command") == "cmd.exe"
    line = '/D /S /C "set "SYNCDESK_HOME=D:\\a b" && "C:\\Program Files\\SyncDesk.exe" x"'
    assert task.findtext(f".//{TASK}Arguments") == line


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Commands of the systems that note what they were called with, and refuse what is named in `refused`."""
    if sys.platform == "win32":
        pytest.skip("the stand-ins are shell scripts")
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("systemctl", "launchctl", "schtasks"):
        script = tools / name
        script.write_text(
            f'#!/bin/sh\necho "{name} $*" >> "{tmp_path}/called"\n'
            f'if grep -qxF -- "$2" "{tmp_path}/refused" 2>/dev/null; then echo "not here" >&2; exit 1; fi\n'
        )
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


def called(system: Path) -> list[str]:
    file = system / "called"
    lines = file.read_text().splitlines() if file.exists() else []
    file.unlink(missing_ok=True)
    return lines


def test_systemd_is_told_and_told_off(system: Path) -> None:
    scheduler = Systemd(system / "units")
    assert not scheduler.is_installed("c1")
    scheduler.remove("c1")
    assert called(system) == []
    scheduler.install(entry(Schedule(every=30)))
    assert scheduler.is_installed("c1")
    assert called(system)[1:] == [
        "systemctl --user daemon-reload",
        "systemctl --user enable syncdesk-c1.timer",
        "systemctl --user restart syncdesk-c1.timer",
    ]
    scheduler.install(entry(Schedule(every=45)))
    assert "0/15" in (system / "units" / "syncdesk-c1.timer").read_text()
    scheduler.remove("c1")
    assert not list((system / "units").iterdir())


@pytest.mark.parametrize("refused", ["show-environment", "daemon-reload", "enable", "restart"])
def test_nothing_is_left_behind_where_systemd_refuses(system: Path, refused: str) -> None:
    (system / "refused").write_text(f"{refused}\n")
    script = system / "tools" / "systemctl"
    script.write_text(script.read_text())
    scheduler = Systemd(system / "units")
    with pytest.raises(SetupError) as caught:
        scheduler.install(entry(Schedule(every=30)))
    assert caught.value.field == "while_closed"
    assert not scheduler.is_installed("c1")
    assert not list((system / "units").glob("*"))


def test_without_systemd_the_command_for_another_scheduler_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SetupError, match="--run-due"):
        Systemd(tmp_path / "units").install(entry(Schedule(every=30)))


def test_launchd_is_told_and_told_off(system: Path) -> None:
    scheduler = Launchd(system / "agents")
    scheduler.install(entry(Schedule(daily=time(7, 30))))
    assert scheduler.is_installed("c1")
    assert called(system)[-1].endswith("agents/syncdesk-c1.plist")
    scheduler.remove("c1")
    assert not scheduler.is_installed("c1")
    assert called(system) == [f"launchctl bootout gui/{os.getuid()}/syncdesk-c1"]


def test_windows_is_told_and_told_off(system: Path) -> None:
    scheduler = TaskScheduler()
    scheduler.install(entry(Schedule(every=30)))
    assert called(system)[0].startswith("schtasks /Create /F /TN SyncDesk\\syncdesk-c1 /XML ")
    scheduler.remove("c1")
    assert called(system)[-1] == "schtasks /Delete /F /TN SyncDesk\\syncdesk-c1"


def test_an_id_that_could_leave_the_folder_is_refused(tmp_path: Path) -> None:
    made = Entry("../../etc/x", "Acme", Schedule(every=30), "", ("x",))
    for scheduler in (Systemd(tmp_path), Launchd(tmp_path), TaskScheduler()):
        with pytest.raises(SetupError):
            scheduler.install(made)


def test_the_entry_starts_this_very_program_with_its_state(syncdesk_home: Path) -> None:
    made = entry_of("c1", "Acme", Schedule(every=30), "")
    assert made.environment == {"SYNCDESK_HOME": str(syncdesk_home)}
    done = subprocess.run(
        [*made.command[:-3], "--version"], capture_output=True, text=True, check=False, cwd="/"
    )
    assert done.stdout.startswith("SyncDesk ")
    assert made.command[-3:] == ("schedule", "c1", "--run-due")
