"""The counters of a run as buttons that show their rows (D8). Used by the Update tab."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QStyle, QWidget

from syncdesk.model.changes import Counts, Outcome
from syncdesk.ui.icons import mark_icon
from syncdesk.ui.present import Mark, number_text, outcome_mark
from syncdesk.ui.theme import GAP, RADIUS, Tone, figures_font, icon_side, larger_font, tone_colours

SHOWN = (
    Outcome.WRITTEN,
    Outcome.UNCHANGED,
    Outcome.SKIPPED,
    Outcome.UNMATCHED,
    Outcome.CONFLICT,
    Outcome.FAILED,
)

_LEADING = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Tile(QAbstractButton):
    """One counter: a large figure over an icon with its word. Pressed down it filters the list below."""

    def __init__(self, name: str, outcome: Outcome | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outcome = outcome
        self.setObjectName(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._figure = 0
        self._mark = Mark("filter", "", Tone.QUIET)

    @property
    def figure(self) -> int:
        """The number shown."""
        return self._figure

    def show_figure(self, figure: int, mark: Mark) -> None:
        """Show this number."""
        self._figure, self._mark = figure, mark
        self.setText(mark.word)
        self.setAccessibleName(f"{mark.word}: {number_text(figure)}")
        description = self.tr("Shows only these rows")
        self.setAccessibleDescription(description)
        self.setToolTip(f"{mark.word}: {number_text(figure)}. {description}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = round(self.fontMetrics().height() * 3.4) + 6
        return QSize(self.fontMetrics().horizontalAdvance(self._mark.word) + 40, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._mark.word) + 20, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        tone = self._mark.tone if self._figure else Tone.QUIET
        colours = tone_colours(tone, palette)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_surface(painter, colours.fill)
        left, width, half = 11, self.width() - 18, round(self.height() * 0.56)
        flags = QStyle.visualAlignment(self.layoutDirection(), _LEADING)
        painter.setFont(larger_font(figures_font(self.font()), 1.55, bold=True))
        painter.setPen(QColor(colours.text))
        figure = number_text(self._figure)
        painter.drawText(QRectF(left, 5, width, half - 4), flags, figure)
        side = icon_side(self)
        if painter.fontMetrics().horizontalAdvance(figure) + side + 4 <= width:
            corner = QRect(self.width() - side - 10, 5 + (half - 4 - side) // 2, side, side)
            mark = Mark(self._mark.icon, self._mark.word, tone)
            mark_icon(mark, palette).paint(
                painter, QStyle.visualRect(self.layoutDirection(), self.rect(), corner)
            )
        painter.setFont(self.font())
        painter.setPen(palette.color(QPalette.ColorRole.WindowText) if self._figure else QColor(colours.text))
        painter.drawText(QRectF(left, half, width, self.height() - half - 6), flags, self._mark.word)
        painter.end()

    def _draw_surface(self, painter: QPainter, fill: str) -> None:
        palette = self.palette()
        accent = palette.color(QPalette.ColorRole.Highlight)
        chosen = self.isChecked()
        ground = QColor(fill) if chosen or self.underMouse() else palette.color(QPalette.ColorRole.Base)
        edge = accent if chosen or self.hasFocus() else palette.color(QPalette.ColorRole.Mid)
        painter.setBrush(ground)
        painter.setPen(QPen(edge, 2 if chosen or self.hasFocus() else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        if chosen and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent, 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), RADIUS - 2, RADIUS - 2)


class Counters(QWidget):
    """All counters side by side: found is their sum, each opens its rows."""

    chosen = Signal(object)
    """The outcome whose rows are wanted, None for all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("counters")
        self._tiles: dict[Outcome | None, Tile] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP - 2)
        for outcome in (None, *SHOWN):
            name = "found" if outcome is None else outcome.value
            tile = Tile(f"counter-{name}", outcome, self)
            self._tiles[outcome] = tile
            self._group.addButton(tile)
            row.addWidget(tile)
        self._tiles[None].setChecked(True)
        self._group.buttonClicked.connect(self._pressed)

    def tile(self, outcome: Outcome | None) -> Tile:
        """One counter; None is the one of all rows."""
        return self._tiles[outcome]

    def stops(self) -> list[Tile]:
        """Where the Tab key stops, in reading order."""
        return list(self._tiles.values())

    def show_counts(self, counts: Counts, planned: bool) -> None:
        """Show these numbers. `planned`: they come from a preview."""
        found = Mark("search", self.tr("Found"), Tone.INFORMATION)
        self._tiles[None].show_figure(counts.found, found)
        for outcome in SHOWN:
            self._tiles[outcome].show_figure(counts.of(outcome), outcome_mark(outcome, planned))

    def choose(self, outcome: Outcome | None) -> None:
        """Press a counter down without asking for its rows."""
        self._tiles[outcome].setChecked(True)

    @Slot(QAbstractButton)
    def _pressed(self, button: Tile) -> None:
        self.chosen.emit(button.outcome)
