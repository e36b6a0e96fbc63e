"""The colours: text can be read on every surface it is put on, in both themes."""

from __future__ import annotations

import pytest

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.tokens import THEMES, Theme, read_tokens

TEXT_ON = {
    "text": ("surface",),
    "surface": ("text", "text-2", "text-3", "accent", "red", "amber", "green"),
    "window": ("text", "text-2", "text-3", "accent", "red", "amber", "green"),
    "sunk": ("text", "text-2", "text-3", "accent", "red", "amber", "green"),
    "selected": ("text", "text-2", "accent", "text-selected"),
    "hover": ("text", "text-2"),
    "climbed": ("text-selected",),
    "accent": ("on-accent",),
    "accent-over": ("on-accent",),
    "red-soft": ("red", "accent", "text"),
    "amber-soft": ("amber", "accent", "text"),
    "green-soft": ("green", "text"),
}
HEAT = {
    "light": ("text", "text", "text", "text", "on-accent", "on-accent"),
    "dark": ("text", "text", "text", "text", "on-accent", "on-accent"),
}


def contrast(one: str, other: str) -> float:
    """The contrast of two ``#RRGGBB`` colours, after WCAG."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", THEMES)
def test_text_has_a_contrast_of_at_least_four_and_a_half(theme: Theme) -> None:
    tokens = read_tokens(Resources(), theme)
    pairs = [(text, surface) for surface, texts in TEXT_ON.items() for text in texts]
    pairs += [(text, f"heat-{step}") for step, text in enumerate(HEAT[theme])]
    assert [pair for pair in pairs if contrast(tokens[pair[0]], tokens[pair[1]]) < 4.5] == []


@pytest.mark.parametrize("theme", THEMES)
def test_borders_and_marks_have_a_contrast_of_at_least_three(theme: Theme) -> None:
    tokens = read_tokens(Resources(), theme)
    seen = ("edge", "focus", "accent", "red", "amber", "green")
    surfaces = ("surface", "window", "sunk", "selected")
    pairs = [(mark, surface) for mark in seen for surface in surfaces]
    assert [pair for pair in pairs if contrast(tokens[pair[0]], tokens[pair[1]]) < 3] == []


def test_both_themes_have_the_same_tokens() -> None:
    light, dark = (read_tokens(Resources(), theme).keys() for theme in THEMES)
    assert light == dark
