"""Opens an address in the person's own browser. Used by signing in and by 'View in …' of the detail pane."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_address(address: str) -> bool:
    """Open a web address; False if it is none, or if no browser could be started: then show the address."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme() not in ("https", "http"):
        return False
    return QDesktopServices.openUrl(url)
