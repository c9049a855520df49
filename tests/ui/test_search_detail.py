"""The detail pane (UX-23): opened by key or click, explains offline, can be copied, Esc closes it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from syncdesk.model.errors import FatalError
from syncdesk.ui.detail_pane import DetailPane
from syncdesk.ui.search_tab import SearchTab
from syncdesk.ui.worker import Worker
from tests.ui.search_samples import SampleDesk, explanation, sample_invoice
from tests.ui.story_samples import story_of

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def desk() -> SampleDesk:
    return SampleDesk()


@pytest.fixture
def tab(qtbot: QtBot, desk: SampleDesk, worker: Worker) -> SearchTab:
    made = SearchTab(desk, worker)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1180, 900)
    made.show()
    qtbot.waitExposed(made)
    made.show_connection("Northgate Removals")
    qtbot.waitUntil(lambda: made.view.table.table.rowCount() > 0)
    return made


def choose(tab: SearchTab, number: str) -> None:
    numbers = [row.number for row in tab.view.table.table.rows]
    tab.view.table.selectRow(numbers.index(number))
    tab.view.table.setFocus()


def open_by_key(qtbot: QtBot, tab: SearchTab, number: str = "INV-0010") -> DetailPane:
    choose(tab, number)
    qtbot.keyClick(tab.view.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(tab.pane.why.text()))
    return tab.pane


def texts(pane: DetailPane) -> list[str]:
    table = pane.movements.table
    return ["|".join(table.text(row, column) for column in range(5)) for row in range(table.rowCount())]


def test_ux23_return_opens_the_explanation(qtbot: QtBot, tab: SearchTab) -> None:
    """QML-07: each movement's type is kept; SMQ-14: a refund stands by its payment; BBK-31: the reference."""
    assert not tab.pane.isVisible()
    pane = open_by_key(qtbot, tab)
    assert pane.isVisible()
    assert pane.head.close_button.hasFocus()
    assert pane.head.number.text() == "INV-0010"
    assert pane.head.state.text() == "Part-paid"
    assert ("Paid Amount", "450.00 GBP") in pane.facts.lines
    assert texts(pane) == [
        "05/01/2026|Prepayment|100.00|Yes|Deposit",
        "01/02/2026|Payment|400.00|Yes|BACS 1187",
        "09/02/2026|Refund|-50.00|Yes|Broken lamp",
        "09/02/2026|Credit note|50.00|No: not money|CN-4",
        "01/03/2026|Payment|20.00|Not yet: pending|–",
    ]
    assert pane.sum.lines == (
        ("Total of the invoice", "1,200.00"),
        ("less Paid Amount", "-450.00"),
        ("less credited (no money)", "-50.00"),
        ("Outstanding", "700.00 GBP"),
    )
    assert pane.why.text() == "Date Paid is empty: 700.00 GBP is still outstanding."
    assert "still pending" in pane.notes.text()
    assert "reference id-INV-0010" in pane.reference.text()


def test_the_history_shows_old_and_new_with_time(qtbot: QtBot, tab: SearchTab) -> None:
    table = open_by_key(qtbot, tab).history.table
    assert table.text(0, 0).startswith("10/04/2026")
    assert table.text(0, 1) == "Synced"
    assert table.text(0, 2) == "400.00 → 450.00"
    assert table.text(0, 3) == "01/02/2026 → –"
    assert table.text(1, 2) == "0.00 → 400.00"


def test_double_click_opens_and_the_pane_follows_the_list(qtbot: QtBot, tab: SearchTab) -> None:
    table = tab.view.table
    choose(tab, "INV-0010")
    where = table.visualRect(table.currentIndex()).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert tab.pane.isVisible()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert tab.pane.head.number.text() == "INV-0009"


def test_ux11_esc_closes_and_goes_back_to_the_list(qtbot: QtBot, tab: SearchTab) -> None:
    pane = open_by_key(qtbot, tab)
    qtbot.keyClick(pane.head.close_button, Qt.Key.Key_Escape)
    assert not pane.isVisible()
    assert tab.view.table.hasFocus()
    assert tab.view.table.current_row().number == "INV-0010"  # type: ignore[union-attr]


def test_the_explain_button_opens_the_pane(qtbot: QtBot, tab: SearchTab) -> None:
    qtbot.mouseClick(tab.view.explain_button, Qt.MouseButton.LeftButton)
    assert tab.pane.isVisible()
    assert tab.pane.head.number.text() == "INV-0239"


