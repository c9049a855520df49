"""The one entry for people who work with a checkout: `python3 dev.py run`, `python3 dev.py test` and more.

It needs nothing but Python 3.11: it makes the virtual environment `.venv`, installs exactly what
`requirements.lock` names, sees to the system libraries that Qt wants on Linux, and then starts the command.
What was installed before is left alone until `pyproject.toml` or `requirements.lock` changes.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    Command = list[str | Path]

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
STAMP = ENVIRONMENT / "installed-from.txt"
WINDOWS = os.name == "nt"
LINUX = sys.platform.startswith("linux")

# Library a program asks the loader for -> package that brings it on Debian and Ubuntu.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
GNUCASH_PACKAGES = ["gnucash", "python3-gnucash", "libdbd-sqlite3"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER_PACKAGES = ["chromium"]
# Program that packs for people -> package that brings it.
PACKERS = {"makensis": "nsis", "mksquashfs": "squashfs-tools"}


def main() -> int:
    """Read the command line and carry out one command; the exit code is that of the work."""
    require_python()
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, action, text in (
        ("run", run, "install everything and open SyncDesk on its sample company"),
        ("test", test, "install everything and run all checks and tests"),
        ("check", check, "layout, lint, types and arrows between the rooms, without the tests"),
        ("bench", bench, "measure whole runs against the plainest program that does the same"),
        ("soak", soak, "the long tests"),
        ("bundle", bundle, "build what people download, and prove it (installer/README.md)"),
        ("setup", setup, "install everything and stop"),
        ("lock", lock, "write requirements.lock anew from pyproject.toml"),
    ):
        commands.add_parser(name, help=text, add_help=False).set_defaults(action=action)
    chosen, further = parser.parse_known_args()
    os.chdir(ROOT)
    action_code: int = chosen.action([word for word in further if word != "--"])
    return action_code


# --- the commands ---------------------------------------------------------------------------------------


def run(further: list[str]) -> int:
    """The main job: SyncDesk on its sample company. Further words go to `syncdesk demo`."""
    install(screen=has_screen())
    return hand_over([str(python()), "-m", "syncdesk", "demo", *further])


def test(further: list[str]) -> int:
    """All static checks, then all tests but the long ones. Further words go to pytest."""
    install(screen=False, for_tests=True)
    # On all cores; what a core has left over is handed to one that has nothing to do.
    return report(
        {**static_checks(), "tests": ["-m", "pytest", "-n", "auto", "--dist", "worksteal", *further]}
    )


def check(further: list[str]) -> int:
    """The static checks alone."""
    refuse(further)
    install_packages()
    return report(static_checks())


def bench(further: list[str]) -> int:
    """The benchmark; it says itself what it measures."""
    install(screen=False)
    return hand_over([str(python()), "-m", "tests.bench", *further])


def soak(further: list[str]) -> int:
    """The long tests, which `test` leaves out."""
    install(screen=False, for_tests=True)
    return report({"long tests": ["-m", "pytest", "-m", "soak", "--timeout=3600", *further]})


def bundle(further: list[str]) -> int:
    """What people download. Qt's screen libraries travel along, so they must be here when it is built."""
    if LINUX:
        install_system_libraries(screen=True)
        install_packers()
        if "--no-proof" not in further and shutil.which("debootstrap") is None and may_install():
            install_with_apt(["debootstrap"], "The package is proven in a bare Debian")
    return hand_over([sys.executable, str(ROOT / "installer" / "bundle.py"), *further])


def setup(further: list[str]) -> int:
    """Everything that `run` and `test` would install."""
    refuse(further)
    install(screen=has_screen(), for_tests=True)
    say("Everything is in place.")
    return 0


def lock(further: list[str]) -> int:
    """Pin every dependency for all systems, with hashes and without the name of any package index."""
    refuse(further)
    with tempfile.TemporaryDirectory() as folder:
        workshop = Path(folder)
        subprocess.run([sys.executable, "-m", "venv", workshop], check=True)
        subprocess.run([python(workshop), "-m", "pip", "install", "--quiet", "uv"], check=True)
        wanted = workshop / "requirements.lock"
        command: Command = [python(workshop), "-m", "uv", "pip", "compile", "--quiet"]
        command += ["--universal", "--generate-hashes"]
        command += ["--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate"]
        command += ["--python-version", "3.11", "--all-extras", "--group", "dev", PROJECT, "-o", wanted]
        subprocess.run(command, check=True)
        text = wanted.read_text(encoding="utf-8")
    if re.search(r"https?:|file:|--(extra-)?index|--find-links|^\s*[./]", text, re.MULTILINE):
        stop("The new lock file names a place that packages come from; it was not kept.")
    heading = "# Made by `python3 dev.py lock` from pyproject.toml; not edited by hand.\n"
    LOCK.write_text(heading + text, encoding="utf-8")
    say(f"{LOCK.name} pins {len(re.findall('^[a-z]', text, re.MULTILINE))} packages.")
    return 0


