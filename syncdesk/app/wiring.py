"""The only place that builds concrete objects: folders, settings, journal, books and job databases."""

import getpass
import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from threading import Lock

from syncdesk.app.addresses import same_login
from syncdesk.app.drafts import connection_of, job_address, kind_named
from syncdesk.app.logs import start_logging
from syncdesk.app.published import Published, published
from syncdesk.app.views import ConnectionDraft, MappingGuess, MappingSample
from syncdesk.jobdb.guess import guess_mapping
from syncdesk.jobdb.guess_columns import KnownInvoice
from syncdesk.jobdb.mapping_file import load_mapping
from syncdesk.jobdb.sample import sample_rows
from syncdesk.jobdb.store import open_job_store
from syncdesk.journal.automatic import AutomaticJournal
from syncdesk.journal.by_hand import HandJournal
from syncdesk.journal.file import JournalFile
from syncdesk.journal.history import History
from syncdesk.journal.store import SqlJournal
from syncdesk.model.connection import Connection
from syncdesk.model.errors import SetupError
from syncdesk.model.job import Check, JobMapping
from syncdesk.model.ports import Cancelled, Clock, JobStore, Opening, Source, SourceKind, Vault
from syncdesk.model.sign_in import SignedIn
from syncdesk.settings.autostart import autostart
from syncdesk.settings.config import Config
from syncdesk.settings.folders import Folders, folders, make_folder
from syncdesk.settings.lease import Lease, is_alive, lease
from syncdesk.settings.package import this_package
from syncdesk.settings.program_file import ProgramFile
from syncdesk.settings.secret_file import PASSPHRASE_VARIABLE, PassphraseSecrets
from syncdesk.settings.secrets import KeyringSecrets, split_password
from syncdesk.settings.system_scheduler import SystemScheduler, system_scheduler
from syncdesk.settings.vault import ConnectionVault
from syncdesk.settings.version_memory import VersionMemory
from syncdesk.sources import KINDS


def utc_now() -> datetime:
    """This computer's clock as an aware instant."""
    return datetime.now(UTC)


