"""Every text in every language, the window in each, and from right to left (UX-14)."""

import re
import xml.etree.ElementTree as Tree
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from syncdesk.ui.main import load_translations, use_language
from syncdesk.ui.memory import remember_language, remembered_language
from syncdesk.ui.settings_form import ConnectionForm
from syncdesk.ui.window import MainWindow
from syncdesk.ui.worker import Worker
from tests.ui.fake_desk import FakeDesk
from tests.ui.settings_samples import GNUCASH, SettingsDesk
from tests.ui.translations import ENGLISH, LANGUAGES, compile_to, language_file, translations, unfinished

BRITISH = QLocale("en_GB")
LOCALES = {"de": "de_DE", "fr": "fr_FR"}
EACH = pytest.mark.parametrize("language", LANGUAGES)


def messages(file: Path) -> dict[tuple[str, str], Tree.Element]:
    """Every message of a file by context and source."""
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): message
        for context in Tree.parse(file).getroot().iter("context")
        for message in context.iter("message")
    }


# the files


@EACH
def test_ux14_every_text_is_translated(language: str) -> None:
    """Renew the lists with `python -m tests.ui.translations`."""
    assert set(messages(language_file(language))) == set(messages(ENGLISH))
    assert unfinished(language_file(language)) == []


def test_every_text_knows_where_it_is_looked_for() -> None:
    """`tr` under another name is collected without its class, and never found again."""
    assert not [source for context, source in messages(ENGLISH) if not context]


def tags(text: str) -> list[str]:
    return sorted(re.findall(r"</?\w+>", text))


def places(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w+\}", text))


@EACH
def test_every_translation_has_the_places_of_its_text(language: str) -> None:
    """What is filled in later, the number of a plural, markup, file patterns and line breaks."""
    wrong = []
    for (_, source), message in messages(language_file(language)).items():
        for text in translations(message):
            same = (
                places(text) == places(source)
                and ("%n" in source or "%n" not in text)
                and tags(text) == tags(source)
                and re.findall(r"\*\.?\w*", text) == re.findall(r"\*\.?\w*", source)
                and text.count("\n") == source.count("\n")
                and text == text.strip()
                and text.endswith("…") == source.endswith("…")
                and (text[-1:] in ".:?") == (source[-1:] in ".:?")
            )
            if not same:
                wrong.append((source, text))
        forms = translations(message)
        if message.get("numerus") == "yes" and "%n" not in forms[-1]:
            wrong.append((source, forms[-1]))
    assert wrong == []


@EACH
def test_what_the_window_loads_is_made_from_its_list(language: str, tmp_path: Path) -> None:
    file = language_file(language)
    compile_to(file, tmp_path / "made.qm")
    assert (tmp_path / "made.qm").read_bytes() == file.with_suffix(".qm").read_bytes()


# the window


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language, with its dates and amounts, as the window would be started in it."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    QLocale.setDefault(QLocale(LOCALES[language]))
    installed = load_translations(app)
    try:
        yield
    finally:
        for translator in installed:
            app.removeTranslator(translator)
        QLocale.setDefault(BRITISH)
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


