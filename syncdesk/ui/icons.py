"""Icons from the SVG files of resources/icons, drawn in a colour of the palette. Used wherever the window
shows a picture.

Each file is drawn in black on a 24 x 24 field; black is replaced by the wanted colour before it is rendered,
at every size that screens between 100 and 300 % ask for, so that icons stay sharp (UX-13).
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from syncdesk.app.resources import resource
from syncdesk.ui.present import Mark
from syncdesk.ui.theme import Tone, tone_colours

_SIZES = (16, 20, 24, 32, 40, 48, 60, 72, 96)


def tone_icon(name: str, tone: Tone, palette: QPalette) -> QIcon:
    """The icon in the colour of a tone; in a selected row it takes the colour of selected text."""
    colour = tone_colours(tone, palette).text
    return _icon(name, colour, palette.color(QPalette.ColorRole.HighlightedText).name())


def mark_icon(mark: Mark, palette: QPalette) -> QIcon:
    """The icon of a mark in its colour."""
    return tone_icon(mark.icon, mark.tone, palette)


def plain_icon(name: str, palette: QPalette) -> QIcon:
    """The icon in the colour of text, for buttons and menus."""
    colour = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText).name()
    return _icon(name, colour, palette.color(QPalette.ColorRole.HighlightedText).name())


def coloured_icon(name: str, colour: str) -> QIcon:
    """The icon in one colour everywhere."""
    return _icon(name, colour, colour)


def app_icon() -> QIcon:
    """SyncDesk's own picture, in its own colours."""
    icon = QIcon()
    for size in (*_SIZES, 128, 256):
        icon.addPixmap(_render(_svg("syncdesk"), size))
    return icon


def icon_pixmap(name: str, tone: Tone, palette: QPalette, size: int, ratio: float) -> QPixmap:
    """One picture of the icon of `size` logical pixels for a screen of this ratio."""
    colour = tone_colours(tone, palette).text
    pixmap = _render(_svg(name).replace(b"#000", colour.encode()), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, selected: str) -> QIcon:
    icon = QIcon()
    svg = _svg(name)
    for size in _SIZES:
        icon.addPixmap(_render(svg.replace(b"#000", colour.encode()), size))
        icon.addPixmap(_render(svg.replace(b"#000", selected.encode()), size), QIcon.Mode.Selected)
    return icon


@lru_cache(maxsize=128)
def _svg(name: str) -> bytes:
    return resource(f"icons/{name}.svg").read_bytes()


def _render(svg: bytes, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
