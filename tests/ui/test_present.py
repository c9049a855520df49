"""Values in words: exact money, four-digit years, translated reasons (UX-14, UX-17)."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from syncdesk.model.changes import Phase
from syncdesk.model.reasons import TEXTS, Reason, reason
from syncdesk.model.start import StartChoice
from syncdesk.ui import present


@pytest.fixture
def locale(request: pytest.FixtureRequest) -> object:
    """Another default locale for one test."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("1234.5", "GBP", "1,234.50"),
        ("0", "GBP", "0.00"),
        ("-5.5", "GBP", "-5.50"),
        ("1234", "JPY", "1,234"),
        ("1.2345", "KWD", "1.235"),
        ("12345678901234.56", "USD", "12,345,678,901,234.56"),
    ],
)
def test_money_has_the_digits_of_its_currency(amount: str, currency: str, text: str) -> None:
    assert present.money_text(Decimal(amount), currency) == text


def test_no_amount_and_no_day_are_shown_as_nothing() -> None:
    assert present.money_text(None, "GBP") == present.day_text(None) == present.moment_text(None) == "–"
    assert present.plain_money(None, "GBP") == ""


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=2))
def test_money_is_exact_to_the_last_digit(amount: Decimal) -> None:
    """No float on the way: what is shown reads back as the same amount."""
    shown = present.money_text(amount, "USD").replace(",", "")
    assert Decimal(shown) == amount
    assert Decimal(present.plain_money(amount, "USD")) == amount


@pytest.mark.parametrize(
    ("locale", "money", "day"),
    [
        ("de_DE", "1.234.567,50", "03.04.2026"),
        ("en_US", "1,234,567.50", "4/3/2026"),
        ("en_IN", "12,34,567.50", "03/04/2026"),
        ("ar_EG", "١٬٢٣٤٬٥٦٧٫٥٠", "٣‏/٤‏/٢٠٢٦"),
    ],
    indirect=["locale"],
)
def test_money_and_days_follow_the_locale(locale: str, money: str, day: str) -> None:
    assert present.money_text(Decimal("1234567.5"), "USD") == money
    assert present.day_text(date(2026, 4, 3)) == day


def test_years_always_have_four_digits() -> None:
    assert present.four_digit_format("M/d/yy") == "M/d/yyyy"
    assert present.four_digit_format("dd.MM.yyyy") == "dd.MM.yyyy"


def test_a_start_date_is_shown_with_its_weekday() -> None:
    """UX-15"""
    assert present.long_day_text(date(2026, 4, 3)) == "Friday, 3 April 2026"
    assert present.weekday_day_text(date(2026, 4, 3)) == "Fri 03/04/2026"
    assert present.long_moment_text(datetime(2026, 4, 3, 14, 5, tzinfo=UTC)) == "Friday, 3 April 2026, 14:05"


@pytest.mark.parametrize("code", TEXTS)
def test_every_reason_can_be_shown_even_with_values_missing(code: str) -> None:
    """A journal of another version may hold fewer values than the sentence needs."""
    assert present.reason_text(Reason(code, {}))


def test_a_reason_is_followed_by_its_notes() -> None:
    shown = present.reason_with_notes(reason("reversed"), (reason("note_negative"),))
    assert shown == "Taken back: the books no longer say it is paid. More was refunded than paid."


@pytest.mark.parametrize(
    ("since", "text"),
    [
        ("last", "Last Successful Run"),
        ("two-weeks", "Past Two Weeks"),
        ("2026-04-03", "03/04/2026"),
        ("", "–"),
        ("odd", "odd"),
    ],
)
def test_a_stored_since_reads_as_in_the_window(since: str, text: str) -> None:
    assert present.since_text(since) == text


def test_every_phase_and_choice_has_words() -> None:
    assert all(present.phase_text(phase) for phase in Phase)
    assert len({present.start_text(choice) for choice in StartChoice}) == len(StartChoice)


@pytest.mark.parametrize(("seconds", "text"), [(0.2, "less than a second"), (42, "42 s"), (150, "2 min")])
def test_lengths_of_time(seconds: float, text: str) -> None:
    assert present.duration_text(seconds) == text
