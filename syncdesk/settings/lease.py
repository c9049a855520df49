"""The lease: one run of a connection at a time on this computer, window and command line alike (F-36). Taken
by app/runs.py."""

import getpass
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from syncdesk.model.errors import BusyError, SetupError
from syncdesk.settings.folders import Folders, make_folder


@contextmanager
def lease(places: Folders, connection_id: str) -> Iterator[None]:
    """Hold the lease of a connection while the block runs.

    It is a lock of the operating system, which frees it when the process ends in whatever way: a killed run
    never blocks the next one, and no run loses its lease by being slow. Raises BusyError saying who holds it,
    SetupError if the folder cannot be used.
    """
    folder = make_folder(places.leases)
    holder = folder / f"{connection_id}.json"
    lock = FileLock(folder / f"{connection_id}.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise BusyError("Another run of this company is under way.", _who(holder)) from error
    except (OSError, NotImplementedError) as error:
        raise SetupError(
            f"The folder {folder} cannot be used.",
            "Choose a folder on a disk of this computer with SYNCDESK_HOME.",
            str(error),
        ) from error
    try:
        _write(holder)
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _write(holder: Path) -> None:
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    with suppress(OSError):  # who holds it is told as a kindness; the lock does not depend on it
        holder.write_text(json.dumps({"user": _user(), "process": os.getpid(), "since": since}), "utf-8")


def _who(holder: Path) -> str:
    """Who holds the lease; also right when the holder is just about to say so, or has just ended."""
    wait = "Wait until it has ended, or stop it there."
    try:
        told = json.loads(holder.read_text("utf-8"))
        since = datetime.fromisoformat(told["since"])
        return f"{told['user']} started it on {since:%d %B %Y at %H:%M} (process {told['process']}). {wait}"
    except (OSError, ValueError, KeyError, TypeError):
        return wait


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user id without an entry, as in some containers
        return "Somebody"
