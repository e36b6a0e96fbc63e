"""Names of new files are safe on every system and never those of files that are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvik_desktop.foundation.file_names import LONGEST, file_stem, free_path


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("Plejecenter Engblomme 2026", "Plejecenter Engblomme 2026"),
        ("Børnehuset Ærø/Ål: »Tudsen« 2026", "Børnehuset Ærø Ål »Tudsen« 2026"),
        ("  ..skjult  navn.. ", "skjult navn"),
        ("a\x00b\nc\u202ed", "a b c d"),
        ("CON", "Fil CON"),
        ("com1.skole", "Fil com1.skole"),
        ("???", "Fil"),
        ("", "Fil"),
        ("e\u0301", "é"),
    ],
)
def test_a_name_is_as_near_to_the_words_as_a_file_may_be(words: str, stem: str) -> None:
    assert file_stem(words, "Fil") == stem


@given(st.text(max_size=300))
def test_any_words_give_a_name_that_every_system_takes(words: str) -> None:
    stem = file_stem(words, "Fil")
    assert stem == stem.strip(" .")
    assert 0 < len(stem.encode()) <= LONGEST + len("Fil ")
    assert not set(stem) & set('<>:"/\\|?*')
    assert stem.isprintable()


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    for expected in ("Skolen.kvikdb", "Skolen 2.kvikdb", "Skolen 3.kvikdb"):
        path = free_path(tmp_path, "Skolen", ".kvikdb")
        assert path == tmp_path / expected
        path.touch()
