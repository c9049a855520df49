"""Signing in to web books, whatever it is for: a new connection or one that is reconnected.

Used by assistant and reconnect. Everything that waits happens on a lane of its own, so that the window and
its runs go on meanwhile."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from syncdesk.model.errors import SetupError, SyncDeskError
from syncdesk.model.sign_in import CompanyChoice, SignIn
from syncdesk.ui.browser import open_address
from syncdesk.ui.notices import ErrorPanel, IconLabel, Panel, announce, wrapped_label
from syncdesk.ui.sign_in_pages import CompaniesPage, PastePage, TokenPage, WaitingPage, WaysPage
from syncdesk.ui.theme import GAP, Tone
from syncdesk.ui.worker import Cancelled, Task, Tell, Worker

SECONDS = 300.0
"""How long the browser's return is waited for."""


class SignInView(QWidget):
    """The pages of signing in under the promise that nothing is written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign-in")
        self.promise = wrapped_label("sign-in-promise", self)
        self.error = ErrorPanel("sign-in-error", self)
        self.ways, self.waiting = WaysPage(), WaitingPage()
        self.pasting, self.token, self.companies = PastePage(), TokenPage(), CompaniesPage()
        self.pages = QStackedWidget(self)
        for page in (self.ways, self.waiting, self.pasting, self.token, self.companies):
            self.pages.addWidget(page)
        box = Panel(Tone.INFORMATION, self)
        inside = QHBoxLayout(box)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.setSpacing(10)
        inside.addWidget(IconLabel("preview", Tone.INFORMATION, 20, box), 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self.promise, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP * 2)
        column.addWidget(box)
        column.addWidget(self.error)
        column.addWidget(self.pages, 1)

    @property
    def choice(self) -> CompanyChoice | None:
        """The company to read; None before somebody signed in and chose."""
        return self.companies.choice if self.pages.currentWidget() is self.companies else None

    @property
    def default_button(self) -> QPushButton | None:
        """What Return presses now; None where the one who shows this knows better."""
        defaults = {self.ways: self.ways.browser, self.pasting: self.pasting.use, self.token: self.token.use}
        return defaults.get(self.pages.currentWidget())  # type: ignore[call-overload, no-any-return]

    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, in reading order."""
        pages = (self.ways, self.waiting, self.pasting, self.token, self.companies)
        return [*self.error.stops(), *(stop for page in pages for stop in page.stops)]

    def show_start(self, label: str) -> None:
        """Offer the ways to sign in to this kind of books."""
        self.ways.name(label)
        self.promise.setText(
            self.tr(
                "SyncDesk only reads: nothing is ever written to your books. If the page of {label} speaks "
                "of full access, it is because it offers nothing smaller."
            ).format(label=label)
        )
        self.companies.show_companies((), None)
        self.error.hide()
        self.pages.setCurrentWidget(self.ways)


