"""The simple pages of the assistant for a new connection: which books, what they ask for, signing in, done.

Used by assistant, which knows their order. The pages about the job database and the check are beside it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from syncdesk.model.errors import SetupError
from syncdesk.model.ports import FieldKind, SourceKind
from syncdesk.model.sign_in import SIGN_IN, SignIn
from syncdesk.ui.notices import IconLabel, wrapped_label
from syncdesk.ui.sign_in_panel import SignInPanel
from syncdesk.ui.source_fields import SourceFields
from syncdesk.ui.tall_area import TallArea
from syncdesk.ui.theme import GAP, MARGIN, Tone, larger_font, quieten
from syncdesk.ui.worker import Worker


class AssistantPage(QWidget):
    """One step: what it is called, what is said above it, and what is still missing in it."""

    changed = Signal()

    def __init__(self, name: str, step: str) -> None:
        super().__init__()
        self.setObjectName(f"assistant-{name}")
        self.step = step
        self.text = wrapped_label(f"assistant-{name}-text", self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, GAP, 0)
        self.column.setSpacing(GAP)
        self.column.addWidget(self.text)
        self.column.addSpacing(4)

    def missing(self) -> tuple[str, ...]:
        """What must still be filled in before the next step."""
        return ()

    def still_to_do(self) -> str:
        """Why one cannot go on yet, in words; '' where that is plain to see."""
        missing = self.missing()
        words = QCoreApplication.translate("assistant", "Still to fill in: {fields}")
        return words.format(fields=", ".join(missing)) if missing else ""

    def tell(self, field: str, error: str) -> bool:
        """Show an error at the field of this name; False if this page has no such field."""
        del field, error
        return False

    def start(self) -> QWidget | None:
        """Where the cursor goes when the page is shown."""
        return None

    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, in reading order."""
        return []


class BooksPage(AssistantPage):
    """Which kind of books it is."""

    def __init__(self, kinds: tuple[SourceKind, ...]) -> None:
        super().__init__("books", "")
        self.step = self.tr("Books")
        self.text.setText(self.tr("Where does your company keep its books?"))
        self._kinds = kinds
        self.group = QButtonGroup(self)
        self._about: list[QLabel] = []
        for place, kind in enumerate(kinds):
            self._add(place, kind)
        self.column.addStretch(1)
        self.group.idToggled.connect(self._chosen)

    @property
    def kind(self) -> SourceKind | None:
        """The kind that is chosen."""
        place = self.group.checkedId()
        return self._kinds[place] if place >= 0 else None

    def missing(self) -> tuple[str, ...]:
        return () if self.kind is not None else (self.tr("the kind of books"),)

    def still_to_do(self) -> str:
        return ""

    def start(self) -> QWidget | None:
        return self.group.checkedButton() or self.group.button(0)

    def stops(self) -> list[QWidget]:
        return list(self.group.buttons())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_about"):
            for label in self._about:
                quieten(label)

    def _add(self, place: int, kind: SourceKind) -> None:
        button = QRadioButton(kind.label.replace("&", "&&"), self)
        button.setObjectName(f"assistant-kind-{kind.kind}")
        button.setFont(larger_font(self.font(), 1.08, bold=True))
        self.group.addButton(button, place)
        about = wrapped_label(f"assistant-kind-{kind.kind}-about", self)
        about.setText(self._in_words(kind))
        about.setContentsMargins(_text_indent(button), 0, 0, GAP * 2)
        button.setAccessibleDescription(about.text())
        quieten(about)
        self._about.append(about)
        both = QVBoxLayout()
        both.setSpacing(2)
        both.addWidget(button)
        both.addWidget(about)
        self.column.addLayout(both)

    def _in_words(self, kind: SourceKind) -> str:
        if kind.sign_in is not None:
            return self.tr("On the web. You sign in there with your browser; SyncDesk only reads.")
        if any(field.kind is FieldKind.FILE for field in kind.fields):
            return self.tr("A file that this computer can open. Nobody has to sign in; SyncDesk only reads.")
        return self.tr("SyncDesk only reads.")

    @Slot(int, bool)
    def _chosen(self, _place: int, checked: bool) -> None:
        if checked:
            self.changed.emit()


class FieldsPage(AssistantPage):
    """What this kind of books asks for."""

    def __init__(self) -> None:
        super().__init__("fields", "")
        self.step = self.tr("Details")
        self._kind: SourceKind | None = None
        self.fields = SourceFields(parent=self)
        self.column.addWidget(self.fields)
        self.column.addStretch(1)

    def show_kind(self, kind: SourceKind) -> None:
        """Ask for what this kind needs; what is filled in stays while the kind is the same."""
        if kind is self._kind:
            return
        self._kind = kind
        if kind.sign_in is not None:
            text = self.tr(
                "What {label} gave you for SyncDesk. Secrets go to this computer's password store."
            )
        else:
            text = self.tr("Where {label} keeps your books.")
        self.text.setText(text.format(label=kind.label))
        made = SourceFields(kind, parent=self)
        made.changed.connect(self._edited)
        self.column.replaceWidget(self.fields, made)
        self.fields.deleteLater()
        self.fields = made

    def missing(self) -> tuple[str, ...]:
        return self.fields.missing()

    def tell(self, field: str, error: str) -> bool:
        name = next(iter(self.fields.editors), "") if field == "source" else field
        return self.fields.tell(name, error)

    def start(self) -> QWidget | None:
        """The first field with an error, else the first of all."""
        wrong = [grid.editor(name) for grid in self.fields.grids for name in grid.names if grid.error(name)]
        return next(iter((*wrong, *self.fields.stops())), None)

    def stops(self) -> list[QWidget]:
        return list(self.fields.stops())

    @Slot()
    def _edited(self) -> None:
        for grid in self.fields.grids:
            grid.clear_errors()
        self.changed.emit()


