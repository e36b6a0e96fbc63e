"""Long words are divided where they are put together, and are otherwise the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvik_desktop.shell.widgets.hyphens import LONG, SOFT, hyphenated


@pytest.mark.parametrize(
    ("word", "divided"),
    [
        ("Medarbejderresultater", "Medarbejder|resultater"),
        ("medarbejderressourcer", "medarbejder|ressourcer"),
        ("Forbedringsområder", "Forbedrings|områder"),
        ("arbejdspladsvurdering", "arbejdsplads|vurdering"),
        ("responsibility", "respon|sibility"),
        ("Kompetencer", "Kompetencer"),
        ("3.1 Planlægge og udvikle", "3.1 Planlægge og udvikle"),
        ("", ""),
    ],
)
def test_words_are_divided_at_their_joints(word: str, divided: str) -> None:
    assert hyphenated(word) == divided.replace("|", SOFT)


@given(st.text(alphabet="abdeghiklmnorstuvyæøå -.1", max_size=60))
def test_nothing_else_is_changed_and_no_piece_is_tiny(text: str) -> None:
    divided = hyphenated(text)
    assert divided.replace(SOFT, "") == text
    for word in divided.split():
        pieces = word.split(SOFT)
        assert len(pieces) == 1 or (len(word) > LONG and all(len(piece) > 1 for piece in pieces))
