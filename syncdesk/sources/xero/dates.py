"""Xero's two ways of writing days and instants."""

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

_MILLISECONDS = re.compile(r"/Date\((-?\d{1,17})(?:[+-]\d{4})?\)/")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@lru_cache(4096)
def day(text: str) -> date:
    """The calendar day of a day field.

    The number is milliseconds in UTC and what follows is decoration: the UTC day is the day that was typed,
    wherever this computer is (M-10). Raises ValueError for anything else."""
    return instant(text).date()


def instant(text: str) -> datetime:
    """The aware UTC instant of a stamp in either form. An ISO form without offset is UTC. Raises
    ValueError."""
    found = _MILLISECONDS.fullmatch(text.strip())
    if found is not None:
        try:
            return _EPOCH + timedelta(milliseconds=int(found[1]))
        except OverflowError as error:
            raise ValueError(text) from error
    moment = datetime.fromisoformat(text.strip())
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def since_header(moment: datetime) -> str:
    """An instant as the If-Modified-Since header wants it: UTC, to the second, no zone. Anything else is
    silently ignored there."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
