"""What is wrong when a server lets nobody in: told by the words of the drivers, because a connection that was
never made has no error code in PostgreSQL and the same one for every cause in PyMySQL. Called by
jobdb/faults.py."""

import re

# The value of a Fault, and the words that tell it; the first that is found counts. Those of libpq and OpenSSL
# are English everywhere. Those of a PostgreSQL server may not be: what is not understood is "turned_away",
# whose details quote them.
_SAID: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "unknown_host",
        (
            "failed to resolve host",
            "could not translate host name",
            "getaddrinfo",
            "Name or service not known",
        ),
    ),
    ("unknown_host", ("nodename nor servname",)),
    ("no_tls", ("does not support SSL", "SSL is required but the server")),
    ("tls_unproven", ("certificate verify failed", "CERTIFICATE_VERIFY_FAILED", "does not match host name")),
    ("tls_unproven", ("root certificate file", "certificate is not valid for", "Hostname mismatch")),
    ("tls_demanded", (r"no pg_hba\.conf entry.*(no encryption|SSL off)", "insecure transport")),
    ("not_admitted", (r"no pg_hba\.conf entry", "is not allowed to connect", "is blocked because of")),
    ("no_database", (r"database \".*\" does not exist", "Unknown database", "Cannot open database")),
    ("rights", ("permission denied for database", "to database '.*'")),
    ("sign_in", ("password authentication failed", "no password supplied", r"role \".*\" does not exist")),
    ("sign_in", ("Access denied for user", "authentication failed", "Login failed")),
    ("sign_in", ("is not permitted to log in",)),
    ("no_driver", ("Data source name not found", "Can't open lib")),
    ("not_listening", ("Connection refused", "actively refused")),
    ("away", ("timeout", "timed out", "No route to host", "unreachable", "too many (clients|connections)")),
    ("away", ("connection slots", "starting up", "shutting down", "recovery mode", "Can't connect")),
    ("away", ("server closed the connection", "Lost connection", "could not connect", "connection is bad")),
    ("turned_away", ("connection failed: ",)),
)


def entry_fault(message: str) -> str | None:
    """Why the connection was not made, as the value of a `Fault`; None for a message about something else."""
    for fault, words in _SAID:
        if any(re.search(text, message, re.IGNORECASE | re.DOTALL) for text in words):
            return fault
    return None
