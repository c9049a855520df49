"""Values in words: states, outcomes, results, reasons, errors, money, dates and instants, in the person's
language and locale.

Used by every tab. All of it may be called from any thread.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from syncdesk.model.changes import Outcome, Phase, RunKind, RunResult
from syncdesk.model.comparison import exact_amount
from syncdesk.model.decisions import Verdict
from syncdesk.model.money import ZERO, to_minor_unit
from syncdesk.model.reasons import Reason
from syncdesk.model.settlement import PaymentState
from syncdesk.model.start import StartChoice
from syncdesk.ui.theme import Tone

translate = QCoreApplication.translate

NOTHING = "–"
"""What a cell shows where there is no value."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How a state looks and reads: an icon, a word, a colour; always the three together (UX-10)."""

    icon: str
    word: str
    tone: Tone


def state_mark(state: PaymentState | None) -> Mark:
    """The payment state of an invoice. None = SyncDesk knows nothing of it yet."""
    match state:
        case PaymentState.WAITING:
            return Mark("state-waiting", translate("states", "Waiting for payment"), Tone.INFORMATION)
        case PaymentState.PART_PAID:
            return Mark("state-part-paid", translate("states", "Part-paid"), Tone.WARNING)
        case PaymentState.PAID:
            return Mark("state-paid", translate("states", "Paid"), Tone.GOOD)
        case PaymentState.OVERPAID:
            return Mark("state-overpaid", translate("states", "Overpaid"), Tone.WARNING)
        case PaymentState.NOTHING_TO_PAY:
            return Mark("state-nothing-to-pay", translate("states", "Nothing to pay"), Tone.QUIET)
        case PaymentState.VOID:
            return Mark("state-void", translate("states", "Void"), Tone.QUIET)
        case PaymentState.DRAFT:
            return Mark("state-draft", translate("states", "Draft"), Tone.QUIET)
        case None:
            return Mark("state-unknown", translate("states", "Not seen yet"), Tone.QUIET)


def outcome_mark(outcome: Outcome, planned: bool = False) -> Mark:
    """The result group of a row. `planned`: it comes from a preview, so that nothing is written yet."""
    match outcome:
        case Outcome.WRITTEN if planned:
            return Mark("outcome-to-write", translate("outcomes", "To write"), Tone.INFORMATION)
        case Outcome.WRITTEN:
            return Mark("outcome-written", translate("outcomes", "Written"), Tone.GOOD)
        case Outcome.UNCHANGED:
            return Mark("outcome-unchanged", translate("outcomes", "Unchanged"), Tone.QUIET)
        case Outcome.SKIPPED:
            return Mark("outcome-skipped", translate("outcomes", "Skipped"), Tone.QUIET)
        case Outcome.UNMATCHED:
            return Mark("outcome-unmatched", translate("outcomes", "Unmatched"), Tone.INFORMATION)
        case Outcome.CONFLICT:
            return Mark("outcome-conflict", translate("outcomes", "Conflict"), Tone.WARNING)
        case Outcome.FAILED:
            return Mark("outcome-failed", translate("outcomes", "Failed"), Tone.BAD)


def result_mark(result: RunResult | None, kind: RunKind = RunKind.SYNC) -> Mark:
    """How a run ended; None while it is under way or was broken off."""
    match result:
        case RunResult.SUCCESS if kind is RunKind.PREVIEW:
            return Mark("preview", translate("results", "Previewed"), Tone.INFORMATION)
        case RunResult.SUCCESS:
            return Mark("outcome-written", translate("results", "Success"), Tone.GOOD)
        case RunResult.PARTIAL:
            return Mark("warning", translate("results", "Partly done"), Tone.WARNING)
        case RunResult.FAILED:
            return Mark("outcome-failed", translate("results", "Failed"), Tone.BAD)
        case RunResult.CANCELLED:
            return Mark("stop", translate("results", "Stopped"), Tone.QUIET)
        case RunResult.NEEDS_DECISION:
            return Mark("decision", translate("results", "Waits for a decision"), Tone.WARNING)
        case None:
            return Mark("state-waiting", translate("results", "Not finished"), Tone.QUIET)


def verdict_hint(verdict: Verdict | None) -> str:
    """What an answer to a row that waits means; None takes an answer back."""
    return {
        Verdict.ACCEPT: translate("verdicts", "The books are right: write what they say."),
        Verdict.KEEP: translate("verdicts", "What is here is right: leave it until either side changes."),
        Verdict.IGNORE: translate("verdicts", "Leave it alone and do not ask until either side changes."),
        None: translate("verdicts", "Forget what was answered, and ask again."),
    }[verdict]


def phase_text(phase: Phase) -> str:
    """What a run is doing."""
    return {
        Phase.DISCOVER: translate("phases", "Reading the books"),
        Phase.MATCH: translate("phases", "Finding the invoices in the job database"),
        Phase.PLAN: translate("phases", "Working out what differs"),
        Phase.APPLY: translate("phases", "Writing to the job database"),
        Phase.RECORD: translate("phases", "Recording what was done"),
    }[phase]


def start_text(choice: StartChoice) -> str:
    """A start date by the name it has in the window (S50-02)."""
    return {
        StartChoice.LAST: translate("start", "Last Successful Run"),
        StartChoice.WEEK: translate("start", "Past Week"),
        StartChoice.TWO_WEEKS: translate("start", "Past Two Weeks"),
        StartChoice.MONTH: translate("start", "Past Month"),
        StartChoice.CUSTOM: translate("start", "Custom Date"),
    }[choice]


