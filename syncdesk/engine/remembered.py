"""What the journal remembers of the books, as sources ask for it. Built by engine/discover.py."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from syncdesk.engine.findings import GONE
from syncdesk.model.codec import decode_invoice
from syncdesk.model.ledger import Invoice
from syncdesk.model.ports import Journal


@dataclass(frozen=True, slots=True)
class JournalMemory:
    """The Remembered port over the journal. `deleted` are the documents that already wait as deleted."""

    journal: Journal
    deleted: frozenset[str]

    def fed_by(self, payment_ids: Collection[str]) -> frozenset[str]:
        """Documents whose movements, as last recorded, named one of these payments."""
        return self.journal.fed_by(payment_ids) if payment_ids else frozenset()

    def invoices(self, ids: Collection[str]) -> dict[str, Invoice]:
        """Documents as last recorded."""
        documents = self.journal.documents(ids) if ids else {}
        return {id_: decode_invoice(document.facts) for id_, document in documents.items()}

    def ids(self) -> frozenset[str]:
        """Every document known, but those already known to be deleted."""
        known = (id_ for id_, seen in self.journal.seen().items() if seen.fingerprint != GONE)
        return frozenset(known) - self.deleted

    def last_complete(self) -> datetime | None:
        """The stored watermark."""
        return self.journal.watermark()
