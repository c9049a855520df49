"""What this SyncDesk was installed with, and how it is started again from there."""

import os
import sys
import time
from pathlib import Path

import pytest

from syncdesk.model.errors import SetupError
from syncdesk.model.schedule import Schedule
from syncdesk.settings.autostart import DesktopEntry, autostart
from syncdesk.settings.package import Package, PackageKind, this_package
from syncdesk.settings.system_scheduler import Entry, Systemd, system_scheduler

ID = "io.github.syncdesk.SyncDesk"
MOUNT = "/tmp/.mount_SyncDeAbC123"
APPIMAGE = {"APPIMAGE": "/home/ann/Büro/SyncDesk.AppImage", "APPDIR": MOUNT}


def test_from_source_python_is_started() -> None:
    package = this_package({}, "/srv/venv/bin/python", frozen=False)
    assert package == Package(PackageKind.SOURCE, ("/srv/venv/bin/python", "-m", "syncdesk"))
    assert this_package().command == (sys.executable, "-m", "syncdesk")


def test_a_folder_is_its_program() -> None:
    package = this_package({}, "/usr/lib/syncdesk/syncdesk", frozen=True)
    program = "/usr/lib/syncdesk/syncdesk"
    assert package == Package(PackageKind.FOLDER, (program,), Path(program))
    assert not package.updates_itself


def test_an_appimage_is_started_by_its_file_not_from_its_mount() -> None:
    """The mount is gone when it ends, and has another name the next time."""
    package = this_package(APPIMAGE, f"{MOUNT}/usr/lib/syncdesk/syncdesk", frozen=True)
    file = APPIMAGE["APPIMAGE"]
    assert package == Package(PackageKind.APPIMAGE, (file,), Path(file))


@pytest.mark.parametrize(
    ("program", "frozen", "kind"),
    [
        ("/usr/lib/syncdesk/syncdesk", True, PackageKind.FOLDER),
        (f"{MOUNT}X/usr/lib/syncdesk/syncdesk", True, PackageKind.FOLDER),
        ("/usr/bin/python3", False, PackageKind.SOURCE),
    ],
)
def test_started_from_somebody_elses_appimage_it_is_none(
    program: str, frozen: bool, kind: PackageKind
) -> None:
    """A terminal that came as an AppImage hands its variables to whatever is started in it."""
    assert this_package(APPIMAGE, program, frozen).kind is kind


def test_a_flatpak_is_started_from_outside_its_sandbox() -> None:
    package = this_package({"FLATPAK_ID": ID}, "/app/lib/syncdesk/syncdesk", frozen=True)
    assert package == Package(PackageKind.FLATPAK, ("flatpak", "run", "--command=syncdesk", ID))
    assert package.updates_itself


def test_a_flatpak_starts_with_the_desktop_from_the_desktops_own_folder(tmp_path: Path) -> None:
    inside = {"HOME": str(tmp_path), "FLATPAK_ID": ID, "XDG_CONFIG_HOME": str(tmp_path / ".var/app/x/config")}
    for environ, folder in (
        (inside, tmp_path / ".config"),
        ({**inside, "HOST_XDG_CONFIG_HOME": str(tmp_path / "other")}, tmp_path / "other"),
    ):
        entry = autostart(environ)
        assert isinstance(entry, DesktopEntry)
        entry.turn(True)
        text = (folder / "autostart" / "syncdesk.desktop").read_text("utf-8")
        assert f'Exec="flatpak" "run" "--command=syncdesk" "{ID}" "--tray"\n' in text
        entry.turn(False)
        assert not entry.is_on()
    assert not (tmp_path / ".var").exists()


def test_a_flatpak_says_that_it_cannot_run_while_it_is_closed() -> None:
    scheduler = system_scheduler({"FLATPAK_ID": ID})
    entry = Entry("c1", "Acme", Schedule(every=30), "", ("flatpak",))
    with pytest.raises(SetupError) as caught:
        scheduler.install(entry)
    assert caught.value.field == "while_closed"
    assert "tray" in caught.value.remedy
    assert not scheduler.is_installed("c1")
    scheduler.remove("c1")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="systemd is Linux's")
def test_elsewhere_the_systems_own_scheduler_is_used() -> None:
    assert isinstance(system_scheduler({}), Systemd)
    assert isinstance(system_scheduler(APPIMAGE), Systemd)


@pytest.mark.skipif(sys.platform == "win32", reason="sessions are Unix's")
def test_the_other_one_is_started_with_its_words_and_goes_on(tmp_path: Path) -> None:
    said = tmp_path / "said"
    program = (
        "import os, pathlib, sys; file = pathlib.Path(sys.argv[1]); part = file.with_suffix('.part'); "
        "part.write_text('|'.join([*sys.argv[2:], str(os.getsid(0) == os.getpid()), "
        "os.environ['PYINSTALLER_RESET_ENVIRONMENT']])); part.replace(file)"
    )
    Package(PackageKind.FOLDER, (sys.executable, "-c", program)).start([str(said), "demo", "--style", "a b"])
    end = time.monotonic() + 30
    while not said.exists():
        assert time.monotonic() < end
        os.sched_yield()
    assert said.read_text("utf-8") == "demo|--style|a b|True|1"


def test_one_that_is_gone_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Package(PackageKind.FOLDER, (str(tmp_path / "gone"),)).start([])
