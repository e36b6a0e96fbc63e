"""What the extract of one person's data says, untranslated until it is known who reads it."""

from __future__ import annotations

from collections.abc import Mapping

from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.evaluation.states import Event
from kvik_desktop.foundation.text import Text, say

WAYS: Mapping[Way, Text] = {
    Way.LAPTOP: say("på institutionens computer"),
    Way.TABLE: say("i en tabel"),
    Way.ANSWER_PAGE: say("på en svarside"),
    Way.PDF_FORM: say("i et PDF-skema"),
    Way.PAPER: say("på papir"),
}

KINDS: Mapping[StatementKind, Text] = {
    StatementKind.EVIDENCE: say("Dokumentation"),
    StatementKind.STRENGTH: say("Styrker"),
    StatementKind.AREA: say("Forbedringsområder"),
    StatementKind.IDEA: say("Idéer"),
}

EVENTS: Mapping[str, Text] = {
    Event.RESET_CODE: say("Koden blev nulstillet"),
    Event.REMOVE_PARTICIPANT: say("Fjernede en deltager"),
    Event.REVEAL: say("Åbnede svarene"),
    Event.CLOSE_ROUND: say("Lukkede en runde"),
    Event.ACCEPT: say("Godkendte resultatet"),
    Event.REOPEN: say("Åbnede resultatet igen"),
    Event.APPROVE_PLAN: say("Godkendte handlingsplanen"),
    Event.FOLLOW_UP: say("Begyndte opfølgningen"),
    Event.DELIVER: say("Afleverede resultatet"),
    Event.DELETE_ANSWERS: say("Slettede de enkelte svar"),
    Event.DELETE_PERSON: say("Slettede en deltager"),
}

HISTORY = say(
    "For at svar kan fortrydes, husker filen også, hvordan de så ud, før de blev ændret. Det slettes sammen "
    "med svarene."
)
GROUPS_OWN = say("De ord, gruppen har samlet på mødet, er gruppens. De står uden navn og er ikke med her.")
CANNOT_JUDGE = say("Kan ikke vurdere")
PUT_OFF = say("Gemt til senere, uden vurdering")
NO_ANSWERS = say("Der er ingen svar.")
ANSWERS = say("Svarene")
NOTED = say("Det, der er noteret med tidspunkt")
ALSO = say("Andet, filen gemmer")
