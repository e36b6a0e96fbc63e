"""Voting with dots: opened, given in turn or typed in, hidden until all are shown, and then only sums."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kvik_desktop.action_plan import store
from kvik_desktop.action_plan.dots import (
    FEWEST,
    MOST,
    Ballot,
    DotVote,
    How,
    Turnout,
    check_dots,
    summed,
)
from kvik_desktop.action_plan.priorities import chosen
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.privacy import usecases as privacy
from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.storage.work import Transaction, Work
from kvik_desktop.workshop import usecases as meeting


def votes(work: Transaction, evaluation: str) -> tuple[DotVote, ...]:
    """Those that are shown, the oldest first."""
    return tuple(each for each in store.votes_of(work, evaluation) if each.shown is not None)


def open_vote(work: Transaction, evaluation: str) -> DotVote | None:
    """The vote in which dots are given now."""
    return next((each for each in store.votes_of(work, evaluation) if each.shown is None), None)


def turnout(work: Transaction, evaluation: str) -> Turnout | None:
    """Who has given dots in the open vote, and never where; None where none is open."""
    vote = open_vote(work, evaluation)
    if vote is None:
        return None
    given = store.ballots_of(work, vote)
    return Turnout(
        vote,
        frozenset(each.participant for each in given if each.participant is not None),
        sum(each.how is How.SLIP for each in given),
        any(each.how is How.HANDS for each in given),
    )


def begin(work: Work, evaluation: str, dots: int) -> Change[DotVote]:
    """Open a vote in which each person has so many dots, from 1 to 20; those before stay in the history.

    Raises Problem E_VOTE where one is open, and for other figures.
    """
    require(Event.EDIT_PLAN, meeting.state(work, evaluation))
    if open_vote(work, evaluation) is not None:
        raise _problem(
            say("I er allerede ved at give prikker."), say("Vis dem, eller opgiv afstemningen først.")
        )
    if not FEWEST <= dots <= MOST:
        allowed = say("Hver skal have fra {low} til {high} prikker.", low=FEWEST, high=MOST)
        raise _problem(allowed, say("Ret tallet. Intet er ændret."))
    number = max((each.number for each in store.votes_of(work, evaluation)), default=0) + 1
    vote = DotVote(evaluation, number, dots, work.now())
    store.votes.put(work, vote)
    return changed(Kind.AREAS, value=vote, undo=say("afstemning med prikker"))


def give(work: Work, evaluation: str, participant: str, dots: Mapping[str, int]) -> Change[Turnout]:
    """Keep where a participant puts their dots, instead of what they gave before; some may be left over.

    Raises Problem E_VOTE for more dots than there are or where no vote is open, E_STATEMENT for an area that
    is gone, E_PARTICIPANTS.
    """
    privacy.the_person(work, evaluation, participant)
    return _give(work, evaluation, How.TURN, dots, participant)


def give_slip(work: Work, evaluation: str, dots: Mapping[str, int]) -> Change[Turnout]:
    """Keep what stands on a slip of paper without a name. Raises as :func:`give`."""
    return _give(work, evaluation, How.SLIP, dots)


def give_hands(work: Work, evaluation: str, dots: Mapping[str, int]) -> Change[Turnout]:
    """Keep how many hands were raised for each area, instead of a count before.

    They are the hands of those who have not given dots each for themselves, so that nobody counts twice.
    Raises as :func:`give`, and Problem E_VOTE where everybody has.
    """
    return _give(work, evaluation, How.HANDS, dots)


def _give(
    work: Work,
    evaluation: str,
    how: How,
    dots: Mapping[str, int],
    participant: str | None = None,
) -> Change[Turnout]:
    vote = _the_open(work, evaluation)
    before = store.ballots_of(work, vote)
    own = _known(before, how, participant) or work.new_id()
    others = [each for each in before if each.id != own]
    voters = _rest(work, evaluation, others) if how is How.HANDS else 1
    if not voters:
        raise _problem(say("Alle har givet prikker."), say("Der er ingen hænder at tælle. Intet er ændret."))
    check_dots(dots, vote.dots * voters)
    if how is not How.HANDS:
        _leave_room(work, vote, others)
    given = {area: n for area, n in dots.items() if n}
    first = {each.id: each.statements[0].id for each in chosen(work, evaluation, [*given])} if given else {}
    kept = {first[area]: n for area, n in given.items()}
    store.ballots.put(work, Ballot(own, evaluation, vote.number, how, participant, voters, kept))
    value = turnout(work, evaluation)
    assert value is not None, "the vote is open"
    return changed(Kind.AREAS, value=value, undo=say("prikker"))


def _rest(work: Transaction, evaluation: str, given: Iterable[Ballot]) -> int:
    """How many are left to raise their hands."""
    alone = sum(each.voters for each in given if each.how is not How.HANDS)
    return max(len(evaluations.roster(work, evaluation)) - alone, 0)


def _leave_room(work: Work, vote: DotVote, others: Sequence[Ballot]) -> None:
    """Raised hands that were counted before stand for one person less when somebody gives for themselves."""
    hands = next((each for each in others if each.how is How.HANDS), None)
    if hands is None:
        return
    left = max(_rest(work, vote.evaluation, others) - 1, 0)
    if sum(hands.dots.values()) > vote.dots * left:
        raise _problem(
            say("Alle, der manglede, er talt med i håndsoprækningen."),
            say("Tæl hænderne igen uden den, der nu giver selv. Intet er ændret."),
        )
    store.ballots.put(work, replace(hands, voters=left))


def _known(given: Iterable[Ballot], how: How, participant: str | None) -> str | None:
    """The ballot that is given anew; a slip is always another one."""
    same = (each.id for each in given if each.how is how and each.participant == participant)
    return None if how is How.SLIP else next(same, None)


def show(work: Work, evaluation: str) -> Change[DotVote]:
    """Show the sums to everybody; who gave what is forgotten. A reveal of its own, so never undone.

    Raises Problem E_VOTE where no vote is open or nobody has given dots.
    """
    vote = _the_open(work, evaluation)
    given = store.ballots_of(work, vote)
    if not given:
        raise _problem(say("Ingen har givet prikker endnu."), say("Giv dem først. Intet er ændret."))
    voters = sum(each.voters for each in given)
    shown = replace(vote, shown=work.now(), voters=voters, sums=summed(given))
    store.forget_ballots(work, vote)
    store.votes.put(work, shown)
    return changed(Kind.AREAS, value=shown)


def give_up(work: Work, evaluation: str) -> Change[DotVote]:
    """Give the open vote up with all that was given in it; that is forgotten, so only an empty one is undone.

    Raises Problem E_VOTE where no vote is open.
    """
    vote = _the_open(work, evaluation)
    if store.ballots_of(work, vote):
        store.forget_ballots(work, vote)
    store.votes.remove(work, vote.evaluation, vote.number)
    undo = None if work.is_border else say("opgiv afstemning med prikker")
    return changed(Kind.AREAS, value=vote, undo=undo)


def _the_open(work: Work, evaluation: str) -> DotVote:
    require(Event.EDIT_PLAN, meeting.state(work, evaluation))
    vote = open_vote(work, evaluation)
    if vote is None:
        raise _problem(
            say("Der er ingen afstemning i gang."), say("Begynd en afstemning først. Intet er ændret.")
        )
    return vote


def _problem(message: Text, action: Text) -> Problem:
    return Problem("E_VOTE", message, action)
