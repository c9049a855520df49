"""The part of the settings form that says which table and columns hold what: guessed, shown with a person's
own rows, corrected, and confirmed by Save.

Used by settings_form and assistant_jobs. It asks nobody: mapping_live does."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QSpinBox, QVBoxLayout, QWidget

from syncdesk.app.views import MappingGuess
from syncdesk.model.job import JobMapping, NumberRule
from syncdesk.ui.mapping_fields import DateFormatChoice, FormatChoice, KeyChoice, TableChoice, example_of
from syncdesk.ui.mapping_sample import SampleTable
from syncdesk.ui.notices import Banner, Fold
from syncdesk.ui.settings_fields import ColumnChoice, FormGrid, LineField
from syncdesk.ui.theme import GAP, Tone

REQUIRED = ("number", "paid_amount", "date_paid")
OPTIONAL = ("total", "currency", "customer", "invoice_date", "credited", "outstanding")
_UNUSUAL = ("credited", "outstanding", "where", "write_table")
_EXAMPLE = "1042"
_PATTERNS = ("%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y/%m/%d", "%Y%m%d", "%d-%b-%Y", "%d/%m/%y")


class MappingLines(QWidget):
    """The lines: table, columns, formats, number rule."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = TableChoice("settings-table", self.tr("Choose a table, or type a part of its name"))
        self.key = KeyChoice("settings-key")
        self.write_table = TableChoice("settings-write_table", self.tr("The same table"))
        self.choices = {name: ColumnChoice(f"settings-{name}") for name in (*REQUIRED, *OPTIONAL)}
        self.amount_format = FormatChoice("settings-amount_format", self._amount_formats())
        self.date_format = DateFormatChoice("settings-date_format", self._date_formats())
        self.prefix, self.job_prefix = LineField("settings-prefix"), LineField("settings-job_prefix")
        self.pad = QSpinBox()
        self.pad.setObjectName("settings-pad")
        self.pad.setRange(0, 20)
        self.pad.setSpecialValueText(self.tr("as it is"))
        self.currency_default, self.where = (
            LineField("settings-currency_default"),
            LineField("settings-where"),
        )
        self.example = QLabel(self)
        self.example.setObjectName("settings-number-example")
        self.top, self.grid, self.more = FormGrid(self), FormGrid(self), FormGrid()
        self.fold = Fold("settings-more-columns", self.tr("More columns and rules"), self.more, self)
        self.top.add("table", self.tr("Ta&ble of invoices:"), self.table)
        self._add_lines()
        self._add_more()

    @property
    def grids(self) -> tuple[FormGrid, FormGrid, FormGrid]:
        """Its lines from top to bottom."""
        return self.top, self.grid, self.more

    def _amount_formats(self) -> list[tuple[str, str]]:
        return [
            (self.tr("As the column says"), "auto"),
            (self.tr("Whole amounts: 1200 is 1,200.00"), "decimal"),
            (self.tr("Cents: 1200 is 12.00"), "minor_units"),
            (self.tr("Text: 1200.00"), "text"),
        ]

    def _date_formats(self) -> list[tuple[str, str]]:
        text = self.tr("Text: {example}")
        return [
            (self.tr("As the column says, text as 2026-01-31"), "auto"),
            (self.tr("Day: 2026-01-31"), "date"),
            (self.tr("Day and time: 2026-01-31 00:00:00"), "datetime"),
            *((text.format(example=example_of(p)), f"text:{p}") for p in _PATTERNS),
        ]

    def _add_lines(self) -> None:
        add = self.grid.add
        add("number", self.tr("Invoice number:"), self.choices["number"])
        written = self.tr("SyncDesk writes this column.")
        add("paid_amount", self.tr("Paid Amount:"), self.choices["paid_amount"], written)
        add("amount_format", self.tr("Amounts are stored:"), self.amount_format)
        add("date_paid", self.tr("Date Paid:"), self.choices["date_paid"], written)
        help_text = self.tr("A pattern of your own can be typed: %d. %m. %Y means 31. 01. 2026.")
        add("date_format", self.tr("Dates are stored:"), self.date_format, help_text)
        checked = self.tr("Compared with the books when an invoice is first matched.")
        add("total", self.tr("Total:"), self.choices["total"], checked)
        add("customer", self.tr("Customer:"), self.choices["customer"], checked)
        add("currency", self.tr("Currency:"), self.choices["currency"])
        none = self.tr("Three letters such as GBP. Empty means the home currency of the books.")
        add("currency_default", self.tr("Currency where none is given:"), self.currency_default, none)
        add("key", self.tr("Key:"), self.key, self.tr("What tells one row from all others."))
        rule = self.tr("Numbers in the books begin with this, numbers here do not. Empty means nothing.")
        add("prefix", self.tr("Prefi&x in the books:"), self.prefix, rule)
        add("example", self.tr("Example:"), self.example)

    def _add_more(self) -> None:
        add = self.more.add
        own = self.tr("Numbers here begin with this, numbers in the books do not. Empty means nothing.")
        add("job_prefix", self.tr("Prefix in the job database:"), self.job_prefix, own)
        add("pad", self.tr("Digits in the books:"), self.pad, self.tr("Shorter numbers get zeros in front."))
        add("invoice_date", self.tr("Invoice date:"), self.choices["invoice_date"])
        more = self.tr("Written too, if you choose a column.")
        add("credited", self.tr("Credited:"), self.choices["credited"], more)
        add("outstanding", self.tr("Outstanding:"), self.choices["outstanding"], more)
        behind = self.tr("Only where the table above is a view that cannot be written: the table behind it.")
        add("write_table", self.tr("Table that is written:"), self.write_table, behind)
        where = self.tr("A condition in SQL such as status <> 'quote'. Empty means all rows.")
        add("where", self.tr("Only rows in which:"), self.where, where)


