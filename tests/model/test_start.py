"""The five start dates: S50-02 to S50-11, S50-05, P-1, UX-15, design 5."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncdesk.model.errors import SetupError, UsageError
from syncdesk.model.start import Start, StartChoice, first_moment, resolve_start, start_day
from syncdesk.model.zones import company_zone

WEEK, TWO_WEEKS, MONTH = StartChoice.WEEK, StartChoice.TWO_WEEKS, StartChoice.MONTH
LONDON = ZoneInfo("Europe/London")
NOON = datetime(2026, 4, 10, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("choice", "today", "expected"),
    [
        (WEEK, "2026-04-10", "2026-04-03"),
        (TWO_WEEKS, "2026-04-10", "2026-03-27"),
        (MONTH, "2026-04-10", "2026-03-10"),
        (MONTH, "2026-01-15", "2025-12-15"),
        (MONTH, "2026-03-31", "2026-02-28"),
        (MONTH, "2024-03-31", "2024-02-29"),
        (MONTH, "2024-03-29", "2024-02-29"),
        (MONTH, "2026-03-29", "2026-02-28"),
        (MONTH, "2100-03-29", "2100-02-28"),
        (MONTH, "2000-03-30", "2000-02-29"),
        (MONTH, "2026-05-31", "2026-04-30"),
        (WEEK, "2024-03-07", "2024-02-29"),
        (WEEK, "2026-01-03", "2025-12-27"),
    ],
)
def test_s50_08_to_10_presets(choice: StartChoice, today: str, expected: str) -> None:
    assert start_day(choice, date.fromisoformat(today)) == date.fromisoformat(expected)


@pytest.mark.parametrize("choice", [StartChoice.LAST, StartChoice.CUSTOM])
def test_the_other_choices_are_no_presets(choice: StartChoice) -> None:
    with pytest.raises(ValueError):
        start_day(choice, date(2026, 4, 10))


def test_the_choices_are_five_in_the_order_of_the_window() -> None:
    assert list(StartChoice) == ["last", "week", "two-weeks", "month", "custom"]


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_a_month_back_is_the_month_before_with_the_same_or_its_last_day(today: date) -> None:
    back = start_day(MONTH, today)
    assert back.year * 12 + back.month == today.year * 12 + today.month - 1
    assert back.day == today.day or (back.day < today.day and (back + timedelta(days=1)).day == 1)


class TestFirstMoment:
    """S50-05: the day is included from its first moment in the company's zone."""

    @pytest.mark.parametrize(
        ("zone", "day", "expected"),
        [
            ("UTC", "2026-04-03", "2026-04-03T00:00"),
            ("Europe/London", "2026-01-03", "2026-01-03T00:00"),
            ("Europe/London", "2026-07-03", "2026-07-02T23:00"),
            ("America/New_York", "2026-04-03", "2026-04-03T04:00"),
            ("Asia/Kolkata", "2026-04-03", "2026-04-02T18:30"),
            # Clocks skip midnight: the day begins at 01:00.
            ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00"),
            ("Asia/Beirut", "2022-03-27", "2022-03-26T22:00"),
            # Clocks pass midnight twice: the first one counts.
            ("America/Havana", "2025-11-02", "2025-11-02T04:00"),
            ("Atlantic/Azores", "2026-10-25", "2026-10-25T00:00"),
            # A whole day that never was.
            ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00"),
        ],
    )
    def test_examples(self, zone: str, day: str, expected: str) -> None:
        moment = first_moment(date.fromisoformat(day), ZoneInfo(zone))
        assert moment == datetime.fromisoformat(expected).replace(tzinfo=UTC)
        assert moment.tzinfo is UTC

    @given(
        st.sampled_from(sorted(available_timezones() - {"localtime"})),
        st.dates(date(1970, 1, 2), date(2100, 1, 1)),
    )
    def test_the_minute_before_is_another_day(self, name: str, day: date) -> None:
        zone = ZoneInfo(name)
        moment = first_moment(day, zone)
        assert moment.astimezone(zone).date() >= day
        assert (moment - timedelta(seconds=1)).astimezone(zone).date() < day

    @pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York"])
    def test_the_ends_of_the_calendar_are_days_too(self, zone: str) -> None:
        assert first_moment(date.min, ZoneInfo(zone)).year == 1
        assert first_moment(date.max, ZoneInfo(zone)).year == 9999


