"""Guesses how job numbers become the numbers in the books, from examples of both. Called by
jobdb/guess.py and app."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from syncdesk.model.job import NumberRule

_SAMPLE = 1000
_HEADS = 5
_PARTS = re.compile(r"(.*?)([0-9]+)", re.DOTALL)


def guess_number_rule(job_numbers: Iterable[str], source_numbers: Sequence[str]) -> NumberRule:
    """The simplest rule by which most of the books' numbers are found among the job numbers.

    The plain rule (equal numbers) where nothing is found at all: nothing is then known.
    """
    jobs = set(job_numbers)
    sources = list(dict.fromkeys(source_numbers))[:_SAMPLE]
    best, most = NumberRule(), 0
    for rule in _rules(jobs, sources):  # simple ones first: a rule with more parts must find more
        found = count_found(rule, jobs, sources)
        if found > most:
            best, most = rule, found
    return best


def count_found(rule: NumberRule, job_numbers: set[str], source_numbers: Iterable[str]) -> int:
    """How many of the books' numbers have a job number by this rule."""
    return sum(any(job in job_numbers for job in rule.job_numbers(number)) for number in source_numbers)


def _rules(jobs: set[str], sources: Sequence[str]) -> Iterator[NumberRule]:
    heads = _heads(sources)
    job_heads = _heads(sorted(jobs)[:_SAMPLE])
    fronts = [
        h.removesuffix(own) for h in heads for own in job_heads if h.endswith(own)
    ]  # INV of INVA-1, A-1
    prefixes = ["", *dict.fromkeys(front for front in (*fronts, *heads) if front)]
    job_prefixes = ["", *job_heads]
    tails = Counter(len(found[2]) for number in sources if (found := _PARTS.fullmatch(number)))
    pads = [0, *(width for width, _ in tails.most_common(3))]
    rules = [NumberRule(*parts) for parts in _combined(prefixes, job_prefixes, pads)]
    yield from sorted(rules, key=lambda rule: bool(rule.prefix) + bool(rule.job_prefix) + bool(rule.pad))


def _combined(
    prefixes: Sequence[str], job_prefixes: Sequence[str], pads: Sequence[int]
) -> Iterator[tuple[str, str, int]]:
    for prefix in prefixes:
        for job_prefix in job_prefixes:
            yield from ((prefix, job_prefix, pad) for pad in pads)


def _heads(numbers: Iterable[str]) -> list[str]:
    """What most often stands before the last digits."""
    heads = Counter(found[1] for number in numbers if (found := _PARTS.fullmatch(number)) and found[1])
    return [head for head, _ in heads.most_common(_HEADS)]
