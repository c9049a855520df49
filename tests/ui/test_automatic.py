"""Automatic runs in the window: what is due is run and shown, what needs a person is told once, the tray, the
banner of long silence, and Settings (BBK-04, BBK-10, BBK-23, BBK-34, BBK-44, F-41, F-45, F-51, UX-9)."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from syncdesk.app.drafts import connection_of
from syncdesk.app.story_views import Blocker, Obstacle
from syncdesk.app.views import AutomaticState
from syncdesk.model.connection import Connection
from syncdesk.model.errors import SetupError
from syncdesk.model.schedule import Schedule
from syncdesk.ui.memory import window_memory
from syncdesk.ui.settings_form import ConnectionForm
from syncdesk.ui.story_section import StorySection
from syncdesk.ui.window import MainWindow
from syncdesk.ui.worker import Worker
from tests.ui.fake_desk import NOW, FakeDesk, sample_changes, sample_invoices
from tests.ui.settings_samples import GNUCASH, SettingsDesk
from tests.ui.story_samples import story_of

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", r"raise\(\)", extend=True)
LEFT = Qt.MouseButton.LeftButton
QUIET = tuple(row for row in sample_changes() if row.outcome.value in ("written", "unchanged"))


@pytest.fixture
def make(qtbot: QtBot, worker: Worker) -> Iterator[Any]:
    """Opens the window on a desk and waits until it has done what is due."""
    opened: list[MainWindow] = []

    def open_window(desk: FakeDesk, settle: bool = True) -> MainWindow:
        window = MainWindow(desk, worker)
        opened.append(window)
        window.show()
        qtbot.waitUntil(lambda: window.bar.has_read)
        if settle:
            qtbot.waitUntil(lambda: not worker.is_busy and not desk.due_names)
        return window

    yield open_window
    for window in opened:
        window_memory().setValue("keep-in-tray", False)
        worker.stop_run()
        qtbot.waitUntil(lambda: not worker.is_running)
        window.quit()
        window.deleteLater()


@pytest.fixture
def with_tray(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """A desktop with a tray, which this one is not; returns the notices shown."""
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "isVisible", lambda _self: True)
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _self, title, text, _icon: told.append((title, text))
    )
    return told


# runs


def test_bbk23_what_is_due_is_run_one_after_the_other(qtbot: QtBot, make: Any) -> None:
    desk = FakeDesk(due_names=["Sample company", "Northgate Heating"])
    window = make(desk)
    qtbot.waitUntil(lambda: desk.ran_due == ["Sample company", "Northgate Heating"])
    qtbot.waitUntil(lambda: not window.automatic.is_busy)
    assert not window.automatic.isVisible()
    assert desk.requests == []
    assert window.bar.name == "Northgate Heating"  # what the person looks at stays


def test_a_run_under_way_is_shown_and_can_be_stopped(qtbot: QtBot, make: Any, worker: Worker) -> None:
    """F-37; nothing in the page moves for it."""
    desk = FakeDesk(due_names=["Northgate Heating"], gate=threading.Event())
    window = make(desk, settle=False)
    qtbot.waitUntil(desk.begun.is_set)
    assert window.automatic.isVisible()
    assert "Automatic run of Northgate Heating" in window.automatic.words
    assert not window.update_tab.run_button.isEnabled()
    qtbot.mouseClick(window.automatic.stop_button, LEFT)
    qtbot.waitUntil(lambda: not worker.is_running)
    qtbot.waitUntil(lambda: not window.automatic.isVisible())
    assert window.update_tab.run_button.isEnabled()


def test_a_person_comes_first(qtbot: QtBot, make: Any, worker: Worker) -> None:
    """While a run of a person is under way no automatic one begins; it follows."""
    desk = FakeDesk(gate=threading.Event())
    window = make(desk)
    window.update_tab.preview()
    qtbot.waitUntil(desk.begun.is_set)
    desk.due_names.append("Northgate Heating")
    window.automatic.look()
    assert not window.automatic.is_busy
    assert desk.gate is not None
    desk.gate.set()
    qtbot.waitUntil(lambda: not worker.is_running)
    window.automatic.look()
    qtbot.waitUntil(lambda: desk.ran_due == ["Northgate Heating"])


def test_closing_the_window_stops_an_automatic_run(qtbot: QtBot, make: Any, worker: Worker) -> None:
    desk = FakeDesk(due_names=["Northgate Heating"], gate=threading.Event())
    window = make(desk, settle=False)
    qtbot.waitUntil(desk.begun.is_set)
    window._may_stop = lambda: True
    window.close()
    qtbot.waitUntil(lambda: not worker.is_running)
    qtbot.waitUntil(lambda: not window.isVisible())


# notices


def test_f41_what_needs_a_person_is_told_and_only_that(
    qtbot: QtBot, make: Any, with_tray: list[tuple[str, str]]
) -> None:
    desk = FakeDesk(due_names=["Sample company"], is_news=True)
    make(desk)
    qtbot.waitUntil(lambda: bool(with_tray))
    assert with_tray == [("Sample company needs you.", "3 rows wait for a person.")]
    with_tray.clear()
    quiet = FakeDesk(due_names=["Sample company"], changes=QUIET)
    make(quiet)
    qtbot.waitUntil(lambda: quiet.ran_due == ["Sample company"])
    assert with_tray == []


def test_f41_a_failure_is_told_with_its_remedy(
    qtbot: QtBot, make: Any, with_tray: list[tuple[str, str]]
) -> None:
    error = SetupError("The books are gone.", "Connect the drive.")
    make(FakeDesk(due_names=["Sample company"], sync_trouble=error))
    qtbot.waitUntil(lambda: bool(with_tray))
    title, text = with_tray[0]
    assert title == "The automatic run of Sample company did not succeed."
    assert text == "The books are gone. Connect the drive."


def test_ux9_pressing_a_notice_opens_its_company(
    qtbot: QtBot, make: Any, with_tray: list[tuple[str, str]]
) -> None:
    window = make(FakeDesk(due_names=["Sample company"], is_news=True))
    qtbot.waitUntil(lambda: bool(with_tray))
    window.hide()
    window.tray.icon.messageClicked.emit()
    qtbot.waitUntil(lambda: window.bar.name == "Sample company")
    assert window.isVisible()


def test_f41_a_long_silence_has_a_banner_with_its_cure(qtbot: QtBot, make: Any) -> None:
    schedule = Schedule(every=30)
    desk = FakeDesk(automatic=AutomaticState(schedule=schedule, days_without_success=3, next_run=NOW))
    window = make(desk)
    assert window.bar.banner.isVisible()
    assert window.bar.banner.words.startswith("The last success was 3 days ago.")
    with qtbot.waitSignal(window.update_tab.run_finished):
        qtbot.mouseClick(window.bar.run_button, LEFT)
    assert len(desk.requests) == 1


def test_runs_that_do_not_succeed_have_a_banner_with_the_reason(qtbot: QtBot, make: Any) -> None:
    state = AutomaticState(
        schedule=Schedule(every=30), failures=2, trouble="The books are gone.", next_run=NOW
    )
    window = make(FakeDesk(automatic=state))
    assert "The books are gone. It is tried again at" in window.bar.banner.words
    qtbot.mouseClick(window.bar.history_button, LEFT)
    assert window.tabs.currentWidget() is window.history_tab


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (AutomaticState(), ""),
        (AutomaticState(schedule=Schedule(every=5), next_run=NOW), "Next automatic run:"),
        (AutomaticState(on=False, schedule=Schedule(every=5)), "Automatic runs are paused"),
        (AutomaticState(schedule=Schedule(every=5), awaits_first_run=True), "begin after your first run"),
    ],
)
def test_the_status_bar_says_what_comes(make: Any, state: AutomaticState, said: str) -> None:
    text = make(FakeDesk(automatic=state)).findChild(QLabel, "last-success").text()
    assert text.startswith("Last successful run: ")
    assert said in text
    assert ("automatic" in text.lower()) == bool(said)


# the tray


def test_f45_without_a_tray_closing_ends_it_and_the_menu_says_why(make: Any) -> None:
    window_memory().setValue("keep-in-tray", True)  # a desktop that had one once
    window = make(FakeDesk())
    assert not window.tray.is_there
    action = window.findChild(QAction, "action-tray")
    assert not action.isEnabled()
    assert "no tray" in action.toolTip()
    window.close()
    assert not window.isVisible()
    assert not window.automatic._timer.isActive()


def test_f45_with_a_tray_it_stays_there_if_that_was_chosen(
    qtbot: QtBot, make: Any, with_tray: list[tuple[str, str]]
) -> None:
    desk = FakeDesk()
    window = make(desk)
    action = window.findChild(QAction, "action-tray")
    assert action.isEnabled()
    assert not action.isChecked()
    action.trigger()
    closed = []
    window.closed.connect(lambda: closed.append(True))
    window.close()
    assert not window.isVisible()
    assert closed == []
    assert with_tray[0][0] == "SyncDesk goes on in the tray"
    desk.due_names.append("Sample company")
    window.automatic.look()
    qtbot.waitUntil(lambda: desk.ran_due == ["Sample company"])
    qtbot.waitUntil(lambda: not window.automatic.is_busy)
    menu = window.tray.icon.contextMenu()
    assert isinstance(menu, QMenu)
    next(a for a in menu.actions() if a.objectName() == "tray-open").trigger()
    assert window.isVisible()
    next(a for a in menu.actions() if a.objectName() == "tray-quit").trigger()
    assert closed == [True]


def test_f45_signing_out_ends_it_although_it_would_stay_in_the_tray(
    make: Any, with_tray: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window that refuses to close would keep the person from signing out."""
    window = make(FakeDesk())
    window.findChild(QAction, "action-tray").trigger()
    monkeypatch.setattr(QApplication, "isSavingSession", lambda _self: True)
    closed = []
    window.closed.connect(lambda: closed.append(True))
    window.close()
    assert closed == [True]


