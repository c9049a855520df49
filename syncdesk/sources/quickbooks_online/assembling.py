"""Invoices with all payments on them, each delivered once. Used by reading.py, which decides which ones."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from syncdesk.model.ledger import Invoice
from syncdesk.model.ports import Remembered
from syncdesk.sources.quickbooks_online.documents import Documents, disagrees
from syncdesk.sources.quickbooks_online.queries import Service
from syncdesk.sources.quickbooks_online.records import InvoiceRecord
from syncdesk.sources.quickbooks_online.spool import Ids, Spool, chunks
from syncdesk.sources.quickbooks_online.walk import NAMELESS

_GROUP = 1000


@dataclass(slots=True)
class Assembly:
    """Puts invoices and payments together. `seen` holds every invoice that was delivered."""

    service: Service
    documents: Documents
    remembered: Remembered
    spool: Spool
    seen: Ids = field(default_factory=Ids)
    _nameless: list[InvoiceRecord] = field(default_factory=list)

    def delivered(self, records: Iterable[InvoiceRecord]) -> Iterator[Invoice]:
        """Each of these invoices that was not delivered yet, with all payments on it."""
        fresh: list[InvoiceRecord] = []
        for record in records:
            if record.id in self.seen:
                continue
            self.seen.add(record.id)
            (self._nameless if record.id.startswith(NAMELESS) else fresh).append(record)
        self._fetch_payments(fresh)
        built = self._built(fresh)
        again = [invoice.id for invoice in built if disagrees(invoice)]
        renewed = self._read_again(again) if again else {}
        for invoice in built:
            yield renewed.get(invoice.id, invoice)

    def name(self, count: int) -> None:
        """So many of the records without a name turned out to be invoices that are known by their ids."""
        del self._nameless[:count]

    def nameless_ones(self) -> Iterator[Invoice]:
        """Records that the service cannot show and that nothing gave a name to."""
        for record in self._nameless:
            yield self.documents.invoice(record, (), {})

    def _fetch_payments(self, invoices: Iterable[InvoiceRecord]) -> None:
        """Read the payments that these invoices name and that were not read yet."""
        known = self.spool.known
        missing = {id_ for record in invoices for id_ in record.payment_ids if id_ not in known}
        for ids in chunks(sorted(missing), _GROUP):
            self.spool.take(self.service.payments(ids))

    def _built(self, records: Sequence[InvoiceRecord]) -> list[Invoice]:
        ids = [record.id for record in records]
        paid, touched = self.spool.paid(ids), self.spool.touched(ids)
        over_nothing = [record.id for record in records if not record.total_amt]
        before = self.remembered.invoices(over_nothing) if over_nothing else {}
        problems = self.spool.problems
        return [
            self.documents.invoice(
                record, paid.get(record.id, ()), problems, before.get(record.id), touched.get(record.id)
            )
            for record in records
        ]

    def _read_again(self, ids: Collection[str]) -> dict[str, Invoice]:
        """These invoices and their payments, remembered ones included, read anew: one may have changed
        between the two calls. What still disagrees then is left to the cross-check of the rule (D3)."""
        records = self.service.invoices(ids)
        payments = {id_ for record in records for id_ in record.payment_ids}
        payments |= {share.payment for shares in self.spool.paid(ids).values() for share in shares}
        for invoice in self.remembered.invoices(ids).values():
            payments |= {movement.payment_id for movement in invoice.movements if movement.payment_id}
        for some in chunks(sorted(payments), _GROUP):
            self.spool.forget(some)
            self.spool.take(self.service.payments(some))
        return {invoice.id: invoice for invoice in self._built(records)}
