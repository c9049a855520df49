"""The tab 'Compare' (UX-24): with the stand-in for the desk, and in the real window over real files."""

import csv
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from syncdesk.app.comparison_sheet import CAUSE_WORDS
from syncdesk.app.desk import open_desk
from syncdesk.app.views import ConnectionDraft
from syncdesk.model.comparison import ALL_TIME, Cause, Comparison, Period
from syncdesk.model.errors import SetupError
from syncdesk.ui.compare_columns import cause_mark
from syncdesk.ui.compare_period import PeriodChoice, usual_period
from syncdesk.ui.compare_tab import CompareTab
from syncdesk.ui.list_export import file_types
from syncdesk.ui.window import MainWindow
from syncdesk.ui.worker import Worker
from tests.generated_books import MAPPING, invoices, write_book, write_job_database
from tests.memory_keyring import MemoryKeyring
from tests.ui.compare_samples import line, sample_comparison
from tests.ui.fake_desk import TODAY, FakeDesk

COUNT = 40
Make = Callable[[FakeDesk], CompareTab]


@pytest.fixture
def tab(qtbot: QtBot, worker: Worker) -> Iterator[Make]:
    """Opens the tab over a desk."""

    def make(desk: FakeDesk) -> CompareTab:
        made = CompareTab(desk, worker)
        qtbot.addWidget(made)
        made.resize(1100, 640)
        made.show()
        made.show_connection("Northgate Heating")
        qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
        return made

    yield make
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)


def compare(qtbot: QtBot, worker: Worker, tab: CompareTab) -> None:
    """Press Compare and wait for its end."""
    tab.period.button.click()
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=60_000)


def numbers(tab: CompareTab) -> set[str]:
    """The invoices shown."""
    return {row.invoice_number for row in tab.results.table.table.rows}


def choose(tab: CompareTab, kind: str) -> None:
    """Pick what the list shows."""
    place = tab.results.kinds.findData(kind)
    assert place >= 0, kind
    tab.results.kinds.setCurrentIndex(place)


def test_the_causes_have_the_same_words_as_in_files_and_commands() -> None:
    assert {cause: cause_mark(cause).word for cause in Cause} == CAUSE_WORDS


@given(st.dates(min_value=date(1902, 1, 1), max_value=date(9990, 12, 31)))
def test_usual_periods_are_whole_months_and_years(today: date) -> None:
    for choice in PeriodChoice:
        period = usual_period(choice, today)
        if choice in (PeriodChoice.ALL, PeriodChoice.CUSTOM):
            assert period == ALL_TIME
            continue
        assert period.first is not None
        assert period.last is not None
        assert period.covers(today) == (choice in (PeriodChoice.THIS_MONTH, PeriodChoice.THIS_YEAR))
        after = period.last + timedelta(days=1)
        assert (period.first.day, after.day) == (1, 1)
        months = (after.year - period.first.year) * 12 + after.month - period.first.month
        assert months == (12 if "year" in choice else 1)
        if choice in (PeriodChoice.LAST_MONTH, PeriodChoice.LAST_YEAR):
            whole = PeriodChoice.THIS_MONTH if months == 1 else PeriodChoice.THIS_YEAR
            assert after == usual_period(whole, today).first


def test_what_differs_is_shown_first_over_sums_that_close(qtbot: QtBot, worker: Worker, tab: Make) -> None:
    made = tab(FakeDesk())
    compare(qtbot, worker, made)
    comparison = sample_comparison()
    assert numbers(made) == {each.invoice_number for each in comparison.lines if each.differs}
    rows = made.results.sums.table.rows
    for currency in ("EUR", "GBP"):
        (whole,) = [row for row in rows if row.currency == currency and row.cause is None]
        causes = [row for row in rows if row.currency == currency and row.cause is not None]
        assert whole.books - whole.job == whole.difference == sum(row.difference for row in causes)
        assert whole.lines == sum(row.lines for row in causes)
    assert "5 invoices differ" in made.banner.words
    assert not made.results.table.isColumnHidden(4)


