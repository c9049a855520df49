"""The secrets of one connection, and the right to renew them: one program at a time, in whatever window or
process (F-29). Built by app/wiring.py."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from syncdesk.model.errors import RetryableError, RunCancelled
from syncdesk.model.ports import Cancelled, SecretStore
from syncdesk.model.redaction import remember_secret
from syncdesk.settings.folders import Folders, make_folder
from syncdesk.settings.holding import held

KEYS = ("client_secret", "sign_in")
"""Everything a connector may keep here; forgetting a connection forgets them all."""

_PATIENCE = 60.0
_LOOK_AGAIN = 0.2
_locks: dict[str, Lock] = {}
_making = Lock()


class ConnectionVault:
    """The Vault port over a store of secrets. Raises SetupError where that has no safe place."""

    def __init__(self, secrets: SecretStore, places: Folders, connection_id: str) -> None:
        self._secrets, self._places, self._id = secrets, places, connection_id

    def get(self, key: str) -> str | None:
        """The secret of this key, None if there is none."""
        value = self._secrets.get(self._name(key))
        if value:
            remember_secret(value)
        return value

    def set(self, key: str, value: str) -> None:
        """Keep the secret; durable when this returns."""
        if key not in KEYS:
            raise ValueError(f"'{key}' would not be forgotten with its connection")
        remember_secret(value)
        self._secrets.set(self._name(key), value)

    def remove(self, key: str) -> None:
        """Forget the secret; no error if there is none."""
        self._secrets.remove(self._name(key))

    def forget_all(self) -> None:
        """Forget every secret of this connection."""
        for key in KEYS:
            self.remove(key)

    @contextmanager
    def lock(self, cancelled: Cancelled) -> Iterator[None]:
        """The sole right to renew what is kept here. Waits up to a minute.

        A program that died holding it blocks nobody, or, where the file system has no locks, for two minutes
        (see holding.py). Raises RunCancelled, RetryableError if another program keeps it, SetupError if the
        folder cannot be used."""
        path = make_folder(self._places.leases) / f"{self._id}.sign-in.lock"
        own, end = self._own_lock(), time.monotonic() + _PATIENCE
        while not own.acquire(timeout=_LOOK_AGAIN):
            self._give_up_if(cancelled, end)
        try:
            while True:
                with held(path) as holding:
                    if holding is not None:
                        yield
                        return
                self._give_up_if(cancelled, end)
                time.sleep(_LOOK_AGAIN)
        finally:
            own.release()

    def _own_lock(self) -> Lock:
        """Between the threads of this process: a file lock does not keep them apart."""
        with _making:
            return _locks.setdefault(self._id, Lock())

    def _give_up_if(self, cancelled: Cancelled, end: float) -> None:
        if cancelled():
            raise RunCancelled
        if time.monotonic() > end:
            raise RetryableError(
                "Another program is renewing the sign-in of this company and does not finish.",
                "Try again in a minute; if it stays so, close the other window.",
            )

    def _name(self, key: str) -> str:
        return f"{self._id} {key}"
