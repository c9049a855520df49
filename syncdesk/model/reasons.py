"""Why a row came out as it did: a code with values, and its sentence. One table, so that every reason can be
translated and tested."""

from dataclasses import dataclass, field

TEXTS: dict[str, str] = {
    # skipped
    "credit_note": "This is a credit note, not an invoice.",
    "negative_total": "The total is negative: this is a credit, not an invoice.",
    "not_ours": "The number does not begin with '{prefix}', so this invoice is not one of ours.",
    "other_form": "The number '{number}' is shorter than the numbers of our invoices, so this invoice is not one of ours.",
    "number_elsewhere": "This is a draft or was cancelled, and an invoice of the books has the same number '{number}'.",
    "draft_left_out": "This is a draft in the books, and drafts are left out in Settings.",
    "void_left_out": "This invoice was cancelled in the books, and cancelled ones are left out in Settings.",
    "gone": "Deleted in the books; there is nothing here to take back.",
    "not_reached": "Not reached: the run ended before this row. It stays due.",
    "awaits_first_preview": "Not written: the first run waits until its preview is accepted.",
    "awaits_brake": "Not written: the whole run waits for a decision.",
    "replaced": "Deleted in the books and entered there again under the same number.",
    "unticked": "Left out of this run by hand. It stays due.",
    "books_moving": "The books were changing while they were read. This invoice is looked at again by the next run.",
    "books_moved_on": "Somebody else has written to this row, and the books have changed since this run read them. The next run looks at both again.",
    "kept": "Changed here: {held} is kept until the books change again.",
    "decided_kept": "Kept as it is here, as was decided, until either side changes.",
    "ignored": "Ignored, as was decided, until either side changes.",
    "switched_off": "Its own switch is off. It is brought up to date once that is on again.",
    "undone": "Taken back by an undo. It is held until a person starts a run.",
    # unmatched
    "no_row": "No invoice '{number}' in the job database. It is looked for again by every run.",
    "no_row_similar": "No invoice '{number}' in the job database. Similar there: {similar}. Nothing is written on a resemblance.",
    "linked_by_hand": "Linked by hand to the invoice '{number}' of the books. The next sync brings it up to date.",
    "unlinked_by_hand": "Unlinked by hand from its row. Nothing is written until it is linked again.",
    "no_number": "This invoice has no number in the books yet. Give it one there.",
    # conflict
    "two_rows": "The job database has {count} rows for the number '{number}' ({keys}). Nothing is written until only one is left.",
    "two_invoices": "The books have {count} invoices with the number '{number}'. Nothing is written until only one is left.",
    "row_taken": "The row of the number '{number}' already belongs to another invoice of the books.",
    "other_customer": "The number '{number}' is there, but the customer differs: '{here}' here, '{books}' in the books.",
    "other_total": "The number '{number}' is there, but the total differs: {here} here, {books} in the books.",
    "other_currency": "The number '{number}' is there, but the currency differs: {here} here, {books} in the books.",
    "unreadable": "{problem}",
    "changed_here": "Changed here: the job database holds {held}; the books say {books}.",
    "changed_both": "Changed here, and since then in the books: the job database holds {held}; the books say {books}.",
    "deleted_at_source": "This invoice was deleted in the books. Its figures here stay until a person decides.",
    "deleted_locked": "This invoice was deleted in the books, and its Date Paid lies on or before the lock date {lock_date}. Its figures here stay until a person decides.",
    "books_contradict": "The books contradict themselves: {contradiction}",
    "lock_date": "A Date Paid on or before the lock date {lock_date} would change. It waits for a decision.",
    "changed_during_run": "The row was changed by someone else during the run. It is looked at again by the next run.",
    # refused by an undo
    "undo_changed": "Changed here since: the job database holds {held}; the run wrote {wrote}.",
    "undo_unreadable": "Changed here since: {problem} The run wrote {wrote}.",
    "undo_written_again": "Written again by the run of {when}. Undo that run first.",
    "undo_taken_back": "Taken back already by the undo of {when}.",
    "undo_gone": "The row is no longer in the job database.",
    "undo_other_job": "The key {key} now belongs to the invoice '{number}': the row was used for another job.",
    "undo_elsewhere": "This invoice of the books belongs to another row by now.",
    "undo_changed_meanwhile": "Changed by someone else while the undo was at work.",
    "undo_locked": "A Date Paid on or before the lock date {lock_date} would change. An undo leaves it as it is.",
    "undo_no_old": "What the row held before was not recorded.",
    "undo_not_reached": "Not reached: the undo ended before this row. It is still as the run left it.",
    # failed
    "row_gone": "The row disappeared from the job database during the run.",
    "refused": "The job database refused the new value: {why}",
    "not_kept": "The job database did not keep what was written: {why}",
    "unreadable_invoice": "This invoice of the books cannot be read: {why}",
    # only said by a comparison
    "not_in_books": "The books have no invoice '{number}'.",
    "credits_counted": "The job database counts {credited} of credit as paid; for the books that is no money.",
    # written, unchanged
    "recovered": "Written by a run that was interrupted; found complete and recorded now.",
    "same": "The job database already says so.",
    "written_elsewhere": "Somebody else, most likely SyncDesk on another desk, has already written these figures.",
    "first": "First figures for this row.",
    "brought_up_to_date": "Brought up to date.",
    "accepted": "Written as was decided. Before: {held}.",
    "restored": "Put back as it was before the run of {when}.",
    "brought_back": "Put back as it was before the undo of {when}.",
    "books_win": "The books win over what was changed here ({held}).",
    "reversed": "Taken back: the books no longer say it is paid.",
    # whole-run brakes
    "brake_other_company": "These are other books than last time: '{now}' instead of '{before}'.",
    "brake_silent": "The books show no invoices at all, where there were {count} last time.",
    "brake_went_back": "The books went back in time: {why}",
    "brake_falls": "{count} of {paid} paid invoices would lose money or their Date Paid; more than {limit} needs a person's word.",
    "brake_share": "{count} of {paid} paid invoices would change; more than {limit} needs a person's word.",
    # notes
    "note_empty_again": "Paid Amount is stored as nothing at all again.",
    "note_accepted_brake": "Not held back, as was decided: {brake}",
    "note_forgotten": "These books are new to this company: what was remembered of '{before}' is forgotten.",
    "note_future": "Dated in the future: {day}.",
    "note_pending": "{amount} is still pending and does not count yet.",
    "note_negative": "More was refunded than paid.",
    "note_paid_on_differs": "By its movements it was paid on {rule}; the books state {books}.",
    "note_void_movements": "Payments are still attached to this cancelled invoice; they do not count.",
    "note_total_differs": "The total differs: {here} here, {books} in the books.",
    "note_number_differs": "The number in the books is now '{books}'; the row is still linked.",
    "note_day_differs": "The invoice's own date differs: {here} here, {books} in the books. The date in the books decides in which period it stands.",
    "note_clock": "This computer's clock is behind the last run ({before}). Check the date and time.",
    "note_first_run": "First run: every invoice of the books is looked at, whatever the start date.",
    "note_no_stamps": "These books keep no record of when a payment was changed. A change counts from the moment SyncDesk first saw it.",
    "note_elsewhere": "{count} of these rows had already been written by somebody else, most likely by SyncDesk on another desk.",
    "note_source": "{text}",
}

PUT_BACK = frozenset({"restored", "brought_back"})
"""Reasons of rows that an undo wrote: they hold what they held before, not what the books say."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason by code, with the values its sentence needs. `str()` gives the English sentence."""

    code: str
    values: dict[str, str] = field(default_factory=dict, hash=False)

    @property
    def template(self) -> str:
        """The sentence with named places, as translators see it."""
        return TEXTS[self.code]

    def __str__(self) -> str:
        return self.template.format(**self.values)


def reason(code: str, **values: object) -> Reason:
    """A reason with its values as text; the code must stand in the table."""
    if code not in TEXTS:
        raise KeyError(code)
    return Reason(code, {name: str(value) for name, value in values.items()})
