"""Whether the program on the disk is still the one that runs. An update puts other files in the place of ours
while a window is open; parts of a program that are loaded only when they are needed would then come from
another version than the rest. Built by app/wiring.py."""

from pathlib import Path

from syncdesk.model.errors import SetupError
from syncdesk.model.version import PROGRAM

Stamp = tuple[int, int]


class ProgramFile:
    """The file that holds this program (:attr:`Package.file`), as it was at the start; `path` None = nothing
    replaces what runs. A file of the same size and time is the same file: the
    same version was installed again."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._stamp = _stamp(path)

    def was_replaced(self) -> bool:
        """True once it is another file, or none."""
        return _stamp(self._path) != self._stamp

    def refuse_if_replaced(self) -> None:
        """Raises SetupError once it is another file: nothing may be written by a mixture of two versions."""
        if self.was_replaced():
            raise SetupError(
                "SyncDesk was updated or removed while it was open.",
                "Close SyncDesk and start it again. Nothing was written.",
                f"another file lies at {self._path}",
                PROGRAM,
            )


def _stamp(path: Path | None) -> Stamp | None:
    if path is None:
        return None
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
