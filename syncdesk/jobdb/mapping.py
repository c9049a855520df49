"""Proves a mapping against the real schema: table, key, columns, types, widths. Called by jobdb/store.py
when it opens and by jobdb/checks.py."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ParamSpec, TypeVar

import sqlalchemy as sa

from syncdesk.jobdb.amount_formats import AMOUNT_FORMATS, AmountColumn, amount_column
from syncdesk.jobdb.date_formats import DATE_FORMATS, DateColumn, date_column, date_pattern
from syncdesk.jobdb.dialects import Dialect
from syncdesk.jobdb.faults import Fault, detail_of, fault_of
from syncdesk.jobdb.rows import MappedTable
from syncdesk.jobdb.schema import ColumnShape, TableShape, find_table
from syncdesk.model.errors import SetupError
from syncdesk.model.job import JobMapping

Parameters = ParamSpec("Parameters")
Found = TypeVar("Found")

TARGETS = ("paid_amount", "date_paid", "credited", "outstanding")


@dataclass(slots=True)
class Proof:
    """What came of comparing a mapping with the schema: the mapped table, or what a person must change."""

    shape: TableShape | None = None
    mapped: MappedTable | None = None
    faults: list[SetupError] = field(default_factory=list)

    def attempt(
        self, work: Callable[Parameters, Found], *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> Found | None:
        """The result of `work`, None if it finds a fault, which is kept."""
        try:
            return work(*args, **kwargs)
        except SetupError as fault:
            self.faults.append(fault)
            return None


def prove(connection: sa.Connection, dialect: Dialect, mapping: JobMapping) -> Proof:
    """Compare a mapping with the schema as it is now. Looks at declarations only, not at rows."""
    proof = Proof()
    proof.attempt(require_formats, mapping)
    proof.shape = proof.attempt(find_table, connection, mapping.table)
    written = proof.shape
    if mapping.write_table:
        written = proof.attempt(find_table, connection, mapping.write_table, "write_table")
    if proof.shape is not None and written is not None and not proof.faults:
        _prove_columns(proof, proof.shape, written, dialect, mapping)
    if proof.mapped is not None:
        proof.attempt(_require_where, connection, proof.mapped)
        if proof.faults:
            proof.mapped = None
    return proof


def _prove_columns(
    proof: Proof, shape: TableShape, written: TableShape, dialect: Dialect, mapping: JobMapping
) -> None:
    proof.attempt(_require_table, written, dialect)
    proof.attempt(_require_apart, written, mapping, reads_a_view=not shape.is_same(written))
    key = [proof.attempt(_key_column, written, name, dialect) for name in mapping.key]
    if not shape.is_same(written):
        proof.attempt(_require_same_key, shape, written, mapping)
    number = proof.attempt(shape.column, mapping.number, "number")
    paid_amount = proof.attempt(_target_amount, written, mapping, "paid_amount", dialect)
    date_paid = proof.attempt(_target_date, written, mapping, dialect)
    credited = proof.attempt(_target_amount, written, mapping, "credited", dialect)
    outstanding = proof.attempt(_target_amount, written, mapping, "outstanding", dialect)
    total = proof.attempt(_total, shape, mapping, dialect)
    currency = proof.attempt(_name, shape, mapping, "currency")
    customer = proof.attempt(_name, shape, mapping, "customer")
    invoice_date = proof.attempt(_invoice_date, shape, mapping, dialect, date_paid)
    if proof.faults or number is None or paid_amount is None or date_paid is None:
        return
    proof.mapped = MappedTable(
        shape=shape,
        written=written,
        dialect=dialect,
        key=tuple(name for name in key if name is not None),
        number=number.name,
        paid_amount=paid_amount,
        date_paid=date_paid,
        credited=credited,
        outstanding=outstanding,
        total=total,
        currency=currency or "",
        currency_default=mapping.currency_default.strip().upper(),
        customer=customer or "",
        invoice_date=invoice_date,
        where=mapping.where,
    )


def require_formats(mapping: JobMapping) -> None:
    """Raise SetupError for a required name that is empty and for a format that does not exist."""
    for role in ("table", "key", "number", "paid_amount", "date_paid"):
        if not getattr(mapping, role):
            raise SetupError(f"The mapping does not say '{role}'.", "Choose it in the settings.", field=role)
    if mapping.amount_format not in AMOUNT_FORMATS:
        raise SetupError(
            f"There is no amount format '{mapping.amount_format}'.",
            f"Use one of {', '.join(AMOUNT_FORMATS)}.",
            field="amount_format",
        )
    if mapping.date_format.startswith("text:"):
        date_pattern(mapping.date_format.removeprefix("text:"))
    elif mapping.date_format not in ("auto", "date", "datetime"):
        raise SetupError(
            f"There is no date format '{mapping.date_format}'.", f"Use {DATE_FORMATS}.", field="date_format"
        )


def _require_table(shape: TableShape, dialect: Dialect) -> None:
    if shape.is_view and not dialect.types_bind:
        raise SetupError(
            f"'{shape.full_name}' is a view: nothing can be written to it.",
            "Choose the table that holds the invoices themselves, or name it as write_table in the mapping.",
            field="table",
        )


def _require_same_key(shape: TableShape, written: TableShape, mapping: JobMapping) -> None:
    """What is read and what is written are paired by the names of the key."""
    for name in mapping.key:
        if written.column(name, "key").name not in shape.column_names:
            raise SetupError(
                f"'{shape.full_name}' has no column '{name}', by which '{written.full_name}' is written.",
                "Both need the key columns, spelt the same way; have the view name them so.",
                field="key",
            )


def _require_apart(shape: TableShape, mapping: JobMapping, *, reads_a_view: bool) -> None:
    """A column that is written may have no other part to play."""
    used: dict[str, str] = {}
    key = {f"key column {position + 1}": name for position, name in enumerate(mapping.key)}
    roles = () if reads_a_view else ("number", "total", "currency", "customer", "invoice_date")
    others = {role: getattr(mapping, role) for role in roles}
    for role, name in {**key, **others}.items():
        column = shape.find(name) if name else None
        if column is not None:
            used.setdefault(column.name, role)
    for role in TARGETS:
        column = shape.find(getattr(mapping, role)) if getattr(mapping, role) else None
        if column is not None and column.name in used:
            raise SetupError(
                f"The column '{column.name}' is chosen twice, as {used[column.name]} and as {role}.",
                "Choose a column of its own for each.",
                field=role,
            )
        if column is not None:
            used[column.name] = role


def _require_where(connection: sa.Connection, mapped: MappedTable) -> None:
    """Let the database look at the restriction, without reading a row."""
    if not mapped.where.strip():
        return
    query = mapped.select(sa.literal(1)).limit(0)
    part = connection.begin_nested()
    try:
        connection.execute(query)
    except sa.exc.DBAPIError as error:
        if fault_of(error) is Fault.RIGHTS:
            return  # the check of rights names what is missing, and reading will
        if fault_of(error) not in (Fault.SCHEMA, Fault.UNKNOWN, Fault.REFUSED):
            raise
        raise SetupError(
            f"The restriction 'where' does not run: {error.orig}.",
            "Correct it, or leave it empty. It is an SQL condition such as: status <> 'quote'.",
            detail_of(error),
            "where",
        ) from error
    finally:
        part.rollback()


def _key_column(shape: TableShape, name: str, dialect: Dialect) -> str:
    column = shape.column(name, "key")
    unfit: tuple[type[sa.types.TypeEngine[Any]], ...] = (
        sa.types.LargeBinary,
        sa.types.BINARY,
        sa.types.VARBINARY,
        sa.types.Float,
    )
    if dialect.types_bind:
        unfit += (sa.types.Date, sa.types.DateTime, sa.types.Time)
    if isinstance(column.type, unfit):
        raise SetupError(
            f"The key column '{column.name}' ({column.type_text}) does not address a row for sure.",
            "Choose a column of whole numbers or text.",
            field="key",
        )
    return column.name


def _name(shape: TableShape, mapping: JobMapping, role: str) -> str:
    name: str = getattr(mapping, role)
    return shape.column(name, role).name if name else ""


def _writable(shape: TableShape, name: str, role: str) -> ColumnShape:
    column = shape.column(name, role)
    if column.generated:
        raise SetupError(
            f"The column '{column.name}' is worked out by the database itself and cannot be written.",
            "Choose the column that holds the value.",
            field=role,
        )
    return column


def _target_amount(
    shape: TableShape, mapping: JobMapping, role: str, dialect: Dialect
) -> AmountColumn | None:
    name: str = getattr(mapping, role)
    if not name:
        return None
    return amount_column(_writable(shape, name, role), mapping.amount_format, dialect, role)


def _target_date(shape: TableShape, mapping: JobMapping, dialect: Dialect) -> DateColumn:
    return date_column(
        _writable(shape, mapping.date_paid, "date_paid"), mapping.date_format, dialect, "date_paid"
    )


def _total(shape: TableShape, mapping: JobMapping, dialect: Dialect) -> AmountColumn | None:
    """Read by the format of Paid Amount where its type allows that, else as its own type says."""
    if not mapping.total:
        return None
    column = shape.column(mapping.total, "total")
    try:
        return amount_column(column, mapping.amount_format, dialect, "total", written=False)
    except SetupError:
        return amount_column(column, "auto", dialect, "total", written=False)


def _invoice_date(
    shape: TableShape, mapping: JobMapping, dialect: Dialect, date_paid: DateColumn | None
) -> DateColumn | None:
    """Read by the format of Date Paid where both are text or both are dates, else as its own type says."""
    if not mapping.invoice_date:
        return None
    column = shape.column(mapping.invoice_date, "invoice_date")
    plain = date_column(column, "auto", dialect, "invoice_date", written=False)
    if date_paid is None or plain.as_text != date_paid.as_text:
        return plain
    return date_column(column, mapping.date_format, dialect, "invoice_date", written=False)
