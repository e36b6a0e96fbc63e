"""Every fault in a payload is found by the reader: form, figures that do not add up, groups too small."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.bundle.checks import DeliveredResult, Reader
from kvik_desktop.cli.benchmarks.packages import CAMPAIGN, World, draft
from kvik_desktop.envelope import manifest as manifests
from kvik_desktop.envelope.kinds import (
    ENROLMENT_PATH,
    PLAN_PATH,
    README_PATH,
    RESULT_PATH,
    TEXTS_PATH,
)
from kvik_desktop.envelope.packages import enrolment_of
from kvik_desktop.envelope.trust import NO_TRUST
from kvik_desktop.envelope.verdict import Code, Fact, Outcome, Verdict
from kvik_desktop.envelope.verification import verify
from kvik_desktop.foundation import strict_json
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.reading import shipped
from kvik_desktop.model_package.scoring import score
from tests.bundle.faults import (
    Fault,
    Json,
    broken,
    drop,
    members_of,
    repacked,
    set_action,
    set_criterion,
    set_result,
    set_sub,
    sub,
)

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
MODELS = shipped(Resources())
CLASSICAL = World(MODELS[0], Method.CLASSICAL, 1, NOW)
FINE = World(MODELS[0], Method.FINE, 1, NOW)


def judged(world: World, data: bytes, groups: dict[str, int] | None = None) -> Verdict:
    reader = Reader(MODELS, groups or {})
    return verify(data, received=NOW, checks=reader.checks, trust=world.trust_list.as_trust())


@dataclass(frozen=True)
class Case:
    name: str
    code: Code
    fault: Fault
    world: World = CLASSICAL

    def __str__(self) -> str:
        return self.name


def swap_criteria(result: Json, _texts: Json, _plan: Json) -> None:
    result["criteria"].reverse()


def move_block(result: Json, _texts: Json, _plan: Json) -> None:
    result["criteria"][0]["block"] = "result"


def unknown_subcriterion(result: Json, texts: Json, plan: Json) -> None:
    sub(result)["id"] = "1.9"
    texts["subcriteria"][0]["id"] = "1.9"


def repeated_subcriterion(result: Json, _texts: Json, _plan: Json) -> None:
    sub(result)["id"] = sub(result, 0, 1)["id"]


def texts_out_of_order(_result: Json, texts: Json, _plan: Json) -> None:
    texts["subcriteria"].reverse()


def texts_about_nothing(_result: Json, texts: Json, _plan: Json) -> None:
    texts["subcriteria"][0] |= {"evidence": [], "strengths": [], "areas": []}


def texts_about_unknown(_result: Json, texts: Json, _plan: Json) -> None:
    texts["subcriteria"][-1]["id"] = "9.9"


def text_turned_around(_result: Json, texts: Json, _plan: Json) -> None:
    texts["subcriteria"][0]["areas"] = ["gnp.exe\u202e"]


def text_too_long(_result: Json, texts: Json, _plan: Json) -> None:
    texts["subcriteria"][0]["areas"] = ["x" * 10_001]


def too_many_texts(_result: Json, texts: Json, _plan: Json) -> None:
    texts["subcriteria"][0]["areas"] = ["x"] * 501


def action_twice(_result: Json, _texts: Json, plan: Json) -> None:
    plan["actions"].append(deepcopy(plan["actions"][0]))


def waits_for_itself(_result: Json, _texts: Json, plan: Json) -> None:
    plan["actions"][0]["prerequisites"] = [{"action": 1, "text": ""}]


def wait_for_each_other(_result: Json, _texts: Json, plan: Json) -> None:
    plan["actions"][0]["prerequisites"] = [{"action": 2, "text": ""}]
    plan["actions"][1]["prerequisites"] = [{"action": 1, "text": ""}]


def waits_for_nobody(_result: Json, _texts: Json, plan: Json) -> None:
    plan["actions"][0]["prerequisites"] = [{"action": 77, "text": ""}]


def from_nowhere(_result: Json, _texts: Json, plan: Json) -> None:
    plan["actions"][0]["subcriteria"] = [{"id": "9.9", "score_then": 3}]


def few(result: Json, n: int) -> None:
    sub(result).update(n=n, cannot_judge=0, histogram=[0, 0, n, 0, 0, 0])


def four(result: Json, _texts: Json, _plan: Json) -> None:
    few(result, 4)


def nobody_but_a_histogram(result: Json, _texts: Json, _plan: Json) -> None:
    sub(result).update(n=0, cannot_judge=8, histogram=[0] * 6, flag="grey")


def cases() -> Iterator[Case]:
    semantic: dict[str, Fault] = {
        "score changed": set_sub(score=99),
        "mean changed": set_criterion(mean="12.3456"),
        "mean of nothing scored": set_criterion(mean=None),
        "scored changed": set_criterion(scored=1),
        "of changed": set_criterion(of=5),
        "enablers changed": set_result(enablers="50.0000"),
        "results changed": set_result(results=None),
        "mean of criteria changed": set_result(mean_of_criteria="1.0000"),
        "mean of subcriteria changed": set_result(mean_of_subcriteria="1.0000"),
        "histogram does not add up": set_sub(histogram=[1, 0, 0, 0, 0, 0]),
        "n does not fit the histogram": set_sub(n=9),
        "flag says grey": set_sub(flag="grey"),
        "flag hides grey": set_sub(n=5, cannot_judge=5, histogram=None, flag="green"),
        "phases in the classical method": set_sub(plan=50),
        "phases alone in the classical method": set_sub(score=None, plan=1, do=1, check=1, act=1),
        "no such day of acceptance": set_result(accepted="2026-02-30T00:00:00Z"),
        "criteria in another order": swap_criteria,
        "block changed": move_block,
        "unknown subcriterion": unknown_subcriterion,
        "subcriterion twice": repeated_subcriterion,
        "texts in another order": texts_out_of_order,
        "texts about nothing": texts_about_nothing,
        "texts about an unknown subcriterion": texts_about_unknown,
        "action twice": action_twice,
        "action waits for itself": waits_for_itself,
        "two actions wait for each other": wait_for_each_other,
        "action waits for an unknown one": waits_for_nobody,
        "action from an unknown subcriterion": from_nowhere,
        "deadline before start": set_action(start="2027-06-01", deadline="2027-01-01"),
        "no such deadline": set_action(deadline="2027-02-30"),
    }
    fine: dict[str, Fault] = {
        "score in the fine method": set_sub(score=50, plan=None, do=None, check=None, act=None),
        "a phase is missing": set_sub(act=None),
        "a phase of the other block": set_sub(trend=50),
        "a result's phases in an enabler": set_sub(
            plan=None, do=None, check=None, act=None, trend=1, target=1
        ),
        "a phase changed": set_sub(plan=0, do=0),
    }
    schema: dict[str, Fault] = {
        "score above 100": set_sub(score=101),
        "score below 0": set_sub(score=-1),
        "score as text": set_sub(score="50"),
        "score with a decimal": set_sub(score=50.5),
        "score true": set_sub(score=True),
        "an unknown field": set_sub(median=48),
        "lowest and highest told": set_sub(minimum=0, maximum=100),
        "a field is missing": drop("flag"),
        "unknown flag": set_sub(flag="purple"),
        "five bands": set_sub(histogram=[7, 0, 0, 0, 0]),
        "a band below zero": set_sub(histogram=[8, -1, 0, 0, 0, 0]),
        "a distribution of a hundred": set_sub(histogram=[0] * 101),
        "mean without decimals": set_criterion(mean="50"),
        "mean as a number": set_criterion(mean=50),
        "mean with a comma": set_criterion(mean="50,0000"),
        "no criteria": set_result(criteria=[]),
        "unknown status": set_action(status="maybe"),
        "effect of five": set_action(effect=5),
        "money in words": set_action(money="mange"),
        "money in a power of ten": set_action(money="1e9"),
        "action without a name": set_action(title=""),
        "text turned around": text_turned_around,
        "text too long": text_too_long,
        "too many texts": too_many_texts,
        "id that is a formula": set_sub(id="=1+1"),
        "title in two lines": set_result(title="Titel\nog mere"),
    }
    for name, fault in semantic.items():
        yield Case(name, Code.E_SEMANTIC, fault)
    for name, fault in fine.items():
        yield Case(name, Code.E_SEMANTIC, fault, FINE)
    for name, fault in schema.items():
        yield Case(name, Code.E_SCHEMA, fault)
    yield Case("a histogram of four", Code.E_PRIVACY, four)
    yield Case("a histogram of nobody", Code.E_PRIVACY, nobody_but_a_histogram)


@pytest.mark.parametrize("case", list(cases()), ids=str)
def test_a_broken_payload_is_refused(case: Case) -> None:
    assert judged(case.world, broken(case.world, case.fault)).code is case.code


def test_nothing_changed_is_accepted() -> None:
    for world in (CLASSICAL, FINE):
        verdict = judged(world, broken(world, lambda _result, _texts, _plan: None))
        assert verdict.code is None
        assert isinstance(verdict.payload, DeliveredResult)


@pytest.mark.parametrize(("groups", "code"), [({CAMPAIGN: 4}, None), ({CAMPAIGN: 8}, Code.E_PRIVACY)])
def test_the_smallest_group_is_the_readers_and_never_the_senders(
    groups: dict[str, int], code: Code | None
) -> None:
    """The sender tells three in the manifest; what counts is what the reader's campaign says."""
    members = members_of(broken(CLASSICAL, four if code is None else lambda *_: None))
    data = repacked(CLASSICAL, members, smallest_group=3)
    assert judged(CLASSICAL, data, groups).code is code


