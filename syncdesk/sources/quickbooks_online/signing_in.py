"""Signing in to QuickBooks Online: what is particular to Intuit's OAuth 2, and the company that was chosen
there. Used by the registry line and by source.py.
"""

from collections.abc import Mapping
from datetime import timedelta

from syncdesk.model.errors import SetupError
from syncdesk.model.ports import Opening, Watch
from syncdesk.model.sign_in import CompanyChoice, SignIn
from syncdesk.sources.http.address import base_address
from syncdesk.sources.http.client import Client
from syncdesk.sources.http.sign_in import BrowserSignIn, Companies
from syncdesk.sources.http.tokens import Provider, Tokens
from syncdesk.sources.quickbooks_online.queries import Service
from syncdesk.sources.quickbooks_online.vendor import NAME, REDIRECT, SCOPE, VENDOR, Addresses


def provider(opening: Opening) -> Provider:
    """Intuit's sign-in with the customer's own app. Raises SetupError naming the field that is missing."""
    values = opening.values
    client_id = values.get("client_id", "").strip()
    if not client_id:
        raise SetupError(
            "The client ID of your app at Intuit is missing.",
            "Copy it from Intuit's developer portal (developer.intuit.com), Keys & credentials.",
            field="client_id",
        )
    redirect_uri = values.get("redirect_uri", "").strip() or REDIRECT
    base_address(redirect_uri, "redirect_uri", "Redirect address")
    addresses = Addresses.of(values)
    return Provider(
        name=NAME,
        authorize_url=addresses.consent,
        token_url=addresses.token,
        revoke_url=addresses.revoke,
        client_id=client_id,
        client_secret_key="client_secret",
        scopes=(SCOPE,),
        uses_pkce=False,
        redirect_uris=(redirect_uri,),
        unused_life=timedelta(days=100),
        renew_ahead=timedelta(minutes=5),
        revoke_as_json=True,
        token_headers={"x-include-refresh-token-hard-expires-in": "true"},
    )


def sign_in(opening: Opening) -> SignIn:
    """The ways to sign in. The company is the one chosen on Intuit's page; with a refresh token alone it is
    the one of the field `realm_id`."""
    return BrowserSignIn(provider(opening), opening.vault, _companies(opening))


def _companies(opening: Opening) -> Companies:
    def companies(query: Mapping[str, str], tokens: Tokens) -> tuple[CompanyChoice, ...]:
        realm = query.get("realmId", "") or opening.values.get("realm_id", "").strip()
        if not realm:
            raise SetupError(
                "The company is not known.",
                "A refresh token does not say which company it is for: set 'realm_id' first.",
                field="realm_id",
            )
        with Client(VENDOR, Watch(), tokens) as client:
            facts = Service(client, Addresses.of(opening.values).api, realm).company()
        name = facts.company.company_name or facts.company.legal_name or realm
        return (CompanyChoice(realm, name, {"realm_id": realm}),)

    return companies
