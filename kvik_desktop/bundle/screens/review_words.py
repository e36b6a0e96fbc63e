"""What the parts of a package are called, how much of each goes, and what to think of first."""

from __future__ import annotations

from collections.abc import Mapping

from kvik_desktop.bundle.choosing import NAMES, Review
from kvik_desktop.bundle.privacy import Part
from kvik_desktop.foundation.text import Text, say, say_n

READ_ONLY = say("Filen kan kun læses, så der kan ikke ændres i den.")

PART_NAMES: Mapping[str, Text] = {
    Part.HISTOGRAMS: say("Hvordan svarene fordelte sig"),
    Part.REASONS: say("Begrundelser"),
    Part.EVIDENCE: say("Dokumentation"),
    Part.STRENGTHS: say("Styrker"),
    Part.AREAS: say("Forbedringsområder"),
    Part.PLAN: say("Handlingsplan"),
    NAMES: say("Navne på de ansvarlige i planen"),
}
"""In the order they are shown."""

SHOWN = 6
"""Subcriteria that are named; the rest are counted."""


def part_second(key: str, review: Review) -> Text | str:
    """How much of a part goes."""
    shown = review.preview
    if key == NAMES:
        return say("Ellers står kun roller")
    count = shown.going[Part(key)]
    if key in review.choices.leave_out:
        return say("Bliver her")
    match key:
        case Part.HISTOGRAMS:
            return say(
                "Kun hvor mindst {least} har svaret: {n} af {of} delkriterier",
                least=review.smallest_group,
                n=count,
                of=shown.subcriteria,
            )
        case Part.PLAN:
            return say_n("{n} tiltag med roller og frister", "{n} tiltag med roller og frister", count)
        case _:
            return say_n("{n} tekst", "{n} tekster", count)


def part_caution(key: str, review: Review) -> Text | str:
    """What to think of before a part goes."""
    if key == Part.PLAN and key not in review.choices.leave_out and not review.plan_approved:
        return say("Planen er ikke godkendt endnu. Den kan komme med i en senere udgave.")
    unanimous = review.preview.unanimous
    if key != Part.HISTOGRAMS or not unanimous:
        return ""
    named = ", ".join(unanimous[:SHOWN])
    if len(unanimous) > SHOWN:
        return say(
            "Her er alle på samme trin, så fordelingen siger, hvad hver enkelt svarede: {named} og {n} til",
            named=named,
            n=len(unanimous) - SHOWN,
        )
    return say(
        "Her er alle på samme trin, så fordelingen siger, hvad hver enkelt svarede: {named}", named=named
    )
