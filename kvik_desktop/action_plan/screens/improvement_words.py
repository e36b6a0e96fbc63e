"""The words of the wall and its matrix: letters, quadrants, where an area comes from, and the guidance."""

from __future__ import annotations

from collections.abc import Mapping

from kvik_desktop.action_plan.areas import PlacedArea
from kvik_desktop.action_plan.model import QUADRANT_NAMES, Quadrant
from kvik_desktop.action_plan.pages import Wall
from kvik_desktop.foundation.text import Text, Translator, say, say_n
from kvik_desktop.model_package.screens.guidance_words import Passage, Section
from kvik_desktop.shell.widgets.matrix_field import MatrixWords
from kvik_desktop.shell.widgets.matrix_field import Quadrant as Corner

HELP = say(
    "Her ligger alt det, I vil gøre bedre. Giv hvert område to tal fra 1 til 4: hvor stor effekt det får, og "
    "hvor let det er. Vælg så dem, I vil arbejde med, og lav tiltag af dem. I behøver ikke placere alt: "
    "begynd med det, I er sikre på."
)

SECONDS: Mapping[Quadrant, Text] = {
    Quadrant.QUICK_WIN: say("Stor effekt, til at gå til"),
    Quadrant.STRATEGIC: say("Stor effekt, kræver tid"),
    Quadrant.FILL_IN: say("Lille effekt, hurtigt gjort"),
    Quadrant.RECONSIDER: say("Lille effekt, kræver meget"),
}


def matrix_words() -> MatrixWords:
    """All words of the matrix."""
    corner = {each: Corner(QUADRANT_NAMES[each], SECONDS[each]) for each in Quadrant}
    return MatrixWords(
        quick=corner[Quadrant.QUICK_WIN],
        strategic=corner[Quadrant.STRATEGIC],
        small=corner[Quadrant.FILL_IN],
        again=corner[Quadrant.RECONSIDER],
        effect=say("Effekt for brugere og resultater"),
        ease=say("Hvor let er det?"),
        hard=say("Svært"),
        easy=say("Let"),
        hint=say("Træk et område herover, eller vælg det, og tryk 1-4 for effekt og Skift+1-4 for lethed."),
    )


def letters(place: int) -> str:
    """The letters of the area at a place, from 0: A, B, … Z, AA, AB, …."""
    found = ""
    place += 1
    while place:
        place, last = divmod(place - 1, 26)
        found = chr(ord("A") + last) + found
    return found


def source(area: PlacedArea, wall: Wall, tr: Translator) -> str:
    """As "3.3 · enighed 48 · samlet af 3 · tiltag 2"."""
    score = (wall.scores or {}).get(area.area.subcriterion)
    parts = [area.area.subcriterion]
    if score is not None:
        parts.append(tr(say("enighed {score}", score=score)))
    if area.area.sources > 1:
        parts.append(tr(say("skrevet af {n}", n=area.area.sources)))
    if area.actions:
        numbers = ", ".join(str(number) for number in area.actions)
        parts.append(tr(say("tiltag {numbers}", numbers=numbers)))
    return " · ".join(parts)


def where(area: PlacedArea) -> Text:
    """The quadrant an area is in, or that it has none yet."""
    return QUADRANT_NAMES[area.quadrant] if area.quadrant is not None else say("Ikke placeret")


def unplaced(n: int) -> Text:
    """How many areas are left to place."""
    if not n:
        return say("Alle områder er placeret.")
    return say_n("{n} er ikke placeret", "{n} er ikke placeret", n)


def guidance(tr: Translator) -> tuple[Section, ...]:
    """How one goes about it."""
    how = (
        say("Effekt: hvor meget vil brugerne, medarbejderne eller resultaterne mærke til det?"),
        say("Lethed: hvor svært er det, hvad koster det, og hvor hurtigt kan det gøres?"),
        say("Giv et hurtigt bud sammen. I kan flytte det bagefter."),
        say("Er I uenige om et tal, så tag det laveste, og gå videre."),
    )
    choose = (
        say("Tag først dem med stor effekt, som er til at gå til. De giver mod på resten."),
        say("Vælg få. Tre tiltag, der bliver til noget, er bedre end ti på papir."),
        say("Det, der ligger under Overvej igen, kan godt blive liggende til næste gang."),
    )
    return (
        Section("how", tr(say("Sådan placerer I")), tuple(Passage(tr(each)) for each in how)),
        Section("choose", tr(say("Sådan vælger I")), tuple(Passage(tr(each)) for each in choose)),
    )
