"""How one invoice stands, and what can be done about it, by real clicks and keys: BBK-24 to BBK-51, SMQ-01,
SMQ-05, SMQ-06, UX-10."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from syncdesk.app.story_views import Blocker, Obstacle, Suggestion, SyncEvent, Trigger
from syncdesk.app.views import DecideRequest
from syncdesk.model.changes import RunResult, RunSummary
from syncdesk.model.decisions import Verdict
from syncdesk.model.errors import BusyError
from syncdesk.model.job import RowKey
from syncdesk.model.reasons import reason
from syncdesk.model.sync_state import EventKind, SyncState
from syncdesk.ui.detail_pane import FEW_EVENTS, DetailPane
from syncdesk.ui.search_tab import SearchTab
from syncdesk.ui.story_link import LinkDialog
from syncdesk.ui.story_section import StorySection
from syncdesk.ui.story_words import sync_mark
from syncdesk.ui.theme import Tone
from syncdesk.ui.worker import Worker
from tests.ui.fake_desk import sample_changes, summary
from tests.ui.search_samples import NOW, SampleDesk, change_records
from tests.ui.story_samples import event_of
from tests.ui.waiting_samples import sample_waiting

FOUND = (
    Suggestion("id-7", "INV-0106", "New Customer", "GBP", Decimal("55.00"), True, True, True),
    Suggestion("id-8", "INV-0900", "Somebody Else", "GBP", Decimal("12.00"), False, False, False),
)


class StoryDesk(SampleDesk):
    """Notes what is asked of it."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[tuple[str, object]] = []
        self.refusal: BusyError | None = None
        self.result: RunSummary | None = summary(sample_changes()[:1])
        self.ends: tuple[RunResult, ...] = (RunResult.SUCCESS,)

    def sync_invoice(
        self, name: str, key: RowKey, cancelled: Callable[[], bool], progress: Callable[..., None]
    ) -> RunSummary | None:
        self.done.append(("sync", key))
        return self.result

    def sync_requested(
        self, name: str, cancelled: Callable[[], bool], progress: Callable[..., None]
    ) -> tuple[RunResult, ...]:
        self.done.append(("follow up", name))
        return self.ends

    def decide(
        self, request: DecideRequest, cancelled: Callable[[], bool], progress: Callable[..., None]
    ) -> RunSummary:
        self.done.append(("decide", (request.verdict, request.seen)))
        return summary(sample_changes()[:1])

    def switch_invoice(self, name: str, key: RowKey, on: bool) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.done.append(("switch", on))
        self.told["switch_on"] = on

    def suggestions(self, name: str, key: RowKey) -> tuple[Suggestion, ...]:
        return FOUND

    def link(self, name: str, key: RowKey, source_id: str) -> None:
        self.done.append(("link", source_id))
        self.told["is_linked"] = True

    def unlink(self, name: str, key: RowKey) -> None:
        self.done.append(("unlink", key))


@pytest.fixture
def desk() -> StoryDesk:
    return StoryDesk()


@pytest.fixture
def tab(qtbot: QtBot, desk: StoryDesk, worker: Worker) -> SearchTab:
    made = SearchTab(desk, worker)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1280, 900)
    made.show()
    qtbot.waitExposed(made)
    made.show_connection("Northgate Removals")
    qtbot.waitUntil(lambda: made.view.table.table.rowCount() > 0)
    return made


def opened(qtbot: QtBot, tab: SearchTab, number: str = "INV-0010") -> StorySection:
    numbers = [row.number for row in tab.view.table.table.rows]
    tab.view.table.selectRow(numbers.index(number))
    tab.view.table.setFocus()
    qtbot.keyClick(tab.view.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.pane.section.isVisible())
    return tab.pane.section


def offered(section: StorySection) -> list[str]:
    return [b.text().replace("&", "") for b in section.findChildren(QPushButton) if b.isVisible()]


