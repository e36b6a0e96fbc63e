"""What is too much for a package, told before it is made: an honest sender's package is never refused."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kvik_desktop.bundle.checks import DEPTH
from kvik_desktop.bundle.draft import Draft
from kvik_desktop.bundle.payload import LIMITS, MAX_LIST, MAX_LONG_TEXT
from kvik_desktop.bundle.privacy import place_name
from kvik_desktop.envelope.kinds import PLAN_PATH, RESULT_PATH, TEXTS_PATH
from kvik_desktop.foundation import strict_json
from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.text import say


def over_limit(draft: Draft) -> tuple[Detail, ...]:
    """Every text and list that is longer than a package can hold; empty where it fits."""
    faults = (*_texts(draft), *_lists(draft))
    if faults or all(_fits(path, part) for path, part in _members(draft).items()):
        return faults
    return (Detail(say("Teksterne eller tallene fylder tilsammen mere, end en pakke kan rumme.")),)


def _texts(draft: Draft) -> Iterator[Detail]:
    for place, text in draft.written().items():
        if len(text) > MAX_LONG_TEXT:
            yield Detail(
                say(
                    "{place}: teksten er på {n} tegn, og der er plads til {most}.",
                    place=place_name(place),
                    n=len(text),
                    most=MAX_LONG_TEXT,
                )
            )


def _lists(draft: Draft) -> Iterator[Detail]:
    lists = {
        row.id: max(map(len, (row.evidence, row.strengths, row.areas))) for row in draft.texts.subcriteria
    }
    for name, length in lists.items():
        if length > MAX_LIST:
            yield Detail(say("{name} har flere end {most} tekster.", name=name, most=MAX_LIST))
    if len(draft.plan.actions) > MAX_LIST:
        yield Detail(say("Planen har flere end {most} tiltag.", most=MAX_LIST))


def _members(draft: Draft) -> dict[str, Struct]:
    return {RESULT_PATH: draft.result, TEXTS_PATH: draft.texts, PLAN_PATH: draft.plan}


def _fits(path: str, part: Struct) -> bool:
    try:
        strict_json.decode(strict_json.encode(part), type(part), limit=LIMITS[path], depth=DEPTH)
    except strict_json.NotStrictError:
        return False
    return True
