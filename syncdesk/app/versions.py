"""The use-case 'is there a newer SyncDesk?': asked at most once a day, told with a link, never installed.
Called by Desk."""

import logging
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from syncdesk import __version__
from syncdesk.app.wiring import Rooms
from syncdesk.model.errors import RetryableError, SyncDeskError
from syncdesk.model.ports import Cancelled
from syncdesk.model.version import NoLook, Release, Versions, is_newer
from syncdesk.settings.version_memory import Remembered

log = logging.getLogger(__name__)
_DAILY, _OFF = "look_for_new_versions", "no"
_EVERY, _AFTER_TROUBLE = timedelta(days=1), timedelta(hours=4)


def versions(rooms: Rooms) -> Versions:
    """What is known; nobody is asked."""
    return _known(rooms, rooms.version_memory.load())


def look(rooms: Rooms, cancelled: Cancelled) -> Versions:
    """Ask now, whatever the switch says; nobody is asked where there is nobody to. Raises RetryableError if
    it cannot be learnt, RunCancelled."""
    published, memory = rooms.published, rooms.version_memory
    if published is None or rooms.package.updates_itself:
        return versions(rooms)
    before, now = memory.load(), rooms.clock()
    from syncdesk.app.version_feed import newest_release  # the web is loaded by who asks it

    try:
        found = newest_release(published, cancelled)
    except SyncDeskError as error:
        memory.save(replace(before, tried_at=now))
        raise RetryableError(
            "It could not be learnt whether there is a newer SyncDesk.",
            f"Try again later, or look at {published.page}.",
            f"{error.title}\n{error.detail}".strip(),
        ) from error
    version, page = ("", "") if found is None else (found.version, found.page)
    remembered = replace(before, tried_at=now, looked_at=now, version=version, page=page)
    memory.save(remembered)
    return _known(rooms, remembered)


def look_by_itself(rooms: Rooms, cancelled: Cancelled) -> Versions:
    """Ask if a day has passed and the switch is on. Trouble is noted in the log and tried again after some
    hours; nobody is bothered with it."""
    remembered = rooms.version_memory.load()
    if is_due(remembered, rooms.clock()) and _is_daily(rooms):
        try:
            return look(rooms, cancelled)
        except (SyncDeskError, OSError) as error:
            log.info("no look for a newer version: %s", error)
    return versions(rooms)


def is_due(remembered: Remembered, now: datetime) -> bool:
    """True if the last try is a day old, or some hours where it failed, or lies in the future: then the clock
    was wrong."""
    tried = remembered.tried_at
    if tried is None or tried > now:
        return True
    return now - tried >= (_EVERY if remembered.looked_at == tried else _AFTER_TROUBLE)


def look_daily(rooms: Rooms, on: bool) -> Versions:
    """Turn the daily look on or off."""
    rooms.settings.set_preference(_DAILY, "yes" if on else _OFF)
    return versions(rooms)


def skip(rooms: Rooms, version: str) -> Versions:
    """Tell no more of this version by itself; a later one is told of again."""
    memory = rooms.version_memory
    memory.save(replace(memory.load(), skipped=version))
    return versions(rooms)


def _known(rooms: Rooms, remembered: Remembered) -> Versions:
    published = rooms.published
    no_look = None
    if rooms.package.updates_itself:
        no_look = NoLook.UPDATED_BY_SYSTEM
    elif published is None:
        no_look = NoLook.NO_ADDRESS
    known = no_look is None and is_newer(remembered.version, __version__)
    return Versions(
        this=__version__,
        newest=Release(remembered.version, remembered.page) if known else None,
        is_skipped=known and remembered.skipped == remembered.version,
        looked_at=remembered.looked_at,
        daily=no_look is None and _is_daily(rooms),
        asks=urlsplit(published.feed).hostname or "" if published is not None and no_look is None else "",
        no_look=no_look,
    )


def _is_daily(rooms: Rooms) -> bool:
    return rooms.settings.load().preferences.get(_DAILY) != _OFF
