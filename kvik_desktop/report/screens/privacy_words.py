"""What the page on privacy says: who can see what and when, and what deleting does."""

from __future__ import annotations

from collections.abc import Sequence

from kvik_desktop.evaluation.model import Evaluation
from kvik_desktop.evaluation.privacy.model import Standing
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.workshop.deleting import OUT_OF_REACH

HELP = say(
    "Her står, hvem der kan se hvad, og hvornår. Du kan give deltagerne en oplysning på papir, sætte den "
    "dag, svarene skal være slettet, give en person alt, hvad filen gemmer om personen, og slette. Intet "
    "slettes af sig selv, og det, der er slettet her, kan ikke hentes tilbage."
)

BEFORE = (
    say("Hver deltager ser kun sine egne svar, og kun i sin egen tur."),
    say("Alle kan se, hvem der har afleveret, og hvor langt hver er. Ingen kan se, hvad der er svaret."),
    say("Fortryd, søgning, rapport og udskrift viser heller ikke andres svar."),
)
AFTER = (
    say("Gruppen ser, hvordan svarene fordeler sig, og det, der er skrevet, uden navne."),
    say("Med få deltagere kan man ofte gætte, hvem der har svaret hvad. Det er ikke anonymt."),
    say("Den, der har filen, kan tage et uddrag af det, en bestemt person har svaret."),
)
TOLD = ((say("Før I åbner svarene"), BEFORE), (say("Når I har åbnet dem"), AFTER))


def always(evaluation: Evaluation) -> tuple[Text, ...]:
    """What is so before and after."""
    return (
        say(
            "Filen ligger på denne computer og er ikke låst. Den, der har den og ved hvordan, kan læse alt i "
            "den, også før I åbner svarene."
        ),
        say("Programmet sender intet over nettet."),
        say(
            "Kommunen får det fælles resultat og roller uden navne. Svarene på hvert trin tælles kun "
            "op, når mindst {n} har givet en vurdering.",
            n=evaluation.smallest_group,
        ),
    )


def of_answers(found: Standing) -> Text:
    """Why the answers can be deleted now, or cannot."""
    if found.evaluation.answers_deleted is not None:
        return say("Blev slettet {day}.", day=found.evaluation.answers_deleted.astimezone().date())
    if not found.is_accepted:
        return say("Kan slettes, når resultatet er godkendt: gruppen bruger dem på mødet.")
    return say("Det fælles resultat bliver.")


def of_people(found: Standing) -> Text:
    """What the list of people is for now."""
    if found.is_hidden:
        return say("Vælg en person for at slette vedkommende eller læse, hvordan personen får sit uddrag.")
    if found.may_delete_people:
        return say("Vælg en person for at give et uddrag eller slette vedkommende.")
    return say("Vælg en person for at give et uddrag. Slette kan I, når resultatet er godkendt.")


GONE_WITH_ANSWERS: Sequence[Text] = (
    say("Tal, tekster og bilag fra hver deltager slettes for altid, også i sikkerhedskopierne her."),
    say(
        "Tilbage bliver det, I er enige om, hvor mange der svarede, fordelingen på trin og de tekster, I har "
        "samlet."
    ),
    say("Tovholderens egne noter slettes også, for de kan fortælle, hvad nogen har sagt."),
    OUT_OF_REACH,
)
GONE_WITH_FILE: Sequence[Text] = (
    say("Alt i filen slettes: deltagere, svar, resultat, handlingsplan, noter og bilag."),
    say("Sikkerhedskopierne på denne computer slettes også. Intet af det kan hentes tilbage."),
    say("Rapporter og pakker, I har gemt, bliver liggende, og det, kommunen har modtaget, har den stadig."),
    OUT_OF_REACH,
)
