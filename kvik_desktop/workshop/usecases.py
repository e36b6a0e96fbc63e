"""What one can do at the meeting: reveal, read the room, open a new round, settle, park, accept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import pairwise

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import (
    Answer,
    Evaluation,
    HandIn,
    Statement,
    StatementKind,
    check_rating,
)
from kvik_desktop.evaluation.states import Event, State, require, state_of
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Detail, Problem
from kvik_desktop.foundation.rounding import whole
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.model_package.model import ModelPackage, Subcriterion
from kvik_desktop.model_package.scoring import Rating, ScoreSheet, band_of, score
from kvik_desktop.storage.work import Transaction, Work
from kvik_desktop.workshop import store
from kvik_desktop.workshop.convergence import stability
from kvik_desktop.workshop.gathered import GatheredStatement
from kvik_desktop.workshop.model import (
    Consensus,
    Item,
    Outcome,
    Result,
    Round,
    RoundResult,
    Tolerance,
    spread,
)
from kvik_desktop.workshop.visit import store as visits


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the group says of one subcriterion: figures, or parked with a note; texts replace the gathered."""

    subcriterion: str
    rating: Rating = field(default_factory=Rating)
    reason: str = ""
    parked: bool = False
    note: str = ""
    texts: Mapping[StatementKind, tuple[str, ...]] = field(default_factory=dict)


def state(work: Transaction, evaluation: str) -> State:
    """Where the evaluation stands."""
    found = evaluations.get(work, evaluation)
    return state_of(
        found,
        answered=evaluations.has_answers(work, evaluation),
        settled=found.revealed is not None and not unsettled(work, evaluation),
    )


def is_hidden(work: Transaction, evaluation: str) -> bool:
    """Whether the individual answers are still to be opened."""
    return evaluations.get(work, evaluation).revealed is None


def unsettled(work: Transaction, evaluation: str) -> tuple[Subcriterion, ...]:
    """The subcriteria that are neither agreed nor parked."""
    package = evaluations.package_of(work, evaluations.get(work, evaluation))
    done = store.agreements_of(work, evaluation)
    return tuple(sub for sub in package.subcriteria() if sub.id not in done)


def reveal(work: Work, evaluation: str, by: str) -> Change[Evaluation]:
    """Open all answers to the group and gather everybody's texts, without who wrote them."""
    change = evaluations.reveal(work, evaluation, by)
    gather(work, evaluation, _most_written_first(evaluations.revealed_statements(work, evaluation)))
    return change


def _most_written_first(written: Sequence[Statement]) -> list[Statement]:
    """What several wrote comes before what one wrote: it is seen where only the first texts are."""

    def same(each: Statement) -> tuple[str, StatementKind, str]:
        return each.subcriterion, each.kind, _words(each.text)

    counts = Counter(map(same, written))
    return sorted(written, key=lambda each: -counts[same(each)])


def gather(work: Work, evaluation: str, written: Iterable[Statement]) -> None:
    """Put individual texts on the common lists; the same words twice are one text with two sources."""
    lists: dict[tuple[str, StatementKind], dict[str, GatheredStatement]] = defaultdict(dict)
    for there in store.gathered_of(work, evaluation):
        lists[there.subcriterion, there.kind][_words(there.text)] = there
    for each in written:
        same = lists[each.subcriterion, each.kind]
        before = same.get(_words(each.text))
        same[_words(each.text)] = (
            replace(before, sources=before.sources + 1)
            if before
            else GatheredStatement(
                work.new_id(), evaluation, each.subcriterion, each.kind, len(same), each.text
            )
        )
    store.gathered.put_many(work, [text for same in lists.values() for text in same.values()])


def _words(text: str) -> str:
    """A text as it is compared: without case and extra blanks."""
    return " ".join(text.split()).casefold()


def open_rounds(work: Transaction, evaluation: str) -> tuple[Round, ...]:
    """The rounds that are open now, by subcriterion."""
    return tuple(each for each in store.rounds_of(work, evaluation) if each.closed is None)


