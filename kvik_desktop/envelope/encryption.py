"""age files: recognised by their first bytes, locked and unlocked with a passphrase; all of it in memory."""

from __future__ import annotations

import re
import unicodedata

from pyrage import DecryptError, passphrase

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say

_AGE = (b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----")

_SCRYPT = re.compile(rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} (\d{1,2})\n")
"""How a file begins that is locked with a passphrase; the number is the work it takes, as a power of two."""

MOST_WORK = 20
"""A gigabyte of memory; what asks for more is made to stop the machine, and not by this program."""

_WRONG = "Decryption failed"
"""What the library says when the passphrase opens nothing; damage behind the beginning has other words."""


def is_encrypted(data: bytes) -> bool:
    """Whether the bytes begin as an age file, binary or armoured."""
    return data.startswith(_AGE)


def lock(data: bytes, words: str) -> bytes:
    """The bytes as an age file that opens with these words alone; it takes about a second.

    A stock ``age`` opens it too: the words are locked with as they are typed, in Unicode's composed form.
    """
    locked: bytes = passphrase.encrypt(data, _composed(words))
    return locked


def unlock(data: bytes, words: str) -> bytes:
    """What is in an age file that was locked with a passphrase.

    Raises Problem E_NOT_OURS for another kind of file, E_PASSPHRASE where the words do not fit, E_DECRYPT
    where the file is damaged.
    """
    begins = _SCRYPT.match(data)
    if begins is None or int(begins[1]) > MOST_WORK:
        raise Problem(
            "E_NOT_OURS",
            say("Filen er ikke en låst kopi fra KVIK Desktop."),
            say("Vælg en fil, der ender på .kvikdb.age. Filen er ikke rørt."),
        )
    try:
        opened: bytes = passphrase.decrypt(data, _composed(words))
    except DecryptError as error:
        if str(error) == _WRONG:
            raise Problem(
                "E_PASSPHRASE",
                say("Adgangssætningen passer ikke til kopien."),
                say("Se efter store og små bogstaver, og prøv igen. Kopien er ikke rørt."),
            ) from error
        raise Problem(
            "E_DECRYPT",
            say("Kopien er beskadiget og kan ikke læses."),
            say("Brug en anden kopi, eller lav en ny fra den fil, du har. Intet er ændret."),
        ) from error
    return opened


def _composed(words: str) -> str:
    return unicodedata.normalize("NFC", words)
