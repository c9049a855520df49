"""Packs the bundle as a Debian package: everything below one folder of its own, links in /usr/bin, a menu
entry, an icon. Nothing runs while it is installed or removed, and what a person made with SyncDesk stays when
it goes. Called by installer/bundle.py."""

import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAMS = {"syncdesk": "syncdesk", "syncdesk-cli": "syncdesk-cli"}
CONTROL = """\
Package: syncdesk
Version: {version}
Architecture: {architecture}
Maintainer: SyncDesk contributors <maintainers@syncdesk.invalid>
Installed-Size: {kilobytes}
Depends: libc6 (>= {glibc}), libgl1, libegl1, fontconfig
Recommends: gnome-keyring | kwalletmanager | keepassxc, libwayland-cursor0
Section: office
Priority: optional
Description: brings the payments of your accounting books into your job database
 SyncDesk reads the payments of GnuCash, QuickBooks Online and Xero and writes
 Paid Amount and Date Paid of each invoice into a job-management database. It
 never writes to the books, and every run can be looked at before and taken
 back after.
"""


def build_deb(bundle: Path, target: Path, version: str) -> Path:
    """Pack the folder `bundle` into a package in the folder `target`, and return it."""
    architecture = _said("dpkg", "--print-architecture")
    made = target / f"syncdesk_{version}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        home, binaries, share = (
            tree / "usr" / "lib" / "syncdesk",
            tree / "usr" / "bin",
            tree / "usr" / "share",
        )
        shutil.copytree(bundle, home, symlinks=True)
        binaries.mkdir(parents=True)
        for name, program in PROGRAMS.items():
            (binaries / name).symlink_to(f"/usr/lib/syncdesk/{program}")
        _place(HERE / "syncdesk.desktop", share / "applications" / "syncdesk.desktop")
        _place(HERE / "syncdesk.metainfo.xml", share / "metainfo" / "syncdesk.metainfo.xml")
        icon = ROOT / "resources" / "icons" / "syncdesk.svg"
        _place(icon, share / "icons" / "hicolor" / "scalable" / "apps" / "syncdesk.svg")
        _place(ROOT / "LICENSE", share / "doc" / "syncdesk" / "copyright")
        kilobytes = (
            sum(f.stat().st_size for f in tree.rglob("*") if f.is_file() and not f.is_symlink()) // 1024
        )
        control = tree / "DEBIAN" / "control"
        control.parent.mkdir()
        glibc = _said("getconf", "GNU_LIBC_VERSION").split()[-1]
        values = {"version": version, "architecture": architecture, "kilobytes": kilobytes, "glibc": glibc}
        control.write_text(CONTROL.format(**values), encoding="utf-8")
        for path in tree.rglob("*"):
            if not path.is_symlink():
                runs = path.is_dir() or path.stat().st_mode & 0o100
                path.chmod(0o755 if runs else 0o644)
        target.mkdir(parents=True, exist_ok=True)
        pack = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(made)]
        subprocess.run(pack, check=True, stdout=subprocess.DEVNULL)
    return made


def _place(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
