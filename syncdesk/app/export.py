"""Lists as CSV and Excel files (F-46, UX-20): text stays text, amounts are numbers, days are days. No Qt.

The window exports what it shows; the command line can use the same sheets.
"""

import csv
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from syncdesk.app.views import InvoiceRow
from syncdesk.model.errors import FatalError, SetupError, SyncDeskError, UsageError
from syncdesk.model.money import to_minor_unit

Cell = str | Decimal | date | datetime | None
"""A value of a sheet; None is an empty cell. Instants are aware, amounts carry their currency's digits."""

_XLSX_ROWS = 1_048_576
_XLSX_TEXT = 32_767
_XLSX_DIGITS = 15
"""What a number in a spreadsheet holds exactly; longer amounts are written as text."""
_FIRST_EXCEL_DAY = date(1900, 1, 1)
_DISK_FULL = 28  # errno ENOSPC
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_FORMULA = re.compile(r"[\s\x00]*[=+\-@＝＋－＠]|[\t\r\n]")


class CellKind(StrEnum):
    """How the cells of a column are written."""

    TEXT = "text"
    AMOUNT = "amount"
    DAY = "day"
    INSTANT = "instant"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title, what its cells are, and its width in characters in a spreadsheet."""

    title: str
    kind: CellKind = CellKind.TEXT
    width: int = 14


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is written: a name, columns, rows, and the lines below them (company, filter, time).

    Instants are shown in `zone`, whose name belongs in the footer. `totals` are rows of the same columns that
    stand below the others, a line apart, and are not filtered with them.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[Cell, ...]]
    zone: tzinfo
    footer: tuple[str, ...] = ()
    totals: tuple[tuple[Cell, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class CsvStyle:
    """How a CSV file separates its columns, and which sign stands before the cents."""

    separator: str = ","
    decimal_point: str = "."


def write_csv(path: Path, sheet: Sheet, style: CsvStyle = CsvStyle()) -> int:
    """Write the sheet as UTF-8 with a byte order mark; returns the number of rows.

    Days and instants are ISO (2026-01-31, 2026-01-31 14:05:00), amounts plain digits. A text that a
    spreadsheet would take for a formula begins with an apostrophe. The file appears whole or not at all.
    Raises SetupError (folder, right, file in use) or FatalError (disk full).
    """

    def fill(target: Path) -> int:
        count = 0
        with target.open("w", encoding="utf-8-sig", newline="", errors="replace") as file:
            writer = csv.writer(file, delimiter=style.separator, lineterminator="\r\n")
            writer.writerow([safe_text(column.title) for column in sheet.columns])
            for row in sheet.rows:
                writer.writerow([_csv_cell(cell, style, sheet.zone) for cell in row])
                count += 1
            if sheet.totals:
                writer.writerow([])
                writer.writerows([_csv_cell(cell, style, sheet.zone) for cell in row] for row in sheet.totals)
            if sheet.footer:
                writer.writerow([])
                writer.writerows([[safe_text(line)] for line in sheet.footer])
        return count

    return write_whole(path, fill)


def safe_text(text: str) -> str:
    """The text in a form that no spreadsheet takes for a formula."""
    return "'" + text if _FORMULA.match(text) else text


def _csv_cell(cell: Cell, style: CsvStyle, zone: tzinfo) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell:f}".replace(".", style.decimal_point)
    if isinstance(cell, datetime):
        return f"{cell.astimezone(zone):%Y-%m-%d %H:%M:%S}"
    if isinstance(cell, date):
        return cell.isoformat()
    return safe_text(cell.replace("\x00", ""))


def write_xlsx(path: Path, sheet: Sheet) -> int:
    """Write the sheet as an Excel workbook; returns the number of rows.

    Texts are text cells (leading zeros stay, formulas are only text), amounts numbers, days and instants
    dates. The file appears whole or not at all. Raises UsageError (too many rows for Excel), SetupError
    (folder, right, file in use) or FatalError (disk full).
    """
    return write_whole(path, lambda target: _fill_xlsx(target, sheet))


def _fill_xlsx(target: Path, sheet: Sheet) -> int:
    from xlsxwriter import Workbook  # only those who export pay for loading it

    options = {"constant_memory": True, "tmpdir": str(target.parent), "default_date_format": "yyyy-mm-dd"}
    with Workbook(str(target), options) as book:
        page = book.add_worksheet(_sheet_name(sheet.name))
        page.freeze_panes(1, 0)
        head = book.add_format({"bold": True, "bottom": 1})
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, column.width)
            page.write_string(0, place, column.title, head)
        write = _xlsx_writer(book, page, sheet.zone)
        count = _fill_rows(write, sheet)
        page.autofilter(0, 0, count, len(sheet.columns) - 1)
        below = count + 2
        for offset, row in enumerate(sheet.totals):
            _fill_row(write, below + offset, row)
        below += len(sheet.totals) + bool(sheet.totals)
        for offset, line in enumerate(sheet.footer, start=below):
            page.write_string(offset, 0, _xlsx_text(line))
        page.repeat_rows(0)
        page.set_landscape()
        page.fit_to_pages(1, 0)
    return count


def _fill_rows(write: Callable[[int, int, Cell], None], sheet: Sheet) -> int:
    below = len(sheet.footer) + len(sheet.totals) + 4
    count = 0
    for count, row in enumerate(sheet.rows, start=1):
        if count + below > _XLSX_ROWS:
            raise UsageError(
                "An Excel sheet cannot hold that many rows.",
                "Narrow the list with a filter, or export it as CSV.",
            )
        _fill_row(write, count, row)
    return count


def _fill_row(write: Callable[[int, int, Cell], None], place: int, row: tuple[Cell, ...]) -> None:
    for column, cell in enumerate(row):
        if cell is not None:
            write(place, column, cell)


def _xlsx_writer(book, page, zone: tzinfo) -> Callable[[int, int, Cell], None]:  # type: ignore[no-untyped-def]
    """A function that writes one cell by its kind; xlsxwriter has no types of its own."""
    day_format = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    instant_format = book.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"})
    text_format = book.add_format({"num_format": "@"})
    amount_formats: dict[int, object] = {}

    def write(row: int, place: int, cell: Cell) -> None:
        if isinstance(cell, Decimal):
            digits = max(0, -int(cell.as_tuple().exponent)) if cell.is_finite() else -1
            if digits < 0 or len(cell.as_tuple().digits) > _XLSX_DIGITS:
                page.write_string(row, place, f"{cell:f}", text_format)
                return
            if digits not in amount_formats:
                places = "." + "0" * digits if digits else ""
                amount_formats[digits] = book.add_format({"num_format": f"#,##0{places};-#,##0{places}"})
            page.write_number(row, place, cell, amount_formats[digits])
        elif isinstance(cell, datetime):
            page.write_datetime(row, place, cell.astimezone(zone).replace(tzinfo=None), instant_format)
        elif isinstance(cell, date):
            if cell < _FIRST_EXCEL_DAY:
                page.write_string(row, place, cell.isoformat(), text_format)
            else:
                page.write_datetime(row, place, cell, day_format)
        elif cell is not None:
            page.write_string(row, place, _xlsx_text(cell), text_format)

    return write


def _xlsx_text(text: str) -> str:
    plain = _CONTROL.sub(" ", text.encode("utf-8", "replace").decode("utf-8"))
    return plain[:_XLSX_TEXT]


def _sheet_name(name: str) -> str:
    """A name that Excel accepts: at most 31 characters, none of []:*?/\\, no apostrophe at the ends."""
    return re.sub(r"[\[\]:*?/\\]", " ", _CONTROL.sub(" ", name)).strip("' ")[:31].strip("' ") or "SyncDesk"


INVOICE_COLUMNS: dict[str, Column] = {
    "number": Column("Number", CellKind.TEXT, 14),
    "customer": Column("Customer", CellKind.TEXT, 32),
    "currency": Column("Currency", CellKind.TEXT, 10),
    "total": Column("Total", CellKind.AMOUNT),
    "paid_amount": Column("Paid Amount", CellKind.AMOUNT),
    "credited": Column("Credited", CellKind.AMOUNT),
    "outstanding": Column("Outstanding", CellKind.AMOUNT),
    "date_paid": Column("Date Paid", CellKind.DAY, 12),
    "state": Column("State", CellKind.TEXT, 20),
    "last_synced": Column("Last synced", CellKind.INSTANT, 18),
    "remark": Column("Remark", CellKind.TEXT, 50),
}
"""The columns of an exported invoice list with their English titles."""


def invoice_rows(
    rows: Iterable[InvoiceRow], state_word: Callable[[InvoiceRow], str], remark: Callable[[InvoiceRow], str]
) -> Iterator[tuple[Cell, ...]]:
    """The rows of an invoice list in the order of INVOICE_COLUMNS; amounts carry their currency's digits."""
    for row in rows:
        amounts = (row.total, row.paid_amount, row.credited, row.outstanding)
        yield (
            row.number,
            row.customer,
            row.currency,
            *(None if amount is None else to_minor_unit(amount, row.currency) for amount in amounts),
            row.date_paid,
            state_word(row),
            row.last_synced,
            remark(row),
        )


