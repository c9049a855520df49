"""The time a stand-in goes by."""

from datetime import UTC, datetime, timedelta


class Clock:
    """The time a stand-in goes by: the real one until it is moved or stopped. Always aware, in UTC."""

    def __init__(self, start: datetime | None = None) -> None:
        self._shift = timedelta()
        self._stopped_at: datetime | None = None
        if start is not None:
            self.set(start)

    def now(self) -> datetime:
        """The stand-in's present instant, in UTC."""
        return self._stopped_at or datetime.now(UTC) + self._shift

    def set(self, when: datetime) -> None:
        """Make it this instant; a stopped clock stays stopped there, a running one runs on from there."""
        when = when.astimezone(UTC)
        if self._stopped_at is None:
            self._shift = when - datetime.now(UTC)
        else:
            self._stopped_at = when

    def advance(self, seconds: float = 0, **span: float) -> datetime:
        """Move on by seconds, or by any `timedelta` words (days=, hours=, minutes=); back if negative."""
        self.set(self.now() + timedelta(seconds=seconds, **span))
        return self.now()

    def freeze(self, when: datetime | None = None) -> None:
        """Stop at this instant, or at the present one, until `resume`."""
        self._stopped_at = when.astimezone(UTC) if when else self.now()

    def resume(self) -> None:
        """Run on from where it stands."""
        now, self._stopped_at = self.now(), None
        self.set(now)
