"""An organisation at Xero as a `Source`: a reading, and the set-up check. Built by the registry."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from syncdesk.model.errors import SetupError, SyncDeskError
from syncdesk.model.job import Check
from syncdesk.model.ledger import Company
from syncdesk.model.ports import Opening, Question, Watch
from syncdesk.model.sign_in import SIGN_IN
from syncdesk.sources.http.access import Access
from syncdesk.sources.http.client import Client, Trial, utc_now
from syncdesk.sources.xero.dates import day
from syncdesk.sources.xero.queries import Reached, Service
from syncdesk.sources.xero.reading import XeroReading
from syncdesk.sources.xero.records import Organisation
from syncdesk.sources.xero.signing_in import organisations, provider
from syncdesk.sources.xero.vendor import NAME, VENDOR, Addresses


class XeroSource:
    """One organisation. Opening asks nobody and works before anybody signed in."""

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
    def read(self, question: Question, watch: Watch) -> Iterator[XeroReading]:
        """A reading, whose first call proves permission and organisation. Raises SetupError naming `sign_in`
        if nobody signed in yet, and what Xero's answers mean (see vendor.py)."""
        with self._service(watch) as service:
            reached = service.organisation()
            company = _company(reached.organisation, service.tenant)
            short_code = reached.organisation.short_code or ""
            yield XeroReading(company, reached.at, self.token(), service, short_code, question)

    def check(self) -> tuple[Check, ...]:
        """Signed in until when, which organisation is reached, its currency and lock dates."""
        done: list[Check] = []
        try:
            with self._service(Watch()) as service:
                done.append(self._access.check())
                done += _about(service.organisation(), service.tenant)
                done.append(
                    Check("Sales invoices and payments are read; nothing is ever written there", ok=True)
                )
        except SyncDeskError as error:
            done.append(Check.failed(error))
        return tuple(done)

    @contextmanager
    def _service(self, watch: Watch) -> Iterator[Service]:
        addresses = Addresses.of(self._opening.values)
        with self._access.client(watch) as client:
            yield Service(client, addresses, self._tenant(client, addresses))

    def _tenant(self, client: Client, addresses: Addresses) -> str:
        """The organisation that was chosen; where none was, the only one there is."""
        chosen = self._opening.values.get("tenant_id", "").strip()
        if chosen:
            return chosen
        found = organisations(client, addresses)
        if len(found) == 1:
            return found[0].tenant_id
        names = "; ".join(f"{t.tenant_name or '?'} ({t.tenant_id})" for t in found)
        raise SetupError(
            "It is not said which organisation in Xero is read.",
            f"Choose one of: {names}." if found else self._access.remedy,
            field="tenant_id" if found else SIGN_IN,
        )


def _company(organisation: Organisation, tenant: str) -> Company:
    if not organisation.base_currency:
        raise SetupError(
            "Xero does not say in which currency the books are kept.",
            "Look at Settings > Financial settings in Xero.",
        )
    place = f" ({organisation.country_code})" if organisation.country_code else ""
    id_ = organisation.organisation_id or tenant
    return Company(id_, organisation.name or "", organisation.base_currency, f"{NAME}{place}")


def _about(reached: Reached, tenant: str) -> list[Check]:
    organisation = reached.organisation
    company = _company(organisation, tenant)
    demo = ", Xero's demo company" if organisation.is_demo_company else ""
    checks = [
        Check(f"Reached the organisation {company.name or company.id}{demo}", ok=True),
        Check(
            f"Kept in {company.home_currency}; invoices in other currencies are read in their own", ok=True
        ),
    ]
    locks = [text for text in (organisation.period_lock_date, organisation.end_of_year_lock_date) if text]
    try:
        if locks:
            checks.append(Check(f"Locked there up to {max(map(day, locks)):%d %B %Y}", ok=True))
    except ValueError:
        checks.append(Check("Xero's lock date cannot be read; nothing depends on it", ok=True))
    return checks
