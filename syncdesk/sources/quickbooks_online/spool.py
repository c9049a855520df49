"""Where the payments of one reading wait for their invoices: a temporary SQLite database that lives in memory
while it is small and vanishes with the reading. However many payments there are, memory stays flat.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import islice
from typing import NamedTuple, TypeVar

from syncdesk.sources.quickbooks_online.movements import UnclearPaymentError, shares
from syncdesk.sources.quickbooks_online.records import PaymentRecord

_CACHE_KIB = 8192
_DIGITS_IN_BITS = 9  # ids are numbers that count up; the bits of a hundred million of them take 12 MB
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_TABLES = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE TABLE share (invoice TEXT, payment TEXT, kind TEXT, amount TEXT, day TEXT, currency TEXT,
                        reference TEXT, memo TEXT, unapplied TEXT, changed INTEGER, mixed INTEGER);
    CREATE TABLE touched (invoice TEXT PRIMARY KEY, changed INTEGER) WITHOUT ROWID;
"""
T = TypeVar("T")


class Paid(NamedTuple):
    """One share of a payment as the spool keeps it: as texts, `changed` in microseconds since 1970,
    `unapplied` what of the whole payment feeds nothing ('' = nothing)."""

    invoice: str
    payment: str
    kind: str
    amount: str
    day: str
    currency: str
    reference: str
    memo: str
    unapplied: str
    changed: int | None
    mixed: int


