"""A figure whose colours follow the page: light or dark by the reader's own setting."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from kvik_desktop.report.markup import Html
from kvik_desktop.report.palette import Palette

_ELEMENT = re.compile(r"<(\w+)[^<>]*>")
_COLOUR = re.compile(r'(?<=fill="|roke=")#[0-9A-F]{6}(?=")')


def themed(svg: bytes, palette: Palette) -> Html:
    """The drawing with the palette's tokens as CSS variables in place of their colours.

    Only what is inside an element is touched: text has its angle brackets escaped. White is two tokens; it
    is the one on the accent where it is the colour of text, else the surface.
    """
    shapes = {colour: token for token, colour in reversed(palette.tokens.items())}
    texts = shapes | {palette.tokens["on-accent"]: "on-accent"}

    def coloured(element: re.Match[str]) -> str:
        tokens = texts if element[1] == "text" else shapes
        return _COLOUR.sub(partial(_variable, tokens), element[0])

    return Html(_ELEMENT.sub(coloured, svg.decode()).strip())


def _variable(tokens: Mapping[str, str], colour: re.Match[str]) -> str:
    return f"var(--{tokens[colour[0]]})"
