"""What one can do with an evaluation up to the reveal: begin, compose the group, answer, hand in, reveal."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kvik_desktop.evaluation import store
from kvik_desktop.evaluation.collecting.answer_page import store as answer_pages
from kvik_desktop.evaluation.evidence import store as evidence
from kvik_desktop.evaluation.model import (
    Answer,
    AnswerSet,
    Evaluation,
    EventRecord,
    FrozenModel,
    HandIn,
    Level,
    Participant,
    Revealed,
    Statement,
    StatementKind,
    Unit,
    Way,
    check_rating,
    check_roster,
    check_unit,
)
from kvik_desktop.evaluation.privacy import store as privacy
from kvik_desktop.evaluation.states import Event, State, require, state_of
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.model_package.model import Method, ModelPackage, Sector
from kvik_desktop.model_package.reading import from_content, require_method
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.storage.work import Transaction, Work


@dataclass(frozen=True, slots=True)
class NewUnit:
    """What is asked about the unit at the start."""

    name: str
    sector: Sector
    id: str | None = None
    """The coordinator's id of the unit, where it is known; else a local id is made."""
    level: Level = Level.INSTITUTION
    parent: str | None = None
    municipality: str | None = None
    size: str = ""


@dataclass(frozen=True, slots=True)
class NewParticipant:
    """One line of the list of participants."""

    name: str
    role: str = ""
    leader: bool = False


@dataclass(frozen=True, slots=True)
class NewAnswer:
    """What one participant gives for one subcriterion: figures and texts.

    ``later`` marks it to come back to: then words alone are no answer. Kinds of texts not given stay.
    """

    subcriterion: str
    rating: Rating
    texts: Mapping[StatementKind, tuple[str, ...]]
    later: bool = False


def begin(work: Work, unit: NewUnit, package: ModelPackage, method: Method, title: str) -> Change[Evaluation]:
    """Begin an evaluation: the unit is kept and the model package frozen as it is now.

    Raises Problem E_METHOD where the model does not offer the method, E_UNIT_ID for an id of another form,
    E_MODEL where the file knows the package's version with other content.
    """
    require_method(package, method)
    kept = Unit(
        unit.id or f"lokal-{work.new_id()}",
        unit.name,
        unit.level,
        unit.sector,
        unit.parent,
        unit.municipality,
        unit.size,
    )
    check_unit(kept)
    store.units.put(work, kept)
    freeze(work, package)
    evaluation = Evaluation(work.new_id(), kept.id, title, package.sha256, method, work.now())
    store.evaluations.put(work, evaluation)
    return changed(Kind.EVALUATION, value=evaluation, undo=say("ny evaluering"))


def freeze(work: Work, package: ModelPackage) -> None:
    """Keep the package as it is now: a version is a promise that this content goes with it."""
    for frozen in store.frozen_as(work, package.id, package.version):
        if frozen.sha256 != package.sha256:
            raise Problem(
                "E_MODEL",
                say(
                    "{id} {version} er brugt før med et andet indhold.",
                    id=package.id,
                    version=package.version,
                ),
                say("Giv den ændrede pakke eller det ændrede tillæg et nyt versionsnummer. Intet er ændret."),
            )
    store.frozen_models.put(work, FrozenModel(package.sha256, package.id, package.version, package.content))


def current(work: Transaction) -> Evaluation:
    """The newest evaluation in the file. Raises Problem E_EMPTY where there is none."""
    evaluation = store.newest_evaluation(work)
    if evaluation is None:
        raise Problem(
            "E_EMPTY",
            say("Der er ingen evaluering i filen."),
            say("Lav en ny med kvik new. Filen er ikke ændret."),
        )
    return evaluation


def get(work: Transaction, evaluation: str) -> Evaluation:
    """One evaluation by its id, which the program itself has handed out."""
    found = store.evaluations.get(work, evaluation)
    assert found is not None, "an evaluation id always comes from the file itself"
    return found


def unit_of(work: Transaction, evaluation: Evaluation) -> Unit:
    """The unit that is evaluated."""
    found = store.units.get(work, evaluation.unit)
    assert found is not None, "every evaluation has its unit"
    return found


def package_of(work: Transaction, evaluation: Evaluation) -> ModelPackage:
    """The model package as it was frozen; every answer that is saved asks for it."""

    def read() -> ModelPackage:
        frozen = store.frozen_models.get(work, evaluation.model)
        assert frozen is not None, "every evaluation has its frozen model"
        return from_content(frozen.content, frozen.sha256)

    return work.remembered(f"model {evaluation.model}", read)


def roster(work: Transaction, evaluation: str) -> tuple[Participant, ...]:
    """The participants in their order."""
    return store.roster(work, evaluation)


def leader_of(work: Transaction, evaluation: str) -> Participant | None:
    """The one leader on the list, None where there is none or more than one."""
    found = leaders(work, evaluation)
    return found[0] if len(found) == 1 else None


def leaders(work: Transaction, evaluation: str) -> tuple[Participant, ...]:
    """Everybody who is a leader on the list: one of them accepts and approves."""
    return tuple(participant for participant in roster(work, evaluation) if participant.leader)


