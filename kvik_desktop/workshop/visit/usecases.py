"""What one can do with a visit: begin it, ask at most three questions a criterion, mark, observe, finish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation, Unit, visible
from kvik_desktop.evaluation.states import Event, State, require
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import ModelPackage, criterion_id
from kvik_desktop.model_package.scoring import ScoreSheet
from kvik_desktop.storage.work import Transaction, Work
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.visit import model, store
from kvik_desktop.workshop.visit.model import (
    LONGEST,
    LONGEST_OBSERVATION,
    Observation,
    Question,
    Seen,
    Validation,
    Visit,
    require_finishable,
    require_room,
)


@dataclass(frozen=True, slots=True)
class VisitStanding:
    """The visit of an evaluation beside the result it looks into."""

    unit: Unit
    evaluation: Evaluation
    package: ModelPackage
    state: State
    sheet: ScoreSheet
    """The group's agreed scores, to look at: a visit never changes them."""
    visit: Visit | None
    questions: tuple[Question, ...]
    observations: Mapping[str, str]
    validation: Validation | None

    @property
    def is_accepted(self) -> bool:
        """Whether there is a result to look into."""
        return self.evaluation.accepted is not None

    @property
    def keeps_name(self) -> bool:
        """Whether the visitor's name can be written down: it is deleted together with the answers."""
        return self.evaluation.answers_deleted is None

    @property
    def is_open(self) -> bool:
        """Whether something can be written."""
        return self.visit is not None and self.visit.finished is None and self.is_accepted

    @property
    def is_outdated(self) -> bool:
        """Whether the visit is finished, and the result another than the one it looked into."""
        return self.visit is not None and self.visit.finished is not None and self.validation is None

    def questions_in(self, criterion: str) -> tuple[Question, ...]:
        """The questions of a criterion, in their order."""
        return tuple(each for each in self.questions if each.criterion == criterion)

    @property
    def missing_marks(self) -> int:
        """Questions without a mark."""
        return sum(1 for each in self.questions if each.seen is None)


def standing(work: Transaction, evaluation: str) -> VisitStanding:
    """The visit as it is now; before the result is accepted there is none to look into."""
    found = evaluations.get(work, evaluation)
    visit, questions = store.visits.get(work, evaluation), store.questions_of(work, evaluation)
    return VisitStanding(
        evaluations.unit_of(work, found),
        found,
        evaluations.package_of(work, found),
        meeting.state(work, evaluation),
        meeting.sheet(work, evaluation),
        visit,
        questions,
        store.observations_of(work, evaluation),
        model.validation(visit, questions, found.accepted),
    )


def begin(work: Work, evaluation: str, role: str) -> Change[Visit]:
    """Begin a visit; one that is there goes on. Raises Problem E_STATE before the result is accepted."""
    require(Event.VISIT, meeting.state(work, evaluation))
    visit = store.visits.get(work, evaluation) or Visit(evaluation, work.now(), visible(role))
    store.visits.put(work, visit)
    return changed(Kind.VISIT, value=visit, undo=say("begynd besøg"))


def amend(work: Work, evaluation: str, *, day: date | None, role: str, name: str) -> Change[Visit]:
    """Say when the visit is, and who comes: the role may be told, the name stays in the file.

    The name goes with the individual answers, so where they are deleted already none is kept.
    """
    before = _open(work, evaluation)
    for text in (role, name):
        _require_length(text, LONGEST)
    is_kept = evaluations.get(work, evaluation).answers_deleted is None
    after = replace(before, day=day, role=visible(role), name=visible(name) if is_kept else "")
    store.visits.put(work, after)
    work.merge_typing(f"visit {evaluation}")
    return changed(Kind.VISIT, value=after, undo=say("dag og rolle for besøget"))


def ask(work: Work, evaluation: str, criterion: str) -> Change[Question]:
    """Make room for one more question in a criterion.

    Raises Problem E_VISIT where it has three, and E_CONSENSUS for a criterion the model does not have.
    """
    _open(work, evaluation)
    _require_criterion(work, evaluation, criterion)
    there = [each for each in store.questions_of(work, evaluation) if each.criterion == criterion]
    require_room(there)
    place = max((each.position for each in there), default=-1) + 1
    question = Question(work.new_id(), evaluation, criterion, place, "")
    store.questions.put(work, question)
    return changed(Kind.VISIT, value=question, undo=say("nyt spørgsmål til besøget"))


def write(
    work: Work, evaluation: str, question: str, *, text: str, wanted: str, place: str
) -> Change[Question]:
    """Keep a question as it stands now. Raises Problem E_VISIT where it is gone, or too long."""
    _open(work, evaluation)
    for each in (text, wanted, place):
        _require_length(each, LONGEST)
    after = replace(_question(work, question), text=text, wanted=wanted, place=place)
    store.questions.put(work, after)
    work.merge_typing(f"visit question {question}")
    return changed(Kind.VISIT, value=after, undo=say("spørgsmål til besøget"))


def mark(work: Work, evaluation: str, question: str, seen: Seen | None) -> Change[Question]:
    """Say what was found; None takes the mark away."""
    _open(work, evaluation)
    after = replace(_question(work, question), seen=seen)
    store.questions.put(work, after)
    return changed(Kind.VISIT, value=after, undo=say("mærke ved spørgsmål"))


