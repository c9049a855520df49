"""A field for one day: typed in any usual spelling, or picked from a calendar. Used for Custom Date.

Not a QDateEdit: typing over one gives wrong days without a word. What cannot be read, or lies in the future,
is said at the field.
"""

import re
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from syncdesk.ui.icons import plain_icon
from syncdesk.ui.present import day_text

_PARTS = re.compile(r"[\s,./\-–]+")
_ENGLISH = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def read_day(text: str, today: date, locale: QLocale | None = None) -> date | None:
    """The day a person means, None if it cannot be told: '2026-04-10', '10/04/2026', '10.4.26', '10 April',
    'today'; day and month come in the order of the locale, a year of two digits is in this century.
    """
    locale = locale or QLocale()
    words = text.strip().casefold()
    if words in ("today", "yesterday"):
        return today - timedelta(days=words == "yesterday")
    iso = re.fullmatch(r"(\d{4})-?(\d{2})-?(\d{2})", words)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    parts = [part.rstrip("stndrh") if part[:1].isdigit() else part for part in _PARTS.split(words) if part]
    named = [_month(part, locale) for part in parts]
    if any(named):
        return _with_month_name(parts, named, today)
    if not all(part.isdecimal() for part in parts) or not 2 <= len(parts) <= 3:
        return None
    numbers = [int(part) for part in parts]
    if len(parts[0]) == 4:
        return _day(numbers[0], numbers[1], numbers[2]) if len(parts) == 3 else None
    day, month = numbers[:2] if _day_first(locale) else (numbers[1], numbers[0])
    return _day(_year(parts[2]) if len(parts) == 3 else today.year, month, day)


def _with_month_name(parts: list[str], named: list[int], today: date) -> date | None:
    others = [part for part, month in zip(parts, named, strict=True) if not month]
    if len(parts) - len(others) != 1 or not 1 <= len(others) <= 2 or not all(p.isdecimal() for p in others):
        return None
    year = _year(others[1]) if len(others) == 2 else today.year
    return _day(year, max(named), int(others[0]))


def _month(part: str, locale: QLocale) -> int:
    if part.isdecimal() or len(part) < 3:
        return 0
    for number in range(1, 13):
        names = (
            locale.monthName(number, QLocale.FormatType.LongFormat),
            locale.monthName(number, QLocale.FormatType.ShortFormat),
            QLocale(QLocale.Language.English).monthName(number),
        )
        if any(part == name.casefold().rstrip(".") for name in names) or part == _ENGLISH[number - 1]:
            return number
    return 0


def _year(part: str) -> int:
    return int(part) + 2000 if len(part) <= 2 else int(part)


def _day_first(locale: QLocale) -> bool:
    shape = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return shape.find("d") < shape.find("M")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= 1900 else None
    except ValueError:
        return None


class DayField(QWidget):
    """The line to type in, with a button that opens a calendar. Days after `today` are refused."""

    edited = Signal()
    """A person typed or picked something."""

    def __init__(self, name: str, spoken_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.max
        self._line = QLineEdit(self)
        self._line.setObjectName(name)
        self._line.setAccessibleName(spoken_name)
        self._line.setClearButtonEnabled(False)
        self._line.textEdited.connect(self._typed)
        self._line.editingFinished.connect(self._tidy)
        self._button = QToolButton(self)
        self._button.setObjectName(f"{name}-calendar-button")
        self._button.setAccessibleName(self.tr("Choose from a calendar"))
        self._button.setToolTip(self.tr("Choose from a calendar"))
        self._button.setIcon(plain_icon("calendar", self.palette()))
        self._button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._button.clicked.connect(self.open_calendar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._line, 1)
        row.addWidget(self._button)
        self.setFocusProxy(self._line)
        self._popup = _CalendarPopup(f"{name}-calendar", self)
        self._popup.calendar.clicked.connect(self._picked)
        self._popup.calendar.activated.connect(self._picked)

    @property
    def line(self) -> QLineEdit:
        """The line edit."""
        return self._line

    @property
    def calendar(self) -> QCalendarWidget:
        """The calendar that the button opens."""
        return self._popup.calendar

    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, in reading order."""
        return [self._line, self._button]

    def set_today(self, today: date) -> None:
        """The last day that may be chosen, in company time."""
        self._today = today
        self._popup.calendar.setMaximumDate(QDate(today.year, today.month, today.day))
        self._line.setPlaceholderText(self.tr("for example {day}").format(day=day_text(today)))

    def day(self) -> date | None:
        """The chosen day, None if nothing usable stands there."""
        return None if self.fault() else read_day(self._line.text(), self._today)

    def set_day(self, day: date | None) -> None:
        """Show this day."""
        self._line.setText("" if day is None else day_text(day))

    def fault(self) -> str:
        """What is wrong with what stands there, '' if nothing is."""
        text = self._line.text().strip()
        if not text:
            return self.tr("Type a day or choose one from the calendar.")
        day = read_day(text, self._today)
        if day is None:
            example = day_text(self._today)
            return self.tr("That is not a day. Write it like {example}.").format(example=example)
        if day > self._today:
            return self.tr("That day lies in the future. Choose a day up to today.")
        return ""

    @Slot()
    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        day = self.day() or min(self._today, date(9999, 12, 31))
        self._popup.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self._popup.show()
        self._popup.calendar.setFocus()

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self.edited.emit()

    @Slot()
    def _tidy(self) -> None:
        day = self.day()
        if day is not None:
            self.set_day(day)

    @Slot(QDate)
    def _picked(self, picked: QDate) -> None:
        self._popup.hide()
        self.set_day(date(picked.year(), picked.month(), picked.day()))
        self._line.setFocus()
        self.edited.emit()


class _CalendarPopup(QFrame):
    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setWindowTitle(self.tr("Choose a day"))
        self.calendar = QCalendarWidget(self)
        self.calendar.setObjectName(name)
        self.calendar.setAccessibleName(self.tr("Calendar"))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekend, QTextCharFormat())  # Qt's red is unreadable in dark
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.calendar)
