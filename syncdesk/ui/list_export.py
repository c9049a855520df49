"""Exporting a list of the window: asks where to, writes on a worker lane, says how it went. Used by the tabs
'Invoice Search' and 'Compare'."""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QPagedPaintDevice
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from syncdesk.app.export import CsvStyle, Sheet, write_csv, write_xlsx, zone_name
from syncdesk.model.errors import SetupError, SyncDeskError
from syncdesk.ui.list_print import page_layout, paint_sheet, write_pdf
from syncdesk.ui.notices import Banner, ErrorPanel, announce
from syncdesk.ui.present import number_text
from syncdesk.ui.theme import Tone
from syncdesk.ui.worker import Worker

translate = QCoreApplication.translate


class Exported(Protocol):
    """A list as it is shown."""

    def sheet(self, when: datetime) -> Sheet:
        """What is written. May be called on any thread."""


@dataclass(frozen=True, slots=True)
class ExportWords:
    """The title of the file dialogue, the file name it proposes, and the sentence for a written file with
    {count} and {file}."""

    title: str
    file: str
    written: str


@dataclass(frozen=True, slots=True)
class FileType:
    """One kind of file a list can be exported to: its words in the file dialogue, its ending, its style."""

    text: str
    ending: str
    style: CsvStyle | None = None

    def write(self, path: Path, sheet: Sheet) -> int:
        """Write the sheet as this kind of file; returns the number of rows."""
        if self.style is not None:
            return write_csv(path, sheet, self.style)
        return write_pdf(path, sheet) if self.ending == "pdf" else write_xlsx(path, sheet)


def file_types(decimal_point: str) -> tuple[FileType, ...]:
    """The kinds of file, the locale's usual CSV first among the CSVs."""
    commas = FileType(translate("export", "CSV, commas, 1234.50 (*.csv)"), "csv", CsvStyle(",", "."))
    semicolons = FileType(translate("export", "CSV, semicolons, 1234,50 (*.csv)"), "csv", CsvStyle(";", ","))
    points = FileType(translate("export", "CSV, semicolons, 1234.50 (*.csv)"), "csv", CsvStyle(";", "."))
    tabs = FileType(translate("export", "Text, tabs, 1234.50 (*.txt)"), "txt", CsvStyle("\t", "."))
    excel = FileType(translate("export", "Excel workbook (*.xlsx)"), "xlsx")
    pdf = FileType(translate("export", "PDF, to print or send (*.pdf)"), "pdf")
    first = (semicolons, commas) if decimal_point == "," else (commas, semicolons)
    return (excel, *first, points, tabs, pdf)


def sheet_footer(company: str, shown: str, when: datetime, zone: tzinfo) -> tuple[str, ...]:
    """The lines below an exported list: whose it is, what was shown, when it was made (UX-20)."""
    moment = when.astimezone(zone)
    return (
        translate("export", "Company: {name}").format(name=company),
        translate("export", "Shown: {filter}").format(filter=shown),
        translate("export", "Made by SyncDesk on {when} ({zone})").format(
            when=f"{moment:%Y-%m-%d %H:%M}", zone=zone_name(zone, when)
        ),
    )


class ListExport(QObject):
    """One export after the other. The outcome appears in the tab's banner, a failure in its error panel."""

    def __init__(
        self, name: str, words: ExportWords, worker: Worker, banner: Banner, error: ErrorPanel, page: QWidget
    ) -> None:
        super().__init__(page)
        self._name, self._words = name, words
        self._worker, self._banner, self._error, self._page = worker, banner, error, page
        self._types = file_types(QLocale().decimalPoint())
        self._list: Exported | None = None
        self._path = Path()
        self._dialog: QFileDialog | None = None
        banner.add_button(f"{name}-open-export", self.tr("Open File"), self._open)
        banner.add_button(f"{name}-close-banner", self.tr("Dismiss"), banner.hide)

    def ask(self, shown: Exported) -> None:
        """Ask for a file, then write the list into it."""
        self._list = shown
        dialog = QFileDialog(self._page, self._words.title)
        dialog.setObjectName(f"{self._name}-export-dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([each.text for each in self._types])
        dialog.setDefaultSuffix(self._types[0].ending)
        dialog.selectFile(self._words.file)
        dialog.filterSelected.connect(self._filter_selected)
        dialog.fileSelected.connect(self._file_selected)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog = dialog
        dialog.open()

    def write(self, path: Path, kind: FileType, shown: Exported) -> None:
        """Write the list into this file."""
        self._path = path

        self._worker.read(lambda: kind.write(path, shown.sheet(datetime.now(UTC))), self._done, self._failed)

    def print_list(self, shown: Exported) -> None:
        """Ask for a printer, then print the list."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # only those who print pay for loading it

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout())
        printer.setDocName(self._words.file)
        dialog = QPrintDialog(printer, self._page)
        dialog.setObjectName(f"{self._name}-print-dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_to(printer, shown))
        QDialog.open(dialog)

    def print_to(self, printer: QPagedPaintDevice, shown: Exported) -> None:
        """Print the list."""

        def work() -> None:
            if paint_sheet(printer, shown.sheet(datetime.now(UTC))) < 0:
                raise SetupError(
                    "The printer did not take the list.", "Check that it is on, or export a PDF file."
                )

        self._worker.read(work, self._printed, self._failed)

    @Slot(object)
    def _printed(self, _nothing: object) -> None:
        self._error.hide()
        text = self.tr("Sent to the printer.")
        self._banner.say("success", Tone.GOOD, text)
        announce(self._page, text)

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
        text = self._words.written.format(count=number_text(count), file=self._path.name)
        self._banner.say("success", Tone.GOOD, text)
        announce(self._page, text)

    @Slot(object)
    def _failed(self, error: SyncDeskError) -> None:
        self._banner.hide()
        self._error.show_error(error)

    @Slot()
    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))
