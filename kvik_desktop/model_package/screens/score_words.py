"""The words at the stair: what a model says at each step, for every method, and what is given there."""

from __future__ import annotations

from collections.abc import Mapping

from kvik_desktop.foundation.text import Language, Text, say
from kvik_desktop.model_package.model import PHASES, STEPS, Block, Method, ModelPackage, Phase
from kvik_desktop.model_package.scoring import Rating, band_range
from kvik_desktop.shell.widgets.axis import Step
from kvik_desktop.shell.widgets.score_control import Panel, ScoreValue

SCORE = "score"
"""The key of the only panel of a method without phases."""

QUESTIONS: Mapping[Block, Text] = {
    Block.ENABLER: say("Hvor langt er vi?"),
    Block.RESULT: say("Hvor gode er resultaterne?"),
}
"""What stands over the stair."""


def panels(package: ModelPackage, block: Block, method: Method, language: Language) -> tuple[Panel, ...]:
    """The stairs that a question of a block is answered on, in the reader's language."""
    if method is Method.FINE:
        return tuple(_phase(package, phase, language) for phase in PHASES[block])
    words = package.scale.steps(block)
    steps = tuple(
        Step(*band_range(band, method), step.name.in_language(language), step.sentence.in_language(language))
        for band, step in enumerate(words)
    )
    return (Panel(SCORE, "", steps),)


def _phase(package: ModelPackage, phase: Phase, language: Language) -> Panel:
    """The stair of one phase; its steps have sentences but no names, so the range stands for the name."""
    text = package.scale.phase(phase)
    sentences = [sentence.in_language(language) for sentence in text.steps] or [""] * STEPS
    ranges = [band_range(band, Method.FINE) for band in range(STEPS)]
    steps = tuple(
        Step(low, high, f"{low}-{high}", sentence)
        for (low, high), sentence in zip(ranges, sentences, strict=True)
    )
    return Panel(phase.value, text.name.in_language(language), steps)


def shown(rating: Rating, *, cannot_judge: bool) -> ScoreValue:
    """What the stairs show of a rating; an empty one is *cannot judge* only where somebody has said so."""
    scores: dict[str, int | None] = {SCORE: rating.score}
    scores |= {phase.value: value for phase, value in rating.phases.items()}
    return ScoreValue(scores, cannot_judge)


def given(value: ScoreValue) -> Rating:
    """The rating that the stairs give; *cannot judge* gives no figures."""
    return Rating() if value.cannot_judge else Rating(**value.scores)
