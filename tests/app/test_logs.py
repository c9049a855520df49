"""The log never carries a secret, whatever form it comes in (F-44, D17)."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from syncdesk.app.logs import EARLIER_CRASH, RedactingFormatter, redacted, start_logging

SECRET = "s3cr3t-Zx9"


@pytest.mark.parametrize(
    "text",
    [
        f"Authorization: Bearer {SECRET}",
        f"{{'Authorization': 'Basic {SECRET}'}}",
        f'{{"access_token": "{SECRET}", "expires_in": 3600}}',
        f"refresh_token={SECRET}&grant_type=refresh_token",
        f"client_secret: {SECRET}",
        f"postgresql://anna:{SECRET}@server/jobs",
        f"GET /callback?code={SECRET}&state=1",
        f"password='{SECRET}'",
    ],
)
def test_secrets_are_removed(text: str) -> None:
    assert SECRET not in redacted(text)


def test_ordinary_lines_are_left_alone() -> None:
    line = "run 20260110-1: 12 of 15 invoices written, since 2026-01-03"
    assert redacted(line) == line


def test_tracebacks_are_cleared_too(tmp_path: Path) -> None:
    log = logging.Logger("redaction")
    file = tmp_path / "log"
    handler = logging.FileHandler(file, encoding="utf-8")
    handler.setFormatter(RedactingFormatter("%(message)s"))
    log.addHandler(handler)
    try:
        raise ValueError(f"cannot open postgresql://anna:{SECRET}@server/jobs")
    except ValueError:
        log.exception("the run failed")
    handler.close()
    written = file.read_text(encoding="utf-8")
    assert "Traceback" in written
    assert SECRET not in written


def test_there_is_one_log_however_many_homes_were_opened(tmp_path: Path) -> None:
    """Else each line would be written once for every home that this process has ever opened."""
    first, second = tmp_path / "one", tmp_path / "two"
    for folder in (first, second):
        folder.mkdir()
    start_logging(first)
    file = start_logging(second)
    logging.getLogger("syncdesk").info("only here")
    assert "only here" in file.read_text("utf-8")
    assert not (first / "syncdesk.log").exists()


CRASH = """
import ctypes, sys
from pathlib import Path
from syncdesk.app.logs import ended_well, watch_for_crashes
print(watch_for_crashes(Path(sys.argv[1])), end="", flush=True)
def went_wrong(how):
    if how == "well":
        ended_well()
    elif how == "crash":
        ctypes.string_at(0)
went_wrong(sys.argv[2])
"""


def window_that_ends(folder: Path, how: str) -> str:
    """What it was told of an earlier crash."""
    command = [sys.executable, "-c", CRASH, str(folder), how]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode != 0) == (how == "crash")
    return done.stdout


def test_the_next_window_is_told_where_the_last_one_was_brought_down(tmp_path: Path) -> None:
    assert window_that_ends(tmp_path, "crash") == ""
    told = window_that_ends(tmp_path, "well")
    assert "went_wrong" in told
    assert window_that_ends(tmp_path, "well") == ""  # told once
    assert "went_wrong" in (tmp_path / EARLIER_CRASH).read_text("utf-8")  # and kept for support


def test_who_was_killed_did_not_crash(tmp_path: Path) -> None:
    window_that_ends(tmp_path, "killed without a word")
    assert window_that_ends(tmp_path, "well") == ""


def test_a_window_that_was_never_watched_ends_without_a_trace(tmp_path: Path) -> None:
    """Its folders could not be read: there is nothing of ours to tidy up, in whatever folder."""
    mine = tmp_path / "crash.log"
    mine.write_text("of somebody else", encoding="utf-8")
    command = [sys.executable, "-c", "from syncdesk.app.logs import ended_well; ended_well()"]
    subprocess.run(command, cwd=tmp_path, env={**os.environ, "HOME": str(tmp_path)}, check=True)
    assert mine.read_text("utf-8") == "of somebody else"


def test_a_folder_that_cannot_be_written_keeps_nobody_from_working(tmp_path: Path) -> None:
    assert window_that_ends(tmp_path / "nowhere", "well") == ""
