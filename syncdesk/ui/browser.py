"""Opens an address in the person's own browser. Used by signing in and by 'View in …' of the detail pane."""

import os
import sys
from collections.abc import MutableMapping

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_address(address: str) -> bool:
    """Open a web address; False if it is none, or if no browser could be started: then show the address."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme() not in ("https", "http"):
        return False
    if getattr(sys, "frozen", False) and sys.platform.startswith("linux"):
        give_back_library_path(os.environ)
    return QDesktopServices.openUrl(url)


def give_back_library_path(environment: MutableMapping[str, str]) -> None:
    """Let programs started from here find the system's libraries again. A bundle made by PyInstaller sets
    LD_LIBRARY_PATH to its own folder, and a browser that loads those libraries does not start."""
    before = environment.pop("LD_LIBRARY_PATH_ORIG", "")
    environment.pop("LD_LIBRARY_PATH", None)
    if before:
        environment["LD_LIBRARY_PATH"] = before
