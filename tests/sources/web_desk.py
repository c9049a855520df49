"""A connection to a stand-in with a memory in place of the journal, for the tests of connectors to web books.
Each vendor's desk says what is its own."""

from abc import ABC, abstractmethod
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from syncdesk.model.ledger import Invoice, InvoiceStatus
from syncdesk.model.ports import NothingRemembered, Opening, Question, Remembered, Source, Watch
from syncdesk.model.settlement import Settlement, settle
from syncdesk.sources.http.client import Trial
from tests.memory_vault import MemoryVault

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


class WebDesk(ABC):
    """A signed-in connection. `recalls` says whether a single reading may ask the memory too."""

    recalls = False

    def __init__(self, values: dict[str, str], vault: MemoryVault, trial: Trial = QUICK) -> None:
        self.values, self.vault, self.trial, self.memory = values, vault, trial, Memory()
        self.source = self.opened()

    @abstractmethod
    def opened(self) -> Source:
        """The connector as each run opens it anew."""

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
        memory = remembered or (self.memory if self.recalls else NothingRemembered())
        question = Question(since, frozenset(ids), frozenset(numbers), only, memory)
        with self.source.read(question, Watch()) as reading:
            found = list(reading.invoices())
        assert len({invoice.id for invoice in found}) == len(found), "an invoice came twice"
        return {invoice.id: invoice for invoice in found}

    def run(self, since: datetime | None = None) -> dict[str, Invoice]:
        """A complete run from the last one on, or from `since`, whose outcome is remembered."""
        self.source = self.opened()
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
