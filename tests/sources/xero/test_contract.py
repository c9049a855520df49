"""Xero keeps the promises that every connector makes, over more records than one page holds."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from syncdesk.model.ports import Source
from tests.sources.contract import SourceContract
from tests.sources.web_contract import WebSourceContract
from tests.sources.xero.desk import Desk
from tests.standins.xero import XeroStandIn
from tests.standins.xero.seeding import seed


@pytest.fixture(scope="module")
def seeded() -> Iterator[Desk]:
    """Two years of ordinary business, and a customer in yen."""
    with XeroStandIn() as standin:
        seed(standin.books, 1100, years=2, contacts=20)
        invoice = standin.books.add_invoice("J-1", date(2026, 3, 1), 9000, currency="JPY")
        standin.books.pay(invoice, 4000, date(2026, 3, 20))
        yield Desk(standin)


class TestXero(SourceContract):
    """The contract, kept over a real connection."""

    kind = "xero"

    @pytest.fixture
    def source(self, seeded: Desk) -> Source:
        """The connector as the registry opens it, but for its patience."""
        return seeded.source

    @pytest.fixture
    def expected_ids(self, seeded: Desk) -> set[str]:
        """What the books hold."""
        return set(seeded.books.tables["Invoices"].rows)

    @pytest.fixture
    def newest_change(self, seeded: Desk) -> datetime:
        """The stamp of the youngest invoice."""
        rows = seeded.books.tables["Invoices"].rows.values()
        return datetime.fromtimestamp(max(row.updated for row in rows) / 1000, UTC)


class Disturbed:
    """A connector over a service of its own."""

    def __init__(self, standin: XeroStandIn) -> None:
        seed(standin.books, 1100, years=2, contacts=20)
        self.source = Desk(standin).source
        self.server, self.tokens = standin.server, standin.tokens


class TestXeroDisturbed(WebSourceContract):
    """What a connector to web books promises when its service does not answer as it should."""

    @pytest.fixture
    def web(self) -> Iterator[Disturbed]:
        """More invoices than one page holds."""
        with XeroStandIn() as standin:
            yield Disturbed(standin)

    @pytest.fixture
    def api(self) -> str:
        """Where figures are asked for."""
        return "/api.xro/"
