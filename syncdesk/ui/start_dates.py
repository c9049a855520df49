"""The five start dates as radio buttons, each with the day it resolves to (S50-02, UX-15). Part of the Update
tab.
"""

from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from syncdesk.app.views import StartOption
from syncdesk.model.start import StartChoice
from syncdesk.ui.day_field import DayField
from syncdesk.ui.notices import wrapped_label
from syncdesk.ui.present import (
    day_text,
    declared_text,
    long_day_text,
    long_moment_text,
    start_text,
    weekday_day_text,
)
from syncdesk.ui.theme import Tone, quieten

translate = QCoreApplication.translate
_INDENT = 25


class StartDates(QWidget):
    """Which payments a run looks at. Holds no rule: the days come resolved from the application."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start-dates")
        self.setAccessibleName(self.tr("Look for payments changed since"))
        self._radios: dict[StartChoice, QRadioButton] = {}
        self._days: dict[StartChoice, QLabel] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for choice in StartChoice:
            self._add(choice, column)
        self.field = DayField("custom-day", self.tr("Custom start date"), self)
        self.field.edited.connect(self._day_edited)
        self._fault = wrapped_label("custom-day-fault", self)
        self._fault.hide()
        for widget in (self.field, self._fault):
            column.addLayout(_indented(widget))
        self._group.buttonToggled.connect(self._toggled)
        self._touched = False
        self.radio(StartChoice.MONTH).setChecked(True)
        self._colour()

    def radio(self, choice: StartChoice) -> QRadioButton:
        """The button of a choice."""
        return self._radios[choice]

    def day_label(self, choice: StartChoice) -> QLabel:
        """The line under a choice."""
        return self._days[choice]

    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, in reading order."""
        return [*self._radios.values(), *self.field.stops()]

    def show_options(self, options: tuple[StartOption, ...]) -> None:
        """Show what the choices resolve to now. What a person chose stays, unless it is not to be had any
        more.
        """
        for option in options:
            radio, label = self._radios[option.choice], self._days[option.choice]
            radio.setEnabled(not option.why_not)
            label.setEnabled(not option.why_not)
            label.setText(_resolved(option))
            label.setVisible(bool(label.text()) and option.choice is not StartChoice.CUSTOM)
            label.setToolTip(_resolved_in_full(option))
            radio.setToolTip(_resolved_in_full(option))
            radio.setAccessibleDescription(_resolved_in_full(option))
            if option.choice is StartChoice.CUSTOM:
                self.field.set_today(option.day or date.max)
        last = self._radios[StartChoice.LAST]
        if self.choice is StartChoice.LAST and not last.isEnabledTo(self):
            self._radios[StartChoice.MONTH].setChecked(True)
        elif not self._touched and last.isEnabledTo(self):
            last.setChecked(True)
            self._touched = False

    def forget_choice(self) -> None:
        """Start again with the usual choice: another connection is shown."""
        self._touched = False

    @property
    def choice(self) -> StartChoice:
        """The chosen start."""
        return next(choice for choice, radio in self._radios.items() if radio.isChecked())

    def custom_day(self) -> date | None:
        """The day of Custom Date if that is chosen."""
        return self.field.day() if self.choice is StartChoice.CUSTOM else None

    def fault(self) -> str:
        """Why no run can start from here, '' if one can."""
        return self.field.fault() if self.choice is StartChoice.CUSTOM else ""

    def complain(self) -> None:
        """Show the fault at the field and go there."""
        self._show_fault()
        self.field.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_fault"):
            self._colour()

    def _add(self, choice: StartChoice, column: QVBoxLayout) -> None:
        radio = QRadioButton(_with_mnemonic(choice), self)
        radio.setObjectName(f"start-{choice.value}")
        radio.setAccessibleName(start_text(choice))
        label = wrapped_label(f"start-{choice.value}-day", self)
        label.setContentsMargins(0, 0, 0, 3)
        self._radios[choice], self._days[choice] = radio, label
        self._group.addButton(radio)
        column.addWidget(radio)
        column.addLayout(_indented(label))
        label.hide()

    def _colour(self) -> None:
        for label in self._days.values():
            quieten(label)
        quieten(self._fault, Tone.BAD)

    @Slot()
    def _day_edited(self) -> None:
        self._radios[StartChoice.CUSTOM].setChecked(True)
        if self._fault.isVisible() or self.field.day() is not None:
            self._show_fault()
        self._touched = True
        self.changed.emit()

    def _show_fault(self) -> None:
        fault = self.fault()
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        self.field.line.setAccessibleDescription(fault)

    @Slot(object, bool)
    def _toggled(self, button: QRadioButton, checked: bool) -> None:
        if not checked:
            return
        self._touched = True
        if button is not self._radios[StartChoice.CUSTOM]:
            self._fault.hide()
        elif button.hasFocus() and not self.field.line.text():
            self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


def _indented(widget: QWidget) -> QHBoxLayout:
    """Under the text of its radio button, on whichever side that is."""
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addSpacing(_INDENT)
    row.addWidget(widget, 1)
    return row


def _with_mnemonic(choice: StartChoice) -> str:
    return {
        StartChoice.LAST: translate("start", "&Last Successful Run"),
        StartChoice.WEEK: translate("start", "Past Wee&k"),
        StartChoice.TWO_WEEKS: translate("start", "Past &Two Weeks"),
        StartChoice.MONTH: translate("start", "Past &Month"),
        StartChoice.CUSTOM: translate("start", "&Custom Date"),
    }[choice]


def _resolved(option: StartOption) -> str:
    if option.why_not:
        return declared_text(option.why_not)
    if option.instant is not None:
        here = option.instant.astimezone()
        return f"{weekday_day_text(here.date())} {here:%H:%M} {here.tzname() or ''}".strip()
    return "" if option.day is None else f"{weekday_day_text(option.day)} {option.zone}".strip()


def _resolved_in_full(option: StartOption) -> str:
    if option.why_not:
        return declared_text(option.why_not)
    if option.choice is StartChoice.CUSTOM:
        return "" if option.day is None else day_text(option.day)
    if option.instant is not None:
        here = option.instant.astimezone()
        when = f"{long_moment_text(here)} {here.tzname() or ''}".strip()
        why = translate("start", "That is shortly before the last complete run, so that nothing is missed.")
        return f"{when}. {why}"
    return "" if option.day is None else f"{long_day_text(option.day)} {option.zone}".strip()
