"""Match: which job row belongs to which invoice of the books (D13). Exact or not at all; likenesses are only
told."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from syncdesk.model.changes import Finding, Outcome
from syncdesk.model.job import JobRow, NumberRule, RowKey
from syncdesk.model.ledger import DocumentKind, InvoiceStatus
from syncdesk.model.money import minor_unit, money_text
from syncdesk.model.ports import JobStore, Journal
from syncdesk.model.reasons import Reason, reason
from syncdesk.model.records import Document


@dataclass(frozen=True, slots=True)
class Match:
    """The row of a finding, or the outcome and reason why there is none. `document` is what the journal
    remembers of it.

    `linked` is True if the row was known from an earlier run.
    """

    row: JobRow | None = None
    outcome: Outcome | None = None
    reason: Reason | None = None
    document: Document | None = None
    linked: bool = False


@dataclass(slots=True)
class Matcher:
    """Matches the findings of one run. `home_currency` is assumed for rows that name none; `gone` are ids
    deleted in the books."""

    jobs: JobStore
    journal: Journal
    rule: NumberRule
    home_currency: str
    gone: frozenset[str] = frozenset()

    def match(self, findings: Iterable[Finding]) -> dict[str, Match]:
        """One match per finding, by source id."""
        wanted = list(findings)
        documents = self.journal.documents([f.source_id for f in wanted])
        matches = self._by_link(wanted, documents)
        rest = [f for f in wanted if f.source_id not in matches]
        matches.update(self._by_number(rest, documents))
        return matches

    def _by_link(self, findings: list[Finding], documents: dict[str, Document]) -> dict[str, Match]:
        keys = {d.job_key for d in documents.values() if d.job_key is not None}
        rows = {row.key: row for row in self.jobs.get(keys)} if keys else {}
        matches = {}
        for finding in findings:
            document = documents.get(finding.source_id)
            if document is not None and document.job_key in rows:
                matches[finding.source_id] = Match(rows[document.job_key], document=document, linked=True)
        return matches

    def _by_number(self, findings: list[Finding], documents: dict[str, Document]) -> dict[str, Match]:
        matches: dict[str, Match] = {}
        searched = []
        for finding in findings:
            early = self._not_searched(finding)
            if early is None:
                searched.append(finding)
            else:
                matches[finding.source_id] = Match(
                    outcome=early[0], reason=early[1], document=documents.get(finding.source_id)
                )
        candidates = {f.source_id: self.rule.job_numbers(f.number) for f in searched}
        rows = self._rows(candidates.values())
        owners = self.journal.owners({row.key for found in rows.values() for row in found}) if rows else {}
        rivals = self._rivals(searched)
        for finding in searched:
            found = [row for number in candidates[finding.source_id] for row in rows.get(number, ())]
            match = self._choose(finding, found, owners, rivals.get(finding.number, 1))
            matches[finding.source_id] = replace(match, document=documents.get(finding.source_id))
        return self._with_suggestions(matches, searched)

    def _not_searched(self, finding: Finding) -> tuple[Outcome, Reason] | None:
        if finding.kind is DocumentKind.CREDIT_NOTE:
            return Outcome.SKIPPED, reason("credit_note")
        if finding.total < 0:
            return Outcome.SKIPPED, reason("negative_total")
        if not finding.number:
            return Outcome.UNMATCHED, reason("no_number")
        if not self.rule.job_numbers(finding.number):
            return Outcome.SKIPPED, reason("not_ours", prefix=self.rule.prefix)
        return None

    def _rows(self, candidates: Iterable[tuple[str, ...]]) -> dict[str, list[JobRow]]:
        numbers = {number for several in candidates for number in several}
        rows: dict[str, list[JobRow]] = defaultdict(list)
        for row in self.jobs.find(numbers) if numbers else ():
            rows[row.number].append(row)
        return rows

    def _rivals(self, findings: list[Finding]) -> dict[str, int]:
        """How many invoices of the books carry each number: those of this run and those known from earlier
        ones."""
        ids: dict[str, set[str]] = defaultdict(set)
        for finding in findings:
            ids[finding.number].add(finding.source_id)
        here = {f.source_id for f in findings}
        for number, known in self.journal.numbers(list(ids)).items():
            ids[number].update(id_ for id_ in known if id_ not in here and id_ not in self.gone)
        return {number: len(several) for number, several in ids.items() if len(several) > 1}

    def _choose(self, finding: Finding, found: list[JobRow], owners: dict[RowKey, str], rivals: int) -> Match:
        number = finding.number
        if not found:
            return Match(outcome=Outcome.UNMATCHED, reason=reason("no_row", number=number))
        rows = [row for row in found if self._currency(row) == finding.currency]
        if rivals > 1:
            return Match(outcome=Outcome.CONFLICT, reason=reason("two_invoices", count=rivals, number=number))
        if not rows:
            here = ", ".join(sorted({self._currency(row) for row in found}))
            return Match(
                outcome=Outcome.CONFLICT,
                reason=reason("other_currency", number=number, here=here, books=finding.currency),
            )
        if len(rows) > 1:
            keys = ", ".join(key_text(row.key) for row in rows[:4])
            return Match(
                outcome=Outcome.CONFLICT, reason=reason("two_rows", count=len(rows), number=number, keys=keys)
            )
        owner = owners.get(rows[0].key)
        if owner is not None and owner != finding.source_id and owner not in self.gone:
            return Match(outcome=Outcome.CONFLICT, reason=reason("row_taken", number=number))
        contradiction = first_link_contradiction(finding, rows[0])
        return Match(rows[0], Outcome.CONFLICT, contradiction) if contradiction else Match(rows[0])

    def _currency(self, row: JobRow) -> str:
        return row.currency or self.home_currency

    def _with_suggestions(self, matches: dict[str, Match], searched: list[Finding]) -> dict[str, Match]:
        missing = [
            (self.rule.job_numbers(f.number)[0], f)
            for f in searched
            if matches[f.source_id].outcome is Outcome.UNMATCHED
        ]
        alike = self.jobs.similar({job_number for job_number, _ in missing}) if missing else {}
        for job_number, finding in missing:
            if job_number in alike:
                told = ", ".join(f"'{text}'" for text in alike[job_number])
                unmatched = reason("no_row_similar", number=finding.number, similar=told)
                matches[finding.source_id] = replace(matches[finding.source_id], reason=unmatched)
        return matches


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


def key_text(key: RowKey) -> str:
    """A row key for people."""
    return "/".join(str(part) for part in key)


def _total_texts(finding: Finding, row: JobRow) -> tuple[str, str]:
    here = money_text(row.total if row.total is not None else finding.total, finding.currency)
    return f"{here} {finding.currency}", f"{money_text(finding.total, finding.currency)} {finding.currency}"


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
