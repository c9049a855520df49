"""Makes pictures of every page for the eye: `python -m tests.ui.screenshots OUTDIR [FILTER]`.

Light, dark, at the smallest window, enlarged 200 %, and in odd states. No screen is needed.
"""

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

SCALED = "--scaled"


@dataclass(frozen=True)
class Picture:
    """One picture: the desk it shows, what is done before, how large and how dark."""

    name: str
    desk: Callable[[], object]
    act: Callable[[object], None]
    size: tuple[int, int] = (1200, 760)
    dark: bool = False
    waits: Callable[[object], bool] | None = None
    """For a picture of something under way: True once it is to be seen."""


def main() -> int:
    """Make the pictures, each scale in a process of its own."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["SYNCDESK_HOME"] = home
        if SCALED in sys.argv:
            return _draw(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 3 else "", scaled=True)
        folder = Path(sys.argv[1])
        folder.mkdir(parents=True, exist_ok=True)
        wanted = sys.argv[2] if len(sys.argv) > 2 else ""
        _draw(folder, wanted, scaled=False)
        command = [sys.executable, "-m", "tests.ui.screenshots", str(folder), wanted, SCALED]
        return subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=False).returncode


def _draw(folder: Path, wanted: str, scaled: bool) -> int:
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QDialog

    from syncdesk.ui.main import make_application
    from syncdesk.ui.picture import settle
    from syncdesk.ui.theme import Theme, ThemeChoice
    from syncdesk.ui.window import MainWindow
    from syncdesk.ui.worker import Worker

    QLocale.setDefault(QLocale("en_GB"))
    app = make_application(["syncdesk"])
    theme = Theme(app, ThemeChoice.LIGHT, "Fusion")
    for picture in _pictures():
        if wanted not in picture.name or (
            scaled
            and not picture.name.startswith(
                ("update-preview", "search", "history", "assistant", "compare", "overview")
            )
        ):
            continue
        theme.apply(ThemeChoice.DARK if picture.dark else ThemeChoice.LIGHT)
        worker = Worker()
        desk = picture.desk()
        window = MainWindow(desk, worker, theme)  # type: ignore[arg-type]
        window.resize(*picture.size)
        window.show()
        settle(worker)
        picture.act(window)
        gate = getattr(desk, "gate", None)
        if picture.waits:
            _wait_for(picture.waits, window)
        elif gate is None:
            settle(worker)
        else:
            _wait_for(lambda _window, begun=desk.begun: begun.is_set(), window)  # type: ignore[attr-defined, misc]
        for box in window.findChildren(QDialog):
            if box.isVisible():
                box.grab().save(str(folder / f"{picture.name}-box{'-200' if scaled else ''}.png"))
        window.grab().save(str(folder / f"{picture.name}{'-200' if scaled else ''}.png"))
        if gate is not None:
            gate.set()
            settle(worker)
        window.close()
        worker.leave()
        window.deleteLater()
    return 0


def _wait_for(there: Callable[[object], bool], window: object) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if there(window) else None)
    timer.start(150)
    loop.exec()


def _pictures() -> list[Picture]:
    from syncdesk.app.views import AutomaticState
    from syncdesk.model.errors import BusyError, SetupError
    from syncdesk.model.job import Check
    from syncdesk.model.reasons import reason
    from syncdesk.model.schedule import Schedule
    from syncdesk.model.version import NoLook, Release, Versions
    from tests.ui.compare_samples import sample_comparison
    from tests.ui.fake_desk import NOW, FakeDesk, sample_changes

    def nothing(_window: object) -> None:
        """Only look."""

    def press(name: str) -> Callable[[object], None]:
        return lambda window: getattr(window.update_tab, name)()  # type: ignore[attr-defined]

    def tab(place: int) -> Callable[[object], None]:
        return lambda window: window.tabs.setCurrentIndex(place)  # type: ignore[attr-defined]

    def undo(sure: bool) -> Callable[[object], None]:
        def act(window: object) -> None:
            from syncdesk.ui.picture import settle

            history = window.history_tab  # type: ignore[attr-defined]
            window.tabs.setCurrentWidget(history)  # type: ignore[attr-defined]
            settle(window._worker)  # type: ignore[attr-defined]
            history.undo_chosen_run()
            settle(window._worker)  # type: ignore[attr-defined]
            if sure:
                history.undo.undo_button.click()

        return act

    def compared(window: object) -> None:
        from syncdesk.ui.picture import settle

        window.tabs.setCurrentIndex(4)  # type: ignore[attr-defined]
        settle(window._worker)  # type: ignore[attr-defined]
        window.compare_tab.compare()  # type: ignore[attr-defined]

    def failing() -> FakeDesk:
        trouble = "The file northgate.gnucash cannot be read. Check that the drive is connected."
        state = AutomaticState(schedule=Schedule(every=30), failures=2, trouble=trouble, next_run=NOW)
        return FakeDesk(automatic=state)

    def first() -> FakeDesk:
        return FakeDesk(has_applied_run=False, watermark=None)

    good = tuple(row for row in sample_changes() if row.outcome.value in ("written", "unchanged"))
    locked = SetupError(
        "The file northgate.gnucash cannot be read.",
        "Check that the drive is connected, or choose the file again in Settings.",
        "PermissionError: [Errno 13] Permission denied: '/books/northgate.gnucash'",
    )
    busy = BusyError(
        "Another run of this company is under way.",
        "ann started it on 10 April 2026 at 09:00 on northgate-2 (process 4711); its last sign of life was "
        "at 09:02:10. Wait until it has ended, or stop it there.",
    )
    known = Versions("0.1.0", None, looked_at=NOW, asks="api.github.com")
    newer = replace(known, newest=Release("0.3.0", "https://releases.example/0.3.0"))

    checks = (
        Check(
            "Northgate Heating: Automatic runs are switched off in Settings.",
            True,
            "Switch them on if they shall run.",
        ),
        Check("The books can be read: Northgate Heating Ltd, GBP, 1,204 invoices.", True),
        Check(
            "The file /home/m.bright/Documents/Accounts/2026/northgate.gnucash cannot be read, because this "
            "person has no right to read the folder that it lies in.",
            False,
            "Give yourself the right to read the folder, or choose the file again in Settings. It may "
            "also lie on a drive that is not connected at the moment.",
            "file",
            "PermissionError: [Errno 13] Permission denied",
        ),
        Check(
            "Paid in the books but not here: 12 invoices.",
            True,
            "Run a sync, or look at what waits.",
            "paid_not_here",
        ),
        Check("3 rows wait for a decision of yours.", False, "Look at them.", "waiting"),
        *(
            Check(f"The column '{name}' of the table 'invoices' can be read and written.", True)
            for name in "abcdefgh"
        ),
    )

    def replaced(window: object) -> None:
        from syncdesk.ui.picture import settle

        for _ in range(2):
            window.versions.look()  # type: ignore[attr-defined]
            settle(window._worker)  # type: ignore[attr-defined]

    def versions(window: object) -> None:
        window.show_versions()  # type: ignore[attr-defined]

    def fault(window: object) -> None:
        from syncdesk.ui.last_resort import LastResort

        guard = LastResort(window)  # type: ignore[arg-type]
        try:
            raise KeyError("source_id")
        except KeyError as error:
            sys.excepthook(type(error), error, error.__traceback__)
        guard.remove()

    from tests.ui.web_pictures import web_pictures

    pictures = [
        *web_pictures(Picture),
        Picture("welcome", lambda: FakeDesk(names=()), nothing),
        Picture("update-first", first, nothing),
        Picture("update-preview", FakeDesk, press("preview")),
        Picture("update-partial", FakeDesk, press("run_or_stop")),
        Picture("update-success", lambda: FakeDesk(changes=good), press("run_or_stop")),
        Picture("update-running", lambda: FakeDesk(gate=threading.Event()), press("run_or_stop")),
        Picture(
            "update-brake",
            lambda: FakeDesk(brake=reason("brake_falls", count=31, paid=154, limit=5)),
            press("run_or_stop"),
        ),
        Picture("update-error", lambda: FakeDesk(sync_trouble=locked), press("run_or_stop")),
        Picture("update-busy", lambda: FakeDesk(sync_trouble=busy), press("run_or_stop")),
        Picture("search", FakeDesk, tab(1)),
        Picture("history", FakeDesk, tab(2)),
        Picture("history-undo", FakeDesk, undo(sure=False)),
        Picture("history-undone", FakeDesk, undo(sure=True)),
        Picture("history-empty", lambda: FakeDesk(history=()), tab(2)),
        Picture("waiting", FakeDesk, tab(3)),
        Picture("waiting-empty", lambda: FakeDesk(waits=()), tab(3)),
        Picture("compare", FakeDesk, compared),
        Picture("compare-agrees", lambda: FakeDesk(comparison=sample_comparison(agrees=True)), compared),
        Picture("compare-first", FakeDesk, tab(4)),
        Picture("overview", FakeDesk, tab(5), (1200, 1000)),
        Picture("overview-night", FakeDesk, tab(5), (1000, 1000), dark=True),
        Picture("overview-narrow", FakeDesk, tab(5), (900, 600)),
        Picture("overview-calm", lambda: FakeDesk(waiting_count=0, history=()), tab(5)),
        Picture("settings", FakeDesk, tab(6)),
        Picture("automatic-failing", failing, nothing),
        Picture("version-replaced", lambda: FakeDesk(replaced=True), replaced),
        Picture("version-newer", lambda: FakeDesk(known_versions=newer), versions),
        Picture("version-newest", lambda: FakeDesk(known_versions=known), versions),
        Picture(
            "version-by-system",
            lambda: FakeDesk(known_versions=Versions("0.1.0", daily=False, no_look=NoLook.UPDATED_BY_SYSTEM)),
            versions,
        ),
        Picture(
            "version-unknown",
            lambda: FakeDesk(known_versions=known, version_trouble=locked),
            versions,
        ),
        Picture("fault", FakeDesk, fault),
        Picture("help-check", lambda: FakeDesk(checks=checks), lambda window: window.check_setup()),  # type: ignore[attr-defined]
        Picture("help-support", FakeDesk, lambda window: window.show_support()),  # type: ignore[attr-defined]
        Picture("help-contact", FakeDesk, lambda window: window.show_contact()),  # type: ignore[attr-defined]
        Picture(
            "automatic-running",
            lambda: FakeDesk(due_names=["Northgate Heating"], gate=threading.Event()),
            nothing,
        ),
    ]
    dark = [
        Picture(f"{p.name}-dark", p.desk, p.act, p.size, True, p.waits)
        for p in pictures
        if p.name
        in (
            "update-preview",
            "update-partial",
            "update-running",
            "update-error",
            "update-busy",
            "search",
            "history",
            "history-undo",
            "waiting",
            "compare",
            "update-brake",
            "welcome",
            "version-newer",
            "version-replaced",
            "fault",
        )
        or p.name.startswith("assistant")
    ]
    small = [
        Picture(f"{p.name}-small", p.desk, p.act, (900, 600), False, p.waits)
        for p in pictures
        if p.name
        in ("update-preview", "update-first", "update-brake", "search", "history", "history-undo", "compare")
        or p.name.startswith("assistant")
    ]
    return [*pictures, *dark, *small]


if __name__ == "__main__":
    sys.exit(main())
