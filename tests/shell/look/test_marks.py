"""Every mark has a word, a shape that can be painted and a colour that is seen."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.foundation.tokens import THEMES, read_tokens
from kvik_desktop.foundation.tokens import Theme as ThemeName
from kvik_desktop.shell.look.marks import MARKS, mark, mark_icon, program_mark, window_icon
from kvik_desktop.shell.look.theme import Theme
from tests.foundation.test_tokens import contrast


@pytest.mark.parametrize("name", MARKS)
def test_a_mark_has_a_word_and_a_shape(qtbot: QtBot, name: str) -> None:
    assert Translator()(MARKS[name].word)
    painted = mark(Theme.read(Resources()), name).toImage()
    assert painted.pixelColor(0, 0).alpha() == 0
    opaque = sum(
        painted.pixelColor(x, y).alpha() > 0 for x in range(painted.width()) for y in range(painted.height())
    )
    assert opaque > painted.width() * painted.height() / 10


@pytest.mark.parametrize("theme", THEMES)
def test_a_mark_is_seen_on_every_surface_it_stands_on(theme: ThemeName) -> None:
    tokens = read_tokens(Resources(), theme)
    faint = [
        (name, surface)
        for name, found in MARKS.items()
        for surface in ("surface", "window", "selected")
        if contrast(tokens[found.token], tokens[surface]) < 3
    ]
    assert faint == []


def test_all_shapes_are_used_and_painted_in_one_colour() -> None:
    folder = Resources().path("ikoner", "maerker")
    shapes = {path.stem for path in folder.glob("*.svg")}
    assert shapes == {found.shape for found in MARKS.values()} | {"trappen"}
    for shape in shapes:
        drawing = (folder / f"{shape}.svg").read_bytes()
        assert b"<!DOCTYPE" not in drawing
        root = ElementTree.fromstring(drawing)
        assert root.attrib["fill"] == "currentColor"
        assert not any(
            {"fill", "stroke", "clip-path"} & set(part.attrib) for part in root.iter() if part is not root
        )
        assert QSvgRenderer(QByteArray(drawing)).isValid()


def test_the_same_shape_in_the_same_colour_is_one_idea() -> None:
    """Done, settled and approved are one idea, as are waiting and quarantine, and what does not count."""
    meanings: dict[tuple[str, str], set[str]] = {}
    for name, found in MARKS.items():
        meanings.setdefault((found.shape, found.token), set()).add(name)
    shared = [names for names in meanings.values() if len(names) > 1]
    assert sorted(map(sorted, shared)) == [
        ["approved", "done", "duplicate", "settled"],
        ["cannot-judge", "expired", "stale"],
        ["ends-soon", "missing", "some-disagreement"],
        ["not-begun", "planned"],
        ["problem", "rejected", "revoked"],
        ["quarantine", "waiting"],
    ]


def test_marks_and_the_stair_come_as_icons(qtbot: QtBot) -> None:
    theme = Theme.read(Resources(), percent=200)
    assert mark_icon(theme, "done").availableSizes()[0].width() == 32
    assert program_mark(theme, 24).deviceIndependentSize().width() == 48
    assert {size.width() for size in window_icon(theme).availableSizes()} == {16, 24, 32, 48, 64, 128, 256}
