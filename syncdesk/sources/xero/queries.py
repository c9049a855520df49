"""The questions that are put to Xero, and how its lists are walked to the end. Used by reading.py and
source.py."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import pairwise
from typing import Final, TypeVar
from urllib.parse import quote

from msgspec import Raw

from syncdesk.model.errors import FatalError, SetupError
from syncdesk.model.sign_in import SIGN_IN
from syncdesk.sources.http.client import Client
from syncdesk.sources.http.trouble import Answer, GoneError
from syncdesk.sources.xero.dates import instant, since_header
from syncdesk.sources.xero.movements import SALE, changed_at
from syncdesk.sources.xero.records import (
    CREDIT,
    INVOICE,
    ORGANISATIONS,
    PAGE,
    PAYMENT,
    CreditRecord,
    InvoiceRecord,
    Organisation,
    Page,
    PaymentRecord,
    Unread,
    read_rows,
)
from syncdesk.sources.xero.vendor import NAME, Addresses

PAGE_SIZE: Final = 1000
_IDS_A_CALL: Final = 40  # the address may not grow without limit ...
_LONGEST: Final = 1600  # ... and numbers, unlike ids, may be long
_OLD_PAGE_SIZE: Final = 100
_SECOND: Final = timedelta(seconds=1)
_MANY: Final = PAGE_SIZE // 2  # coming again; above that, asking for each page twice costs less
T = TypeVar("T", InvoiceRecord, PaymentRecord, CreditRecord)


@dataclass(frozen=True, slots=True)
class Reached:
    """The organisation that answered, and Xero's own clock then."""

    organisation: Organisation
    at: datetime


@dataclass(frozen=True, slots=True)
class Service:
    """One organisation at Xero. Every method raises what :class:`Client` raises."""

    client: Client
    addresses: Addresses
    tenant: str

    def organisation(self) -> Reached:
        """The organisation; proves sign-in and connection."""
        found, answer = self.client.get_as(
            ORGANISATIONS, f"{self.addresses.accounting}/Organisation", headers=self._tenant
        )
        if not found.organisations:
            raise SetupError(
                "Xero names no organisation for this connection.",
                "Sign in again and choose the organisation.",
                field=SIGN_IN,
            )
        return Reached(found.organisations[0], _clock(found.stamp, answer))

    def invoices(self, since: datetime | None) -> Iterator[list[InvoiceRecord | Unread]]:
        """Sales invoices changed at or after this instant, in pages; some may come twice."""
        extra = {"where": f'Type=="{SALE}"', "includeArchived": "true"}
        yield from self._walk("Invoices", since, extra, INVOICE.decode)

    def payments(self, since: datetime) -> Iterator[list[PaymentRecord | Unread]]:
        """Payments entered or deleted at or after this instant."""
        yield from self._walk("Payments", since, {}, PAYMENT.decode)

    def credits(self, kind: str, since: datetime | None) -> Iterator[list[CreditRecord | Unread]]:
        """Credits of one kind (CreditNotes, Overpayments, Prepayments) changed at or after this instant, None
        for all."""
        yield from self._walk(kind, since, {}, CREDIT.decode)

    def invoices_by_id(self, ids: Collection[str]) -> Iterator[list[InvoiceRecord | Unread]]:
        """Invoices with these ids, whatever their state."""
        yield from self._several({"IDs": ",".join(group)} for group in _groups(ids))

    def invoices_by_number(self, numbers: Collection[str]) -> Iterator[list[InvoiceRecord | Unread]]:
        """Invoices with these numbers, whatever their state.

        A comma parts the list, so a number that holds one is asked for by filter; one that holds a quotation
        mark besides cannot be asked for and is not found."""
        listed = [number for number in numbers if "," not in number]
        others = sorted(number for number in numbers if "," in number and '"' not in number)
        yield from self._several({"InvoiceNumbers": ",".join(group)} for group in _groups(listed))
        yield from self._several(
            {"where": f'Type=="{SALE}" AND InvoiceNumber=="{number}"'} for number in others
        )

    def is_gone(self, invoice_id: str) -> bool:
        """Whether Xero says that there is no invoice with this id (D14)."""
        try:
            self.client.get(f"{self.addresses.accounting}/Invoices/{invoice_id}", headers=self._tenant)
        except GoneError:
            return True
        return False

    @property
    def _tenant(self) -> dict[str, str]:
        return {"Xero-Tenant-Id": self.tenant}

    def _several(self, asked: Iterable[Mapping[str, str]]) -> Iterator[list[InvoiceRecord | Unread]]:
        """Short lists at the same time: each fits on one page and their order does not matter."""

        def asking(extra: Mapping[str, str]) -> Callable[[], list[InvoiceRecord | Unread]]:
            return lambda: self._some(extra)

        yield from self.client.ahead(asking(extra) for extra in asked)

    def _some(self, extra: Mapping[str, str]) -> list[InvoiceRecord | Unread]:
        page = self._page("Invoices", 1, None, {**extra, "includeArchived": "true"})
        return read_rows(page.rows, INVOICE.decode)

    def _walk(
        self, name: str, since: datetime | None, extra: Mapping[str, str], decode: Callable[[Raw], T]
    ) -> Iterator[list[T | Unread]]:
        """A list to its end, oldest change first.

        A record that changes meanwhile moves to the end, and all behind it move up: the first of the next
        page would be missed. So the walk goes on by time: from just before the last change seen, and by
        number of page only where very many records share one moment. There the page before is asked for once
        more after its follower: what moved up over the edge between them is on one of the two (F-17)."""
        anchor = None if since is None else since.replace(microsecond=0) - _SECOND
        number = 1
        while True:
            page, extra = self._first_or_next(name, number, anchor, extra)
            rows = read_rows(page.rows, decode)
            if rows:
                yield rows
            if number > 1:
                yield read_rows(self._page(name, number - 1, anchor, extra).rows, decode)
            if _is_last(page, number, len(page.rows)):
                return
            later = _resume_at(rows)
            if later is not None and (anchor is None or later > anchor):
                anchor, number = later, 1
            else:
                number += 1

    def _first_or_next(
        self, name: str, number: int, anchor: datetime | None, extra: Mapping[str, str]
    ) -> tuple[Page, Mapping[str, str]]:
        """One page. Very large organisations refuse to filter: then without, and sorted out here."""
        try:
            return self._page(name, number, anchor, extra), extra
        except FatalError:
            if "where" not in extra:
                raise
        unfiltered = {key: value for key, value in extra.items() if key != "where"}
        return self._page(name, number, anchor, unfiltered), unfiltered

    def _page(self, name: str, number: int, since: datetime | None, extra: Mapping[str, str]) -> Page:
        headers = self._tenant
        if since is not None:
            headers["If-Modified-Since"] = since_header(since)
        params = {"page": str(number), "pageSize": str(PAGE_SIZE), "order": "UpdatedDateUTC ASC", **extra}
        page, _ = self.client.get_as(
            PAGE, f"{self.addresses.accounting}/{name}", params=params, headers=headers
        )
        return page


