"""Stories of invoices for the tests of the window."""

from collections.abc import Sequence

from syncdesk.app.story_views import InvoiceStory, SyncEvent, Trigger
from syncdesk.app.views import Explanation, InvoiceRow
from syncdesk.model.records import ChangeRecord
from syncdesk.model.sync_state import event_kind


def story_of(
    row: InvoiceRow,
    explained: Explanation | None,
    records: Sequence[ChangeRecord],
    label: str = "GnuCash",
    **more: object,
) -> InvoiceStory:
    """The story of an invoice that runs wrote these rows of."""
    values: dict[str, object] = {
        "row": row,
        "since": row.last_synced,
        "source_label": label,
        "explanation": explained,
        "switch_on": True,
        "is_linked": explained is not None,
        "is_first": row.last_synced is None,
        "blockers": (),
        "events": tuple(event_of(record) for record in records),
    }
    return InvoiceStory(**(values | more))  # type: ignore[arg-type]


def event_of(record: ChangeRecord, **more: object) -> SyncEvent:
    """The event that a stored row of a run is."""
    change = record.change
    values: dict[str, object] = {
        "kind": event_kind(change.outcome, change.reason),
        "at": record.at,
        "trigger": Trigger.PERSON,
        "user": "ann",
        "computer": "desk-1",
        "run_id": record.run_id,
        "reason": change.reason,
        "old": change.old,
        "new": change.new,
        "currency": change.currency,
        "payments": 1,
    }
    return SyncEvent(**(values | more))  # type: ignore[arg-type]
