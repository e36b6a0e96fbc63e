"""What became of a file in the coordinator's words: in short for the list, as facts, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from kvik_desktop.bundle.screens.facts import FactLine, FactName, fact_lines
from kvik_desktop.central.model import Outcome
from kvik_desktop.envelope.kinds import Kind
from kvik_desktop.envelope.verdict import ACCEPTED, RULINGS, Code, Fact, Facts
from kvik_desktop.foundation.text import Text, say

MARKS: Mapping[Outcome, str] = {
    Outcome.ACCEPTED: "approved",
    Outcome.QUARANTINED: "quarantine",
    Outcome.REJECTED: "rejected",
    Outcome.STALE: "stale",
    Outcome.DUPLICATE: "duplicate",
}
OUTCOMES: Mapping[Outcome, Text] = {
    Outcome.ACCEPTED: say("Godkendt"),
    Outcome.QUARANTINED: say("Karantæne"),
    Outcome.REJECTED: say("Afvist"),
    Outcome.STALE: say("Forældet"),
    Outcome.DUPLICATE: say("Modtaget før"),
}
"""The mark and the word of each outcome."""

KINDS: Mapping[Kind, Text] = {
    Kind.RESULT: say("Resultat"),
    Kind.WITHDRAWAL: say("Tilbagekaldelse"),
    Kind.ENROLMENT: say("Tilmelding"),
    Kind.INVITATION: say("Invitation"),
    Kind.TRUST_LIST: say("Tillidsliste"),
}

SHORT: Mapping[Code, Text] = {
    Code.E_SIZE: say("Kan ikke læses eller er for stor"),
    Code.E_DECRYPT: say("Er krypteret og kan ikke åbnes her"),
    Code.E_CONTAINER: say("Er ikke en hel KVIK-pakke"),
    Code.E_FORMAT: say("Er ikke en pakke, som hører til her"),
    Code.E_FORMAT_NEWER: say("Er lavet med et nyere program"),
    Code.E_SIGNATURE_FORM: say("Underskriften kan ikke læses"),
    Code.E_SIGNATURE: say("Er ændret efter underskriften"),
    Code.E_UNKNOWN_KEY: say("Nøglen er ikke godkendt endnu"),
    Code.E_KEY_REVOKED: say("Nøglen er spærret"),
    Code.E_KEY_EXPIRED: say("Nøglen gælder ikke på det tidspunkt"),
    Code.E_KEY_ROLE: say("Nøglen må ikke underskrive den slags"),
    Code.E_SCHEMA: say("Indholdet har en forkert form"),
    Code.E_INSTITUTION: say("Er underskrevet af en anden institution"),
    Code.E_AUDIENCE: say("Er lavet til en anden modtager"),
    Code.E_CAMPAIGN: say("Kampagnen er ikke åben her"),
    Code.E_MEMBER_HASH: say("Indholdet passer ikke til underskriften"),
    Code.E_STALE: say("Er ældre end den, der gælder"),
    Code.E_FORK: say("To forskellige filer kalder sig samme udgave"),
    Code.E_JUMP: say("Udgavens nummer springer over 50 frem"),
    Code.E_SEMANTIC: say("Tallene passer ikke sammen"),
    Code.E_PRIVACY: say("Viser svar fra for få personer"),
    Code.I_DUPLICATE: say("Er modtaget før, intet er ændret"),
    Code.W_MODEL: say("Egne spørgsmål er ikke kontrolleret"),
    Code.W_GAP: say("En tidligere udgave er ikke modtaget"),
    Code.W_CLOCK: say("Afsenderens ur går forkert"),
}
"""One short sentence for each code; a table has room for no more."""

OTHER_KEY = say("Er underskrevet med en anden nøgle end den, du har godkendt")

_IN_THE_WINDOW: Mapping[Code, tuple[Text, Text]] = {
    Code.E_UNKNOWN_KEY: (
        say("Pakken er underskrevet med en nøgle, du ikke har godkendt. Den er gemt, men tæller ikke med."),
        say(
            "Ring til lederen på det nummer, kommunen har, og få læst kontroltallet op. Læs med, og skriv de "
            "to grupper, der ikke står her."
        ),
    ),
    Code.W_MODEL: (
        RULINGS[Code.W_MODEL].message,
        say("Vælg kommunens egen modelpakke eller tillæg. Så bliver alt, der er lavet med den, prøvet."),
    ),
}
"""Where the window has its own way of putting it right."""

IN_THE_INBOX: Mapping[Code, Text] = {
    Code.E_UNKNOWN_KEY: say("Vælg filen i indbakken, ring til lederen, og godkend nøglen der."),
    Code.W_MODEL: say("Vælg filen i indbakken, og hent kommunens egen modelpakke eller tillæg der."),
}
"""What is said to do about them where it cannot be done on the spot."""

_OTHER_KEY = (
    say(
        "Institutionen er kendt med en anden nøgle. Enten har den fået en ny, eller også giver nogen sig ud "
        "for at være den. Pakken er gemt, men tæller ikke med."
    ),
    say(
        "Ring til institutionen. Har den mistet sin nøgle, så spær den gamle under Institutioner, og godkend "
        "den nye samme sted. Har den ikke, så lad pakken ligge."
    ),
)


def is_other_key(code: Code | None, facts: Facts) -> bool:
    """Whether somebody else than the one who is known by that name may have signed."""
    return code is Code.E_UNKNOWN_KEY and facts.trusted is Fact.NO


def short(code: Code, facts: Facts) -> Text:
    """What happened, for the list."""
    return OTHER_KEY if is_other_key(code, facts) else SHORT[code]


def meaning(code: Code | None, facts: Facts) -> tuple[Text, Text]:
    """What it means, and what to do."""
    if code is None:
        return ACCEPTED.message, ACCEPTED.action
    if is_other_key(code, facts):
        return _OTHER_KEY
    return _IN_THE_WINDOW.get(code, (RULINGS[code].message, RULINGS[code].action))


def meaning_afar(code: Code | None, facts: Facts) -> tuple[Text, Text]:
    """The same where one has the file's verdict but not the inbox."""
    means, todo = meaning(code, facts)
    if code is None or is_other_key(code, facts):
        return means, todo
    return means, IN_THE_INBOX.get(code, todo)


