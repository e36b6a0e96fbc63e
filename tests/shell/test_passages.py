"""Passages are found by their words, and things themselves by their number and name as well."""

from __future__ import annotations

from kvik_desktop.shell.passages import Passage, found

THING = Passage("Plan", "5", "a", "Fast mødetid", "4", is_named=True)
ABOUT = Passage("Plan", "5", "a", "Fast mødetid", "4", "Beskrivelse", "Vi mødes torsdag")
PASSAGES = (THING, ABOUT)


def test_a_thing_is_found_by_number_and_name_and_what_is_about_it_by_its_words() -> None:
    assert found(PASSAGES, "mødetid") == (THING,)
    assert found(PASSAGES, "4 FAST") == (THING,)
    assert found(PASSAGES, "torsdag mødes") == (ABOUT,)
    assert found(PASSAGES, "mød") == PASSAGES


def test_no_words_find_nothing() -> None:
    assert found(PASSAGES, "") == found(PASSAGES, "  ") == found(PASSAGES, "fredag") == ()
