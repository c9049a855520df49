"""Proves the arrows of ARCHITECTURE.md by reading every import, those inside functions included.

The contracts in pyproject.toml follow chains of imports as well; what they cannot say stands here: which
foreign packages a room may use, that money never meets a float, and who may ask for the time.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "syncdesk"
MIDDLE = {"sources", "engine", "jobdb", "journal", "settings"}

# Room -> the rooms and the foreign packages it may import.
ALLOWED: dict[str, tuple[set[str], set[str]]] = {
    "model": (set(), set()),
    "engine": ({"model"}, set()),
    "sources": ({"model"}, {"requests", "urllib3", "truststore", "msgspec", "oauthlib"}),
    "jobdb": ({"model"}, {"sqlalchemy"}),
    "journal": ({"model"}, {"sqlalchemy"}),
    "settings": ({"model"}, {"keyring", "platformdirs", "filelock", "cryptography"}),
    "app": ({"model", *MIDDLE}, {"filelock", "xlsxwriter"}),
    "cli": ({"model", "app"}, {"tqdm"}),
    "ui": ({"model", "app"}, {"PySide6"}),
    "__main__": ({"model", "app", "cli", "ui"}, set()),
}
EXACT_ROOMS = ("model", "engine", "sources", "jobdb")
KNOWS_NO_MONEY = (
    PACKAGE / "sources" / "http"
)  # carries bytes and waits for seconds; decoders come from outside
CARRIES_RAW_VALUES = PACKAGE / "model" / "codec.py"  # hands on, bit by bit, what a job database holds
SECONDS = re.compile(r"_?(patience|pause|wait|timeout|delay|interval|(.*_)?seconds)(_.*)?", re.IGNORECASE)
LIKENESS = {"cutoff"}  # how alike two names must be for a suggestion
MACHINE_ZONE = "datetime.now(UTC).astimezone().tzinfo"  # asks where the computer is, not what time it is
TIMEKEEPERS = {"sleep", "pause", "wait", "timedelta"}


def modules(*rooms: str) -> list[Path]:
    """Every source file of these rooms, or of the whole package."""
    files = sorted(PACKAGE.rglob("*.py"))
    assert len(files) > 20, "the package was not found"
    return [file for file in files if not rooms or room_of(file) in rooms]


def exact_modules() -> list[Path]:
    """The files that calculate with money or hand it on; one only hands on what a database holds."""
    files = modules(*EXACT_ROOMS)
    return [file for file in files if file != CARRIES_RAW_VALUES and file.parent != KNOWS_NO_MONEY]


def room_of(file: Path) -> str:
    """The folder below syncdesk that a file lives in; for a file beside the folders its own name."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[str]:
    """Full names of everything imported anywhere in a module; relative imports begin with a dot."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = "." * node.level + (node.module or "")
            yield from (f"{origin}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and called(node) in {"import_module", "__import__"}:
            yield from (word.value for word in node.args[:1] if isinstance(word, ast.Constant))


def called(node: ast.Call) -> str:
    """The last part of what is called: `sleep` for `time.sleep(...)`."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def forbidden_imports(room: str, source: str) -> list[str]:
    """What a module of this room imports against the arrows."""
    rooms, packages = ALLOWED[room]
    wrong = []
    for name in imported(ast.parse(source)):
        top, _, rest = name.partition(".")
        if not top:
            wrong.append(f"{name} (write imports in full)")
        elif top == "syncdesk":
            target = rest.partition(".")[0]
            if target not in rooms | {room, "__version__", ""}:
                wrong.append(name)
        elif top not in sys.stdlib_module_names | packages:
            wrong.append(name)
    return wrong


def floats(source: str) -> list[str]:
    """Floats a module makes, other than lengths of time and likeness of names, each with its line."""
    tree = ast.parse(source)
    times = {id(node) for holder in ast.walk(tree) for node in lengths_of_time(holder)}
    found = []
    for node in ast.walk(tree):
        literal = isinstance(node, ast.Constant) and isinstance(node.value, float | complex)
        makes = isinstance(node, ast.Call) and called(node) in {"float", "fromhex"}
        if (literal or makes) and id(node) not in times:
            found.append(f"line {node.lineno}: {ast.unparse(node)}")
    return found