# one invoice


def test_bbk44_a_paused_company_is_told_with_the_way_to_its_switch(qtbot: QtBot, worker: Worker) -> None:
    section = StorySection(FakeDesk(), worker)
    qtbot.addWidget(section)
    section.show()
    told = story_of(sample_invoices(1)[0], None, ())
    section.show_story("Northgate Heating", told)
    assert not section.settings_button.isVisible()
    section.show_story("Northgate Heating", replace(told, blockers=(Blocker(Obstacle.CONNECTION_OFF),)))
    assert "off in Settings" in section.why.text()
    with qtbot.waitSignal(section.settings_wanted):
        qtbot.mouseClick(section.settings_button, LEFT)
    section.show_story("Northgate Heating", replace(told, blockers=(Blocker(Obstacle.INVOICE_OFF),)))
    assert "off in Settings" not in section.why.text()  # BBK-45
    assert not section.settings_button.isVisible()


# Settings


@pytest.fixture
def connection() -> Connection:
    made = SettingsDesk("Northgate").connections[0]
    return replace(made, schedule=Schedule(daily=time(7, 30)), while_closed=True)


@pytest.fixture
def form(qtbot: QtBot, connection: Connection) -> ConnectionForm:
    made = ConnectionForm()
    qtbot.addWidget(made)
    made.resize(900, 1400)
    made.show()
    made.show_connection((GNUCASH,), connection)
    return made


