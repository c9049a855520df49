"""Signing in to Xero: what is particular to its OAuth 2, and the organisations that the permission covers.
Used by the registry line and by source.py."""

from collections.abc import Mapping
from datetime import timedelta

from syncdesk.model.errors import SetupError
from syncdesk.model.ports import Opening, Watch
from syncdesk.model.sign_in import SIGN_IN, CompanyChoice, SignIn
from syncdesk.sources.http.client import Client
from syncdesk.sources.http.sign_in import BrowserSignIn, Companies
from syncdesk.sources.http.tokens import Provider, Tokens
from syncdesk.sources.xero import SCOPES
from syncdesk.sources.xero.records import TENANTS, Tenant
from syncdesk.sources.xero.vendor import NAME, REDIRECTS, VENDOR, Addresses


def provider(opening: Opening) -> Provider:
    """Xero's sign-in with the customer's own app. Raises SetupError naming the field that is missing."""
    client_id = opening.values.get("client_id", "").strip()
    if not client_id:
        raise SetupError(
            "The client ID of your app at Xero is missing.",
            "Copy it from Xero's developer portal (developer.xero.com), My Apps > Configuration.",
            field="client_id",
        )
    addresses = Addresses.of(opening.values)
    return Provider(
        name=NAME,
        authorize_url=addresses.consent,
        token_url=addresses.token,
        revoke_url=addresses.revoke,
        client_id=client_id,
        client_secret_key=None,
        scopes=tuple((opening.values.get("scopes") or SCOPES).split()),
        uses_pkce=True,
        redirect_uris=REDIRECTS,
        unused_life=timedelta(days=60),
    )


def sign_in(opening: Opening) -> SignIn:
    """The ways to sign in; afterwards one of the organisations is chosen."""
    return BrowserSignIn(provider(opening), opening.vault, _companies(opening))


def organisations(client: Client, addresses: Addresses) -> list[Tenant]:
    """The organisations that the permission covers; practices of accountants are left out."""
    found, _ = client.get_as(TENANTS, addresses.connections)
    return [tenant for tenant in found if (tenant.tenant_type or "ORGANISATION") == "ORGANISATION"]


def _companies(opening: Opening) -> Companies:
    def companies(query: Mapping[str, str], tokens: Tokens) -> tuple[CompanyChoice, ...]:
        del query
        with Client(VENDOR, Watch(), tokens) as client:
            found = organisations(client, Addresses.of(opening.values))
        if not found:
            raise SetupError(
                "This sign-in covers no organisation in Xero.",
                "Sign in again and choose an organisation on Xero's page.",
                field=SIGN_IN,
            )
        return tuple(
            CompanyChoice(t.tenant_id, t.tenant_name or t.tenant_id, {"tenant_id": t.tenant_id})
            for t in found
        )

    return companies
