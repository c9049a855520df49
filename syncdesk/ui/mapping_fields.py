"""What the lines of a mapping are filled in with: a table found by a part of its name, a key of several
columns, formats in plain words. Used by settings_mapping."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLabel, QListView, QSizePolicy, QWidget

from syncdesk.ui.settings_fields import ColumnChoice, Compound, name_inner_line
from syncdesk.ui.theme import GAP

_KEY_COLUMNS = 4
_SHOWN_AT_ONCE = 14
_MONTH = "Jan"


class TableChoice(QComboBox):
    """One of any number of tables: typing a part of a name finds it. The names are handed over as one list,
    so that thousands cost no more than one."""

    table_chosen = Signal(str)
    """A person chose this table, and it is there."""
    changed = Signal()

    def __init__(self, name: str, none: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setMaxVisibleItems(_SHOWN_AT_ONCE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._names: tuple[str, ...] = ()
        self._folded: dict[str, list[str]] = {}
        self._list = QStringListModel(self)
        self._before = ""
        view = QListView(self)
        view.setUniformItemSizes(True)
        self.setView(view)
        self.setModel(self._list)
        completer = QCompleter(self._list, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setMaxVisibleItems(_SHOWN_AT_ONCE)
        self.setCompleter(completer)
        line = self.lineEdit()
        assert line is not None
        line.setPlaceholderText(none)
        line.editingFinished.connect(self._settle)
        self.activated.connect(self._settle)
        self.currentTextChanged.connect(self.changed)

    def offer(self, names: Sequence[str], chosen: str) -> None:
        """Offer these tables and choose one; '' for none."""
        self.blockSignals(True)
        if tuple(names) != self._names:
            self._names = tuple(names)
            self._folded = {}
            for name in names:
                self._folded.setdefault(name.casefold(), []).append(name)
            self._list.setStringList(list(names))
        self.setCurrentIndex(self._names.index(chosen) if chosen in self._names else -1)
        self.setEditText(chosen)
        self._before = chosen
        name_inner_line(self)
        self.blockSignals(False)

    @property
    def names(self) -> tuple[str, ...]:
        """The tables offered."""
        return self._names

    @property
    def value(self) -> str:
        """The table as the database spells it; what was typed, where nothing is known of such a table."""
        typed = self.currentText().strip()
        if typed == self._before:
            return typed
        alike = self._folded.get(typed.casefold(), [])
        return alike[0] if len(alike) == 1 else typed

    @property
    def is_known(self) -> bool:
        """Whether there is such a table."""
        return self.value in self._folded.get(self.value.casefold(), [])

    @Slot()
    def _settle(self) -> None:
        """Choosing or leaving the line decides; while a name is typed nothing is read."""
        value = self.value
        if value and value != self._before and self.is_known:
            self._before = value
            self.table_chosen.emit(value)

    def wheelEvent(self, event: object) -> None:
        """Scrolling the form must not change a setting in passing."""
        event.ignore()  # type: ignore[attr-defined]


class KeyChoice(Compound):
    """The column that tells rows apart, or several that do so together."""

    chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._columns = tuple(ColumnChoice(f"{name}-{place}") for place in range(1, _KEY_COLUMNS + 1))
        self._columns[0].setObjectName(name)
        super().__init__(self._columns[0], self._columns, parent)
        self._offered: tuple[str, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self._ands: list[QLabel] = []
        for place, column in enumerate(self._columns):
            if place:
                joined = QLabel(self.tr("and"), self)
                joined.setBuddy(column)
                self._ands.append(joined)
                row.addWidget(joined)
                column.setAccessibleName(self.tr("Key column {place}").format(place=place + 1))
            row.addWidget(column, 1)
            column.activated.connect(self._settle)

    def offer_columns(self, columns: Sequence[str], chosen: Sequence[str]) -> None:
        """Offer these columns and choose those of a key."""
        self._offered = tuple(columns)
        self._show(tuple(chosen))

    @property
    def value(self) -> tuple[str, ...]:
        """The columns chosen, each once."""
        return tuple(dict.fromkeys(column.value for column in self._columns if column.value))

    @Slot()
    def _settle(self) -> None:
        self._show(self.value)
        self.chosen.emit()

    def _show(self, key: tuple[str, ...]) -> None:
        """One chooser for each column of the key, and one more where another column could follow."""
        for place, column in enumerate(self._columns):
            none = self.tr("Choose a column") if place == 0 else self.tr("nothing else")
            column.offer_columns(none, self._offered, key[place] if place < len(key) else "")
            there = place <= len(key) or place == 0
            column.setVisible(there)
            if place:
                self._ands[place - 1].setVisible(there)


class FormatChoice(ColumnChoice):
    """A format in plain words; one that is not offered is shown as it is."""

    def __init__(self, name: str, entries: Sequence[tuple[str, str]]) -> None:
        self._entries = list(entries)
        super().__init__(name, self._entries)

    def choose(self, value: str) -> None:
        """Choose a format."""
        known = any(value == offered for _, offered in self._entries)
        self.offer(self._entries if known else [*self._entries, (value, value)])
        self.set_value(value)


class DateFormatChoice(FormatChoice):
    """How dates are held; a pattern that is not offered can be typed, such as %d. %m. %Y."""

    def __init__(self, name: str, entries: Sequence[tuple[str, str]]) -> None:
        super().__init__(name, entries)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # no completing: it would end a pattern at once

    @property
    def value(self) -> str:
        """The format of the entry, or what was typed as a pattern."""
        typed = self.currentText().strip()
        place = self.findText(typed)
        if place >= 0:
            return str(self.itemData(place))
        return f"text:{typed}" if typed.startswith("%") else typed


def example_of(pattern: str) -> str:
    """31 January 2026 by a pattern, for a person to recognise."""
    parts = {"%Y": "2026", "%y": "26", "%m": "01", "%d": "31", "%b": _MONTH}
    for part, text in parts.items():
        pattern = pattern.replace(part, text)
    return pattern
