"""Collects the texts of the window: `python -m tests.ui.translations` renews resources/translations.

`syncdesk_en.ts` lists every text and gives English its plurals; a translator copies it to another language.
The `.qm` beside it is what the window loads. Needs only the tools that PySide6 brings along.
"""

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as Tree
from pathlib import Path

from syncdesk.app.search_values import PROBLEMS
from syncdesk.model.reasons import TEXTS

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
ENGLISH = FOLDER / "syncdesk_en.ts"

# Where one and many differ in more than the letter s.
FORMS = {
    "%n invoice(s) differ.": ("%n invoice differs.", "%n invoices differ."),
    "%n invoice(s) without a date are not among them.": (
        "%n invoice without a date is not among them.",
        "%n invoices without a date are not among them.",
    ),
    "%n of other days were left out.": ("%n of another day was left out.", "%n of other days were left out."),
    "%n row(s) wait for a person.": ("%n row waits for a person.", "%n rows wait for a person."),
    "%n row(s) were left out and stay due.": (
        "%n row was left out and stays due.",
        "%n rows were left out and stay due.",
    ),
    "Stopped after %n invoice(s) were written.": (
        "Stopped after %n invoice was written.",
        "Stopped after %n invoices were written.",
    ),
    "%n invoice(s) are not in the job database yet.": (
        "%n invoice is not in the job database yet.",
        "%n invoices are not in the job database yet.",
    ),
    "&Write These %n Change(s)": ("&Write This Change", "&Write These %n Changes"),
}


def main() -> int:
    """Collect, fill in the English plurals, compile."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        reasons = Path(folder) / "reasons.py"
        lines = [f'QCoreApplication.translate("reasons", {text!r})' for text in TEXTS.values()]
        lines += [f'QCoreApplication.translate("search", {text!r})' for text in PROBLEMS.values()]
        reasons.write_text("\n".join(lines), encoding="utf-8")
        sources = sorted(str(path) for path in (ROOT / "syncdesk" / "ui").glob("*.py"))
        _tool("lupdate", "-locations", "none", "-no-obsolete", *sources, str(reasons), "-ts", str(ENGLISH))
    _fill_in_plurals()
    _tool("lrelease", str(ENGLISH), "-qm", str(ENGLISH.with_suffix(".qm")))
    return 0


def plural_forms(source: str) -> tuple[str, str]:
    """The English text for one and for many."""
    return FORMS.get(source, (source.replace("(s)", ""), source.replace("(s)", "s")))


def _fill_in_plurals() -> None:
    tree = Tree.parse(ENGLISH)
    root = tree.getroot()
    root.set("language", "en")
    for message in root.iter("message"):
        if message.get("numerus") != "yes":
            continue
        translation = message.find("translation")
        assert translation is not None
        translation.attrib.pop("type", None)
        forms = plural_forms(message.findtext("source") or "")
        for element, text in zip(translation.findall("numerusform"), forms, strict=True):
            element.text = text
    body = Tree.tostring(root, encoding="unicode")
    ENGLISH.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def _tool(name: str, *arguments: str) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{name}")
    subprocess.run([str(program), *arguments], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
