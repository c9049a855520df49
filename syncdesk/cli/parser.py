"""The words of the command line: commands, options and their help. Parsing only; the commands themselves are
beside this file."""

import argparse
from typing import NoReturn

from syncdesk import __version__
from syncdesk.model.errors import UsageError
from syncdesk.model.settlement import PaymentState


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are errors of ours, so that they can be printed as JSON too."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError instead of printing and leaving."""
        raise UsageError(f"This command cannot be read: {message}.", f"See '{self.prog} --help'.")


def build_parser() -> Parser:
    """The parser of every command."""
    parser = Parser(
        prog="syncdesk",
        description="Brings the payments of your books into your job database. "
        "Without a command it opens the window.",
        epilog="Exit codes: 0 success, 1 some rows failed or wait for a person, 2 usage or set-up, "
        "3 failed or another run is under way, 4 nothing written because the whole run waits, 130 cancelled.",
    )
    parser.add_argument("--version", action="version", version=f"SyncDesk {__version__}")
    parser.add_argument(
        "--selftest", action="store_true", help="see whether this installation is whole, and stop"
    )
    parser.add_argument("--tray", action="store_true", help="open in the tray, where there is one")
    # Opens the window, closes it once it was drawn: how long a person waits for it.
    parser.add_argument("--first-paint", action="store_true", help=argparse.SUPPRESS)
    _json(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    _demo(commands)
    _company(commands)
    _sync(commands)
    _schedule(commands)
    _deciding(commands)
    _undo(commands)
    _inquiries(commands)
    return parser


_Commands = argparse._SubParsersAction  # argparse offers no public name for it


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,
        help="print JSON on standard output and nothing else there",
    )


def _command(commands: "_Commands[Parser]", name: str, text: str) -> Parser:
    command: Parser = commands.add_parser(name, help=text, description=text)
    _json(command)
    return command


def _demo(commands: "_Commands[Parser]") -> None:
    demo = _command(commands, "demo", "Open the sample company, which needs no account and no server.")
    demo.add_argument(
        "--headless", action="store_true", help="sync it and print the result instead of opening the window"
    )
    demo.add_argument(
        "--picture", metavar="FILE.png", help="where to save a picture of the window when there is no display"
    )


def _company(commands: "_Commands[Parser]") -> None:
    company = _command(commands, "company", "Set up which books belong to which job database.")
    actions = company.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=Parser)
    add = _command(actions, "add", "Connect a company's books with a job database.")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--source", required=True, metavar="KIND", help="kind of books, see 'syncdesk sources'")
    add.add_argument(
        "--set", action="append", default=[], metavar="KEY=VALUE", help="a field of the source, or a setting"
    )
    add.add_argument(
        "--job-db", required=True, metavar="URL", help="the job database, such as sqlite:////data/jobs.sqlite"
    )
    add.add_argument(
        "--mapping", metavar="FILE.toml", help="which table and columns hold what; guessed if left out"
    )
    add.add_argument(
        "--policy", choices=["ask", "source", "keep"], default="ask", help="what to do with rows changed here"
    )
    add.add_argument("--secret", metavar="KEY", help="read one secret from standard input")
    add.add_argument("--yes", action="store_true", help="confirm an unambiguous guess of the mapping")
    change = _command(actions, "set", "Change single settings of a company; all else stays.")
    change.add_argument("name", metavar="NAME")
    change.add_argument(
        "values",
        nargs="+",
        metavar="KEY=VALUE",
        help="policy, lock_date, time_zone, paid_amount_counts, credits_close, statuses, brake_falls, …, "
        "automatic, schedule, while_closed, name, job_db, mapping (a file), or a field of the source",
    )
    connect = _command(actions, "connect", "Sign in to web books, for the first time or again.")
    connect.add_argument("name", metavar="NAME")
    ways = connect.add_mutually_exclusive_group()
    ways.add_argument("--paste", action="store_true", help="paste the address that the browser ends at")
    ways.add_argument(
        "--refresh-token-stdin",
        action="store_true",
        help="read a refresh token obtained elsewhere from standard input",
    )
    connect.add_argument(
        "--company", metavar="ID", help="which company to read, where the sign-in covers several"
    )
    _command(actions, "list", "List the connected companies.")
    for action, text in (
        ("show", "Show the settings of a company."),
        ("test", "Check books, job database and mapping; writes nothing."),
        ("remove", "Forget a company. Nothing in its books or its job database is touched."),
    ):
        _command(actions, action, text).add_argument("name", metavar="NAME")


def _sync(commands: "_Commands[Parser]") -> None:
    sync = _command(commands, "sync", "Bring Paid Amount and Date Paid of the job database up to date.")
    sync.add_argument("name", metavar="NAME")
    sync.add_argument(
        "--since",
        default="last",
        metavar="START",
        help="last (default), week, two-weeks, month, or a day such as 2026-01-31",
    )
    sync.add_argument("--preview", action="store_true", help="show what would be written; write nothing")
    sync.add_argument(
        "--invoice",
        action="append",
        default=[],
        metavar="NUMBER",
        help="only this job invoice (may be repeated)",
    )
    sync.add_argument(
        "--yes", action="store_true", help="accept the first preview; lifts no brake and answers no conflict"
    )
    sync.add_argument("--all", action="store_true", help="list the unchanged rows too")
    sync.add_argument(
        "--unattended",
        action="store_true",
        help="nobody is there: never ask, and leave alone what an undo took back",
    )


