"""Serves a small sample company for trying by hand: `python -m tests.standins.quickbooks [--port N]`."""

import argparse
from datetime import date, timedelta

from tests.standins.quickbooks.seeding import seed, warm
from tests.standins.quickbooks.standin import QuickBooksStandIn
from tests.standins.serving import serve_by_hand


def sample(standin: QuickBooksStandIn) -> None:
    """A handful of invoices in every state a person would want to see."""
    books, today = standin.books, standin.clock.now().date()
    customer = books.add_customer("Amber Fields")
    made = {
        number: books.add_invoice(number, today - timedelta(days=age), total, customer)
        for number, age, total in (
            ("1001", 60, 1000),
            ("1002", 50, 800),
            ("1003", 40, "431.15"),
            ("1004", 30, 250),
        )
    }
    books.pay([(made["1001"], 1000), (made["1002"], 500)], today - timedelta(days=20))
    memo = books.credit_memo(customer, today - timedelta(days=15), 150)
    books.apply_credit(memo, [(made["1002"], 150)])
    voided = books.pay([(made["1003"], "431.15")], today - timedelta(days=5))
    books.void_payment(voided)
    books.void_invoice(made["1004"])
    books.pay([(made["1003"], "431.15")], date.fromordinal(today.toordinal() - 2), unapplied=20)


def main() -> None:
    """Serve until interrupted; everything a client needs is printed first."""
    parser = argparse.ArgumentParser(prog="python -m tests.standins.quickbooks", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="port on loopback; default: any free one")
    parser.add_argument(
        "--seed", type=int, default=0, metavar="N", help="serve N invoices of ten years instead"
    )
    parser.add_argument("--sandbox", action="store_true", help="development keys and a sandbox company")
    chosen = parser.parse_args()
    with QuickBooksStandIn("sandbox" if chosen.sandbox else "production", port=chosen.port) as standin:
        if chosen.seed:
            seed(standin.books, chosen.seed)
            warm(standin.books)
        else:
            sample(standin)
        access, refresh = standin.sign_in()
        serve_by_hand(
            (
                ("api_base", standin.api_base),
                ("identity_base", standin.identity_base),
                ("realm_id", standin.realm),
                ("client_id", standin.keys.client_id),
                ("client_secret", standin.keys.client_secret),
                ("redirect address", standin.redirect),
                ("access token", access),
                ("refresh token", refresh),
            )
        )


if __name__ == "__main__":
    main()
