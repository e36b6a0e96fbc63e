"""One theme at one size of type: colours, fonts and lengths for everything that is painted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from PySide6.QtGui import QColor, QFont, QFontDatabase

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.tokens import Theme as ThemeName
from kvik_desktop.foundation.tokens import read_tokens

Size = Literal["large", "body", "small"]
Weight = Literal[400, 500, 600]

PIXELS: Mapping[Size, int] = {"large": 22, "body": 14, "small": 12}
LINE: Mapping[Size, int] = {"large": 32, "body": 22, "small": 16}
"""Height of type and of its line at 100 %, from the design."""

SMALLEST, LARGEST = 100, 200
"""Size of type in percent."""


@dataclass(frozen=True)
class Theme:
    """Immutable: another theme or size of type is another Theme, and the pages are built anew."""

    name: ThemeName
    tokens: Mapping[str, str]
    percent: int = 100
    """Size of type, 100-200."""
    motion: bool = True
    """False where the system asks for reduced motion."""
    family: str = ""
    """Family of type; empty is the system's own."""
    resources: Resources = field(default_factory=Resources)
    """Where the icons and marks lie."""

    @classmethod
    def read(
        cls,
        resources: Resources,
        name: ThemeName = "light",
        percent: int = 100,
        *,
        motion: bool = True,
        family: str = "",
    ) -> Theme:
        """The shipped theme; a size outside 100-200 is brought inside."""
        size = min(max(percent, SMALLEST), LARGEST)
        return cls(name, read_tokens(resources, name), size, motion, family, resources)

    def colour(self, token: str) -> QColor:
        """The colour of a token of the design, as ``accent`` or ``heat-3``. Raises KeyError."""
        return QColor(self.tokens[token])

    def px(self, pixels: float) -> int:
        """A length of the design, given at 100 %, at this size of type."""
        return round(pixels * self.percent / 100)

    def font(self, size: Size = "body", weight: Weight = 400, *, tabular: bool = False) -> QFont:
        """The type of one of the three sizes; ``tabular`` digits stand under each other, as in tables.

        Not everywhere: fonts widen more than the digits for it, such as the hyphen of Inter.
        """
        key = (size, weight, tabular)
        if key not in self._fonts:
            font = self._fonts[key] = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
            if self.family:
                font.setFamily(self.family)
            font.setPixelSize(self.px(PIXELS[size]))
            font.setWeight(QFont.Weight(weight))
            if tabular:
                font.setFeature(QFont.Tag("tnum"), 1)
        return QFont(self._fonts[key])

    # Asked for some hundred times a page

    @cached_property
    def _fonts(self) -> dict[tuple[Size, Weight, bool], QFont]:
        return {}

    @cached_property
    def _drawings(self) -> dict[tuple[str, ...], bytes]:
        return {}

    def drawing(self, *path: str) -> bytes:
        """A shipped drawing under ressourcer/ikoner. Raises OSError where there is none of that name."""
        if path not in self._drawings:
            self._drawings[path] = self.resources.read("ikoner", *path)
        return self._drawings[path]

    def line(self, size: Size = "body") -> int:
        """The height of a line of one of the three sizes, in pixels."""
        return self.px(LINE[size])
