"""Guidance that is promised is there: each missing part is a fault; where nothing is promised, a remark."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.checking import Findings, examine, faults_in
from kvik_desktop.model_package.model import Guidance, ModelPackage
from kvik_desktop.model_package.reading import decode
from tests.model_package.complete import Raw, raw_complete
from tests.model_package.material import PACKAGES

WORDS = ("pdca", "maal")
ENABLER = "criteria[0].subcriteria[0]"
RESULT = "criteria[4].subcriteria[0]"
say_in_danish = Translator("da")


def written(raw: Raw) -> bytes:
    return json.dumps(raw, ensure_ascii=False, indent=1).encode()


def examined(raw: Raw) -> Findings:
    return examine(written(raw), PACKAGES, WORDS)


def at(raw: Raw, place: str) -> Raw:
    criterion, sub = (int(part.partition("]")[0]) for part in place.split("[")[1:])
    found: Raw = raw["criteria"][criterion]["subcriteria"][sub]
    return found


def enabler(raw: Raw) -> Raw:
    return at(raw, ENABLER)


def result(raw: Raw) -> Raw:
    return at(raw, RESULT)


def first_sentence(text: Raw) -> str:
    return f"{text['da'].partition('. ')[0]}."


def more(texts: list[Raw], many: int) -> None:
    texts += [{"da": f"Hvad så nu med tal {n}?", "en": f"What then about figure {n}?"} for n in range(many)]


Plant = Callable[[Raw], object]
FULL: dict[str, tuple[Plant, str, str]] = {
    "no explanation": (lambda r: enabler(r).pop("about"), ENABLER, "about mangler"),
    "no examples": (lambda r: enabler(r).pop("examples"), ENABLER, "examples mangler"),
    "no guiding questions": (lambda r: enabler(r).pop("questions"), ENABLER, "skal stå 4-6, men der står 0"),
    "three guiding questions": (
        lambda r: enabler(r)["questions"].pop(),
        f"{ENABLER}.questions",
        "questions: der skal stå 4-6, men der står 3",
    ),
    "seven guiding questions": (
        lambda r: more(enabler(r)["questions"], 3),
        f"{ENABLER}.questions",
        "4-6, men der står 7",
    ),
    "four pieces of evidence": (
        lambda r: enabler(r)["evidence"].pop(),
        f"{ENABLER}.evidence",
        "evidence: der skal stå mindst 5, men der står 4",
    ),
    "no misunderstanding": (
        lambda r: enabler(r).update(misunderstandings=[]),
        f"{ENABLER}.misunderstandings",
        "1-2, men der står 0",
    ),
    "three misunderstandings": (
        lambda r: more(enabler(r)["misunderstandings"], 2),
        f"{ENABLER}.misunderstandings",
        "1-2, men der står 3",
    ),
    "two indicators of a result": (
        lambda r: result(r)["indicators"].pop(),
        f"{RESULT}.indicators",
        "mindst 3, men der står 2",
    ),
    "no sectors": (lambda r: enabler(r).pop("sectors"), ENABLER, "sectors mangler"),
    "a missing sector": (
        lambda r: enabler(r)["sectors"].pop("skole"),
        f"{ENABLER}.sectors",
        "Området skole mangler",
    ),
    "two questions of a sector": (
        lambda r: enabler(r)["sectors"]["aeldre"]["questions"].pop(),
        f"{ENABLER}.sectors.aeldre.questions",
        "mindst 3, men der står 2",
    ),
    "two pieces of evidence of a sector": (
        lambda r: enabler(r)["sectors"]["social"]["evidence"].pop(),
        f"{ENABLER}.sectors.social",
        "evidence + indicators: der skal stå mindst 3, men der står 2",
    ),
    "a phase without sentences": (
        lambda r: r["scale"]["phases"]["act"].pop("steps"),
        "scale.phases.act",
        "ingen sætninger",
    ),
}
SHORT: dict[str, tuple[Plant, str, str]] = {
    "one guiding question": (
        lambda r: enabler(r)["questions"].pop(),
        f"{ENABLER}.questions",
        "2-4, men der står 1",
    ),
    "two pieces of evidence": (
        lambda r: enabler(r)["evidence"].pop(),
        f"{ENABLER}.evidence",
        "mindst 3, men der står 2",
    ),
    "two misunderstandings": (
        lambda r: more(enabler(r)["misunderstandings"], 1),
        f"{ENABLER}.misunderstandings",
        "skal stå 1, men der står 2",
    ),
    "no indicator of a result": (lambda r: result(r).pop("indicators"), RESULT, "mindst 1, men der står 0"),
    "no question of a sector": (
        lambda r: enabler(r)["sectors"]["skole"].pop("questions"),
        f"{ENABLER}.sectors.skole",
        "mindst 1, men der står 0",
    ),
}
PLANTED = [
    pytest.param(guidance, *fault, id=f"{guidance}: {name}")
    for guidance, table in ((Guidance.FULL, FULL), (Guidance.SHORT, SHORT))
    for name, fault in table.items()
]


@pytest.mark.parametrize("guidance", Guidance)
def test_all_that_is_promised_is_enough(guidance: Guidance) -> None:
    assert examined(raw_complete(guidance)) == Findings(())


@pytest.mark.parametrize(("guidance", "plant", "place", "words"), PLANTED)
def test_what_is_missing_is_told_at_its_place(
    guidance: Guidance, plant: Plant, place: str, words: str
) -> None:
    raw = raw_complete(guidance)
    plant(raw)
    findings = examined(raw)
    [(column, message)] = [(fault.column, say_in_danish(fault.message)) for fault in findings.faults]
    assert (column, findings.remarks) == (place, ())
    assert words in message


TOO_MUCH = {"seven guiding questions", "three misunderstandings"}


@pytest.mark.parametrize("name", FULL)
def test_what_nobody_promised_is_remarked_and_the_package_can_be_used(name: str) -> None:
    """But only what is missing: nobody misses what there is more of."""
    raw = raw_complete(Guidance.FULL)
    del raw["guidance"], raw["compared_with"]
    for criterion in raw["criteria"]:
        for sub in criterion["subcriteria"]:
            del sub["covers"]
    assert examined(raw) == Findings(())
    FULL[name][0](raw)
    findings = examined(raw)
    assert (findings.faults, len(findings.remarks)) == ((), name not in TOO_MUCH)
    assert decode(written(raw), PACKAGES).guidance is None


def test_a_package_that_compares_with_another_is_measured_as_a_short_one() -> None:
    raw = raw_complete(Guidance.SHORT)
    del raw["guidance"]
    assert examined(raw) == Findings(())
    enabler(raw)["questions"].pop()
    assert len(examined(raw).remarks) == 1


def test_an_unknown_promise_is_a_fault() -> None:
    raw = raw_complete(Guidance.SHORT) | {"guidance": "halv"}
    [fault] = examined(raw).faults
    assert fault.column == "guidance"


def test_a_broken_promise_does_not_keep_a_package_from_use() -> None:
    raw = raw_complete(Guidance.FULL)
    enabler(raw).pop("about")
    assert faults_in(written(raw), PACKAGES) == ()
    assert isinstance(decode(written(raw), PACKAGES), ModelPackage)


POOR: dict[str, tuple[Plant, str, str]] = {
    "a long name": (
        lambda r: enabler(r)["name"].update(da="n" * 61),
        f"{ENABLER}.name.da",
        "61 tegn, og der er plads til 60",
    ),
    "a long question": (
        lambda r: enabler(r)["question"].update(en="I " * 75 + "?"),
        f"{ENABLER}.question.en",
        "plads til 150",
    ),
    "a long guiding question": (
        lambda r: enabler(r)["questions"][1].update(en="I " * 75 + "?"),
        f"{ENABLER}.questions[1].en",
        "plads til 150",
    ),
    "a long explanation": (
        lambda r: enabler(r)["about"].update(da="Vi går. " * 50 + "x"),
        f"{ENABLER}.about.da",
        "401 tegn, og der er plads til 400",
    ),
    "a long piece of evidence": (
        lambda r: enabler(r)["evidence"][0].update(da="e" * 91),
        f"{ENABLER}.evidence[0].da",
        "plads til 90",
    ),
    "a long misunderstanding": (
        lambda r: enabler(r)["misunderstandings"][0].update(en="m" * 221),
        f"{ENABLER}.misunderstandings[0].en",
        "plads til 220",
    ),
    "a long example": (
        lambda r: enabler(r)["examples"]["high"].update(en="m" * 261),
        f"{ENABLER}.examples.high.en",
        "plads til 260",
    ),
    "a long name of an indicator": (
        lambda r: result(r)["indicators"][0]["name"].update(en="m" * 91),
        f"{RESULT}.indicators[0].name.en",
        "plads til 90",
    ),
    "a long unit": (
        lambda r: result(r)["indicators"][0]["unit"].update(en="m" * 41),
        f"{RESULT}.indicators[0].unit.en",
        "plads til 40",
    ),
    "a long question of a sector": (
        lambda r: enabler(r)["sectors"]["skole"]["questions"][0].update(en="I " * 75 + "?"),
        f"{ENABLER}.sectors.skole.questions[0].en",
        "plads til 150",
    ),
    "a long step": (
        lambda r: r["scale"]["enabler"][2]["sentence"].update(en="s" * 121),
        "scale.enabler[2].sentence.en",
        "plads til 120",
    ),
    "a sentence under two subcriteria": (
        lambda r: result(r)["about"].update(da=f"Det er nyt. {first_sentence(enabler(r)['about'])}"),
        f"{RESULT}.about.da",
        f"står også her: {ENABLER}.about.da",
    ),
    "a sector's question that is there already": (
        lambda r: enabler(r)["sectors"]["skole"]["questions"][0].update(
            da=f"  {enabler(r)['questions'][0]['da'].upper()}".strip()
        ),
        f"{ENABLER}.sectors.skole.questions[0].da",
        f"står også her: {ENABLER}.questions[0].da",
    ),
    "the same evidence twice": (
        lambda r: enabler(r)["evidence"][2].update(en=enabler(r)["evidence"][0]["en"]),
        f"{ENABLER}.evidence[2].en",
        f"står også her: {ENABLER}.evidence[0].en",
    ),
    "the same indicator twice": (
        lambda r: result(r)["indicators"][2]["name"].update(da=result(r)["indicators"][0]["name"]["da"]),
        f"{RESULT}.indicators[2].name.da",
        f"står også her: {RESULT}.indicators[0].name.da",
    ),
    "a hard guiding question": (
        lambda r: enabler(r)["questions"][0].update(da="Evaluerer medarbejderne dokumentationen?"),
        f"{ENABLER}.questions[0].da",
        "højst være 40",
    ),
    "a hard misunderstanding": (
        lambda r: enabler(r)["misunderstandings"][0].update(da="Udvikling kræver ledelsesopbakning."),
        f"{ENABLER}.misunderstandings[0].da",
        "højst være 50",
    ),
    "a link to an unknown word": (
        lambda r: [enabler(r)["evidence"][0].update(da="[[ord|Plan]] A", en="[[ord|Plan]] A")],
        f"{ENABLER}.evidence[0].da",
        "Ordlisten har ikke ordet »ord«",
    ),
    "a link in Danish alone": (
        lambda r: enabler(r)["evidence"][0].update(da="[[pdca|Plan]] A"),
        f"{ENABLER}.evidence[0].en",
        "linke til de samme ord",
    ),
    "a link to another word in English": (
        lambda r: enabler(r)["evidence"][0].update(da="[[pdca|Plan]] A", en="[[maal|Plan]] B"),
        f"{ENABLER}.evidence[0].en",
        "linke til de samme ord",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("plant", "place", "words"), POOR.values(), ids=POOR)
def test_a_poor_text_is_told_at_its_place_and_does_not_keep_the_package_from_use(
    plant: Plant, place: str, words: str
) -> None:
    raw = raw_complete(Guidance.FULL)
    plant(raw)
    found = {fault.column: say_in_danish(fault.message) for fault in examined(raw).faults}
    assert words in found.pop(place)
    assert set(found) <= {place.replace(".da", ".en")}  # an unknown word is unknown in both languages
    assert faults_in(written(raw), PACKAGES) == ()


def test_a_link_is_as_long_as_the_word_it_shows() -> None:
    raw = raw_complete(Guidance.FULL)
    enabler(raw)["evidence"][0].update(da=f"[[pdca|{'a' * 90}]]", en=f"[[pdca|{'b' * 90}]]")
    assert examined(raw) == Findings(())


def test_evidence_may_return_under_another_subcriterion() -> None:
    raw = raw_complete(Guidance.FULL)
    result(raw)["evidence"][0] = enabler(raw)["evidence"][0]
    assert examined(raw) == Findings(())


BROKEN: dict[str, tuple[Plant, str, str]] = {
    "a link in a name": (
        lambda r: enabler(r)["name"].update(da="Et [[maal|mål]]"),
        f"{ENABLER}.name.da",
        "ikke følge et link",
    ),
    "a link in the main question": (
        lambda r: enabler(r)["question"].update(en="Which [[maal|goal]]?"),
        f"{ENABLER}.question.en",
        "ikke følge et link",
    ),
    "a link in a step": (
        lambda r: r["scale"]["result"][0]["sentence"].update(da="Intet [[maal|mål]]."),
        "scale.result[0].sentence.da",
        "ikke følge et link",
    ),
    "a half link": (
        lambda r: enabler(r)["evidence"][0].update(da="Et [[maal|mål"),
        f"{ENABLER}.evidence[0].da",
        "skal skrives [[id|ordet",
    ),
    "an unknown goal": (
        lambda r: enabler(r).update(goals=["boern-2"]),
        f"{ENABLER}.goals[0]",
        "Målet »boern-2« kendes ikke",
    ),
}


@pytest.mark.parametrize(("plant", "place", "words"), BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_shown_keeps_the_package_from_use(plant: Plant, place: str, words: str) -> None:
    raw = raw_complete(Guidance.FULL)
    plant(raw)
    faults = [(fault.column, say_in_danish(fault.message)) for fault in faults_in(written(raw), PACKAGES)]
    assert [column for column, _ in faults] == [place]
    assert words in faults[0][1]


def test_goals_are_part_of_a_package_and_their_ids_are_their_own() -> None:
    raw = raw_complete(Guidance.SHORT)
    text = {"da": "Alle børn skal trives.", "en": "All children shall thrive."}
    goal = {"id": "b1", "code": "B1", "text": text, "owner": {"da": "A", "en": "B"}, "period": "2026-2029"}
    raw["goals"] = [goal]
    enabler(raw)["goals"] = ["b1"]
    package = decode(written(raw), PACKAGES)
    assert [each.code for each in package.goals] == ["B1"]
    raw["goals"] = [goal, goal]
    assert [fault.column for fault in faults_in(written(raw), PACKAGES)] == ["goals[1].id"]
