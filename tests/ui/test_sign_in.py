"""Signing in, in the whole window: what leads to it and back, what is kept, what is given up, how it sounds.

BBK-46, F-29, F-30, UX-1, UX-6, UX-11, UX-12, S50-01."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QAccessible, QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from syncdesk.model.changes import Phase, Progress
from syncdesk.model.errors import SetupError
from syncdesk.model.job import Check
from syncdesk.model.sign_in import SignedIn
from syncdesk.ui.assistant import Assistant
from syncdesk.ui.browser import open_address
from syncdesk.ui.reconnect import ReconnectPage
from syncdesk.ui.run_progress import RunProgress
from syncdesk.ui.sign_in_pages import WaitingPage
from syncdesk.ui.window import MainWindow
from syncdesk.ui.worker import Worker
from tests.ui.web_pictures import REFUSED
from tests.ui.web_samples import ELM, LARKSPUR, PAGE, WebWindowDesk

LEFT = Qt.MouseButton.LeftButton
Open = Callable[..., MainWindow]
XERO = "assistant-kind-xero"


class Browser(QObject):
    """Stands where the person's browser would be asked to open an address."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("https")


@pytest.fixture
def desk() -> Iterator[WebWindowDesk]:
    """Nothing is connected yet; whoever waits for the browser is let go in the end."""
    made = WebWindowDesk()
    yield made
    made.trouble = None
    made.back.set()


@pytest.fixture
def make(qtbot: QtBot, worker: Worker, desk: WebWindowDesk) -> Iterator[Open]:
    """Opens the window on the desk and waits until it has read everything."""
    opened: list[MainWindow] = []

    def open_window(*names: str, tab: int = 0) -> MainWindow:
        desk.names = names
        window = MainWindow(desk, worker)
        opened.append(window)
        window.tabs.setCurrentIndex(tab)
        window.show()
        qtbot.waitUntil(lambda: window.bar.has_read and not worker.is_busy)
        return window

    yield open_window
    for window in opened:
        window.close()
        window.deleteLater()


def assistant(window: MainWindow) -> Assistant:
    page = window.settings_tab.place.editor
    assert isinstance(page, Assistant)
    return page


def reconnecting(window: MainWindow) -> ReconnectPage:
    page = window.settings_tab.place.editor
    assert isinstance(page, ReconnectPage)
    return page


