"""The families of trouble, sorted by what happens next. Every room raises these; only ui and cli turn them
into something seen.

Cancelling is not an error: see :class:`RunCancelled`.
"""


class SyncDeskError(Exception):
    """One fault told in two voices: plain words for the person, raw detail for support.

    `title` says what happened and names the thing, `remedy` says what to do about it, `detail` is the raw
    text of the underlying fault with secrets already removed (may be empty)."""

    family = "fatal"

    def __init__(self, title: str, remedy: str = "", detail: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.remedy = remedy
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.title} {self.remedy}".strip()


class UsageError(SyncDeskError):
    """What was asked for cannot be done as asked; nothing was touched."""

    family = "usage"


class SetupError(SyncDeskError):
    """A person must change something (a path, a right, a mapping) before this can work.

    `field` names the setting at fault, so that a form can show the message beside it.
    """

    family = "setup"

    def __init__(self, title: str, remedy: str = "", detail: str = "", field: str = "") -> None:
        super().__init__(title, remedy, detail)
        self.field = field


class RetryableError(SyncDeskError):
    """The world is busy or away (locked, throttled, no network): the same thing may work later unchanged."""

    family = "retryable"


class BusyError(RetryableError):
    """Another run of the same connection is under way on this computer."""

    family = "busy"


class RecordError(SyncDeskError):
    """One invoice or row is at fault; the run goes on without it."""

    family = "record"


class FatalError(SyncDeskError):
    """The run cannot go on: a fault of ours, or of the machine (disk full, damaged file)."""

    family = "fatal"


class RunCancelled(Exception):
    """The person asked to stop. Raised at a boundary where nothing is half done; never shown as an error."""
