"""The questions that are put to Xero, and how its lists are walked to the end. Used by reading.py and
source.py."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final, TypeVar

from msgspec import Raw

from syncdesk.model.errors import FatalError, SetupError
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
_IDS_A_CALL: Final = 40  # the address may not grow without limit
_SECOND: Final = timedelta(seconds=1)
_MANY: Final = PAGE_SIZE // 10
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
                field="sign_in",
            )
        return Reached(found.organisations[0], _clock(found.stamp, answer))

    def invoices(self, since: datetime | None) -> Iterator[list[InvoiceRecord | Unread]]:
        """Sales invoices changed at or after this instant, in pages; some may come twice."""
        extra = {"where": f'Type=="{SALE}"', "includeArchived": "true"}
        yield from self._walk("Invoices", since, extra, INVOICE.decode)

    def payments(self, since: datetime) -> Iterator[list[PaymentRecord | Unread]]:
        """Payments entered or deleted at or after this instant."""
        yield from self._walk("Payments", since, {}, PAYMENT.decode)

    def credits(self, kind: str, since: datetime) -> Iterator[list[CreditRecord | Unread]]:
        """Credits of one kind (CreditNotes, Overpayments, Prepayments) changed at or after this instant."""
        yield from self._walk(kind, since, {}, CREDIT.decode)

    def invoices_by(self, parameter: str, values: Collection[str]) -> Iterator[list[InvoiceRecord | Unread]]:
        """Sales invoices with these ids ('IDs') or numbers ('InvoiceNumbers'), whatever their state."""
        wanted = sorted(values)
        groups = [wanted[start : start + _IDS_A_CALL] for start in range(0, len(wanted), _IDS_A_CALL)]

        def asking(group: Sequence[str]) -> Callable[[], list[InvoiceRecord | Unread]]:
            return lambda: self._some(parameter, group)

        yield from self.client.ahead(asking(group) for group in groups)

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

    def _some(self, parameter: str, values: Sequence[str]) -> list[InvoiceRecord | Unread]:
        page = self._page("Invoices", 1, None, {parameter: ",".join(values), "includeArchived": "true"})
        return read_rows(page.rows, INVOICE.decode)

    def _walk(
        self, name: str, since: datetime | None, extra: Mapping[str, str], decode: Callable[[Raw], T]
    ) -> Iterator[list[T | Unread]]:
        """A list to its end, oldest change first.

        A record that changes meanwhile moves to the end, and all behind it move up: the first of the next
        page would be missed. So the walk goes on by time: from just before the last change seen, and by
        number of page only where very many records share one moment (F-17)."""
        anchor = None if since is None else since.replace(microsecond=0) - _SECOND
        number = 1
        while True:
            page, extra = self._first_or_next(name, number, anchor, extra)
            rows = read_rows(page.rows, decode)
            if rows:
                yield rows
            if _is_last(page, number, len(page.rows)):
                return
            stamps = [changed_at(_stamp(row)) for row in rows]
            known = [stamp for stamp in stamps if stamp is not None]
            later = known[-1].replace(microsecond=0) - _SECOND if known else None
            if later is not None and (anchor is None or later > anchor) and _few_after(known, later):
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
    return count < PAGE_SIZE


def _few_after(stamps: Sequence[datetime], moment: datetime) -> bool:
    """Whether few rows would come again if the walk went on from this moment."""
    return sum(stamp > moment for stamp in stamps) <= _MANY


def _stamp(row: InvoiceRecord | PaymentRecord | CreditRecord | Unread) -> str | None:
    return row.stamp if isinstance(row, Unread) else row.updated_date_utc


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
