"""A mapped table: its columns with their formats, and how a stored row becomes a JobRow. Made by
jobdb/mapping.py, used by jobdb/store.py and jobdb/writing.py."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

import sqlalchemy as sa

from syncdesk.jobdb.amount_formats import AmountColumn, UnreadableError, shown
from syncdesk.jobdb.date_formats import DateColumn
from syncdesk.jobdb.dialects import Dialect
from syncdesk.jobdb.schema import TableShape
from syncdesk.jobdb.storage import Storage, storage_of
from syncdesk.model.job import Figures, JobRow, RawValue, RowKey
from syncdesk.model.money import ZERO


@dataclass(frozen=True)
class MappedTable:
    """The table of a mapping, proved against the real schema. Column names are as the database spells
    them, '' = not mapped.

    `shape` is what is read and `written` what is written: usually one table, or a view and the table that
    holds the target columns, paired by key. A row is then one that both have.
    """

    shape: TableShape
    written: TableShape
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

    @cached_property
    def clause(self) -> sa.TableClause:
        """The table that is written; its columns have no types."""
        return self.written.clause

    @property
    def reads_a_view(self) -> bool:
        """True where rows are listed by a view, or another table, than the one that is written."""
        return not self.shape.is_same(self.written)

    @cached_property
    def _listed(self) -> sa.FromClause:
        """What rows are listed by, with the restriction already applied where it is not the written table.
        The restriction stands inside, where its names can only mean columns of the view."""
        if not self.reads_a_view:
            return self.clause
        view = self.shape.clause
        others = [column.name for column in (self.total, self.invoice_date) if column is not None]
        names = (*self.key, self.number, self.currency, self.customer, *others)
        columns = [view.c[name] for name in dict.fromkeys(names) if name]
        return sa.select(*columns).where(*self._where()).subquery("syncdesk_listed")

    def column(self, name: str) -> sa.ColumnElement[Any]:
        """The expression that reads a mapped column in :meth:`select`."""
        if name in {column.name for column in self.targets}:
            return self.storage(name).read(self.clause.c[name])
        if name in self.key:
            return self.clause.c[name]
        listed = self._listed.c[name]
        if self.total is None or name != self.total.name:
            return listed
        column = self.shape.find(name)
        assert column is not None
        return storage_of(self.dialect.name, column.type).read(listed)

    def storage(self, name: str) -> Storage:
        """How SQL reads, compares and sets a target column."""
        column = self.written.find(name)
        assert column is not None
        return storage_of(self.dialect.name, column.type)

    def select(self, *columns: Any) -> sa.Select[Any]:
        """A query over the rows that the mapping covers; its columns are those of :meth:`column`."""
        if not self.reads_a_view:
            return sa.select(*columns).select_from(self.clause).where(*self._where())
        same_key = [self._listed.c[name] == self.clause.c[name] for name in self.key]
        return sa.select(*columns).select_from(self.clause.join(self._listed, sa.and_(*same_key)))

    def restriction(self) -> list[sa.ColumnElement[bool]]:
        """The conditions, on top of the key, that a row of `clause` is one that the mapping covers."""
        if not self.reads_a_view:
            return self._where()
        view = self.shape.clause
        same_key = [view.c[name] == self.clause.c[name] for name in self.key]
        one: sa.ColumnClause[int] = sa.literal_column("1")
        listed = sa.select(one).select_from(view).where(*same_key, *self._where())
        return [listed.correlate(self.clause).exists()]

    @property
    def number_is_padded(self) -> bool:
        """True for CHAR columns, whose trailing spaces mean nothing."""
        column = self.shape.find(self.number)
        return column is not None and isinstance(column.type, sa.CHAR)

    def _where(self) -> list[sa.ColumnElement[bool]]:
        """The mapping's own restriction of rows, if it has one."""
        if not self.where.strip():
            return []
        # The line ends before the bracket closes, so that a comment in the expression cannot swallow it. No
        # type is declared: of a Boolean, SQL Server would be asked whether the condition equals 1.
        condition: sa.ColumnClause[bool] = sa.literal_column(f"({self.where}\n)")
        return [condition]


