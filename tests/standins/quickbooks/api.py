"""The accounting API of one company: read, query, change data, batch, facts. Nothing is ever written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from tests.standins.quickbooks.books import Books
from tests.standins.quickbooks.faults import Refused, bad_query, broken_page, not_found, unsupported
from tests.standins.quickbooks.query import Parser, Query, find
from tests.standins.quickbooks.records import Record, Table
from tests.standins.quickbooks.wire import encoded, instant, seconds_of, stub
from tests.standins.serving import Request

LOOK_BACK = 30 * 24 * 3600
MOST_CHANGES = 1000
MOST_ITEMS = 30
NOT_IN_CHANGE_DATA = {"journalcode", "taxagency", "timeactivity", "taxcode", "taxrate"}


class Api:
    """Answers for one set of books, as JSON without its outer `time`. Raises `Refused`."""

    def __init__(self, books: Books) -> None:
        self.books = books
        self._kinds = {kind.lower(): kind for kind in books.tables}

    def answer(self, request: Request, what: str, rest: str) -> bytes:
        """The inner part of the JSON body, beginning after its opening brace and without `time`."""
        with self.books.lock:
            if what == "query":
                return self._query(_query_text(request))
            if request.method == "POST":
                if what == "batch":
                    return self._batch(request.body)
                raise unsupported(f"POST {what}")
            if what == "cdc":
                return self._changes(request.params)
            if what in ("companyinfo", "preferences"):
                return self._facts(what, rest)
            if what in self._kinds and rest:
                return self._one(self._kinds[what], rest)
            raise unsupported(what)

    # --- reading --------------------------------------------------------------------------------------------

    def _one(self, kind: str, number: str) -> bytes:
        table = self.books.tables[kind]
        record = table.rows.get(int(number)) if number.isdecimal() else None
        if record is None:
            raise not_found(f"{kind} {number}")
        return b'"%s":%s' % (kind.encode(), self._rows(table, [record])[0])

    def _query(self, text: str) -> bytes:
        query = Parser(text).parse()
        if query.entity in ("CompanyInfo", "Preferences"):
            fact = self._fact(query.entity.lower())
            return b'"QueryResponse":{"%s":[%s],"maxResults":1}' % (query.entity.encode(), fact)
        table = self.books.tables[query.entity]
        if query.count:
            return b'"QueryResponse":{"totalCount":%d}' % len(find(table, query))
        first, quirks = query.start - 1, self.books.quirks
        page = find(table, query, first, first + query.limit + quirks.extra_row)
        if not page:
            return b'"QueryResponse":{}'
        rows = self._rows(table, page)
        if query.columns:
            rows = [_narrowed(row, query) for row in rows]
        answer = b'"QueryResponse":{"%s":[%s],"startPosition":%d,"maxResults":%d' % (
            query.entity.encode(),
            b",".join(rows),
            query.start,
            len(rows),
        )
        return answer + (b',"totalCount":%d}' % len(rows) if query.entity in quirks.total_count_for else b"}")

    def _rows(self, table: Table, records: Iterable[Record]) -> list[bytes]:
        style, records = self.books.style, list(records)
        if table.broken and any(record.id in table.broken for record in records):
            raise broken_page()
        return [record.wire or encoded(record, style) for record in records]

    # --- change data ----------------------------------------------------------------------------------------

    def _changes(self, params: dict[str, str]) -> bytes:
        """Changed records whole, deleted ones as stubs, newest first, cut at 1000, in another order."""
        try:
            since = seconds_of(instant(params["changedSince"]))
            names = [name.strip().lower() for name in params["entities"].split(",")]
        except (KeyError, ValueError) as problem:
            raise Refused(
                400, "2030", "Invalid ID", f"entities or changedSince not valid: {problem}"
            ) from problem
        unknown = [name for name in names if name not in self._kinds]
        if unknown or NOT_IN_CHANGE_DATA & set(names):
            raise Refused(400, "2030", "Invalid entity", f"{', '.join(unknown)} not supported")
        since = max(since, self.books.now() - LOOK_BACK) + (not self.books.quirks.cdc_inclusive)
        left, parts = MOST_CHANGES, []
        for name in sorted(set(names), reverse=True):
            table = self.books.tables[self._kinds[name]]
            changed = find(table, Query(table.kind, conditions=[("metadata.lastupdatedtime", ">=", [since])]))
            gone = [entry for entry in reversed(table.stubs) if entry[0] >= since]
            if self.books.quirks.cdc_limit_per_entity:
                left = MOST_CHANGES
            rows = [stub(*entry) for entry in gone[:left]]
            rows += self._rows(table, changed[: left - len(rows)])
            left -= len(rows)
            body = b'"%s":[%s],"startPosition":1,"maxResults":%d' % (
                table.kind.encode(),
                b",".join(rows),
                len(rows),
            )
            parts.append(b"{%s}" % (body if rows else b""))
        return b'"CDCResponse":[{"QueryResponse":[%s]}]' % b",".join(parts)

    # --- batch ----------------------------------------------------------------------------------------------

    def _batch(self, body: bytes) -> bytes:
        """Query items and Fault items, in another order than asked."""
        try:
            items: list[dict[str, Any]] = msgspec.json.decode(body)["BatchItemRequest"]
            names = [msgspec.json.encode(item["bId"]) for item in items]
        except (msgspec.DecodeError, KeyError, TypeError) as problem:
            raise Refused(
                400, "2010", "Request has invalid or unsupported property", str(problem)
            ) from problem
        if len(items) > MOST_ITEMS:
            raise Refused(400, "1040", "Batch Limit Exceeded", f"At most {MOST_ITEMS} items are allowed")
        answers = []
        for name, item in zip(names, items, strict=True):
            try:
                if "Query" not in item:
                    raise unsupported(str(item.get("operation", "without a name")))
                part = self._query(item["Query"])
            except Refused as refused:
                part = b'"Fault":' + msgspec.json.encode(refused.fault())
            answers.append(b'{%s,"bId":%s}' % (part, name))
        return b'"BatchItemResponse":[%s]' % b",".join(answers[1::2] + answers[::2])

    # --- company facts --------------------------------------------------------------------------------------

    def _facts(self, what: str, rest: str) -> bytes:
        if what == "companyinfo" and rest not in (self.books.company.realm, "1"):
            raise not_found(f"CompanyInfo {rest}")
        name = b"CompanyInfo" if what == "companyinfo" else b"Preferences"
        return b'"%s":%s' % (name, self._fact(what))

    def _fact(self, what: str) -> bytes:
        company = self.books.company
        common = {"domain": "QBO", "sparse": False, "Id": "1", "SyncToken": "4"}
        if what == "companyinfo":
            address = {"Id": "1", "Line1": "12 Mill Lane", "Country": company.country}
            facts: dict[str, Any] = {
                "CompanyName": company.name,
                "LegalName": company.name,
                "CompanyAddr": address,
                "Country": company.country,
                "FiscalYearStartMonth": "January",
                "SupportedLanguages": "en",
            }
        else:
            currency = {
                "MultiCurrencyEnabled": company.multicurrency,
                "HomeCurrency": {"value": company.home_currency},
            }
            sales = {"CustomTxnNumbers": company.custom_numbers, "AllowDeposit": True, "AllowDiscount": True}
            facts = {"SalesFormsPrefs": sales, "CurrencyPrefs": currency}
        return msgspec.json.encode(common | facts)


def _query_text(request: Request) -> str:
    """The query of a GET or POST; POST wants plain text."""
    if request.method != "POST":
        return request.params.get("query", "")
    if request.headers.get("content-type", "").partition(";")[0] not in ("application/text", "text/plain"):
        raise bad_query("4000", "a posted query is sent as application/text")
    return request.body.decode("utf-8", "replace")


def _narrowed(row: bytes, query: Query) -> bytes:
    """Only the asked columns of a row; the service marks it as sparse. Amounts keep their spelling."""
    content: dict[str, msgspec.Raw] = msgspec.json.decode(row, type=dict[str, msgspec.Raw])
    wanted = {column.partition(".")[0].lower() for column in query.columns}
    known: Callable[[str], bool] = lambda name: name.lower() in wanted  # noqa: E731
    kept: dict[str, Any] = {name: value for name, value in content.items() if known(name)}
    return msgspec.json.encode({"domain": "QBO", "sparse": True} | kept)
