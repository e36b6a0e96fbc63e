"""Deciding what leaves the machine: each text with a find gets an answer, each part goes or stays.

What is decided is kept in the evaluation file, so that it can be undone and is there for the next edition.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from kvik_desktop.bundle import store
from kvik_desktop.bundle.filling import NO_NAME, clean
from kvik_desktop.bundle.finds import Find, FindKind, Person, finds_in, masked, roles_for
from kvik_desktop.bundle.model import PartChoice, TextChoice
from kvik_desktop.bundle.privacy import REMOVED, Choices, Part, Preview, part_of, place_name, preview
from kvik_desktop.bundle.sender import Wishes, campaign_of, fitting_campaigns
from kvik_desktop.bundle.usecases import Material, material
from kvik_desktop.envelope.packages import OpenedList
from kvik_desktop.envelope.trust_list import Campaign
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.storage.work import Transaction, Work
from kvik_desktop.workshop import usecases as meeting

NAMES = "names"
"""The part that is usually left out: names of those responsible for actions."""


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A text in which something was found, as it was written and as it goes."""

    place: str
    original: str
    text: str
    """As it goes; what looks like a CPR number is still in it."""
    finds: tuple[Find, ...]
    """What is left to decide, in order."""
    choice: TextChoice | None
    """What is decided already."""
    safe: str
    """The text without the gravest of what is left."""
    kind: FindKind | None
    """The gravest of what is left, or of what was found; None where nothing ever was."""

    @property
    def is_open(self) -> bool:
        """Whether something is left to decide."""
        return bool(self.finds)


@dataclass(frozen=True, slots=True)
class Review:
    """Everything the sender looks at before a package is made."""

    preview: Preview
    texts: tuple[LookedAt, ...]
    """Those with something in them, the gravest first."""
    choices: Choices
    coordinator: str | None
    """Who gets it, where a trust list or an invitation says."""
    campaign: Campaign | None
    campaigns: tuple[Campaign, ...]
    """Those the evaluation could be delivered in."""
    smallest_group: int
    plan_approved: bool
    package: ModelPackage
    method: Method

    @property
    def open_texts(self) -> int:
        """How many texts are left to decide about."""
        return sum(each.is_open for each in self.texts)


def review(work: Transaction, evaluation: str, trust: OpenedList | None = None) -> Review:
    """What would leave the machine, and what to decide first. Raises Problem E_STATE."""
    chosen, found = _chosen(work, evaluation, trust)
    wishes = Wishes(trust, None, chosen)
    return Review(
        preview=preview(found.draft, chosen, found.people),
        texts=tuple(_looked_at(work, evaluation, found, chosen)),
        choices=chosen,
        coordinator=trust.trust_list.coordinator.name if trust else None,
        campaign=campaign_of(found.result, wishes, work.now()),
        campaigns=fitting_campaigns(found.result, trust, work.now()),
        smallest_group=found.smallest_group,
        plan_approved=found.result.evaluation.plan_approved is not None,
        package=found.result.package,
        method=found.result.evaluation.method,
    )


def choices(work: Transaction, evaluation: str, trust: OpenedList | None = None) -> Choices:
    """What has been decided, as a delivery asks for it; void decisions are passed by."""
    return _chosen(work, evaluation, trust)[0]


def leave_out(work: Work, evaluation: str, place: str) -> Change[None]:
    """Let a text stay on the machine. Raises Problem E_PLACE where it is gone."""
    before = _choice(work, evaluation, place)
    return _decide(work, replace(before, left_out=True))


def rewrite(work: Work, evaluation: str, place: str, text: str) -> Change[None]:
    """Send another wording, which is searched too; an empty one is left out. Raises Problem E_PLACE."""
    before = _choice(work, evaluation, place)
    written = clean(text)
    if not written:
        return _decide(work, replace(before, left_out=True))
    return _decide(work, replace(before, text=written, left_out=False, kept=()))


def keep(work: Work, evaluation: str, place: str, kind: FindKind) -> Change[None]:
    """Let finds of this kind go with the text: it is no CPR number, or the name may be told."""
    before = _choice(work, evaluation, place)
    return _decide(work, replace(before, left_out=False, kept=tuple(dict.fromkeys((*before.kept, kind)))))


def reconsider(work: Work, evaluation: str, place: str) -> Change[None]:
    """Ask about a text again."""
    store.text_choices.remove(work, evaluation, place)
    return changed(
        Kind.DELIVERY, value=None, undo=say("spørg igen om teksten i {place}", place=place_name(place))
    )


