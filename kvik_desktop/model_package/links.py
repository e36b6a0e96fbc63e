"""Links from a text to a word of the glossary: ``[[id|the word as it stands]]``.

The notation is the only markup a model's text may hold, and only where a link can be followed: in guiding
questions, evidence, misunderstandings, examples and the texts of a sector.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINK = re.compile(r"\[\[([a-z0-9][a-z0-9-]{0,39})\|([^\[\]|\s][^\[\]|]*)\]\]")
_BRACKETS = re.compile(r"\[\[|\]\]")


@dataclass(frozen=True, slots=True)
class Link:
    """A word as it stands in a text, and the id of the glossary's entry that explains it."""

    id: str
    word: str


Run = str | Link
"""A piece of a text: plain words, or a link."""


def runs(text: str) -> tuple[Run, ...]:
    """The text as plain words and links in their order; what is no whole link stays as it is written."""
    return tuple(_runs(text))


def plain(text: str) -> str:
    """The text as it is read where links cannot be followed."""
    return _LINK.sub(lambda found: found[2], text)


def linked_ids(text: str) -> tuple[str, ...]:
    """The ids a text links to, in the order of the text."""
    return tuple(found[1] for found in _LINK.finditer(text))


def is_broken(text: str) -> bool:
    """Whether brackets are left that are part of no whole link."""
    return _BRACKETS.search(_LINK.sub("", text)) is not None


def _runs(text: str) -> Iterator[Run]:
    end = 0
    for found in _LINK.finditer(text):
        if found.start() > end:
            yield text[end : found.start()]
        yield Link(found[1], found[2])
        end = found.end()
    if end < len(text):
        yield text[end:]
