"""A stand-in for Xero: a stateful server whose books tests drive in terms of business.

`python -m tests.standins.xero` serves a small sample for trying by hand.
"""

from tests.standins.xero.books import Books
from tests.standins.xero.documents import Organisation
from tests.standins.xero.quirks import Limits, Quirks
from tests.standins.xero.standin import XeroStandIn
from tests.standins.xero.truth import Expected

__all__ = ["Books", "Expected", "Limits", "Organisation", "Quirks", "XeroStandIn"]
