"""What is packed for people: the package of Debian from a stand-in bundle, the script of Windows, menu entry,
metainfo and templates. The bundle itself is proven by `dev.py bundle`."""

import configparser
import hashlib
import json
import os
import plistlib
import random
import re
import runpy
import shutil
import subprocess
import sys
import xml.etree.ElementTree as Tree
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from syncdesk import __version__
from syncdesk.ui.main import make_application
from tests.ui.translations import LANGUAGES

INSTALLER = Path(__file__).parent.parent / "installer"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A folder that looks like a bundle."""
    made = tmp_path / "Büro Ærø" / "syncdesk"
    (made / "_internal").mkdir(parents=True)
    for name in ("syncdesk", "syncdesk-cli"):
        (made / name).write_text("#!/bin/sh\necho here\n")
        (made / name).chmod(0o700)
    (made / "_internal" / "lib.so").write_bytes(b"x" * 3000)
    return made


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is not installed here")
def test_the_debian_package_holds_the_bundle_and_its_menu_entry(bundle: Path, tmp_path: Path) -> None:
    code = "from deb import build_deb; print(build_deb(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))"
    done = in_installer(code, str(bundle), str(tmp_path / "out"), __version__)
    assert done.returncode == 0, done.stderr
    package = done.stdout.strip()
    lines = subprocess.run(["dpkg-deb", "-c", package], capture_output=True, text=True, check=True).stdout
    files = {line.split()[5]: line.split() for line in lines.splitlines()}
    for name in (
        "./usr/lib/syncdesk/syncdesk",
        "./usr/lib/syncdesk/_internal/lib.so",
        "./usr/bin/syncdesk",
        "./usr/share/applications/syncdesk.desktop",
        "./usr/share/metainfo/syncdesk.metainfo.xml",
        "./usr/share/icons/hicolor/scalable/apps/syncdesk.svg",
        "./usr/share/doc/syncdesk/copyright",
    ):
        assert name in files
    assert files["./usr/bin/syncdesk"][-1] == "../lib/syncdesk/syncdesk"
    assert all(parts[1] == "root/root" for parts in files.values())
    assert files["./usr/lib/syncdesk/syncdesk"][0] == "-rwxr-xr-x"
    assert files["./usr/lib/syncdesk/_internal/lib.so"][0] == "-rw-r--r--"
    said = subprocess.run(["dpkg-deb", "-f", package], capture_output=True, text=True, check=True).stdout
    assert f"Version: {__version__}" in said
    assert re.search(r"^Depends: libc6 \(>= \d+\.\d+\), libgl1, libegl1, fontconfig$", said, re.MULTILINE)
    scripts = subprocess.run(["dpkg-deb", "--ctrl-tarfile", package], capture_output=True, check=True).stdout
    assert b"postinst" not in scripts  # nothing runs while it is installed
    subprocess.run(["dpkg-deb", "-e", package, str(tmp_path / "control")], check=True)
    goodbye = tmp_path / "control" / "postrm"
    for act, says in (("remove", True), ("upgrade", False), ("purge", False)):
        said = subprocess.run([goodbye, act], capture_output=True, text=True, check=True).stdout
        assert ("~/.local/share/SyncDesk" in said) is says


def in_installer(code: str, *words: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    """Run code that imports the packers of Linux, with these words and variables."""
    path = f"import sys; from pathlib import Path; sys.path.insert(0, {str(INSTALLER / 'linux')!r}); "
    command = [sys.executable, "-c", path + code, *words]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("APPIMAGE")}
    return subprocess.run(command, env={**kept, **environ}, capture_output=True, text=True, check=False)


@pytest.fixture
def image(bundle: Path, tmp_path: Path) -> Path:
    """The file system of an AppImage, of a stand-in bundle that says what it was called with."""
    if shutil.which("mksquashfs") is None:
        pytest.skip("mksquashfs is not installed here")
    for name in ("syncdesk", "syncdesk-cli"):
        (bundle / name).write_text('#!/bin/sh\nprintf "%s|" "$(basename "$0")" "$@"\n')
    made = tmp_path / "image"
    code = "from appimage import build_image; build_image(Path(sys.argv[1]), Path(sys.argv[2]))"
    done = in_installer(code, str(bundle), str(made))
    assert done.returncode == 0, done.stderr
    return made


def joined(image: Path, target: Path, **environ: str) -> "subprocess.CompletedProcess[str]":
    """What becomes of an AppImage with these variables."""
    code = (
        "import os; from appimage import build_appimage; "
        "print(build_appimage(Path(sys.argv[1]), Path(sys.argv[2]), '1.2.3', os.environ))"
    )
    return in_installer(code, str(image), str(target), **environ)


def runtime_in(folder: Path, mark: bytes = b"AI\x02") -> dict[str, str]:
    """A stand-in for the runtime of the AppImage project."""
    file = folder / "runtime"
    file.write_bytes(b"\x7fELF\x02\x01\x01\x00" + mark + b"\x00" * 4093)
    return {
        "APPIMAGE_RUNTIME": str(file),
        "APPIMAGE_RUNTIME_SHA256": hashlib.sha256(file.read_bytes()).hexdigest().upper(),
    }


def test_an_appimage_is_the_runtime_and_the_bundle_behind_it(image: Path, tmp_path: Path) -> None:
    runtime = runtime_in(tmp_path)
    done = joined(image, tmp_path / "out", **runtime)
    assert done.returncode == 0, done.stderr
    made = Path(done.stdout.strip())
    assert re.fullmatch(r"SyncDesk-1\.2\.3-\w+\.AppImage", made.name)
    assert made.stat().st_mode & 0o111
    head = Path(runtime["APPIMAGE_RUNTIME"]).read_bytes()
    assert made.read_bytes().startswith(head)
    folder = tmp_path / "Unpacked here"
    unpack = ["unsquashfs", "-quiet", "-no-progress", "-o", str(len(head)), "-d", str(folder), str(made)]
    subprocess.run(unpack, check=True, stdout=subprocess.DEVNULL)
    assert len(list(folder.glob("*.desktop"))) == 1
    for name in (
        "syncdesk.svg",
        ".DirIcon",
        "usr/share/metainfo/syncdesk.metainfo.xml",
        "usr/bin/syncdesk-cli",
    ):
        assert (folder / name).resolve(strict=True).is_relative_to(folder)
    started = subprocess.run(
        [folder / "AppRun", "sync", "A & B", ""], capture_output=True, text=True, check=True
    )
    assert started.stdout == "AppRun|sync|A & B||"
    link = tmp_path / "link to it"
    link.symlink_to(folder / "AppRun")
    assert subprocess.run([link], capture_output=True, text=True, check=True).stdout == "link to it|"


def test_without_a_runtime_there_is_no_appimage_which_is_said_aloud(image: Path, tmp_path: Path) -> None:
    done = joined(image, tmp_path / "out")
    assert done.returncode == 0
    assert "NO AppImage" in done.stdout
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("wrong", ["the sum", "no sum", "the mark"])
def test_a_runtime_that_was_not_meant_is_refused(image: Path, tmp_path: Path, wrong: str) -> None:
    runtime = runtime_in(tmp_path, b"AI\x01" if wrong == "the mark" else b"AI\x02")
    if wrong != "the mark":
        runtime["APPIMAGE_RUNTIME_SHA256"] = "" if wrong == "no sum" else "0" * 64
    done = joined(image, tmp_path / "out", **runtime)
    assert done.returncode != 0
    assert ("type 2" if wrong == "the mark" else "SHA-256") in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("before", ["", "/usr/local/lib"])
def test_what_a_bundle_starts_is_given_the_systems_libraries(before: str) -> None:
    environment = {
        "LD_LIBRARY_PATH": "/usr/lib/syncdesk/_internal",
        "QT_PLUGIN_PATH": "/usr/lib/syncdesk/q",
        "PATH": "/bin",
    }
    if before:
        environment["LD_LIBRARY_PATH_ORIG"] = before
    runpy.run_path(str(INSTALLER / "start.py"))["give_back_paths"](environment)
    assert environment == {"PATH": "/bin", **({"LD_LIBRARY_PATH": before} if before else {})}
    runpy.run_path(str(INSTALLER / "start.py"))["give_back_paths"](bare := {"PATH": "/bin"})
    assert bare == {"PATH": "/bin"}


def test_a_bundle_is_told_where_newer_versions_are_or_says_aloud_that_it_is_not(tmp_path: Path) -> None:
    write = (
        "import os, sys; from pathlib import Path; sys.path.insert(0, sys.argv[1]); "
        "from bundle import write_release; write_release(Path(sys.argv[2]), os.environ)"
    )
    file = tmp_path / "release.json"
    command = [sys.executable, "-c", write, str(INSTALLER), str(file)]
    where = {"RELEASE_FEED": "https://api.example/latest", "RELEASE_PAGE": "https://example.org/releases"}
    said = subprocess.run(command, env={**os.environ, **where}, capture_output=True, text=True, check=True)
    assert "asks https://api.example/latest" in said.stdout
    assert json.loads(file.read_text("utf-8")) == {
        "feed": where["RELEASE_FEED"],
        "page": where["RELEASE_PAGE"],
    }
    nobody = {name: value for name, value in os.environ.items() if name not in where}
    said = subprocess.run(command, env=nobody, capture_output=True, text=True, check=True)
    assert "asks nobody" in said.stdout
    assert not file.exists()


@pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not installed here")
def test_the_windows_installer_compiles(bundle: Path, tmp_path: Path) -> None:
    for name in ("syncdesk", "syncdesk-cli"):
        (bundle / name).rename(bundle / f"{name}.exe")
    output, icon = tmp_path / "syncdesk-setup.exe", tmp_path / "syncdesk.ico"
    noise = QImage(random.Random(7).randbytes(32 * 32 * 4), 32, 32, QImage.Format.Format_ARGB32)
    assert noise.save(str(icon))
    defines = [f"-DVERSION={__version__}", f"-DBUNDLE={bundle}", f"-DICON={icon}", f"-DOUTPUT={output}"]
    script = INSTALLER / "windows" / "syncdesk.nsi"
    done = subprocess.run(
        ["makensis", "-V2", *defines, str(script)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "warning" not in done.stdout.lower()
    assert output.read_bytes().startswith(b"MZ")
    pixels = icon.read_bytes()[22:]  # after the head of an .ico with one picture
    assert pixels in output.read_bytes()


def test_the_windows_installer_needs_no_administrator_and_touches_no_data() -> None:
    text = (INSTALLER / "windows" / "syncdesk.nsi").read_text("utf-8")
    assert "RequestExecutionLevel user" in text
    removed = re.findall(r"^\s*(?:RMDir|Delete)\s+(.+)$", text, re.MULTILINE)
    assert removed
    assert not [line for line in removed if r"$LOCALAPPDATA\SyncDesk" in line or "$PROFILE" in line]
    assert re.findall(r"\b(?:HKLM|HKCR)\b", text) == []
    # What SyncDesk itself has put where the system starts programs goes with it.
    assert r'DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "SyncDesk"' in text


def test_the_menu_entry_is_the_window_that_the_desktop_sees(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(INSTALLER / "linux" / "syncdesk.desktop", encoding="utf-8")
    entry = parser["Desktop Entry"]
    assert (entry["Type"], entry["Exec"], entry["Icon"], entry["Terminal"]) == (
        "Application",
        "syncdesk",
        "syncdesk",
        "false",
    )
    app = make_application(["syncdesk"])
    assert app.desktopFileName() == entry["StartupWMClass"] == "syncdesk"
    monkeypatch.setenv("FLATPAK_ID", "io.github.syncdesk.SyncDesk")
    assert make_application(["syncdesk"]).desktopFileName() == "io.github.syncdesk.SyncDesk"
    monkeypatch.delenv("FLATPAK_ID")
    make_application(["syncdesk"])
    for language in LANGUAGES:
        assert entry[f"Comment[{language}]"]


def test_the_flatpak_holds_the_bundle_under_its_own_name() -> None:
    """flatpak-builder looks for sources from where the manifest lies, and cuts up what it strips."""
    file = INSTALLER / "linux" / "io.github.syncdesk.SyncDesk.json"
    manifest = json.loads(file.read_text("utf-8"))
    metainfo = Tree.parse(INSTALLER / "linux" / "syncdesk.metainfo.xml").getroot()
    assert manifest["id"] == file.stem == metainfo.findtext("id")
    assert (manifest["build-options"]["strip"], manifest["build-options"]["no-debuginfo"]) == (False, True)
    (module,) = manifest["modules"]
    places = {source["type"]: [] for source in module["sources"]}
    for source in module["sources"]:
        places[source["type"]].append((file.parent / source["path"]).resolve())
    assert places["dir"] == [INSTALLER.parent / "build" / "bundle" / "syncdesk"]
    assert all(place.is_file() for place in places["file"])
    names = {place.name for place in places["file"]}
    assert {manifest["rename-desktop-file"], manifest["rename-appdata-file"]} <= names
    assert f"{manifest['rename-icon']}.svg" in names
    commands = "\n".join(module["build-commands"])
    assert all(name in commands for name in names)
    # Books and job databases lie anywhere in the person's home, with lock files beside them.
    assert "--filesystem=home" in manifest["finish-args"]
    workflow = (INSTALLER.parent / ".github" / "workflows" / "release.yml").read_text("utf-8")
    assert "installer/linux/flatpak.sh" in workflow
    script = (INSTALLER / "linux" / "flatpak.sh").read_text("utf-8")
    assert f"manifest=installer/linux/{file.name}\n" in script
    assert f"id={manifest['id']}\n" in script


def test_metainfo_and_entitlements_can_be_read() -> None:
    root = Tree.parse(INSTALLER / "linux" / "syncdesk.metainfo.xml").getroot()
    assert root.findtext("launchable") == "syncdesk.desktop"
    assert root.findtext("project_license") == "MIT"
    assert plistlib.loads((INSTALLER / "macos" / "entitlements.plist").read_bytes())


def test_the_bundle_speaks_every_language() -> None:
    spec = (INSTALLER / "syncdesk.spec").read_text("utf-8")
    found = re.search(r"^LANGUAGES = \((.+)\)$", spec, re.MULTILINE)
    assert found is not None
    assert re.findall(r'"(\w+)"', found[1]) == list(LANGUAGES)


def test_templates_name_the_packages_with_their_sums(tmp_path: Path) -> None:
    """What has no package is left out, aloud."""
    setup = tmp_path / f"syncdesk-{__version__}-setup.exe"
    setup.write_bytes(b"MZ stand-in")
    command = [sys.executable, str(INSTALLER / "fill_templates.py"), str(tmp_path), __version__]
    address = "https://example.org/syncdesk"
    done = subprocess.run([*command, address], capture_output=True, text=True, check=True)
    assert "homebrew.rb is left out" in done.stdout
    filled = (tmp_path / "winget.installer.yaml").read_text("utf-8")
    assert hashlib.sha256(b"MZ stand-in").hexdigest() in filled
    assert f"{address}/releases/download/v{__version__}/{setup.name}" in filled
    assert "{" not in filled
    (tmp_path / f"syncdesk-{__version__}-arm64.dmg").write_bytes(b"stand-in")
    subprocess.run([*command, address], capture_output=True, text=True, check=True)
    cask = (tmp_path / "homebrew.rb").read_text("utf-8")
    assert "syncdesk-#{version}-arm64.dmg" in cask


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
@pytest.mark.parametrize("name", ["macos/build.sh", "linux/flatpak.sh"])
def test_the_scripts_are_sound(name: str) -> None:
    script = INSTALLER / name
    subprocess.run(["sh", "-n", str(script)], check=True)
    assert script.stat().st_mode & 0o100
