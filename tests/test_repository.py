"""Proves that what the repository says of itself is true: documents, version, lock file, the commands."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import syncdesk

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DOCUMENTS = ["README.md", "ARCHITECTURE.md"]
TEST_COMMAND = "python3 dev.py test"
# Put together here, so that this file does not hold them itself.
FORBIDDEN = [
    "pypi" + ".org",
    "python" + "hosted.org",
    "/" + "work/",
    "/" + "root/",
    "/" + "opt/",
    "index" + "-url =",
]


def named_paths(text: str) -> set[str]:
    """Paths a document names in `code` or as the target of a link; addresses and commands are none."""
    outside_blocks = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    words = re.findall(r"`([^`\n]+)`", outside_blocks) + re.findall(r"\]\(([^)\s]+)\)", outside_blocks)
    folders = {path.name for path in ROOT.iterdir()} - {".venv"}
    looks_like_a_path = re.compile(r"[\w.-]+(/[\w.-]+)*/?")
    return {
        word
        for word in words
        if looks_like_a_path.fullmatch(word)
        and (word.split("/")[0] in folders or re.search(r"\.(md|py|toml|lock|png)$", word))
    }


def tracked_files() -> list[Path]:
    """Every file under version control; a source archive has none to ask."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listing.returncode:
        pytest.skip("not a checkout: there is no list of files under version control")
    return [ROOT / name for name in listing.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_a_document_names_exists(document: str) -> None:
    """A renamed file must be renamed in the documents too."""
    paths = named_paths((ROOT / document).read_text("utf-8"))
    assert len(paths) > 5
    assert {path for path in paths if not (ROOT / path).exists()} == set()


def test_a_missing_path_is_noticed() -> None:
    """The check above can fail, and leaves addresses and commands alone."""
    text = "See `syncdesk/nowhere.py`, [a](GONE.md), [b](https://example.com/x.md), `--json`, `make run`."
    assert named_paths(text) == {"syncdesk/nowhere.py", "GONE.md"}


def test_the_version_is_stated_once() -> None:
    """pyproject.toml takes it from the package, and the changelog is in step."""
    assert PROJECT["project"]["dynamic"] == ["version"]
    assert PROJECT["tool"]["hatch"]["version"]["path"] == "syncdesk/__init__.py"
    assert re.fullmatch(r"\d+\.\d+\.\d+", syncdesk.__version__)
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_lock_file_pins_every_declared_dependency() -> None:
    """Each dependency of pyproject.toml is pinned, and everything that is pinned has hashes."""
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    project = PROJECT["project"]
    groups = [
        project["dependencies"],
        *project["optional-dependencies"].values(),
        *PROJECT["dependency-groups"].values(),
    ]
    declared = {normal_name(requirement) for group in groups for requirement in group}
    assert declared - pinned == set()
    entries = re.split(r"\n(?=[a-z0-9-]+==)", lock)[1:]
    assert len(entries) == len(pinned)
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def normal_name(requirement: str) -> str:
    """The package name of a requirement, spelt as lock files spell it."""
    return re.split(r"[\s\[<>=!~;]", requirement)[0].lower().replace("_", "-").replace(".", "-")


def test_the_pinned_pyside_is_a_sound_one() -> None:
    """6.12.0 aborts on Python 3.11 (see tests/ui/test_pyside_guard.py); the lock file obeys the bound."""
    found = re.search(
        r"^pyside6-essentials==(\d+)\.(\d+)", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE
    )
    assert found is not None
    assert (6, 8) <= (int(found[1]), int(found[2])) < (6, 12)


def test_no_file_names_a_package_index_or_a_folder_of_one_machine() -> None:
    """Whoever clones this has other mirrors and other folders."""
    texts = [(file, file.read_bytes().decode("utf-8", "replace")) for file in tracked_files()]
    assert len(texts) > 20
    assert [
        f"{file.relative_to(ROOT)}: {word}" for file, text in texts for word in FORBIDDEN if word in text
    ] == []


def test_the_readme_and_the_automatic_checks_use_one_test_command() -> None:
    """What runs by itself is what a newcomer types."""
    assert f"`{TEST_COMMAND}`" in (ROOT / "README.md").read_text("utf-8")
    commands = [line for line in (ROOT / ".ci" / "run").read_text("utf-8").splitlines() if "dev.py" in line]
    assert commands == [f"exec {TEST_COMMAND}"]
    assert "run: python dev.py test" in (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")


def test_the_makefile_only_calls_dev_py() -> None:
    """One entry on every system (D20): make adds names, not behaviour."""
    recipes = [line for line in (ROOT / "Makefile").read_text("utf-8").splitlines() if line.startswith("\t")]
    assert recipes == ["\t$(PYTHON) dev.py $@ $(ARGS)"]