def drop(work: Work, evaluation: str, question: str) -> Change[Question]:
    """Remove a question."""
    _open(work, evaluation)
    gone = _question(work, question)
    store.questions.remove(work, question)
    return changed(Kind.VISIT, value=gone, undo=say("slet spørgsmål til besøget"))


def observe(work: Work, evaluation: str, subject: str, text: str) -> Change[str]:
    """Keep what the visitor has noticed about a criterion or subcriterion; an empty text is taken away."""
    _open(work, evaluation)
    _require_criterion(work, evaluation, criterion_id(subject) if "." in subject else subject)
    if "." in subject:
        meeting.require_known(work, evaluation, [subject])
    _require_length(text, LONGEST_OBSERVATION)
    if text.strip():
        store.observations.put(work, Observation(evaluation, subject, text))
    else:
        store.observations.remove(work, evaluation, subject)
    work.merge_typing(f"visit observation {evaluation} {subject}")
    return changed(Kind.VISIT, value=text, undo=say("iagttagelse ved besøget"))


def finish(work: Work, evaluation: str) -> Change[Visit]:
    """Finish the visit: from now the result is validated. Raises Problem E_VISIT where something lacks."""
    before = _open(work, evaluation)
    require_finishable(before, store.questions_of(work, evaluation))
    after = replace(before, finished=work.now())
    store.visits.put(work, after)
    evaluations.record_event(work, evaluation, Event.VISIT, after.role)
    return changed(Kind.VISIT, Kind.EVALUATION, value=after, undo=say("afslut besøget"))


def take_up(work: Work, evaluation: str) -> Change[Visit]:
    """Open a finished visit again: until it is finished anew the result counts as not validated."""
    require(Event.VISIT, meeting.state(work, evaluation))
    after = replace(_there(work, evaluation), finished=None)
    store.visits.put(work, after)
    return changed(Kind.VISIT, Kind.EVALUATION, value=after, undo=say("genåbn besøget"))


def remove(work: Work, evaluation: str) -> Change[None]:
    """Remove the visit with its questions and observations."""
    require(Event.VISIT, meeting.state(work, evaluation))
    store.remove(work, evaluation)
    return changed(Kind.VISIT, Kind.EVALUATION, value=None, undo=say("slet besøget"))


def found(here: VisitStanding, words: str) -> tuple[str, ...]:
    """The criteria in whose questions or observations all the words stand, in whatever case."""
    wanted = words.casefold().split()

    def texts(criterion: str) -> str:
        asked = [
            text for each in here.questions_in(criterion) for text in (each.text, each.wanted, each.place)
        ]
        seen = [text for subject, text in here.observations.items() if _criterion_of(subject) == criterion]
        return " ".join((*asked, *seen)).casefold()

    return tuple(each.id for each in here.package.criteria if all(word in texts(each.id) for word in wanted))


def forget_visitor(work: Work, evaluation: str) -> None:
    """Take the visitor's name out of the file for good; role and day stay. Only behind a border."""
    visit = store.visits.get(work, evaluation)
    if visit is not None:
        store.forget_visitor(work, replace(visit, name=""))


def questions(work: Transaction, evaluation: str) -> Sequence[Question]:
    """Every question."""
    return store.questions_of(work, evaluation)


def keep_nameless(work: Work, question: Question) -> None:
    """Keep a question in which a name has been replaced; only behind a border."""
    store.keep_nameless(work, question)


def _criterion_of(subject: str) -> str:
    return criterion_id(subject) if "." in subject else subject


def _open(work: Transaction, evaluation: str) -> Visit:
    require(Event.VISIT, meeting.state(work, evaluation))
    visit = _there(work, evaluation)
    if visit.finished is not None:
        raise Problem(
            "E_VISIT",
            say("Besøget er afsluttet, så der kan ikke ændres i det."),
            say("Åbn det igen, hvis noget skal rettes. Intet er ændret."),
        )
    return visit


def _there(work: Transaction, evaluation: str) -> Visit:
    visit = store.visits.get(work, evaluation)
    if visit is None:
        raise Problem(
            "E_VISIT", say("Der er ikke begyndt et besøg."), say("Begynd besøget først. Intet er ændret.")
        )
    return visit


def _question(work: Transaction, question: str) -> Question:
    known = store.questions.get(work, question)
    if known is None:
        raise Problem(
            "E_VISIT", say("Spørgsmålet er slettet."), say("Fortryd, eller skriv et nyt. Intet er ændret.")
        )
    return known


def _require_criterion(work: Transaction, evaluation: str, criterion: str) -> None:
    package = evaluations.package_of(work, evaluations.get(work, evaluation))
    if criterion not in {each.id for each in package.criteria}:
        raise Problem(
            "E_VISIT",
            say("Modellen har intet kriterium, der hedder {name}.", name=criterion),
            say("Vælg et af modellens kriterier. Intet er ændret."),
        )


def _require_length(text: str, longest: int) -> None:
    if len(text) > longest:
        raise Problem(
            "E_VISIT",
            say("Teksten er for lang."),
            say("Den kan højst være på {most} tegn. Det, der var gemt før, er der stadig.", most=longest),
        )
