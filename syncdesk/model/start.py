"""The five start dates of 'Update Invoice Payments' and the instant each resolves to (S50-02 to S50-11,
UX-15)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum

from syncdesk.model.errors import UsageError


class StartChoice(StrEnum):
    """The choices in the order of the window; the values are those of `--since`."""

    LAST = "last"
    WEEK = "week"
    TWO_WEEKS = "two-weeks"
    MONTH = "month"
    CUSTOM = "custom"


@dataclass(frozen=True, slots=True)
class Start:
    """A resolved start: `instant` in aware UTC, inclusive; `day` in company time, None for Last Successful
    Run."""

    choice: StartChoice
    instant: datetime
    day: date | None = None

    def __str__(self) -> str:
        return (
            self.choice.value
            if self.day is None or self.choice is not StartChoice.CUSTOM
            else self.day.isoformat()
        )


BEGINNING = Start(StartChoice.CUSTOM, datetime.min.replace(tzinfo=UTC), date.min)
"""A start before everything: the books are asked for all they have."""


def start_day(choice: StartChoice, today: date) -> date:
    """The first day of a preset: 7 or 14 days back, or the same day number one month earlier (else that
    month's last day)."""
    if choice is StartChoice.WEEK:
        return today - timedelta(days=7)
    if choice is StartChoice.TWO_WEEKS:
        return today - timedelta(days=14)
    if choice is StartChoice.MONTH:
        year, month = (today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)
        return date(year, month, min(today.day, monthrange(year, month)[1]))
    raise ValueError(choice)


def first_moment(day: date, zone: tzinfo) -> datetime:
    """The first moment of a calendar day in the company's zone, as aware UTC; right too where midnight is
    skipped by the clocks. Where the calendar itself ends, its end."""
    try:
        return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
    except OverflowError:
        first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
        return first if day.year == first.year else last


def resolve_start(
    choice: StartChoice, now: datetime, zone: tzinfo, watermark: datetime | None, custom: date | None = None
) -> Start:
    """The start of a run, `now` and `watermark` in aware UTC.

    Raises UsageError for Last Successful Run without a watermark (P-1) and for a custom day that is missing
    or in the future (S50-11)."""
    today = now.astimezone(zone).date()
    if choice is StartChoice.LAST:
        if watermark is None:
            raise UsageError(
                "There is no earlier successful run to start from.",
                "Choose another start date (--since week, two-weeks, month or a day such as 2026-01-31).",
            )
        return Start(choice, watermark)
    if choice is StartChoice.CUSTOM:
        if custom is None:
            raise UsageError("No start day was chosen.", "Choose a day up to and including today.")
        if custom > today:
            raise UsageError(
                f"The start date {custom.isoformat()} lies in the future.",
                f"Choose a day up to and including today, {today.isoformat()}.",
            )
        return Start(choice, first_moment(custom, zone), custom)
    day = start_day(choice, today)
    return Start(choice, first_moment(day, zone), day)
