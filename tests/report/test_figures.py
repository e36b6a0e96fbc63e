"""The figures: the same axis everywhere, gaps that are no zeros, labels that keep clear of each other."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics.shapes import Circle, Drawing, Polygon, PolyLine, String

from kvik_desktop.foundation.text import LANGUAGES, Language
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import band_of
from kvik_desktop.report.figures.axis import ScoreAxis, range_words
from kvik_desktop.report.figures.matrix import FOOT, GAP, HEAD, STRIP
from kvik_desktop.report.figures.radar import runs
from kvik_desktop.report.figures.spread import Marks, Reach
from kvik_desktop.report.fonts import FACES
from tests.report import drawings

Box = tuple[float, float, float, float]


def boxes(drawing: Drawing) -> Iterator[tuple[str, Box]]:
    """Every text with the room it takes: left, bottom, right, top."""
    for shape in drawing.contents:
        if isinstance(shape, String):
            text: Any = shape
            width = drawings.FONTS.width(text.text, FACES[text.fontName], text.fontSize)
            left = text.x - {"start": 0.0, "middle": width / 2, "end": width}[text.textAnchor]
            yield text.text, (left, text.y - text.fontSize * 0.2, left + width, text.y + text.fontSize * 0.73)


def overlapping(drawing: Drawing) -> list[tuple[str, str]]:
    return [
        (one, other)
        for (one, a), (other, b) in combinations(boxes(drawing), 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def outside(drawing: Drawing) -> list[str]:
    return [
        text
        for text, (left, bottom, right, top) in boxes(drawing)
        if left < -0.01 or bottom < -2 or right > drawing.width + 0.01 or top > drawing.height + 0.01
    ]


@pytest.mark.parametrize("name", drawings.ALL)
def test_no_text_runs_into_another_or_over_the_edge(name: str) -> None:
    drawing = drawings.ALL[name]()
    assert overlapping(drawing) == []
    assert outside(drawing) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("model", "top"), [("kvik", 100), ("kvik-kort", 5)])
def test_the_labels_of_nine_and_of_eight_axes_keep_clear(language: Language, model: str, top: int) -> None:
    drawing = drawings.criteria(model, language, top=top)
    assert overlapping(drawing) == []
    assert outside(drawing) == []


@given(st.sampled_from(Method), st.data())
def test_a_score_lies_on_its_own_step(method: Method, data: st.DataObject) -> None:
    score = data.draw(st.integers(0, method.top))
    axis = ScoreAxis(method, 10, 300)
    left, right = list(axis.steps())[band_of(score, method)]
    assert left < axis.at(score) < right


@pytest.mark.parametrize("method", Method)
def test_the_steps_fill_the_axis_without_holes(method: Method) -> None:
    steps = list(ScoreAxis(method, 10, 300).steps())
    assert steps[0][0] == 10
    assert steps[-1][1] == pytest.approx(310)
    assert [left for left, _ in steps[1:]] == pytest.approx([right for _, right in steps[:-1]])


def test_steps_are_named_by_their_scores() -> None:
    assert [range_words(band, Method.FINE) for band in range(6)] == [
        "0-10", "11-30", "31-50", "51-70", "71-90", "91-100",
    ]  # fmt: skip
    assert [range_words(band, Method.SCALE5) for band in (0, 5)] == ["0", "5"]


def _lines(drawing: Drawing) -> list[PolyLine]:
    return [shape for shape in drawing.contents if isinstance(shape, PolyLine)]


def test_a_full_radar_is_one_closed_line() -> None:
    (line,) = _lines(drawings.criteria())
    points: Any = line.points
    assert len(points) == 2 * 10
    assert points[:2] == points[-2:]


def test_a_criterion_without_score_is_a_gap_and_never_a_zero() -> None:
    drawing = drawings.criteria(values=[50, None, 20, 90, 40, 30, 70, 60, 10])
    (line,) = _lines(drawing)
    points: Any = line.points
    assert len(points) == 2 * 8
    centre = (drawing.width / 2, drawing.height / 2 + 6)
    assert all((x, y) != pytest.approx(centre) for x, y in zip(points[::2], points[1::2], strict=True))
    assert any(text == "ikke vurderet" for text, _ in boxes(drawing))


def test_a_name_that_would_crowd_its_neighbours_gives_way_to_its_id() -> None:
    texts = [text for text, _ in boxes(drawings.long_names())]
    assert {"1 Ledelse", "3", "4", "5 Ledelse", "7", "8"} <= set(texts)
    assert "2 Samarbejde, ressourcer," in texts


def test_only_neighbours_are_joined() -> None:
    a, b, c, d = (0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (3.0, 0.0)
    assert runs([a, b, c]) == [[a, b, c, a]]
    assert runs([a, None, b, None]) == []
    assert runs([a, b, None, c, d]) == [[c, d, a, b]]
    assert runs([None, None, None]) == []


@given(st.lists(st.none() | st.integers(0, 100), min_size=9, max_size=9))
@settings(max_examples=40)
def test_no_radar_has_labels_in_each_others_way(values: list[int | None]) -> None:
    drawing = drawings.criteria(values=values)
    assert overlapping(drawing) == []
    assert outside(drawing) == []


@st.composite
def spreads(draw: st.DrawFn) -> tuple[Method, Marks]:
    method = draw(st.sampled_from(Method))
    values = sorted(draw(st.lists(st.integers(0, method.top), min_size=3, max_size=40)))
    middle = Fraction(values[len(values) // 2] + values[~(len(values) // 2)], 2)
    reach = Reach(Fraction(values[0]), middle, Fraction(values[-1]))
    bands = [band_of(value, method) for value in values]
    counts = tuple(bands.count(band) for band in range(6))
    return method, Marks(
        draw(st.none() | st.integers(0, method.top)), reach, draw(st.none() | st.just(counts))
    )


@given(spreads())
@settings(max_examples=60)
def test_no_stair_has_numbers_in_each_others_way(drawn: tuple[Method, Marks]) -> None:
    method, marks = drawn
    drawing = drawings.spread_stair(marks, method)
    assert overlapping(drawing) == []
    assert outside(drawing) == []


def test_every_answer_has_its_dot_over_its_step() -> None:
    drawing = drawings.spread_stair()
    axis = ScoreAxis(Method.CLASSICAL, 0, drawing.width)
    dots: list[Any] = [s for s in drawing.contents if isinstance(s, Circle) and s.cy > drawing.height - 8]
    over = [sum(left < dot.cx < right for dot in dots) for left, right in axis.steps()]
    assert over == [0, 1, 3, 2, 1, 0]


def test_the_triangle_stands_over_the_agreed_score() -> None:
    drawing = drawings.spread_stair()
    (triangle,) = [s for s in drawing.contents if isinstance(s, Polygon)]
    points: Any = triangle.points
    assert points[0] == pytest.approx(ScoreAxis(Method.CLASSICAL, 0, drawing.width).at(48))


PLACES = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), max_size=16)


@given(PLACES | st.integers(1, 12).map(lambda n: [(4, 4)] * n))
@settings(max_examples=60)
def test_marks_keep_to_their_cell_and_off_each_other_and_the_titles(places: list[tuple[int, int]]) -> None:
    drawing = drawings.placed(places)
    marks: list[Any] = [shape for shape in drawing.contents if isinstance(shape, Circle)]
    assert len(marks) == len(places)
    for one, other in combinations(marks, 2):
        assert (one.cx - other.cx) ** 2 + (one.cy - other.cy) ** 2 >= (one.r + other.r) ** 2
    middle = FOOT + (drawing.height - FOOT - HEAD - GAP) / 2 + GAP / 2
    for mark in marks:
        upper = mark.cy > middle
        assert mark.cy - mark.r >= FOOT + STRIP or upper
        assert mark.cy + mark.r <= drawing.height - HEAD - STRIP
        assert mark.cx - mark.r >= 0
        assert mark.cx + mark.r <= drawing.width


def test_effect_goes_up_and_ease_goes_right() -> None:
    marks: list[Any] = [
        s for s in drawings.placed([(1, 1), (2, 2), (3, 3), (4, 4)]).contents if isinstance(s, Circle)
    ]
    places = {(mark.cx, mark.cy) for mark in marks}
    assert len(places) == 4
    by_height = sorted(places, key=lambda place: place[1])
    assert by_height == sorted(places)
