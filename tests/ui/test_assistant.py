"""The assistant for web books and reconnecting, by real clicks: UX-1, UX-6, F-29, BBK-46."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from syncdesk.app.views import ConnectionState
from syncdesk.model.errors import SetupError
from syncdesk.model.sign_in import SignedIn
from syncdesk.ui.assistant import Assistant
from syncdesk.ui.permission import permission_notice
from syncdesk.ui.reconnect import ReconnectPage
from syncdesk.ui.settings_tab import SettingsTab
from syncdesk.ui.sign_in_panel import SignInPanel
from syncdesk.ui.theme import Tone
from syncdesk.ui.worker import Worker
from tests.ui.web_samples import ELM, LARKSPUR, PAGE, WebDesk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk() -> Iterator[WebDesk]:
    """Nothing is connected yet; whoever waits for the browser is let go in the end."""
    made = WebDesk()
    yield made
    made.back.set()


def opened(qtbot: QtBot, worker: Worker, desk: WebDesk, name: str | None = None) -> SettingsTab:
    tab = SettingsTab(desk, worker)  # type: ignore[arg-type]
    qtbot.addWidget(tab)
    tab.resize(1180, 760)
    tab.show()
    tab.show_connection(name)
    qtbot.waitUntil(lambda: tab.first.isVisible() or tab.place.editor is not None)
    return tab


def no_browser(panel: SignInPanel) -> list[str]:
    """Addresses that would have been opened."""
    seen: list[str] = []

    def open_address(address: str) -> bool:
        seen.append(address)
        return True

    panel._opening = open_address
    return seen


def at_sign_in(qtbot: QtBot, tab: SettingsTab, kind: int = 2) -> Assistant:
    """The assistant for Xero at its page for signing in."""
    qtbot.mouseClick(tab.first.own_button, LEFT)
    page = tab.place.editor
    assert isinstance(page, Assistant)
    button = page.books.group.button(kind)
    assert button is not None
    button.setChecked(True)
    qtbot.mouseClick(page.next_button, LEFT)
    assert not page.next_button.isEnabled()
    assert "Client ID" in page.hint.text()
    qtbot.keyClicks(page.fields.fields.editors["client_id"], "app-1")  # type: ignore[arg-type]
    qtbot.mouseClick(page.next_button, LEFT)
    return page


def test_from_choosing_the_books_to_the_first_preview(qtbot: QtBot, worker: Worker, desk: WebDesk) -> None:
    tab = opened(qtbot, worker, desk)
    page = at_sign_in(qtbot, tab)
    panel = page.sign_in.panel
    asked = no_browser(panel)
    assert "nothing is ever written to your books" in panel.promise.text()
    assert not page.next_button.isEnabled()
    qtbot.mouseClick(panel.ways.browser, LEFT)
    qtbot.waitUntil(lambda: asked == [PAGE])
    assert panel.is_waiting
    desk.back.set()
    qtbot.waitUntil(lambda: panel.choice == LARKSPUR)
    qtbot.mouseClick(page.next_button, LEFT)
    qtbot.keyClicks(page.jobs.job_db.file.line, "/jobs/jobs.sqlite")
    qtbot.waitUntil(lambda: page.jobs.mapping.mapping() is not None)
    qtbot.mouseClick(page.next_button, LEFT)
    qtbot.waitUntil(page.next_button.isEnabled)
    assert page.check.name.value == "Larkspur Joinery Ltd"
    with qtbot.waitSignal(tab.connections_changed):
        qtbot.mouseClick(page.next_button, LEFT)
    draft = desk.drafts[-1]
    assert draft.id == desk.drafts[0].id
    assert (draft.source["client_id"], draft.source["tenant_id"]) == ("app-1", "t-1")
    with qtbot.waitSignal(tab.preview_wanted):
        qtbot.mouseClick(page.next_button, LEFT)
    assert desk.given_up == []


def test_signing_in_can_be_given_up_and_tried_again(qtbot: QtBot, worker: Worker, desk: WebDesk) -> None:
    tab = opened(qtbot, worker, desk)
    page = at_sign_in(qtbot, tab)
    panel = page.sign_in.panel
    asked = no_browser(panel)
    qtbot.mouseClick(panel.ways.browser, LEFT)
    qtbot.waitUntil(lambda: len(asked) == 1)
    qtbot.mouseClick(panel.waiting.give_up, LEFT)
    assert not panel.is_waiting
    assert panel.pages.currentWidget() is panel.ways
    qtbot.mouseClick(panel.ways.browser, LEFT)
    qtbot.waitUntil(lambda: len(asked) == 2)
    desk.back.set()
    qtbot.waitUntil(lambda: panel.choice == LARKSPUR)


def test_a_refusal_is_told_where_it_was_tried(qtbot: QtBot, worker: Worker, desk: WebDesk) -> None:
    desk.refusal = SetupError("Access to Xero was refused on its page.", "Sign in again.", field="sign_in")
    desk.back.set()
    tab = opened(qtbot, worker, desk)
    page = at_sign_in(qtbot, tab)
    panel = page.sign_in.panel
    no_browser(panel)
    qtbot.mouseClick(panel.ways.browser, LEFT)
    qtbot.waitUntil(panel.error.isVisible)
    assert "refused" in panel.error.accessibleName()
    assert panel.pages.currentWidget() is panel.ways
    assert not page.next_button.isEnabled()


@pytest.mark.parametrize("way", ["paste", "token"])
def test_the_other_ways(qtbot: QtBot, worker: Worker, desk: WebDesk, way: str) -> None:
    tab = opened(qtbot, worker, desk)
    page = at_sign_in(qtbot, tab)
    panel = page.sign_in.panel
    no_browser(panel)
    qtbot.mouseClick(getattr(panel.ways, way), LEFT)
    answer = panel.pasting if way == "paste" else panel.token
    qtbot.waitUntil(lambda: panel.pages.currentWidget() is answer)
    qtbot.keyClicks(answer.line, "http://localhost:8742/callback?code=1" if way == "paste" else "refresh-1")
    qtbot.mouseClick(answer.use, LEFT)
    qtbot.waitUntil(lambda: panel.choice == LARKSPUR)
    assert len(desk.pasted) == 1


def test_one_of_several_companies_is_chosen(qtbot: QtBot, worker: Worker, desk: WebDesk) -> None:
    desk.companies = (LARKSPUR, ELM)
    desk.back.set()
    tab = opened(qtbot, worker, desk)
    page = at_sign_in(qtbot, tab)
    panel = page.sign_in.panel
    no_browser(panel)
    qtbot.mouseClick(panel.ways.browser, LEFT)
    qtbot.waitUntil(lambda: panel.companies.list.count() == 2)
    panel.companies.list.setCurrentRow(1)
    assert panel.choice == ELM
    assert page.next_button.isEnabled()


def test_what_was_begun_is_kept_and_can_be_taken_up(qtbot: QtBot, worker: Worker, desk: WebDesk) -> None:
    tab = opened(qtbot, worker, desk)
    page = at_sign_in(qtbot, tab)
    no_browser(page.sign_in.panel)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert tab.place.editor is None
    qtbot.mouseClick(tab.take_up_button, LEFT)
    assert tab.place.editor is page
    assert page.fields.fields.values["client_id"] == "app-1"


def test_reconnecting_stores_the_company_and_nothing_else(qtbot: QtBot, worker: Worker) -> None:
    desk = WebDesk("Northgate")
    desk.back.set()
    tab = opened(qtbot, worker, desk, "Northgate")
    assert tab.side.reconnect_button.isVisible()
    qtbot.mouseClick(tab.side.reconnect_button, LEFT)
    page = tab.place.editor
    assert isinstance(page, ReconnectPage)
    no_browser(page.panel)
    assert not page.use_button.isEnabled()
    qtbot.mouseClick(page.panel.ways.browser, LEFT)
    qtbot.waitUntil(page.use_button.isEnabled)
    with qtbot.waitSignal(tab.connections_changed):
        qtbot.mouseClick(page.use_button, LEFT)
    assert desk.chosen == [("Northgate", LARKSPUR)]
    assert "connected again" in tab.banner.words
    assert desk.drafts == []


@pytest.mark.parametrize(
    ("days", "tone"),
    [(60, None), (29, Tone.INFORMATION), (13, Tone.WARNING), (2, Tone.BAD), (-1, Tone.BAD)],
)
def test_f29_the_end_of_a_permission_is_told_ahead(days: int, tone: Tone | None) -> None:
    desk, now = WebDesk("Northgate"), datetime(2026, 4, 10, 12, tzinfo=UTC)
    desk.permission = SignedIn(now + timedelta(days=days))
    (state,) = desk.states()
    notice = permission_notice(state, now)
    assert (notice.tone if notice is not None else None) is tone


def test_bbk46_nobody_signed_in_is_told() -> None:
    desk = WebDesk("Northgate")
    desk.permission = None
    state: ConnectionState
    (state,) = desk.states()
    notice = permission_notice(state)
    assert notice is not None
    assert "Nobody is signed in" in notice.title
