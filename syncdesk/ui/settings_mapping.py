"""The part of the settings form that says which table and columns hold what: guessed, then confirmed by Save.

Used by settings_form. The columns offered are the real ones of the chosen table.
"""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QSpinBox, QVBoxLayout, QWidget

from syncdesk.app.views import MappingGuess
from syncdesk.model.job import JobMapping, NumberRule
from syncdesk.ui.notices import Banner
from syncdesk.ui.settings_fields import Choice, ColumnChoice, FormGrid, LineField
from syncdesk.ui.theme import GAP, Tone

REQUIRED = ("table", "key", "number", "paid_amount", "date_paid")
OPTIONAL = ("total", "currency", "customer", "invoice_date", "credited", "outstanding")
_EXAMPLE = "1042"


class MappingSection(QWidget):
    """Table, columns and number rule of the job database."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mapping: JobMapping | None = None
        self._tables: tuple[str, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._guessed_table = ""
        self._guessed_columns: tuple[str, ...] = ()
        self._touched = self._typed = False
        self.doubts = Banner("settings-doubts", self)
        self.grid = FormGrid(self)
        self.choices: dict[str, Choice] = {"table": Choice("settings-table")}
        self.choices |= {name: ColumnChoice(f"settings-{name}") for name in (*REQUIRED[1:], *OPTIONAL)}
        self.prefix = LineField("settings-prefix")
        self.job_prefix = LineField("settings-job_prefix")
        self.pad = QSpinBox()
        self.pad.setObjectName("settings-pad")
        self.pad.setRange(0, 20)
        self.pad.setSpecialValueText(self.tr("as it is"))
        self.currency_default = LineField("settings-currency_default")
        self.example = QLabel(self)
        self.example.setObjectName("settings-number-example")
        self._add_lines()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.doubts)
        column.addWidget(self.grid)
        self._connect()
        self._show_example()

    def show_guess(self, guess: MappingGuess, keep: bool) -> None:
        """Offer the tables and columns of a guess. With `keep` a mapping that is there already stays."""
        if not keep or self._mapping is None:
            self._mapping = guess.mapping
        self._guessed_table = guess.mapping.table if guess.mapping is not None else ""
        self._guessed_columns = guess.columns
        there = self._mapping is None or self._mapping.table == self._guessed_table
        self._tables, self._columns = guess.tables, guess.columns if there else ()
        self._typed = not self._columns
        self._offer()
        doubts = "" if keep else "\n".join(guess.doubts)
        if doubts:
            title = self.tr("Please look at these")
            self.doubts.say("warning", Tone.WARNING, title, doubts)
        else:
            self.doubts.hide()

    def show_mapping(self, mapping: JobMapping | None) -> None:
        """Show the mapping of a connection; None = nothing is known yet."""
        self._mapping = mapping
        self._tables, self._columns, self._typed = (), (), False
        self.doubts.hide()
        self._offer()

    def mapping(self) -> JobMapping | None:
        """The mapping as it is filled in, None while something required is missing."""
        values = {name: choice.value for name, choice in self.choices.items()}
        if any(not values[name] for name in REQUIRED):
            return None
        key = self._key(values.pop("key"))
        numbers = NumberRule(self.prefix.value, self.job_prefix.value, self.pad.value())
        currency = self.currency_default.value.upper()
        if self._mapping is not None:
            return replace(self._mapping, key=key, numbers=numbers, currency_default=currency, **values)
        return JobMapping(key=key, numbers=numbers, currency_default=currency, **values)

    @property
    def was_touched(self) -> bool:
        """True if a person chose something although the mapping is not complete yet."""
        return self._touched and self.mapping() is None

    def _key(self, text: str) -> tuple[str, ...]:
        if self._mapping is not None and text == _key_text(self._mapping.key):
            return self._mapping.key
        return (text,)

    def _offer(self) -> None:
        """Fill the choosers with the real tables and columns, and choose what the mapping says."""
        mapping = self._mapping
        table = mapping.table if mapping is not None else ""
        tables = self._tables if not table or table in self._tables else (*self._tables, table)
        self.choices["table"].offer([(self.tr("Choose a table"), ""), *((name, name) for name in tables)])
        self.choices["table"].set_value(table)
        self._offer_columns({name: _chosen(mapping, name) for name in (*REQUIRED[1:], *OPTIONAL)})
        numbers = mapping.numbers if mapping is not None else NumberRule()
        self.prefix.set_value(numbers.prefix)
        self.job_prefix.set_value(numbers.job_prefix)
        self.pad.setValue(numbers.pad)
        self.currency_default.set_value(mapping.currency_default if mapping is not None else "")
        self.setEnabled(bool(tables))
        self.changed.emit()

    def _offer_columns(self, chosen: dict[str, str]) -> None:
        for name, column in chosen.items():
            choice = self.choices[name]
            if isinstance(choice, ColumnChoice):
                none = self.tr("Choose a column") if name in REQUIRED else self.tr("None")
                choice.offer_columns(none, self._columns, column, self._typed)

    def _add_lines(self) -> None:
        add, tr = self.grid.add, self.tr
        add("table", tr("Ta&ble of invoices:"), self.choices["table"])
        add("key", tr("Key column:"), self.choices["key"], tr("What tells one row from all others."))
        add("number", tr("Invoice number:"), self.choices["number"])
        written = tr("SyncDesk writes this column.")
        add("paid_amount", tr("Paid Amount:"), self.choices["paid_amount"], written)
        add("date_paid", tr("Date Paid:"), self.choices["date_paid"], written)
        checked = tr("Compared with the books when an invoice is first matched.")
        add("total", tr("Total:"), self.choices["total"], checked)
        add("customer", tr("Customer:"), self.choices["customer"], checked)
        add("currency", tr("Currency:"), self.choices["currency"])
        add(
            "currency_default",
            tr("Currency where none is given:"),
            self.currency_default,
            tr("Three letters such as GBP. Empty means the home currency of the books."),
        )
        add("invoice_date", tr("Invoice date:"), self.choices["invoice_date"])
        more = tr("Written too, if you choose a column.")
        add("credited", tr("Credited:"), self.choices["credited"], more)
        add("outstanding", tr("Outstanding:"), self.choices["outstanding"], more)
        rule = tr(
            "Numbers in the books begin with this, numbers in the job database do not. Empty means nothing."
        )
        add("prefix", tr("Prefi&x in the books:"), self.prefix, rule)
        own = tr(
            "Numbers in the job database begin with this, numbers in the books do not. Empty means nothing."
        )
        add("job_prefix", tr("Prefix in the job database:"), self.job_prefix, own)
        add("pad", tr("Digits in the books:"), self.pad, tr("Shorter numbers get zeros in front."))
        add("example", tr("Example:"), self.example)

    def _connect(self) -> None:
        for choice in self.choices.values():
            choice.currentTextChanged.connect(self.changed)
            choice.activated.connect(self._choice_made)
        self.choices["table"].activated.connect(self._table_chosen)
        for line in (self.prefix, self.job_prefix, self.currency_default):
            line.textChanged.connect(self.changed)
        self.pad.valueChanged.connect(self.changed)
        self.changed.connect(self._show_example)

    @Slot()
    def _choice_made(self) -> None:
        self._touched = True

    @Slot()
    def _table_chosen(self) -> None:
        """Another table has other columns: as long as they are not known, their names are typed."""
        guessed = self.choices["table"].value == self._guessed_table
        self._columns = self._guessed_columns if guessed else ()
        self._typed = not self._columns
        mapping = self._mapping if guessed else None
        self._offer_columns({name: _chosen(mapping, name) for name in (*REQUIRED[1:], *OPTIONAL)})
        self.changed.emit()

    @Slot()
    def _show_example(self) -> None:
        rule = NumberRule(self.prefix.value, self.job_prefix.value, self.pad.value())
        here = rule.job_prefix + _EXAMPLE
        words = self.tr("Job invoice {here} is {books} in the books.")
        self.example.setText(words.format(here=here, books=rule.source_number(here)))


def _chosen(mapping: JobMapping | None, name: str) -> str:
    if mapping is None:
        return ""
    return _key_text(mapping.key) if name == "key" else str(getattr(mapping, name))


def _key_text(key: tuple[str, ...]) -> str:
    return " + ".join(key)
