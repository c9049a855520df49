"""The permission of one connection to web books, and clients that sign with it. A connector composes one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final

from syncdesk.model.errors import SetupError
from syncdesk.model.job import Check
from syncdesk.model.ports import Vault, Watch
from syncdesk.model.sign_in import SIGN_IN, SignedIn
from syncdesk.sources.http.client import Client, Trial, Vendor, utc_now
from syncdesk.sources.http.tokens import Provider, Tokens

_WARN: Final = timedelta(days=30)


class Access:
    """Builds its parts when they are first needed: opening a connection asks nobody and reads no secret.

    `provider` is called once; it may raise SetupError for a field that is missing. The tokens live as long as
    this does, so that a reading soon after another renews nothing."""

    def __init__(
        self,
        vendor: Vendor,
        provider: Callable[[], Provider],
        vault: Vault,
        trial: Trial,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        """`clock` is this computer's: only the permission's own dates are compared with it."""
        self._vendor, self._provider, self._vault = vendor, provider, vault
        self._trial, self._clock = trial, clock

    @cached_property
    def _tokens(self) -> Tokens:
        return Tokens(self._provider(), self._vault, trial=replace(self._trial, attempts=3))

    @property
    def remedy(self) -> str:
        """How to sign in, in plain words."""
        return (
            f"Sign in to {self._vendor.name}: in the window under Settings > Sign in, on the command line "
            "with 'syncdesk company connect NAME'."
        )

    def nobody(self) -> SetupError:
        """The complaint where nobody signed in yet."""
        return SetupError(f"Nobody has signed in to {self._vendor.name} yet.", self.remedy, field=SIGN_IN)

    @contextmanager
    def client(self, watch: Watch) -> Iterator[Client]:
        """A client that signs its calls. Raises SetupError for a missing field or sign-in."""
        if self._tokens.state() is None:
            raise self.nobody()
        with Client(self._vendor, watch, self._tokens, trial=self._trial) as client:
            yield client

    def check(self) -> Check:
        """Until when the permission lasts, with a warning as its end comes near (F-29)."""
        state = self._tokens.state() or SignedIn()
        end = min((end for end in (state.unused_until, state.ends) if end is not None), default=None)
        if end is None:
            return Check(f"Signed in to {self._vendor.name}", ok=True)
        title = f"Signed in to {self._vendor.name} until {end:%d %B %Y}"
        left = max(end - self._clock(), timedelta())
        if left > _WARN:
            return Check(title, ok=True)
        how = "if it is not used before" if end == state.unused_until else "for good"
        return Check(f"{title}: the permission ends in {left.days} days {how}", ok=True, remedy=self.remedy)
