"""Which invoices a comparison is about: usual periods of the calendar, or any two days. Part of the tab
'Compare'."""

from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from syncdesk.model.comparison import ALL_TIME, Period
from syncdesk.ui.day_field import DayField
from syncdesk.ui.notices import wrapped_label
from syncdesk.ui.present import day_text
from syncdesk.ui.theme import GAP, Tone, make_primary, quieten

translate = QCoreApplication.translate


class PeriodChoice(StrEnum):
    """The periods that are offered."""

    ALL = "all"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"
    CUSTOM = "custom"


def usual_period(choice: PeriodChoice, today: date) -> Period:
    """The days of a choice; CUSTOM and ALL have no limits. Months and years are those of the calendar, and
    whole: an invoice dated ahead belongs to its month."""
    first = today.replace(day=1)
    year = today.replace(month=1, day=1)
    match choice:
        case PeriodChoice.THIS_MONTH:
            return Period(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))
        case PeriodChoice.LAST_MONTH:
            last = first - timedelta(days=1)
            return Period(last.replace(day=1), last)
        case PeriodChoice.THIS_YEAR:
            return Period(year, year.replace(month=12, day=31))
        case PeriodChoice.LAST_YEAR:
            return Period(year.replace(year=year.year - 1), year - timedelta(days=1))
        case _:
            return ALL_TIME


def period_words(period: Period) -> str:
    """A period for the person: its days by the locale."""
    first = "" if period.first is None else day_text(period.first)
    last = "" if period.last is None else day_text(period.last)
    if first and last:
        return translate("compare", "invoices dated {first} to {last}").format(first=first, last=last)
    if first:
        return translate("compare", "invoices dated {first} or later").format(first=first)
    if last:
        return translate("compare", "invoices dated up to {last}").format(last=last)
    return translate("compare", "all invoices")


class PeriodBar(QWidget):
    """The period with the button that compares. The days of a custom period may be left empty: no limit."""

    wanted = Signal()
    """The person wants this period compared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare-period-bar")
        self._today = date.max
        self.choices = QComboBox(self)
        self.choices.setObjectName("compare-period")
        for choice, text in self._texts().items():
            self.choices.addItem(text, choice)
        self.first = DayField("compare-from", self.tr("First day"), self)
        self.last = DayField("compare-to", self.tr("Last day"), self)
        self.button = QPushButton(self.tr("&Compare"), self)
        self.button.setObjectName("compare-button")
        self.button.setToolTip(self.tr("Reads both sides in full and writes nothing (F5)"))
        self._days = QLabel(self)
        self._days.setObjectName("compare-days")
        self._fault = wrapped_label("compare-period-fault", self)
        self._custom = QWidget(self)
        self._build()
        self.choices.currentIndexChanged.connect(self._chosen)
        self.button.clicked.connect(self.ask)
        for field in (self.first, self.last):
            field.edited.connect(self._fault.hide)
            field.line.returnPressed.connect(self.ask)
        self._chosen()

    def _texts(self) -> dict[PeriodChoice, str]:
        return {
            PeriodChoice.ALL: self.tr("All Time"),
            PeriodChoice.THIS_MONTH: self.tr("This Month"),
            PeriodChoice.LAST_MONTH: self.tr("Last Month"),
            PeriodChoice.THIS_YEAR: self.tr("This Year"),
            PeriodChoice.LAST_YEAR: self.tr("Last Year"),
            PeriodChoice.CUSTOM: self.tr("Custom Dates"),
        }

    def _build(self) -> None:
        label = QLabel(self.tr("Invoices &dated:"), self)
        label.setBuddy(self.choices)
        custom = QHBoxLayout(self._custom)
        custom.setContentsMargins(0, 0, 0, 0)
        custom.setSpacing(GAP)
        for text, field in ((self.tr("&from"), self.first), (self.tr("&to"), self.last)):
            caption = QLabel(text, self._custom)
            caption.setBuddy(field.line)
            custom.addWidget(caption)
            custom.addWidget(field)
            field.setMaximumWidth(190)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        for widget in (label, self.choices, self._custom, self._days):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._fault)
        self._fault.hide()
        self._colour()

    def set_today(self, today: date) -> None:
        """The day it is in company time."""
        self._today = today
        for field, hint in ((self.first, self.tr("the beginning")), (self.last, self.tr("the end"))):
            field.set_today(today)
            field.line.setPlaceholderText(hint)
        self._chosen()

    def show_state(self, possible: bool) -> None:
        """`possible`: there is a connection and nothing is under way."""
        self.button.setEnabled(possible)
        make_primary(self.button, possible)

    @property
    def choice(self) -> PeriodChoice:
        """The chosen period."""
        return PeriodChoice(self.choices.currentData())

    def period(self) -> Period | None:
        """The days chosen; None if what was typed is no period."""
        return None if self._wrong() is not None else self._period()

    @Slot()
    def ask(self) -> None:
        """Ask for the comparison, or say what is wrong with the days and go there."""
        wrong = self._wrong()
        if wrong is None:
            self._fault.hide()
            if self.button.isEnabled():
                self.wanted.emit()
            return
        field, fault = wrong
        self._fault.setText(fault)
        self._fault.show()
        field.line.setAccessibleDescription(fault)
        field.line.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_fault"):
            self._colour()

    def _period(self) -> Period:
        if self.choice is PeriodChoice.CUSTOM:
            return Period(self.first.day(), self.last.day())
        return usual_period(self.choice, self._today) if self._today != date.max else ALL_TIME

    def _wrong(self) -> tuple[DayField, str] | None:
        """The field that holds no usable day, with what is wrong there."""
        if self.choice is not PeriodChoice.CUSTOM:
            return None
        for field in (self.first, self.last):
            if field.line.text().strip() and field.fault():
                return field, field.fault()
        first, last = self.first.day(), self.last.day()
        if first is not None and last is not None and last < first:
            return self.last, self.tr("The last day lies before the first. Put the earlier day first.")
        return None

    @Slot()
    def _chosen(self) -> None:
        custom = self.choice is PeriodChoice.CUSTOM
        self._custom.setVisible(custom)
        self._fault.hide()
        period = ALL_TIME if custom else self._period()
        shown = period.first is not None and period.last is not None
        if shown:
            words = self.tr("{first} to {last}")
            self._days.setText(words.format(first=day_text(period.first), last=day_text(period.last)))
        self._days.setVisible(shown)

    def _colour(self) -> None:
        quieten(self._days)
        quieten(self._fault, Tone.BAD)
