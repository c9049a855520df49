"""Invoices with their outcomes as the engine hands them to the journal. Used by the tests of the journal."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from syncdesk.model.changes import Change, Counts, Finding, Outcome, RunKind, RunResult, SourceMemory
from syncdesk.model.codec import encode_invoice, fingerprint
from syncdesk.model.job import Figures
from syncdesk.model.ledger import Customer, DocumentKind, Invoice, Movement, MovementKind
from syncdesk.model.reasons import Reason, reason
from syncdesk.model.records import Parked, RunEnd, RunStart, StoredOutcome
from syncdesk.model.settlement import DEFAULT_RULES, settle

NOW = datetime(2026, 4, 10, 9, 0, tzinfo=UTC)
EMPTY = Figures()


def finding(place: int, paid: str = "100.00", kind: DocumentKind = DocumentKind.INVOICE) -> Finding:
    """Invoice number `place` of 100.00 USD, on which `paid` came in."""
    payment = Movement(
        f"m{place}", MovementKind.PAYMENT, Decimal(paid), date(2026, 3, 5), True, f"pay{place}"
    )
    invoice = Invoice(
        id=f"id{place}",
        number=f"INV{place:04}",
        customer=Customer("7", "Ünal & Søn"),
        currency="USD",
        total=Decimal("100.00"),
        date=date(2026, 3, 1),
        kind=kind,
        movements=(payment,) if Decimal(paid) else (),
    )
    facts = encode_invoice(invoice)
    return Finding(
        source_id=invoice.id,
        number=invoice.number,
        customer=invoice.customer.name,
        currency=invoice.currency,
        total=invoice.total,
        kind=kind,
        status=invoice.status,
        invoice_date=invoice.date,
        settlement=settle(invoice),
        facts=facts,
        fingerprint=fingerprint(facts, DEFAULT_RULES),
    )


def figures(found: Finding) -> Figures:
    """What is to be written for a finding."""
    return Figures(found.settlement.paid_amount, found.settlement.date_paid)


def outcome(
    place: int,
    result: Outcome = Outcome.WRITTEN,
    why: Reason | None = None,
    paid: str = "100.00",
    old: Figures | None = EMPTY,
    waits: bool = False,
    remember: bool = True,
    kind: DocumentKind = DocumentKind.INVOICE,
) -> StoredOutcome:
    """The outcome of invoice number `place`, linked to the job row of the same number."""
    found = finding(place, paid, kind)
    agrees = result in (Outcome.WRITTEN, Outcome.UNCHANGED)
    why = why or reason("first" if result is Outcome.WRITTEN else "same")
    change = Change(
        source_id=found.source_id,
        invoice_number=found.number,
        customer=found.customer,
        currency=found.currency,
        outcome=result,
        reason=why,
        job_key=(place,),
        job_number=str(place),
        old=old,
        new=figures(found),
        notes=(reason("note_pending", amount="5.00 USD"),),
        old_is_empty=True,
    )
    parked = Parked(found.source_id, result.value, why, found.facts, found.fingerprint, 2, NOW)
    return StoredOutcome(
        change=change,
        finding=found,
        raw_old=(None, "", Decimal("1.50")),
        remember=remember,
        first_seen=NOW,
        link=(place,) if agrees else None,
        written=change.new if agrees else None,
        parked=parked if waits else None,
        link_number=str(place) if agrees else "",
    )


def again(stored: StoredOutcome, result: Outcome, why: str) -> StoredOutcome:
    """The same with another outcome."""
    return replace(stored, change=replace(stored.change, outcome=result, reason=reason(why)))


def start(run_id: str, kind: RunKind = RunKind.SYNC) -> RunStart:
    """A run that begins."""
    return RunStart(run_id, kind, "week", NOW, NOW, "ann", "desk-1", 4711)


def end(run_id: str, counts: Counts = Counts(), result: RunResult = RunResult.SUCCESS) -> RunEnd:  # noqa: B008
    """A run that ends, with watermark and memory."""
    memory = SourceMemory("company", "Demo Ltd", "USD", "token", "settings", 12)
    return RunEnd(run_id, NOW, result, counts, NOW, memory, None, (reason("note_no_stamps"),))
