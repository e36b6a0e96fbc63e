"""A participant's own code: kept only as a salted, slow hash, from which it cannot be read."""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say

SHORTEST, LONGEST = 4, 64
"""Characters of a code: it keeps curious eyes away, and the one who owns the file could do more."""

SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class OwnCode:
    """What is kept of a code; without a digest it has been reset, and the next turn begins with a new one."""

    participant: str
    changed: datetime
    salt: bytes | None = None
    digest: bytes | None = None

    @property
    def is_reset(self) -> bool:
        """Whether it was forgotten and taken away: a new one must be chosen before anything is shown."""
        return self.digest is None

    def fits(self, code: str) -> bool:
        """Whether this is the code; never after a reset."""
        if self.salt is None or self.digest is None:
            return False
        return hmac.compare_digest(_digest(code, self.salt), self.digest)


def hashed(participant: str, code: str, salt: bytes, at: datetime) -> OwnCode:
    """What is kept of a new code. Raises Problem E_CODE unless it has 4-64 characters."""
    if not SHORTEST <= len(_plain(code)) <= LONGEST:
        raise Problem(
            "E_CODE",
            say("Koden skal være på {low}-{high} tegn.", low=SHORTEST, high=LONGEST),
            say("Vælg en anden kode. Det, der gjaldt før, gælder stadig."),
        )
    return OwnCode(participant, at, salt, _digest(code, salt))


def _digest(code: str, salt: bytes) -> bytes:
    """scrypt (RFC 7914) at a cost of 32 MB and about a tenth of a second for each try."""
    return hashlib.scrypt(_plain(code).encode(), salt=salt, n=2**15, r=8, p=1, maxmem=2**26, dklen=32)


def _plain(code: str) -> str:
    """The same code from every keyboard: composed letters, and no blanks around it."""
    return unicodedata.normalize("NFKC", code).strip()
