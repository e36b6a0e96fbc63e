"""Names pasted from where people have them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.evaluation.model import Participant
from kvik_desktop.evaluation.preparing.pasted_people import is_list, people_in, understood
from kvik_desktop.evaluation.preparing.people_preview import Fate, preview
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
        ("\ufeffNavn;Rolle\r\nAnna;leder\r\nBo;", [("Anna", "leder", True), ("Bo", "", False)]),
        ("Stilling\tEfternavn\tFornavn\tMail\nLeder\tHolm\tAnna Maja\ta@x.dk\nLærer\tBerg\tBo\t",
         [("Anna Maja Holm", "Leder", True), ("Bo Berg", "Lærer", False)]),
        ("Nr.\tNavn\tTlf.\n1\tAnna\t12345678\n2\tBo\t", [("Anna", "", False), ("Bo", "", False)]),
        ("Anna Holm (leder)\nBo Berg (pædagog, stue 2)",
         [("Anna Holm", "leder", True), ("Bo Berg", "pædagog, stue 2", False)]),
        ("Skoleleder: Anna Holm\nLærer: Bo", [("Anna Holm", "Skoleleder", True), ("Bo", "Lærer", False)]),
        ("Til: Anna Holm <anna@x.dk>; Bo <bo@y.dk>\nEmne: Møde\n\nKære alle\nMed venlig hilsen\nAnna H.",
         [("Anna Holm", "", False), ("Bo", "", False), ("Anna H.", "", False)]),
        ("\u200b \n\t\n", []),
        ("", []),
    ],
)  # fmt: skip
def test_names_are_found(text: str, wanted: list[tuple[str, str, bool]]) -> None:
    assert people_in(text) == tuple(NewParticipant(*each) for each in wanted)


def test_what_is_not_taken_for_a_name_is_told() -> None:
    text = (
        "Hej alle\nHer er dem, der er med:\nDeltagere:\nKom til tiden.\nAnna, leder\n"
        "Vi mødes på tirsdag i det store lokale klokken ti\nMvh Bo"
    )
    found = understood(text)
    assert found.people == (NewParticipant("Anna", "leder", leader=True),)
    assert found.skipped == (
        "Hej alle",
        "Her er dem, der er med:",
        "Kom til tiden.",
        "Vi mødes på tirsdag i det store lokale klokken ti",
        "Mvh Bo",
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("Anna", False), ("Anna Holm\n", False), ("Anna\nBo", True), ("Anna\tleder", True),
     ("a@x.dk; b@x.dk", True), ("Holm, Anna", False)],
)  # fmt: skip
def test_a_list_is_more_than_a_name(text: str, wanted: bool) -> None:
    assert is_list(text) is wanted


NAMES = st.text("abcdefghijæøå ABCÆØÅ'", min_size=1, max_size=20).filter(
    lambda name: name.strip(" '") and not name.strip().casefold().startswith(("hi", "hej"))
)


@settings(max_examples=60, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=12), st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"]))
def test_plain_lines_are_all_found_and_once(names: list[str], end: str) -> None:
    found = understood(end.join(names) + end)
    words = {" ".join(name.split()).casefold() for name in names if len(name.split()) <= 6}
    told = {each.name.casefold() for each in found.people}
    assert told | {" ".join(line.split()).casefold() for line in found.skipped} >= words
    assert len(told) == len(found.people)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_nothing_that_is_pasted_breaks_it_and_nobody_is_without_a_name(text: str) -> None:
    assert all(each.name.strip() and len(each.name) <= 200 for each in understood(text).people)


def test_the_preview_says_who_is_new_and_who_is_there() -> None:
    roster = [Participant("1", "e", 1, "Anna Holm", "leder", leader=True), Participant("2", "e", 2, "Bo")]
    people = [
        NewParticipant("anna  holm", "leder", leader=True),
        NewParticipant("bo", "lærer"),
        NewParticipant("Carla"),
    ]
    pasted = preview(people, roster, ["Hej"])
    assert [line.fate for line in pasted.lines] == [Fate.KNOWN, Fate.KNOWN, Fate.NEW]
    assert [each.name for each in pasted.wanted] == ["Carla"]
    assert pasted.skipped == ("Hej",)
    file = preview(people, roster, correcting=True)
    assert [line.fate for line in file.lines] == [Fate.KNOWN, Fate.CORRECTED, Fate.NEW]
    assert file.wanted[0] == NewParticipant("Bo", "lærer"), "as the name is written on the list"
