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
from kvik_desktop.storage.work import Work
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
    for each in incoming:
        answer_round(work, evaluation, each.participant, each.given, each.way)
    count = sum(len(each.given) for each in incoming)
    taken = TakenIn(len(incoming), count)
    return changed(Kind.ANSWERS, value=taken, undo=say_n("{n} svar", "{n} svar", count))


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


def close_round(work: Work, evaluation: str, subcriterion: str, by: str) -> Change[Round]:
    """Close the open round and show its scores: a reveal of its own, so never undone.

    Raises Problem E_ROUND where no round is open or nobody has answered in it.
    """
    require(Event.CLOSE_ROUND, meeting.state(work, evaluation))
    closed = replace(_open_round(work, evaluation, subcriterion), closed=work.now())
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
    given_up = _open_round(work, evaluation, subcriterion)
    evaluations.remove_round(work, evaluation, subcriterion, given_up.number)
    store.rounds.remove(work, evaluation, subcriterion, given_up.number)
    undo = say("opgiv runden for {name}", name=subcriterion)
    return changed(Kind.CONSENSUS, Kind.ANSWERS, value=given_up, undo=undo)


def _open_round(work: Work, evaluation: str, subcriterion: str) -> Round:
    for each in meeting.open_rounds(work, evaluation):
        if each.subcriterion == subcriterion:
            return each
    raise Problem(
        "E_ROUND",
        say("Der er ingen åben runde for {name}.", name=subcriterion),
        say("Åbn en runde først. Intet er ændret."),
    )
