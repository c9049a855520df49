"""The assistant's last page before storing: the name, the rules, and a test that writes nothing.

Used by assistant."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from syncdesk.app.addresses import shown
from syncdesk.app.views import ConnectionDraft
from syncdesk.model.errors import SyncDeskError
from syncdesk.model.job import Check
from syncdesk.ui.assistant_pages import AssistantPage
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.notices import ErrorPanel, Fold, announce
from syncdesk.ui.settings_checks import CheckList
from syncdesk.ui.settings_fields import FormGrid, LineField
from syncdesk.ui.settings_rules import RulesSection
from syncdesk.ui.worker import Worker


class CheckPage(AssistantPage):
    """Name, rules and test."""

    sign_in_wanted = Signal()
    """A check failed that signing in cures."""

    def __init__(self, desk: DeskPort, worker: Worker) -> None:
        super().__init__("check", "")
        self.step = self.tr("Check and save")
        self._desk, self._worker = desk, worker
        self._base: ConnectionDraft | None = None
        self._tested: ConnectionDraft | None = None
        self._holds = False
        self.text.setText(self.tr("Everything is looked at before the connection is saved."))
        self.grid = FormGrid(self)
        self.name = LineField("settings-name")
        self.books, self.jobs = _fact("assistant-books-fact"), _fact("assistant-jobs-fact")
        self.grid.add("books", self.tr("Books:"), self.books)
        self.grid.add("jobs", self.tr("Job database:"), self.jobs)
        self.grid.add(
            "name", self.tr("&Name:"), self.name, self.tr("The company, as you want to see it in SyncDesk.")
        )
        self.rules = RulesSection()
        self.rules.show_connection(None)
        title = self.tr("Rules: time zone, changed rows, credit notes")
        self.fold = Fold("assistant-rules", title, self.rules, self)
        self.checks = CheckList(self.tr("&Sign In"), self)
        self.error = ErrorPanel("assistant-error", self)
        self.test_button = QPushButton(self.tr("&Test Again"), self)
        self.test_button.setObjectName("assistant-test")
        self.test_button.setAutoDefault(False)
        self._lay_out()
        self._connect()

    def show_draft(self, base: ConnectionDraft, books: str, name: str) -> None:
        """Show what was chosen, and test it unless it is what was tested last. `name` is proposed."""
        self._base = base
        self.books.setText(books)
        self.jobs.setText(shown(base.job_db))
        if not self.name.value:
            self.name.set_value(name)
        self.error.hide()
        if self._comparable() != self._tested:
            self.test()

    def draft(self) -> ConnectionDraft:
        """The whole connection as it is filled in. Raises RuntimeError before something was shown."""
        if self._base is None:
            raise RuntimeError("nothing to check yet")
        return replace(
            self._base,
            name=self.name.value,
            time_zone=self.rules.time_zone.value,
            policy=self.rules.policy.value,
            settings={**self.rules.settings(), "lock_date": ""},
        )

    @Slot()
    def test(self) -> None:
        """Check everything that is filled in; writes nothing."""
        draft, desk = self.draft(), self._desk
        self._tested, self._holds = self._comparable(), False
        self.error.hide()
        self.checks.show_testing()
        self.test_button.setEnabled(False)
        self._worker.ask(lambda: desk.test(draft), self._was_tested, self._not_tested, key="assistant-test")
        self.changed.emit()

    def show_error(self, error: SyncDeskError) -> None:
        """Show an error that belongs to no field."""
        self.error.show_error(error)

    def missing(self) -> tuple[str, ...]:
        lines = [] if self.name.value else [self.tr("Name")]
        if not self.rules.time_zone.is_known():
            lines.append(self.tr("Company time zone"))
        if not self._holds:
            lines.append(self.tr("a test without faults"))
        return tuple(lines)

    def still_to_do(self) -> str:
        if not self._holds and self.test_button.isEnabled():
            return self.tr("It can be saved once the test finds no fault")
        return super().still_to_do() if self._holds else ""

    def tell(self, field: str, error: str) -> bool:
        for grid in (self.grid, self.rules.grid):
            if field in grid.names:
                grid.tell(field, error)
                if grid is self.rules.grid:
                    self.fold.open()
                return True
        return False

    def start(self) -> QWidget | None:
        return self.name

    def stops(self) -> list[QWidget]:
        rules = (self.fold.button, *self.rules.grid.stops)
        return [self.name, *rules, *self.error.stops(), *self.checks.stops(), self.test_button]

    def _comparable(self) -> ConnectionDraft:
        """What a test depends on: everything but the name, which a person may still be typing."""
        return replace(self.draft(), name="")

    @Slot(object)
    def _was_tested(self, checks: tuple[Check, ...]) -> None:
        self.checks.show_checks(checks)
        self._holds = all(check.ok for check in checks)
        self.test_button.setEnabled(True)
        announce(self, self.checks.words)
        self.changed.emit()

    @Slot(object)
    def _not_tested(self, error: SyncDeskError) -> None:
        self.checks.hide()
        self.test_button.setEnabled(True)
        self._tested = None
        self.error.show_error(error)
        self.changed.emit()

    @Slot()
    def _edited(self) -> None:
        zone = self.rules.time_zone
        words = self.tr("There is no time zone '{zone}'. Choose one such as Europe/London.")
        self.rules.grid.tell("time_zone", "" if zone.is_known() else words.format(zone=zone.value))
        self.grid.tell("name", "")
        self.changed.emit()

    def _connect(self) -> None:
        self.name.textChanged.connect(self._edited)
        self.rules.changed.connect(self._edited)
        self.test_button.clicked.connect(self.test)
        self.checks.cure_wanted.connect(self.sign_in_wanted)

    def _lay_out(self) -> None:
        for part in (self.grid, self.fold, self.error, self.checks):
            self.column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.test_button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)


def _fact(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    return label
