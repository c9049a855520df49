"""F-36: one run of a connection at a time on this computer, and a dead run blocks nobody."""

import os
import platform
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from syncdesk.model.errors import BusyError, SetupError
from syncdesk.settings.folders import Folders, folders
from syncdesk.settings.lease import lease

HOLDER = """
import sys
from syncdesk.settings.folders import folders
from syncdesk.settings.lease import lease
with lease(folders(), "c1"):
    print("holds", flush=True)
    sys.stdin.readline()
"""


def holder() -> subprocess.Popen[str]:
    """Another program that holds the lease of c1."""
    program = subprocess.Popen(
        [sys.executable, "-c", HOLDER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "holds\n"
    return program


def test_another_program_is_told_who_runs(syncdesk_home: Path) -> None:
    with holder() as other:
        with pytest.raises(BusyError, match="under way") as busy, lease(folders(), "c1"):
            pytest.fail("two runs at once")
        assert f"process {other.pid}" in busy.value.remedy
        assert f"on {platform.node()}" in busy.value.remedy
        assert "last sign of life was at" in busy.value.remedy
        with lease(folders(), "c2"):
            pass
        other.communicate("\n", timeout=30)
    with lease(folders(), "c1"):
        pass


def test_a_killed_run_frees_its_lease_at_once(syncdesk_home: Path) -> None:
    """However long ago it started: the system frees the lock, no age is looked at."""
    with holder() as other:
        os.kill(other.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        other.wait(30)
    assert (folders().leases / "c1.json").exists()  # it had no time to tidy up
    with lease(folders(), "c1"):
        pass


def test_the_same_program_cannot_run_twice_either(syncdesk_home: Path) -> None:
    """Window and a second thread of it."""
    with lease(folders(), "c1"), pytest.raises(BusyError), lease(folders(), "c1"):
        pytest.fail("two runs at once")
    with lease(folders(), "c1"):
        pass


@pytest.mark.parametrize("told", ["", "{", "{}", '{"user": "ann", "process": 1, "since": "then"}'])
def test_who_holds_it_may_be_unreadable(syncdesk_home: Path, told: str) -> None:
    with lease(folders(), "c1"):
        (folders().leases / "c1.json").write_text(told, "utf-8")
        with pytest.raises(BusyError) as busy, lease(folders(), "c1"):
            pytest.fail("two runs at once")
    assert busy.value.remedy == "Wait until it has ended, or stop it there."


def test_a_run_that_fails_frees_its_lease(syncdesk_home: Path) -> None:
    with pytest.raises(ZeroDivisionError), lease(folders(), "c1"):
        raise ZeroDivisionError
    with lease(folders(), "c1"):
        pass


def test_a_folder_that_cannot_be_used_says_so(tmp_path: Path) -> None:
    (tmp_path / "leases").write_text("a file", "utf-8")
    with (
        pytest.raises(SetupError, match="cannot be made"),
        lease(Folders(tmp_path, tmp_path, tmp_path), "c1"),
    ):
        pytest.fail("no lease without a folder")
