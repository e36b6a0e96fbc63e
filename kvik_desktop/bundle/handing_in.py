"""Handing in from this computer: an evaluation file together with the unit's own key and its list."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kvik_desktop.bundle.choosing import Review, choices, review
from kvik_desktop.bundle.enrolling import enrolment_package, institution_of
from kvik_desktop.bundle.exporting import export
from kvik_desktop.bundle.own_keys import Offered, OwnKey, OwnKeys
from kvik_desktop.bundle.sender import Order
from kvik_desktop.bundle.standing import Standing, standing
from kvik_desktop.bundle.usecases import Delivered
from kvik_desktop.envelope.packages import OpenedList
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Unit
from kvik_desktop.evaluation.states import RULES, Event
from kvik_desktop.foundation.files import write_atomically
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.work import Transaction


@dataclass(frozen=True, slots=True)
class HandingIn:
    """Everything one looks at before and after a package is made."""

    standing: Standing
    review: Review | None
    """None until the result is accepted."""
    key: OwnKey | None
    key_path: Path
    """Where the key lies, or will."""
    trust: OpenedList | None
    problem: Problem | None
    """Why the key or the list cannot be used, though they are there."""

    @property
    def needs_campaign(self) -> bool:
        """Whether the list has several campaigns that fit, and none of them is chosen."""
        review = self.review
        return review is not None and review.campaign is None and len(review.campaigns) > 1

    @property
    def is_ready(self) -> bool:
        """Whether nothing is left to decide."""
        return self.review is not None and not self.review.open_texts


def handing_in(file: EvaluationFile, keys: OwnKeys) -> HandingIn:
    """How far the newest evaluation in the file is."""
    evaluation, unit = _whose(file)
    key, trust, problem = _belongings(keys, unit)
    found = file.ask(standing, evaluation, trust)
    may_deliver = found.state in RULES[Event.DELIVER].origins
    return HandingIn(
        standing=found,
        review=file.ask(review, evaluation, trust) if may_deliver else None,
        key=key,
        key_path=keys.path_of(unit.id),
        trust=trust,
        problem=problem,
    )


def save_package(
    file: EvaluationFile, keys: OwnKeys, passphrase: str, resources: Resources, path: Path
) -> Delivered:
    """Sign what has been decided, save it as ``path`` and read it back; a key is made where there is none.

    Raises what :func:`export` raises, and Problem E_PASSPHRASE, E_KEY_FILE and what a damaged list raises.
    """
    evaluation, unit = _whose(file)
    trust = keys.trust(unit.id)
    own = keys.of(unit.id) or keys.make(unit.id, passphrase)
    chosen = file.ask(choices, evaluation, trust)
    order = Order(own.open(passphrase), resources, trust, None, chosen)
    return export(file, evaluation, order, path)


def save_enrolment(file: EvaluationFile, keys: OwnKeys, passphrase: str, path: Path) -> None:
    """Save a request to be known, to be sent ahead; without it the first package carries one.

    Raises Problem E_PASSPHRASE, E_KEY_FILE, E_FILE_WRITE, E_FILE_EXISTS.
    """
    _, unit = _whose(file)
    own = keys.of(unit.id) or keys.make(unit.id, passphrase)
    invited = keys.invitation(unit.id)
    institution = (invited.institution if invited else None) or institution_of(unit)
    now = file.ask(Transaction.now)
    write_atomically(path, enrolment_package(institution, own.open(passphrase), now, invited), replace=False)


def take_key(file: EvaluationFile, keys: OwnKeys, path: Path) -> OwnKey:
    """Use a key that was made elsewhere. Raises Problem as :meth:`OwnKeys.take`."""
    return keys.take(_whose(file)[1].id, path)


def accept_list(file: EvaluationFile, keys: OwnKeys, offered: Offered) -> OpenedList:
    """Deliver by a list whose coordinator is known. Raises Problem as :meth:`OwnKeys.accept`."""
    return keys.accept(_whose(file)[1].id, offered)


def _whose(file: EvaluationFile) -> tuple[str, Unit]:
    evaluation = file.ask(evaluations.current)
    return evaluation.id, file.ask(evaluations.unit_of, evaluation)


def _belongings(keys: OwnKeys, unit: Unit) -> tuple[OwnKey | None, OpenedList | None, Problem | None]:
    """Key and list; one that cannot be read is told and stands in nobody's way of looking."""
    key, trust, told = None, None, None
    try:
        key = keys.of(unit.id)
    except Problem as problem:
        told = problem
    try:
        trust = keys.trust(unit.id)
    except Problem as problem:
        told = problem
    return key, trust, told
