"""What a package says as data: its figures, texts and plan, with a place for every free text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from kvik_desktop.bundle.payload import ActionRow, PlanPayload, ResultPayload, TextsPayload

Change = Callable[[str, str], str]
"""A place and its text → the text that goes with the package; empty where it is left out."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The three members of a result, as data."""

    result: ResultPayload
    texts: TextsPayload
    plan: PlanPayload

    def changed(self, change: Change) -> Draft:
        """The draft with every free text run through ``change``."""
        return Draft(
            _changed_result(self.result, change),
            _changed_texts(self.texts, change),
            PlanPayload(tuple(_changed_action(action, change) for action in self.plan.actions)),
        )

    def written(self) -> dict[str, str]:
        """Every free text that is not empty, by place: ``3.1/strengths/2``, ``plan/4/title``."""
        found: dict[str, str] = {}

        def note(place: str, text: str) -> str:
            if text:
                found[place] = text
            return text

        self.changed(note)
        return found


def _changed_result(result: ResultPayload, change: Change) -> ResultPayload:
    criteria = tuple(
        replace(
            criterion,
            subcriteria=tuple(
                replace(sub, reason=change(f"{sub.id}/reason", sub.reason)) for sub in criterion.subcriteria
            ),
        )
        for criterion in result.criteria
    )
    return replace(result, title=change("title", result.title), criteria=criteria)


def _changed_texts(texts: TextsPayload, change: Change) -> TextsPayload:
    rows = (
        replace(
            row,
            evidence=_changed_list(f"{row.id}/evidence", row.evidence, change),
            strengths=_changed_list(f"{row.id}/strengths", row.strengths, change),
            areas=_changed_list(f"{row.id}/areas", row.areas, change),
        )
        for row in texts.subcriteria
    )
    return TextsPayload(tuple(row for row in rows if row.evidence or row.strengths or row.areas))


_ACTION_TEXTS = (
    "theme", "description", "responsible", "success", "indicator", "unit", "dropped_reason", "phase",
)  # fmt: skip


def _changed_action(action: ActionRow, change: Change) -> ActionRow:
    place = f"plan/{action.number}"
    plain = {name: change(f"{place}/{name}", getattr(action, name)) for name in _ACTION_TEXTS}
    needs = _changed_list(
        f"{place}/prerequisites", [need.text for need in action.prerequisites], change, keep=True
    )
    notes = _changed_list(f"{place}/notes", [row.note for row in action.measurements], change, keep=True)
    return replace(
        action,
        title=change(f"{place}/title", action.title) or "–",
        participants=_changed_list(f"{place}/participants", action.participants, change),
        areas=_changed_list(f"{place}/areas", action.areas, change),
        prerequisites=tuple(
            replace(need, text=text)
            for need, text in zip(action.prerequisites, needs, strict=True)
            if need.action or text
        ),
        measurements=tuple(
            replace(row, note=text) for row, text in zip(action.measurements, notes, strict=True)
        ),
        **plain,
    )


def given(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts that say something."""
    return tuple(text for text in texts if text)


def _changed_list(place: str, texts: Sequence[str], change: Change, *, keep: bool = False) -> tuple[str, ...]:
    """The texts by place, numbered from 1; what became empty is dropped unless ``keep``."""
    changed = tuple(change(f"{place}/{number}", text) for number, text in enumerate(texts, start=1))
    return changed if keep else given(changed)
