"""The part of the settings form that says when a row or a whole run waits for a person: lock date and brakes
(D10, F-34, UX-25). Used by settings_form."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from syncdesk.model.connection import BrakeLimits, Connection
from syncdesk.ui.day_field import read_day
from syncdesk.ui.present import day_text
from syncdesk.ui.settings_fields import FormGrid, LineField

_BRAKES = ("falls", "falls_percent", "changes", "changes_percent")


class LimitsSection(QWidget):
    """Lock date and the four limits of the brakes, each with what 0 or empty means."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = FormGrid(self)
        self.lock_date = LineField("settings-lock_date")
        self.limits = {name: LineField(f"settings-brake_{name}") for name in _BRAKES}
        self.reset_button = QPushButton(self.tr("Reset &Limits to Their Defaults"), self)
        self.reset_button.setObjectName("settings-brakes-reset")
        self.reset_button.setAutoDefault(False)
        self._add_lines()
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.reset_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        column.addLayout(line)
        self.reset_button.clicked.connect(self.reset)
        for field in (self.lock_date, *self.limits.values()):
            field.textChanged.connect(self.changed)

    def show_connection(self, connection: Connection | None) -> None:
        """Show what a connection has set; None = what a new one begins with."""
        day = connection.lock_date if connection is not None else None
        self.lock_date.set_value(day_text(day) if day is not None else "")
        self._show_limits(connection.brakes if connection is not None else BrakeLimits())

    def settings(self) -> dict[str, str]:
        """What is filled in, as a draft carries it: the day in ISO form where it can be read, empty limits as
        their defaults."""
        typed = self.lock_date.value
        day = read_day(typed, datetime.now().astimezone().date()) if typed else None
        usual = BrakeLimits()
        limits = {
            f"brake_{name}": field.value or str(getattr(usual, name)) for name, field in self.limits.items()
        }
        return {"lock_date": day.isoformat() if day is not None else typed, **limits}

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in reading order."""
        return (*self.grid.stops, self.reset_button)

    @Slot()
    def reset(self) -> None:
        """Put the limits of the brakes back to what a new connection begins with; the lock date stays."""
        self._show_limits(BrakeLimits())

    def _show_limits(self, limits: BrakeLimits) -> None:
        for name, field in self.limits.items():
            field.set_value(str(getattr(limits, name)))

    def _add_lines(self) -> None:
        add = self.grid.add
        usual = BrakeLimits()
        add(
            "lock_date",
            self.tr("Lock &date:"),
            self.lock_date,
            self.tr(
                "A row whose Date Paid lies on or before this day waits for you. Empty: no day is locked."
            ),
        )
        add(
            "brake_falls",
            self.tr("Most that may fall:"),
            self.limits["falls"],
            self.tr(
                "If more paid invoices than this would lose money or their Date Paid, the whole run waits. "
                "0: the share below decides alone. Empty: {usual}."
            ).format(usual=usual.falls),
        )
        add(
            "brake_falls_percent",
            self.tr("… or this share of them, in %:"),
            self.limits["falls_percent"],
            self.tr(
                "The larger of the two counts. 0: the number above decides alone. Empty: {usual}."
            ).format(usual=usual.falls_percent),
        )
        add(
            "brake_changes",
            self.tr("Most that may change:"),
            self.limits["changes"],
            self.tr(
                "After the first run. If more paid invoices than this would change, the whole run waits. "
                "0: the share below decides alone. Empty: {usual}."
            ).format(usual=usual.changes),
        )
        add(
            "brake_changes_percent",
            self.tr("… or this share of them, in %:"),
            self.limits["changes_percent"],
            self.tr(
                "The larger of the two counts. 0: the number above decides alone. Empty: {usual}."
            ).format(usual=usual.changes_percent),
        )
