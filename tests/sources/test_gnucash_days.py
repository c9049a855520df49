"""Dates of a book mean the day of the bookkeeping, whoever wrote them and wherever (M-10, F-13)."""

from datetime import date
from pathlib import Path

import pytest

from syncdesk.model.errors import FatalError, SetupError
from syncdesk.sources.gnucash.days import Days
from tests.gnucash_books import Step, build_book
from tests.sources.books import agree, read_book

ZONES = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Pacific/Auckland",
    "America/Los_Angeles",
]


@pytest.mark.parametrize(
    ("zone", "slot", "stamp", "day"),
    [
        ("Europe/Berlin", None, "2026-01-19 23:00:00", "2026-01-20"),  # local midnight in winter
        ("Europe/Berlin", None, "2026-07-19 22:00:00", "2026-07-20"),  # and in summer
        ("America/New_York", None, "2026-01-20 05:00:00", "2026-01-20"),
        (
            "Pacific/Kiritimati",
            None,
            "2026-01-20 10:59:00",
            "2026-01-20",
        ),  # the payment window: the day as it stands
        ("Pacific/Kiritimati", "20260121", "2026-01-20 10:59:00", "2026-01-21"),  # the slot wins
        ("Europe/Berlin", 20260121, "2026-01-20 10:59:00", "2026-01-21"),
        ("Asia/Tokyo", None, "20260119150000", "2026-01-20"),  # as books of before 2.6.20 hold it
    ],
)
def test_the_three_forms_of_a_day(zone: str, slot: object, stamp: str, day: str) -> None:
    """A naive cut of the first ten characters is a day early east of Greenwich."""
    assert Days(zone).day(slot, stamp) == date.fromisoformat(day)


def test_an_unreadable_day_and_an_unknown_zone_say_so() -> None:
    """Each fault names the thing."""
    with pytest.raises(FatalError, match="tomorrow"):
        Days("UTC").day(None, "tomorrow")
    with pytest.raises(SetupError, match="Europe/Nowhere"):
        Days("Europe/Nowhere")


def test_this_computer_s_zone_knows_summer_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a configured zone the computer is asked for each instant, not for its offset of today."""
    import time

    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        days = Days("")
        assert days.day(None, "2026-01-19 23:00:00") == date(2026, 1, 20)
        assert days.day(None, "2026-07-19 22:00:00") == date(2026, 7, 20)
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.gnucash
@pytest.mark.parametrize("zone", ZONES)
def test_books_kept_in_any_zone_give_the_engine_s_days(book_folder: Path, zone: str) -> None:
    """Payments from a script (local midnight), from the payment window and edited in the register, with the
    configured zone."""
    book = book_folder / "book.gnucash"
    steps: list[Step] = [
        {"do": "customer", "id": "C-1", "name": "Acme"},
        {
            "do": "invoice",
            "id": "I-1",
            "customer": "C-1",
            "amount": "100",
            "date": "2026-01-05",
            "due": "2026-03-31",
        },
        {
            "do": "pay",
            "invoices": "I-1",
            "amount": "10",
            "date": "2026-01-20",
            "style": "script",
            "label": "winter",
        },
        {"do": "pay", "invoices": "I-1", "amount": "10", "date": "2026-07-20", "style": "script"},
        {"do": "pay", "invoices": "I-1", "amount": "10", "date": "2026-07-21", "style": "window"},
        {"do": "redate", "payment": "winter", "date": "2026-02-01"},
    ]
    (found,) = agree(book, build_book(book, steps, time_zone=zone), zone).values()
    assert [str(m.date) for m in found.movements] == ["2026-02-01", "2026-07-20", "2026-07-21"]


@pytest.mark.gnucash
def test_the_configured_zone_decides_not_this_computer_s(book_folder: Path) -> None:
    """The same script-made payment read for two zones: only the zone of the bookkeeping gives the right
    day."""
    book = book_folder / "book.gnucash"
    steps: list[Step] = [
        {"do": "customer", "id": "C-1", "name": "Acme"},
        {"do": "invoice", "id": "I-1", "customer": "C-1", "amount": "100", "date": "2026-01-05"},
        {"do": "pay", "invoices": "I-1", "amount": "10", "date": "2026-01-20", "style": "script"},
    ]
    build_book(book, steps, time_zone="Asia/Tokyo")
    days = {
        zone: [str(m.date) for i in read_book(book, zone).values() for m in i.movements]
        for zone in ("Asia/Tokyo", "UTC")
    }
    assert days == {"Asia/Tokyo": ["2026-01-20"], "UTC": ["2026-01-19"]}