def items(work: Transaction, evaluation: str) -> tuple[Item, ...]:
    """Every subcriterion with its rounds, agreement and texts. Raises Problem E_HIDDEN before the reveal."""
    found = evaluations.get(work, evaluation)
    package = evaluations.package_of(work, found)
    opened = store.rounds_of(work, evaluation)
    rounds = _rounds(work, found, package, opened)
    still_open = {each.subcriterion: each.number for each in opened if each.closed is None}
    agreed = store.agreements_of(work, evaluation)
    texts: dict[tuple[str, StatementKind], list[GatheredStatement]] = defaultdict(list)
    for each in store.gathered_of(work, evaluation):
        texts[each.subcriterion, each.kind].append(each)
    return tuple(
        Item(
            sub.id,
            rounds[sub.id],
            agreed.get(sub.id),
            {kind: tuple(texts[sub.id, kind]) for kind in StatementKind},
            still_open.get(sub.id),
        )
        for sub in package.subcriteria()
    )


def _rounds(
    work: Transaction, evaluation: Evaluation, package: ModelPackage, opened: Iterable[Round]
) -> dict[str, tuple[RoundResult, ...]]:
    """By subcriterion every round that is open to all, from the answers or from what was kept of them."""
    kept = {
        (each.subcriterion, each.round): RoundResult(
            each.round, each.n, each.cannot_judge, each.bands, each.flag
        )
        for each in store.frozen_of(work, evaluation.id)
    }
    given = _by_round(evaluations.revealed_scores(work, evaluation.id))
    tolerance = Tolerance.of(evaluation)
    closed: dict[str, list[int]] = defaultdict(list)
    for each in opened:
        if each.closed is not None:
            closed[each.subcriterion].append(each.number)

    def steps(subcriterion: str, number: int) -> Mapping[str, int]:
        """By answer set the step of whoever gave a score."""
        values = {
            answer.answer_set: answer.rating.value(package.block_of(subcriterion), evaluation.method)
            for answer in given[subcriterion, number]
        }
        return {
            each: band_of(whole(value), evaluation.method)
            for each, value in values.items()
            if value is not None
        }

    def taken(subcriterion: str, before: int, number: int) -> RoundResult:
        ratings = (answer.rating for answer in given[subcriterion, number])
        answers = spread(ratings, package.block_of(subcriterion), evaluation.method)
        moves = stability(steps(subcriterion, before), steps(subcriterion, number)) if before else None
        return RoundResult.of(number, answers, tolerance, moves)

    return {
        sub.id: tuple(
            kept.get((sub.id, number)) or taken(sub.id, before, number)
            for before, number in pairwise((0, 1, *closed[sub.id]))
        )
        for sub in package.subcriteria()
    }


def _by_round(answers: Iterable[Answer]) -> dict[tuple[str, int], list[Answer]]:
    found: dict[tuple[str, int], list[Answer]] = defaultdict(list)
    for answer in answers:
        if not answer.is_undecided:
            found[answer.subcriterion, answer.round].append(answer)
    return found


def suggestions(work: Transaction, evaluation: str) -> dict[str, Rating]:
    """By subcriterion the median of the newest round: where the talk begins, never what was agreed."""
    package = evaluations.package_of(work, evaluations.get(work, evaluation))
    found = items(work, evaluation)
    return {item.subcriterion: item.start(package.block_of(item.subcriterion)) for item in found}


