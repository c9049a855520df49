"""The job database as the engine sees it: how its table is mapped, a row with its figures, and one
conditional write."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from syncdesk.model.errors import SetupError, SyncDeskError
from syncdesk.model.money import ZERO

RawValue = object
"""A value exactly as the database driver delivered it: opaque, only compared, bound again and stored for
undo."""

RowKey = tuple[int | str, ...]
"""The primary key of a job row, column by column."""


@dataclass(frozen=True, slots=True)
class NumberRule:
    """How a job number becomes the number in the books: prefix + (job number without job_prefix, left-padded
    with zeros to pad)."""

    prefix: str = ""
    job_prefix: str = ""
    pad: int = 0

    def source_number(self, job_number: str) -> str:
        """The number under which the books should know this job invoice."""
        return self.prefix + job_number.removeprefix(self.job_prefix).rjust(self.pad, "0")

    def is_ours(self, source_number: str) -> bool:
        """True when a number of the books can belong to a job invoice at all (QML-05)."""
        return source_number.startswith(self.prefix)

    def job_numbers(self, source_number: str) -> tuple[str, ...]:
        """Every job number that this rule turns into `source_number`; empty if it is not ours."""
        if not self.is_ours(source_number):
            return ()
        rest = source_number.removeprefix(self.prefix)
        bodies = [rest]
        if self.pad and len(rest) == self.pad:
            stripped = rest
            while stripped.startswith("0"):
                stripped = stripped[1:]
                bodies.append(stripped)
        numbers = [start + body for body in bodies for start in dict.fromkeys((self.job_prefix, ""))]
        return tuple(n for n in dict.fromkeys(numbers) if n and self.source_number(n) == source_number)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobMapping:
    """Which table and columns of the job database hold what. Empty text = not mapped.

    `table` may be 'schema.table'. Where it is a view for reading only, `write_table` names the table that
    holds the target columns; both have the key columns, by the same names. `currency_default` is used where
    no currency column is mapped or its value is empty. `where` is an SQL boolean expression that restricts
    the rows. `amount_format`: auto | decimal | minor_units | float | text. `date_format`: auto | date |
    datetime | text:<strftime pattern>."""

    table: str
    key: tuple[str, ...]
    number: str
    paid_amount: str
    date_paid: str
    total: str = ""
    currency: str = ""
    currency_default: str = ""
    customer: str = ""
    invoice_date: str = ""
    credited: str = ""
    outstanding: str = ""
    write_table: str = ""
    where: str = ""
    numbers: NumberRule = NumberRule()
    amount_format: str = "auto"
    date_format: str = "auto"


@dataclass(frozen=True, slots=True)
class Figures:
    """What is, or is to be, written for one invoice. None in `credited` and `outstanding` = that column is
    not mapped."""

    paid_amount: Decimal = ZERO
    date_paid: date | None = None
    credited: Decimal | None = None
    outstanding: Decimal | None = None

    @property
    def says_nothing(self) -> bool:
        """True for no money and no date: what an empty row says too (D4)."""
        return not self.paid_amount and self.date_paid is None


@dataclass(frozen=True, slots=True)
class JobRow:
    """One invoice row of the job database.

    `figures` are its present values by the declared formats, NULL, '' and zero dates read as nothing (D4).
    `raw` holds the stored values of the mapped target columns, in the order paid_amount, date_paid, credited,
    outstanding (only those mapped), for the conditional write and for undo. `problem` names a stored value
    that cannot be read as amount or date; '' if all can. `currency` is '' where neither the row nor the
    mapping says one."""

    key: RowKey
    number: str
    figures: Figures
    raw: tuple[RawValue, ...]
    currency: str = ""
    total: Decimal | None = None
    customer: str = ""
    invoice_date: date | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class SampleRow:
    """One row of a job database as a mapping understands it, for a person to look at before anything is
    stored.

    `source_number` is the number that the books should have for it. Amounts and day are None where nothing is
    stored or nothing can be read. By the mapping's own words (total, paid_amount, date_paid) `stored` has
    what the database holds where that looks different, and `problems` what cannot be read, as a sentence."""

    number: str
    source_number: str
    customer: str = ""
    currency: str = ""
    total: Decimal | None = None
    paid_amount: Decimal | None = None
    date_paid: date | None = None
    stored: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class JobWrite:
    """One conditional write: set `figures` on the row `key` if it still holds `raw` (D6). `currency` gives
    the minor digits.

    With `restore` these stored values are put back exactly as they are, column by column like `raw`, and
    `figures` only say what they mean (F-35)."""

    key: RowKey
    raw: tuple[RawValue, ...]
    figures: Figures
    currency: str
    restore: tuple[RawValue, ...] | None = None


class WriteOutcome(StrEnum):
    """What became of one conditional write."""

    WRITTEN = "written"
    CHANGED = "changed"  # the row no longer held the expected raw values; nothing was written
    GONE = "gone"  # no such row any more
    REFUSED = "refused"  # the database, or the column's declared width, said no
    NOT_KEPT = "not_kept"  # written, but it did not read back as written; taken back


@dataclass(frozen=True, slots=True)
class WriteResult:
    """The outcome of one write, with the database's reason in plain words (`why`) and raw (`detail`), both ''
    if written."""

    outcome: WriteOutcome
    why: str = ""
    detail: str = ""


WRITTEN = WriteResult(WriteOutcome.WRITTEN)


@dataclass(frozen=True, slots=True)
class Check:
    """One line of a set-up check: what was looked at, whether it holds, and if not what to do. `field` names
    the setting."""

    title: str
    ok: bool
    remedy: str = ""
    field: str = ""
    detail: str = ""

    @classmethod
    def failed(cls, error: SyncDeskError, field: str = "") -> "Check":
        """An error as a failed check; `field` is named if the error names none."""
        own = error.field if isinstance(error, SetupError) else ""
        return cls(error.title, False, error.remedy, own or field, error.detail)
