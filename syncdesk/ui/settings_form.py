"""The form of one connection: made from the fields its kind of books declares, and the same for all others.

Used by settings_editor. It holds what is filled in and tells errors at the field; it asks nobody.
"""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from syncdesk.app.views import ConnectionDraft
from syncdesk.model.connection import Connection
from syncdesk.model.ports import SourceKind
from syncdesk.ui.job_database_fields import JobDatabaseFields
from syncdesk.ui.settings_automatic import AutomaticSection
from syncdesk.ui.settings_fields import Choice, FormGrid, LineField
from syncdesk.ui.settings_limits import LimitsSection
from syncdesk.ui.settings_mapping import MappingSection
from syncdesk.ui.settings_rules import RulesSection
from syncdesk.ui.source_fields import SourceFields
from syncdesk.ui.theme import GAP, larger_font


class ConnectionForm(QWidget):
    """Everything a connection is made of."""

    changed = Signal()
    books_changed = Signal()
    """The books or the job database are others now: a guess of the mapping may be out of date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: tuple[SourceKind, ...] = ()
        self._connection: Connection | None = None
        self._filling = False
        self.name = LineField("settings-name")
        self.kind = Choice("settings-source_kind")
        self.first = FormGrid(self)
        self.books = SourceFields(parent=self)
        self.job_db = JobDatabaseFields(self)
        self.mapping = MappingSection(self)
        self.rules = RulesSection(self)
        self.limits = LimitsSection(self)
        self.automatic = AutomaticSection(self)
        self._later = QTimer(self)  # the order of stops is set once more when the old lines are gone
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._order_stops)
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._connect()

    def show_connection(self, kinds: tuple[SourceKind, ...], connection: Connection | None) -> None:
        """Fill in a connection; None = an empty form for a new one."""
        self._filling = True
        self._kinds, self._connection = kinds, connection
        self.kind.offer((kind.label, kind.kind) for kind in kinds)
        self.kind.set_value(connection.source_kind if connection is not None else "")
        self.kind.setEnabled(len(kinds) > 1)
        self._show_source_fields()
        self.name.set_value(connection.name if connection is not None else "")
        self.job_db.set_address(connection.job_db if connection is not None else "", stored=True)
        self.mapping.show_mapping(connection.mapping if connection is not None else None)
        self.rules.show_connection(connection)
        self.limits.show_connection(connection)
        self.automatic.show_connection(connection)
        self.clear_errors()
        self._filling = False

    @property
    def source(self) -> dict[str, str]:
        """The fields of the books as they are filled in."""
        return self.books.values

    @property
    def address(self) -> str:
        """The job database as an address, with its password."""
        return self.job_db.address

    def draft(self) -> ConnectionDraft:
        """The connection as it is filled in."""
        kept = self._connection
        return ConnectionDraft(
            id=kept.id if kept is not None else "",
            name=self.name.value,
            source_kind=self.kind.value,
            source=self.source,
            job_db=self.address,
            mapping=self.mapping.mapping(),
            time_zone=self.rules.time_zone.value,
            policy=self.rules.policy.value,
            settings={**self.rules.settings(), **self.limits.settings(), **self.automatic.settings()},
        )

    def missing(self) -> tuple[str, ...]:
        """The labels of what must still be filled in or put right, in the order of the form."""
        lines = [] if self.name.value else [self.tr("Name")]
        lines += self.books.missing()
        lines += self.job_db.missing()
        if self.mapping.mapping() is None:
            lines.append(self.tr("Table and columns"))
        if not self.rules.time_zone.is_known():
            lines.append(self.tr("Company time zone"))
        return tuple(lines)

    def tell(self, field: str, error: str) -> bool:
        """Show an error at the field of this name; False if the form has no such field."""
        name = next(iter(self.books.editors), "") if field == "source" else field
        if self.books.tell(name, error) or self.job_db.tell(name, error) or self.mapping.tell(name, error):
            return True
        if self.automatic.tell(name, error):
            return True
        for grid in (self.first, self.rules.grid, self.limits.grid):
            if name in grid.names:
                grid.tell(name, error)
                return True
        return False

    def errors(self) -> dict[str, str]:
        """The errors shown, by field."""
        return {name: grid.error(name) for grid in self._grids() for name in grid.names if grid.error(name)}

    def field(self, name: str) -> QWidget:
        """What the field of this name is filled in with. Raises KeyError if the form has no such field."""
        for grid in self._grids():
            if name in grid.names:
                return grid.editor(name)
        raise KeyError(name)

    def clear_errors(self) -> None:
        """Take all errors away."""
        for grid in self._grids():
            grid.clear_errors()
        self._check_zone()

    def _grids(self) -> Sequence[FormGrid]:
        jobs, mapping = self.job_db.grids, self.mapping.grids
        rest = (self.rules.grid, self.limits.grid, self.automatic.grid)
        return (self.first, *self.books.grids, *jobs, *mapping, *rest)

    def _kind(self) -> SourceKind | None:
        return next((kind for kind in self._kinds if kind.kind == self.kind.value), None)

    def _show_source_fields(self) -> None:
        """Make the lines that this kind of books declares."""
        kept = self._connection
        stored = kept is not None and kept.source_kind == self.kind.value
        made = SourceFields(self._kind(), kept.source if kept is not None and stored else None, stored, self)
        made.changed.connect(self._books_changed)
        self._column.replaceWidget(self.books, made)
        self.books.deleteLater()
        self.books = made
        self._order_stops()
        self._later.start()

    @Slot()
    def _order_stops(self) -> None:
        """Tab goes down the form, although the lines of the books were made last."""
        jobs = (*self.job_db.stops(), *self.mapping.stops())
        rest = (*self.rules.grid.stops, *self.limits.stops(), *self.automatic.stops())
        stops = [*self.first.stops, *self.books.stops(), *jobs, *rest]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        add = self._column.addWidget
        self._column.setContentsMargins(0, 0, GAP, 0)
        self._column.setSpacing(GAP)
        self.first.add(
            "name", self.tr("&Name:"), self.name, self.tr("The company, as you want to see it in SyncDesk.")
        )
        self.first.add("source_kind", self.tr("&Kind of books:"), self.kind)
        add(self.first)
        add(_title(self.tr("Books"), self))
        add(self.books)
        add(_title(self.tr("Job database"), self))
        add(self.job_db)
        add(_title(self.tr("Table and columns"), self))
        add(self.mapping)
        add(_title(self.tr("Rules"), self))
        add(self.rules)
        add(_title(self.tr("When something waits for you"), self))
        add(self.limits)
        add(_title(self.tr("Automatic runs"), self))
        add(self.automatic)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.name.textChanged.connect(self._edited)
        self.job_db.changed.connect(self._books_changed)
        self.mapping.changed.connect(self._edited)
        self.rules.changed.connect(self._edited)
        self.limits.changed.connect(self._edited)
        self.automatic.changed.connect(self._edited)

    @Slot()
    def _kind_changed(self) -> None:
        if not self._filling:
            self._show_source_fields()
            self._books_changed()

    @Slot()
    def _books_changed(self) -> None:
        if not self._filling:
            self.changed.emit()
            self.books_changed.emit()

    @Slot()
    def _edited(self) -> None:
        if not self._filling:
            self._check_zone()
            self.changed.emit()

    def _check_zone(self) -> None:
        zone = self.rules.time_zone
        words = self.tr("There is no time zone '{zone}'. Choose one such as Europe/London.")
        self.rules.grid.tell("time_zone", "" if zone.is_known() else words.format(zone=zone.value))


def _title(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setFont(larger_font(parent.font(), 1.08, bold=True))
    label.setContentsMargins(0, GAP, 0, 0)
    return label
