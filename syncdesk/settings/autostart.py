"""Starting SyncDesk when the person signs in to this computer, in the tray where there is one: only by a
switch that the person turns. Per user, without an administrator. Built by app/wiring.py."""

import os
import plistlib
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from syncdesk.model.errors import SetupError
from syncdesk.settings.folders import HOME_VARIABLE, make_folder, moved_home, replace_file
from syncdesk.settings.package import PackageKind, this_package

_NAME = "SyncDesk"
_OPTION = "--tray"


class Autostart(Protocol):
    """What starts programs on one kind of system. Raises SetupError where it cannot be set."""

    def is_on(self) -> bool:
        """True if SyncDesk starts when the person signs in."""

    def turn(self, on: bool) -> None:
        """Turn it on or off; twice is once."""


def autostart(environ: Mapping[str, str] = os.environ) -> Autostart:
    """What starts programs on this system."""
    home, moved, package = (
        Path(environ.get("HOME") or Path.home()),
        moved_home(environ),
        this_package(environ),
    )
    if sys.platform == "win32":
        return RunKey(moved)
    if sys.platform == "darwin":
        return LaunchAgent(home / "Library" / "LaunchAgents", moved)
    # In the sandbox of a Flatpak the desktop's own folder has another name than the program's.
    variable = "HOST_XDG_CONFIG_HOME" if package.kind is PackageKind.FLATPAK else "XDG_CONFIG_HOME"
    config = Path(environ.get(variable) or home / ".config")
    return DesktopEntry(config / "autostart", moved, package.command)


class DesktopEntry:
    """The desktops of Linux: a file in the folder `autostart`, by the Desktop Application Autostart
    Specification."""

    def __init__(
        self, folder: Path, moved: Path | None = None, command: tuple[str, ...] | None = None
    ) -> None:
        self._file, self._moved = folder / "syncdesk.desktop", moved
        self._command = command or this_package().command

    def is_on(self) -> bool:
        """See :class:`Autostart`."""
        return self._file.exists()

    def turn(self, on: bool) -> None:
        """See :class:`Autostart`."""
        words = (*self._command, _OPTION)
        if self._moved is not None:
            words = ("env", f"{HOME_VARIABLE}={self._moved}", *words)
        command = " ".join(_desktop_word(word) for word in words)
        # TryExec: once the program is gone, desktops pass over what its package could not take along.
        there = self._command[0].replace("\\", "\\\\")
        text = (
            f"[Desktop Entry]\nType=Application\nName={_NAME}\nExec={command}\nTryExec={there}\n"
            "Terminal=false\n"
        )
        _set(self._file, text.encode() if on else None)


def _desktop_word(word: str) -> str:
    """An argument of Exec, quoted as the Desktop Entry Specification wants it: escaped once for the argument
    and once more for the string."""
    quoted = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in word)
    return f'"{quoted}"'.replace("\\", "\\\\").replace("%", "%%")


class LaunchAgent:
    """macOS: an agent that is started once at sign-in."""

    def __init__(self, folder: Path, moved: Path | None = None) -> None:
        self._file, self._moved = folder / "syncdesk-window.plist", moved

    def is_on(self) -> bool:
        """See :class:`Autostart`."""
        return self._file.exists()

    def turn(self, on: bool) -> None:
        """See :class:`Autostart`."""
        agent: dict[str, Any] = {
            "Label": "syncdesk-window",
            "ProgramArguments": [*this_package().command, _OPTION],
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        if self._moved is not None:
            agent["EnvironmentVariables"] = {HOME_VARIABLE: str(self._moved)}
        _set(self._file, plistlib.dumps(agent) if on else None)


class RunKey:
    """Windows: a value below the person's own key `Run`."""

    _KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"

    def __init__(self, moved: Path | None = None) -> None:
        self._moved = moved

    def is_on(self) -> bool:
        """See :class:`Autostart`."""
        registry = _registry()
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, self._KEY) as key:
                registry.QueryValueEx(key, _NAME)
        except OSError:
            return False
        return True

    def turn(self, on: bool) -> None:
        """See :class:`Autostart`. The registry knows no variables, so a moved home cannot be started so."""
        if on and self._moved is not None:
            raise SetupError(
                f"Windows cannot start a SyncDesk whose state was moved with {HOME_VARIABLE}.",
                "Put a file of your own into the folder Startup that sets it.",
            )
        registry = _registry()
        try:
            with registry.CreateKey(registry.HKEY_CURRENT_USER, self._KEY) as key:
                if on:
                    line = subprocess.list2cmdline([*this_package().command, _OPTION])
                    registry.SetValueEx(key, _NAME, 0, registry.REG_SZ, line)
                elif self.is_on():
                    registry.DeleteValue(key, _NAME)
        except OSError as error:
            raise SetupError("Windows refused the entry.", "Ask who looks after it.", str(error)) from error


def _registry() -> Any:
    import winreg  # Windows only

    return winreg


def _set(file: Path, content: bytes | None) -> None:
    try:
        if content is None:
            file.unlink(missing_ok=True)
        else:
            make_folder(file.parent)
            replace_file(file, content)
    except OSError as error:
        raise SetupError(
            f"The file {file} cannot be changed.", "Give yourself the right to.", str(error)
        ) from error
