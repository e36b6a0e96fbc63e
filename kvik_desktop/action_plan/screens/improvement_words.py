"""The words of the wall and its matrix: letters, quadrants, where an area comes from, and the guidance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kvik_desktop.action_plan.areas import PlacedArea
from kvik_desktop.action_plan.dots import DotVote
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

PLACING = say("Træk et område over i feltet, eller vælg det, og tryk 1-4")
CHOOSING = say("Sæt kryds ved dem, I vil arbejde med")
"""How one answers, in the top line."""

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


def source(area: PlacedArea, wall: Wall, tr: Translator, *, named: bool = False) -> str:
    """As "3.3 · enighed 48 · skrevet af 3 · tiltag 2", "1.1, 3.3 · enighed 38, 48 · samlet af 2".

    ``named`` has the name of the subcriterion, where there is one.
    """
    parts = [_origin(area.subcriteria, wall, tr, named=named)]
    if area.parts:
        parts.append(tr(say("samlet af {n}", n=len(area.parts))))
    if area.area.sources > max(len(area.parts), 1):
        parts.append(tr(say("skrevet af {n}", n=area.area.sources)))
    if area.actions:
        numbers = ", ".join(str(number) for number in area.actions)
        parts.append(tr(say("tiltag {numbers}", numbers=numbers)))
    return " · ".join(parts)


def _origin(subcriteria: Sequence[str], wall: Wall, tr: Translator, *, named: bool) -> str:
    known, agreed = ", ".join(subcriteria), [(wall.scores or {}).get(each) for each in subcriteria]
    if named and len(subcriteria) == 1:
        known += f" {wall.package.subcriterion(known).name.in_language(tr.language)}"
    if all(score is None for score in agreed):
        return known
    each = ["–" if score is None else str(score) for score in agreed]
    told = ", ".join(each if len(set(each)) > 1 else each[:1])
    return f"{known} · {tr(say('enighed {score}', score=told))}"


def dots(n: int) -> Text:
    """How many dots an area got."""
    return say_n("{n} prik", "{n} prikker", n) if n else say("ingen prikker")


def where(area: PlacedArea) -> Text:
    """The quadrant an area is in, or that it has none yet."""
    return QUADRANT_NAMES[area.quadrant] if area.quadrant is not None else say("Ikke placeret")


def unplaced(n: int) -> Text:
    """How many areas are left to place."""
    if not n:
        return say("Alle områder er placeret.")
    return say_n("{n} er ikke placeret", "{n} er ikke placeret", n)


def voted(vote: DotVote) -> Text:
    """One vote of the history."""
    people = say_n("{n} person", "{n} personer", vote.voters)
    given = dots(sum(vote.sums.values()))
    return say("{number}. afstemning: {people}, {given}", number=vote.number, people=people, given=given)


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
    more = (
        say("Siger to kort det samme, så træk det ene hen på det andet. Alle kilder følger med."),
        say("Et tema er et ord for det, der hører sammen. Tryk T på et kort, og skriv det."),
        say(
            "Er der mange områder, så giv prikker: hver får nogle få, og ingen ser de andres, før alle vises."
        ),
        say(
            "Bagefter huskes kun, hvor mange prikker hvert område fik. Er I få, kan man måske gætte, hvem "
            "der gav dem."
        ),
    )
    return (
        Section("how", tr(say("Sådan placerer I")), tuple(Passage(tr(each)) for each in how)),
        Section("more", tr(say("Når der er mange")), tuple(Passage(tr(each)) for each in more)),
        Section("choose", tr(say("Sådan vælger I")), tuple(Passage(tr(each)) for each in choose)),
    )
