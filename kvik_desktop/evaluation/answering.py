"""Where one participant is in the questions: what to come to next."""

from __future__ import annotations

from kvik_desktop.evaluation.model import Answer, Evaluation
from kvik_desktop.evaluation.usecases import get, own_answers, package_of
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.storage.work import Transaction


def next_open(work: Transaction, evaluation: str, participant: str, after: str | None = None) -> str | None:
    """The subcriterion this participant should come to now: the first after ``after`` that is still open.

    Open is what has no answer, lacks a phase or is marked for later; the search goes round to the beginning
    and ends with ``after`` itself. None where all is answered.
    """
    found = get(work, evaluation)
    package = package_of(work, found)
    answers = own_answers(work, evaluation, participant).answers
    given = {each.subcriterion: each for each in answers if each.round == 1}
    order = [sub.id for sub in package.subcriteria()]
    start = order.index(after) + 1 if after is not None else 0
    around = order[start:] + order[:start]
    return next((name for name in around if _is_open(given.get(name), package, found)), None)


def _is_open(answer: Answer | None, package: ModelPackage, evaluation: Evaluation) -> bool:
    if answer is None or answer.later:
        return True
    rating = answer.rating
    return (
        not rating.is_empty and rating.value(package.block_of(answer.subcriterion), evaluation.method) is None
    )
