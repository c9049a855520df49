"""A mapped table: its columns with their formats, and how a stored row becomes a JobRow. Made by
jobdb/mapping.py, used by jobdb/store.py and jobdb/writing.py."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from syncdesk.jobdb.amount_formats import AmountColumn, UnreadableError
from syncdesk.jobdb.date_formats import DateColumn
from syncdesk.jobdb.dialects import Dialect
from syncdesk.jobdb.schema import TableShape
from syncdesk.model.job import Figures, JobRow, RawValue, RowKey
from syncdesk.model.money import ZERO


@dataclass(frozen=True, slots=True)
class MappedTable:
    """The table of a mapping, proved against the real schema. Column names are as the database spells
    them, '' = not mapped."""

    shape: TableShape
    dialect: Dialect
    key: tuple[str, ...]
    number: str
    paid_amount: AmountColumn
    date_paid: DateColumn
    credited: AmountColumn | None
    outstanding: AmountColumn | None
    total: AmountColumn | None
    currency: str
    currency_default: str
    customer: str
    invoice_date: DateColumn | None
    where: str

    @property
    def targets(self) -> tuple[AmountColumn | DateColumn, ...]:
        """The columns that are written, in the order of JobRow.raw."""
        extra = (column for column in (self.credited, self.outstanding) if column is not None)
        return (self.paid_amount, self.date_paid, *extra)

    @property
    def clause(self) -> sa.TableClause:
        """The table for statements. Its columns have no types: values travel exactly as the driver
        delivers them."""
        columns: list[sa.ColumnClause[Any]] = [
            sa.column(sa.quoted_name(name, True)) for name in self.shape.column_names
        ]
        schema = None if self.shape.schema is None else sa.quoted_name(self.shape.schema, True)
        return sa.table(sa.quoted_name(self.shape.name, True), *columns, schema=schema)

    @property
    def number_is_padded(self) -> bool:
        """True for CHAR columns, whose trailing spaces mean nothing."""
        column = self.shape.find(self.number)
        return column is not None and isinstance(column.type, sa.CHAR)

    def restriction(self) -> list[sa.ColumnElement[bool]]:
        """The mapping's own restriction of rows, if it has one."""
        if not self.where.strip():
            return []
        # The line ends before the bracket closes, so that a comment in the expression cannot swallow it.
        return [sa.literal_column(f"({self.where}\n)", sa.Boolean())]


