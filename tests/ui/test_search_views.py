"""Named views of Invoice Search: UX-19."""

from datetime import date, timedelta

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from syncdesk.app.search import parse, search
from syncdesk.model.sync_state import SyncState
from syncdesk.ui.memory import window_memory
from syncdesk.ui.search_tab import SearchTab
from syncdesk.ui.search_views import ViewsButton, drop_view, given_views, keep_view, own_views
from syncdesk.ui.worker import Worker
from tests.ui.fake_desk import NOW, FakeDesk, sample_invoices

TODAY = date(2026, 4, 10)


@pytest.fixture
def tab(qtbot: QtBot, worker: Worker) -> SearchTab:
    made = SearchTab(FakeDesk(), worker)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.show_connection("Northgate Heating")
    qtbot.waitUntil(lambda: bool(made.view.table.search_model.rowCount()))
    return made


def names(button: ViewsButton) -> list[str]:
    button.menu().aboutToShow.emit()
    return [action.text() for action in button.menu().actions() if action.text()]


def action(button: ViewsButton, name: str) -> QAction:
    button.menu().aboutToShow.emit()
    return next(a for a in button.menu().actions() if a.text() == name)


def test_ux19_the_given_views_are_there_and_can_be_read() -> None:
    assert [view.name for view in given_views()] == [
        "Failed",
        "Unmatched",
        "Waiting for payment",
        "Paid this week",
        "Stale",
    ]
    for view in given_views():
        assert parse(view.query, today=TODAY).problems == ()
        assert view.hint


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("Failed", lambda row: row.sync is SyncState.FAILED),
        ("Unmatched", lambda row: row.source_id is None),
        (
            "Waiting for payment",
            lambda row: row.state is not None and row.state.value in ("waiting", "part_paid"),
        ),
        ("Paid this week", lambda row: row.date_paid is not None and date(2026, 4, 6) <= row.date_paid),
        (
            "Stale",
            lambda row: (
                row.state is not None
                and row.state.value in ("waiting", "part_paid")
                and row.last_synced < NOW - timedelta(days=31)
            ),
        ),
    ],
)
def test_ux19_a_given_view_finds_what_its_name_says(name: str, fits: object) -> None:
    from dataclasses import replace

    rows = list(sample_invoices())
    rows[0] = replace(rows[0], sync=SyncState.FAILED)
    old = NOW - timedelta(days=60)
    rows = [replace(row, last_synced=old if place % 2 else row.last_synced) for place, row in enumerate(rows)]
    query = next(view.query for view in given_views() if view.name == name)
    found = search(rows, parse(query, today=TODAY))
    assert found == [row for row in rows if fits(row)]  # type: ignore[operator]
    assert 0 < len(found) < len(rows)


def test_ux19_choosing_a_view_filters_the_list(qtbot: QtBot, tab: SearchTab) -> None:
    everything = tab.view.table.search_model.rowCount()
    tab.view.states.setCurrentIndex(3)
    action(tab.view.views, "Waiting for payment").trigger()
    assert tab.view.field.text() == "state:unpaid"
    assert tab.view.states.currentIndex() == 0
    assert 0 < tab.view.table.search_model.rowCount() < everything
    assert action(tab.view.views, "Waiting for payment").isChecked()
    assert not action(tab.view.views, "Failed").isChecked()


def test_ux19_a_search_is_kept_used_again_and_dropped(qtbot: QtBot, tab: SearchTab) -> None:
    views = tab.view.views
    assert not action(views, "Keep This Search…").isEnabled()  # there is none
    tab.look_through("dental total>200")
    action(views, "Keep This Search…").trigger()
    dialog = tab.findChild(QInputDialog, "search-view-name")
    assert dialog is not None
    assert "dental total>200" in dialog.labelText()
    dialog.setTextValue("  Large   dental & co ")
    dialog.accept()
    assert [(view.name, view.query) for view in own_views()] == [("Large dental & co", "dental total>200")]
    assert "kept as 'Large dental & co'" in tab.view.banner.words
    tab.look_through("")
    action(views, "Large dental && co").trigger()
    assert tab.view.field.text() == "dental total>200"
    assert not action(views, "Keep This Search…").isEnabled()  # it is kept already
    drop = next(a for a in action(views, "Drop a View").menu().actions())
    drop.trigger()
    assert own_views() == ()
    assert "Drop a View" not in names(views)


def test_a_given_name_cannot_be_taken(qtbot: QtBot, tab: SearchTab) -> None:
    tab.look_through("dental")
    tab.view.views._named("failed")
    assert own_views() == ()
    assert "Choose another name" in tab.view.banner.words


def test_one_name_is_one_view(qtbot: QtBot) -> None:
    keep_view("Large", "total>100")
    keep_view("large", "total>200")
    assert [(view.name, view.query) for view in own_views()] == [("large", "total>200")]
    drop_view("nothing of this name")
    assert len(own_views()) == 1


@pytest.mark.parametrize("broken", ["{", "[]", "3", ""])
def test_a_damaged_memory_of_views_is_passed_over(qtbot: QtBot, broken: str) -> None:
    window_memory().setValue("search-views", broken)
    assert own_views() == ()
