"""'Explain this number' in words (UX-23): movements, the lines from total to outstanding, why this Date Paid.

Pure but for translation; shown by detail_pane.
"""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from syncdesk.app.views import Explanation
from syncdesk.model.ledger import Movement, MovementKind
from syncdesk.model.money import ZERO, minor_unit, to_minor_unit
from syncdesk.model.settlement import PaymentState
from syncdesk.ui.present import day_text, money_with_currency, reason_text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ClosingLine:
    """One line of the sum. `amount` carries its sign; lines add up to the last one, which `is_result`."""

    text: str
    amount: Decimal
    is_result: bool = False


def kind_text(kind: MovementKind) -> str:
    """What a movement is, in words."""
    return {
        MovementKind.PAYMENT: translate("movements", "Payment"),
        MovementKind.REFUND: translate("movements", "Refund"),
        MovementKind.PREPAYMENT: translate("movements", "Prepayment"),
        MovementKind.CHANGE: translate("movements", "Change given"),
        MovementKind.CREDIT: translate("movements", "Credit note"),
        MovementKind.DISCOUNT: translate("movements", "Discount"),
        MovementKind.WRITE_OFF: translate("movements", "Write-off"),
    }[kind]


def counts_text(movement: Movement, counts: bool) -> str:
    """Whether a movement counts towards Paid Amount, and if not, why."""
    if counts:
        return translate("movements", "Yes")
    if not movement.settled:
        return translate("movements", "Not yet: pending")
    if not movement.kind.is_money:
        return translate("movements", "No: not money")
    return translate("movements", "No")


def closing_lines(explained: Explanation) -> tuple[ClosingLine, ...]:
    """The lines from the total to what is outstanding. They add up exactly, whatever is set."""
    settled = explained.settlement
    lines = [ClosingLine(translate("explain", "Total of the invoice"), settled.total)]
    if settled.state in (PaymentState.VOID, PaymentState.DRAFT):
        lines.append(ClosingLine(_nothing_due(settled.state), settled.outstanding - settled.total))
    else:
        lines += _settling_lines(explained)
    lines.append(ClosingLine(translate("explain", "Outstanding"), settled.outstanding, is_result=True))
    return tuple(lines)


def _settling_lines(explained: Explanation) -> list[ClosingLine]:
    settled, currency = explained.settlement, explained.currency
    lines = [ClosingLine(translate("explain", "less Paid Amount"), -settled.paid_amount)]
    if settled.credited:
        lines.append(ClosingLine(translate("explain", "less credited (no money)"), -settled.credited))
    left = settled.total - settled.paid_amount - settled.credited
    if settled.surplus:
        lines.append(ClosingLine(translate("explain", "paid too much"), settled.surplus))
        left += settled.surplus
    beside = settled.outstanding - left
    if abs(beside) > minor_unit(currency):  # more than rounding: credits do not close invoices here
        not_money = sum((m.amount for m in explained.movements if m.settled and not m.kind.is_money), ZERO)
        not_closing = to_minor_unit(not_money, currency)
        lines.append(ClosingLine(translate("explain", "credits do not close invoices here"), not_closing))
        beside -= not_closing
    if beside:
        lines.append(ClosingLine(translate("explain", "rounding, counts as paid"), beside))
    return lines


def _nothing_due(state: PaymentState) -> str:
    if state is PaymentState.VOID:
        return translate("explain", "cancelled: nothing is due")
    return translate("explain", "a draft: nothing is due yet")


def date_reason(explained: Explanation) -> str:
    """Why Date Paid is the day it is, or why it is empty (D2)."""
    settled = explained.settlement
    day = settled.date_paid
    if day is None:
        return _no_date(explained)
    words = day_text(day)
    if any(note.code == "note_paid_on_differs" for note in settled.notes):
        sentence = translate("explain", "Date Paid is {day}, the day the books themselves state.")
    elif explained.invoice_date == day and all(m.date < day for m in explained.movements if m.settled):
        sentence = translate(
            "explain",
            "Date Paid is {day}, the invoice's own date: it was paid before, but no earlier day counts.",
        )
    else:
        sentence = translate(
            "explain", "Date Paid is {day}: on that day the total was covered, and it has been ever since."
        )
    sentence = sentence.format(day=words)
    if any(end.date_paid is not None and end.date_paid < day for end in settled.earlier):
        again = translate("explain", "It had been covered before, but was opened again by a later movement.")
        sentence = f"{sentence} {again}"
    return sentence


def _no_date(explained: Explanation) -> str:
    settled = explained.settlement
    match settled.state:
        case PaymentState.VOID:
            return translate("explain", "Date Paid is empty: the invoice is cancelled.")
        case PaymentState.DRAFT:
            return translate("explain", "Date Paid is empty: the invoice is still a draft.")
        case PaymentState.NOTHING_TO_PAY:
            return translate("explain", "Date Paid is empty: there was nothing to pay.")
    owed = money_with_currency(settled.outstanding, explained.currency)
    sentence = translate("explain", "Date Paid is empty: {amount} is still outstanding.").format(amount=owed)
    if any(end.date_paid is not None for end in settled.earlier):
        again = translate("explain", "It had been covered before, but was opened again by a later movement.")
        sentence = f"{sentence} {again}"
    return sentence


def note_lines(explained: Explanation) -> tuple[str, ...]:
    """Contradictions first, then the notes, each as a sentence."""
    settled = explained.settlement
    lines = [reason_text(note) for note in settled.notes]
    if settled.contradiction:
        contradicts = translate("explain", "The books contradict themselves: {what}")
        lines.insert(0, contradicts.format(what=settled.contradiction))
    return tuple(lines)