def click(qtbot: QtBot, window: QWidget, name: str) -> None:
    """Press the button of this name, which must be in sight and enabled."""
    button = next(b for b in window.findChildren(QAbstractButton) if b.objectName() == name and b.isVisible())
    assert button.isEnabled(), name
    where = QPoint(12, button.height() // 2) if isinstance(button, QRadioButton) else QPoint()
    qtbot.mouseClick(button, LEFT, pos=where)


def at_fields(qtbot: QtBot, window: MainWindow, kind: str = XERO) -> Assistant:
    window.tabs.setCurrentWidget(window.settings_tab)
    qtbot.waitUntil(lambda: not window._worker.is_busy)
    click(qtbot, window, "settings-first-add" if window.settings_tab.first.isVisible() else "settings-add")
    click(qtbot, window, kind)
    click(qtbot, window, "assistant-next")
    return assistant(window)


def at_sign_in(qtbot: QtBot, window: MainWindow) -> Assistant:
    page = at_fields(qtbot, window)
    qtbot.keyClicks(page.findChild(QLineEdit, "settings-client_id"), "app-1")
    qtbot.keyClick(page.findChild(QLineEdit, "settings-client_id"), Qt.Key.Key_Return)
    return page


def sign_in(qtbot: QtBot, page: QWidget) -> None:
    click(qtbot, page, "sign-in-browser")
    qtbot.waitUntil(lambda: any(b.objectName() == "sign-in-again" and b.isVisible() for b in buttons(page)))


def buttons(page: QWidget) -> list[QAbstractButton]:
    return page.findChildren(QAbstractButton)


def at_check(qtbot: QtBot, window: MainWindow, desk: WebWindowDesk) -> Assistant:
    desk.back.set()
    page = at_sign_in(qtbot, window)
    sign_in(qtbot, page)
    click(qtbot, page, "assistant-next")
    qtbot.keyClicks(page.jobs.job_db.file.line, "/data/jobs.sqlite")
    qtbot.waitUntil(lambda: page.jobs.mapping.mapping() is not None)
    click(qtbot, page, "assistant-next")
    qtbot.waitUntil(lambda: not window._worker.is_busy)
    return page


# the whole way


def test_ux1_by_keyboard_from_the_books_to_the_preview(
    qtbot: QtBot, make: Open, desk: WebWindowDesk, browser: Browser
) -> None:
    """UX-1, UX-11: every step takes Return; the first preview is shown in Update Invoice Payments."""
    desk.back.set()
    window = make(tab=6)
    click(qtbot, window, "settings-first-add")
    page = assistant(window)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert page.books.kind is not None
    assert page.books.kind.kind == "xero"
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClicks(page.focusWidget(), "app-1")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.sign_in.panel.choice == LARKSPUR)
    assert browser.opened == [PAGE]
    page.next_button.setFocus()
    qtbot.keyClick(page.next_button, Qt.Key.Key_Return)
    qtbot.keyClicks(page.focusWidget(), "/data/jobs.sqlite")
    qtbot.waitUntil(page.next_button.isEnabled)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(page.next_button.isEnabled)
    assert desk.added == []
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.connection is not None and not window._worker.is_busy)
    assert page.isVisible()
    assert page.next_button.hasFocus()
    assert window.bar.name == "Larkspur Joinery Ltd"
    with qtbot.waitSignal(window.update_tab.run_finished, timeout=10_000):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert window.tabs.currentWidget() is window.update_tab
    assert [(r.connection, r.preview) for r in desk.requests] == [("Larkspur Joinery Ltd", True)]
    assert window.update_tab.results.can_apply


def test_s50_01_it_says_that_nothing_is_written_to_the_books(qtbot: QtBot, make: Open) -> None:
    promise = at_sign_in(qtbot, make()).sign_in.panel.promise
    assert promise.isVisible()
    assert "nothing is ever written to your books" in promise.text()
    assert "full access" in promise.text()


# what is kept, and what is given up


@pytest.mark.parametrize("step", ["fields", "sign_in", "companies", "check"])
def test_ux11_esc_at_any_step_loses_nothing(
    qtbot: QtBot, make: Open, desk: WebWindowDesk, browser: Browser, step: str
) -> None:
    window = make()
    if step == "check":
        page = at_check(qtbot, window, desk)
    elif step == "fields":
        page = at_fields(qtbot, window)
    else:
        desk.back.set()
        page = at_sign_in(qtbot, window)
        if step == "companies":
            sign_in(qtbot, page)
    before, shown, choice = page.draft(), page._page, page.sign_in.panel.choice
    qtbot.keyClick(page.focusWidget() or page, Qt.Key.Key_Escape)
    assert window.settings_tab.place.editor is None
    assert "set aside until SyncDesk is closed" in window.settings_tab.banner.words
    assert window.settings_tab.first.isVisible()
    click(qtbot, window, "settings-first-add")
    assert assistant(window) is page
    assert (page.draft(), page._page, page.sign_in.panel.choice) == (before, shown, choice)
    assert desk.given_up == []


def test_editing_another_connection_does_not_push_an_unfinished_one_out(
    qtbot: QtBot, make: Open, desk: WebWindowDesk
) -> None:
    window = make("Northgate Heating")
    page = at_fields(qtbot, window)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    editor = window.settings_tab.place.editor
    assert editor is not None
    editor.form.name.setText("Northgate Heating Ltd")  # type: ignore[attr-defined]
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert window.settings_tab.place.aside is editor
    click(qtbot, window, "settings-add")
    assert assistant(window) is page
    assert desk.given_up == []


