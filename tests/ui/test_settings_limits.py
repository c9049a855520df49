"""Lock date and brakes in Settings: what is set is shown and stored, 0 and empty are explained, a wrong one
is told at its field, the defaults come back (UX-25, D10, F-34)."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from syncdesk.app.drafts import BRAKE_KEYS, connection_of, settings_of
from syncdesk.model.connection import BrakeLimits, Connection, Policy
from syncdesk.model.errors import SetupError
from syncdesk.sources import KINDS
from syncdesk.ui.settings_form import ConnectionForm
from tests.ui.settings_samples import GNUCASH, SettingsDesk


@pytest.fixture
def connection() -> Connection:
    made = SettingsDesk("Northgate").connections[0]
    return replace(made, lock_date=date(2026, 3, 31), brakes=BrakeLimits(falls=9, changes_percent=40))


@pytest.fixture
def form(qtbot: QtBot, connection: Connection) -> ConnectionForm:
    made = ConnectionForm()
    qtbot.addWidget(made)
    made.resize(900, 1200)
    made.show()
    made.show_connection((GNUCASH,), connection)
    return made


def made_of(form: ConnectionForm, connection: Connection) -> Connection:
    """The connection that the form describes."""
    return connection_of(form.draft(), GNUCASH, connection.mapping, connection.job_db, connection.id)


def test_ux25_what_is_set_is_shown_and_stays(form: ConnectionForm, connection: Connection) -> None:
    assert form.limits.lock_date.value == "31/03/2026"
    assert [field.value for field in form.limits.limits.values()] == ["9", "2", "50", "40"]
    stored = made_of(form, connection)
    assert (stored.lock_date, stored.brakes) == (connection.lock_date, connection.brakes)


@pytest.mark.parametrize(
    ("typed", "day"), [("30 April 2026", date(2026, 4, 30)), ("2026-05-01", date(2026, 5, 1)), ("", None)]
)
def test_f34_a_lock_date_is_typed_in_any_usual_spelling(
    qtbot: QtBot, form: ConnectionForm, connection: Connection, typed: str, day: date | None
) -> None:
    form.limits.lock_date.selectAll()
    with qtbot.waitSignal(form.changed):
        qtbot.keyClick(form.limits.lock_date, Qt.Key.Key_Delete)
    qtbot.keyClicks(form.limits.lock_date, typed)
    assert made_of(form, connection).lock_date == day


@pytest.mark.parametrize("name", ["lock_date", *BRAKE_KEYS])
def test_a_value_that_cannot_be_is_told_at_its_field(
    form: ConnectionForm, connection: Connection, name: str
) -> None:
    form.field(name).setText("-many")  # type: ignore[attr-defined]
    with pytest.raises(SetupError) as caught:
        made_of(form, connection)
    assert caught.value.field == name
    assert form.tell(caught.value.field, str(caught.value))
    assert set(form.errors()) == {name}


def test_ux25_each_says_what_0_or_empty_means(form: ConnectionForm, connection: Connection) -> None:
    texts = " ".join(label.text() for label in form.limits.findChildren(QLabel))
    assert texts.count("Empty: ") == 5
    assert texts.count("0: ") == 4
    for field in form.limits.limits.values():
        field.clear()
    assert made_of(form, connection).brakes == BrakeLimits()


def test_ux25_the_defaults_come_back_and_the_lock_date_stays(
    qtbot: QtBot, form: ConnectionForm, connection: Connection
) -> None:
    qtbot.mouseClick(form.limits.reset_button, Qt.MouseButton.LeftButton)
    stored = made_of(form, connection)
    assert (stored.brakes, stored.lock_date) == (BrakeLimits(), connection.lock_date)


def test_a_new_connection_begins_with_the_defaults(form: ConnectionForm) -> None:
    form.show_connection((GNUCASH,), None)
    assert form.limits.settings()["lock_date"] == ""
    assert form.limits.settings()["brake_falls"] == "5"


# warnings, statuses, nothing more (BBK-09, BBK-21, CXQ-03)


def message(form: ConnectionForm, name: str) -> str:
    label = form.findChild(QLabel, f"settings-{name}-message")
    assert label is not None
    return label.text()


def test_bbk09_a_risky_setting_warns_before_it_is_saved(form: ConnectionForm) -> None:
    policy, counts = form.rules.policy, form.rules.counts
    assert "Careful" not in message(form, "policy")
    policy.set_value("source")
    assert "overwritten by the next run, unasked" in message(form, "policy")
    assert policy.accessibleDescription() == message(form, "policy")
    policy.set_value("keep")
    assert "Careful" not in message(form, "policy")
    counts.set_value("everything_that_settles")
    assert "Careful" in message(form, "paid_amount_counts")


def test_bbk09_what_is_risky_already_is_seen_when_the_form_opens(
    form: ConnectionForm, connection: Connection
) -> None:
    form.show_connection((GNUCASH,), replace(connection, policy=Policy.SOURCE))
    assert "Careful" in message(form, "policy")


@pytest.mark.parametrize("text", ["", "issued", "issued,void", "issued,draft"])
def test_cxq03_the_statuses_are_chosen_in_settings(
    form: ConnectionForm, connection: Connection, text: str
) -> None:
    form.rules.statuses.set_value(text)
    stored = made_of(form, connection)
    assert settings_of(stored)["statuses"] == text
    form.show_connection((GNUCASH,), stored)
    assert form.rules.statuses.value == text


def test_bbk21_that_there_are_no_further_settings_is_said(form: ConnectionForm) -> None:
    assert form.books.no_more.isVisible() == (not form.books.more.names)
    assert not form.books.more.names
    assert "no further settings" in form.books.no_more.text()
    web = next(kind for kind in KINDS if kind.kind == "xero")
    form.show_connection((web,), None)
    assert form.books.more.names
    assert not form.books.no_more.isVisible()