class SignInPanel(SignInView):
    """Goes through one of the ways to sign in, as often as needed, and ends with a company."""

    changed = Signal()
    """A company was taken or chosen, or there is none any more."""
    failed = Signal(object)
    """A SyncDeskError, which is shown here as well."""
    _ask: Callable[[], SignIn]

    def __init__(
        self,
        worker: Worker,
        parent: QWidget | None = None,
        opening: Callable[[str], bool] = open_address,
    ) -> None:
        super().__init__(parent)
        self._worker, self._opening = worker, opening
        self._task: Task | None = None
        self._tried_at: QWidget = self.ways
        self._paste: SignIn | None = None
        self._label, self._before = "", dict[str, str]()
        self._connect()

    # what the one who shows it calls

    def begin(self, label: str, ask: Callable[[], SignIn], before: Mapping[str, str]) -> None:
        """Offer to sign in to this kind of books. `ask` blocks and is called on a lane; `before` are the
        fields that tell which company was read until now."""
        self.stop()
        self._label, self._ask, self._before = label, ask, dict(before)
        self._paste = None
        self.show_start(label)
        self.changed.emit()

    @property
    def is_waiting(self) -> bool:
        """True while something is waited for."""
        return self._task is not None

    def stop(self) -> None:
        """Wait for nothing any more; what was begun is given up."""
        task, self._task = self._task, None
        if task is not None:
            task.supersede()
            self.waiting.rest()
            self.pages.setCurrentWidget(self.ways)

    # the ways

    @Slot()
    def by_browser(self) -> None:
        """Sign in at the vendor's page."""
        ask = self._ask

        def work(cancelled: Cancelled, tell: Tell) -> tuple[CompanyChoice, ...]:
            return ask().by_browser(tell, cancelled, SECONDS)

        self.waiting.wait_for_browser(self._label, SECONDS)
        self._wait(work).done.connect(self._signed_in)
        announce(self, self.waiting.title.text())

    @Slot()
    def begin_pasting(self) -> None:
        """Ask for the address of the vendor's page, for the way by pasting."""
        ask = self._ask

        def work(_cancelled: Cancelled, _tell: Tell) -> tuple[SignIn, str]:
            sign_in = ask()
            return sign_in, sign_in.page()

        self.waiting.wait_for_service(self._label)
        self._wait(work).done.connect(self._page_known)

    @Slot(str)
    def by_pasting(self, answer: str) -> None:
        """Sign in with the address that the browser ended at."""
        if self._paste is not None:
            self._use(partial(self._paste.by_pasting, answer))

    @Slot()
    def begin_token(self) -> None:
        """Ask for a refresh token."""
        self.error.hide()
        self.pages.setCurrentWidget(self.token)
        self.token.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def by_refresh_token(self, token: str) -> None:
        """Sign in with a refresh token."""
        ask = self._ask
        self._use(lambda: ask().by_refresh_token(token))

    @Slot()
    def show_ways(self) -> None:
        """Back to the ways; what was waited for is given up."""
        self.stop()
        self.error.hide()
        self.pages.setCurrentWidget(self.ways)
        self.ways.browser.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    # answers

    @Slot(object)
    def _show_address(self, address: str) -> None:
        self.waiting.show_address(address, self._opening(address))

    @Slot(object)
    def _page_known(self, result: tuple[SignIn, str]) -> None:
        self._over()
        self._paste, address = result
        self.pasting.address.show_address(address)
        self.pages.setCurrentWidget(self.pasting)
        self.pasting.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _signed_in(self, companies: tuple[CompanyChoice, ...]) -> None:
        self._over()
        if not companies:
            self._failed(
                SetupError(
                    self.tr("There is no company that may be read."),
                    self.tr("Sign in again as somebody who may see the company's books, and allow access."),
                )
            )
            return
        for line in (self.pasting.line, self.token.line):
            line.clear()
        known = [c for c in companies if c.fields and c.fields.items() <= self._before.items()]
        self.companies.show_companies(companies, known[0] if known else None)
        self.pages.setCurrentWidget(self.companies)
        focus = self.companies.list if len(companies) > 1 else self.companies.again
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self.companies.title.text()}. {self.companies.question.text()}")
        self.changed.emit()

    @Slot(object)
    def _failed(self, error: SyncDeskError) -> None:
        """Back to where it was tried, so that it can be tried again."""
        self._over()
        self.error.show_error(error)
        announce(self, str(error))
        self.pages.setCurrentWidget(self._tried_at)
        self.changed.emit()
        self.failed.emit(error)

    @Slot(str)
    def _open(self, address: str) -> None:
        if not self._opening(address):
            self.error.show_error(
                SetupError(
                    self.tr("Your browser could not be opened."),
                    self.tr("Copy the address and open it in a browser yourself."),
                )
            )

    # waiting

    def _use(self, way: Callable[[], tuple[CompanyChoice, ...]]) -> None:
        self.waiting.wait_for_service(self._label)
        self._wait(lambda _cancelled, _tell: way()).done.connect(self._signed_in)

    def _wait(self, work: Callable[[Cancelled, Tell], object]) -> Task:
        page = self.pages.currentWidget()
        self._tried_at = page if page in (self.pasting, self.token) and page is not None else self.ways
        self.error.hide()
        self._task = self._worker.wait(work)
        self._task.progress.connect(self._show_address)
        self._task.failed.connect(self._failed)
        self.pages.setCurrentWidget(self.waiting)
        self.waiting.give_up.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
        return self._task

    def _over(self) -> None:
        self._task = None
        self.waiting.rest()

    # making

    def _connect(self) -> None:
        ways = self.ways
        ways.browser.clicked.connect(self.by_browser)
        ways.paste.clicked.connect(self.begin_pasting)
        ways.token.clicked.connect(self.begin_token)
        for button in (self.waiting.give_up, self.pasting.back, self.token.back, self.companies.again):
            button.clicked.connect(self.show_ways)
        self.pasting.given.connect(self.by_pasting)
        self.token.given.connect(self.by_refresh_token)
        self.companies.chosen.connect(self.changed)
        for address in (self.waiting.address, self.pasting.address):
            address.opening_wanted.connect(self._open)
