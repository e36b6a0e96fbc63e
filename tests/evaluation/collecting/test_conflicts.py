"""Two answers from one person: nothing is overwritten until somebody has chosen, and only what was chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.answering import sheet_of
from kvik_desktop.evaluation.collecting.conflicts import Comparison, compare, keep_chosen
from kvik_desktop.evaluation.collecting.incoming import Incoming
from kvik_desktop.evaluation.collecting.taking_in import Verdict, receive, take_in
from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from tests.journey import Journey

FILLED = datetime(2026, 11, 1, 20, 0, tzinfo=UTC)


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """Bo has answered two questions on the laptop."""
    journey = Journey(tmp_path, clock).gather_people()
    journey.answer("Bo", "k1.1", 3, strength=("Vi lytter",)).answer("Bo", "k1.2", 2)
    yield journey
    journey.file.close()


def given(subcriterion: str, score: int | None, **texts: tuple[str, ...]) -> NewAnswer:
    return NewAnswer(subcriterion, Rating(score), {StatementKind(kind): each for kind, each in texts.items()})


def form(journey: Journey, *answers: NewAnswer, model: str | None = None) -> Incoming:
    return Incoming(journey.people["Bo"], answers, Way.PDF_FORM, "Bo.pdf", FILLED, model)


def compared(journey: Journey, *answers: NewAnswer, model: str | None = None) -> Comparison:
    return journey.file.ask(compare, journey.id, form(journey, *answers, model=model))


def scores(journey: Journey) -> dict[str, tuple[int | None, Way]]:
    own = journey.file.ask(evaluations.own_answers, journey.id, journey.people["Bo"])
    return {each.subcriterion: (each.score, each.way) for each in own.answers}


def table(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.write_text("\n".join(["deltager;delkriterium;score", *lines]) + "\n", encoding="utf-8")
    return path


def test_what_lies_here_and_what_comes_stand_side_by_side(journey: Journey) -> None:
    found = compared(journey, given("k1.1", 5), given("k1.2", 2), given("k2.1", 4))
    [point] = found.points
    assert (point.subcriterion, point.here.rating.score, point.comes.rating.score) == ("k1.1", 3, 5)
    assert (point.way_here, found.incoming.way) == (Way.LAPTOP, Way.PDF_FORM)
    assert point.comes.texts[StatementKind.STRENGTH] == ("Vi lytter",), "the form asks for no texts"
    assert (found.fresh, found.alike, found.unknown) == (("k2.1",), 1, ())
    assert found.needs_choice


def test_only_what_is_chosen_is_kept_and_marked_with_its_way(journey: Journey) -> None:
    found = compared(journey, given("k1.1", 5), given("k1.2", 0), given("k2.1", 4))
    assert journey.file.do(keep_chosen, journey.id, found, {"k1.2", "k2.1"}).value == 2
    after = {"k1.1": (3, Way.LAPTOP), "k1.2": (0, Way.PDF_FORM), "k2.1": (4, Way.PDF_FORM)}
    assert scores(journey) == after
    journey.file.undo()
    assert scores(journey) == {"k1.1": (3, Way.LAPTOP), "k1.2": (2, Way.LAPTOP)}
    journey.file.redo()
    assert scores(journey) == after


def test_choosing_what_lies_here_changes_nothing(journey: Journey) -> None:
    before = journey.file.ask(sheet_of, journey.id, journey.people["Bo"])
    found = compared(journey, given("k1.1", 5))
    assert journey.file.do(keep_chosen, journey.id, found, ()).value == 0
    assert journey.file.ask(sheet_of, journey.id, journey.people["Bo"]) == before


def test_a_choice_between_answers_that_have_changed_since_is_refused(journey: Journey) -> None:
    found = compared(journey, given("k1.1", 5))
    journey.answer("Bo", "k1.1", 4)
    with pytest.raises(Problem, match="E_CONFLICT"):
        journey.file.do(keep_chosen, journey.id, found, found.everything)
    assert scores(journey)["k1.1"] == (4, Way.LAPTOP)
    with pytest.raises(ValueError, match=r"k9\.9"):
        journey.file.do(keep_chosen, journey.id, found, {"k9.9"})


def test_what_is_left_blank_in_a_form_never_comes_in(journey: Journey) -> None:
    blank = NewAnswer("k1.1", Rating(), dict.fromkeys(StatementKind, ()), later=True)
    found = compared(journey, blank, given("k2.1", None))
    assert not found.needs_choice
    assert found.everything == {"k2.1"}
    assert compared(journey, given("k1.1", None)).needs_choice, "cannot judge is an answer"


def test_a_form_of_another_model_waits_and_says_what_has_no_place_any_more(journey: Journey) -> None:
    found = compared(journey, given("k2.1", 4), given("k9.9", 1), given("k2.2", 77), model="0" * 64)
    assert found.is_older_form and found.needs_choice
    assert (found.fresh, found.unknown) == (("k2.1",), ("k9.9", "k2.2"))
    taken = journey.file.do(receive, journey.id, [found.incoming]).value
    assert (taken.people, taken.answers, len(taken.waiting)) == (0, 0, 1)
    assert "k2.1" not in scores(journey)
    journey.file.do(keep_chosen, journey.id, found, found.everything)
    assert scores(journey)["k2.1"] == (4, Way.PDF_FORM)
    assert compared(journey, given("k2.2", 77)).needs_choice, "nothing is left out silently"
    same = replace(found.incoming, model=journey.package.sha256)
    assert not journey.file.ask(compare, journey.id, same).is_older_form


def test_a_person_can_go_from_one_way_to_another(journey: Journey) -> None:
    taken = journey.file.do(receive, journey.id, [form(journey, given("k2.1", 4))]).value
    assert (taken.people, taken.answers, taken.waiting) == (1, 1, ())
    assert scores(journey)["k2.1"] == (4, Way.PDF_FORM)


def test_of_one_table_those_who_differ_wait_and_the_others_are_kept(journey: Journey, tmp_path: Path) -> None:
    source = table(tmp_path, "to.csv", "Bo;k1.1;5", "Eva;k1.1;4")
    (verdict,) = take_in(journey.file, journey.id, [source])
    assert (verdict.taken.people, verdict.taken.answers, verdict.problem) == (1, 1, None)
    assert [each.incoming.participant for each in verdict.taken.waiting] == [journey.people["Bo"]]
    assert scores(journey)["k1.1"] == (3, Way.LAPTOP)
    assert "Vi lytter" not in repr(verdict), "a verdict in the log tells no answer"


def test_the_second_of_two_files_from_one_person_waits(journey: Journey, tmp_path: Path) -> None:
    first, again, other = (
        table(tmp_path, f"{name}.csv", f"Eva;k1.1;{score}")
        for name, score in (("en", 1), ("kopi", 1), ("to", 2))
    )
    verdicts = take_in(journey.file, journey.id, [first, again, other])
    told = [(each.taken.answers, each.taken.alike, len(each.taken.waiting)) for each in verdicts]
    assert told == [(1, 0, 0), (0, 1, 0), (0, 0, 1)]


def test_after_the_reveal_a_file_is_refused_unread_with_a_way_on(journey: Journey, tmp_path: Path) -> None:
    found = compared(journey, given("k1.1", 5))
    journey.reveal()
    late: Verdict
    (late,) = take_in(journey.file, journey.id, [tmp_path / "findes-ikke.csv"])
    assert late.problem is not None and late.problem.code == "E_REVEALED"
    assert "ny runde" in Translator()(late.problem.action)
    with pytest.raises(Problem, match="E_REVEALED"):
        journey.file.do(keep_chosen, journey.id, found, found.everything)


def test_what_one_side_leaves_empty_is_no_conflict(journey: Journey) -> None:
    """Words on the laptop and the figure in the form, or the other way round, are one answer."""
    words = NewAnswer("k2.1", Rating(), {StatementKind.IDEA: ("Fælles uge",)}, later=True)
    journey.file.do(evaluations.answer, journey.id, journey.people["Bo"], [words], Way.LAPTOP)
    empty = dict.fromkeys(StatementKind, ())
    more_words = NewAnswer("k1.2", Rating(), {**empty, StatementKind.AREA: ("Mere tid",)}, later=True)
    came = [NewAnswer("k2.1", Rating(4), empty), more_words, NewAnswer("k1.1", Rating(3), empty)]
    found = compared(journey, *came)
    assert not found.needs_choice
    assert (found.fresh, found.alike) == (("k1.2", "k2.1"), 1)
    journey.file.do(receive, journey.id, [found.incoming])
    sheet = journey.file.ask(sheet_of, journey.id, journey.people["Bo"])
    assert sheet is not None
    assert (sheet.of("k2.1").rating, sheet.of("k2.1").texts[StatementKind.IDEA]) == (
        Rating(4),
        ("Fælles uge",),
    )
    assert (sheet.of("k1.2").rating, sheet.of("k1.2").texts[StatementKind.AREA]) == (Rating(2), ("Mere tid",))


@pytest.mark.parametrize(
    ("here", "comes", "needs_choice"),
    [
        (Rating(plan=40), Rating(do=20), False),
        (Rating(plan=40), Rating(plan=40, do=20), False),
        (Rating(plan=40, do=20), Rating(plan=40), False),
        (Rating(plan=40), Rating(plan=41, do=20), True),
        (Rating(plan=40), Rating(), True),
        (Rating(), Rating(plan=40), True),
        (Rating(), Rating(), False),
    ],
)
def test_phases_are_filled_in_and_cannot_judge_is_an_answer(
    tmp_path: Path, clock: FixedClock, here: Rating, comes: Rating, needs_choice: bool
) -> None:
    (tmp_path / "fin").mkdir()
    fine = Journey(tmp_path / "fin", clock, "kvik", Method.FINE).gather_people()
    bo = fine.people["Bo"]
    fine.file.do(evaluations.answer, fine.id, bo, [NewAnswer("1.1", here, {})], Way.LAPTOP)
    came = Incoming(bo, (NewAnswer("1.1", comes, {}),), Way.PDF_FORM, "Bo.pdf")
    assert fine.file.ask(compare, fine.id, came).needs_choice is needs_choice
    fine.file.do(receive, fine.id, [came])
    sheet = fine.file.ask(sheet_of, fine.id, bo)
    assert sheet is not None
    both = here.phases if needs_choice else here.phases | comes.phases
    assert sheet.of("1.1").rating.phases == both
    fine.file.close()
