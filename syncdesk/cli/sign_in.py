"""The command `company connect`: signing in to web books by browser, by pasting an address, or with a refresh
token."""

import sys
import webbrowser
from argparse import Namespace
from collections.abc import Callable

from syncdesk.app.desk import Desk
from syncdesk.cli.output import has_display, instant_text, note, print_json
from syncdesk.model.errors import UsageError
from syncdesk.model.sign_in import CompanyChoice, SignedIn, SignIn


def connect(desk: Desk, arguments: Namespace, as_json: bool, cancelled: Callable[[], bool]) -> int:
    """Sign in for a stored connection and choose the company that it reads. Links and history stay.

    Raises UsageError if several companies may be read and none was chosen."""
    connection = desk.connection(arguments.name)
    sign_in = desk.sign_in_again(connection.name)
    companies = _companies(sign_in, arguments, cancelled)
    chosen = _chosen(companies, arguments.company, dict(connection.source))
    desk.choose_company(connection.name, chosen)
    _report(connection.name, chosen, sign_in.state(), as_json)
    return 0


def _companies(
    sign_in: SignIn, arguments: Namespace, cancelled: Callable[[], bool]
) -> tuple[CompanyChoice, ...]:
    if arguments.refresh_token_stdin:
        return sign_in.by_refresh_token(_read_line("refresh token"))
    if arguments.paste:
        note("Open this address in a browser and allow access:\n\n    " + sign_in.page() + "\n")
        note("Then paste the whole address that the browser ends at:")
        return sign_in.by_pasting(_read_line("address"))
    return sign_in.by_browser(_show, cancelled)


def _show(address: str) -> None:
    note("Allow access in the browser. If none opens, open this address:\n\n    " + address + "\n")
    if has_display():
        webbrowser.open(address)


def _read_line(what: str) -> str:
    line = sys.stdin.readline().strip()
    if not line:
        raise UsageError(f"No {what} arrived.", f"Give the {what} as one line on standard input.")
    return line


def _chosen(
    companies: tuple[CompanyChoice, ...], wanted: str | None, source: dict[str, str]
) -> CompanyChoice:
    """The company asked for, else the one chosen before, else the only one."""
    known = "; ".join(f"{company.name} ({company.id})" for company in companies)
    if wanted is not None:
        named = [c for c in companies if wanted in (c.id, c.name)]
        if len(named) != 1:
            raise UsageError(
                f"'{wanted}' is not one of the companies that may be read.", f"They are: {known}."
            )
        return named[0]
    before = [c for c in companies if c.fields and c.fields.items() <= source.items()]
    if len(before) == 1:
        return before[0]
    if len(companies) == 1:
        return companies[0]
    raise UsageError("Several companies may be read.", f"Name one with --company: {known}.")


def _report(name: str, chosen: CompanyChoice, state: SignedIn | None, as_json: bool) -> None:
    if as_json:
        ends = {
            "unused_until": None if state is None else instant_text(state.unused_until),
            "ends": None if state is None else instant_text(state.ends),
        }
        print_json({"connected": name, "company": {"id": chosen.id, "name": chosen.name}, **ends})
        return
    print(f"'{name}' is connected with {chosen.name}.")
