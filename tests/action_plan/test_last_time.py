"""The quiet line on the board: what was agreed the last time, after the reveal and where it compares."""

from __future__ import annotations

from pathlib import Path

from kvik_desktop.action_plan.looking_back import last_time
from kvik_desktop.foundation.text import Translator
from kvik_desktop.workshop import usecases as meeting
from tests.several import SHORT_FULL_FINE_STEPS, Round, Several


def lines(folder: Path, *rounds: Round, reveal: bool = True) -> dict[str, str]:
    """What is told on the board of an evaluation that follows those."""
    several = Several(folder, rounds[:-1])
    begun = several.begin(rounds[-1])
    several.answer(rounds[-1])
    if reveal:
        several.file.do(meeting.reveal, begun.id, "Anna")
    found = several.file.ask(last_time, begun.id)
    several.file.close()
    return {name: Translator()(words) for name, words in found.items()}


def test_it_tells_the_score_and_the_actions(tmp_path: Path) -> None:
    told = lines(tmp_path, Round(score=38), Round())
    assert told["1.1"] == "Sidst: 23, 1 tiltag"
    assert told["1.2"] == "Sidst: 30"


def test_it_tells_nothing_to_those_who_answer_alone(tmp_path: Path) -> None:
    assert lines(tmp_path, Round(score=38), Round(), reveal=False) == {}


def test_a_score_of_another_model_or_scale_is_not_told(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "skala").mkdir()
    assert set(lines(tmp_path / "model", *SHORT_FULL_FINE_STEPS[:2]).values()) == {"Sidst: 1 tiltag"}
    assert set(lines(tmp_path / "skala", *SHORT_FULL_FINE_STEPS[2:]).values()) == {"Sidst: 1 tiltag"}
