"""Versions of SyncDesk: which of two is the newer, and what is known of one to come. Pure."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

_FORM = re.compile(r"v?(\d+(?:\.\d+)*)(?:[-._]?([a-z][a-z0-9.\-_]*))?(?:\+.*)?", re.IGNORECASE)
_LATER = ("post", "r", "rev")

PROGRAM = "program"
"""The field of errors whose cure is to start this program again."""
Order = tuple[tuple[int, ...], int, tuple[tuple[str, int], ...]]


class NoLook(StrEnum):
    """Why SyncDesk cannot look for a newer version of itself."""

    NO_ADDRESS = "no_address"
    """This copy was built by somebody who publishes none, as one from source is."""
    UPDATED_BY_SYSTEM = "updated_by_system"
    """What it was installed with keeps it up to date."""


@dataclass(frozen=True, slots=True)
class Release:
    """A published version, and the page where people read of it and download it."""

    version: str
    page: str


@dataclass(frozen=True, slots=True)
class Versions:
    """What is known of newer versions than `this`. `newest` is None where there is none, or none is known;
    `is_skipped` says that the person does not want to hear of it again. `looked_at` is aware UTC, None if
    nobody looked yet. `asks` is the host that is asked, '' where `no_look` says why nobody is."""

    this: str
    newest: Release | None = None
    is_skipped: bool = False
    looked_at: datetime | None = None
    daily: bool = True
    asks: str = ""
    no_look: NoLook | None = None

    @property
    def news(self) -> Release | None:
        """The newer version that the person should hear of by itself."""
        return None if self.is_skipped else self.newest


def is_newer(version: str, than: str) -> bool:
    """True if `version` comes after `than`: '0.10' after '0.9', '1.0' after '1.0rc2' and equal to 'v1.0.0';
    what follows a '+' does not count. False for what is no version."""
    try:
        return order(version) > order(than)
    except ValueError:
        return False


def order(version: str) -> Order:
    """What versions are sorted by. Raises ValueError for what is no version."""
    form = _FORM.fullmatch(version.strip())
    if form is None:
        raise ValueError(version)
    numbers = [int(number) for number in form[1].split(".")]
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    words = tuple(
        (word.lower(), int(number or 0))
        for word, number in re.findall(r"([A-Za-z]+)[-._]?(\d*)", form[2] or "")
    )
    rank = 0 if not words else 1 if words[0][0] in _LATER else -1
    return tuple(numbers), rank, words
