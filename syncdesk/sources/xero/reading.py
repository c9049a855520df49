"""One reading of Xero: which invoices are in question by the five lists that tell of changes, and what became
of those that are gone. Opened by source.py; asks through queries.py."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from syncdesk.model.ledger import Company, Invoice, InvoiceStatus
from syncdesk.model.ports import Question
from syncdesk.sources.xero.movements import SALE, invoice_of, invoice_of_unread, lacks_paid_date
from syncdesk.sources.xero.queries import Service
from syncdesk.sources.xero.records import CreditRecord, InvoiceRecord, PaymentRecord, Unread

_RECEIVED: Final = "ACCRECPAYMENT"
_CREDITS: Final = ("CreditNotes", "Overpayments", "Prepayments")


@dataclass(slots=True)
class XeroReading:
    """A `Reading`. Each call of `invoices` asks the service anew."""

    company: Company
    started_at: datetime
    token: str
    service: Service
    short_code: str
    question: Question

    def invoices(self) -> Iterator[Invoice]:
        """Every invoice in question exactly once."""
        yield from _Round(self.service, self.question, self.company.home_currency, self.short_code).run()


@dataclass(slots=True)
class _Round:
    """One pass. `seen` are the invoices that were delivered, `wanted` those still to be read by id."""

    service: Service
    question: Question
    home_currency: str
    short_code: str
    seen: set[str] = field(default_factory=set)
    wanted: set[str] = field(default_factory=set)
    credit_days: dict[str, str] | None = None

    def run(self) -> Iterator[Invoice]:
        question = self.question
        if not question.only:
            for page in self.service.invoices(question.since):
                yield from self._delivered(page)
            if question.since is not None:
                self._note_payments(question.since)
                self._note_credits(question.since)
            else:
                self.wanted |= question.remembered.ids()
        self.wanted |= question.ids
        yield from self._by_id()
        for page in self.service.invoices_by_number(question.numbers):
            yield from self._delivered(page)

    def _note_payments(self, since: datetime) -> None:
        """Payments entered or deleted: whether that moves the invoice's own stamp is not promised."""
        for page in self.service.payments(since):
            changed = [row for row in page if isinstance(row, PaymentRecord)]
            named = (
                row.invoice.invoice_id for row in changed if row.payment_type == _RECEIVED and row.invoice
            )
            self._want(named, [row.payment_id for row in changed] + _ids_of_unread(page))

    def _note_credits(self, since: datetime) -> None:
        """Credits that changed: what they are applied to now, and what they were applied to before."""
        for kind in _CREDITS:
            for page in self.service.credits(kind, since):
                changed = [row for row in page if isinstance(row, CreditRecord)]
                named = (
                    allocation.invoice.invoice_id
                    for row in changed
                    for allocation in row.allocations or ()
                    if allocation.invoice is not None and not (row.type or "").startswith(("ACCPAY", "SPEND"))
                )
                self._want(named, [row.record_id for row in changed] + _ids_of_unread(page))

    def _want(self, named: Iterable[str | None], feeding: Collection[str]) -> None:
        self.wanted.update(id_ for id_ in named if id_)
        self.wanted |= self.question.remembered.fed_by(feeding)

    def _by_id(self) -> Iterator[Invoice]:
        missing = {id_ for id_ in self.wanted if id_ not in self.seen and not id_.startswith("unread-")}
        for page in self.service.invoices_by_id(missing):
            yield from self._delivered(page)
        yield from self._gone(sorted(missing - self.seen))

    def _gone(self, ids: list[str]) -> Iterator[Invoice]:
        """Known invoices that did not come, once Xero says of each that there is none (D14). The organisation
        itself was read, so the connection is well."""
        before = self.question.remembered.invoices(ids)
        for id_ in ids:
            if (
                id_ in before
                and before[id_].status is not InvoiceStatus.DELETED
                and self.service.is_gone(id_)
            ):
                self.seen.add(id_)
                yield replace(before[id_], status=InvoiceStatus.DELETED, problem="")

    def _delivered(self, page: list[InvoiceRecord | Unread]) -> Iterator[Invoice]:
        for row in page:
            if isinstance(row, Unread):
                if not row.is_sale:
                    continue
                invoice = invoice_of_unread(row, self.short_code)
            elif row.type == SALE:
                days = self._days_of_credits() if lacks_paid_date(row) else {}
                invoice = invoice_of(row, self.home_currency, self.short_code, days)
            else:
                continue
            if invoice.id not in self.seen:
                self.seen.add(invoice.id)
                yield invoice

    def _days_of_credits(self) -> Mapping[str, str]:
        """The days of all credits as they state them: read in pages the first time they are needed, so that a
        thousand credits cost one call and not one each."""
        if self.credit_days is None:
            self.credit_days = {
                row.record_id: row.date
                for kind in _CREDITS
                for page in self.service.credits(kind, None)
                for row in page
                if isinstance(row, CreditRecord) and row.date
            }
        return self.credit_days


def _ids_of_unread(page: Iterable[object]) -> list[str]:
    return [row.id for row in page if isinstance(row, Unread) and row.id]