def lengths_of_time(node: ast.AST) -> Iterator[ast.AST]:
    """The values a node gives to names or functions that stand for seconds."""
    if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if all(SECONDS.fullmatch(ast.unparse(target).rpartition(".")[2]) for target in targets):
            yield from ast.walk(node.value)
    elif isinstance(node, ast.arguments):
        with_default = node.args[len(node.args) - len(node.defaults) :] + node.kwonlyargs
        pairs = zip(with_default, [*node.defaults, *node.kw_defaults], strict=True)
        yield from (value for name, value in pairs if value is not None and SECONDS.fullmatch(name.arg))
    elif isinstance(node, ast.Call) and called(node) in TIMEKEEPERS:
        yield from (part for word in node.args for part in ast.walk(word))
    elif isinstance(node, ast.keyword) and node.arg and (node.arg in LIKENESS or SECONDS.fullmatch(node.arg)):
        yield from ast.walk(node.value)


def clock_readings(source: str) -> list[str]:
    """Where a module asks the machine for the time instead of being told."""
    asked = {"now", "utcnow", "today", "monotonic", "perf_counter", "time_ns"}
    tree = ast.parse(source.replace(MACHINE_ZONE, "machine_zone"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [f"line {node.lineno}: {ast.unparse(node)}" for node in calls if is_clock(node, asked)]


def is_clock(node: ast.Call, asked: set[str]) -> bool:
    """True for `datetime.now()` and its like; a clock handed in as `self.clock()` or `now()` is fine."""
    method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    return method in asked or ast.unparse(node.func) == "time.time"


@pytest.mark.parametrize("file", modules(), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_imports_follow_the_arrows(file: Path) -> None:
    """Every room imports only what the table above allows."""
    if file == PACKAGE / "__init__.py":
        assert list(imported(ast.parse(file.read_text("utf-8")))) == []
        return
    assert forbidden_imports(room_of(file), file.read_text("utf-8")) == []


@pytest.mark.parametrize("file", exact_modules(), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_no_float_meets_money(file: Path) -> None:
    """No float is made in model, engine, sources and jobdb, unless it counts seconds."""
    assert floats(file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "file", modules("model", "engine"), ids=lambda file: file.relative_to(PACKAGE).as_posix()
)
def test_time_is_handed_in(file: Path) -> None:
    """model and engine never look at a clock themselves, so that a test can say what time it is."""
    assert clock_readings(file.read_text("utf-8")) == []


def test_only_the_worker_names_qt_threads() -> None:
    """D18: threads are Qt's business in one file."""
    naming = {
        file
        for file in modules("ui")
        if re.search(r"\bQThread(Pool)?\b|\bQRunnable\b", file.read_text("utf-8"))
    }
    assert naming <= {PACKAGE / "ui" / "worker.py"}


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("model", "import syncdesk.engine.plan"),
        ("model", "import sqlalchemy"),
        ("engine", "from syncdesk.jobdb.database import Database"),
        ("engine", "from syncdesk import journal"),
        ("engine", "def f():\n    from syncdesk.sources import registry"),
        ("sources", "from ..jobdb import database"),
        ("jobdb", "from PySide6.QtCore import QObject"),
        ("journal", "import importlib\nimportlib.import_module('syncdesk.jobdb')"),
        ("app", "from syncdesk.ui import window"),
        ("cli", "from syncdesk.engine.run import Run"),
        ("cli", "from syncdesk.ui.main import run_window"),
        ("ui", "import sqlalchemy as sa"),
        ("ui", "if True:\n    from syncdesk.settings import config"),
    ],
)
def test_a_broken_arrow_is_found(room: str, line: str) -> None:
    """The check above can fail."""
    assert forbidden_imports(room, line)


def test_a_command_over_files_loads_nothing_of_the_web_or_the_window() -> None:
    """They take longer to load than most commands take."""
    heavy = ("requests", "urllib3", "msgspec", "oauthlib", "keyring", "xlsxwriter", "psycopg", "PySide6")
    program = f"import sys, syncdesk.app.desk; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_floats_and_clocks_are_found() -> None:
    """The checks above can fail, and know seconds from money."""
    assert floats("amount = 1.5")
    assert floats("amount = float(text)")
    assert floats("def pay(amount=0.0): ...")
    assert floats("write(value=2.5)")
    assert not floats(
        "RETRY_SECONDS = 1.5\ntime.sleep(0.05)\ndef f(patience: float = 10.0): ...\nf(patience=0.5)"
    )
    assert clock_readings("x = datetime.now(UTC)")
    assert clock_readings("import time\nx = time.time()")
    assert not clock_readings("x = self._clock()")
