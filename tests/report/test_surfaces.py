"""One drawing, three surfaces: the screen, the typeset page and reportlab's page show the same picture."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFontDatabase, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.report.figures.spread import Marks
from kvik_desktop.report.fonts import TEXT_FACES, Fonts
from kvik_desktop.report.svg import svg
from kvik_desktop.report.typeset import Document, Typesetter
from tests.report import drawings
from tests.report.proof import resources_with
from tests.report.sample import CREATED

SCALE = 3
PICTURE = """#set document(title: "Figur", date: datetime(year: 2026, month: 1, day: 1))
#set page(width: auto, height: auto, margin: 0pt)
#image("figure.svg", alt: "figur", width: WIDTHpt)
"""


@pytest.fixture
def screen_fonts(qapp: QApplication) -> Iterator[None]:
    """The shipped fonts in Qt's database, as the program loads them."""
    fonts = Fonts(Resources())
    loaded = [QFontDatabase.addApplicationFont(str(fonts.path(face))) for face in TEXT_FACES]
    assert -1 not in loaded
    yield
    for font in loaded:
        QFontDatabase.removeApplicationFont(font)


def on_screen(drawing: Drawing) -> Image.Image:
    """The SVG as Qt paints it on white."""
    image = QImage(round(drawing.width * SCALE), round(drawing.height * SCALE), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    renderer = QSvgRenderer(svg(drawing, "figur", "figur"))
    assert renderer.isValid()
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want the format as bytes
    return Image.open(io.BytesIO(buffer.data().data())).convert("RGB")


def typeset(drawing: Drawing, folder: Path) -> Image.Image:
    """The SVG on a page of its own, set with Typst and read back from the PDF."""
    typesetter = Typesetter(resources_with(folder, PICTURE.replace("WIDTH", str(drawing.width))))
    pictures = {"figure.svg": svg(drawing, "figur", "figur")}
    pdf = typesetter.pdf(Document("prøve.typ", "da", "Figur", {}, pictures), CREATED)
    return _first_page(pdf, folder)


def drawn(drawing: Drawing, folder: Path) -> Image.Image:
    """The drawing straight on a page of reportlab's."""
    drawings.FONTS.register()
    return _first_page(renderPDF.drawToString(drawing), folder)


def _first_page(pdf: bytes, folder: Path) -> Image.Image:
    source = folder / "figur.pdf"
    source.write_bytes(pdf)
    command = ["pdftoppm", "-r", str(72 * SCALE), "-png", "-singlefile", str(source), str(folder / "side")]
    subprocess.run(command, check=True)
    return Image.open(folder / "side.png").convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """The mean difference 0-255, and the largest after evening out what hinting and smoothing do."""
    assert abs(one.width - other.width) <= SCALE
    assert abs(one.height - other.height) <= SCALE
    size = (min(one.width, other.width), min(one.height, other.height))
    even = [image.crop((0, 0, *size)).filter(ImageFilter.GaussianBlur(5)) for image in (one, other)]
    apart = ImageChops.difference(*even)
    statistics = ImageStat.Stat(apart)
    return max(statistics.mean), max(high for _, high in statistics.extrema)


@pytest.mark.usefixtures("screen_fonts")
@pytest.mark.parametrize("name", ["radar", "radar with gaps", "radar 0-5", "stair", "strip", "matrix"])
def test_screen_and_paper_show_the_same_picture(name: str, tmp_path: Path) -> None:
    drawing = drawings.ALL[name]()
    screen = on_screen(drawing)
    for paper in (typeset(drawing, tmp_path), drawn(drawing, tmp_path)):
        mean, largest = difference(screen, paper)
        assert mean < 1
        assert largest < 30


@pytest.mark.usefixtures("screen_fonts")
def test_another_picture_is_told_apart(tmp_path: Path) -> None:
    screen = on_screen(drawings.ALL["stair"]())
    other = typeset(drawings.spread_stair(Marks(80, drawings.SPREAD.reach, drawings.SPREAD.bands)), tmp_path)
    assert difference(screen, other)[1] > 90
