"""The pictures of the assistant and of reconnecting for tests.ui.screenshots: every step, in good times and
bad."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtWidgets import QApplication, QScrollArea

from syncdesk.app.views import MappingGuess
from syncdesk.model.changes import Phase, Progress
from syncdesk.model.errors import SetupError
from syncdesk.model.job import Check
from syncdesk.model.sign_in import SignedIn
from syncdesk.sources import KINDS
from syncdesk.ui.assistant import Assistant
from syncdesk.ui.picture import settle
from syncdesk.ui.window import MainWindow
from tests.ui.settings_samples import GUESS
from tests.ui.web_samples import ELM, LARKSPUR, WebWindowDesk

Act = Callable[[Any], None]
REFUSED = SetupError(
    "The permission to read the books at Xero has ended.",
    "Reconnect: links and history stay as they are.",
    "400 invalid_grant",
    field="sign_in",
)
FIELDS = {"client_id": "9C1DE0A7B0F24C55A3", "client_secret": "not-a-secret"}


def web_pictures(picture: Callable[..., Any]) -> Iterable[Any]:
    """One picture of each step."""
    return [
        picture("assistant-1-books", WebWindowDesk, lambda window: begun(window, None)),
        picture("assistant-2-fields", WebWindowDesk, lambda window: begun(window, "quickbooks-online")),
        picture("assistant-2-fields-more", WebWindowDesk, unfolded),
        picture("assistant-2-fields-gnucash", WebWindowDesk, lambda window: begun(window, "gnucash")),
        picture("assistant-3-sign-in", WebWindowDesk, lambda window: at_sign_in(window)),
        picture("assistant-3-waiting", WebWindowDesk, by_browser, waits=address_shown),
        picture("assistant-3-no-browser", WebWindowDesk, without_browser, waits=address_shown),
        picture("assistant-3-paste", WebWindowDesk, lambda w: at_sign_in(w).sign_in.panel.begin_pasting()),
        picture("assistant-3-token", WebWindowDesk, lambda w: at_sign_in(w).sign_in.panel.begin_token()),
        picture("assistant-3-refused", refusing, signed_in),
        picture("assistant-3-one", answering, signed_in),
        picture("assistant-3-several", several, signed_in),
        picture("assistant-4-jobs", answering, at_jobs),
        picture("assistant-4-jobs-server", answering, at_server),
        picture("assistant-4-jobs-many", many_tables, at_jobs),
        picture("assistant-4-jobs-error", no_table, at_jobs),
        picture("assistant-4-jobs-below", answering, at_jobs_below),
        picture("assistant-5-check", answering, at_check),
        picture("assistant-5-check-fails", failing, at_check),
        picture("assistant-6-done", answering, at_done),
        picture("reconnect", lambda: WebWindowDesk("Northgate Heating"), reconnect),
        picture("permission-3-days", lambda: expiring(2), lambda window: None),
        picture("permission-14-days", lambda: expiring(12), lambda window: None),
        picture("permission-30-days", lambda: expiring(25), lambda window: None),
        picture("update-sign-in-error", broken, lambda window: window.update_tab.run_or_stop()),
        picture("update-waits", lambda: WebWindowDesk("Northgate Heating"), waiting),
        picture(
            "settings-web",
            lambda: WebWindowDesk("Northgate Heating"),
            lambda w: w.tabs.setCurrentWidget(w.settings_tab),
        ),
    ]


def answering() -> WebWindowDesk:
    """The browser comes back at once."""
    desk = WebWindowDesk()
    desk.back.set()
    return desk


def several() -> WebWindowDesk:
    """Two companies may be read."""
    desk = answering()
    desk.companies = (LARKSPUR, ELM)
    return desk


def refusing() -> WebWindowDesk:
    """The vendor refuses."""
    desk = answering()
    desk.refusal = SetupError(
        "Access to Xero was refused on its page.",
        "Sign in again and choose 'Allow access'.",
        "error=access_denied",
        field="sign_in",
    )
    return desk


def failing() -> WebWindowDesk:
    """The permission is lost by the time of the test."""
    desk = answering()
    desk.checks = (
        Check("Nobody is signed in to Xero.", False, "Sign in.", "sign_in"),
        *desk.checks[1:],
    )
    return desk


def expiring(days: int) -> WebWindowDesk:
    """The permission ends soon."""
    desk = WebWindowDesk("Northgate Heating")
    desk.permission = SignedIn(datetime.now(UTC) + timedelta(days=days))
    return desk


def broken() -> WebWindowDesk:
    """A run fails because nobody is signed in."""
    desk = expiring(80)
    desk.sync_trouble = REFUSED
    return desk


def assistant(window: MainWindow) -> Assistant:
    """The assistant that is shown."""
    page = window.settings_tab.place.editor
    assert isinstance(page, Assistant)
    return page


def begun(window: MainWindow, kind: str | None) -> Assistant:
    """At the fields of this kind of books; without one at the first step."""
    window.tabs.setCurrentWidget(window.settings_tab)
    settle(window._worker)
    window.settings_tab.add()
    page = assistant(window)
    if kind is not None:
        place = [each.kind for each in KINDS].index(kind)
        button = page.books.group.button(place)
        assert button is not None
        button.setChecked(True)
        page.go_on()
    return page


def unfolded(window: MainWindow) -> None:
    """The fields that few people need."""
    begun(window, "quickbooks-online").fields.fields.fold.open()


def at_sign_in(window: MainWindow, opens: bool = True) -> Assistant:
    """At the page for signing in to Xero."""
    page = begun(window, "xero")
    for key, value in FIELDS.items():
        if key in page.fields.fields.editors:
            page.fields.fields.editors[key].set_value(value)
    page.go_on()
    page.sign_in.panel._opening = lambda _address: opens
    return page


def by_browser(window: MainWindow) -> None:
    """Waiting for the browser."""
    at_sign_in(window).sign_in.panel.by_browser()


def without_browser(window: MainWindow) -> None:
    """Waiting, and no browser could be opened."""
    at_sign_in(window, opens=False).sign_in.panel.by_browser()


def address_shown(window: MainWindow) -> bool:
    """True once the address is there."""
    return assistant(window).sign_in.panel.waiting.address.isVisible()


def signed_in(window: MainWindow) -> Assistant:
    """Signed in, or refused."""
    page = at_sign_in(window)
    page.sign_in.panel.by_browser()
    settle(window._worker)
    return page


def at_jobs(window: MainWindow) -> Assistant:
    """The job database is filled in."""
    page = signed_in(window)
    page.go_on()
    page.jobs.job_db.set_address("/data/jobs.sqlite")
    page.jobs.guess()
    settle(window._worker)
    return page


def at_server(window: MainWindow) -> None:
    """The job database is on a server."""
    page = signed_in(window)
    page.go_on()
    page.jobs.job_db.set_address("postgresql://office:secret@db.example.com/jobs?sslmode=verify-full")
    page.jobs.guess()
    settle(window._worker)


def at_jobs_below(window: MainWindow) -> None:
    """The lower half of the page about the job database."""
    page = at_jobs(window)
    page.jobs.mapping.fold.open()
    area = page.findChild(QScrollArea, "assistant-jobs-scroll")
    assert area is not None
    QApplication.sendPostedEvents()
    area.ensureWidgetVisible(page.jobs.mapping.where)


def many_tables() -> WebWindowDesk:
    """Thousands of tables, of which two look like the one."""
    names = tuple(sorted(f"{schema}.t_{n:04}" for schema in ("archive", "crm") for n in range(2000)))
    doubt = "'invoices' and 'crm.invoices' both look like the table of invoices."
    desk = answering()
    desk.guess = replace(GUESS, tables=("invoices", "crm.invoices", *names), doubts=(doubt,))
    return desk


def no_table() -> WebWindowDesk:
    """No table fits."""
    desk = answering()
    desk.guess = MappingGuess(None, ("No table looks like a list of invoices.",), ("customers", "jobs"))
    return desk


def at_check(window: MainWindow) -> Assistant:
    """Everything was tested."""
    page = at_jobs(window)
    page.go_on()
    settle(window._worker)
    return page


def at_done(window: MainWindow) -> None:
    """It is stored."""
    at_check(window).go_on()
    settle(window._worker)


def reconnect(window: MainWindow) -> None:
    """Signing in again for a stored connection."""
    window.tabs.setCurrentWidget(window.settings_tab)
    settle(window._worker)
    window.settings_tab.reconnect()


def waiting(window: MainWindow) -> None:
    """A run that the books ask to wait."""
    until = datetime.now(UTC) + timedelta(seconds=83)
    why = f"Xero asks to wait until {until.astimezone():%H:%M}."
    results = window.update_tab.results
    results.show_running("Northgate Heating", False)
    results.progress.show_progress(Progress(Phase.DISCOVER, 1200, None, until, why))
