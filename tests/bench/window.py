"""Measures the window on long lists and during a run: `python -m tests.bench.window [ROWS [INVOICES]]`.

Default: a job database of 1,000,000 rows, and a first run over 20,000 invoices. Prints how long a person
waits for the first page, for the whole list, for a search, a filter, another order and the sums; and the gaps
between two ticks of a 2 ms timer in the window's own thread meanwhile, which are how long it did not answer.
The floor stands beside it: the same timer in the same window, with nothing to do.
"""

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QLocale, Qt, QTimer

from syncdesk.app.desk import Desk, open_desk
from syncdesk.app.views import ConnectionDraft
from syncdesk.ui.main import make_application
from syncdesk.ui.window import MainWindow
from syncdesk.ui.worker import Worker
from tests.generated_books import MAPPING, write_book, write_job_database

_TICK = 2  # milliseconds
_FRAME = 16.7  # milliseconds: a gap shorter than this loses no picture
_LONGEST_WAIT = 300.0  # seconds


@dataclass
class Gaps:
    """Milliseconds between the ticks of a timer in the main thread."""

    found: list[float] = field(default_factory=list)
    last: float = 0.0

    def tick(self) -> None:
        """One tick."""
        now = time.perf_counter()
        if self.last:
            self.found.append((now - self.last) * 1000)
        self.last = now

    def begin(self) -> None:
        """Count from now."""
        self.found, self.last = [], time.perf_counter()

    def __str__(self) -> str:
        if not self.found:
            return "no ticks"
        ordered = sorted(self.found)
        p999 = ordered[min(len(ordered) - 1, len(ordered) * 999 // 1000)]
        lost = sum(gap > _FRAME for gap in ordered)
        return (
            f"longest {ordered[-1]:.0f} ms, 99.9 % below {p999:.0f} ms, "
            f"{lost} of {len(ordered)} above {_FRAME} ms"
        )


class Bench:
    """The window on a company, with the timer that watches it."""

    def __init__(self, desk: Desk, name: str) -> None:
        self.worker = Worker()
        self.window = MainWindow(desk, self.worker, wanted=name)
        self.window.automatic.start = lambda: None  # type: ignore[method-assign]
        self.gaps = Gaps()
        self.timer = QTimer()
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.setInterval(_TICK)
        self.timer.timeout.connect(self.gaps.tick)
        self.window.resize(1200, 760)
        self.window.show()
        self.until(lambda: self.window.bar.has_read and not self.worker.is_busy)
        self.timer.start()

    def until(self, done: Callable[[], bool]) -> float:
        """Let the window live until then; the seconds it took."""
        begin, loop, look = time.perf_counter(), QEventLoop(), QTimer()
        look.timeout.connect(lambda: loop.quit() if done() or over() else None)

        def over() -> bool:
            return time.perf_counter() - begin > _LONGEST_WAIT

        look.start(5)
        loop.exec()
        if over():
            raise SystemExit("this took too long to be measured")
        return time.perf_counter() - begin

    def measured(self, what: str, act: Callable[[], object], done: Callable[[], bool]) -> None:
        """Do something, wait for its answer, and say how long both took."""
        self.gaps.begin()
        begin = time.perf_counter()
        act()
        self.until(done)
        self.gaps.tick()
        print(f"{what:<44} {time.perf_counter() - begin:8.2f} s   {self.gaps}", flush=True)

    def close(self) -> None:
        """Let go of the window."""
        self.timer.stop()
        self.window.close()
        self.worker.leave()


def company(desk: Desk, folder: Path, name: str, invoices: int, rows: int) -> None:
    """A company with a generated book and job database."""
    place = folder / name
    place.mkdir()
    write_book(place / "book.gnucash", invoices)
    write_job_database(place / "jobs.sqlite", rows)
    (place / "mapping.toml").write_text(MAPPING, encoding="utf-8")
    desk.add(
        ConnectionDraft(
            name=name,
            source_kind="gnucash",
            source={"path": str(place / "book.gnucash")},
            job_db=str(place / "jobs.sqlite"),
            mapping=desk.read_mapping(place / "mapping.toml"),
        )
    )


def look_at_list(desk: Desk, rows: int) -> None:
    """Invoice Search over a long job database."""
    bench = Bench(desk, "List")
    search, worker = bench.window.search_tab, bench.worker
    view, model = search.view, search.view.table.search_model
    waited = time.perf_counter()
    bench.until(lambda: time.perf_counter() - waited > 2)
    print(f"{'nothing to do (the floor)':<44} {2:8.2f} s   {bench.gaps}")

    def whole() -> bool:
        return search.is_whole and not worker.is_busy

    bench.measured(
        "first page on the screen",
        lambda: bench.window.tabs.setCurrentWidget(search),
        lambda: model.rowCount() > 0,
    )
    bench.measured("the whole list", lambda: None, whole)
    assert model.rowCount() == rows

    def ask(text: str) -> Callable[[], None]:
        def typed() -> None:
            view.field.setText(text)
            view.field.ask()

        return typed

    for text in ("inv-00012", "total>500", "state:unknown date:2026-03", ""):
        bench.measured(f"search '{text}' with its sums", ask(text), search.is_answered)
    for column in ("total", "customer"):
        place = next(n for n, c in enumerate(view.table.table.columns) if c.name == column)
        bench.measured(
            f"order by {column}",
            lambda place=place: view.table.sortByColumn(place, Qt.SortOrder.AscendingOrder),  # type: ignore[misc]
            search.is_answered,
        )
    bench.measured("scroll to the end", view.table.scrollToBottom, lambda: not worker.is_busy)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"largest memory {used} MB")
    bench.close()


def look_at_run(desk: Desk, invoices: int) -> None:
    """A preview and a first run, with the list of results filled."""
    bench = Bench(desk, "Run")
    tab, worker = bench.window.update_tab, bench.worker
    for what, act in (("preview", tab.preview), ("run", tab.apply_preview)):
        bench.measured(f"{what} of {invoices:,} invoices", act, lambda: not worker.is_busy)
    bench.close()


def main() -> int:
    """Measure, print."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    invoices = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
    with tempfile.TemporaryDirectory() as home:
        os.environ["SYNCDESK_HOME"] = home
        QLocale.setDefault(QLocale("en_GB"))
        make_application(["syncdesk"])
        desk, folder = open_desk(), Path(home)
        print(f"A job database of {rows:,} rows")
        company(desk, folder, "List", 50, rows)
        look_at_list(desk, rows)
        print(f"\nA first run over {invoices:,} invoices")
        company(desk, folder, "Run", invoices, invoices)
        look_at_run(desk, invoices)
    return 0


if __name__ == "__main__":
    sys.exit(main())
