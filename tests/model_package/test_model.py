"""A model package that breaks what the code relies on cannot exist."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from kvik_desktop.model_package.model import Block, Method, ModelPackage, Phase, criterion_id
from tests.model_package.material import KORT, KVIK

Raw = dict[str, Any]


def decoded(raw: Raw) -> ModelPackage:
    return msgspec.json.decode(json.dumps(raw).encode(), type=ModelPackage)


def raw_of(package: ModelPackage) -> Raw:
    raw: Raw = json.loads(package.content)
    return copy.deepcopy(raw)


BREACHES: dict[str, Callable[[Raw], object]] = {
    "five steps": lambda raw: raw["scale"]["enabler"].pop(),
    "seven steps": lambda raw: raw["scale"]["result"].append(raw["scale"]["result"][0]),
    "a phase is missing": lambda raw: raw["scale"]["phases"].pop("check"),
    "no criteria": lambda raw: raw.update(criteria=[]),
    "no subcriteria": lambda raw: raw["criteria"][0].update(subcriteria=[]),
    "no method": lambda raw: raw.update(methods=[]),
    "an unknown method": lambda raw: raw.update(methods=["guess"]),
    "recommended but not offered": lambda raw: raw.update(methods=["fine"]),
    "an id twice": lambda raw: raw["criteria"][0]["subcriteria"][1].update(id="k1.1"),
    "an id of another criterion": lambda raw: raw["criteria"][0]["subcriteria"][1].update(id="k2.9"),
    "an id with a line break": lambda raw: raw.update(id="kvik\n"),
    "covers two criteria": lambda raw: raw["criteria"][0]["subcriteria"][0].update(covers=["1.1", "2.1"]),
    "another format": lambda raw: raw.update(format="kvik-modelpakke/2"),
    "an unknown field": lambda raw: raw.update(weight="2"),
    "an unknown sector": lambda raw: raw["criteria"][0]["subcriteria"][0].update(sectors={"bank": {}}),
}


@pytest.mark.parametrize("breach", BREACHES.values(), ids=BREACHES.keys())
def test_a_package_that_breaks_the_rules_cannot_be_decoded(breach: Callable[[Raw], object]) -> None:
    raw = raw_of(KORT)
    assert decoded(raw) == KORT
    breach(raw)
    with pytest.raises(msgspec.ValidationError):
        decoded(raw)


def test_the_identity_is_the_content_whatever_the_layout() -> None:
    raw = raw_of(KVIK)
    raw["criteria"][0]["subcriteria"][0]["sectors"] = {"skole": {}, "aeldre": {}}
    first = decoded(raw)
    raw["criteria"][0]["subcriteria"][0]["sectors"] = {"aeldre": {}, "skole": {}}
    turned = dict(reversed(raw.items()))
    assert decoded(turned).sha256 == first.sha256 != KVIK.sha256
    assert msgspec.json.decode(first.content, type=ModelPackage).sha256 == first.sha256


def test_finding_ones_way_in_a_package() -> None:
    assert KVIK.has("4.2")
    assert not KVIK.has("k4.2")
    assert KVIK.subcriterion("4.2").name.da == "Borgere og civilsamfund"
    assert KVIK.criterion_of("4.2").name.en == "Partnerships and resources"
    assert [KVIK.block_of(key) for key in ("5.3", "6.1")] == [Block.ENABLER, Block.RESULT]
    assert criterion_id("k4.2") == "k4"
    assert KVIK.scale.phase(Phase.PLAN).name.in_language("en") == "Plan"
    assert [method.top for method in Method] == [100, 100, 5]
