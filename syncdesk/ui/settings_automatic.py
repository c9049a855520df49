"""The part of the settings form about automatic runs: master switch, schedule, and whether they happen while
SyncDesk is closed (BBK-04, BBK-10, BBK-23, BBK-34). Used by settings_form."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from syncdesk.model.connection import Connection
from syncdesk.ui.settings_fields import Choice, FormGrid, LineField

_EVERY, _DAILY = "60", "07:30"
"""What is offered to who has no schedule yet."""


class AutomaticSection(QWidget):
    """The switch and, under it, what it governs."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = FormGrid(self)
        self.switch = Choice(
            "settings-automatic",
            [(self.tr("On"), "yes"), (self.tr("Paused: nothing runs by itself"), "no")],
        )
        self.rhythm = Choice(
            "settings-schedule",
            [
                (self.tr("Only when I press Run Sync"), "off"),
                (self.tr("Every so many minutes"), "every"),
                (self.tr("Once a day"), "daily"),
            ],
        )
        self.every = LineField("settings-every")
        self.daily = LineField("settings-daily")
        self.closed = Choice(
            "settings-while_closed",
            [
                (self.tr("Nothing runs"), "no"),
                (self.tr("This system's scheduler runs it"), "yes"),
            ],
        )
        self._add_lines()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        for choice in (self.switch, self.rhythm, self.closed):
            choice.currentIndexChanged.connect(self._edited)
        for line in (self.every, self.daily):
            line.textChanged.connect(self._edited)

    def show_connection(self, connection: Connection | None) -> None:
        """Show what a connection has set; None = what a new one begins with."""
        schedule = connection.schedule if connection is not None else None
        every = schedule.every if schedule is not None else None
        daily = schedule.daily if schedule is not None else None
        self.switch.set_value("yes" if connection is None or connection.automatic else "no")
        self.rhythm.set_value("every" if every is not None else "daily" if daily is not None else "off")
        self.every.set_value(str(every) if every is not None else _EVERY)
        self.daily.set_value(f"{daily:%H:%M}" if daily is not None else _DAILY)
        self.closed.set_value("yes" if connection is not None and connection.while_closed else "no")
        self._show_lines()

    def settings(self) -> dict[str, str]:
        """What is filled in, as a draft carries it."""
        lines = {"every": self.every, "daily": self.daily}
        rhythm = self.rhythm.value
        schedule = f"{rhythm} {lines[rhythm].value}" if rhythm in lines else "off"
        return {"automatic": self.switch.value, "schedule": schedule, "while_closed": self.closed.value}

    def tell(self, name: str, error: str) -> bool:
        """Show an error at the line of this name; one of the schedule at what it is made of."""
        if name == "schedule" and self.rhythm.value != "off":
            name = self.rhythm.value
        if name not in self.grid.names:
            return False
        self.grid.tell(name, error)
        return True

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in reading order."""
        return self.grid.stops

    @Slot()
    def _edited(self) -> None:
        self._show_lines()
        self.changed.emit()

    def _show_lines(self) -> None:
        """What the switch governs is disabled with the reason while it is off; what the chosen rhythm would
        ignore is hidden."""
        paused, rhythm = self.switch.value == "no", self.rhythm.value
        why = self.tr("Turn automatic runs on first. What is set here is kept meanwhile.")
        for name in ("schedule", "every", "daily", "while_closed"):
            self.grid.forbid(name, why if paused else "")
        self.grid.show_line("every", rhythm == "every")
        self.grid.show_line("daily", rhythm == "daily")
        if not paused and rhythm == "off":
            self.grid.forbid("while_closed", self.tr("Choose above when it runs first."))

    def _add_lines(self) -> None:
        add = self.grid.add
        add(
            "automatic",
            self.tr("Automatic runs:"),
            self.switch,
            self.tr("The switch of this company. Run Sync, and Sync for one invoice, work all the same."),
        )
        add(
            "schedule",
            self.tr("When to run:"),
            self.rhythm,
            self.tr(
                "Such a run begins where the last one ended and never asks: what needs you waits for you."
            ),
        )
        add(
            "every",
            self.tr("Minutes between two runs:"),
            self.every,
            self.tr("From 1 to 1440. What was missed while this computer slept is made up for by one run."),
        )
        add(
            "daily",
            self.tr("Time of day:"),
            self.daily,
            self.tr("In the company's time zone, such as 07:30. A missed run is made up for."),
        )
        add(
            "while_closed",
            self.tr("While SyncDesk is closed:"),
            self.closed,
            self.tr(
                "The scheduler is told when you save. It works while you are signed in to this computer."
            ),
        )
