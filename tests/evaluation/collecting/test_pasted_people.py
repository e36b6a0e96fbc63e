"""Names pasted from where people have them."""

from __future__ import annotations

import pytest

from kvik_desktop.evaluation.collecting.pasted_people import people_in
from kvik_desktop.evaluation.usecases import NewParticipant


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Anna Holm\tLeder\nBo Berg\tPædagog", [("Anna Holm", "Leder", True), ("Bo Berg", "Pædagog", False)]),
        ("Navn\tRolle\tLeder\nAnna\tSouschef\tja\nBo\tPædagog\tnej",
         [("Anna", "Souschef", True), ("Bo", "Pædagog", False)]),
        ("Anna; pædagog\r\nBo; lærer\r\n", [("Anna", "pædagog", False), ("Bo", "lærer", False)]),
        ("1. Anna Holm, leder\n2. Bo Berg", [("Anna Holm", "leder", True), ("Bo Berg", "", False)]),
        ("• Anna\n- Bo\n– Carla – forælder",
         [("Anna", "", False), ("Bo", "", False), ("Carla", "forælder", False)]),
        ("Anna Holm <anna@x.dk>; Bo Berg <bo.berg@y-z.dk>;",
         [("Anna Holm", "", False), ("Bo Berg", "", False)]),
        ('"Holm, Anna" <anna@x.dk>; "Berg, Bo" <bo@y.dk>',
         [("Anna Holm", "", False), ("Bo Berg", "", False)]),
        ("Anna Holm <anna@x.dk>, Bo <bo@y.dk>", [("Anna Holm", "", False), ("Bo", "", False)]),
        ("anna.holm@kommune.dk\nbo@kommune.dk", [("Anna Holm", "", False), ("Bo", "", False)]),
        ("Anna\n\n  anna \nANNA", [("Anna", "", False)]),
        ("Jens-Peter Å. Møller", [("Jens-Peter Å. Møller", "", False)]),
        ("\u200b \n\t\n", []),
        ("", []),
    ],
)  # fmt: skip
def test_names_are_found(text: str, wanted: list[tuple[str, str, bool]]) -> None:
    assert people_in(text) == tuple(NewParticipant(*each) for each in wanted)
