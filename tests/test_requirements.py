"""The table of requirements and tests is as true as the tests themselves."""

from tests.requirements import TABLE, ids_in, missing, table, wanted


def test_the_table_is_up_to_date() -> None:
    """`python -m tests.requirements` writes it anew."""
    assert TABLE.read_text("utf-8") == table()


def test_an_id_is_found_however_it_is_written() -> None:
    assert ids_in("bbk25_bbk28 S50-08/09, UX 7; F-44 and ubx-3") == {
        "BBK-25",
        "BBK-28",
        "S50-8",
        "S50-9",
        "UX-7",
    }


def test_what_has_no_test_says_so_in_the_table() -> None:
    known = {each for ids in wanted().values() for each in ids}
    assert set(missing()) <= known
    assert table().count("**none yet**") == len(missing())
