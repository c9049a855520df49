"""The tab Invoice Search, driven as a person drives it: keys, clicks, clipboard, files."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from syncdesk.app.views import InvoiceRow
from syncdesk.model.errors import SetupError
from syncdesk.ui import search_tab
from syncdesk.ui.list_export import file_types
from syncdesk.ui.search_tab import SearchTab
from syncdesk.ui.worker import Worker
from tests.ui.fake_desk import FakeDesk
from tests.ui.search_samples import SampleDesk, invoice_row, sample_rows

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def desk() -> SampleDesk:
    return SampleDesk()


@pytest.fixture
def tab(qtbot: QtBot, desk: SampleDesk, worker: Worker) -> SearchTab:
    made = SearchTab(desk, worker)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1180, 720)
    made.show()
    qtbot.waitExposed(made)
    made.show_connection("Northgate Removals")
    qtbot.waitUntil(lambda: bool(shown(made)) or made.view.error.isVisible())
    return made


def shown(tab: SearchTab) -> list[str]:
    return [row.number for row in tab.view.table.table.rows]


def column(tab: SearchTab, name: str) -> int:
    return [each.name for each in tab.view.table.table.columns].index(name)


def search(qtbot: QtBot, tab: SearchTab, text: str) -> None:
    tab.focus_search()
    qtbot.keyClicks(tab.view.field, text)
    with qtbot.waitSignal(tab.view.field.wanted):
        pass


def sort_by(qtbot: QtBot, tab: SearchTab, name: str) -> None:
    header = tab.view.table.horizontalHeader()
    place = column(tab, name)
    tab.view.table.scrollTo(tab.view.table.table.index(0, place))
    where = QPoint(header.sectionViewportPosition(place) + 12, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_s50_19_every_invoice_is_listed_with_its_figures(tab: SearchTab) -> None:
    assert sorted(shown(tab)) == sorted(row.number for row in sample_rows())
    table = tab.view.table.table
    place = shown(tab).index("INV-0010")
    texts = {each.name: table.text(place, index) for index, each in enumerate(table.columns)}
    assert texts["customer"] == "Miller & Sons"
    assert texts["total"] == "1,200.00"
    assert texts["paid_amount"] == "450.00"
    assert texts["credited"] == "50.00"
    assert texts["outstanding"] == "700.00"
    assert texts["date_paid"] == "–"
    assert texts["state"] == "Part-paid"
    assert texts["last_synced"].startswith("10/04/2026")
    assert tab.view.count.text() == "49 of 49 invoices"


def test_the_model_is_sound_while_it_is_filtered_and_ordered(qtbot: QtBot, tab: SearchTab) -> None:
    model: QAbstractItemModel = tab.view.table.table
    tester = QAbstractItemModelTester(model, FATAL)
    tab.view.table.selectRow(3)
    sort_by(qtbot, tab, "customer")
    search(qtbot, tab, "inv 01")
    sort_by(qtbot, tab, "total")
    tab.view.field.clear()
    tab.view.field.ask()
    tab.show_connection(None)
    assert tester.model() is model


def test_qml_04_and_ux10_state_is_icon_word_and_colour(tab: SearchTab) -> None:
    table = tab.view.table.table
    index = table.index(shown(tab).index("INV-0100"), column(tab, "state"))
    assert index.data() == "Waiting for payment"
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert index.data(Qt.ItemDataRole.ForegroundRole).name() == "#1a56b0"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "State: Waiting for payment"


def test_rows_that_cannot_be_read_or_conflict_say_so(tab: SearchTab) -> None:
    table, place = tab.view.table.table, column(tab, "remark")
    unreadable = table.text(shown(tab).index("INV-0105"), place)
    conflict = table.text(shown(tab).index("INV-0104"), place)
    assert unreadable == "Cannot be read: 'abc' in paid_amount is not an amount."
    assert conflict.startswith("Conflict: Changed here: the job database holds 600.00")


def test_ux18_typing_filters_and_clearing_brings_all_back(qtbot: QtBot, tab: SearchTab) -> None:
    search(qtbot, tab, "CAFE aero")
    assert shown(tab) == ["INV-0009"]
    assert tab.view.count.text() == "1 of 49 invoices"
    qtbot.keyClick(tab.view.field, Qt.Key.Key_Escape)
    assert len(shown(tab)) == 49


def test_ux18_a_wrong_term_is_told_at_the_field_and_the_rest_filters(qtbot: QtBot, tab: SearchTab) -> None:
    search(qtbot, tab, "miller colour:red")
    assert tab.view.problem.isVisible()
    assert tab.view.problem.text().startswith("There is no field 'colour'.")
    assert shown(tab) == ["INV-0010"]
    assert tab.view.field.accessibleDescription() == tab.view.problem.text()
    assert tab.view.field.text() == "miller colour:red"
    tab.view.field.clear()
    tab.view.field.ask()
    assert not tab.view.problem.isVisible()


def test_ux2_no_match_says_so_and_clear_brings_the_list_back(qtbot: QtBot, tab: SearchTab) -> None:
    tab.view.states.setCurrentIndex(tab.view.states.findText("Void"))
    search(qtbot, tab, "nobody")
    assert "No invoice fits this search" in tab.view.empty.words
    assert tab.view.empty.isVisible()
    assert not tab.view.export_button.isEnabled()
    button = tab.findChild(QWidget, "search-empty-button")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(shown(tab)) == 49
    assert tab.view.field.hasFocus()


def test_ux2_no_connection_and_no_invoices_are_told_apart(
    qtbot: QtBot, tab: SearchTab, desk: SampleDesk
) -> None:
    desk.rows = ()
    tab.refresh()
    qtbot.waitUntil(lambda: "no invoices" in tab.view.empty.words)
    tab.show_connection(None)
    assert "No company is connected yet" in tab.view.empty.words
    with qtbot.waitSignal(tab.settings_wanted):
        qtbot.mouseClick(tab.findChild(QWidget, "search-empty-button"), Qt.MouseButton.LeftButton)


def test_ux6_an_error_is_shown_with_its_remedy_and_can_be_tried_again(
    qtbot: QtBot, tab: SearchTab, desk: SampleDesk
) -> None:
    desk.failure = SetupError("The file jobs.sqlite is not there.", "Choose it again in Settings.", "errno 2")
    tab.refresh()
    qtbot.waitUntil(tab.view.error.isVisible)
    assert (
        tab.view.error.accessibleName() == "The file jobs.sqlite is not there. Choose it again in Settings."
    )
    assert shown(tab) == []
    desk.failure = None
    qtbot.mouseClick(tab.findChild(QWidget, "search-empty-button"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(shown(tab)) == 49)
    assert not tab.view.error.isVisible()


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("Void", ["INV-0103"]),
        ("Overpaid", ["INV-0101"]),
        ("Needs a person", ["INV-0104", "INV-0105"]),
        ("Not seen in the books yet", ["INV-0106"]),
    ],
)
def test_the_state_chooser_filters(tab: SearchTab, choice: str, expected: list[str]) -> None:
    tab.view.states.setCurrentIndex(tab.view.states.findText(choice))
    assert sorted(shown(tab)) == expected


def test_ux16_sorting_by_click_is_natural_both_ways_with_empties_last(qtbot: QtBot, tab: SearchTab) -> None:
    assert shown(tab)[0] == "INV-0239"
    sort_by(qtbot, tab, "number")
    assert shown(tab)[:3] == ["INV-0009", "INV-0010", "INV-0100"]
    sort_by(qtbot, tab, "date_paid")
    days = [row.date_paid for row in tab.view.table.table.rows]
    filled = [day for day in days if day is not None]
    assert filled == sorted(filled)
    assert days[: len(filled)] == filled
    sort_by(qtbot, tab, "date_paid")
    days = [row.date_paid for row in tab.view.table.table.rows]
    assert days[: len(filled)] == sorted(filled, reverse=True)


def test_the_chosen_invoice_stays_chosen_when_ordered_filtered_and_read_again(
    qtbot: QtBot, tab: SearchTab, desk: SampleDesk
) -> None:
    tab.view.table.selectRow(shown(tab).index("INV-0100"))
    sort_by(qtbot, tab, "total")
    assert tab.view.table.current_row().number == "INV-0100"  # type: ignore[union-attr]
    search(qtbot, tab, "neill")
    assert tab.view.table.current_row().number == "INV-0100"  # type: ignore[union-attr]
    desk.rows = tuple(replace(row, customer=row.customer + " Ltd") for row in desk.rows)
    with qtbot.waitSignal(tab.view.table.table.modelReset):
        tab.refresh()
    assert tab.view.table.current_row().customer == "O'Neill Storage Ltd"  # type: ignore[union-attr]


def test_totals_are_those_of_the_rows_shown_per_currency(qtbot: QtBot, tab: SearchTab) -> None:
    search(qtbot, tab, "total:80..120 inv-01")
    assert sorted(tab.view.totals.words.splitlines()) == [
        "EUR (invoices: 1), Total 80.00, Paid Amount 85.00, Credited 0.00, Outstanding 0.00",
        "GBP (invoices: 1), Total 99.50, Paid Amount 0.00, Credited 0.00, Outstanding 99.50",
    ]


def test_sums_say_for_how_many_rows_a_figure_is_not_known(tab: SearchTab) -> None:
    label = tab.findChild(QLabel, "search-total-credited-GBP")
    assert label is not None
    assert label.text() == "50.00 (not known: 1)"


def test_ux17_copy_gives_rows_with_plain_amounts(qtbot: QtBot, tab: SearchTab) -> None:
    search(qtbot, tab, "miller")
    qtbot.keyClick(tab.view.field, Qt.Key.Key_Return)
    assert tab.view.table.hasFocus()
    qtbot.keyClick(tab.view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    cells = clipboard().split("\t")
    amounts = ["1200.00", "450.00", "50.00", "700.00"]
    assert cells[:8] == ["INV-0010", "Miller & Sons", "Part-paid", "Synced", *amounts]
    QGuiApplication.clipboard().clear()
    tab.copy_selection()
    assert clipboard().startswith("INV-0010\t")


def test_f46_export_writes_what_is_shown(qtbot: QtBot, tab: SearchTab, tmp_path: Path) -> None:
    search(qtbot, tab, "cafe")
    csv = next(kind for kind in file_types(".") if kind.ending == "csv")
    tab.exports.write(tmp_path / "list.csv", csv, tab.shown_list())
    qtbot.waitUntil(tab.view.banner.isVisible)
    lines = (tmp_path / "list.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("Number,Customer,Currency,Total,Paid Amount")
    assert lines[1].startswith(
        "INV-0009,Café Ærø,GBP,120.00,120.00,0.00,0.00,2026-01-31,Paid,2026-04-10 10:30:00"
    )
    assert lines[3:5] == ["Company: Northgate Removals", "Shown: cafe"]
    assert "Europe/London" in lines[5]
    assert tab.view.banner.words == "1 invoices were written to list.csv."


def test_ux20_the_export_button_asks_for_file_and_kind(qtbot: QtBot, tab: SearchTab, tmp_path: Path) -> None:
    qtbot.mouseClick(tab.view.export_button, Qt.MouseButton.LeftButton)
    dialog = tab.findChild(QFileDialog, "search-export-dialog")
    assert dialog is not None
    assert any("semicolons" in each for each in dialog.nameFilters())
    dialog.selectFile(str(tmp_path / "list.xlsx"))
    dialog.accept()
    qtbot.waitUntil(lambda: (tmp_path / "list.xlsx").exists() and tab.view.banner.isVisible())


def test_a_failed_export_names_the_file(qtbot: QtBot, tab: SearchTab, tmp_path: Path) -> None:
    tab.exports.write(tmp_path / "gone" / "list.xlsx", file_types(".")[0], tab.shown_list())
    qtbot.waitUntil(tab.view.error.isVisible)
    assert "There is no folder" in tab.view.error.accessibleName()
    assert len(shown(tab)) == 49


def test_examples_fill_the_field(qtbot: QtBot, tab: SearchTab) -> None:
    for action in tab.view.examples.menu().actions():
        action.trigger()
        assert tab.view.field.text() == action.data()
        assert not tab.view.problem.isVisible(), action.data()


def test_s50_12_invoices_are_read_when_the_tab_is_seen(
    qtbot: QtBot, desk: SampleDesk, worker: Worker
) -> None:
    tab = SearchTab(desk, worker)  # type: ignore[arg-type]
    qtbot.addWidget(tab)
    tab.show_connection("Northgate Removals")
    tab.refresh()
    assert desk.asked == []
    tab.show()
    qtbot.waitUntil(lambda: len(shown(tab)) == 49)
    assert desk.asked == ["Northgate Removals"]


def test_the_answer_of_a_connection_left_behind_is_not_shown(
    qtbot: QtBot, tab: SearchTab, desk: SampleDesk
) -> None:
    tab.show_connection("Other")
    desk.rows = (invoice_row("7"),)
    tab.show_connection("Third")
    qtbot.waitUntil(lambda: shown(tab) == ["7"])


def test_f39_long_lists_are_ordered_on_a_lane(qtbot: QtBot, tab: SearchTab, desk: SampleDesk) -> None:
    desk.rows = tuple(invoice_row(str(place), total=f"{place * 7919 % 10007}.00") for place in range(9000))
    tab.refresh()
    qtbot.waitUntil(lambda: len(shown(tab)) == 9000)
    with qtbot.waitSignal(tab.view.table.table.layoutChanged):
        sort_by(qtbot, tab, "total")
    totals = [row.total for row in tab.view.table.table.rows]
    assert totals == sorted(totals)


def test_ux12_everything_that_takes_focus_has_a_name(tab: SearchTab) -> None:
    for widget in tab.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert name, (type(widget), widget.objectName())
            if not widget.objectName().startswith("qt_"):
                assert widget.objectName(), type(widget)
    buddies = [label.buddy() for label in tab.findChildren(QLabel)]
    assert all(combo in buddies for combo in tab.findChildren(QComboBox))


def test_ux11_tab_goes_through_the_controls_in_reading_order(qtbot: QtBot, tab: SearchTab) -> None:
    tab.focus_search()
    order = []
    for _ in range(7):
        focus = tab.focusWidget()
        assert focus is not None
        order.append(focus.objectName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert order == [
        "search-field",
        "search-views",
        "search-examples",
        "search-state",
        "search-table",
        "search-explain",
        "search-export",
    ]


# long lists (F-39)


def test_f39_a_first_page_stands_in_for_a_list_that_takes_long(
    qtbot: QtBot, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has no sums and cannot be exported; search and order follow with the whole list."""
    monkeypatch.setattr(search_tab, "_PATIENCE", 10)
    gate = threading.Event()

    class SlowDesk(FakeDesk):
        def invoices(self, connection_name: str) -> tuple[InvoiceRow, ...]:
            gate.wait(20)
            return super().invoices(connection_name)

    tab = SearchTab(SlowDesk(), worker)
    qtbot.addWidget(tab)
    tab.show()
    tab.show_connection("Northgate Heating")
    qtbot.waitUntil(lambda: bool(shown(tab)))
    assert not tab.is_whole
    assert tab.view.count.text() == "Reading all invoices… meanwhile the first 160"
    assert not tab.view.export_button.isEnabled()
    tab.view.field.setText("dental")
    tab.view.field.ask()
    assert len(shown(tab)) == 160
    gate.set()
    qtbot.waitUntil(lambda: tab.is_whole and tab.is_answered())
    assert 0 < len(shown(tab)) < 160
    assert tab.view.export_button.isEnabled()


