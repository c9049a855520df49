"""The address of a job database in the parts that a form asks for, and back. Used by ui and app/wiring.py.

A password in it is for connecting only: it is in no text that is shown."""

from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, quote, unquote, urlencode

FILE, POSTGRESQL, MARIADB, SQL_SERVER, OTHER = "file", "postgresql", "mariadb", "sqlserver", "other"
MAKES = {POSTGRESQL: "postgresql", MARIADB: "mysql", SQL_SERVER: "mssql"}
PORTS = {POSTGRESQL: 5432, MARIADB: 3306, SQL_SERVER: 1433}
_KINDS = {"postgresql": POSTGRESQL, "postgres": POSTGRESQL, "mysql": MARIADB, "mariadb": MARIADB}
_KINDS |= {"mssql": SQL_SERVER, "sqlserver": SQL_SERVER}
_DRIVERS = {POSTGRESQL: "psycopg", MARIADB: "pymysql", SQL_SERVER: "pyodbc"}
UNENCRYPTED_TOO, ENCRYPTED, VERIFIED = "", "encrypted", "verified"
# How an address says it, see jobdb/servers.py.
_ENCRYPTION: dict[str, dict[str, dict[str, str]]] = {
    POSTGRESQL: {ENCRYPTED: {"sslmode": "require"}, VERIFIED: {"sslmode": "verify-full"}},
    MARIADB: {ENCRYPTED: {"ssl_mode": "REQUIRED"}, VERIFIED: {"ssl_mode": "VERIFY_IDENTITY"}},
    SQL_SERVER: {
        UNENCRYPTED_TOO: {"Encrypt": "optional"},
        ENCRYPTED: {"Encrypt": "yes", "TrustServerCertificate": "yes"},
        VERIFIED: {"Encrypt": "yes", "TrustServerCertificate": "no"},
    },
}
_AUTHORITY = {POSTGRESQL: "sslrootcert", MARIADB: "ssl_ca", SQL_SERVER: "ServerCertificate"}

_SYSTEM = "system"  # libpq's word for the authorities that the system believes


@dataclass(frozen=True, slots=True)
class JobAddress:
    """Where a job database is. `kind` is FILE (`file` counts), a server, or OTHER (`url` counts).

    `port` is '' for the usual one. `options` is what an address says after its '?'.
    """

    kind: str = FILE
    file: str = ""
    host: str = ""
    port: str = ""
    database: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    options: dict[str, str] = field(default_factory=dict)
    url: str = field(default="", repr=False)

    @property
    def is_server(self) -> bool:
        """Whether it is one of the servers that a form has fields for."""
        return self.kind in MAKES

    def text(self, *, with_password: bool = True) -> str:
        """The address as one text, '' while what it needs is missing. A file stays its path."""
        if not self.is_server:
            return self.file if self.kind == FILE else self._url(with_password)
        if not self.host or not self.database:
            return ""
        login = quote(self.user, safe="")
        if with_password and self.password:
            login += f":{quote(self.password, safe='')}"
        host = f"[{self.host}]" if ":" in self.host else quote(self.host, safe="\\")
        place = f"{login}@{host}" if login else host
        port = f":{self.port}" if self.port else ""
        options = f"?{urlencode(self.options)}" if self.options else ""
        return f"{MAKES[self.kind]}://{place}{port}/{quote(self.database, safe='')}{options}"

    def _url(self, with_password: bool) -> str:
        head, mark, rest = self.url.partition("://")
        login, at, place = rest.rpartition("@")
        if not self.password or not at or not with_password:
            return self.url
        return f"{head}{mark}{login}:{quote(self.password, safe='')}{at}{place}"

    @property
    def encryption(self) -> str:
        """UNENCRYPTED_TOO, ENCRYPTED, or VERIFIED: encrypted, and only with the right certificate."""
        if self.kind == MARIADB and self.authority:
            return VERIFIED
        if self.kind == POSTGRESQL and self.options.get("sslmode") == "verify-ca":
            return VERIFIED
        ways = _ENCRYPTION.get(self.kind, {})
        fitting = (way for way, told in ways.items() if told.items() <= self.options.items())
        return next(fitting, UNENCRYPTED_TOO)

    @property
    def authority(self) -> str:
        """The file of the authority whose certificates are believed, '' for this system's own."""
        file = self.options.get(_AUTHORITY.get(self.kind, ""), "")
        return "" if file == _SYSTEM else file

    def encrypted(self, encryption: str, authority: str = "") -> "JobAddress":
        """The same address with this encryption; `authority` counts for VERIFIED only."""
        ways = _ENCRYPTION.get(self.kind, {})
        ours = {key for told in ways.values() for key in told} | {_AUTHORITY.get(self.kind, "")}
        options = {key: value for key, value in self.options.items() if key not in ours}
        options |= ways.get(encryption, {})
        if encryption == VERIFIED and authority:
            options[_AUTHORITY[self.kind]] = authority
        elif encryption == VERIFIED and self.kind == POSTGRESQL:
            options[_AUTHORITY[self.kind]] = _SYSTEM
        return replace(self, options=options)

    def missing(self) -> tuple[str, ...]:
        """The names of the parts that must still be filled in."""
        needed = {FILE: ("file",), OTHER: ("url",)}.get(self.kind, ("host", "database"))
        return tuple(name for name in needed if not getattr(self, name))


