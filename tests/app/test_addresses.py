"""The address of a job database in parts and back (D17): nothing is lost, and no password is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncdesk.app.addresses import (
    ENCRYPTED,
    FILE,
    MAKES,
    OTHER,
    UNENCRYPTED_TOO,
    VERIFIED,
    JobAddress,
    parse_address,
    same_login,
    shown,
)

TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=12)
HOSTS = st.from_regex(r"[a-z][a-z0-9.-]{0,20}", fullmatch=True) | st.just("::1")


@given(
    st.sampled_from(sorted(MAKES)),
    HOSTS,
    st.sampled_from(["", "5433"]),
    TEXTS,
    TEXTS,
    st.just("") | TEXTS,
    st.sampled_from([UNENCRYPTED_TOO, ENCRYPTED, VERIFIED]),
)
def test_an_address_taken_apart_is_the_same_address(
    kind: str, host: str, port: str, database: str, user: str, password: str, encryption: str
) -> None:
    made = JobAddress(kind, "", host, port, database, user, password).encrypted(encryption)
    assert parse_address(made.text()) == made
    assert made.encryption == encryption
    assert shown(made.text()) == made.text(with_password=False)
    assert parse_address(shown(made.text())).password == ""


@pytest.mark.parametrize(
    ("text", "kind", "without_password"),
    [
        ("/jobs/my jobs.sqlite", FILE, "/jobs/my jobs.sqlite"),
        ("sqlite:////jobs/jobs.sqlite", FILE, "/jobs/jobs.sqlite"),
        ("postgresql://ann@db/shop", "postgresql", "postgresql://ann@db/shop"),
        ("mysql+pymysql://ann:pw@db:3307/shop", "mariadb", "mysql://ann@db:3307/shop"),
        ("mysql+mysqldb://ann:pw@db/shop", OTHER, "mysql+mysqldb://ann@db/shop"),
        ("oracle://ann:p%40w@db/shop", OTHER, "oracle://ann@db/shop"),
        ("postgresql://db", OTHER, "postgresql://db"),
    ],
)
def test_addresses_as_people_paste_them(text: str, kind: str, without_password: str) -> None:
    address = parse_address(text)
    assert address.kind == kind
    assert shown(text) == without_password
    assert "pw" not in repr(address)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("postgresql://ann@DB:5432/archive?sslmode=require", True),
        ("postgresql://ann@elsewhere/shop", False),
        ("postgresql://bob@db/shop", False),
        ("mysql://ann@db/shop", False),
        ("postgresql://ann@db:5433/shop", False),
    ],
)
def test_a_kept_password_goes_only_where_it_was_given_for(other: str, same: bool) -> None:
    assert same_login("postgresql://ann@db/shop", other) is same
