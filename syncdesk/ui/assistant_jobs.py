"""The assistant's page about the job database: where it is, which table and columns hold what.

Used by assistant. The mapping is guessed by itself as soon as the job database is known."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from syncdesk.app.views import MappingGuess
from syncdesk.model.errors import SetupError, SyncDeskError
from syncdesk.ui.assistant_pages import AssistantPage
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.settings_fields import FileField, FormGrid, job_database_address
from syncdesk.ui.settings_mapping import MappingSection
from syncdesk.ui.worker import Worker

_PAUSE = 500
"""Milliseconds after the last change before the job database is looked at."""


class JobsPage(AssistantPage):
    """Job database and mapping."""

    def __init__(self, desk: DeskPort, worker: Worker) -> None:
        super().__init__("jobs", "")
        self.step = self.tr("Job database")
        self._desk, self._worker = desk, worker
        self._books: tuple[str, dict[str, str], str] = ("", {}, "")
        self._guessed_for: object = None
        self.text.setText(
            self.tr(
                "SyncDesk writes Paid Amount and Date Paid there. Nothing is written while you set it up."
            )
        )
        self.jobs = FormGrid(self)
        self.job_db = FileField(
            "settings-job_db",
            self.tr("Job database"),
            self.tr("SQLite databases (*.sqlite *.sqlite3 *.db);;All files (*)"),
            self.tr("Bro&wse…"),
        )
        help_text = self.tr("A SQLite file, or an address such as postgresql://user@server/database.")
        self.jobs.add("job_db", self.tr("&Job database:"), self.job_db, help_text)
        self.mapping = MappingSection(self)
        self.mapping.show_mapping(None)
        self.mapping.hide()
        self.column.addWidget(self.jobs)
        self.column.addWidget(self.mapping)
        self.column.addStretch(1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.guess)
        self.job_db.changed.connect(self._pause.start)
        self.job_db.changed.connect(self._edited)
        self.mapping.changed.connect(self._edited)

    @property
    def address(self) -> str:
        """The job database as an address."""
        return job_database_address(self.job_db.value)

    def show_books(self, kind: str, source: dict[str, str], draft_id: str) -> None:
        """These are the books; a guess looks at their invoice numbers."""
        self._books = (kind, source, draft_id)
        self.guess()

    @Slot()
    def guess(self) -> None:
        """Look at the job database and offer its tables and columns, once for each database and books."""
        address, (kind, source, id_), desk = self.address, self._books, self._desk
        wanted = (address, self._books)
        if not address or wanted == self._guessed_for:
            return
        self._guessed_for = wanted
        self._worker.ask(
            lambda: (address, desk.guess_mapping(address, kind, source, id_)),
            self._guessed,
            self._not_guessed,
            key="assistant-guess",
        )

    def missing(self) -> tuple[str, ...]:
        lines = [] if self.job_db.value else [self.tr("Job database")]
        if self.mapping.mapping() is None:
            lines.append(self.tr("Table and columns"))
        return tuple(lines)

    def tell(self, field: str, error: str) -> bool:
        name = "table" if field == "mapping" else field
        for grid in (self.jobs, self.mapping.grid):
            if name in grid.names:
                grid.tell(name, error)
                return True
        return False

    def start(self) -> QWidget | None:
        return self.job_db.line

    def stops(self) -> list[QWidget]:
        return [*self.jobs.stops, *self.mapping.grid.stops]

    @Slot()
    def _edited(self) -> None:
        for grid in (self.jobs, self.mapping.grid):
            grid.clear_errors()
        self.changed.emit()

    @Slot(object)
    def _guessed(self, result: tuple[str, MappingGuess]) -> None:
        address, guess = result
        if address != self.address:
            return
        self.tell("job_db", "")
        self.mapping.show_guess(guess, keep=False)
        self.mapping.show()
        self.changed.emit()

    @Slot(object)
    def _not_guessed(self, error: SyncDeskError) -> None:
        self._guessed_for = None  # the same address may be tried again
        field = error.field if isinstance(error, SetupError) else ""
        words = f"{error.title} {error.remedy}".strip()
        if not self.tell(field, words):
            self.tell("job_db", words)
        self.changed.emit()
