"""The state table, event by event: from where, by whom, where it leads, and what is refused."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kvik_desktop.evaluation.model import Evaluation
from kvik_desktop.evaluation.states import RULES, Event, State, Who, require, state_of
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.model_package.model import Method

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
EMPTY = Evaluation("e1", "u1", "2026", "0" * 64, Method.CLASSICAL, NOW)
ACCEPTED = replace(EMPTY, revealed=NOW, accepted=NOW)

FACTS = {
    State.PREPARING: (EMPTY, False, False),
    State.ANSWERING: (EMPTY, True, False),
    State.REVEALED: (replace(EMPTY, revealed=NOW), True, False),
    State.SETTLED: (replace(EMPTY, revealed=NOW), True, True),
    State.ACCEPTED: (ACCEPTED, True, True),
    State.PLAN_APPROVED: (replace(ACCEPTED, plan_approved=NOW), True, True),
    State.DELIVERED: (replace(ACCEPTED, plan_approved=NOW, delivered=NOW, edition=1), True, True),
    State.FOLLOW_UP: (replace(ACCEPTED, plan_approved=NOW, delivered=NOW, follow_up=NOW), True, True),
}

ALWAYS = " ".join(State)
ALLOWED = {
    Event.PREPARE: "preparing answering",
    Event.CHANGE_UNIT: ALWAYS,
    Event.CHANGE_MODEL: "preparing",
    Event.CORRECT_TEAM: ALWAYS,
    Event.REMOVE_PARTICIPANT: "preparing answering",
    Event.SET_LIMITS: "preparing answering revealed settled",
    Event.NAME_SPEAKERS: "revealed settled",
    Event.SET_DAYS: ALWAYS,
    Event.TICK: ALWAYS,
    Event.ANSWER: "preparing answering",
    Event.SUBMIT: "answering",
    Event.RESET_CODE: ALWAYS,
    Event.REVEAL: "answering",
    Event.OPEN_ROUND: "revealed settled",
    Event.ANSWER_ROUND: "revealed settled",
    Event.CLOSE_ROUND: "revealed settled",
    Event.CANCEL_ROUND: "revealed settled",
    Event.SETTLE: "revealed settled",
    Event.GATHER: "revealed settled",
    Event.ACCEPT: "settled",
    Event.REOPEN: "accepted plan_approved delivered follow_up",
    Event.VISIT: "accepted plan_approved delivered follow_up",
    Event.EDIT_PLAN: "accepted plan_approved delivered follow_up",
    Event.APPROVE_PLAN: "accepted delivered",
    Event.DELIVER: "accepted plan_approved delivered follow_up",
    Event.FOLLOW_UP: "plan_approved delivered",
    Event.DELETE_ANSWERS: "accepted plan_approved delivered follow_up",
    Event.DELETE_PERSON: "preparing answering accepted plan_approved delivered follow_up",
    Event.START_NEXT: "accepted plan_approved delivered follow_up",
}


@pytest.mark.parametrize("state", list(State))
def test_the_state_follows_from_the_facts(state: State) -> None:
    evaluation, answered, settled = FACTS[state]
    assert state_of(evaluation, answered=answered, settled=settled) is state


@pytest.mark.parametrize(("event", "state"), list(itertools.product(Event, State)))
def test_each_event_is_allowed_just_where_the_table_says(event: Event, state: State) -> None:
    if state.value in ALLOWED[event].split():
        assert require(event, state) is RULES[event]
        return
    with pytest.raises(Problem) as caught:
        require(event, state)
    on_answers = event in (
        Event.PREPARE,
        Event.REMOVE_PARTICIPANT,
        Event.ANSWER,
        Event.SUBMIT,
        Event.ANSWER_ROUND,
    )
    early = list(State).index(state) < list(State).index(State(ALLOWED[event].split()[0]))
    assert caught.value.code == ("E_REVEALED" if on_answers and not early else "E_STATE")


def test_what_can_never_be_undone() -> None:
    forever = {event for event, rule in RULES.items() if not rule.undoable}
    assert forever == {
        Event.RESET_CODE,
        Event.REVEAL,
        Event.CLOSE_ROUND,
        Event.ACCEPT,
        Event.REOPEN,
        Event.DELIVER,
        Event.DELETE_ANSWERS,
        Event.DELETE_PERSON,
    }


def test_the_leader_alone_accepts_reopens_approves_and_deletes() -> None:
    alone = {event for event, rule in RULES.items() if rule.who == {Who.LEADER}}
    assert alone == {Event.ACCEPT, Event.REOPEN, Event.APPROVE_PLAN, Event.DELETE_ANSWERS}
