"""`syncdesk --selftest` as a program of its own: a whole installation passes, a damaged one does not, and
nothing of the person is touched."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import syncdesk
from tests.end_to_end.program import Program

PACKAGE = Path(syncdesk.__file__).parent


def test_a_whole_installation_passes_and_leaves_nothing_behind(tmp_path: Path) -> None:
    program = Program(tmp_path / "home")
    done = subprocess.run(
        [*program.command(), "--selftest"],
        capture_output=True,
        text=True,
        env={**program.environment(), "TMPDIR": str(tmp_path)},
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for line in (
        "parts loaded",
        "sample company: 151 found",
        "writes nothing",
        "window was drawn",
        "is whole",
    ):
        assert line in done.stderr
    assert done.stdout == ""
    assert not (tmp_path / "home").exists()
    assert not list(tmp_path.glob("syncdesk-selftest-*"))


@pytest.mark.parametrize("missing", ["resources/demo/northgate.gnucash", "syncdesk/engine/plan.py"])
def test_a_damaged_installation_does_not_pass(tmp_path: Path, missing: str) -> None:
    for part in ("syncdesk", "resources"):
        shutil.copytree(PACKAGE.parent / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / missing).unlink()
    program = Program(tmp_path / "home")
    done = subprocess.run(
        [sys.executable, "-m", "syncdesk", "--selftest"],
        capture_output=True,
        text=True,
        env={**program.environment(), "PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
        timeout=120,
        check=False,
    )
    assert done.returncode != 0
    assert "is whole" not in done.stderr
