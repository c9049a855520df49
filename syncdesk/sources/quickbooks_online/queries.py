"""The questions that QuickBooks Online is asked: company, change data, walks by time, records by id and
number. Called by reading.py and source.py; nothing here writes.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final, TypeVar, cast

import msgspec

from syncdesk.model.errors import FatalError, RetryableError
from syncdesk.sources.http.client import Client
from syncdesk.sources.http.trouble import GoneError, ThrottledError
from syncdesk.sources.quickbooks_online.records import (
    AnswerDecoder,
    AnyRecord,
    CompanyRecord,
    InvoiceRecord,
    PaymentRecord,
    PreferencesRecord,
    ReadAnswer,
    ReadRows,
    ReceiptRecord,
    read_invoice,
)
from syncdesk.sources.quickbooks_online.spool import chunks
from syncdesk.sources.quickbooks_online.walk import NAMELESS, Walk

PAGE: Final = 1000  # the most rows of a page and of change data
_IDS_A_QUERY: Final = 100
_QUERIES_A_BATCH: Final = 30
_LONGEST_ADDRESS: Final = 1500  # longer queries are sent as the body of a POST
FAILS: Final = "QuickBooks fails whenever it is asked for this record."
_VERSION: Final = {"minorversion": "75"}
T = TypeVar("T")


def _decoder(part: str) -> msgspec.json.Decoder[ReadAnswer]:
    return cast("msgspec.json.Decoder[ReadAnswer]", AnswerDecoder(part))


_QUERY, _CDC, _BATCH = (
    _decoder("query_response"),
    _decoder("cdc_response"),
    _decoder("batch_item_response"),
)
_COMPANY, _PREFERENCES, _INVOICE = _decoder("company_info"), _decoder("preferences"), _decoder("invoice")


@dataclass(frozen=True, slots=True)
class CompanyFacts:
    """What the first call brings. `read_at` is the service's own clock, aware UTC."""

    company: CompanyRecord
    preferences: PreferencesRecord
    read_at: datetime
    receipts: list[ReceiptRecord] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Changes:
    """Change data: changed records whole, deleted ones as stubs. `cut` means that there may be more."""

    invoices: list[InvoiceRecord]
    payments: list[PaymentRecord]
    cut: bool

    @property
    def deleted_invoices(self) -> list[InvoiceRecord]:
        """Stubs of invoices."""
        return [record for record in self.invoices if record.deleted]

    @property
    def deleted_payments(self) -> list[PaymentRecord]:
        """Stubs of payments."""
        return [record for record in self.payments if record.deleted]