def static_checks() -> dict[str, list[str]]:
    """What each check is called, and how Python is asked for it."""
    return {
        "layout": ["-m", "ruff", "format", "--check", "--output-format", "concise", "."],
        "lint": ["-m", "ruff", "check", "--output-format", "concise", "."],
        "types": ["-m", "mypy"],
        "arrows": ["-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-logo"],
    }


def report(checks: dict[str, list[str]]) -> int:
    """Run every check, even after one failed, and close with one line that says how it went."""
    began = time.monotonic()
    failed = []
    for name, words in checks.items():
        say(f"{name} …")
        if subprocess.run([python(), *words], cwd=ROOT).returncode:
            failed.append(name)
    seconds = round(time.monotonic() - began)
    if failed:
        say(f"FAILED: {', '.join(failed)} (of {', '.join(checks)}; {seconds} s)")
        return 1
    say(f"ALL GOOD: {', '.join(checks)} ({seconds} s)")
    return 0


# --- Python and its packages ----------------------------------------------------------------------------


def require_python() -> None:
    """Stop early, in plain words, on a Python that cannot work."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this file may have an older one
        version = platform.python_version()
        stop(
            f"SyncDesk needs Python 3.11 or newer; this is Python {version} ({sys.executable}).\n"
            "Install a newer Python and start this file with it, for example: python3.11 dev.py run"
        )


def python(environment: Path = ENVIRONMENT) -> Path:
    """The interpreter inside a virtual environment."""
    return environment / ("Scripts/python.exe" if WINDOWS else "bin/python")


def install(*, screen: bool, for_tests: bool = False) -> None:
    """Bring about all that is needed: system libraries, the virtual environment, the packages."""
    if LINUX:
        install_system_libraries(screen=screen)
        if for_tests:
            install_gnucash()
            install_browser()
            install_packers()
    install_packages()


def install_packages() -> None:
    """Make `.venv` hold what the lock file names and the project itself, unless it does already."""
    state = wanted_state()
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == state and environment_works():
        return
    make_environment()
    say("Installing the Python packages (once; about a minute) …")
    pip: Command = [python(), "-m", "pip", "install", "--disable-pip-version-check", "-qq", "--no-deps"]
    run_or_stop([*pip, "--require-hashes", "-r", LOCK], "The Python packages could not be installed.")
    run_or_stop([*pip, "--no-build-isolation", "-e", ROOT], "SyncDesk itself could not be installed.")
    STAMP.write_text(state, encoding="utf-8")


def wanted_state() -> str:
    """What the environment depends on; when any of it changes, the packages are installed again."""
    digest = hashlib.sha256(PROJECT.read_bytes() + LOCK.read_bytes()).hexdigest()
    return f"{digest}\n{ROOT}\n"


def make_environment() -> None:
    """Create `.venv`, or create it anew if it was moved here from elsewhere or its Python is gone."""
    if environment_works():
        return
    if importlib.util.find_spec("ensurepip") is None:
        install_with_apt(["python3-venv"], "This Python cannot make virtual environments")
        importlib.invalidate_caches()
    say("Making the virtual environment .venv …")
    command: Command = [sys.executable, "-m", "venv", "--clear", ENVIRONMENT]
    run_or_stop(command, "The virtual environment .venv could not be made.")


def environment_works() -> bool:
    """Whether `.venv` has a Python that is new enough, and that knows this folder as its home."""
    probe = "import sys, pip; print(sys.version_info >= (3, 11), sys.prefix)"
    try:
        answer = subprocess.run([python(), "-c", probe], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return False
    new_enough, prefix = answer.strip().split(" ", 1)
    return new_enough == "True" and Path(prefix).resolve() == ENVIRONMENT.resolve()


# --- system packages on Linux ---------------------------------------------------------------------------


def has_screen() -> bool:
    """Whether a window could be shown here."""
    return not LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def install_system_libraries(*, screen: bool) -> None:
    """See to the libraries Qt loads, and to letters that look well where nobody has chosen any."""
    libraries = {**QT_LIBRARIES, **(SCREEN_LIBRARIES if screen else {})}
    missing = [name for name in libraries if not loads(name)]
    packages = [libraries[name] for name in missing]
    if packages and not may_install():
        if not shutil.which("apt-get"):
            stop(f"Qt needs libraries this system lacks; please install what brings {', '.join(missing)}.")
    elif may_install() and not has_font("Inter"):
        packages.append("fonts-inter")
    if packages:
        install_with_apt(packages, "Qt needs libraries that this system lacks")


def install_gnucash() -> None:
    """Bring GnuCash's own engine for the tests that compare with it; they are skipped aloud without it."""
    if has_gnucash():
        return
    if may_install():
        install_with_apt(GNUCASH_PACKAGES, "The tests against real GnuCash need it")
    else:
        say("GnuCash is not installed: the tests against its own engine will be skipped.")
        if shutil.which("apt-get"):
            say(f"To run them too: {apt_line(GNUCASH_PACKAGES)}")


