"""The GnuCash connector: reads a book (one SQLite file) through a private copy and never touches the
original."""

from syncdesk.model.ports import Field, FieldKind, Opening, Source, SourceKind
from syncdesk.sources.gnucash.source import GnuCashSource


def _open(opening: Opening) -> Source:
    return GnuCashSource(opening.values.get("path", ""), opening.time_zone)


KIND = SourceKind(
    kind="gnucash",
    label="GnuCash",
    fields=(
        Field(
            key="path",
            label="GnuCash book",
            kind=FieldKind.FILE,
            aliases=("book", "file"),
            help="The file in which GnuCash keeps the book, saved in the sqlite3 format (File > Save As).",
            file_filter="GnuCash books (*.gnucash *.sqlite *.sqlite3 *.db);;All files (*)",
        ),
    ),
    has_change_stamps=False,
    open=_open,
    limits=(
        "A GnuCash book keeps no record of when a payment was entered or changed. A change therefore counts "
        "from the moment SyncDesk first saw it; the first run looks at every invoice."
    ),
)
