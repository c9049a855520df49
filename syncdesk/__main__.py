"""The entry of SyncDesk: `syncdesk` and `python -m syncdesk`. Brings the command line and the window
together."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from syncdesk.app.late_desk import LateDesk
from syncdesk.cli.output import has_display
from syncdesk.model.errors import SetupError

if TYPE_CHECKING:  # loading it would keep a person waiting for the window
    from syncdesk.ui.desk_port import DeskPort

_WINDOW_WORDS = {"--tray", "--first-paint"}
"""Words beside which there may be no other where only the window is wanted."""


class _Window:
    """The window, imported only when it is wanted: Qt takes longer to load than most commands take."""

    def show(self, desk: "DeskPort", connection: str | None) -> int:
        with _qt_told_plainly():
            from syncdesk.ui.main import run_window
        return run_window(desk, sys.argv, connection)

    def picture(self, desk: "DeskPort", connection: str, path: Path) -> None:
        if sys.platform == "linux":
            # A picture needs no screen, and must not flash on one.
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        with _qt_told_plainly():
            from syncdesk.ui.picture import save_picture
        save_picture(desk, connection, path)


@contextmanager
def _qt_told_plainly() -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        raise SetupError(
            "The window cannot be opened: a system library that Qt needs is missing.",
            "On Debian and Ubuntu: sudo apt-get install libgl1 libegl1 libxkbcommon0 libdbus-1-3 "
            "libfontconfig1 libglib2.0-0 libxcb-cursor0 libxkbcommon-x11-0",
            str(error),
        ) from error


def main(arguments: Sequence[str] | None = None) -> int:
    """Run SyncDesk with these arguments (default: those of the process) and return the exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    window = _Window()
    if _WINDOW_WORDS.issuperset(words) and (has_display() or os.environ.get("QT_QPA_PLATFORM")):
        try:
            return window.show(LateDesk(), None)
        except SetupError:
            pass  # the command line meets it again, and says so in plain words
    from syncdesk.app.desk import open_desk
    from syncdesk.cli.main import run_command_line

    return run_command_line(words, open_desk, window)


if __name__ == "__main__":
    sys.exit(main())
