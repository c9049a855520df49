"""The log: a rotating file whose every line is cleared of secrets before it is written. Set up once by
app/wiring.py."""

import faulthandler
import logging
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

from syncdesk.model.redaction import redacted

_FILE_SIZE, _FILES = 1_000_000, 5
_CRASH, EARLIER_CRASH = "crash.log", "crash-earlier.log"
_watching: list[TextIO] = []


class RedactingFormatter(logging.Formatter):
    """Formats, traceback included, and then removes secrets: the last thing before a line reaches the file
    (F-44)."""

    def format(self, record: logging.LogRecord) -> str:
        """The finished line without secrets."""
        return redacted(super().format(record))


class _LogFile(RotatingFileHandler):
    """Our own log file, told apart from the handlers of others."""


def start_logging(folder: Path) -> Path:
    """Write the log into this folder from now on, and nowhere else, and return the file."""
    file = folder / "syncdesk.log"
    root = logging.getLogger()
    for earlier in [handler for handler in root.handlers if isinstance(handler, _LogFile)]:
        if Path(earlier.baseFilename) == file.absolute():
            return file
        root.removeHandler(earlier)
        earlier.close()
    handler = _LogFile(file, maxBytes=_FILE_SIZE, backupCount=_FILES, encoding="utf-8", delay=True)
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    logging.getLogger("urllib3").setLevel(logging.INFO)  # its DEBUG lines print query strings
    return file


def watch_for_crashes(folder: Path) -> str:
    """Let Python write where it was if it is ever brought down by a library, and return what it wrote when an
    earlier window was, '' if none. That text is kept beside, for support. For the one window of a person
    only; a folder that cannot be written is watched for nothing."""
    file = folder / _CRASH
    try:
        left = file.read_text("utf-8", errors="replace").strip() if file.exists() else ""
        if left:
            (folder / EARLIER_CRASH).write_text(redacted(left) + "\n", "utf-8")
        _watching.append(file.open("w", encoding="utf-8"))
        faulthandler.enable(_watching[-1])
    except OSError as fault:
        logging.getLogger("syncdesk").warning("crashes are not written down: %s", fault)
        return ""
    return redacted(left)


def ended_well() -> None:
    """The window that was watched ends in its own time: what was written meanwhile was no crash (Windows
    notes harmless things too). Nothing happens where none was watched."""
    while _watching:
        faulthandler.disable()
        with suppress(OSError), _watching.pop() as file:
            file.truncate(0)


def log_folder() -> Path:
    """Where the log is written; the person's home where there is none yet."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler, _LogFile):
            return Path(handler.baseFilename).parent
    return Path.home()


def log_unexpected(fault: BaseException) -> str:
    """Write a fault of ours with its traceback and say where."""
    logging.getLogger("syncdesk").error("unexpected fault", exc_info=fault)
    for handler in logging.getLogger().handlers:
        if isinstance(handler, _LogFile):
            return handler.baseFilename
    return "the log folder"
