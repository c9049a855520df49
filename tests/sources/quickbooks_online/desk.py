"""One connection to a stand-in for QuickBooks Online, with a memory in place of the journal. Used by every
test that reads."""

from datetime import UTC, date, datetime

from syncdesk.sources import quickbooks_online
from syncdesk.sources.http.client import Trial
from syncdesk.sources.quickbooks_online.source import QuickBooksOnlineSource
from tests.memory_vault import MemoryVault
from tests.sources.web_desk import QUICK, WebDesk
from tests.standins.quickbooks import Books, QuickBooksStandIn

MARCH_1, MARCH_20, MARCH_25 = date(2026, 3, 1), date(2026, 3, 20), date(2026, 3, 25)
APRIL_10 = datetime(2026, 4, 10, 16, tzinfo=UTC)


class Desk(WebDesk):
    """A signed-in connection to the stand-in's first company."""

    def __init__(self, standin: QuickBooksStandIn, trial: Trial = QUICK) -> None:
        self.standin, self.books = standin, standin.books
        values = {
            "client_id": standin.keys.client_id,
            "redirect_uri": standin.redirect,
            "realm_id": standin.realm,
            "api_base": standin.api_base,
            "identity_base": standin.identity_base,
        }
        super().__init__(values, MemoryVault(client_secret=standin.keys.client_secret), trial)
        sign_in = quickbooks_online.KIND.sign_in
        assert sign_in is not None
        (self.company,) = sign_in(self.opening).by_refresh_token(standin.sign_in()[1])

    def opened(self) -> QuickBooksOnlineSource:
        return QuickBooksOnlineSource(self.opening, self.trial)

    @property
    def calls(self) -> list[str]:
        """What the service was asked, each in one line, without the minor version."""
        return [f"{logged.method} {logged.path.partition(self.standin.realm)[2]}" for logged in self.log]

    @property
    def log(self) -> list[object]:
        return [logged for logged in self.standin.server.log if "/v3/company/" in logged.path]


def later(desk: Desk, **span: float) -> None:
    """Let time pass at the service."""
    desk.standin.clock.advance(**span)


def bill(books: Books, number: str = "1001", total: int = 1000) -> str:
    """An invoice of 1 March."""
    return books.add_invoice(number, MARCH_1, total)


def run_later(desk: Desk) -> None:
    """A complete run, long enough after the last entry for it not to come again by the overlap."""
    later(desk, minutes=30)
    desk.run()


def many(books: Books, count: int, number: int = 1) -> list[str]:
    """So many invoices, all stamped with the same second."""
    return [bill(books, str(number + place), 10) for place in range(count)]


def agree(desk: Desk) -> None:
    """Every invoice in the books is remembered with its true figures."""
    for invoice in desk.books.ids():
        found, truth = desk.figures(invoice), desk.books.expected(invoice)
        shown = (found.paid_amount, found.credited, found.outstanding, found.date_paid)
        assert shown == truth[:4], invoice
