"""A conditional write made ready: which target columns change, what is bound for each, and whether the row
reads back as it was meant. Called by jobdb/writing.py."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from syncdesk.jobdb.amount_formats import AmountColumn, TooNarrowError, shown
from syncdesk.jobdb.date_formats import DateColumn
from syncdesk.jobdb.rows import MappedTable
from syncdesk.model.job import Figures, JobWrite, RawValue, WriteOutcome, WriteResult
from syncdesk.model.money import money_text

Value = Decimal | date | None


@dataclass(frozen=True, slots=True)
class Kind:
    """What makes one statement differ from another: which columns change, whether values are put back as
    they were stored, and where values arrived as bytes."""

    changed: tuple[int, ...]
    old_bytes: bool
    restores: bool
    odd_text: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """One write made ready: which target columns change, and what is bound for it."""

    write: JobWrite
    changed: tuple[int, ...]
    bound: Mapping[str, RawValue]

    @property
    def kind(self) -> Kind:
        """Which statement carries it out."""
        write = self.write
        return Kind(
            self.changed,
            old_bytes=any(isinstance(raw, bytes) for raw in write.raw),
            restores=write.restore is not None,
            odd_text=tuple(n for n in self.changed if _is_odd_text(self.bound[f"syncdesk_new_{n}"])),
        )

    @property
    def place(self) -> tuple[tuple[bool, int | str], ...]:
        """Where it stands among others: everybody who locks rows in one order blocks nobody who does too."""
        return tuple((isinstance(part, str), part) for part in self.write.key)

    def holds(self, raw: tuple[RawValue, ...]) -> bool:
        """True if these stored values are the expected old ones."""
        return all(same_raw(old, found) for old, found in zip(self.write.raw, raw, strict=True))


class Clerk:
    """Makes writes on one mapped table ready, and judges what was stored."""

    def __init__(self, mapped: MappedTable) -> None:
        self._mapped = mapped
        self._targets = mapped.targets

    def ready(self, write: JobWrite) -> Order | WriteResult:
        """The order for a write, or the result of one that cannot be tried."""
        restored = write.restore if write.restore is not None else write.raw
        if {len(write.raw), len(restored)} != {len(self._targets)} or len(write.key) != len(self._mapped.key):
            return WriteResult(WriteOutcome.CHANGED)  # the mapping is not the one the row was read with
        bound: dict[str, RawValue] = {f"syncdesk_key_{n}": part for n, part in enumerate(write.key)}
        if write.restore is not None:
            return _putting_back(write, write.restore, bound)
        changed = []
        try:
            for n, value in enumerate(self._values(write.figures)):
                column, old = self._targets[n], write.raw[n]
                bound[f"syncdesk_old_{n}"] = old
                if not _left_alone(column, value) and not _keeps(column, old, value, write.currency):
                    bound[f"syncdesk_new_{n}"] = _bound(column, value, write.currency)
                    changed.append(n)
        except TooNarrowError as error:
            return WriteResult(WriteOutcome.REFUSED, str(error))
        return Order(write, tuple(changed), bound)

    def difference(self, order: Order, stored: tuple[RawValue, ...]) -> str:
        """How the stored values differ from what was to be written, '' if they do not."""
        write = order.write
        if write.restore is not None:
            return self._not_put_back(write.restore, stored)
        for n, value in enumerate(self._values(write.figures)):
            column = self._targets[n]
            if _left_alone(column, value):
                if not same_raw(stored[n], write.raw[n]):
                    return f"'{column.name}' changed with it; a trigger of the database may be at work."
            elif not _says(column, stored[n], value, write.currency):
                wanted = _plain(value, write.currency)
                return f"'{column.name}' was written as {wanted} but then read {_read(stored[n])}."
        return ""

    def _values(self, figures: Figures) -> tuple[Value, ...]:
        """The figures in the order of the target columns."""
        extra = ((self._mapped.credited, figures.credited), (self._mapped.outstanding, figures.outstanding))
        return (
            figures.paid_amount,
            figures.date_paid,
            *(value for column, value in extra if column is not None),
        )

    def _not_put_back(self, restore: tuple[RawValue, ...], stored: tuple[RawValue, ...]) -> str:
        for column, wanted, found in zip(self._targets, restore, stored, strict=True):
            if not same_raw(wanted, found):
                return f"'{column.name}' was put back as {_read(wanted)} but then read {_read(found)}."
        return ""


def same_raw(one: RawValue, other: RawValue) -> bool:
    """Equal as stored values, with no meaning given to them: 0 is not '', and a NaN is a NaN."""
    return one == other or repr(one) == repr(other)


def _putting_back(write: JobWrite, restore: tuple[RawValue, ...], bound: dict[str, RawValue]) -> Order:
    """Stored values go back as they were, whatever they mean: NULL, '' and zero dates too (F-35)."""
    changed = []
    for n, (old, new) in enumerate(zip(write.raw, restore, strict=True)):
        bound[f"syncdesk_old_{n}"] = old
        if repr(old) != repr(new):  # 1 and 1.0 are equal, but not the same where a column has no type
            bound[f"syncdesk_new_{n}"] = new
            changed.append(n)
    return Order(write, tuple(changed), bound)


def _is_odd_text(raw: RawValue) -> bool:
    """True for bytes that are no UTF-8: they were text (see database.py). Other bytes would have arrived as
    text, if they were any."""
    if not isinstance(raw, bytes):
        return False
    try:
        raw.decode()
    except UnicodeDecodeError:
        return True
    return False


def _left_alone(column: AmountColumn | DateColumn, value: Value) -> bool:
    """Figures may say nothing of an amount; then its column stays as it is."""
    return value is None and isinstance(column, AmountColumn)


def _says(column: AmountColumn | DateColumn, raw: RawValue, value: Value, currency: str) -> bool:
    if isinstance(column, AmountColumn):
        return isinstance(value, Decimal) and column.same(raw, value, currency)
    return not isinstance(value, Decimal) and column.same(raw, value)


def _keeps(column: AmountColumn | DateColumn, raw: RawValue, value: Value, currency: str) -> bool:
    """The stored value already says this and stays as it is. Where a row is written, an empty amount
    becomes a plain zero."""
    says = _says(column, raw, value, currency)
    return says and not (isinstance(column, AmountColumn) and column.read(raw, currency) is None)


def _bound(column: AmountColumn | DateColumn, value: Value, currency: str) -> RawValue:
    if isinstance(column, AmountColumn):
        assert isinstance(value, Decimal)
        return column.write(value, currency)
    assert not isinstance(value, Decimal)
    return column.write(value)


def _plain(value: Value, currency: str) -> str:
    if isinstance(value, Decimal):
        return money_text(value, currency)
    return "empty" if value is None else value.isoformat()


def _read(raw: RawValue) -> str:
    return "empty" if raw is None else shown(raw)
