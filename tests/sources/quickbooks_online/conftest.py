"""A stand-in for QuickBooks Online for each test, and a connection to it."""

from collections.abc import Iterator

import pytest

from tests.sources.quickbooks_online.desk import APRIL_10, Desk
from tests.standins.quickbooks import Books, QuickBooksStandIn


@pytest.fixture
def standin() -> Iterator[QuickBooksStandIn]:
    """The service with one empty company."""
    with QuickBooksStandIn() as served:
        yield served


@pytest.fixture
def books(standin: QuickBooksStandIn) -> Books:
    """The books of that company."""
    return standin.books


@pytest.fixture
def desk(standin: QuickBooksStandIn) -> Desk:
    """A signed-in connection to it."""
    return Desk(standin)


@pytest.fixture
def april(desk: Desk) -> None:
    """The stand-in's clock stands still on 10 April, so that stamps are known."""
    tokens = desk.standin.tokens
    tokens.access_seconds = tokens.refresh_seconds = 10**9  # some tests let months pass
    desk.standin.clock.freeze(APRIL_10)
