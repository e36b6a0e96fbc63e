"""What the page of preparation says beside its questions, and how far each of them is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kvik_desktop.evaluation.preparing.path import PATH, How, Part, how
from kvik_desktop.evaluation.preparing.preparation import Preparation
from kvik_desktop.evaluation.preparing.programme import chosen_programme
from kvik_desktop.foundation.text import Text, Translator, say, say_n
from kvik_desktop.model_package.process import day_programmes
from kvik_desktop.model_package.screens.guidance_words import Passage, Section
from kvik_desktop.shell.widgets.choice_delegate import ChoiceItem

HELP = say(
    "Her gør I klar, før I svarer. Skriv, hvem I er, og hvem der skal svare: mere skal der ikke til for at "
    "begynde. Knappen nederst fører jer gennem datoer, program og udskrift, og alt det kan vente. Model og "
    "metode kan ændres, indtil nogen har svaret. Alt bliver gemt, mens du skriver, og alt kan fortrydes."
)


NAMES: Mapping[Part, Text] = {
    Part.UNIT: say("Jeres institution"),
    Part.MODEL: say("Model og metode"),
    Part.PEOPLE: say("Deltagere"),
    Part.DAYS: say("Datoer"),
    Part.PROGRAMME: say("Program"),
    Part.PAPERS: say("Udskrift"),
    Part.STEPS: say("De ti trin"),
}

ONWARD: Mapping[Part, Text] = {
    Part.UNIT: say("Videre: jeres institution"),
    Part.MODEL: say("Videre: model og metode"),
    Part.PEOPLE: say("Videre: deltagere"),
    Part.DAYS: say("Videre: datoer"),
    Part.PROGRAMME: say("Videre: program"),
    Part.PAPERS: say("Videre: udskrift"),
    Part.STEPS: say("Videre: de ti trin"),
}
"""What the filled button says when it leads to a part."""

MARKS: Mapping[How, str] = {How.DONE: "answered", How.MISSING: "missing", How.CAN_WAIT: "not-begun"}


def items(found: Preparation, tr: Translator) -> Iterator[ChoiceItem]:
    """The list beside the questions: each with what is decided, and a mark for what is missing."""
    for part in PATH:
        said = how(part, found)
        ink = "amber" if said is How.MISSING else "text-2"
        second = tr(_DECIDED[part](found, tr))
        yield ChoiceItem(part.value, tr(NAMES[part]), mark=MARKS[said], second=second, second_ink=ink)
    yield ChoiceItem(
        Part.STEPS.value, tr(NAMES[Part.STEPS]), mark="in-progress", second=tr(say("Tjekliste til det hele"))
    )


def _people(found: Preparation, _tr: Translator) -> Text:
    if not found.people:
        return say("Mangler")
    if not found.has_leader:
        return say("Lederen mangler")
    return say_n("{n} deltager", "{n} deltagere", len(found.people))


def _days(found: Preparation, _tr: Translator) -> Text:
    count = len(found.days) + (found.evaluation.retention is not None)
    return say_n("{n} dato", "{n} datoer", count) if count else CAN_WAIT


def _programme(found: Preparation, tr: Translator) -> Text | str:
    if not found.intention.programme:
        return CAN_WAIT
    programmes = day_programmes(tr.resources).programmes
    return chosen_programme(found.intention, found.package.id, programmes).name.in_language(tr.language)


def _papers(found: Preparation, _tr: Translator) -> Text:
    count = len(found.printed)
    return say_n("{n} ark er gemt", "{n} ark er gemt", count) if count else CAN_WAIT


CAN_WAIT = say("Kan vente")
_DECIDED: Mapping[Part, Callable[[Preparation, Translator], Text | str]] = {
    Part.UNIT: lambda found, tr: found.unit.name,
    Part.MODEL: lambda found, tr: found.package.name.in_language(tr.language),
    Part.PEOPLE: _people,
    Part.DAYS: _days,
    Part.PROGRAMME: _programme,
    Part.PAPERS: _papers,
}


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
        (
            "retention",
            say("Hvorfor slette svarene?"),
            (
                say("De enkelte svar er personoplysninger. I skal kun have dem, så længe I bruger dem."),
                say("Når resultatet er godkendt, har I det, I blev enige om. Det bliver i filen."),
                say("Venter I tre måneder efter afleveringen, er der tid til spørgsmål om resultatet."),
            ),
        ),
    ),
    Part.PROGRAMME: (
        (
            "programme",
            say("Kan vi lave det om?"),
            (
                say("Ja. Det er et forslag, og I kender jeres vagter. Hold pauserne."),
                say("Læg hellere to korte møder end ét, hvor nogen må gå før tid."),
                say("Svarene åbnes på én gang. Sørg for, at alle er der på det tidspunkt."),
            ),
        ),
    ),
    Part.PAPERS: (
        (
            "papers",
            say("Hvad skal vi bruge dem til?"),
            (
                say("Opslaget fortæller alle ansatte, hvad der sker, og hvem der ser hvad."),
                say("Hæng trappen på væggen til mødet, hvor I bliver enige."),
                say("Vil I svare på papir, laver du svarskemaerne under trin 2."),
            ),
        ),
    ),
    Part.STEPS: (
        (
            "steps",
            say("Skal vi nå det hele?"),
            (
                say("Nej. Listen minder jer om det, andre har haft glæde af. Ingen andre ser den."),
                say("Tidligere trin kan godt stå åbne, mens I går videre."),
                say("De ti trin og de tre faser er fra CAF 2020 og KVIK. Ordene er vores egne."),
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
