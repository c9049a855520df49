"""How tables look: cells with room at their sides, and a flat header with a small sorting mark. Used by
tables.py only.
"""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QPen, QPolygon
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from syncdesk.ui.theme import Tone, tone_colours

SIDE = 6
"""Room at the left and right of a cell's text, in pixels."""

_SELECTED = QStyle.StateFlag.State_Selected
_FOCUSED = QStyle.StateFlag.State_HasFocus
_ACTIVE = QStyle.StateFlag.State_Active


class PaddedCells(QStyledItemDelegate):
    """Draws cells as the style does, but with room at the sides, so that columns never touch."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        state, cell = option.state, option.rect
        if state & _SELECTED:
            group = QPalette.ColorGroup.Active if state & _ACTIVE else QPalette.ColorGroup.Inactive
            painter.fillRect(cell, option.palette.brush(group, QPalette.ColorRole.Highlight))
        option.rect = cell.adjusted(SIDE, 0, -SIDE, 0)
        option.state = state & ~_FOCUSED  # the row shows where the focus is, not a frame around one cell
        super().paint(painter, option, index)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        option.rect = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        return super().editorEvent(event, model, option, index)


class FlatHeader(QHeaderView):
    """Column titles on one line of colour, in step with the cells below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setMinimumHeight(round(self.fontMetrics().height() * 1.75))

    def sectionSizeFromContents(self, logical: int) -> QSize:
        size = super().sectionSizeFromContents(logical)
        return QSize(size.width() + 2 * SIDE, size.height())

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        palette = self.palette()
        line = QPen(palette.color(QPalette.ColorRole.Mid))
        painter.save()
        painter.fillRect(rect, palette.color(QPalette.ColorRole.Midlight))
        painter.setPen(line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.right(), rect.top() + 6, rect.right(), rect.bottom() - 6)
        inner = rect.adjusted(SIDE + 3, 0, -SIDE - 3, 0)
        sorted_here = self.isSortIndicatorShown() and self.sortIndicatorSection() == logical
        if sorted_here:
            self._draw_mark(painter, QRect(inner.right() - 8, inner.center().y() - 2, 8, 5))
            inner.adjust(0, 0, -14, 0)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(tone_colours(Tone.QUIET, palette).text)
        model, across = self.model(), self.orientation()
        title = str(model.headerData(logical, across) or "")
        alignment = model.headerData(logical, across, Qt.ItemDataRole.TextAlignmentRole)
        flags = int(alignment or self.defaultAlignment())
        text = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, flags, text)
        painter.restore()

    def _draw_mark(self, painter: QPainter, rect: QRect) -> None:
        up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        base, tip = (rect.bottom(), rect.top()) if up else (rect.top(), rect.bottom())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Link))
        corners = [rect.bottomLeft(), rect.bottomRight(), rect.center()]
        corners[0].setY(base)
        corners[1].setY(base)
        corners[2].setY(tip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPolygon(QPolygon(corners))
