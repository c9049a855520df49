"""How our own sessions on a database server behave towards those of others: they wait only briefly for a
lock, and see what others have committed. Called by jobdb/database.py.

Everything here is set for our session or transaction alone; nothing of it outlives our connection.
"""

from typing import Any

import sqlalchemy as sa

WAIT = 0.4  # seconds that one attempt waits for a lock; short, so that a wish to stop is heard (F-37)


def behave(engine: sa.Engine) -> None:
    """See to it that every session of this engine waits briefly."""
    make = engine.dialect.name
    if make == "postgresql":
        sa.event.listen(engine, "begin", _begin_postgresql)
    elif make in ("mysql", "mariadb"):
        sa.event.listen(engine, "connect", _connect_mysql)
    elif make == "mssql":
        sa.event.listen(engine, "connect", _connect_mssql)


def _begin_postgresql(connection: sa.Connection) -> None:
    """For this transaction only: behind a pooler the next one may be another program's."""
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(WAIT * 1000)}")


def _connect_mysql(session: Any, _record: object) -> None:
    """Whole seconds only. The second time-out is for a table that is being altered; it is a day or a year
    by default."""
    with session.cursor() as cursor:
        cursor.execute("SET SESSION innodb_lock_wait_timeout = 1, SESSION lock_wait_timeout = 1")
        if _may_read_committed(cursor):
            # By default a transaction goes on seeing rows as they were at its first look, and would take a
            # row that somebody changed meanwhile for one that refuses to change.
            cursor.execute("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED")
    session.commit()


def _may_read_committed(cursor: Any) -> bool:
    """False on a server that logs statements: there nothing can be written at this level (error 1665)."""
    cursor.execute("SHOW VARIABLES WHERE Variable_name IN ('log_bin', 'binlog_format')")
    found = {str(name).lower(): str(value).upper() for name, value in cursor.fetchall()}
    return found.get("log_bin") != "ON" or found.get("binlog_format") != "STATEMENT"


def _connect_mssql(session: Any, _record: object) -> None:
    cursor = session.cursor()
    cursor.execute(f"SET LOCK_TIMEOUT {int(WAIT * 1000)}")
    cursor.close()
    session.commit()
