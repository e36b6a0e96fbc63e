"""Beginning the next evaluation of the same unit in the same file, from one whose result is accepted."""

from __future__ import annotations

from dataclasses import replace

from kvik_desktop.evaluation import store
from kvik_desktop.evaluation.model import Evaluation
from kvik_desktop.evaluation.settings import limits_of, with_limits
from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.evaluation.usecases import freeze, get, known_state, package_of, roster
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.model_package.reading import require_method, shipped
from kvik_desktop.storage.work import Transaction, Work


def start_next(
    work: Work, evaluation: str, package: ModelPackage, method: Method, title: str
) -> Change[Evaluation]:
    """Begin the next evaluation: the same unit, people and settings, with this model and method.

    The old one stays as it is. Raises Problem E_STATE before its result is accepted and where a next one
    has begun already, E_METHOD where the model does not offer the method, E_MODEL where the file knows the
    package's version with other content.
    """
    before = get(work, evaluation)
    require(Event.START_NEXT, known_state(work, before))
    if any(each.previous == evaluation for each in history(work)):
        raise Problem(
            "E_STATE",
            say("Den næste evaluering er allerede begyndt."),
            say("Åbn den i stedet. Intet er ændret."),
        )
    require_method(package, method)
    freeze(work, package)
    fresh = Evaluation(
        work.new_id(),
        before.unit,
        title,
        package.sha256,
        method,
        work.now(),
        smallest_group=before.smallest_group,
        previous=evaluation,
        privacy_contact=before.privacy_contact,
    )
    begun = with_limits(fresh, limits_of(before))
    store.evaluations.put(work, begun)
    people = [replace(each, id=work.new_id(), evaluation=begun.id) for each in roster(work, evaluation)]
    store.participants.put_many(work, people)
    return changed(Kind.EVALUATION, Kind.PARTICIPANTS, value=begun, undo=say("ny evaluering"))


def start_next_alike(work: Work, evaluation: str, title: str, resources: Resources) -> Change[Evaluation]:
    """Begin the next evaluation with the same model and method; both can be changed until somebody answers.

    A shipped model is taken in the version that comes with the program now. Raises as :func:`start_next`.
    """
    before = get(work, evaluation)
    frozen = package_of(work, before)
    newer = (each for each in shipped(resources) if each.id == frozen.id and each.version != frozen.version)
    package = next((each for each in newer if before.method in each.methods), frozen)
    return start_next(work, evaluation, package, before.method, title)


def history(work: Transaction) -> tuple[Evaluation, ...]:
    """Every evaluation in the file, the oldest first."""
    return tuple(reversed(store.by_age(work)))
