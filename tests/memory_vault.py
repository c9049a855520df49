"""The secrets of one connection in memory, as syncdesk/model/ports.py promises them."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from syncdesk.model.ports import Cancelled


class MemoryVault:
    """A Vault that several threads may use; `history` keeps every value that was ever set, in order."""

    def __init__(self, **secrets: str) -> None:
        self._secrets = dict(secrets)
        self._lock = threading.Lock()
        self.history: list[tuple[str, str]] = list(secrets.items())

    def get(self, key: str) -> str | None:
        return self._secrets.get(key)

    def set(self, key: str, value: str) -> None:
        self._secrets[key] = value
        self.history.append((key, value))

    def remove(self, key: str) -> None:
        self._secrets.pop(key, None)

    @contextmanager
    def lock(self, cancelled: Cancelled) -> Iterator[None]:
        del cancelled
        with self._lock:
            yield
