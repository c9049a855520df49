"""The window as a whole: connections, shortcuts, names, mnemonics, tab order, closing during a run."""

import threading
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QMessageBox,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from syncdesk.model.changes import RunSummary
from syncdesk.model.errors import SetupError
from syncdesk.ui.memory import window_memory
from syncdesk.ui.theme import Theme
from syncdesk.ui.window import MainWindow
from syncdesk.ui.worker import Worker
from tests.ui.fake_desk import FakeDesk

# connections


def test_the_chooser_has_a_label_and_all_connections(make: Any) -> None:
    window = make(FakeDesk())
    label = next(each for each in window.findChildren(QLabel) if each.buddy() is window.bar.chooser)
    assert label.text() == "C&onnection:"
    assert [window.bar.chooser.itemText(i) for i in range(2)] == ["Northgate Heating", "Sample company"]
    assert "3 rows waiting" in window.findChild(QLabel, "connection-about").text()


def test_the_first_start_offers_the_sample_company(qtbot: QtBot, make: Any, worker: Worker) -> None:
    """UX-1, UX-7"""
    window = make(FakeDesk(names=()))
    assert window.bar.banner.isVisible()
    assert window.bar.banner.words.startswith("Welcome to SyncDesk")
    qtbot.mouseClick(window.bar.demo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.bar.name == "Sample company")
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert not window.bar.banner.isVisible()
    assert window.update_tab.run_button.isEnabled()


def test_the_first_start_leads_to_adding_a_connection(qtbot: QtBot, make: Any) -> None:
    window = make(FakeDesk(names=()))
    qtbot.mouseClick(window.bar.add_button, Qt.MouseButton.LeftButton)
    assert window.tabs.currentWidget() is window.settings_tab


def test_the_wanted_connection_is_shown(make: Any) -> None:
    assert make(FakeDesk(), wanted="Sample company").bar.name == "Sample company"


def test_the_last_connection_is_remembered(make: Any) -> None:
    make(FakeDesk()).bar.chooser.setCurrentIndex(1)
    assert make(FakeDesk()).bar.name == "Sample company"


def test_another_connection_reaches_every_tab(qtbot: QtBot, make: Any, worker: Worker) -> None:
    window = make(FakeDesk(), 2)
    window.bar.chooser.setCurrentIndex(1)
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert window.history_tab._name == window.update_tab._name == "Sample company"


def test_the_limits_of_the_books_are_said(make: Any) -> None:
    """F-16, BBK-50: what the books cannot tell is said in the window."""
    window = make(FakeDesk())
    shown = window.findChild(QLabel, "connection-limits")
    assert shown.isVisible()
    assert "keeps no record of when a payment was entered" in shown.text()


def test_trouble_with_the_settings_is_told(make: Any) -> None:
    window = make(FakeDesk(trouble=SetupError("The settings cannot be read.", "Restore them from a backup.")))
    assert window.bar.error.isVisible()


# keyboard (UX-11)


@pytest.mark.parametrize(
    ("keys", "tab"),
    [("Ctrl+1", 0), ("Ctrl+2", 1), ("Ctrl+3", 2), ("Ctrl+4", 3), ("Ctrl+5", 4), ("Ctrl+6", 5), ("Ctrl+7", 6)],
)
def test_tabs_have_shortcuts(qtbot: QtBot, make: Any, keys: str, tab: int) -> None:
    window = make(FakeDesk(), (tab + 1) % 7)
    _shortcut(window, keys).trigger()
    assert window.tabs.currentIndex() == tab


def _shortcut(window: MainWindow, keys: str) -> QAction:
    found = [a for a in window.findChildren(QAction) if a.shortcut() == QKeySequence(keys)]
    assert len(found) == 1, keys
    return found[0]


@pytest.mark.parametrize("keys", ["Ctrl+Return", "F5", "Ctrl+F", "Ctrl+Q", "F1", "Ctrl+E", "Ctrl+P"])
def test_every_promised_shortcut_exists_once(make: Any, keys: str) -> None:
    _shortcut(make(FakeDesk()), keys)


def test_ctrl_return_runs_from_any_tab_and_applies_a_preview(qtbot: QtBot, make: Any) -> None:
    desk = FakeDesk(has_applied_run=False, watermark=None)
    window = make(desk, 2)
    for _ in range(2):
        with qtbot.waitSignal(window.update_tab.run_finished):
            window.actions_.run.trigger()
    assert [request.preview for request in desk.requests] == [True, False]
    assert window.tabs.currentWidget() is window.update_tab


