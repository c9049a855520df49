"""From an invoice of the books to a finding: encoded, fingerprinted, settled. Used by discovery and by the
waiting list."""

from datetime import date

from syncdesk.model.changes import Finding
from syncdesk.model.codec import decode_invoice, encode_invoice, fingerprint
from syncdesk.model.ledger import Invoice
from syncdesk.model.settlement import SettlementRules, settle

GONE = "gone"
"""The fingerprint of a document that the books deleted and replaced: known, and not missed again."""


def finding_of(
    invoice: Invoice, rules: SettlementRules, today: date, facts: str | None = None, mark: str | None = None
) -> Finding:
    """Settle one invoice; `facts` and `mark` (its fingerprint) spare encoding it again where the caller has
    them."""
    facts = encode_invoice(invoice) if facts is None else facts
    return Finding(
        source_id=invoice.id,
        number=invoice.number,
        customer=invoice.customer.name,
        currency=invoice.currency,
        total=invoice.total,
        kind=invoice.kind,
        status=invoice.status,
        invoice_date=invoice.date,
        settlement=settle(invoice, rules, today),
        facts=facts,
        fingerprint=fingerprint(facts, rules) if mark is None else mark,
        url=invoice.url,
        problem=invoice.problem,
    )


def finding_from_facts(facts: str, rules: SettlementRules, today: date) -> Finding:
    """The finding of a remembered invoice, from the facts the journal kept."""
    return finding_of(decode_invoice(facts), rules, today, facts)
