"""Makes the programs' icons as Windows (.ico) and macOS (.icns) want them, from the drawing in `resources`.

python installer/app_icons.py <folder>      with Pillow and PySide6; called by installer/bundle.py
"""

import io
import os
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parent.parent / "resources" / "icons" / "syncdesk.svg"
# Pixels. Windows: Explorer and the task bar at 100 to 250 %; macOS: 16 to 512 points, twice as fine.
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 256)
MACOS = (32, 64, 128, 256, 512, 1024)


def drawn(pixels: int) -> Image.Image:
    """The drawing at this size, drawn anew and not scaled, on nothing."""
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    store = QBuffer()
    store.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(store, "PNG")
    return Image.open(io.BytesIO(store.data().data()))


def make_icons(folder: Path) -> list[Path]:
    """Write `syncdesk.ico` and `syncdesk.icns` into the folder; Qt's readers find every size."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name, sizes in (("syncdesk.ico", WINDOWS), ("syncdesk.icns", MACOS)):
        path = folder / name
        *smaller, largest = [drawn(pixels) for pixels in sizes]
        if path.suffix == ".ico":
            # Bitmaps: makensis and the resource editors of older Windows take no PNG inside.
            squares = [(pixels, pixels) for pixels in sizes]
            largest.save(path, sizes=squares, append_images=smaller, bitmap_format="bmp")
        else:
            largest.save(path, append_images=smaller)
        found = sizes_in(path)
        if missing := set(sizes) - found:
            raise SystemExit(f"{path} lacks the sizes {sorted(missing)}; it has {sorted(found)}.")
        made.append(path)
    return made


def sizes_in(path: Path) -> set[int]:
    """The sizes that Qt finds in an icon file, each of which it can draw."""
    reader = QImageReader(str(path))
    found = set()
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        image = reader.read()
        if not image.isNull() and image.pixelColor(image.rect().center()).alpha() == 255:
            found.add(image.width())
    return found


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Qt reads one entry too many of the table of contents in an .icns, and says so; its images are whole.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    application = QGuiApplication([])
    for icon in make_icons(Path(sys.argv[1])):
        print(icon)
