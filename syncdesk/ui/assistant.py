"""The assistant for a new connection (UX-1): which books, their details, signing in, the job database, a test
that writes nothing, and then the first preview.

Used by settings_tab, which sets it aside and takes it up again. Leaving it for good forgets what it left in
the password store."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from syncdesk.app.views import ConnectionDraft
from syncdesk.model.connection import Connection
from syncdesk.model.errors import SetupError, SyncDeskError
from syncdesk.model.ports import FieldKind, SourceKind
from syncdesk.ui.assistant_check import CheckPage
from syncdesk.ui.assistant_jobs import JobsPage
from syncdesk.ui.assistant_pages import (
    AssistantPage,
    BooksPage,
    DonePage,
    FieldsPage,
    SignInPage,
    Steps,
    scrolling,
)
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.notices import announce, set_tab_order, wrapped_label
from syncdesk.ui.settings_page import SettingsPage
from syncdesk.ui.theme import GAP, larger_font, make_primary
from syncdesk.ui.worker import Worker

_WIDTH = 120
"""Letters beside each other at most: longer lines are hard to follow, longer fields hard to aim at."""


class AssistantFrame(SettingsPage):
    """What the assistant looks like: title, steps, one page at a time, buttons."""

    def __init__(self, pages: tuple[AssistantPage, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("assistant")
        self.title = QLabel(self.tr("New connection"), self)
        self.title.setObjectName("settings-title")
        self.title.setFont(larger_font(self.font(), 1.3, bold=True))
        self.steps = Steps(self)
        self.hint = wrapped_label("settings-hint", self)
        self.leave_button = self._button("assistant-leave", self.tr("&Leave"))
        self.back_button = self._button("assistant-back", self.tr("Bac&k"))
        self.next_button = self._button("assistant-next", self.tr("&Continue"))
        self.leave_button.setToolTip(self.tr("What you filled in is kept until SyncDesk is closed"))
        self.stack = QStackedWidget(self)
        self._places = {page: scrolling(page, page.step) for page in pages}
        for place in self._places.values():
            self.stack.addWidget(place)
        self._lay_out()

    def show_page(self, page: AssistantPage) -> None:
        """Show this page."""
        self.stack.setCurrentWidget(self._places[page])

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _buttons(self) -> QHBoxLayout:
        """In the order that steps have on this platform: leaving comes last on Windows, first elsewhere
        (UX-3)."""
        look = self.style().styleHint(QStyle.StyleHint.SH_DialogButtonLayout)
        steps = [self.hint, self.back_button, self.next_button]
        windows = look == QDialogButtonBox.ButtonLayout.WinLayout.value
        row = QHBoxLayout()
        row.setSpacing(GAP)
        widgets = (*steps, self.leave_button) if windows else (self.leave_button, *steps)
        self.buttons = [widget for widget in widgets if isinstance(widget, QPushButton)]
        for widget in widgets:
            row.addWidget(widget, 1 if widget is self.hint else 0)
        return row

    def _lay_out(self) -> None:
        middle = QWidget(self)
        middle.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.title)
        column.addWidget(self.steps)
        column.addSpacing(GAP)
        column.addWidget(self.stack, 1)
        column.addLayout(self._buttons())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(0)
        row.addWidget(middle, 1)
        row.addStretch(0)


class Assistant(AssistantFrame):
    """Leads through the steps and keeps what is filled in."""

    preview_wanted = Signal(str)
    """The connection of this name is stored, and the person wants to preview its first run."""

    def __init__(
        self,
        desk: DeskPort,
        worker: Worker,
        kinds: tuple[SourceKind, ...],
        draft_id: str,
        parent: QWidget | None = None,
    ) -> None:
        self.books, self.fields = BooksPage(kinds), FieldsPage()
        self.sign_in, self.jobs = SignInPage(worker), JobsPage(desk, worker)
        self.check, self.done = CheckPage(desk, worker), DonePage()
        self._pages = (self.books, self.fields, self.sign_in, self.jobs, self.check, self.done)
        super().__init__(self._pages, parent)
        self._desk, self._worker, self._draft_id = desk, worker, draft_id
        self._page: AssistantPage = self.books
        self._stored: Connection | None = None
        self._storing = False
        for page in self._pages:
            page.changed.connect(self._show_state)
        self.books.changed.connect(self.sign_in.forget)
        self.sign_in.panel.failed.connect(self._not_signed_in)
        self.check.sign_in_wanted.connect(self._sign_in_again)
        self.leave_button.clicked.connect(self.left)
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        self._order_stops()
        self._show(self.books)

    @property
    def connection(self) -> Connection | None:
        """The connection once it is stored."""
        return self._stored

    @property
    def subject(self) -> str:
        """The name where there is one yet."""
        return self.check.name.value or self.tr("The new connection")

    @property
    def has_changes(self) -> bool:
        """True once something was chosen that is not stored yet."""
        return self._stored is None and self.books.kind is not None

    def begin(self) -> None:
        """Put the cursor where the step starts."""
        start = self._page.start()
        if start is not None:
            start.setFocus(Qt.FocusReason.OtherFocusReason)

    def rest(self) -> None:
        """Nothing is waited for while the assistant is set aside."""
        self.sign_in.panel.stop()

    def let_go(self) -> None:
        """Forget what signing in left behind, unless the connection is stored."""
        self.sign_in.panel.stop()
        if self._stored is None and self.books.kind is not None:
            desk, id_ = self._desk, self._draft_id
            self._worker.after_waits(lambda: desk.give_up(id_))

    def default_button(self) -> QPushButton | None:
        """Return does what the page needs next."""
        own = self.sign_in.panel.default_button if self._page is self.sign_in else None
        return own if own is not None else self.next_button

    def draft(self) -> ConnectionDraft:
        """What is filled in so far, without name and rules. A kind of books must be chosen."""
        kind = self.books.kind
        return ConnectionDraft(
            id=self._draft_id,
            name="",
            source_kind=kind.kind if kind is not None else "",
            source={**self.fields.fields.values, **self.sign_in.company},
            job_db=self.jobs.address,
            mapping=self.jobs.mapping.mapping(),
        )

    # going on and back

    @Slot()
    def go_on(self) -> None:
        """The next step; on the last one, store, and then preview."""
        if not self.next_button.isEnabled():
            return
        if self._page is self.done and self._stored is not None:
            self.preview_wanted.emit(self._stored.name)
        elif self._page is self.check:
            self._store()
        else:
            self._show(self._way[self._place + 1])

    @Slot()
    def go_back(self) -> None:
        """The step before; nothing is lost."""
        if self._place > 0:
            self.rest()
            self._show(self._way[self._place - 1])

    @property
    def _way(self) -> list[AssistantPage]:
        return _way(self._pages, self.books.kind)

    @property
    def _place(self) -> int:
        return self._way.index(self._page)

    def _show(self, page: AssistantPage) -> None:
        kind = self.books.kind
        if page is self.fields and kind is not None:
            self.fields.show_kind(kind)
            self._order_stops()
        elif page is self.sign_in and kind is not None:
            draft, desk = self.draft(), self._desk
            self.sign_in.show_kind(kind, self.fields.fields.values, lambda: desk.sign_in(draft))
        elif page is self.jobs:
            draft = self.draft()
            self.jobs.show_books(draft.source_kind, draft.source, draft.id)
        elif page is self.check and kind is not None:
            choice = self.sign_in.panel.choice if kind.sign_in is not None else None
            company = choice.name if choice is not None else _file_name(kind, self.fields.fields.values)
            books = f"{kind.label}: {company}" if company else kind.label
            self.check.show_draft(self.draft(), books, company)
        self._page = page
        self.show_page(page)
        self._show_state()
        self.begin()
        announce(self, self.steps.accessibleName())

    def _order_stops(self) -> None:
        set_tab_order([*(stop for page in self._pages for stop in page.stops()), *self.buttons])

    @Slot()
    def _show_state(self) -> None:
        ended = self._page is self.done
        missing = self._page.missing()
        if not ended:
            self.steps.show_step([page.step for page in self._way], self._place)
        self.steps.setVisible(not ended)
        self.back_button.setVisible(not ended)
        self.back_button.setEnabled(not ended and self._place > 0 and not self._storing)
        texts = {self.check: self.tr("Sav&e Connection"), self.done: self.tr("&Preview the First Run")}
        self.next_button.setText(texts.get(self._page, self.tr("&Continue")))
        self.leave_button.setText(self.tr("C&lose") if ended else self.tr("&Leave"))
        self.leave_button.setEnabled(not self._storing)
        self.next_button.setEnabled(not missing and not self._storing)
        make_primary(self.next_button, not missing)
        self.hint.setText(self._page.still_to_do())

    @Slot(object)
    def _not_signed_in(self, error: SyncDeskError) -> None:
        """A wrong client id and the like are put right on the page before."""
        if isinstance(error, SetupError) and self.fields.tell(error.field, str(error)):
            self._show(self.fields)

    @Slot()
    def _sign_in_again(self) -> None:
        self.sign_in.panel.show_ways()
        self._show(self.sign_in)

    # storing

    def _store(self) -> None:
        draft, desk = self.check.draft(), self._desk
        self._storing = True
        self._show_state()
        self._worker.ask(lambda: desk.add(draft), self._was_stored, self._not_stored, key="assistant-save")

    @Slot(object)
    def _was_stored(self, connection: Connection) -> None:
        self._storing, self._stored = False, connection
        self.title.setText(connection.name)
        self.done.show_name(connection.name)
        self._show(self.done)
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.saved.emit(connection.name)

    @Slot(object)
    def _not_stored(self, error: SyncDeskError) -> None:
        """Back to the page with the field at fault, else below the form (UX-7)."""
        self._storing = False
        field = error.field if isinstance(error, SetupError) else ""
        words = f"{error.title} {error.remedy}".strip()
        page = next((page for page in self._way if field and page.tell(field, words)), None)
        if page is None:
            self.check.show_error(error)
            page = self.check
        announce(self, str(error))
        self._show(page)


def _way(pages: tuple[AssistantPage, ...], kind: SourceKind | None) -> list[AssistantPage]:
    """The steps of this kind of books: not everywhere somebody has to sign in."""
    signs_in = kind is None or kind.sign_in is not None
    return [p for p in pages if not isinstance(p, DonePage) and (signs_in or not isinstance(p, SignInPage))]


def _file_name(kind: SourceKind, values: dict[str, str]) -> str:
    """The name of the books' file, without its ending: a good name for the connection to begin with."""
    file = next((values.get(field.key, "") for field in kind.fields if field.kind is FieldKind.FILE), "")
    return file.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
