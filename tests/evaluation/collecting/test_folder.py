"""A folder of all that may come back: what is right comes in exactly, the rest is refused one by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from kvik_desktop.evaluation import settings
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.answering import Sheet, sheet_of
from kvik_desktop.evaluation.collecting.conflicts import keep_chosen
from kvik_desktop.evaluation.collecting.returned import files_in
from kvik_desktop.evaluation.collecting.taking_in import Draft, Outcome, Verdict, take_in
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.model_package.reading import load
from tests.evaluation.collecting.answer_page.filled import prepared
from tests.evaluation.collecting.returning import answer_file, hostile, lay, pdf, table, whole
from tests.journey import Journey


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    (tmp_path / "egen").mkdir()
    journey = Journey(tmp_path / "egen", clock).gather_people()
    yield journey
    journey.file.close()


@pytest.fixture
def other(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """Another evaluation, with a Bo of its own."""
    (tmp_path / "fremmed").mkdir()
    journey = Journey(tmp_path / "fremmed", clock).gather_people()
    yield journey
    journey.file.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "svar"
    made.mkdir()
    return made


def by_name(verdicts: tuple[Verdict, ...]) -> dict[str, Verdict]:
    return {each.path.name: each for each in verdicts}


def sheet_for(journey: Journey, name: str) -> Sheet:
    found = journey.file.ask(sheet_of, journey.id, journey.people[name])
    assert found is not None
    return found


def exact(journey: Journey, name: str, given: tuple[NewAnswer, ...]) -> bool:
    """Whether exactly these answers lie there, words and all."""
    kept = sheet_for(journey, name).given
    words = {
        name: {kind: lines for kind, lines in each.texts.items() if lines} for name, each in kept.items()
    }
    return {name: (each.rating, words[name]) for name, each in kept.items()} == {
        each.subcriterion: (each.rating, dict(each.texts)) for each in given
    }


def test_each_file_of_a_folder_has_its_own_verdict(journey: Journey, other: Journey, folder: Path) -> None:
    given, half = whole(journey.package), whole(journey.package)[:7]
    pages = prepared(journey)
    refused = hostile(journey, other)
    lay(folder, {name: data for name, (_, data) in refused.items()})
    lay(
        folder,
        {
            "1 anna.csv": table("Anna", given),
            "1 bo.pdf": pdf(journey, "Bo", given),
            "1 carla halv.kviksvar": answer_file(pages["Carla"], half),
            "1 eva.kviksvar": answer_file(pages["Eva"], given, is_open=True),
            "2 bo igen.kviksvar": answer_file(pages["Bo"], whole(journey.package, 1)),
            "2 eva (1).kviksvar": answer_file(pages["Eva"], given, is_open=True),
            ".DS_Store": b"\0",
            "Thumbs.db": b"\0",
        },
    )
    verdicts = by_name(take_in(journey.file, journey.id, [folder]))
    assert len(verdicts) == len(refused) + 6
    for name, (code, _) in refused.items():
        problem = verdicts[name].problem
        assert problem is not None and problem.code == code, name
        for text in (Translator()(problem.message), Translator()(problem.action)):
            assert text.rstrip().endswith(".") and "{" not in text
    kept = {name: each.outcome for name, each in verdicts.items() if name not in refused}
    assert kept == {
        "1 anna.csv": Outcome.TAKEN_IN,
        "1 bo.pdf": Outcome.TAKEN_IN,
        "1 carla halv.kviksvar": Outcome.TAKEN_IN,
        "1 eva.kviksvar": Outcome.TAKEN_IN,
        "2 bo igen.kviksvar": Outcome.WAITING,
        "2 eva (1).kviksvar": Outcome.ALIKE,
    }
    assert verdicts["1 carla halv.kviksvar"].taken.drafts == (Draft(journey.people["Carla"], 13),)
    for name, each in {"Anna": given, "Bo": given, "Carla": half, "Eva": given}.items():
        assert exact(journey, name, each)
    assert sheet_for(journey, "Dines").own is None, "of what was refused nothing is kept"
    handed_in = {
        each.participant.name
        for each in journey.file.ask(evaluations.hand_ins, journey.id)
        if each.submitted is not None
    }
    assert handed_in == {"Anna", "Bo", "Eva"}


def test_the_folder_again_asks_only_about_what_differs(journey: Journey, folder: Path) -> None:
    given, pages = whole(journey.package), prepared(journey)
    lay(folder, {"bo.pdf": pdf(journey, "Bo", given), "eva.kviksvar": answer_file(pages["Eva"], given)})
    assert {each.outcome for each in take_in(journey.file, journey.id, [folder])} == {Outcome.TAKEN_IN}
    assert {each.outcome for each in take_in(journey.file, journey.id, [folder])} == {Outcome.ALIKE}
    journey.answer("Bo", given[0].subcriterion, 5)
    bo, eva = take_in(journey.file, journey.id, [folder])
    assert (bo.outcome, eva.outcome) == (Outcome.WAITING, Outcome.ALIKE)
    (waiting,) = bo.taken.waiting
    assert [(each.subcriterion, each.way_here) for each in waiting.points] == [
        (given[0].subcriterion, Way.LAPTOP)
    ]


def _changed(package: ModelPackage) -> ModelPackage:
    """The next version, without its first question."""
    first, *rest = package.criteria
    without = msgspec.structs.replace(first, subcriteria=first.subcriteria[1:])
    return msgspec.structs.replace(package, version="99.1", criteria=(without, *rest))


def test_what_was_made_before_the_model_was_changed_waits_and_what_fits_can_be_taken(
    journey: Journey, folder: Path
) -> None:
    given, pages = whole(journey.package), prepared(journey)
    gone, *left = given
    lay(folder, {"bo.pdf": pdf(journey, "Bo", given), "eva.kviksvar": answer_file(pages["Eva"], given)})
    journey.file.do(settings.change_model, journey.id, _changed(journey.package), journey.method)
    verdicts = take_in(journey.file, journey.id, [folder])
    assert [each.outcome for each in verdicts] == [Outcome.WAITING] * 2
    for name, verdict in zip(("Bo", "Eva"), verdicts, strict=True):
        (waiting,) = verdict.taken.waiting
        assert waiting.is_older_form
        assert waiting.unknown == (gone.subcriterion,)
        assert sheet_for(journey, name).own is None
        journey.file.do(keep_chosen, journey.id, waiting, waiting.everything)
        assert exact(journey, name, tuple(left))
    assert {each.outcome for each in take_in(journey.file, journey.id, [folder])} == {Outcome.ALIKE}


def test_what_was_made_for_another_method_or_model_altogether_is_refused(
    journey: Journey, folder: Path
) -> None:
    given, pages = whole(journey.package), prepared(journey)
    lay(folder, {"bo.pdf": pdf(journey, "Bo", given), "eva.kviksvar": answer_file(pages["Eva"], given)})
    for package, method in ((journey.package, Method.CLASSICAL), (load("kvik", Resources()), Method.SCALE5)):
        journey.file.do(settings.change_model, journey.id, package, method)
        verdicts = take_in(journey.file, journey.id, [folder])
        assert [each.problem and each.problem.code for each in verdicts] == ["E_FORM_STALE", "E_ANSWER_FORM"]


def test_a_folder_that_cannot_be_read_and_a_file_that_is_gone_have_their_verdicts(
    journey: Journey, folder: Path
) -> None:
    (folder / "indeni").mkdir()
    assert files_in([folder, folder / "væk.csv"]) == (folder / "væk.csv",)
    (gone,) = take_in(journey.file, journey.id, [folder / "væk.csv"])
    assert gone.problem is not None and gone.problem.code == "E_FILE"
