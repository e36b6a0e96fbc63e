"""What is said of rounds: each by itself, how they changed from one to the next, and what is worth doing."""

from __future__ import annotations

from collections.abc import Mapping

from kvik_desktop.foundation.text import Text, Translator, say, say_n
from kvik_desktop.workshop.board import Dots, Line
from kvik_desktop.workshop.convergence import Advice
from kvik_desktop.workshop.screens.consensus_words import round_sentence


def round_told(dots: Dots, tr: Translator) -> str:
    """As ``Runde 1: 7 svar, fra 20 til 75, median 52``."""
    return tr(say("Runde {number}: {said}", number=dots.number, said=round_sentence(dots, tr)))


def agreement(before: Dots, now: Dots) -> Text | None:
    """How close the answers lie, now and in the round before; None where too few answered to tell."""
    if now.within_a_step is None:
        return None
    told = say(
        "Enighed: {near} af {n} svar ligger højst ét trin fra hinanden", near=now.within_a_step, n=now.n
    )
    if before.within_a_step is None:
        return say("{told}.", told=told)
    return say(
        "{told}, mod {near} af {n} i runde {number}.",
        told=told,
        near=before.within_a_step,
        n=before.n,
        number=before.number,
    )


def stability(before: Dots, now: Dots) -> Text | None:
    """How many stayed where they were, and where the median went; None where the answers are gone."""
    moves, median = now.stability, _median(before, now)
    if moves is None:
        few = say("For få har svaret begge gange til at vise, hvor mange der blev på samme trin.")
        return None if median is None else say("Stabilitet: {median} {few}", median=median, few=few)
    stayed = say_n(
        "{stayed} af {n} blev på samme trin som sidst.",
        "{stayed} af {n} blev på samme trin som sidst.",
        moves.compared,
        stayed=moves.stayed,
    )
    if median is None:
        return say("Stabilitet: {stayed}", stayed=stayed)
    return say("Stabilitet: {stayed} {median}", stayed=stayed, median=median)


def _median(before: Dots, now: Dots) -> Text | None:
    if before.median is None or now.median is None:
        return None
    if before.median == now.median:
        return say("Medianen er stadig {median}.", median=now.median)
    return say("Medianen gik fra {before} til {now}.", before=before.median, now=now.median)


ADVICE: Mapping[Advice, Text] = {
    Advice.SETTLE: say("I er tæt på hinanden. Fastlæg et fælles tal."),
    Advice.ASK: say(
        "I er tæt på hinanden nu, men flere har lige flyttet sig. Spørg, om alle kan stå ved det."
    ),
    Advice.AGAIN: say("I flytter jer stadig. Tal om det nye, og tag en runde til, hvis det er tiden værd."),
    Advice.DECIDE: say(
        "Næsten ingen flytter sig mere, så en runde til ændrer næppe noget. Fastlæg med en begrundelse, "
        "eller parkér."
    ),
    Advice.TALK: say("I er stadig uenige. Tal om det, og fastlæg eller parkér."),
}


def advice_sentence(line: Line) -> Text | None:
    """What is worth doing now; None where it is settled, or there is nothing to go by."""
    return ADVICE[line.advice] if line.advice is not None else None
