"""Which tests cover which requirement: `python -m tests.requirements` writes tests/REQUIREMENTS.md anew.

A test covers an id that stands in its name (`test_bbk25_…`), in its docstring, or in the docstring of its
class. An id that only a file's docstring names is covered by the file as a whole, which is a weaker word and
shown so.
"""

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent
TABLE = FOLDER / "REQUIREMENTS.md"
SHOWN = 4
"""Tests named for each id; more are counted."""

_ID = re.compile(r"(?<![A-Za-z0-9])(S50|BBK|QML|SMQ|CXQ|UX)[-_ ]?0*(\d+)((?:/\d+)*)(?!\d)", re.IGNORECASE)


def wanted() -> dict[str, dict[str, str]]:
    """Per chapter the ids with a sentence each."""
    chapters: dict[str, dict[str, str]] = tomllib.loads((FOLDER / "requirements.toml").read_text("utf-8"))
    return chapters


def ids_in(text: str) -> set[str]:
    """The ids that a text names: 'BBK-25', 'test_bbk25_…', 'S50-08/09'."""
    found = set()
    for family, number, more in _ID.findall(text):
        for each in (number, *more.split("/")):
            if each:
                found.add(f"{family.upper()}-{int(each)}")
    return found


def covered() -> dict[str, list[str]]:
    """Per id the tests that name it, as 'folder/file.py::test'; 'folder/file.py' where only the file does."""
    by_id: dict[str, list[str]] = defaultdict(list)
    for path in sorted(FOLDER.rglob("test_*.py")):
        name = path.relative_to(FOLDER).as_posix()
        tree = ast.parse(path.read_text("utf-8"))
        inside: set[str] = set()
        for test, text in _tests(tree, ""):
            for each in sorted(ids_in(text)):
                inside.add(each)
                by_id[each].append(f"{name}::{test}")
        for each in sorted(ids_in(ast.get_docstring(tree) or "") - inside):
            by_id[each].append(name)
    return by_id


def _tests(node: ast.Module | ast.ClassDef, around: str) -> Iterator[tuple[str, str]]:
    for child in node.body:
        if isinstance(child, ast.ClassDef):
            yield from _tests(child, f"{child.name} {ast.get_docstring(child) or ''}")
        elif isinstance(child, ast.FunctionDef) and child.name.startswith("test_"):
            yield child.name, f"{around} {child.name.removeprefix('test_')} {ast.get_docstring(child) or ''}"


def table() -> str:
    """The table as it is to stand in the repository."""
    found = covered()
    lines = [
        "# Requirements and the tests that cover them",
        "",
        "Written by `python -m tests.requirements`; the ids and their sentences are in `requirements.toml`.",
        "A file named without a test covers the id as a whole.",
    ]
    for chapter, ids in wanted().items():
        lines += ["", f"## {chapter}", "", "| id | what | tests |", "|---|---|---|"]
        for each, sentence in ids.items():
            tests = found.get(_plain(each), [])
            single = [test for test in tests if "::" in test] or tests
            shown = "<br>".join(f"`{test}`" for test in single[:SHOWN])
            more = f"<br>and {len(single) - SHOWN} more" if len(single) > SHOWN else ""
            lines.append(f"| {each} | {sentence} | {shown + more if single else '**none yet**'} |")
    return "\n".join(lines) + "\n"


def missing() -> list[str]:
    """The ids that no test names."""
    found = covered()
    return [each for ids in wanted().values() for each in ids if _plain(each) not in found]


def _plain(id_: str) -> str:
    """An id without the zeros before its number: 'SMQ-1' for 'SMQ-01'."""
    (plain,) = ids_in(id_)
    return plain


if __name__ == "__main__":
    TABLE.write_text(table(), "utf-8")
    left = missing()
    print(f"{TABLE.name}: {len(left)} without a test{': ' + ', '.join(left) if left else ''}")