class Pseudo(QTranslator):
    """Each text longer by a third and with marks, so that it is seen which are translated and what is too
    narrow. Places, numbers and markup stay."""

    def translate(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str:
        text = source.replace("%n", str(n)) if n >= 0 else source
        parts = re.split(r"(\{\w+\}|</?\w+>|%n|&.)", text)
        longer = "".join(part if place % 2 else part.translate(_ACCENTS) for place, part in enumerate(parts))
        return longer + " ·" + "·" * (len(source) // 4)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


_ACCENTS = str.maketrans("aeiounscAEIOUC", "áéíőúñšćÁÉÍŐÚČ")


@contextmanager
def from_right_to_left() -> Iterator[None]:
    """A language that is written from right to left, with longer words."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    translator = Pseudo(app)
    app.installTranslator(translator)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        yield
    finally:
        app.removeTranslator(translator)
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


Speaking = Callable[[], object]
SPOKEN = {"de": lambda: speaking("de"), "fr": lambda: speaking("fr"), "rtl": from_right_to_left}


def opened(qtbot: QtBot, worker: Worker, size: tuple[int, int]) -> MainWindow:
    window = MainWindow(FakeDesk(), worker)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    qtbot.waitUntil(lambda: window.bar.has_read and not worker.is_busy)
    with qtbot.waitSignal(window.update_tab.run_finished):
        window.update_tab.preview()
    for place in range(window.tabs.count()):
        window.tabs.setCurrentIndex(place)
        qtbot.waitUntil(lambda: not worker.is_busy)
    window.tabs.setCurrentWidget(window.compare_tab)
    window.compare_tab.compare()
    qtbot.waitUntil(lambda: not worker.is_busy)
    return window


def said(window: QWidget) -> Iterator[str]:
    """Every text that stands or is spoken somewhere in the window."""
    for widget in window.findChildren(QWidget):
        yield from (widget.accessibleName(), widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
        elif isinstance(widget, QTableView):
            model = widget.model()
            if model is not None:
                for column in range(model.columnCount()):
                    yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    for action in window.findChildren(QAction):
        yield action.text()


@EACH
def test_ux14_nothing_in_the_window_stays_english(qtbot: QtBot, worker: Worker, language: str) -> None:
    english = {
        source.replace("&", "")
        for (_, source), message in messages(language_file(language)).items()
        if source not in translations(message) and len(source) > 3
    }
    same = {
        text.replace("&", "") for m in messages(language_file(language)).values() for text in translations(m)
    }
    with speaking(language):
        window = opened(qtbot, worker, (1200, 760))
        form = ConnectionForm()
        qtbot.addWidget(form)
        form.show_connection((GNUCASH,), SettingsDesk("Northgate").connections[0])
        left = {text.replace("&", "") for part in (window, form) for text in said(part)} & english - same
        assert left == set()
        assert window.tabs.tabText(0).replace("&", "") in same
        window.close()


@EACH
def test_ux14_dates_and_amounts_are_written_as_the_language_does(
    qtbot: QtBot, worker: Worker, language: str
) -> None:
    with speaking(language):
        window = opened(qtbot, worker, (1200, 760))
        window.tabs.setCurrentWidget(window.search_tab)
        table = window.search_tab.view.table.table
        texts = {table.text(row, column) for row in range(60) for column in range(table.columnCount())}
        last = window.findChild(QLabel, "last-success").text()
        window.close()
    separator, date = {"de": (",", "08.04.2026"), "fr": (",", "08/04/2026")}[language]
    amounts = [text for text in texts if re.fullmatch(rf"[\d\s.\u202f\u00a0]*\d+{separator}\d\d", text)]
    assert amounts
    assert not [text for text in texts if re.fullmatch(r"[\d,]*\d\.\d\d", text)]
    assert date in last


@EACH
def test_plurals_follow_the_language(language: str) -> None:
    from syncdesk.ui.run_words import RunWords

    with speaking(language):
        one, many = RunWords().written(1), RunWords().written(3)
    assert one != many.replace("3", "1")
    assert "3" in many


def clipped(window: QWidget) -> list[str]:
    """Texts that have less room than they need, where nothing wraps, scrolls or is cut knowingly."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or widget.width() < 2:
            continue
        if isinstance(widget, QPushButton) or (isinstance(widget, QLabel) and not widget.wordWrap()):
            needed = widget.minimumSizeHint().width()
            if widget.text() and widget.height() < widget.minimumSizeHint().height() - 1:
                found.append(f"{widget.objectName()} '{widget.text()}' is too low: {widget.height()}")
            if widget.text() and widget.width() < needed:
                found.append(f"{widget.objectName()} '{widget.text()}' {widget.width()} < {needed}")
        if isinstance(widget, QLabel) and widget.wordWrap() and widget.text():
            needed = widget.heightForWidth(widget.width())
            if widget.height() < needed - 1:
                found.append(
                    f"{widget.objectName()} '{widget.text()[:40]}' height {widget.height()} < {needed}"
                )
    return found


@pytest.mark.parametrize("spoken", ["de", "fr", "rtl"])
@pytest.mark.parametrize("size", [(1200, 760), (900, 600)], ids=["usual", "smallest"])
def test_ux14_longer_words_have_room(
    qtbot: QtBot, worker: Worker, spoken: str, size: tuple[int, int]
) -> None:
    with SPOKEN[spoken]():
        window = opened(qtbot, worker, size)
        found = []
        for place in range(window.tabs.count()):
            window.tabs.setCurrentIndex(place)
            qtbot.waitUntil(lambda: not worker.is_busy)
            if window.tabs.currentWidget() is window.search_tab:
                window.search_tab.view.table.selectRow(3)
                window.search_tab.view.explain_button.click()
                qtbot.waitUntil(lambda: not worker.is_busy)
            QApplication.processEvents()
            found += clipped(window)
        assert (window.width(), window.height()) == size
        assert sorted(set(found)) == []
        window.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_ux11_access_keys_are_unique_on_every_page(qtbot: QtBot, worker: Worker, language: str) -> None:
    with speaking(language):
        window = opened(qtbot, worker, (1200, 760))
        shown = window.menuBar().actions()
        for place in range(window.tabs.count()):
            window.tabs.setCurrentIndex(place)
            qtbot.waitUntil(lambda: not worker.is_busy)
            texts = [action.text() for action in shown]
            texts += [window.tabs.tabText(n) for n in range(window.tabs.count())]
            texts += [
                w.text()
                for w in window.findChildren(QWidget)
                if w.isVisibleTo(window)
                and w.isEnabled()
                and (isinstance(w, QAbstractButton) or (isinstance(w, QLabel) and w.buddy() is not None))
            ]
            keys = Counter(
                m[1].lower() for t in texts for m in re.finditer(r"&([^&\s])", t.replace("&&", ""))
            )
            twice = {k: [t for t in texts if f"&{k}" in t.lower()] for k, n in keys.items() if n > 1}
            assert twice == {}, window.tabs.tabText(place)
        for menu in (window.actions_._file, window.actions_._view, window.actions_._help):
            keys = Counter(
                m[1].lower()
                for action in menu.actions()
                for m in re.finditer(r"&([^&\s])", action.text().replace("&&", ""))
            )
            assert [k for k, n in keys.items() if n > 1] == [], menu.title()
        window.close()


def test_ux14_from_right_to_left_an_invoice_is_chosen_and_explained(qtbot: QtBot, worker: Worker) -> None:
    with from_right_to_left():
        window = opened(qtbot, worker, (1200, 760))
        window.tabs.setCurrentWidget(window.search_tab)
        qtbot.waitUntil(lambda: not worker.is_busy)
        table = window.search_tab.view.table
        table.selectRow(3)
        assert table.current_row() is table.table.row(3)
        assert len(table.selectionModel().selectedRows()) == 1
        qtbot.mouseClick(window.search_tab.view.explain_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not worker.is_busy)
        assert window.search_tab.pane.isVisible()
        assert window.search_tab.pane.x() < table.parentWidget().x()
        window.close()


def test_ux14_from_right_to_left_the_window_is_mirrored(qtbot: QtBot, worker: Worker) -> None:
    with from_right_to_left():
        window = opened(qtbot, worker, (1200, 760))
        label = next(each for each in window.findChildren(QLabel) if each.buddy() is window.bar.chooser)
        assert label.x() > window.bar.chooser.x()
        window.tabs.setCurrentWidget(window.update_tab)
        QApplication.processEvents()
        assert window.update_tab.panel.x() > window.update_tab.results.x()
        form = ConnectionForm()
        qtbot.addWidget(form)
        form.resize(900, 1200)
        form.show_connection((GNUCASH,), SettingsDesk("Northgate").connections[0])
        form.show()
        QApplication.processEvents()
        title = next(each for each in form.findChildren(QLabel) if each.buddy() is form.name)
        assert title.x() > form.name.x()
        window.close()


# choosing


def test_a_language_is_chosen_in_the_menu_and_kept(qtbot: QtBot, worker: Worker) -> None:
    window = MainWindow(FakeDesk(), worker)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.bar.has_read and not worker.is_busy)
    from syncdesk.ui.actions import Actions

    assert isinstance(window.actions_, Actions)
    german = window.findChild(QAction, "action-language-de")
    assert not german.isChecked()
    german.trigger()
    assert remembered_language() == "de"
    assert "next started" in window.statusBar().currentMessage()
    window.close()
    try:
        use_language(remembered_language())
        assert QLocale().language() is QLocale.Language.German
    finally:
        QLocale.setDefault(BRITISH)
        remember_language("")


def test_the_systems_own_language_keeps_the_systems_country(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale("de_AT")))
    QLocale.setDefault(QLocale("de_AT"))
    try:
        use_language("de")
        assert QLocale().name() == "de_AT"
        use_language("fr")
        assert QLocale().name() == "fr_FR"
    finally:
        QLocale.setDefault(BRITISH)
