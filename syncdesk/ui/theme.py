"""Colours, letters and spacing of the window, light and dark. Used by main at start-up and by every widget
that paints itself.
"""

import sys
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QStyle, QStyleFactory, QWidget

MARGIN = 16
"""Space between the edge of a page and what is on it."""
GAP = 8
"""Space between two things that belong together."""
ROW_HEIGHT = 30
RADIUS = 6


class ThemeChoice(StrEnum):
    """What a person may choose; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Tone(StrEnum):
    """What a colour says. Never alone: an icon and a word always stand beside it (UX-10)."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    INFORMATION = "information"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class ToneColours:
    """Text (also of icons) that is readable on the window, on a list, and on `fill`; `edge` is the line
    around `fill`.
    """

    text: str
    fill: str
    edge: str


_LIGHT = {
    "Window": "#f5f6f8",
    "WindowText": "#1b1f24",
    "Text": "#1b1f24",
    "Base": "#ffffff",
    "AlternateBase": "#f7f9fb",
    "Button": "#fbfcfd",
    "ButtonText": "#1b1f24",
    "Highlight": "#1f5fbf",
    "HighlightedText": "#ffffff",
    "Link": "#1a56b0",
    "LinkVisited": "#5b3fa0",
    "PlaceholderText": "#667080",
    "Light": "#ffffff",
    "Mid": "#c3c9d2",
    "Midlight": "#eceef2",
    "Dark": "#9aa3af",
    "Shadow": "#6b7480",
    "Accent": "#1f5fbf",
    "BrightText": "#b42318",
    "ToolTipBase": "#1b1f24",
    "ToolTipText": "#ffffff",
}
_DARK = {
    "Window": "#202328",
    "WindowText": "#e8eaed",
    "Text": "#e8eaed",
    "Base": "#17191d",
    "AlternateBase": "#1c1f24",
    "Button": "#2b2f36",
    "ButtonText": "#e8eaed",
    "Highlight": "#2f6fd0",
    "HighlightedText": "#ffffff",
    "Link": "#8ab4f8",
    "LinkVisited": "#c3a6f5",
    "PlaceholderText": "#9aa3af",
    "Light": "#3a4049",
    "Mid": "#3f454e",
    "Midlight": "#32363d",
    "Dark": "#14161a",
    "Shadow": "#0b0c0e",
    "Accent": "#5b96ee",
    "BrightText": "#ff8a80",
    "ToolTipBase": "#e8eaed",
    "ToolTipText": "#1b1f24",
}
_DISABLED = {False: "#858d99", True: "#757c87"}

_TONES_LIGHT = {
    Tone.GOOD: ToneColours("#176639", "#e8f5ed", "#b5dcc4"),
    Tone.WARNING: ToneColours("#874800", "#fdf2df", "#ecce9a"),
    Tone.BAD: ToneColours("#b42318", "#fdecea", "#f1bdb7"),
    Tone.INFORMATION: ToneColours("#1a56b0", "#e9f1fc", "#bcd3f2"),
    Tone.QUIET: ToneColours("#596373", "#eceef2", "#d5dae1"),
}
_TONES_DARK = {
    Tone.GOOD: ToneColours("#7fd4a0", "#1a3024", "#2d543d"),
    Tone.WARNING: ToneColours("#f0b45c", "#362914", "#60491f"),
    Tone.BAD: ToneColours("#ff8a80", "#3a2022", "#6b3537"),
    Tone.INFORMATION: ToneColours("#8ab4f8", "#1c2940", "#33507f"),
    Tone.QUIET: ToneColours("#a7afba", "#2a2e35", "#3f454e"),
}

# Fusion draws the outline of a control 1.4 times darker than its Window colour, which is hard to see.
# So controls have a Window colour of their own that lets outlines reach 3:1 (UX-10); it fills nothing.
_OUTLINE = {False: "#c4c8ce", True: "#b4bcc8"}
_OUTLINED = (
    "QLineEdit",
    "QComboBox",
    "QRadioButton",
    "QCheckBox",
    "QPushButton",
    "QToolButton",
    "QProgressBar",
    "TableView",
)

_PRIMARY_DEPTH = {False: 138, True: 178}
"""Fusion brightens a default button; this much darker, its white text still reaches 4.5:1."""


def palette(dark: bool) -> QPalette:
    """The tested palette of the Fusion style; every pair of text and ground reaches 4.5:1."""
    made = QPalette()
    for role, colour in (_DARK if dark else _LIGHT).items():
        made.setColor(getattr(QPalette.ColorRole, role), QColor(colour))
    group = QPalette.ColorGroup.Disabled
    for disabled in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(group, disabled, QColor(_DISABLED[dark]))
    return made


