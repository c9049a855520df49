"""The table every list of the window is made of: a lean model over values, and a view with copying and
remembered columns.

A tab declares its :class:`Column` list once and hands over rows of any value; texts are made when a row is
first shown, so that 100,000 rows cost nothing until somebody looks at them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QColor, QGuiApplication, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from syncdesk.ui.icons import mark_icon
from syncdesk.ui.memory import window_memory
from syncdesk.ui.present import Mark
from syncdesk.ui.table_dress import FlatHeader, PaddedCells
from syncdesk.ui.theme import figures_font, icon_side, row_height, tone_colours

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def _no_order(_row: Any) -> Any:
    return 0


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `name` is stable (it names the remembered width), `title` is translated.

    `text` makes what is shown; `order` what the column is sorted by; `plain` what Copy gives, where it
    differs from the text (amounts as bare numbers); `mark` the icon with its colour, None for no icon;
    `spoken` what a screen reader says, where the text is not enough. All take the row's value and must be
    quick.
    """

    name: str
    title: str
    text: Callable[[Any], str]
    order: Callable[[Any], Any] = _no_order
    width: int = 120
    right: bool = False
    plain: Callable[[Any], str] | None = None
    mark: Callable[[Any], Mark | None] | None = None
    spoken: Callable[[Any], str] | None = None


def in_order(rows: Iterable[Any], column: Column, descending: bool = False) -> list[Any]:
    """The rows sorted by a column. Pure: may be called on a worker lane for very long lists."""
    return sorted(rows, key=column.order, reverse=descending)


