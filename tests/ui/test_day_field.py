"""The day field reads what people type, with real key presses, and refuses future days (S50-11)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QLocale, Qt
from pytestqt.qtbot import QtBot

from syncdesk.ui.day_field import DayField, read_day

TODAY = date(2026, 4, 10)
BRITISH, AMERICAN, GERMAN = QLocale("en_GB"), QLocale("en_US"), QLocale("de_DE")


@pytest.mark.parametrize(
    "text",
    [
        "05/03/2026", "5/3/2026", "5.3.26", "5-3-2026", "5 3 26", "05/03", "2026-03-05", "20260305",
        "5 March 2026", "5 mar 26", "March 5, 2026", "5th March", " 5  Mar ",
    ],
)  # fmt: skip
def test_many_spellings_mean_the_fifth_of_march(text: str) -> None:
    assert read_day(text, TODAY, BRITISH) == date(2026, 3, 5)


def test_day_and_month_come_in_the_order_of_the_locale() -> None:
    assert read_day("3/5/2026", TODAY, AMERICAN) == date(2026, 3, 5)
    assert read_day("5. März 2026", TODAY, GERMAN) == date(2026, 3, 5)


def test_today_and_yesterday() -> None:
    assert read_day("Today", TODAY) == TODAY
    assert read_day("yesterday", TODAY) == date(2026, 4, 9)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "31/02/2026", "13/13/2026", "5", "1/2/3/4", "march", "5 march april", "5/3/0026", "//"],
)
def test_what_is_no_day_is_no_day(text: str) -> None:
    assert read_day(text, TODAY, BRITISH) is None


@given(st.text(max_size=20))
def test_nothing_that_is_typed_can_break_it(text: str) -> None:
    day = read_day(text, TODAY, BRITISH)
    assert day is None or day.year >= 1900


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_what_it_shows_it_reads_back(day: date) -> None:
    field_text = f"{day:%d/%m/%Y}"
    assert read_day(field_text, TODAY, BRITISH) == day
    assert read_day(day.isoformat(), TODAY, GERMAN) == day


@pytest.fixture
def field(qtbot: QtBot) -> DayField:
    made = DayField("custom-day", "Custom start date")
    made.set_today(TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def test_typing_over_a_day_with_separators(qtbot: QtBot, field: DayField) -> None:
    """The trap of QDateEdit: typed over 01/01/2024, 05/03/2024 became 01/03/2024."""
    field.set_day(date(2024, 1, 1))
    qtbot.mouseClick(field.line, Qt.MouseButton.LeftButton)
    field.line.selectAll()
    qtbot.keyClicks(field.line, "05/03/2024")
    assert field.day() == date(2024, 3, 5)


def test_leaving_the_field_tidies_the_spelling(qtbot: QtBot, field: DayField) -> None:
    qtbot.keyClicks(field.line, "5 mar")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.line.text() == "05/03/2026"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("11/04/2026", "That day lies in the future. Choose a day up to today."),
        ("never", "That is not a day. Write it like 10/04/2026."),
        ("", "Type a day or choose one from the calendar."),
    ],
)
def test_faults_are_named(qtbot: QtBot, field: DayField, typed: str, fault: str) -> None:
    qtbot.keyClicks(field.line, typed)
    assert field.fault() == fault
    assert field.day() is None


def test_today_itself_may_be_chosen(qtbot: QtBot, field: DayField) -> None:
    qtbot.keyClicks(field.line, "10/04/2026")
    assert field.day() == TODAY


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # off-screen pop-ups only
def test_the_calendar_ends_today_and_fills_the_field(qtbot: QtBot, field: DayField) -> None:
    assert field.calendar.maximumDate() == QDate(2026, 4, 10)
    field.open_calendar()
    with qtbot.waitSignal(field.edited):
        field.calendar.clicked.emit(QDate(2026, 3, 5))
    assert field.day() == date(2026, 3, 5)
    assert not field.calendar.isVisible()
