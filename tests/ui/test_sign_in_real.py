"""The assistant and reconnecting over the real desk and a stand-in for Xero: signing in with a browser that
follows the service's own way back, the first preview, writing, a lost permission and Reconnect.

BBK-46, F-29, UX-1, S50-01."""

import tempfile
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from syncdesk.app.desk import Desk, open_desk
from syncdesk.model.changes import RunResult, RunSummary
from syncdesk.ui.assistant import Assistant
from syncdesk.ui.reconnect import ReconnectPage
from syncdesk.ui.window import MainWindow
from syncdesk.ui.worker import Worker
from tests.end_to_end.web_offices import XeroOffice
from tests.memory_keyring import MemoryKeyring
from tests.standins.xero import XeroStandIn

LONG = 20_000


class Browser(QObject):
    """A browser that allows access at once: it opens the page and follows it back to the program."""

    def __init__(self) -> None:
        super().__init__()
        self.visits: list[threading.Thread] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        self.visits.append(threading.Thread(target=_visit, args=(address,)))
        self.visits[-1].start()


def _visit(address: str) -> None:
    with urllib.request.urlopen(address, timeout=20) as page:
        page.read()


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    QDesktopServices.setUrlHandler("http", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("http")
    for visit in made.visits:
        visit.join(20)


@pytest.fixture
def office() -> Iterator[XeroOffice]:
    """A company with three invoices, two of them paid."""
    with tempfile.TemporaryDirectory() as folder, XeroStandIn() as standin:
        made = XeroOffice(Path(folder), standin)
        for number in ("W-1", "W-2", "W-3"):
            made.bill(number)
        made.pay("W-1", 100)
        made.pay("W-2", 40)
        yield made


@pytest.fixture
def desk(syncdesk_home: Path, password_store: MemoryKeyring) -> Desk:
    return open_desk()


@pytest.fixture
def window(qtbot: QtBot, worker: Worker, desk: Desk) -> Iterator[MainWindow]:
    made = MainWindow(desk, worker)
    made.show()
    qtbot.waitUntil(lambda: made.bar.has_read and not worker.is_busy, timeout=LONG)
    yield made
    worker.stop_run()
    qtbot.waitUntil(lambda: not worker.is_running, timeout=LONG)
    made.close()
    made.deleteLater()


def click(qtbot: QtBot, page: QWidget, name: str) -> None:
    """Press the button of this name as soon as it can be pressed."""

    def found() -> list[QAbstractButton]:
        buttons = page.findChildren(QAbstractButton)
        return [b for b in buttons if b.objectName() == name and b.isVisible() and b.isEnabled()]

    qtbot.waitUntil(lambda: bool(found()), timeout=LONG)
    button = found()[0]
    where = QPoint(12, button.height() // 2) if isinstance(button, QRadioButton) else QPoint()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=where)


def run(qtbot: QtBot, window: MainWindow, button: str) -> object:
    """Press a button that starts a run or preview, and wait for its end."""
    with qtbot.waitSignal(window.update_tab.run_finished, timeout=60_000) as caught:
        click(qtbot, window, button)
    qtbot.waitUntil(lambda: not window._worker.is_busy, timeout=LONG)
    return caught.args[0]


def test_a_person_connects_xero_and_reconnects_after_the_permission_was_lost(
    qtbot: QtBot, window: MainWindow, browser: Browser, office: XeroOffice, desk: Desk
) -> None:
    click(qtbot, window, "add-connection")
    click(qtbot, window, "settings-first-add")
    page = window.settings_tab.place.editor
    assert isinstance(page, Assistant)
    click(qtbot, page, "assistant-kind-xero")
    click(qtbot, page, "assistant-next")
    for key, value in office.fields().items():
        page.fields.fields.editors[key].set_value(value)
    click(qtbot, page, "assistant-next")
    click(qtbot, page, "sign-in-browser")
    qtbot.waitUntil(lambda: page.sign_in.panel.choice is not None, timeout=LONG)
    assert page.sign_in.panel.companies.question.text() == "Company: Larkspur Joinery Ltd"
    click(qtbot, page, "assistant-next")
    page.jobs.job_db.set_address(str(office.jobs))
    qtbot.waitUntil(lambda: page.jobs.mapping.mapping() is not None, timeout=LONG)
    page.jobs.mapping.currency_default.set_value("NZD")
    click(qtbot, page, "assistant-next")
    qtbot.waitUntil(lambda: "Everything holds" in page.check.checks.words, timeout=LONG)
    assert desk.states() == ()
    click(qtbot, page, "assistant-next")
    qtbot.waitUntil(lambda: page.connection is not None, timeout=LONG)

    preview = run(qtbot, window, "assistant-next")
    assert isinstance(preview, RunSummary)
    assert preview.counts.written == 2
    assert set(office.stored().values()) == {office.expected("W-3")}  # nothing is written yet
    written = run(qtbot, window, "apply-preview")
    assert isinstance(written, RunSummary)
    assert written.result is RunResult.SUCCESS
    assert office.stored() == office.truth()

    office.pay("W-3", 100)
    office.end_permissions()
    failed = run(qtbot, window, "run-button")
    assert not isinstance(failed, RunSummary) or failed.result is RunResult.FAILED
    click(qtbot, window, "run-error-reconnect")
    qtbot.waitUntil(lambda: isinstance(window.settings_tab.place.editor, ReconnectPage), timeout=LONG)
    click(qtbot, window, "sign-in-browser")
    click(qtbot, window, "reconnect-use")
    qtbot.waitUntil(lambda: window.tabs.currentWidget() is window.update_tab, timeout=LONG)
    again = run(qtbot, window, "run-button")
    assert isinstance(again, RunSummary)
    assert again.counts.written == 1
    assert office.stored() == office.truth()


def test_d17_what_is_discarded_leaves_no_secret(
    qtbot: QtBot, window: MainWindow, browser: Browser, office: XeroOffice, password_store: MemoryKeyring
) -> None:
    """D17: nothing of a draft that was signed in with is left in the password store."""
    before = dict(password_store.secrets)
    window.tabs.setCurrentWidget(window.settings_tab)
    click(qtbot, window, "settings-first-add")
    page = window.settings_tab.place.editor
    assert isinstance(page, Assistant)
    click(qtbot, page, "assistant-kind-xero")
    click(qtbot, page, "assistant-next")
    for key, value in office.fields().items():
        page.fields.fields.editors[key].set_value(value)
    click(qtbot, page, "assistant-next")
    click(qtbot, page, "sign-in-browser")
    qtbot.waitUntil(lambda: page.sign_in.panel.choice is not None, timeout=LONG)
    assert password_store.secrets != before
    click(qtbot, page, "assistant-leave")
    click(qtbot, window, "settings-discard")
    qtbot.waitUntil(lambda: password_store.secrets == before, timeout=LONG)
