"""The folders that every package of Linux has below `usr`: the bundle, links to its programs, menu entry,
metainfo, icon, licence. Called by deb.py and appimage.py."""

import shutil
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HOME = Path("lib") / "syncdesk"
PROGRAMS = ("syncdesk", "syncdesk-cli")
PARTS = {
    HERE / "syncdesk.desktop": "share/applications/syncdesk.desktop",
    HERE / "syncdesk.metainfo.xml": "share/metainfo/syncdesk.metainfo.xml",
    ROOT / "resources" / "icons" / "syncdesk.svg": "share/icons/hicolor/scalable/apps/syncdesk.svg",
    ROOT / "LICENSE": "share/doc/syncdesk/copyright",
}


def lay_out(bundle: Path, usr: Path) -> None:
    """Put the folder `bundle` and what belongs to it below `usr`, readable for everybody, with links that
    hold wherever `usr` lies."""
    shutil.copytree(bundle, usr / HOME, symlinks=True)
    (usr / "bin").mkdir()
    for name in PROGRAMS:
        (usr / "bin" / name).symlink_to(Path("..") / HOME / name)
    for source, place in PARTS.items():
        (usr / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, usr / place)
    for path in (usr, *usr.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if runs else 0o644)