def _schedule(commands: "_Commands[Parser]") -> None:
    schedule = _command(
        commands,
        "schedule",
        "Show or set when a company is synced by itself. The open window carries it out; with --install this "
        "system's own scheduler does so too when SyncDesk is closed. Such runs never ask.",
    )
    schedule.add_argument("name", metavar="NAME", nargs="?", help="left out: all companies")
    acts = schedule.add_mutually_exclusive_group()
    acts.add_argument("--every", metavar="MINUTES", help="every so many minutes, 1 to 1440")
    acts.add_argument("--daily", metavar="HH:MM", help="once a day at this time of the company's zone")
    for act, text in (
        ("off", "no automatic runs; only a person starts one"),
        ("pause", "the master switch off: nothing runs by itself, the schedule is kept"),
        ("resume", "the master switch on again"),
        ("install", "let this system's scheduler run it while SyncDesk is closed"),
        ("remove", "take it out of this system's scheduler again"),
        ("run-due", "run what is due now, and nothing else; for schedulers"),
    ):
        acts.add_argument(f"--{act}", dest="action", action="store_const", const=act, help=text)


def _deciding(commands: "_Commands[Parser]") -> None:
    waiting = _command(
        commands, "waiting", "List what waits for a person or a cure, and what was kept or ignored."
    )
    waiting.add_argument("name", metavar="NAME")
    decide = _command(commands, "decide", "Answer what waits; what is accepted is written at once.")
    decide.add_argument("name", metavar="NAME")
    decide.add_argument(
        "--run", metavar="ID", help="what this run asked, or the run itself if it waits as a whole"
    )
    answers = decide.add_mutually_exclusive_group(required=True)
    for answer, text in (
        ("accept", "the books are right: write what they say, or let the run go on"),
        ("keep", "what is here is right: leave it until either side changes"),
        ("ignore", "leave it alone and do not ask until either side changes"),
        ("take-back", "forget what was answered, and ask again"),
    ):
        answers.add_argument(f"--{answer}", dest="answer", action="store_const", const=answer, help=text)
    retry = _command(commands, "retry", "Try what waits again now, whether it is due or not.")
    retry.add_argument("name", metavar="NAME")
    for command in (decide, retry):
        command.add_argument(
            "--invoice",
            action="append",
            default=[],
            metavar="NUMBER",
            help="only this job invoice (may be repeated)",
        )


def _undo(commands: "_Commands[Parser]") -> None:
    undo = _command(
        commands,
        "undo",
        "Take back what a run wrote: every row that has not changed since holds again what it held before. "
        "The others are left as they are and listed. Giving the command is the decision, so it asks nothing; "
        "look first with --preview. What was put back waits until a person starts a run.",
    )
    undo.add_argument("name", metavar="NAME")
    undo.add_argument("--run", required=True, metavar="ID", help="the run, as the history names it")
    undo.add_argument("--preview", action="store_true", help="show what would be put back; write nothing")


def _inquiries(commands: "_Commands[Parser]") -> None:
    invoices = _command(
        commands, "invoices", "List the invoices of the job database with Paid Amount and Date Paid."
    )
    invoices.add_argument("name", metavar="NAME")
    invoices.add_argument("--search", default="", metavar="TEXT", help="words, field:value, paid>100, -not")
    invoices.add_argument(
        "--state", action="append", choices=[state.value for state in PaymentState], help="only these states"
    )
    invoices.add_argument("--limit", type=_limit, metavar="N", help="at most this many")
    invoice = _command(
        commands,
        "invoice",
        "Show the story of one invoice: how it stands, what keeps it, what happened. Or do one thing to it "
        "alone.",
    )
    invoice.add_argument("name", metavar="NAME")
    invoice.add_argument("number", metavar="NUMBER", help="as it stands in the job database")
    acts = invoice.add_mutually_exclusive_group()
    for act, text in (
        ("sync", "sync it now, whatever its switch says"),
        ("on", "let runs sync it"),
        ("off", "leave it out of runs; --sync still works"),
        ("unlink", "take it apart from its invoice of the books; its figures stay"),
    ):
        acts.add_argument(f"--{act}", dest="action", action="store_const", const=act, help=text)
    acts.add_argument("--link", metavar="NUMBER", help="tie it to the invoice of the books with this number")
    history = _command(
        commands, "history", "Show the runs of a company, the rows of one run, or the story of one invoice."
    )
    history.add_argument("name", metavar="NAME")
    which = history.add_mutually_exclusive_group()
    which.add_argument("--run", metavar="ID", help="the rows of this run")
    which.add_argument("--invoice", metavar="NUMBER", help="what runs did with this job invoice")
    _compare(commands)
    _command(commands, "sources", "List the kinds of books that can be read, with the fields each asks for.")
    support = _command(
        commands,
        "support",
        "Print what helps whoever helps: versions, settings, checks, runs, log; no secrets.",
    )
    support.add_argument("--save", metavar="FILE", help="write it to this file instead")
    doctor = _command(commands, "doctor", "Check the set-up step by step, each failure with its remedy.")
    doctor.add_argument("name", metavar="NAME", nargs="?")


def _compare(commands: "_Commands[Parser]") -> None:
    compare = _command(
        commands,
        "compare",
        "Compare the job database with the books: every difference with its cause, and sums that close. "
        "Reads both in full, writes nothing. Exit code 1 if there are differences.",
    )
    compare.add_argument("name", metavar="NAME")
    compare.add_argument(
        "--from", dest="first", metavar="DAY", help="only invoices dated on or after this day, 2026-01-01"
    )
    compare.add_argument("--to", dest="last", metavar="DAY", help="only invoices dated on or before this day")
    compare.add_argument("--all", action="store_true", help="list the lines that agree too")
    compare.add_argument(
        "--export", metavar="FILE", help="write the list and its sums to this .csv or .xlsx file as well"
    )


def _limit(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is no number of at least 1")
    return int(text)
