"""Why a form is refused: one sentence for each reason, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from kvik_desktop.foundation.problems import Detail, Problem
from kvik_desktop.foundation.text import say

_ASK = say("Bed om et nyt eksemplar af skemaet. De svar, der er i filen i forvejen, er ikke rørt.")
_MAKE_NEW = say(
    "Lav et nyt skema, og send det til deltageren. De svar, der er i filen i forvejen, er ikke rørt."
)


def damaged(name: str) -> Problem:
    """It cannot be read, or fields are missing."""
    return Problem("E_FORM", say("{name} er beskadiget og kan ikke læses.", name=name), _ASK)


def too_much(name: str) -> Problem:
    """It is larger inside than any form."""
    return Problem("E_FORM_SIZE", say("{name} rummer meget mere end et skema.", name=name), _ASK)


def encrypted(name: str) -> Problem:
    """It has a password."""
    return Problem(
        "E_FORM_ENCRYPTED",
        say("{name} er låst med en adgangskode.", name=name),
        say("Bed om at få skemaet uden adgangskode. De svar, der er i filen i forvejen, er ikke rørt."),
    )


def active(name: str) -> Problem:
    """It holds code or other files."""
    return Problem(
        "E_FORM_ACTIVE",
        say("{name} rummer kode eller andre filer, og det gør vores skemaer aldrig.", name=name),
        say("Brug den ikke, og spørg afsenderen. De svar, der er i filen i forvejen, er ikke rørt."),
    )


def foreign(name: str) -> Problem:
    """It is another PDF altogether."""
    return Problem(
        "E_FORM_FOREIGN",
        say("{name} er ikke et af vores skemaer, eller felterne er væk, fordi det er udskrevet.", name=name),
        say("Bed om den PDF, der er gemt, ikke udskrevet. De svar, der er i filen i forvejen, er ikke rørt."),
    )


def other_evaluation(name: str) -> Problem:
    """It belongs to another evaluation."""
    return Problem(
        "E_FORM_OTHER",
        say("{name} hører til en anden selvevaluering.", name=name),
        say("Åbn den selvevaluering, skemaet hører til, og hent det ind dér. Intet er ændret."),
    )


def unknown_person(name: str) -> Problem:
    """Whose it is is no longer on the list."""
    return Problem(
        "E_FORM_PERSON",
        say("Den, {name} er lavet til, står ikke længere på deltagerlisten.", name=name),
        _MAKE_NEW,
    )


def stale(name: str) -> Problem:
    """The method has changed since, or the model so much that none of the answers fits."""
    return Problem(
        "E_FORM_STALE",
        say("{name} blev lavet, før I ændrede modellen eller metoden.", name=name),
        _MAKE_NEW,
    )


def doubled(name: str) -> Problem:
    """A field is there twice."""
    return Problem("E_FORM_DOUBLED", say("{name} har det samme felt to gange.", name=name), _ASK)


def empty(name: str) -> Problem:
    """Nothing has been filled in."""
    return Problem(
        "E_FORM_EMPTY",
        say("{name} er ikke udfyldt.", name=name),
        say("Spørg, om skemaet blev gemt, efter at det blev udfyldt. Intet er ændret."),
    )


def wrong_values(name: str, faults: Sequence[Detail]) -> Problem:
    """Something stands in it that cannot be an answer."""
    return Problem(
        "E_FORM_VALUES",
        say("Der står noget i {name}, der ikke kan bruges.", name=name),
        say("Ret det i skemaet, og hent det ind igen. Intet fra filen er gemt."),
        faults,
    )
