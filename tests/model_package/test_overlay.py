"""An overlay makes a package of its own: everything it adds is there, nothing else is changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.glossary import shipped_glossary
from kvik_desktop.model_package.model import Method, ModelPackage, Sector, SectorGuidance
from kvik_desktop.model_package.overlay import (
    Overlay,
    apply,
    check,
    decode,
    faults_in,
    load,
    require_sector,
)
from kvik_desktop.model_package.reading import decode as decode_package
from kvik_desktop.model_package.reading import from_content
from kvik_desktop.model_package.scoring import compared, score
from kvik_desktop.model_package.standards import shipped_crosswalks, touched
from tests.model_package.material import KORT, KVIK, PACKAGES, RESOURCES, sheets

Raw = dict[str, Any]
FJORDBY = RESOURCES.path("modelpakker", "eksempel", "fjordby-tillaeg.json")
SOURCE = FJORDBY.read_bytes()
WORDS = shipped_glossary(RESOURCES).by_id
say_in_danish = Translator("da")


def written(raw: Raw) -> bytes:
    return json.dumps(raw, ensure_ascii=False, indent=2).encode()


def changed(*known: ModelPackage, **fields: object) -> Overlay:
    return decode(written(json.loads(SOURCE) | fields), (*PACKAGES, *known))


def fjordby(**fields: object) -> ModelPackage:
    return apply(KVIK, changed(**fields), PACKAGES)


def for_all() -> ModelPackage:
    """The example as it would be for every sector."""
    raw = json.loads(SOURCE)
    del raw["sector"]
    return apply(KVIK, decode(written(raw), PACKAGES), PACKAGES)


def test_the_example_is_without_faults_and_laid_out_for_people() -> None:
    assert check(SOURCE, PACKAGES, WORDS) == ()
    assert written(json.loads(SOURCE)) + b"\n" == SOURCE


def test_the_package_has_the_overlays_name_version_and_goals() -> None:
    package = fjordby()
    assert (package.id, package.version) == ("kvik-fjordby", "2027.1")
    assert package.name.da == "KVIK (CAF 2020) + Fjordbys tillæg for dagtilbud"
    assert package.source.en.startswith(KVIK.source.en)
    assert [goal.code for goal in package.goals] == ["B2", "B4", "K1"]
    assert package.subcriterion("1.1").goals == ("sprog",)
    assert package.sha256 == fjordby().sha256 != KVIK.sha256


def test_the_phases_of_an_action_are_the_overlays_where_it_has_any() -> None:
    assert KVIK.phases == fjordby().phases == ()
    phases = [{"da": "Mobilisering", "en": "Mobilising"}, {"da": "Konsolidering", "en": "Consolidating"}]
    package = fjordby(phases=phases)
    assert [phase.da for phase in package.phases] == ["Mobilisering", "Konsolidering"]
    assert from_content(package.content, package.sha256) == package
    alone = json.loads(SOURCE) | {"phases": phases, "subcriteria": {}, "goals": []}
    assert check(written(alone), PACKAGES) == ()


def test_an_overlay_for_a_sector_adds_to_that_sectors_guidance_alone() -> None:
    package = fjordby()
    before = KVIK.subcriterion("6.2").sectors.get(Sector.DAYCARE, SectorGuidance())
    after = package.subcriterion("6.2").sectors[Sector.DAYCARE]
    assert after.questions[: len(before.questions)] == before.questions
    assert after.questions[-1].da.startswith("Hvor mange af de børn")
    assert after.indicators[-1].unit.en == "per cent of the oldest children"
    assert package.subcriterion("6.2").questions == KVIK.subcriterion("6.2").questions
    assert package.subcriterion("6.1").sectors == KVIK.subcriterion("6.1").sectors


def test_an_overlay_for_all_adds_to_the_subcriterion_itself() -> None:
    added = for_all().subcriterion("3.1")
    assert added.questions == (*KVIK.subcriterion("3.1").questions, added.questions[-1])
    assert added.evidence[-1].en == "Rotas from the past three months"
    assert added.sectors == KVIK.subcriterion("3.1").sectors


def test_the_model_itself_is_untouched_where_nothing_is_added() -> None:
    package = fjordby()
    for before, after in zip(KVIK.subcriteria(), package.subcriteria(), strict=True):
        assert (before.id, before.name, before.question, before.about) == (
            after.id,
            after.name,
            after.question,
            after.about,
        )
    assert (package.scale, package.methods) == (KVIK.scale, KVIK.methods)


@pytest.mark.parametrize("package", [fjordby(), for_all()])
def test_the_result_is_a_package_like_any_other(package: ModelPackage) -> None:
    assert from_content(package.content, package.sha256) == package
    assert decode_package(package.content, PACKAGES) == package


@settings(max_examples=30, deadline=None)
@given(sheets(KVIK, Method.CLASSICAL))
def test_it_compares_with_the_model_it_extends_by_the_very_same_figures(ratings: Any) -> None:
    with_overlay = score(fjordby(), Method.CLASSICAL, ratings)
    assert compared(fjordby(), with_overlay) == score(KVIK, Method.CLASSICAL, ratings).criteria


def test_an_overlay_over_the_short_edition_still_compares_with_the_full_one() -> None:
    raw = json.loads(SOURCE) | {"id": "kort-fjordby", "extends": {"id": "kvik-kort", "version": KORT.version}}
    raw["subcriteria"] = {"k1.1": raw["subcriteria"]["1.1"]}
    package = apply(KORT, decode(written(raw), PACKAGES), PACKAGES)
    assert package.compared_with == "kvik"
    assert [sub.covers for sub in package.subcriteria()] == [sub.covers for sub in KORT.subcriteria()]


def test_over_a_package_of_ones_own_there_is_nobody_to_compare_with() -> None:
    own = decode_package(written(json.loads(KVIK.content) | {"id": "egen"}), PACKAGES)
    overlay = changed(own, extends={"id": "egen", "version": own.version})
    package = apply(own, overlay, PACKAGES)
    assert package.compared_with is None
    assert decode_package(package.content, PACKAGES) == package


def test_standards_are_found_through_the_model_it_extends() -> None:
    (crosswalk,) = shipped_crosswalks(RESOURCES)
    assert [touched(each, fjordby()) for each in crosswalk.standards] == [
        touched(each, KVIK) for each in crosswalk.standards
    ]


def test_an_overlay_is_laid_over_the_very_edition_it_was_made_for() -> None:
    with pytest.raises(Problem) as caught:
        apply(KORT, changed(), PACKAGES)
    assert caught.value.code == "E_OVERLAY"
    wanted = f"er lavet til kvik {KVIK.version} og ikke til kvik-kort {KORT.version}."
    assert say_in_danish(caught.value.message).endswith(wanted)


def test_an_overlay_for_a_sector_is_for_that_sector() -> None:
    require_sector(changed(), Sector.DAYCARE)
    with pytest.raises(Problem) as caught:
        require_sector(changed(), Sector.SCHOOL)
    assert caught.value.code == "E_OVERLAY"


def one(raw: Raw) -> Raw:
    found: Raw = raw["subcriteria"]["1.1"]
    return found


PLANTED: dict[str, tuple[Callable[[Raw], object], str | None, str]] = {
    "an id that is taken": (lambda r: r.update(id="kvik"), "id", "Giv tillægget et andet"),
    "an unknown model": (
        lambda r: r["extends"].update(id="kvick"),
        "extends",
        f"Kendte udgaver: kvik {KVIK.version}, kvik-kort {KORT.version}",
    ),
    "another edition of the model": (lambda r: r["extends"].update(version="0.9"), "extends", "kendes ikke"),
    "an unknown subcriterion": (
        lambda r: r["subcriteria"].update({"1.9": one(r)}),
        "subcriteria.1.9",
        "»1.9« findes ikke i kvik",
    ),
    "a subcriterion of wrong form": (
        lambda r: r["subcriteria"].update({"et": one(r)}),
        "subcriteria.et",
        "»et«",
    ),
    "an unknown goal": (lambda r: one(r).update(goals=["x"]), "subcriteria.1.1.goals[0]", "Målet »x«"),
    "a goal twice": (lambda r: r["goals"].append(r["goals"][0]), "goals[3].id", "allerede brugt"),
    "a goal without a period": (lambda r: r["goals"][0].pop("period"), "goals[0]", "period mangler"),
    "nothing at all": (lambda r: r.update(goals=[], subcriteria={}), None, "tilføjer ikke noget"),
    "an unknown sector": (lambda r: r.update(sector="bank"), "sector", "et af disse ord"),
    "an unknown field": (lambda r: one(r).update(weight=2), "subcriteria.1.1.weight", "kendes ikke"),
    "a link in a goal": (
        lambda r: r["goals"][0]["text"].update(en="See [[maal|goal]]."),
        "goals[0].text.en",
        "ikke følge et link",
    ),
    "no English": (
        lambda r: one(r)["questions"][0].pop("en"),
        "subcriteria.1.1.questions[0]",
        "engelske tekst mangler",
    ),
}  # fmt: skip
POOR: dict[str, tuple[Callable[[Raw], object], str, str]] = {
    "a hard question": (
        lambda r: one(r)["questions"][0].update(da="Hvordan evaluerer medarbejderne dokumentationen?"),
        "subcriteria.1.1.questions[0].da",
        "højst være 40",
    ),
    "a long piece of evidence": (
        lambda r: one(r)["evidence"][0].update(en="e" * 91),
        "subcriteria.1.1.evidence[0].en",
        "plads til 90",
    ),
    "a name that has no room behind the model's": (
        lambda r: r["name"].update(en="n" * 43),
        "name.en",
        "plads til 42 tegn",
    ),
    "a link to an unknown word": (
        lambda r: one(r)["evidence"][0].update(da="[[x|Plan]]", en="A plan"),
        "subcriteria.1.1.evidence[0].da",
        "ikke ordet »x«",
    ),
}


@pytest.mark.parametrize(("plant", "place", "words"), PLANTED.values(), ids=PLANTED)
def test_a_fault_keeps_the_overlay_from_use(
    plant: Callable[[Raw], object], place: str | None, words: str, tmp_path: Path
) -> None:
    raw = json.loads(SOURCE)
    plant(raw)
    path = tmp_path / "tillaeg.json"
    path.write_bytes(written(raw))
    with pytest.raises(Problem) as caught:
        load(path, PACKAGES)
    assert caught.value.code == "E_MODEL"
    assert words in {each.column: say_in_danish(each.message) for each in caught.value.details}[place]


@pytest.mark.parametrize(("plant", "place", "words"), POOR.values(), ids=POOR)
def test_a_poor_text_is_told_and_does_not_keep_the_overlay_from_use(
    plant: Callable[[Raw], object], place: str, words: str
) -> None:
    raw = json.loads(SOURCE)
    plant(raw)
    told = {each.column: say_in_danish(each.message) for each in check(written(raw), PACKAGES, WORDS)}
    assert words in told[place]
    assert faults_in(written(raw), PACKAGES) == ()


def test_a_goal_the_model_has_already_cannot_be_added_again() -> None:
    base = fjordby()
    raw = json.loads(SOURCE) | {"id": "igen", "extends": {"id": base.id, "version": base.version}}
    taken = [fault.column for fault in faults_in(written(raw), (*PACKAGES, base))]
    assert taken == ["goals[0].id", "goals[1].id", "goals[2].id"]
    more = json.loads(SOURCE) | {"id": "igen", "extends": raw["extends"], "goals": []}
    again = apply(base, decode(written(more), (*PACKAGES, base)), PACKAGES)
    assert again.subcriterion("1.1").goals == ("sprog",)
    assert again.compared_with == "kvik"