def add_participants(
    work: Work, evaluation: str, new: Sequence[NewParticipant]
) -> Change[tuple[Participant, ...]]:
    """Add people to the list, or correct the role of those who are there already (by name)."""
    require(Event.PREPARE, known_state(work, get(work, evaluation)))
    there = {participant.name: participant for participant in roster(work, evaluation)}
    position = max((participant.position for participant in there.values()), default=0)
    kept: list[Participant] = []
    for line in new:
        name = " ".join(line.name.split())
        before = there.pop(name, None)
        if before is None:
            position += 1
            before = Participant(work.new_id(), evaluation, position, name)
        kept.append(replace(before, role=line.role, leader=line.leader))
    check_roster([*there.values(), *kept])
    for participant in kept:
        store.participants.put(work, participant)
    undo = say_n("tilføj {n} deltager", "tilføj {n} deltagere", len(kept))
    return changed(Kind.PARTICIPANTS, value=tuple(kept), undo=undo)


def hand_ins(work: Transaction, evaluation: str) -> tuple[HandIn, ...]:
    """Who has handed in and how far the others are, without what anybody has answered."""
    of = sum(1 for _ in package_of(work, get(work, evaluation)).subcriteria())
    counts = store.answered_counts(work, evaluation)
    by_participant = {each.participant: each for each in store.sets_of(work, evaluation)}
    return tuple(
        HandIn(person, answered, of, own.submitted if own else None, incomplete)
        for person in roster(work, evaluation)
        for own in (by_participant.get(person.id),)
        for answered, incomplete in (counts.get(own.id if own else "", (0, 0)),)
    )


def ways(work: Transaction, evaluation: str) -> Mapping[str, frozenset[Way]]:
    """By participant how the answers came in; never what they are."""
    found: defaultdict[str, set[Way]] = defaultdict(set)
    for participant, way in store.ways_of(work, evaluation):
        if participant is not None:
            found[participant].add(way)
    return {participant: frozenset(each) for participant, each in found.items()}


def answer(
    work: Work, evaluation: str, participant: str, given: Sequence[NewAnswer], way: Way
) -> Change[AnswerSet]:
    """Keep one participant's answers; an earlier answer to the same subcriterion is replaced.

    Raises Problem E_REVEALED after the reveal and E_ANSWER where figures do not fit the method.
    """
    found = get(work, evaluation)
    # Whether it is the first answer makes no difference here, and asking would cost every save.
    require(Event.ANSWER, state_of(found, answered=True, settled=False))
    own = keep_answers(work, found, participant, given, way, 1)
    names = [each.subcriterion for each in given]
    if len(names) == 1:
        work.merge_typing(f"answer {own.id} {names[0]}")
        return changed(Kind.ANSWERS, value=own, undo=say("svar på {name}", name=names[0]))
    return changed(Kind.ANSWERS, value=own, undo=say_n("{n} svar", "{n} svar", len(names)))


def keep_answers(
    work: Work, evaluation: Evaluation, participant: str, given: Sequence[NewAnswer], way: Way, number: int
) -> AnswerSet:
    """Write answers of one participant in one round; the caller has asked the state table."""
    package = package_of(work, evaluation)
    before = store.set_of(work, evaluation.id, participant)
    own = before or AnswerSet(work.new_id(), evaluation.id, participant, way)
    if before is None:
        store.answer_sets.put(work, own)
    for each in given:
        rating = each.rating
        check_rating(rating, package.block_of(each.subcriterion), evaluation.method)
        store.answers.put(
            work,
            Answer.of(own.id, each.subcriterion, number, work.now(), way, rating, later=each.later),
        )
        for kind, lines in each.texts.items():
            if before is None and not lines:
                continue  # a first import of a wide table would ask in vain for every empty cell
            _keep_texts(work, Statement("", own.id, each.subcriterion, kind, number, 0, ""), lines)
    return own


def _keep_texts(work: Work, like: Statement, lines: Sequence[str]) -> None:
    """Replace the texts of one kind and round: the list as it stands is what the participant means."""
    before = store.statements_of(work, like.answer_set, like.subcriterion, like.kind, like.round)
    for old in before[len(lines) :]:
        store.statements.remove(work, old.id)
    for position, line in enumerate(lines):
        known = before[position] if position < len(before) else replace(like, id=work.new_id())
        store.statements.put(work, replace(known, position=position, text=line))


def submit(work: Work, evaluation: str, participant: str) -> Change[AnswerSet]:
    """Hand in one participant's answers; they can be withdrawn until the reveal."""
    require(Event.SUBMIT, known_state(work, get(work, evaluation)))
    own = _own_set(work, evaluation, participant)
    handed_in = replace(own, submitted=work.now())
    store.answer_sets.put(work, handed_in)
    return changed(Kind.ANSWERS, value=handed_in, undo=say("aflevering"))


