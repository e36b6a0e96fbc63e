"""Links to the glossary: what is one, what is not, and that no mark of one is ever left for a reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvik_desktop.model_package.links import Link, is_broken, linked_ids, plain, runs

pieces = st.sampled_from(["[[", "]]", "|", "[", "]", "pdca", "ord", " ", "æ", "[[pdca|hjulet]]", "\n", "-"])


def test_a_text_is_words_and_links_in_their_order() -> None:
    text = "Et [[maal|mål]] uden [[indikator|tal]]."
    assert runs(text) == ("Et ", Link("maal", "mål"), " uden ", Link("indikator", "tal"), ".")
    assert plain(text) == "Et mål uden tal."
    assert linked_ids(text) == ("maal", "indikator")
    assert not is_broken(text)


def test_a_text_without_links_is_itself() -> None:
    assert runs("Intet her.") == ("Intet her.",)
    assert runs("") == ()


@pytest.mark.parametrize(
    "text",
    ["[[maal]]", "[[|mål]]", "[[maal| ]]", "[[Maal|mål]]", "[[maal|mål]", "[maal|mål]]", "[[a|b|c]]", "]]"],
)
def test_what_is_no_whole_link_is_broken_and_stays_as_it_is(text: str) -> None:
    assert is_broken(text)
    assert runs(text) == (text,)
    assert plain(text) == text


@given(st.lists(pieces).map("".join))
def test_runs_and_plain_agree_whatever_is_written(text: str) -> None:
    found = runs(text)
    assert "".join(run.word if isinstance(run, Link) else run for run in found) == plain(text)
    assert tuple(run.id for run in found if isinstance(run, Link)) == linked_ids(text)
    assert is_broken(text) or "[[" not in plain(text)
