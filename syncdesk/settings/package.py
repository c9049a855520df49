"""How this SyncDesk came to this computer, and so how it is started again and what may replace it. Used by
autostart, the system's scheduler and app/wiring.py."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class PackageKind(StrEnum):
    """What a SyncDesk was installed with."""

    SOURCE = "source"
    """Python runs it from a checkout or a virtual environment."""
    FOLDER = "folder"
    """The bundle as a folder: the Debian package, the Windows installer, the macOS app."""
    APPIMAGE = "appimage"
    """One file, mounted while it runs: what lies in the mount is gone afterwards."""
    FLATPAK = "flatpak"
    """A sandbox: programs of the system and its scheduler are out of reach."""


@dataclass(frozen=True, slots=True)
class Package:
    """`command` starts this program from outside, without a console; `file` is what an update replaces, None
    where updates do not touch what runs."""

    kind: PackageKind
    command: tuple[str, ...]
    file: Path | None = None

    @property
    def updates_itself(self) -> bool:
        """True if what it was installed with keeps it up to date."""
        return self.kind is PackageKind.FLATPAK

    def start(self, words: Sequence[str]) -> None:
        """Start another one, which goes on when this one ends. Raises OSError."""
        # The first tells a bundle of PyInstaller that this is a program of its own, no part of ours.
        environment = {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"}
        subprocess.Popen(
            [*self.command, *words],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )


def this_package(
    environ: Mapping[str, str] = os.environ, executable: str = sys.executable, frozen: bool | None = None
) -> Package:
    """The package that this program came with. `frozen` None = as Python says.

    Flatpak sets FLATPAK_ID. An AppImage sets APPIMAGE (the file) and APPDIR (the mount) for whatever it
    starts, so it is ours only if we lie in the mount."""
    program = Path(executable)
    if environ.get("FLATPAK_ID"):
        command = ("flatpak", "run", "--command=syncdesk", environ["FLATPAK_ID"])
        return Package(PackageKind.FLATPAK, command)
    if not (getattr(sys, "frozen", False) if frozen is None else frozen):
        windowless = program.with_name("pythonw.exe")  # else a console flashes up at every look
        python = windowless if sys.platform == "win32" and windowless.exists() else program
        return Package(PackageKind.SOURCE, (str(python), "-m", "syncdesk"))
    file, mount = environ.get("APPIMAGE", ""), environ.get("APPDIR", "")
    if file and mount and program.is_relative_to(mount):
        return Package(PackageKind.APPIMAGE, (file,), Path(file))
    return Package(PackageKind.FOLDER, (executable,), program)
