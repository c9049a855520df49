"""Exporting the list of Invoice Search: asks where to, writes on a worker lane, says how it went.."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from syncdesk.app.export import write_csv, write_xlsx
from syncdesk.app.views import InvoiceRow
from syncdesk.model.errors import SyncDeskError
from syncdesk.ui.notices import Banner, ErrorPanel, announce
from syncdesk.ui.present import number_text
from syncdesk.ui.search_columns import FileType, file_types, invoice_sheet
from syncdesk.ui.theme import Tone
from syncdesk.ui.worker import Worker


@dataclass(frozen=True, slots=True)
class ShownList:
    """What is exported: the rows shown, whose they are, and the filter in words."""

    rows: Sequence[InvoiceRow]
    company: str
    filter_words: str
    zone: tzinfo


class ListExport(QObject):
    """One export after the other. The outcome appears in the tab's banner, a failure in its error panel."""

    def __init__(self, worker: Worker, banner: Banner, error: ErrorPanel, page: QWidget) -> None:
        super().__init__(page)
        self._worker, self._banner, self._error, self._page = worker, banner, error, page
        self._types = file_types(QLocale().decimalPoint())
        self._list: ShownList | None = None
        self._path = Path()
        self._dialog: QFileDialog | None = None
        banner.add_button("search-open-export", self.tr("Open File"), self._open)
        banner.add_button("search-close-banner", self.tr("Dismiss"), banner.hide)

    def ask(self, shown: ShownList) -> None:
        """Ask for a file, then write the list into it."""
        self._list = shown
        dialog = QFileDialog(self._page, self.tr("Export Invoices"))
        dialog.setObjectName("search-export-dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([each.text for each in self._types])
        dialog.setDefaultSuffix(self._types[0].ending)
        dialog.selectFile(self.tr("Invoices"))
        dialog.filterSelected.connect(self._filter_selected)
        dialog.fileSelected.connect(self._file_selected)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog = dialog
        dialog.open()

    def write(self, path: Path, kind: FileType, shown: ShownList) -> None:
        """Write the list into this file."""
        self._path = path

        def write() -> int:
            sheet = invoice_sheet(
                shown.rows, shown.company, shown.filter_words, datetime.now(UTC), shown.zone
            )
            return write_xlsx(path, sheet) if kind.style is None else write_csv(path, sheet, kind.style)

        self._worker.read(write, self._done, self._failed)

    @Slot(str)
    def _filter_selected(self, text: str) -> None:
        if self._dialog is not None:
            self._dialog.setDefaultSuffix(self._type(text).ending)

    @Slot(str)
    def _file_selected(self, name: str) -> None:
        if self._dialog is None or self._list is None:
            return
        self.write(Path(name), self._type(self._dialog.selectedNameFilter()), self._list)
        self._dialog = None

    def _type(self, text: str) -> FileType:
        return next((each for each in self._types if each.text == text), self._types[0])

    @Slot(object)
    def _done(self, count: int) -> None:
        self._error.hide()
        words = self.tr("{count} invoices were written to {file}.")
        text = words.format(count=number_text(count), file=self._path.name)
        self._banner.say("success", Tone.GOOD, text)
        announce(self._page, text)

    @Slot(object)
    def _failed(self, error: SyncDeskError) -> None:
        self._banner.hide()
        self._error.show_error(error)

    @Slot()
    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))