class Ids:
    """A set of ids that takes a bit for each number up to the largest, as ids are digits that count up."""

    def __init__(self) -> None:
        self._bits = bytearray()
        self._others: set[str] = set()

    def __contains__(self, id_: str) -> bool:
        if not _counts_up(id_):
            return id_ in self._others
        place, bit = divmod(int(id_), 8)
        return place < len(self._bits) and bool(self._bits[place] >> bit & 1)

    def add(self, id_: str) -> None:
        """Take in one id."""
        if not _counts_up(id_):
            self._others.add(id_)
            return
        place, bit = divmod(int(id_), 8)
        if place >= len(self._bits):
            self._bits.extend(bytes(place + 1 - len(self._bits) + len(self._bits) // 8))
        self._bits[place] |= 1 << bit


def _counts_up(id_: str) -> bool:
    """Whether the id is a plain number small enough for a bit of its own."""
    return id_.isdigit() and id_.isascii() and id_[0] != "0" and len(id_) < _DIGITS_IN_BITS


class Spool:
    """The payments that one reading has seen, and the invoices they touched.

    `known` holds the id of every payment that was read, `problems` why one of them makes no sense."""

    def __init__(self, home_currency: str) -> None:
        self._home = home_currency
        self._rows = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._rows.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        self._rows.executescript(_TABLES)
        self._indexed = False
        self.known = Ids()
        self.problems: dict[str, str] = {}

    def close(self) -> None:
        """Forget everything."""
        self._rows.close()

    def take(self, payments: Iterable[PaymentRecord]) -> None:
        """Keep the payments' shares; a payment that was there before is replaced."""
        rows: list[tuple[object, ...]] = []
        again: list[str] = []
        for payment in payments:
            if payment.id in self.known:
                again.append(payment.id)
            self.known.add(payment.id)
            rows += self._shares(payment)
        self.forget(again)
        self._rows.execute("BEGIN")
        self._rows.executemany("INSERT INTO share VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self._rows.execute("COMMIT")

    def _shares(self, payment: PaymentRecord) -> list[tuple[object, ...]]:
        self.problems.pop(payment.id, None)
        ref, day = payment.currency_ref, payment.txn_date
        currency = (ref.value if ref else None) or self._home
        trouble = payment.trouble
        if not trouble and day is None and payment.line:
            trouble = "it has no date"
        try:
            found = [] if trouble or day is None else shares(payment, currency)
        except UnclearPaymentError as unclear:
            found, trouble = [], str(unclear)
        if trouble:
            self.problems[payment.id] = trouble
        if not found or day is None:
            return []
        common = (
            day.isoformat(), currency, payment.payment_ref_num or "", payment.private_note or "",
            str(payment.unapplied_amt) if payment.unapplied_amt else "", _micros(payment.changed_at),
        )  # fmt: skip
        return [
            (share.invoice, payment.id, share.kind.value, str(share.amount), *common, share.mixed)
            for share in found
        ]

    def forget(self, payments: Collection[str]) -> None:
        """Drop the shares of these payments: they are read afresh, or no longer there."""
        for some in chunks(payments, 500):
            marks = ",".join("?" * len(some))
            self._rows.execute(f"DELETE FROM share WHERE payment IN ({marks})", some)
        for id_ in payments:
            self.problems.pop(id_, None)

    def touch(self, invoices: Iterable[tuple[str, datetime | None]]) -> None:
        """Note when payments that feed these invoices changed; the latest of several counts."""
        self._rows.executemany(
            "INSERT INTO touched VALUES (?, ?) ON CONFLICT (invoice) DO UPDATE SET changed = "
            "max(coalesce(changed, excluded.changed), coalesce(excluded.changed, changed))",
            [(id_, _micros(changed_at)) for id_, changed_at in invoices],
        )

    def touch_former(self, invoices: Iterable[str], changed_at: datetime | None) -> None:
        """Note that payments which once fed these invoices changed, at the latest then."""
        rows = [(id_, _micros(changed_at)) for id_ in invoices]
        self._rows.executemany("INSERT OR IGNORE INTO touched VALUES (?, ?)", rows)

    def targets(self, payments: Collection[str]) -> Iterator[tuple[str, datetime | None]]:
        """The invoices that these payments feed, each with the payment's change stamp."""
        for some in chunks(payments, 500):
            marks = ",".join("?" * len(some))
            query = f"SELECT DISTINCT invoice, changed FROM share WHERE payment IN ({marks})"
            for invoice, changed in self._rows.execute(query, some).fetchall():
                yield invoice, _instant(changed)

    def touched(self, invoices: Collection[str]) -> dict[str, datetime | None]:
        """Which of these invoices payments touched, and when."""
        return {
            id_: _instant(changed)
            for some in chunks(invoices, 500)
            for id_, changed in self._rows.execute(
                f"SELECT invoice, changed FROM touched WHERE invoice IN ({','.join('?' * len(some))})", some
            )
        }

    def all_touched(self, size: int) -> Iterator[list[str]]:
        """The touched invoices in groups, in a stable order."""
        last = ""
        while True:
            rows = self._rows.execute(
                "SELECT invoice FROM touched WHERE invoice > ? ORDER BY invoice LIMIT ?", (last, size)
            ).fetchall()
            if not rows:
                return
            last = rows[-1][0]
            yield [row[0] for row in rows]

    def paid(self, invoices: Collection[str]) -> dict[str, list[Paid]]:
        """The shares of these invoices, by invoice."""
        if not self._indexed:
            self._rows.execute("CREATE INDEX by_invoice ON share (invoice)")
            self._indexed = True
        found: dict[str, list[Paid]] = {}
        for some in chunks(invoices, 1000):
            marks = ",".join("?" * len(some))
            for row in self._rows.execute(f"SELECT * FROM share WHERE invoice IN ({marks})", some):
                found.setdefault(row[0], []).append(Paid._make(row))
        return found


def chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    walk = iter(items)
    while some := list(islice(walk, size)):
        yield some


def micros(when: datetime) -> int:
    """Microseconds since 1970 of an aware instant."""
    return (when - _EPOCH) // _MICROSECOND


def instant(count: int) -> datetime:
    """The instant in UTC that :func:`micros` counted."""
    return _EPOCH + timedelta(microseconds=count)


def _micros(when: datetime | None) -> int | None:
    return None if when is None else micros(when)


def _instant(count: int | None) -> datetime | None:
    return None if count is None else instant(count)


@lru_cache(maxsize=4096)  # few distinct days stand for very many payments
def day_of(text: str) -> date:
    """The day that the spool keeps as text."""
    return date.fromisoformat(text)