def click(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_bbk24_bbk27_each_row_shows_how_it_stands(qtbot: QtBot, tab: SearchTab) -> None:
    """UX-10: icon, word and colour; SMQ-05: green once it is synced."""
    table = tab.view.table.table
    place = [column.name for column in table.columns].index("sync")
    words = {row.number: table.text(n, place) for n, row in enumerate(table.rows)}
    assert words["INV-0010"] == "Synced"
    assert words["INV-0102"] == "Nothing to pay"
    assert words["INV-0104"] == "Failed"
    assert words["INV-0106"] == "Not yet sent"
    marks = [sync_mark(state) for state in SyncState]
    assert len({mark.word for mark in marks}) == len({mark.icon for mark in marks}) == 7
    assert sync_mark(SyncState.SYNCED).tone.value == "good"


def test_bbk26_smq06_one_place_tells_state_and_since_when(qtbot: QtBot, tab: SearchTab) -> None:
    section = opened(qtbot, tab)
    assert section.state.text() == "Synced"
    assert section.since.text().startswith("Last synced 10/04/2026")
    assert section.accessibleName().startswith("Synced. Last synced")
    assert offered(section) == ["Resync", "Unlink"]
    assert not section.why.isVisible()


def test_smq01_the_action_is_sync_the_first_time(qtbot: QtBot, tab: SearchTab) -> None:
    assert offered(opened(qtbot, tab, "INV-0106")) == ["Sync", "Link by Hand…"]


def test_bbk29_qml10_sync_runs_at_once_and_says_what_came_of_it(
    qtbot: QtBot, tab: SearchTab, desk: StoryDesk
) -> None:
    section = opened(qtbot, tab)
    with qtbot.waitSignal(tab.changed):
        qtbot.keyClick(section.sync_button, Qt.Key.Key_Space)
    assert desk.done == [("sync", ("INV-0010",))]
    assert section.banner.words.startswith(("Synced", "Not written"))
    assert section.sync_button.isEnabled()


def test_bbk32_bbk49_a_failed_one_offers_retry_and_its_answers(
    qtbot: QtBot, tab: SearchTab, desk: StoryDesk
) -> None:
    waiting = next(row for row in sample_waiting() if row.answers and row.decision is None)
    blocker = Blocker(Obstacle.TO_DECIDE, waiting.reason)
    desk.told = {"waiting": waiting, "blockers": (blocker,)}
    section = opened(qtbot, tab, "INV-0104")
    assert section.state.text() == "Failed"
    assert offered(section)[0] == "Retry"
    assert "It waits for your answer." in section.why.text()
    button = section.accept_button if section.accept_button.isVisible() else section.ignore_button
    with qtbot.waitSignal(tab.changed):
        click(qtbot, button)
    assert desk.done[0][0] == "decide"
    assert desk.done[0][1][1] == (waiting.seen,)  # type: ignore[index]


def test_bbk25_bbk43_bbk45_the_own_switch_and_why_nothing_happens(
    qtbot: QtBot, tab: SearchTab, desk: StoryDesk
) -> None:
    section = opened(qtbot, tab)
    with qtbot.waitSignal(tab.changed):
        qtbot.keyClick(section.switch, Qt.Key.Key_Space)
    assert desk.done == [("switch", False)]
    desk.told["blockers"] = (Blocker(Obstacle.INVOICE_OFF), Blocker(Obstacle.FAILED, reason("row_gone"), NOW))
    tab.pane.read_again()
    qtbot.waitUntil(section.why.isVisible)
    first, second = section.why.text().splitlines()
    assert first == "The switch of this invoice is off, so runs leave it out."
    assert "Automatic runs try it again from 10/04/2026" in second
    assert not section.switch.isChecked()


def test_a_switch_that_could_not_be_turned_goes_back(qtbot: QtBot, tab: SearchTab, desk: StoryDesk) -> None:
    desk.refusal = BusyError("Another run of this company is under way.", "Wait until it has ended.")
    section = opened(qtbot, tab)
    qtbot.keyClick(section.switch, Qt.Key.Key_Space)
    qtbot.waitUntil(section.error.isVisible)
    assert section.switch.isChecked()


def test_smq03_f28_a_link_is_chosen_by_a_person(qtbot: QtBot, tab: SearchTab, desk: StoryDesk) -> None:
    section = opened(qtbot, tab, "INV-0106")
    click(qtbot, section.link_button)
    qtbot.waitUntil(lambda: bool(section.findChildren(LinkDialog)))
    dialog = section.findChildren(LinkDialog)[0]
    assert dialog.table.table.text(0, 4) == "number, total, customer"
    qtbot.keyClicks(dialog.search, "else")
    assert [row.number for row in dialog.table.table.rows] == ["INV-0900"]
    qtbot.keyClicks(dialog.search, "xyz")
    assert not dialog.link_button.isEnabled()
    dialog.search.clear()
    assert desk.done == []
    with qtbot.waitSignal(tab.changed):
        click(qtbot, dialog.link_button)
    assert desk.done == [("link", "id-7")]
    qtbot.waitUntil(section.unlink_button.isVisible)


def test_what_is_shown_stays_while_the_same_invoice_is_read_again(
    qtbot: QtBot, tab: SearchTab, desk: StoryDesk
) -> None:
    """The list is read anew after each act; the pane must not blink."""
    opened(qtbot, tab)
    qtbot.waitUntil(tab.pane.history.isVisible)
    row = tab.view.table.current_row()
    assert row is not None
    tab.pane.show_row("Northgate Removals", replace(row, customer="Another Name"))
    assert tab.pane.history.isVisible()
    assert tab.pane.sum.isVisible()
    assert tab.pane.section.isVisible()
    tab.pane.show_row("Somebody Else", row)
    assert not tab.pane.history.isVisible()
    assert not tab.pane.section.isVisible()
    qtbot.waitUntil(lambda: not tab._worker.is_busy)


def test_bbk35_a_few_events_are_shown_and_show_more_gives_all(
    qtbot: QtBot, tab: SearchTab, desk: StoryDesk
) -> None:
    record = change_records()[0]
    desk.told["events"] = tuple(
        event_of(replace(record, at=NOW - timedelta(days=n))) for n in range(FEW_EVENTS + 4)
    )
    opened(qtbot, tab)
    pane: DetailPane = tab.pane
    assert pane.history.table.rowCount() == FEW_EVENTS
    assert pane.more_button.text() == "Show &More (4)"
    click(qtbot, pane.more_button)
    assert pane.history.table.rowCount() == FEW_EVENTS + 4
    assert not pane.more_button.isVisible()


def test_bbk38_bbk39_bbk41_bbk42_an_event_tells_all_of_itself(
    qtbot: QtBot, tab: SearchTab, desk: StoryDesk
) -> None:
    failed = SyncEvent(
        kind=EventKind.FAILED,
        at=NOW,
        trigger=Trigger.INVOICE,
        user="ann",
        computer="desk-1",
        reason=reason("row_gone"),
        raw="ORA-00942: no such thing",
    )
    desk.told["events"] = (failed, event_of(change_records()[0], payments=3))
    opened(qtbot, tab)
    pane = tab.pane
    assert pane.history.table.text(0, 1) == "Failed"
    assert pane.history.table.text(0, 5) == "Sync of this invoice"
    assert "The row disappeared" in pane.told.text()
    assert "ann on desk-1" in pane.told.text()
    assert pane.raw_fold.isVisible()
    assert not pane.raw.isVisible()
    click(qtbot, pane.raw_fold.button)
    assert pane.raw.toPlainText() == "ORA-00942: no such thing"
    pane.history.selectRow(1)
    assert "The books named 3 payments or credits: 450.00 GBP paid." in pane.told.text()
    assert not pane.raw_fold.isVisible()


def test_bbk37_what_is_asked_for_during_a_run_follows_it(
    qtbot: QtBot, tab: SearchTab, desk: StoryDesk, worker: Worker
) -> None:
    section = opened(qtbot, tab)
    go_on = [False]

    def long_run(cancelled: Callable[[], bool], report: object) -> None:
        while not (go_on[0] or cancelled()):
            QApplication.instance()  # waits for the test, not for time

    desk.result = None  # the run under way holds the lease
    worker.run(long_run)
    qtbot.waitUntil(lambda: worker.is_running)
    click(qtbot, section.sync_button)
    qtbot.waitUntil(lambda: "is taken up next" in section.banner.words)
    tab.run_has_ended()
    assert [what for what, _ in desk.done] == ["sync"]
    go_on[0] = True
    qtbot.waitUntil(lambda: not worker.is_running)
    tab.run_has_ended()
    qtbot.waitUntil(lambda: [what for what, _ in desk.done] == ["sync", "follow up"])
    qtbot.waitUntil(lambda: not worker.is_busy)


def test_f40_a_run_elsewhere_is_not_told_as_done(qtbot: QtBot, tab: SearchTab, desk: StoryDesk) -> None:
    """Another program holds the lease: the wish waits, and nothing is green."""
    desk.result = None
    section = opened(qtbot, tab)
    with qtbot.waitSignal(tab.changed):
        click(qtbot, section.sync_button)
    assert section.banner.words == "A run is under way. This invoice waits and is taken up next."
    assert section.banner.tone is Tone.INFORMATION


@pytest.mark.parametrize(
    ("ends", "tone"),
    [
        ((RunResult.SUCCESS, RunResult.SUCCESS), Tone.GOOD),
        ((RunResult.SUCCESS, RunResult.FAILED), Tone.WARNING),
        ((RunResult.PARTIAL,), Tone.WARNING),
        ((), Tone.INFORMATION),
    ],
)
def test_f40_wishes_are_told_as_they_ended(
    qtbot: QtBot, tab: SearchTab, desk: StoryDesk, ends: tuple[RunResult, ...], tone: Tone
) -> None:
    section, desk.ends = opened(qtbot, tab), ends
    section._follows = "Northgate Removals"
    with qtbot.waitSignal(tab.changed):
        section.follow_up()
    assert section.banner.tone is tone
    tab.run_has_ended()
    assert [what for what, _ in desk.done] == ["follow up"], "asked once, however it ended"


def test_f40_a_brake_is_told(qtbot: QtBot, tab: SearchTab, desk: StoryDesk) -> None:
    """Other books under the same name: the one invoice waits, and the reason is there to read."""
    brake = reason("brake_other_company", now="B", before="A")
    desk.result = replace(summary(()), result=RunResult.NEEDS_DECISION, brake=brake)
    section = opened(qtbot, tab)
    with qtbot.waitSignal(tab.changed):
        click(qtbot, section.sync_button)
    assert section.banner.words == "Not written. These are other books than last time: 'B' instead of 'A'."


@pytest.mark.parametrize("answered", [False, True])
@pytest.mark.parametrize("linked", [False, True])
@pytest.mark.parametrize("number", ["INV-0010", "INV-0104", "INV-0106"])
def test_ux11_no_access_key_means_two_things(
    qtbot: QtBot, tab: SearchTab, desk: StoryDesk, number: str, linked: bool, answered: bool
) -> None:
    """Whatever the invoice offers, beside the list's own keys and those of the window."""
    waiting = next(row for row in sample_waiting() if (row.decision is not None) == answered and row.answers)
    answers = tuple(Verdict)
    desk.told = {"waiting": replace(waiting, answers=answers), "is_linked": linked}
    opened(qtbot, tab, number)
    texts = [b.text() for b in tab.findChildren(QAbstractButton) if b.isVisible()]
    texts += [label.text() for label in tab.findChildren(QLabel) if label.isVisible() and label.buddy()]
    texts += ["&File", "&View", "&Help", "C&onnection", "&Update", "&Invoice", "Histor&y", "Settin&gs"]
    keys = [text[text.index("&") + 1].casefold() for text in texts if "&" in text.replace("&&", "")]
    assert {key: keys.count(key) for key in keys if keys.count(key) > 1} == {}


def test_ux11_everything_can_be_reached_by_keyboard(qtbot: QtBot, tab: SearchTab) -> None:
    section = opened(qtbot, tab)
    stops = tab.pane.in_tab_order()
    for widget in (section.sync_button, section.switch, section.unlink_button):
        assert widget in stops
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    texts = [button.text() for button in (section.sync_button, section.unlink_button, section.switch)]
    assert all("&" in text for text in texts)
