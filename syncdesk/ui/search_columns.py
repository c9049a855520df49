"""Columns of Invoice Search, words of its filters, and the sheet that is exported. Used by search_tab."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from syncdesk.app.export import INVOICE_COLUMNS, Sheet, invoice_rows
from syncdesk.app.search_values import STATES, SearchProblem
from syncdesk.app.views import InvoiceRow
from syncdesk.model.changes import Outcome
from syncdesk.ui.list_export import sheet_footer
from syncdesk.ui.present import (
    NOTHING,
    Mark,
    day_text,
    moment_text,
    money_text,
    outcome_mark,
    plain_money,
    reason_text,
    state_mark,
)
from syncdesk.ui.story_words import sync_mark
from syncdesk.ui.tables import Column
from syncdesk.ui.theme import Tone

translate = QCoreApplication.translate


def row_mark(row: InvoiceRow) -> Mark:
    """The payment state of an invoice as icon, word and colour."""
    return state_mark(row.state)


def remark_mark(row: InvoiceRow) -> Mark:
    """Why the row needs a person, as icon and word; quiet if it does not."""
    if row.problem:
        return Mark("error", translate("search", "Cannot be read"), Tone.BAD)
    if row.outcome:
        return outcome_mark(Outcome(row.outcome))
    return Mark("state-unknown", "", Tone.QUIET)


def remark_text(row: InvoiceRow) -> str:
    """What a person should know of this row: what cannot be read, or how the last sync ended and why."""
    if row.problem:
        return translate("search", "{word}: {why}").format(word=remark_mark(row).word, why=row.problem)
    if not row.outcome:
        return translate("search", "Not seen in the books yet")
    word = remark_mark(row).word
    if row.outcome in (Outcome.WRITTEN, Outcome.UNCHANGED) or row.reason is None:
        return word
    return translate("search", "{word}: {why}").format(word=word, why=reason_text(row.reason))


def _sync_mark(row: InvoiceRow) -> Mark:
    return sync_mark(row.sync)


def _amount(name: str, title: str) -> Column:
    return Column(
        name,
        title,
        lambda row: money_text(getattr(row, name), row.currency),
        width=94,
        right=True,
        plain=lambda row: plain_money(getattr(row, name), row.currency),
    )


def invoice_columns() -> tuple[Column, ...]:
    """The columns in the order of the window; their names are those of search_rows.KEYS."""
    titles = column_titles()
    return (
        Column("number", titles["number"], lambda row: row.number, width=104),
        Column("customer", titles["customer"], lambda row: row.customer, width=150),
        Column("state", titles["state"], lambda row: row_mark(row).word, width=162, mark=row_mark),
        Column("sync", titles["sync"], lambda row: sync_mark(row.sync).word, width=118, mark=_sync_mark),
        _amount("total", titles["total"]),
        _amount("paid_amount", titles["paid_amount"]),
        _amount("credited", titles["credited"]),
        _amount("outstanding", titles["outstanding"]),
        Column("currency", titles["currency"], lambda row: row.currency or NOTHING, width=78),
        Column("date_paid", titles["date_paid"], lambda row: day_text(row.date_paid), width=98),
        Column("remark", titles["remark"], remark_text, width=126, mark=remark_mark),
        Column("last_synced", titles["last_synced"], lambda row: moment_text(row.last_synced), width=138),
    )


def column_titles() -> dict[str, str]:
    """The titles by column name, also those of exported lists."""
    return {
        "number": translate("search", "Number"),
        "customer": translate("search", "Customer"),
        "currency": translate("search", "Currency"),
        "total": translate("search", "Total"),
        "paid_amount": translate("search", "Paid Amount"),
        "credited": translate("search", "Credited"),
        "outstanding": translate("search", "Outstanding"),
        "date_paid": translate("search", "Date Paid"),
        "state": translate("search", "State"),
        "sync": translate("search", "Sync"),
        "last_synced": translate("search", "Last synced"),
        "remark": translate("search", "Last outcome"),
    }


@dataclass(frozen=True, slots=True)
class StateChoice:
    """One entry of the state chooser: its words, and the states (of search_values.STATES) it lets through."""

    text: str
    states: tuple[str, ...]


def state_choices() -> tuple[tuple[StateChoice, ...], ...]:
    """The entries in groups: broad ones, single states, what needs a person."""
    broad = (
        StateChoice(translate("search", "All invoices"), ()),
        StateChoice(translate("search", "Unpaid (waiting or part-paid)"), ("unpaid",)),
        StateChoice(translate("search", "Paid in full (overpaid too)"), ("paid", "overpaid")),
    )
    words = ("waiting", "part-paid", "paid", "overpaid", "nothing-to-pay", "void", "draft")
    single = tuple(StateChoice(_state_word(word), (word,)) for word in words)
    last = (
        StateChoice(translate("search", "Needs a person"), ("problem",)),
        StateChoice(translate("search", "Not seen in the books yet"), ("unknown",)),
    )
    return broad, single, last


def _state_word(word: str) -> str:
    return state_mark(STATES[word][0]).word


@dataclass(frozen=True, slots=True)
class SearchExample:
    """One example of a search: what it finds, and the text to type."""

    meaning: str
    text: str


def search_examples() -> tuple[SearchExample, ...]:
    """What the Examples menu offers, one for each thing the search can do (UX-18)."""
    return (
        SearchExample(translate("search", "Words in number or customer"), "smith 1042"),
        SearchExample(translate("search", "A customer by exact words"), 'customer:"smith & sons"'),
        SearchExample(
            translate("search", "Unpaid, more than 100 outstanding"), "state:unpaid outstanding>100"
        ),
        SearchExample(translate("search", "Total from 100 to 200"), "total:100..200"),
        SearchExample(translate("search", "Paid from January to March"), "date:2026-01..2026-03"),
        SearchExample(translate("search", "Something paid, but no Date Paid"), "paid>0 date:none"),
        SearchExample(translate("search", "Without a word"), "-smith"),
        SearchExample(translate("search", "What needs a person"), "state:problem"),
        SearchExample(
            translate("search", "Paid in the books, but not here"), "state:paid,overpaid date:none"
        ),
        SearchExample(translate("search", "Failed or waiting to be synced"), "sync:failed,pending"),
    )


def problem_text(problem: SearchProblem) -> str:
    """A wrong term with the reason, in the person's language."""
    return translate("search", problem.template).format(**problem.values)


@dataclass(frozen=True, slots=True)
class ShownList:
    """What is exported: the rows shown, whose they are, and the filter in words."""

    rows: Sequence[InvoiceRow]
    company: str
    filter_words: str
    zone: tzinfo

    def sheet(self, when: datetime) -> Sheet:
        """The sheet of these rows with its footer: company, filter, time (UX-20)."""
        return invoice_sheet(self.rows, self.company, self.filter_words, when, self.zone)


def invoice_sheet(
    rows: Sequence[InvoiceRow], company: str, shown: str, when: datetime, zone: tzinfo
) -> Sheet:
    """As :meth:`ShownList.sheet`. May be called on any thread."""
    titles = column_titles()
    columns = tuple(replace(column, title=titles[name]) for name, column in INVOICE_COLUMNS.items())
    footer = sheet_footer(company, shown, when, zone)
    name = translate("export", "Invoices")
    return Sheet(name, columns, invoice_rows(rows, lambda row: row_mark(row).word, remark_text), zone, footer)