def since_text(since: str) -> str:
    """The 'since' of a stored run: a choice by its name, a day by the locale."""
    if not since:
        return NOTHING
    if since in set(StartChoice):
        return start_text(StartChoice(since))
    try:
        return day_text(date.fromisoformat(since))
    except ValueError:
        return since


def declared_text(text: str) -> str:
    """The translation of what a kind of books, or a start date, says of itself; English where there is
    none."""
    return translate("declared", text) if text else ""


def reason_text(reason: Reason | None) -> str:
    """The translated sentence of a reason, '' for none."""
    if reason is None:
        return ""
    return translate("reasons", reason.template).format_map(_Values(reason.values))


class _Values(dict[str, str]):
    """A reason stored by another version may lack a value; its sentence is still worth showing."""

    def __missing__(self, name: str) -> str:
        return "…"


def reason_with_notes(reason: Reason, notes: tuple[Reason, ...]) -> str:
    """A row's reason followed by its notes, as one text."""
    return " ".join(reason_text(each) for each in (reason, *notes))


def number_text(number: int) -> str:
    """A whole number grouped by the locale: 12,345."""
    return QLocale().toString(number)


def money_text(amount: Decimal | None, currency: str) -> str:
    """The amount with the currency's digits, grouped by the locale, without the currency: '1,234.50'. Exact;
    '–' for None.
    """
    return NOTHING if amount is None else _grouped(to_minor_unit(amount, currency))


def exact_money_text(amount: Decimal | None, currency: str) -> str:
    """As :func:`money_text`, but with every digit the amount has, so that what is shown adds up."""
    return NOTHING if amount is None else _grouped(exact_amount(amount, currency))


def _grouped(exact: Decimal) -> str:
    whole, _, fraction = f"{abs(exact):f}".partition(".")
    locale = QLocale()
    text = locale.toString(int(whole)) if len(whole) < 19 else whole
    if fraction:
        text += locale.decimalPoint() + _local_digits(fraction, locale)
    return f"{locale.negativeSign()}{text}" if exact < ZERO else text


def money_with_currency(amount: Decimal | None, currency: str) -> str:
    """As :func:`money_text`, followed by the currency's code: '1,234.50 USD'."""
    text = money_text(amount, currency)
    return f"{text} {currency}".strip() if amount is not None else text


def plain_money(amount: Decimal | None, currency: str, exact: bool = False) -> str:
    """The amount as a spreadsheet takes it when pasted: no grouping, the locale's decimal sign; '' for None
    (UX-17). `exact`: with every digit it has.
    """
    if amount is None:
        return ""
    digits = exact_amount(amount, currency) if exact else to_minor_unit(amount, currency)
    return f"{digits:f}".replace(".", QLocale().decimalPoint())


def _local_digits(digits: str, locale: QLocale) -> str:
    zero = locale.zeroDigit()
    return digits if zero == "0" else "".join(chr(ord(zero) + int(digit)) for digit in digits)


@lru_cache(maxsize=64)
def four_digit_format(short: str) -> str:
    """A locale's short date format with the year written in full: two digits of a year are read wrongly
    sooner or later.
    """
    return short if "yyyy" in short else short.replace("yy", "yyyy")


def day_text(day: date | None) -> str:
    """A day by the locale with a four-digit year; '–' for none."""
    if day is None:
        return NOTHING
    locale = QLocale()
    shape = four_digit_format(locale.dateFormat(QLocale.FormatType.ShortFormat))
    return locale.toString(QDate(day.year, day.month, day.day), shape)


def long_day_text(day: date) -> str:
    """A day with its weekday: 'Friday, 3 April 2026' (UX-15)."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def moment_text(instant: datetime | None) -> str:
    """An aware instant as date and time of this computer's zone; '–' for none."""
    if instant is None:
        return NOTHING
    here = instant.astimezone()
    return f"{day_text(here.date())} {_time(here)}"


def long_moment_text(instant: datetime) -> str:
    """An aware instant in its own zone with weekday and time: 'Friday, 3 April 2026, 14:05'."""
    shape = translate("present", "{day}, {time}")
    return shape.format(day=long_day_text(instant.date()), time=_time(instant))


def clock_text(instant: datetime) -> str:
    """The time of day of an aware instant on this computer's clock: '14:05'."""
    return _time(instant.astimezone())


def countdown_text(seconds: float) -> str:
    """How much time is left, to the second: '4:32'; never less than '0:00'."""
    left = max(0, round(seconds))
    hours, minutes = divmod(left // 60, 60)
    return f"{hours}:{minutes:02}:{left % 60:02}" if hours else f"{minutes}:{left % 60:02}"


def _time(instant: datetime) -> str:
    return QLocale().toString(QTime(instant.hour, instant.minute), QLocale.FormatType.ShortFormat)


def duration_text(seconds: float) -> str:
    """A length of time, short: for estimates and for how long a run took."""
    if seconds < 1:
        return translate("present", "less than a second")
    if seconds < 90:
        return translate("present", "{count} s").format(count=number_text(round(seconds)))
    return translate("present", "{count} min").format(count=number_text(round(seconds / 60)))


def weekday_day_text(day: date) -> str:
    """A day with its short weekday and a four-digit year: 'Fri 03/04/2026'."""
    weekday = QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    return f"{weekday} {day_text(day)}"
