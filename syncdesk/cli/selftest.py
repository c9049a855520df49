"""`syncdesk --selftest`: whether this very installation is whole. It loads every part, syncs the sample
company twice in a home of its own and draws the window; used on every bundle before it is packed."""

import importlib
import os
import pkgutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import syncdesk
from syncdesk.app.desk import Desk
from syncdesk.app.views import SyncRequest
from syncdesk.cli.output import note
from syncdesk.model.changes import RunResult
from syncdesk.model.errors import FatalError
from syncdesk.model.start import StartChoice

_HOME = "SYNCDESK_HOME"
_DRIVERS = ("psycopg", "pymysql")
"""Drivers of job databases that a bundle brings along; one that is left out is only told of."""


def selftest(make_desk: Callable[[], Desk], picture: Callable[[Desk, str, Path], None]) -> int:
    """Carry it out and say step by step what holds. Nothing of this person is read or written. Raises what
    fails, as an error in plain words or as it is."""
    before = os.environ.get(_HOME)
    with tempfile.TemporaryDirectory(prefix="syncdesk-selftest-", ignore_cleanup_errors=True) as home:
        os.environ[_HOME] = home
        try:
            for step in (_load, _children, lambda: _sync(make_desk(), picture, Path(home))):
                for line in step():
                    note(f"ok  {line}")
        finally:
            if before is None:
                del os.environ[_HOME]
            else:
                os.environ[_HOME] = before
    note("This SyncDesk is whole.")
    return 0


def _load() -> Iterator[str]:
    names = [
        module.name
        for module in pkgutil.walk_packages(syncdesk.__path__, "syncdesk.")
        if not module.name.endswith("__main__")
    ]
    for name in names:
        importlib.import_module(name)
    if len(names) < 100:
        raise FatalError("Parts of SyncDesk are missing.", "Install it again.", f"{len(names)} modules")
    yield f"{len(names)} parts loaded"
    for driver in _DRIVERS:
        try:
            importlib.import_module(driver)
        except ImportError:
            yield f"without the driver {driver}"
        else:
            yield f"driver {driver}"


def _children() -> Iterator[str]:
    """Programs that are started from here, such as a browser, must not load our libraries."""
    own = getattr(sys, "_MEIPASS", "")
    for name in ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH"):
        if own and own in os.environ.get(name, ""):
            raise FatalError("A browser started from here would load our libraries.", "Report it.", name)
    yield "what is started from here finds the system's libraries"


def _sync(desk: Desk, picture: Callable[[Desk, str, Path], None], home: Path) -> Iterator[str]:
    name = desk.prepare_demo()
    request = SyncRequest(connection=name, choice=StartChoice.MONTH, accept_first=True)
    first = desk.sync(request, lambda: False, lambda _: None)
    if first.error is not None or first.result not in (RunResult.SUCCESS, RunResult.PARTIAL):
        raise first.error or FatalError("The sample company could not be synced.", "Install it again.")
    if not first.counts.written or first.counts.failed:
        raise FatalError(
            "The sample company was not synced as meant.", "Install it again.", str(first.counts)
        )
    yield f"sample company: {first.counts.found} found, {first.counts.written} written"
    again = desk.sync(request, lambda: False, lambda _: None)
    if again.counts.written or again.counts.failed:
        raise FatalError("A second run wrote something.", "Please report it.", str(again.counts))
    yield "a second run writes nothing"
    file = home / "window.png"
    picture(desk, name, file)
    if not file.exists() or file.stat().st_size < 10_000:
        raise FatalError("The window could not be drawn.", "Install it again.")
    yield "the window was drawn"