def parse_address(text: str) -> JobAddress:
    """The parts of an address that a person pasted or a connection has stored. Never raises: what has parts
    of its own kind stays OTHER, whole."""
    text = text.strip()
    head, mark, rest = text.partition("://")
    if not mark:
        return JobAddress(file=text)
    backend = head.split("+")[0].lower()
    if backend == "sqlite":
        file = rest.removeprefix("/")
        plain = file and not file.startswith("file:") and "?" not in file
        return JobAddress(file=file) if plain else JobAddress(OTHER, url=text)
    kind = _KINDS.get(backend, OTHER)
    parts = _parts(rest)
    if kind == OTHER or parts is None or head.lower() not in (backend, f"{backend}+{_DRIVERS[kind]}"):
        return _other(text)
    login, host, port, database, options = parts
    user, _, password = login.partition(":")
    password = unquote(password) or options.pop("password", "")
    return JobAddress(
        kind, "", unquote(host), port, unquote(database), unquote(user), password, dict(options)
    )


def _parts(rest: str) -> tuple[str, str, str, str, dict[str, str]] | None:
    """Login, host, port, database and options; None where the address has another shape."""
    place, slash, tail = rest.rpartition("@")[2].partition("/")
    login = rest.rpartition("@")[0]
    database, _, query = tail.partition("?")
    if not slash or not database or "/" in database:
        return None
    host, colon, port = place.rpartition(":")
    if not colon or place.endswith("]"):
        host, port = place, ""
    host = host.removeprefix("[").removesuffix("]")
    if not host or not (port.isdigit() or not port) or "," in host:
        return None
    pairs = parse_qsl(query, keep_blank_values=True)
    if len({key for key, _ in pairs}) < len(pairs):
        return None
    return login, host, port, database, dict(pairs)


def _other(text: str) -> JobAddress:
    """An address that has no fields of its own; its password is taken out all the same."""
    head, mark, rest = text.partition("://")
    login, at, place = rest.rpartition("@")
    user, _, password = login.partition(":")
    return JobAddress(OTHER, password=unquote(password), url=f"{head}{mark}{user}{at}{place}")


def shown(text: str) -> str:
    """An address as it may be shown: without password, a SQLite address as its file."""
    return parse_address(text).text(with_password=False) or text


def same_login(one: str, other: str) -> bool:
    """Whether both lead the same user to the same server: a password for one may go to the other."""
    a, b = parse_address(one), parse_address(other)
    if not a.is_server or not b.is_server:
        return one == other
    usual = str(PORTS[a.kind])
    return (a.kind, a.host.casefold(), a.port or usual, a.user) == (
        b.kind,
        b.host.casefold(),
        b.port or usual,
        b.user,
    )