def test_discarding_gives_up_what_signing_in_left_behind(
    qtbot: QtBot, make: Open, desk: WebWindowDesk, browser: Browser
) -> None:
    desk.back.set()
    window = make()
    page = at_sign_in(qtbot, window)
    sign_in(qtbot, page)
    draft_id = page.draft().id
    assert len(draft_id) > 8
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    click(qtbot, window, "settings-discard")
    qtbot.waitUntil(lambda: desk.given_up == [draft_id])
    assert not window.settings_tab.take_up_button.isVisible()
    click(qtbot, window, "settings-first-add")
    assert assistant(window).books.kind is None


def test_closing_the_window_gives_up_even_while_the_browser_is_waited_for(
    qtbot: QtBot, make: Open, worker: Worker, desk: WebWindowDesk, browser: Browser
) -> None:
    window = make()
    page = at_sign_in(qtbot, window)
    draft_id = page.draft().id
    click(qtbot, page, "sign-in-browser")
    qtbot.waitUntil(lambda: bool(browser.opened))
    window.close()
    worker.leave()
    assert desk.given_up == [draft_id]


def test_a_stored_connection_is_not_given_up(
    qtbot: QtBot, make: Open, worker: Worker, desk: WebWindowDesk, browser: Browser
) -> None:
    window = make()
    page = at_check(qtbot, window, desk)
    click(qtbot, page, "assistant-next")
    qtbot.waitUntil(lambda: page.connection is not None and not worker.is_busy)
    click(qtbot, page, "assistant-leave")
    assert window.settings_tab.place.unfinished is None
    window.close()
    worker.leave()
    assert desk.given_up == []


# the steps


def test_secrets_are_hidden_until_show_is_pressed(qtbot: QtBot, make: Open) -> None:
    page = at_fields(qtbot, make(), "assistant-kind-quickbooks-online")
    line = page.findChild(QLineEdit, "settings-client_secret")
    assert line.echoMode() is QLineEdit.EchoMode.Password
    click(qtbot, page, "settings-client_secret-show")
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    button = next(b for b in buttons(page) if b.objectName() == "settings-client_secret-show")
    assert (button.text(), button.accessibleName()) == ("Hide", "Hide Client secret")
    click(qtbot, page, "settings-client_secret-show")
    assert line.echoMode() is QLineEdit.EchoMode.Password


def test_what_few_people_need_is_folded_away(qtbot: QtBot, make: Open) -> None:
    page = at_fields(qtbot, make(), "assistant-kind-quickbooks-online")
    line = page.findChild(QLineEdit, "settings-api_base")
    assert not line.isVisible()
    click(qtbot, page, "settings-more-fields")
    assert line.isVisible()
    assert "Company ID" not in page.hint.text()  # signing in fills it in


def test_a_wrong_client_id_leads_back_to_its_field(
    qtbot: QtBot, make: Open, desk: WebWindowDesk, browser: Browser
) -> None:
    """UX-7"""
    desk.back.set()
    desk.refusal = SetupError("Xero does not know this client ID.", "Copy it again.", field="client_id")
    page = at_sign_in(qtbot, make())
    click(qtbot, page, "sign-in-browser")
    qtbot.waitUntil(lambda: page._page is page.fields)
    assert page.fields.fields.grid.error("client_id") == "Xero does not know this client ID. Copy it again."
    line = page.findChild(QLineEdit, "settings-client_id")
    assert page.focusWidget() is line
    qtbot.keyClicks(line, "2")
    assert page.fields.fields.grid.error("client_id") == ""


def test_other_details_ask_for_another_permission(
    qtbot: QtBot, make: Open, desk: WebWindowDesk, browser: Browser
) -> None:
    desk.back.set()
    page = at_sign_in(qtbot, make())
    sign_in(qtbot, page)
    click(qtbot, page, "assistant-back")
    click(qtbot, page, "assistant-next")
    assert page.sign_in.panel.choice == LARKSPUR
    click(qtbot, page, "assistant-back")
    qtbot.keyClicks(page.findChild(QLineEdit, "settings-client_id"), "2")
    click(qtbot, page, "assistant-next")
    assert page.sign_in.panel.choice is None


