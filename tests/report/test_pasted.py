"""Text made fit for Word, Excel and the web: nothing XML refuses, and everything else as it was."""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.report.pasted import fit

ANY_TEXT = st.text(st.characters(codec=None), max_size=40)
ALLOWED = re.compile("[\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")


@pytest.mark.parametrize(
    ("pasted", "fitted"),
    [
        ("a\x00b\x1fc\x7fd\x9fe\ufefff", "abcdef"),
        ("1\r\n2\r3\v4\f5\x856\u20287\u20298", "1\n2\n3\n4\n5\n6\n7\n8"),
        ("\uf0b7 punkt, \uf0e0 pil", "• punkt, → pil"),
        ("half \ud83d, none \uffff \U0001ffff \ufdd0", "half □, none □ □ □"),
        ("👩‍👧‍👦 Łódź ő שלום \u202eba\u202c é", "👩‍👧‍👦 Łódź ő שלום \u202eba\u202c é"),
        ("\ttab  og mellemrum ", "\ttab  og mellemrum "),
    ],
)
def test_what_cannot_be_held_goes_and_the_rest_stays(pasted: str, fitted: str) -> None:
    assert fit(pasted) == fitted


@given(ANY_TEXT)
def test_every_text_becomes_one_that_xml_can_hold(pasted: str) -> None:
    fitted = fit(pasted)
    assert ALLOWED.fullmatch(fitted)
    read = ElementTree.fromstring(f"<a>{escape(fitted)}</a>")
    assert (read.text or "") == fitted


@given(ANY_TEXT)
def test_a_text_that_is_fit_stays_as_it_is(pasted: str) -> None:
    assert fit(fit(pasted)) == fit(pasted)


@settings(max_examples=30)
@given(st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=40))
def test_letters_figures_and_signs_are_kept(written: str) -> None:
    assert fit(written) == written
