"""What may point at a person is found, and what only looks like it is left alone."""

from __future__ import annotations

import pytest

from kvik_desktop.bundle.finds import FindKind, Person, finds_in, masked, roles_for, roles_only

PEOPLE = (
    Person("Karen Østergaard", "Pædagog"),
    Person("Bo Lind", "Leder"),
    Person("Leder 2", "Leder"),
    Person("Anne", ""),
    Person("P7", "Forælder"),
)


@pytest.mark.parametrize(
    ("text", "kind", "stretch"),
    [
        ("Klage om beboer 010203-0000 i maj", FindKind.CPR, "010203-0000"),
        ("Nr. 0102030000.", FindKind.CPR, "0102030000"),
        ("erstatning 610203-0001", FindKind.CPR, "610203-0001"),
        ("010203 – 0000", FindKind.CPR, "010203 – 0000"),
        ("skriv til kb@skole.dk i dag", FindKind.EMAIL, "kb@skole.dk"),
        ("ring 12 34 56 78", FindKind.PHONE, "12 34 56 78"),
        ("ring +45 12345678", FindKind.PHONE, "+45 12345678"),
        ("Karen har styr på planen", FindKind.NAME, "Karen"),
        ("karen østergaards plan", FindKind.NAME, "karen østergaard"),
        ("det var Bos ide", FindKind.NAME, "Bo"),
        ("det var Linds ide", FindKind.NAME, "Lind"),
        ("spørg Anne.", FindKind.NAME, "Anne"),
    ],
)
def test_found(text: str, kind: FindKind, stretch: str) -> None:
    finds = finds_in(text, PEOPLE)
    assert [(find.kind, text[find.start : find.end]) for find in finds] == [(kind, stretch)]


@pytest.mark.parametrize(
    "text",
    [
        "Den 01.02.2026 mødtes vi",
        "20.000.000 kr. og 12.500,00",
        "i 2026-2027 var der 28 børn",
        "Sagsnummer 991399-1234 er ikke en dato",
        "Annette og karensdage",
        "Lederen og Leder 2's kontor",
        "P7 sagde det",
    ],
)
def test_left_alone(text: str) -> None:
    assert [find for find in finds_in(text, PEOPLE) if text[find.start : find.end] != "Leder 2"] == []


def test_roles_stand_in_for_names() -> None:
    mask = "[navn udeladt]"
    assert roles_for("Karen Østergaard og Bo Lind", PEOPLE, mask) == "Pædagog og Leder"
    assert roles_for("Karens team, Anne", PEOPLE, mask) == "Pædagogs team, [navn udeladt]"


def test_masking_leaves_the_rest_as_it_was() -> None:
    text = "Beboer 010203-0000, ring 12345678."
    assert masked(text, finds_in(text, ()), "[udeladt]") == "Beboer [udeladt], ring [udeladt]."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Karen Østergaard", "Pædagog"),
        ("Lederen og Karen", "Lederen og Pædagog"),
        ("Souschefen, teamet i B-huset og SFO", "Souschefen, teamet i B-huset og SFO"),
        ("Mette Sørensen (lærer)", "[navn udeladt] (lærer)"),
        ("Hele personalet", "Hele personalet"),
        ("Forælder", "Forælder"),
        ("Mette", "[navn udeladt]"),
        ("Mette og Team Nord", "[navn udeladt] og Team Nord"),
        ("Ahmed Al-Khatib", "[navn udeladt]"),
        ("En lærer fra hver afdeling", "En lærer fra hver afdeling"),
        ("Aftenvagt", "Aftenvagt"),
        ("Vuggestuens personale", "Vuggestuens personale"),
        ("PLC og TRIO", "PLC og TRIO"),
    ],
)
def test_only_roles_are_told_of_those_responsible(text: str, told: str) -> None:
    assert roles_only(text, PEOPLE, "[navn udeladt]") == told
