"""One connection to a stand-in for QuickBooks Online, with a memory in place of the journal. Used by every
test that reads."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from syncdesk.model.ledger import Invoice, InvoiceStatus
from syncdesk.model.ports import NothingRemembered, Opening, Question, Remembered, Watch
from syncdesk.model.settlement import Settlement, settle
from syncdesk.sources import quickbooks_online
from syncdesk.sources.http.client import Trial
from syncdesk.sources.quickbooks_online.source import QuickBooksOnlineSource
from tests.memory_vault import MemoryVault
from tests.standins.quickbooks import Books, QuickBooksStandIn

MARCH_1, MARCH_20, MARCH_25 = date(2026, 3, 1), date(2026, 3, 20), date(2026, 3, 25)
APRIL_10 = datetime(2026, 4, 10, 16, tzinfo=UTC)
OVERLAP = timedelta(minutes=10)
QUICK = Trial(attempts=2, first_delay=0.01, longest_delay=0.02)


@dataclass(slots=True)
class Memory:
    """What a journal would remember, built from what was delivered."""

    documents: dict[str, Invoice] = field(default_factory=dict)
    complete: datetime | None = None

    def fed_by(self, payment_ids: Collection[str]) -> frozenset[str]:
        wanted = set(payment_ids)
        return frozenset(
            id_ for id_, d in self.documents.items() if any(m.payment_id in wanted for m in d.movements)
        )

    def invoices(self, ids: Collection[str]) -> dict[str, Invoice]:
        return {id_: self.documents[id_] for id_ in ids if id_ in self.documents}

    def ids(self) -> frozenset[str]:
        alive = (id_ for id_, d in self.documents.items() if d.status is not InvoiceStatus.DELETED)
        return frozenset(alive)

    def last_complete(self) -> datetime | None:
        return self.complete


class Desk:
    """A signed-in connection to the stand-in's first company."""

    def __init__(self, standin: QuickBooksStandIn, trial: Trial = QUICK) -> None:
        self.standin, self.books, self.memory = standin, standin.books, Memory()
        self.vault = MemoryVault(client_secret=standin.keys.client_secret)
        self.values = {
            "client_id": standin.keys.client_id,
            "redirect_uri": standin.redirect,
            "realm_id": standin.realm,
            "api_base": standin.api_base,
            "identity_base": standin.identity_base,
        }
        sign_in = quickbooks_online.KIND.sign_in
        assert sign_in is not None
        (self.company,) = sign_in(self.opening).by_refresh_token(standin.sign_in()[1])
        self.source = QuickBooksOnlineSource(self.opening, trial)

    @property
    def opening(self) -> Opening:
        """What the connector is opened with."""
        return Opening(self.values, "", self.vault)

    def read(
        self,
        since: datetime | None = None,
        ids: Collection[str] = (),
        numbers: Collection[str] = (),
        only: bool = False,
        remembered: Remembered | None = None,
    ) -> dict[str, Invoice]:
        """What one reading delivers, by id; each invoice must come once. Nothing is learnt from it."""
        memory = remembered or NothingRemembered()
        question = Question(since, frozenset(ids), frozenset(numbers), only, memory)
        with self.source.read(question, Watch()) as reading:
            found = list(reading.invoices())
        assert len({invoice.id for invoice in found}) == len(found), "an invoice came twice"
        return {invoice.id: invoice for invoice in found}

    def run(self, since: datetime | None = None) -> dict[str, Invoice]:
        """A complete run from the last one on, or from `since`, whose outcome is remembered."""
        begin = since or self.memory.complete
        with self.source.read(Question(begin, remembered=self.memory), Watch()) as reading:
            found = {invoice.id: invoice for invoice in reading.invoices()}
            started = reading.started_at
        self.memory.documents |= found
        self.memory.complete = started - OVERLAP
        return found

    def figures(self, invoice: str) -> Settlement:
        """The figures of an invoice as last remembered."""
        return settle(self.memory.documents[invoice])

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
