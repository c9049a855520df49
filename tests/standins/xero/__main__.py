"""Serves a small sample company for trying by hand: `python -m tests.standins.xero [--port N]`."""

import argparse
from datetime import timedelta

from tests.standins.serving import serve_by_hand
from tests.standins.xero.seeding import seed, warm
from tests.standins.xero.standin import XeroStandIn


def sample(standin: XeroStandIn) -> None:
    """A handful of invoices in every state a person would want to see."""
    books, today = standin.books, standin.clock.now().date()
    customer = books.add_contact("Amber Fields")

    def billed(number: str, age: int, total: int | str, **more: str) -> str:
        return books.add_invoice(number, today - timedelta(days=age), total, customer, **more)

    paid, part, credited = (
        billed("INV-1001", 60, 1000),
        billed("INV-1002", 50, 800),
        billed("INV-1003", 40, 431),
    )
    void, deposit = billed("INV-1004", 30, 250), billed("INV-1005", 20, 600)
    billed("INV-1006", 10, 90), billed("INV-1007", 5, 75, status="DRAFT")
    foreign = billed("INV-1008", 25, "1200.50", currency="USD")
    books.batch_pay([(paid, 1000), (part, 500)], today - timedelta(days=20))
    books.pay(credited, 400, today - timedelta(days=15))
    books.allocate(books.credit_note(customer, today - timedelta(days=12), 31), credited, 31)
    books.delete_payment(books.pay(part, 300, today - timedelta(days=8)))
    books.allocate(books.prepayment(customer, today - timedelta(days=45), 200), deposit, 200)
    books.receive(foreign, 1300, today - timedelta(days=3))
    books.void_invoice(void)


def main() -> None:
    """Serve until interrupted; everything a client needs is printed first."""
    parser = argparse.ArgumentParser(prog="python -m tests.standins.xero", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="port on loopback; default: any free one")
    parser.add_argument(
        "--seed", type=int, default=0, metavar="N", help="serve N invoices of ten years instead"
    )
    parser.add_argument("--limits", action="store_true", help="refuse what goes beyond Xero's limits")
    chosen = parser.parse_args()
    with XeroStandIn(port=chosen.port) as standin:
        standin.limits.enforced = chosen.limits
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
                ("tenant_id", standin.tenant),
                ("client_id", standin.app.client_id),
                ("redirects", " ".join(standin.app.redirects)),
                ("access token", access),
                ("refresh token", refresh),
            )
        )


if __name__ == "__main__":
    main()
