"""Exported lists (F-46, UX-20): zeros, accents and amounts survive, formulas are only text."""

import csv
import os
import re
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncdesk.app.export import (
    INVOICE_COLUMNS,
    Cell,
    CellKind,
    Column,
    CsvStyle,
    Sheet,
    footer_lines,
    invoice_rows,
    safe_text,
    write_csv,
    write_xlsx,
)
from syncdesk.app.views import InvoiceRow
from syncdesk.model.errors import SetupError

LONDON = ZoneInfo("Europe/London")
COLUMNS = (
    Column("Number"),
    Column("Customer", width=30),
    Column("Total", CellKind.AMOUNT),
    Column("Date Paid", CellKind.DAY),
    Column("Last synced", CellKind.INSTANT),
)
ROWS: list[tuple[Cell, ...]] = [
    (
        "00123",
        'Café Ærø, "Zoë"',
        Decimal("1234.50"),
        date(2026, 1, 31),
        datetime(2026, 7, 1, 12, 5, tzinfo=UTC),
    ),
    ("=1+1", "@SUM(A1)", Decimal("-5.00"), None, None),
    ("-7", "two\nlines", Decimal("500"), date(1899, 12, 31), None),
]
FOOTER = ("Company: Kestrel", "=not a formula")


def sheet(rows: list[tuple[Cell, ...]] = ROWS) -> Sheet:
    return Sheet("Invoices", COLUMNS, rows, LONDON, FOOTER)


def test_f46_csv_keeps_zeros_accents_and_disarms_formulas(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    assert write_csv(path, sheet()) == 3
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert lines[0] == ["Number", "Customer", "Total", "Date Paid", "Last synced"]
    assert lines[1] == ["00123", 'Café Ærø, "Zoë"', "1234.50", "2026-01-31", "2026-07-01 13:05:00"]
    assert lines[2] == ["'=1+1", "'@SUM(A1)", "-5.00", "", ""]
    assert lines[3][:3] == ["'-7", "two\nlines", "500"]
    assert lines[4:] == [[], ["Company: Kestrel"], ["'=not a formula"]]


def test_f46_csv_separator_and_decimal_sign_are_a_choice(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    write_csv(path, sheet(), CsvStyle(";", ","))
    assert path.read_text("utf-8-sig").splitlines()[1].startswith("00123;")
    assert ";1234,50;2026-01-31;" in path.read_text("utf-8-sig")


@given(st.text(max_size=12))
def test_f46_no_text_of_a_csv_can_start_a_formula(text: str) -> None:
    assert not re.match(r"\s*[=+\-@]", safe_text(text))


CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def cells(path: Path) -> dict[str, tuple[str, str, str]]:
    """Per cell its type ('' = number), content and number format, read from the workbook's own XML."""
    with zipfile.ZipFile(path) as book:
        page = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        styles = ElementTree.fromstring(book.read("xl/styles.xml"))
        names = set(book.namelist())
    assert "xl/calcChain.xml" not in names
    codes = {each.get("numFmtId"): each.get("formatCode", "") for each in styles.iter(f"{CELL}numFmt")}
    formats = styles.find(f"{CELL}cellXfs")
    assert formats is not None
    ids = [each.get("numFmtId", "0") for each in formats]
    found = {}
    for cell in page.iter(f"{CELL}c"):
        assert cell.find(f"{CELL}f") is None, "a formula"
        content = "".join(cell.itertext())
        style = ids[int(cell.get("s", "0"))]
        found[cell.get("r", "")] = (
            cell.get("t", ""),
            content,
            codes.get(style, {"49": "@"}.get(style, style)),
        )
    return found


def test_f46_xlsx_holds_text_as_text_numbers_as_numbers_dates_as_dates(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    assert write_xlsx(path, sheet()) == 3
    found = cells(path)
    assert found["A2"] == ("inlineStr", "00123", "@")
    assert found["B2"][1] == 'Café Ærø, "Zoë"'
    assert found["C2"] == ("", "1234.50", "#,##0.00;-#,##0.00")
    assert found["D2"] == ("", "46053", "yyyy-mm-dd")  # 31 January 2026
    assert not found["E2"][0]
    assert found["E2"][1].startswith("46204.545")  # 13:05 British summer time
    assert found["A3"] == ("inlineStr", "=1+1", "@")
    assert found["B3"] == ("inlineStr", "@SUM(A1)", "@")
    assert found["C4"] == ("", "500", "#,##0;-#,##0")
    assert found["D4"] == ("inlineStr", "1899-12-31", "@")
    assert found["A6"][1] == "Company: Kestrel"
    assert found["A7"][:2] == ("inlineStr", "=not a formula")
    assert "D3" not in found


def test_an_amount_too_long_for_a_spreadsheet_number_stays_exact_as_text(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    write_xlsx(path, sheet([("1", "x", Decimal("12345678901234567.89"), None, None)]))
    assert cells(path)["C2"] == ("inlineStr", "12345678901234567.89", "@")


@given(text=st.text(max_size=20))
def test_any_text_gives_a_workbook_that_can_be_read(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.mktemp("sheet") / "list.xlsx"
    write_xlsx(path, Sheet(text, COLUMNS[:1], [(text,)], UTC))
    assert cells(path)["A1"][1] == "Number"


def test_a_missing_folder_is_named_and_nothing_is_left_behind(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="no folder"):
        write_csv(tmp_path / "gone" / "list.csv", sheet())
    blocked = tmp_path / "list.csv"
    blocked.mkdir()
    with pytest.raises(SetupError, match="cannot be written"):
        write_csv(blocked, sheet())
    assert [each.name for each in tmp_path.iterdir()] == ["list.csv"]


def test_a_failing_export_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_text("before")

    def broken() -> object:
        yield ROWS[0]
        raise ArithmeticError

    for write in (write_csv, write_xlsx):
        with pytest.raises(ArithmeticError):
            write(path, Sheet("Invoices", COLUMNS, broken(), UTC))  # type: ignore[arg-type]
        assert path.read_text() == "before"
        assert [each.name for each in tmp_path.iterdir()] == ["list.xlsx"]


@pytest.mark.skipif(os.name != "posix", reason="rights of this kind exist on Linux and macOS only")
def test_an_export_may_be_read_by_those_who_could_read_it_before(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.touch(mode=0o640)
    path.chmod(0o640)
    write_csv(path, sheet())
    assert path.stat().st_mode & 0o777 == 0o640


def test_ux20_the_footer_says_company_filter_and_time() -> None:
    lines = footer_lines("Kestrel Removals", "state:unpaid", datetime(2026, 7, 1, 12, 5, tzinfo=UTC), LONDON)
    assert lines == (
        "Company: Kestrel Removals",
        "Shown: state:unpaid",
        "Made by SyncDesk on 2026-07-01 13:05 (Europe/London)",
    )


def test_invoice_rows_follow_the_columns_and_carry_the_currencys_digits() -> None:
    yen = InvoiceRow(
        ("7",), "0007", "Sato", "JPY", Decimal("5000.00"), Decimal("0"), None, problem="unreadable"
    )
    (made,) = invoice_rows([yen], lambda row: "Waiting for payment", lambda row: row.problem)
    named = dict(zip(INVOICE_COLUMNS, made, strict=True))
    assert str(named["total"]) == "5000"
    assert named["credited"] is None
    assert (named["number"], named["state"], named["remark"]) == ("0007", "Waiting for payment", "unreadable")
