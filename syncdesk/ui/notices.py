"""Calm ways of telling: a banner for lasting states, an empty page that says why, an error with its raw
detail folded away.

Used by all tabs. They paint themselves from the palette and need no style sheet, so that native styles stay
whole.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from syncdesk.model.errors import RetryableError, SetupError, SyncDeskError
from syncdesk.ui.icons import icon_pixmap, plain_icon
from syncdesk.ui.theme import GAP, MARGIN, RADIUS, Tone, figures_font, larger_font, tone_colours


class IconLabel(QLabel):
    """A picture beside a text; it says nothing of its own, the text does."""

    def __init__(self, name: str, tone: Tone, size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone, self._size = name, tone, size
        self.setFixedSize(QSize(size, size))
        self._draw()

    def show_icon(self, name: str, tone: Tone) -> None:
        """Show another picture."""
        self._name, self._tone = name, tone
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_name"):
            self._draw()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self.setPixmap(icon_pixmap(self._name, self._tone, self.palette(), self._size, ratio))


class Panel(QFrame):
    """A rounded surface in the colours of a tone, or plain in the colours of lists when `tone` is None."""

    def __init__(self, tone: Tone | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone

    @property
    def tone(self) -> Tone | None:
        """The tone it is painted in."""
        return self._tone

    def set_tone(self, tone: Tone | None) -> None:
        """Paint in other colours."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        fill, edge = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Mid)
        if self._tone is not None:
            colours = tone_colours(self._tone, palette)
            fill, edge = QColor(colours.fill), QColor(colours.edge)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(fill)
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()


def wrapped_label(name: str, parent: QWidget | None = None) -> QLabel:
    """A label for sentences: wrapped, selectable by mouse and keyboard only where a person would copy it."""
    label = QLabel(parent)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return label


class Banner(Panel):
    """A lasting state across the page: icon, sentence, what can be done about it (UX-7)."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Tone.INFORMATION, parent)
        self.setObjectName(name)
        self._icon = IconLabel("information", Tone.INFORMATION, 20, self)
        self._title = wrapped_label(f"{name}-title", self)
        self._title.setFont(larger_font(self.font(), 1.0, bold=True))
        self._text = wrapped_label(f"{name}-text", self)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GAP)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addLayout(self._buttons)
        self.hide()

    def say(self, icon: str, tone: Tone, title: str, text: str = "") -> None:
        """Show the banner with these words; an empty part is left out."""
        self.set_tone(tone)
        self._icon.show_icon(icon, tone)
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(f"{title} {text}".strip())
        self.show()

    def add_button(self, name: str, text: str, pressed: Callable[[], object]) -> QPushButton:
        """Add something that can be done about it. `pressed` must be a method of a QObject."""
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(pressed)
        self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return button

    @property
    def words(self) -> str:
        """Everything it says, for tests and screen readers."""
        return self.accessibleName()


class EmptyPage(QWidget):
    """What stands in place of a list without rows: why it is empty, and what can be done (UX-2)."""

    pressed = Signal()
    """Its button, if it shows one."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icon = IconLabel("empty", Tone.QUIET, 44, self)
        self._title = wrapped_label(f"{name}-title", self)
        self._title.setFont(larger_font(self.font(), 1.2, bold=True))
        self._text = wrapped_label(f"{name}-text", self)
        self._button = QPushButton(self)
        self._button.setObjectName(f"{name}-button")
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN * 2, MARGIN, MARGIN * 2, MARGIN)
        column.setSpacing(GAP)
        column.addStretch(2)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(4)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, title: str, text: str = "", button: str = "", icon: str = "empty") -> None:
        """Show these words; without `button` there is none."""
        self._icon.show_icon(icon, Tone.QUIET)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._button.setText(button)
        self._button.setVisible(bool(button))

    @property
    def words(self) -> str:
        """Title and text."""
        return f"{self._title.text()} {self._text.text()}".strip()


