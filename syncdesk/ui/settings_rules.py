"""The part of the settings form with time zone, policy and rules of the figures. Used by settings_form."""

from functools import lru_cache
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, QTimeZone, Signal, Slot
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from syncdesk.app.drafts import settings_of
from syncdesk.model.connection import Connection, Policy
from syncdesk.model.settlement import PaidAmountCounts
from syncdesk.ui.settings_fields import Choice, FormGrid


@lru_cache(maxsize=1)
def zone_names() -> tuple[str, ...]:
    """The names of all time zones that this computer knows, without the bare abbreviations."""
    return tuple(sorted(name for name in available_timezones() if "/" in name or name == "UTC"))


class ZoneChoice(Choice):
    """Every time zone; typing a part of its name finds it. Empty stands for this computer's own."""

    own_text = ""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        own = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
        self.own_text = self.tr("This computer's time zone ({zone})").format(zone=own)
        self.setEditable(True)
        self.setInsertPolicy(Choice.InsertPolicy.NoInsert)
        self.offer([(self.own_text, ""), *((zone, zone) for zone in zone_names())])
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)

    @property
    def value(self) -> str:
        """The zone's name; '' for this computer's; what was typed, where that is no zone."""
        typed = self.currentText().strip()
        if typed in ("", self.own_text):
            return ""
        place = self.findText(typed.replace(" ", "_"), Qt.MatchFlag.MatchFixedString)
        return str(self.itemData(place)) if place >= 0 else typed

    def is_known(self) -> bool:
        """False for a text that is no time zone."""
        return self.value == "" or self.findData(self.value) >= 0


class RulesSection(QWidget):
    """Time zone, what happens to rows changed here, and how the two figures are made."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = FormGrid(self)
        self.time_zone = ZoneChoice("settings-time_zone")
        self.policy = Choice("settings-policy", self._policies())
        self.counts = Choice("settings-paid_amount_counts", self._counts())
        self.credits = Choice("settings-credits_close", self._credits())
        self.statuses = Choice("settings-statuses", self._statuses())
        self._add_lines()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        self.time_zone.currentTextChanged.connect(self.changed)
        for choice in (self.policy, self.counts, self.credits, self.statuses):
            choice.currentIndexChanged.connect(self._chosen)
        self._warn()

    def show_connection(self, connection: Connection | None) -> None:
        """Show what a connection has set; None = what a new one begins with."""
        self.time_zone.set_value(connection.time_zone if connection is not None else "")
        self.policy.set_value(connection.policy.value if connection is not None else Policy.ASK.value)
        counts = connection.paid_amount_counts if connection is not None else PaidAmountCounts.PAYMENTS
        self.counts.set_value(counts.value)
        self.credits.set_value("yes" if connection is None or connection.credits_close else "no")
        self.statuses.set_value("" if connection is None else settings_of(connection)["statuses"])
        self._warn()

    def settings(self) -> dict[str, str]:
        """The rules as a draft carries them."""
        return {
            "paid_amount_counts": self.counts.value,
            "credits_close": self.credits.value,
            "statuses": self.statuses.value,
        }

    @Slot()
    def _chosen(self) -> None:
        self._warn()
        self.changed.emit()

    def _warn(self) -> None:
        """What may overwrite or move figures that somebody relies on warns before it is saved (BBK-09)."""
        policy = self.policy.value
        self.grid.warn(
            "policy",
            self.tr("Careful: what anybody enters here by hand is overwritten by the next run, unasked.")
            if policy == Policy.SOURCE.value
            else "",
        )
        everything = self.counts.value == PaidAmountCounts.EVERYTHING_THAT_SETTLES.value
        self.grid.warn(
            "paid_amount_counts",
            self.tr("Careful: Paid Amount then holds more than the money that came in, credit notes too.")
            if everything
            else "",
        )

    def _statuses(self) -> list[tuple[str, str]]:
        return [
            (self.tr("All: drafts and cancelled invoices too"), ""),
            (self.tr("Issued and cancelled ones, no drafts"), "issued,void"),
            (self.tr("Issued ones and drafts, no cancelled ones"), "issued,draft"),
            (self.tr("Issued ones only"), "issued"),
        ]

    def _policies(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Ask me: the row waits until I decide"), Policy.ASK.value),
            (self.tr("The books win: write their figures"), Policy.SOURCE.value),
            (self.tr("Keep what was changed here, until the books change again"), Policy.KEEP.value),
        ]

    def _counts(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Money only: payments less refunds"), PaidAmountCounts.PAYMENTS.value),
            (
                self.tr("Everything that settles, credit notes too"),
                PaidAmountCounts.EVERYTHING_THAT_SETTLES.value,
            ),
        ]

    def _credits(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Yes: the day the total is covered by money and credits"), "yes"),
            (self.tr("No: the day the total is covered by money alone"), "no"),
        ]

    def _add_lines(self) -> None:
        add = self.grid.add
        add(
            "time_zone",
            self.tr("Company time &zone:"),
            self.time_zone,
            self.tr("Decides when a day begins. Type a part of the name to find it."),
        )
        add(
            "policy",
            self.tr("If a figure was changed here:"),
            self.policy,
            self.tr("What a run does with a row whose figures are not those it last wrote."),
        )
        add(
            "paid_amount_counts",
            self.tr("Paid Amount is:"),
            self.counts,
            self.tr("Credit notes, discounts and write-offs are no money: usually they are shown apart."),
        )
        add(
            "credits_close",
            self.tr("May credits set Date Paid?"),
            self.credits,
            self.tr("A credit note can close an invoice without any money. Does that make it paid?"),
        )
        add(
            "statuses",
            self.tr("Invoices to look at:"),
            self.statuses,
            self.tr(
                "By their status in the books. One written here and cancelled later is taken back anyway."
            ),
        )
