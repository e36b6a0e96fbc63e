"""Whether the texts of a file can be shown and read: plain signs, links two languages, plain Danish."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fractions import Fraction

from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.rounding import whole
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.json_tree import Node, shown
from kvik_desktop.model_package.links import is_broken, linked_ids, plain
from kvik_desktop.model_package.readability import lix

QUESTION_LIX = 40
GUIDANCE_LIX = 50

LINKING = ("questions", "evidence", "misunderstandings", "examples")
"""The fields whose texts may link to the glossary; they are shown where a link can be followed."""

_INDEX = re.compile(r"\[[0-9]+\]")
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
"""Control, format, surrogate and private characters, and line separators: nothing a reader can see."""

_MARKUP = re.compile(r"</?[a-zA-Z!][^>]*>?|&(?:[a-zA-Z]+|#[0-9xX]+);")
_SAME_IN_BOTH = 5
"""So many words are never the same in Danish and English unless the translation was forgotten."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How heavy one Danish sentence or paragraph is, and how heavy it may be in its place."""

    node: Node
    lix: Fraction
    limit: int

    @property
    def is_hard(self) -> bool:
        """Whether it is above its limit."""
        return self.lix > self.limit


def place_of(node: Node) -> list[str]:
    """The names of the fields down to a text, without numbers and language: ``criteria``, ``name``."""
    return _INDEX.sub("", node.path).split(".")[:-1]


def texts(root: Node, *languages: str) -> Iterator[Node]:
    """Every text of a file in the given languages."""
    for node in root.walk():
        if isinstance(node.value, str) and node.path.rpartition(".")[2] in languages:
            yield node


def text_faults(root: Node) -> Iterator[Detail]:
    """Every text that is blank, untranslated, or holds signs and markup that do not belong in plain text."""
    for node in texts(root, "da", "en"):
        yield from _plain(node, str(node.value))
        yield from _linked(node, str(node.value))
    for danish, english in _pairs(root):
        if _untranslated(str(danish.value), str(english.value)):
            yield english.fault(say("Den engelske tekst er den samme som den danske."))


def link_faults(root: Node, words: Collection[str]) -> Iterator[Detail]:
    """Every link to a word that is not among ``words``, and pairs of texts that do not link alike."""
    for danish, english in _pairs(root):
        for node in (danish, english):
            for name in linked_ids(str(node.value)):
                if name not in words:
                    yield node.fault(say("Ordlisten har ikke ordet »{id}«.", id=shown(name)))
        if sorted(linked_ids(str(danish.value))) != sorted(linked_ids(str(english.value))):
            yield english.fault(say("Den danske og den engelske tekst skal linke til de samme ord."))


def readings(root: Node, limit: int = GUIDANCE_LIX) -> Iterator[Reading]:
    """Every Danish sentence with its LIX: at most 40 for what is asked, ``limit`` for what explains.

    Not the file's source: the names of departments and models are as long as they are.
    """
    for node in texts(root, "da"):
        figure = None if place_of(node) == ["source"] else lix(plain(str(node.value)))
        if figure is not None:
            yield Reading(node, figure, QUESTION_LIX if "question" in node.path else limit)


def hard_to_read(root: Node, limit: int = GUIDANCE_LIX) -> Iterator[Detail]:
    """Every Danish sentence above its limit of LIX; see :func:`readings`."""
    for reading in readings(root, limit):
        if reading.is_hard:
            yield reading.node.fault(
                say(
                    "Teksten er svær at læse: lixtallet er {lix} og må højst være {limit}.",
                    lix=whole(reading.lix),
                    limit=reading.limit,
                )
            )


def _pairs(root: Node) -> Iterator[tuple[Node, Node]]:
    for node in root.walk():
        danish, english = node.texts("da"), node.texts("en")
        if danish and english:
            yield danish[0], english[0]


def _plain(node: Node, text: str) -> Iterator[Detail]:
    if text and not text.strip():
        yield node.fault(say("Teksten er tom."))
    elif text != text.strip():
        yield node.fault(say("Teksten begynder eller slutter med et mellemrum."))
    unseen = next((sign for sign in text if sign != "\n" and unicodedata.category(sign) in _UNSEEN), None)
    if unseen is not None:
        yield node.fault(say("Teksten rummer et usynligt tegn (U+{code}).", code=f"{ord(unseen):04X}"))
    markup = _MARKUP.search(text)
    if markup:
        yield node.fault(say("Teksten rummer opmærkning ({found}). Skriv ren tekst.", found=shown(markup[0])))


def _linked(node: Node, text: str) -> Iterator[Detail]:
    if is_broken(text):
        yield node.fault(say("Et link til ordlisten skal skrives [[id|ordet, som det står]]."))
    elif linked_ids(text) and not set(place_of(node)).intersection(LINKING):
        yield node.fault(say("Her kan man ikke følge et link til ordlisten. Skriv ordet uden link."))


def _untranslated(danish: str, english: str) -> bool:
    return danish == english and len(danish.split()) >= _SAME_IN_BOTH
