"""The sums below a comparison: per currency both sides, the difference, and the causes it is made of. Part of
the tab 'Compare'."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from syncdesk.model.comparison import Cause, CurrencySums
from syncdesk.ui.compare_columns import cause_mark
from syncdesk.ui.present import NOTHING, Mark, exact_money_text, number_text, plain_money
from syncdesk.ui.tables import Column, TableView
from syncdesk.ui.theme import Tone

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SumRow:
    """One line of the sums: a whole currency (`cause` None) or one cause in it, whose two sides are not told
    apart."""

    place: int
    currency: str
    cause: Cause | None
    lines: int
    difference: Decimal
    books: Decimal | None = None
    job: Decimal | None = None


def sum_rows(all_sums: Iterable[CurrencySums]) -> list[SumRow]:
    """Each currency in one row, followed by its causes; these add up to it."""
    rows: list[SumRow] = []
    for sums in all_sums:
        rows.append(
            SumRow(
                len(rows),
                sums.currency,
                None,
                sums.lines,
                sums.difference,
                sums.books_paid,
                sums.job_paid,
            )
        )
        for cause, amount in sums.by_cause.items():
            rows.append(SumRow(len(rows), sums.currency, cause, sums.counts[cause], amount))
    return rows


def sum_columns() -> list[Column]:
    """The columns of the sums."""
    return [
        Column("currency", translate("compare", "Currency"), _currency, _place, 84),
        Column("cause", translate("compare", "Cause"), _cause, _place, 260, mark=_mark),
        Column(
            "lines",
            translate("compare", "Invoices"),
            lambda row: number_text(row.lines),
            lambda row: row.lines,
            90,
            right=True,
        ),
        _amount("books", translate("compare", "Paid in the books")),
        _amount("job", translate("compare", "Paid in the job database")),
        _amount("difference", translate("compare", "Difference")),
        Column("rest", "", lambda row: "", _place, 40),  # takes the room that is left
    ]


class SumsTable(TableView):
    """The sums as a list. Return or a double click on a cause asks for its lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("compare-sums", translate("compare", "Sums"), sum_columns(), parent)

    def show_sums(self, all_sums: Iterable[CurrencySums]) -> None:
        """Show these, in the order of the currencies' codes."""
        self.set_rows(sum_rows(all_sums))
        if self.table.sorted_by is not None:
            self.table.sort(*self.table.sorted_by)


def _amount(name: str, title: str) -> Column:
    def amount(row: SumRow) -> Decimal | None:
        value: Decimal | None = getattr(row, name)
        return value

    def text(row: SumRow) -> str:
        value = amount(row)
        return "" if value is None else exact_money_text(value, row.currency)

    return Column(
        name,
        title,
        text,
        lambda row: amount(row) or Decimal(0),
        178,
        right=True,
        plain=lambda row: plain_money(amount(row), row.currency, exact=True),
    )


def _place(row: SumRow) -> int:
    return row.place


def _currency(row: SumRow) -> str:
    return row.currency or NOTHING


def _cause(row: SumRow) -> str:
    return _mark(row).word


def _mark(row: SumRow) -> Mark:
    if row.cause is None:
        return Mark("books", translate("compare", "All causes"), Tone.INFORMATION)
    return cause_mark(row.cause)