def is_dark(of: QPalette) -> bool:
    """True for light letters on a dark ground, whoever made the palette (dark and high-contrast desktops
    too).
    """
    ground, letters = of.color(QPalette.ColorRole.Base), of.color(QPalette.ColorRole.Text)
    return ground.lightness() < letters.lightness()


def tone_colours(tone: Tone, of: QPalette) -> ToneColours:
    """The colours of a tone that go with this palette."""
    return (_TONES_DARK if is_dark(of) else _TONES_LIGHT)[tone]


def outline_colour(dark: bool) -> QColor:
    """The line around fields and buttons as Fusion draws it from our palettes."""
    return QColor(_OUTLINE[dark]).darker(140)


def make_primary(button: QPushButton, primary: bool) -> None:
    """Let the one button that carries the page on stand out (UX-3). Native styles do so by themselves."""
    button.setDefault(primary)
    app = QApplication.palette(button)
    if primary and _is_fusion(button.style()):
        ground = app.color(QPalette.ColorRole.Highlight).darker(_PRIMARY_DEPTH[is_dark(app)])
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            app.setColor(group, QPalette.ColorRole.Button, ground)
            app.setColor(group, QPalette.ColorRole.ButtonText, app.color(QPalette.ColorRole.HighlightedText))
    button.setPalette(app)


def quieten(label: QWidget, tone: Tone = Tone.QUIET) -> None:
    """Write in the colour of a tone, as long as the label is enabled."""
    made = QApplication.palette(label)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        made.setColor(group, QPalette.ColorRole.WindowText, QColor(tone_colours(tone, made).text))
    label.setPalette(made)


def figures_font(font: QFont) -> QFont:
    """The font with figures of equal width, for columns of money and dates."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def larger_font(font: QFont, factor: float, bold: bool = False) -> QFont:
    """The font enlarged relative to what the person has set in the system."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * factor)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def row_height(widget: QWidget) -> int:
    """Height of a table row: it follows enlarged letters, and is never less than what reads well."""
    return max(ROW_HEIGHT, round(widget.fontMetrics().height() * 1.9))


def icon_side(widget: QWidget) -> int:
    """Side of an icon beside text, in logical pixels: it follows enlarged letters."""
    return max(16, round(widget.fontMetrics().height() * 0.95))


class Theme(QObject):
    """Keeps the look in step with the person's choice and the desktop's light or dark scheme."""

    def __init__(self, app: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM, style: str = "") -> None:
        super().__init__(app)
        self._app = app
        self.choice = choice
        if not style and sys.platform.startswith("linux"):
            style = "Fusion"
        if style and style.casefold() in {known.casefold() for known in QStyleFactory.keys()}:  # noqa: SIM118
            app.setStyle(style)
        set_fonts(app)
        app.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        self.apply(choice)

    def apply(self, choice: ThemeChoice) -> None:
        """Show the window light, dark, or as the desktop has it."""
        self.choice = choice
        hints = self._app.styleHints()
        wanted = {
            ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
            ThemeChoice.LIGHT: Qt.ColorScheme.Light,
            ThemeChoice.DARK: Qt.ColorScheme.Dark,
        }[choice]
        hints.setColorScheme(wanted)
        self._scheme_changed()

    @Slot()
    def _scheme_changed(self) -> None:
        if not _is_fusion(self._app.style()):
            return  # the platform's own style brings its own palette, high contrast included
        dark = self.choice is ThemeChoice.DARK or (
            self.choice is ThemeChoice.SYSTEM and self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        made = palette(dark)
        self._app.setPalette(made)
        outlined = QPalette(made)
        outlined.setColor(QPalette.ColorRole.Window, _OUTLINE[dark])
        for kind in _OUTLINED:
            self._app.setPalette(outlined, kind)  # type: ignore[arg-type]  # PySide takes str, its stubs say bytes


def _is_fusion(style: QStyle) -> bool:
    return style.name().casefold() == "fusion"


def set_fonts(app: QApplication) -> None:
    """On Linux: Inter where it is installed, never smaller than 10 point. Elsewhere the system's own letters
    stay.
    """
    if not sys.platform.startswith("linux"):
        return
    font = app.font()
    if "Inter" in QFontDatabase.families():
        font.setFamily("Inter")
    font.setPointSizeF(max(10.0, font.pointSizeF()))
    app.setFont(font)
