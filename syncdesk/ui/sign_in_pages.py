"""The pages of signing in: the ways there are, waiting for the browser, pasting, a refresh token, and the
companies that may be read. Used by sign_in_panel, which knows what happens between them."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from syncdesk.model.sign_in import CompanyChoice
from syncdesk.ui.icons import plain_icon
from syncdesk.ui.notices import IconLabel, Panel, announce, wrapped_label
from syncdesk.ui.present import countdown_text
from syncdesk.ui.settings_fields import LineField, SecretField
from syncdesk.ui.theme import GAP, Tone, figures_font, larger_font, make_primary, quieten, row_height

_MOST_COMPANIES = 6
"""Companies shown before their list scrolls."""


class _Page(QWidget):
    """A column with what all pages are made of."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.stops: list[QWidget] = []
        """Where the Tab key stops, in reading order."""
        self._quiet: list[QLabel] = []
        self._icons: list[tuple[QPushButton, str]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_icons"):
            self.dress()

    def dress(self) -> None:
        """Colour what is quiet, and draw the icons."""
        for label in self._quiet:
            quieten(label)
        for button in self.findChildren(QPushButton):
            if button.isDefault():
                make_primary(button, True)
        for button, icon in self._icons:
            button.setIcon(plain_icon(icon, button.palette()))

    def button(self, name: str, text: str, icon: str = "") -> QPushButton:
        """A button of this page."""
        made = QPushButton(text, self)
        made.setObjectName(name)
        made.setAutoDefault(False)
        if icon:
            self._icons.append((made, icon))
        return made

    def label(self, name: str, text: str = "", size: float = 1.0, quiet: bool = False) -> QLabel:
        """A sentence of this page."""
        made = wrapped_label(name, self)
        made.setText(text)
        if size != 1.0:
            made.setFont(larger_font(self.font(), size, bold=size > 1))
        if quiet:
            self._quiet.append(made)
        return made

    def add_row(self, *widgets: QWidget) -> None:
        """A line of buttons, from the left."""
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        self.column.addLayout(row)


class WaysPage(_Page):
    """The three ways to sign in, the usual one first."""

    def __init__(self) -> None:
        super().__init__("sign-in-ways")
        self.browser = self.button("sign-in-browser", self.tr("&Sign In with Your Browser"), "open")
        self.browser.setMinimumHeight(round(self.fontMetrics().height() * 2.1))
        make_primary(self.browser, True)
        self.paste = self.button("sign-in-paste", self.tr("&Paste the Address Instead"))
        self.token = self.button("sign-in-token", self.tr("I Have a Refresh Toke&n"))
        self.stops = [self.browser, self.paste, self.token]
        self._browser_text = self.label("sign-in-browser-text", quiet=True)
        other = self.label("sign-in-other", self.tr("Other ways"), 1.08)
        other.setContentsMargins(0, GAP, 0, 0)
        paste_text = self.tr(
            "For a browser on another computer, or one that ends at a page that cannot be shown."
        )
        token_text = self.tr("For those who were given one, made for the same client ID.")
        self.add_row(self.browser)
        self.column.addWidget(self._browser_text)
        self.column.addWidget(other)
        for button, text in ((self.paste, paste_text), (self.token, token_text)):
            self.add_row(button)
            self.column.addWidget(self.label(f"{button.objectName()}-text", text, quiet=True))
            self.column.addSpacing(GAP)
        self.column.addStretch(1)
        self.dress()

    def name(self, label: str) -> None:
        """Say whose page opens."""
        text = self.tr("The page of {label} opens. Sign in there, allow access, and come back.")
        self._browser_text.setText(text.format(label=label))


class AddressLine(_Page):
    """An address for the person to open: opened or copied by a button, or read."""

    opening_wanted = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}-area")
        self.line = LineField(name, parent=self)
        self.line.setReadOnly(True)
        self.line.setAccessibleName(self.tr("Address of the page"))
        self.open_button = self.button(f"{name}-open", self.tr("Op&en the Page"), "open")
        self.copy_button = self.button(f"{name}-copy", self.tr("Copy A&ddress"), "copy")
        self.stops = [self.line, self.open_button, self.copy_button]
        self.column.addWidget(self.line)
        self.add_row(self.open_button, self.copy_button)
        self.open_button.clicked.connect(self._open)
        self.copy_button.clicked.connect(self.copy)
        self.dress()

    def show_address(self, address: str) -> None:
        """Show the address, from its beginning."""
        self.line.setText(address)
        self.line.setCursorPosition(0)

    @Slot()
    def copy(self) -> None:
        """Put the address on the clipboard."""
        QGuiApplication.clipboard().setText(self.line.text())
        announce(self, self.tr("Address copied"))

    @Slot()
    def _open(self) -> None:
        self.opening_wanted.emit(self.line.text())


