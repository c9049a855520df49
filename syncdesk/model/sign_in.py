"""Signing in to web books: what a connector offers and what the window and the command line go through.

Implemented in sources/http; offered by a kind of source in its line of the registry.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

SIGN_IN = "sign_in"
"""The field that a SetupError or a failed check names when signing in cures it."""

Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class CompanyChoice:
    """One company that the person who signed in may read. `fields` are the connector's fields that choosing
    it fills in."""

    id: str
    name: str
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A permission as it stands: when it ends if it is not used, and when it ends for good (aware UTC, None =
    never or unknown)."""

    unused_until: datetime | None = None
    ends: datetime | None = None


class SignIn(Protocol):
    """The ways to obtain the permission to read, for one connection. What is obtained goes to the
    connection's vault; a permission that was there before is replaced only by a new one.

    Every way ends with the companies that may be read. Raises SetupError (refused, wrong address, wrong
    client id; the field at fault is named), RetryableError (no network) and RunCancelled."""

    def by_browser(
        self, show: Callable[[str], None], cancelled: Cancelled, seconds: float = 300
    ) -> tuple[CompanyChoice, ...]:
        """Sign in at the vendor's page: `show` is handed its address to open; the browser's return is waited
        for, at most `seconds`."""

    def page(self) -> str:
        """The address of the vendor's page for the way by pasting; remembered until :meth:`by_pasting`."""

    def by_pasting(self, answer: str) -> tuple[CompanyChoice, ...]:
        """Finish with the address that the browser ended at, pasted by the person."""

    def by_refresh_token(self, token: str) -> tuple[CompanyChoice, ...]:
        """Take a refresh token obtained elsewhere for the same client id; it is tried at once."""

    def state(self) -> SignedIn | None:
        """The permission kept for this connection, None if there is none. Asks nobody."""

    def forget(self) -> None:
        """Give the permission back at the vendor, as far as it can be reached, and forget it here."""
