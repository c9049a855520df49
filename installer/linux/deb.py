"""Packs the bundle as a Debian package: everything below one folder of its own, links in /usr/bin, a menu
entry, an icon. Nothing runs while it is installed. What a person made with SyncDesk stays when it goes, and
where that lies is said then. Called by installer/bundle.py."""

import subprocess
import tempfile
from pathlib import Path

from tree import lay_out

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

GOODBYE = """\
#!/bin/sh
if [ "$1" = remove ]; then
    echo "SyncDesk is gone. What each person made with it stays: settings in ~/.config/SyncDesk, history in"
    echo "~/.local/share/SyncDesk, logs in ~/.local/state/SyncDesk. Passwords stay in the password store."
fi
"""


def build_deb(bundle: Path, target: Path, version: str, compression: str = "xz") -> Path:
    """Pack the folder `bundle` into a package in the folder `target`, and return it. `compression` is
    one that dpkg-deb knows."""
    architecture = _said("dpkg", "--print-architecture")
    made = target / f"syncdesk_{version}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        lay_out(bundle, tree / "usr")
        tree.chmod(0o755)
        kilobytes = (
            sum(f.stat().st_size for f in tree.rglob("*") if f.is_file() and not f.is_symlink()) // 1024
        )
        control = tree / "DEBIAN" / "control"
        control.parent.mkdir()
        glibc = _said("getconf", "GNU_LIBC_VERSION").split()[-1]
        values = {"version": version, "architecture": architecture, "kilobytes": kilobytes, "glibc": glibc}
        control.write_text(CONTROL.format(**values), encoding="utf-8")
        control.parent.chmod(0o755)
        control.chmod(0o644)
        goodbye = control.with_name("postrm")
        goodbye.write_text(GOODBYE, encoding="utf-8")
        goodbye.chmod(0o755)
        target.mkdir(parents=True, exist_ok=True)
        pack = ["dpkg-deb", "--root-owner-group", f"-Z{compression}", "--build", str(tree), str(made)]
        subprocess.run(pack, check=True, stdout=subprocess.DEVNULL)
    return made


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
