"""A chart of bars, drawn by hand from the palette: it scales, turns dark, and can be walked with the keys
(UX-21). Used by the overview; the same figures stand in a table below it, for who reads rather than looks."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from syncdesk.ui.notices import announce
from syncdesk.ui.theme import GAP, Tone, figures_font, tone_colours

_FULL = 100_000
"""Parts that a height is counted in, so that no amount becomes a float."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label below, its amount, the amount in words, and the sentence for who hears it."""

    label: str
    amount: Decimal
    text: str
    spoken: str
    tone: Tone = Tone.INFORMATION


def scale_of(highest: Decimal) -> tuple[Decimal, ...]:
    """Two to five round amounts from 0 up to the first at or above the highest. Pure."""
    if highest <= 0:
        return (Decimal(0), Decimal(1))
    exponent = highest.adjusted()
    for factor in ("0.2", "0.25", "0.5", "1", "2", "2.5", "5"):
        step = Decimal(factor).scaleb(exponent)
        count = -(-highest // step) if highest % step == 0 else highest // step + 1
        if count <= 4:
            return tuple(step * n for n in range(int(count) + 1))
    raise AssertionError("a step of five of its own power always fits")


class BarChart(QWidget):
    """Bars side by side. One is current: the arrows move it, Return or a click chooses it."""

    chosen = Signal(int)
    """The place of the bar that was chosen."""

    def __init__(self, name: str, spoken_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken_name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFont(figures_font(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bars: tuple[Bar, ...] = ()
        self._scale: tuple[tuple[Decimal, str], ...] = ()
        self._current = -1
        self._hovered = -1

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The bars shown."""
        return self._bars

    @property
    def current(self) -> int:
        """The place of the current bar, -1 for none."""
        return self._current

    def show_bars(self, bars: Sequence[Bar], scale: Sequence[tuple[Decimal, str]]) -> None:
        """Show these bars beside these marks of the scale, from 0 to the highest."""
        self._bars, self._scale = tuple(bars), tuple(scale)
        self._current = min(self._current, len(self._bars) - 1)
        self._describe()
        self.update()

    def bar_rect(self, place: int) -> QRect:
        """Where a bar can be pressed: its whole column."""
        field = self._field()
        left = field.left() + field.width() * place // len(self._bars)
        right = field.left() + field.width() * (place + 1) // len(self._bars)
        return QRect(left, field.top(), right - left, self.height() - field.top())

    def filled_height(self, place: int) -> int:
        """How many pixels high a bar is drawn; at least two where there is any amount."""
        highest = self._scale[-1][0] if self._scale else Decimal(1)
        part = int(self._bars[place].amount * _FULL / highest)
        height = self._field().height() * part // _FULL
        return max(2, height) if self._bars[place].amount > 0 else 0

    def sizeHint(self) -> QSize:
        return QSize(380, self.fontMetrics().height() * 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, self.fontMetrics().height() * 12)

    # drawing

    def _field(self) -> QRect:
        """Where the bars stand, without scale and labels."""
        metrics = self.fontMetrics()
        left = max((metrics.horizontalAdvance(text) for _, text in self._scale), default=0) + GAP
        top, bottom = metrics.height() + 4, metrics.height() + GAP
        return QRect(left, top, max(1, self.width() - left - 2), max(1, self.height() - top - bottom))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_scale(painter)
        if self._bars:
            for place in range(len(self._bars)):
                self._paint_bar(painter, place)
        painter.end()

    def _paint_scale(self, painter: QPainter) -> None:
        field, palette, metrics = self._field(), self.palette(), self.fontMetrics()
        highest = self._scale[-1][0] if self._scale else Decimal(1)
        for amount, text in self._scale:
            y = field.bottom() - field.height() * int(amount * _FULL / highest) // _FULL
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Midlight), 1))
            painter.drawLine(field.left(), y, field.right(), y)
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            room = QRect(0, y - metrics.height() // 2, field.left() - GAP + 2, metrics.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_bar(self, painter: QPainter, place: int) -> None:
        bar, column, field = self._bars[place], self.bar_rect(place), self._field()
        palette, metrics = self.palette(), self.fontMetrics()
        is_current = place == self._current and self.hasFocus()
        if place == self._hovered or is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Midlight))
            painter.drawRoundedRect(QRectF(column).adjusted(1, 0, -1, 0), 4, 4)
        height = self.filled_height(place)
        inset = max(2, column.width() // 6)
        filled = QRectF(
            column.left() + inset, field.bottom() - height, max(2, column.width() - 2 * inset), height
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone_colours(bar.tone, palette).text))
        painter.drawRoundedRect(filled, 2, 2)
        if is_current:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(column).adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        if bar.amount and metrics.horizontalAdvance(bar.text) <= column.width():
            room = QRect(
                column.left(), int(filled.top()) - metrics.height() - 2, column.width(), metrics.height()
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, bar.text)
        if self._has_label(place):
            room = QRect(column.left() - 40, field.bottom() + 4, column.width() + 80, metrics.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, bar.label)

    def _has_label(self, place: int) -> bool:
        """Where labels would touch, every second, third … stands, counted from the last."""
        widest = max(self.fontMetrics().horizontalAdvance(bar.label) for bar in self._bars) + 6
        every = -(-widest * len(self._bars) // max(1, self._field().width()))
        return (len(self._bars) - 1 - place) % max(1, every) == 0

    # choosing

    def _place_at(self, where: QPointF) -> int:
        point = where.toPoint()
        return next((n for n in range(len(self._bars)) if self.bar_rect(n).contains(point)), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if place != self._hovered:
            self._hovered = place
            self.setCursor(Qt.CursorShape.PointingHandCursor if place >= 0 else Qt.CursorShape.ArrowCursor)
            QToolTip.showText(
                event.globalPosition().toPoint(), self._bars[place].spoken if place >= 0 else "", self
            )
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and place >= 0:
            self._go_to(place)
            self.chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), len(self._bars) - 1
        ahead, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        moves = {ahead: self._current + 1, back: self._current - 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if key in moves and self._bars:
            self._go_to(min(max(0, moves[Qt.Key(key)]), last))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._current >= 0:
            self.chosen.emit(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QEvent) -> None:
        if self._current < 0 and self._bars:
            self._go_to(len(self._bars) - 1)
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.update()

    def _go_to(self, place: int) -> None:
        if place != self._current:
            self._current = place
            self._describe()
            if self.hasFocus():
                announce(self, self._bars[place].spoken)
            self.update()

    def _describe(self) -> None:
        current = self._bars[self._current].spoken if 0 <= self._current < len(self._bars) else ""
        self.setAccessibleDescription(current)