def test_the_list_is_filtered_by_cause_words_and_from_the_sums(
    qtbot: QtBot, worker: Worker, tab: Make
) -> None:
    made = tab(FakeDesk())
    compare(qtbot, worker, made)
    choose(made, Cause.DUE.value)
    assert numbers(made) == {"INV-2102", "INV-0412"}
    made.results.search.setText("eur rosehip")
    assert numbers(made) == {"INV-0412"}
    made.results.search.setText("nobody")
    assert "No match" in made.results.list.empty.words
    assert not made.results.export_button.isEnabled()
    made.results.list.empty.findChild(QPushButton).click()
    assert len(numbers(made)) == 5
    (row,) = [row for row in made.results.sums.table.rows if row.cause is Cause.OTHER_TOTAL]
    made.results.sums.opened.emit(row)
    assert numbers(made) == {"INV-1029"}


def test_agreement_shows_everything_and_says_so(qtbot: QtBot, worker: Worker, tab: Make) -> None:
    made = tab(FakeDesk(comparison=sample_comparison(agrees=True)))
    compare(qtbot, worker, made)
    assert "Both sides agree" in made.banner.words
    assert len(numbers(made)) == 40
    assert made.results.table.isColumnHidden(4)


def test_lines_without_a_date_are_told_and_have_sums_of_their_own(
    qtbot: QtBot, worker: Worker, tab: Make
) -> None:
    due = sample_comparison().lines[3]
    undated = line("INV-7", "Mrs J. Okonkwo", Cause.DUE, due.reason, ("5", None), ("0", None), day=None)
    period = Period(date(2026, 1, 1), date(2026, 12, 31))
    made = tab(
        FakeDesk(
            comparison=Comparison(
                connection="",
                period=period,
                as_of=sample_comparison().as_of,
                lines=(due,),
                undated=(undated,),
            )
        )
    )
    made.period.choices.setCurrentIndex(made.period.choices.findData(PeriodChoice.THIS_YEAR))
    compare(qtbot, worker, made)
    assert numbers(made) == {"INV-2102"}
    assert "1 invoice without a date is not among them" in made.results.caption.text()
    choose(made, "undated")
    assert numbers(made) == {"INV-7"}
    assert {row.difference for row in made.results.sums.table.rows} == {Decimal(5)}


def test_custom_days_may_be_left_open_and_wrong_ones_are_said(
    qtbot: QtBot, worker: Worker, tab: Make
) -> None:
    desk = FakeDesk()
    made = tab(desk)
    bar = made.period
    bar.choices.setCurrentIndex(bar.choices.findData(PeriodChoice.CUSTOM))
    for first, last, fault in (
        ("the day", "", "not a day"),
        ("2026-04-02", "2026-04-01", "before the first"),
    ):
        bar.first.line.setText(first)
        bar.last.line.setText(last)
        bar.button.click()
        assert fault in bar._fault.text()
        assert bar._fault.isVisible()
    assert desk.compared == []
    bar.first.line.setText("2026-03-01")
    bar.last.line.setText("")
    compare(qtbot, worker, made)
    bar.choices.setCurrentIndex(bar.choices.findData(PeriodChoice.LAST_MONTH))
    compare(qtbot, worker, made)
    assert desk.compared == [
        Period(date(2026, 3, 1), None),
        usual_period(PeriodChoice.LAST_MONTH, TODAY),
    ]


def test_an_error_leaves_the_earlier_result(qtbot: QtBot, worker: Worker, tab: Make) -> None:
    desk = FakeDesk()
    made = tab(desk)
    compare(qtbot, worker, made)
    desk.sync_trouble = SetupError("The book cannot be read.", "Choose it again.")
    compare(qtbot, worker, made)
    assert "cannot be read" in made.error.accessibleName()
    assert made.pages.currentWidget() is made.results
    assert len(numbers(made)) == 5