class WaitingPage(_Page):
    """Waiting for the browser, with the time left; or for an answer of the service, without."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__("sign-in-waiting")
        self._clock, self._until = clock, 0.0
        self.title = self.label("sign-in-waiting-title", size=1.2)
        self.text = self.label("sign-in-waiting-text")
        self.bar = QProgressBar(self)
        self.bar.setObjectName("sign-in-bar")
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(460)
        self.left = QLabel(self)
        self.left.setObjectName("sign-in-left")
        self.left.setFont(figures_font(self.font()))
        self.give_up = self.button("sign-in-give-up", self.tr("Give U&p"), "stop")
        self.trouble = Panel(Tone.WARNING, self)
        self.hint = self.label("sign-in-address-hint", self.tr("No page opened? This is its address:"))
        self.address = AddressLine("sign-in-address")
        self.stops = [self.give_up, *self.address.stops]
        self._ticking = QTimer(self)
        self._ticking.setInterval(500)
        self._ticking.timeout.connect(self.tick)
        self._lay_out()
        self.dress()

    def wait_for_browser(self, label: str, seconds: float) -> None:
        """The page of the service is about to open; its answer is waited for at most so long."""
        self._until = self._clock() + seconds
        self._say(
            self.tr("Waiting for your browser…"),
            self.tr("Sign in at {label} and allow access. This page goes on by itself.").format(label=label),
        )
        self._show_address_parts(False)
        self._ticking.start()
        self.tick()

    def wait_for_service(self, label: str) -> None:
        """The service is being asked."""
        self._ticking.stop()
        self.left.setText("")
        self._say(self.tr("One moment…"), self.tr("{label} is being asked.").format(label=label))
        self._show_address_parts(False)

    def show_address(self, address: str, opened: bool) -> None:
        """The address is known, and was opened or could not be."""
        self.address.show_address(address)
        self._show_address_parts(True)
        self.trouble.setVisible(not opened)
        self.hint.setVisible(opened)

    def rest(self) -> None:
        """Nothing is waited for any more."""
        self._ticking.stop()

    @Slot()
    def tick(self) -> None:
        """Show how much time is left."""
        left = countdown_text(self._until - self._clock())
        self.left.setText(self.tr("{time} left").format(time=left))

    def _say(self, title: str, text: str) -> None:
        self.title.setText(title)
        self.text.setText(text)
        self.bar.setAccessibleName(title)

    def _show_address_parts(self, visible: bool) -> None:
        for part in (self.trouble, self.hint, self.address):
            part.setVisible(visible)

    def _lay_out(self) -> None:
        warning = self.label(
            "sign-in-not-opened",
            self.tr("Your browser could not be opened. Open this address in it yourself:"),
        )
        inside = QHBoxLayout(self.trouble)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.addWidget(IconLabel("warning", Tone.WARNING, 20, self.trouble))
        inside.addWidget(warning, 1)
        self.column.addWidget(self.title)
        self.column.addWidget(self.text)
        self.column.addSpacing(4)
        self.column.addWidget(self.bar)
        self.add_row(self.left)
        self.add_row(self.give_up)
        self.column.addSpacing(GAP)
        for part in (self.trouble, self.hint, self.address):
            self.column.addWidget(part)
        self.column.addStretch(1)


class AnswerPage(_Page):
    """A page on which something is filled in and then used; Back leads to the other ways."""

    given = Signal(str)

    def __init__(self, name: str, title: str, use: str) -> None:
        super().__init__(name)
        self.use = self.button(f"{name}-use", use)
        self.back = self.button(f"{name}-back", self.tr("Other &Ways"))
        self.column.addWidget(self.label(f"{name}-title", title, 1.2))

    def _finish(self, label: str, line: LineField, editor: QWidget) -> None:
        title = self.label(f"{line.objectName()}-label", label)
        title.setBuddy(line)
        line.setAccessibleName(label.replace("&", "").rstrip(":"))
        self._line = line
        self.stops += [self.use, self.back]
        self.column.addWidget(title)
        self.column.addWidget(editor)
        self.add_row(self.use, self.back)
        self.column.addStretch(1)
        line.textChanged.connect(self._filled)
        self.use.clicked.connect(self.hand_over)
        self._filled()

    @Slot()
    def hand_over(self) -> None:
        """Hand over what is filled in."""
        if self._line.value:
            self.given.emit(self._line.value)

    @Slot()
    def _filled(self) -> None:
        self.use.setEnabled(bool(self._line.value))
        make_primary(self.use, bool(self._line.value))


class PastePage(AnswerPage):
    """Open a page wherever one likes, and bring back the address that the browser ends at."""

    def __init__(self) -> None:
        super().__init__("sign-in-pasting", self.tr("Paste the address"), self.tr("&Sign In"))
        first = self.tr("1. Open this page in any browser, sign in and allow access:")
        second = self.tr(
            "2. The browser ends at an address with 'code=' in it. Even if that page cannot be shown, copy "
            "the whole address from the browser's address line and paste it here soon: it holds for some "
            "minutes only."
        )
        self.address = AddressLine("sign-in-page")
        self.line = LineField("sign-in-answer", parent=self)
        self.stops = [*self.address.stops, self.line]
        self.column.addWidget(self.label("sign-in-paste-first", first))
        self.column.addWidget(self.address)
        self.column.addSpacing(GAP)
        self.column.addWidget(self.label("sign-in-paste-second", second))
        self._finish(self.tr("Address the browser ended a&t:"), self.line, self.line)


class TokenPage(AnswerPage):
    """Take a refresh token."""

    def __init__(self) -> None:
        super().__init__("sign-in-having", self.tr("Use a refresh token"), self.tr("Use I&t"))
        text = self.tr(
            "It is tried at once and kept in this computer's password store. From then on SyncDesk renews "
            "it; if another program used the same token, one of the two would be locked out."
        )
        editor = SecretField("sign-in-refresh-token", self.tr("Refresh token"), self)
        self.line = editor.line
        self.stops = [editor.line, editor.button]
        self.column.addWidget(self.label("sign-in-token-about", text))
        self._finish(self.tr("R&efresh token:"), editor.line, editor)


class CompaniesPage(_Page):
    """Signed in: one company is taken and shown, of several one is chosen."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__("sign-in-companies")
        self._companies: tuple[CompanyChoice, ...] = ()
        self.title = self.label("sign-in-done", self.tr("You are signed in"), 1.2)
        self.question = self.label("sign-in-company")
        self.list = QListWidget(self)
        self.list.setObjectName("sign-in-company-list")
        self.question.setBuddy(self.list)
        self.list.setAccessibleName(self.tr("Companies that may be read"))
        self.again = self.button("sign-in-again", self.tr("&Sign In Again"), "refresh")
        self.stops = [self.list, self.again]
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(IconLabel("success", Tone.GOOD, 24, self))
        head.addWidget(self.title, 1)
        self.column.addLayout(head)
        self.column.addWidget(self.question)
        self.column.addWidget(self.list)
        self.column.addSpacing(GAP)
        self.add_row(self.again)
        self.column.addStretch(1)
        self.list.itemSelectionChanged.connect(self.chosen)
        self.dress()

    @property
    def choice(self) -> CompanyChoice | None:
        """The company that is taken, None while one must still be chosen."""
        if len(self._companies) == 1:
            return self._companies[0]
        rows = [index.row() for index in self.list.selectedIndexes()]  # the cursor alone chooses nothing
        return self._companies[rows[0]] if rows else None

    def show_companies(self, companies: Sequence[CompanyChoice], before: CompanyChoice | None) -> None:
        """Show what may be read; of several, the one chosen before is chosen again."""
        self._companies = tuple(companies)
        several = len(companies) > 1
        self.list.blockSignals(True)
        self.list.clear()
        for company in companies:
            item = QListWidgetItem(company.name, self.list)
            item.setSizeHint(QSize(0, row_height(self.list)))
            item.setToolTip(company.id)
        self.list.setCurrentRow(self._companies.index(before) if before in self._companies else -1)
        self.list.blockSignals(False)
        self.list.setVisible(several)
        lines = min(max(len(companies), 2), _MOST_COMPANIES)
        self.list.setFixedHeight(lines * row_height(self.list) + 2 * self.list.frameWidth() + 2)
        if several:
            self.question.setText(self.tr("&Which company is to be read?"))
        elif companies:
            self.question.setTextFormat(Qt.TextFormat.PlainText)
            self.question.setText(self.tr("Company: {name}").format(name=companies[0].name))