def test_changed_content_under_a_known_version_is_refused() -> None:
    trust = CLASSICAL.trust_list.as_trust()
    model = manifests.ModelRef("kvik", MODELS[0].version, "ab" * 32, "classical")
    members = members_of(CLASSICAL.package(0, Resources())[0])
    data = repacked(CLASSICAL, members, model=model, campaign=None)
    verdict = verify(data, received=NOW, checks=Reader(MODELS).checks, trust=trust)
    assert verdict.code is Code.E_SEMANTIC


def test_a_model_the_reader_does_not_have_is_judged_by_its_own_figures() -> None:
    data = CLASSICAL.package(0, Resources())[0]
    trust = CLASSICAL.trust_list.as_trust()
    verdict = verify(data, received=NOW, checks=Reader(()).checks, trust=trust)
    assert (verdict.outcome, verdict.code) == (Outcome.ACCEPTED, Code.W_MODEL)
    assert verdict.facts.complete is Fact.UNKNOWN
    wrong = broken(CLASSICAL, set_criterion(mean="12.3456"))
    assert verify(wrong, received=NOW, checks=Reader(()).checks, trust=trust).code is Code.E_SEMANTIC


@pytest.mark.parametrize(
    ("path", "content", "code"),
    [
        (ENROLMENT_PATH, enrolment_of(FINE._key("en anden").public), Code.E_SEMANTIC),
        (ENROLMENT_PATH, b"{}", Code.E_SCHEMA),
        (README_PATH, b"\xff\xfe", Code.E_SCHEMA),
        (README_PATH, b"a" * 65_537, Code.E_SCHEMA),
        (RESULT_PATH, b"[" * 10_000, Code.E_SCHEMA),
        (RESULT_PATH, b" " * 2_000_000, Code.E_SCHEMA),
        (TEXTS_PATH, b"null", Code.E_SCHEMA),
        (PLAN_PATH, b'{"actions":[],"actions":[]}', Code.E_SCHEMA),
        (PLAN_PATH, b'{"actions": []}', Code.E_SCHEMA),
    ],
)
def test_a_strange_member_is_refused(path: str, content: bytes, code: Code) -> None:
    members = members_of(CLASSICAL.package(0, Resources())[0])
    assert judged(CLASSICAL, repacked(CLASSICAL, {**members, path: content})).code is code


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(MODELS), st.sampled_from(list(Method)))
def test_every_honest_result_holds(seed: int, model: Any, method: Method) -> None:
    """The reader's own arithmetic on the payload gives what the scoring of the model gives."""
    chance = Random(seed)
    made = draft(model, method, chance, NOW)
    sheet = score(model, method, {s.id: s.rating for c in made.result.criteria for s in c.subcriteria})
    world = World(model, method, 1, NOW)
    members = members_of(world.package(0, Resources())[0])
    members[RESULT_PATH] = strict_json.encode(made.result)
    verdict = judged(world, repacked(world, members))
    assert verdict.code is None
    told = made.result.mean_of_criteria
    assert (None if told is None else float(told)) == sheet.mean_of_criteria.exact


GOLDEN = Path(__file__).parent.parent / "golden" / "bundle"


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("resultat-v1-*.kvik")), ids=lambda path: path.stem)
def test_a_result_of_old_is_read_and_would_be_written_the_same(path: Path) -> None:
    method = Method(path.stem.rpartition("-")[2])
    world = World(MODELS[0], method, 1, NOW)
    trust = NO_TRUST.with_institution(world.institution(0).id, world.key(0).public)
    verdict = verify(path.read_bytes(), received=NOW, checks=Reader(()).checks, trust=trust)
    assert verdict.code is Code.W_MODEL
    assert isinstance(verdict.payload, DeliveredResult)
    delivered = verdict.payload
    assert strict_json.encode(delivered.result) == verdict.members[RESULT_PATH]
    assert strict_json.encode(delivered.texts) == verdict.members[TEXTS_PATH]
    assert strict_json.encode(delivered.plan) == verdict.members[PLAN_PATH]


def test_one_of_each_method_is_kept() -> None:
    kept = {path.name for path in GOLDEN.glob("*.kvik")}
    assert kept == {f"resultat-v1-{method.value}.kvik" for method in Method}
