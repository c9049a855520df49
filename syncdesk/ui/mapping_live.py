"""Keeps a mapping in step with the job database while a person corrects it: guesses, reads the columns of the
table she chooses, and reads her rows again after each change. Used by assistant_jobs and settings_editor.

Everything is read on a worker lane, and only the latest answer counts."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from syncdesk.app.views import MappingGuess, MappingSample
from syncdesk.model.errors import SetupError, SyncDeskError
from syncdesk.model.job import Check, JobMapping
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.settings_mapping import MappingSection
from syncdesk.ui.worker import Worker

_PAUSE = 300
"""Milliseconds after the last change before rows are read again."""

Books = tuple[str, dict[str, str], str]
"""The kind of books, its fields, and the id of the connection or of its draft."""


class LiveMapping(QObject):
    """Reads for one mapping section."""

    guessed = Signal()
    """Tables and columns are offered now."""
    failed = Signal(object)
    """The job database cannot be read (SyncDeskError)."""

    def __init__(
        self, desk: DeskPort, worker: Worker, section: MappingSection, name: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._worker, self._section, self._name = desk, worker, section, name
        self._address = ""
        self._books: Books = ("", {}, "")
        self._sampled: tuple[str, JobMapping] | None = None
        self._told: list[str] = []
        self._asked = ("", False)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.read_rows)
        section.changed.connect(self._pause.start)
        section.table_chosen.connect(self._table_chosen)

    def look(self, address: str, books: Books, keep: JobMapping | None = None) -> None:
        """Guess for this job database and these books; with `keep` only offer what there is beside it."""
        self._address, self._books, self._sampled = address, books, None
        self._ask(keep.table if keep is not None else "", keep is not None)

    def forget(self) -> None:
        """Nothing that is under way counts any more."""
        self._address = ""
        self._pause.stop()

    @Slot()
    def read_rows(self) -> None:
        """Read some rows by the mapping as it is filled in, unless it is what was read last."""
        mapping, address = self._section.mapping(), self._address
        if mapping is None or not address:
            return
        wanted = (address, mapping)
        if wanted == self._sampled:
            return
        self._sampled = wanted
        self._section.sample.show_reading()
        desk, id_ = self._desk, self._books[2]
        self._worker.ask(
            lambda: (wanted, desk.sample_mapping(address, mapping, id_)),
            self._read,
            self._not_read,
            key=f"{self._name}-rows",
        )

    def _ask(self, table: str, keep: bool) -> None:
        self._asked = (table, keep)
        address, (kind, source, id_), desk = self._address, self._books, self._desk
        self._worker.ask(
            lambda: (address, keep, desk.guess_mapping(address, kind, source, id_, table)),
            self._guessed,
            self._not_guessed,
            key=f"{self._name}-guess",
        )

    @Slot(str)
    def _table_chosen(self, table: str) -> None:
        if self._address:
            self._section.sample.say(self.tr("Reading the columns of '{table}'…").format(table=table))
            self._sampled = None
            self._ask(table, False)

    @Slot(object)
    def _guessed(self, answer: tuple[str, bool, MappingGuess]) -> None:
        address, keep, guess = answer
        if address != self._address:
            return
        if self._asked == (
            "",
            True,
        ):  # the table of the mapping is gone: its columns are not those of another
            guess = replace(guess, columns=())
        self._section.show_guess(guess, keep)
        if self._section.mapping() is None:
            self._section.sample.say(self.tr("Your rows are shown once table and columns are chosen."))
        self.read_rows()
        self.guessed.emit()

    @Slot(object)
    def _not_guessed(self, error: SyncDeskError) -> None:
        self._section.sample.say("")
        if isinstance(error, SetupError) and error.field == "table":
            if self._asked[1] and self._asked[0]:
                self._ask("", True)
            self._section.tell("table", f"{error.title} {error.remedy}".strip())
        else:
            self.failed.emit(error)

    @Slot(object)
    def _read(self, answer: tuple[tuple[str, JobMapping], MappingSample]) -> None:
        wanted, sample = answer
        if wanted != (self._address, self._section.mapping()):
            return
        for name in self._told:
            self._section.tell(name, "")
        self._told = [fault.field for fault in sample.faults if self._tell(fault)]
        if not sample.faults:
            self._section.sample.show_rows(sample.rows)
        elif self._told:
            self._section.sample.say(self.tr("Your rows are shown once this is put right."))
        else:
            self._section.sample.say(f"{sample.faults[0].title} {sample.faults[0].remedy}".strip())

    def _tell(self, fault: Check) -> bool:
        return self._section.tell(fault.field, f"{fault.title} {fault.remedy}".strip())

    @Slot(object)
    def _not_read(self, error: SyncDeskError) -> None:
        self._sampled = None  # the same mapping may be tried again
        self._section.sample.say(f"{error.title} {error.remedy}".strip())
