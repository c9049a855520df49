"""The GnuCash connector keeps the promises every connector makes, and every registered kind is put to that
test."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from syncdesk.model.ports import FieldKind, Opening, Source
from syncdesk.sources import KINDS
from tests.gnucash_books import Report, Step, build_book, ram_folder
from tests.memory_vault import MemoryVault
from tests.sources.contract import SourceContract

pytestmark = pytest.mark.gnucash


def steps() -> list[Step]:
    """A small book with payments, an offset, a draft and another currency."""
    days = [f"2026-03-{day:02}" for day in range(1, 13)]
    found: list[Step] = [
        {"do": "customer", "id": "C-1", "name": "Harbour Café"},
        {"do": "customer", "id": "C-2", "name": "Osaka Trading", "currency": "JPY"},
        {
            "do": "invoice",
            "id": "CN-1",
            "customer": "C-1",
            "amount": "10",
            "date": "2026-03-20",
            "credit_note": True,
        },
        {
            "do": "invoice",
            "id": "J-1",
            "customer": "C-2",
            "currency": "JPY",
            "amount": "9000",
            "date": "2026-03-20",
        },
        {
            "do": "invoice",
            "id": "DRAFT",
            "customer": "C-1",
            "amount": "5",
            "date": "2026-03-21",
            "post": False,
        },
        {"do": "pay", "invoices": "J-1", "amount": "4000", "date": "2026-04-01"},
    ]
    for place, day in enumerate(days):
        found.append(
            {"do": "invoice", "id": f"I-{place}", "customer": "C-1", "amount": "100.10", "date": day}
        )
        if place % 2:
            found.append({"do": "pay", "invoices": f"I-{place}", "amount": "40.05", "date": "2026-04-02"})
    return [*found, {"do": "link", "documents": ["I-0", "CN-1"], "date": "2026-04-03"}]


@pytest.fixture(scope="module")
def book() -> Iterator[tuple[Path, Report]]:
    """The book and the engine's answers."""
    with tempfile.TemporaryDirectory(dir=ram_folder()) as folder:
        path = Path(folder) / "book.gnucash"
        yield path, build_book(path, steps())


class TestGnuCash(SourceContract):
    """The contract, kept by a book that the engine made."""

    kind = "gnucash"

    @pytest.fixture
    def source(self, book: tuple[Path, Report]) -> Source:
        """The book as the registry opens it."""
        kind = next(kind for kind in KINDS if kind.kind == self.kind)
        return kind.open(Opening({"path": str(book[0])}, "UTC", MemoryVault()))

    @pytest.fixture
    def expected_ids(self, book: tuple[Path, Report]) -> set[str]:
        """What the engine lists."""
        return {document["guid"] for document in book[1]["documents"]}


def test_every_registered_kind_is_put_to_the_contract() -> None:
    """A connector is one line in the registry and one subclass of the contract."""
    tested = {suite.kind for suite in SourceContract.__subclasses__()}
    assert {kind.kind for kind in KINDS} <= tested


def test_a_kind_asks_for_what_it_needs_in_plain_words() -> None:
    """The form is made from the fields."""
    for kind in KINDS:
        assert kind.label
        assert all(field.label and field.key for field in kind.fields)
        assert kind.has_change_stamps or kind.limits
    (field,) = KINDS[0].fields
    assert (field.key, field.kind, field.required) == ("path", FieldKind.FILE, True)
