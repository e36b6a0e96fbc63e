"""The same three answers travel by every way, and by several at once, and give the same figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

import pytest

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.answering import sheet_of
from kvik_desktop.evaluation.collecting.paper.entering import CANNOT_JUDGE, Entering
from kvik_desktop.evaluation.collecting.paper.keeping import keep_typed
from kvik_desktop.evaluation.collecting.sheets.content import number_keys
from kvik_desktop.evaluation.collecting.taking_in import Outcome, take_in
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.workshop import usecases as meeting
from tests.evaluation.collecting.answer_page.filled import as_bytes, prepared, sealed_file, sheet
from tests.evaluation.collecting.pdf_form.filling import filled, form_of, laid, values
from tests.journey import Journey

THREE = ("Bo", "Carla", "Eva")
MODELS = [("kvik-kort", Method.SCALE5), ("kvik", Method.CLASSICAL), ("kvik", Method.FINE)]
Given = tuple[NewAnswer, ...]


def answers(package: ModelPackage, method: Method, seed: int) -> Given:
    """A whole sheet, and every seventh or so of its questions cannot be judged."""
    return tuple(
        NewAnswer(sub.id, _rating(package, method, sub.id, at * (seed + 1)), {})
        for at, sub in enumerate(package.subcriteria(), start=seed)
    )


def _rating(package: ModelPackage, method: Method, name: str, number: int) -> Rating:
    if number % 7 == 6:
        return Rating()
    keys = number_keys(package.block_of(name), method)
    return Rating(**{key: (number * 13 + at) % (method.top + 1) for at, key in enumerate(keys)})


def by_page(journey: Journey, name: str, given: Given, folder: Path) -> None:
    content = prepared(journey)[name]
    path = folder / f"{name}.kviksvar"
    fields = {each.subcriterion: asdict(each.rating) for each in given}
    path.write_bytes(as_bytes(sealed_file(content, sheet(content, fields))))
    taken(journey, path)


def by_form(journey: Journey, name: str, given: Given, folder: Path) -> None:
    taken(journey, laid(folder, filled(form_of(journey, name), values(given)), f"{name}.pdf"))


def by_paper(journey: Journey, name: str, given: Given, _folder: Path) -> None:
    entering = Entering(journey.package, journey.method)
    for key in keys(journey, given):
        entering, answer = entering.enter() if key == "\n" else entering.key(key)
        if answer is not None:
            kept = journey.file.do(keep_typed, journey.id, journey.people[name], answer)
            assert kept.value is None
    journey.file.do(evaluations.submit, journey.id, journey.people[name])


def keys(journey: Journey, given: Given) -> str:
    """What is typed: every number and Enter, and `-` once for a question that cannot be judged."""
    typed = ""
    for each in given:
        numbers = [getattr(each.rating, key) for key in part(journey, each.subcriterion)]
        whole = [CANNOT_JUDGE] if each.rating.is_empty else [str(number) for number in numbers]
        typed += "".join(f"{number}\n" for number in whole)
    return typed


def part(journey: Journey, name: str) -> tuple[str, ...]:
    return number_keys(journey.package.block_of(name), journey.method)


def by_laptop(journey: Journey, name: str, given: Given, _folder: Path) -> None:
    for each in given:
        journey.file.do(evaluations.answer, journey.id, journey.people[name], [each], Way.LAPTOP)
    journey.file.do(evaluations.submit, journey.id, journey.people[name])


def by_table(journey: Journey, name: str, given: Given, folder: Path) -> None:
    columns = [
        key for key in asdict(Rating()) if any(getattr(each.rating, key) is not None for each in given)
    ]
    lines = [
        ";".join([name, each.subcriterion, *(_cell(getattr(each.rating, key)) for key in columns)])
        for each in given
    ]
    path = folder / f"{name}.csv"
    path.write_text("\n".join([";".join(["deltager", "delkriterium", *columns]), *lines]), encoding="utf-8")
    taken(journey, path)


def _cell(number: int | None) -> str:
    return "" if number is None else str(number)


def taken(journey: Journey, path: Path) -> None:
    (verdict,) = take_in(journey.file, journey.id, [path])
    assert (verdict.outcome, verdict.taken.drafts) == (Outcome.TAKEN_IN, ())


Travel = Callable[[Journey, str, Given, Path], None]
TRAVELS: Mapping[Way, Travel] = {
    Way.ANSWER_PAGE: by_page,
    Way.PDF_FORM: by_form,
    Way.PAPER: by_paper,
    Way.LAPTOP: by_laptop,
    Way.TABLE: by_table,
}


def figures(folder: Path, clock: FixedClock, model: tuple[str, Method], ways: Mapping[str, Way]) -> object:
    """All that the meeting reckons with, when each of the three has travelled by their way."""
    folder.mkdir()
    journey = Journey(folder, clock, *model).gather_people()
    for seed, name in enumerate(THREE):
        TRAVELS[ways[name]](journey, name, answers(journey.package, journey.method, seed), folder)
        own = journey.file.ask(evaluations.own_answers, journey.id, journey.people[name])
        assert {each.way for each in own.answers} == {ways[name]}
        assert own.sets[0].submitted is not None
    journey.reveal()
    revealed = journey.file.ask(evaluations.revealed_scores, journey.id)
    told = sorted((each.subcriterion, repr(each.rating), each.later) for each in revealed)
    items = journey.file.ask(meeting.items, journey.id)
    spreads = [(each.subcriterion, each.latest.spread, each.latest.flag) for each in items]
    suggested = journey.file.ask(meeting.suggestions, journey.id)
    journey.file.close()
    return told, spreads, suggested


@pytest.mark.parametrize("model", MODELS)
def test_three_filled_answers_give_the_same_figures_by_every_way(
    tmp_path: Path, clock: FixedClock, model: tuple[str, Method]
) -> None:
    mixed = dict(zip(THREE, (Way.ANSWER_PAGE, Way.PDF_FORM, Way.PAPER), strict=True))
    found = {way: figures(tmp_path / way.value, clock, model, dict.fromkeys(THREE, way)) for way in TRAVELS}
    first = found[Way.LAPTOP]
    assert all(each == first for each in found.values())
    assert figures(tmp_path / "blandet", clock, model, mixed) == first


def test_a_person_changes_way_midway_and_each_answer_keeps_its_own(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    given = answers(journey.package, journey.method, 1)
    for each in given[:10]:
        journey.file.do(evaluations.answer, journey.id, journey.people["Bo"], [each], Way.LAPTOP)
    by_form(journey, "Bo", given[10:], tmp_path)
    own = journey.file.ask(evaluations.own_answers, journey.id, journey.people["Bo"])
    ways = {each.subcriterion: each.way for each in own.answers}
    assert [ways[name] for name in journey.subcriteria] == [Way.LAPTOP] * 10 + [Way.PDF_FORM] * 10
    found = journey.file.ask(sheet_of, journey.id, journey.people["Bo"])
    assert found is not None
    assert [found.of(each.subcriterion).rating for each in given] == [each.rating for each in given]
    assert own.sets[0].submitted is not None
    journey.file.close()