_YES: Mapping[FactName, Text] = {
    "intact": say("Som den blev underskrevet"),
    "authentic": say("Underskriften passer til filen"),
    "trusted": say("Står på tillidslisten"),
    "current": say("Ingen nyere er modtaget"),
    "complete": say("Alt er der, og tallene stemmer"),
}
_NO: Mapping[FactName, Text] = {
    "intact": say("Filen er ikke hel eller er ændret"),
    "authentic": say("Underskriften passer ikke til filen"),
    "trusted": say("Nøglen kan ikke stå inde for pakken"),
    "current": say("En anden udgave gælder eller strider mod den"),
    "complete": say("Indholdet kan ikke bruges"),
}
_AFTER_THE_KEY = say("Prøves, når nøglen er godkendt")
_NOT_REACHED = say("Blev ikke prøvet")
_REPLACED = say("En nyere udgave gælder")
_NO_MODEL = say("Prøves, når modellen kendes")


def facts_of(code: Code | None, facts: Facts, *, is_replaced: bool = False) -> tuple[FactLine, ...]:
    """The five facts with what each means here; one that was not reached is no cross."""
    waits = code is Code.E_UNKNOWN_KEY
    said: dict[FactName, Text | str] = {}
    for name in _YES:
        match getattr(facts, name):
            case Fact.YES:
                said[name] = _YES[name]
            case Fact.NO:
                said[name] = _NO[name]
            case _:
                said[name] = _AFTER_THE_KEY if waits else _NOT_REACHED
    if waits and facts.trusted is Fact.UNKNOWN:
        said["trusted"] = say("Venter på dig")
    if code is Code.W_MODEL and facts.complete is Fact.UNKNOWN:
        said["complete"] = _NO_MODEL
    if is_replaced and facts.current is Fact.YES:
        said["current"] = _REPLACED
    return fact_lines(facts, said, frozenset({"trusted"}) if waits else frozenset())
