"""What one can do with own codes: choose one, open one's turn with it, and reset one that is forgotten."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.answering import Sheet, Team, sheet_of, team_of
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.own_code import store
from kvik_desktop.evaluation.own_code.model import SALT_BYTES, OwnCode, hashed
from kvik_desktop.evaluation.states import Event
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.storage.work import Transaction, Work


class Door(StrEnum):
    """What stands between a name on the list and that person's answers."""

    OPEN = "open"
    LOCKED = "locked"
    RESET = "reset"
    """The code was forgotten: a new one is chosen before anything is shown."""


@dataclass(frozen=True)
class Seat:
    """What the laptop shows whoever sits down at it: the group, and at most one participant's own answers."""

    team: Team
    doors: Mapping[str, Door]
    ways: Mapping[str, frozenset[Way]]
    """By participant how answers came in; asked for only where it is nobody's turn."""
    sheet: Sheet | None
    """None where it is nobody's turn, and behind a door that is not open."""


def seat(work: Transaction, participant: str = "", *, is_opened: bool = False) -> Seat:
    """The group, with the answers of whose turn it is; ``is_opened`` is that the code was given before."""
    team = team_of(work)
    evaluation = team.evaluation.id
    found = doors(work, evaluation)
    if not participant:
        return Seat(team, found, evaluations.ways(work, evaluation), None)
    is_open = is_opened or found.get(participant) is Door.OPEN
    return Seat(team, found, {}, sheet_of(work, evaluation, participant) if is_open else None)


def doors(work: Transaction, evaluation: str) -> Mapping[str, Door]:
    """By participant what stands before the answers."""
    people = [each.id for each in evaluations.roster(work, evaluation)]
    codes = {each.participant: each for each in store.codes_of(work, people)}
    return {person: _door(codes.get(person)) for person in people}


def _door(code: OwnCode | None) -> Door:
    if code is None:
        return Door.OPEN
    return Door.RESET if code.is_reset else Door.LOCKED


def set_code(
    work: Work, evaluation: str, participant: str, code: str, before: str | None = None
) -> Change[None]:
    """Choose a code, or another in the place of ``before``; never undone, for a turn ends with it.

    Raises Problem E_CODE unless it has 4-64 characters and ``before`` is the code there is.
    """
    there = _code_of(work, evaluation, participant)
    if _door(there) is Door.LOCKED:
        _require(there, before)
    store.replace_code(work, hashed(participant, code, secrets.token_bytes(SALT_BYTES), work.now()))
    return changed(Kind.PARTICIPANTS, value=None)


def drop_code(work: Work, evaluation: str, participant: str, code: str) -> Change[None]:
    """Go on without a code. Raises Problem E_CODE where this is not it."""
    _require(_code_of(work, evaluation, participant), code)
    store.forget_code(work, participant)
    return changed(Kind.PARTICIPANTS, value=None)


def open_turn(work: Transaction, evaluation: str, participant: str, code: str | None = None) -> Sheet | None:
    """One's own answers, where the code fits or there is none; None where nobody has that id.

    Raises Problem E_CODE for a wrong or missing code, and after a reset until a new one is chosen.
    """
    there = _code_of(work, evaluation, participant)
    if there is not None:
        _require(there, code)
    return sheet_of(work, evaluation, participant)


def reset_code(work: Work, evaluation: str, participant: str, by: str) -> Change[None]:
    """Take a forgotten code away: nothing is shown by it and nothing lost, and that it was done is kept."""
    there = _code_of(work, evaluation, participant)
    if there is None:
        return changed(value=None)
    store.replace_code(work, OwnCode(participant, work.now()))
    evaluations.record_event(work, evaluation, Event.RESET_CODE, by, participant)
    return changed(Kind.PARTICIPANTS, value=None)


def _code_of(work: Transaction, evaluation: str, participant: str) -> OwnCode | None:
    if all(each.id != participant for each in evaluations.roster(work, evaluation)):
        return None
    found = store.codes_of(work, [participant])
    return found[0] if found else None


def _require(there: OwnCode | None, code: str | None) -> None:
    if there is not None and there.is_reset:
        raise Problem(
            "E_CODE",
            say("Koden blev nulstillet {when}.", when=there.changed),
            say("Vælg en ny kode, før svarene vises. De er alle gemt."),
        )
    if there is None or code is None or not there.fits(code):
        raise Problem(
            "E_CODE",
            say("Koden passer ikke."),
            say("Prøv igen, eller bed den, der styrer mødet, om at nulstille den. Ingen svar går tabt."),
        )
