"""A spread says how far answers lie from each other, and is drawn where they lie on the axis."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from kvik_desktop.foundation.text import Translator
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Axis, Step
from kvik_desktop.shell.widgets.spread_strip import Spread, paint_strip


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ((45, 25, 38, 52, 60, 78, 45), "7 svar, fra 25 til 78, median 45"),
        ((40, 45), "2 svar, fra 40 til 45, median 43"),
        ((45,), "1 svar: 45"),
        ((3, 3, 3), "3 svar, alle 3"),
    ],
)
def test_the_sentence(values: tuple[int, ...], sentence: str) -> None:
    assert Translator()(Spread.of(values).sentence) == sentence


def test_no_answers_have_no_spread() -> None:
    with pytest.raises(ValueError, match="no answers"):
        Spread.of(())


@given(st.lists(st.integers(0, 100), min_size=1))
def test_the_median_lies_between_lowest_and_highest(values: list[int]) -> None:
    spread = Spread.of(values)
    assert spread.low <= spread.median <= spread.high
    assert spread.count == len(spread.values) == len(values)


def drawn(ui: Ui, spread: Spread, steps: Sequence[Step]) -> QImage:
    image = QImage(1010, 10, QImage.Format.Format_RGB32)
    image.fill(ui.theme.colour("surface"))
    painter = QPainter(image)
    paint_strip(painter, ui.theme, QRectF(image.rect()), spread, steps)
    painter.end()
    return image


def test_dots_stand_where_the_scores_are(ui: Ui, steps: Sequence[Step]) -> None:
    image = drawn(ui, Spread.of((25, 78)), steps)
    for score, token in ((25, "accent"), (50, "edge"), (78, "accent"), (90, "line")):
        assert image.pixelColor(round(Axis(100, 1010).middle(score)), 5) == ui.theme.colour(token), score


def test_without_single_answers_there_is_only_range_and_median(ui: Ui, steps: Sequence[Step]) -> None:
    image = drawn(ui, Spread(4, 25, 78, 45), steps)
    for score, token in ((25.3, "edge"), (45, "accent"), (77, "edge")):
        assert image.pixelColor(round(Axis(100, 1010).middle(score)), 5) == ui.theme.colour(token), score