def has_gnucash() -> bool:
    """Whether the engine can be loaded by the system's Python and can store books as SQLite."""
    driver = next(Path("/usr").glob("lib*/**/dbd/libdbdsqlite3.so"), None)
    system_python = Path("/usr/bin/python3")
    if driver is None or not system_python.exists():
        return False
    return subprocess.run([system_python, "-c", "import gnucash"], capture_output=True).returncode == 0


def install_browser() -> None:
    """Bring a browser for the tests of signing in; they are skipped aloud without it."""
    if any(shutil.which(name) for name in BROWSERS):
        return
    if may_install():
        install_with_apt(BROWSER_PACKAGES, "The tests of signing in open a real browser")
    else:
        say("Chromium is not installed: the tests of signing in with a real browser will be skipped.")
        if shutil.which("apt-get"):
            say(f"To run them too: {apt_line(BROWSER_PACKAGES)}")


def install_packers() -> None:
    """Bring what packs for Windows and as an AppImage; those tests are skipped aloud without it."""
    missing = [package for program, package in PACKERS.items() if not shutil.which(program)]
    if not missing:
        return
    if may_install():
        install_with_apt(missing, "SyncDesk is packed for people with it")
    else:
        say(f"{', '.join(missing)} is not installed: tests of packing will be skipped.")
        if shutil.which("apt-get"):
            say(f"To run them too: {apt_line(missing)}")


def has_font(family: str) -> bool:
    """Whether a font file of this family lies in one of the usual folders."""
    folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts"]
    return any(next(folder.rglob(f"{family}*.[ot]t[fc]"), None) for folder in folders if folder.exists())


def loads(library: str) -> bool:
    """Whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def may_install() -> bool:
    """Whether we may install system packages ourselves: as root, where there is apt."""
    return LINUX and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install_with_apt(packages: list[str], reason: str) -> None:
    """Install system packages, or print the one line that does and stop."""
    if not may_install():
        stop(f"{reason}. Please run this line, then the same command again:\n\n    {apt_line(packages)}\n")
    say(f"{reason}; installing {' '.join(packages)} …")
    if not any(Path("/var/lib/apt/lists").glob("*_Packages*")):
        apt("update")
    if apt("install", *packages) != 0:
        apt("update")
        if apt("install", *packages) != 0:
            stop(f"apt-get could not install {' '.join(packages)}; its reason stands above.")


def apt(action: str, *packages: str) -> int:
    """Call apt-get without questions, waiting if another installation is under way."""
    command = ["apt-get", action, "-y", "-qq", "-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0"]
    if action == "install":
        command.append("--no-install-recommends")
    quiet = subprocess.DEVNULL  # pages of unpacking that nobody reads; faults go to standard error
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run([*command, *packages], stdout=quiet, env=environment).returncode


def apt_line(packages: list[str]) -> str:
    """The line a person can type to get these packages."""
    return f"sudo apt-get install -y --no-install-recommends {shlex.join(packages)}"


# --- small things ---------------------------------------------------------------------------------------


def hand_over(command: list[str]) -> int:
    """Become another program, so that signals and exit code are its own; Windows can only wait for it."""
    sys.stdout.flush()
    if not WINDOWS:
        os.execv(command[0], command)
    return subprocess.run(command, cwd=ROOT).returncode


def run_or_stop(command: Command, trouble: str) -> None:
    """Run a command whose failure ends everything, with its own message above ours."""
    if subprocess.run(command, cwd=ROOT).returncode != 0:
        stop(trouble)


def refuse(further: list[str]) -> None:
    """Stop at words that a command has no use for."""
    if further:
        stop(f"These words mean nothing here: {' '.join(further)}")


def say(text: str) -> None:
    """One line to the person; on standard error, so that standard output stays the program's own."""
    print(f"dev: {text}", file=sys.stderr, flush=True)


def stop(text: str) -> NoReturn:
    """Say why it cannot go on, and leave with exit code 2."""
    print(f"dev: {text}", file=sys.stderr, flush=True)
    sys.exit(2)


if __name__ == "__main__":
    sys.exit(main())
