"""Colours hold WCAG AA in light and dark; icons reach 3:1 and exist in every size (UX-10, UX-13)."""

from itertools import product

import pytest
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from syncdesk.app.resources import resource
from syncdesk.model.changes import Outcome, RunKind, RunResult
from syncdesk.model.settlement import PaymentState
from syncdesk.ui.icons import app_icon, icon_pixmap, mark_icon
from syncdesk.ui.memory import remember_theme, remembered_theme
from syncdesk.ui.present import outcome_mark, result_mark, state_mark
from syncdesk.ui.theme import ThemeChoice, Tone, is_dark, palette, tone_colours

Role = QPalette.ColorRole
PAIRS = [
    (Role.WindowText, Role.Window),
    (Role.Text, Role.Base),
    (Role.Text, Role.AlternateBase),
    (Role.ButtonText, Role.Button),
    (Role.HighlightedText, Role.Highlight),
    (Role.PlaceholderText, Role.Base),
    (Role.Link, Role.Window),
    (Role.Link, Role.Base),
    (Role.LinkVisited, Role.Base),
    (Role.BrightText, Role.Window),
    (Role.ToolTipText, Role.ToolTipBase),
]


def _brightness(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    return sum(w * linear(v) for w, v in zip((0.2126, 0.7152, 0.0722), colour.getRgbF()[:3], strict=True))


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of WCAG 2: 1 to 21."""
    low, high = sorted((_brightness(one), _brightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("dark", "pair"), list(product((False, True), PAIRS)))
def test_text_reaches_4_5_on_its_ground(dark: bool, pair: tuple[Role, Role]) -> None:
    colours = palette(dark)
    assert contrast(colours.color(pair[0]), colours.color(pair[1])) >= 4.5


@pytest.mark.parametrize(("dark", "tone"), list(product((False, True), Tone)))
def test_tones_are_readable_on_their_fill_and_on_lists(dark: bool, tone: Tone) -> None:
    colours = palette(dark)
    own = tone_colours(tone, colours)
    for ground in (
        own.fill,
        colours.color(Role.Base),
        colours.color(Role.AlternateBase),
        colours.color(Role.Window),
    ):
        assert contrast(QColor(own.text), QColor(ground)) >= 4.5
    assert contrast(colours.color(Role.WindowText), QColor(own.fill)) >= 4.5


def test_a_palette_knows_whether_it_is_dark() -> None:
    assert [is_dark(palette(False)), is_dark(palette(True))] == [False, True]


MARKS = [
    *(state_mark(state) for state in (*PaymentState, None)),
    *(outcome_mark(outcome, planned) for outcome, planned in product(Outcome, (False, True))),
    *(result_mark(result, kind) for result, kind in product((*RunResult, None), RunKind)),
]


def test_every_state_has_a_picture_of_its_own(qapp: QApplication) -> None:
    """UX-10: never colour alone, so that the shapes and the words differ too."""
    for marks in (
        [state_mark(state) for state in (*PaymentState, None)],
        [outcome_mark(outcome) for outcome in Outcome],
    ):
        assert len({mark.icon for mark in marks}) == len(marks)
        assert len({mark.word for mark in marks}) == len(marks)


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.icon)
@pytest.mark.parametrize("dark", [False, True])
def test_icons_are_drawn_in_their_colour(qapp: QApplication, mark: object, dark: bool) -> None:
    image = mark_icon(mark, palette(dark)).pixmap(48, 48).toImage()  # type: ignore[arg-type]
    wanted = QColor(tone_colours(mark.tone, palette(dark)).text)  # type: ignore[attr-defined]
    solid = {
        image.pixelColor(x, y).name()
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert wanted.name() in solid


def test_icons_in_a_selected_row_take_the_colour_of_selected_text(qapp: QApplication) -> None:
    colours = palette(False)
    image = mark_icon(state_mark(PaymentState.PAID), colours).pixmap(32, 32, QIcon.Mode.Selected).toImage()
    assert image.pixelColor(6, 16).name() == colours.color(Role.HighlightedText).name()


@pytest.mark.parametrize("ratio", [1.0, 2.0, 3.0])
def test_icons_have_the_pixels_of_the_screen(qapp: QApplication, ratio: float) -> None:
    assert icon_pixmap("warning", Tone.WARNING, palette(False), 20, ratio).width() == 20 * ratio


def test_every_icon_file_can_be_drawn(qapp: QApplication) -> None:
    names = [path.stem for path in resource("icons").glob("*.svg")]
    assert len(names) > 30
    for name in names:
        image = icon_pixmap(name, Tone.BAD, palette(False), 24, 1).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), name
    assert not app_icon().isNull()


def test_the_chosen_look_is_remembered() -> None:
    assert remembered_theme() is ThemeChoice.SYSTEM
    remember_theme(ThemeChoice.DARK)
    assert remembered_theme() is ThemeChoice.DARK


def test_widgets_inherit_the_tested_palette(qapp: QApplication) -> None:
    assert QWidget().palette().color(Role.Highlight) == palette(False).color(Role.Highlight)