class SignInPage(AssistantPage):
    """Signing in, until a company is taken."""

    def __init__(self, worker: Worker) -> None:
        super().__init__("sign-in", "")
        self.step = self.tr("Sign in")
        self.panel = SignInPanel(worker, self)
        self.text.hide()
        self.column.addWidget(self.panel, 1)
        self.panel.changed.connect(self.changed)
        self._with: dict[str, str] | None = None

    def show_kind(self, kind: SourceKind, values: dict[str, str], ask: Callable[[], SignIn]) -> None:
        """Offer to sign in; whoever signed in with the same values stays signed in."""
        if values != self._with:
            self._with = dict(values)
            self.panel.begin(kind.label, ask, values)

    @Slot()
    def forget(self) -> None:
        """Another kind of books is chosen."""
        self._with = None
        self.panel.stop()

    @property
    def company(self) -> dict[str, str]:
        """The fields that choosing a company filled in."""
        return dict(self.panel.choice.fields) if self.panel.choice is not None else {}

    def missing(self) -> tuple[str, ...]:
        return () if self.panel.choice is not None else (self.tr("the company"),)

    def still_to_do(self) -> str:
        there = self.panel.pages.currentWidget() is self.panel.companies
        return self.tr("Choose the company to go on") if there and self.missing() else ""

    def tell(self, field: str, error: str) -> bool:
        if field != SIGN_IN:
            return False
        self.panel.show_ways()
        self.panel.error.show_error(SetupError(error, field=field))
        return True

    def start(self) -> QWidget | None:
        button = self.panel.default_button
        return button if button is not None else self.panel.companies.list

    def stops(self) -> list[QWidget]:
        return self.panel.stops()


class DonePage(AssistantPage):
    """The connection is stored; what is next."""

    def __init__(self) -> None:
        super().__init__("done", "")
        self.step = self.tr("Done")
        self.title = wrapped_label("assistant-done-title", self)
        self.title.setFont(larger_font(self.font(), 1.2, bold=True))
        self.column.insertStretch(0, 2)
        self.column.insertWidget(
            1, IconLabel("success", Tone.GOOD, 44, self), 0, Qt.AlignmentFlag.AlignHCenter
        )
        self.column.insertWidget(2, self.title)
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.column.setContentsMargins(MARGIN * 2, 0, MARGIN * 2, 0)
        self.column.addStretch(3)

    def show_name(self, name: str) -> None:
        """Say that this connection is stored."""
        self.title.setText(self.tr("'{name}' is connected").format(name=name))
        self.text.setText(
            self.tr(
                "Nothing has been written yet. A preview shows what the first run would write into your job "
                "database, row by row, and waits for your word."
            )
        )


class Steps(QWidget):
    """The way through the assistant in one line: done, here, still to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("assistant-steps")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._parts: list[QWidget] = []
        self._quiet: list[QLabel] = []

    def show_step(self, names: list[str], here: int) -> None:
        """Show the names of the steps, of which this one is under way."""
        for part in self._parts:
            self._row.removeWidget(part)
            part.hide()
            part.deleteLater()
        while self._row.count():
            self._row.takeAt(0)
        self._parts, self._quiet = [], []
        for place, name in enumerate(names):
            if place:
                self._put(IconLabel("chevron-right", Tone.QUIET, 14, self))
            if place < here:
                self._put(IconLabel("success", Tone.GOOD, 16, self))
            label = QLabel(name, self)
            label.setObjectName(f"assistant-step-{place + 1}")
            if place == here:
                label.setFont(larger_font(self.font(), 1.0, bold=True))
            else:
                self._quiet.append(label)
                quieten(label)
            self._put(label)
        self._row.addStretch(1)
        words = self.tr("Step {here} of {all}: {name}")
        self.setAccessibleName(words.format(here=here + 1, all=len(names), name=names[here]))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_quiet"):
            for label in self._quiet:
                quieten(label)

    def _put(self, part: QWidget) -> None:
        self._row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._parts.append(part)
        part.show()


def _text_indent(button: QRadioButton) -> int:
    """How far from the edge the text of a radio button begins."""
    style = button.style()
    metrics = (QStyle.PixelMetric.PM_ExclusiveIndicatorWidth, QStyle.PixelMetric.PM_RadioButtonLabelSpacing)
    return sum(style.pixelMetric(metric, None, button) for metric in metrics)


def scrolling(page: QWidget, spoken_name: str) -> QScrollArea:
    """The page in an area that scrolls once the window is too small for it."""
    area = TallArea(f"{page.objectName()}-scroll", spoken_name, page)
    area.setMinimumSize(QSize(0, 0))
    return area
