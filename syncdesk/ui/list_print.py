"""A list on paper or as a PDF file (UX-20): the columns shown, a head on every page, and below each page the
company, the filter and the time. Used by list_export."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QMarginsF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from syncdesk.app.export import Cell, CellKind, Sheet, write_whole
from syncdesk.ui.present import day_text, number_text

translate = QCoreApplication.translate
_RESOLUTION = 300  # dots an inch: sharp letters, small files
_POINTS = 8
_INK, _FAINT = "#000000", "#9aa3af"
_PAD = 12  # dots between a line of the table and its text
_SAMPLE = 400  # rows that say how wide a column has to be


def write_pdf(path: Path, sheet: Sheet) -> int:
    """Write the sheet as a PDF file in A4 across; returns the number of rows. The file appears whole or not
    at all. May be called on any thread. Raises what :func:`syncdesk.app.export.write_xlsx` raises."""

    def fill(target: Path) -> int:
        writer = QPdfWriter(str(target))
        writer.setResolution(_RESOLUTION)
        writer.setTitle(sheet.name)
        writer.setCreator("SyncDesk")
        writer.setPageLayout(page_layout())
        count = paint_sheet(writer, sheet)
        if count < 0:
            raise OSError(28, "the file could not be written")
        return count

    return write_whole(path, fill)


def page_layout() -> QPageLayout:
    """A4 across with room at the edges that every printer can print."""
    margins = QMarginsF(12, 12, 12, 12)
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Landscape, margins, QPageLayout.Unit.Millimeter)


def paint_sheet(device: QPagedPaintDevice, sheet: Sheet) -> int:
    """Paint the sheet page by page; returns the number of rows, -1 if the device refuses."""
    painter = QPainter()
    if not painter.begin(device):
        return -1
    try:
        rows = [[_text(cell, sheet) for cell in row] for row in sheet.rows]
        sums = [[_text(cell, sheet) for cell in row] for row in sheet.totals]
        _Pages(device, painter, sheet, rows, sums).paint()
        return len(rows)
    finally:
        painter.end()


def _text(cell: Cell, sheet: Sheet) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        whole, point, part = f"{abs(cell):f}".partition(".")
        sign = "-" if cell < 0 else ""
        return f"{sign}{number_text(int(whole))}{QLocale().decimalPoint() if point else ''}{part}"
    if isinstance(cell, datetime):
        moment = cell.astimezone(sheet.zone)
        return f"{day_text(moment.date())} {moment:%H:%M}"
    if isinstance(cell, date):
        return day_text(cell)
    return " ".join(cell.split())


@dataclass(frozen=True, slots=True)
class _Box:
    """Where a column stands on the page, in dots."""

    left: int
    width: int
    right_aligned: bool


class _Pages:
    """One sheet on its way to paper."""

    def __init__(
        self,
        device: QPagedPaintDevice,
        painter: QPainter,
        sheet: Sheet,
        rows: Sequence[Sequence[str]],
        sums: Sequence[Sequence[str]],
    ) -> None:
        self._device, self._painter, self._sheet = device, painter, sheet
        self._rows, self._sums = rows, sums
        self._plain = QFont(painter.font())
        self._plain.setPointSizeF(_POINTS)
        self._bold = QFont(self._plain)
        self._bold.setBold(True)
        self._head_font = QFont(self._bold)
        painter.setFont(self._bold)
        self._line = round(painter.fontMetrics().height() * 1.45)
        area = painter.viewport()
        self._width, self._height = area.width(), area.height()
        self._boxes = self._measure()
        head, foot = 1, len(sheet.footer) + 1
        self._per_page = max(1, self._height // self._line - head - foot)

    def paint(self) -> None:
        """Every page with its head and foot."""
        lines = [*((row, False) for row in self._rows), *((row, True) for row in self._sums)]
        pages = max(1, -(-len(lines) // self._per_page))
        for page in range(pages):
            if page:
                self._device.newPage()
            self._head()
            shown = lines[page * self._per_page : (page + 1) * self._per_page]
            for place, (row, is_sum) in enumerate(shown, start=1):
                self._row(place * self._line, row, self._bold if is_sum else self._plain)
            self._foot(page + 1, pages)

    def _measure(self) -> list[_Box]:
        """Columns as wide as their texts, squeezed to the page where they do not fit, widest first."""
        metrics = self._painter.fontMetrics()
        sample = [*self._rows[:_SAMPLE], *self._sums]
        wanted = [
            max([metrics.horizontalAdvance(column.title), *(metrics.horizontalAdvance(r[i]) for r in sample)])
            + 2 * _PAD
            + 4  # widths are rounded
            for i, column in enumerate(self._sheet.columns)
        ]
        while sum(wanted) > self._width:
            widest = max(wanted)
            place = wanted.index(widest)
            next_widest = max((w for w in wanted if w < widest), default=0)
            step = max(1, min(widest - next_widest, sum(wanted) - self._width))
            wanted[place] = max(1, widest - step)
        left, boxes = 0, []
        for width, column in zip(wanted, self._sheet.columns, strict=True):
            boxes.append(_Box(left, width, column.kind is CellKind.AMOUNT))
            left += width
        return boxes

    def _head(self) -> None:
        self._row(0, [column.title for column in self._sheet.columns], self._head_font)
        self._rule(self._line)

    def _row(self, top: int, texts: Sequence[str], font: QFont) -> None:
        painter = self._painter
        painter.setFont(font)
        painter.setPen(QPen(_INK))
        for box, text in zip(self._boxes, texts, strict=True):
            room = QRect(box.left + _PAD, top, box.width - 2 * _PAD, self._line)
            side = Qt.AlignmentFlag.AlignRight if box.right_aligned else Qt.AlignmentFlag.AlignLeft
            # A figure that does not fit is never cut where it would read as another one.
            is_figure = box.right_aligned and font is not self._head_font
            cut = Qt.TextElideMode.ElideLeft if is_figure else Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(text, cut, room.width())
            painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def _foot(self, page: int, pages: int) -> None:
        painter, lines = self._painter, self._sheet.footer
        top = self._height - len(lines) * self._line
        self._rule(top - self._line // 4)
        painter.setFont(self._plain)
        painter.setPen(QPen(_INK))
        number = translate("print", "Page {page} of {pages}").format(
            page=number_text(page), pages=number_text(pages)
        )
        number_width = painter.fontMetrics().horizontalAdvance(number) + _PAD
        for place, line in enumerate(lines):
            room = QRect(0, top + place * self._line, self._width - number_width, self._line)
            shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        room = QRect(0, self._height - self._line, self._width, self._line)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)

    def _rule(self, top: int) -> None:
        self._painter.setPen(QPen(QColor(_FAINT), 2))
        self._painter.drawLine(0, top, self._width, top)
