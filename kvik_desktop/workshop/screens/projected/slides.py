"""From what the room may see to the slide that shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kvik_desktop.shell.projector.projection import Projection, Slide
from kvik_desktop.shell.ui import Ui
from kvik_desktop.workshop.projected import (
    HandIn,
    OpenRound,
    Pause,
    Projected,
    Result,
    Spread,
    Texts,
    TimeLeft,
    Together,
    Underway,
    What,
)
from kvik_desktop.workshop.screens.projected.answers_slide import AnswersSlide, OpenRoundSlide
from kvik_desktop.workshop.screens.projected.lists_slide import ResultSlide, TextsSlide, TogetherSlide
from kvik_desktop.workshop.screens.projected.plain_slides import HandInSlide, PauseSlide, UnderwaySlide

SLIDES: Mapping[type[What], Callable[[Ui], Slide]] = {
    HandIn: HandInSlide,
    Underway: UnderwaySlide,
    Texts: TextsSlide,
    Spread: AnswersSlide,
    OpenRound: OpenRoundSlide,
    Together: TogetherSlide,
    Result: ResultSlide,
    Pause: PauseSlide,
}


def projection_of(what: What, time: TimeLeft | None = None) -> Projection:
    """What the room sees now."""
    return Projection(type(what).__name__, SLIDES[type(what)], Projected(what, time))
