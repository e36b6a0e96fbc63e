"""A package with all the guidance it promises, made of numbered sentences, to plant faults in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from typing import Any

from kvik_desktop.model_package.model import Guidance, Sector
from tests.model_package.material import KORT, source

Raw = dict[str, Any]


def raw_complete(guidance: Guidance) -> Raw:
    """The short edition under a name of its own, with just as much guidance as is promised."""
    raw: Raw = json.loads(source(KORT)) | {"id": "egen", "guidance": guidance.value}
    numbers = count(1)
    for criterion in raw["criteria"]:
        for sub in criterion["subcriteria"]:
            _fill(sub, numbers, full=guidance is Guidance.FULL)
    return raw


def _fill(sub: Raw, numbers: Iterator[int], *, full: bool) -> None:
    sub["questions"] = _texts(4 if full else 2, "Hvad gør vi nu", "What do we do now", "?", numbers)
    sub["evidence"] = _texts(5 if full else 3, "Plan", "Plan", "", numbers)
    sub["misunderstandings"] = _texts(1, "Det er ikke nok at have", "It is not enough to have", ".", numbers)
    sub["indicators"] = [_indicator(numbers) for _ in range(3 if full else 1)]
    scenes = _texts(3, "I huset går det godt på dag", "In the house all goes well on day", ".", numbers)
    sub["examples"] = dict(zip(("low", "middle", "high"), scenes, strict=True))
    sub["sectors"] = {sector.value: _sector(numbers, 3 if full else 1) for sector in Sector}


def _sector(numbers: Iterator[int], each: int) -> Raw:
    return {
        "questions": _texts(each, "Hvad siger de på stue", "What do they say in room", "?", numbers),
        "evidence": _texts(each, "Referat", "Minutes", "", numbers),
    }


def _indicator(numbers: Iterator[int]) -> Raw:
    [name] = _texts(1, "Tal", "Figure", "", numbers)
    return {"name": name, "unit": {"da": "procent", "en": "per cent"}, "source": {"da": "X", "en": "Y"}}


def _texts(many: int, danish: str, english: str, end: str, numbers: Iterator[int]) -> list[Raw]:
    return [
        {"da": f"{danish} {number}{end}", "en": f"{english} {number}{end}"}
        for number, _ in zip(numbers, range(many), strict=False)
    ]
