"""The limits by the stand-in's clock: fixed windows that begin with the first call to an organisation."""

from __future__ import annotations

import math
import threading

from tests.standins.clock import Clock
from tests.standins.xero.quirks import Limits
from tests.standins.xero.refusals import limited

ALL = ""  # the window over all organisations


class Meter:
    """Counts calls and refuses those beyond the limits; `used` maps (tenant, seconds) to (start, calls)."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self.limits, self._clock = limits, clock
        self.used: dict[tuple[str, int], tuple[float, int]] = {}
        self._lock = threading.Lock()

    def headers(self, tenant: str) -> dict[str, str]:
        """What is left, as each answer tells."""
        with self._lock:
            return {
                f"X-{name}Limit-Remaining": str(max(0, most - self._window(key)[1]))
                for name, _, key, most in self._all(tenant)
            }

    def admit(self, tenant: str, under_way: int) -> None:
        """Count a call, or refuse it; a refused call is not counted."""
        limits = self.limits
        if not limits.enforced:
            return
        with self._lock:
            if under_way > limits.at_once:
                self._refuse("concurrent", None)
            windows = self._all(tenant)
            for _, problem, key, most in reversed(windows):
                start, calls = self._window(key)
                if calls >= most:
                    self._refuse(problem, max(1, math.ceil(start + key[1] - self._clock.now().timestamp())))
            for _, _, key, _ in windows:
                start, calls = self._window(key)
                self.used[key] = (start, calls + 1)

    def _all(self, tenant: str) -> list[tuple[str, str, tuple[str, int], int]]:
        return [
            ("Min", "minute", (tenant, 60), self.limits.per_minute),
            ("Day", "day", (tenant, 86_400), self.limits.per_day),
            ("AppMin", "appminute", (ALL, 60), self.limits.per_minute_all),
        ]

    def _window(self, key: tuple[str, int]) -> tuple[float, int]:
        now = self._clock.now().timestamp()
        start, calls = self.used.get(key, (now, 0))
        return (start, calls) if start <= now < start + key[1] else (now, 0)

    def _refuse(self, problem: str, retry_after: int | None) -> None:
        self.limits.refused += 1
        raise limited(problem.title() if self.limits.capitals else problem, retry_after)
