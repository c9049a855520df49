"""One reading of QuickBooks Online: which invoices are in question, their payments, and what became of those
that are gone. Opened by source.py; asks through queries.py.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from syncdesk.model.ledger import Company, Invoice, InvoiceStatus
from syncdesk.model.ports import Question
from syncdesk.sources.quickbooks_online.assembling import Assembly
from syncdesk.sources.quickbooks_online.documents import Documents
from syncdesk.sources.quickbooks_online.queries import FAILS, Changes, Service
from syncdesk.sources.quickbooks_online.records import InvoiceRecord, PaymentRecord
from syncdesk.sources.quickbooks_online.spool import Ids, Spool, chunks

CHANGE_DATA_REACHES: Final = timedelta(days=29)  # a day less than it does, so that no reading meets its end
OVERLAP: Final = timedelta(minutes=10)
_GROUP: Final = 1000  # invoices that are worked on together


@dataclass(slots=True)
class QuickBooksReading:
    """A `Reading`. Each call of `invoices` asks the service anew."""

    company: Company
    started_at: datetime
    token: str
    service: Service
    documents: Documents
    question: Question

    def invoices(self) -> Iterator[Invoice]:
        """Every invoice in question exactly once."""
        with closing(Spool(self.company.home_currency)) as spool:
            assembly = Assembly(self.service, self.documents, self.question.remembered, spool)
            yield from _Round(self.service, self.question, self.started_at, spool, assembly).run()


@dataclass(slots=True)
class _Round:
    """One pass over what is in question. `present` are invoices that were seen to be there but not delivered;
    `deleted` those that are said to be gone, with the time of it."""

    service: Service
    question: Question
    now: datetime
    spool: Spool
    assembly: Assembly
    present: Ids = field(default_factory=Ids)
    deleted: dict[str, datetime | None] = field(default_factory=dict)

    def run(self) -> Iterator[Invoice]:
        """By whichever way is shortest without missing anything, then what was asked for by id and number."""
        if not self.question.only:
            if self.since is None or self._is_long_ago(self.question.remembered.last_complete()):
                yield from self._everything()
            else:
                yield from self._changes(self.since)
        yield from self._asked_for()
        yield from self.assembly.nameless_ones()

    @property
    def since(self) -> datetime | None:
        """The start of the question to the second, as stamps are."""
        since = self.question.since
        return None if since is None else since.replace(microsecond=0)

    def _is_long_ago(self, when: datetime | None) -> bool:
        """Whether change data no longer reach back to this instant."""
        return when is not None and when < self.now - CHANGE_DATA_REACHES

    # --- which invoices -------------------------------------------------------------------------------------

    def _changes(self, since: datetime) -> Iterator[Invoice]:
        """What changed, by change data as far as they reach, else by walks of both kinds of records."""
        if self._is_long_ago(since):
            last = self.question.remembered.last_complete()
            if last is not None:  # deletions are told by change data alone, and only the newest are news
                self._note_stubs(self._change_data(last))
            yield from self._walked(since)
        else:
            changes = self._change_data(since)
            self._note_stubs(changes)
            if changes.cut:
                yield from self._walked(since)
            else:
                self._take_changed([record for record in changes.payments if not record.deleted])
                yield from self._picked([record for record in changes.invoices if not record.deleted])
        for ids in self.spool.all_touched(_GROUP):
            yield from self._by_id(ids)
        yield from self._deletions()

    def _change_data(self, since: datetime) -> Changes:
        """What changed since then, and a little before. If that is more than one answer holds, the deletions
        are asked for once more, for each kind of record alone."""
        changes = self.service.changes(since - OVERLAP, "Invoice", "Payment")
        if changes.cut:
            for entity in ("Invoice", "Payment"):
                alone = self.service.changes(since - OVERLAP, entity)
                changes.invoices.extend(alone.deleted_invoices)
                changes.payments.extend(alone.deleted_payments)
        return changes

    def _note_stubs(self, changes: Changes) -> None:
        for stub in changes.deleted_invoices:
            self.deleted[stub.id] = stub.changed_at
        for gone in changes.deleted_payments:
            self.spool.touch_former(self.question.remembered.fed_by([gone.id]), gone.changed_at)

    def _walked(self, since: datetime) -> Iterator[Invoice]:
        for payments in self.service.walk_payments(since - OVERLAP):
            self._take_changed(payments)
        for invoices in self.service.walk_invoices(since - OVERLAP):
            yield from self._picked(invoices)

    def _everything(self) -> Iterator[Invoice]:
        """Both kinds of records from the beginning; what is known and does not come is asked for singly.

        With a start date (after too long a gap for change data) only what changed since then, or lost a
        payment, is delivered."""
        for payments in self.service.walk_payments(None):
            self._take_changed(payments)
        for invoices in self.service.walk_invoices(None):
            if self.since is None:
                yield from self.assembly.delivered(invoices)
                continue
            for record in invoices:
                self.present.add(record.id)
            yield from self._picked(invoices)
        seen, present = self.assembly.seen, self.present
        gone = (id_ for id_ in self.question.remembered.ids() if id_ not in seen and id_ not in present)
        self.deleted.update(dict.fromkeys(sorted(gone)))
        yield from self._deletions()

    def _take_changed(self, payments: Sequence[PaymentRecord]) -> None:
        """Keep the payments, and note which invoices those that changed since the start feed or fed."""
        self.spool.take(payments)
        since = self.since
        if since is None:
            return
        changed = {p.id: p.changed_at for p in payments if p.changed_at is None or p.changed_at >= since}
        if changed:
            self.spool.touch(self.spool.targets(changed))
            newest = max((stamp for stamp in changed.values() if stamp is not None), default=None)
            self.spool.touch_former(self.question.remembered.fed_by(changed), newest)

    def _picked(self, invoices: Sequence[InvoiceRecord]) -> Iterator[Invoice]:
        """Those that changed since the start, or whose payments did or are gone."""
        since = self.since
        touched = self.spool.touched([record.id for record in invoices])
        lost = self._lost_payments(invoices)
        chosen = [
            record
            for record in invoices
            if record.changed_at is None
            or since is None
            or record.changed_at >= since
            or record.id in touched
            or record.id in lost
        ]
        yield from self._with_doubles(chosen)

    def _lost_payments(self, invoices: Sequence[InvoiceRecord]) -> set[str]:
        """Invoices that are remembered with a payment that is no longer there; all payments were read."""
        if not self._is_long_ago(self.question.remembered.last_complete()):
            return set()
        before = self.question.remembered.invoices([record.id for record in invoices])
        return {
            id_
            for id_, invoice in before.items()
            if any(m.payment_id and m.payment_id not in self.spool.known for m in invoice.movements)
        }

    def _with_doubles(self, invoices: Sequence[InvoiceRecord]) -> Iterator[Invoice]:
        """These, and older invoices, never delivered before, with the number of one that is new (F-25)."""
        yield from self.assembly.delivered(invoices)
        remembered = self.question.remembered
        before = remembered.invoices([record.id for record in invoices])
        numbers = {record.doc_number for record in invoices if record.id not in before and record.doc_number}
        if numbers:
            found = [r for r in self.service.numbered(numbers) if r.id not in self.assembly.seen]
            known = remembered.invoices([record.id for record in found])
            yield from self.assembly.delivered([record for record in found if record.id not in known])

    def _by_id(self, ids: Iterable[str]) -> Iterator[Invoice]:
        """Invoices that were found by another way than themselves; those that do not come may be deleted."""
        missing = [id_ for id_ in ids if id_ not in self.assembly.seen]
        found = self.service.invoices(missing) if missing else []
        for id_ in set(missing).difference(record.id for record in found):
            self.deleted.setdefault(id_, None)
        yield from self.assembly.delivered(found) if self.question.only else self._with_doubles(found)

    def _asked_for(self) -> Iterator[Invoice]:
        for ids in chunks(sorted(self.question.ids), _GROUP):
            yield from self._by_id(ids)
        yield from self._deletions()
        if self.question.only or self.since is not None:
            for numbers in chunks(sorted(self.question.numbers), _GROUP):
                yield from self.assembly.delivered(self.service.numbered(numbers))

    def _deletions(self) -> Iterator[Invoice]:
        """Invoices that are said to be gone and were delivered before, once the service says so of each of
        them (D14, F-10). One that is there after all is delivered as it is."""
        doubtful = [id_ for id_ in sorted(self.deleted) if id_.isdigit() and id_ not in self.assembly.seen]
        for ids in chunks(doubtful, _GROUP):
            before = self.question.remembered.invoices(ids)
            due = [
                id_
                for id_, invoice in before.items()
                if invoice.status is not InvoiceStatus.DELETED or id_ in self.question.ids
            ]
            alive: list[InvoiceRecord] = []
            for id_, record in self.service.invoices_one_by_one(due):
                if record is not None:
                    alive.append(record)
                    continue
                self.assembly.seen.add(id_)
                gone = replace(before[id_], status=InvoiceStatus.DELETED, problem="")
                yield replace(gone, changed_at=self.deleted[id_])
            self.assembly.name(sum(record.trouble == FAILS for record in alive))
            yield from self.assembly.delivered(alive)
        self.deleted.clear()
