"""The mapping file of the command line: read, written, and every mistake in it named."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncdesk.jobdb.mapping_file import dump_mapping, load_mapping, parse_mapping
from syncdesk.model.errors import SetupError
from syncdesk.model.job import JobMapping, NumberRule

GOOD = """
[invoices]                      # required: table, key, number, paid_amount, date_paid
table = "invoices"
key = ["id"]
number = "invoice_no"
paid_amount = "paid_amount"
date_paid = "date_paid"
total = "total"
currency = "currency"
customer = "customer_name"
invoice_date = "invoice_date"
credited = ""
outstanding = ""
where = ""
[numbers]
prefix = "INV"
job_prefix = ""
pad = 6
[format]
amount = "auto"
date = "text:%d/%m/%Y"
"""


def test_the_documented_file_is_read() -> None:
    assert parse_mapping(GOOD) == JobMapping(
        table="invoices",
        key=("id",),
        number="invoice_no",
        paid_amount="paid_amount",
        date_paid="date_paid",
        total="total",
        currency="currency",
        customer="customer_name",
        invoice_date="invoice_date",
        numbers=NumberRule("INV", "", 6),
        date_format="text:%d/%m/%Y",
    )


def test_a_file_needs_only_what_is_required_and_a_key_may_be_one_name(tmp_path: Path) -> None:
    file = tmp_path / "mapping.toml"
    file.write_text(
        '\ufeff[invoices]\ntable="t"\nkey="id"\nnumber="n"\npaid_amount="p"\ndate_paid="d"\n', "utf-8"
    )
    mapping = load_mapping(file)
    assert mapping.key == ("id",)
    assert (mapping.amount_format, mapping.date_format, mapping.numbers) == ("auto", "auto", NumberRule())


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("total =", "totel =", "unknown setting in [invoices]: 'totel'. Did you mean 'total'?"),
        ("[numbers]", "[nombers]", "unknown section: 'nombers'. Did you mean 'numbers'?"),
        ('number = "invoice_no"', "", "does not say 'number'"),
        ('key = ["id"]', "key = 5", "'key' in [invoices]"),
        ('table = "invoices"', "table = 5", "'table' in [invoices]"),
        ("pad = 6", 'pad = "6"', "'pad' in [numbers]"),
        ("pad = 6", "pad = -1", "'pad' in [numbers]"),
        ('amount = "auto"', 'amount = "cents"', "no amount format 'cents'"),
        ("text:%d/%m/%Y", "text:%d/%Y", "not a pattern for a date"),
        ("[invoices]", "[invoices", "not well-formed"),
        ("[numbers]\n", "numbers = 1\n", "unknown setting in [invoices]"),
    ],
)
def test_every_mistake_is_named(old: str, new: str, says: str) -> None:
    assert old in GOOD
    with pytest.raises(SetupError) as fault:
        parse_mapping(GOOD.replace(old, new))
    assert says in str(fault.value)
    assert fault.value.remedy


def test_a_section_must_be_one() -> None:
    with pytest.raises(SetupError, match="'invoices' must be a section"):
        parse_mapping('invoices = "invoices"')


def test_a_missing_file_and_one_that_is_no_text_are_named(tmp_path: Path) -> None:
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\x00")
    for name in ("none.toml", "binary.toml"):
        with pytest.raises(SetupError, match=name) as fault:
            load_mapping(tmp_path / name)
        assert fault.value.field == "mapping"


names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)


@given(
    table=names,
    key=st.lists(names, min_size=1, max_size=3),
    number=names,
    where=names,
    prefix=names,
    pad=st.integers(0, 40),
)
def test_what_is_written_reads_back_equal(
    table: str, key: list[str], number: str, where: str, prefix: str, pad: int
) -> None:
    """Quotes, line ends, control characters and all."""
    mapping = JobMapping(
        table=table,
        key=tuple(key),
        number=number,
        paid_amount="p",
        date_paid="d",
        where=where,
        numbers=NumberRule(prefix, "", pad),
    )
    assert parse_mapping(dump_mapping(mapping)) == mapping
