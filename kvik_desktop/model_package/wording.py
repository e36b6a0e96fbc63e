"""Whether the texts of a model package can be shown and read: plain signs, two languages, plain Danish."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.rounding import whole
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.json_tree import Node, shown
from kvik_desktop.model_package.readability import lix

QUESTION_LIX = 40
GUIDANCE_LIX = 50

_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
"""Control, format, surrogate and private characters, and line separators: nothing a reader can see."""

_MARKUP = re.compile(r"</?[a-zA-Z!][^>]*>?|&(?:[a-zA-Z]+|#[0-9xX]+);")
_SAME_IN_BOTH = 5
"""So many words are never the same in Danish and English unless the translation was forgotten."""


def text_faults(root: Node) -> Iterator[Detail]:
    """Every text that is blank, untranslated, or holds signs and markup that do not belong in plain text."""
    for node in _texts(root, "da", "en"):
        yield from _plain(node, str(node.value))
    for node in root.walk():
        danish, english = node.texts("da"), node.texts("en")
        if danish and english and _untranslated(str(danish[0].value), str(english[0].value)):
            yield english[0].fault(say("Den engelske tekst er den samme som den danske."))


def hard_to_read(root: Node) -> Iterator[Detail]:
    """Every Danish sentence above its limit of LIX: 40 for what is asked, 50 for what explains."""
    for node in _texts(root, "da"):
        figure = lix(str(node.value))
        limit = QUESTION_LIX if "question" in node.path else GUIDANCE_LIX
        if figure is not None and figure > limit:
            yield node.fault(
                say(
                    "Teksten er svær at læse: lixtallet er {lix} og må højst være {limit}.",
                    lix=whole(figure),
                    limit=limit,
                )
            )


def _texts(root: Node, *languages: str) -> Iterator[Node]:
    for node in root.walk():
        if isinstance(node.value, str) and node.path.rpartition(".")[2] in languages:
            yield node


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


def _untranslated(danish: str, english: str) -> bool:
    return danish == english and len(danish.split()) >= _SAME_IN_BOTH
