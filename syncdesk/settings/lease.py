"""The lease: one run of a connection at a time on this computer, window and command line alike (F-36). Taken
by app/runs.py."""

import getpass
import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from syncdesk.model.errors import BusyError
from syncdesk.settings.folders import Folders, make_folder
from syncdesk.settings.heartbeat import heartbeat
from syncdesk.settings.holding import SILENT_SECONDS, Holding, held

_WAIT = "Wait until it has ended, or stop it there."


class Lease:
    """The right to run a connection, while it is held."""

    def __init__(self, holding: Holding, told: Path) -> None:
        self._holding, self._told = holding, told

    def check(self) -> None:
        """Raise BusyError if another run has taken the lease over: nothing may be written any more."""
        if self._holding.is_lost():
            raise BusyError(
                "Another run of this company has taken over.",
                "This one gave no sign of life for two minutes, so it stopped before writing anything more. "
                f"What it wrote is whole. {_who(self._told)}",
            )


@contextmanager
def lease(places: Folders, connection_id: str) -> Iterator[Lease]:
    """Hold the lease of a connection while the block runs.

    It is a lock of the operating system, which frees it when the process ends in whatever way: a killed run
    never blocks the next one. Where the file system has no locks, as on some network drives, it is a file
    with a heartbeat, which frees itself two minutes after the last beat; a run that beats keeps it, however
    long it takes. Raises BusyError saying who holds it, since when and when it last gave a sign of life;
    SetupError if the folder cannot be used.
    """
    folder = make_folder(places.leases)
    told = folder / f"{connection_id}.json"
    with held(folder / f"{connection_id}.lock") as holding:
        if holding is None:
            raise BusyError("Another run of this company is under way.", _who(told))
        teller = _Teller(holding, told)
        try:
            with suppress(OSError):
                teller.tell()
            with heartbeat(teller.tell):
                yield Lease(holding, told)
        finally:
            if not holding.is_lost():
                told.unlink(missing_ok=True)


def is_alive(places: Folders, connection_id: str) -> bool:
    """True while a run of this connection tells that it lives: its last sign is under two minutes old. Looks
    at what is told only, so that asking never keeps a run from beginning."""
    try:
        words = json.loads((places.leases / f"{connection_id}.json").read_text("utf-8"))
        alive = datetime.fromisoformat(words["alive"])
        return datetime.now().astimezone() - alive < timedelta(seconds=SILENT_SECONDS)
    except (OSError, ValueError, KeyError, TypeError):
        return False


class _Teller:
    """Keeps a file that tells who holds the lease. It is a kindness; the lease does not depend on it."""

    def __init__(self, holding: Holding, told: Path) -> None:
        self._holding, self._told = holding, told
        self._since = _now()

    def tell(self) -> None:
        """Say who it is and that it lives. Raises OSError."""
        if self._holding.is_lost():
            return
        words = {
            "user": _user(),
            "computer": platform.node() or "this computer",
            "process": os.getpid(),
            "since": self._since,
            "alive": _now(),
            "frees_itself": self._holding.frees_itself,
        }
        partial = self._told.with_name(self._told.name + ".partial")
        partial.write_text(json.dumps(words), "utf-8")
        partial.replace(self._told)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _who(told: Path) -> str:
    """Who holds the lease; also right when the holder is just about to say so, or has just ended."""
    try:
        words = json.loads(told.read_text("utf-8"))
        since, alive = datetime.fromisoformat(words["since"]), datetime.fromisoformat(words["alive"])
        start = f"{words['user']} started it on {since:%d %B %Y at %H:%M} on {words['computer']}"
        text = f"{start} (process {words['process']}); its last sign of life was at {alive:%H:%M:%S}."
        if words["frees_itself"]:
            free = alive + timedelta(seconds=SILENT_SECONDS)
            text += f" If it gives none until {free:%H:%M:%S}, another run may begin."
        return f"{text} {_WAIT}"
    except (OSError, ValueError, KeyError, TypeError):
        return _WAIT


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user id without an entry, as in some containers
        return "Somebody"
