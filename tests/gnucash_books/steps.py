"""What a person or a script does in GnuCash, step by step, carried out by the engine. Called by builder.py.

A step is a dictionary: `do` names the deed, the rest are its values. Amounts are decimal text, days ISO
dates; documents and payments go by the label they were given (an invoice's default label is its number).
"""

import ctypes
import datetime as dt

import gnucash.gnucash_core_c as gc
from book import EngineBook, address, fraction, numeric, wrap
from gnucash import Split, Transaction
from gnucash.gnucash_business import Customer, Employee, Entry, Invoice, Job, TaxTable, TaxTableEntry, Vendor


def perform(book: EngineBook, step: dict) -> None:
    """Carry out one step."""
    values = dict(step)
    STEPS[values.pop("do")](book, **values)


def company(book, name):
    """Name the company, as the book's options do."""
    setter = book.library.qof_book_set_string_option
    setter.restype, setter.argtypes = None, [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p]
    setter(address(book.book), b"options/Business/Company Name", name.encode())


def customer(book, id, name, currency=""):
    book.make_accounts(("Receivable", "Bank", "Sales", "Write-offs"), currency)
    book.keep(id, "customer", Customer(book.book, id, book.currency(currency or book.home), name))


def job(book, id, name, customer="", vendor=""):
    owner = book.get(customer) if customer else book.objects[vendor]
    made = Job(book.book, id, owner, name)
    book.objects[id] = made


def vendor(book, id, name, currency=""):
    book.objects[id] = Vendor(book.book, id, book.currency(currency or book.home), name)


def employee(book, id, name, currency=""):
    made = Employee(book.book, id, book.currency(currency or book.home), None)
    made.BeginEdit()
    made.SetUsername(name)
    made.CommitEdit()
    book.objects[id] = made


def tax_table(book, name, percent):
    """A percentage that lines may name as their `tax`."""
    book.objects[f"tax {name}"] = TaxTable(
        book.book, name, TaxTableEntry(book.account("Tax"), True, numeric(percent))
    )


def invoice(
    book,
    id,
    date,
    owner="",
    customer="",
    label="",
    amount="",
    lines=(),
    currency="",
    credit_note=False,
    post=True,
    posted="",
    due="",
    auto_pay=False,
    memo="",
    reference="",
    by="",
):
    """A document of a customer, job, supplier or employee. `by` 'supplier' makes a bill, 'employee' a
    voucher."""
    owned_by = (
        book.get(owner or customer) if (owner or customer) in book.labels else book.objects[owner or customer]
    )
    code = currency or book.home
    made = Invoice(book.book, id, book.currency(code), owned_by, dt.date.fromisoformat(date))
    made.BeginEdit()
    if credit_note:
        made.SetIsCreditNote(True)
    if reference:
        made.SetBillingID(reference)
    made.CommitEdit()
    for line in lines or ([{"price": amount}] if amount else []):
        _add_line(book, made, line, date, code, credit_note, by)
    book.keep(label or id, "invoice", made)
    if post:
        _post(book, made, posted or date, due or posted or date, auto_pay, memo, by)


def _add_line(book, document, line, date, code, credit_note, by):
    entry = Entry(book.book, None, dt.date.fromisoformat(date))
    entry.BeginEdit()
    entry.SetDescription(line.get("text", "Work"))
    entry.SetDocQuantity(numeric(line.get("quantity", "1")), credit_note)
    table = line.get("tax")
    if by:
        entry.SetBillAccount(book.account("Costs"))
        entry.SetBillPrice(numeric(line["price"]))
        entry.SetBillTaxable(False)
    else:
        entry.SetInvAccount(book.account("Sales", code))
        entry.SetInvPrice(numeric(line["price"]))
        entry.SetInvTaxable(bool(table))
        if table:
            entry.SetInvTaxTable(book.objects[f"tax {table}"])
            entry.SetInvTaxIncluded(bool(line.get("tax_included")))
        if line.get("discount"):
            entry.SetInvDiscount(numeric(line["discount"]))
    entry.CommitEdit()
    if by:
        _bill_entry(book, document, entry)
    else:
        document.AddEntry(entry)


def _bill_entry(book, document, entry):
    adder = book.library.gncBillAddEntry
    adder.restype, adder.argtypes = None, [ctypes.c_void_p, ctypes.c_void_p]
    adder(address(document), address(entry))


def _post(book, document, date, due, auto_pay, memo, by=""):
    code = document.GetCurrency().get_mnemonic()
    account = book.account("Payable" if by else "Receivable", code)
    document.PostToAccount(
        account,
        dt.date.fromisoformat(date),
        dt.date.fromisoformat(due),
        memo or "Posted",
        True,
        bool(auto_pay),
    )


def post(book, invoice, date, due="", auto_pay=False, memo=""):
    _post(book, book.get(invoice), date, due or date, auto_pay, memo)


def unpost(book, invoice):
    book.get(invoice).Unpost(True)


def change_line(book, invoice, price):
    """Change the price of a draft's first line."""
    entry = wrap(Entry, book.get(invoice).GetEntries()[0])
    entry.CommitEdit()  # the loader of the SQL back end leaves entries in edit
    entry.BeginEdit()
    entry.SetInvPrice(numeric(price))
    entry.CommitEdit()


def renumber(book, invoice, id):
    document = book.get(invoice)
    document.BeginEdit()
    document.SetID(id)
    document.CommitEdit()


def delete_invoice(book, invoice):
    """Delete a draft."""
    document = book.get(invoice)
    document.BeginEdit()
    for raw in list(document.GetEntries()):
        entry = wrap(Entry, raw)
        document.RemoveEntry(entry)
        entry.BeginEdit()
        entry.Destroy()
    document.Destroy()
    del book.objects[invoice], book.labels[invoice]