def test_an_invoice_no_run_has_seen_says_so(qtbot: QtBot, tab: SearchTab) -> None:
    pane = open_by_key(qtbot, tab, "INV-0106")
    assert "No run has seen this invoice" in pane.why.text()
    assert pane.why.isVisible()
    assert not pane.movements.isVisible()
    assert ("Credited", "–") in pane.facts.lines


def test_an_answer_for_an_invoice_left_behind_is_not_shown(qtbot: QtBot, tab: SearchTab) -> None:
    pane = open_by_key(qtbot, tab)
    choose(tab, "INV-0106")
    assert "No run has seen" in pane.why.text()
    left = tab.view.table.table.rows[0]
    pane._was_read((left, story_of(left, explanation(sample_invoice()), ())))
    assert "No run has seen" in pane.why.text()


def test_everything_can_be_copied(qtbot: QtBot, tab: SearchTab) -> None:
    pane = open_by_key(qtbot, tab)
    qtbot.mouseClick(pane.head.copy_button, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "INV-0010\tMiller & Sons"
    assert "less Paid Amount\t-450.00" in lines
    assert "01/02/2026\tPayment\t400.00\tYes\tBACS 1187" in lines
    assert any("0.00 → 400.00\t– → 01/02/2026\tFirst figures for this row." in line for line in lines)
    pane.movements.setFocus()
    pane.movements.selectRow(1)
    tab.copy_selection()
    assert QGuiApplication.clipboard().text() == "01/02/2026\tPayment\t400.00\tYes\tBACS 1187"


def test_smq07_the_record_opens_in_the_books(qtbot: QtBot, tab: SearchTab, desk: SampleDesk) -> None:
    address = "https://books.example/7?a=1&b=<x>"
    desk.explained = explanation(sample_invoice(url=address))
    opened: list[str] = []
    view = open_by_key(qtbot, tab).view_in
    view._opening = lambda text: not opened.append(text)  # type: ignore[func-returns-value]
    assert view.button.text() == "View in GnuCash"
    assert view.button.isEnabled()
    assert not view.reason.isVisible()
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert opened == [address]
    view._opening = lambda text: False
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert address in view.reason.text()


@pytest.mark.parametrize("url", ["", "file:///etc/passwd", "javascript:alert(1)"])
def test_smq08_without_a_web_address_it_says_why(
    qtbot: QtBot, tab: SearchTab, desk: SampleDesk, url: str
) -> None:
    desk.explained = explanation(sample_invoice(url=url))
    pane = open_by_key(qtbot, tab)
    assert not pane.view_in.button.isEnabled()
    assert pane.view_in.reason.isVisible()
    assert pane.view_in.reason.text().startswith("GnuCash gives this invoice no address")
    assert pane.view_in.button.accessibleDescription() == pane.view_in.reason.text()
    assert pane.reference.text().startswith("In the books")


def test_an_error_is_told_in_the_pane(qtbot: QtBot, tab: SearchTab, desk: SampleDesk) -> None:
    def broken(name: str, source_id: str) -> object:
        raise FatalError("The journal is damaged.", "Restore it from a backup.")

    desk.explain = broken  # type: ignore[assignment, method-assign]
    choose(tab, "INV-0010")
    qtbot.keyClick(tab.view.table, Qt.Key.Key_Return)
    qtbot.waitUntil(tab.pane.error.isVisible)
    assert tab.pane.error.accessibleName() == "The journal is damaged. Restore it from a backup."
    assert tab.pane.facts.isVisible()


def test_the_small_tables_are_sound_and_as_high_as_their_rows(qtbot: QtBot, tab: SearchTab) -> None:
    testers = [QAbstractItemModelTester(t.table, FATAL) for t in (tab.pane.movements, tab.pane.history)]
    pane = open_by_key(qtbot, tab)
    assert len(testers) == 2
    row = pane.movements.verticalHeader().defaultSectionSize()
    assert pane.movements.viewport().height() >= 5 * row
    assert pane.history.height() < pane.movements.height()


def test_sentences_can_be_selected_by_keyboard(qtbot: QtBot, tab: SearchTab) -> None:
    pane = open_by_key(qtbot, tab)
    for label in (pane.why, pane.notes, pane.reference):
        assert isinstance(label, QLabel)
        assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
