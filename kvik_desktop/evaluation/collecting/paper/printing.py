"""Sheets to print and fill in by hand: the whole of it, or one criterion at a time."""

from __future__ import annotations

from kvik_desktop.evaluation.collecting.sheets.content import Content
from kvik_desktop.evaluation.collecting.sheets.drawing import Drawer
from kvik_desktop.evaluation.collecting.sheets.setting import Setter
from kvik_desktop.evaluation.collecting.sheets.type import Type
from kvik_desktop.evaluation.collecting.sheets.words import ON_PAPER
from kvik_desktop.foundation.text import Translator


def paper_sheet(content: Content, translate: Translator) -> bytes:
    """The sheet as a PDF to print in any colour; ``content`` says which criteria it is about."""
    kind = Type(translate.resources)
    pages = Setter(translate, kind).pages(content, ON_PAPER)
    drawer = Drawer(translate.resources, kind)
    return drawer.draw(pages, f"{content.title} – {content.unit}", content.language, ruled=True)
