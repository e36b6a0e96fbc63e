"""The crosswalk to standards: what touches what, in either edition, and each planted fault found."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Sector
from kvik_desktop.model_package.standards import check, crosswalks_for, shipped_crosswalks, touched
from tests.model_package.material import KORT, KVIK, PACKAGES, RESOURCES

Raw = dict[str, Any]
SOURCE = RESOURCES.read("standarder", "dansk-kvalitetsmodel-social.json")
(SOCIAL,) = shipped_crosswalks(RESOURCES)
say_in_danish = Translator("da")


def written(raw: Raw) -> bytes:
    return json.dumps(raw, ensure_ascii=False, indent=2).encode()


def test_the_shipped_standards_are_twelve_without_faults() -> None:
    assert check(SOURCE, PACKAGES) == ()
    assert [group.id for group in SOCIAL.groups] == ["organisation", "ydelser"]
    assert [sum(each.group == group.id for each in SOCIAL.standards) for group in SOCIAL.groups] == [3, 9]
    assert written(json.loads(SOURCE)) + b"\n" == SOURCE


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.id)
def test_every_standard_is_touched_by_either_edition(package: Any) -> None:
    assert all(touched(standard, package) for standard in SOCIAL.standards)


@pytest.mark.parametrize(
    ("standard", "full", "short"),
    [
        ("ledelse", "1.1 1.2 1.3 1.4", "k1.1 k1.2 k1.3"),
        ("kompetenceudvikling", "3.2", "k3.1"),
        ("arbejdsmiljoe", "3.3 7.1 7.2", "k3.2 k6.1 k6.2"),
        ("faglige-tilgange", "5.1 5.2 5.3 9.1 9.2", "k4.3 k4.4 k7.1 k7.2 k8.2"),
    ],
)
def test_a_criterion_stands_for_its_parts_and_the_short_edition_is_read_through_the_full(
    standard: str, full: str, short: str
) -> None:
    found = SOCIAL.standard(standard)
    assert touched(found, KVIK) == tuple(full.split())
    assert touched(found, KORT) == tuple(short.split())


def test_the_standards_concern_the_social_sector_alone() -> None:
    assert {sector: len(crosswalks_for(sector, RESOURCES)) for sector in Sector} == {
        Sector.DAYCARE: 0,
        Sector.SCHOOL: 0,
        Sector.ELDERLY: 0,
        Sector.SOCIAL: 1,
    }


def test_an_unknown_standard_is_told_with_the_known_ones() -> None:
    with pytest.raises(Problem) as caught:
        SOCIAL.standard("ledelsen")
    assert caught.value.code == "E_STANDARD"
    assert "arbejdsmiljoe, kompetenceudvikling, ledelse" in say_in_danish(caught.value.action)


def first(raw: Raw) -> Raw:
    found: Raw = raw["standards"][0]
    return found


PLANTED: dict[str, tuple[Callable[[Raw], object], str, str]] = {
    "a standard twice": (lambda r: r["standards"].append(first(r)), "standards[12].id", "allerede brugt"),
    "a group twice": (lambda r: r["groups"].append(r["groups"][0]), "groups[2].id", "allerede brugt"),
    "an unknown group": (lambda r: first(r).update(group="x"), "standards[0].group", "»x« kendes ikke"),
    "an unknown subcriterion": (
        lambda r: first(r).update(touches={"kvik": ["3.3", "3.9"]}),
        "standards[0].touches.kvik[1]",
        "kvik har hverken kriteriet eller delkriteriet »3.9«",
    ),
    "a part of another model": (
        lambda r: first(r).update(touches={"kvik": ["k3"]}),
        "standards[0].touches.kvik[0]",
        "»k3«",
    ),
    "an unknown model": (
        lambda r: first(r).update(touches={"kvick": ["3.3"]}),
        "standards[0].touches.kvick",
        "Modellen »kvick« kendes ikke",
    ),
    "a part twice": (
        lambda r: first(r).update(touches={"kvik": ["3.3", "3.3"]}),
        "standards[0].touches.kvik[1]",
        "allerede brugt",
    ),
    "a part of wrong form": (
        lambda r: first(r).update(touches={"kvik": ["3.3.1"]}),
        "standards[0].touches.kvik[0]",
        "»3.3.1«",
    ),
    "nothing that touches": (lambda r: first(r).update(touches={}), "standards[0].touches", "ikke knyttet"),
    "a list for fields": (lambda r: first(r).update(touches=["3.3"]), "standards[0].touches", "krøllede"),
    "an unknown sector": (lambda r: r.update(sectors=["bank"]), "sectors[0]", "et af disse ord"),
    "no English": (lambda r: first(r)["name"].pop("en"), "standards[0].name", "engelske tekst mangler"),
}


@pytest.mark.parametrize(("plant", "place", "words"), PLANTED.values(), ids=PLANTED)
def test_a_planted_fault_is_found_at_its_place(
    plant: Callable[[Raw], object], place: str, words: str
) -> None:
    raw = json.loads(SOURCE)
    plant(raw)
    faults = {fault.column: say_in_danish(fault.message) for fault in check(written(raw), PACKAGES)}
    assert words in faults[place]
