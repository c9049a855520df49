"""The way through the command line: parse, call, print, and turn every fault into plain words and an exit
code."""

import os
import signal
import sys
import threading
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from syncdesk.app.desk import Desk
from syncdesk.app.logs import log_unexpected
from syncdesk.cli import (
    companies,
    comparing,
    deciding,
    inquiries,
    runs,
    schedule,
    selftest,
    sign_in,
    story,
    undoing,
)
from syncdesk.cli.output import error_json, has_display, note, print_json
from syncdesk.cli.parser import build_parser
from syncdesk.model.errors import FatalError, SetupError, SyncDeskError

CANCELLED = 130


class Window(Protocol):
    """What the command line needs of the window; handed in, because it does not know Qt."""

    def show(self, desk: Desk, connection: str | None) -> int:
        """Open the window and return its exit code."""

    def picture(self, desk: Desk, connection: str, path: Path) -> None:
        """Save a picture of the window as it would open."""


def run_command_line(arguments: Sequence[str], make_desk: Callable[[], Desk], window: Window) -> int:
    """Run one command and return its exit code. Prints; never raises for a foreseeable fault."""
    as_json = "--json" in arguments
    try:
        parsed = build_parser().parse_args(arguments)
        if parsed.selftest:
            return selftest.selftest(make_desk, window.picture)
        return _dispatch(parsed, as_json, make_desk(), window)
    except SyncDeskError as error:
        return _report(error, as_json)
    except (KeyboardInterrupt, EOFError):
        note("Stopped.")
        return CANCELLED
    except BrokenPipeError:
        with suppress(OSError):  # the reader has left; there is nobody to tell
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - lives until exit
        return 0
    except Exception as fault:  # noqa: BLE001 - the last resort: a bug must not show a traceback to a bookkeeper
        where = log_unexpected(fault)
        return _report(
            FatalError(
                "SyncDesk met a fault of its own.",
                f"Please report it with the log in {where}.",
                f"{type(fault).__name__}: {fault}",
            ),
            as_json,
        )


def _dispatch(parsed: Namespace, as_json: bool, desk: Desk, window: Window) -> int:
    command = parsed.command
    if command is None:
        return _open_window(desk, window)
    if command == "demo":
        return _demo(parsed, as_json, desk, window)
    if command == "sync":
        return runs.sync(desk, parsed, as_json, _cancel_on_signal())
    if command in ("decide", "retry"):
        answer = deciding.decide if command == "decide" else deciding.retry
        return answer(desk, parsed, as_json, _cancel_on_signal())
    if command == "schedule":
        return schedule.schedule(desk, parsed, as_json, _cancel_on_signal())
    if command == "invoice":
        return story.invoice(desk, parsed, as_json, _cancel_on_signal())
    if command == "undo":
        return undoing.undo(desk, parsed, as_json, _cancel_on_signal())
    if command == "compare":
        return comparing.compare(desk, parsed, as_json, _cancel_on_signal())
    if command == "company" and parsed.action == "connect":
        return sign_in.connect(desk, parsed, as_json, _cancel_on_signal())
    handlers: dict[str, Callable[[Desk, Namespace, bool], int]] = {
        "company": companies.company,
        "sources": companies.sources,
        "doctor": companies.doctor,
        "support": companies.support,
        "invoices": inquiries.invoices,
        "history": inquiries.history,
        "waiting": deciding.waiting,
    }
    return handlers[command](desk, parsed, as_json)


def _open_window(desk: Desk, window: Window) -> int:
    if not has_display() and not os.environ.get("QT_QPA_PLATFORM"):
        raise SetupError(
            "There is no screen here to open the window on.",
            "Use the commands instead (syncdesk --help), or look at the sample company: syncdesk demo.",
        )
    return window.show(desk, None)


def _demo(parsed: Namespace, as_json: bool, desk: Desk, window: Window) -> int:
    if not parsed.headless and not as_json and has_display():
        return window.show(desk, desk.prepare_demo())
    name, code = runs.demo(desk, as_json, _cancel_on_signal())
    path = Path(parsed.picture) if parsed.picture else desk.folders.data / "demo" / "window.png"
    try:
        window.picture(desk, name, path)
    except SyncDeskError as error:  # the sample was synced all the same
        note(f"No picture of the window. {error}")
    else:
        note(f"A picture of the window: {path}")
    return code


def _cancel_on_signal() -> Callable[[], bool]:
    """Ctrl-C and a polite request to end stop the run at the next row boundary; a second Ctrl-C ends at
    once."""
    stop = threading.Event()

    def heed(number: int, frame: object) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()
        note("Stopping after the current rows …")

    signal.signal(signal.SIGINT, heed)
    if hasattr(signal, "SIGTERM"):
        signal.signal(signal.SIGTERM, heed)
    return stop.is_set


def _report(error: SyncDeskError, as_json: bool) -> int:
    if as_json:
        print_json(error_json(error))
    note(f"{error.title}\n{error.remedy}".strip())
    return 2 if error.family in ("usage", "setup") else 3
