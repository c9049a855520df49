"""Which calendar day a stored GnuCash date means. A day is kept in three forms side by side; used for every
date of a book."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from syncdesk.model.errors import FatalError, SetupError

_PAYMENT_WINDOW = "10:59:00"  # GnuCash's time of day for 'this day, whatever the zone'


class Days:
    """Turns stored dates into days of the company's zone, each distinct text once.

    A 'date-posted' slot wins; else a time of 10:59:00 means the date part as it stands; anything else is an
    instant in UTC (local midnight of whoever wrote it), and is converted."""

    def __init__(self, time_zone: str) -> None:
        """`time_zone` is an IANA name, '' the zone of this computer. Raises SetupError for a name that does
        not exist."""
        self._zone = _zone(time_zone)
        self._known: dict[str, date] = {}

    def day(self, slot: object, stamp: str | None) -> date:
        """The day of a slot (YYYYMMDD, may be missing) and a time stamp. Raises FatalError if neither can be
        read."""
        text = str(slot) if slot else stamp or ""
        found = self._known.get(text)
        if found is None:
            try:
                found = self._known[text] = self._read(text)
            except (ValueError, OverflowError) as error:
                raise FatalError(
                    f"The book holds a date that cannot be read: '{text}'.",
                    "Open the book in GnuCash and choose Actions > Check & Repair > Check & Repair All.",
                    str(error),
                ) from error
        return found

    def _read(self, text: str) -> date:
        if len(text) == 8:
            return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 - a day, not an instant
        if len(text) == 14:  # as books of before 2.6.20 hold it
            text = datetime.strptime(text, "%Y%m%d%H%M%S").isoformat(sep=" ")  # noqa: DTZ007
        if text.endswith(_PAYMENT_WINDOW):
            return date.fromisoformat(text[:10])
        return datetime.fromisoformat(text).replace(tzinfo=UTC).astimezone(self._zone).date()


def _zone(name: str) -> ZoneInfo | None:
    if not name:
        return None  # astimezone(None) asks this computer for each instant, so that summer time is right
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SetupError(
            f"There is no time zone '{name}'.",
            "Use a name such as Europe/London or America/New_York.",
            str(error),
            "time_zone",
        ) from error
