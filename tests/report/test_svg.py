"""The one way to SVG: what Qt, browsers and Typst all draw alike, with words for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from reportlab.graphics.shapes import Drawing, Ellipse, Group, Rect
from reportlab.lib.colors import HexColor

from kvik_desktop.report.fonts import FACES
from kvik_desktop.report.svg import svg
from tests.report import drawings

NAMESPACE = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("name", drawings.ALL)
def test_a_figure_has_only_what_every_surface_can_draw(name: str) -> None:
    written = svg(drawings.ALL[name](), "Titel", "Beskrivelse").decode()
    assert "<!DOCTYPE" not in written
    assert "clip" not in written.lower()
    assert {element.tag for element in _elements(written)} <= {
        NAMESPACE + tag
        for tag in ("svg", "title", "desc", "rect", "circle", "line", "polygon", "polyline", "text")
    }


@pytest.mark.parametrize("name", drawings.ALL)
def test_text_stands_under_the_true_family_name(name: str) -> None:
    families = {
        (element.get("font-family"), element.get("font-weight"))
        for element in _elements(svg(drawings.ALL[name](), "", "").decode())
        if element.tag == NAMESPACE + "text"
    }
    assert families <= {(face.family, str(face.weight)) for face in FACES.values()}


def test_title_and_description_come_first_and_are_escaped() -> None:
    root = ElementTree.fromstring(svg(Drawing(10, 20), "A & <B>", 'sagt "sådan"'))
    assert [(child.tag, child.text) for child in root] == [
        (NAMESPACE + "title", "A & <B>"),
        (NAMESPACE + "desc", 'sagt "sådan"'),
    ]
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("10", "20", "0 0 10 20")


def test_upwards_in_the_drawing_is_upwards_on_the_screen() -> None:
    paper = Drawing(100, 50)
    paper.add(Rect(10, 5, 30, 20, fillColor=HexColor("#17607D"), strokeColor=None))
    (rect,) = (e for e in _elements(svg(paper, "", "").decode()) if e.tag == NAMESPACE + "rect")
    assert [rect.get(key) for key in ("x", "y", "width", "height", "fill")] == [
        "10",
        "25",
        "30",
        "20",
        "#17607D",
    ]


def test_a_shape_no_figure_uses_is_a_fault_of_ours() -> None:
    paper = Drawing(10, 10)
    paper.add(Ellipse(5, 5, 3, 2))
    with pytest.raises(TypeError, match="Ellipse"):
        svg(paper, "", "")


def test_a_moved_group_is_not_drawn_in_the_wrong_place() -> None:
    paper, moved = Drawing(10, 10), Group()
    moved.translate(3, 3)
    paper.add(moved)
    with pytest.raises(TypeError, match="Group"):
        svg(paper, "", "")


def _elements(written: str) -> Iterator[ElementTree.Element]:
    return ElementTree.fromstring(written).iter()
