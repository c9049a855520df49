"""Links: what confirms that a job row and an invoice of the books belong together, at the first meeting and
later (D13, F-3, F-24). Used by matching, planning and the search for deleted invoices."""

from dataclasses import replace
from datetime import date

from syncdesk.engine.findings import finding_from_facts
from syncdesk.model.changes import Finding
from syncdesk.model.job import JobRow
from syncdesk.model.ledger import InvoiceStatus
from syncdesk.model.money import minor_unit, money_text
from syncdesk.model.reasons import Reason, reason
from syncdesk.model.records import Document
from syncdesk.model.settlement import DEFAULT_RULES


def still_holds(document: Document, row: JobRow) -> bool:
    """True unless the remembered key now belongs to another job: its number changed since, and neither
    customer nor total says that it is the same row all the same. Databases hand keys out again (F-3)."""
    if document.job_number in ("", row.number):
        return True
    remembered = finding_from_facts(document.facts, DEFAULT_RULES, date.max)
    comparable = bool(row.customer and remembered.customer) or row.total is not None
    return comparable and first_link_contradiction(remembered, row) is None


def unlinked(document: Document) -> Document:
    """The document without its row and what was written there: whatever row it meets next, it meets for the
    first time."""
    return replace(document, job_key=None, job_number="", written=None)


def first_link_contradiction(finding: Finding, row: JobRow) -> Reason | None:
    """Why an exact number must not be linked yet: another customer or another total (F-24). Checked at the
    first link only."""
    if row.customer and finding.customer and _folded(row.customer) != _folded(finding.customer):
        return reason("other_customer", number=finding.number, here=row.customer, books=finding.customer)
    if finding.status is InvoiceStatus.ISSUED and total_differs(finding, row):
        here, books = _total_texts(finding, row)
        return reason("other_total", number=finding.number, here=here, books=books)
    return None


def total_differs(finding: Finding, row: JobRow) -> bool:
    """True if the row's total is mapped, filled and at least one minor unit away from the books'."""
    return row.total is not None and abs(row.total - finding.total) >= minor_unit(finding.currency)


def total_note(finding: Finding, row: JobRow) -> Reason | None:
    """The note that totals differ, for rows linked before: never a reason to block a reversal (D13)."""
    if finding.status is not InvoiceStatus.ISSUED or not total_differs(finding, row):
        return None
    here, books = _total_texts(finding, row)
    return reason("note_total_differs", here=here, books=books)


def _total_texts(finding: Finding, row: JobRow) -> tuple[str, str]:
    here = money_text(row.total if row.total is not None else finding.total, finding.currency)
    return f"{here} {finding.currency}", f"{money_text(finding.total, finding.currency)} {finding.currency}"


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
