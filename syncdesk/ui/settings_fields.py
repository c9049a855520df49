"""Lines of a settings form: label, what is filled in, below it help or the error of this field (UX-7)."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from syncdesk.model.ports import Field, FieldKind
from syncdesk.ui.notices import IconLabel, wrapped_label
from syncdesk.ui.present import declared_text
from syncdesk.ui.theme import GAP, Tone, larger_font, tone_colours


class FieldMessage(QWidget):
    """Help in quiet letters, or an error with its icon; nothing where there is neither."""

    def __init__(self, name: str, help_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._help, self._error, self._why, self._hidden = help_text, "", "", False
        self._warning = ""
        self._icon = IconLabel("error", Tone.BAD, 16, self)
        self._label = wrapped_label(f"{name}-message", self)
        self._label.setFont(larger_font(self.font(), 0.92))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 2)
        row.setSpacing(6)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self._show()

    @property
    def error(self) -> str:
        """The error shown, '' for none."""
        return self._error

    def tell(self, error: str) -> None:
        """Show an error; '' brings the help back."""
        self._error = error
        self._show()

    def say_why_not(self, why: str) -> None:
        """Say why this cannot be set now, in place of the help; '' brings the help back."""
        self._why = why
        self._show()

    def warn(self, warning: str) -> None:
        """Warn in place of the help (BBK-09); '' brings the help back."""
        self._warning = warning
        self._show()

    def keep_hidden(self, hidden: bool) -> None:
        """Show nothing, because the line is hidden."""
        self._hidden = hidden
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_label"):
            self._show()

    def _show(self) -> None:
        palette = self.palette()
        colour = palette.color(palette.ColorRole.PlaceholderText).name()
        if self._error or self._warning:
            tone = Tone.BAD if self._error else Tone.WARNING
            colour = tone_colours(tone, palette).text
            self._icon.show_icon("error" if self._error else "warning", tone)
        palette.setColor(palette.ColorRole.WindowText, colour)
        self._label.setPalette(palette)
        self._label.setText(self._error or self._why or self._warning or self._help)
        self._icon.setVisible(bool(self._error or self._warning))
        self.setVisible(bool(self._error or self._why or self._warning or self._help) and not self._hidden)


class FormGrid(QWidget):
    """Lines with a name each. Errors are told by that name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP * 2)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, self.fontMetrics().averageCharWidth() * 26)
        self._messages: dict[str, FieldMessage] = {}
        self._editors: dict[str, QWidget] = {}
        self._lines: dict[str, tuple[QLabel, QWidget]] = {}

    def add(self, name: str, label: str, editor: QWidget, help_text: str = "") -> None:
        """Add a line. The label is the editor's name for screen readers."""
        place = len(self._editors) * 2
        title = QLabel(label, self)
        inner = editor.line if isinstance(editor, Compound) else editor
        title.setBuddy(inner)
        inner.setAccessibleName(label.replace("&", "").rstrip(":"))  # a label names its siblings only
        if isinstance(inner, QComboBox):
            name_inner_line(inner)
        title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        message = FieldMessage(f"settings-{name}", help_text, self)
        self._grid.addWidget(title, place, 0)
        self._grid.addWidget(editor, place, 1)
        self._grid.addWidget(message, place + 1, 1)
        self._messages[name], self._editors[name] = message, inner
        self._lines[name] = (title, editor)

    def show_line(self, name: str, there: bool) -> None:
        """Show a line or hide it."""
        for part in self._lines[name]:
            part.setVisible(there)
        self._messages[name].keep_hidden(not there)

    def warn(self, name: str, warning: str) -> None:
        """Warn at a line before anything is saved (BBK-09); '' takes it away."""
        self._messages[name].warn(warning)
        self._editors[name].setAccessibleDescription(warning)

    def forbid(self, name: str, why: str) -> None:
        """Disable a line and say why (BBK-10); '' enables it again."""
        editor = self._editors[name]
        editor.setEnabled(not why)
        self._messages[name].say_why_not(why)
        editor.setAccessibleDescription(why)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its lines."""
        return tuple(self._editors)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, line by line."""
        stops: list[QWidget] = []
        for editor in self._editors.values():
            line = editor.parentWidget()
            stops += line.parts if isinstance(line, Compound) else [editor]
        return tuple(stop for stop in stops if stop.focusPolicy() & Qt.FocusPolicy.TabFocus)

    def tell(self, name: str, error: str) -> None:
        """Show an error at a line; '' takes it away."""
        message = self._messages[name]
        message.tell(error)
        self._editors[name].setAccessibleDescription(error)

    def error(self, name: str) -> str:
        """The error shown at a line."""
        return self._messages[name].error

    def clear_errors(self) -> None:
        """Take all errors away."""
        for name in self._messages:
            self.tell(name, "")

    def editor(self, name: str) -> QWidget:
        """What a line is filled in with."""
        return self._editors[name]


class LineField(QLineEdit):
    """A plain line of text."""

    def __init__(self, name: str, secret: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        if secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)

    @property
    def value(self) -> str:
        """What is filled in, without spaces around it."""
        return self.text().strip()

    def set_value(self, value: str) -> None:
        """Fill it in."""
        self.setText(value)


