"""The password of a server is kept in the password store and goes only where it was given for (D17)."""

from dataclasses import replace
from pathlib import Path

from syncdesk.app.desk import Desk
from syncdesk.app.resources import resource
from syncdesk.app.views import ConnectionDraft
from syncdesk.app.wiring import open_rooms
from tests.memory_keyring import MemoryKeyring
from tests.servers import Jobs


def test_d17_a_password_is_kept_used_and_forgotten(
    postgresql_jobs: Jobs, password_store: MemoryKeyring, tmp_path: Path
) -> None:
    postgresql_jobs.invoices(*((n, f"INV-{n}", None, None) for n in range(1001, 1100)))
    rooms = open_rooms()
    desk = Desk(rooms)
    address = postgresql_jobs.server.url(password="s3cret")
    guess = desk.guess_mapping(address, "gnucash", {"path": str(resource("demo/northgate.gnucash"))})
    assert guess.mapping is not None
    draft = ConnectionDraft(
        name="Office",
        source_kind="gnucash",
        source={"path": str(resource("demo/northgate.gnucash"))},
        job_db=address,
        mapping=replace(guess.mapping, currency_default="GBP"),
    )
    assert "s3cret" not in repr(draft)
    stored = desk.add(draft)
    assert "s3cret" not in stored.job_db
    assert list(password_store.secrets.values()) == ["s3cret"]
    again = replace(draft, id=stored.id, job_db=stored.job_db)
    assert rooms.password_in(again) is None
    assert desk.guess_mapping(stored.job_db, "gnucash", draft.source, stored.id).mapping is not None
    assert desk.sample_mapping(stored.job_db, stored.mapping, stored.id).rows
    elsewhere = replace(again, job_db=stored.job_db.replace("127.0.0.1", "db.elsewhere.example"))
    assert rooms.password_in(elsewhere) == ""
    assert rooms._address(elsewhere.job_db, stored.id)[1] is None
    desk.update("Office", again)
    assert list(password_store.secrets.values()) == ["s3cret"]
    desk.remove("Office")
    assert password_store.secrets == {}