def settle(work: Work, evaluation: str, agreed: Sequence[Agreed]) -> Change[tuple[Consensus, ...]]:
    """Keep what the group agreed on, or parked; texts that are given take the place of the gathered ones.

    Raises Problem E_CONSENSUS naming every subcriterion whose figures are not complete.
    """
    require(Event.SETTLE, state(work, evaluation))
    found = evaluations.get(work, evaluation)
    package = evaluations.package_of(work, found)
    require_known(work, evaluation, [each.subcriterion for each in agreed])
    _complete(agreed, package, found)
    kept = tuple(_consensus(work, evaluation, each) for each in agreed)
    store.agreements.put_many(work, kept)
    store.rub_out_drafts(work, evaluation, (each.subcriterion for each in agreed))
    for each in agreed:
        for kind, lines in each.texts.items():
            _replace_texts(work, evaluation, each.subcriterion, kind, lines)
    return changed(Kind.CONSENSUS, Kind.AREAS, value=kept, undo=_named(agreed))


def _named(agreed: Sequence[Agreed]) -> Text:
    if len(agreed) != 1:
        return say_n("fastlæg {n} delkriterium", "fastlæg {n} delkriterier", len(agreed))
    pattern = say("parkér {name}", name=agreed[0].subcriterion)
    return pattern if agreed[0].parked else say("fastlæg {name}", name=agreed[0].subcriterion)


def take_up(work: Work, evaluation: str, subcriterion: str) -> Change[None]:
    """Put what was agreed or parked back on the agenda; its texts stay."""
    require(Event.SETTLE, state(work, evaluation))
    require_known(work, evaluation, [subcriterion])
    store.agreements.remove(work, evaluation, subcriterion)
    return changed(Kind.CONSENSUS, Kind.AREAS, value=None, undo=say("tag {name} op igen", name=subcriterion))


def settle_green(work: Work, evaluation: str) -> Change[tuple[Consensus, ...]]:
    """Settle every green subcriterion that is still open and has a median to settle at.

    One with a round of hidden answers waits for them.
    """
    package = evaluations.package_of(work, evaluations.get(work, evaluation))
    green = [
        Agreed(item.subcriterion, item.start(package.block_of(item.subcriterion)))
        for item in items(work, evaluation)
        if not item.is_settled and item.is_agreed_on and item.open_round is None
    ]
    return settle(work, evaluation, green)


def require_known(work: Transaction, evaluation: str, names: Iterable[str]) -> None:
    """Raise Problem E_CONSENSUS for subcriteria the model does not have."""
    package = evaluations.package_of(work, evaluations.get(work, evaluation))
    unknown = [name for name in names if not package.has(name)]
    if unknown:
        raise Problem(
            "E_CONSENSUS",
            say("Modellen har ikke delkriteriet {names}.", names=", ".join(unknown)),
            say("Ret nummeret, fx 1.1. Intet er ændret."),
        )


def _complete(agreed: Sequence[Agreed], package: ModelPackage, evaluation: Evaluation) -> None:
    faults = []
    for each in agreed:
        block = package.block_of(each.subcriterion)
        if not each.parked:
            check_rating(each.rating, block, evaluation.method)
            if each.rating.value(block, evaluation.method) is None:
                faults.append(Detail(say("{name} mangler tal.", name=each.subcriterion)))
        elif not each.note.strip():
            faults.append(Detail(say("{name} er parkeret uden en note.", name=each.subcriterion)))
    if faults:
        raise Problem(
            "E_CONSENSUS",
            say("Nogle delkriterier er ikke gjort færdige."),
            say("Giv de tal, metoden kræver, eller parkér med en note. Intet er gemt."),
            faults,
        )


def _consensus(work: Work, evaluation: str, agreed: Agreed) -> Consensus:
    outcome = Outcome.PARKED if agreed.parked else Outcome.AGREED
    figures = asdict(Rating() if agreed.parked else agreed.rating)
    given = {**figures, "reason": agreed.reason, "note": agreed.note}
    return Consensus(evaluation, agreed.subcriterion, outcome, work.now(), **given)


def _replace_texts(
    work: Work, evaluation: str, subcriterion: str, kind: StatementKind, lines: Sequence[str]
) -> None:
    before = {
        each.text: each
        for each in store.gathered_of(work, evaluation)
        if (each.subcriterion, each.kind) == (subcriterion, kind)
    }
    new = [
        replace(before[line], position=position)
        if line in before
        else GatheredStatement(work.new_id(), evaluation, subcriterion, kind, position, line)
        for position, line in enumerate(dict.fromkeys(lines))
    ]
    store.replace_gathered(work, evaluation, subcriterion, kind, new)


