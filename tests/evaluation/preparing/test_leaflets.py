"""The papers say what has been decided, and make honest promises."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kvik_desktop.evaluation import settings
from kvik_desktop.evaluation.model import Milestone
from kvik_desktop.evaluation.preparing import usecases as preparing
from kvik_desktop.evaluation.preparing.leaflets import leaflet, material, who_sees_what
from kvik_desktop.evaluation.preparing.model import Circumstances, Leaflet, Look
from kvik_desktop.evaluation.preparing.papers import Paper, offers
from kvik_desktop.evaluation.preparing.preparation import Preparation, preparation
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import LANGUAGES, Language, Translator
from kvik_desktop.model_package.model import Method
from tests.journey import Journey

DANISH = Translator("da")
LEAFLETS = [paper for paper in Paper if paper is not Paper.NOTICE]


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return Journey(tmp_path, clock)


def found(journey: Journey) -> Preparation:
    return journey.file.ask(preparation)


def made(journey: Journey, paper: Paper, tr: Translator = DANISH) -> Leaflet:
    return leaflet(paper, found(journey), material(tr), tr)


def text(sheet: Leaflet) -> str:
    cells = [cell for part in sheet.parts for row in part.rows for cell in row]
    lines = [line for part in sheet.parts for line in (part.heading, *part.lines)]
    return "\n".join([sheet.title, sheet.lead, *lines, *cells])


def test_everybody_gets_the_programme_and_the_wall_the_stair(journey: Journey) -> None:
    journey.file.do(preparing.change_circumstances, journey.id, Circumstances(9))
    copies = {offer.paper: offer.copies for offer in offers(found(journey))}
    assert (copies[Paper.PROGRAMME], copies[Paper.STAIR]) == (9, 1)
    journey.gather_people()
    assert {offer.paper: offer.copies for offer in offers(found(journey))}[Paper.PROGRAMME] == 5


@pytest.mark.parametrize("paper", LEAFLETS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_has_something_on_it_for_a_new_and_a_planned_evaluation(
    journey: Journey, paper: Paper, language: Language
) -> None:
    tr = Translator(language)
    new = made(journey, paper, tr)
    assert new.title
    assert new.sender == "Børnehuset"
    assert all(part.lines or part.rows for part in new.parts)
    journey.gather_people()
    journey.file.do(settings.set_day, journey.id, Milestone.MEETING, date(2026, 12, 1))
    assert made(journey, paper, tr).parts


def test_no_paper_names_anybody(journey: Journey) -> None:
    journey.gather_people(("Xanthippe Quist", "Zebulon Ørsted"))
    for paper in LEAFLETS:
        sheet = text(made(journey, paper))
        assert "Xanthippe" not in sheet
        assert "Zebulon" not in sheet


def test_the_programme_begins_when_the_team_says(journey: Journey) -> None:
    journey.file.do(preparing.choose_programme, journey.id, "en-formiddag", -30)
    sheet = made(journey, Paper.PROGRAMME)
    assert sheet.title == "En formiddag med KVIK kort"
    assert sheet.parts[0].rows[1][0] == "8.00-8.15"
    assert sheet.parts[0].look is Look.TABLE


def test_the_stair_has_points_only_where_the_method_has_them(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "a").mkdir()
    steps = made(Journey(tmp_path / "a", clock), Paper.STAIR).parts[0].rows
    assert [row[0] for row in steps[1:]] == ["5", "4", "3", "2", "1", "0"]
    (tmp_path / "b").mkdir()
    points = made(Journey(tmp_path / "b", clock, "kvik", Method.CLASSICAL), Paper.STAIR).parts[0].rows
    assert (points[1][0], points[-1][0]) == ("91-100", "0-10")


def test_the_notice_says_when_answers_go_and_when_a_group_is_too_small_to_hide_in(journey: Journey) -> None:
    journey.gather_people(("Anna", "Bo", "Carla"))
    journey.file.do(settings.set_retention, journey.id, date(2027, 3, 1))
    said = " ".join(who_sees_what(found(journey), DANISH))
    assert "slettet senest den 01.03.2027" in said
    assert "så få" in said
    journey.gather_people()
    assert "så få" not in " ".join(who_sees_what(found(journey), DANISH))
