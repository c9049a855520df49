"""The commands that run: sync, and demo without a window."""

import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import TracebackType
from typing import NoReturn, Self, TypeVar

from tqdm import tqdm

from syncdesk.app.desk import Desk
from syncdesk.app.views import SyncRequest
from syncdesk.cli.output import note, print_changes, print_json, print_run, run_json
from syncdesk.model.changes import Outcome, Phase, Progress, RunKind, RunResult, RunSummary
from syncdesk.model.decisions import Verdict, can_answer
from syncdesk.model.errors import UsageError
from syncdesk.model.start import StartChoice

_Result = TypeVar("_Result")

EXIT_CODES = {
    RunResult.SUCCESS: 0,
    RunResult.PARTIAL: 1,
    RunResult.FAILED: 3,
    RunResult.NEEDS_DECISION: 4,
    RunResult.CANCELLED: 130,
}
_PHASES = {
    Phase.DISCOVER: "Reading the books",
    Phase.MATCH: "Matching",
    Phase.PLAN: "Planning",
    Phase.APPLY: "Writing",
    Phase.RECORD: "Recording",
}


class Bar:
    """The progress bar, on a terminal only. Use as a context; call it with progress."""

    def __init__(self, shown: bool) -> None:
        self._shown = shown
        self._bar: tqdm[NoReturn] | None = None
        self._phase: Phase | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.close()

    def __call__(self, progress: Progress) -> None:
        """Show how far the run is; that the books ask to wait is told in any case (F-30)."""
        if progress.waits_until is not None:
            note(progress.why)
        if not self._shown:
            return
        bar = self._bar_for(progress.phase)
        bar.total = progress.total
        bar.update(progress.done - bar.n)

    def _bar_for(self, phase: Phase) -> "tqdm[NoReturn]":
        if self._bar is None or phase is not self._phase:
            if self._bar is not None:
                self._bar.close()
            self._phase = phase
            self._bar = tqdm(desc=_PHASES[phase], unit=" invoices", leave=False, file=sys.stderr)
        return self._bar


def sync(desk: Desk, arguments: Namespace, as_json: bool, cancelled: Callable[[], bool]) -> int:
    """Run, or preview. On a terminal the first preview is shown and can be accepted."""
    choice, day = parse_since(arguments.since)
    request = SyncRequest(
        connection=desk.connection(arguments.name).name,
        choice=choice,
        custom_day=day,
        preview=arguments.preview,
        invoices=tuple(arguments.invoice),
        accept_first=arguments.yes,
        unattended=arguments.unattended,
    )
    may_ask = not (as_json or arguments.preview or arguments.unattended) and sys.stdin.isatty()
    summary = _run(desk, request, cancelled)
    waits = summary.result is RunResult.NEEDS_DECISION and summary.brake is None
    if may_ask and waits and summary.plan is not None and _accepts(summary):
        summary = _run(desk, replace(request, accept_first=True, plan=summary.plan), cancelled)
    show(summary, as_json, arguments.all)
    return exit_code(summary)


def demo(desk: Desk, as_json: bool, cancelled: Callable[[], bool]) -> tuple[str, int]:
    """Sync the sample company and print the result; returns its name and the exit code: 0 if the sample
    behaved as meant."""
    name = desk.prepare_demo()
    has_run = any(s.has_applied_run for s in desk.states() if s.connection.name == name)
    choice = StartChoice.LAST if has_run else StartChoice.MONTH
    summary = _run(desk, SyncRequest(connection=name, choice=choice, accept_first=True), cancelled)
    show(summary, as_json, with_unchanged=False)
    as_meant = summary.result in (RunResult.SUCCESS, RunResult.PARTIAL) and not summary.counts.failed
    return name, 0 if as_meant else exit_code(summary)


def show(summary: RunSummary, as_json: bool, with_unchanged: bool) -> None:
    """Print a result."""
    if as_json:
        print_json(run_json(summary, with_unchanged))
    else:
        print_run(summary, with_unchanged)
        for text in (*summary.notes, _next_step(summary)):
            if str(text):
                note(str(text))


def exit_code(summary: RunSummary) -> int:
    """The exit code of a run by the contract."""
    if summary.error is not None and summary.error.family in ("usage", "setup"):
        return 2
    return EXIT_CODES[summary.result]


def parse_since(text: str) -> tuple[StartChoice, date | None]:
    """`--since` as a choice, with the day for a custom one. Raises UsageError for anything else."""
    if text in {choice.value for choice in StartChoice if choice is not StartChoice.CUSTOM}:
        return StartChoice(text), None
    try:
        return StartChoice.CUSTOM, date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(
            f"'{text}' is not a start date.",
            "Use --since last, week, two-weeks, month or a day such as 2026-01-31.",
        ) from error


def with_bar(work: Callable[[Bar], _Result]) -> _Result:
    """Do the work with a progress bar to tell, on a terminal."""
    with Bar(sys.stderr.isatty()) as bar:
        return work(bar)


def _run(desk: Desk, request: SyncRequest, cancelled: Callable[[], bool]) -> RunSummary:
    return with_bar(lambda bar: desk.sync(request, cancelled, bar))


def _next_step(summary: RunSummary) -> str:
    """The command that answers what this run asks, '' where it asks nothing that can be answered."""
    name, run_id = summary.connection, summary.run_id
    if summary.kind is not RunKind.SYNC:
        return ""
    if summary.result is RunResult.NEEDS_DECISION:
        return f'To go on all the same: syncdesk decide "{name}" --run {run_id} --accept'
    waits = (Outcome.CONFLICT, Outcome.FAILED)
    asked = [c for c in summary.changes if c.outcome in waits and can_answer(c.reason, Verdict.ACCEPT)]
    if not asked:
        return ""
    command = f'syncdesk decide "{name}" --run {run_id}'
    return (
        f"To take what the books say: {command} --accept; to leave it as it is here: {command} --keep "
        "(--invoice NUMBER for single ones)."
    )


def _accepts(summary: RunSummary) -> bool:
    assert summary.plan is not None
    changes = [planned.change for planned in summary.plan.changes]
    writes = [change for change in changes if change.outcome is Outcome.WRITTEN]
    print("This is the first run, so look before it writes:")
    print()
    print_changes(writes[:200])
    if len(writes) > 200:
        print(f"… and {len(writes) - 200} more")
    return input(f"Write these {len(writes)} changes? [y/N] ").strip().lower() in ("y", "yes")
