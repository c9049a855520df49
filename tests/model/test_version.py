"""Which of two versions is the newer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncdesk import __version__
from syncdesk.model.version import Release, Versions, is_newer, order

RISING = [
    "0.1.0a1",
    "0.1.0b1",
    "0.1.0-beta.2",
    "0.1.0rc1",
    "0.1.0rc2",
    "0.1.0rc10",
    "0.1.0",
    "0.1.0.post1",
    "0.1.1",
    "0.9",
    "0.10",
    "1.0rc1",
    "1",
    "1.0.1",
    "2026.11",
]
NUMBERS = st.lists(st.integers(0, 99), min_size=1, max_size=4)


@pytest.mark.parametrize("place", range(len(RISING) - 1))
def test_each_comes_after_the_one_before(place: int) -> None:
    assert is_newer(RISING[place + 1], RISING[place])
    assert not is_newer(RISING[place], RISING[place + 1])


@pytest.mark.parametrize(
    ("one", "other"),
    [("1.0", "v1.0.0"), ("V2", "2"), ("1.2+build7", "1.2"), (" 1.2\n", "1.2"), ("1.0-rc1", "1.0rc1")],
)
def test_other_spellings_are_the_same(one: str, other: str) -> None:
    assert order(one) == order(other)
    assert not is_newer(one, other)
    assert not is_newer(other, one)


@pytest.mark.parametrize("text", ["", "latest", "v", "1.", "1..2", "<html>", "1.0 and more", "-1"])
def test_what_is_no_version_is_never_newer(text: str) -> None:
    assert not is_newer(text, "0.0.1")
    assert not is_newer("99", text)
    with pytest.raises(ValueError):
        order(text)


@given(NUMBERS, NUMBERS)
def test_numbers_are_compared_as_numbers(one: list[int], other: list[int]) -> None:
    """As if both were written with as many parts."""
    length = max(len(one), len(other))
    first, second = ([*parts, *[0] * (length - len(parts))] for parts in (one, other))
    written = ".".join(map(str, one)), ".".join(map(str, other))
    assert is_newer(*written) == (first > second)


@given(NUMBERS)
def test_nothing_is_newer_than_itself(parts: list[int]) -> None:
    text = ".".join(map(str, parts))
    assert not is_newer(text, text)
    assert is_newer(text, f"{text}rc1")


def test_our_own_version_is_one() -> None:
    assert is_newer("9999", __version__)


def test_what_was_skipped_is_no_news() -> None:
    release = Release("2.0", "https://example.org/2.0")
    assert Versions("1.0", release).news == release
    assert Versions("1.0", release, is_skipped=True).news is None
    assert Versions("1.0").news is None