def test_ctrl_f_goes_to_the_search_field(make: Any) -> None:
    window = make(FakeDesk())
    _shortcut(window, "Ctrl+F").trigger()
    assert window.tabs.currentWidget() is window.search_tab
    assert window.search_tab.isAncestorOf(window.focusWidget())


def test_help_and_about_are_not_in_the_way(qtbot: QtBot, make: Any) -> None:
    window = make(FakeDesk())
    _shortcut(window, "F1").trigger()
    box = window.findChild(QMessageBox, "help-box")
    assert box.windowTitle() == "How a Run Works"
    assert "never written to" in box.text()
    box.close()


TABS = pytest.mark.parametrize("tab", [0, 1, 2, 3, 4, 5, 6])


def _visible(window: MainWindow) -> list[QWidget]:
    return [w for w in window.findChildren(QWidget) if w.isVisibleTo(window) and w.isEnabled()]


def _shown(qtbot: QtBot, make: Any, worker: Worker, tab: int) -> MainWindow:
    window: MainWindow = make(FakeDesk(), tab)
    if tab == 0:
        with qtbot.waitSignal(window.update_tab.run_finished):
            window.update_tab.preview()
        qtbot.waitUntil(lambda: not worker.is_busy)
    if tab == 4:
        qtbot.waitUntil(lambda: not worker.is_busy)
        window.compare_tab.compare()
        qtbot.waitUntil(lambda: not worker.is_busy)
    return window


@TABS
def test_everything_that_takes_focus_has_a_spoken_name(
    qtbot: QtBot, make: Any, worker: Worker, tab: int
) -> None:
    """UX-12"""
    window = _shown(qtbot, make, worker, tab)
    unnamed = []
    for widget in _visible(window):
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or isinstance(widget, QScrollArea | QTabBar):
            continue
        if isinstance(widget.parent(), QAbstractSpinBox):
            continue  # the inside of a spin box, which has the name
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name):
            unnamed.append(f"{type(widget).__name__} {widget.objectName()}")
    assert unnamed == []


@TABS
def test_controls_have_object_names(qtbot: QtBot, make: Any, worker: Worker, tab: int) -> None:
    """What support notes and outside testers refer to."""
    window = _shown(qtbot, make, worker, tab)
    nameless = [
        b.text()
        for b in window.findChildren(QAbstractButton)
        if b.isVisible() and b.text() and not b.objectName()
    ]
    assert nameless == []


@TABS
def test_mnemonics_are_unique(qtbot: QtBot, make: Any, worker: Worker, tab: int) -> None:
    """UX-11"""
    window = _shown(qtbot, make, worker, tab)
    texts = [action.text() for action in window.menuBar().actions()]
    texts += [window.tabs.tabText(place) for place in range(window.tabs.count())]
    for widget in _visible(window):
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy() is not None):
            texts.append(widget.text())
    keys = [QKeySequence.mnemonic(text).toString() for text in texts]
    twice = [key for key, times in Counter(keys).items() if key and times > 1]
    assert twice == [], [text for text in texts if QKeySequence.mnemonic(text).toString() in twice]


@pytest.mark.parametrize("tab", [0, 2, 4])
def test_tab_order_is_reading_order(qtbot: QtBot, make: Any, worker: Worker, tab: int) -> None:
    """UX-11: within a page each control comes once, from top left to bottom right."""
    window = _shown(qtbot, make, worker, tab)
    page = window.tabs.currentWidget()
    chain, widget = [], window.nextInFocusChain()
    while widget is not window:
        takes = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value and widget.focusProxy() is None
        if takes and widget.isVisibleTo(window) and widget.isEnabled() and page.isAncestorOf(widget):
            chain.append(widget)
        widget = widget.nextInFocusChain()
    assert len(chain) == len(set(chain)) > 1
    columns = [each.mapTo(page, QPoint(0, 0)) for each in chain]
    names = [each.objectName() or type(each).__name__ for each in chain]
    for (one, other), (first, second) in zip(pairwise(columns), pairwise(names), strict=True):
        assert one.y() <= other.y() + 12 or one.x() < other.x(), f"{first} comes before {second}"


def test_the_smallest_window_shows_every_control_whole(qtbot: QtBot, make: Any, worker: Worker) -> None:
    window = _shown(qtbot, make, worker, 0)
    window.resize(900, 600)
    QApplication.sendPostedEvents()
    assert (window.width(), window.height()) == (900, 600)
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            wanted = button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
            assert button.width() >= wanted, button.text()
            corner = button.mapTo(window, button.rect().bottomRight())
            assert window.rect().contains(corner), button.text()


