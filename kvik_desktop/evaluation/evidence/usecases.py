"""What one can do with evidence files: put them beside an answer, list them, and take the bytes out again."""

from __future__ import annotations

import hashlib

from kvik_desktop.evaluation import store as answers
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.evidence import store
from kvik_desktop.evaluation.evidence.file_types import type_of
from kvik_desktop.evaluation.evidence.model import LARGEST, MOST, Attachment, is_gone
from kvik_desktop.evaluation.model import Way, visible
from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.storage.work import Transaction, Work

LONGEST_NAME = 200
"""Characters of a file's name that are kept."""


def attach(
    work: Work, evaluation: str, participant: str, subcriterion: str, name: str, data: bytes
) -> Change[Attachment]:
    """Put a file beside one participant's answer, before the reveal; a question without one is put off.

    Raises Problem E_ATTACHMENT for a type that is not allowed or not what the name says, more than 20 MB,
    or more than 20 files; E_REVEALED after the reveal.
    """
    require(Event.ANSWER, evaluations.known_state(work, evaluations.get(work, evaluation)))
    shown = visible(name)[-LONGEST_NAME:]
    kind = type_of(shown, data)
    if len(data) > LARGEST:
        raise _too_much(shown)
    own = _answer_set(work, evaluation, participant, subcriterion)
    there = [each for each in store.attachments_in(work, [own]) if each.subcriterion == subcriterion]
    sha256 = hashlib.sha256(data).hexdigest()
    same = next((each for each in there if (each.sha256, each.name) == (sha256, shown)), None)
    if same is None and len(there) >= MOST:
        raise _too_many()
    added = same or Attachment(work.new_id(), own, subcriterion, shown, kind, sha256, len(data), work.now())
    store.keep_content(work, sha256, data)
    store.attachments.put(work, added)
    work.merge_typing(None)
    return changed(Kind.ANSWERS, value=added, undo=say("vedlæg {name}", name=shown))


def _answer_set(work: Work, evaluation: str, participant: str, subcriterion: str) -> str:
    """The participant's set; where nothing is answered, the question is there as put off, as with words."""
    own = answers.set_of(work, evaluation, participant)
    given = answers.answers_in(work, [own.id]) if own else ()
    if own is not None and any((each.subcriterion, each.round) == (subcriterion, 1) for each in given):
        return own.id
    put_off = NewAnswer(subcriterion, Rating(), {}, later=True)
    return evaluations.answer(work, evaluation, participant, [put_off], Way.LAPTOP).value.id


def detach(work: Work, evaluation: str, participant: str, attachment: str) -> Change[Attachment]:
    """Take one's own file away again, before the reveal. Raises Problem E_ATTACHMENT, E_REVEALED."""
    require(Event.ANSWER, evaluations.known_state(work, evaluations.get(work, evaluation)))
    gone = _one_of(own_attachments(work, evaluation, participant), attachment)
    store.attachments.remove(work, gone.id)
    return changed(Kind.ANSWERS, value=gone, undo=say("fjern {name}", name=gone.name))


def own_attachments(work: Transaction, evaluation: str, participant: str) -> tuple[Attachment, ...]:
    """What one participant has put beside the answers: for that participant alone until the reveal."""
    own = answers.set_of(work, evaluation, participant)
    return store.attachments_in(work, [own.id] if own else [])


def revealed_attachments(work: Transaction, evaluation: str) -> tuple[Attachment, ...]:
    """Everybody's files, without the bytes. Raises Problem E_HIDDEN before the reveal."""
    sets = evaluations.revealed_answers(work, evaluation).sets
    return store.attachments_in(work, [each.id for each in sets])


def own_content(
    work: Transaction, evaluation: str, participant: str, attachment: str
) -> tuple[Attachment, bytes]:
    """One's own file with its bytes, unchanged since it was attached. Raises Problem E_ATTACHMENT."""
    return _with_bytes(work, _one_of(own_attachments(work, evaluation, participant), attachment))


def revealed_content(work: Transaction, evaluation: str, attachment: str) -> tuple[Attachment, bytes]:
    """Anybody's file with its bytes. Raises Problem E_HIDDEN before the reveal, E_ATTACHMENT."""
    return _with_bytes(work, _one_of(revealed_attachments(work, evaluation), attachment))


def _one_of(found: tuple[Attachment, ...], attachment: str) -> Attachment:
    for each in found:
        if each.id == attachment:
            return each
    raise is_gone()


def _with_bytes(work: Transaction, found: Attachment) -> tuple[Attachment, bytes]:
    data = store.content(work, found.sha256)
    if hashlib.sha256(data).hexdigest() != found.sha256:
        raise Problem(
            "E_ATTACHMENT",
            say("{name} er ikke, som den var, da den blev vedlagt.", name=found.name),
            say("Hent evalueringen fra en sikkerhedskopi. Filen er ikke taget ud."),
        )
    return found, data


def _too_much(name: str) -> Problem:
    return Problem(
        "E_ATTACHMENT",
        say("{name} er større end {limit} MB.", name=name, limit=LARGEST // 2**20),
        say(
            "Gør den mindre, fx ved at gemme den som PDF, eller skriv, hvor den ligger. Den er ikke vedlagt."
        ),
    )


def _too_many() -> Problem:
    return Problem(
        "E_ATTACHMENT",
        say("Der ligger allerede {n} filer ved delkriteriet.", n=MOST),
        say("Fjern en fil, eller saml flere i én. Filen er ikke vedlagt."),
    )