def test_the_export_holds_what_is_shown_and_the_sums_of_all(
    qtbot: QtBot, worker: Worker, tab: Make, tmp_path: Path
) -> None:
    made = tab(FakeDesk())
    compare(qtbot, worker, made)
    choose(made, Cause.OTHER_TOTAL.value)
    kind = next(each for each in file_types(".") if each.ending == "csv")
    shown = made.results.shown()
    assert shown is not None
    made.exports.write(tmp_path / "list.csv", kind, shown)
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if row]
    assert [row[0] for row in rows].count("INV-1029") == 1
    assert "INV-2041" not in [row[0] for row in rows]
    place = rows[0].index("Difference")
    sums = {row[3]: Decimal(row[place]) for row in rows if row[0] == "Sum" and row[4] == "All causes"}
    assert sums == {each.currency: each.difference for each in sample_comparison().sums}
    assert "list.csv, with the sums. Lines: 1" in made.file_banner.words


def test_closing_while_it_compares_asks_nothing(qtbot: QtBot, worker: Worker) -> None:
    desk = FakeDesk()
    window = MainWindow(desk, worker)
    window.show()
    qtbot.waitUntil(lambda: window.update_tab.run_button.isEnabled(), timeout=20_000)
    window.tabs.setCurrentWidget(window.compare_tab)
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    desk.gate = threading.Event()
    window.compare_tab.period.button.click()
    qtbot.waitUntil(desk.begun.is_set, timeout=20_000)
    assert not window.actions_.run.isEnabled()
    with qtbot.waitSignal(window.closed, timeout=20_000):
        window.close()
        assert not isinstance(QApplication.activeModalWidget(), QMessageBox)
    window.deleteLater()


def test_in_the_window_over_real_books(
    qtbot: QtBot, worker: Worker, tmp_path: Path, syncdesk_home: Path, password_store: MemoryKeyring
) -> None:
    """After a run both sides agree; a figure typed over is told with its cause, and nothing is written."""
    write_book(tmp_path / "books.gnucash", COUNT)
    jobs = tmp_path / "jobs.sqlite"
    write_job_database(jobs, COUNT)
    (tmp_path / "mapping.toml").write_text(MAPPING, encoding="utf-8")
    desk = open_desk()
    desk.add(
        ConnectionDraft(
            name="Acme",
            source_kind="gnucash",
            source={"path": str(tmp_path / "books.gnucash")},
            job_db=str(jobs),
            mapping=desk.read_mapping(tmp_path / "mapping.toml"),
        )
    )
    window = MainWindow(desk, worker)
    window.show()
    qtbot.waitUntil(lambda: window.update_tab.run_button.isEnabled(), timeout=20_000)
    with qtbot.waitSignal(window.update_tab.run_finished, timeout=60_000):
        window.actions_.run.trigger()
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    if window.update_tab.results.can_apply:
        with qtbot.waitSignal(window.update_tab.run_finished, timeout=60_000):
            window.actions_.run.trigger()
        qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    tab = window.compare_tab
    window.tabs.setCurrentWidget(tab)
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    compare(qtbot, worker, tab)
    assert "Both sides agree" in tab.banner.words, tab.banner.words
    paid = next(i for i in invoices(COUNT) if i.date_paid and len(i.payments) == 1)
    with closing(sqlite3.connect(jobs)) as db, db:
        db.execute("UPDATE invoices SET paid_amount = 1.25 WHERE invoice_no = ?", (paid.number,))
    before = jobs.read_bytes()
    window.refresh()
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=60_000)
    (row,) = [row for row in tab.results.table.table.rows if row.differs]
    assert (row.invoice_number, row.cause) == (paid.number, Cause.CHANGED_HERE)
    assert row.difference == Decimal(paid.paid) / 100 - Decimal("1.25")
    assert jobs.read_bytes() == before
    tab.results.table.opened.emit(row)
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    assert window.tabs.currentWidget() is window.search_tab
    assert [each.number for each in window.search_tab.shown_list().rows] == [paid.number]
    window.close()
    window.deleteLater()
