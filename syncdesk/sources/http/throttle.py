"""Keeping to a vendor's limit of calls a minute, known in advance, and waiting in a way that can be stopped
(F-30)."""

import time
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from threading import Lock

from syncdesk.model.errors import RunCancelled
from syncdesk.model.ports import Watch

_LOOK = 0.2  # seconds between looks at the stop button while waiting
_WORTH_TELLING = 1.0  # seconds; a shorter wait is not shown


class Throttle:
    """Spaces the calls of one client over all its threads, so that no more than `per_minute` are sent within
    any minute. 0 = no limit known."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit, self._clock = per_minute, clock
        self._sent: deque[float] = deque()
        self._lock = Lock()

    def seconds_to_wait(self) -> float:
        """Reserve the next call and say how long to wait before it is sent."""
        if not self._limit:
            return 0.0
        with self._lock:
            now = self._clock()
            while self._sent and self._sent[0] <= now - 60:
                self._sent.popleft()
            wait = self._sent[-self._limit] + 60 - now if len(self._sent) >= self._limit else 0.0
            self._sent.append(now + max(0.0, wait))
            return max(0.0, wait)


def demanded_wait(headers: "dict[str, str]", usual: timedelta) -> timedelta:
    """How long the answer asks to wait: Retry-After in seconds or as a date, else the usual time.

    A date is measured against the answer's own Date header, so that a wrong clock here does not matter."""
    text = headers.get("retry-after", "").strip()
    if text.isdecimal():
        return timedelta(seconds=min(int(text), 10**7))
    try:
        until, now = parsedate_to_datetime(text), parsedate_to_datetime(headers.get("date", ""))
    except (ValueError, TypeError):
        return usual
    if until.tzinfo is None or now.tzinfo is None:
        return usual
    return max(timedelta(0), until - now)


def wait(seconds: float, watch: Watch, clock: Callable[[], datetime], why: str) -> None:
    """Let this time pass; longer waits are told with their end. Raises RunCancelled."""
    end = time.monotonic() + seconds
    told = seconds >= _WORTH_TELLING and bool(why)
    if told:
        watch.waiting(clock() + timedelta(seconds=seconds), why)
    try:
        while (left := end - time.monotonic()) > 0:
            if watch.cancelled():
                raise RunCancelled
            time.sleep(min(_LOOK, left))
    finally:
        if told:
            watch.waiting(None, "")
