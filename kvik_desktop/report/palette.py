"""The colours of the design as the drawing library wants them."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.tokens import Theme, read_tokens


@dataclass(frozen=True)
class Palette:
    """The tokens of one theme by name, as ``#RRGGBB``."""

    tokens: dict[str, str]

    @classmethod
    def read(cls, resources: Resources, theme: Theme = "light") -> Palette:
        """The shipped tokens of a theme."""
        return cls(read_tokens(resources, theme))

    def __getitem__(self, token: str) -> Color:
        """The colour of a token. Raises KeyError."""
        return HexColor(self.tokens[token])