def missing_reasons(work: Transaction, evaluation: str) -> tuple[str, ...]:
    """The agreed subcriteria that lie far from what was said and have no reason yet."""
    found = evaluations.get(work, evaluation)
    package, tolerance = evaluations.package_of(work, found), Tolerance.of(found)
    return tuple(
        item.subcriterion
        for item in items(work, evaluation)
        if item.lacks_reason(package.block_of(item.subcriterion), found.method, tolerance)
    )


def accept(work: Work, evaluation: str, by: str) -> Change[Evaluation]:
    """The leader accepts the result: agreed scores are frozen. Can never be undone, only reopened.

    Raises Problem E_ROUND while a round of hidden scores is open.
    """
    require(Event.ACCEPT, state(work, evaluation))
    still_open = ", ".join(each.subcriterion for each in open_rounds(work, evaluation))
    if still_open:
        raise Problem(
            "E_ROUND",
            say("Der er en åben runde for {names}.", names=still_open),
            say("Luk runden, eller opgiv den, før resultatet godkendes. Intet er ændret."),
        )
    accepted = replace(evaluations.get(work, evaluation), accepted=work.now(), accepted_by=by)
    evaluations.save(work, accepted)
    evaluations.record_event(work, evaluation, Event.ACCEPT, by)
    work.border()
    return changed(Kind.EVALUATION, value=accepted)


def reopen(work: Work, evaluation: str, by: str, reason: str) -> Change[Evaluation]:
    """Open an accepted result again, with a reason that is kept. Raises Problem E_REASON without one."""
    require(Event.REOPEN, state(work, evaluation))
    if not reason.strip():
        raise Problem(
            "E_REASON",
            say("Der mangler en begrundelse for at åbne resultatet igen."),
            say("Skriv kort hvorfor. Intet er ændret."),
        )
    before = evaluations.get(work, evaluation)
    after = replace(
        before,
        accepted=None,
        accepted_by="",
        plan_approved=None,
        plan_approved_by="",
        delivered=None,
        follow_up=None,
    )
    evaluations.save(work, after)
    evaluations.record_event(work, evaluation, Event.REOPEN, by, reason)
    work.border()
    return changed(Kind.EVALUATION, value=after)


def sheet(work: Transaction, evaluation: str) -> ScoreSheet:
    """The agreed scores and their means as they are now; what is not agreed is not scored."""
    found = evaluations.get(work, evaluation)
    ratings = {name: each.rating for name, each in store.agreements_of(work, evaluation).items()}
    return score(evaluations.package_of(work, found), found.method, ratings)


def result(work: Transaction, evaluation: str) -> Result:
    """Everything the evaluation has come to. Raises Problem E_HIDDEN before the reveal."""
    found = evaluations.get(work, evaluation)
    package = evaluations.package_of(work, found)
    taken = items(work, evaluation)
    people = evaluations.hand_ins(work, evaluation)
    return Result(
        unit=evaluations.unit_of(work, found),
        evaluation=found,
        package=package,
        state=state(work, evaluation),
        roles=evaluations.roles(work, evaluation),
        participants=len(people),
        answered=_answered(found, people, taken),
        items=taken,
        sheet=sheet(work, evaluation),
        validation=visits.validation_of(work, evaluation, found.accepted),
    )


def _answered(evaluation: Evaluation, people: Sequence[HandIn], taken: Sequence[Item]) -> int:
    """How many answered anything; when the answers are gone, the most that answered any subcriterion."""
    if evaluation.answers_deleted is None:
        return sum(1 for person in people if person.answered)
    return max((item.rounds[0].n + item.rounds[0].cannot_judge for item in taken), default=0)
