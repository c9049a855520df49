"""A company at QuickBooks Online as a `Source`: a reading, and the set-up check. Built by the registry."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from syncdesk.model.errors import SetupError, SyncDeskError
from syncdesk.model.job import Check
from syncdesk.model.ledger import Company
from syncdesk.model.ports import Opening, Question, Watch
from syncdesk.sources.http.access import Access
from syncdesk.sources.http.client import Client, Trial, utc_now
from syncdesk.sources.quickbooks_online.documents import Documents, Receipts
from syncdesk.sources.quickbooks_online.queries import CompanyFacts, Service
from syncdesk.sources.quickbooks_online.reading import OVERLAP, QuickBooksReading
from syncdesk.sources.quickbooks_online.signing_in import provider
from syncdesk.sources.quickbooks_online.vendor import NAME, VENDOR, Addresses


class QuickBooksOnlineSource:
    """One company. Opening asks nobody and works before anybody signed in."""

    has_change_stamps = True

    def __init__(
        self,
        opening: Opening,
        trial: Trial = Trial(),  # noqa: B008 - a frozen value
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self._opening = opening
        self._access = Access(VENDOR, lambda: provider(opening), opening.vault, trial, clock)

    def token(self) -> str:
        """There is no such thing: '' each time."""
        return ""

    def went_back(self, before: str, now: str) -> str:
        """Nobody can put back older books there: '' each time."""
        del before, now
        return ""

    @contextmanager
    def read(self, question: Question, watch: Watch) -> Iterator[QuickBooksReading]:
        """A reading, whose first call proves permission and company. Raises SetupError naming `sign_in` if
        nobody signed in yet, and what the service's answers mean (see vendor.py)."""
        with self._client(watch) as (client, addresses):
            service = Service(client, addresses.api, self._realm)
            since = question.since - OVERLAP if question.since is not None else None
            facts = service.company(receipts=not question.only, since=since)
            home = _home_currency(facts)
            documents = Documents(home, addresses.page, Receipts.of(facts.receipts))
            yield QuickBooksReading(
                self._company(facts), facts.read_at, self.token(), service, documents, question
            )

    def check(self) -> tuple[Check, ...]:
        """Signed in until when, which company is reached, its currency, and what can be read of it."""
        done: list[Check] = []
        try:
            with self._client(Watch()) as (client, addresses):
                done.append(self._access.check())
                service = Service(client, addresses.api, self._realm)
                facts = service.company()
                done += _about(self._company(facts), facts)
                invoices, payments = service.count("Invoice"), service.count("Payment")
                read = (
                    f"{invoices} invoices and {payments} payments can be read; nothing is ever written there"
                )
                done.append(Check(read, ok=True))
        except SyncDeskError as error:
            done.append(Check.failed(error))
        return tuple(done)

    @contextmanager
    def _client(self, watch: Watch) -> Iterator[tuple[Client, Addresses]]:
        """A client that signs its calls. Raises SetupError for a missing field or sign-in."""
        addresses = Addresses.of(self._opening.values)
        with self._access.client(watch) as client:
            if not self._realm:
                raise self._access.nobody()
            yield client, addresses

    @property
    def _realm(self) -> str:
        return self._opening.values.get("realm_id", "").strip()

    def _company(self, facts: CompanyFacts) -> Company:
        record = facts.company
        place = f" ({record.country})" if record.country else ""
        name = record.company_name or record.legal_name or ""
        return Company(self._realm, name, _home_currency(facts), f"{NAME}{place}")


def _home_currency(facts: CompanyFacts) -> str:
    currency = facts.preferences.currency_prefs
    home = currency.home_currency if currency else None
    value = (home.value if home else None) or ""
    if not value:
        raise SetupError(
            "QuickBooks Online does not say in which currency the books are kept.",
            "Look at Settings > Account and settings > Advanced > Currency in QuickBooks Online.",
        )
    return value


def _about(company: Company, facts: CompanyFacts) -> list[Check]:
    currency, sales = facts.preferences.currency_prefs, facts.preferences.sales_forms_prefs
    several = bool(currency and currency.multi_currency_enabled)
    kept = f"Kept in {company.home_currency}"
    kept += "; invoices in other currencies are read in their own" if several else ""
    checks = [
        Check(f"Reached the company {company.name or company.id} at {company.program}", ok=True),
        Check(kept, ok=True),
    ]
    if sales and sales.custom_txn_numbers:
        checks.append(
            Check("Invoice numbers are typed by people there: some may be missing or double", ok=True)
        )
    return checks
