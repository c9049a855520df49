"""Amounts, days and states as people type them into Invoice Search, and the problems of what cannot be read.

Called by app/search.py; the window shows the problems at the search field.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from syncdesk.model.settlement import PaymentState
from syncdesk.model.sync_state import SyncState

PROBLEMS: dict[str, str] = {
    "unknown_field": "There is no field '{field}'. Use {fields}; or put the text in quotes to search for it.",
    "needs_value": "Say what '{field}' should be, right after the sign.",
    "needs_field": "Say which figure is meant, as in total>100; or put the text in quotes to search for it.",
    "needs_word": "There is nothing to search for between the quotes.",
    "lone_minus": "Put the word that must not occur right after the minus.",
    "no_comparison": "'{field}' can only be searched with a colon, for example {field}:word.",
    "not_amount": "'{value}' is not an amount. Write it like {example}.",
    "not_day": "'{value}' is not a date. Write a day as 2026-01-31, a month as 2026-01, a year as 2026, or a "
    "word: {words}.",
    "backwards": "The range '{value}' runs backwards: put the smaller end first.",
    "endless": "The range '{value}' needs at least one end.",
    "range_compared": "A range such as '{value}' goes with a colon, not with {operator}.",
    "not_state": "'{value}' is not a state. The states are {states}.",
}


@dataclass(frozen=True, slots=True)
class SearchProblem:
    """A part of the search text that could not be understood: where it stands, what it is, and why."""

    start: int
    length: int
    term: str
    code: str
    values: dict[str, str] = field(default_factory=dict, hash=False)

    @property
    def template(self) -> str:
        """The sentence with named places, as translators see it."""
        return PROBLEMS[self.code]

    def __str__(self) -> str:
        return self.template.format(**self.values)


class Unreadable(ValueError):
    """A term that cannot be read; turned into a SearchProblem where its place is known."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Span:
    """Amounts from `low` to `high`, both included unless `open_ends`; None = no end there."""

    low: Decimal | None = None
    high: Decimal | None = None
    open_ends: bool = False

    def test(self) -> Callable[[Any], bool]:
        """A function that says whether an amount lies within; None never does."""
        low, high = self.low, self.high
        if self.open_ends:
            return lambda v: v is not None and (low is None or low < v) and (high is None or v < high)
        if low is not None and high is not None:
            return lambda v: v is not None and low <= v <= high
        return lambda v: v is not None and (low is None or low <= v) and (high is None or v <= high)


@dataclass(frozen=True, slots=True)
class DaySpan:
    """Days from `low` to `high`, both included; None = no end there."""

    low: date | None = None
    high: date | None = None

    def test(self) -> Callable[[Any], bool]:
        """A function that says whether a day lies within; None never does."""
        low, high = self.low, self.high
        return lambda v: v is not None and (low is None or low <= v) and (high is None or v <= high)


NOWHERE = DaySpan(date.max, date.min)
"""What lies before the first or after the last day of the calendar."""


def read_amounts(operator: str, text: str, decimal_point: str) -> Span:
    """The amounts that `operator text` means. Raises Unreadable."""
    ends = _ends(text, operator)
    if ends is not None:
        low, high = (_amount(end, decimal_point) if end else None for end in ends)
        if low is not None and high is not None and low > high:
            raise Unreadable("backwards", value=text)
        return Span(low, high)
    amount = _amount(text, decimal_point)
    if operator in (">", ">="):
        return Span(low=amount, open_ends=operator == ">")
    if operator in ("<", "<="):
        return Span(high=amount, open_ends=operator == "<")
    return Span(amount, amount)


def read_days(operator: str, text: str, today: date | None = None) -> DaySpan:
    """The days that `operator text` means; a month, a year or a word such as 'this-week' stands for all its
    days, and words are reckoned from `today` (None = there are none). Raises Unreadable."""
    ends = _ends(text, operator)
    if ends is not None:
        low = _days(ends[0], today)[0] if ends[0] else None
        high = _days(ends[1], today)[1] if ends[1] else None
        if low is not None and high is not None and low > high:
            raise Unreadable("backwards", value=text)
        return DaySpan(low, high)
    first, last = _days(text, today)
    if operator == ">":
        return DaySpan(low=last + timedelta(days=1)) if last < date.max else NOWHERE
    if operator == "<":
        return DaySpan(high=first - timedelta(days=1)) if first > date.min else NOWHERE
    return {">=": DaySpan(low=first), "<=": DaySpan(high=last)}.get(operator, DaySpan(first, last))


def _ends(text: str, operator: str) -> tuple[str, str] | None:
    if ".." not in text:
        return None
    if operator not in (":", "="):
        raise Unreadable("range_compared", value=text, operator=operator)
    low, _, high = text.partition("..")
    if not low.strip() and not high.strip():
        raise Unreadable("endless", value=text)
    return low.strip(), high.strip()


