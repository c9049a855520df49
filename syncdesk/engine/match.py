"""Match: which job row belongs to which invoice of the books (D13). Exact or not at all; likenesses are only
told. Called by engine/prepare.py."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from syncdesk.engine.links import first_link_contradiction, still_holds, unlinked
from syncdesk.engine.rivals import Rivals
from syncdesk.model.changes import Finding, Outcome
from syncdesk.model.job import JobRow, NumberRule, RowKey
from syncdesk.model.ledger import DocumentKind, InvoiceStatus
from syncdesk.model.ports import JobRows, Journal
from syncdesk.model.reasons import Reason, reason
from syncdesk.model.records import Document


@dataclass(frozen=True, slots=True)
class Match:
    """The row of a finding, or the outcome and reason why there is none. `linked` is True if the row was
    known from an earlier run.

    `document` is what the journal remembers of the finding; without link and figures where they concern a row
    that is not this one."""

    row: JobRow | None = None
    outcome: Outcome | None = None
    reason: Reason | None = None
    document: Document | None = None
    linked: bool = False


@dataclass(slots=True)
class Matcher:
    """Matches the findings of one run. `home_currency` is assumed for rows that name none; `gone` are ids
    deleted in the books, `apart` pairs of document and row that a person took apart."""

    jobs: JobRows
    journal: Journal
    rule: NumberRule
    home_currency: str
    gone: frozenset[str] = frozenset()
    apart: frozenset[tuple[str, RowKey]] = frozenset()

    def match(self, findings: Iterable[Finding]) -> dict[str, Match]:
        """One match per finding, by source id."""
        wanted = list(findings)
        documents = self.journal.documents([f.source_id for f in wanted])
        matches = self._by_link(wanted, documents)
        rest = [f for f in wanted if f.source_id not in matches]
        rivals = Rivals(self.journal, wanted, rest, self.gone)
        matches.update(self._by_number(rest, documents, rivals))
        return matches

    def _by_link(self, findings: list[Finding], documents: dict[str, Document]) -> dict[str, Match]:
        """The findings whose remembered row is still there; a document whose key now is another job's is cut
        loose from it."""
        keys = {d.job_key for d in documents.values() if d.job_key is not None}
        rows = {row.key: row for row in self.jobs.get(keys)} if keys else {}
        matches = {}
        for finding in findings:
            document = documents.get(finding.source_id)
            row = (
                rows.get(document.job_key) if document is not None and document.job_key is not None else None
            )
            if document is None or row is None:
                continue
            if still_holds(document, row):
                matches[finding.source_id] = self._linked(finding, row, document)
            else:
                documents[finding.source_id] = unlinked(document)
        return matches

    def _linked(self, finding: Finding, row: JobRow, document: Document) -> Match:
        if finding.status is InvoiceStatus.ISSUED and self._currency(row) != finding.currency:
            return replace(self._other_currency(finding, [row]), row=row, document=document, linked=True)
        return Match(row, document=document, linked=True)

    def _by_number(
        self, findings: list[Finding], documents: dict[str, Document], rivals: Rivals
    ) -> dict[str, Match]:
        matches: dict[str, Match] = {}
        searched = []
        for finding in findings:
            early = self._not_searched(finding, rivals)
            if early is None:
                searched.append(finding)
            else:
                matches[finding.source_id] = Match(
                    outcome=early[0], reason=early[1], document=documents.get(finding.source_id)
                )
        candidates = {f.source_id: self.rule.job_numbers(f.number) for f in searched}
        rows = self._rows(candidates.values())
        owners = self._owners([row for found in rows.values() for row in found])
        for finding in searched:
            found = [row for number in candidates[finding.source_id] for row in rows.get(number, ())]
            match = self._choose(finding, found, owners, rivals.of(finding))
            document = documents.get(finding.source_id)
            if document is not None and match.row is not None:
                document = unlinked(document)
            matches[finding.source_id] = replace(match, document=document)
        return self._with_suggestions(matches, searched)

    def _not_searched(self, finding: Finding, rivals: Rivals) -> tuple[Outcome, Reason] | None:
        if finding.kind is DocumentKind.CREDIT_NOTE:
            return Outcome.SKIPPED, reason("credit_note")
        if finding.total < 0:
            return Outcome.SKIPPED, reason("negative_total")
        if not finding.number:
            return Outcome.UNMATCHED, reason("no_number")
        if not self.rule.is_ours(finding.number):
            return Outcome.SKIPPED, reason("not_ours", prefix=self.rule.prefix)
        if not self.rule.job_numbers(finding.number):
            return Outcome.SKIPPED, reason("other_form", number=finding.number)
        if rivals.stands_back(finding):
            return Outcome.SKIPPED, reason("number_elsewhere", number=finding.number)
        return None

    def _rows(self, candidates: Iterable[tuple[str, ...]]) -> dict[str, list[JobRow]]:
        numbers = {number for several in candidates for number in several}
        rows: dict[str, list[JobRow]] = defaultdict(list)
        for row in self.jobs.find(numbers) if numbers else ():
            rows[row.number].append(row)
        return rows

    def _owners(self, rows: list[JobRow]) -> dict[RowKey, str]:
        """Which other invoice each of these rows is linked to; links that no longer hold are left out."""
        owners = self.journal.owners({row.key for row in rows}) if rows else {}
        documents = self.journal.documents(set(owners.values())) if owners else {}
        return {
            row.key: owners[row.key]
            for row in rows
            if row.key in owners
            and owners[row.key] not in self.gone
            and still_holds(documents[owners[row.key]], row)
        }

    def _choose(self, finding: Finding, found: list[JobRow], owners: dict[RowKey, str], rivals: int) -> Match:
        number = finding.number
        if not found:
            return Match(outcome=Outcome.UNMATCHED, reason=reason("no_row", number=number))
        together = [row for row in found if (finding.source_id, row.key) not in self.apart]
        if not together:
            return Match(outcome=Outcome.UNMATCHED, reason=reason("unlinked_by_hand"))
        found = together
        rows = [row for row in found if self._currency(row) == finding.currency]
        if rivals > 1:
            return Match(outcome=Outcome.CONFLICT, reason=reason("two_invoices", count=rivals, number=number))
        if not rows:
            return self._other_currency(finding, found)
        if len(rows) > 1:
            keys = ", ".join(key_text(row.key) for row in rows[:4])
            return Match(
                outcome=Outcome.CONFLICT, reason=reason("two_rows", count=len(rows), number=number, keys=keys)
            )
        if owners.get(rows[0].key, finding.source_id) != finding.source_id:
            return Match(outcome=Outcome.CONFLICT, reason=reason("row_taken", number=number))
        contradiction = first_link_contradiction(finding, rows[0])
        return Match(rows[0], Outcome.CONFLICT, contradiction) if contradiction else Match(rows[0])

    def _other_currency(self, finding: Finding, rows: list[JobRow]) -> Match:
        here = ", ".join(sorted({self._currency(row) for row in rows}))
        why = reason("other_currency", number=finding.number, here=here, books=finding.currency)
        return Match(outcome=Outcome.CONFLICT, reason=why)

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


def key_text(key: RowKey) -> str:
    """A row key for people."""
    return "/".join(str(part) for part in key)
