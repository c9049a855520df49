"""The registry of connectors: one line per kind of source. Read by app when it builds a connection and by the
forms."""

from syncdesk.model.ports import SourceKind
from syncdesk.sources import gnucash, quickbooks_online, xero

KINDS: tuple[SourceKind, ...] = (gnucash.KIND, quickbooks_online.KIND, xero.KIND)
