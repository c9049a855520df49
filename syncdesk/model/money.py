"""Exact money: how many digits a currency has, and rounding to them. Used by every room that meets an
amount."""

from decimal import ROUND_HALF_UP, Decimal
from functools import cache

ZERO = Decimal(0)

# ISO 4217 currencies whose minor unit is not a hundredth.
_NO_DIGITS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THREE_DIGITS = "BHD IQD JOD KWD LYD OMR TND"
_FOUR_DIGITS = "CLF UYW"
_DIGITS = (
    dict.fromkeys(_NO_DIGITS.split(), 0)
    | dict.fromkeys(_THREE_DIGITS.split(), 3)
    | dict.fromkeys(_FOUR_DIGITS.split(), 4)
)
_UNITS = tuple(Decimal(1).scaleb(-digits) for digits in range(5))


def minor_digits(currency: str) -> int:
    """Digits after the decimal point that amounts in this ISO 4217 currency have; 2 for any code without an
    exception of its own."""
    return _DIGITS.get(currency, 2)


@cache  # asked for several times an invoice; there are some 180 currencies
def minor_unit(currency: str) -> Decimal:
    """The smallest amount of the currency: 0.01 for USD, 1 for JPY, 0.001 for KWD."""
    return _UNITS[minor_digits(currency)]


def to_minor_unit(amount: Decimal, currency: str) -> Decimal:
    """The amount with exactly the currency's digits, halves rounded away from zero as on a bank statement."""
    return amount.quantize(minor_unit(currency), rounding=ROUND_HALF_UP) + ZERO  # + ZERO: never minus zero


def money_text(amount: Decimal, currency: str) -> str:
    """The amount as plain digits with the currency's minor digits, as JSON and files carry it: '1234.50',
    '1234' for JPY."""
    return f"{to_minor_unit(amount, currency):f}"
