"""The Xero connector: reads sales invoices with what settles them through Xero's Accounting API 2.0 and never
writes there."""

from syncdesk.model.ports import Field, Opening, Source, SourceKind
from syncdesk.model.sign_in import SignIn

SCOPES = (
    "offline_access openid profile email accounting.invoices.read accounting.payments.read "
    "accounting.settings.read accounting.contacts.read"
)


def _open(opening: Opening) -> Source:
    # Imported when a connection is used: what talks to the web takes longer to load than the whole window.
    from syncdesk.sources.xero.source import XeroSource

    return XeroSource(opening)


def _sign_in(opening: Opening) -> SignIn:
    from syncdesk.sources.xero.signing_in import sign_in  # for the same reason

    return sign_in(opening)


KIND = SourceKind(
    kind="xero",
    label="Xero",
    fields=(
        Field(
            key="client_id",
            label="Client ID",
            help=(
                "Of an app of the kind 'Auth code with PKCE' in Xero's developer portal "
                "(developer.xero.com), with http://localhost:8742/callback among its redirect addresses. "
                "Such an app has no secret."
            ),
        ),
        Field(
            key="tenant_id",
            label="Organisation",
            required=False,
            advanced=True,
            signed_in=True,
            help="Filled in by signing in: Xero's id of the organisation that is read.",
        ),
        Field(
            key="scopes",
            label="Scopes",
            required=False,
            default=SCOPES,
            advanced=True,
            help=(
                "What the app asks for. An app made before March 2026 may need accounting.transactions.read "
                "in place of the two for invoices and payments."
            ),
        ),
        Field(
            key="api_base",
            label="Address of the service",
            required=False,
            default="https://api.xero.com",
            advanced=True,
            help="Xero's own unless something stands in for it.",
        ),
        Field(
            key="identity_base",
            label="Address of the sign-in",
            required=False,
            default="https://identity.xero.com",
            advanced=True,
            help="Xero's own unless something stands in for it.",
        ),
    ),
    has_change_stamps=True,
    open=_open,
    sign_in=_sign_in,
)