class MappingSection(MappingLines):
    """Table, columns, formats and number rule of the job database, and some rows as they are understood."""

    changed = Signal()
    table_chosen = Signal(str)
    """A person chose another table: its columns are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mapping: JobMapping | None = None
        self._columns: tuple[str, ...] = ()
        self._touched = self._filling = False
        self.doubts = Banner("settings-doubts", self)
        self.sample = SampleTable(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for part in (self.top, self.doubts, self.sample, self.grid, self.fold):
            column.addWidget(part)
        self._connect()
        self._show_example()

    # showing

    def show_guess(self, guess: MappingGuess, keep: bool) -> None:
        """Offer the tables and columns of a guess. With `keep` a mapping that is there already stays."""
        self._mapping = (self.mapping() or self._mapping or guess.mapping) if keep else guess.mapping
        self._columns = guess.columns
        self._offer(guess.tables, guess.table)
        doubts = "" if keep else "\n".join(guess.doubts)
        if doubts:
            self.doubts.say("warning", Tone.WARNING, self.tr("Please look at these"), doubts)
        else:
            self.doubts.hide()

    def show_mapping(self, mapping: JobMapping | None) -> None:
        """Show the mapping of a connection; None = nothing is known yet."""
        self._mapping, self._columns = mapping, ()
        self.doubts.hide()
        self._offer(self.table.names, "")

    def mapping(self) -> JobMapping | None:
        """The mapping as it is filled in, None while something required is missing."""
        columns = {name: choice.value for name, choice in self.choices.items()}
        table, key = self.table.value, self.key.value
        known = self.table.is_known or (self._mapping is not None and table == self._mapping.table)
        if not table or not known or not key or any(not columns[name] for name in REQUIRED):
            return None
        base = self._mapping
        if base is None:
            number, paid_amount, date_paid = (columns[name] for name in REQUIRED)
            base = JobMapping(
                table=table, key=key, number=number, paid_amount=paid_amount, date_paid=date_paid
            )
        return replace(
            base,
            table=table,
            key=key,
            numbers=NumberRule(self.prefix.value, self.job_prefix.value, self.pad.value()),
            currency_default=self.currency_default.value.upper(),
            amount_format=self.amount_format.value,
            date_format=self.date_format.value,
            where=self.where.value,
            write_table=self.write_table.value,
            **columns,
        )

    @property
    def was_touched(self) -> bool:
        """True if a person chose something although the mapping is not complete yet."""
        return self._touched and self.mapping() is None

    def tell(self, name: str, error: str) -> bool:
        """Show an error at the line of this name, unfolded if need be; False if there is none."""
        name = "table" if name == "mapping" else name
        for grid in self.grids:
            if name in grid.names:
                grid.tell(name, error)
                if error and grid is self.more:
                    self.fold.open()
                return True
        return False

    def clear_errors(self) -> None:
        """Take all errors away."""
        for grid in self.grids:
            grid.clear_errors()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in reading order."""
        table = self.sample.table
        return [*self.top.stops, table, *self.grid.stops, self.fold.button, *self.more.stops]

    def _offer(self, tables: Sequence[str], table: str) -> None:
        """Fill the choosers with the real tables and columns, and choose what the mapping says."""
        mapping = self._mapping
        self._filling = True
        self.table.offer(tables, mapping.table if mapping is not None else table)
        self.write_table.offer(tables, mapping.write_table if mapping is not None else "")
        for name, choice in self.choices.items():
            none = self.tr("Choose a column") if name in REQUIRED else self.tr("None")
            choice.offer_columns(none, self._columns, getattr(mapping, name) if mapping is not None else "")
        self.key.offer_columns(self._columns, mapping.key if mapping is not None else ())
        numbers = mapping.numbers if mapping is not None else NumberRule()
        self.prefix.set_value(numbers.prefix)
        self.job_prefix.set_value(numbers.job_prefix)
        self.pad.setValue(numbers.pad)
        self.currency_default.set_value(mapping.currency_default if mapping is not None else "")
        self.where.set_value(mapping.where if mapping is not None else "")
        self.amount_format.choose(mapping.amount_format if mapping is not None else "auto")
        self.date_format.choose(mapping.date_format if mapping is not None else "auto")
        if mapping is not None and (any(getattr(mapping, n) for n in _UNUSUAL) or numbers.job_prefix):
            self.fold.open()
        self.setEnabled(bool(tables) or mapping is not None)
        self._filling = False
        self.changed.emit()

    # changing

    def _connect(self) -> None:
        formats = (self.amount_format, self.date_format)
        for choice in (*self.choices.values(), *formats):
            choice.currentTextChanged.connect(self._edited)
            choice.activated.connect(self._choice_made)
        self.key.chosen.connect(self._choice_made)
        self.key.chosen.connect(self._edited)
        self.table.changed.connect(self._edited)
        self.write_table.changed.connect(self._edited)
        self.table.table_chosen.connect(self._table_chosen)
        for line in (self.prefix, self.job_prefix, self.currency_default, self.where):
            line.textChanged.connect(self._edited)
        self.pad.valueChanged.connect(self._edited)
        self.changed.connect(self._show_example)

    @Slot()
    def _edited(self) -> None:
        if not self._filling:
            self.changed.emit()

    @Slot()
    def _choice_made(self) -> None:
        self._touched = True

    @Slot(str)
    def _table_chosen(self, name: str) -> None:
        """Another table has other columns: until they are known nothing is chosen."""
        self._touched = True
        self._mapping, self._columns = None, ()
        self._offer(self.table.names, name)
        self.doubts.hide()
        self.table_chosen.emit(name)

    @Slot()
    def _show_example(self) -> None:
        rule = NumberRule(self.prefix.value, self.job_prefix.value, self.pad.value())
        here = rule.job_prefix + _EXAMPLE
        words = self.tr("Job invoice {here} is {books} in the books.")
        self.example.setText(words.format(here=here, books=rule.source_number(here)))
