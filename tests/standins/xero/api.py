"""The accounting API of one organisation: lists and single records, as JSON or XML."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

from tests.standins.serving import Request, Response
from tests.standins.xero.books import Books
from tests.standins.xero.query import matching, paging, records, since
from tests.standins.xero.records import Table
from tests.standins.xero.refusals import Refused, not_found
from tests.standins.xero.wire import Form, encoded, organisation_row, row, text, xml

SCOPES = {
    "Organisation": {"accounting.settings"},
    "Invoices": {"accounting.invoices", "accounting.transactions"},
    "CreditNotes": {"accounting.invoices", "accounting.transactions"},
    "Payments": {"accounting.payments", "accounting.transactions"},
    "Overpayments": {"accounting.payments", "accounting.transactions"},
    "Prepayments": {"accounting.payments", "accounting.transactions"},
}
NAMES = {name.lower(): name for name in SCOPES} | {"organisations": "Organisation"}


class Api:
    """Answers for one set of books."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._ids = itertools.count(1)
        self._kept: dict[tuple[object, ...], tuple[int, list[Any]]] = {}

    def answer(self, request: Request, name: str, rest: str) -> Response:
        """A list, or the record named in `rest`; Refused for anything it does not have."""
        with self._books.lock:
            if len(request.query) > self._books.quirks.longest_query:
                raise Refused(414, "URI Too Long")
            if request.method != "GET":
                raise Refused(405, {"Message": "The resource does not support this method here"})
            if name == "Organisation":
                row = organisation_row(self._books.organisation, self._books.quirks)
                body = self._envelope("Organisations", [row])
            elif rest:
                body = self._single(self._books.tables[name], rest)
            else:
                body = self._list(self._books.tables[name], request)
        if "json" in request.headers.get("accept", ""):
            return Response(body=body, content_type="application/json; charset=utf-8")
        return Response(body=xml(body), content_type="text/xml; charset=utf-8")

    def _single(self, table: Table, name: str) -> bytes:
        """By id; an invoice or credit note by its number too."""
        found: Any = table.rows.get(name.lower())
        if found is None and table.plural in ("Invoices", "CreditNotes"):
            rows: list[Any] = list(table.rows.values())
            found = next((each for each in rows if each.number == name), None)
        if found is None:
            raise not_found()
        return self._envelope(table.plural, [row(found, self._books.quirks, Form.SINGLE)])

    def _list(self, table: Table, request: Request) -> bytes:
        quirks = self._books.quirks
        asked = {name.lower(): value for name, value in request.params.items()}
        pages = paging(asked)
        rows = self._rows(table, asked, since(request.headers.get("if-modified-since", "")))
        wanted, style = records(rows, pages), quirks.style
        if asked.get("summaryonly", "").lower() == "true" and table.plural == "Invoices":
            shown = [row(each, quirks, Form.SUMMARY) for each in wanted]
        elif pages is None:
            shown = [row(each, quirks, Form.SHORT) for each in wanted]
        else:
            shown = [encoded(each, quirks, style) for each in wanted]
        return self._envelope(table.plural, shown, pages if quirks.pagination else None, len(rows))

    def _rows(self, table: Table, asked: Mapping[str, str], after: int | None) -> list[Any]:
        """The matching rows, kept from page to page as long as nothing changes."""
        inclusive = self._books.quirks.since_inclusive
        words = sorted((name, value) for name, value in asked.items() if name not in ("page", "pagesize"))
        key = (table.plural, after, inclusive, *words)
        version = sum(each.version for each in self._books.tables.values())
        at, rows = self._kept.get(key, (-1, []))
        if at != version:
            rows = matching(table, asked, after, inclusive)
            self._kept = {kept: value for kept, value in self._kept.items() if value[0] == version}
            self._kept[key] = (version, rows)
        return rows

    def _envelope(
        self, plural: str, rows: list[bytes], pages: tuple[int, int] | None = None, count: int = 0
    ) -> bytes:
        paged = ""
        if pages is not None:
            page, size = pages
            paged = (
                f'"pagination":{{"page":{page},"pageSize":{size},"pageCount":{-(-count // size)},'
                f'"itemCount":{count}}},'
            )
        head = (
            f'{{"Id":"{next(self._ids):08x}-0000-4000-a000-000000000000","Status":"OK",'
            f'"ProviderName":{text("Stand-in")},"DateTimeUTC":"/Date({self._books.now()})/",{paged}"{plural}":['
        )
        return head.encode() + b",".join(rows) + b"]}"
