"""Text from anywhere made safe to typeset: every character is either in a shipped font or visibly replaced.

Typst refuses a whole document over one character that no font holds (PDF/A wants a real shape for each),
and people paste from Word, telephones and web pages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kvik_desktop.report.fonts import Fonts

MISSING = "□"
"""What stands where a character cannot be shown."""

JOINER = "\u200d"
BREAK = "\u200b"

FROM_SYMBOL_FONTS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf06c": "●", "\uf06e": "■", "\uf0a8": "◻", "\uf06f": "□", "\uf071": "□",
    "\uf076": "◆", "\uf0d8": "›", "\uf0e0": "→", "\uf0e8": "→", "\uf0df": "←", "\uf0fc": "✓", "\uf0fb": "✗",
    "\uf0fe": "☑", "\uf02d": "-", "\uf0be": "–", "\uf0b0": "°", "\uf0b1": "±", "\uf0b3": "≥", "\uf0a3": "≤",
    "\uf04a": "☺", "\uf04c": "☹",
}  # fmt: skip
"""Private-use characters that Word writes for the Symbol and Wingdings fonts, as the signs they show."""

_NEW_LINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_LONG = re.compile(r"\S{17,}")
_AFTER_SIGN = re.compile(r"(?<=[/\\._@&=?:;,+|-])(?=\w)")
_UNBROKEN = re.compile(r"[^\W_]{61,}")
_CHUNK = re.compile(r"[^\W_]{20}(?=[^\W_])")


@dataclass(frozen=True)
class Characters:
    """Knows what the shipped fonts can show."""

    fonts: Fonts

    def safe(self, text: str) -> str:
        """``text`` with nothing in it that cannot be typeset; line breaks are kept as ``\\n``."""
        return "".join(self._shown(unicodedata.normalize("NFC", _NEW_LINES.sub("\n", text))))

    def flowing(self, text: str) -> str:
        """Safe text that can also be broken inside web addresses and other endless words."""
        return _LONG.sub(lambda found: _breakable(found.group()), self.safe(text))

    def _shown(self, text: str) -> Iterator[str]:
        before = ""
        for place, char in enumerate(text):
            if char == JOINER:
                shown = JOINER if self._joins(before, text[place + 1 : place + 2]) else ""
            elif unicodedata.category(char).startswith("M"):
                shown = self._mark(char, before)
            else:
                shown = self._sign(char)
            before = shown[-1:] or before
            yield shown

    def _sign(self, char: str) -> str:
        if char in "\n ":
            return char
        char = FROM_SYMBOL_FONTS.get(char, char)
        if self._has(char):
            return char
        category = unicodedata.category(char)
        if category in ("Cc", "Cf"):
            return " " if char == "\t" else ""
        if category == "Zs":
            return " "
        like = unicodedata.normalize("NFKC", char)
        return like if all(self._has(part) for part in like) else MISSING

    def _mark(self, char: str, before: str) -> str:
        """A combining mark stays only on a letter of the same font; variation selectors say nothing here."""
        if "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
            return ""
        fits = ord(char) in self.fonts.text_characters and before.isalpha()
        return char if fits else MISSING

    def _joins(self, before: str, after: str) -> bool:
        emoji = self.fonts.emoji_characters - self.fonts.text_characters
        return bool(before and after) and ord(before) in emoji and ord(after) in emoji

    def _has(self, char: str) -> bool:
        # Format characters have glyphs in some fonts, but Typst and PDF/A want nothing to do with them.
        if unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"):
            return False
        return ord(char) in self.fonts.text_characters or ord(char) in self.fonts.emoji_characters


def _breakable(word: str) -> str:
    """Breaks after signs, and inside runs so long that no language hyphenates them."""
    word = _AFTER_SIGN.sub(BREAK, word)
    return _UNBROKEN.sub(lambda run: _CHUNK.sub(lambda part: part.group() + BREAK, run.group()), word)