class TestResolve:
    def resolve(self, choice: StartChoice, **more: object) -> Start:
        given_values: dict[str, object] = {"now": NOON, "zone": LONDON, "watermark": None, **more}
        return resolve_start(choice, **given_values)  # type: ignore[arg-type]

    def test_presets_begin_at_midnight_in_the_companys_zone(self) -> None:
        start = self.resolve(WEEK)
        assert (start.day, start.instant) == (date(2026, 4, 3), datetime(2026, 4, 2, 23, 0, tzinfo=UTC))
        assert str(start) == "week"

    def test_today_is_the_companys_day_not_the_computers(self) -> None:
        late = datetime(2026, 4, 10, 23, 30, tzinfo=UTC)
        assert self.resolve(WEEK, now=late).day == date(2026, 4, 4)
        assert self.resolve(WEEK, now=late, zone=ZoneInfo("America/New_York")).day == date(2026, 4, 3)

    def test_last_is_the_watermark_itself(self) -> None:
        mark = datetime(2026, 4, 9, 7, 31, 12, tzinfo=UTC)
        start = self.resolve(StartChoice.LAST, watermark=mark)
        assert (start.instant, start.day, str(start)) == (mark, None, "last")

    def test_p1_last_without_a_run_says_what_to_choose(self) -> None:
        with pytest.raises(UsageError) as caught:
            self.resolve(StartChoice.LAST)
        assert "--since" in caught.value.remedy

    def test_s50_11_custom_runs_up_to_and_including_today(self) -> None:
        start = self.resolve(StartChoice.CUSTOM, custom=date(2026, 4, 10))
        assert (start.day, str(start)) == (date(2026, 4, 10), "2026-04-10")
        with pytest.raises(UsageError, match="2026-04-11 lies in the future"):
            self.resolve(StartChoice.CUSTOM, custom=date(2026, 4, 11))
        late = datetime(2026, 4, 10, 23, 30, tzinfo=UTC)
        assert self.resolve(StartChoice.CUSTOM, custom=date(2026, 4, 11), now=late).day == date(2026, 4, 11)

    def test_custom_needs_a_day(self) -> None:
        with pytest.raises(UsageError, match="No start day"):
            self.resolve(StartChoice.CUSTOM)

    def test_s50_15_a_very_early_day_is_welcome(self) -> None:
        start = self.resolve(StartChoice.CUSTOM, custom=date.min, zone=ZoneInfo("Asia/Tokyo"))
        assert start.instant.year == 1


class TestCompanyZone:
    def test_a_name(self) -> None:
        assert company_zone("Europe/London") == LONDON

    @pytest.mark.parametrize("name", ["Mars/Olympus", "../etc/passwd", "Europe", "\0"])
    def test_a_name_that_does_not_exist(self, name: str) -> None:
        with pytest.raises(SetupError) as caught:
            company_zone(name)
        assert caught.value.field == "time_zone"
        assert name in caught.value.title


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system cannot change its zone for a test")
class TestThisComputersZone:
    """'' = this computer's zone, with its summer time: a day in January begins at January's midnight."""

    @pytest.fixture(params=["Europe/Berlin", "America/New_York", "Asia/Kolkata", "America/Sao_Paulo"])
    def name(self, request: pytest.FixtureRequest) -> Iterator[str]:
        before = os.environ.get("TZ")
        os.environ["TZ"] = request.param
        time.tzset()
        yield request.param
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()

    @pytest.mark.parametrize(
        "day", ["2026-01-10", "2026-07-10", "2026-03-29", "2026-10-25", "2018-11-04", "2018-02-18"]
    )
    def test_days_begin_when_the_named_zone_begins_them(self, name: str, day: str) -> None:
        zone = company_zone("")
        when = date.fromisoformat(day)
        assert first_moment(when, zone) == first_moment(when, ZoneInfo(name))

    def test_instants_are_shown_in_the_time_of_their_season(self, name: str) -> None:
        def shown(moment: datetime, zone: tzinfo) -> tuple[str, str | None, timedelta | None]:
            there = moment.astimezone(zone)
            return f"{there:%Y-%m-%d %H:%M}", there.tzname(), there.utcoffset()

        for hour in range(0, 24 * 366, 5):
            moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=hour)
            assert shown(moment, company_zone("")) == shown(moment, ZoneInfo(name))

    def test_the_hour_that_comes_twice_keeps_its_place(self, name: str) -> None:
        if name != "Europe/Berlin":
            return
        for minutes in (0, 60):
            moment = datetime(2026, 10, 25, 0, 30, tzinfo=UTC) + timedelta(minutes=minutes)
            assert moment.astimezone(company_zone("")).astimezone(UTC) == moment


class TestZonesOutOfReach:
    """Some systems know no local time before 1970 or far ahead: the standard offset serves there."""

    def test_offset_and_name_are_given_all_the_same(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(time, "timezone", -3600)
        monkeypatch.setattr(time, "tzname", ("CET", "CEST"))
        zone = company_zone("")
        beyond = datetime.min.replace(tzinfo=zone)
        assert beyond.utcoffset() == timedelta(hours=1)
        assert beyond.tzname() == "CET"

    def test_no_time_no_offset(self) -> None:
        zone = company_zone("")
        assert (zone.utcoffset(None), zone.dst(None), zone.tzname(None)) == (None, None, None)
