"""The states of an evaluation and the one table of events: from where, by whom, undoable or not.

The state is never stored: it follows from what has happened, so that undo can never leave the two at odds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kvik_desktop.evaluation.model import Evaluation
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say


class State(StrEnum):
    """Where an evaluation stands, in the order of the journey."""

    PREPARING = "preparing"
    ANSWERING = "answering"
    REVEALED = "revealed"
    SETTLED = "settled"
    ACCEPTED = "accepted"
    PLAN_APPROVED = "plan_approved"
    DELIVERED = "delivered"
    FOLLOW_UP = "follow_up"


class Who(StrEnum):
    """Who may cause an event."""

    LEADER = "leader"
    FACILITATOR = "facilitator"
    PARTICIPANT = "participant"
    VISITOR = "visitor"
    """From outside, on a site visit."""


class Event(StrEnum):
    """What can happen to an evaluation."""

    PREPARE = "prepare"
    CHANGE_UNIT = "change_unit"
    CHANGE_MODEL = "change_model"
    CORRECT_TEAM = "correct_team"
    REMOVE_PARTICIPANT = "remove_participant"
    SET_LIMITS = "set_limits"
    NAME_SPEAKERS = "name_speakers"
    SET_DAYS = "set_days"
    TICK = "tick"
    ANSWER = "answer"
    SUBMIT = "submit"
    RESET_CODE = "reset_code"
    REVEAL = "reveal"
    OPEN_ROUND = "open_round"
    ANSWER_ROUND = "answer_round"
    CLOSE_ROUND = "close_round"
    CANCEL_ROUND = "cancel_round"
    SETTLE = "settle"
    GATHER = "gather"
    ACCEPT = "accept"
    REOPEN = "reopen"
    VISIT = "visit"
    EDIT_PLAN = "edit_plan"
    APPROVE_PLAN = "approve_plan"
    DELIVER = "deliver"
    FOLLOW_UP = "follow_up"
    DELETE_ANSWERS = "delete_answers"
    DELETE_PERSON = "delete_person"
    START_NEXT = "start_next"


@dataclass(frozen=True, slots=True)
class Rule:
    """From which states an event may happen, who may cause it, where it leads, and whether it can be undone.

    ``to`` is None where the state follows from more than the event (settling the last subcriterion).
    """

    origins: frozenset[State]
    who: frozenset[Who]
    to: State | None
    undoable: bool


def _from(*states: State) -> frozenset[State]:
    return frozenset(states)


_BEFORE = _from(State.PREPARING, State.ANSWERING)
_MEETING = _from(State.REVEALED, State.SETTLED)
_AFTER = _from(State.ACCEPTED, State.PLAN_APPROVED, State.DELIVERED, State.FOLLOW_UP)
_ALWAYS = frozenset(State)
_TEAM = frozenset({Who.LEADER, Who.FACILITATOR})
_LEADER = frozenset({Who.LEADER})
_PARTICIPANT = frozenset({Who.PARTICIPANT})
_VISITOR = frozenset({Who.VISITOR})

RULES: Mapping[Event, Rule] = {
    Event.PREPARE: Rule(_BEFORE, _TEAM, None, True),
    Event.CHANGE_UNIT: Rule(_ALWAYS, _TEAM, None, True),
    Event.CHANGE_MODEL: Rule(_from(State.PREPARING), _TEAM, State.PREPARING, True),
    Event.CORRECT_TEAM: Rule(_ALWAYS, _TEAM, None, True),
    Event.REMOVE_PARTICIPANT: Rule(_BEFORE, _TEAM, None, True),
    Event.SET_LIMITS: Rule(_BEFORE | _MEETING, _TEAM, None, True),
    Event.NAME_SPEAKERS: Rule(_MEETING, _TEAM, None, True),
    Event.SET_DAYS: Rule(_ALWAYS, _TEAM, None, True),
    Event.TICK: Rule(_ALWAYS, _TEAM, None, True),
    Event.ANSWER: Rule(_BEFORE, _PARTICIPANT, State.ANSWERING, True),
    Event.SUBMIT: Rule(_from(State.ANSWERING), _PARTICIPANT, State.ANSWERING, True),
    Event.RESET_CODE: Rule(_ALWAYS, _TEAM, None, False),
    Event.REVEAL: Rule(_from(State.ANSWERING), _TEAM, State.REVEALED, False),
    Event.OPEN_ROUND: Rule(_MEETING, _TEAM, None, True),
    Event.ANSWER_ROUND: Rule(_MEETING, _PARTICIPANT, None, True),
    Event.CLOSE_ROUND: Rule(_MEETING, _TEAM, None, False),
    Event.CANCEL_ROUND: Rule(_MEETING, _TEAM, None, True),
    Event.SETTLE: Rule(_MEETING, _TEAM, None, True),
    Event.GATHER: Rule(_MEETING, _TEAM, None, True),
    Event.ACCEPT: Rule(_from(State.SETTLED), _LEADER, State.ACCEPTED, False),
    Event.REOPEN: Rule(_AFTER, _LEADER, State.SETTLED, False),
    Event.VISIT: Rule(_AFTER, _VISITOR, None, True),
    Event.EDIT_PLAN: Rule(_AFTER, _TEAM, None, True),
    Event.APPROVE_PLAN: Rule(_from(State.ACCEPTED, State.DELIVERED), _LEADER, State.PLAN_APPROVED, True),
    Event.DELIVER: Rule(_AFTER, _TEAM, None, False),
    Event.FOLLOW_UP: Rule(_from(State.PLAN_APPROVED, State.DELIVERED), _TEAM, State.FOLLOW_UP, True),
    Event.DELETE_ANSWERS: Rule(_AFTER, _LEADER, None, False),
    Event.DELETE_PERSON: Rule(_BEFORE | _AFTER, _TEAM | _PARTICIPANT, None, False),
    Event.START_NEXT: Rule(_AFTER, _TEAM, None, True),
}


def state_of(evaluation: Evaluation, *, answered: bool, settled: bool) -> State:
    """The state that follows from the facts: any answer at all, every subcriterion agreed or parked."""
    if evaluation.accepted is not None:
        return _after_acceptance(evaluation)
    if evaluation.revealed is not None:
        return State.SETTLED if settled else State.REVEALED
    return State.ANSWERING if answered else State.PREPARING


def _after_acceptance(evaluation: Evaluation) -> State:
    if evaluation.follow_up is not None:
        return State.FOLLOW_UP
    if evaluation.delivered is not None:
        return State.DELIVERED
    return State.ACCEPTED if evaluation.plan_approved is None else State.PLAN_APPROVED


def require(event: Event, state: State) -> Rule:
    """The rule of an event that may happen now. Raises Problem E_STATE or, for late answers, E_REVEALED."""
    rule = RULES[event]
    if state in rule.origins:
        return rule
    if _is_early(rule, state):
        raise Problem("E_STATE", *_TOO_EARLY.get(event, _NOT_NOW))
    if event is Event.DELETE_PERSON:
        raise Problem("E_STATE", *_MEETING_FIRST)
    if event is Event.CHANGE_MODEL:
        raise Problem("E_STATE", *_MODEL_LOCKED)
    if event in _ON_ANSWERS:
        raise Problem("E_REVEALED", *(_ANSWERS_LOCKED if state in _MEETING else _RESULT_LOCKED))
    raise Problem("E_STATE", *(_RESULT_LOCKED if state in _AFTER else _NOT_NOW))


def _is_early(rule: Rule, state: State) -> bool:
    order = list(State)
    return order.index(state) < min(order.index(origin) for origin in rule.origins)


_NOT_NOW = (
    say("Det kan ikke gøres på dette tidspunkt i evalueringen."),
    say("Se med kvik show, hvor langt I er. Intet er ændret."),
)
_MODEL_LOCKED = (
    say("Nogen har svaret, så modellen og metoden kan ikke længere ændres."),
    say("Fjern svarene først, eller lav en ny evaluering. Intet er ændret."),
)
_MEETING_FIRST = (
    say("Mødet bruger alles svar, så én persons svar kan ikke slettes nu."),
    say("Slet dem, når resultatet er godkendt. Alle svar er gemt, som de var."),
)
_ON_ANSWERS = (Event.PREPARE, Event.REMOVE_PARTICIPANT, Event.ANSWER, Event.SUBMIT, Event.ANSWER_ROUND)
_ANSWERS_LOCKED = (
    say("Svarene er åbnet, så de kan ikke længere ændres."),
    say("Er I uenige, kan I åbne en ny runde for et delkriterium. Alle svar er gemt, som de var."),
)
_RESULT_LOCKED = (
    say("Resultatet er godkendt, så det kan ikke længere ændres."),
    say("Åbn resultatet igen med en begrundelse, hvis det er nødvendigt. Alt er gemt, som det var."),
)
_REVEAL_FIRST = (
    say("Svarene er ikke åbnet endnu."),
    say("Åbn dem sammen, når alle har svaret. Intet er ændret."),
)
_ACCEPT_FIRST = (
    say("Resultatet er ikke godkendt endnu."),
    say("Lad lederen godkende resultatet først. Intet er ændret."),
)
_TOO_EARLY: Mapping[Event, tuple[Text, Text]] = {
    Event.SUBMIT: (say("Der er ingen svar at aflevere."), say("Besvar mindst ét delkriterium først.")),
    Event.REVEAL: (
        say("Der er ingen svar at åbne."),
        say("Hent svarene ind først. Intet er ændret."),
    ),
    Event.NAME_SPEAKERS: _REVEAL_FIRST,
    Event.OPEN_ROUND: _REVEAL_FIRST,
    Event.ANSWER_ROUND: _REVEAL_FIRST,
    Event.CLOSE_ROUND: _REVEAL_FIRST,
    Event.CANCEL_ROUND: _REVEAL_FIRST,
    Event.SETTLE: _REVEAL_FIRST,
    Event.GATHER: _REVEAL_FIRST,
    Event.ACCEPT: (
        say("Alle delkriterier skal være fastlagt eller parkeret, før resultatet kan godkendes."),
        say("Fastlæg de sidste, eller parkér dem med en note. Det, I har fastlagt, er gemt."),
    ),
    Event.REOPEN: _ACCEPT_FIRST,
    Event.VISIT: _ACCEPT_FIRST,
    Event.EDIT_PLAN: _ACCEPT_FIRST,
    Event.APPROVE_PLAN: _ACCEPT_FIRST,
    Event.DELIVER: _ACCEPT_FIRST,
    Event.FOLLOW_UP: (
        say("Handlingsplanen er ikke godkendt endnu."),
        say("Godkend handlingsplanen først. Intet er ændret."),
    ),
    Event.DELETE_ANSWERS: _ACCEPT_FIRST,
    Event.START_NEXT: _ACCEPT_FIRST,
}
