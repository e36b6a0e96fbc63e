"""How far the handing in is: what was delivered, what each edition came to, and what has changed since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kvik_desktop.bundle import store
from kvik_desktop.bundle.choosing import choices
from kvik_desktop.bundle.draft import Draft
from kvik_desktop.bundle.model import Delivery
from kvik_desktop.bundle.payload import LIMITS, PlanPayload, ResultPayload, TextsPayload
from kvik_desktop.bundle.privacy import redacted
from kvik_desktop.bundle.sender import Wishes
from kvik_desktop.bundle.usecases import material
from kvik_desktop.envelope.keys import PublicKey
from kvik_desktop.envelope.kinds import PLAN_PATH, RESULT_PATH, TEXTS_PATH, Kind
from kvik_desktop.envelope.packages import OpenedList
from kvik_desktop.envelope.verdict import Fact, Facts
from kvik_desktop.envelope.verification import open_package
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation, Unit
from kvik_desktop.evaluation.states import RULES, Event, State
from kvik_desktop.foundation import strict_json
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.storage.work import Transaction
from kvik_desktop.workshop import usecases as meeting


@dataclass(frozen=True, slots=True)
class Contained:
    """How much an edition says."""

    subcriteria: int
    texts: int
    actions: int


@dataclass(frozen=True, slots=True)
class Kept:
    """One edition as it lies in the file, with what is known of it now."""

    delivery: Delivery
    facts: Facts
    signer: PublicKey
    contained: Contained | None
    """None for a withdrawal."""
    coordinator: str | None
    """Whose list the key was looked up on, None where there is no list."""
    valid_from: date | None
    """The day from which the key holds on that list."""
    is_newest: bool

    @property
    def is_withdrawal(self) -> bool:
        """Whether it takes the edition before it back."""
        return self.delivery.kind is Kind.WITHDRAWAL


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the handing in of one evaluation is."""

    unit: Unit
    evaluation: Evaluation
    state: State
    editions: tuple[Kept, ...]
    """Newest first."""
    is_changed: bool
    """Whether the newest edition says something else than would be sent now."""

    @property
    def newest(self) -> Kept | None:
        """The edition that counts."""
        return self.editions[0] if self.editions else None

    @property
    def next_edition(self) -> int:
        """The number that the next package gets, where it says anything new."""
        newest = self.newest
        if newest is None:
            return 1
        return newest.delivery.edition + (1 if self.is_changed else 0)


def standing(work: Transaction, evaluation: str, trust: OpenedList | None = None) -> Standing:
    """What has been delivered, judged by the list of today."""
    found = evaluations.get(work, evaluation)
    known = store.deliveries_of(work, evaluation)
    newest = max((each.edition for each in known), default=0)
    editions = tuple(_kept(each, trust, work.now(), is_newest=each.edition == newest) for each in known[::-1])
    state = meeting.state(work, evaluation)
    return Standing(
        unit=evaluations.unit_of(work, found),
        evaluation=found,
        state=state,
        editions=editions,
        is_changed=bool(editions) and _is_changed(work, editions[0].delivery, state, trust),
    )


def _kept(delivery: Delivery, trust: OpenedList | None, now: datetime, *, is_newest: bool) -> Kept:
    opened = open_package(delivery.package)
    known = trust.trust_list.as_trust().keys.get(opened.signer.fingerprint) if trust else None
    trusted = Fact.UNKNOWN if known is None else Fact.NO if known.is_revoked(now) else Fact.YES
    facts = Facts(
        intact=Fact.YES,
        authentic=Fact.YES,
        trusted=trusted,
        current=Fact.YES if is_newest else Fact.NO,
        complete=Fact.YES,
    )
    return Kept(
        delivery=delivery,
        facts=facts,
        signer=opened.signer,
        contained=_contained(_draft(delivery)) if delivery.kind is Kind.RESULT else None,
        coordinator=trust.trust_list.coordinator.name if trust else None,
        valid_from=local_day(known.valid_from) if known and known.valid_from else None,
        is_newest=is_newest,
    )


def _draft(delivery: Delivery) -> Draft:
    """What an edition of ours says."""
    members = open_package(delivery.package).members
    return Draft(
        strict_json.decode(members[RESULT_PATH], ResultPayload, limit=LIMITS[RESULT_PATH]),
        strict_json.decode(members[TEXTS_PATH], TextsPayload, limit=LIMITS[TEXTS_PATH]),
        strict_json.decode(members[PLAN_PATH], PlanPayload, limit=LIMITS[PLAN_PATH]),
    )


def _contained(draft: Draft) -> Contained:
    subcriteria = [sub for criterion in draft.result.criteria for sub in criterion.subcriteria]
    texts = sum(
        len(row.evidence) + len(row.strengths) + len(row.areas) for row in draft.texts.subcriteria
    ) + sum(1 for sub in subcriteria if sub.reason)
    return Contained(len(subcriteria), texts, len(draft.plan.actions))


def _is_changed(work: Transaction, newest: Delivery, state: State, trust: OpenedList | None) -> bool:
    """Whether a new edition would say something else; what was taken back or opened again always would."""
    if newest.kind is not Kind.RESULT or state not in RULES[Event.DELIVER].origins:
        return True
    chosen = choices(work, newest.evaluation, trust)
    found = material(work, newest.evaluation, Wishes(trust, None, chosen))
    return redacted(found.draft, chosen) != _draft(newest)