def withdraw(work: Work, evaluation: str, participant: str) -> Change[AnswerSet]:
    """Take one participant's answers back to go on with them, before the reveal."""
    require(Event.SUBMIT, known_state(work, get(work, evaluation)))
    own = replace(_own_set(work, evaluation, participant), submitted=None)
    store.answer_sets.put(work, own)
    return changed(Kind.ANSWERS, value=own, undo=say("aflevering taget tilbage"))


def _own_set(work: Transaction, evaluation: str, participant: str) -> AnswerSet:
    own = store.set_of(work, evaluation, participant)
    if own is None:
        nothing = say("Deltageren har ikke svaret på noget endnu.")
        raise Problem("E_STATE", nothing, say("Besvar mindst ét delkriterium først."))
    return own


def own_answers(work: Transaction, evaluation: str, participant: str) -> Revealed:
    """What one participant has answered: for that participant alone."""
    own = store.set_of(work, evaluation, participant)
    sets = [own.id] if own else []
    return Revealed((own,) if own else (), store.answers_in(work, sets), store.statements_in(work, sets))


def reveal(work: Work, evaluation: str, by: str) -> Change[Evaluation]:
    """Open all answers to the group at once. Locks them, and can never be undone."""
    before = get(work, evaluation)
    require(Event.REVEAL, known_state(work, before))
    after = replace(before, revealed=work.now())
    store.evaluations.put(work, after)
    record_event(work, evaluation, Event.REVEAL, by)
    work.border()
    evidence.sweep(work)
    return changed(Kind.EVALUATION, Kind.ANSWERS, value=after)


def revealed_answers(work: Transaction, evaluation: str) -> Revealed:
    """Everybody's answers. Raises Problem E_HIDDEN before the reveal: there is no other way to them.

    Answers in a round that is still open are among them; the meeting leaves them out until it closes.
    """
    sets = _revealed_sets(work, evaluation)
    names = [each.id for each in sets]
    return Revealed(sets, store.answers_in(work, names), store.statements_in(work, names))


def revealed_scores(work: Transaction, evaluation: str) -> tuple[Answer, ...]:
    """As :func:`revealed_answers`, without the texts and without who answered."""
    return store.answers_in(work, [each.id for each in _revealed_sets(work, evaluation)])


def revealed_statements(work: Transaction, evaluation: str) -> tuple[Statement, ...]:
    """As :func:`revealed_answers`, the texts alone."""
    return store.statements_in(work, [each.id for each in _revealed_sets(work, evaluation)])


def _revealed_sets(work: Transaction, evaluation: str) -> tuple[AnswerSet, ...]:
    if get(work, evaluation).revealed is None:
        raise Problem(
            "E_HIDDEN",
            say("Svarene er skjult, til I åbner dem sammen."),
            say("Åbn svarene, når alle har afleveret. Alt er gemt."),
        )
    return store.sets_of(work, evaluation)


def answered_in_round(work: Transaction, evaluation: str, subcriterion: str, number: int) -> frozenset[str]:
    """The participants who have answered one subcriterion in one round; never what."""
    who = {each.id: each.participant for each in store.sets_of(work, evaluation)}
    given = store.answers_in_round(work, list(who), subcriterion, number)
    answered = (who[each.answer_set] for each in given if not each.is_undecided)
    return frozenset(person for person in answered if person is not None)


def remove_round(work: Work, evaluation: str, subcriterion: str, number: int) -> None:
    """Remove what was answered about one subcriterion in one round; the meeting's rule has been asked."""
    sets = [each.id for each in store.sets_of(work, evaluation)]
    store.remove_answers(work, sets, subcriterion, number)


def roles(work: Transaction, evaluation: str) -> tuple[tuple[str, int], ...]:
    """How many there are of each role: what may be told outside instead of names."""
    counted = Counter(person.role for person in roster(work, evaluation) if person.role)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def record_event(work: Work, evaluation: str, event: Event, by: str, reason: str = "") -> None:
    """Keep that something happened: who, when and why."""
    store.events.put(work, EventRecord(work.new_id(), evaluation, event.value, work.now(), by, reason))


def save(work: Work, evaluation: Evaluation) -> None:
    """Keep an evaluation's facts after a rule of a later room has been asked."""
    store.evaluations.put(work, evaluation)


def has_answers(work: Transaction, evaluation: str) -> bool:
    """Whether anybody has answered anything."""
    return store.has_answers(work, evaluation)


def forget_answers(work: Work, evaluation: str) -> int:
    """Delete every individual answer, code and ticket and every trace of them; how many sets there were."""
    sets = [each.id for each in store.sets_of(work, evaluation)]
    store.forget_sets(work, [*sets, *store.removed_sets(work, evaluation)])
    answer_pages.forget(work, evaluation)  # or an answer file that lies about could still be opened
    privacy.forget_belongings(work, [each.id for each in roster(work, evaluation)])
    privacy.forget_removed(work)
    return len(sets)


def known_state(work: Transaction, evaluation: Evaluation) -> State:
    """The state as far as this room can know it: whether all is settled belongs to the meeting."""
    answered = evaluation.revealed is None and store.has_answers(work, evaluation.id)
    return state_of(evaluation, answered=answered, settled=False)
