"""The overview in the window: what needs a person, companies side by side, charts that are pressed and walked
(UX-10, UX-11, UX-12, UX-21)."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from syncdesk.app.overview import NeedKind
from syncdesk.app.search import parse, search
from syncdesk.app.views import AutomaticState
from syncdesk.model.changes import RunKind, RunResult
from syncdesk.model.errors import SetupError
from syncdesk.model.schedule import Schedule
from syncdesk.ui.bar_chart import Bar, BarChart, scale_of
from syncdesk.ui.window import MainWindow
from syncdesk.ui.worker import Worker
from tests.ui.fake_desk import FakeDesk, sample_invoices, sample_runs

LEFT = Qt.MouseButton.LeftButton
OVERVIEW = 5
"""The place of the tab."""


@pytest.fixture
def make(make: Any) -> Any:
    """Opens the window with the overview in sight and waits until all is read."""

    def open_window(desk: FakeDesk) -> MainWindow:
        window: MainWindow = make(desk, tab=OVERVIEW)
        window.resize(1200, 900)
        return window

    return open_window


def runs(result: RunResult) -> tuple[Any, ...]:
    return (replace(sample_runs()[0], kind=RunKind.SYNC, result=result, message="The books are locked."),)


def test_what_needs_a_person_stands_first_with_its_button(qtbot: QtBot, make: Any, worker: Worker) -> None:
    window = make(FakeDesk(names=("Northgate Heating",), history=runs(RunResult.PARTIAL)))
    tab = window.overview_tab
    assert tab.needs.words == [
        "Northgate Heating: 3 rows waiting. For your answer, or for a cure that they name."
    ]
    (button,) = tab.needs.stops()
    qtbot.mouseClick(button, LEFT)
    assert window.tabs.currentWidget() is window.waiting_tab
    qtbot.waitUntil(lambda: not worker.is_busy)


@pytest.mark.parametrize(
    ("desk", "kind", "place"),
    [
        (FakeDesk(history=runs(RunResult.FAILED)), NeedKind.RUN_FAILED, "history_tab"),
        (FakeDesk(history=runs(RunResult.NEEDS_DECISION)), NeedKind.RUN_WAITS, "history_tab"),
        (
            FakeDesk(history=(), automatic=AutomaticState(on=False, schedule=Schedule(every=5))),
            NeedKind.PAUSED,
            "settings_tab",
        ),
        (
            FakeDesk(history=(), automatic=AutomaticState(days_without_success=9)),
            NeedKind.SILENT,
            "update_tab",
        ),
        (FakeDesk(history=(), has_applied_run=False), NeedKind.FIRST_RUN, "update_tab"),
    ],
)
def test_every_need_leads_to_where_it_is_seen_to(
    qtbot: QtBot, make: Any, worker: Worker, desk: FakeDesk, kind: NeedKind, place: str
) -> None:
    desk.names = ("Northgate Heating",)
    window = make(desk)
    lines = [line for line in window.overview_tab.needs._lines if line.need.kind is kind]
    assert len(lines) == 1
    qtbot.mouseClick(lines[0].button, LEFT)
    assert window.tabs.currentWidget() is getattr(window, place)
    qtbot.waitUntil(lambda: not worker.is_busy)


def test_where_nothing_needs_a_person_that_is_said(make: Any) -> None:
    desk = FakeDesk(names=("Northgate Heating",), history=())
    desk.waiting_count = 0
    assert make(desk).overview_tab.needs.words == ["Nothing needs you now."]


def test_companies_stand_side_by_side_and_one_can_be_chosen(qtbot: QtBot, make: Any, worker: Worker) -> None:
    window = make(FakeDesk(history=runs(RunResult.PARTIAL)))
    table = window.overview_tab.companies
    assert [table.table.text(row, 0) for row in range(2)] == ["Northgate Heating", "Sample company"]
    assert table.table.text(0, 1) == "Needs you"  # UX-10: icon, word and colour
    assert table.table.columns[1].mark(table.table.row(0)).icon == "decision"
    table.opened.emit(table.table.row(1))
    qtbot.waitUntil(lambda: window.bar.name == "Sample company" and not worker.is_busy)
    assert "Sample company" in window.overview_tab.money_title.text()


def test_ux21_a_bar_shows_the_invoices_behind_it(qtbot: QtBot, make: Any, worker: Worker) -> None:
    window = make(FakeDesk())
    card = window.overview_tab.ageing
    place = next(n for n, bar in enumerate(card.chart.bars) if bar.amount)
    query = card._slices[place].query
    qtbot.mouseClick(card.chart, LEFT, pos=card.chart.bar_rect(place).center())
    assert window.tabs.currentWidget() is window.search_tab
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert window.search_tab.view.field.text() == query
    wanted = search(sample_invoices(), parse(query))
    assert window.search_tab.view.table.search_model.rowCount() == len(wanted) == card._slices[place].count


def test_ux21_the_table_has_the_same_figures_as_the_bars(make: Any) -> None:
    window = make(FakeDesk())
    tab = window.overview_tab
    (money,) = tab._made.moneys
    for card, slices in ((tab.cash, money.weeks), (tab.ageing, money.ages)):
        shown = {row[1] for row in card.table.table.rows}
        assert set(slices) <= shown
        assert [bar.amount for bar in card.chart.bars][: len(slices)] == [one.amount for one in slices]
    assert any(row[0] == "Paid in part, no date yet" for row in tab.cash.table.table.rows)


def test_a_row_of_the_table_shows_its_invoices_too(qtbot: QtBot, make: Any, worker: Worker) -> None:
    window = make(FakeDesk())
    table = window.overview_tab.cash.table
    table.opened.emit(table.table.row(2))
    assert window.tabs.currentWidget() is window.search_tab
    assert window.search_tab.view.field.text() == table.table.row(2)[1].query
    qtbot.waitUntil(lambda: not worker.is_busy)


def test_ux11_bars_are_walked_and_chosen_with_the_keys(qtbot: QtBot, make: Any) -> None:
    window = make(FakeDesk())
    chart = window.overview_tab.cash.chart
    chart.setFocus()
    last = len(chart.bars) - 1
    assert chart.current == last
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.current == last - 1
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.current == 0
    with qtbot.waitSignal(chart.chosen) as chosen:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert chosen.args == [0]


def test_ux12_the_current_bar_is_spoken(qtbot: QtBot, make: Any) -> None:
    window = make(FakeDesk())
    chart = window.overview_tab.ageing.chart
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    interface = QAccessible.queryAccessibleInterface(chart)
    assert interface.text(QAccessible.Text.Name) == "Outstanding by age"
    said = interface.text(QAccessible.Text.Description)
    assert said == chart.bars[0].spoken
    assert "0–30" in said
    assert "GBP" in said
    assert "invoices" in said


def test_several_currencies_are_never_added_up(qtbot: QtBot, make: Any) -> None:
    rows = tuple(
        replace(row, currency="EUR") if place % 3 == 0 else row for place, row in enumerate(sample_invoices())
    )
    window = make(FakeDesk(rows=rows))
    tab = window.overview_tab
    assert tab.currency.isVisible()
    assert [tab.currency.itemText(n) for n in range(2)] == ["GBP", "EUR"]
    before = [bar.amount for bar in tab.cash.chart.bars]
    tab.currency.setCurrentIndex(1)
    assert [bar.amount for bar in tab.cash.chart.bars] != before
    assert 'currency:"EUR"' in tab.cash._slices[0].query


def test_ux2_without_money_or_company_it_is_said_why(qtbot: QtBot, make: Any, worker: Worker) -> None:
    window = make(FakeDesk(rows=()))
    assert window.overview_tab.no_money.isVisible()
    assert "Nothing to draw yet" in window.overview_tab.no_money.words
    none = make(FakeDesk(names=()))
    assert none.overview_tab.empty.isVisible()
    none.overview_tab.empty.pressed.emit()
    assert none.tabs.currentWidget() is none.settings_tab
    qtbot.waitUntil(lambda: not worker.is_busy)


def test_invoices_without_a_known_balance_are_named(make: Any) -> None:
    rows = tuple(replace(row, outstanding=None) if n < 2 else row for n, row in enumerate(sample_invoices()))
    window = make(FakeDesk(rows=rows))
    assert window.overview_tab.unknown.text().startswith("2 invoices without a known balance")


def test_trouble_is_told(make: Any) -> None:
    window = make(FakeDesk(trouble=SetupError("The settings cannot be read.", "Restore them.")))
    assert window.overview_tab.error.isVisible() or window.bar.error.isVisible()


# the chart itself


@given(st.decimals(Decimal("0.01"), Decimal("999999999"), allow_nan=False, allow_infinity=False))
def test_the_scale_is_round_and_reaches_the_highest(highest: Decimal) -> None:
    scale = scale_of(highest)
    assert scale[0] == 0
    assert scale[-2] < highest <= scale[-1]
    assert 2 <= len(scale) <= 5
    step = scale[1]
    assert [step * n for n in range(len(scale))] == list(scale)
    assert len(step.normalize().as_tuple().digits) <= 2


def test_bars_are_as_high_as_their_amounts(qtbot: QtBot) -> None:
    chart = BarChart("chart", "Chart")
    qtbot.addWidget(chart)
    chart.resize(500, 220)
    amounts = [Decimal(0), Decimal("0.01"), Decimal(50), Decimal(100)]
    bars = [Bar(str(a), a, str(a), f"{a} spoken") for a in amounts]
    chart.show_bars(bars, [(a, str(a)) for a in scale_of(Decimal(100))])
    heights = [chart.filled_height(place) for place in range(4)]
    assert heights[0] == 0
    assert heights[1] == 2  # a little is never nothing
    assert abs(heights[2] * 2 - heights[3]) <= 1
    columns = [chart.bar_rect(place) for place in range(4)]
    assert all(not a.intersects(b) for n, a in enumerate(columns) for b in columns[n + 1 :])
    with qtbot.waitSignal(chart.chosen) as chosen:
        qtbot.mouseClick(chart, LEFT, pos=columns[2].center())
    assert chosen.args == [2]
    with qtbot.assertNotEmitted(chart.chosen):
        qtbot.mouseClick(chart, LEFT, pos=QPoint(1, 1))


def test_a_chart_without_bars_is_quiet(qtbot: QtBot) -> None:
    chart = BarChart("chart", "Chart")
    qtbot.addWidget(chart)
    chart.show_bars((), ())
    chart.show()
    chart.grab()
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert chart.current == -1
