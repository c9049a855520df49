"""Packs the bundle as an AppImage: one file that runs on any Linux without being installed. It is the runtime
of the AppImage project, a small program that mounts what follows it, and behind it a file system with the
bundle. Called by installer/bundle.py.

The runtime is a download that a maintainer chooses: the variables APPIMAGE_RUNTIME (the file, "type 2") and
APPIMAGE_RUNTIME_SHA256 (its published sum). Format: the AppImage specification, "Type 2 image format"."""

import hashlib
import platform
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tree import HOME, PARTS, lay_out

MARK = b"AI\x02"  # at byte 8 of a runtime of type 2


def build_image(bundle: Path, image: Path) -> Path:
    """Pack the folder `bundle` as the file system `image` of an AppImage, and return it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "SyncDesk.AppDir"
        lay_out(bundle, root / "usr")
        root.chmod(0o755)
        (root / "AppRun").symlink_to(Path("usr") / HOME / "syncdesk")
        for place in PARTS.values():
            if place.endswith((".desktop", ".svg")):
                (root / Path(place).name).symlink_to(Path("usr") / place)
        (root / ".DirIcon").symlink_to("syncdesk.svg")
        image.parent.mkdir(parents=True, exist_ok=True)
        pack = ["mksquashfs", str(root), str(image), "-noappend", "-root-owned", "-no-xattrs"]
        # The runtime reads zlib and zstd.
        pack += ["-comp", "zstd", "-Xcompression-level", "19", "-b", "1M", "-quiet", "-no-progress"]
        subprocess.run(pack, check=True, stdout=subprocess.DEVNULL)
    return image


def build_appimage(image: Path, target: Path, version: str, environ: Mapping[str, str]) -> Path | None:
    """Put the runtime before `image`, as a file in the folder `target`, and return it; None, aloud, where
    nobody named a runtime. Raises SystemExit for a runtime that is not the one that was meant."""
    named, wanted = environ.get("APPIMAGE_RUNTIME", ""), environ.get("APPIMAGE_RUNTIME_SHA256", "").lower()
    if not named:
        print("WARNING: there is NO AppImage: APPIMAGE_RUNTIME is not set", flush=True)
        return None
    runtime = Path(named).read_bytes()
    found = hashlib.sha256(runtime).hexdigest()
    if found != wanted:
        raise SystemExit(f"{named} has the SHA-256 {found}, and APPIMAGE_RUNTIME_SHA256 says '{wanted}'.")
    if runtime[8:11] != MARK:
        raise SystemExit(f"{named} is no AppImage runtime of type 2.")
    target.mkdir(parents=True, exist_ok=True)
    made = target / f"SyncDesk-{version}-{platform.machine()}.AppImage"
    made.write_bytes(runtime + image.read_bytes())
    made.chmod(0o755)
    return made


def selftest(made: Path) -> None:
    """The finished file looks whether it is whole; unpacked, because not every builder can mount it."""
    command = [str(made.absolute()), "--appimage-extract-and-run", "--selftest"]
    if subprocess.run(command, check=False).returncode:
        raise SystemExit(f"{made} is not whole.")