class Service:
    """One company at the service, asked through `client`. Every method raises what the client raises."""

    def __init__(self, client: Client, address: str, realm: str) -> None:
        """`address` is that of the API without a path, `realm` the company's id."""
        self._client, self._realm = client, realm
        self._address = f"{address}/v3/company/{realm}"

    # --- the company ----------------------------------------------------------------------------------------

    def company(self, receipts: bool = False, since: datetime | None = None) -> CompanyFacts:
        """Company and settings in one call; with `receipts` the newest refund receipts changed since then.

        A service that does not take these together is asked for them one by one."""
        queries = ["SELECT * FROM CompanyInfo", "SELECT * FROM Preferences"]
        if receipts:
            queries.append(f"SELECT * FROM RefundReceipt{_since(since)}{_by_time(' DESC')}{_at_most(PAGE)}")
        try:
            items, time = self._batch(queries)
        except FatalError:
            items, time = [None] * len(queries), None
        first, second = (items[0] or ReadRows()).company_info, (items[1] or ReadRows()).preferences
        if not first or time is None:
            answer = self._get(f"companyinfo/{self._realm}", _COMPANY)
            first, time = [answer.company_info or CompanyRecord()], answer.time
        if not second:
            second = [self._get("preferences", _PREFERENCES).preferences or PreferencesRecord()]
        if time is None:
            raise FatalError(
                "QuickBooks Online does not say what time it is.",
                "Please report this: without the clock of the service nobody can say what changed since.",
            )
        found = (items[2] or ReadRows()).refund_receipt if receipts else []
        return CompanyFacts(first[0], second[0], _utc(time), found)

    def _blame_a_record(self, trouble: RetryableError) -> None:
        """Return only if the service answers for this company, so that a record must be what it stumbles
        over. Raises the trouble again where asking for less would not help."""
        if isinstance(trouble, ThrottledError):
            raise trouble
        self._get(f"companyinfo/{self._realm}", _COMPANY)

    def count(self, entity: str) -> int:
        """How many records of an entity there are."""
        return self._query(f"SELECT COUNT(*) FROM {entity}").total_count or 0

    # --- what changed ---------------------------------------------------------------------------------------

    def changes(self, since: datetime, *entities: str) -> Changes:
        """What changed in these entities, for the last 30 days only. Credit memos are not asked for: nothing
        that is written on one has a say in the two figures, the payments that apply it have.

        `cut` if the answer is full, or if the service cannot give it (one broken record is enough)."""
        params = {"entities": ",".join(entities), "changedSince": _time(since)}
        try:
            answer = self._get("cdc", _CDC, params)
        except RetryableError as trouble:
            self._blame_a_record(trouble)
            return Changes([], [], cut=True)
        invoices: list[InvoiceRecord] = []
        payments: list[PaymentRecord] = []
        for part in answer.cdc_response:
            for rows in part.query_response:
                invoices += rows.invoice
                payments += rows.payment
        failed = any(part.fault is not None for part in answer.cdc_response)
        return Changes(invoices, payments, failed or len(invoices) + len(payments) >= PAGE)

    def walk_invoices(self, since: datetime | None) -> Iterator[list[InvoiceRecord]]:
        """Every invoice changed at or after `since` (None = all), in pages, by time of change."""
        return self._walk("Invoice", InvoiceRecord, lambda rows: rows.invoice, since)

    def walk_payments(self, since: datetime | None) -> Iterator[list[PaymentRecord]]:
        """Every payment changed at or after `since` (None = all), in pages, by time of change. One that the
        service cannot give is left out: the invoices that name it ask for it by its id."""
        pages = self._walk("Payment", PaymentRecord, lambda rows: rows.payment, since)
        return ([record for record in page if not record.id.startswith(NAMELESS)] for page in pages)

    def _walk(
        self,
        entity: str,
        kind: type[AnyRecord],
        rows_of: Callable[[ReadRows], list[AnyRecord]],
        since: datetime | None,
    ) -> Iterator[list[AnyRecord]]:
        def fetch(begin: datetime | None, position: int, size: int) -> list[AnyRecord]:
            text = (
                f"SELECT * FROM {entity}{_since(begin)}{_by_time()} STARTPOSITION {position}{_at_most(size)}"
            )
            try:
                return rows_of(self._query(text))
            except RetryableError as trouble:
                self._blame_a_record(trouble)  # then it is a record: halve the page until it stands alone
            if size == 1:
                return [kind(id="", trouble=FAILS)]
            first = fetch(begin, position, size // 2)
            if len(first) < size // 2:
                return first
            return first + fetch(begin, position + size // 2, size - size // 2)

        walk = Walk(fetch, since, PAGE)
        for page in self._client.ahead(walk.questions(), workers=2):  # the next page is asked for meanwhile
            if page is None:
                return
            yield page

    # --- single records -------------------------------------------------------------------------------------

    def invoices(self, ids: Collection[str]) -> list[InvoiceRecord]:
        """The invoices with these ids; one that is not there is left out, one that the service fails to give
        comes with `trouble`."""
        return self._by("Invoice", "Id", InvoiceRecord, lambda rows: rows.invoice, _only_ids(ids))

    def payments(self, ids: Collection[str]) -> list[PaymentRecord]:
        """The payments with these ids, as with :meth:`invoices`."""
        return self._by("Payment", "Id", PaymentRecord, lambda rows: rows.payment, _only_ids(ids))

    def numbered(self, numbers: Collection[str]) -> list[InvoiceRecord]:
        """Every invoice that carries one of these numbers."""
        wanted = [number for number in dict.fromkeys(numbers) if number]
        return self._by("Invoice", "DocNumber", InvoiceRecord, lambda rows: rows.invoice, wanted)

    def invoice(self, id_: str) -> InvoiceRecord | None:
        """One invoice, None if the service itself says that it is not there (code 610)."""
        try:
            answer = self._get(f"invoice/{id_}", _INVOICE)
        except GoneError:
            return None
        except RetryableError as trouble:
            self._blame_a_record(trouble)
            return InvoiceRecord(id=id_, trouble=FAILS)
        return read_invoice(answer.invoice)

    def invoices_one_by_one(self, ids: Iterable[str]) -> Iterator[tuple[str, InvoiceRecord | None]]:
        """Each of these ids with its invoice, or None where the service says that there is none."""

        def ask(id_: str) -> Callable[[], tuple[str, InvoiceRecord | None]]:
            return lambda: (id_, self.invoice(id_))

        return self._client.ahead(ask(id_) for id_ in ids)

    def _by(
        self,
        entity: str,
        name: str,
        kind: type[AnyRecord],
        rows_of: Callable[[ReadRows], list[AnyRecord]],
        values: Sequence[str],
    ) -> list[AnyRecord]:
        def query(some: Sequence[str]) -> str:
            listed = ",".join(f"'{_escaped(value)}'" for value in some)
            return f"SELECT * FROM {entity} WHERE {name} IN ({listed}){_at_most(PAGE)}"

        def isolated(some: Sequence[str]) -> list[AnyRecord]:
            try:
                rows = rows_of(self._query(query(some)))
                if len(rows) < PAGE or len(some) == 1:
                    return rows
            except RetryableError as trouble:
                self._blame_a_record(trouble)
            if len(some) == 1:
                return [kind(id=some[0], trouble=FAILS)] if name == "Id" else []
            half = len(some) // 2
            return isolated(some[:half]) + isolated(some[half:])

        found: list[AnyRecord] = []
        for group in chunks(chunks(values, _IDS_A_QUERY), _QUERIES_A_BATCH):
            for some, rows in zip(group, self._together([query(some) for some in group]), strict=True):
                whole = rows is not None and len(rows_of(rows)) < PAGE
                found += rows_of(rows) if rows is not None and whole else isolated(some)
        return found

    def _together(self, queries: Sequence[str]) -> Sequence[ReadRows | None]:
        """The rows of several queries in one call; None stands where one has to be asked alone."""
        if len(queries) == 1:
            return [None]
        try:
            return self._batch(queries)[0]
        except RetryableError as trouble:
            self._blame_a_record(trouble)
            return [None] * len(queries)

    # --- calls ----------------------------------------------------------------------------------------------

    def _get(
        self, path: str, decoder: msgspec.json.Decoder[ReadAnswer], params: dict[str, str] | None = None
    ) -> ReadAnswer:
        answer, _ = self._client.get_as(decoder, f"{self._address}/{path}", {**(params or {}), **_VERSION})
        return answer

    def _query(self, text: str) -> ReadRows:
        if len(text) > _LONGEST_ADDRESS:
            url, body = f"{self._address}/query", text.encode()
            answer, _ = self._client.post_as(_QUERY, url, body, "application/text", _VERSION)
        else:
            answer = self._get("query", _QUERY, {"query": text})
        return answer.query_response or ReadRows()

    def _batch(self, queries: Sequence[str]) -> tuple[Sequence[ReadRows | None], datetime | None]:
        """The rows of each query, None where the service had a fault in their place, and its clock."""
        items = [{"bId": str(place), "Query": query} for place, query in enumerate(queries)]
        body = msgspec.json.encode({"BatchItemRequest": items})
        url = f"{self._address}/batch"
        answer, _ = self._client.post_as(_BATCH, url, body, "application/json", _VERSION)
        rows = {part.b_id: part.query_response for part in answer.batch_item_response if part.fault is None}
        return [rows.get(item["bId"]) for item in items], answer.time


def _since(since: datetime | None) -> str:
    return "" if since is None else f" WHERE MetaData.LastUpdatedTime >= '{_time(since)}'"


def _by_time(direction: str = "") -> str:
    return f" ORDERBY MetaData.LastUpdatedTime{direction}"


def _at_most(rows: int) -> str:
    return f" MAXRESULTS {rows}"


def _time(when: datetime) -> str:
    return _utc(when).isoformat()


def _utc(when: datetime) -> datetime:
    return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("'", "\\'")


def _only_ids(ids: Collection[str]) -> list[str]:
    """Ids as the service gives them, digits; anything else would spoil the whole query."""
    return [id_ for id_ in dict.fromkeys(ids) if id_.isascii() and id_.isdigit()]
