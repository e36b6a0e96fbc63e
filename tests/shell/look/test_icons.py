"""Icons are thin lines of ours, painted in the colour that is asked for and as sharp as the screen."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QIcon
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.shell.look.icons import icon, pixmap
from kvik_desktop.shell.look.theme import Theme

NAMES = sorted(path.stem for path in Resources().path("ikoner").glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_lines_and_nothing_else(name: str) -> None:
    drawing = Resources().read("ikoner", f"{name}.svg")
    assert b"<!DOCTYPE" not in drawing
    root = ElementTree.fromstring(drawing)
    assert {part.tag for part in root} <= {f"{SVG}path", f"{SVG}circle", f"{SVG}rect"}
    assert not any({"fill", "stroke", "style", "class"} & set(part.attrib) for part in root)
    wanted = {
        "viewBox": "0 0 20 20", "fill": "none", "stroke": "currentColor", "stroke-width": "1.6",
        "stroke-linecap": "round", "stroke-linejoin": "round",
    }  # fmt: skip
    assert root.attrib == wanted
    assert QSvgRenderer(QByteArray(drawing)).isValid()


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_keeps_within_its_square(qtbot: QtBot, name: str) -> None:
    image = pixmap(Theme.read(Resources()), name, size=20).toImage()
    edge = image.width() - 1
    outside = [(x, y) for x in range(image.width()) for y in (0, edge)]
    outside += [(x, y) for y in range(image.height()) for x in (0, edge)]
    assert not any(image.pixelColor(x, y).alpha() for x, y in outside)


def test_an_icon_is_painted_in_its_token(qtbot: QtBot) -> None:
    theme = Theme.read(Resources(), "dark")
    image = pixmap(theme, "minus", "red", 20).toImage()
    assert _close(image.pixelColor(image.width() // 2, image.height() // 2), theme.colour("red"))


def test_an_icon_grows_with_the_type_and_with_the_screen(qtbot: QtBot) -> None:
    drawn = pixmap(Theme.read(Resources(), percent=150), "undo", size=18)
    assert drawn.deviceIndependentSize().width() == 27


def test_an_icon_has_a_sleeping_and_a_chosen_state(qtbot: QtBot) -> None:
    theme = Theme.read(Resources())
    made = icon(theme, "minus", "text", 20, on="red")

    def middle(mode: QIcon.Mode, state: QIcon.State) -> QColor:
        return made.pixmap(20, mode, state).toImage().pixelColor(10, 10)

    assert _close(middle(QIcon.Mode.Normal, QIcon.State.Off), theme.colour("text"))
    assert _close(middle(QIcon.Mode.Normal, QIcon.State.On), theme.colour("red"))
    assert _close(middle(QIcon.Mode.Disabled, QIcon.State.Off), theme.colour("text-3"))


def test_an_icon_without_words_shows_itself_that_it_sleeps(qtbot: QtBot) -> None:
    made = icon(Theme.read(Resources()), "minus", size=20, alone=True)
    strengths = [
        made.pixmap(20, mode).toImage().pixelColor(10, 10).alphaF()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    ]
    assert strengths[1] < strengths[0] / 2


def _close(one: QColor, other: QColor) -> bool:
    """Equal but for rounding at the edge of a line."""
    return all(abs(a - b) < 12 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))  # type: ignore[index]  # the stubs say object
