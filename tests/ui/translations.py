"""Collects the texts of the window: `python -m tests.ui.translations` renews resources/translations.

`syncdesk_en.ts` lists every text and gives English its plurals; the files of the other languages beside it
are brought up to date, and what they lack is named. The `.qm` beside each is what the window loads. Needs
only the tools that PySide6 brings along.
"""

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as Tree
from pathlib import Path

from syncdesk.app.runs import NO_EARLIER_RUN
from syncdesk.app.search_values import PROBLEMS
from syncdesk.model.reasons import TEXTS
from syncdesk.sources import KINDS

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
ENGLISH = FOLDER / "syncdesk_en.ts"
LANGUAGES = ("de", "fr")
"""The languages besides English."""

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
        sources = sorted(str(path) for path in (ROOT / "syncdesk" / "ui").glob("*.py"))
        lines += [f'QCoreApplication.translate("declared", {text!r})' for text in declared_texts()]
        reasons.write_text("\n".join(lines), encoding="utf-8")
        known = {language: _known(language_file(language)) for language in LANGUAGES}
        for file in (ENGLISH, *map(language_file, LANGUAGES)):
            options = ("-locations", "none", "-no-obsolete", "-target-language", file.stem.partition("_")[2])
            _tool("lupdate", *options, *sources, str(reasons), "-ts", str(file))
    _fill_in_plurals()
    for language, texts in known.items():
        _take_over(language_file(language), texts)
    for file in (ENGLISH, *map(language_file, LANGUAGES)):
        compile_to(file, file.with_suffix(".qm"))
    lacking = {language: unfinished(language_file(language)) for language in LANGUAGES}
    for language, texts in lacking.items():
        print(f"{language}: {len(texts)} texts without a translation", *texts, sep="\n    ")
    return int(any(lacking.values()))


def language_file(language: str) -> Path:
    """Where the texts of a language are."""
    return FOLDER / f"syncdesk_{language}.ts"


def declared_texts() -> list[str]:
    """What the kinds of books say of themselves and of their fields; the window shows it."""
    texts = [NO_EARLIER_RUN]
    for kind in KINDS:
        texts.append(kind.limits)
        for field in kind.fields:
            texts += [field.label, field.help, field.file_filter]
    return sorted({text for text in texts if text})


def _known(file: Path) -> dict[str, list[str]]:
    """What is translated in a file, by the text."""
    root = Tree.parse(file).getroot()
    return {m.findtext("source") or "": translations(m) for m in root.iter("message") if all(translations(m))}


def _take_over(file: Path, known: dict[str, list[str]]) -> None:
    """A text that is said in another place now keeps its translation."""
    root = Tree.parse(file).getroot()
    for message in root.iter("message"):
        translation, texts = message.find("translation"), known.get(message.findtext("source") or "")
        if translation is None or translation.get("type") != "unfinished" or texts is None:
            continue
        forms = translation.findall("numerusform")
        for element, text in zip(forms or [translation], texts, strict=True):
            element.text = text
        del translation.attrib["type"]
    _write(file, root)


def unfinished(file: Path) -> list[str]:
    """The texts that a language lacks."""
    return [
        message.findtext("source") or ""
        for message in Tree.parse(file).getroot().iter("message")
        if any(not text for text in translations(message)) or message.find("translation[@type]") is not None
    ]


def translations(message: Tree.Element) -> list[str]:
    """The text of a message in another language, or its forms for one and for many."""
    translation = message.find("translation")
    assert translation is not None
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [translation.text or ""]


def compile_to(file: Path, target: Path) -> None:
    """Make what the window loads."""
    _tool("lrelease", str(file), "-qm", str(target))


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
    _write(ENGLISH, root)


def _write(file: Path, root: Tree.Element) -> None:
    body = Tree.tostring(root, encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def _tool(name: str, *arguments: str) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{name}")
    subprocess.run([str(program), *arguments], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
