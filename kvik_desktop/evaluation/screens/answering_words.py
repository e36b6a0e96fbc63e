"""What the page of individual answers says beside the questions: how one goes about it, and who sees what."""

from __future__ import annotations

from kvik_desktop.evaluation.answering import Team
from kvik_desktop.foundation.text import Text, Translator, say, say_n
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.screens.guidance_words import Passage, Section

HELP = say(
    "Her svarer hver deltager for sig selv. Vælg dit navn, læs spørgsmålet, og skriv kort, hvad I kan vise "
    "frem, hvad I gør godt, og hvad der kan blive bedre. Vælg så et trin. Ved du ikke nok, så vælg »Kan ikke "
    "vurdere«: det tæller ikke som 0. Alt bliver gemt, mens du skriver, og ingen kan se dine svar, før I "
    "åbner dem sammen."
)

_FIGURES: dict[Method, Text] = {
    Method.CLASSICAL: say("Vælg det trin, der passer bedst, og ret tallet inden for trinet, hvis du vil."),
    Method.FINE: say("Giv hver fase sit eget trin. Gennemsnittet regner programmet ud."),
    Method.SCALE5: say("Vælg det trin fra 0 til 5, der passer bedst."),
}


def sections(team: Team, tr: Translator) -> tuple[Section, ...]:
    """Guidance for those who have not chosen a name yet."""
    of = sum(1 for _ in team.package.subcriteria())
    how = (
        say_n("Der er {n} spørgsmål.", "Der er {n} spørgsmål. Du kan stoppe og komme igen.", of),
        say("Svar ud fra det, du selv ser til daglig. Der er ingen rigtige svar."),
        _FIGURES[team.evaluation.method],
        say("Ved du ikke nok, så vælg »Kan ikke vurdere«. Det tæller ikke som 0."),
        say("Skriv få ord. Ét godt eksempel siger mere end mange."),
        say(
            "Har du et billede eller et dokument, der viser det, så vedlæg det, eller træk det ind på siden."
        ),
    )
    others = (
        say("I svarer efter tur på denne computer. Den næste vælger sit navn her."),
        say("Har nogen svaret i en tabel, så hent den med »Hent svar fra fil…«."),
    )
    who = (
        say("Før I åbner svarene, viser programmet dem kun for den, der har svaret."),
        say("Alle kan se, hvem der har afleveret, men ikke hvad."),
        say("Med din egen kode, ved hængelåsen øverst, kan ingen vælge dit navn her og se dine svar."),
        say("Når I åbner dem, ser gruppen spredningen og det, der er skrevet, uden navne."),
        say(
            "Filen hører til hos lederen. Selve filen er ikke låst, så pas på den som på andre papirer om "
            "jer."
        ),
        say("Er I få, kan man somme tider gætte, hvem der har svaret hvad."),
    )
    privacy = Section("who", tr(say("Hvem kan se hvad?")), _passages(who, tr))
    if team.evaluation.revealed is not None:
        return (privacy,)
    return (
        Section("how", tr(say("Sådan svarer du")), _passages(how, tr)),
        Section("others", tr(say("Hvordan svarer de andre?")), _passages(others, tr)),
        privacy,
    )


def _passages(texts: tuple[Text, ...], tr: Translator) -> tuple[Passage, ...]:
    return tuple(Passage(tr(text)) for text in texts)
