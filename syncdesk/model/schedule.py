"""When automatic runs are due: one pure rule for the window, the command line and the system's scheduler."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from math import gcd

LONGEST_EVERY = 24 * 60
"""Minutes: a schedule that runs more seldom than this is a daily one."""
RETRIES = (timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1))
"""How long after a failed automatic run it is tried again, before the next time of the schedule: after a wake
the network is often not there yet (F-31)."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Schedule:
    """Either every so many minutes (1 to 1440), or once a day at a wall-clock time of the company's zone; the
    other is None. Raises ValueError for anything else."""

    every: int | None = None
    daily: time | None = None

    def __post_init__(self) -> None:
        if (self.every is None) == (self.daily is None):
            raise ValueError("a schedule is either every so many minutes or daily")
        if self.every is not None and not 1 <= self.every <= LONGEST_EVERY:
            raise ValueError(f"'{self.every}' is no number of minutes from 1 to {LONGEST_EVERY}")
        if self.daily is not None and (self.daily.second or self.daily.microsecond or self.daily.tzinfo):
            raise ValueError("a daily time has hours and minutes only")

    def __str__(self) -> str:
        """As a person writes it: 'every 30', 'daily 07:30'."""
        return f"every {self.every}" if self.daily is None else f"daily {self.daily:%H:%M}"

    @property
    def period(self) -> timedelta:
        """How long it usually is from one time to the next."""
        return _DAY if self.every is None else timedelta(minutes=self.every)


def read_schedule(text: str) -> Schedule | None:
    """The schedule that a person wrote: 'every 30', 'daily 07:30'; None for 'off' and for nothing. Raises
    ValueError for anything else."""
    words = text.split()
    if not words or [word.lower() for word in words] == ["off"]:
        return None
    if len(words) != 2:
        raise ValueError(f"'{text}' is no schedule")
    rhythm, value = words[0].lower(), words[1]
    if rhythm == "every" and value.isascii() and value.isdecimal():
        return Schedule(every=int(value))
    if rhythm == "daily":
        return Schedule(daily=read_time(value))
    raise ValueError(f"'{text}' is no schedule")


def read_time(text: str) -> time:
    """A wall-clock time written as 7:30 or 07.30. Raises ValueError for anything else."""
    hours, _, minutes = text.strip().replace(".", ":").partition(":")
    if not (hours.isascii() and hours.isdecimal() and minutes.isascii() and minutes.isdecimal()):
        raise ValueError(f"'{text}' is no time of day")
    if len(hours) > 2 or len(minutes) != 2:
        raise ValueError(f"'{text}' is no time of day")
    return time(int(hours), int(minutes))


@dataclass(frozen=True, slots=True)
class Tries:
    """What is remembered of the automatic runs of a connection, as aware UTC: since when its schedule is as
    it is, when the last one began, how many in a row did not succeed, and why the last did not, in plain
    words. One that is under way, or was killed, counts as not succeeded."""

    since: datetime
    tried_at: datetime | None = None
    failures: int = 0
    message: str = ""


def last_time(schedule: Schedule, zone: tzinfo, now: datetime) -> datetime:
    """The latest time of the schedule at or before this instant, in UTC.

    A daily time that the clocks skip is as long after midnight as it would have been; one that comes twice
    counts the first time, so that there is one run a day whatever the clocks do."""
    if schedule.every is not None:
        period = schedule.period
        return _EPOCH + (now - _EPOCH) // period * period
    return max(moment for moment in _daily_times(schedule, zone, now) if moment <= now)


def next_time(schedule: Schedule, zone: tzinfo, now: datetime) -> datetime:
    """The first time of the schedule after this instant, in UTC."""
    if schedule.every is not None:
        return last_time(schedule, zone, now) + schedule.period
    return min(moment for moment in _daily_times(schedule, zone, now) if moment > now)


def due_since(schedule: Schedule, zone: tzinfo, now: datetime, tries: Tries) -> datetime | None:
    """Since when a run is due, in UTC; None if none is.

    However many times of the schedule went by while the computer slept or was off, one run makes up for them
    all. What was missed before the schedule was set is not made up for."""
    slot = last_time(schedule, zone, now)
    if slot <= tries.since:
        return None
    tried = tries.tried_at
    if tried is None or tried < slot or tried > now:  # the last: the clock was wrong then, or is now
        return slot
    again = _second_try(tries)
    return again if again is not None and again <= now else None


def coming(schedule: Schedule, zone: tzinfo, now: datetime, tries: Tries) -> datetime:
    """When the next automatic run is due, in UTC: a time of the schedule, or an earlier second try. In the
    past, if it is due already."""
    due = due_since(schedule, zone, now, tries)
    if due is not None:
        return due
    following = next_time(schedule, zone, now)
    again, slot = _second_try(tries), last_time(schedule, zone, now)
    # Only what was tried since the latest time of the schedule is tried again: not due means that it was.
    return min(following, again) if again is not None and slot > tries.since else following


def _second_try(tries: Tries) -> datetime | None:
    """When a failed run is tried again, None if it is not before the next time of the schedule."""
    if tries.tried_at is None or not 0 < tries.failures <= len(RETRIES):
        return None
    return tries.tried_at + RETRIES[tries.failures - 1]


def days_without_success(schedule: Schedule | None, last: datetime | None, now: datetime) -> int:
    """How many whole days ago the last success was, if that is worth a banner (F-41): more than a day longer
    than the schedule lets expect, or more than a week where nothing runs by itself. Else 0."""
    if last is None:
        return 0
    patience = timedelta(days=7) if schedule is None else schedule.period + _DAY
    gone = now - last
    return gone // _DAY if gone > patience else 0


def tick_minutes(every: int) -> int:
    """The largest step in minutes that a calendar can repeat (a divisor of an hour, or whole hours that
    divide a day) and that meets every time of an 'every so many minutes' schedule."""
    if every % 60:
        return gcd(every, 60)
    return 60 * gcd(every // 60, 24)


def _daily_times(schedule: Schedule, zone: tzinfo, now: datetime) -> Sequence[datetime]:
    """The daily times around an instant; a zone may skip a whole day, or be ahead of UTC by one."""
    assert schedule.daily is not None
    today = now.astimezone(zone).date()
    days = (today + _DAY * shift for shift in range(-2, 4))
    return [datetime.combine(day, schedule.daily, tzinfo=zone).astimezone(UTC) for day in days]
