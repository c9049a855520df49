"""A stand-in for QuickBooks Online: a stateful server whose books tests drive in terms of business.

`python -m tests.standins.quickbooks` serves a small sample for trying by hand.
"""

from tests.standins.quickbooks import faults
from tests.standins.quickbooks.books import Books
from tests.standins.quickbooks.documents import Company
from tests.standins.quickbooks.quirks import Limits, Quirks
from tests.standins.quickbooks.standin import QuickBooksStandIn
from tests.standins.quickbooks.truth import Expected

__all__ = ["Books", "Company", "Expected", "Limits", "QuickBooksStandIn", "Quirks", "faults"]
