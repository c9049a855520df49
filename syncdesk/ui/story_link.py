"""Linking a row to an invoice of the books by hand: a list of what the books have without a row (SMQ-03,
F-28). Opened by story_section."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from syncdesk.app.search import fold
from syncdesk.app.story_views import Suggestion
from syncdesk.ui.notices import EmptyPage, TableOrEmpty, wrapped_label
from syncdesk.ui.present import money_text, plain_money
from syncdesk.ui.tables import Column, TableView
from syncdesk.ui.theme import GAP, MARGIN

translate = QCoreApplication.translate


class LinkDialog(QDialog):
    """Asks which invoice of the books belongs to a row; `chosen` is the answer once it was accepted."""

    def __init__(self, number: str, suggestions: Sequence[Suggestion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("link-dialog")
        self.setWindowTitle(self.tr("Link {number} by Hand").format(number=number))
        self._all = tuple(suggestions)
        self.chosen: Suggestion | None = None
        lead = wrapped_label("link-lead", self)
        lead.setText(
            self.tr(
                "These invoices of the books have no row in the job database; the likeliest come first. "
                "Once linked, Paid Amount and Date Paid of {number} come from the one you choose."
            ).format(number=number)
        )
        self.search = QLineEdit(self)
        self.search.setObjectName("link-search")
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Number or customer"))
        find = QLabel(self.tr("&Look for:"), self)
        find.setBuddy(self.search)
        self.table = TableView("link", self.tr("Invoices of the books without a row"), _columns(), self)
        self.list = TableOrEmpty(self.table, EmptyPage("link-empty", self), self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.link_button = self.buttons.addButton(self.tr("&Link"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.link_button.setDefault(True)
        page = QVBoxLayout(self)
        page.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        page.setSpacing(GAP)
        for part in (lead, find, self.search):
            page.addWidget(part)
        page.addWidget(self.list, 1)
        page.addWidget(self.buttons)
        self.resize(760, 460)
        self.search.textChanged.connect(self._show)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._open)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._show()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show(self) -> None:
        words = fold(self.search.text()).split()
        rows = [
            one for one in self._all if all(word in fold(f"{one.number} {one.customer}") for word in words)
        ]
        self.table.set_rows(rows)
        if rows:
            self.list.show_table()
            self.table.selectRow(0)
        else:
            title = self.tr("No match") if self._all else self.tr("Nothing to link to")
            text = self.tr("Every invoice of the books that was seen has a row already.")
            self.list.show_empty(title, "" if self._all else text, icon="search")
            self._choose(None)

    @Slot(object)
    def _choose(self, one: Suggestion | None) -> None:
        self.chosen = one
        self.link_button.setEnabled(one is not None)

    @Slot(object)
    def _open(self, one: Suggestion) -> None:
        self.chosen = one
        self.accept()


def _columns() -> tuple[Column, ...]:
    def speaks_for(one: Suggestion) -> str:
        marks = (
            (one.same_number, translate("link", "number")),
            (one.same_total, translate("link", "total")),
            (one.same_customer, translate("link", "customer")),
        )
        return ", ".join(word for holds, word in marks if holds)

    return (
        Column("number", translate("link", "Invoice"), lambda x: x.number, lambda x: x.number, 120),
        Column("customer", translate("link", "Customer"), lambda x: x.customer, lambda x: x.customer, 200),
        Column(
            "total",
            translate("link", "Total"),
            lambda x: money_text(x.total, x.currency),
            lambda x: x.total,
            100,
            right=True,
            plain=lambda x: plain_money(x.total, x.currency),
        ),
        Column("currency", translate("link", "Currency"), lambda x: x.currency, lambda x: x.currency, 80),
        Column("same", translate("link", "The same"), speaks_for, speaks_for, 190),
    )