def _is_last(page: Page, number: int, count: int) -> bool:
    if page.pagination is not None and page.pagination.page_count:
        return number >= page.pagination.page_count
    # Without a word about pages, a full page of the old size may be all that a page holds there.
    return count < PAGE_SIZE and (count == 0 or count % _OLD_PAGE_SIZE != 0)


def _resume_at(rows: Sequence[InvoiceRecord | PaymentRecord | CreditRecord | Unread]) -> datetime | None:
    """The moment from which the walk can go on by time, None if it cannot: when too many rows would come
    again, or the rows are not in the order that was asked for."""
    stamps = [stamp for row in rows if (stamp := changed_at(row.stamp)) is not None]
    if not stamps or any(later < earlier for earlier, later in pairwise(stamps)):
        return None
    moment = stamps[-1].replace(microsecond=0) - _SECOND
    return moment if sum(stamp > moment for stamp in stamps) <= _MANY else None


def _groups(values: Iterable[str]) -> Iterator[list[str]]:
    """The values in groups that fit into one address."""
    group: list[str] = []
    length = 0
    for value in sorted(values):
        size = len(quote(value, safe="")) + len("%2C")
        if group and (len(group) == _IDS_A_CALL or length + size > _LONGEST):
            yield group
            group, length = [], 0
        group.append(value)
        length += size
    if group:
        yield group


def _clock(stamp: str | None, answer: Answer) -> datetime:
    """Xero's own clock: of the envelope, else of the HTTP header. Never this computer's."""
    try:
        if stamp:
            return instant(stamp)
    except ValueError:
        pass
    try:
        return instant(parsedate_to_datetime(answer.headers.get("date", "")).isoformat())
    except ValueError as error:
        raise FatalError(
            f"{NAME} does not say what time it is there.", "Please report it with the details.", str(error)
        ) from error
