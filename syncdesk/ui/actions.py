"""The menus of the window with their shortcuts (UX-11), and the About box."""

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot, qVersion
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMessageBox

from syncdesk import __version__
from syncdesk.ui.memory import remember_language, remember_theme, remembered_language
from syncdesk.ui.theme import Theme, ThemeChoice

if TYPE_CHECKING:  # the window makes its menus; this is its type only
    from syncdesk.ui.window import MainWindow


class Actions(QObject):
    """Everything that can be done from a menu or by a shortcut."""

    def __init__(self, window: "MainWindow", theme: Theme | None) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        bar = window.menuBar()
        self._file = bar.addMenu(self.tr("&File"))
        self._view = bar.addMenu(self.tr("&View"))
        self._help = bar.addMenu(self.tr("&Help"))
        self.preview = self._add(
            self._file, "preview", self.tr("&Preview"), "Ctrl+Shift+Return", self._preview
        )
        self.run = self._add(self._file, "run", self.tr("&Run Sync"), "Ctrl+Return", self._run)
        self._stop = self._add(self._file, "stop", self.tr("&Stop"), "", window.stop)
        self.undo = self._add(self._file, "undo", self.tr("&Undo a Run…"), "Ctrl+Z", self._undo)
        self._file.addSeparator()
        self.export = self._add(self._file, "export", self.tr("&Export…"), "Ctrl+E", self._export)
        self._add(self._file, "print", self.tr("Print…"), "Ctrl+P", self._print)
        self._file.addSeparator()
        self.keep = self._add(
            self._file, "tray", self.tr("&Keep Running in the Tray"), "", window.tray.keep_running
        )
        self._show_tray(window)
        self.autostart = self._add(
            self._file, "autostart", self.tr("Start with This Computer"), "", window.start_with_computer
        )
        self.autostart.setCheckable(True)
        quit_ = self._add(self._file, "quit", self.tr("&Quit"), "Ctrl+Q", window.quit)
        quit_.setMenuRole(QAction.MenuRole.QuitRole)
        self._add(self._view, "copy", self.tr("&Copy Rows"), "", self._copy)
        self._add(self._view, "find", self.tr("&Find Invoices"), "Ctrl+F", self._find)
        self._add(self._view, "refresh", self.tr("&Refresh"), "F5", window.refresh)
        self._view.addSeparator()
        self._add_tabs()
        self._view.addSeparator()
        if theme is not None:
            self._add_looks(theme)
        self._add_languages()
        self._add(self._help, "guide", self.tr("&How a Run Works"), "F1", self._explain)
        self._add(self._help, "check", self.tr("&Check Set-up…"), "", window.check_setup)
        self._add(self._help, "support", self.tr("&Support File…"), "", window.show_support)
        self._add(self._help, "contact", self.tr("Contact and &Feedback…"), "", window.show_contact)
        self._help.addSeparator()
        self._add(self._help, "logs", self.tr("Open Log Folder"), "", window.open_logs)
        self._add(self._help, "versions", self.tr("&New Version…"), "", window.show_versions)
        about = self._add(self._help, "about", self.tr("&About SyncDesk"), "", self._about)
        about.setMenuRole(QAction.MenuRole.AboutRole)
        self.show_running(False)

    def show_running(self, running: bool) -> None:
        """What can be done during a run differs."""
        self._stop.setEnabled(running)
        self.run.setEnabled(not running)
        self.preview.setEnabled(not running)
        self.undo.setEnabled(not running)

    def _show_tray(self, window: "MainWindow") -> None:
        self.keep.setCheckable(True)
        self.keep.setChecked(window.tray.keeps_running)
        self.keep.setEnabled(window.tray.is_there)
        self._file.setToolTipsVisible(True)
        if not window.tray.is_there:
            self.keep.setToolTip(self.tr("This desktop has no tray, so closing the window ends SyncDesk."))

    def _add(self, menu: object, name: str, text: str, keys: str, slot: object) -> QAction:
        action = menu.addAction(text)  # type: ignore[attr-defined]
        action.setObjectName(f"action-{name}")
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        made: QAction = action
        return made

    def _add_tabs(self) -> None:
        tabs = self._window.tabs
        for place in range(tabs.count()):
            title = tabs.tabText(place).replace("&", "")
            action = self._add(self._view, f"tab-{place + 1}", title, f"Ctrl+{place + 1}", self._go_to_tab)
            action.setData(place)

    def _add_looks(self, theme: Theme) -> None:
        menu = self._view.addMenu(self.tr("&Appearance"))
        group = QActionGroup(self)
        names = {
            ThemeChoice.SYSTEM: self.tr("As the &System"),
            ThemeChoice.LIGHT: self.tr("&Light"),
            ThemeChoice.DARK: self.tr("&Dark"),
        }
        for choice, text in names.items():
            action = menu.addAction(text)
            action.setObjectName(f"action-look-{choice.value}")
            action.setCheckable(True)
            action.setChecked(theme.choice is choice)
            action.setData(choice)
            group.addAction(action)
        group.triggered.connect(self._look)

    def _add_languages(self) -> None:
        """Each by its own name, so that everybody finds theirs."""
        menu = self._view.addMenu(self.tr("Lan&guage"))
        group = QActionGroup(self)
        names = {"": self.tr("As the System"), "en": "English", "de": "Deutsch", "fr": "Français"}
        for code, text in names.items():
            action = menu.addAction(text)
            action.setObjectName(f"action-language-{code or 'system'}")
            action.setCheckable(True)
            action.setChecked(code == remembered_language())
            action.setData(code)
            group.addAction(action)
        group.triggered.connect(self._speak)

    @Slot(QAction)
    def _speak(self, action: QAction) -> None:
        remember_language(str(action.data()))
        words = self.tr("The language changes when SyncDesk is next started.")
        self._window.statusBar().showMessage(words, 10_000)

    @Slot()
    def _run(self) -> None:
        self._window.tabs.setCurrentWidget(self._window.update_tab)
        update = self._window.update_tab
        if update.results.can_apply:
            update.apply_preview()
        else:
            update.run_or_stop()

    @Slot()
    def _preview(self) -> None:
        self._window.tabs.setCurrentWidget(self._window.update_tab)
        self._window.update_tab.preview()

    @Slot()
    def _undo(self) -> None:
        """In History: look at undoing the chosen run. From elsewhere: go there and choose it."""
        history = self._window.history_tab
        if self._window.tabs.currentWidget() is history:
            history.undo_chosen_run()
        else:
            self._window.tabs.setCurrentWidget(history)

    @Slot()
    def _export(self) -> None:
        """What Compare shows if the person is there, else the invoices."""
        if self._window.tabs.currentWidget() is self._window.compare_tab:
            self._window.compare_tab.export()
            return
        self._window.tabs.setCurrentWidget(self._window.search_tab)
        self._window.search_tab.export()

    @Slot()
    def _print(self) -> None:
        """What Compare shows if the person is there, else the invoices."""
        if self._window.tabs.currentWidget() is self._window.compare_tab:
            self._window.compare_tab.print_list()
            return
        self._window.tabs.setCurrentWidget(self._window.search_tab)
        self._window.search_tab.print_list()

    @Slot()
    def _copy(self) -> None:
        tab = self._window.tabs.currentWidget()
        if tab is not self._window.settings_tab:
            tab.copy_selection()  # type: ignore[attr-defined]

    @Slot()
    def _find(self) -> None:
        self._window.tabs.setCurrentWidget(self._window.search_tab)
        self._window.search_tab.focus_search()

    @Slot()
    def _go_to_tab(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._window.tabs.setCurrentIndex(int(action.data()))

    @Slot(QAction)
    def _look(self, action: QAction) -> None:
        if self._theme is not None:
            choice = ThemeChoice(action.data())
            self._theme.apply(choice)
            remember_theme(choice)

    @Slot()
    def _explain(self) -> None:
        text = self.tr(
            "<p><b>1. Read.</b> SyncDesk reads the invoices whose payments changed since the start date. "
            "Your books are never written to.</p>"
            "<p><b>2. Compare.</b> It works out Paid Amount and Date Paid and compares them with the job "
            "database. A preview stops here.</p>"
            "<p><b>3. Write.</b> Only what differs is written. A second run over the same books writes "
            "nothing.</p>"
            "<p>What fails, or needs your decision, waits and is looked at again by the next run.</p>"
        )
        self._message("help-box", self.tr("How a Run Works"), text)

    @Slot()
    def _about(self) -> None:
        text = self.tr(
            "<h3>SyncDesk {version}</h3>"
            "<p>Brings the payments of your accounting books into your job database.</p>"
            "<p>Qt {qt}, Python {python}, {system}</p>"
        ).format(
            version=__version__,
            qt=qVersion(),
            python=platform.python_version(),
            system=platform.platform(terse=True),
        )
        self._message("about-box", self.tr("About SyncDesk"), text)

    def _message(self, name: str, title: str, text: str) -> None:
        box = QMessageBox(self._window)
        box.setObjectName(name)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.RichText)
        box.setText(text)
        box.setIconPixmap(self._window.windowIcon().pixmap(64, 64))
        box.open()
