"""The glossary: the words of self-evaluation explained, linked from the models' texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from typing import Literal

import msgspec

from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.document import checked, repeated
from kvik_desktop.model_package.json_tree import Node, shown
from kvik_desktop.model_package.lengths import too_long
from kvik_desktop.model_package.model import Bilingual, ItemId
from kvik_desktop.model_package.wording import hard_to_read

EXPLANATION_LIX = 45
"""Who looks a word up must not meet a text that is as hard as the one they came from."""

LENGTHS: Mapping[str, int] = {"word": 40, "explanation": 300}


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One word with its explanation, and the ids of words to read next."""

    id: ItemId
    word: Bilingual
    explanation: Bilingual
    see: tuple[ItemId, ...] = ()


class Glossary(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Every word; texts link to one by ``[[id|the word as it stands]]`` (see ``links``)."""

    format: Literal["kvik-ordliste/1"]
    entries: tuple[Entry, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """The entries by what links call them."""
        return {entry.id: entry for entry in self.entries}


def shipped_glossary(resources: Resources) -> Glossary:
    """The glossary that comes with the program; the tests prove it free of faults."""
    return msgspec.json.decode(resources.read("ordliste.json"), type=Glossary)


def check(data: bytes) -> tuple[Detail, ...]:
    """Every fault in a glossary file; empty when all is well."""
    return checked(
        data,
        Glossary,
        _pointing,
        partial(too_long, limits=LENGTHS),
        partial(hard_to_read, limit=EXPLANATION_LIX),
    )


def _pointing(root: Node) -> Iterator[Detail]:
    """Ids used twice, and words that point to themselves or to nothing."""
    entries = root.items("entries")
    ids = [node for entry in entries for node in entry.texts("id")]
    yield from repeated(ids)
    known = {node.value for node in ids}
    for entry in entries:
        own = [node.value for node in entry.texts("id")]
        yield from repeated(entry.texts("see"))
        for node in entry.texts("see"):
            if node.value in own:
                yield node.fault(say("Ordet henviser til sig selv."))
            elif node.value not in known:
                yield node.fault(say("Ordlisten har ikke ordet »{id}«.", id=shown(str(node.value))))
