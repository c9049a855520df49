"""Days and instants in both of Xero's forms (M-10), whatever the zone of this computer."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncdesk.sources.xero.dates import day, instant, since_header

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ZONES = ["America/Los_Angeles", "Pacific/Pago_Pago", "Pacific/Kiritimati", "UTC"]


@pytest.fixture(params=ZONES)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """This computer stands west and east of Greenwich."""
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of a process cannot be set on this system")
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    day.cache_clear()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    "text", ["/Date(1774051200000+0000)/", "/Date(1774051200000)/", "2026-03-21T00:00:00"]
)
def test_m10_a_day_is_the_same_wherever_this_computer_stands(zone: str, text: str) -> None:
    assert day(text) == date(2026, 3, 21), zone


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.sampled_from(["", "+0000", "-1100", "+1300"]))
def test_every_day_comes_back_whatever_offset_stands_behind_it(written: date, offset: str) -> None:
    midnight = datetime(written.year, written.month, written.day, tzinfo=UTC)
    milliseconds = (midnight - EPOCH) // timedelta(milliseconds=1)
    assert day(f"/Date({milliseconds}{offset})/") == written


@given(st.integers(-(2**31), 2**33))
def test_both_forms_of_a_stamp_are_one_instant(seconds: int) -> None:
    moment = EPOCH + timedelta(seconds=seconds)
    iso = moment.replace(tzinfo=None).isoformat()
    assert instant(f"/Date({seconds}000+0000)/") == instant(iso + "Z") == instant(iso) == moment


def test_fractions_of_seconds_stay() -> None:
    assert instant("/Date(1774051200123)/") == datetime(2026, 3, 21, 0, 0, 0, 123000, UTC)
    assert instant("2026-03-21T00:00:00.1234567Z").microsecond == 123456


@pytest.mark.parametrize("text", ["", "/Date(soon)/", "/Date()/", "/Date(99999999999999999)/", "21.03.2026"])
def test_anything_else_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError):
        day(text)


def test_the_header_is_utc_to_the_second_without_a_zone() -> None:
    """A badly formed value is silently ignored at Xero, and everything comes back."""
    local = datetime(2026, 3, 21, 13, 5, 6, 999999, timezone(timedelta(hours=13)))
    assert since_header(local) == "2026-03-21T00:05:06"
