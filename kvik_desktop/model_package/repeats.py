"""The same thing said twice in a package: a sentence under two subcriteria, an example twice under one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.text import LANGUAGES, say
from kvik_desktop.model_package.json_tree import Node
from kvik_desktop.model_package.links import plain
from kvik_desktop.model_package.wording import place_of, texts

SHORTEST = 4
"""Sentences of fewer words may return."""

_BREAK = re.compile(r"(?<=[.?!])\s+")
_WORDS = re.compile(r"\w+")
_LISTED = (["questions"], ["evidence"], ["indicators", "name"])


def said_twice(root: Node) -> Iterator[Detail]:
    """Every sentence that has stood before in the package's subcriteria, with the place of the first.

    What does not end as a sentence (a piece of evidence, the name of an indicator) may stand under several
    subcriteria, but only once under each.
    """
    for language in LANGUAGES:
        first: dict[str, str] = {}
        for criterion in root.items("criteria"):
            for sub in criterion.items("subcriteria"):
                yield from _sentences_twice(texts(sub, language), first)
                yield from _items_twice(texts(sub, language))


def _sentences_twice(nodes: Iterable[Node], first: dict[str, str]) -> Iterator[Detail]:
    for node in nodes:
        for sentence in _BREAK.split(plain(str(node.value))):
            words = _as_words(sentence)
            if sentence.endswith((".", "?", "!")) and len(words.split()) >= SHORTEST:
                earlier = first.setdefault(words, node.path)
                if earlier != node.path:
                    yield node.fault(say("Den samme sætning står også her: {place}.", place=earlier))


def _items_twice(nodes: Iterable[Node]) -> Iterator[Detail]:
    first: dict[tuple[str, str], str] = {}
    for node in nodes:
        text, place = plain(str(node.value)), place_of(node)
        listed = next((end[0] for end in _LISTED if place[-len(end) :] == end), None)
        if listed and not text.endswith((".", "?", "!")):
            earlier = first.setdefault((listed, _as_words(text)), node.path)
            if earlier != node.path:
                yield node.fault(say("Det samme står også her: {place}.", place=earlier))


def _as_words(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))
