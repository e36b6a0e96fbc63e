"""The shipped fonts: complete, licensed, small enough, and measured alike by figures and pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.report.fonts import FACES, REGULAR, Fonts

FONTS = Fonts(Resources())


def test_every_face_is_shipped_and_nothing_else() -> None:
    shipped = {path.name for path in FONTS.folder.iterdir() if path.suffix != ".txt"}
    assert shipped == {f"{name}.ttf" for name in FACES}


def test_every_family_has_its_licence() -> None:
    for family in {face.family for face in FACES.values()}:
        licence = FONTS.folder / f"{family.replace(' ', '')}-OFL.txt"
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text("utf-8")


def test_the_fonts_stay_small() -> None:
    assert sum(path.stat().st_size for path in FONTS.folder.iterdir()) < 4_000_000


def test_the_text_font_has_every_letter_of_the_neighbours() -> None:
    letters = "æøåÆØÅäöüßéèêñçłŁźŹżĄąęćśńőŐűŰşŞșțŢđŽžčďěřšťůýþðíóúăâîģķļņūēīāėįų–—„“”‘’«»…•€½²³°×→✓□"
    assert [letter for letter in letters if ord(letter) not in FONTS.text_characters] == []


WORDS = st.lists(st.text("abcæøåWi.", min_size=1, max_size=30), max_size=12)


@given(WORDS, st.floats(5, 200))
def test_wrapping_keeps_every_word_and_the_width(words: list[str], width: float) -> None:
    lines = FONTS.wrap(" ".join(words), REGULAR, 8, width)
    assert " ".join(lines).split() == words
    assert all(FONTS.width(line, REGULAR, 8) <= width for line in lines if " " in line)
