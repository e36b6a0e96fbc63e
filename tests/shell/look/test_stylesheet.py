"""The style sheet is filled in: tokens, lengths and pictures, in both themes at every size of type."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.tokens import THEMES
from kvik_desktop.foundation.tokens import Theme as ThemeName
from kvik_desktop.shell.look.stylesheet import FAINT, apply, palette, restyle, stylesheet
from kvik_desktop.shell.look.theme import PIXELS, Theme
from pakning import ikoner

SIZES = (100, 110, 125, 150, 175, 200)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("percent", SIZES)
def test_nothing_is_left_to_fill_in(name: ThemeName, percent: int) -> None:
    theme = Theme.read(Resources(), name, percent)
    sheet = stylesheet(theme)
    rules = re.sub(r'url\("[^"]*"\)', "", sheet)
    assert "@" not in rules
    assert sheet.count("{") == sheet.count("}")
    opaque = re.sub(rf"#{FAINT}([0-9A-F]{{6}})\b", r"#\1", rules)
    assert set(re.findall(r"#[0-9A-F]+", opaque)) <= set(theme.tokens.values())
    assert [path for path in re.findall(r'url\("([^"]*)"\)', sheet) if not Path(path).is_file()] == []


@pytest.mark.parametrize("percent", SIZES)
def test_there_are_three_sizes_of_type(percent: int) -> None:
    theme = Theme.read(Resources(), percent=percent)
    sizes = {int(size) for size in re.findall(r"font-size: (\d+)px", stylesheet(theme))}
    assert sizes <= {theme.px(size) for size in PIXELS.values()}


def test_lengths_grow_but_for_hairlines() -> None:
    sheet = stylesheet(Theme.read(Resources(), percent=200))
    assert "min-height: 76px" in sheet
    assert "border: 1px solid" in sheet
    assert "border: 2px solid" not in sheet


def test_a_length_in_the_path_of_a_picture_is_left_alone(tmp_path: Path) -> None:
    root = tmp_path / "10px @accent"
    (root / "stil").mkdir(parents=True)
    for file in ("farver.json", "vindue.qss"):
        (root / "stil" / file).write_bytes(Resources().read("stil", file))
    assert str(root.as_posix()) in stylesheet(Theme.read(Resources(root), percent=200))


def test_a_corner_is_never_rounder_than_half_its_side() -> None:
    """Qt paints a square one instead."""
    for percent in range(100, 201, 5):
        sheet = stylesheet(Theme.read(Resources(), percent=percent))
        (rule,) = re.findall(r'QToolButton\[look="chip"\] \{[^}]*\}', sheet)
        radius = int(re.findall(r"border-radius: (\d+)px", rule)[0])
        height = int(re.findall(r"QToolButton \{\s+min-width: \d+px; min-height: (\d+)px", sheet)[0])
        assert 2 * radius <= height


def test_the_pictures_are_those_of_the_icons_and_colours() -> None:
    folder = Resources().path("stil")
    there = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.glob("*/*.svg")}
    assert there == ikoner.pictures(Resources()), "run: .venv/bin/python -m pakning.ikoner"


def test_the_palette_knows_what_no_rule_meets() -> None:
    theme = Theme.read(Resources(), "dark")
    made = palette(theme)
    assert made.color(QPalette.ColorRole.WindowText) == theme.colour("text")
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == theme.colour("text-3")


def test_the_application_is_dressed_and_dressed_again(qtbot: QtBot, qapp: QApplication) -> None:
    for name in THEMES:
        theme = Theme.read(Resources(), name, 150)
        apply(qapp, theme)
        assert qapp.font().pixelSize() == 21
        assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colour("surface")


def test_a_property_changes_the_look_when_it_is_restyled(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme.read(Resources())
    apply(qapp, theme)
    button = QPushButton("")
    qtbot.addWidget(button)
    button.resize(100, 40)
    button.show()
    button.setProperty("look", "primary")
    restyle(button)
    assert button.grab().toImage().pixelColor(50, 20) == theme.colour("accent")