def footer_lines(company: str, shown: str, when: datetime, zone: tzinfo) -> tuple[str, ...]:
    """The lines below an exported list in English: company, what was filtered, when (UX-20)."""
    return (
        f"Company: {company}",
        f"Shown: {shown}",
        f"Made by SyncDesk on {when.astimezone(zone):%Y-%m-%d %H:%M} ({zone_name(zone, when)})",
    )


def zone_name(zone: tzinfo, when: datetime | None = None) -> str:
    """The name of a time zone for people: 'Europe/London', or its short name where it has no other."""
    moment = when if when is not None else datetime.now(UTC)
    return str(getattr(zone, "key", "") or moment.astimezone(zone).tzname() or zone)


def write_whole(path: Path, fill: Callable[[Path], int]) -> int:
    """Fill a new file beside `path` and put it in its place: it appears whole or not at all. Returns what
    `fill` returns. Raises SetupError (folder, right, file in use) or FatalError (disk full)."""
    try:
        handle, name = tempfile.mkstemp(prefix=".syncdesk-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
        made = Path(name)
        try:
            count = fill(made)
            _usual_rights(made, path)
            made.replace(path)
        finally:
            made.unlink(missing_ok=True)
    except OSError as error:
        raise _plain_words(path, error) from error
    except Exception as error:
        if type(error).__module__.startswith("xlsxwriter"):
            raise _plain_words(path, error) from error
        raise
    return count


def _usual_rights(made: Path, path: Path) -> None:
    """Give the file the rights of the one it replaces, or of any new file; a temporary one is private."""
    if os.name != "posix":
        return
    if path.exists():
        made.chmod(path.stat().st_mode & 0o777)
        return
    mask = os.umask(0)
    os.umask(mask)
    made.chmod(0o666 & ~mask)


def _plain_words(path: Path, error: Exception) -> SyncDeskError:
    if getattr(error, "errno", None) == _DISK_FULL:
        return FatalError(
            f"The disk is full: '{path.name}' was not written.",
            "Make room, or choose another folder.",
            str(error),
        )
    if not path.parent.is_dir():
        return SetupError(f"There is no folder '{path.parent}'.", "Choose a folder that exists.", str(error))
    return SetupError(
        f"'{path.name}' cannot be written there.",
        "Close the file in other programs, or choose another name or folder.",
        str(error),
    )
