"""The page of a further round in a real browser: one question, answered by keyboard, sealed and taken in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.taking_in import Outcome
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import LANGUAGES, Language, Translator
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.workshop import round_files, rounds
from tests import axe
from tests.browser import Browser, Chromium, running
from tests.evaluation.collecting.answer_page.pages import click, complaints
from tests.journey import PEOPLE, Journey


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    with running(tmp_path_factory.mktemp("chromium")) as found:
        yield found


@pytest.fixture
def browser(chromium: Chromium, tmp_path: Path) -> Iterator[Browser]:
    tab = Browser(chromium, tmp_path / "hentet")
    yield tab
    tab.leave()


def page_of(journey: Journey, folder: Path, language: Language = "da") -> Path:
    folder.mkdir()
    round_files.write_pages(journey.file, journey.id, "3.3", folder, Translator(language))
    return next(path for path in folder.iterdir() if path.stem.endswith("Bo"))


@pytest.mark.parametrize(
    ("method", "rating"),
    [(Method.CLASSICAL, Rating(64)), (Method.FINE, Rating(plan=60, do=60, check=60, act=60))],
)
def test_one_question_is_answered_sealed_and_taken_in(
    browser: Browser, tmp_path: Path, clock: FixedClock, method: Method, rating: Rating
) -> None:
    journey = Journey(tmp_path, clock, "kvik", method).gather_people()
    journey.answer_all(dict.fromkeys(PEOPLE, 20)).reveal()
    journey.file.do(rounds.open_round, journey.id, "3.3")
    browser.go(page_of(journey, tmp_path / "sider"))
    assert browser.text("title") == "Runde 2: din vurdering"
    assert "lukker runden" in browser.text("who")
    hidden = (
        "['index', 'progress-line', 'keys', 'next-open'].every((id) => document.getElementById(id).hidden)"
    )
    assert browser.run(hidden)
    assert browser.run("document.querySelectorAll('textarea, #later').length") == 0
    parts = ["score"] if method is Method.CLASSICAL else ["plan", "do", "check", "act"]
    for part in parts:
        browser.run(f"document.getElementById('{part}-3').focus()")
        browser.press(" ")
    if method is Method.CLASSICAL:
        browser.run("document.getElementById('score-exact').select()")
        browser.type("64")
    click(browser, "save")
    path = browser.downloaded()
    assert path.name == "svar-Bo-runde-2-3-3.kviksvar"
    assert b'"open":null' in path.read_bytes()
    [verdict] = round_files.take_in(journey.file, journey.id, [path])
    assert verdict.outcome is Outcome.TAKEN_IN, verdict.problem
    own = journey.file.ask(evaluations.own_answers, journey.id, journey.people["Bo"]).answers
    assert [each.rating for each in own if each.round == 2] == [rating]
    assert complaints(browser) == []
    journey.file.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_saved_before_there_is_an_answer(
    browser: Browser, tmp_path: Path, clock: FixedClock, language: Language
) -> None:
    journey = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()
    journey.answer_all(dict.fromkeys(PEOPLE, 20)).reveal()
    journey.file.do(rounds.open_round, journey.id, "3.3")
    browser.go(page_of(journey, tmp_path / "sider", language))
    click(browser, "save")
    assert browser.text("status")
    click(browser, "cannot", "save")
    [verdict] = round_files.take_in(journey.file, journey.id, [browser.downloaded()])
    assert verdict.outcome is Outcome.TAKEN_IN
    journey.file.close()


@pytest.mark.parametrize("width", [360, 1366])
def test_a_screen_reader_finds_nothing_wrong(
    browser: Browser, tmp_path: Path, clock: FixedClock, width: int
) -> None:
    journey = Journey(tmp_path, clock, "kvik", Method.FINE).gather_people()
    journey.answer_all(dict.fromkeys(PEOPLE, 20)).reveal()
    journey.file.do(rounds.open_round, journey.id, "3.3")
    browser.screen(width, 4000)
    browser.prefers(reduced_motion="reduce")
    browser.go(page_of(journey, tmp_path / "sider"))
    axe.load(browser)
    assert axe.faults(browser) == []
    click(browser, "plan-2", "save")
    assert axe.faults(browser) == []
    journey.file.close()
