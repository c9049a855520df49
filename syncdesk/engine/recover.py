"""Recover: what became of writes that an interrupted run intended. Done before any planning (D7)."""

from syncdesk.model.job import JobRow
from syncdesk.model.ports import JobStore, Journal
from syncdesk.model.records import IntentionOutcome, OpenIntention


def recover(jobs: JobStore, journal: Journal) -> int:
    """Look at the row of every open intention and record how it was found; returns how many there were."""
    intentions = journal.open_intentions()
    if not intentions:
        return 0
    rows = {row.key: row for row in jobs.get({intention.job_key for intention in intentions})}
    journal.close_intentions([IntentionOutcome(i, _held(i, rows.get(i.job_key))) for i in intentions])
    return len(intentions)


def _held(intention: OpenIntention, row: JobRow | None) -> str:
    if row is None:
        return "gone"
    if row.figures == intention.new and not row.problem:
        return "new"
    if row.raw == intention.raw_old or (row.figures == intention.old and not row.problem):
        return "old"
    return "neither"
