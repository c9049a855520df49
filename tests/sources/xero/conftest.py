"""A stand-in for Xero for each test, and a connection to it."""

from collections.abc import Iterator

import pytest

from tests.sources.xero.desk import Desk
from tests.standins.xero import XeroStandIn


@pytest.fixture
def standin() -> Iterator[XeroStandIn]:
    """The service with one empty organisation."""
    with XeroStandIn() as served:
        yield served


@pytest.fixture
def desk(standin: XeroStandIn) -> Desk:
    """A signed-in connection to it."""
    return Desk(standin)
