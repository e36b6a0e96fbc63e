"""Pages and slips of a further round as real files: made, answered, taken in, refused when stale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.answer_page import usecases as answer_pages
from kvik_desktop.evaluation.collecting.answer_page.page import PageContent
from kvik_desktop.evaluation.collecting.further_rounds import Asked
from kvik_desktop.evaluation.collecting.handing_out import write_forms, write_pages
from kvik_desktop.evaluation.collecting.taking_in import Outcome, Verdict
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.workshop import round_files, rounds
from tests.evaluation.collecting.answer_page.filled import as_bytes, open_file, sealed_file, sheet
from tests.journey import PEOPLE, Journey

SUB = "3.3"


class Ticking:
    """A clock that goes on by a second each time it is looked at."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """Everybody has answered 77, and a second round of 3.3 is open."""
    found = Journey(tmp_path, Ticking(clock.at), "kvik", Method.CLASSICAL).gather_people()
    found.answer_all(dict.fromkeys(PEOPLE, 77)).reveal()
    found.file.do(rounds.open_round, found.id, SUB)
    yield found
    found.file.close()


def content(journey: Journey, name: str) -> PageContent:
    """What somebody's page of the open round is made of."""
    opened = journey.file.ask(rounds.open_round_of, journey.id, SUB)
    asked = Asked(SUB, opened.number, opened.opened)
    journey.file.do(answer_pages.prepare_round, journey.id)
    return dict(journey.file.ask(answer_pages.contents, journey.id, asked.about))[journey.people[name]]


def sent(journey: Journey, name: str, score: int | None = 45, *, sealed: bool = True) -> Path:
    """The file that somebody sends back: as the page makes it, or open."""
    made = content(journey, name)
    filled = sheet(made, {SUB: {"score": score}})
    own = type(filled)(filled.token, filled.saved, tuple(a for a in filled.answers if a.subcriterion == SUB))
    path = journey.path.parent / f"svar-{name}.kviksvar"
    path.write_bytes(as_bytes(sealed_file(made, own) if sealed else open_file(made, own)))
    return path


def take_in(journey: Journey, *paths: Path) -> list[Verdict]:
    return list(round_files.take_in(journey.file, journey.id, paths))


def code(journey: Journey, path: Path) -> str:
    [verdict] = take_in(journey, path)
    assert verdict.problem is not None
    assert Translator()(verdict.problem.action)
    return verdict.problem.code


def second(journey: Journey, name: str) -> Rating | None:
    own = journey.file.ask(evaluations.own_answers, journey.id, journey.people[name]).answers
    return next((each.rating for each in own if each.round == 2), None)


def test_everybody_gets_a_page_with_the_one_question_and_no_old_score(
    journey: Journey, tmp_path: Path
) -> None:
    folder = tmp_path / "sider"
    folder.mkdir()
    assert round_files.write_pages(journey.file, journey.id, SUB, folder, Translator()) == 5
    pages = sorted(path.name for path in folder.iterdir())
    assert pages[0] == "Runde 2 3.3 Anna.html"
    text = (folder / pages[0]).read_text(encoding="utf-8")
    assert set(re.findall(r'"id":"(\d\.\d)"', text)) == {SUB}
    assert "Runde 2: din vurdering" in text
    assert "77" not in re.sub(
        r'"(token|public|sha256|evaluation)":"[^"]*"|sha256-[^\']*', "", text.partition("<body>")[2]
    )
    assert round_files.write_pages(journey.file, journey.id, SUB, folder, Translator()) == 5
    assert len(list(folder.iterdir())) == 10, "no file is written over"


@pytest.mark.parametrize("sealed", [True, False])
def test_a_file_that_comes_back_is_kept_in_its_round(journey: Journey, sealed: bool) -> None:
    [verdict] = take_in(journey, sent(journey, "Bo", 45, sealed=sealed))
    assert (verdict.outcome, verdict.taken.people, verdict.taken.answers) == (Outcome.TAKEN_IN, 1, 1)
    assert second(journey, "Bo") == Rating(45)


def test_the_same_again_is_alike_and_another_takes_its_place(journey: Journey) -> None:
    files = [sent(journey, "Bo", 45)]
    assert [each.outcome for each in take_in(journey, *files)] == [Outcome.TAKEN_IN]
    assert [each.outcome for each in take_in(journey, *files)] == [Outcome.ALIKE]
    assert [each.outcome for each in take_in(journey, sent(journey, "Bo", None))] == [Outcome.TAKEN_IN]
    assert second(journey, "Bo") == Rating()


def test_one_bad_file_stops_no_other(journey: Journey, tmp_path: Path) -> None:
    bad = tmp_path / "a.kviksvar"
    bad.write_bytes(b"{")
    verdicts = take_in(journey, bad, sent(journey, "Carla"))
    assert [each.outcome for each in verdicts] == [Outcome.REFUSED, Outcome.TAKEN_IN]


