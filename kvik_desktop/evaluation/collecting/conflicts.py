"""What lies here and what comes, side by side, where one person has answered twice; one of them is chosen.

Before the reveal the contents are for the person's own eyes. Whoever takes the files in sees how many answers
differ, which ways they came by and from when, and can choose for all of them at once without reading any.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass, field
from datetime import datetime

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.answering import sheet_of
from kvik_desktop.evaluation.collecting.incoming import Incoming, is_blank
from kvik_desktop.evaluation.model import Answer, Evaluation, Way, check_rating
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.storage.work import Transaction, Work


@dataclass(frozen=True, slots=True)
class Point:
    """One subcriterion that has been answered twice, and not alike."""

    subcriterion: str
    here: NewAnswer = field(repr=False)
    comes: NewAnswer = field(repr=False)
    """As it would be kept: what the file leaves empty is as it lies here."""
    way_here: Way
    changed_here: datetime


@dataclass(frozen=True, slots=True)
class Comparison:
    """One person's answers in a file beside those that lie here."""

    incoming: Incoming
    points: tuple[Point, ...]
    """Answered twice, in the model's order: somebody must choose."""
    fresh: tuple[str, ...]
    """Answered in the file only, or more fully there: what lies here is a part of it."""
    alike: int
    """Answered twice and alike."""
    unknown: tuple[str, ...]
    """Answered in the file, and not among the questions or figures of the evaluation as it is now."""
    is_older_form: bool
    """The form was made before the evaluation's model was changed: the questions may have been others."""
    comes: tuple[NewAnswer, ...] = field(repr=False)
    """Everything that can be taken from the file, as it would be kept."""

    @property
    def needs_choice(self) -> bool:
        """Whether something would be overwritten or left out, or was asked differently and is new here."""
        return bool(self.points) or (self.is_odd and (bool(self.comes) or not self.alike))

    @property
    def is_odd(self) -> bool:
        """Whether something in the file was asked otherwise than it is now."""
        return bool(self.unknown) or self.is_older_form

    @property
    def everything(self) -> frozenset[str]:
        """All that can be taken from the file."""
        return frozenset(each.subcriterion for each in self.comes)

    @property
    def differing(self) -> int:
        """How many answers differ: what may be told to others than the person."""
        return len(self.points)


def compare(work: Transaction, evaluation: str, incoming: Incoming) -> Comparison:
    """What lies here and what comes. The contents are for the person's own eyes until the reveal."""
    found = evaluations.get(work, evaluation)
    package = evaluations.package_of(work, found)
    sheet = sheet_of(work, evaluation, incoming.participant)
    assert sheet is not None, "what comes in has been matched with the list of participants"
    kept = {each.subcriterion: each for each in _first_round(work, evaluation, incoming.participant)}
    offered = [each for each in incoming.given if not is_blank(each)]
    known = {each.subcriterion: each for each in offered if _belongs(each, package, found)}
    points, fresh, alike = [], [], []
    merged = [_merged(sheet.of(name), known[name]) for name in sheet.order if name in known]
    for comes in merged:
        here = sheet.of(comes.subcriterion)
        if _content(comes) == _content(here):
            alike.append(comes.subcriterion)
        elif _holds(comes, here):
            fresh.append(comes.subcriterion)
        else:
            own = kept[comes.subcriterion]
            points.append(Point(comes.subcriterion, here, comes, own.way, own.changed))
    return Comparison(
        incoming,
        tuple(points),
        tuple(fresh),
        len(alike),
        tuple(each.subcriterion for each in offered if each.subcriterion not in known),
        incoming.model not in (None, found.model),
        tuple(each for each in merged if each.subcriterion not in alike),
    )


def _first_round(work: Transaction, evaluation: str, participant: str) -> list[Answer]:
    own = evaluations.own_answers(work, evaluation, participant)
    return [each for each in own.answers if each.round == 1]


def _belongs(given: NewAnswer, package: ModelPackage, evaluation: Evaluation) -> bool:
    if not package.has(given.subcriterion):
        return False
    try:
        check_rating(given.rating, package.block_of(given.subcriterion), evaluation.method)
    except Problem:
        return False
    return True


def _merged(here: NewAnswer, comes: NewAnswer) -> NewAnswer:
    """What would be kept of ``comes``: nobody takes something away by leaving a place empty.

    *Cannot judge* is no empty place: it is an answer.
    """
    texts = {**here.texts, **{kind: lines for kind, lines in comes.texts.items() if lines}}
    if _is_undecided(comes):
        return NewAnswer(here.subcriterion, here.rating, texts, here.later)
    rating = comes.rating
    if not rating.is_empty:
        rating = Rating(**{**_figures(here.rating), **_figures(rating)})
    return NewAnswer(here.subcriterion, rating, texts, comes.later)


def _holds(comes: NewAnswer, here: NewAnswer) -> bool:
    """Whether everything that lies here is in what comes, so that nothing is lost by keeping it."""
    words = all(comes.texts.get(kind) == lines for kind, lines in here.texts.items() if lines)
    if _is_undecided(here):
        return words
    same = comes.rating.is_empty == here.rating.is_empty
    return words and same and _figures(here.rating).items() <= _figures(comes.rating).items()


def _is_undecided(given: NewAnswer) -> bool:
    return given.later and given.rating.is_empty


def _figures(rating: Rating) -> dict[str, int]:
    return {key: number for key, number in asdict(rating).items() if number is not None}


def _content(given: NewAnswer) -> object:
    """What makes two answers alike; a mark to come back to it counts only where there is no figure."""
    texts = {kind: tuple(lines) for kind, lines in given.texts.items() if lines}
    return given.rating, _is_undecided(given), texts


def keep_chosen(work: Work, evaluation: str, shown: Comparison, taken: Collection[str]) -> Change[int]:
    """Keep from the file the answers to these subcriteria; the others stay as they lie here.

    Returns how many were taken; who then lacks nothing has handed in. Choosing nothing changes nothing.
    Raises Problem E_CONFLICT where what lies here is no longer what was shown, E_REVEALED after the reveal.
    """
    if unknown := set(taken) - shown.everything:
        raise ValueError(f"not among what was shown: {sorted(unknown)}")
    if not taken:
        return changed(value=0)
    incoming = shown.incoming
    if evaluations.get(work, evaluation).revealed is None and compare(work, evaluation, incoming) != shown:
        raise Problem(
            "E_CONFLICT",
            say("Svarene er ændret, siden de to besvarelser blev vist."),
            say("Se dem igen, og vælg derefter. Intet er ændret."),
        )
    chosen = [each for each in shown.comes if each.subcriterion in taken]
    evaluations.answer(work, evaluation, incoming.participant, chosen, incoming.way)
    hand_in_if_whole(work, evaluation, incoming.participant)
    work.merge_typing(None)
    return changed(Kind.ANSWERS, value=len(chosen), undo=say("valg mellem to besvarelser"))


def hand_in_if_whole(work: Work, evaluation: str, participant: str) -> None:
    """Hand in what one participant has answered, where no question is open."""
    sheet = sheet_of(work, evaluation, participant)
    if sheet is not None and sheet.is_changeable and not sheet.missing:
        evaluations.submit(work, evaluation, participant)
