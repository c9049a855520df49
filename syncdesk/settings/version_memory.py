"""What was learnt of newer versions, so that they are asked for once a day and no oftener. Not worth an error
of its own: a file that is lost or damaged only means asking again. Built by app/wiring.py."""

import json
import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from syncdesk.settings.folders import make_folder, replace_file

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Remembered:
    """When somebody last tried to look and when that last succeeded (aware UTC), the version and page found
    then, and the version that the person does not want to hear of again; '' and None where there is none."""

    tried_at: datetime | None = None
    looked_at: datetime | None = None
    version: str = ""
    page: str = ""
    skipped: str = ""


class VersionMemory:
    """The file that keeps it."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def load(self) -> Remembered:
        """What is remembered; nothing, where the file is missing or cannot be understood."""
        try:
            plain = json.loads(self._file.read_text("utf-8"))
            return Remembered(
                tried_at=_instant(plain["tried_at"]),
                looked_at=_instant(plain["looked_at"]),
                version=str(plain["version"]),
                page=str(plain["page"]),
                skipped=str(plain["skipped"]),
            )
        except FileNotFoundError:
            return Remembered()
        except (OSError, ValueError, KeyError, TypeError) as fault:
            log.warning("what is known of newer versions cannot be read: %s", fault)
            return Remembered()

    def save(self, remembered: Remembered) -> None:
        """Keep this. Raises OSError, or SetupError if the folder cannot be made."""
        plain = {
            "tried_at": _text(remembered.tried_at),
            "looked_at": _text(remembered.looked_at),
            "version": remembered.version,
            "page": remembered.page,
            "skipped": remembered.skipped,
        }
        make_folder(self._file.parent)
        replace_file(self._file, (json.dumps(plain, indent=2) + "\n").encode())


def _instant(text: str) -> datetime | None:
    if not text:
        return None
    instant = datetime.fromisoformat(text)
    return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)


def _text(instant: datetime | None) -> str:
    return "" if instant is None else instant.isoformat()
