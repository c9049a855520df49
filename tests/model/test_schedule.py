"""When automatic runs are due: BBK-23, SMQ-11, F-31, F-41."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncdesk.model.schedule import (
    LONGEST_EVERY,
    RETRIES,
    Schedule,
    Tries,
    coming,
    days_without_success,
    due_since,
    last_time,
    next_time,
    read_schedule,
    read_time,
    tick_minutes,
)

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
NOON = datetime(2026, 4, 10, 12, 0, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
ZONES = [
    ZoneInfo(name)
    for name in (
        "UTC",
        "Europe/London",
        "America/St_Johns",
        "Australia/Lord_Howe",  # its clocks change by half an hour
        "Asia/Kathmandu",
        "Pacific/Apia",  # skipped 30 December 2011
        "America/Sao_Paulo",  # its clocks changed at midnight
    )
]

every = st.integers(1, LONGEST_EVERY).map(lambda minutes: Schedule(every=minutes))
daily = st.builds(time, st.integers(0, 23), st.integers(0, 59)).map(lambda at: Schedule(daily=at))
schedules = st.one_of(every, daily)
zones = st.sampled_from(ZONES)
instants = st.integers(0, 21 * 365 * 24 * 60 * 60).map(
    lambda seconds: datetime(2009, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)


@given(schedules)
def test_a_schedule_reads_back_as_it_is_written(schedule: Schedule) -> None:
    assert read_schedule(str(schedule)) == schedule


@pytest.mark.parametrize("text", ["", "  ", "off", "OFF"])
def test_nothing_and_off_are_no_schedule(text: str) -> None:
    assert read_schedule(text) is None


@pytest.mark.parametrize(
    "text",
    ["every", "every 0", "every 1441", "every -5", "every ²", "every 5 minutes", "daily 25:00", "daily 7",
     "daily 07:60", "daily 007:30", "weekly 3", "30", "daily 07:3"],
)  # fmt: skip
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_schedule(text)


@pytest.mark.parametrize(
    ("text", "at"), [("7:30", time(7, 30)), ("07.05", time(7, 5)), (" 23:59 ", time(23, 59))]
)
def test_a_time_is_read_in_its_usual_spellings(text: str, at: time) -> None:
    assert read_time(text) == at


@given(schedules, zones, instants)
def test_times_follow_each_other_without_a_gap(schedule: Schedule, zone: ZoneInfo, now: datetime) -> None:
    last, following = last_time(schedule, zone, now), next_time(schedule, zone, now)
    assert last <= now < following
    assert last_time(schedule, zone, following) == following
    assert next_time(schedule, zone, last) == following
    assert last_time(schedule, zone, following - timedelta(microseconds=1)) == last


@given(daily, zones, instants)
def test_there_is_one_daily_time_for_each_day_of_the_company(
    schedule: Schedule, zone: ZoneInfo, now: datetime
) -> None:
    """Through every change of the clocks. A day that the zone skipped has none of its own."""
    moment, days = now, []
    for _ in range(400):
        moment = next_time(schedule, zone, moment)
        days.append(moment.astimezone(zone).date())
    skipped = zone.key == "Pacific/Apia"
    assert days == sorted(set(days)) or skipped
    assert (days[-1] - days[0]).days in ((399, 400) if skipped else (399,))


@pytest.mark.parametrize(
    ("day", "at", "expected"),
    [
        ("2026-03-29", time(1, 30), "2026-03-29T01:30:00+00:00"),  # skipped in London: 02:30 summer time
        ("2026-10-25", time(1, 30), "2026-10-25T00:30:00+00:00"),  # twice: the first of them
        ("2026-07-01", time(7, 30), "2026-07-01T06:30:00+00:00"),
        ("2026-12-01", time(7, 30), "2026-12-01T07:30:00+00:00"),
    ],
)
def test_a_daily_time_is_the_companys_wall_clock(day: str, at: time, expected: str) -> None:
    midnight = datetime.fromisoformat(f"{day}T00:00:00").replace(tzinfo=LONDON)
    assert next_time(Schedule(daily=at), LONDON, midnight - MINUTE).isoformat() == expected


@given(schedules, zones, instants, st.lists(st.integers(1, 5000), min_size=1, max_size=30))
def test_f31_however_many_times_were_missed_one_run_makes_up_for_them(
    schedule: Schedule, zone: ZoneInfo, begin: datetime, sleeps: list[int]
) -> None:
    """The computer looks only now and then: what is due runs once, and never twice for one time."""
    now, tries, runs = begin, Tries(begin), 0
    passed = set()
    for minutes in sleeps:
        now += minutes * MINUTE
        due = due_since(schedule, zone, now, tries)
        slot = last_time(schedule, zone, now)
        assert (due is not None) == (slot > begin and slot not in passed)
        if due is not None:
            assert due == slot
            tries, runs = Tries(begin, now, 0), runs + 1
            passed.add(slot)
            assert due_since(schedule, zone, now, tries) is None
    assert runs == len(passed)


@given(schedules, zones, instants)
def test_what_was_missed_before_the_schedule_was_set_is_not_made_up_for(
    schedule: Schedule, zone: ZoneInfo, now: datetime
) -> None:
    assert due_since(schedule, zone, now, Tries(now)) is None
    following = next_time(schedule, zone, now)
    assert coming(schedule, zone, now, Tries(now)) == following
    assert due_since(schedule, zone, following, Tries(now)) == following


def test_a_failed_run_is_tried_again_before_its_next_time_but_not_for_ever() -> None:
    schedule, since = Schedule(daily=time(7, 30)), NOON - 3 * DAY
    slot = last_time(schedule, LONDON, NOON)
    tried, moments = slot, []
    for failures in range(1, len(RETRIES) + 2):
        tries = Tries(since, tried, failures)
        assert due_since(schedule, LONDON, tried, tries) is None
        again = coming(schedule, LONDON, tried, tries)
        moments.append(again - tried)
        tried = again
    assert moments[:-1] == list(RETRIES)
    assert coming(schedule, LONDON, slot + MINUTE, Tries(since, slot, len(RETRIES) + 1)) == slot + DAY


@given(schedules, zones, instants, st.integers(0, 6), st.integers(0, 3000), st.integers(0, 3000))
def test_a_run_is_due_exactly_from_the_moment_that_was_announced(
    schedule: Schedule, zone: ZoneInfo, now: datetime, failures: int, ago: int, set_ago: int
) -> None:
    tries = Tries(now - max(ago, set_ago) * MINUTE, now - ago * MINUTE, failures)
    announced = coming(schedule, zone, now, tries)
    if announced > now:
        assert due_since(schedule, zone, announced - timedelta(microseconds=1), tries) is None
    assert due_since(schedule, zone, max(now, announced), tries) is not None


def test_a_clock_that_was_wrong_does_not_stop_the_runs_for_years() -> None:
    tries = Tries(NOON - DAY, NOON + 4000 * DAY, 0)
    assert due_since(Schedule(every=30), LONDON, NOON, tries) == NOON


@pytest.mark.parametrize(
    ("schedule", "gone", "days"),
    [
        (Schedule(every=30), timedelta(hours=20), 0),
        (Schedule(every=30), timedelta(hours=25), 1),
        (Schedule(daily=time(7, 30)), timedelta(hours=47), 0),
        (Schedule(daily=time(7, 30)), timedelta(hours=73), 3),
        (None, timedelta(days=6), 0),
        (None, timedelta(days=9), 9),
    ],
)
def test_f41_a_long_silence_is_told(schedule: Schedule | None, gone: timedelta, days: int) -> None:
    assert days_without_success(schedule, NOON - gone, NOON) == days
    assert days_without_success(schedule, None, NOON) == 0


@given(every, instants)
def test_a_calendar_meets_every_time_of_the_schedule(schedule: Schedule, now: datetime) -> None:
    assert schedule.every is not None
    step = tick_minutes(schedule.every)
    assert 60 % step == 0 or (step % 60 == 0 and 24 % (step // 60) == 0)
    moment = next_time(schedule, ZoneInfo("UTC"), now)
    assert (moment.hour * 60 + moment.minute) % step == 0 or schedule.every % step
    assert schedule.every % step == 0


@pytest.mark.parametrize(
    "wrong", [{}, {"every": 5, "daily": time(1)}, {"every": 0}, {"daily": time(1, 2, 3)}]
)
def test_a_schedule_is_one_thing(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        Schedule(**wrong)  # type: ignore[arg-type]
