"""Addresses that a person may set: a vendor's own, its sandbox, or a service on this computer."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from syncdesk.model.errors import SetupError


def is_loopback(host: str) -> bool:
    """True for names and addresses of this computer itself."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def base_address(text: str, field: str, label: str) -> str:
    """The address without a slash at its end.

    https, or http for this computer only: tokens and figures never cross a network in clear text. Raises
    SetupError naming `field`."""
    address = text.strip().rstrip("/")
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        parts, host = urlsplit(""), None
    if not host or parts.scheme not in ("https", "http") or parts.query or parts.fragment:
        raise SetupError(
            f"'{text}' is no address for '{label}'.", "Write it as https://host.example.", field=field
        )
    if parts.username or parts.password:
        raise SetupError(
            f"The address for '{label}' holds a user name or password.", "Leave it out.", field=field
        )
    if parts.scheme == "http" and not is_loopback(host):
        raise SetupError(
            f"The address for '{label}' begins with http://, which anybody on the way can read.",
            "Write https://. Plain http is accepted only for this computer itself (localhost).",
            field=field,
        )
    return address
