"""One connection to a stand-in for Xero, with a memory in place of the journal. Used by every test that
reads."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from syncdesk.model.ledger import Invoice
from syncdesk.model.ports import Opening, Question, Watch
from syncdesk.model.settlement import Settlement, settle
from syncdesk.sources import xero
from syncdesk.sources.http.client import Trial
from syncdesk.sources.xero.source import XeroSource
from tests.memory_vault import MemoryVault
from tests.sources.quickbooks_online.desk import Memory
from tests.standins.serving import Request, Response
from tests.standins.xero import XeroStandIn

OVERLAP = timedelta(minutes=10)
QUICK = Trial(attempts=2, first_delay=0.01, longest_delay=0.02)


class Desk:
    """A signed-in connection to the stand-in's first organisation."""

    def __init__(self, standin: XeroStandIn, trial: Trial = QUICK) -> None:
        self.standin, self.books, self.memory = standin, standin.books, Memory()
        self.vault = MemoryVault()
        self.values = {
            "client_id": standin.app.client_id,
            "tenant_id": standin.tenant,
            "api_base": standin.api_base,
            "identity_base": standin.identity_base,
        }
        sign_in = xero.KIND.sign_in
        assert sign_in is not None
        self.companies = sign_in(self.opening).by_refresh_token(standin.sign_in()[1])
        self.source = XeroSource(self.opening, trial)
        standin.server.log.clear()

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
    ) -> dict[str, Invoice]:
        """What one reading delivers, by id; each invoice must come once. Nothing is learnt from it."""
        question = Question(since, frozenset(ids), frozenset(numbers), only, self.memory)
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
        """The lists that were asked for, in order."""
        return [entry.path.rpartition("/")[2] for entry in self.standin.server.log if "api.xro" in entry.path]


def spoilt(change: Callable[[bytes], bytes], desk: Desk, path: str = "/Invoices") -> None:
    """The stand-in's answers to one list, with something put in another way."""
    answer = desk.standin.server._answer

    def changed(request: Request) -> Response:
        response = answer(request)
        if request.path.endswith(path):
            response.body = change(response.body)
        return response

    desk.standin.server._answer = changed