def test_of_several_companies_none_is_chosen_by_itself(
    qtbot: QtBot, make: Open, desk: WebWindowDesk, browser: Browser
) -> None:
    desk.companies = (LARKSPUR, ELM)
    desk.back.set()
    page = at_sign_in(qtbot, make())
    sign_in(qtbot, page)
    assert page.sign_in.panel.companies.list.hasFocus()
    assert page.sign_in.panel.choice is None
    assert not page.next_button.isEnabled()
    assert page.hint.text() == "Choose the company to go on"
    qtbot.keyClick(page.sign_in.panel.companies.list, Qt.Key.Key_Down)
    assert page.sign_in.panel.choice == ELM
    qtbot.keyClick(page.sign_in.panel.companies.list, Qt.Key.Key_Return)
    assert page._page is page.jobs
    assert page.draft().source["tenant_id"] == "t-2"


def test_no_company_at_all_is_said(qtbot: QtBot, make: Open, desk: WebWindowDesk, browser: Browser) -> None:
    desk.companies = ()
    desk.back.set()
    page = at_sign_in(qtbot, make())
    click(qtbot, page, "sign-in-browser")
    qtbot.waitUntil(page.sign_in.panel.error.isVisible)
    assert "no company that may be read" in page.sign_in.panel.error.accessibleName()
    assert page.sign_in.panel.ways.browser.isVisible()


def test_without_a_browser_the_address_is_shown_to_copy(
    qtbot: QtBot, make: Open, desk: WebWindowDesk
) -> None:
    page = at_sign_in(qtbot, make())
    panel = page.sign_in.panel
    panel._opening = lambda address: False
    click(qtbot, page, "sign-in-browser")
    qtbot.waitUntil(panel.waiting.trouble.isVisible)
    assert panel.waiting.address.line.text() == PAGE
    click(qtbot, page, "sign-in-address-copy")
    assert QGuiApplication.clipboard().text() == PAGE
    assert panel.is_waiting
    assert panel.waiting.left.text().endswith("left")


def test_the_time_left_is_counted_down() -> None:
    now = [100.0]
    page = WaitingPage(lambda: now[0])
    page.wait_for_browser("Xero", 300)
    assert page.left.text() == "5:00 left"
    now[0] += 61
    page.tick()
    assert page.left.text() == "3:59 left"
    now[0] += 1000
    page.tick()
    assert page.left.text() == "0:00 left"
    page.rest()


def test_a_failed_test_offers_signing_in_and_cannot_be_saved(
    qtbot: QtBot, make: Open, desk: WebWindowDesk, browser: Browser
) -> None:
    """UX-6"""
    desk.checks = (Check("Nobody is signed in to Xero.", False, "Sign in.", "sign_in"),)
    page = at_check(qtbot, make(), desk)
    assert not page.next_button.isEnabled()
    assert page.hint.text() == "It can be saved once the test finds no fault"
    click(qtbot, page, "settings-checks-cure")
    assert page._page is page.sign_in
    assert page.sign_in.panel.ways.isVisible()
    assert desk.added == []


def test_what_is_found_on_saving_is_told_at_its_field(
    qtbot: QtBot, make: Open, desk: WebWindowDesk, browser: Browser
) -> None:
    desk.failure = SetupError("There is another connection of this name.", "Choose another.", field="name")
    page = at_check(qtbot, make(), desk)
    click(qtbot, page, "assistant-next")
    qtbot.waitUntil(lambda: bool(page.check.grid.error("name")))
    assert page.focusWidget() is page.check.name
    assert page.next_button.isEnabled()
    desk.failure = SetupError("The job database is gone.", "Choose it again.", field="job_db")
    click(qtbot, page, "assistant-next")
    qtbot.waitUntil(lambda: page._page is page.jobs)
    assert page.jobs.job_db.error() == "The job database is gone. Choose it again."


