"""What is to be said of a permission to read that ends soon, has ended, or is missing (BBK-46, F-29). Pure
but for translation; shown by the connection bar."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from syncdesk.app.views import ConnectionState
from syncdesk.ui.present import long_day_text
from syncdesk.ui.theme import Tone

_WARNINGS = ((timedelta(days=3), Tone.BAD), (timedelta(days=14), Tone.WARNING))
_FIRST = timedelta(days=30)
"""How long before its end a permission is spoken of at all."""


@dataclass(frozen=True, slots=True)
class PermissionNotice:
    """What the banner says, in a tone that grows more urgent 30, 14 and 3 days before the end."""

    tone: Tone
    title: str
    text: str

    @property
    def icon(self) -> str:
        """The icon that goes with the tone."""
        return {Tone.BAD: "error", Tone.WARNING: "warning"}.get(self.tone, "information")


def permission_notice(state: ConnectionState, now: datetime | None = None) -> PermissionNotice | None:
    """What to say of the permission of a connection; None where nobody signs in, or its end is far off."""
    if not state.signs_in:
        return None
    name = state.connection.name
    if state.signed_in is None:
        return PermissionNotice(
            Tone.WARNING,
            QCoreApplication.translate("permission", "Nobody is signed in to the books of {name}.").format(
                name=name
            ),
            QCoreApplication.translate(
                "permission", "Reconnect before the next run. Links and history stay as they are."
            ),
        )
    unused, ends = state.signed_in.unused_until, state.signed_in.ends
    instants = [instant for instant in (unused, ends) if instant is not None]
    if not instants:
        return None
    end, now = min(instants), now or datetime.now(UTC)
    if end - now > _FIRST:
        return None
    day = long_day_text(end.astimezone().date())
    if end <= now:
        title = QCoreApplication.translate(
            "permission", "The permission to read the books of {name} has ended."
        )
        text = QCoreApplication.translate(
            "permission", "It ended on {day}. Reconnect: links and history stay as they are."
        )
        return PermissionNotice(Tone.BAD, title.format(name=name), text.format(day=day))
    tone = next((tone for length, tone in _WARNINGS if end - now <= length), Tone.INFORMATION)
    title = QCoreApplication.translate(
        "permission", "The permission to read the books of {name} ends {when}."
    )
    if end == ends:
        text = QCoreApplication.translate(
            "permission", "It ends for good on {day}. Reconnect before: links and history stay as they are."
        )
    else:
        text = QCoreApplication.translate(
            "permission", "It ends on {day} if it is not used. A run before that day renews it, or Reconnect."
        )
    return PermissionNotice(tone, title.format(name=name, when=_in_days(end, now)), text.format(day=day))


def _in_days(end: datetime, now: datetime) -> str:
    days = (end.astimezone().date() - now.astimezone().date()).days
    if days < 1:
        return QCoreApplication.translate("permission", "today")
    if days == 1:
        return QCoreApplication.translate("permission", "tomorrow")
    return QCoreApplication.translate("permission", "in {days} days").format(days=days)