class RowReader:
    """Turns stored rows of a mapped table into JobRows. `columns` are what it needs selected, in the
    order of `names`."""

    def __init__(self, mapped: MappedTable) -> None:
        self._mapped = mapped
        targets = tuple(column.name for column in mapped.targets)
        total = mapped.total.name if mapped.total else ""
        invoice_date = mapped.invoice_date.name if mapped.invoice_date else ""
        optional = tuple(name for name in (total, mapped.currency, mapped.customer, invoice_date) if name)
        names = (*mapped.key, mapped.number, *targets, *optional)
        self.names = names
        self.columns = [mapped.column(name) for name in names]
        self.number_at = len(mapped.key)
        self._padded = mapped.number_is_padded
        self._targets = slice(self.number_at + 1, self.number_at + 1 + len(targets))
        at = {name: self._targets.stop + place for place, name in enumerate(optional)}
        self.total_at = at.get(total)
        self._currency_at = at.get(mapped.currency)
        self._customer_at = at.get(mapped.customer)
        self._invoice_date_at = at.get(invoice_date)
        self._currencies: dict[RawValue, str] = {None: mapped.currency_default}

    def number(self, raw: RawValue) -> str:
        """The job number as text, '' for NULL; without the trailing spaces of a CHAR column."""
        text = raw if type(raw) is str else number_text(raw)
        return text.rstrip(" ") if self._padded else text

    def row(self, values: Sequence[Any]) -> JobRow:
        """The JobRow of one stored row. Never raises: what cannot be read is named in `problem`."""
        raw = tuple(values[self._targets])
        currency = self._currency(values)
        problems: list[str] = []
        try:
            figures, total = self._figures(raw, currency), self._total(values, currency)
        except UnreadableError:
            figures, total = self._readable_part(values, raw, currency, problems)
        return JobRow(
            self.key(values, problems),
            self.number(values[self.number_at]),
            figures,
            raw,
            currency,
            total,
            "" if self._customer_at is None else number_text(values[self._customer_at]).strip(),
            self._invoice_date(values),
            " ".join(problems) if problems else "",
        )

    def key(self, values: Sequence[Any], problems: list[str] | None = None) -> RowKey:
        """The key of one stored row; a key that cannot be addressed is added to `problems`."""
        if self.number_at == 1 and (type(values[0]) is int or type(values[0]) is str):
            return (values[0],)
        key = values[: self.number_at]
        if all(type(part) is int or type(part) is str for part in key):
            return tuple(key)
        return tuple(
            self._key_part(name, part, problems) for name, part in zip(self._mapped.key, key, strict=True)
        )

    def _key_part(self, name: str, raw: RawValue, problems: list[str] | None) -> int | str:
        if isinstance(raw, float | Decimal) and raw == raw // 1:
            return int(raw)
        if problems is not None and isinstance(raw, bytes | float):
            problems.append(f"{name} holds {shown(raw)}, by which the row cannot be addressed.")
        return raw if isinstance(raw, int) else number_text(raw)

    def _currency(self, values: Sequence[Any]) -> str:
        raw = None if self._currency_at is None else values[self._currency_at]
        if raw not in self._currencies:
            self._currencies[raw] = number_text(raw).strip().upper() or self._mapped.currency_default
        return self._currencies[raw]

    def _figures(self, raw: Sequence[RawValue], currency: str) -> Figures:
        mapped = self._mapped
        paid_amount = mapped.paid_amount.read(raw[0], currency) or ZERO
        date_paid = mapped.date_paid.read(raw[1])
        if len(raw) == 2:
            return Figures(paid_amount, date_paid)
        credited = outstanding = None
        if mapped.credited is not None:
            credited = mapped.credited.read(raw[2], currency) or ZERO
        if mapped.outstanding is not None:
            outstanding = mapped.outstanding.read(raw[-1], currency) or ZERO
        return Figures(paid_amount, date_paid, credited, outstanding)

    def _total(self, values: Sequence[Any], currency: str) -> Decimal | None:
        if self.total_at is None or self._mapped.total is None:
            return None
        return self._mapped.total.read(values[self.total_at], currency)

    def _invoice_date(self, values: Sequence[Any]) -> date | None:
        """The invoice's own date, None too where it cannot be read: it is only shown, never compared."""
        if self._invoice_date_at is None or self._mapped.invoice_date is None:
            return None
        try:
            return self._mapped.invoice_date.read(values[self._invoice_date_at])
        except UnreadableError:
            return None

    def _readable_part(
        self, values: Sequence[Any], raw: Sequence[RawValue], currency: str, problems: list[str]
    ) -> tuple[Figures, Decimal | None]:
        """What can be read of a row, every value that cannot standing as nothing and named in `problems`."""
        readable = list(raw)
        for place, column in enumerate(self._mapped.targets):
            try:
                _ = (
                    column.read(raw[place], currency)
                    if isinstance(column, AmountColumn)
                    else column.read(raw[place])
                )
            except UnreadableError as error:
                problems.append(str(error))
                readable[place] = None
        total = None
        try:
            total = self._total(values, currency)
        except UnreadableError as error:
            problems.append(str(error))
        return self._figures(readable, currency), total


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


def one_of(column: sa.ColumnElement[Any], values: Sequence[RawValue]) -> sa.ColumnElement[bool]:
    """The condition that the column holds one of these values."""
    untyped = sa.bindparam(None, list(values), sa.types.NullType(), unique=True, expanding=True)
    return column.in_(untyped)


def untyped(value: RawValue) -> sa.BindParameter[Any]:
    """A value of which the column beside it decides the type: a text that looks for a UUID is one."""
    return sa.bindparam(None, value, sa.types.NullType(), unique=True)


def having_keys(columns: Sequence[sa.ColumnClause[Any]], keys: Sequence[RowKey]) -> sa.ColumnElement[bool]:
    """The condition that a row has one of these keys."""
    if len(columns) == 1:
        return one_of(columns[0], [key[0] for key in keys])
    return sa.or_(
        sa.false(),
        *(sa.and_(*(c == untyped(part) for c, part in zip(columns, key, strict=True))) for key in keys),
    )


def after_key(columns: Sequence[sa.ColumnClause[Any]], key: RowKey) -> sa.ColumnElement[bool]:
    """The condition that a row comes after this key in the order of the key."""
    later = []
    for n, column in enumerate(columns):
        earlier = [c == untyped(part) for c, part in zip(columns[:n], key[:n], strict=True)]
        later.append(sa.and_(*earlier, column > untyped(key[n])))
    return sa.or_(*later)
