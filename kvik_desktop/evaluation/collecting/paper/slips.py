"""Slips for a further round: one question with its steps and a name, several to a page to cut apart."""

from __future__ import annotations

from collections.abc import Sequence

from kvik_desktop.evaluation.collecting.sheets.asking import Asker
from kvik_desktop.evaluation.collecting.sheets.composing import (
    BODY,
    FULL,
    LEFT,
    RIGHT,
    SMALL,
    Composition,
)
from kvik_desktop.evaluation.collecting.sheets.content import Content, Question
from kvik_desktop.evaluation.collecting.sheets.drawing import Drawer
from kvik_desktop.evaluation.collecting.sheets.pages import HEIGHT, Box, Page, Part, Words, flow, placed
from kvik_desktop.evaluation.collecting.sheets.type import Type
from kvik_desktop.foundation.text import Translator, say

EDGE, BETWEEN = 24.0, 10.0
"""From the edge of the paper to the first slip, and from where one cuts to the next: three go on a page."""

WHO_SEES = say("Vend sedlen om, når du afleverer. Kun den, der taster den ind, læser den.")


def round_slips(content: Content, names: Sequence[str], number: int, translate: Translator) -> bytes:
    """A slip for each of the names, as a PDF to print in any colour; no answer of anybody's is on it.

    ``content`` has the one question of the round, and ``number`` is the round's.
    """
    kind = Type(translate.resources)
    [question] = content.questions()
    parts = [_slip(Asker(translate, kind), question, name, number) for name in names]
    pages = [Page(placed(page, EDGE, BETWEEN)) for page in flow(parts, HEIGHT - 2 * EDGE, BETWEEN)]
    title = translate(say("Runde {number} for {subcriterion}", number=number, subcriterion=question.id))
    drawer = Drawer(translate.resources, kind)
    return drawer.draw(pages, f"{title} – {content.unit}", content.language, ruled=True)


def _slip(asker: Asker, question: Question, name: str, number: int) -> Part:
    translate, into = asker.translate, Composition(asker.type)
    whose = asker.type.cut(name, BODY, FULL * 0.6, bold=True)
    into.words.append(Words(LEFT, BODY, whose, BODY, bold=True))
    said = translate(say("Runde {number}", number=number))
    into.words.append(Words(RIGHT - asker.type.width(said, BODY), BODY, said, BODY, ink="text-2"))
    y = asker.question(into, question, BODY + 10)
    y = into.text(translate(WHO_SEES), LEFT, y, FULL, SMALL, ink="text-2") + 6
    into.boxes.append(Box(0, y, LEFT + RIGHT, 0.75, fill="edge"))  # here one cuts
    return into.part(y)
