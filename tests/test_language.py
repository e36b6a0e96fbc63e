"""Every Danish text has an English one with the same places to fill, compiled and up to date."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from kvik_desktop.foundation.text import Translator, say
from pakning import sprog
from tests.house import CHECKOUT, House, Module

ENGLISH = sprog.SPROG / "en" / "LC_MESSAGES" / "kvik.po"
PATTERNS = {"report.words": "the template of the report fills in the number of each page"}
"""Modules whose texts may have places that are filled elsewhere, and why."""
REPAIR = "run: sh pakning/sprog.sh"


def test_no_text_is_untranslated() -> None:
    assert [message.id for message in sprog.untranslated(sprog.read(ENGLISH))] == []


def test_the_template_is_what_the_source_says() -> None:
    assert (sprog.SPROG / "kvik.pot").read_bytes() == sprog.as_po(sprog.collected()), REPAIR


def test_the_catalogue_has_the_texts_of_the_source_and_no_others() -> None:
    fresh = sprog.brought_up_to_date(sprog.read(ENGLISH), sprog.collected())
    assert ENGLISH.read_bytes() == sprog.as_po(fresh), REPAIR


def test_the_compiled_catalogue_is_the_written_one() -> None:
    assert ENGLISH.with_suffix(".mo").read_bytes() == sprog.as_mo(sprog.read(ENGLISH)), REPAIR


def test_a_translation_has_the_places_of_its_source() -> None:
    wrong = []
    for message in sprog.read(ENGLISH):
        originals = message.id if isinstance(message.id, tuple | list) else [message.id]
        translations = message.string if isinstance(message.string, tuple | list) else [message.string]
        places = {place for original in originals for place in _places(original)}
        # A form for exactly one may say "one" instead of the number.
        optional = {"n"} if message.pluralizable else set()
        wrong += [
            text for text in translations if places ^ _places(text) and (places ^ _places(text)) != optional
        ]
    assert wrong == []


def test_a_source_text_is_written_out_and_its_places_are_given() -> None:
    """The extractor sees only literals; a place without a value would end the program where it is shown."""
    wrong = [place for module in House(CHECKOUT) for place in _faulty_calls(module)]
    assert wrong == []


def test_a_text_inside_another_say_is_collected(tmp_path: Path) -> None:
    """What the window says at the bottom is ``desk.say(tr(say("…")))``."""
    source = tmp_path / "kvik_desktop" / "side.py"
    source.parent.mkdir()
    source.write_text(
        'desk.say(tr(say("Gemt.")))\nsay("{a}", a=say_n("én", "{n} ting", 2))\n', encoding="utf-8"
    )
    found = [message.id for message in sprog.collected(tmp_path) if message.id]
    assert found == ["Gemt.", "{a}", ("én", "{n} ting")]


def test_the_english_translation_is_shown() -> None:
    tr = Translator("en")
    assert tr(say("{name} er ikke en almindelig fil.", name="a")) == "a is not an ordinary file."
    assert tr(say("Ukendt tekst.")) == "Ukendt tekst."


@pytest.mark.parametrize("translation", ["", None, ("{n} new", "")])
def test_a_missing_translation_is_found(translation: str | tuple[str, str] | None) -> None:
    catalogue = Catalog("en")
    catalogue.add("Gammel.", "Old.")
    catalogue.add(("{n} ny", "{n} nye") if isinstance(translation, tuple) else "Ny.", translation)
    assert len(sprog.untranslated(catalogue)) == 1


def test_a_fuzzy_translation_is_found() -> None:
    catalogue = Catalog("en")
    catalogue.add("Ny.", "Something newish", flags=("fuzzy",))
    assert len(sprog.untranslated(catalogue)) == 1


def test_an_update_keeps_translations_and_drops_what_the_source_has_not() -> None:
    old, template = Catalog("en"), Catalog()
    old.add("Bliver.", "Stays.")
    old.add("Går ud.", "Goes.")
    template.add("Bliver.")
    template.add("Kommer.")
    fresh = sprog.brought_up_to_date(old, template)
    assert {message.id: message.string for message in fresh if message.id} == {
        "Bliver.": "Stays.",
        "Kommer.": None,
    }


def _faulty_calls(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        match node:
            case ast.Call(func=ast.Name(id="say" | "say_n" as name), args=args, keywords=keywords):
                sources = args if name == "say" else args[:2]
                texts = [source.value for source in sources if isinstance(source, ast.Constant)]
                always = {"n"} if name == "say_n" else set()
                given = {keyword.arg for keyword in keywords} - always
                wanted = {place for text in texts for place in _places(str(text))} - always
                if len(texts) != len(sources) or not texts:
                    yield f"{module.at(node.lineno)}: not written out"
                elif None not in given and wanted != given and module.name not in PATTERNS:
                    yield f"{module.at(node.lineno)}: {sorted(wanted)} ≠ {sorted(map(str, given))}"


def _places(text: object) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(str(text)) if name is not None}
