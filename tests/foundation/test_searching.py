"""Words are found whatever their case, anywhere in a word, and letter by letter; with what stands around."""

from __future__ import annotations

import unicodedata

import pytest

from kvik_desktop.foundation.searching import excerpt, holds, wanted


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("VAGTPLAN", True),
        ("ønske", True),
        ("Ø", True),
        ("ro ønskevagt", True),
        ("onske", False),
        ("oenske", False),
        ("ønske uro", False),
    ],
)
def test_parts_of_words_are_found_and_letters_are_exact(words: str, is_found: bool) -> None:
    assert holds("Ønskevagtplanen giver ro", wanted(words)) is is_found


def test_an_aa_is_no_å_but_an_å_of_two_signs_is_one() -> None:
    apart = unicodedata.normalize("NFD", "Åben anerkendelse på gangen")
    assert holds(apart, wanted("åben på"))
    assert holds("Åben", wanted(unicodedata.normalize("NFD", "åben")))
    assert not holds("Åben", wanted("aaben"))
    assert excerpt(apart, wanted("på")) == "Åben anerkendelse på gangen"


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("Kort", ["kort"], "Kort"),
        ("Ord " * 30 + "nålen " + "ord " * 30, ["nålen"], "…"),
        ("nålen " + "ord " * 30, ["nålen"], "nålen"),
        ("", ["x"], ""),
    ],
)
def test_an_excerpt_is_cut_where_words_end(text: str, words: list[str], shown: str) -> None:
    found = excerpt(text, words)
    assert shown in found
    assert len(found) <= 90
    inside = found.strip("…").split()
    assert all(word in text.split() for word in inside)


def test_an_excerpt_stands_on_one_line() -> None:
    assert excerpt("Først\n\n  nålen", ["nålen"]) == "Først nålen"
