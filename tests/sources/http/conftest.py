"""What every test of the HTTP room may use."""

from collections.abc import Iterator

import pytest

from tests.sources.http.asking import served
from tests.standins.serving import Server


@pytest.fixture
def server() -> Iterator[Server]:
    """A service on loopback that answers with the number of the page asked for."""
    with Server(served) as running:
        yield running