def user() -> str:
    """The account name of this person."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such account name on this system
        return "unknown"


def never() -> bool:
    """Nobody asks to stop."""
    return False


def open_rooms() -> "Rooms":
    """The rooms of this person on this computer, with the log begun. Raises SetupError if its folders cannot
    be made."""
    places = folders()
    start_logging(make_folder(places.logs))
    return Rooms(places)


class Rooms:
    """Builds each room when it is first needed, and hands out what belongs to one connection."""

    def __init__(
        self,
        places: Folders,
        clock: Clock = utc_now,
        kinds: tuple[SourceKind, ...] = KINDS,
        scheduler: SystemScheduler | None = None,
    ) -> None:
        self.folders = places
        self.clock = clock
        self.kinds = kinds
        self.settings = Config(places)
        self.system_scheduler = scheduler or system_scheduler()
        self.autostart = autostart()
        self.published: Published | None = published()
        self.package = this_package()
        self.version_memory = VersionMemory(places.version_memory)
        self.program_file = ProgramFile(self.package.file)
        self._secrets = _secrets(places)
        self._opening = Lock()

    # settings

    def connections(self) -> tuple[Connection, ...]:
        """Every stored connection."""
        return self.settings.load().connections

    def connection(self, name: str) -> Connection:
        """The connection of this name. Raises UsageError with the known names."""
        return self.settings.find(name)

    def connection_of(self, draft: ConnectionDraft, id_: str = "") -> Connection:
        """The connection a draft describes, a password in its address left out; nothing is stored.

        Raises SetupError or UsageError naming the field at fault."""
        if draft.mapping is None:
            raise SetupError(
                "It is not said which table and columns hold the invoices.", "Choose them.", field="mapping"
            )
        address, _ = split_password(job_address(draft.job_db))
        return connection_of(draft, kind_named(self.kinds, draft.source_kind), draft.mapping, address, id_)

    def password_in(self, draft: ConnectionDraft) -> str | None:
        """The password in the draft's address; '' where it has none and the one that is kept was given for
        another server or user, so that it does not go there; None where the kept one may be used."""
        address, password = split_password(job_address(draft.job_db))
        stored = next((c for c in self.connections() if c.id == draft.id), None)
        if password is None and stored is not None and not same_login(stored.job_db, address):
            return ""
        return password

    def keep_password(self, draft: ConnectionDraft, connection: Connection) -> None:
        """Move the password of the draft's address, if it has one, into the password store (D17)."""
        password = self.password_in(draft)
        if password:
            self._secrets.set(_password_name(connection), password)
        elif password is not None:
            self.forget_password(connection)

    def forget_password(self, connection: Connection) -> None:
        """Forget the job database's password, if one was kept; a file needs none."""
        if not connection.job_db.startswith("sqlite"):
            self._secrets.remove(_password_name(connection))

    def keep_secrets(self, connection_id: str, secrets: Mapping[str, str]) -> None:
        """Put the secret fields of a connection's source into the password store (D17)."""
        for key, value in secrets.items():
            self.vault(connection_id).set(key, value)

    def forget_secrets(self, connection_id: str) -> None:
        """Forget everything the password store keeps for a connection's books."""
        ConnectionVault(self._secrets, self.folders, connection_id).forget_all()

    def secrets_check(self) -> Check:
        """Whether this system has a safe place for secrets; a fault only once a connection needs one."""
        check = self._secrets.check()
        if check.ok or any(self._needs_secrets(c) for c in self.connections()):
            return check
        return Check("There is no safe password store here; none is needed as long as all is files.", True)

    def _needs_secrets(self, connection: Connection) -> bool:
        return not connection.job_db.startswith("sqlite") or self.kind(connection).sign_in is not None

    # the rooms of one connection

    def kind(self, connection: Connection) -> SourceKind:
        """The kind of source of a connection."""
        return kind_named(self.kinds, connection.source_kind)

    def source(self, connection: Connection) -> Source:
        """The books of a connection."""
        return self.kind(connection).open(self._opening_of(connection))

    def signed_in(self, connection: Connection) -> SignedIn | None:
        """The permission kept for a connection whose books want somebody to sign in, None without one."""
        sign_in = self.kind(connection).sign_in
        return None if sign_in is None else sign_in(self._opening_of(connection)).state()

    def vault(self, connection_id: str) -> Vault:
        """The secrets of one connection."""
        return ConnectionVault(self._secrets, self.folders, connection_id)

    def _opening_of(self, connection: Connection) -> Opening:
        return Opening(connection.source, connection.time_zone, self.vault(connection.id))

    @contextmanager
    def jobs(
        self, connection: Connection, password: str | None = None, cancelled: Cancelled = never
    ) -> Iterator[JobStore]:
        """The job database of a connection, closed at the end of the block. `cancelled` is asked while a
        lock is waited for."""
        if password is None and not connection.job_db.startswith("sqlite"):
            password = self._secrets.get(_password_name(connection))
        opened = open_job_store(connection.job_db, connection.mapping, password, cancelled)
        try:
            yield opened
        finally:
            opened.close()

    def journal(self, connection: Connection) -> SqlJournal:
        """The journal of a connection."""
        return SqlJournal(self._journal_file(), connection.id, self.clock)

    def by_hand(self, connection: Connection) -> HandJournal:
        """What this person does to single invoices of a connection, as the journal keeps it."""
        return HandJournal(self._journal_file(), connection.id, self.clock, user(), platform.node())

    def automatic(self, connection: Connection) -> AutomaticJournal:
        """What the journal remembers of the automatic runs of a connection."""
        return AutomaticJournal(self._journal_file(), connection.id, self.clock)

    @property
    def history(self) -> History:
        """The reading side of the journal."""
        return History(self._journal_file())

    def lease(self, connection: Connection) -> AbstractContextManager[Lease]:
        """The right to run this connection now. Raises BusyError while somebody else has it, SetupError once
        the files of this program were replaced under it."""
        self.program_file.refuse_if_replaced()
        return lease(self.folders, connection.id)

    def is_running(self, connection: Connection) -> bool:
        """True while a run of this connection is under way on this computer and gave a sign of life
        lately."""
        return is_alive(self.folders, connection.id)

    # mappings

    def read_mapping(self, file: Path) -> JobMapping:
        """The mapping in a file. Raises SetupError naming what is wrong in it."""
        return load_mapping(file)

    def guess_mapping(
        self, job_db: str, books: Sequence[KnownInvoice], id_: str = "", table: str = ""
    ) -> MappingGuess:
        """A mapping guessed from the schema, its number rule from the books' invoices; of one table where it
        is named. `id_` is the stored connection whose password may be used."""
        address, password = self._address(job_db, id_)
        found = guess_mapping(address, books, password, table)
        return MappingGuess(found.mapping, found.doubts, found.tables, found.columns, found.table)

    def sample(self, job_db: str, mapping: JobMapping, id_: str = "") -> MappingSample:
        """Some rows as a mapping understands them. `id_` is the stored connection whose password may be
        used."""
        address, password = self._address(job_db, id_)
        found = sample_rows(address, mapping, password)
        return MappingSample(found.rows, tuple(Check.failed(fault) for fault in found.faults))

    def _address(self, job_db: str, id_: str) -> tuple[str, str | None]:
        """An address as it is filled in, without its password, and the password. A stored connection's own
        goes only where it was given for."""
        address, password = split_password(job_address(job_db))
        stored = [c for c in self.connections() if c.id == id_] if id_ and password is None else []
        if stored and same_login(stored[0].job_db, address):
            password = self._secrets.get(_password_name(stored[0]))
        return address, password

    def _journal_file(self) -> JournalFile:
        with self._opening:  # two threads of the window may ask for it first at the same time
            return self._journal

    @cached_property
    def _journal(self) -> JournalFile:
        make_folder(self.folders.data)
        return JournalFile(self.folders.journal_file)


def _secrets(places: Folders) -> KeyringSecrets | PassphraseSecrets:
    """The password store; or, chosen knowingly by giving a passphrase, the encrypted file (D17)."""
    if os.environ.get(PASSPHRASE_VARIABLE):
        return PassphraseSecrets(places.secrets_file, lambda: os.environ.get(PASSPHRASE_VARIABLE))
    return KeyringSecrets(places.long_secrets)


def _password_name(connection: Connection) -> str:
    return f"job database {connection.id}"
