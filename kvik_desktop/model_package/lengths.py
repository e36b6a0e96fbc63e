"""How long a text may be for the place where it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.json_tree import Node
from kvik_desktop.model_package.links import plain
from kvik_desktop.model_package.wording import place_of, texts

NAME = 60
QUESTION = 150
ABOUT = 400
EVIDENCE = 90
MISUNDERSTANDING = 220
EXAMPLE = 260
INDICATOR = 90
UNIT = 40
SENTENCE = 120
SOURCE = 400
GOAL = 200

GUIDANCE_LENGTHS: Mapping[str, int] = {
    "name": NAME,
    "source": SOURCE,
    "sentence": SENTENCE,
    "steps": SENTENCE,
    "question": QUESTION,
    "about": ABOUT,
    "questions": QUESTION,
    "evidence": EVIDENCE,
    "indicators.name": INDICATOR,
    "indicators.unit": UNIT,
    "indicators.source": INDICATOR,
    "misunderstandings": MISUNDERSTANDING,
    "examples.low": EXAMPLE,
    "examples.middle": EXAMPLE,
    "examples.high": EXAMPLE,
    "goals.text": GOAL,
    "goals.owner": INDICATOR,
    "phases": NAME,
}
"""The most characters of a text, by its field or by its list and field; the longer name counts."""


def too_long(root: Node, limits: Mapping[str, int]) -> Iterator[Detail]:
    """Every text with more characters than its place has room for; a link counts as the word it shows."""
    for node in texts(root, "da", "en"):
        place = place_of(node)
        limit = limits.get(".".join(place[-2:]), limits.get(place[-1])) if place else None
        length = len(plain(str(node.value)))
        if limit is not None and length > limit:
            yield node.fault(say("Teksten er på {n} tegn, og der er plads til {most}.", n=length, most=limit))
