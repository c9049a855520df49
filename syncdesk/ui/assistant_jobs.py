"""The assistant's page about the job database: where it is, which table and columns hold what.

Used by assistant. The mapping is guessed by itself as soon as the job database is known."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from syncdesk.model.errors import SetupError, SyncDeskError
from syncdesk.ui.assistant_pages import AssistantPage
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.job_database_fields import JobDatabaseFields
from syncdesk.ui.mapping_live import Books, LiveMapping
from syncdesk.ui.settings_mapping import MappingSection
from syncdesk.ui.worker import Worker

_PAUSE = 500
"""Milliseconds after the last change before the job database is looked at."""


class JobsPage(AssistantPage):
    """Job database and mapping."""

    def __init__(self, desk: DeskPort, worker: Worker) -> None:
        super().__init__("jobs", "")
        self.step = self.tr("Job database")
        self._books: Books = ("", {}, "")
        self._guessed_for: object = None
        self.text.setText(
            self.tr(
                "SyncDesk writes Paid Amount and Date Paid there. Nothing is written while you set it up."
            )
        )
        self.job_db = JobDatabaseFields(self)
        self.mapping = MappingSection(self)
        self.mapping.show_mapping(None)
        self.mapping.hide()
        self.live = LiveMapping(desk, worker, self.mapping, "assistant", self)
        self.column.addWidget(self.job_db)
        self.column.addWidget(self.mapping)
        self.column.addStretch(1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.guess)
        self.job_db.changed.connect(self._pause.start)
        self.job_db.changed.connect(self._edited)
        self.mapping.changed.connect(self._edited)
        self.live.guessed.connect(self._guessed)
        self.live.failed.connect(self._not_guessed)

    @property
    def address(self) -> str:
        """The job database as an address, with its password."""
        return self.job_db.address

    def show_books(self, kind: str, source: dict[str, str], draft_id: str) -> None:
        """These are the books; a guess looks at their invoices."""
        self._books = (kind, source, draft_id)
        self.guess()

    @Slot()
    def guess(self) -> None:
        """Look at the job database and offer its tables and columns, once for each database and books."""
        address = self.address
        wanted = (address, self._books)
        if not address or wanted == self._guessed_for:
            return
        self._guessed_for = wanted
        self.live.look(address, self._books)

    def missing(self) -> tuple[str, ...]:
        lines = list(self.job_db.missing())
        if self.mapping.mapping() is None:
            lines.append(self.tr("Table and columns"))
        return tuple(lines)

    def tell(self, field: str, error: str) -> bool:
        return self.job_db.tell(field, error) or self.mapping.tell(field, error)

    def start(self) -> QWidget | None:
        return self.job_db.start()

    def stops(self) -> list[QWidget]:
        return [*self.job_db.stops(), *self.mapping.stops()]

    @Slot()
    def _edited(self) -> None:
        self.job_db.clear_errors()
        self.mapping.clear_errors()
        self.changed.emit()

    @Slot()
    def _guessed(self) -> None:
        self.job_db.clear_errors()
        self.mapping.show()
        self.changed.emit()

    @Slot(object)
    def _not_guessed(self, error: SyncDeskError) -> None:
        self._guessed_for = None  # the same address may be tried again
        field = error.field if isinstance(error, SetupError) else ""
        words = f"{error.title} {error.remedy}".strip()
        if not self.tell(field, words):
            self.job_db.tell("job_db", words)
        self.changed.emit()
