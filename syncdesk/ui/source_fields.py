"""The fields that a kind of books asks for, made from what it declares: secrets hidden, what few people need
folded away. Used by settings_form and by the assistant."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from syncdesk.model.ports import Field, FieldKind, SourceKind
from syncdesk.ui.notices import Fold, wrapped_label
from syncdesk.ui.present import declared_text
from syncdesk.ui.settings_fields import ButtonLine, FormGrid, LineField, SecretField, field_editor
from syncdesk.ui.theme import GAP, larger_font, quieten


class SourceFields(QWidget):
    """The lines of one kind of books. Made anew for another kind."""

    changed = Signal()

    def __init__(
        self,
        kind: SourceKind | None = None,
        values: Mapping[str, str] | None = None,
        stored: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`values` are filled in where given; with `stored` the secrets are in the password store already,
        and an empty line leaves them as they are."""
        super().__init__(parent)
        self._fields: tuple[Field, ...] = kind.fields if kind is not None else ()
        self._stored = stored
        self.editors: dict[str, LineField | ButtonLine] = {}
        self.grid, self.more = FormGrid(self), FormGrid()
        self.fold = Fold("settings-more-fields", self.tr("More fields"), self.more, self)
        for field in self._fields:
            self._add(field, (values or {}).get(field.key))
        self.fold.setVisible(bool(self.more.names))
        if any(self._is_unusual(field) for field in self._fields):
            self.fold.open()
        self.no_more = wrapped_label("settings-no-more-fields", self)
        self.no_more.setText(self.tr("There are no further settings for these books."))
        self.no_more.setFont(larger_font(self.font(), 0.92))
        self.no_more.setVisible(kind is not None and not self.more.names)
        quieten(self.no_more)
        self.limits = wrapped_label("settings-limits", self)
        self.limits.setFont(larger_font(self.font(), 0.92))
        self.limits.setText(declared_text(kind.limits) if kind is not None else "")
        self.limits.setVisible(bool(self.limits.text()))
        quieten(self.limits)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for part in (self.grid, self.fold, self.no_more, self.limits):
            column.addWidget(part)

    @property
    def values(self) -> dict[str, str]:
        """What is filled in, by key."""
        return {key: editor.value for key, editor in self.editors.items()}

    @property
    def grids(self) -> tuple[FormGrid, FormGrid]:
        """Its lines: the usual ones and those folded away."""
        return self.grid, self.more

    def missing(self) -> tuple[str, ...]:
        """The labels of what must still be filled in by a person."""
        return tuple(
            declared_text(field.label)
            for field in self._fields
            if field.required
            and not field.signed_in
            and not self.editors[field.key].value
            and not (self._stored and field.kind is FieldKind.SECRET)
        )

    def tell(self, name: str, error: str) -> bool:
        """Show an error at the field of this name, unfolded if need be; False if there is none."""
        for grid in self.grids:
            if name in grid.names:
                grid.tell(name, error)
                if error and grid is self.more:
                    self.fold.open()
                return True
        return False

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, line by line."""
        return (*self.grid.stops, self.fold.button, *self.more.stops)

    def _add(self, field: Field, value: str | None) -> None:
        editor = field_editor(field)
        self.editors[field.key] = editor
        grid = self.more if field.advanced else self.grid
        grid.add(
            field.key, f"{declared_text(field.label)}:".replace("&", "&&"), editor, declared_text(field.help)
        )
        if value is not None and field.kind is not FieldKind.SECRET:
            editor.set_value(value)
        if self._stored and isinstance(editor, SecretField):
            editor.line.setPlaceholderText(self.tr("Kept in the password store; fill in to change it"))
        changed = editor.changed if isinstance(editor, ButtonLine) else editor.textChanged
        changed.connect(self.changed)

    def _is_unusual(self, field: Field) -> bool:
        """True for a field that is folded away but was filled in by a person."""
        value = self.editors[field.key].value
        return field.advanced and not field.signed_in and bool(value) and value != field.default