def pay(
    book,
    amount,
    date,
    invoices=(),
    customer="",
    account="Bank",
    account_currency="",
    rate="1",
    style="window",
    label="",
    memo="Payment",
    number="",
    auto_pay=False,
    by="",
):
    """A payment for chosen documents, or on account (`customer` alone). Negative amounts pay out: a refund
    of a credit note."""
    documents = [book.get(name) for name in ([invoices] if isinstance(invoices, str) else invoices)]
    owner = _owner_of(book, documents, customer)
    code = (
        documents[0].GetCurrency().get_mnemonic()
        if documents
        else book.get(customer).GetCurrency().get_mnemonic()
    )
    amount = f"-{amount}" if by else amount  # what we pay to a supplier or an employee
    made = book.pay(
        owner,
        [book.lot_of(document) for document in documents],
        book.account("Payable" if by else "Receivable", code),
        book.account(account, account_currency or code),
        amount,
        rate,
        book.instant(date, style),
        memo,
        number,
        auto_pay,
    )
    if label:
        book.keep(label, "transaction", made)


def link(book, documents, date):
    """Set invoices off against credit notes, without money."""
    found = [book.get(name) for name in documents]
    code = found[0].GetCurrency().get_mnemonic()
    lots = [book.lot_of(document) for document in found]
    owner = _owner_of(book, found, "")
    book.pay(
        owner,
        lots,
        book.account("Receivable", code),
        None,
        "0",
        "1",
        book.instant(date, "window"),
        "Offset",
        "",
        False,
    )


def _owner_of(book, documents, customer) -> int:
    library = book.library
    for name in ("gncInvoiceGetOwner", "gncOwnerGetEndOwner", "gncOwnerNew"):
        getattr(library, name).restype = ctypes.c_void_p
    if documents:
        library.gncInvoiceGetOwner.argtypes = library.gncOwnerGetEndOwner.argtypes = [ctypes.c_void_p]
        return library.gncOwnerGetEndOwner(library.gncInvoiceGetOwner(address(documents[0])))
    owner = library.gncOwnerNew()
    library.gncOwnerInitCustomer.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    library.gncOwnerInitCustomer(owner, address(book.get(customer)))
    return owner


def auto_apply(book, invoice):
    """'Pay with the customer's credit' for one posted invoice."""
    book.get(invoice).AutoApplyPayments()


def void(book, payment, why="Entered by mistake"):
    book.get(payment).Void(why)


def unvoid(book, payment):
    book.get(payment).Unvoid()


def delete_payment(book, payment):
    transaction = book.get(payment)
    transaction.BeginEdit()
    transaction.Destroy()
    transaction.CommitEdit()
    del book.objects[payment], book.labels[payment]


def redate(book, payment, date, style="register"):
    """Change a payment's date: 'register' as a person does it, 'script' and 'window' without the day's own
    slot."""
    transaction = book.get(payment)
    day = dt.date.fromisoformat(date)
    transaction.BeginEdit()
    if style == "register":
        transaction.SetDate(day.day, day.month, day.year)
    else:
        transaction.SetDatePostedSecs(dt.datetime.fromtimestamp(book.instant(date, style)))
    transaction.CommitEdit()


def change_amount(book, payment, amount):
    """Correct the amount of a payment that has one bank split and one receivable split."""
    transaction = book.get(payment)
    transaction.BeginEdit()
    for split in book.splits(transaction):
        value = numeric(amount)
        receivable = split.GetAccount().GetType() == gc.ACCT_TYPE_RECEIVABLE
        value = value.neg() if receivable == (fraction(split.GetValue()) < 0) and receivable else value
        split.SetValue(value)
        split.SetAmount(value)
    transaction.CommitEdit()


def reverse(book, payment, date, label=""):
    """'Add reversing transaction'."""
    day = dt.date.fromisoformat(date)
    made = wrap(Transaction, book.get(payment).Reverse())
    made.BeginEdit()
    made.SetDate(day.day, day.month, day.year)
    made.CommitEdit()
    if label:
        book.keep(label, "transaction", made)


def register(book, date, splits, currency="", label="", style="register", text="Entered in the register"):
    """A transaction entered by hand: each split names an account, an amount, and perhaps the document whose
    lot it settles."""
    code = currency or book.home
    made = Transaction(book.book)
    made.BeginEdit()
    made.SetCurrency(book.currency(code))
    made.SetDescription(text)
    day = dt.date.fromisoformat(date)
    if style == "register":
        made.SetDate(day.day, day.month, day.year)
    else:
        made.SetDatePostedSecs(dt.datetime.fromtimestamp(book.instant(date, style)))
    for wanted in splits:
        split = Split(book.book)
        split.SetParent(made)
        split.SetAccount(book.account(wanted["account"], wanted.get("currency", code)))
        split.SetValue(numeric(wanted["amount"]))
        split.SetAmount(numeric(wanted.get("quantity", wanted["amount"])))
        if wanted.get("settles"):
            book.lot_of(book.get(wanted["settles"])).add_split(split)
    made.CommitEdit()
    if label:
        book.keep(label, "transaction", made)


def reopen(book):
    book.reopen()


STEPS = {
    step.__name__: step
    for step in (
        company,
        customer,
        job,
        vendor,
        employee,
        tax_table,
        invoice,
        post,
        unpost,
        change_line,
        renumber,
        delete_invoice,
        pay,
        link,
        auto_apply,
        void,
        unvoid,
        delete_payment,
        redate,
        change_amount,
        reverse,
        register,
        reopen,
    )
}
