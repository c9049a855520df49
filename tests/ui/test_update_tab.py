"""The tab 'Update Invoice Payments': preview, run, stop, apply, untick; what it says and when it is green."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from syncdesk.model.changes import Outcome, Phase, Progress, RunKind, RunResult, count
from syncdesk.model.errors import BusyError, SetupError
from syncdesk.model.reasons import reason
from syncdesk.model.start import StartChoice
from syncdesk.ui.change_table import most_urgent_first
from syncdesk.ui.notices import announce
from syncdesk.ui.run_progress import RunProgress
from syncdesk.ui.run_words import RunWords
from syncdesk.ui.theme import Theme, ThemeChoice, Tone, make_primary, outline_colour, palette
from syncdesk.ui.update_results import UpdateResults
from syncdesk.ui.update_tab import UpdateTab
from syncdesk.ui.worker import Worker
from tests.ui.fake_desk import FakeDesk, sample_changes, summary
from tests.ui.test_theme import contrast

GOOD = tuple(row for row in sample_changes() if row.outcome in (Outcome.WRITTEN, Outcome.UNCHANGED))


@pytest.fixture
def make(qtbot: QtBot, worker: Worker) -> Iterator[Any]:
    """Opens the tab on a desk and waits until it knows its start dates."""

    opened = []  # the test need not keep it itself

    def open_tab(desk: FakeDesk, name: str | None = "Northgate Heating") -> UpdateTab:
        tab = UpdateTab(desk, worker)
        tab.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        opened.append(tab)
        qtbot.addWidget(tab)
        tab.resize(1100, 640)
        tab.show()
        tab.show_connection(name)
        qtbot.waitUntil(lambda: not worker.is_busy)
        return tab

    return open_tab


def _run(qtbot: QtBot, tab: UpdateTab, button: str = "run_button") -> None:
    with qtbot.waitSignal(tab.run_finished, timeout=10_000):
        qtbot.mouseClick(getattr(tab, button), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not tab._worker.is_busy)


# start dates


def test_five_start_dates_each_with_the_day_it_resolves_to(make: Any) -> None:
    """S50-02, S50-08, S50-09, S50-10, UX-15"""
    tab = make(FakeDesk())
    shown = {
        choice: (tab.starts.radio(choice).text().replace("&", ""), tab.starts.day_label(choice).text())
        for choice in StartChoice
    }
    assert shown[StartChoice.WEEK] == ("Past Week", "Fri 03/04/2026 BST")
    assert shown[StartChoice.TWO_WEEKS] == ("Past Two Weeks", "Fri 27/03/2026 BST")
    assert shown[StartChoice.MONTH] == ("Past Month", "Tue 10/03/2026 BST")
    assert shown[StartChoice.CUSTOM][0] == "Custom Date"
    assert shown[StartChoice.LAST][0] == "Last Successful Run"
    assert shown[StartChoice.LAST][1].startswith("Wed 08/04/2026")
    assert "Friday, 3 April 2026" in tab.starts.radio(StartChoice.WEEK).accessibleDescription()


def test_last_successful_run_is_chosen_where_there_is_one(make: Any) -> None:
    assert make(FakeDesk()).starts.choice is StartChoice.LAST


def test_without_an_earlier_run_the_option_is_disabled_and_says_why(make: Any) -> None:
    """P-1"""
    tab = make(FakeDesk(watermark=None, has_applied_run=False))
    last = tab.starts.radio(StartChoice.LAST)
    assert not last.isEnabled()
    assert tab.starts.day_label(StartChoice.LAST).text() == "There is no earlier successful run yet."
    assert tab.starts.choice is StartChoice.MONTH


def test_unsure_people_are_told_to_choose_an_early_date(make: Any) -> None:
    """S50-15"""
    hint = make(FakeDesk()).findChild(QLabel, "start-hint")
    assert "Choose an early date" in hint.text()


def test_typing_a_day_chooses_custom_date_and_runs_from_it(qtbot: QtBot, make: Any) -> None:
    desk = FakeDesk()
    tab = make(desk)
    qtbot.keyClicks(tab.starts.field.line, "1 march 2026")
    assert tab.starts.choice is StartChoice.CUSTOM
    _run(qtbot, tab)
    assert (desk.requests[0].choice, desk.requests[0].custom_day) == (StartChoice.CUSTOM, date(2026, 3, 1))


@pytest.mark.parametrize(
    ("typed", "fault"), [("11/04/2026", "future"), ("rubbish", "not a day"), ("", "Type a day")]
)
def test_a_wrong_custom_day_is_refused_at_the_field(qtbot: QtBot, make: Any, typed: str, fault: str) -> None:
    """S50-11, UX-7"""
    desk = FakeDesk()
    tab = make(desk)
    tab.starts.radio(StartChoice.CUSTOM).click()
    qtbot.keyClicks(tab.starts.field.line, typed)
    qtbot.mouseClick(tab.run_button, Qt.MouseButton.LeftButton)
    label = tab.findChild(QLabel, "custom-day-fault")
    assert label.isVisible()
    assert fault in label.text()
    assert not tab.is_running
    assert desk.requests == []


# runs


def test_nothing_is_asked_of_the_desk_before_run_sync_is_pressed(make: Any) -> None:
    """S50-12"""
    desk = FakeDesk()
    tab = make(desk)
    assert desk.requests == []
    assert "Nothing is read or written before that" in tab.results.empty.words


def test_a_run_shows_its_counts_and_urgent_rows_first(qtbot: QtBot, make: Any) -> None:
    """D8, F-40"""
    tab = make(FakeDesk())
    _run(qtbot, tab)
    counts = count(sample_changes())
    assert tab.results.counters.tile(None).figure == counts.found == 61
    for outcome in Outcome:
        assert tab.results.counters.tile(outcome).figure == counts.of(outcome)
    shown = tab.results.table.table.rows
    assert [row.outcome for row in shown[:4]] == ["failed", "conflict", "conflict", "written"]


@pytest.mark.parametrize("outcome", [*Outcome, None])
def test_each_counter_opens_its_rows(qtbot: QtBot, make: Any, outcome: Outcome | None) -> None:
    """D8, F-19"""
    tab = make(FakeDesk())
    _run(qtbot, tab)
    tile = tab.results.counters.tile(outcome)
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    rows = tab.results.table.table.rows
    assert len(rows) == tile.figure
    assert all(outcome is None or row.outcome is outcome for row in rows)
    assert all(tab.results.table.table.text(place, 6) for place in range(len(rows)))


def test_an_empty_counter_says_so_and_offers_all_rows(qtbot: QtBot, make: Any) -> None:
    """UX-2"""
    tab = make(FakeDesk(changes=GOOD))
    _run(qtbot, tab)
    qtbot.mouseClick(tab.results.counters.tile(Outcome.FAILED), Qt.MouseButton.LeftButton)
    assert tab.results.rows.currentWidget() is tab.results.rows.empty
    tab.results.rows.empty.pressed.emit()
    assert tab.results.rows.currentWidget() is tab.results.table
    assert len(tab.results.table.table.rows) == len(GOOD)


def test_a_preview_writes_nothing_and_offers_to(qtbot: QtBot, make: Any) -> None:
    desk = FakeDesk()
    tab = make(desk)
    _run(qtbot, tab, "preview_button")
    assert desk.requests[0].preview
    assert tab.results.apply_button.isVisible()
    assert tab.results.apply_button.text() == "&Write These 14 Changes"
    assert tab.results.apply_button.isDefault()
    assert not tab.run_button.isDefault()
    assert "14 changes would be written." in tab.results.words


def test_the_first_run_previews_and_waits_for_a_word(qtbot: QtBot, make: Any) -> None:
    """UX-4: then the plan itself is handed back, so that what was seen is what is written (D5)."""
    desk = FakeDesk(has_applied_run=False, watermark=None)
    tab = make(desk)
    _run(qtbot, tab)
    assert desk.requests[0].preview
    plan = tab.results.summary.plan
    with qtbot.waitSignal(tab.run_finished):
        qtbot.mouseClick(tab.results.apply_button, Qt.MouseButton.LeftButton)
    written = desk.requests[1]
    assert not written.preview
    assert written.accept_first
    assert written.plan is plan
    assert (written.choice, written.connection) == (desk.requests[0].choice, desk.requests[0].connection)
    assert not tab.results.apply_button.isVisible()


def test_unticked_rows_are_left_out(qtbot: QtBot, make: Any) -> None:
    """UX-4"""
    desk = FakeDesk()
    tab = make(desk)
    _run(qtbot, tab, "preview_button")
    table = tab.results.table
    left_out = table.table.row(3).source_id
    table.selectRow(3)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert tab.results.apply_button.text() == "&Write These 13 Changes"
    with qtbot.waitSignal(tab.run_finished):
        qtbot.mouseClick(tab.results.apply_button, Qt.MouseButton.LeftButton)
    assert desk.requests[1].unticked == {left_out}


def test_with_every_row_unticked_nothing_can_be_written(qtbot: QtBot, make: Any) -> None:
    tab = make(FakeDesk())
    _run(qtbot, tab, "preview_button")
    tab.results.table.selectAll()
    qtbot.keyClick(tab.results.table, Qt.Key.Key_Space)
    assert not tab.results.apply_button.isEnabled()
    assert not tab.results.can_apply


def test_ticks_of_an_earlier_preview_are_forgotten(qtbot: QtBot, make: Any) -> None:
    tab = make(FakeDesk())
    _run(qtbot, tab, "preview_button")
    tab.results.table.selectAll()
    qtbot.keyClick(tab.results.table, Qt.Key.Key_Space)
    _run(qtbot, tab, "preview_button")
    assert tab.results.apply_button.text() == "&Write These 14 Changes"


def test_run_sync_turns_into_stop_in_place_and_stops(qtbot: QtBot, make: Any) -> None:
    """UX-3, F-37: what was written stays and is counted, the rest is not reached."""
    desk = FakeDesk(gate=threading.Event())
    tab = make(desk)
    qtbot.mouseClick(tab.run_button, Qt.MouseButton.LeftButton)
    assert desk.begun.wait(5)
    assert tab.run_button.text() == "&Stop"
    assert not tab.preview_button.isEnabled()
    with qtbot.waitSignal(tab.run_finished, timeout=2000):
        qtbot.mouseClick(tab.run_button, Qt.MouseButton.LeftButton)
    assert tab.run_button.text() == "&Run Sync"
    assert tab.results.words.startswith("Stopped after 3 invoices were written.")
    assert tab.results.banner.tone is Tone.WARNING
    assert tab.results.counters.tile(Outcome.WRITTEN).figure == 3


def test_a_stopped_preview_says_that_nothing_was_written(qtbot: QtBot, make: Any) -> None:
    desk = FakeDesk(gate=threading.Event())
    tab = make(desk)
    qtbot.mouseClick(tab.preview_button, Qt.MouseButton.LeftButton)
    assert desk.begun.wait(5)
    with qtbot.waitSignal(tab.run_finished, timeout=2000):
        tab.stop()
    assert tab.results.empty.words.startswith("Stopped Nothing was written.")


def test_progress_is_counted_and_the_form_rests(qtbot: QtBot, make: Any) -> None:
    """UX-5"""
    desk = FakeDesk(gate=threading.Event())
    tab = make(desk)
    qtbot.mouseClick(tab.run_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Reading the books" in tab.results.progress.words)
    assert tab.results.currentWidget() is tab.results.progress
    assert not tab.starts.isEnabled()
    with qtbot.waitSignal(tab.run_finished):
        desk.gate.set()
    assert tab.starts.isEnabled()


def test_an_estimate_appears_after_five_seconds(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """UX-5"""
    now = [100.0]
    monkeypatch.setattr("syncdesk.ui.run_progress.time.monotonic", lambda: now[0])
    progress = RunProgress()
    qtbot.addWidget(progress)
    progress.begin("Northgate Heating", preview=False)
    progress.show_progress(Progress(Phase.DISCOVER, 0, 1000))
    now[0] += 4.9
    progress.show_progress(Progress(Phase.DISCOVER, 490, 1000))
    assert "left" not in progress.words
    now[0] += 0.2
    progress.show_progress(Progress(Phase.DISCOVER, 510, 1000))
    assert progress.words == "Reading the books 510 of 1,000 · about 5 s left"


# what is said


def test_use_cases_run_off_the_main_thread(make: Any) -> None:
    """F-39: the stand-in desk refuses to be asked in the main thread."""
    desk = FakeDesk()
    make(desk)
    assert desk.threads
    assert threading.main_thread().name not in desk.threads


@pytest.mark.parametrize(
    ("shown", "tone", "start"),
    [
        (summary(GOOD), Tone.GOOD, "14 invoices brought up to date."),
        (summary(GOOD[14:]), Tone.GOOD, "Nothing had to be written"),
        (summary(()), Tone.GOOD, "Nothing has changed in the books"),
        (summary(), Tone.BAD, "14 invoices brought up to date."),
        (summary(sample_changes()[1:]), Tone.WARNING, "14 invoices brought up to date."),
        (summary(sample_changes()[3:]), Tone.INFORMATION, "14 invoices brought up to date."),
        (summary(GOOD, RunKind.PREVIEW), Tone.INFORMATION, "14 changes would be written."),
        (summary(GOOD[:1], RunKind.PREVIEW), Tone.INFORMATION, "1 change would be written."),
        (summary(GOOD, result=RunResult.CANCELLED), Tone.WARNING, "Stopped after 14 invoices were written."),
        (summary(GOOD[14:], result=RunResult.CANCELLED), Tone.WARNING, "Stopped. Nothing was written."),
        (
            summary(GOOD, result=RunResult.NEEDS_DECISION, brake=reason("brake_silent", count=154)),
            Tone.WARNING,
            "The whole run waits. Nothing was written.",
        ),
    ],
)
def test_green_is_kept_for_runs_in_which_all_is_accounted_for(
    qtbot: QtBot, shown: Any, tone: Tone, start: str
) -> None:
    """F-40"""
    verdict = RunWords().verdict(shown)
    assert verdict.tone is tone
    assert verdict.title.startswith(start)


def test_left_out_rows_are_never_green(qtbot: QtBot) -> None:
    rows = most_urgent_first(GOOD)
    rows[0] = replace(rows[0], outcome=Outcome.SKIPPED, reason=reason("unticked"))
    verdict = RunWords().verdict(summary(tuple(rows)))
    assert verdict.tone is Tone.INFORMATION
    assert "1 row was left out and stays due." in verdict.text


def test_a_whole_run_brake_is_explained(qtbot: QtBot, make: Any) -> None:
    """D10, UX-7"""
    tab = make(FakeDesk(brake=reason("brake_falls", count=31, paid=154, limit=5)))
    _run(qtbot, tab)
    assert "31 of 154 paid invoices would lose money" in tab.results.words
    assert "Nothing is lost" in tab.results.words
    assert tab.results.counters.tile(Outcome.WRITTEN).figure == 0
    assert not tab.results.apply_button.isVisible()


def test_an_error_tells_what_happened_and_what_to_do(qtbot: QtBot, make: Any) -> None:
    """UX-6: the raw text is folded away and can be copied."""
    trouble = SetupError(
        "The file is gone.", "Choose it again in Settings.", "OSError: [Errno 2] no such file"
    )
    tab = make(FakeDesk(sync_trouble=trouble))
    _run(qtbot, tab)
    error = tab.results.error
    assert error.isVisible()
    assert error.accessibleName() == "The file is gone. Choose it again in Settings."
    assert not error._detail.isVisible()
    qtbot.mouseClick(error._show, Qt.MouseButton.LeftButton)
    assert error._detail.isVisible()
    assert error._detail.toPlainText() == "OSError: [Errno 2] no such file"
    error.copy()
    assert "Choose it again in Settings.\nOSError" in QGuiApplication.clipboard().text()
    assert not tab.results.banner.isVisible()


def test_after_an_error_a_run_can_be_tried_again(qtbot: QtBot, make: Any) -> None:
    desk = FakeDesk(sync_trouble=BusyError("Another run is under way.", "Wait until it ends."))
    tab = make(desk)
    _run(qtbot, tab)
    desk.sync_trouble = None
    _run(qtbot, tab)
    assert not tab.results.error.isVisible()
    assert tab.results.banner.isVisible()


@pytest.mark.parametrize("button", ["run_button", "preview_button"])
def test_a_run_that_another_one_kept_out_is_tried_again_by_its_button(
    qtbot: QtBot, make: Any, button: str
) -> None:
    """F-36: in plain words, with who holds it, and the same is asked for again."""
    who = "Ann started it on 10 April 2026 at 09:00 on desk-2 (process 4711)."
    desk = FakeDesk(sync_trouble=BusyError("Another run of this company is under way.", who))
    tab = make(desk)
    _run(qtbot, tab, button)
    retry = tab.results.error.findChild(QPushButton, "run-error-retry")
    assert retry.isVisible()
    assert tab.results.words == f"Another run of this company is under way. {who}"
    desk.sync_trouble = None
    with qtbot.waitSignal(tab.run_finished, timeout=10_000):
        qtbot.mouseClick(retry, Qt.MouseButton.LeftButton)
    assert desk.requests[0] == desk.requests[-1]
    assert not retry.isVisible()
    assert tab.results.banner.isVisible()


def test_what_trying_again_cannot_cure_offers_no_such_button(qtbot: QtBot, make: Any) -> None:
    tab = make(FakeDesk(sync_trouble=SetupError("The file is gone.", "Choose it again in Settings.")))
    _run(qtbot, tab)
    assert not tab.results.error.findChild(QPushButton, "run-error-retry").isVisible()


def test_a_failed_run_keeps_its_rows(qtbot: QtBot) -> None:
    results = UpdateResults()
    qtbot.addWidget(results)
    results.show()
    trouble = SetupError("The disk is full.", "Free some space.")
    results.show_summary(summary(result=RunResult.FAILED, error=trouble), sample_changes())
    assert results.error.isVisible()
    assert len(results.table.table.rows) == 61
    assert results.words == "The disk is full. Free some space."


def test_the_current_row_is_explained_in_full(qtbot: QtBot, make: Any) -> None:
    tab = make(FakeDesk())
    _run(qtbot, tab)
    tab.results.table.selectRow(0)
    label = tab.findChild(QLabel, "change-reason")
    assert label.isVisible()
    assert label.text().startswith("NG-1041: The job database refused the new value")


def test_another_connection_clears_the_results(qtbot: QtBot, make: Any, worker: Worker) -> None:
    tab = make(FakeDesk())
    _run(qtbot, tab)
    tab.show_connection("Sample company")
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert tab.results.currentWidget() is tab.results.empty
    assert tab.results.summary is None


def test_without_a_connection_nothing_can_run(make: Any) -> None:
    """UX-2"""
    tab = make(FakeDesk(names=()), None)
    assert not tab.run_button.isEnabled()
    assert not tab.preview_button.isEnabled()
    assert tab.results.empty.words.startswith("No connection yet")


def test_a_connection_that_cannot_be_read_says_so(make: Any) -> None:
    tab = make(FakeDesk(trouble=SetupError("The settings cannot be read.", "Restore them.")))
    assert tab.results.error.isVisible()
    assert not tab.run_button.isEnabled()


def test_start_and_end_of_a_run_are_announced(
    qtbot: QtBot, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """UX-12: a screen reader hears that it began, and the same sentence that is shown at its end."""
    said: list[str] = []
    monkeypatch.setattr("syncdesk.ui.update_tab.announce", lambda _widget, text: said.append(text))
    tab = make(FakeDesk())
    _run(qtbot, tab)
    assert said == ["Run started", tab.results.words]
    assert said[1].startswith("14 invoices brought up to date. 1 row could not be brought up to date")


def test_announcements_reach_the_accessibility_bridge(qtbot: QtBot) -> None:
    QAccessible.setActive(True)
    try:
        widget = QLabel("Run Sync")
        qtbot.addWidget(widget)
        announce(widget, "Run started")  # raises if Qt has no such event
    finally:
        QAccessible.setActive(False)


def test_the_primary_button_is_readable_in_light_and_dark(qtbot: QtBot, theme: Theme) -> None:
    """UX-10: Fusion brightens default buttons, so the colour on the screen is what counts."""
    for choice in (ThemeChoice.DARK, ThemeChoice.LIGHT):
        theme.apply(choice)
        button = QPushButton()
        qtbot.addWidget(button)
        make_primary(button, True)
        button.resize(160, 32)
        image = button.grab().toImage()
        grounds = [image.pixelColor(80, y) for y in range(9, 23)]  # where the letters stand
        assert min(contrast(ground, QColor("#ffffff")) for ground in grounds) >= 4.5


def test_outlines_of_controls_can_be_seen() -> None:
    """UX-10: 3:1 for what is not text."""
    for dark in (False, True):
        assert contrast(outline_colour(dark), palette(dark).color(QPalette.ColorRole.Base)) >= 3