def test_the_test_runs_again_only_if_something_else_was_chosen(
    qtbot: QtBot, make: Open, desk: WebWindowDesk, browser: Browser
) -> None:
    page = at_check(qtbot, make(), desk)
    qtbot.keyClicks(page.check.name, " (Leeds)")
    click(qtbot, page, "assistant-back")
    click(qtbot, page, "assistant-next")
    assert len(desk.tested) == 1
    assert page.check.name.value == "Larkspur Joinery Ltd (Leeds)"
    assert page.next_button.isEnabled()
    page.check.rules.time_zone.setEditText("Europe/London")
    click(qtbot, page, "assistant-next")
    qtbot.waitUntil(lambda: bool(desk.added))
    assert (desk.added[0].name, desk.added[0].time_zone) == ("Larkspur Joinery Ltd (Leeds)", "Europe/London")


# reconnecting


def test_bbk46_a_failed_run_leads_to_reconnect_and_back(
    qtbot: QtBot, make: Open, worker: Worker, desk: WebWindowDesk, browser: Browser
) -> None:
    """BBK-46, UX-6, F-29"""
    desk.back.set()
    desk.sync_trouble = REFUSED
    window = make("Northgate Heating")
    with qtbot.waitSignal(window.update_tab.run_finished, timeout=10_000):
        window.update_tab.run_or_stop()
    qtbot.waitUntil(lambda: not worker.is_busy)
    click(qtbot, window, "run-error-reconnect")
    qtbot.waitUntil(lambda: isinstance(window.settings_tab.place.editor, ReconnectPage))
    page = reconnecting(window)
    assert "Links and history stay" in next(
        label.text() for label in page.findChildren(QLabel) if label.objectName() == "reconnect-text"
    )
    sign_in(qtbot, page)
    click(qtbot, page, "reconnect-use")
    qtbot.waitUntil(lambda: window.tabs.currentWidget() is window.update_tab)
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert not window.update_tab.results.error.isVisible()
    assert "press Run Sync" in window.update_tab.results.empty.words
    with qtbot.waitSignal(window.update_tab.run_finished, timeout=10_000):
        window.update_tab.run_or_stop()
    assert window.update_tab.results.summary is not None


def test_other_errors_offer_no_reconnect(qtbot: QtBot, make: Open, desk: WebWindowDesk) -> None:
    desk.sync_trouble = SetupError("The file is gone.", "Choose it again.", field="job_db")
    window = make("Northgate Heating")
    with qtbot.waitSignal(window.update_tab.run_finished, timeout=10_000):
        window.update_tab.run_or_stop()
    assert window.update_tab.results.error.isVisible()
    assert not any(b.objectName() == "run-error-reconnect" and b.isVisible() for b in buttons(window))


def test_f29_the_banner_warns_ahead_and_leads_to_reconnect_past_an_unfinished_connection(
    qtbot: QtBot, make: Open, worker: Worker, desk: WebWindowDesk
) -> None:
    noon_in_two_days = (datetime.now().astimezone() + timedelta(days=2)).replace(hour=12)
    desk.permission = SignedIn(ends=noon_in_two_days.astimezone(UTC))
    window = make("Northgate Heating")
    assert "ends in 2 days" in window.bar.banner.words
    assert "for good" in window.bar.banner.words
    page = at_fields(qtbot, window)
    click(qtbot, window, "banner-reconnect")
    qtbot.waitUntil(lambda: isinstance(window.settings_tab.place.editor, ReconnectPage))
    assert window.settings_tab.place.unfinished is page
    assert window.settings_tab.side.list.currentItem().text() == "Northgate Heating"


def test_another_company_than_before_is_pointed_out(
    qtbot: QtBot, make: Open, worker: Worker, desk: WebWindowDesk, browser: Browser
) -> None:
    """D10: the run that follows waits for a word."""
    desk.companies = (LARKSPUR, ELM)
    desk.back.set()
    window = make("Northgate Heating", tab=6)
    click(qtbot, window, "settings-reconnect")
    page = reconnecting(window)
    sign_in(qtbot, page)
    assert page.panel.choice == LARKSPUR  # the one read until now
    assert not page.warning.isVisible()
    qtbot.keyClick(page.panel.companies.list, Qt.Key.Key_Down)
    assert page.panel.choice == ELM
    assert page.warning.isVisible()