class Compound(QWidget):
    """What a line is filled in with, made of several parts; `line` is the one that its label belongs to."""

    def __init__(self, line: QWidget, parts: tuple[QWidget, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{line.objectName()}-line")
        self.line, self.parts = line, parts


class ButtonLine(Compound):
    """A line of text with a button that belongs to it."""

    changed = Signal(str)
    line: LineField

    def __init__(self, line: LineField, button: str, parent: QWidget | None = None) -> None:
        self.button = QPushButton(button)
        super().__init__(line, (line, self.button), parent)
        self.button.setAutoDefault(False)
        self.line.textChanged.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)

    @property
    def value(self) -> str:
        """What is filled in, without spaces around it."""
        return self.line.value

    def set_value(self, value: str) -> None:
        """Fill it in."""
        self.line.set_value(value)


class SecretField(ButtonLine):
    """A secret: hidden as it is typed, and shown for as long as Show is pressed in."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(LineField(name, secret=True), self.tr("Show"), parent)
        self._title = title
        self.button.setObjectName(f"{name}-show")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._show)
        self._show(False)

    @Slot(bool)
    def _show(self, open_: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if open_ else QLineEdit.EchoMode.Password)
        self.button.setText(self.tr("Hide") if open_ else self.tr("Show"))
        words = self.tr("Hide {what}") if open_ else self.tr("Show {what}")
        self.button.setAccessibleName(words.format(what=self._title))


class FileField(ButtonLine):
    """A line for a file with Browse; anything else that fits, such as an address, can be typed too."""

    def __init__(
        self, name: str, title: str, file_filter: str, browse: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(LineField(name), browse, parent)
        self._title, self._filter = title, file_filter
        self.button.setObjectName(f"{name}-browse")
        self.button.setAccessibleName(self.tr("Browse for {what}").format(what=title))
        self.button.clicked.connect(self.browse)

    @Slot()
    def browse(self) -> None:
        """Ask for an existing file."""
        dialog = QFileDialog(self, self._title)
        dialog.setObjectName(f"{self.line.objectName()}-dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(self._filter.split(";;") if self._filter else [self.tr("All files (*)")])
        if self.value and "://" not in self.value and Path(self.value).parent.is_dir():
            dialog.setDirectory(str(Path(self.value).parent))
        dialog.fileSelected.connect(self.set_value)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


class Choice(QComboBox):
    """A chooser whose entries stand for values."""

    def __init__(
        self, name: str, entries: Iterable[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.offer(entries)

    def offer(self, entries: Iterable[tuple[str, str]]) -> None:
        """Offer other entries (text, value); the chosen value stays if it is still there."""
        before = self.value
        self.blockSignals(True)
        self.clear()
        for text, value in entries:
            self.addItem(text, value)
        self.blockSignals(False)
        self.set_value(before)

    @property
    def value(self) -> str:
        """The value of the chosen entry, '' for none."""
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Choose the entry of this value; the first if there is none."""
        self.setCurrentIndex(max(0, self.findData(value)) if self.count() else -1)

    def wheelEvent(self, event: object) -> None:
        """Scrolling the form must not change a setting in passing."""
        event.ignore()  # type: ignore[attr-defined]


def name_inner_line(choice: QComboBox) -> None:
    """Give the line inside an editable chooser the chooser's own name."""
    line = choice.lineEdit()
    if line is not None:
        line.setObjectName(f"{choice.objectName()}-line")
        line.setAccessibleName(choice.accessibleName())


class ColumnChoice(Choice):
    """A chooser of the columns of a table."""

    def offer_columns(self, none: str, columns: Iterable[str], chosen: str) -> None:
        """Offer these columns and none of them, and choose one; one that is not there stays to be seen."""
        names = tuple(columns)
        if chosen and chosen not in names:
            names = (*names, chosen)
        self.offer([(none, ""), *((name, name) for name in names)])
        self.set_value(chosen)


def field_editor(field: Field) -> LineField | ButtonLine:
    """The editor for a field that a source declares, filled with its default."""
    name = f"settings-{field.key}"
    editor: LineField | ButtonLine
    if field.kind is FieldKind.FILE:
        browse = QCoreApplication.translate("settings", "Browse…")
        editor = FileField(name, declared_text(field.label), declared_text(field.file_filter), browse)
    elif field.kind is FieldKind.SECRET:
        editor = SecretField(name, declared_text(field.label))
    else:
        editor = LineField(name)
    editor.set_value(field.default)
    return editor


def job_database_address(text: str) -> str:
    """What a person filled in as an address: a file becomes an SQLite address, an address stays."""
    if not text or "://" in text:
        return text
    return f"sqlite:///{Path(text).expanduser().absolute().as_posix()}"


def job_database_text(address: str) -> str:
    """An address as a person fills it in: an SQLite address becomes its file."""
    file = address.removeprefix("sqlite:///")
    return file if file != address and not file.startswith("file:") else address
