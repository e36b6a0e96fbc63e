"""The words around the questions on a sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Block

KINDS: Mapping[StatementKind, Text] = {
    StatementKind.EVIDENCE: say("Dokumentation"),
    StatementKind.STRENGTH: say("Styrker"),
    StatementKind.AREA: say("Forbedringsområder"),
    StatementKind.IDEA: say("Idéer"),
}

STAIR: Mapping[Block, Text] = {
    Block.ENABLER: say("Hvor langt er vi?"),
    Block.RESULT: say("Hvor gode er resultaterne?"),
}

CANNOT_JUDGE = say("Kan ikke vurdere")
ONE_A_LINE = say("ét punkt på hver linje")
STEPS = say("Trinnene")
NAME = say("Navn")
SECTIONS = say("Det bliver du spurgt om")


def due(day: date) -> Text:
    """By when it is to be handed in."""
    return say("Afleveres senest {day}", day=day)


@dataclass(frozen=True, slots=True)
class Guide:
    """What the front of a sheet says: how it is filled in, and who sees it."""

    heading: Text
    lines: tuple[Text, ...]


WHO_SEES = say(
    "Ingen andre i gruppen ser dine svar, før I åbner dem sammen. Den, der samler skemaerne, kan læse dem, "
    "når de kommer ind."
)

ON_SCREEN = Guide(
    say("Sådan udfylder du skemaet"),
    (
        say("Svar på det, du ved noget om. Sæt ellers kryds ved »Kan ikke vurdere«."),
        say("Skriv tallet for det trin, der passer bedst. Hvert trin har sine egne tal."),
        say("Skriv kort, og begynd på en ny linje ved hvert punkt. Du behøver ikke fylde felterne."),
        say("Gem filen, når du holder pause. Du kan lukke den og skrive videre senere."),
        say("Send filen tilbage, når du er færdig. Udskriv den ikke til en ny PDF: så er felterne væk."),
        WHO_SEES,
        say("Skemaet er dit og kan ikke bruges af andre. Bed om et nyt, hvis det bliver væk."),
    ),
)

ON_PAPER = Guide(
    say("Sådan udfylder du skemaet"),
    (
        say("Svar på det, du ved noget om. Sæt ellers kryds ved »Kan ikke vurdere«."),
        say("Skriv tallet for det trin, der passer bedst. Hvert trin har sine egne tal."),
        say("Skriv tydeligt med kuglepen, ét punkt på hver linje. Du behøver ikke fylde felterne."),
        say("Aflevér skemaet til den, der samler dem, gerne i en lukket kuvert."),
        WHO_SEES,
    ),
)