def include(work: Work, evaluation: str, parts: Collection[str], *, wanted: bool) -> Change[None]:
    """Send parts, each one of :class:`Part` or ``names``, or leave them out."""
    require(Event.DELIVER, meeting.state(work, evaluation))
    for part in parts:
        usual = part != NAMES
        if wanted is usual:
            store.part_choices.remove(work, evaluation, part)
        else:
            store.part_choices.put(work, PartChoice(evaluation, part))
    undo = say("tag en del med i pakken") if wanted else say("udelad en del af pakken")
    return changed(Kind.DELIVERY, value=None, undo=undo)


def join_campaign(work: Work, evaluation: str, campaign: str | None) -> Change[None]:
    """Deliver in this campaign from now on; None leaves it to the list."""
    found = evaluations.get(work, evaluation)
    evaluations.save(work, replace(found, campaign=campaign))
    return changed(Kind.EVALUATION, Kind.DELIVERY, value=None, undo=say("vælg kampagne"))


def _decide(work: Work, choice: TextChoice) -> Change[None]:
    store.text_choices.put(work, choice)
    undo = say("svar om teksten i {place}", place=place_name(choice.place))
    return changed(Kind.DELIVERY, value=None, undo=undo)


def _choice(work: Work, evaluation: str, place: str) -> TextChoice:
    """What is decided about a text, nothing yet where that is void. Raises Problem E_PLACE."""
    written = _chosen(work, evaluation, None)[1].draft.written()
    if place not in written:
        raise Problem(
            "E_PLACE",
            say("Teksten er ikke i pakken længere."),
            say("Nogen har rettet eller slettet den. Se listen igen. Intet er ændret."),
        )
    before = store.text_choices.get(work, evaluation, place)
    if before is None or before.about != written[place]:
        return TextChoice(evaluation, place, written[place])
    return before


def _chosen(work: Transaction, evaluation: str, trust: OpenedList | None) -> tuple[Choices, Material]:
    parts = store.part_choices_of(work, evaluation)
    left_out = frozenset(part for part in Part if part.value in parts)
    wishes = Choices(leave_out=left_out, names=NAMES in parts)
    found = material(work, evaluation, Wishes(trust, None, wishes))
    standing = _standing(store.text_choices_of(work, evaluation), found.draft.written())
    chosen = replace(
        wishes,
        leave_out_texts=frozenset(each.place for each in standing if each.left_out),
        rewritten={each.place: each.text for each in standing if each.text},
        not_cpr=frozenset(each.place for each in standing if FindKind.CPR in each.kept),
    )
    return chosen, found


def _standing(decided: Mapping[str, TextChoice], written: Mapping[str, str]) -> list[TextChoice]:
    """The decisions about texts that are still as they were."""
    return [choice for place, choice in decided.items() if written.get(place) == choice.about]


def _looked_at(work: Transaction, evaluation: str, found: Material, chosen: Choices) -> list[LookedAt]:
    written = found.draft.written()
    decided = {each.place: each for each in _standing(store.text_choices_of(work, evaluation), written)}
    shown = []
    for place, original in written.items():
        if part_of(place) in chosen.leave_out:
            continue
        choice = decided.get(place)
        if choice is not None or finds_in(original, found.people):
            shown.append(_shown(place, original, choice, found.people))
    # By what was found at first, so that a text keeps its place when it is answered.
    return sorted(shown, key=lambda text: _rank(_gravest(finds_in(text.original, found.people))))


def _shown(place: str, original: str, choice: TextChoice | None, people: Sequence[Person]) -> LookedAt:
    text = (choice.text if choice else "") or original
    kept = choice.kept if choice else ()
    left = () if choice and choice.left_out else finds_in(text, people)
    finds = tuple(find for find in left if find.kind not in kept)
    kind = _gravest(finds or finds_in(original, people))
    return LookedAt(place, original, text, finds, choice, _safe(text, finds, people), kind)


def _safe(text: str, finds: Sequence[Find], people: Sequence[Person]) -> str:
    gravest = _gravest(finds)
    if gravest is FindKind.NAME:
        return roles_for(text, people, NO_NAME)
    return masked(text, [find for find in finds if find.kind is gravest], REMOVED)


def _gravest(finds: Sequence[Find]) -> FindKind | None:
    return min((find.kind for find in finds), key=_rank, default=None)


def _rank(kind: FindKind | None) -> int:
    return len(FindKind) if kind is None else list(FindKind).index(kind)
