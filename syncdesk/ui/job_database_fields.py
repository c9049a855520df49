"""Where the job database is: a file, or a server with its parts; or an address pasted whole, which is taken
apart. Used by settings_form and assistant_jobs.

A password goes into the address that is handed on and into no text that is shown."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from syncdesk.app.addresses import (
    ENCRYPTED,
    FILE,
    MARIADB,
    OTHER,
    PORTS,
    POSTGRESQL,
    SQL_SERVER,
    UNENCRYPTED_TOO,
    VERIFIED,
    JobAddress,
    parse_address,
)
from syncdesk.ui.settings_fields import (
    Choice,
    FileField,
    FormGrid,
    LineField,
    SecretField,
    job_database_address,
)

_PASTED = 4
"""So many letters at once are no typing."""


class JobDatabaseLines(QWidget):
    """The lines, of which those of the chosen kind are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kinds = [
            (self.tr("A file on this computer or in the network (SQLite)"), FILE),
            (self.tr("PostgreSQL server"), POSTGRESQL),
            (self.tr("MariaDB or MySQL server"), MARIADB),
            (self.tr("Microsoft SQL Server"), SQL_SERVER),
            (self.tr("Another, by its address"), OTHER),
        ]
        self.kind = Choice("settings-job_db-kind", kinds)
        self.file = FileField(
            "settings-job_db",
            self.tr("Job database"),
            self.tr("SQLite databases (*.sqlite *.sqlite3 *.db);;All files (*)"),
            self.tr("Bro&wse…"),
        )
        self.host, self.port = LineField("settings-job_db-host"), LineField("settings-job_db-port")
        self.port.setValidator(QIntValidator(1, 65535, self.port))
        self.database, self.user = LineField("settings-job_db-database"), LineField("settings-job_db-user")
        self.url = LineField("settings-job_db-url")
        self.password = SecretField("settings-job_db-password", self.tr("password"))
        ways = [
            (self.tr("Not asked for"), UNENCRYPTED_TOO),
            (self.tr("Encrypted"), ENCRYPTED),
            (self.tr("Encrypted, and the server's certificate is checked"), VERIFIED),
        ]
        self.encryption = Choice("settings-job_db-encryption", ways)
        self.authority = FileField(
            "settings-job_db-authority",
            self.tr("certificate"),
            self.tr("Certificates (*.pem *.crt *.cer);;All files (*)"),
            self.tr("Browse…"),
        )
        self.top, self.files, self.servers = FormGrid(self), FormGrid(self), FormGrid(self)
        self.others, self.logins, self.safety = FormGrid(self), FormGrid(self), FormGrid(self)
        self._add_lines()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for grid in self.grids:
            column.addWidget(grid)

    @property
    def grids(self) -> tuple[FormGrid, ...]:
        """Its lines from top to bottom."""
        return self.top, self.files, self.servers, self.others, self.logins, self.safety

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in reading order."""
        return [stop for grid in self.grids for stop in grid.stops]

    def _add_lines(self) -> None:
        self.top.add("job_db_kind", self.tr("&Job database:"), self.kind)
        self.files.add(
            "job_db", self.tr("File:"), self.file, self.tr("A whole address can be pasted here, too.")
        )
        self.servers.add(
            "host", self.tr("Server:"), self.host, self.tr("Its name, such as db.example.com, or address.")
        )
        self.servers.add("port", self.tr("Port:"), self.port)
        self.servers.add("database", self.tr("Database:"), self.database)
        self.servers.add("user", self.tr("User:"), self.user)
        self.others.add(
            "url",
            self.tr("Address:"),
            self.url,
            self.tr("As SQLAlchemy writes it: kind://user@server/database"),
        )
        kept = self.tr("It goes to this computer's password store and is never shown again.")
        self.logins.add("password", self.tr("Password:"), self.password, kept)
        self.safety.add("encryption", self.tr("Connection:"), self.encryption)
        own = self.tr("Only where the server's certificate comes from an authority of your own.")
        self.safety.add("authority", self.tr("Certificate file:"), self.authority, own)


class JobDatabaseFields(JobDatabaseLines):
    """The address of a job database, filled in by parts."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self._given, self._parsed = "", JobAddress()
        self._typed_before: dict[LineField, str] = {}
        self._options: dict[str, str] = {}
        for line in (self.host, self.port, self.database, self.user, *self._whole_lines()):
            line.textChanged.connect(self._edited)
        for line in self._whole_lines():
            line.textChanged.connect(self._perhaps_pasted)
            line.editingFinished.connect(self._take_apart)
        self.password.changed.connect(self._edited)
        self.authority.changed.connect(self._edited)
        for choice in (self.kind, self.encryption):
            choice.currentIndexChanged.connect(self._choice_made)
        self._show_lines()

    @property
    def address(self) -> str:
        """The address with its password; '' while something is missing. One that was not changed stays as it
        was given."""
        filled_in = self._filled_in()
        if self._given and filled_in == self._parsed:
            return self._given
        return job_database_address(filled_in.text())

    @property
    def text(self) -> str:
        """The address as it may be shown."""
        return self._filled_in().text(with_password=False)

    def set_address(self, text: str, stored: bool = False) -> None:
        """Fill in an address; with `stored` its password, if it has one, is in the password store."""
        self._given, self._parsed = text, parse_address(text)
        self._fill(self._parsed)
        kept = self.tr("Kept in the password store; fill in to change it")
        self.password.line.setPlaceholderText(kept if stored and self._parsed.kind != FILE else "")
        self.changed.emit()

    def missing(self) -> tuple[str, ...]:
        """The labels of what must still be filled in."""
        if self._filled_in().kind not in PORTS:
            return () if self.address else (self.tr("Job database"),)
        names = {"host": self.tr("Server"), "database": self.tr("Database")}
        return tuple(names[name] for name in self._filled_in().missing())

    def tell(self, name: str, error: str) -> bool:
        """Show an error at the line of this name; 'job_db' is the first line of the kind that is chosen."""
        if name == "job_db":
            name = {FILE: "job_db", OTHER: "url"}.get(self.kind.value, "host")
        for grid in self.grids:
            if name in grid.names:
                grid.tell(name, error)
                return True
        return False

    def error(self) -> str:
        """The errors shown."""
        return " ".join(filter(None, (grid.error(name) for grid in self.grids for name in grid.names)))

    def clear_errors(self) -> None:
        """Take all errors away."""
        for grid in self.grids:
            grid.clear_errors()

    def start(self) -> QWidget:
        """Where a person begins to fill in."""
        return {FILE: self.file.line, OTHER: self.url}.get(self.kind.value, self.host)

    def _whole_lines(self) -> tuple[LineField, ...]:
        """The lines into which a whole address may be pasted."""
        return self.file.line, self.url, self.host

    def _filled_in(self) -> JobAddress:
        kind = self.kind.value
        if kind == FILE:
            return (
                parse_address(self.file.value)
                if "://" in self.file.value
                else JobAddress(file=self.file.value)
            )
        if kind == OTHER:
            typed = parse_address(self.url.value)
            password = typed.password or self.password.value
            return JobAddress(OTHER, password=password, url=typed.url or typed.text(with_password=False))
        usual = str(PORTS[kind])
        port = self.port.value if self.port.value != usual or self._parsed.port == usual else ""
        made = JobAddress(
            kind,
            host=self.host.value,
            port=port,
            database=self.database.value,
            user=self.user.value,
            password=self.password.value,
            options=self._options,
        )
        if (self.encryption.value, self.authority.value) == (made.encryption, made.authority):
            return made
        return made.encrypted(self.encryption.value, self.authority.value)

    def _fill(self, address: JobAddress) -> None:
        self._filling = True
        self.kind.set_value(address.kind)
        self.file.set_value(address.file)
        self.host.set_value(address.host)
        self.port.set_value(address.port)
        self.database.set_value(address.database)
        self.user.set_value(address.user)
        self.password.set_value(address.password)
        self.url.set_value(address.url)
        self._options = dict(address.options)
        self.encryption.set_value(address.encryption)
        self.authority.set_value(address.authority)
        self._filling = False
        self._show_lines()

    def _show_lines(self) -> None:
        kind = self.kind.value
        self.files.setVisible(kind == FILE)
        self.servers.setVisible(kind in PORTS)
        self.others.setVisible(kind == OTHER)
        self.logins.setVisible(kind != FILE)
        self.safety.setVisible(kind in PORTS)
        self.port.setPlaceholderText(str(PORTS.get(kind, "")))
        self.safety.show_line("authority", self.encryption.value == VERIFIED)

    @Slot()
    def _choice_made(self) -> None:
        if self._filling:
            return
        if self.sender() is self.kind:
            self._options = dict(self._parsed.options) if self.kind.value == self._parsed.kind else {}
        self._show_lines()
        self._edited()

    @Slot()
    def _edited(self) -> None:
        if not self._filling:
            self.changed.emit()

    @Slot(str)
    def _perhaps_pasted(self, text: str) -> None:
        line = self.sender()
        assert isinstance(line, LineField)
        before = self._typed_before.get(line, "")
        self._typed_before[line] = text
        if not self._filling and len(text) - len(before) >= _PASTED:
            self._take_apart_of(text)

    @Slot()
    def _take_apart(self) -> None:
        line = self.sender()
        assert isinstance(line, LineField)
        self._take_apart_of(line.text())

    def _take_apart_of(self, text: str) -> None:
        """Spread a whole address over its lines, the password over its own."""
        if "://" not in text:
            return
        address = parse_address(text)
        if address.kind == OTHER and (self.kind.value != OTHER or not address.password):
            return
        self._fill(address)
        self.changed.emit()
