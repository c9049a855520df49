"""The entry of SyncDesk: `syncdesk` and `python -m syncdesk`. Brings the command line and the window
together."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from syncdesk.app.desk import Desk, open_desk
from syncdesk.cli.main import run_command_line
from syncdesk.model.errors import SetupError


class _Window:
    """The window, imported only when it is wanted: Qt takes longer to load than most commands take."""

    def show(self, desk: Desk, connection: str | None) -> int:
        with _qt_told_plainly():
            from syncdesk.ui.main import run_window
        return run_window(desk, sys.argv, connection)

    def picture(self, desk: Desk, connection: str, path: Path) -> None:
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
    return run_command_line(sys.argv[1:] if arguments is None else arguments, open_desk, _Window())


if __name__ == "__main__":
    sys.exit(main())
