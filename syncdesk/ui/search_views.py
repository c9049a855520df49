"""Named views of Invoice Search (UX-19): searches under a name, those given and those a person keeps. Used by
search_view."""

import json
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton, QWidget

from syncdesk.ui.memory import window_memory

translate = QCoreApplication.translate
_KEPT = "search-views"
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class NamedView:
    """A search under a name; `hint` says what it finds."""

    name: str
    query: str
    hint: str = ""


def given_views() -> tuple[NamedView, ...]:
    """The views that everybody has."""
    return (
        NamedView(
            translate("views", "Failed"),
            "sync:failed",
            translate("views", "What could not be synced, or waits for your answer"),
        ),
        NamedView(
            translate("views", "Unmatched"),
            "books:none",
            translate("views", "Rows that no invoice of the books belongs to"),
        ),
        NamedView(
            translate("views", "Waiting for payment"),
            "state:unpaid",
            translate("views", "What is still owed, in part or in whole"),
        ),
        NamedView(
            translate("views", "Paid this week"),
            "date:this-week",
            translate("views", "Paid in full since Monday"),
        ),
        NamedView(
            translate("views", "Stale"),
            "state:unpaid synced<30-days-ago",
            translate("views", "Still owed, and not looked at for more than 30 days"),
        ),
    )


def own_views() -> tuple[NamedView, ...]:
    """The views that this person keeps, by name. What cannot be read is passed over."""
    try:
        kept = json.loads(str(window_memory().value(_KEPT, "{}")))
    except ValueError:
        return ()
    pairs = kept.items() if isinstance(kept, dict) else ()
    views = [NamedView(str(name), str(query)) for name, query in pairs]
    return tuple(sorted(views, key=lambda view: view.name.casefold()))


def keep_view(name: str, query: str) -> None:
    """Keep a search under a name; one of the same name is replaced."""
    views = {view.name: view.query for view in own_views() if view.name.casefold() != name.casefold()}
    _store({**views, name: query})


def drop_view(name: str) -> None:
    """Keep it no longer."""
    _store({view.name: view.query for view in own_views() if view.name != name})


def _store(views: dict[str, str]) -> None:
    window_memory().setValue(_KEPT, json.dumps(views))


class ViewsButton(QToolButton):
    """Offers the views, keeps the present search as one, and drops one again."""

    chosen = Signal(str)
    """The search of the view that was chosen."""
    told = Signal(str)
    """A sentence about what became of a view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search-views")
        self.setText(self.tr("Views"))
        self.setToolTip(self.tr("Searches under a name: those given, and your own"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._query = ""
        menu = QMenu(self)
        menu.setObjectName("search-views-menu")
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self._fill()

    def show_query(self, query: str) -> None:
        """The search that could be kept now; the view that is the same is ticked."""
        self._query = query.strip()

    @Slot()
    def ask_name(self) -> None:
        """Ask under which name the present search is to be kept."""
        dialog = QInputDialog(self)
        dialog.setObjectName("search-view-name")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Keep This Search"))
        dialog.setLabelText(self.tr("Name of the view for '{query}':").format(query=self._query))
        dialog.setOkButtonText(self.tr("Keep"))
        dialog.textValueSelected.connect(self._named)
        dialog.open()

    @Slot(str)
    def _named(self, name: str) -> None:
        name = " ".join(name.split())[:LONGEST_NAME]
        if not name or not self._query:
            return
        if name.casefold() in {view.name.casefold() for view in given_views()}:
            self.told.emit(self.tr("'{name}' is there for everybody. Choose another name.").format(name=name))
            return
        keep_view(name, self._query)
        self.told.emit(self.tr("The search is kept as '{name}'.").format(name=name))

    @Slot()
    def _fill(self) -> None:
        menu, own = self.menu(), own_views()
        menu.clear()
        for group in (given_views(), own):
            for view in group:
                action = self._add(menu, view, self._take)
                action.setCheckable(True)
                action.setChecked(view.query == self._query)
            menu.addSeparator()
        keep = menu.addAction(self.tr("Keep This Search…"))
        keep.setObjectName("search-view-keep")
        keep.setEnabled(
            bool(self._query) and all(view.query != self._query for view in (*given_views(), *own))
        )
        keep.triggered.connect(self.ask_name)
        if own:
            dropping = menu.addMenu(self.tr("Drop a View"))
            dropping.setObjectName("search-view-drop")
            for view in own:
                self._add(dropping, view, self._drop)

    def _add(self, menu: QMenu, view: NamedView, slot: object) -> QAction:
        action: QAction = menu.addAction(view.name.replace("&", "&&"))
        action.setToolTip(f"{view.hint}\n{view.query}".strip())
        action.setData((view.name, view.query))
        action.triggered.connect(slot)
        return action

    @Slot()
    def _take(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(str(action.data()[1]))

    @Slot()
    def _drop(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            drop_view(str(action.data()[0]))
            self.told.emit(self.tr("The view '{name}' is dropped.").format(name=action.data()[0]))
