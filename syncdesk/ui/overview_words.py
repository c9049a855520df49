"""The words of the overview: what needs a person, how companies stand, what a bar says. Pure but for
translation."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject

from syncdesk.app.overview import AGES, Company, Need, NeedKind, Slice
from syncdesk.ui.present import (
    NOTHING,
    Mark,
    day_text,
    moment_text,
    money_with_currency,
    number_text,
    result_mark,
)
from syncdesk.ui.tables import Column
from syncdesk.ui.theme import Tone

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class NeedWords:
    """What is said of a need, and what its button says."""

    icon: str
    tone: Tone
    title: str
    text: str
    button: str


def need_words(need: Need) -> NeedWords:
    """A need in words."""
    return _Words().need(need)


def company_mark(company: Company) -> Mark:
    """How a company stands, in one word."""
    kinds = {need.kind for need in company.needs}
    if kinds & {NeedKind.SIGN_IN, NeedKind.AUTOMATIC_FAILS, NeedKind.RUN_FAILED}:
        return Mark("error", translate("overview", "Does not work"), Tone.BAD)
    if kinds & {NeedKind.RUN_WAITS, NeedKind.ROWS_WAIT}:
        return Mark("decision", translate("overview", "Needs you"), Tone.WARNING)
    if NeedKind.FIRST_RUN in kinds:
        return Mark("information", translate("overview", "Not begun"), Tone.INFORMATION)
    if NeedKind.SILENT in kinds:
        return Mark("warning", translate("overview", "Out of date"), Tone.WARNING)
    if NeedKind.PAUSED in kinds:
        return Mark("stop", translate("overview", "Paused"), Tone.QUIET)
    return Mark("success", translate("overview", "In order"), Tone.GOOD)


def company_columns() -> tuple[Column, ...]:
    """The columns of the list of companies."""
    return (
        Column("name", translate("overview", "Company"), lambda c: c.state.connection.name, width=190),
        Column(
            "stands",
            translate("overview", "State"),
            lambda c: company_mark(c).word,
            width=130,
            mark=company_mark,
        ),
        Column("books", translate("overview", "Books"), lambda c: c.state.source_label, width=170),
        Column(
            "success",
            translate("overview", "Last success"),
            lambda c: moment_text(c.state.last_success),
            width=140,
        ),
        Column("run", translate("overview", "Last run"), _last_run, width=130, mark=_last_run_mark),
        Column(
            "next",
            translate("overview", "Next run"),
            lambda c: moment_text(c.state.automatic.next_run),
            width=140,
        ),
        Column(
            "waiting",
            translate("overview", "Waiting"),
            lambda c: number_text(c.state.waiting),
            width=80,
            right=True,
        ),
    )


def _last_run(company: Company) -> str:
    run = company.last_run
    return NOTHING if run is None else result_mark(run.result, run.kind).word


def _last_run_mark(company: Company) -> Mark | None:
    run = company.last_run
    return None if run is None else result_mark(run.result, run.kind)


def week_label(one: Slice) -> str:
    """A week by its Monday, short."""
    return NOTHING if one.first is None else _short_day(one.first)


def _short_day(day: date) -> str:
    date_format = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    without_year = date_format.replace("yyyy", "").replace("yy", "").strip(" ./-")
    return QLocale().toString(QDate(day.year, day.month, day.day), without_year)


def week_text(one: Slice) -> str:
    """A week from Monday to Sunday."""
    return f"{day_text(one.first)} – {day_text(one.last)}"


def age_label(place: int) -> str:
    """An age in days: '31–60'."""
    if place == len(AGES):
        return translate("overview", "over {days}").format(days=AGES[-1])
    low = 0 if place == 0 else AGES[place - 1] + 1
    return f"{low}–{AGES[place]}"


def spoken(what: str, one: Slice, currency: str) -> str:
    """A bar as a sentence: what it is, its amount, how many invoices."""
    return f"{what}: {money_with_currency(one.amount, currency)}, {_Words().invoices(one.count)}"


def unknown_text(count: int) -> str:
    """Why some invoices are in no bar."""
    return _Words().unknown(count)


class _Words(QObject):
    """Words that change with a number, which only `tr` can."""

    def invoices(self, count: int) -> str:
        """How many."""
        return self.tr("%n invoice(s)", "", count)

    def unknown(self, count: int) -> str:
        """How many no run has looked at."""
        return self.tr("%n invoice(s) without a known balance are not in the charts.", "", count)

    def need(self, need: Need) -> NeedWords:
        """A need in words."""
        name = need.connection
        if need.kind is NeedKind.SIGN_IN:
            return NeedWords(
                "error",
                Tone.BAD,
                self.tr("{name}: nobody is signed in to the books.").format(name=name),
                self.tr("No run can read them until somebody is."),
                self.tr("Reconnect"),
            )
        if need.kind is NeedKind.AUTOMATIC_FAILS:
            again = self.tr("It is tried again at {when}.").format(when=moment_text(need.at))
            return NeedWords(
                "error",
                Tone.BAD,
                self.tr("{name}: automatic runs do not succeed.").format(name=name),
                f"{need.text} {again if need.at is not None else ''}".strip(),
                self.tr("Show History"),
            )
        if need.kind is NeedKind.RUN_FAILED:
            return NeedWords(
                "error",
                Tone.BAD,
                self.tr("{name}: the last run failed.").format(name=name),
                need.text,
                self.tr("Show History"),
            )
        if need.kind is NeedKind.RUN_WAITS:
            return NeedWords(
                "decision",
                Tone.WARNING,
                self.tr("{name}: a whole run waits for your word.").format(name=name),
                self.tr("It wrote nothing, on {when}.").format(when=moment_text(need.at)),
                self.tr("Look at It"),
            )
        if need.kind is NeedKind.ROWS_WAIT:
            return NeedWords(
                "decision",
                Tone.WARNING,
                self.tr("{name}: %n row(s) waiting.", "", need.count).format(name=name),
                self.tr("For your answer, or for a cure that they name."),
                self.tr("Show Them"),
            )
        if need.kind is NeedKind.FIRST_RUN:
            return NeedWords(
                "information",
                Tone.INFORMATION,
                self.tr("{name}: nothing has been written yet.").format(name=name),
                self.tr("The first run shows what it would write, and waits for your word."),
                self.tr("Preview It"),
            )
        if need.kind is NeedKind.PAUSED:
            return NeedWords(
                "stop",
                Tone.QUIET,
                self.tr("{name}: automatic runs are paused.").format(name=name),
                self.tr("Its schedule is kept. Run Sync works all the same."),
                self.tr("Open Settings"),
            )
        return NeedWords(
            "warning",
            Tone.WARNING,
            self.tr("{name}: the last success was %n day(s) ago.", "", need.count).format(name=name),
            self.tr("Figures may be out of date."),
            self.tr("Run Sync"),
        )
