"""What every connector promises, as one suite. A connector's test module subclasses `SourceContract` and
gives it a source with something in it; `test_registry.py` proves that no registered kind lacks one."""

from abc import ABC, abstractmethod
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import chain

import pytest

from syncdesk.model.codec import encode_invoice
from syncdesk.model.errors import RunCancelled
from syncdesk.model.ledger import Invoice, InvoiceStatus
from syncdesk.model.money import minor_unit
from syncdesk.model.ports import EVERYTHING, Question, Source, Watch
from syncdesk.model.settlement import settle


def never() -> bool:
    """Nobody asks to stop."""
    return False


def read_all(source: Source, since: datetime | None = None) -> list[Invoice]:
    """Everything one reading delivers."""
    with source.read(Question(since=since), Watch()) as reading:
        return list(reading.invoices())


class SourceContract(ABC):
    """Subclass as `Test...`. `source` has more documents than fit on one page, where there are pages."""

    kind: str

    @pytest.fixture
    @abstractmethod
    def source(self) -> Source:
        """A source that can be read."""

    @pytest.fixture
    @abstractmethod
    def expected_ids(self) -> set[str]:
        """The ids of all its documents, known from elsewhere."""

    @pytest.fixture
    def newest_change(self) -> datetime | None:
        """The newest change stamp in the source, None for a source without stamps."""
        return None

    def test_every_document_comes_exactly_once(self, source: Source, expected_ids: set[str]) -> None:
        """F-17: page to the end, nothing twice."""
        ids = [invoice.id for invoice in read_all(source)]
        assert len(ids) == len(set(ids))
        assert set(ids) == expected_ids

    def test_values_keep_the_promises_of_the_model(self, source: Source) -> None:
        """Exact decimals in the currency's digits, plain days, movements with an identity of their own."""
        invoices = read_all(source)
        assert any(invoice.movements for invoice in invoices)
        for invoice in invoices:
            assert type(invoice.total) is Decimal
            assert invoice.total == invoice.total.quantize(minor_unit(invoice.currency))
            assert len(invoice.currency) == 3
            assert (type(invoice.date) is date) or invoice.status is InvoiceStatus.DRAFT
            assert invoice.changed_at is None or invoice.changed_at.utcoffset() == timedelta(0)
            assert len({movement.id for movement in invoice.movements}) == len(invoice.movements)
            for movement in invoice.movements:
                assert type(movement.amount) is Decimal
                assert movement.amount
                assert type(movement.date) is date

    def test_movements_agree_with_the_source_s_own_balance(self, source: Source) -> None:
        """D3: what the source says itself is the cross-check."""
        assert [settle(invoice).contradiction for invoice in read_all(source)] == [""] * len(read_all(source))

    def test_a_second_reading_says_the_same(self, source: Source) -> None:
        """S50-13: unchanged books give equal facts in the same order."""
        assert list(map(encode_invoice, read_all(source))) == list(map(encode_invoice, read_all(source)))

    def test_the_company_is_the_same_each_time(self, source: Source) -> None:
        """D10: the fingerprint of the company."""
        with source.read(EVERYTHING, Watch()) as first:
            before = first.company
        with source.read(EVERYTHING, Watch()) as second:
            assert second.company == before
        assert before.id
        assert before.home_currency

    def test_the_clock_of_a_reading_is_utc(self, source: Source) -> None:
        """D11: the watermark is the source's clock at the start."""
        with source.read(EVERYTHING, Watch()) as reading:
            assert reading.started_at.utcoffset() == timedelta(0)
            assert abs(reading.started_at - datetime.now(UTC)) < timedelta(minutes=5)

    def test_stopping_before_anything_is_read(self, source: Source) -> None:
        """F-37: the wish to stop is heard at once."""
        with pytest.raises(RunCancelled), source.read(EVERYTHING, Watch(lambda: True)) as reading:
            next(reading.invoices())

    def test_stopping_in_the_middle(self, source: Source) -> None:
        """F-37: a wish to stop that comes later is heard before the end."""
        asked = 0

        def later() -> bool:
            nonlocal asked
            asked += 1
            return asked > 3

        with pytest.raises(RunCancelled), source.read(EVERYTHING, Watch(later)) as reading:
            list(chain.from_iterable(reading.invoices() for _ in range(1000)))

    def test_the_token_is_that_of_the_reading(self, source: Source) -> None:
        """D15: an untouched source keeps its token, and nothing went back."""
        with source.read(EVERYTHING, Watch()) as reading:
            token = reading.token
        assert source.token() == token
        assert source.went_back(token, token) == ""

    def test_the_start_is_inclusive(self, source: Source, newest_change: datetime | None) -> None:
        """S50-05: what changed at the very start belongs to it; without stamps everything always comes
        (D15)."""
        since = newest_change or datetime.now(UTC)
        found = read_all(source, since)
        if source.has_change_stamps:
            assert any(invoice.changed_at == since for invoice in found)
        else:
            assert found == read_all(source)

    def test_the_check_passes(self, source: Source) -> None:
        """'Test connection' finds nothing wrong."""
        steps = source.check()
        assert steps
        assert all(step.ok for step in steps)
