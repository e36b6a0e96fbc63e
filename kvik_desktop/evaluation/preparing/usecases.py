"""What one can do while preparing: say what is intended, choose the programme, have days proposed, print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kvik_desktop.evaluation import settings, usecases
from kvik_desktop.evaluation import store as evaluations
from kvik_desktop.evaluation.model import ChecklistAnswer, Evaluation
from kvik_desktop.evaluation.preparing import store
from kvik_desktop.evaluation.preparing.day_plan import proposed_days, proposed_retention
from kvik_desktop.evaluation.preparing.model import MOST_PEOPLE, Circumstances, Intention
from kvik_desktop.evaluation.preparing.programme import EARLIEST, LATEST
from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.evaluation.usecases import NewUnit
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.storage.work import Transaction, Work

PAPERS = "papirer"
"""The list of papers is kept as a checklist of this name."""


def begin(
    work: Work,
    unit: NewUnit,
    package: ModelPackage,
    method: Method,
    title: str,
    circumstances: Circumstances,
) -> Change[Evaluation]:
    """Begin an evaluation with what the team has said of itself; raises as :func:`usecases.begin`."""
    change = usecases.begin(work, unit, package, method, title)
    store.intentions.put(work, _with(Intention(change.value.id), circumstances))
    return change


def intention_of(work: Transaction, evaluation: Evaluation) -> Intention:
    """What the team has said; who continues from an evaluation has tried it before."""
    kept = store.intentions.get(work, evaluation.id)
    return kept or Intention(evaluation.id, experienced=True if evaluation.previous else None)


def change_circumstances(work: Work, evaluation: str, circumstances: Circumstances) -> Change[Intention]:
    """Say how many, how long and how used one is to it. Raises Problem E_SETTING outside 1-40 people."""
    people = circumstances.people
    if people is not None and not 1 <= people <= MOST_PEOPLE:
        raise Problem(
            "E_SETTING",
            say("I kan være fra 1 til {most}.", most=MOST_PEOPLE),
            say("Skriv et andet tal. Det, der var gemt før, gælder stadig."),
        )
    work.merge_typing(f"circumstances {evaluation}")
    return _keep(work, evaluation, say("hvor mange og hvor længe"), lambda kept: _with(kept, circumstances))


def choose_programme(work: Work, evaluation: str, programme: str, shift: int = 0) -> Change[Intention]:
    """Choose the programme of the days, begun ``shift`` minutes later, -120 to 120."""
    if not EARLIEST <= shift <= LATEST:
        raise Problem(
            "E_SETTING",
            say("Programmet kan flyttes op til {n} minutter.", n=LATEST),
            say("Vælg en anden tid. Det, der var gemt før, gælder stadig."),
        )
    return _keep(
        work, evaluation, say("program"), lambda kept: replace(kept, programme=programme, shift=shift)
    )


def propose_days(work: Work, evaluation: str, *, answers_at_meeting: bool) -> Change[int]:
    """Set the days nobody has set, in one step of undo; the number of them. Those that are set stay.

    ``answers_at_meeting``: the programme has the answering on the day itself.
    """
    given, kept = settings.planned_days(work, evaluation), usecases.get(work, evaluation)
    days = proposed_days(local_day(work.now()), given, answers_at_meeting=answers_at_meeting)
    fresh = {milestone: day for milestone, day in days.items() if milestone not in given}
    for milestone, day in fresh.items():
        settings.set_day(work, evaluation, milestone, day)
    count = len(fresh)
    if kept.retention is None:
        settings.set_retention(work, evaluation, proposed_retention(days))
        count += 1
    return changed(Kind.EVALUATION, value=count, undo=say("foreslåede datoer"))


def note_printed(work: Work, evaluation: str, papers: Sequence[str]) -> Change[int]:
    """Keep that these papers have been saved to print."""
    require(Event.TICK, usecases.known_state(work, usecases.get(work, evaluation)))
    rows = [ChecklistAnswer(evaluation, PAPERS, paper, work.now()) for paper in papers]
    evaluations.checklist_answers.put_many(work, rows)
    return changed(Kind.EVALUATION, value=len(rows), undo=say("gemte ark"))


def printed_papers(work: Transaction, evaluation: str) -> frozenset[str]:
    """The papers that have been saved to print."""
    return frozenset(each.item for each in evaluations.checklist_of(work, evaluation, PAPERS) if each.done)


def _with(kept: Intention, said: Circumstances) -> Intention:
    return replace(kept, people=said.people, time=said.time, experienced=said.experienced)


def _keep(
    work: Work, evaluation: str, undo: Text, change: Callable[[Intention], Intention]
) -> Change[Intention]:
    found = usecases.get(work, evaluation)
    require(Event.SET_DAYS, usecases.known_state(work, found))
    after = change(intention_of(work, found))
    store.intentions.put(work, after)
    return changed(Kind.EVALUATION, value=after, undo=undo)
