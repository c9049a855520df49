"""Starting the window: one instance, arguments, last-resort hooks, translations, pictures."""

import logging
import re
import sys
import xml.etree.ElementTree as Tree
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, qWarning
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from syncdesk.model.errors import FatalError
from syncdesk.model.reasons import TEXTS
from syncdesk.ui.instance import OnlyInstance, server_name
from syncdesk.ui.last_resort import LastResort
from syncdesk.ui.main import style_wanted, words_of_successor
from syncdesk.ui.picture import save_picture
from syncdesk.ui.run_words import RunWords
from syncdesk.ui.window import MainWindow
from syncdesk.ui.worker import Worker
from tests.ui.fake_desk import FakeDesk
from tests.ui.translations import ENGLISH, plural_forms


@pytest.mark.parametrize(
    ("argv", "style"),
    [
        (["syncdesk"], ""),
        (["syncdesk", "--style", "Windows"], "Windows"),
        (["syncdesk", "--style=Fusion"], "Fusion"),
        (["syncdesk", "--style"], ""),
    ],
)
def test_a_style_can_be_asked_for(argv: list[str], style: str) -> None:
    assert style_wanted(argv) == style


def test_each_home_has_a_window_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    one = server_name()
    monkeypatch.setenv("SYNCDESK_HOME", "/somewhere/else")
    assert server_name() != one


def test_a_second_start_hands_over_to_the_first(qtbot: QtBot) -> None:
    parent = QObject()
    first = OnlyInstance(parent)
    assert not first.hand_over("")
    heard: list[str] = []
    first.called.connect(heard.append)
    program = (
        "import sys; from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]);"
        "from syncdesk.ui.instance import OnlyInstance;"
        "sys.exit(0 if OnlyInstance(app).hand_over('Sample company') else 7)"
    )
    from PySide6.QtCore import QProcess

    second = QProcess()
    with qtbot.waitSignal(second.finished, timeout=20_000) as ended:
        second.start(sys.executable, ["-c", program])
    assert ended.args[0] == 0
    assert heard == ["Sample company"]


def test_a_restart_keeps_the_words_of_the_start() -> None:
    argv = ["syncdesk", "demo", "--style", "Fusion", "--tray", "--first-paint"]
    assert words_of_successor(argv, in_tray=False) == ["demo", "--style", "Fusion"]
    assert words_of_successor(["syncdesk"], in_tray=True) == ["--tray"]


def test_after_the_first_has_left_a_later_start_has_a_window_of_its_own(qtbot: QtBot) -> None:
    parent = QObject()
    first, later = OnlyInstance(parent), OnlyInstance(parent)
    assert not first.hand_over("")
    first.leave()
    assert not later.hand_over("")


def test_what_nobody_caught_reaches_log_and_person(
    qtbot: QtBot, worker: Worker, caplog: pytest.LogCaptureFixture
) -> None:
    window = MainWindow(FakeDesk(), worker)
    qtbot.addWidget(window)
    hooks = sys.excepthook
    guard = LastResort(window)
    try:
        with caplog.at_level(logging.DEBUG):
            sys.excepthook(ZeroDivisionError, ZeroDivisionError("oops"), None)
            qWarning("a word from Qt")
    finally:
        guard.remove()
    assert guard.box is not None
    assert guard.box.title.text() == "SyncDesk met a fault of its own"
    assert "ZeroDivisionError: oops" in guard.box.detail.toPlainText()
    assert "An unforeseen fault" in caplog.text
    assert "a word from Qt" in caplog.text
    assert sys.excepthook is hooks
    qtbot.waitUntil(lambda: not worker.is_busy)


def test_english_plurals_are_loaded(qapp: QApplication) -> None:
    """UX-14"""
    words = RunWords()
    assert words.written(1) == "&Write This Change"
    assert words.written(2) == "&Write These 2 Changes"


def test_the_list_of_texts_is_complete() -> None:
    """UX-14: every reason, and every plural with its English forms. Renew it with `python -m
    tests.ui.translations`.
    """
    root = Tree.parse(ENGLISH).getroot()
    sources = {message.findtext("source") for message in root.iter("message")}
    assert set(TEXTS.values()) <= sources
    texts = "".join(path.read_text(encoding="utf-8") for path in Path("syncdesk/ui").glob("*.py"))
    plurals = [message for message in root.iter("message") if message.get("numerus") == "yes"]
    assert {message.findtext("source") for message in plurals} == set(
        re.findall(r'"([^"\n]*%n[^"\n]*)"', texts)
    )
    for message in plurals:
        forms = tuple(form.text for form in message.iter("numerusform"))
        assert forms == plural_forms(message.findtext("source") or "")


def test_no_text_is_put_together_before_it_is_translated() -> None:
    """An f-string inside tr() is collected with its braces and never found again."""
    for path in Path("syncdesk/ui").glob("*.py"):
        assert 'tr(f"' not in path.read_text(encoding="utf-8"), path


def test_a_picture_of_the_window_is_saved(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "window.png"
    save_picture(FakeDesk(), "Northgate Heating", path)
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1200, 760)
    colours = {image.pixelColor(x, y).name() for x in range(0, 1200, 7) for y in range(200, 600, 3)}
    assert len(colours) > 50  # there are rows, not an empty page


def test_a_picture_that_cannot_be_saved_is_an_error(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(FatalError):
        save_picture(FakeDesk(), "Northgate Heating", tmp_path / "nowhere" / "window.png")