def test_only_connections_that_sign_in_offer_reconnect(
    qtbot: QtBot, make: Open, worker: Worker, desk: WebWindowDesk
) -> None:
    window = make("Northgate Heating", tab=6)
    assert window.settings_tab.side.reconnect_button.isVisible()
    states = desk.states

    def without() -> object:
        return tuple(type(s)(s.connection, None, True, 0, "GnuCash", "") for s in states())

    desk.states = without  # type: ignore[assignment, method-assign]
    window.settings_tab.refresh()
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert not window.settings_tab.side.reconnect_button.isVisible()


def test_a_stored_secret_is_kept_when_its_line_stays_empty(
    qtbot: QtBot, make: Open, desk: WebWindowDesk
) -> None:
    """D17"""
    desk.connection = lambda name: _quickbooks(name)  # type: ignore[method-assign]
    window = make("Northgate Heating", tab=6)
    editor = window.settings_tab.place.editor
    assert editor is not None
    line = editor.findChild(QLineEdit, "settings-client_secret")
    assert line.text() == ""
    assert "password store" in line.placeholderText()
    assert editor.form.missing() == ()  # type: ignore[attr-defined]


def _quickbooks(name: str) -> object:
    from dataclasses import replace

    from tests.ui.fake_desk import connection

    source = {"client_id": "1", "redirect_uri": "http://localhost:8742/callback", "realm_id": "7"}
    return replace(connection(name), source_kind="quickbooks-online", source=source)


# waiting as told


def test_f30_the_wait_is_shown_with_its_end_and_a_count_down(qtbot: QtBot) -> None:
    shown = RunProgress()
    qtbot.addWidget(shown)
    shown.begin("Northgate Heating", preview=False)
    until = datetime.now(UTC) + timedelta(seconds=90)
    clock = f"{until.astimezone():%H:%M}"
    why = f"Xero asks to wait until {clock}."
    shown.show_progress(Progress(Phase.DISCOVER, 300, None, until, why))
    assert f"Xero asks to wait until {clock}" in shown.words
    assert any(f"{left} left" in shown.words for left in ("1:30", "1:29"))
    shown.show_progress(Progress(Phase.DISCOVER, 300, None, until, "Xero answers slowly."))
    assert f"It goes on at {clock}, in 1:" in shown.words
    shown.show_progress(Progress(Phase.DISCOVER, 400))
    assert shown.words == "Reading the books 400"


def test_f30_a_wait_is_told_however_soon_after_other_progress(qtbot: QtBot, worker: Worker) -> None:
    """Progress is thinned out; the beginning and the end of a wait never are."""
    until = datetime(2026, 4, 10, 14, 5, tzinfo=UTC)
    seen: list[datetime | None] = []

    class Listener(QObject):
        @Slot(object)
        def hear(self, progress: Progress) -> None:
            seen.append(progress.waits_until)

    def work(cancelled: object, report: Callable[[Progress], None]) -> None:
        for waits in (None, until, None):
            report(Progress(Phase.DISCOVER, 1, None, waits, ""))

    listener = Listener()
    task = worker.run(work)
    task.progress.connect(listener.hear)
    with qtbot.waitSignal(task.ended):
        pass
    assert seen == [None, until, None]


# the browser


def test_only_web_addresses_are_opened(browser: Browser) -> None:
    assert open_address(PAGE)
    assert browser.opened == [PAGE]
    for address in ("file:///etc/passwd", "javascript:alert(1)", "", "login.example"):
        assert not open_address(address)


# everybody can use it


STEPS = ("books", "fields", "ways", "waiting", "pasting", "token", "companies", "jobs", "check", "done")


