"""Text from anywhere made fit for Word, Excel and the web: whatever they can hold is kept as it is.

Unlike the typeset report they bring fonts for every script and emoji; only what XML refuses must go.
"""

from __future__ import annotations

import re

from kvik_desktop.report.characters import FROM_SYMBOL_FONTS, MISSING

_NEW_LINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]")
_REFUSED = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
_SYMBOLS = str.maketrans(FROM_SYMBOL_FONTS)


def fit(text: str) -> str:
    """``text`` without control characters, with ``\\n`` as its only line break.

    Half characters and code points that are none become a visible box, bullets pasted from Word's
    symbol fonts the bullets they look like.
    """
    lines = _NEW_LINES.sub("\n", text)
    return _REFUSED.sub(MISSING, _CONTROLS.sub("", lines)).translate(_SYMBOLS)
