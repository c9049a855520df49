"""dev.py says what is missing, in one line that can be typed, and leaves what is there alone (D20)."""

import subprocess
import sys
from pathlib import Path

import pytest

import dev

ROOT = Path(dev.__file__).parent


def test_an_old_python_is_named_with_the_way_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 12))
    with pytest.raises(SystemExit) as left:
        dev.require_python()
    assert left.value.code == 2
    assert "needs Python 3.11 or newer" in capsys.readouterr().err


def test_missing_libraries_are_one_line_to_type(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who is not root gets the exact apt-get line, with just the packages that are missing."""
    monkeypatch.setattr(dev, "loads", lambda name: name not in {"libGL.so.1", "libxcb-cursor.so.0"})
    monkeypatch.setattr(dev, "may_install", lambda: False)
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(SystemExit) as left:
        dev.install_system_libraries(screen=True)
    assert left.value.code == 2
    assert (
        "    sudo apt-get install -y --no-install-recommends libgl1 libxcb-cursor0\n"
        in capsys.readouterr().err
    )


def test_libraries_of_a_screen_are_not_asked_for_without_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "loads", lambda name: name != "libxcb-cursor.so.0")
    monkeypatch.setattr(dev, "may_install", lambda: False)
    dev.install_system_libraries(screen=False)


def test_a_system_without_apt_hears_the_names_of_the_libraries(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "loads", lambda name: name != "libEGL.so.1")
    monkeypatch.setattr(dev, "may_install", lambda: False)
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit):
        dev.install_system_libraries(screen=False)
    assert "libEGL.so.1" in capsys.readouterr().err


def test_missing_gnucash_does_not_stop_the_tests(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "has_gnucash", lambda: False)
    monkeypatch.setattr(dev, "may_install", lambda: False)
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    dev.install_gnucash()
    said = capsys.readouterr().err
    assert "will be skipped" in said
    assert "apt-get install -y --no-install-recommends gnucash python3-gnucash libdbd-sqlite3" in said


def test_a_missing_browser_does_not_stop_the_tests(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The tests of signing in are then skipped, and the line that brings a browser is told."""
    monkeypatch.setattr(dev, "may_install", lambda: False)
    monkeypatch.setattr(dev.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    dev.install_browser()
    said = capsys.readouterr().err
    assert "will be skipped" in said
    assert "apt-get install -y --no-install-recommends chromium\n" in said


def test_a_browser_that_is_there_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}" if "chrome" in name else None)
    monkeypatch.setattr(dev, "install_with_apt", lambda packages, reason: asked.extend(packages))
    dev.install_browser()
    assert (asked, capsys.readouterr().err) == ([], "")


def test_a_python_without_venv_names_the_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fresh Debian has a python3 that cannot make virtual environments."""
    monkeypatch.setattr(dev, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(dev, "may_install", lambda: False)
    with pytest.raises(SystemExit):
        dev.make_environment()
    assert "sudo apt-get install -y --no-install-recommends python3-venv" in capsys.readouterr().err


def test_what_is_installed_is_left_alone_until_something_changes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The packages are installed once for each state of pyproject.toml and requirements.lock."""
    commands: list[list[str]] = []
    project = tmp_path / "pyproject.toml"
    project.write_text("one", "utf-8")
    stamp = tmp_path / "stamp"
    monkeypatch.setattr(dev, "PROJECT", project)
    monkeypatch.setattr(dev, "STAMP", stamp)
    monkeypatch.setattr(dev, "environment_works", lambda: True)
    monkeypatch.setattr(dev, "run_or_stop", lambda command, trouble: commands.append(command))
    dev.install_packages()
    assert len(commands) == 2
    assert "--require-hashes" in commands[0]
    dev.install_packages()
    assert len(commands) == 2
    project.write_text("two", "utf-8")
    dev.install_packages()
    assert len(commands) == 4


def test_one_failing_check_fails_the_whole_and_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    """Every check runs, and the last line says which of them failed."""
    good, bad = ["-c", "print('ran')"], ["-c", "raise SystemExit(3)"]
    assert dev.report({"lint": bad, "tests": good}) == 1
    out, err = capfd.readouterr()
    assert "ran" in out
    assert err.splitlines()[-1].startswith("dev: FAILED: lint (of lint, tests;")
    assert dev.report({"tests": good}) == 0
    assert capfd.readouterr().err.splitlines()[-1].startswith("dev: ALL GOOD: tests (")


def test_words_a_command_has_no_use_for_are_refused() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "dev.py", "check", "everything"], capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "everything" in done.stderr