def at(step: str, qtbot: QtBot, window: MainWindow, desk: WebWindowDesk) -> QWidget:
    """The window at one step of the assistant."""
    if step == "books":
        window.tabs.setCurrentWidget(window.settings_tab)
        qtbot.waitUntil(lambda: not window._worker.is_busy)
        click(qtbot, window, "settings-add")
    elif step == "fields":
        at_fields(qtbot, window, "assistant-kind-quickbooks-online").fields.fields.fold.open()
    elif step in ("check", "done"):
        page = at_check(qtbot, window, desk)
        page.check.fold.open()
        if step == "done":
            click(qtbot, page, "assistant-next")
            qtbot.waitUntil(lambda: page.connection is not None and not window._worker.is_busy)
    else:
        page = at_sign_in(qtbot, window)
        panel = page.sign_in.panel
        desk.companies = (LARKSPUR, ELM)
        if step == "waiting":
            click(qtbot, page, "sign-in-browser")
            qtbot.waitUntil(panel.waiting.address.isVisible)
        elif step == "pasting":
            click(qtbot, page, "sign-in-paste")
            qtbot.waitUntil(panel.pasting.isVisible)
        elif step == "token":
            click(qtbot, page, "sign-in-token")
        elif step in ("companies", "jobs"):
            desk.back.set()
            sign_in(qtbot, page)
            panel.companies.list.setCurrentRow(0)
            if step == "jobs":
                click(qtbot, page, "assistant-next")
                page.jobs.job_db.set_address("/data/jobs.sqlite")
                qtbot.waitUntil(lambda: page.jobs.mapping.mapping() is not None)
    return window


@pytest.mark.parametrize("step", STEPS)
def test_ux11_ux12_names_and_access_keys(
    qtbot: QtBot, make: Open, desk: WebWindowDesk, browser: Browser, step: str
) -> None:
    """Every control has a spoken name and a name for support; no access key stands for two things."""
    window = make("Northgate Heating")
    at(step, qtbot, window, desk)
    visible = [w for w in window.findChildren(QWidget) if w.isVisible()]
    texts = [action.text() for action in window.menuBar().actions()]
    texts += [window.tabs.tabText(place) for place in range(window.tabs.count())]
    for widget in visible:
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy() is not None):
            texts.append(widget.text())
    keys = Counter(QKeySequence.mnemonic(text).toString() for text in texts)
    twice = [key for key, times in keys.items() if key and times > 1]
    assert twice == [], [text for text in texts if QKeySequence.mnemonic(text).toString() in twice]
    for widget in visible:
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget.parent(), QComboBox):
            continue
        name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        assert name or widget.objectName().startswith("qt_"), (type(widget), widget.objectName())
        assert widget.objectName(), (type(widget), name)


@pytest.mark.parametrize("step", STEPS)
def test_ux11_tab_goes_down_the_page_and_then_to_the_buttons(
    qtbot: QtBot, make: Open, desk: WebWindowDesk, browser: Browser, step: str
) -> None:
    window = make()
    if step != "books":
        at(step, qtbot, window, desk)
    else:
        window.tabs.setCurrentWidget(window.settings_tab)
        qtbot.waitUntil(lambda: not window._worker.is_busy)
        click(qtbot, window, "settings-first-add")
    page = assistant(window)
    chain, widget = [], page.nextInFocusChain()
    while widget is not page:
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if takes and widget.isVisible() and widget.isEnabled() and page.isAncestorOf(widget):
            chain.append(widget)
        widget = widget.nextInFocusChain()
    assert len(chain) == len(set(chain)) > 1
    below = [each for each in chain if each in page.buttons]
    inside = [each for each in chain if each not in page.buttons]
    assert chain == [*inside, *below]
    for part in (inside, below):
        places = [each.mapTo(page, each.rect().center()) for each in part]
        for one, other in pairwise(places):
            below_it = one.y() < other.y() - 8
            assert below_it or (one.y() < other.y() + 8 and one.x() < other.x()), [
                e.objectName() for e in part
            ]