def made_of(form: ConnectionForm, connection: Connection) -> Connection:
    """The connection that the form describes."""
    return connection_of(form.draft(), GNUCASH, connection.mapping, connection.job_db, connection.id)


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))


def message(form: ConnectionForm, name: str) -> str:
    label = form.findChild(QLabel, f"settings-{name}-message")
    return label.text() if label.isVisible() else ""


def test_bbk04_what_is_set_is_shown_and_stays(form: ConnectionForm, connection: Connection) -> None:
    section = form.automatic
    assert (section.switch.value, section.rhythm.value, section.daily.value) == ("yes", "daily", "07:30")
    stored = made_of(form, connection)
    assert (stored.automatic, stored.schedule, stored.while_closed) == (True, connection.schedule, True)


def test_bbk23_a_schedule_is_optional(qtbot: QtBot, form: ConnectionForm, connection: Connection) -> None:
    connection = replace(connection, schedule=None, while_closed=False)
    form.show_connection((GNUCASH,), connection)
    assert form.automatic.settings() == {"automatic": "yes", "schedule": "off", "while_closed": "no"}
    choose(form.automatic.rhythm, "every")
    form.automatic.every.clear()
    with qtbot.waitSignal(form.changed):
        qtbot.keyClicks(form.automatic.every, "45")
    assert made_of(form, connection).schedule == Schedule(every=45)


def test_bbk34_what_the_chosen_rhythm_would_ignore_is_hidden(form: ConnectionForm) -> None:
    section = form.automatic
    shown = {}
    for rhythm in ("off", "every", "daily"):
        choose(section.rhythm, rhythm)
        shown[rhythm] = (section.every.isVisible(), section.daily.isVisible())
    assert shown == {"off": (False, False), "every": (True, False), "daily": (False, True)}


def test_bbk10_what_the_switch_governs_is_disabled_with_the_reason(
    form: ConnectionForm, connection: Connection
) -> None:
    section = form.automatic
    governed: tuple[QWidget, ...] = (section.rhythm, section.daily, section.closed)
    assert all(widget.isEnabled() for widget in governed)
    choose(section.switch, "no")
    assert not any(widget.isEnabled() for widget in governed)
    assert "Turn automatic runs on first" in message(form, "schedule")
    assert section.rhythm.accessibleDescription() == message(form, "schedule")
    paused = made_of(form, connection)  # F-51: the schedule stays
    assert (paused.automatic, paused.schedule) == (False, connection.schedule)
    choose(section.switch, "yes")
    choose(section.rhythm, "off")
    assert not section.closed.isEnabled()
    assert "Choose above" in message(form, "while_closed")


@pytest.mark.parametrize(
    ("rhythm", "line", "typed"),
    [("every", "every", "soon"), ("every", "every", "0"), ("daily", "daily", "7 pm")],
)
def test_a_schedule_that_cannot_be_is_told_at_its_line(
    form: ConnectionForm, connection: Connection, rhythm: str, line: str, typed: str
) -> None:
    choose(form.automatic.rhythm, rhythm)
    form.field(line).setText(typed)  # type: ignore[attr-defined]
    with pytest.raises(SetupError) as caught:
        made_of(form, connection)
    assert form.tell(caught.value.field, str(caught.value))
    assert set(form.errors()) == {line}


# with the computer


def test_starting_with_the_computer_is_a_switch(qtbot: QtBot, make: Any, worker: Worker) -> None:
    desk = FakeDesk(starts=True)
    window = make(desk)
    action = window.findChild(QAction, "action-autostart")
    assert action.isChecked()
    action.trigger()
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert not desk.starts
    desk.sync_trouble = SetupError("The file cannot be changed.", "Give yourself the right to.")
    action.trigger()
    qtbot.waitUntil(lambda: window.bar.error.isVisible())
    assert not action.isChecked()  # it says how it stands, not what was wished
