"""A server that neither answers nor says goodbye is given up, so that no run waits for it for ever (F-21,
F-31)."""

import pytest
import sqlalchemy as sa

from syncdesk.jobdb.servers import server_address, server_engine
from syncdesk.jobdb.store import open_job_store
from syncdesk.model.errors import RetryableError
from tests.end_to_end.slow_network import SlowNetwork
from tests.servers import MAPPING, Jobs, Server


def test_a_server_that_falls_silent_is_given_up(mariadb_jobs: Jobs) -> None:
    mariadb_jobs.invoices((1, "A-1", None, None))
    server = mariadb_jobs.server
    with SlowNetwork(server.port, 0) as network:
        address = sa.make_url(server.url()).set(port=network.port).update_query_dict({"read_timeout": "1"})
        store = open_job_store(address.render_as_string(hide_password=False), MAPPING)
        assert store.count() == 1
        network.hush()
        with pytest.raises(RetryableError) as given_up:
            store.count()
        assert given_up.value.remedy
        network.cut()
        store.close()


def test_a_connection_to_postgresql_asks_for_signs_of_life(postgresql: Server) -> None:
    engine = server_engine(server_address(sa.make_url(postgresql.url() + "?keepalives_count=2")))
    with engine.connect() as connection:
        driver = connection.connection.dbapi_connection
        assert driver is not None
        told = driver.info.get_parameters()
    engine.dispose()
    wanted = {"keepalives_idle": "15", "keepalives_count": "2", "tcp_user_timeout": "30000"}
    assert {name: told[name] for name in wanted} == wanted


def test_mariadb_is_given_three_minutes_for_an_answer(mariadb: Server) -> None:
    engine = server_engine(server_address(sa.make_url(mariadb.url())))
    with engine.connect() as connection:
        driver = connection.connection.dbapi_connection
        assert driver is not None
        assert (driver._read_timeout, driver._write_timeout) == (180, 30)
    engine.dispose()
