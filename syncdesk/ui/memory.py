"""Remembers how a person arranged the window: geometry, columns, light or dark. Nothing that a run depends
on.

Kept in window.ini, in SYNCDESK_HOME if that is set, else where the system keeps settings of programs.
"""

import os
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from syncdesk.ui.theme import ThemeChoice


def window_memory() -> QSettings:
    """The open memory of the window."""
    home = os.environ.get("SYNCDESK_HOME")
    location = QStandardPaths.StandardLocation.GenericConfigLocation
    folder = Path(home) if home else Path(QStandardPaths.writableLocation(location)) / "SyncDesk"
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


def remembered_theme() -> ThemeChoice:
    """The look a person chose; what the desktop has if there is none."""
    value = str(window_memory().value("theme", ThemeChoice.SYSTEM.value))
    return ThemeChoice(value) if value in set(ThemeChoice) else ThemeChoice.SYSTEM


def remembered_language() -> str:
    """The language a person chose, such as 'de'; '' for that of the system."""
    return str(window_memory().value("language", ""))


def remember_language(code: str) -> None:
    """Keep the chosen language for the next start."""
    window_memory().setValue("language", code)


def remember_theme(choice: ThemeChoice) -> None:
    """Keep the chosen look for the next start."""
    window_memory().setValue("theme", choice.value)
