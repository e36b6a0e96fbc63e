"""Where one participant is in the questions: what is given, how far each is, what to come to next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from kvik_desktop.evaluation import usecases
from kvik_desktop.evaluation.evidence.model import Attachment
from kvik_desktop.evaluation.evidence.usecases import own_attachments
from kvik_desktop.evaluation.model import (
    AnswerSet,
    Evaluation,
    HandIn,
    Participant,
    Revealed,
    StatementKind,
    Unit,
    Way,
)
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.model_package.model import Criterion, Method, ModelPackage
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.storage.work import Transaction


class Progress(StrEnum):
    """How far one question is for one participant."""

    NOT_BEGUN = "not-begun"
    IN_PROGRESS = "in-progress"
    """Words or a file without a figure, a phase is missing, or it is marked to be looked at again."""
    ANSWERED = "answered"
    CANNOT_JUDGE = "cannot-judge"


def untouched(subcriterion: str) -> NewAnswer:
    """A question that nothing has been given to."""
    return NewAnswer(subcriterion, Rating(), dict.fromkeys(StatementKind, ()), later=True)


def progress_of(
    given: NewAnswer, package: ModelPackage, method: Method, *, has_files: bool = False
) -> Progress:
    """How far a question is with what has been given."""
    if given.rating.is_empty:
        if not given.later:
            return Progress.CANNOT_JUDGE
        return Progress.IN_PROGRESS if has_files or any(given.texts.values()) else Progress.NOT_BEGUN
    is_done = is_whole(given, package, method) and not given.later
    return Progress.ANSWERED if is_done else Progress.IN_PROGRESS


def is_whole(given: NewAnswer, package: ModelPackage, method: Method) -> bool:
    """Whether it has every figure that the method asks for."""
    return given.rating.value(package.block_of(given.subcriterion), method) is not None


@dataclass(frozen=True)
class Sheet:
    """All that one participant has given in the first round: for that participant alone."""

    evaluation: Evaluation
    package: ModelPackage
    participant: Participant
    own: AnswerSet | None
    given: Mapping[str, NewAnswer]
    ways: Mapping[str, Way] = field(default_factory=dict)
    """By question how the answer came in."""
    files: tuple[Attachment, ...] = ()
    """What lies beside the answers as evidence."""

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Every question's id, in the model's order."""
        return tuple(sub.id for sub in self.package.subcriteria())

    def of(self, subcriterion: str) -> NewAnswer:
        """What is given to one question."""
        return self.given.get(subcriterion) or untouched(subcriterion)

    def progress(self, subcriterion: str) -> Progress:
        """How far one question is."""
        return self._progress[subcriterion]

    @cached_property
    def _progress(self) -> Mapping[str, Progress]:
        method, with_files = self.evaluation.method, {each.subcriterion for each in self.files}
        return {
            name: progress_of(self.of(name), self.package, method, has_files=name in with_files)
            for name in self.order
        }

    def files_of(self, subcriterion: str) -> tuple[Attachment, ...]:
        """What lies beside one answer."""
        return tuple(each for each in self.files if each.subcriterion == subcriterion)

    def is_open(self, subcriterion: str) -> bool:
        """Whether the participant wants to come to it: something is missing, or it is marked."""
        return self.progress(subcriterion) in (Progress.NOT_BEGUN, Progress.IN_PROGRESS)

    @cached_property
    def marked(self) -> tuple[str, ...]:
        """The questions that are answered, and marked to be looked at again, in the model's order."""
        method = self.evaluation.method
        put_off = (name for name in self.order if self.of(name).later)
        return tuple(name for name in put_off if is_whole(self.of(name), self.package, method))

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The questions that have no whole answer yet, in the model's order."""
        return tuple(name for name in self.order if self.is_open(name) and name not in self.marked)

    @property
    def is_changeable(self) -> bool:
        """Whether the answers are neither handed in nor opened."""
        return self.evaluation.revealed is None and (self.own is None or self.own.submitted is None)

    def answered_in(self, criterion: Criterion) -> int:
        """How many of a criterion's questions have a whole answer."""
        return sum(sub.id not in self.missing for sub in criterion.subcriteria)

    def next_open(self, after: str | None = None) -> str | None:
        """The first open question after one, going round to end with that one; None where none is open."""
        order = self.order
        start = order.index(after) + 1 if after is not None else 0
        return next((name for name in order[start:] + order[:start] if self.is_open(name)), None)

    def with_given(self, answer: NewAnswer) -> Sheet:
        """The same with another answer to one question, as it will be when it is saved."""
        return replace(self, given={**self.given, answer.subcriterion: answer})


@dataclass(frozen=True)
class Team:
    """The group that answers: how far each is, never what anybody has answered."""

    evaluation: Evaluation
    unit: Unit
    package: ModelPackage
    people: tuple[HandIn, ...]

    @property
    def handed_in(self) -> int:
        """How many have handed in."""
        return sum(each.submitted is not None for each in self.people)


def team_of(work: Transaction) -> Team:
    """The newest evaluation's group. Raises Problem E_EMPTY where there is no evaluation."""
    evaluation = usecases.current(work)
    return Team(
        evaluation,
        usecases.unit_of(work, evaluation),
        usecases.package_of(work, evaluation),
        usecases.hand_ins(work, evaluation.id),
    )


def sheet_of(work: Transaction, evaluation: str, participant: str) -> Sheet | None:
    """One participant's own answers, for their own eyes; None where nobody has that id."""
    person = next((each for each in usecases.roster(work, evaluation) if each.id == participant), None)
    if person is None:
        return None
    found = usecases.get(work, evaluation)
    content = usecases.own_answers(work, evaluation, participant)
    own = content.sets[0] if content.sets else None
    ways = {each.subcriterion: each.way for each in content.answers if each.round == 1}
    files = own_attachments(work, evaluation, participant)
    return Sheet(found, usecases.package_of(work, found), person, own, _given(content), ways, files)


def _given(content: Revealed) -> Mapping[str, NewAnswer]:
    """The answers of the first round with their words, by subcriterion."""
    texts: defaultdict[str, dict[StatementKind, tuple[str, ...]]] = defaultdict(
        lambda: dict.fromkeys(StatementKind, ())
    )
    for each in content.statements:
        if each.round == 1:
            texts[each.subcriterion][each.kind] += (each.text,)
    return {
        each.subcriterion: NewAnswer(each.subcriterion, each.rating, texts[each.subcriterion], each.later)
        for each in content.answers
        if each.round == 1
    }
