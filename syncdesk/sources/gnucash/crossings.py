"""Which credit note settled which invoice, where one GnuCash transaction links several documents. Used by
reading.py.

The program keeps one link transaction for a credit note and lets it grow: the pairs are not stored, only
each document's part. Parts are paired oldest document first, which is exact whenever one side is a single
document."""

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from syncdesk.model.money import ZERO


@dataclass(frozen=True, slots=True)
class Part:
    """One receivable split of a transaction: its quantity, and the document whose lot it stands in ('' =
    none)."""

    quantity: Decimal
    document: str = ""
    posted_quantity: Decimal = ZERO
    posted_on: date | None = None


@dataclass(frozen=True, slots=True)
class Offset:
    """The quantity of one document's part that a counterpart of opposite kind settled. `on` is the later of
    the two documents' own dates (D2)."""

    quantity: Decimal
    counterpart: str
    on: date


def offsets(parts: Iterable[Part]) -> dict[str, list[Offset]]:
    """For each document of one transaction, what was settled by documents of opposite kind; the rest of its
    part is whatever else the transaction moved."""
    merged = _merged(parts)
    found: dict[str, list[Offset]] = defaultdict(list)
    giving = deque((part, part.quantity) for part in merged if part.quantity > ZERO)
    taking = deque((part, -part.quantity) for part in merged if part.quantity < ZERO)
    while giving and taking:
        (giver, left), (taker, wanted) = giving.popleft(), taking.popleft()
        amount = min(left, wanted)
        on = _later(giver, taker)
        if on is not None:
            found[giver.document].append(Offset(amount, taker.document, on))
            found[taker.document].append(Offset(-amount, giver.document, on))
        if left > amount:
            giving.appendleft((giver, left - amount))
        if wanted > amount:
            taking.appendleft((taker, wanted - amount))
    return found


def _merged(parts: Iterable[Part]) -> list[Part]:
    """One part for each document, oldest first; money without a document last."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    kept: dict[str, Part] = {}
    for part in parts:
        sums[part.document] += part.quantity
        kept[part.document] = part
    merged = [Part(sums[d], d, p.posted_quantity, p.posted_on) for d, p in kept.items()]
    return sorted(merged, key=lambda part: (part.posted_on or date.max, part.document))


def _later(one: Part, other: Part) -> date | None:
    """The day of an offset; None where the two are not an invoice and a credit, so that money only moved
    between them."""
    if (
        one.posted_on is None
        or other.posted_on is None
        or one.posted_quantity * other.posted_quantity >= ZERO
    ):
        return None
    return max(one.posted_on, other.posted_on)