def test_f39_a_list_that_is_read_quickly_shows_no_first_page(qtbot: QtBot, worker: Worker) -> None:
    class CountingDesk(FakeDesk):
        asked = 0

        def first_invoices(self, connection_name: str, count: int) -> tuple[InvoiceRow, ...]:
            CountingDesk.asked += 1
            return super().first_invoices(connection_name, count)

    tab = SearchTab(CountingDesk(), worker)
    qtbot.addWidget(tab)
    tab.show()
    tab.show_connection("Northgate Heating")
    qtbot.waitUntil(lambda: tab.is_whole)
    assert not tab._patience.isActive()
    assert CountingDesk.asked == 0


def test_f39_long_lists_are_searched_and_ordered_on_a_lane_with_the_same_result(
    qtbot: QtBot, tab: SearchTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    def results() -> list[list[str]]:
        found = []
        for text in ("total>100", "", "-paid>1"):
            tab.look_through(text)
            for column in (0, 3):
                tab.view.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
                qtbot.waitUntil(tab.is_answered)
                found.append(shown(tab))
        return found

    on_the_spot = results()
    monkeypatch.setattr(search_tab, "_LONG", 1)
    assert results() == on_the_spot


def test_f39_of_searches_typed_one_after_the_other_the_last_counts(
    qtbot: QtBot, tab: SearchTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_tab, "_LONG", 1)
    for text in ("a", "an", "total>100", "nothing like it", ""):
        tab.look_through(text)
    qtbot.waitUntil(tab.is_answered)
    assert tab.view.list_or_empty.currentWidget() is tab.view.table
    everything = len(shown(tab))
    tab.look_through("total>100")
    qtbot.waitUntil(tab.is_answered)
    assert len(shown(tab)) < everything
