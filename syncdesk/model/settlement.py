"""THE RULE: an invoice and its movements in; Paid Amount, Date Paid and state out (D1, D2, M-1 to M-10). Pure
and exact.

Called by the engine for every invoice found and by the window to explain a figure.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from syncdesk.model.ledger import Invoice, InvoiceStatus, Movement
from syncdesk.model.money import ZERO, minor_unit, money_text, to_minor_unit
from syncdesk.model.reasons import Reason, reason


class PaymentState(StrEnum):
    """The state of an invoice as the window words it."""

    WAITING = "waiting"
    PART_PAID = "part_paid"
    PAID = "paid"
    OVERPAID = "overpaid"
    NOTHING_TO_PAY = "nothing_to_pay"
    VOID = "void"
    DRAFT = "draft"


class PaidAmountCounts(StrEnum):
    """Which movements Paid Amount adds up (D1)."""

    PAYMENTS = "payments"
    EVERYTHING_THAT_SETTLES = "everything_that_settles"


@dataclass(frozen=True, slots=True)
class SettlementRules:
    """The two settings of a connection that the rule depends on (D1).

    With `credits_close` False only money can set Date Paid: credits, discounts and write-offs then neither
    close nor lower what is outstanding."""

    paid_amount_counts: PaidAmountCounts = PaidAmountCounts.PAYMENTS
    credits_close: bool = True


@dataclass(frozen=True, slots=True)
class DayEnd:
    """The two figures as they stood at the end of one day."""

    paid_amount: Decimal
    date_paid: date | None


@dataclass(frozen=True, slots=True)
class Settlement:
    """The answer for one invoice; all amounts in its currency with its minor digits (but `rounding`, which is
    exact).

    `outstanding` is never negative; `surplus` is what was paid too much. `rounding` is a remainder below one
    minor unit that counts as paid (M-8). `earlier` holds the figures that the same movements gave at earlier
    day-ends, oldest first (D9). `contradiction` says how the source's own balance or paid flag differs from
    its movements, '' when they agree (D3)."""

    state: PaymentState
    total: Decimal
    paid_amount: Decimal
    credited: Decimal
    outstanding: Decimal
    date_paid: date | None
    surplus: Decimal = ZERO
    rounding: Decimal = ZERO
    earlier: tuple[DayEnd, ...] = ()
    contradiction: str = ""
    notes: tuple[Reason, ...] = ()


DEFAULT_RULES = SettlementRules()


def settle(invoice: Invoice, rules: SettlementRules = DEFAULT_RULES, today: date | None = None) -> Settlement:
    """Settle one invoice.

    Movements are netted per day and only day-end sums count. Paid Amount is settled money less refunds. Date
    Paid is the first day of the last unbroken stretch of day-ends in which what settled covers the total to
    less than one minor unit, never before the invoice's own date; empty while anything is owed, and for
    nothing to pay, void and draft. `today` (company time) only decides which dates are noted as lying in the
    future."""
    if invoice.status is not InvoiceStatus.ISSUED:
        return _nothing_due(invoice)
    currency, unit = invoice.currency, minor_unit(invoice.currency)
    days = _day_ends(invoice, rules, unit)
    settled = sum((m.amount for m in invoice.movements if m.settled), ZERO)
    money = sum((m.amount for m in invoice.movements if m.settled and m.kind.is_money), ZERO)
    closing = settled if rules.credits_close else money
    counted = money if rules.paid_amount_counts is PaidAmountCounts.PAYMENTS else settled
    remainder = invoice.total - closing
    paid_amount = to_minor_unit(counted, currency)
    covered = remainder < unit
    state = _state(invoice.total, closing, remainder, unit, bool(days))
    date_paid = days[-1].date_paid if days else None
    contradiction = _contradiction(invoice, invoice.total - settled, unit)
    notes = _notes(invoice, money, today)
    claim = invoice.claim
    if (
        date_paid is not None
        and claim.paid_on is not None
        and not contradiction
        and claim.paid_on != date_paid
    ):
        notes += (reason("note_paid_on_differs", rule=date_paid, books=claim.paid_on),)
        date_paid = claim.paid_on
    return Settlement(
        state=state,
        total=to_minor_unit(invoice.total, currency),
        paid_amount=paid_amount,
        credited=to_minor_unit(settled, currency) - paid_amount,
        outstanding=to_minor_unit(ZERO if covered else remainder, currency),
        date_paid=date_paid,
        surplus=to_minor_unit(-remainder if -remainder >= unit else ZERO, currency),
        rounding=remainder if abs(remainder) < unit else ZERO,
        earlier=days[:-1],
        contradiction=contradiction,
        notes=notes,
    )


def _nothing_due(invoice: Invoice) -> Settlement:
    zero = to_minor_unit(ZERO, invoice.currency)
    draft = invoice.status is InvoiceStatus.DRAFT
    attached = bool(invoice.movements) and not draft
    return Settlement(
        state=PaymentState.DRAFT if draft else PaymentState.VOID,
        total=to_minor_unit(invoice.total, invoice.currency),
        paid_amount=zero,
        credited=zero,
        outstanding=zero,
        date_paid=None,
        notes=(reason("note_void_movements"),) * attached
        + tuple(reason("note_source", text=n) for n in invoice.notes),
    )


def _day_ends(invoice: Invoice, rules: SettlementRules, unit: Decimal) -> tuple[DayEnd, ...]:
    """The figures at the end of each day on which something settled, in order of days."""
    everything = rules.paid_amount_counts is PaidAmountCounts.EVERYTHING_THAT_SETTLES
    counted = closing = ZERO
    covered_since: date | None = None
    ends: list[DayEnd] = []
    for day, movements in _by_day(invoice.movements):
        for movement in movements:
            if everything or movement.kind.is_money:
                counted += movement.amount
            if rules.credits_close or movement.kind.is_money:
                closing += movement.amount
        if invoice.total - closing >= unit:
            covered_since = None
        elif covered_since is None:
            covered_since = day
        shown = covered_since
        if shown is not None and invoice.date is not None and shown < invoice.date:
            shown = invoice.date
        ends.append(DayEnd(to_minor_unit(counted, invoice.currency), shown))
    return tuple(ends)


def _by_day(movements: tuple[Movement, ...]) -> Iterable[tuple[date, list[Movement]]]:
    days: dict[date, list[Movement]] = {}
    for movement in movements:
        if movement.settled and movement.amount:
            days.setdefault(movement.date, []).append(movement)
    return sorted(days.items()) if len(days) > 1 else days.items()


def _state(total: Decimal, closing: Decimal, remainder: Decimal, unit: Decimal, moved: bool) -> PaymentState:
    if abs(total) < unit and not moved:
        return PaymentState.NOTHING_TO_PAY
    if remainder >= unit:
        return PaymentState.PART_PAID if closing >= unit else PaymentState.WAITING
    return PaymentState.OVERPAID if -remainder >= unit else PaymentState.PAID


def _contradiction(invoice: Invoice, remainder: Decimal, unit: Decimal) -> str:
    claim, currency = invoice.claim, invoice.currency
    if claim.balance is not None and abs(claim.balance - remainder) >= unit:
        stated, found = money_text(claim.balance, currency), money_text(remainder, currency)
        return f"they state a balance of {stated} {currency}, but their payments leave {found} {currency}."
    nothing_to_pay = not invoice.movements and abs(invoice.total) < unit  # books call these paid or not (M-7)
    if claim.paid is not None and claim.paid != (remainder < unit) and not nothing_to_pay:
        word = "paid" if claim.paid else "not paid"
        return f"they call it {word}, but their payments leave {money_text(remainder, currency)} {currency}."
    return ""


def _notes(invoice: Invoice, money: Decimal, today: date | None) -> tuple[Reason, ...]:
    notes = [reason("note_source", text=text) for text in invoice.notes]
    pending = sum((m.amount for m in invoice.movements if not m.settled), ZERO)
    if pending:
        notes.append(
            reason("note_pending", amount=f"{money_text(pending, invoice.currency)} {invoice.currency}")
        )
    if money < ZERO:
        notes.append(reason("note_negative"))
    if today is not None:
        latest = max((m.date for m in invoice.movements), default=None)
        if latest is not None and latest > today:
            notes.append(reason("note_future", day=latest))
    return tuple(notes)
