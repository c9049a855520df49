"""QuickBooks Online keeps the promises that every connector makes, over more records than one page holds."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from syncdesk.model.ports import Source
from tests.sources.contract import SourceContract
from tests.sources.quickbooks_online.desk import Desk
from tests.sources.web_contract import WebSourceContract
from tests.standins.quickbooks import QuickBooksStandIn
from tests.standins.quickbooks.seeding import seed

INVOICES = 1100


@pytest.fixture(scope="module")
def seeded() -> Iterator[Desk]:
    """Two years of ordinary business, and a customer in yen."""
    with QuickBooksStandIn() as standin:
        seed(standin.books, INVOICES, years=2, customers=20)
        yen = standin.books.add_customer("Osaka Trading", "JPY")
        invoice = standin.books.add_invoice("J-1", date(2026, 3, 1), 9000, yen)
        standin.books.pay([(invoice, 4000)], date(2026, 3, 20))
        yield Desk(standin)


class TestQuickBooksOnline(SourceContract):
    """The contract, kept over a real connection."""

    kind = "quickbooks-online"

    @pytest.fixture
    def source(self, seeded: Desk) -> Source:
        """The connector as the registry opens it, but for its patience."""
        return seeded.source

    @pytest.fixture
    def expected_ids(self, seeded: Desk) -> set[str]:
        """What the books hold."""
        return set(seeded.books.ids("Invoice"))

    @pytest.fixture
    def newest_change(self, seeded: Desk) -> datetime:
        """The stamp of the youngest record."""
        tables = seeded.books.tables
        return datetime.fromtimestamp(
            max(tables[kind].by_time[-1][0] for kind in ("Invoice", "Payment")), UTC
        )


class Disturbed:
    """A connector over a service of its own."""

    def __init__(self, standin: QuickBooksStandIn) -> None:
        seed(standin.books, 1100, years=2, customers=20)
        self.source = Desk(standin).source
        self.server, self.tokens = standin.server, standin.tokens


class TestQuickBooksDisturbed(WebSourceContract):
    """What a connector to web books promises when its service does not answer as it should."""

    @pytest.fixture
    def web(self) -> Iterator[Disturbed]:
        """More invoices than one page holds."""
        with QuickBooksStandIn() as standin:
            yield Disturbed(standin)

    @pytest.fixture
    def api(self) -> str:
        """Where figures are asked for."""
        return "/v3/company/"
