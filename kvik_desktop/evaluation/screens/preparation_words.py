"""What the page of preparation says beside its questions, and how far each of them is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from kvik_desktop.evaluation.preparing import Preparation
from kvik_desktop.foundation.text import Text, Translator, say, say_n
from kvik_desktop.model_package.screens.guidance_words import Passage, Section
from kvik_desktop.shell.widgets.choice_delegate import ChoiceItem

HELP = say(
    "Her gør I klar, før I svarer. Skriv, hvem I er, og hvem der skal svare: mere skal der ikke til for at "
    "begynde. Model og metode kan ændres, indtil nogen har svaret, og datoerne kan vente. Alt bliver gemt, "
    "mens du skriver, og alt kan fortrydes."
)


class Part(StrEnum):
    """The questions of the page, in their order; their names are the page's places."""

    UNIT = "enhed"
    MODEL = "model"
    PEOPLE = "deltagere"
    DAYS = "datoer"


NAMES: Mapping[Part, Text] = {
    Part.UNIT: say("Jeres institution"),
    Part.MODEL: say("Model og metode"),
    Part.PEOPLE: say("Deltagere"),
    Part.DAYS: say("Datoer"),
}


def items(found: Preparation, tr: Translator) -> Iterator[ChoiceItem]:
    """The list beside the questions: each with what is decided, and a mark for what is missing."""
    yield _item(Part.UNIT, "answered", found.unit.name, tr)
    yield _item(Part.MODEL, "answered", found.package.name.in_language(tr.language), tr)
    if not found.people:
        people: Text = say("Mangler")
    elif not found.has_leader:
        people = say("Lederen mangler")
    else:
        people = say_n("{n} deltager", "{n} deltagere", len(found.people))
    yield _item(Part.PEOPLE, "answered" if found.is_ready else "missing", tr(people), tr)
    set_days = len(found.days)
    days = say_n("{n} dato", "{n} datoer", set_days) if set_days else say("Kan vente")
    yield _item(Part.DAYS, "answered" if set_days else "not-begun", tr(days), tr)


def _item(part: Part, mark: str, second: str, tr: Translator) -> ChoiceItem:
    ink = "amber" if mark == "missing" else "text-2"
    return ChoiceItem(part.value, tr(NAMES[part]), mark=mark, second=second, second_ink=ink)


def first_missing(found: Preparation) -> Part:
    """Where to begin: with the people, unless they are there."""
    return Part.UNIT if found.is_ready else Part.PEOPLE


_GUIDANCE: Mapping[Part, tuple[tuple[str, Text, tuple[Text, ...]], ...]] = {
    Part.UNIT: (
        (
            "why",
            say("Hvad bliver det brugt til?"),
            (
                say("Navnet står på rapporten."),
                say("Området giver jer spørgsmål og eksempler fra jeres egen hverdag."),
                say("Kommune og størrelse bruges kun, når kommunen sammenligner."),
            ),
        ),
    ),
    Part.MODEL: (
        (
            "models",
            say("Kan vi skifte senere?"),
            (
                say("Ja, indtil den første har svaret. Derefter hører svarene til den model, I har valgt."),
                say("Den korte og den fulde model kan sammenlignes på de ni kriterier."),
            ),
        ),
        (
            "methods",
            say("Hvad betyder det for pointene?"),
            (
                say("På de seks trin kan I se, hvilket trin I står på, men ikke små skridt inden for det."),
                say("Med et tal kan I se en fremgang fra 45 til 48."),
            ),
        ),
    ),
    Part.PEOPLE: (
        (
            "who",
            say("Hvem skal være med?"),
            (
                say("Lederen og 4-11 andre, der kender hverdagen hver fra sin side."),
                say("Tag også nogen med, som er kritiske. Det er dem, I lærer mest af."),
                say("En elev, pårørende eller forælder kan godt være med."),
            ),
        ),
        (
            "privacy",
            say("Hvem kan se hvad?"),
            (
                say("Ingen kan i programmet se andres svar, før I åbner dem sammen."),
                say("Bagefter ser gruppen spredningen og det, der er skrevet, uden navne."),
                say("Navnene bliver i denne fil. Kommunen får hverken navne eller enkelte svar."),
                say("Lederen har filen, og den er ikke låst med en kode."),
                say("Er I under fem, kan man ofte regne ud, hvem der har svaret hvad."),
            ),
        ),
    ),
    Part.DAYS: (
        (
            "how-long",
            say("Hvor lang tid tager det?"),
            (
                say("Giv deltagerne en til to uger til at svare hver for sig."),
                say("Læg mødet højst en uge efter, mens I husker det."),
                say("Et møde tager en halv dag med den korte model, en til to dage med den fulde."),
                say("Begynd igen efter cirka to år."),
            ),
        ),
    ),
}


def sections(part: Part, tr: Translator) -> tuple[Section, ...]:
    """The guidance beside one question."""
    return tuple(
        Section(key, tr(title), tuple(Passage(tr(text)) for text in texts))
        for key, title, texts in _GUIDANCE[part]
    )
