"""What leaves this machine: what goes with the package, what stays, what to look at, and the choices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from msgspec.structs import replace

from kvik_desktop.bundle.draft import Draft
from kvik_desktop.bundle.finds import Find, FindKind, Person, cpr_in, finds_in, masked
from kvik_desktop.bundle.payload import PlanPayload, ResultPayload, SubcriterionResult
from kvik_desktop.foundation.text import Text, say, say_n

REMOVED = "[fjernet]"
"""Stands where something like a CPR number was."""


class Part(StrEnum):
    """A part of the package that can be left out as a whole; the agreed scores always go."""

    HISTOGRAMS = "histograms"
    REASONS = "reasons"
    EVIDENCE = "evidence"
    STRENGTHS = "strengths"
    AREAS = "areas"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the sender has decided. Texts are named by place: ``5.2/reason``, ``3.1/strengths/2``.

    What looks like a CPR number is removed unless its place stands in ``not_cpr``.
    """

    leave_out: frozenset[Part] = frozenset()
    leave_out_texts: frozenset[str] = frozenset()
    rewritten: Mapping[str, str] = field(default_factory=dict)
    not_cpr: frozenset[str] = frozenset()
    names: bool = False
    """Whether names of those responsible for actions may go along; else only their roles do."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A text to look at before it leaves, and what was found in it."""

    place: str
    text: str
    finds: tuple[Find, ...]
    removed: bool
    """Whether something in it is removed because nobody has decided otherwise."""


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything that leaves the machine and everything that does not."""

    going: Mapping[Part, int]
    """How many of each: histograms, texts, actions."""
    subcriteria: int
    to_look_at: tuple[Shown, ...]
    unanimous: tuple[str, ...]
    """Subcriteria whose histogram tells what everybody answered: all in one band."""
    places: tuple[str, ...]
    """Every place that has a text, for choosing."""
    left_out: tuple[str, ...]
    """Those that do not go."""
    participants: int
    sent: Draft
    """The very content that goes."""

    @property
    def stays(self) -> tuple[Text, ...]:
        """What never goes with a package."""
        return (
            say_n("Navnet på {n} deltager", "Navnene på {n} deltagere", self.participants),
            say("Hver persons egne svar og tal"),
            say("Noter fra mødet, idéer og det, der er parkeret"),
        )


def part_of(place: str) -> Part | None:
    """The part a text belongs to; None for the title, which always goes."""
    first, _, rest = place.partition("/")
    if first == "plan":
        return Part.PLAN
    kinds = {
        "reason": Part.REASONS,
        "evidence": Part.EVIDENCE,
        "strengths": Part.STRENGTHS,
        "areas": Part.AREAS,
    }
    return kinds.get(rest.partition("/")[0])


def redacted(draft: Draft, choices: Choices) -> Draft:
    """The draft with the sender's choices carried out."""

    def change(place: str, text: str) -> str:
        if place in choices.leave_out_texts or part_of(place) in choices.leave_out:
            return ""
        text = choices.rewritten.get(place, text)
        return text if place in choices.not_cpr else masked(text, cpr_in(text), REMOVED)

    result, plan = draft.result, draft.plan
    if Part.HISTOGRAMS in choices.leave_out:
        result = _without_histograms(result)
    if Part.PLAN in choices.leave_out:
        plan = PlanPayload(())
    return Draft(result, draft.texts, plan).changed(change)


def preview(draft: Draft, choices: Choices, people: Sequence[Person]) -> Preview:
    """What :func:`redacted` sends of the draft, to be shown before it does."""
    sent = redacted(draft, choices)
    everything, going = draft.written(), sent.written()
    texts = Counter(part_of(place) for place in going)
    histograms = [sub for sub in _subcriteria(sent.result) if sub.histogram is not None]
    counts = {Part.HISTOGRAMS: len(histograms), Part.PLAN: len(sent.plan.actions)}
    return Preview(
        going={part: counts.get(part, texts[part]) for part in Part},
        subcriteria=sum(1 for _ in _subcriteria(sent.result)),
        to_look_at=tuple(_shown(everything, choices, people)),
        unanimous=tuple(sub.id for sub in histograms if sub.histogram and max(sub.histogram) == sub.n),
        places=tuple(everything),
        left_out=tuple(place for place in everything if place not in going),
        participants=len(people),
        sent=sent,
    )


def place_name(place: str) -> Text:
    """A place as people name it: »3.1, styrker«, »tiltag 4«."""
    first, _, rest = place.partition("/")
    if first == "plan":
        return say("tiltag {number}", number=rest.partition("/")[0])
    names = {
        "reason": say("{id}, begrundelse", id=first),
        "evidence": say("{id}, dokumentation", id=first),
        "strengths": say("{id}, styrker", id=first),
        "areas": say("{id}, forbedringsområder", id=first),
    }
    return names.get(rest.partition("/")[0], say("titlen"))


def find_name(kind: FindKind) -> Text:
    """What was found, as people name it."""
    return {
        FindKind.CPR: say("noget, der ligner et CPR-nummer"),
        FindKind.EMAIL: say("en mailadresse"),
        FindKind.PHONE: say("noget, der ligner et telefonnummer"),
        FindKind.NAME: say("et navn fra deltagerlisten"),
    }[kind]


def _shown(everything: Mapping[str, str], choices: Choices, people: Sequence[Person]) -> list[Shown]:
    found = []
    for place, original in everything.items():
        if place in choices.leave_out_texts or part_of(place) in choices.leave_out:
            continue
        text = choices.rewritten.get(place, original)
        finds = finds_in(text, people)
        if finds:
            has_number = any(find.kind is FindKind.CPR for find in finds)
            found.append(Shown(place, text, finds, has_number and place not in choices.not_cpr))
    return found


def _without_histograms(result: ResultPayload) -> ResultPayload:
    criteria = tuple(
        replace(c, subcriteria=tuple(replace(sub, histogram=None) for sub in c.subcriteria))
        for c in result.criteria
    )
    return replace(result, criteria=criteria)


def _subcriteria(result: ResultPayload) -> list[SubcriterionResult]:
    return [sub for criterion in result.criteria for sub in criterion.subcriteria]