def _amount(text: str, decimal_point: str) -> Decimal:
    group = "," if decimal_point == "." else "."
    grouped = rf"[+-]?\d{{1,3}}(?:{re.escape(group)}\d{{3}})+(?:{re.escape(decimal_point)}\d+)?"
    plain = rf"[+-]?(?:\d+(?:{re.escape(decimal_point)}\d*)?|{re.escape(decimal_point)}\d+)"
    iso = r"[+-]?\d+\.\d+"
    if re.fullmatch(grouped, text):
        return Decimal(text.replace(group, "").replace(decimal_point, "."))
    if re.fullmatch(plain, text) or re.fullmatch(iso, text):
        return Decimal(text.replace(decimal_point, "."))
    raise Unreadable("not_amount", value=text, example=f"1234{decimal_point}50")


DAY_WORDS = ("today", "yesterday", "this-week", "last-week", "this-month", "last-month", "30-days-ago")
"""Words for days; 30 stands for any number. Weeks begin on Monday."""


def _word_days(text: str, today: date) -> tuple[date, date] | None:
    """The days of a word, None if it is none. Raises OverflowError for one before the calendar begins."""
    word = text.casefold().replace("_", "-")
    ago = re.fullmatch(r"(\d{1,5})-days?-ago", word)
    if ago is not None:
        day = today - timedelta(days=int(ago[1]))
        return day, day
    monday, first = today - timedelta(days=today.weekday()), today.replace(day=1)
    spans = {
        "today": (today, today),
        "yesterday": (today - timedelta(days=1),) * 2,
        "this-week": (monday, monday + timedelta(days=6)),
        "last-week": (monday - timedelta(days=7), monday - timedelta(days=1)),
        "this-month": (first, first.replace(day=monthrange(first.year, first.month)[1])),
        "last-month": ((first - timedelta(days=1)).replace(day=1), first - timedelta(days=1)),
    }
    return spans.get(word)


def _days(text: str, today: date | None) -> tuple[date, date]:
    if today is not None:
        try:
            found = _word_days(text, today)
        except OverflowError as error:
            raise Unreadable("not_day", value=text, words=", ".join(DAY_WORDS)) from error
        if found is not None:
            return found
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", text)
    if match is None:
        raise Unreadable("not_day", value=text, words=", ".join(DAY_WORDS))
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None or month is None:
            return date(int(match[1]), 1, 1), date(int(match[1]), 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError as error:
        raise Unreadable("not_day", value=text, words=", ".join(DAY_WORDS)) from error


_ATTENTION = "!"
STATES: dict[str, tuple[PaymentState | None, ...]] = {
    "waiting": (PaymentState.WAITING,),
    "part-paid": (PaymentState.PART_PAID,),
    "paid": (PaymentState.PAID,),
    "overpaid": (PaymentState.OVERPAID,),
    "nothing-to-pay": (PaymentState.NOTHING_TO_PAY,),
    "void": (PaymentState.VOID,),
    "draft": (PaymentState.DRAFT,),
    "unpaid": (PaymentState.WAITING, PaymentState.PART_PAID),
    "unknown": (None,),
}
"""The words that `state:` understands; besides them 'problem' means every row that needs a person."""


def state_mark(state: PaymentState | None, attention: bool) -> str:
    """State and need of attention as one text, so that a set of texts can stand for any choice of states."""
    return (state.value if state is not None else "") + _ATTENTION * attention


def state_marks(*words: str) -> frozenset[str]:
    """The marks that these words mean. Raises KeyError for a word that is none."""
    marks: set[str] = set()
    for word in words:
        if word == "problem":
            marks.update(state_mark(state, True) for state in (None, *PaymentState))
        else:
            marks.update(state_mark(state, called) for state in STATES[word] for called in (False, True))
    return frozenset(marks)


def sync_word(state: SyncState) -> str:
    """How a sync state is written in a search: 'not-yet-sent'."""
    return state.value.replace("_", "-")


def read_syncs(text: str) -> frozenset[str]:
    """The words of a comma-separated list of sync states such as 'failed,pending'. Raises Unreadable."""
    known = [sync_word(state) for state in SyncState]
    words = [word.strip().casefold().replace("_", "-").replace(" ", "-") for word in text.split(",")]
    for word in words:
        if word not in known:
            raise Unreadable("not_state", value=word, states=", ".join(known))
    return frozenset(words)


def read_states(text: str) -> frozenset[str]:
    """The marks of a comma-separated list of states such as 'paid,overpaid'. Raises Unreadable."""
    words = [word.strip().casefold().replace("_", "-").replace(" ", "-") for word in text.split(",")]
    for word in words:
        if word not in STATES and word != "problem":
            raise Unreadable("not_state", value=word, states=", ".join((*STATES, "problem")))
    return state_marks(*words)
