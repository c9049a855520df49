"""A scroll area for pages of sentences: they keep the height that their wrapped words need at the present
width, and scroll once that is more than there is. Qt alone squeezes such pages to the height of unwrapped
words."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_CHANGES = (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.FontChange)


class TallArea(QScrollArea):
    """Scrolls its page from top to bottom; sideways only where the page cannot be any narrower."""

    def __init__(self, name: str, spoken_name: str, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken_name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(page)
        self._later = QTimer(self)  # the parts of the page settle their own heights first
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._fit)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _CHANGES and watched is self.widget():
            self._later.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        page = self.widget()
        layout = page.layout() if page is not None else None
        if page is None or layout is None or not layout.hasHeightForWidth():
            return
        width = max(self.viewport().width(), layout.totalMinimumSize().width())
        height = layout.totalMinimumHeightForWidth(width)
        if page.minimumHeight() != height:
            page.setMinimumHeight(height)
