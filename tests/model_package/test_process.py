"""The process and the programmes of the days: ten steps that can be ticked off, and clocks that add up."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.process import (
    Day,
    check_guide,
    check_programmes,
    day_programmes,
    ten_steps,
)
from tests.model_package.material import KORT, KVIK, PACKAGES, RESOURCES

Raw = dict[str, Any]
GUIDE = RESOURCES.read("forloeb", "ti-trin.json")
PROGRAMMES = RESOURCES.read("forloeb", "dagsprogrammer.json")
say_in_danish = Translator("da")


def written(raw: Raw) -> bytes:
    return json.dumps(raw, ensure_ascii=False, indent=2).encode()


def told(data: bytes) -> list[tuple[str | None, str]]:
    faults = check_guide(data) if b"kvik-forloeb/1" in data else check_programmes(data, PACKAGES)
    return [(fault.column, say_in_danish(fault.message)) for fault in faults]


@pytest.mark.parametrize("source", [GUIDE, PROGRAMMES], ids=["guide", "programmes"])
def test_the_shipped_files_are_without_faults_and_laid_out_for_people(source: bytes) -> None:
    assert told(source) == []
    assert source == written(json.loads(source)) + b"\n"


def test_the_process_is_ten_steps_in_three_phases_and_the_fifth_has_two_halves() -> None:
    guide = ten_steps(RESOURCES)
    assert [[step.number for step in phase.steps] for phase in guide.phases] == [
        ["1", "2"],
        ["3", "4", "5a", "5b", "6"],
        ["7", "8", "9", "10"],
    ]


def test_every_step_says_who_is_in_it_and_every_role_has_a_step() -> None:
    guide = ten_steps(RESOURCES)
    assert all(step.roles and step.materials for step in guide.steps)
    assert {role for step in guide.steps for role in step.roles} == {role.id for role in guide.roles}
    assert guide.role("leder").name.da == "Lederen"


def test_there_is_a_programme_for_either_edition() -> None:
    morning, one, two_and_a_half = day_programmes(RESOURCES).programmes
    assert (morning.model, len(morning.days), morning.minutes) == (KORT.id, 1, 210)
    assert (one.model, len(one.days)) == (KORT.id, 1)
    assert (two_and_a_half.model, len(two_and_a_half.days)) == (KVIK.id, 3)
    assert _hours(one.days[0]) == 7
    assert [_hours(day) for day in two_and_a_half.days] == [3.5, 7, 7]


def test_answering_is_on_a_day_or_before_the_first() -> None:
    """Else nobody could say what it takes."""
    for programme in day_programmes(RESOURCES).programmes:
        titles = [item.title.da for day in programme.days for item in day.items]
        assert ("Svar hver for sig" in titles) is (programme.alone == 0), programme.id


def _hours(day: Day) -> float:
    return sum(item.minutes for item in day.items) / 60


def test_nobody_sits_for_more_than_two_hours() -> None:
    for programme in day_programmes(RESOURCES).programmes:
        for day in programme.days:
            sitting = 0
            for point in day.items:
                is_break = point.title.da in ("Pause", "Frokost")
                sitting = 0 if is_break else sitting + point.minutes
                assert sitting <= 120, (programme.id, point.start)


def step(raw: Raw) -> Raw:
    found: Raw = raw["phases"][0]["steps"][0]
    return found


def item(raw: Raw, place: int = 1) -> Raw:
    found: Raw = raw["programmes"][0]["days"][0]["items"][place]
    return found


S = "phases[0].steps[0]"
ITEM = "programmes[0].days[0].items[1]"
PLANTED: dict[str, tuple[bytes, Callable[[Raw], object], str, str]] = {
    "an unknown role": (
        GUIDE,
        lambda r: step(r)["roles"].append("rektor"),
        f"{S}.roles[3]",
        "Rollen »rektor« kendes ikke",
    ),
    "a role twice": (GUIDE, lambda r: step(r)["roles"].append("leder"), f"{S}.roles[3]", "allerede brugt"),
    "three things to tick off": (
        GUIDE,
        lambda r: step(r).update(checklist=step(r)["checklist"][:3]),
        f"{S}.checklist",
        "4-8 punkter, men har 3",
    ),
    "the same thing to tick off under two steps": (
        GUIDE,
        lambda r: r["phases"][2]["steps"][0]["checklist"][0].update(id="beslut-med"),
        "phases[2].steps[0].checklist[0].id",
        f"allerede brugt: {S}.checklist[4].id",
    ),
    "a step twice": (
        GUIDE,
        lambda r: step(r).update(id="fortael"),
        "phases[0].steps[1].id",
        "allerede brugt",
    ),
    "a number twice": (
        GUIDE,
        lambda r: step(r).update(number="2"),
        "phases[0].steps[1].number",
        "allerede brugt",
    ),
    "a number of wrong form": (GUIDE, lambda r: step(r).update(number="I"), f"{S}.number", "fx 5a"),
    "no time": (GUIDE, lambda r: step(r).pop("time"), S, "time mangler"),
    "a long purpose": (
        GUIDE,
        lambda r: step(r)["purpose"].update(en="p" * 301),
        f"{S}.purpose.en",
        "plads til 300",
    ),
    "a hard line": (
        GUIDE,
        lambda r: step(r)["checklist"][0]["text"].update(da="Formulér selvevalueringens formål."),
        f"{S}.checklist[0].text.da",
        "højst være 50",
    ),
    "an overlap": (
        PROGRAMMES,
        lambda r: item(r).update(minutes=50),
        "programmes[0].days[0].items[2]",
        "ikke, hvor det forrige slutter",
    ),
    "a time of wrong form": (PROGRAMMES, lambda r: item(r).update(start="8.45"), f"{ITEM}.start", "fx 08:30"),
    "no time of day": (PROGRAMMES, lambda r: item(r).update(start="24:00"), f"{ITEM}.start", "fx 08:30"),
    "minutes in words": (PROGRAMMES, lambda r: item(r).update(minutes="45"), f"{ITEM}.minutes", "ikke »45«"),
    "half a minute": (
        PROGRAMMES,
        lambda r: item(r).update(minutes=45.5),
        f"{ITEM}.minutes",
        "helt tal fra 5 til",
    ),
    "no minutes": (
        PROGRAMMES,
        lambda r: item(r).update(minutes=0),
        f"{ITEM}.minutes",
        "fra 5 til 300, ikke 0",
    ),
    "an unknown model": (
        PROGRAMMES,
        lambda r: r["programmes"][0].update(model="kvick"),
        "programmes[0].model",
        "»kvick« kendes ikke",
    ),
    "a programme twice": (
        PROGRAMMES,
        lambda r: r["programmes"][1].update(id="en-formiddag"),
        "programmes[1].id",
        "allerede brugt",
    ),
}


@pytest.mark.parametrize(("source", "plant", "place", "words"), PLANTED.values(), ids=PLANTED)
def test_a_planted_fault_is_found_at_its_place(
    source: bytes, plant: Callable[[Raw], object], place: str, words: str
) -> None:
    raw = json.loads(source)
    plant(raw)
    assert words in dict(told(written(raw)))[place]


@pytest.mark.parametrize("data", [b"", b"[]", b'{"format": "kvik-forloeb/1", "phases": 7}'])
def test_what_is_no_process_is_refused(data: bytes) -> None:
    assert check_guide(data)
    assert check_programmes(data, PACKAGES)
