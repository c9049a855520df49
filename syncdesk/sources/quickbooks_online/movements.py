"""From a payment's lines to the shares of its invoices: what each got in money and what in credit. Pure and
exact; the rule is that of Intuit's records as described beside each step.
"""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal
from typing import NamedTuple

from syncdesk.model.ledger import MovementKind
from syncdesk.model.money import ZERO, minor_unit
from syncdesk.sources.quickbooks_online.records import PaymentLine, PaymentRecord

_MOST_SUMS = 4096
_MOST_DIGITS = 15  # before the point


class UnclearPaymentError(Exception):
    """A payment whose lines make no sense; the text says why in plain words, without naming the payment."""


class Share(NamedTuple):
    """What one invoice got of one payment, of one kind. `mixed` tells that the books do not say which of
    several charges got the money and which the credit, so that it was worked out in proportion."""

    invoice: str
    kind: MovementKind
    amount: Decimal
    mixed: bool = False


class _Line(NamedTuple):
    amount: Decimal
    kind: str
    target: str


def shares(payment: PaymentRecord, currency: str) -> list[Share]:
    """The shares of a payment, one for each invoice and kind, none of them zero.

    Of every payment the service keeps: charges − credits = TotalAmt − UnappliedAmt. With it a line to a
    journal entry can be told to be charge or credit. Money and credit are divided over the charges in
    proportion, money in whole minor units by largest remainder. Raises UnclearPaymentError."""
    lines = _lines(payment.line or ())
    applied = _amount(payment.total_amt, "amount")
    if payment.unapplied_amt:
        applied -= _amount(payment.unapplied_amt, "unapplied part")
    if len(lines) == 1 and lines[0].kind == "Invoice" and lines[0].amount == applied:  # by far the most
        return [Share(lines[0].target, MovementKind.PAYMENT, applied)]
    gross = sum((line.amount for line in lines), ZERO)
    if gross == applied and all(line.kind == "Invoice" for line in lines):
        return _merged([Share(line.target, MovementKind.PAYMENT, line.amount) for line in lines])
    charged, credited = (gross + applied) / 2, (gross - applied) / 2
    charges = _charges(lines, charged)
    memos = sum((line.amount for line in lines if line.kind == "CreditMemo"), ZERO)
    return _merged(
        _divided(charges, charged - credited, _write_off(lines, charges, credited - memos), currency)
    )


def _lines(lines: Sequence[PaymentLine]) -> list[_Line]:
    found = []
    for line in lines:
        links, amount = line.linked_txn or (), _amount(line.amount, "amount of a line")
        if amount < ZERO:
            raise UnclearPaymentError("one of its lines is negative")
        if not links or not amount:
            continue  # not applied to anything
        if len(links) > 1:
            raise UnclearPaymentError("one of its lines is applied to several documents at once")
        found.append(_Line(amount, links[0].txn_type, links[0].txn_id))
    return found


def _amount(value: Decimal | None, what: str) -> Decimal:
    if value is None:
        raise UnclearPaymentError(f"its {what} is missing")
    if not is_money(value):
        raise UnclearPaymentError(f"its {what} is {value}")
    return value


def is_money(value: Decimal) -> bool:
    """Whether this can be an amount: a finite number of a size that money has."""
    return value.is_finite() and value.adjusted() < _MOST_DIGITS


def _charges(lines: list[_Line], charged: Decimal) -> list[_Line]:
    """The lines that are charges, in the payment's order. An invoice is one, a credit memo is none; of the
    others those that make the sum right, which are all or none but for the rarest payments."""
    open_ones = [line for line in lines if line.kind not in ("Invoice", "CreditMemo")]
    missing = charged - sum((line.amount for line in lines if line.kind == "Invoice"), ZERO)
    sums: dict[Decimal, tuple[int, ...]] = {ZERO: ()}
    for index, line in enumerate(open_ones):
        more = {amount + line.amount: (*chosen, index) for amount, chosen in sums.items()}
        sums = more | sums
        if len(sums) > _MOST_SUMS:
            break
    if missing not in sums:
        raise UnclearPaymentError("its lines do not add up to its amount")
    chosen = {id(open_ones[index]) for index in sums[missing]}
    return [line for line in lines if line.kind == "Invoice" or id(line) in chosen]


def _write_off(lines: list[_Line], charges: list[_Line], credit: Decimal) -> Decimal:
    """How much of the credit that is no credit memo comes from journal entries (write-offs, transfers)."""
    charging = {id(line) for line in charges}
    crediting = [line for line in lines if line.kind != "CreditMemo" and id(line) not in charging]
    journal = sum((line.amount for line in crediting if line.kind == "JournalEntry"), ZERO)
    return min(journal, credit)


def _divided(charges: list[_Line], money: Decimal, write_off: Decimal, currency: str) -> list[Share]:
    """The shares of the invoices among the charges. The books do not say which charge got which: each takes
    money and credit in the same proportion."""
    amounts = [charge.amount for charge in charges]
    in_money = apportioned(money, amounts, currency)
    in_credit = [amount - part for amount, part in zip(amounts, in_money, strict=True)]
    written_off = apportioned(write_off, in_credit, currency)
    mixed = len(charges) > 1 and bool(money) and any(in_credit)
    found = []
    for charge, paid, credit, off in zip(charges, in_money, in_credit, written_off, strict=True):
        if charge.kind == "Invoice":
            parts = (
                (MovementKind.PAYMENT, paid),
                (MovementKind.CREDIT, credit - off),
                (MovementKind.WRITE_OFF, off),
            )
            found += [Share(charge.target, kind, part, mixed) for kind, part in parts]
    return found


def apportioned(whole: Decimal, weights: Sequence[Decimal], currency: str) -> list[Decimal]:
    """`whole` divided in proportion to the weights, in whole minor units of the currency; what rounding down
    leaves goes unit by unit to the largest remainders, the earlier among equals."""
    total = sum(weights, ZERO)
    if not whole or not total:
        return [ZERO for _ in weights]
    if whole == total:
        return list(weights)
    unit = minor_unit(currency)
    exact = [whole * weight / total for weight in weights]
    parts = [amount.quantize(unit, rounding=ROUND_FLOOR) for amount in exact]
    left = whole - sum(parts, ZERO)
    for index in sorted(range(len(exact)), key=lambda place: (parts[place] - exact[place], place)):
        if left < unit:
            break
        parts[index] += unit
        left -= unit
    return parts


def _merged(found: list[Share]) -> list[Share]:
    """One share for each invoice and kind, without those of nothing."""
    if len(found) == 1 and found[0].amount:
        return found
    merged: dict[tuple[str, MovementKind], Share] = {}
    for share in found:
        if share.amount:
            key = share.invoice, share.kind
            before = merged.get(key)
            merged[key] = share if before is None else share._replace(amount=before.amount + share.amount)
    return list(merged.values())
