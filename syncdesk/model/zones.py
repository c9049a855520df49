"""Time zones of companies: one by its IANA name, or the one of this computer with its summer time. Called
through a connection's `zone`."""

import time
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from syncdesk.model.errors import SetupError


class ComputersZone(tzinfo):
    """The zone this computer is set to, for days in winter and in summer alike. Python only gives the offset
    of one instant, with which a start day half a year away would begin an hour off."""

    def utcoffset(self, when: datetime | None) -> timedelta | None:
        """The offset at this local time; of a time that comes twice by its fold, of one that the clocks skip
        the offset before the skip."""
        if when is None:
            return None
        local = when.replace(tzinfo=None)
        try:
            instant = datetime.fromtimestamp(local.timestamp(), UTC)
        except (OSError, OverflowError, ValueError):  # some systems know no local time before 1970
            return timedelta(seconds=-time.timezone)
        return local - instant.replace(tzinfo=None)

    def dst(self, when: datetime | None) -> timedelta | None:
        """Not known apart from the offset."""
        return None

    def tzname(self, when: datetime | None) -> str | None:
        """What this computer calls the zone at this time: 'CET', 'CEST'."""
        offset = self.utcoffset(when)
        if when is None or offset is None:
            return None
        try:
            return (when.replace(tzinfo=UTC) - offset).astimezone().tzname()
        except (OSError, OverflowError, ValueError):
            return time.tzname[0]

    def fromutc(self, when: datetime) -> datetime:
        """The local time of this instant."""
        instant = when.replace(tzinfo=UTC)
        try:
            offset = instant.astimezone().utcoffset() or timedelta()
        except (OSError, OverflowError, ValueError):
            offset = timedelta(seconds=-time.timezone)
        local = when + offset
        return local if self.utcoffset(local) == offset else local.replace(fold=1)


COMPUTERS_ZONE = ComputersZone()


def company_zone(name: str) -> tzinfo:
    """The zone of this IANA name, or this computer's own zone for ''. Raises SetupError naming a zone that
    does not exist."""
    if not name:
        return COMPUTERS_ZONE
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SetupError(
            f"There is no time zone '{name}'.",
            "Use a name such as Europe/London or America/New_York.",
            str(error),
            "time_zone",
        ) from error
