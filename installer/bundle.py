"""Builds what people download, and proves it: `python3 dev.py bundle [--no-proof]`.

    bundle      one folder with two programs, by PyInstaller (installer/syncdesk.spec)
    selftest    the bundle itself, before it is packed
    package     .deb on Linux; on Windows and macOS the scripts beside this file take over (README.md)
    proof       the package in a bare Debian (installer/linux/prove.py), where this machine can make one

Everything lands in `build/`. Sizes and times are printed as the table of installer/README.md has them.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / "build"
TOOLS = BUILD / "venv"
WINDOWS, LINUX = os.name == "nt", sys.platform.startswith("linux")
ROUNDS = 5
BARE = """\
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTableWidget
app = QApplication(sys.argv)
window = QTableWidget(40, 8)
window.show()
QTimer.singleShot(0, lambda: (print("painted", flush=True), app.quit()))
app.exec()
"""


def main() -> int:
    """Build, test, pack, prove, measure."""
    version = re.search(r'__version__ = "([^"]+)"', (ROOT / "syncdesk/__init__.py").read_text("utf-8"))[1]
    bundle = build()
    selftest(bundle)
    print(f"bundle: {bundle}, {size(bundle)} MB", flush=True)
    if LINUX and shutil.which("dpkg-deb"):
        sys.path.insert(0, str(HERE / "linux"))
        from deb import build_deb
        from prove import prove

        deb = build_deb(bundle, BUILD / "packages", version)
        print(f"package: {deb}, {deb.stat().st_size / 1e6:.0f} MB", flush=True)
        if "--no-proof" in sys.argv:
            print("proof: left out, as asked for")
        elif os.geteuid() == 0 and shutil.which("debootstrap"):
            for line in prove(deb):
                print(f"proven: {line}", flush=True)
        else:
            print("proof: left out; it needs root and debootstrap")
    measure(bundle)
    return 0


def build() -> Path:
    """Make the bundle in an environment that holds what the lock files name and nothing else."""
    python = TOOLS / ("Scripts/python.exe" if WINDOWS else "bin/python")
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(TOOLS)], check=True)
    pip = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes"]
    subprocess.run([*pip, "--no-deps", "-r", str(ROOT / "requirements.lock")], check=True)
    subprocess.run([*pip, "-r", str(HERE / "requirements.lock")], check=True)
    subprocess.run([str(python), str(HERE / "app_icons.py"), str(BUILD / "icons")], check=True)
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"]
    command += ["--distpath", str(BUILD / "bundle"), "--workpath", str(BUILD / "work")]
    subprocess.run([*command, str(HERE / "syncdesk.spec")], check=True, cwd=ROOT)
    return BUILD / "bundle" / "syncdesk"


def program(bundle: Path, name: str) -> str:
    """One of the programs of a bundle."""
    return str(bundle / (f"{name}.exe" if WINDOWS else name))


def selftest(bundle: Path) -> None:
    """The bundle looks whether it is whole, from a path with spaces and other letters than ours."""
    with tempfile.TemporaryDirectory(prefix="Büro Ærø 事務 ") as folder:
        moved = Path(folder) / "Sync Desk"
        shutil.copytree(bundle, moved, symlinks=True)
        done = subprocess.run([program(moved, "syncdesk-cli"), "--selftest"], check=False, cwd=folder)
        if done.returncode:
            raise SystemExit("The bundle is not whole; nothing was packed.")


def size(folder: Path) -> int:
    """Megabytes on disk."""
    return round(sum(f.stat().st_size for f in folder.rglob("*") if f.is_file() and not f.is_symlink()) / 1e6)


def measure(bundle: Path) -> None:
    """How long from start to the first picture, in turns with a bare window of Qt with a table."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    python = TOOLS / ("Scripts/python.exe" if WINDOWS else "bin/python")
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as home:
        environment["SYNCDESK_HOME"] = home
        for _ in range(ROUNDS):
            ours.append(_timed([program(bundle, "syncdesk-cli"), "--first-paint"], environment))
            bare.append(_timed([str(python), "-c", BARE], environment))
    ours.sort()
    bare.sort()
    middle = ROUNDS // 2
    print(f"start to first picture: {ours[middle]:.2f} s; a bare Qt window with a table {bare[middle]:.2f} s")


def _timed(command: list[str], environment: dict[str, str]) -> float:
    """Seconds until the program says that it was drawn."""
    begin = time.perf_counter()
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as started:
        assert started.stdout is not None
        said = started.stdout.readline()
        took = time.perf_counter() - begin
    if said.strip() != b"painted":
        raise SystemExit(f"{command[0]} did not say when it was drawn")
    return took


if __name__ == "__main__":
    sys.exit(main())
