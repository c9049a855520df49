"""Builds what people download, and proves it: `python3 dev.py bundle [--no-proof]`.

    bundle      one folder with two programs, by PyInstaller (installer/syncdesk.spec)
    selftest    the bundle itself, before it is packed; it is started too, next to a bare window of Qt
    package     .deb and AppImage on Linux; on Windows and macOS the scripts beside this file take over
    proof       the packages in a bare Debian (installer/linux/prove.py), where this machine can make one

Everything lands in `build/`. Sizes and times are printed for the table of installer/README.md. The variables
RELEASE_FEED and RELEASE_PAGE say where newer versions are published (syncdesk/app/published.py).
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / "build"
TOOLS = BUILD / "venv"
WINDOWS, LINUX = os.name == "nt", sys.platform.startswith("linux")
PYTHON = TOOLS / ("Scripts/python.exe" if WINDOWS else "bin/python")
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
    measure(bundle)  # which starts it, so that nothing is packed that does not start
    if LINUX:
        pack_for_linux(bundle, version)
    return 0


def pack_for_linux(bundle: Path, version: str) -> None:
    """What this system can make of the packages of Linux, and their proof where it can be had."""
    sys.path.insert(0, str(HERE / "linux"))
    from appimage import build_appimage, build_image
    from appimage import selftest as selftest_appimage
    from deb import build_deb
    from prove import prove

    deb = image = None
    if shutil.which("dpkg-deb"):
        deb = build_deb(bundle, BUILD / "packages", version)
        told(deb)
    if shutil.which("mksquashfs"):
        image = build_image(bundle, BUILD / "work" / "appimage.squashfs")
        made = build_appimage(image, BUILD / "packages", version, os.environ)
        if made is not None:
            selftest_appimage(made)
            told(made)
    else:
        print("WARNING: there is NO AppImage: mksquashfs is not installed", flush=True)
    if "--no-proof" in sys.argv:
        print("proof: left out, as asked for")
    elif deb is not None and os.geteuid() == 0 and shutil.which("debootstrap"):
        for line in prove(deb, newer_deb(bundle, version), image):
            print(f"proven: {line}", flush=True)
    else:
        print("proof: left out; it needs root and debootstrap")


def newer_deb(bundle: Path, version: str) -> Path:
    """A package that only says that it is newer, for the proof of an update."""
    from deb import build_deb

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "syncdesk"
        shutil.copytree(bundle, copy, symlinks=True)
        for name in ("syncdesk", "syncdesk-cli"):
            (copy / name).touch()
        return build_deb(copy, BUILD / "work", f"{version}+newer", compression="none")


def told(package: Path) -> None:
    """Say what was made."""
    print(f"package: {package}, {package.stat().st_size / 1e6:.0f} MB", flush=True)


def build() -> Path:
    """Make the bundle in an environment that holds what the lock files name and nothing else."""
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", str(TOOLS)], check=True)
    pip = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes"]
    subprocess.run([*pip, "--no-deps", "-r", str(ROOT / "requirements.lock")], check=True)
    subprocess.run([*pip, "-r", str(HERE / "requirements.lock")], check=True)
    subprocess.run([str(PYTHON), str(HERE / "app_icons.py"), str(BUILD / "icons")], check=True)
    write_release(BUILD / "release.json", os.environ)
    return packed(HERE / "syncdesk.spec", "syncdesk")


def write_release(file: Path, environ: Mapping[str, str]) -> None:
    """What the program asks for newer versions of itself; without an address it asks nobody, which is said
    here."""
    file.unlink(missing_ok=True)
    feed, page = environ.get("RELEASE_FEED", ""), environ.get("RELEASE_PAGE", "")
    if not (feed and page):
        print(
            "new versions: RELEASE_FEED and RELEASE_PAGE are not set, so this bundle asks nobody", flush=True
        )
        return
    file.write_text(json.dumps({"feed": feed, "page": page}, indent=2) + "\n", encoding="utf-8")
    print(f"new versions: this bundle asks {feed}", flush=True)


def packed(source: Path, name: str, *options: str) -> Path:
    """What PyInstaller makes of a spec or a script: the folder of that name."""
    command = [str(PYTHON), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR", *options]
    command += ["--distpath", str(BUILD / "bundle"), "--workpath", str(BUILD / "work")]
    subprocess.run([*command, str(source)], check=True, cwd=ROOT)
    return BUILD / "bundle" / name


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
    """Size and time to the first picture, in turns with a bare window of Qt with a table, packed alike."""
    script = BUILD / "work" / "bare.py"
    script.write_text(BARE, encoding="utf-8")
    bare = packed(script, "bare", "--specpath", str(BUILD / "work"))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    times: dict[Path, list[float]] = {bundle: [], bare: []}
    with tempfile.TemporaryDirectory() as home:
        environment["SYNCDESK_HOME"] = home
        for _ in range(ROUNDS):
            times[bundle].append(_timed([program(bundle, "syncdesk-cli"), "--first-paint"], environment))
            times[bare].append(_timed([program(bare, "bare")], environment))
    for folder, name in ((bundle, "SyncDesk"), (bare, "a bare Qt window with a table")):
        middle = sorted(times[folder])[ROUNDS // 2]
        print(f"start to first picture: {middle:.2f} s, {size(folder)} MB on disk: {name}", flush=True)


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
