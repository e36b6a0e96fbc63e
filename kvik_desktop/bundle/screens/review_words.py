"""What the parts of a package are called, how much of each goes, and what to think of first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kvik_desktop.bundle.choosing import NAMES, Review
from kvik_desktop.bundle.privacy import Part
from kvik_desktop.foundation.text import Text, say, say_n

READ_ONLY = say("Filen kan kun læses, så der kan ikke ændres i den.")


@dataclass(frozen=True, slots=True)
class PartWords:
    """A line of what goes: its name, and the parts it switches."""

    name: Text
    parts: tuple[str, ...]


PARTS: Mapping[str, PartWords] = {
    "histograms": PartWords(say("Hvordan svarene fordelte sig"), (Part.HISTOGRAMS,)),
    "reasons": PartWords(say("Begrundelser"), (Part.REASONS,)),
    "evidence": PartWords(say("Dokumentation"), (Part.EVIDENCE,)),
    "texts": PartWords(say("Styrker og forbedringsområder"), (Part.STRENGTHS, Part.AREAS)),
    "plan": PartWords(say("Handlingsplan"), (Part.PLAN,)),
    NAMES: PartWords(say("Navne på de ansvarlige i planen"), (NAMES,)),
}
"""In the order they are shown."""

SHOWN = 6
"""Subcriteria that are named; the rest are counted."""


def goes(key: str, review: Review) -> bool:
    """Whether a line's parts go."""
    if key == NAMES:
        return review.choices.names
    return not any(part in review.choices.leave_out for part in PARTS[key].parts)


def part_second(key: str, review: Review) -> Text | str:
    """How much of it goes."""
    if key == NAMES:
        return say("Ellers står kun roller")
    if not goes(key, review):
        return say("Bliver her")
    count = sum(review.preview.going[Part(part)] for part in PARTS[key].parts)
    match key:
        case "histograms":
            return say(
                "Kun hvor mindst {least} har svaret: {n} af {of} delkriterier",
                least=review.smallest_group,
                n=count,
                of=review.preview.subcriteria,
            )
        case "plan":
            return say_n("{n} tiltag med roller og frister", "{n} tiltag med roller og frister", count)
        case _:
            return say_n("{n} tekst", "{n} tekster", count)


def part_caution(key: str, review: Review) -> Text | str:
    """What to think of before a part goes."""
    if key == "plan" and goes(key, review) and not review.plan_approved:
        return say("Planen er ikke godkendt endnu. Den kan komme med i en senere udgave.")
    unanimous = review.preview.unanimous
    if key != "histograms" or not unanimous:
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
