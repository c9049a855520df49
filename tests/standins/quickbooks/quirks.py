"""Habits of the service that vary or are not promised; a test sets the one it wants to see."""

from dataclasses import dataclass, field


@dataclass
class Quirks:
    """Each default is what was seen most often. A connector has to be right whatever is set here."""

    # Whether the invoice's stamp moves when a payment is voided, deleted, or moved away from it.
    void_touches_invoice: bool = True
    delete_touches_invoice: bool = True
    move_touches_former: bool = True

    # Every new invoice is also linked to an estimate and a time entry.
    foreign_links: bool = False

    # Companies with one currency leave CurrencyRef out.
    omit_currency: bool = False

    # Entities whose query answers carry totalCount (the number of rows in this answer).
    total_count_for: set[str] = field(default_factory=lambda: {"Invoice", "Customer"})

    # A full page brings one row more than asked for.
    extra_row: bool = False

    # Change data: is `changedSince` itself included, and does 1000 count per answer or per entity?
    cdc_inclusive: bool = True
    cdc_limit_per_entity: bool = False

    # Error bodies: "mixed" (the gateway's own for sign-in and throttling), "entity" or "gateway" throughout.
    spelling: str = "mixed"


@dataclass
class Limits:
    """What Intuit allows; enforced by the stand-in's clock once `enforced` is set.

    `retry_after` (seconds) is sent with a refusal if given; `status` may be 403, as it formerly was.
    `monthly_reads` is the free tier's quota: once used up everything is refused until it is raised.
    """

    enforced: bool = False
    per_minute: int = 500
    at_once: int = 10
    batches_per_minute: int = 40
    monthly_reads: int | None = None
    retry_after: int | None = None
    status: int = 429
    refused: int = 0
