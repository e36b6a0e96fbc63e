"""Every planted fault is found at its place, all of them at once, and nothing else is said."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.checking import check, faults_in
from kvik_desktop.model_package.document import LIMIT, MOST
from kvik_desktop.model_package.model import ModelPackage
from tests.model_package.material import KORT, PACKAGES, source

Raw = dict[str, Any]
say_in_danish = Translator("da")


def raw_kort() -> Raw:
    """The short edition under a name of its own, so that it is nobody's changed version."""
    raw: Raw = json.loads(source(KORT))
    return raw | {"id": "egen"}


def written(raw: Raw) -> bytes:
    return json.dumps(raw, ensure_ascii=False, indent=2).encode("utf-8", "surrogatepass")


def told(data: bytes) -> list[tuple[str | None, str]]:
    return [(fault.column, say_in_danish(fault.message)) for fault in check(data, PACKAGES)]


def question(raw: Raw, criterion: int = 0, place: int = 0) -> Raw:
    found: Raw = raw["criteria"][criterion]["subcriteria"][place]
    return found


Q = "criteria[0].subcriteria[0]"
PLANTED: dict[str, tuple[Callable[[Raw], object], str, str]] = {
    "a missing field": (lambda r: question(r).pop("question"), Q, "question mangler"),
    "a missing translation": (lambda r: question(r)["name"].pop("en"), f"{Q}.name", "engelske tekst mangler"),
    "a missing Danish text": (lambda r: question(r)["name"].pop("da"), f"{Q}.name", "danske tekst mangler"),
    "an empty text": (lambda r: question(r)["name"].update(da=""), f"{Q}.name.da", "tom"),
    "a blank text": (lambda r: question(r)["name"].update(da=" \n"), f"{Q}.name.da", "tom"),
    "a text with blanks around": (
        lambda r: question(r)["name"].update(da="Navn "),
        f"{Q}.name.da",
        "mellemrum",
    ),
    "a number for a text": (lambda r: question(r)["name"].update(da=7), f"{Q}.name.da", "ikke 7"),
    "a text for a list": (lambda r: question(r).update(covers="1.1"), f"{Q}.covers", "en liste i kantede"),
    "a list for fields": (lambda r: question(r).update(name=[]), f"{Q}.name", "krøllede"),
    "null for a text": (lambda r: question(r)["name"].update(da=None), f"{Q}.name.da", "ikke null"),
    "an unknown field": (lambda r: question(r).update(weight=2), f"{Q}.weight", "weight kendes ikke"),
    "an unknown language": (lambda r: question(r)["name"].update(de="x"), f"{Q}.name.de", "de kendes ikke"),
    "an id of wrong form": (lambda r: r.update(id="Egen Model"), "id", "fx kvik-kort"),
    "a version of wrong form": (lambda r: r.update(version="ny"), "version", "fx 1.0"),
    "another format": (lambda r: r.update(format="x"), "format", "kvik-modelpakke/1"),
    "an id twice": (
        lambda r: question(r, 0, 1).update(id="k1.1"),
        "criteria[0].subcriteria[1].id",
        "allerede brugt: criteria[0].subcriteria[0].id",
    ),
    "an id of another criterion": (lambda r: question(r).update(id="k2.9"), f"{Q}.id", "begynder med »k1.«"),
    "five steps": (lambda r: r["scale"]["enabler"].pop(), "scale.enabler", "skal stå 6, men der står 5"),
    "a missing phase": (lambda r: r["scale"]["phases"].pop("act"), "scale.phases", "act mangler"),
    "a phase with five steps": (
        lambda r: r["scale"]["phases"]["do"]["steps"].pop(),
        "scale.phases.do",
        "6 trin eller slet ingen, men har 5",
    ),
    "no method": (lambda r: r.update(methods=[]), "methods", "tom"),
    "an unknown method": (lambda r: r["methods"].append("gæt"), "methods[3]", "et af disse ord"),
    "a method twice": (lambda r: r["methods"].append("fine"), "methods[3]", "allerede brugt"),
    "recommended but not offered": (
        lambda r: r["methods"].remove("scale5"),
        "recommended_method",
        "tilbyder den ikke",
    ),
    "an unknown block": (
        lambda r: r["criteria"][0].update(block="x"),
        "criteria[0].block",
        "et af disse ord",
    ),
    "no enablers": (lambda r: r.update(criteria=r["criteria"][4:]), "criteria", "ingen indsatser"),
    "no results": (lambda r: r.update(criteria=r["criteria"][:4]), "criteria", "ingen resultater"),
    "a criterion without subcriteria": (
        lambda r: r["criteria"][0].update(subcriteria=[]),
        "criteria[0].subcriteria",
        "tom",
    ),
    "an unknown sector": (
        lambda r: question(r).setdefault("sectors", {}).update(bank={}),
        f"{Q}.sectors.bank",
        "dagtilbud, skole, aeldre, social",
    ),
    "covers what is not there": (
        lambda r: question(r).update(covers=["1.9"]),
        f"{Q}.covers[0]",
        "findes ikke i kvik",
    ),
    "covers two criteria": (
        lambda r: question(r).update(covers=["1.1", "2.1"]),
        f"{Q}.covers[0]",
        "under ét kriterium",
    ),
    "covers the same twice": (
        lambda r: question(r).update(covers=["1.1", "1.1"]),
        f"{Q}.covers[1]",
        "allerede brugt",
    ),
    "compared with an unknown model": (
        lambda r: r.update(compared_with="ukendt"),
        "compared_with",
        "»ukendt« kendes ikke",
    ),
    "markup": (lambda r: question(r)["about"].update(da="Se <b>her</b>."), f"{Q}.about.da", "<b>"),
    "an entity": (lambda r: question(r)["about"].update(en="Us &amp; them."), f"{Q}.about.en", "&amp;"),
    "a control character": (lambda r: question(r)["name"].update(da="a\x07b"), f"{Q}.name.da", "U+0007"),
    "a change of direction": (lambda r: question(r)["name"].update(en="a\u202eb"), f"{Q}.name.en", "U+202E"),
    "a lone surrogate": (lambda r: question(r)["name"].update(en="a\ud800b"), f"{Q}.name.en", "U+D800"),
    "a text left in Danish": (
        lambda r: question(r)["about"].update(en=question(r)["about"]["da"]),
        f"{Q}.about.en",
        "den samme som den danske",
    ),
    "a hard question": (
        lambda r: question(r)["question"].update(
            da="Hvorledes implementeres organisationens kompetenceudvikling?"
        ),
        f"{Q}.question.da",
        "lixtallet er 104 og må højst være 40",
    ),
    "a hard explanation": (
        lambda r: question(r)["about"].update(da="Medarbejderinddragelse forudsætter ledelsesopbakning."),
        f"{Q}.about.da",
        "lixtallet er 103 og må højst være 50",
    ),
}