# runs and closing


def test_the_rest_stays_usable_during_a_run(qtbot: QtBot, make: Any, worker: Worker) -> None:
    """UX-5, F-39"""
    desk = FakeDesk(gate=threading.Event())
    window = make(desk)
    window.update_tab.run_or_stop()
    assert desk.begun.wait(5)
    window.tabs.setCurrentIndex(2)
    qtbot.waitUntil(lambda: len(window.history_tab.table.table.rows) == 7)
    assert worker.is_running
    with qtbot.waitSignal(window.update_tab.run_finished):
        desk.gate.set()


def test_a_finished_run_brings_the_states_up_to_date(qtbot: QtBot, make: Any, worker: Worker) -> None:
    desk = FakeDesk(watermark=None)
    window = make(desk)
    last = window.findChild(QLabel, "last-success")
    assert last.text() == "No successful run yet"
    desk.watermark = FakeDesk().watermark
    with qtbot.waitSignal(window.update_tab.run_finished) as caught:
        window.update_tab.run_or_stop()
    assert isinstance(caught.args[0], RunSummary)
    qtbot.waitUntil(lambda: last.text().startswith("Last successful run: 08/04/2026"))


def _answer(window: MainWindow, button: int) -> None:
    box = window.findChild(QMessageBox, "close-question")
    box.buttons()[button].click()


def test_closing_during_a_run_asks_stops_waits_and_leaves(qtbot: QtBot, make: Any, worker: Worker) -> None:
    desk = FakeDesk(gate=threading.Event())
    window = make(desk)
    window.update_tab.run_or_stop()
    assert desk.begun.wait(5)
    QTimer.singleShot(0, lambda: _answer(window, 0))
    with qtbot.waitSignal(window.closed, timeout=5000):
        assert not window.close()
        assert window.statusBar().currentMessage() == "Stopping…"
    assert not worker.is_running
    assert not window.isVisible()


def test_closing_during_a_run_can_be_taken_back(qtbot: QtBot, make: Any, worker: Worker) -> None:
    desk = FakeDesk(gate=threading.Event())
    window = make(desk)
    window.update_tab.run_or_stop()
    assert desk.begun.wait(5)
    QTimer.singleShot(0, lambda: _answer(window, 1))
    assert not window.close()
    assert worker.is_running
    assert window.isVisible()
    with qtbot.waitSignal(window.update_tab.run_finished):
        desk.gate.set()
    assert window.isVisible()


def test_the_window_remembers_its_size(qtbot: QtBot, make: Any) -> None:
    window = make(FakeDesk())
    window.resize(900, 690)
    window.close()
    assert window_memory().contains("geometry")
    assert make(FakeDesk()).height() == 690


def test_light_and_dark_can_be_chosen(qtbot: QtBot, make: Any, theme: Theme) -> None:
    window = make(FakeDesk(), theme=theme)
    window.findChild(QAction, "action-look-dark").trigger()
    qtbot.waitUntil(lambda: window.palette().window().color().lightness() < 80)
    window.findChild(QAction, "action-look-light").trigger()
    qtbot.waitUntil(lambda: window.palette().window().color().lightness() > 200)


def test_while_a_run_is_taken_back_no_other_starts_and_stop_stops_it(qtbot: QtBot, make: Any) -> None:
    """F-36, F-37: one run at a time, an undo among them."""
    desk = FakeDesk()
    window = make(desk)
    history, update = window.history_tab, window.update_tab
    update.preview()
    qtbot.waitUntil(lambda: update.results.can_apply)
    window.tabs.setCurrentWidget(history)
    qtbot.waitUntil(lambda: not window._worker.is_busy)
    history.undo_chosen_run()
    qtbot.waitUntil(lambda: history.undo.undo_button.hasFocus())
    assert update.preview_button.isEnabled()
    desk.gate = threading.Event()
    history.undo.undo_button.click()
    qtbot.waitUntil(desk.begun.is_set)
    assert not update.run_button.isEnabled()
    assert not update.preview_button.isEnabled()
    assert not window.actions_.run.isEnabled()
    update.results.apply_button.click()
    window.findChild(QAction, "action-stop").trigger()
    qtbot.waitUntil(lambda: not history.undo.is_busy)
    qtbot.waitUntil(update.preview_button.isEnabled)
    assert [request.preview for request in desk.requests] == [True]
