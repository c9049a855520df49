"""The whole job database as it was read once, so that a comparison finds in it what it also counts. Used by
engine/compare.py only: runs look up what they need (see :class:`JobRows`)."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from syncdesk.model.changes import Phase, Progress
from syncdesk.model.errors import RunCancelled
from syncdesk.model.job import JobRow, RowKey
from syncdesk.model.ports import Cancelled, JobRows, ReportProgress

_REPORT_EVERY = 2000


@dataclass(slots=True)
class Snapshot:
    """`JobRows` over one reading, which begins with the first question: after the books were read, as in a
    run. Likenesses are asked of the database itself; they are only told."""

    jobs: JobRows
    cancelled: Cancelled
    progress: ReportProgress
    _rows: list[JobRow] | None = field(default=None, init=False)
    _by_number: dict[str, list[JobRow]] = field(default_factory=lambda: defaultdict(list), init=False)
    _by_key: dict[RowKey, JobRow] = field(default_factory=dict, init=False)

    def count(self) -> int:
        """How many rows there are."""
        return len(self._all())

    def find(self, numbers: Collection[str]) -> list[JobRow]:
        """Rows that carry exactly one of these numbers."""
        self._all()
        return [row for number in dict.fromkeys(numbers) for row in self._by_number.get(number, ())]

    def get(self, keys: Collection[RowKey]) -> list[JobRow]:
        """Rows by primary key; missing ones are left out."""
        self._all()
        return [self._by_key[key] for key in keys if key in self._by_key]

    def similar(self, numbers: Collection[str]) -> dict[str, tuple[str, ...]]:
        """As the database finds them."""
        return self.jobs.similar(numbers)

    def rows(self) -> Iterator[JobRow]:
        """All rows in the order of the key."""
        return iter(self._all())

    def _all(self) -> list[JobRow]:
        """Raises RunCancelled when asked to stop, and what reading the database raises."""
        if self._rows is None:
            total = self.jobs.count()
            rows: list[JobRow] = []
            for row in self.jobs.rows():
                if len(rows) % _REPORT_EVERY == 0:
                    if self.cancelled():
                        raise RunCancelled
                    self.progress(Progress(Phase.MATCH, len(rows), total))
                rows.append(row)
                self._by_number[row.number].append(row)
                self._by_key[row.key] = row
            self._rows = rows
        return self._rows
