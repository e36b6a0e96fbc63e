"""Individual answers on their way in, and further rounds of hidden scores for one subcriterion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting import taking_in
from kvik_desktop.evaluation.collecting.incoming import Incoming
from kvik_desktop.evaluation.collecting.taking_in import TakenIn
from kvik_desktop.evaluation.model import AnswerSet, Way
from kvik_desktop.evaluation.states import Event, State, require
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.storage.work import Transaction, Work
from kvik_desktop.workshop import store
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.model import Round


def receive(
    work: Work, evaluation: str, incoming: Sequence[Incoming], *, replace: bool = False
) -> Change[TakenIn]:
    """Take in what was sent back as ``taking_in.receive`` does; after the reveal it goes to open rounds.

    In a round an answer replaces what the same person gave in it before. Raises Problem E_REVEALED where
    there is an answer for a subcriterion without an open round; then nothing is kept.
    """
    if meeting.state(work, evaluation) in (State.PREPARING, State.ANSWERING):
        return taking_in.receive(work, evaluation, incoming, replace=replace)
    given, alike = 0, 0
    for each in incoming:
        fresh = [answer for answer in each.given if not _lies_there(work, evaluation, each, answer)]
        if fresh or not each.given:
            answer_round(work, evaluation, each.participant, fresh, each.way)
        given, alike = given + len(fresh), alike + len(each.given) - len(fresh)
    taken = TakenIn(len(incoming), given, alike)
    return changed(Kind.ANSWERS, value=taken, undo=say_n("{n} svar", "{n} svar", given))


def _lies_there(work: Transaction, evaluation: str, incoming: Incoming, given: NewAnswer) -> bool:
    """Whether a person has answered just the same in an open round, without words of their own."""
    numbers = {each.subcriterion: each.number for each in meeting.open_rounds(work, evaluation)}
    place = given.subcriterion, numbers.get(given.subcriterion)
    own = evaluations.own_answers(work, evaluation, incoming.participant).answers
    same = any((each.subcriterion, each.round) == place and each.rating == given.rating for each in own)
    return same and not given.later and not any(given.texts.values())


def open_round(work: Work, evaluation: str, subcriterion: str) -> Change[Round]:
    """Open one subcriterion for new hidden scores; what was answered before stays in the history."""
    require(Event.OPEN_ROUND, meeting.state(work, evaluation))
    meeting.require_known(work, evaluation, [subcriterion])
    before = [each for each in store.rounds_of(work, evaluation) if each.subcriterion == subcriterion]
    if before and before[-1].closed is None:
        return changed(Kind.CONSENSUS, value=before[-1])
    number = before[-1].number + 1 if before else 2
    opened = Round(evaluation, subcriterion, number, work.now())
    store.rounds.put(work, opened)
    return changed(Kind.CONSENSUS, value=opened, undo=say("ny runde for {name}", name=subcriterion))


def answer_round(
    work: Work, evaluation: str, participant: str, given: Sequence[NewAnswer], way: Way
) -> Change[AnswerSet]:
    """Keep one participant's answers in the rounds that are open now; they are hidden until each closes.

    Raises Problem E_REVEALED where an answer is for a subcriterion without an open round.
    """
    require(Event.ANSWER_ROUND, meeting.state(work, evaluation))
    numbers = {each.subcriterion: each.number for each in meeting.open_rounds(work, evaluation)}
    late = [each.subcriterion for each in given if each.subcriterion not in numbers]
    if late or not given:
        raise Problem(
            "E_REVEALED",
            say("Svarene er åbnet, og der er ikke åbnet en ny runde for {names}.", names=", ".join(late)),
            say("Åbn en ny runde for delkriteriet først. Alle svar er gemt, som de var."),
        )
    found = evaluations.get(work, evaluation)
    for each in given:
        own = evaluations.keep_answers(work, found, participant, [each], way, numbers[each.subcriterion])
    return changed(Kind.ANSWERS, value=own, undo=say("svar i ny runde"))


def type_card(
    work: Work, evaluation: str, participant: str, given: NewAnswer, way: Way = Way.LAPTOP
) -> Change[AnswerSet]:
    """As :func:`answer_round` for a raised card; its step and its exact number are one step of undo."""
    change = answer_round(work, evaluation, participant, [given], way)
    work.merge_typing(f"card {participant} {given.subcriterion}")
    return change


def take_back(work: Work, evaluation: str, subcriterion: str, participant: str) -> Change[AnswerSet]:
    """Let one participant's answer in the open round be none, as a card that was typed by mistake.

    Raises Problem E_REVEALED where no round is open.
    """
    nothing = NewAnswer(subcriterion, Rating(), {}, later=True)
    change = answer_round(work, evaluation, participant, [nothing], Way.LAPTOP)
    return replace(change, undo=say("tag svar i ny runde tilbage"))


def close_round(work: Work, evaluation: str, subcriterion: str, by: str) -> Change[Round]:
    """Close the open round and show its scores: a reveal of its own, so never undone.

    Raises Problem E_ROUND where no round is open or nobody has answered in it.
    """
    require(Event.CLOSE_ROUND, meeting.state(work, evaluation))
    closed = replace(open_round_of(work, evaluation, subcriterion), closed=work.now())
    given = evaluations.revealed_answers(work, evaluation)
    place = (subcriterion, closed.number)
    if all((each.subcriterion, each.round) != place or each.is_undecided for each in given.answers):
        raise Problem(
            "E_ROUND",
            say("Ingen har svaret i runden for {name}.", name=subcriterion),
            say("Hent svarene ind, eller opgiv runden. Intet er ændret."),
        )
    store.rounds.put(work, closed)
    written = [each for each in given.statements if (each.subcriterion, each.round) == place]
    meeting.gather(work, evaluation, written)
    evaluations.record_event(work, evaluation, Event.CLOSE_ROUND, by, subcriterion)
    work.border()
    return changed(Kind.CONSENSUS, Kind.ANSWERS, value=closed)


def cancel_round(work: Work, evaluation: str, subcriterion: str) -> Change[Round]:
    """Give an open round up, with the hidden answers in it; it is as if it had never been opened.

    Raises Problem E_ROUND where no round is open.
    """
    require(Event.CANCEL_ROUND, meeting.state(work, evaluation))
    given_up = open_round_of(work, evaluation, subcriterion)
    evaluations.remove_round(work, evaluation, subcriterion, given_up.number)
    store.rounds.remove(work, evaluation, subcriterion, given_up.number)
    undo = say("opgiv runden for {name}", name=subcriterion)
    return changed(Kind.CONSENSUS, Kind.ANSWERS, value=given_up, undo=undo)


def open_round_of(work: Transaction, evaluation: str, subcriterion: str) -> Round:
    """The open round of one subcriterion. Raises Problem E_ROUND where none is open."""
    for each in meeting.open_rounds(work, evaluation):
        if each.subcriterion == subcriterion:
            return each
    raise Problem(
        "E_ROUND",
        say("Der er ingen åben runde for {name}.", name=subcriterion),
        say("Åbn en runde først. Intet er ændret."),
    )
