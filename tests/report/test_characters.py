"""Text from anywhere: what survives, what is replaced, and that nothing makes the typesetter refuse."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.report.characters import BREAK, MISSING, Characters
from kvik_desktop.report.fonts import Fonts
from tests.report.proof import proof

CHARACTERS = Characters(Fonts(Resources()))
SIGNS = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\ufeff\0\u200d\u200b\u00ad\ufe0f\u0301\u0336\u20e3\uf0b7\u202e\u2028\ud800ﬁ□’–*_#$`@<"
        ),
        st.characters(min_codepoint=0x1F1E6, max_codepoint=0x1FAFF),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    "text",
    [
        "Łódź, Győr, Ștefan og Żaneta bor på Ærø",
        "„Citat“ – ‘ja’ … 20 °C, ½ liter, m², ≥ 5 %, 3 × 4, €, →",
        "Godt gået 👍 😊",
        "👩‍🏫 og 👨‍👩‍👧‍👦 fra 🇩🇰",
        "Привет, Αθήνα",
    ],
)
def test_what_people_write_survives(text: str) -> None:
    assert CHARACTERS.safe(text) == text


@pytest.mark.parametrize(
    ("pasted", "shown"),
    [
        ("\uf0b7 punkt \uf0d8 pil \uf0e0 \uf0fc \uf04a", "• punkt › pil → ✓ ☺"),
        ("\ufeffBOM, \0nul og \x07klokke", "BOM, nul og klokke"),
        ("linje\r\nto\vtre\u2028fire", "linje\nto\ntre\nfire"),
        ("fane\tog\u3000bred", "fane og bred"),
        ("ord\u00addeling og nul\u200bbredde", "orddeling og nulbredde"),
        ("a\u030aben", "åben"),
        ("ﬁn m㎡", "fin mm2"),
        ("❤️", "❤"),
        ("中文", MISSING * 2),
        ("x\u0336", f"x{MISSING}"),
        ("\ue123\ud800\U0010ffff", MISSING * 3),
    ],
)
def test_what_no_font_holds_is_replaced_where_one_sees_it(pasted: str, shown: str) -> None:
    assert CHARACTERS.safe(pasted) == shown


@given(SIGNS)
def test_safe_text_is_safe_already(text: str) -> None:
    safe = CHARACTERS.safe(text)
    assert CHARACTERS.safe(safe) == safe


@given(st.text(st.characters(categories=("Lo", "So", "Cn", "Co", "Cs")), min_size=1, max_size=20))
def test_nothing_with_a_shape_disappears_silently(text: str) -> None:
    normal = unicodedata.normalize("NFC", text)
    assert len(CHARACTERS.safe(text)) >= len(normal)


@settings(max_examples=60, deadline=None)
@given(SIGNS, SIGNS)
def test_the_typesetter_refuses_no_text(running: str, heading: str) -> None:
    assert proof(running, heading).startswith(b"%PDF")


def test_every_character_there_is_can_be_typeset() -> None:
    every = (CHARACTERS.safe(chr(code)) for code in range(0x110000))
    everything = "".join(shown for shown in every if shown != MISSING)
    assert proof(everything, "").startswith(b"%PDF")


def test_addresses_and_endless_words_can_be_broken() -> None:
    address = "https://www.kommune.dk/omraader/aeldre?side=2&sort=navn"
    endless = "x" * 100
    flowing = CHARACTERS.flowing(f"{address} {endless} Specialbørnehaveafdelingslederstedfortræder")
    assert flowing.replace(BREAK, "") == f"{address} {endless} Specialbørnehaveafdelingslederstedfortræder"
    *broken, whole = flowing.replace(BREAK, " ").split()
    assert max(len(part) for part in broken) <= 20
    assert whole == "Specialbørnehaveafdelingslederstedfortræder"
