"""The glossary: every word explained in plain words, nothing that leads nowhere, each planted fault found."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.glossary import Entry, check, shipped_glossary
from kvik_desktop.model_package.links import linked_ids
from tests.model_package.material import PACKAGES, RESOURCES

SHIPPED = RESOURCES.read("ordliste.json")
Raw = dict[str, Any]
say_in_danish = Translator("da")


def written(raw: Raw) -> bytes:
    return json.dumps(raw, ensure_ascii=False, indent=2).encode()


def test_the_shipped_glossary_is_without_faults_and_rich_enough() -> None:
    assert check(SHIPPED) == ()
    assert len(shipped_glossary(RESOURCES).entries) >= 40
    assert written(json.loads(SHIPPED)) + b"\n" == SHIPPED


def test_every_link_of_the_shipped_packages_leads_to_a_word() -> None:
    linked = {name for package in PACKAGES for name in linked_ids(package.content.decode())}
    assert linked <= set(shipped_glossary(RESOURCES).by_id)


def test_a_word_is_found_by_its_id() -> None:
    entry = shipped_glossary(RESOURCES).by_id["pdca"]
    assert isinstance(entry, Entry)
    assert entry.explanation.da.endswith(".")


def raw_glossary() -> Raw:
    def entry(name: str, *see: str) -> Raw:
        texts = {"da": f"Det er {name}.", "en": f"This is {name}."}
        return {"id": name, "word": {"da": name, "en": f"the {name}"}, "explanation": texts, "see": list(see)}

    return {"format": "kvik-ordliste/1", "entries": [entry("a", "b", "c"), entry("b"), entry("c", "a")]}


def first(raw: Raw) -> Raw:
    found: Raw = raw["entries"][0]
    return found


PLANTED: dict[str, tuple[Callable[[Raw], object], str, str]] = {
    "an id twice": (lambda r: r["entries"].append(r["entries"][1]), "entries[3].id", "allerede brugt"),
    "an id of wrong form": (lambda r: r["entries"].append({**first(r), "id": "Æ"}), "entries[3].id", "form"),
    "a word that leads nowhere": (
        lambda r: first(r).update(see=["x"]),
        "entries[0].see[0]",
        "ikke ordet »x«",
    ),
    "a word that leads to itself": (lambda r: first(r).update(see=["a"]), "entries[0].see[0]", "sig selv"),
    "a word that leads the same way twice": (
        lambda r: first(r).update(see=["b", "b"]),
        "entries[0].see[1]",
        "allerede brugt",
    ),
    "no English": (lambda r: first(r)["word"].pop("en"), "entries[0].word", "engelske tekst mangler"),
    "a hard explanation": (
        lambda r: first(r)["explanation"].update(da="Selvevalueringen dokumenteres."),
        "entries[0].explanation.da",
        "højst være 45",
    ),
    "a long explanation": (
        lambda r: first(r)["explanation"].update(da="Vi går. " * 37 + "Slut nu."),
        "entries[0].explanation.da",
        "plads til 300",
    ),
    "a link": (
        lambda r: first(r)["explanation"].update(en="See [[b|this]]."),
        "entries[0].explanation.en",
        "ikke følge et link",
    ),
    "another format": (lambda r: r.update(format="kvik-ordliste/2"), "format", "kvik-ordliste/1"),
}


@pytest.mark.parametrize(("plant", "place", "words"), PLANTED.values(), ids=PLANTED)
def test_a_planted_fault_is_the_only_one_found(
    plant: Callable[[Raw], object], place: str, words: str
) -> None:
    raw = raw_glossary()
    assert check(written(raw)) == ()
    plant(raw)
    [fault] = check(written(raw))
    assert fault.column == place
    assert words in say_in_danish(fault.message)