class TableModel(QAbstractTableModel):
    """Rows of any value under declared columns. Sorting rearranges the rows; the model never looks inside
    them.
    """

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[Any] = []
        self._texts: list[tuple[str, ...] | None] = []
        self._alignments = tuple(_RIGHT if column.right else _LEFT for column in self.columns)
        self._marks = tuple(column.mark for column in self.columns)
        self._palette = QGuiApplication.palette()
        self.sorted_by: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> Sequence[Any]:
        """The rows in the order shown."""
        return self._rows

    def set_rows(self, rows: Iterable[Any]) -> None:
        """Show other rows, in the order given."""
        self.beginResetModel()
        self._rows = list(rows)
        self._texts = [None] * len(self._rows)
        self.endResetModel()

    def row(self, index: int) -> Any:
        """The value of one row."""
        return self._rows[index]

    def text(self, row: int, column: int) -> str:
        """The text of one cell."""
        return self._row_texts(row)[column]

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            row = index.row()
            texts = self._texts[row]
            return (self._row_texts(row) if texts is None else texts)[index.column()]
        if role == _ALIGNMENT:
            return self._alignments[index.column()]
        if role in (_DECORATION, _FOREGROUND):
            make = self._marks[index.column()]
            return None if make is None else self._marked(make(self._rows[index.row()]), role)
        if role == _ACCESSIBLE:
            return self._spoken(index.row(), index.column())
        if role == _TOOLTIP:
            return self._row_texts(index.row())[index.column()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return str(section + 1) if role == _DISPLAY else None
        if not 0 <= section < len(self.columns):
            return None
        if role == _DISPLAY:
            return self.columns[section].title
        return self._alignments[section] if role == _ALIGNMENT else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns):
            return
        self.sorted_by = (column, order)
        descending = order is Qt.SortOrder.DescendingOrder
        self.rearrange(in_order(self._rows, self.columns[column], descending))

    def rearrange(self, rows: list[Any]) -> None:
        """Show the same rows in another order; selected rows stay selected."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [(index, id(self._rows[index.row()])) for index in before]
        self._rows = rows
        self._texts = [None] * len(rows)
        if kept:
            places = {id(row): place for place, row in enumerate(rows)}
            self.changePersistentIndexList(
                [index for index, _ in kept], [self.index(places[key], index.column()) for index, key in kept]
            )
        self.layoutChanged.emit()

    def use_palette(self, palette: QPalette) -> None:
        """Take the colours of icons and states from this palette from now on."""
        self._palette = palette
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [_DECORATION, _FOREGROUND])

    def copied(self, rows: Iterable[int], columns: Sequence[int]) -> str:
        """Rows as tab-separated lines; amounts as bare numbers (UX-17)."""
        return "\n".join("\t".join(self.plain(row, column) for column in columns) for row in rows)

    def plain(self, row: int, column: int) -> str:
        """One cell as Copy gives it."""
        plain = self.columns[column].plain
        if plain is not None:
            return plain(self._rows[row])
        text = self._row_texts(row)[column]
        return " ".join(text.split()) if "\t" in text or "\n" in text else text

    def _row_texts(self, row: int) -> tuple[str, ...]:
        texts = self._texts[row]
        if texts is None:
            value = self._rows[row]
            texts = tuple(column.text(value) for column in self.columns)
            self._texts[row] = texts
        return texts

    def _marked(self, mark: Mark | None, role: int) -> Any:
        if mark is None:
            return None
        if role == _DECORATION:
            return mark_icon(mark, self._palette)
        return QColor(tone_colours(mark.tone, self._palette).text)

    def _spoken(self, row: int, column: int) -> str:
        spoken = self.columns[column].spoken
        text = self._row_texts(row)[column] if spoken is None else spoken(self._rows[row])
        return f"{self.columns[column].title}: {text}"


class TableView(QTableView):
    """A table with fixed row heights, whole-row selection, Copy, and columns that can be moved, hidden and
    are remembered.
    """

    opened = Signal(object)
    """The value of a row that was double-clicked or entered with Return."""
    chosen = Signal(object)
    """The value of the row that became current; None when there is none."""

    def __init__(
        self, name: str, spoken_name: str, columns: Sequence[Column], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken_name)
        self._model = self.make_model(columns)
        self.setModel(self._model)
        self.setHorizontalHeader(FlatHeader(self))
        self.setItemDelegate(PaddedCells(self))
        self._look()
        self._arrange_header()
        self._copy = QAction(self.tr("Copy Rows"), self)
        self._copy.setShortcut(QKeySequence.StandardKey.Copy)
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._copy.triggered.connect(self.copy_selection)
        self._copy_cell = QAction(self.tr("Copy Cell"), self)
        self._copy_cell.triggered.connect(self.copy_cell)
        self.addActions([self._copy, self._copy_cell])
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self._model.modelReset.connect(self._was_reset)

    def make_model(self, columns: Sequence[Column]) -> TableModel:
        """The model of this table; a table with more abilities brings its own."""
        return TableModel(columns, self)

    @property
    def table(self) -> TableModel:
        """The model."""
        return self._model

    def set_rows(self, rows: Iterable[Any]) -> None:
        """Show other rows, in the order given."""
        self._model.set_rows(rows)

    def selectRow(self, row: int) -> None:
        """Choose a row. Qt's own way chooses none where texts run from right to left."""
        self.setCurrentIndex(self._model.index(row, self.visible_columns()[0]))

    def selected_values(self) -> list[Any]:
        """The values of the selected rows, from top to bottom."""
        return [self._model.row(row) for row in self._selected_rows()]

    @Slot()
    def copy_selection(self) -> None:
        """Put the selected rows on the clipboard, visible columns only, in the order shown."""
        rows = self._selected_rows()
        if rows:
            QGuiApplication.clipboard().setText(self._model.copied(rows, self.visible_columns()))

    @Slot()
    def copy_cell(self) -> None:
        """Put the current cell on the clipboard."""
        index = self.currentIndex()
        if index.isValid():
            QGuiApplication.clipboard().setText(self._model.plain(index.row(), index.column()))

    def visible_columns(self) -> list[int]:
        """The columns that are shown, from left to right."""
        header = self.horizontalHeader()
        ordered = [header.logicalIndex(place) for place in range(header.count())]
        return [column for column in ordered if not header.isSectionHidden(column)]

    def remember(self) -> None:
        """Keep widths, order and hidden columns for the next start."""
        window_memory().setValue(f"columns/{self.objectName()}", self.horizontalHeader().saveState())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_model"):
            self._model.use_palette(self.palette())
        elif event.type() == QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(row_height(self))

    def _look(self) -> None:
        self.setFont(figures_font(self.font()))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(icon_side(self), icon_side(self)))
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(row_height(self))

    def _arrange_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(40)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._column_menu)
        scale = self.fontMetrics().averageCharWidth() / 7.5
        for place, column in enumerate(self._model.columns):
            header.resizeSection(place, round(column.width * max(1.0, scale)))
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(False)
        saved = window_memory().value(f"columns/{self.objectName()}")
        if isinstance(saved, QByteArray):
            header.restoreState(saved)
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    @Slot(QPoint)
    def _column_menu(self, where: QPoint) -> None:
        header = self.horizontalHeader()
        menu = QMenu(self)
        for place, column in enumerate(self._model.columns):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(place))
            action.setEnabled(header.isSectionHidden(place) or len(self.visible_columns()) > 1)
            action.setData(place)
        menu.triggered.connect(self._toggle_column)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(header.mapToGlobal(where))

    @Slot(QAction)
    def _toggle_column(self, action: QAction) -> None:
        self.horizontalHeader().setSectionHidden(int(action.data()), not action.isChecked())

    def _selected_rows(self) -> list[int]:
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._model.row(index.row()))

    @Slot()
    def _was_reset(self) -> None:
        self.chosen.emit(None)

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.chosen.emit(self._model.row(current.row()) if current.isValid() else None)
