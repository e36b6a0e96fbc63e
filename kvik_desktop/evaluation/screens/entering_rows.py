"""The sheet beside the field: every question in the order of the paper, with what has been typed."""

from __future__ import annotations

from collections.abc import Iterator

from kvik_desktop.evaluation.collecting.paper.entering import CANNOT_JUDGE, KEPT, Entering
from kvik_desktop.evaluation.collecting.sheets.content import number_keys
from kvik_desktop.evaluation.screens.entering_fields import DASH
from kvik_desktop.foundation.text import Language
from kvik_desktop.shell.widgets.choice_delegate import ChoiceItem

NOTHING = "\N{HORIZONTAL ELLIPSIS}"
"""A phase that is still to come, beside others that are typed."""


def items(entering: Entering, language: Language) -> tuple[ChoiceItem, ...]:
    """A heading for each criterion, and a row for each question under it."""
    return tuple(_items(entering, language))


def _items(entering: Entering, language: Language) -> Iterator[ChoiceItem]:
    for criterion in entering.package.criteria:
        yield ChoiceItem(
            f"# {criterion.id}", f"{criterion.id} {criterion.name.in_language(language)}", heading=True
        )
        for sub in criterion.subcriteria:
            yield ChoiceItem(
                sub.id, sub.name.in_language(language), sub.id, trailing=stands(entering, sub.id)
            )


def stands(entering: Entering, subcriterion: str) -> str:
    """What has been typed to a question, as ``45`` or ``20 30 … …``; empty where nothing is."""
    keys = number_keys(entering.package.block_of(subcriterion), entering.method)
    shown = [entering.shown(cell) for cell in entering.cells if cell.subcriterion == subcriterion]
    assert len(shown) == len(keys), "a question has a cell for each of its numbers"
    if not any(shown):
        return ""
    if set(shown) in ({CANNOT_JUDGE}, {KEPT}):
        return DASH if shown[0] == CANNOT_JUDGE else KEPT
    return " ".join(each or NOTHING for each in shown)
