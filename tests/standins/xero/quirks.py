"""Habits of the service that vary or that nobody could prove; a test sets the one it wants to see."""

from dataclasses import dataclass


@dataclass
class Quirks:
    """Each default is what was seen most often. A connector has to be right whatever is set here."""

    # Whether an invoice's own stamp moves when a payment of it is entered or deleted.
    payments_touch_invoice: bool = True

    # Whether an invoice's own stamp moves when a credit is allocated to it, or an allocation is undone.
    allocations_touch_invoice: bool = True

    # What the number in /Date(...)/ of a row is followed by: "+0000", "" or any other offset. It means
    # nothing.
    date_offset: str = "+0000"

    # The second form of the stamp, in ISO, which exists since July 2026.
    updated_string: bool = True

    # The pagination element; older answers have none.
    pagination: bool = True

    # The confirmed fault: a single read gives a nested credit the invoice's date, a list the credit's own
    # date.
    credit_date_fault: bool = True

    # FullyPaidOnDate counts an applied credit on the day of its allocation, or else on the credit's own day,
    # which may be before the invoice.
    credits_settle_on_own_date: bool = False

    # PAID invoices carry FullyPaidOnDate.
    fully_paid_on: bool = True

    # An approved invoice over 0.00 becomes PAID at once, else it stays AUTHORISED.
    zero_is_paid: bool = True

    # Lists without `page` still hold nested payments and credits (they never hold line items).
    short_form_nested: bool = False

    # A single read leaves CreditNotes and AmountCredited out when no credit was applied.
    single_omits_credits: bool = True

    # /connections gives the names of the organisations.
    tenant_names: bool = True

    # If-Modified-Since delivers records stamped with that very moment too.
    since_inclusive: bool = False

    # Keys of refusals: "upper" (Title, Detail) or "lower" (title, detail).
    error_keys: str = "upper"

    # Longest query string the front server takes; beyond that 414.
    longest_query: int = 2048

    @property
    def style(self) -> int:
        """A number that changes with every habit that shows in a row, so that kept rows are not used
        wrongly."""
        shown = (
            self.date_offset,
            self.updated_string,
            self.credit_date_fault,
            self.credits_settle_on_own_date,
            self.fully_paid_on,
            self.single_omits_credits,
        )
        return hash(shown)


@dataclass
class Limits:
    """What Xero allows per app and organisation; by the stand-in's clock, once `enforced` is set.

    Windows are fixed and begin with the first call to an organisation. Requests at once are counted over all
    organisations. `capitals` writes the word in X-Rate-Limit-Problem with a capital. `refused` counts.
    """

    enforced: bool = False
    at_once: int = 5
    per_minute: int = 60
    per_day: int = 5000
    per_minute_all: int = 10_000
    capitals: bool = False
    refused: int = 0
