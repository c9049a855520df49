"""The QuickBooks Online connector: reads invoices and payments of one company through Intuit's web service
(REST v3) and never writes there.
"""

from syncdesk.model.ports import Field, FieldKind, Opening, Source, SourceKind
from syncdesk.model.sign_in import SignIn


def _open(opening: Opening) -> Source:
    # Imported when a connection is used: what talks to the web takes longer to load than the whole window.
    from syncdesk.sources.quickbooks_online.source import QuickBooksOnlineSource

    return QuickBooksOnlineSource(opening)


def _sign_in(opening: Opening) -> SignIn:
    from syncdesk.sources.quickbooks_online.signing_in import sign_in  # for the same reason

    return sign_in(opening)


KIND = SourceKind(
    kind="quickbooks-online",
    label="QuickBooks Online",
    fields=(
        Field(
            key="client_id",
            label="Client ID",
            help=(
                "Of your own app in Intuit's developer portal (developer.intuit.com), under Keys & "
                "credentials. The app needs the permission 'Accounting'; SyncDesk only reads."
            ),
        ),
        Field(
            key="client_secret",
            label="Client secret",
            kind=FieldKind.SECRET,
            help="Beside the client ID in the developer portal. It stays in this computer's password store.",
        ),
        Field(
            key="redirect_uri",
            label="Redirect address",
            default="http://localhost:8742/callback",
            help=(
                "Exactly as registered with your app. The default suits development keys; production keys "
                "need an https:// address: its page hands on to this computer, or you paste the address at "
                "which the browser ended."
            ),
        ),
        Field(
            key="realm_id",
            label="Company ID",
            required=False,
            advanced=True,
            signed_in=True,
            help="Filled in by signing in. QuickBooks shows it under Account and settings > Billing.",
        ),
        Field(
            key="api_base",
            label="Address of the service",
            required=False,
            default="https://quickbooks.api.intuit.com",
            advanced=True,
            help="With development keys: https://sandbox-quickbooks.api.intuit.com",
        ),
        Field(
            key="identity_base",
            label="Address of the sign-in",
            required=False,
            default="https://oauth.platform.intuit.com",
            advanced=True,
            help="Intuit's own unless a token service of your company stands in for it.",
        ),
    ),
    has_change_stamps=True,
    open=_open,
    sign_in=_sign_in,
)