class TableOrEmpty(QStackedWidget):
    """A list, or the page that says why there is none."""

    def __init__(self, table: QWidget, empty: EmptyPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table, self.empty = table, empty
        self.addWidget(empty)
        self.addWidget(table)

    def show_table(self) -> None:
        """Show the list."""
        self.setCurrentWidget(self.table)

    def show_empty(self, title: str, text: str = "", button: str = "", icon: str = "empty") -> None:
        """Show why there is nothing."""
        self.empty.say(title, text, button, icon)
        self.setCurrentWidget(self.empty)


class ErrorPanel(Panel):
    """An error: what happened, what to do, and the raw text folded away, with Copy (UX-6)."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Tone.BAD, parent)
        self.setObjectName(name)
        self._error: SyncDeskError | None = None
        self._cures: dict[str, QPushButton] = {}
        self._retry: QPushButton | None = None
        self._title = wrapped_label(f"{name}-title", self)
        self._title.setFont(larger_font(self.font(), 1.0, bold=True))
        self._remedy = wrapped_label(f"{name}-remedy", self)
        self._show = QPushButton(self.tr("Show &Details"), self)
        self._show.setObjectName(f"{name}-details-button")
        self._show.setCheckable(True)
        self._show.toggled.connect(self._fold)
        self._copy = QPushButton(self.tr("Copy Details"), self)
        self._copy.setObjectName(f"{name}-copy-button")
        self._copy.clicked.connect(self.copy)
        self._detail = QPlainTextEdit(self)
        self._detail.setObjectName(f"{name}-detail")
        self._detail.setAccessibleName(self.tr("Details of the error"))
        self._detail.setReadOnly(True)
        self._detail.setTabChangesFocus(True)
        self._detail.setFont(figures_font(self.font()))
        self._detail.setMaximumHeight(110)
        self._build()
        self.hide()

    def _build(self) -> None:
        for button in (self._show, self._copy):
            button.setAutoDefault(False)
        icon = IconLabel("error", Tone.BAD, 20, self)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._remedy)
        self._row = row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._show, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addLayout(row)
        column.addWidget(self._detail)

    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, in reading order."""
        retry = [] if self._retry is None else [self._retry]
        return [*retry, *self._cures.values(), self._show, self._copy, self._detail]

    def add_cure(self, field: str, name: str, text: str, pressed: Callable[[], object]) -> QPushButton:
        """Offer a button beside errors about this field of the set-up: it leads to what cures them (UX-6).
        `pressed` must be a method of a QObject."""
        self._cures[field] = self._add_button(name, text, pressed)
        return self._cures[field]

    def add_retry(self, name: str, text: str, pressed: Callable[[], object]) -> QPushButton:
        """Offer a button beside errors that may be gone if the same is tried again. `pressed` must be a
        method of a QObject."""
        self._retry = self._add_button(name, text, pressed)
        return self._retry

    def _add_button(self, name: str, text: str, pressed: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(pressed)
        button.hide()
        self._row.insertWidget(2, button, 0, Qt.AlignmentFlag.AlignVCenter)
        return button

    @property
    def is_cured(self) -> bool:
        """True if the error shown is one that a button leads to the cure of."""
        return isinstance(self._error, SetupError) and self._error.field in self._cures

    def show_error(self, error: SyncDeskError) -> None:
        """Tell of this error."""
        self._error = error
        self._title.setText(error.title)
        self._remedy.setText(error.remedy)
        self._remedy.setVisible(bool(error.remedy))
        self._detail.setPlainText(error.detail)
        self._show.setVisible(bool(error.detail))
        self._show.setChecked(False)
        self._detail.hide()
        field = error.field if isinstance(error, SetupError) else ""
        for cured, button in self._cures.items():
            button.setVisible(cured == field)
        if self._retry is not None:
            self._retry.setVisible(isinstance(error, RetryableError))
        self.setAccessibleName(f"{error.title} {error.remedy}".strip())
        self.show()

    @Slot()
    def copy(self) -> None:
        """Put the whole error on the clipboard."""
        if self._error is not None:
            parts = (self._error.title, self._error.remedy, self._error.detail)
            QGuiApplication.clipboard().setText("\n".join(part for part in parts if part))

    @Slot(bool)
    def _fold(self, open_: bool) -> None:
        self._detail.setVisible(open_)
        self._show.setText(self.tr("Hide &Details") if open_ else self.tr("Show &Details"))


class Fold(QWidget):
    """Something that few people need, folded away under its title until it is opened."""

    def __init__(self, name: str, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self.button = QToolButton(self)
        self.button.setObjectName(name)
        self.button.setText(title)
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.toggled.connect(self._fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(content)
        self._fold(False)

    def open(self) -> None:
        """Open it."""
        self.button.setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "button"):
            self._draw()

    @Slot(bool)
    def _fold(self, open_: bool) -> None:
        self.content.setVisible(open_)
        self._draw()

    def _draw(self) -> None:
        name = "chevron-down" if self.button.isChecked() else "chevron-right"
        self.button.setIcon(plain_icon(name, self.palette()))


def set_tab_order(stops: Sequence[QWidget]) -> None:
    """Let the Tab key stop at these in this order (UX-11)."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say this, where Qt can (6.8 and later) (UX-12)."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
