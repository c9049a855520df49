"""What the tab Settings looks like: the list beside one page, a banner above, the first start when there is
nothing to list. It shows; settings_tab decides what."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from syncdesk.ui.notices import Banner, ErrorPanel, announce
from syncdesk.ui.settings_first import FirstStart
from syncdesk.ui.settings_list import ConnectionList
from syncdesk.ui.settings_place import EditorPlace
from syncdesk.ui.theme import GAP, MARGIN, Tone


class SettingsView(QWidget):
    """The parts of the tab."""

    take_up_button: QPushButton
    discard_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings-tab")
        self.side = ConnectionList(self)
        self.banner = Banner("settings-banner", self)
        self.error = ErrorPanel("settings-tab-error", self)
        self.first = FirstStart(self)
        self.place = EditorPlace(self)
        row = QHBoxLayout()
        row.setSpacing(MARGIN)
        row.addWidget(self.side)
        row.addWidget(self.place, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        page.setSpacing(GAP)
        page.addWidget(self.error)
        page.addWidget(self.banner)
        page.addWidget(self.first, 1)
        page.addLayout(row, 1)
        self.first.hide()

    def show_places(self, any_connection: bool) -> None:
        """Show the list and the page; no list while it is empty, and the first start instead of neither."""
        empty = not any_connection and self.place.editor is None
        self.first.setVisible(empty)
        self.side.setVisible(any_connection)
        self.place.setVisible(not empty)
        self.side.show_what_can_be_done()

    def tell(self, text: str) -> None:
        """Say it in the banner, which also offers what was set aside for as long as it is kept."""
        self.take_up_button.setVisible(self.place.kept is not None)
        self.discard_button.setVisible(self.place.kept is not None and self.place.aside is None)
        self.banner.say("information", Tone.INFORMATION, text)
        announce(self, text)
