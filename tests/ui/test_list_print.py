"""Lists on paper and as PDF: UX-20. What is painted is recorded as it is painted."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from pytestqt.qtbot import QtBot

from syncdesk.app.export import CellKind, Column, Sheet
from syncdesk.model.errors import SetupError
from syncdesk.ui import list_print
from syncdesk.ui.list_export import file_types
from syncdesk.ui.list_print import page_layout, write_pdf
from syncdesk.ui.search_tab import SearchTab
from syncdesk.ui.worker import Worker
from tests.ui.fake_desk import FakeDesk

COLUMNS = (
    Column("Number"),
    Column("Customer"),
    Column("Paid Amount", CellKind.AMOUNT),
    Column("Date Paid", CellKind.DAY),
    Column("Last synced", CellKind.INSTANT),
)
WHEN = datetime(2026, 4, 10, 8, 30, tzinfo=UTC)
FOOTER = ("Company: Northgate Heating", "Shown: state:unpaid", "Made by SyncDesk on 2026-04-10 08:30 (UTC)")


def sheet(count: int, customer: str = "Müller & Søn") -> Sheet:
    rows = [
        (f"{n:05}", customer, Decimal(f"-{1234 + n}.50"), date(2026, 4, 1 + n % 28), WHEN)
        for n in range(count)
    ]
    total = ("", "Total", Decimal("12.00"), None, None)
    return Sheet("Invoices", COLUMNS, rows, UTC, FOOTER, (total,) if count else ())


class Recorder(QPainter):
    """Paints, and remembers what was written where."""

    pages: list[list[tuple[str, QRect]]]

    def drawText(  # noqa: N802 - Qt's name
        self, where: QRect, flags: Any, text: str
    ) -> Any:
        if text == "Number":
            type(self).pages.append([])
        type(self).pages[-1].append((text, QRect(where)))
        return super().drawText(where, flags, text)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[list[tuple[str, QRect]]]:
    Recorder.pages = []
    monkeypatch.setattr(list_print, "QPainter", Recorder)
    return Recorder.pages


def pdf_pages(path: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", path.read_bytes()))


@pytest.mark.parametrize("count", [0, 1, 30, 200])
def test_ux20_every_row_stands_on_paper_once_with_head_and_foot(
    qtbot: QtBot, tmp_path: Path, painted: list[list[tuple[str, QRect]]], count: int
) -> None:
    file = tmp_path / "list.pdf"
    assert write_pdf(file, sheet(count)) == count
    assert pdf_pages(file) == len(painted)
    assert len(painted) == 1 if count < 30 else len(painted) > count // 60
    texts = [text for page in painted for text, _ in page]
    assert [text for text in texts if re.fullmatch(r"\d{5}", text)] == [f"{n:05}" for n in range(count)]
    for number, page in enumerate(painted, start=1):
        said = [text for text, _ in page]
        assert said[:5] == [column.title for column in COLUMNS]
        assert said[-4:-1] == list(FOOTER)
        assert said[-1] == f"Page {number} of {len(painted)}"


def test_amounts_and_days_are_written_by_the_locale(
    qtbot: QtBot, tmp_path: Path, painted: list[list[tuple[str, QRect]]]
) -> None:
    write_pdf(tmp_path / "list.pdf", sheet(1))
    said = [text for text, _ in painted[0]]
    assert said[5:10] == ["00000", "Müller & Søn", "-1,234.50", "01/04/2026", "10/04/2026 08:30"]


def test_nothing_overlaps_and_nothing_leaves_the_page(
    qtbot: QtBot, tmp_path: Path, painted: list[list[tuple[str, QRect]]]
) -> None:
    """Also with a name that no page has room for: it is cut, and the figures are not."""
    write_pdf(tmp_path / "list.pdf", sheet(40, "A very long name of a customer " * 40))
    device = QPdfWriter(str(tmp_path / "size.pdf"))
    device.setResolution(300)
    device.setPageLayout(page_layout())
    page = QRect(0, 0, device.width(), device.height())
    for texts in painted:
        for place, (text, where) in enumerate(texts[:-1]):
            assert page.contains(where), text
            assert not any(where.intersects(other) for _, other in texts[place + 1 : -1]), text
        amounts = [text for text, _ in texts if "234" in text or ",2" in text]
        assert all(re.fullmatch(r"-1,\d{3}\.50", text) for text in amounts)


def test_a_folder_that_is_not_there_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="no folder"):
        write_pdf(tmp_path / "gone" / "list.pdf", sheet(1))


def test_ux20_the_export_offers_pdf(qtbot: QtBot, tmp_path: Path) -> None:
    (kind,) = [one for one in file_types(".") if one.ending == "pdf"]
    kind.write(tmp_path / "list.pdf", sheet(3))
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF-")


def test_ux20_what_is_shown_is_printed(
    qtbot: QtBot, worker: Worker, tmp_path: Path, painted: list[list[tuple[str, QRect]]]
) -> None:
    tab = SearchTab(FakeDesk(), worker)
    qtbot.addWidget(tab)
    tab.show()
    tab.show_connection("Northgate Heating")
    qtbot.waitUntil(lambda: bool(tab.view.table.search_model.rowCount()))
    tab.look_through("dental")
    shown = tab.view.table.search_model.rowCount()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(page_layout())
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    tab.exports.print_to(printer, tab.shown_list())
    qtbot.waitUntil(lambda: "Sent to the printer" in tab.view.banner.words)
    texts = [text for page in painted for text, _ in page]
    assert sum(text.startswith("NG-1") for text in texts) == shown > 0
    assert "Shown: dental" in texts
    assert (tmp_path / "printed.pdf").exists()


def test_ux11_ctrl_p_asks_for_a_printer(qtbot: QtBot, worker: Worker) -> None:
    tab = SearchTab(FakeDesk(), worker)
    qtbot.addWidget(tab)
    tab.show()
    tab.print_list()  # nothing is shown yet
    assert tab.findChild(QPrintDialog) is None
    tab.show_connection("Northgate Heating")
    qtbot.waitUntil(lambda: bool(tab.view.table.search_model.rowCount()))
    tab.print_list()
    dialog = tab.findChild(QPrintDialog, "search-print-dialog")
    assert dialog is not None
    dialog.reject()
