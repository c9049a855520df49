"""An invoice's story in words: states, events, triggers, what keeps it from syncing. Used by Invoice Search
and its detail pane."""

from PySide6.QtCore import QCoreApplication

from syncdesk.app.story_views import Blocker, InvoiceStory, Obstacle, SyncEvent, Trigger
from syncdesk.model.by_hand import Act
from syncdesk.model.sync_state import EventKind, SyncState
from syncdesk.ui.present import Mark, moment_text, money_with_currency, reason_text
from syncdesk.ui.theme import Tone

translate = QCoreApplication.translate


def sync_mark(state: SyncState) -> Mark:
    """How an invoice stands, as icon, word and colour (BBK-24, BBK-27, SMQ-05)."""
    match state:
        case SyncState.SYNCED:
            return Mark("outcome-written", translate("story", "Synced"), Tone.GOOD)
        case SyncState.SYNCING:
            return Mark("refresh", translate("story", "Syncing…"), Tone.INFORMATION)
        case SyncState.PENDING:
            return Mark("state-waiting", translate("story", "Pending"), Tone.INFORMATION)
        case SyncState.FAILED:
            return Mark("outcome-failed", translate("story", "Failed"), Tone.BAD)
        case SyncState.NOT_YET_SENT:
            return Mark("state-unknown", translate("story", "Not yet sent"), Tone.QUIET)
        case SyncState.PAUSED:
            return Mark("stop", translate("story", "Paused"), Tone.QUIET)
        case SyncState.NOTHING_TO_PAY:
            return Mark("state-nothing-to-pay", translate("story", "Nothing to pay"), Tone.QUIET)


def event_mark(event: SyncEvent) -> Mark:
    """What an event is (BBK-36)."""
    match event.kind:
        case EventKind.SYNCED | EventKind.SYNCING | EventKind.PENDING | EventKind.FAILED:
            return sync_mark(SyncState(event.kind.value))
        case EventKind.SUPERSEDED:
            return Mark("outcome-skipped", translate("story", "Superseded"), Tone.QUIET)
        case EventKind.LEFT:
            return Mark("outcome-skipped", translate("story", "Left as it is"), Tone.QUIET)
        case EventKind.BY_HAND:
            return Mark("edit", translate("story", "By hand"), Tone.INFORMATION)


def trigger_text(trigger: Trigger) -> str:
    """What set an event off (BBK-38)."""
    return {
        Trigger.PERSON: translate("story", "A run"),
        Trigger.INVOICE: translate("story", "Sync of this invoice"),
        Trigger.RETRY: translate("story", "Retry"),
        Trigger.DECISION: translate("story", "An answer"),
        Trigger.SCHEDULE: translate("story", "An automatic run"),
        Trigger.UNDO: translate("story", "An undo"),
        Trigger.HAND: translate("story", "A person"),
    }[trigger]


def event_text(event: SyncEvent) -> str:
    """What happened, in one sentence."""
    if event.act is not None:
        number = event.act.detail
        return {
            Act.SWITCHED_OFF: translate("story", "Its switch was turned off."),
            Act.SWITCHED_ON: translate("story", "Its switch was turned on."),
            Act.LINKED: translate("story", "Linked to the invoice {number} of the books.").format(
                number=number
            ),
            Act.UNLINKED: translate("story", "Unlinked from the invoice {number} of the books.").format(
                number=number
            ),
        }[event.act.act]
    if event.reason is not None:
        return reason_text(event.reason)
    if event.message:
        return event.message
    match event.kind:
        case EventKind.SUPERSEDED:
            return translate("story", "It was asked for once more, so this was never carried out.")
        case EventKind.PENDING:
            return translate("story", "It follows the run that is under way, or the next one.")
        case _:
            return ""


def event_details(event: SyncEvent) -> str:
    """The sentence, who set it off, and what the books said (BBK-38, BBK-39)."""
    parts = [event_text(event)]
    if event.user:
        by = translate("story", "{trigger}, {user} on {computer}, {when}.")
        who = {"trigger": trigger_text(event.trigger), "user": event.user, "computer": event.computer}
        parts.append(by.format(**who, when=moment_text(event.at)))
    if event.new is not None and event.currency and event.payments:
        said = translate("story", "The books named {count} payments or credits: {amount} paid.")
        amount = money_with_currency(event.new.paid_amount, event.currency)
        parts.append(said.format(count=event.payments, amount=amount))
    return " ".join(part for part in parts if part)


def blocker_text(blocker: Blocker) -> str:
    """Why the invoice is not syncing by itself, one obstacle a sentence (BBK-43 to BBK-45)."""
    text = {
        Obstacle.INVOICE_OFF: translate("story", "The switch of this invoice is off, so runs leave it out."),
        Obstacle.CONNECTION_OFF: translate("story", "Automatic runs of this company are off in Settings."),
        Obstacle.NOT_IN_BOOKS: translate(
            "story", "No invoice of the books belongs to this row. If you know which one does, link it."
        ),
        Obstacle.NO_RUN_YET: translate("story", "No run has looked at the books yet."),
        Obstacle.UNREADABLE: translate("story", "Something in this row cannot be read."),
        Obstacle.FAILED: translate("story", "The last try did not succeed."),
        Obstacle.TO_DECIDE: translate("story", "It waits for your answer."),
        Obstacle.ANSWERED: translate("story", "It is left as it is, as was decided."),
        Obstacle.UNDONE: translate(
            "story", "An undo took it back. The next run that a person starts takes it up."
        ),
    }[blocker.obstacle]
    if blocker.reason is not None:
        text = f"{text} {reason_text(blocker.reason)}"
    if blocker.next_try is not None:
        again = translate("story", "Automatic runs try it again from {when}.")
        text = f"{text} {again.format(when=moment_text(blocker.next_try))}"
    return text


def since_line(story: InvoiceStory) -> str:
    """Since when it stands so (SMQ-06)."""
    if story.since is None:
        return ""
    if story.state in (SyncState.SYNCED, SyncState.NOTHING_TO_PAY):
        return translate("story", "Last synced {when}").format(when=moment_text(story.since))
    return translate("story", "Since {when}").format(when=moment_text(story.since))
