"""The colours of the design, read from the one file that figures, templates and later the window share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec
from reportlab.lib.colors import Color, HexColor

from kvik_desktop.foundation.resources import Resources

Theme = Literal["light", "dark"]


@dataclass(frozen=True)
class Palette:
    """The tokens of one theme by name, as ``#RRGGBB``."""

    tokens: dict[str, str]

    @classmethod
    def read(cls, resources: Resources, theme: Theme = "light") -> Palette:
        """The shipped tokens of a theme."""
        themes = msgspec.json.decode(resources.read("stil", "farver.json"), type=dict[str, dict[str, str]])
        return cls(themes[theme])

    def __getitem__(self, token: str) -> Color:
        """The colour of a token. Raises KeyError."""
        return HexColor(self.tokens[token])