class RowReader:
    """Turns stored rows of a mapped table into JobRows. `names` are the columns it needs, in order."""

    def __init__(self, mapped: MappedTable) -> None:
        self._mapped = mapped
        targets = tuple(column.name for column in mapped.targets)
        total = mapped.total.name if mapped.total else ""
        invoice_date = mapped.invoice_date.name if mapped.invoice_date else ""
        optional = tuple(name for name in (total, mapped.currency, mapped.customer, invoice_date) if name)
        self.names: tuple[str, ...] = (*mapped.key, mapped.number, *targets, *optional)
        self.number_at = len(mapped.key)
        self._targets = slice(self.number_at + 1, self.number_at + 1 + len(targets))
        self._at = {name: self._targets.stop + place for place, name in enumerate(optional)}
        self._total_at = self._at.get(total)
        self._currency_at = self._at.get(mapped.currency)
        self._customer_at = self._at.get(mapped.customer)
        self._invoice_date_at = self._at.get(invoice_date)

    def number(self, raw: RawValue) -> str:
        """The job number as text, '' for NULL; without the trailing spaces of a CHAR column."""
        text = number_text(raw)
        return text.rstrip(" ") if self._mapped.number_is_padded else text

    def row(self, values: Sequence[Any]) -> JobRow:
        """The JobRow of one stored row. Never raises: what cannot be read is named in `problem`."""
        mapped, problems = self._mapped, _Problems()
        key = self.key(values, problems)
        raw = tuple(values[self._targets])
        currency = self._currency(values)
        paid_amount = problems.amount(mapped.paid_amount, raw[0], currency)
        credited = outstanding = None
        if mapped.credited is not None:
            credited = problems.amount(mapped.credited, raw[2], currency) or ZERO
        if mapped.outstanding is not None:
            outstanding = problems.amount(mapped.outstanding, raw[-1], currency) or ZERO
        figures = Figures(paid_amount or ZERO, problems.day(mapped.date_paid, raw[1]), credited, outstanding)
        total = customer = invoice_date = None
        if mapped.total is not None and self._total_at is not None:
            total = problems.amount(mapped.total, values[self._total_at], currency)
        if self._customer_at is not None:
            customer = values[self._customer_at]
        if mapped.invoice_date is not None and self._invoice_date_at is not None:
            invoice_date = _Problems().day(mapped.invoice_date, values[self._invoice_date_at])
        return JobRow(
            key=key,
            number=self.number(values[self.number_at]),
            figures=figures,
            raw=raw,
            currency=currency,
            total=total,
            customer=number_text(customer).strip(),
            invoice_date=invoice_date,
            problem=" ".join(problems),
        )

    def key(self, values: Sequence[Any], problems: list[str] | None = None) -> RowKey:
        """The key of one stored row; a key that cannot be addressed is added to `problems`."""
        key = tuple(values[: self.number_at])
        if all(type(part) is int or type(part) is str for part in key):
            return key
        return tuple(
            self._key_part(name, part, problems) for name, part in zip(self._mapped.key, key, strict=True)
        )

    def _key_part(self, name: str, raw: RawValue, problems: list[str] | None) -> int | str:
        whole = isinstance(raw, int | float | Decimal) and raw == raw // 1
        if problems is not None and isinstance(raw, bytes | float) and not whole:
            problems.append(f"{name} holds a key that cannot be addressed.")
        return int(raw) if whole and isinstance(raw, int | float | Decimal) else number_text(raw)

    def _currency(self, values: Sequence[Any]) -> str:
        if self._currency_at is None:
            return self._mapped.currency_default
        return number_text(values[self._currency_at]).strip().upper() or self._mapped.currency_default


def number_text(raw: RawValue) -> str:
    """A stored number or name as text, '' for NULL. Whole numbers have no point; bytes that are no text
    show as �."""
    if isinstance(raw, str):
        return raw
    if raw is None:
        return ""
    if isinstance(raw, bytes):
        return raw.decode("utf-8", "replace")
    if isinstance(raw, float | Decimal) and raw == raw // 1:
        return str(int(raw))
    return str(raw)


class _Problems(list[str]):
    """Reads values and collects what cannot be read."""

    def amount(self, column: AmountColumn, raw: RawValue, currency: str) -> Decimal | None:
        try:
            return column.read(raw, currency)
        except UnreadableError as error:
            self.append(str(error))
            return None

    def day(self, column: DateColumn, raw: RawValue) -> date | None:
        try:
            return column.read(raw)
        except UnreadableError as error:
            self.append(str(error))
            return None


def having_keys(columns: Sequence[sa.ColumnClause[Any]], keys: Sequence[RowKey]) -> sa.ColumnElement[bool]:
    """The condition that a row has one of these keys."""
    if len(columns) == 1:
        return columns[0].in_([key[0] for key in keys])
    return sa.or_(
        sa.false(), *(sa.and_(*(c == part for c, part in zip(columns, key, strict=True))) for key in keys)
    )


def after_key(columns: Sequence[sa.ColumnClause[Any]], key: RowKey) -> sa.ColumnElement[bool]:
    """The condition that a row comes after this key in the order of the key."""
    later = []
    for n, column in enumerate(columns):
        earlier = [c == part for c, part in zip(columns[:n], key[:n], strict=True)]
        later.append(sa.and_(*earlier, column > key[n]))
    return sa.or_(*later)
