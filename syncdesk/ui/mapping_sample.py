"""Some of a person's own rows as SyncDesk understands them, beside what is stored. Used by
settings_mapping."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from syncdesk.model.job import SampleRow
from syncdesk.ui.notices import announce, wrapped_label
from syncdesk.ui.present import NOTHING, Mark, money_text
from syncdesk.ui.tables import Column, TableView
from syncdesk.ui.theme import Tone, larger_font, quieten, row_height

_ROWS = 10


class SampleTable(QWidget):
    """A few rows, or why there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self.tr("Some of your rows, as SyncDesk reads them"), self)
        self.title.setObjectName("mapping-sample-title")
        self.title.setFont(larger_font(self.font(), 1.0, bold=True))
        self.note = wrapped_label("mapping-sample-note", self)
        self.table = TableView("mapping-sample", self.title.text(), self._columns(), self)
        self.table.setSortingEnabled(False)
        self.table.setFrameShape(QFrame.Shape.StyledPanel)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        for part in (self.title, self.note, self.table):
            column.addWidget(part)
        self.say(self.tr("They are shown once table and columns are chosen."))

    @property
    def rows(self) -> Sequence[SampleRow]:
        """The rows shown."""
        return list(self.table.table.rows)

    @property
    def words(self) -> str:
        """What is said above the rows."""
        return self.note.text()

    def say(self, text: str) -> None:
        """Show no rows, and why."""
        self.table.set_rows(())
        self.table.hide()
        self.note.setText(text)
        quieten(self.note)

    def show_reading(self) -> None:
        """The rows shown are those of another mapping; they stay until the new ones are there."""
        self.note.setText(self.tr("Reading…"))

    def show_rows(self, rows: Sequence[SampleRow]) -> None:
        """Show these."""
        if not rows:
            self.say(self.tr("The table has no rows yet."))
            return
        self.table.set_rows(rows)
        self._fit(len(rows))
        self.table.show()
        wrong = sum(bool(row.problems) for row in rows)
        unread = self.tr("%n row(s) below cannot be read; look at the columns and formats.", "", wrong)
        right = self.tr("Do they say what you know of these invoices? What is stored stands in brackets.")
        self.note.setText(unread if wrong else right)
        quieten(self.note, Tone.BAD if wrong else Tone.QUIET)
        announce(self, self.note.text())

    def _fit(self, rows: int) -> None:
        """As high as its rows: it scrolls with the form and not by itself."""
        header = self.table.horizontalHeader().sizeHint().height()
        bar = self.table.horizontalScrollBar().sizeHint().height()
        self.table.setFixedHeight(header + min(rows, _ROWS) * row_height(self.table) + bar + 2)

    def _columns(self) -> list[Column]:
        return [
            Column("number", self.tr("Number"), lambda row: row.number or NOTHING, width=88),
            Column("books", self.tr("In the books"), lambda row: row.source_number or NOTHING, width=92),
            Column("customer", self.tr("Customer"), lambda row: row.customer or NOTHING, width=150),
            self._amount("total", self.tr("Total"), 92),
            Column("currency", self.tr("Currency"), lambda row: row.currency or NOTHING, width=78),
            self._amount("paid_amount", self.tr("Paid Amount"), 138),
            Column(
                "date_paid",
                self.tr("Date Paid"),
                lambda row: self._told(row, "date_paid", _day(row.date_paid)),
                width=190,
                mark=lambda row: self._mark(row, "date_paid"),
                spoken=lambda row: self._spoken(row, "date_paid", _day(row.date_paid)),
            ),
        ]

    def _amount(self, part: str, title: str, width: int) -> Column:
        def money(row: SampleRow) -> str:
            return money_text(getattr(row, part), row.currency)

        return Column(
            part,
            title,
            lambda row: self._told(row, part, money(row)),
            width=width,
            right=True,
            mark=lambda row: self._mark(row, part),
            spoken=lambda row: self._spoken(row, part, money(row)),
        )

    def _told(self, row: SampleRow, part: str, text: str) -> str:
        stored = row.stored.get(part)
        if part in row.problems:
            return self.tr("{stored}: cannot be read").format(stored=stored)
        return text if stored is None else f"{text} ({stored})"

    def _spoken(self, row: SampleRow, part: str, text: str) -> str:
        stored = row.stored.get(part)
        if part in row.problems or stored is None:
            return row.problems.get(part, text)
        return self.tr("{text}, stored as {stored}").format(text=text, stored=stored)

    def _mark(self, row: SampleRow, part: str) -> Mark | None:
        if part not in row.problems:
            return None
        return Mark("error", self.tr("Cannot be read"), Tone.BAD)


def _day(day: date | None) -> str:
    """With the name of the month, so that day and month cannot be taken for each other."""
    if day is None:
        return NOTHING
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
