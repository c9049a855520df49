"""The tab 'Waiting' and the brake on the tab 'Update' (D9, D10, D12, F-50, UX-2, UX-8): with the stand-in for
the desk, and in the real window over real files."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from syncdesk.app.desk import open_desk
from syncdesk.app.views import ConnectionDraft
from syncdesk.model.changes import RunSummary
from syncdesk.model.decisions import Verdict
from syncdesk.model.errors import BusyError
from syncdesk.model.reasons import reason
from syncdesk.model.start import StartChoice
from syncdesk.ui.waiting_columns import Kind, kind_of
from syncdesk.ui.waiting_tab import WaitingTab
from syncdesk.ui.window import MainWindow
from syncdesk.ui.worker import Worker
from tests.generated_books import MAPPING, invoices, write_book, write_job_database
from tests.memory_keyring import MemoryKeyring
from tests.ui.fake_desk import FakeDesk
from tests.ui.waiting_samples import sample_waiting

COUNT = 40
PAID = [i for i in invoices(COUNT) if i.date_paid and len(i.payments) == 1]


@pytest.fixture
def tab(qtbot: QtBot, worker: Worker) -> Iterator[Callable[[FakeDesk], WaitingTab]]:
    """Opens the tab over a desk."""

    def make(desk: FakeDesk) -> WaitingTab:
        made = WaitingTab(desk, worker)
        qtbot.addWidget(made)
        made.resize(1100, 600)
        made.show()
        made.show_connection("Northgate Heating")
        qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
        return made

    yield make
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)


def choose(tab: WaitingTab, *numbers: str) -> None:
    """Select the rows of these invoices."""
    tab.table.clearSelection()
    rows = tab.table.table.rows
    for place, row in enumerate(rows):
        if row.invoice_number in numbers:
            index = tab.table.table.index(place, 0)
            flags = tab.table.selectionModel().SelectionFlag
            tab.table.selectionModel().select(index, flags.Select | flags.Rows)


def offered(tab: WaitingTab) -> set[str]:
    """The buttons that can be pressed."""
    return {button.text().replace("&", "") for button in tab._buttons() if button.isEnabled()}


def test_only_answers_that_fit_are_offered(tab: Callable[[FakeDesk], WaitingTab]) -> None:
    made = tab(FakeDesk())
    for number, buttons in (
        ("INV-2041", {"Accept", "Keep", "Ignore", "Retry"}),
        ("INV-2077", {"Ignore", "Retry"}),
        ("INV-2101", {"Ignore", "Retry"}),
        ("INV-1890", {"Accept", "Ignore", "Take Back"}),
        ("INV-1850", {"Take Back"}),
    ):
        choose(made, number)
        assert offered(made) == buttons, number


def test_an_answer_says_exactly_what_was_seen(
    qtbot: QtBot, worker: Worker, tab: Callable[[FakeDesk], WaitingTab]
) -> None:
    desk = FakeDesk()
    made = tab(desk)
    rows = {row.invoice_number: row for row in desk.waits}
    choose(made, "INV-2041", "INV-2003", "INV-2101")
    with qtbot.waitSignal(made.answered, timeout=20_000):
        qtbot.mouseClick(made.accept, Qt.MouseButton.LeftButton)
    (request,) = desk.decided
    assert request.verdict is Verdict.ACCEPT
    assert set(request.seen) == {rows["INV-2041"].seen, rows["INV-2003"].seen}, (
        "an unmatched row is not meant"
    )
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    assert "INV-2041" not in {row.invoice_number for row in made.table.table.rows}
    assert "2" in made.banner.words


def test_the_list_is_filtered_by_kind_and_words(tab: Callable[[FakeDesk], WaitingTab]) -> None:
    made = tab(FakeDesk())
    everything = len(sample_waiting())
    assert made.table.table.rowCount() == everything
    for kind in Kind:
        made.kinds.setCurrentIndex(made.kinds.findData(kind))
        shown = made.table.table.rows
        assert shown
        assert {kind_of(row) for row in shown} == {kind}
    made._show_all()
    made.search.setText("okonkwo deleted")
    assert [row.invoice_number for row in made.table.table.rows] == ["INV-2003"]
    made.search.setText("nobody")
    assert made.list.currentWidget() is made.list.empty
    made.list.empty.findChild(QPushButton).click()
    assert made.table.table.rowCount() == everything


def test_an_empty_list_says_why(tab: Callable[[FakeDesk], WaitingTab]) -> None:
    made = tab(FakeDesk(waits=()))
    assert "Nothing waits" in made.list.empty.words
    assert not any(button.isVisible() for button in made._buttons())


def test_a_busy_company_is_told_and_nothing_is_lost(
    qtbot: QtBot, worker: Worker, tab: Callable[[FakeDesk], WaitingTab]
) -> None:
    desk = FakeDesk(sync_trouble=BusyError("Another run is under way.", "Wait until it has ended."))
    made = tab(desk)
    choose(made, "INV-2041")
    with qtbot.waitSignal(made.answered, timeout=20_000):
        made.accept.click()
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    assert "Another run" in made.error.accessibleName()
    assert made.table.table.rowCount() == len(sample_waiting())


def test_ten_thousand_rows_make_no_widgets(
    qtbot: QtBot, worker: Worker, tab: Callable[[FakeDesk], WaitingTab]
) -> None:
    few = tab(FakeDesk())
    many = tab(FakeDesk(waits=sample_waiting() * 1200))
    assert many.table.table.rowCount() == len(sample_waiting()) * 1200
    assert len(many.findChildren(QPushButton)) == len(few.findChildren(QPushButton))


@pytest.fixture
def office(
    qtbot: QtBot, worker: Worker, tmp_path: Path, syncdesk_home: Path, password_store: MemoryKeyring
) -> Iterator[tuple[MainWindow, Path]]:
    """The real window over generated books and a SQLite job database, synced once."""
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
    desk.set_values("Acme", {"brake_falls": "0", "brake_falls_percent": "0"})
    window = MainWindow(desk, worker)
    window.show()
    qtbot.waitUntil(lambda: window.update_tab.run_button.isEnabled(), timeout=20_000)
    run(qtbot, window, worker)
    run(qtbot, window, worker)
    yield window, jobs
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    window.close()
    window.deleteLater()


def run(qtbot: QtBot, window: MainWindow, worker: Worker) -> RunSummary:
    """What Ctrl+Return does now, from the past month on, to its end."""
    with qtbot.waitSignal(window.update_tab.run_finished, timeout=60_000) as caught:
        window.actions_.run.trigger()
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    end = caught.args[0]
    assert isinstance(end, RunSummary), end
    return end


def stored(jobs: Path, number: str) -> float:
    """Paid Amount as stored."""
    with closing(sqlite3.connect(jobs)) as db:
        query = "SELECT paid_amount FROM invoices WHERE invoice_no = ?"
        (paid,) = db.execute(query, (number,)).fetchone()
    return float(paid)


def type_over(jobs: Path, paid: float, *numbers: str) -> None:
    """Somebody types a figure of her own."""
    with closing(sqlite3.connect(jobs)) as db, db:
        for number in numbers:
            db.execute("UPDATE invoices SET paid_amount = ? WHERE invoice_no = ?", (paid, number))


def look_at_everything(window: MainWindow) -> None:
    """Choose an earlier start date: what was first seen since then is looked at again."""
    window.update_tab.starts.radio(StartChoice.MONTH).click()


def test_a_person_answers_what_was_changed_here(
    qtbot: QtBot, worker: Worker, office: tuple[MainWindow, Path]
) -> None:
    """D9: from the result of a run to the list, one accepted, one kept, and the count on the tab follows."""
    window, jobs = office
    first, second = PAID[:2]
    type_over(jobs, 77.77, first.number, second.number)
    look_at_everything(window)
    assert run(qtbot, window, worker).counts.conflict == 2
    results = window.update_tab.results
    assert results.waiting_button.isVisible()
    qtbot.mouseClick(results.waiting_button, Qt.MouseButton.LeftButton)
    assert window.tabs.currentWidget() is window.waiting_tab
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    tab = window.waiting_tab
    assert "(2)" in window.tabs.tabText(window.tabs.indexOf(tab))
    for number, button in ((first.number, tab.accept), (second.number, tab.keep)):
        choose(tab, number)
        with qtbot.waitSignal(tab.answered, timeout=60_000):
            button.click()
        qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    assert (stored(jobs, first.number), stored(jobs, second.number)) == (first.paid / 100, 77.77)
    assert [kind_of(row) for row in tab.table.table.rows] == [Kind.ANSWERED]
    assert "(" not in window.tabs.tabText(window.tabs.indexOf(tab))
    choose(tab, second.number)
    with qtbot.waitSignal(tab.answered, timeout=60_000):
        tab.take_back.click()
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    assert not tab.error.isVisible(), tab.error.accessibleName()
    assert [kind_of(row) for row in tab.table.table.rows] == [Kind.DECIDE]
    assert stored(jobs, second.number) == 77.77


@pytest.mark.parametrize("sure", [False, True])
def test_a_person_lets_a_brake_go_or_not(
    qtbot: QtBot, worker: Worker, office: tuple[MainWindow, Path], sure: bool
) -> None:
    """D10, UX-8: the numbers are told again, and 'Leave As It Is' is what Return means."""
    window, jobs = office
    invoice = PAID[0]
    open_desk().set_values("Acme", {"policy": "source"})
    type_over(jobs, invoice.paid / 100 + 1, invoice.number)
    look_at_everything(window)
    held = run(qtbot, window, worker)
    assert held.brake is not None
    results = window.update_tab.results
    asked: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        wanted = "Write Anyway" if sure else "Leave As It Is"
        next(button for button in box.buttons() if button.text().replace("&", "") == wanted).click()

    QTimer.singleShot(0, answer)
    if sure:
        with qtbot.waitSignal(window.update_tab.run_finished, timeout=60_000):
            results.go_on_button.click()
    else:
        results.go_on_button.click()
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    assert asked == [str(held.brake)]
    assert stored(jobs, invoice.number) == invoice.paid / 100 + (0 if sure else 1)


def test_a_preview_offers_nothing_that_only_a_run_can_answer(qtbot: QtBot, worker: Worker) -> None:
    desk = FakeDesk(brake=reason("brake_falls", count=31, paid=154, limit=5))
    window = MainWindow(desk, worker)
    window.show()
    qtbot.waitUntil(lambda: window.update_tab.run_button.isEnabled(), timeout=20_000)
    with qtbot.waitSignal(window.update_tab.run_finished, timeout=20_000):
        window.update_tab.preview()
    assert not window.update_tab.results.go_on_button.isVisible()
    assert not window.update_tab.results.waiting_button.isVisible()
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    window.close()
    window.deleteLater()