@pytest.mark.parametrize(("plant", "place", "words"), PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_fault_is_the_only_one_found(
    plant: Callable[[Raw], object], place: str, words: str
) -> None:
    raw = raw_kort()
    assert told(written(raw)) == []
    plant(raw)
    [(column, message)] = told(json.dumps(raw).encode())
    assert column == place
    assert words in message


def test_what_was_found_is_quoted_as_the_reader_does() -> None:
    raw = raw_kort()
    question(raw)["covers"] = "1.1"
    [fault] = check(written(raw), PACKAGES)
    assert Translator("da")(fault.message).endswith("ikke »1.1«.")
    assert Translator("en")(fault.message).endswith("not “1.1”.")


def test_covers_without_a_model_to_compare_with() -> None:
    raw = raw_kort()
    del raw["compared_with"]
    assert {message for _, message in told(written(raw))} == {
        "Feltet covers kan kun bruges, når pakken også har feltet compared_with."
    }


def test_a_model_cannot_be_compared_with_itself() -> None:
    assert ("compared_with", "Pakken kan ikke sammenlignes med sig selv.") in told(
        written(raw_kort() | {"id": "kvik"})
    )


def test_all_faults_are_told_at_once_in_the_order_of_the_file_with_their_lines() -> None:
    raw = raw_kort()
    del question(raw)["name"]["en"]
    question(raw, 1)["id"] = "k1.1"
    question(raw, 2)["about"]["da"] = "<i>Kort.</i>"
    raw["scale"]["result"].pop()
    data = written(raw)
    lines = data.decode().splitlines()
    faults = check(data, PACKAGES)
    assert [fault.column for fault in faults] == [
        "scale.result",
        "criteria[0].subcriteria[0].name",
        "criteria[1].subcriteria[0].id",  # used before
        "criteria[1].subcriteria[0].id",  # and it does not belong to k2
        "criteria[2].subcriteria[0].about.da",
    ]
    assert [lines[(fault.line or 0) - 1].strip() for fault in faults] == [
        '"result": [', '"name": {', '"id": "k1.1",', '"id": "k1.1",', '"da": "<i>Kort.</i>",',
    ]  # fmt: skip


def test_a_field_that_stands_twice_is_told() -> None:
    version = f'"version": "{raw_kort()["version"]}",'.encode()
    data = written(raw_kort()).replace(version, b'"version": "0.9",\n  ' + version)
    assert told(data) == [("version", "Feltet version står der to gange.")]


def test_other_content_under_a_known_version_is_refused() -> None:
    raw = raw_kort() | {"id": "kvik-kort"}
    assert told(written(raw)) == []
    question(raw)["name"]["da"] = "Andet navn"
    [(place, message)] = told(written(raw))
    assert place == "version"
    assert f"kvik-kort {raw['version']} findes i forvejen med et andet indhold" in message
    assert told(written(raw | {"version": "9.9"})) == []


def test_a_package_that_is_only_hard_to_read_can_be_used() -> None:
    raw = raw_kort()
    question(raw)["question"]["da"] = "Hvorledes implementeres organisationens kompetenceudvikling?"
    assert len(check(written(raw), PACKAGES)) == 1
    assert faults_in(written(raw), PACKAGES) == ()


def test_a_source_names_departments_as_long_as_they_are() -> None:
    raw = raw_kort() | {"version": "9.9"}
    raw["source"]["da"] = "Teksterne er fra Børneforvaltningens Kvalitetsafdeling i Fjordby Kommune."
    assert told(written(raw)) == []


@pytest.mark.parametrize(
    "data",
    [b"", b"null", b"[]", b'"kvik"', b"{}", b"\x00", b"PK\x03\x04", b"{" * 99, b" " * (LIMIT + 1)],
)
def test_what_is_no_package_is_refused(data: bytes) -> None:
    assert check(data, PACKAGES)


def test_thousands_of_faults_are_cut_short() -> None:
    raw = raw_kort()
    raw.update({f"felt{n}": n for n in range(5000)})
    faults = check(written(raw), PACKAGES)
    assert len(faults) == MOST + 1
    assert "flere fejl" in say_in_danish(faults[-1].message)


places = st.integers(0, 10**9)
scraps = st.sampled_from(
    [None, True, 0, -1.5, "", "x", "1.1", "fine", [], {}, ["1.1"], {"da": "a", "en": "b"}, "\ud800", 10**400]
)


@settings(max_examples=150, deadline=None)
@given(places, st.sampled_from(["replace", "remove", "add", "rename"]), scraps)
def test_what_the_checker_lets_through_is_what_can_be_decoded(place: int, act: str, scrap: object) -> None:
    """Law: what the declared types and their rules refuse is never without a fault."""
    raw = raw_kort()
    damage(raw, place, act, scrap)
    data = json.dumps(raw).encode()
    try:
        msgspec.json.decode(data, type=ModelPackage)
        accepted = True
    except (msgspec.MsgspecError, UnicodeError):
        accepted = False
    assert accepted or faults_in(data, PACKAGES)


def damage(raw: Raw, place: int, act: str, scrap: object) -> None:
    """Change one of all the places in the tree."""
    containers = list(_containers(raw))
    container = containers[place % len(containers)]
    keys = list(range(len(container))) if isinstance(container, list) else list(container)
    if isinstance(container, list):
        if act in ("replace", "rename") and keys:
            container[place % len(keys)] = scrap
        elif act == "remove" and keys:
            container.pop(place % len(keys))
        else:
            container.append(scrap)
    elif keys:
        key = keys[place % len(keys)]
        if act == "replace":
            container[key] = scrap
        elif act == "remove":
            del container[key]
        elif act == "add":
            container["nyt"] = scrap
        else:
            container[str(key).upper()] = container.pop(key)


def _containers(value: Any) -> list[Any]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    own = [value] if isinstance(value, dict | list) else []
    return own + [found for member in inner for found in _containers(member)]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 40), st.binary(max_size=6))
def test_damaged_bytes_are_told_or_decoded_never_a_crash(start: int, cut: int, put: bytes) -> None:
    data = source(KORT)
    start %= len(data)
    damaged = data[:start] + put + data[start + cut :]
    if not faults_in(damaged, PACKAGES):
        assert msgspec.json.decode(damaged.removeprefix(b"\xef\xbb\xbf"), type=ModelPackage)
