"""The number rule: source number = prefix + (job number without job_prefix, padded with zeros): QML-05."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncdesk.model.job import NumberRule

PARTS = st.text("0A-é", max_size=3)
RULES = st.builds(NumberRule, PARTS, PARTS, st.integers(0, 5))
NUMBERS = st.text("0A-é1", max_size=7)


@pytest.mark.parametrize(
    ("rule", "job", "source"),
    [
        (NumberRule(), "1001", "1001"),
        (NumberRule(prefix="INV"), "1001", "INV1001"),
        (NumberRule(prefix="INV", pad=6), "42", "INV000042"),
        (NumberRule(prefix="INV", job_prefix="J-", pad=6), "J-42", "INV000042"),
        (NumberRule(prefix="INV", job_prefix="J-", pad=6), "42", "INV000042"),
        (NumberRule(pad=6), "1234567", "1234567"),
        (NumberRule(pad=6), "000042", "000042"),
    ],
)
def test_from_job_to_source(rule: NumberRule, job: str, source: str) -> None:
    assert rule.source_number(job) == source
    assert job in rule.job_numbers(source)


@pytest.mark.parametrize(
    ("rule", "source", "jobs"),
    [
        (NumberRule(), "1001", ("1001",)),
        (NumberRule(), "", ()),
        (NumberRule(prefix="INV"), "1001", ()),
        (NumberRule(prefix="INV"), "inv1001", ()),
        (NumberRule(prefix="INV"), "INV", ()),
        (NumberRule(pad=4), "0042", ("0042", "042", "42")),
        (NumberRule(pad=4), "42", ()),
        (NumberRule(pad=4), "00042", ("00042",)),
        (NumberRule(pad=2, job_prefix="J"), "00", ("J00", "00", "J0", "0", "J")),
        (NumberRule(job_prefix="J"), "J7", ("JJ7",)),
    ],
)
def test_from_source_to_job(rule: NumberRule, source: str, jobs: tuple[str, ...]) -> None:
    assert rule.job_numbers(source) == jobs


@given(RULES, NUMBERS)
def test_every_job_number_is_found_again(rule: NumberRule, job: str) -> None:
    assert not job or job in rule.job_numbers(rule.source_number(job))


@given(RULES, NUMBERS)
def test_no_other_job_number_is_found(rule: NumberRule, source: str) -> None:
    found = rule.job_numbers(source)
    assert all(rule.source_number(job) == source and job for job in found)
    assert len(set(found)) == len(found)
    assert not found or rule.is_ours(source)


def test_job_numbers_is_the_exact_inverse() -> None:
    """Over every short number: what maps there is found, and nothing else."""
    letters = "0A1"
    numbers = [""]
    for _ in range(4):
        numbers += [n + letter for n in numbers for letter in letters if n + letter not in numbers]
    numbers = sorted(set(numbers))
    for rule in (
        NumberRule(),
        NumberRule("A"),
        NumberRule("0", "A", 2),
        NumberRule("A0", "0", 3),
        NumberRule("", "00", 2),
    ):
        for source in numbers:
            expected = {n for n in numbers if n and rule.source_number(n) == source}
            longest = 4 - len(rule.job_prefix) - 1
            if len(source) <= longest:
                assert set(rule.job_numbers(source)) == expected, (rule, source)
