"""The names that job programs give to tables and columns, and how well a name fits a part to play.
Called by jobdb/guess.py."""

import re
from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.dialects import mssql, mysql, postgresql

from syncdesk.jobdb.schema import ColumnShape

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_SHORT = {
    "no": "number",
    "nr": "number",
    "num": "number",
    "nbr": "number",
    "inv": "invoice",
    "amt": "amount",
    "dt": "date",
    "cust": "customer",
    "curr": "currency",
    "ccy": "currency",
    "doc": "document",
    "ref": "reference",
    "pmt": "payment",
    "tot": "total",
}
_GLUED = (
    (r"^inv(?!oice)", "invoice"),
    (r"amt", "amount"),
    (r"(?<=invoice)(no|nr|num|nbr)$", "number"),
    (r"(?<=job)(no|nr|num|nbr)$", "number"),
    (r"(?<=document)(no|nr|num|nbr)$", "number"),
)
_TEXT = (sa.types.String, sa.types.NullType)
MONEY = (postgresql.MONEY, mssql.MONEY, mssql.SMALLMONEY)
_NUMBER = (sa.types.Numeric, sa.types.Float, sa.types.Integer, *MONEY, *_TEXT)
_DAY = (sa.types.Date, sa.types.DateTime, sa.types.Integer, *_TEXT)
_NEVER = (sa.types.Enum, mysql.TINYINT)  # TINYINT is how MySQL keeps yes and no

# Part to play: the types a column may have, and names with how well they fit, best first.
_PARTS: dict[str, tuple[tuple[type, ...], tuple[tuple[int, str], ...]]] = {
    "number": (
        (sa.types.Integer, sa.types.Numeric, *_TEXT),
        (
            (100, "invoicenumber"),
            (90, "documentnumber|invoicereference|invoicecode|salesinvoicenumber"),
            (80, "number|reference|jobinvoicenumber"),
            (70, "jobnumber|invoiceid|invoice"),
            (60, "ordernumber|workordernumber|jobid|code"),
        ),
    ),
    "paid_amount": (
        _NUMBER,
        (
            (100, "(invoice)?(paidamount|amountpaid)"),
            (95, "(invoice)?(totalpaid|paidtotal|totalamountpaid|(amount)?paidtodate)"),
            (
                85,
                "(invoice)?paid|(amount|total)?received(amount)?|payments?amount|payments(received|total)?|totalpayments",
            ),
        ),
    ),
    "date_paid": (
        _DAY,
        (
            (100, "(invoice)?(datepaid|paiddate)"),
            (95, "(invoice)?(paidon|datefullypaid|(fully)?paid(off)?(date|on|in)?date|fullypaidon)"),
            (
                85,
                "(invoice)?(paymentdate|dateofpayment|datepayment|paidat|datereceived|paymentreceived(on|date)?)",
            ),
            (60, "lastpaymentdate|lastpaid(on|date)?"),
        ),
    ),
    "total": (
        _NUMBER,
        (
            (100, "(invoice)?(total|totalamount|amounttotal|grandtotal)"),
            (
                90,
                "(invoice)?total(inc|incl|including|with)?(tax|vat|gst)|(invoice)?(gross|grossamount|grosstotal|totalgross)",
            ),
            (80, "(invoice)?amount"),
            (60, "(invoice)?value"),
        ),
    ),
    "currency": ((sa.types.String,), ((100, "(invoice)?(currency|currencycode|isocurrency|currencyiso)"),)),
    "customer": (
        (sa.types.String,),
        (
            (100, "customername"),
            (95, "clientname"),
            (85, "customer|client"),
            (80, "billto(name)?|accountname|customercompany"),
            (70, "company|companyname|debtor|debtorname"),
        ),
    ),
    "invoice_date": (
        _DAY,
        (
            (100, "invoicedate|dateinvoiced|invoicedon|dateofinvoice"),
            (90, "issuedate|issuedon|dateissued|documentdate|billdate"),
            (80, "date"),
        ),
    ),
}
_TABLES = (
    (80, "invoices?"),
    (70, "(job|sales|customer|tbl|work|dbo)+invoices?|invoices?(header|head|hdr)"),
    (40, ".*invoices?.*"),
    (30, "(tbl)?(jobs?|workorders?)"),
    (10, "(sales|orders?)"),
)
_TABLES_APART = re.compile(
    r"archive|backup|bak$|old|temp|tmp|log$|audit|history|import|staging|copy|test|purchase|supplier|vendor"
    r"|lines?$|items?$|details?$|payments?$|credit"
)
_APART = 120
WELL = 80  # a name that fits at least so well is no mere guess


def fit(column: ColumnShape, part: str) -> int:
    """How well name and type of a column fit this part of a mapping, from 0 (not at all) to 100."""
    types, names = _PARTS[part]
    if not isinstance(column.type, types) or isinstance(column.type, _NEVER) or column.generated:
        return 0
    squeezed = squeeze(column.name)
    return next((score for score, pattern in names if re.fullmatch(pattern, squeezed)), 0)


def fit_of_table(name: str, schema: str = "") -> int:
    """How much the name of a table speaks for it; negative for archives, lines, purchases and the like."""
    squeezed = squeeze(name)
    score = next((score for score, pattern in _TABLES if re.fullmatch(pattern, squeezed)), 0)
    apart = any(_TABLES_APART.search("_".join(words(part))) for part in (name, schema))
    return score - (_APART if apart else 0)


def ranked(columns: Sequence[ColumnShape], part: str) -> list[tuple[int, str]]:
    """The columns that fit a part at all, best first; of equals the one that comes first in the table."""
    scored = [(fit(column, part), column.name) for column in columns]
    return sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])


def words(name: str) -> list[str]:
    """The words of a name, in small letters."""
    return [word.casefold() for word in _WORDS.findall(name)]


def squeeze(name: str) -> str:
    """The name without what differs only in style: PaidAmt, paid_amt and 'Paid Amount' are all
    'paidamount'."""
    text = "".join(_SHORT.get(word, word) for word in words(name))
    for pattern, whole in _GLUED:
        text = re.sub(pattern, whole, text)
    return text
