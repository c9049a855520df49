"""How one invoice stands with syncing and what can be done about it: the upper part of the detail pane
(BBK-25 to BBK-32, BBK-43, BBK-49, SMQ-01, SMQ-03)."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from syncdesk.app.story_views import InvoiceStory, Obstacle, Suggestion
from syncdesk.app.views import DecideRequest
from syncdesk.model.changes import RunResult, RunSummary
from syncdesk.model.decisions import Verdict
from syncdesk.model.errors import SyncDeskError
from syncdesk.model.sync_state import SyncState
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.notices import ErrorPanel, IconLabel, Panel, announce, wrapped_label
from syncdesk.ui.present import reason_text, verdict_hint
from syncdesk.ui.story_link import LinkDialog
from syncdesk.ui.story_words import blocker_text, since_line, sync_mark
from syncdesk.ui.theme import GAP, Tone, larger_font, make_primary, quieten, tone_colours
from syncdesk.ui.work_banner import WorkBanner
from syncdesk.ui.worker import Work, Worker


class StorySection(Panel):
    """State, reasons, switch and actions of the invoice shown."""

    changed = Signal()
    """Something was done; figures and states may be others now."""
    settings_wanted = Signal()
    """The person wants the switch of the company, which is off (BBK-44)."""

    def __init__(self, desk: DeskPort, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self.setObjectName("story-section")
        self._desk, self._worker = desk, worker
        self._name = ""
        self._story: InvoiceStory | None = None
        self._follows = ""  # the company whose wishes wait for a run to end
        self._icon = IconLabel("state-unknown", Tone.QUIET, 18, self)
        self.state = QLabel(self)
        self.state.setObjectName("story-state")
        self.state.setFont(larger_font(self.font(), 1.08, bold=True))
        self.since = QLabel(self)
        self.since.setObjectName("story-since")
        self.why = wrapped_label("story-why", self)
        self.why.setAccessibleName(self.tr("Why this invoice is not syncing"))
        self.sync_button = self._button("story-sync", "", self.sync)
        self.accept_button = self._button("story-accept", self.tr("Accept &Books"), self._accept)
        self.keep_button = self._button("story-keep", self.tr("Kee&p This"), self._keep)
        self.ignore_button = self._button("story-ignore", self.tr("Ig&nore"), self._ignore)
        self.take_back_button = self._button("story-take-back", self.tr("Ask Agai&n"), self._take_back)
        self.link_button = self._button("story-link", self.tr("Link by Han&d…"), self._ask_link)
        self.unlink_button = self._button("story-unlink", self.tr("Unlin&k"), self._unlink)
        self.settings_button = self._button("story-settings", self.tr("Open Settings"), self._open_settings)
        self.switch = QCheckBox(self.tr("Runs &work on this invoice (off: only you do)"), self)
        self.switch.setObjectName("story-switch")
        self.switch.clicked.connect(self._turn)
        self.banner = WorkBanner("story-banner", worker, "story-stop", self.tr("Stop"), self)
        self.error = ErrorPanel("story-error", self)
        self._explain()
        self._lay_out()
        worker.running_changed.connect(self._show_buttons)
        self.banner.done.connect(self._done)
        self.banner.failed.connect(self._failed)
        self.banner.cancelled.connect(self._stopped)

    # what the pane calls

    def show_story(self, connection: str, story: InvoiceStory) -> None:
        """Show how this invoice stands."""
        if self._story is None or story.row.key != self._story.row.key or connection != self._name:
            self.banner.hide()
            self.error.hide()
        self._name, self._story = connection, story
        mark = sync_mark(story.state)
        self._icon.show_icon(mark.icon, mark.tone)
        self.state.setText(mark.word)
        palette = self.palette()
        palette.setColor(palette.ColorRole.WindowText, tone_colours(mark.tone, palette).text)
        self.state.setPalette(palette)
        self.since.setText(since_line(story))
        self.why.setText("\n".join(blocker_text(blocker) for blocker in story.blockers))
        self.why.setVisible(bool(story.blockers))
        self.switch.setChecked(story.switch_on)
        self.setAccessibleName(f"{mark.word}. {self.since.text()} {self.why.text()}".strip())
        self._show_buttons()

    def forget(self) -> None:
        """Nothing is shown any more."""
        self._story = None

    def stops(self) -> tuple[QWidget, ...]:
        """What can take the cursor, in reading order."""
        return (
            *self._buttons(),
            self.settings_button,
            self.switch,
            self.banner.stop_button,
            *self.error.stops(),
        )

    @Slot()
    def stop(self) -> None:
        """Ask what is under way here to stop."""
        self.banner.stop()

    @Slot()
    def follow_up(self) -> None:
        """A run has ended: carry out what was asked for while it went on (BBK-37)."""
        if not self._follows or self._worker.is_running:
            return
        name, desk = self._follows, self._desk
        self._follows = ""
        self._start(lambda cancelled, report: desk.sync_requested(name, cancelled, report))

    # actions

    @Slot()
    def sync(self) -> None:
        """Sync this invoice now, or right after the run that is under way (BBK-29)."""
        story, name, desk = self._story, self._name, self._desk
        if story is None or self.banner.is_busy:
            return
        key = story.row.key
        if self._worker.is_running:
            self._follows = name
            self._worker.read(
                lambda: desk.sync_invoice(name, key, lambda: False, lambda _: None),
                self._done,
                self._refused,
                key="story-ask",
            )
            return
        self._start(lambda cancelled, report: desk.sync_invoice(name, key, cancelled, report))

    @Slot()
    def _accept(self) -> None:
        self._answer(Verdict.ACCEPT)

    @Slot()
    def _keep(self) -> None:
        self._answer(Verdict.KEEP)

    @Slot()
    def _ignore(self) -> None:
        self._answer(Verdict.IGNORE)

    @Slot()
    def _take_back(self) -> None:
        self._answer(None)

    def _answer(self, verdict: Verdict | None) -> None:
        story, desk = self._story, self._desk
        if story is None or story.waiting is None or self._worker.is_running:
            return
        request = DecideRequest(connection=self._name, verdict=verdict, seen=(story.waiting.seen,))
        self._start(lambda cancelled, report: desk.decide(request, cancelled, report))

    @Slot(bool)
    def _turn(self, on: bool) -> None:
        story, name, desk = self._story, self._name, self._desk
        if story is None:
            return
        key = story.row.key
        said = self.tr("Runs sync this invoice again.") if on else self.tr("Runs leave this invoice out.")
        self._quickly(lambda: desk.switch_invoice(name, key, on), said)

    @Slot()
    def _ask_link(self) -> None:
        story, name, desk = self._story, self._name, self._desk
        if story is None:
            return
        key = story.row.key
        self._worker.read(
            lambda: (key, desk.suggestions(name, key)), self._offer, self._refused, key="story-suggestions"
        )

    @Slot(object)
    def _offer(self, result: tuple[Any, tuple[Suggestion, ...]]) -> None:
        key, found = result
        if self._story is None or self._story.row.key != key:
            return
        dialog = LinkDialog(self._story.row.number, found, self)
        dialog.accepted.connect(self._linked)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(True)
        dialog.show()

    @Slot()
    def _linked(self) -> None:
        dialog, story, name, desk = self.sender(), self._story, self._name, self._desk
        if story is None or not isinstance(dialog, LinkDialog) or dialog.chosen is None:
            return
        key, source_id, number = story.row.key, dialog.chosen.source_id, dialog.chosen.number
        said = self.tr("Linked to the invoice {number}. Sync writes its figures.").format(number=number)
        self._quickly(lambda: desk.link(name, key, source_id), said)

    @Slot()
    def _unlink(self) -> None:
        story, name, desk = self._story, self._name, self._desk
        if story is not None:
            key, said = story.row.key, self.tr("Unlinked. The figures in this row stay as they are.")
            self._quickly(lambda: desk.unlink(name, key), said)

    def _quickly(self, act: Any, said: str) -> None:
        """Something short that needs no run."""
        self.error.hide()

        def work() -> str:
            act()
            return said

        self._worker.read(work, self._was_done, self._refused, key="story-act")

    @Slot(object)
    def _was_done(self, said: str) -> None:
        self.banner.tell("success", Tone.GOOD, said)
        self.changed.emit()

    @Slot(object)
    def _refused(self, error: SyncDeskError) -> None:
        self.error.show_error(error)
        if self._story is not None:
            self.switch.setChecked(self._story.switch_on)

    @Slot()
    def _open_settings(self) -> None:
        self.settings_wanted.emit()

    def _start(self, work: Work) -> None:
        self.error.hide()
        self.banner.begin(work, "run", self.tr("Looking at the books and at this row…"))
        announce(self, self.tr("Sync started"))
        self._show_buttons()

    @Slot(object)
    def _done(self, result: object) -> None:
        """A run of this invoice, None where another one is under way, or how each wish ended that had
        waited."""
        if result is None or result == ():
            words = self.tr("A run is under way. This invoice waits and is taken up next.")
            self._over("information", Tone.INFORMATION, words)
            return
        if not isinstance(result, RunSummary):
            self._told_of_wishes(result)
            return
        if result.error is not None:
            self.error.show_error(result.error)
            self._over("outcome-failed", Tone.BAD, self.tr("Not synced."))
            return
        counts = result.counts
        change = result.changes[0] if result.changes else None
        if counts.written:
            self._over("success", Tone.GOOD, self.tr("Synced: the row was brought up to date."))
        elif counts.unchanged:
            self._over("success", Tone.GOOD, self.tr("Synced: the row was right already."))
        else:
            held = result.brake or (change.reason if change is not None else None)
            why = reason_text(held)
            self._over("warning", Tone.WARNING, f"{self.tr('Not written.')} {why}".strip())

    def _told_of_wishes(self, ends: object) -> None:
        if isinstance(ends, tuple) and all(end is RunResult.SUCCESS for end in ends):
            self._over("success", Tone.GOOD, self.tr("What was asked for meanwhile is done."))
        else:
            words = self.tr(
                "Not everything that was asked for meanwhile could be synced: see Failed in the list."
            )
            self._over("warning", Tone.WARNING, words)

    @Slot(object)
    def _failed(self, error: SyncDeskError) -> None:
        self.error.show_error(error)
        self._over("outcome-failed", Tone.BAD, self.tr("Not synced."))

    @Slot()
    def _stopped(self) -> None:
        self._over("stop", Tone.QUIET, self.tr("Stopped. The row is as it was, or whole."))

    def _over(self, icon: str, tone: Tone, title: str) -> None:
        self.banner.tell(icon, tone, title)
        self._show_buttons()
        self.changed.emit()

    # how it looks

    def _button(self, name: str, text: str, pressed: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(pressed)
        return button

    def _buttons(self) -> tuple[QPushButton, ...]:
        answers = (self.accept_button, self.keep_button, self.ignore_button, self.take_back_button)
        return (self.sync_button, *answers, self.link_button, self.unlink_button)

    def _explain(self) -> None:
        self.accept_button.setToolTip(verdict_hint(Verdict.ACCEPT))
        self.keep_button.setToolTip(verdict_hint(Verdict.KEEP))
        self.ignore_button.setToolTip(verdict_hint(Verdict.IGNORE))
        self.take_back_button.setToolTip(verdict_hint(None))
        self.link_button.setToolTip(self.tr("Say which invoice of the books belongs to this row."))
        self.unlink_button.setToolTip(
            self.tr("Take this row and its invoice of the books apart. The figures stay as they are.")
        )
        self.sync_button.setToolTip(self.tr("Look at the books now and bring this one row up to date."))

    @Slot()
    def _show_buttons(self) -> None:
        """Offered is what fits, while nothing is under way (BBK-32, BBK-49)."""
        story = self._story
        if story is None:
            return
        failed = story.state is SyncState.FAILED
        text = self.tr("Syn&c") if story.is_first else self.tr("Resyn&c")
        self.sync_button.setText(self.tr("R&etry") if failed else text)
        answers = story.waiting.answers if story.waiting is not None else ()
        answered = story.waiting is not None and story.waiting.decision is not None
        shown = {
            self.sync_button: True,
            self.accept_button: Verdict.ACCEPT in answers and not answered,
            self.keep_button: Verdict.KEEP in answers and not answered,
            self.ignore_button: Verdict.IGNORE in answers and not answered,
            self.take_back_button: answered,
            self.link_button: not story.is_linked,
            self.unlink_button: story.is_linked,
        }
        idle = not self.banner.is_busy
        for button, fits in shown.items():
            button.setVisible(fits)
            button.setEnabled(idle and (button is self.sync_button or not self._worker.is_running))
        self.switch.setEnabled(idle)
        obstacles = {blocker.obstacle for blocker in story.blockers}
        self.settings_button.setVisible(Obstacle.CONNECTION_OFF in obstacles)
        make_primary(self.sync_button, self.accept_button.isHidden())

    def _lay_out(self) -> None:
        quieten(self.since)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._icon)
        head.addWidget(self.state)
        head.addWidget(self.since, 1)
        first, second = QHBoxLayout(), QHBoxLayout()
        for line, buttons in ((first, self._buttons()[:4]), (second, self._buttons()[4:])):
            line.setSpacing(GAP)
            for button in buttons:
                line.addWidget(button)
            line.addStretch(1)
        second.insertWidget(0, self.switch)
        first.insertWidget(first.count() - 1, self.settings_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.why)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.banner)
        column.addWidget(self.error)
