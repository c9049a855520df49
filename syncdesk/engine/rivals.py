"""Rivals: which documents of the books carry one and the same number, so that none of them may take the row
(D13, F-25)."""

from collections import defaultdict
from collections.abc import Iterable

from syncdesk.engine.findings import GONE
from syncdesk.model.changes import Finding
from syncdesk.model.codec import decode_invoice
from syncdesk.model.ledger import DocumentKind, InvoiceStatus
from syncdesk.model.ports import Journal


class Rivals:
    """The documents behind the numbers that are looked for: those of this run, and those the journal knows.

    Drafts and cancelled documents are no rivals of an issued invoice; they stand back for it. Deleted ones
    are nobody's rivals."""

    def __init__(
        self, journal: Journal, findings: Iterable[Finding], searched: Iterable[Finding], gone: frozenset[str]
    ) -> None:
        self._issued: dict[str, set[str]] = defaultdict(set)
        self._others: dict[str, set[str]] = defaultdict(set)
        here = set()
        for finding in findings:
            here.add(finding.source_id)
            if finding.kind is DocumentKind.INVOICE and finding.total >= 0:
                self._add(finding.number, finding.source_id, finding.status)
        known = journal.numbers({f.number for f in searched if f.number})
        elsewhere = {id_ for ids in known.values() for id_ in ids if id_ not in here and id_ not in gone}
        for document in journal.documents(elsewhere).values() if elsewhere else ():
            invoice = decode_invoice(document.facts)
            if document.fingerprint != GONE and invoice.total >= 0:
                self._add(invoice.number, invoice.id, invoice.status)

    def of(self, finding: Finding) -> int:
        """How many documents claim this finding's row, itself included."""
        same = self._issued if finding.status is InvoiceStatus.ISSUED else self._others
        return max(1, len(same.get(finding.number, ())))

    def stands_back(self, finding: Finding) -> bool:
        """True for a draft, cancelled or deleted document whose number an issued invoice carries."""
        return finding.status is not InvoiceStatus.ISSUED and bool(self._issued.get(finding.number))

    def _add(self, number: str, source_id: str, status: InvoiceStatus) -> None:
        if status is InvoiceStatus.ISSUED:
            self._issued[number].add(source_id)
        elif status is not InvoiceStatus.DELETED:
            self._others[number].add(source_id)