def test_a_page_of_a_round_that_was_given_up_is_refused_also_when_one_is_opened_anew(
    journey: Journey,
) -> None:
    stale = sent(journey, "Bo")
    journey.file.do(rounds.cancel_round, journey.id, SUB)
    assert code(journey, stale) == "E_ROUND_OVER"
    journey.file.do(rounds.open_round, journey.id, SUB)
    assert code(journey, stale) == "E_ROUND_OVER"
    assert second(journey, "Bo") is None
    assert [each.outcome for each in take_in(journey, sent(journey, "Bo"))] == [Outcome.TAKEN_IN]


def test_a_round_given_up_by_mistake_takes_its_pages_again_after_undo(journey: Journey) -> None:
    path = sent(journey, "Bo")
    journey.file.do(rounds.cancel_round, journey.id, SUB)
    journey.file.undo()
    assert [each.outcome for each in take_in(journey, path)] == [Outcome.TAKEN_IN]


def test_a_page_that_comes_when_the_round_is_closed_is_refused_with_a_way_on(journey: Journey) -> None:
    late = sent(journey, "Bo")
    take_in(journey, sent(journey, "Carla"))
    journey.file.do(rounds.close_round, journey.id, SUB, "Anna")
    [verdict] = take_in(journey, late)
    assert verdict.problem is not None
    said = Translator()(verdict.problem.message)
    assert said == "svar-Bo.kviksvar hører til runde 2 for 3.3, som ikke er åben længere."
    assert "ny runde" in Translator()(verdict.problem.action)


def test_a_sheet_of_the_individual_assessment_is_no_answer_to_a_round(
    tmp_path: Path, clock: FixedClock
) -> None:
    """Else somebody's first answer, late by mail, would be their second."""
    journey = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()
    journey.answer_all(dict.fromkeys(PEOPLE, 77))
    write_pages(journey.file, journey.id, tmp_path, Translator())
    made = dict(journey.file.ask(answer_pages.contents, journey.id))[journey.people["Bo"]]
    [form] = journey.file.ask(write_forms, journey.id, tmp_path, Translator(), [journey.people["Bo"]])
    late = tmp_path / "svar-Bo.kviksvar"
    late.write_bytes(as_bytes(sealed_file(made, sheet(made, {SUB: {"score": 20}}))))
    journey.reveal()
    journey.file.do(rounds.open_round, journey.id, SUB)
    assert [code(journey, path) for path in (late, form.path)] == ["E_ANSWER_LATE", "E_ANSWER_LATE"]
    assert second(journey, "Bo") is None
    journey.file.close()


def test_a_file_for_another_round_that_is_open_finds_its_own(journey: Journey, tmp_path: Path) -> None:
    path = sent(journey, "Bo")
    journey.file.do(rounds.open_round, journey.id, "1.1")
    table = tmp_path / "svar.csv"
    table.write_text("participant;subcriterion;score\nAnna;1.1;20\n", encoding="utf-8")
    assert [each.outcome for each in take_in(journey, path, table)] == [Outcome.TAKEN_IN] * 2
    own = journey.file.ask(evaluations.own_answers, journey.id, journey.people["Anna"]).answers
    assert [each.rating for each in own if (each.subcriterion, each.round) == ("1.1", 2)] == [Rating(20)]


def test_what_was_made_cannot_be_undone_from_under_those_who_have_it(
    journey: Journey, tmp_path: Path
) -> None:
    round_files.write_pages(journey.file, journey.id, SUB, tmp_path, Translator())
    assert journey.file.undo_label is None
    with pytest.raises(Problem, match="E_ROUND"):
        round_files.write_pages(journey.file, journey.id, "1.1", tmp_path, Translator())


@pytest.mark.parametrize("method", list(Method))
def test_slips_are_several_to_a_page_with_name_and_question_and_no_old_score(
    tmp_path: Path, clock: FixedClock, method: Method
) -> None:
    journey = Journey(tmp_path, clock, "kvik", method).gather_people()
    journey.answer_all(dict.fromkeys(PEOPLE, 3)).reveal()
    journey.file.do(rounds.open_round, journey.id, SUB)
    out = tmp_path / "sedler.pdf"
    journey.file.ask(round_files.write_slips, journey.id, SUB, out, Translator())
    pages = [page.extract_text() for page in PdfReader(BytesIO(out.read_bytes())).pages]
    text = "\n".join(pages)
    assert len(PEOPLE) / len(pages) > 1
    assert [text.splitlines().count(name) for name in PEOPLE] == [1] * 5
    assert text.count("3.3 Inddragelse og trivsel") == text.count("Runde 2") == 5
    assert "Styrker" not in text
    journey.file.close()
