"""One answer in words, as its own person reads it."""

from __future__ import annotations

from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.text import Translator, say
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.model_package.screens.score_words import panels, shown

KINDS = {
    StatementKind.EVIDENCE: say("Dokumentation"),
    StatementKind.STRENGTH: say("Styrker"),
    StatementKind.AREA: say("Forbedringsområder"),
    StatementKind.IDEA: say("Idéer"),
}


def figure(given: NewAnswer, package: ModelPackage, method: Method, tr: Translator) -> str:
    """The figures with their steps, or that there are none."""
    if given.rating.is_empty:
        return tr(say("Ikke besvaret") if given.later else say("Kan ikke vurdere"))
    scores = shown(given.rating, cannot_judge=False).scores
    told = []
    for panel in panels(package, package.block_of(given.subcriterion), method, tr.language):
        score = scores.get(panel.key)
        if score is None:
            continue
        step = next(each for each in panel.steps if each.low <= score <= each.high)
        word = panel.name or step.name
        told.append(f"{word} {score}" if panel.name else f"{score} · {word}")
    return ", ".join(told)


def lines(given: NewAnswer, tr: Translator) -> tuple[str, ...]:
    """What is written, each with what it is."""
    return tuple(
        tr(say("{kind}: {text}", kind=KINDS[kind], text=text))
        for kind in StatementKind
        for text in given.texts.get(kind, ())
    )
