"""Ed25519 keys: the public half with fingerprint and digits, the private half in OpenSSH's file format."""

from __future__ import annotations

import base64
import binascii
import hashlib
import struct
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature, InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PrivateFormat,
    load_ssh_private_key,
)

from kvik_desktop.foundation.files import read_limited, write_atomically
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say

ALGORITHM = b"ssh-ed25519"
RAW_LENGTH = 32
KDF_ROUNDS = 100
"""Rounds of bcrypt over the passphrase: about a second on an ordinary laptop."""

MOST_ROUNDS = 1000
"""About ten seconds. A damaged or hostile file may ask for billions, which would hold it up for days."""

GROUPS = 8
"""A key is compared as eight groups of five digits, two bytes of its SHA-256 in each."""

_KEY_FILE_LIMIT = 16 * 2**10
_PRIVATE_MODE = 0o600


def wire(*parts: bytes) -> bytes:
    """Strings as SSH writes them: four bytes of length, then the bytes."""
    return b"".join(struct.pack(">I", len(part)) + part for part in parts)


@dataclass(frozen=True, slots=True)
class PublicKey:
    """The public half of a key: its 32 raw bytes and the forms people and tools compare."""

    raw: bytes

    @classmethod
    def from_line(cls, line: str) -> PublicKey:
        """The key of ``ssh-ed25519 AAAA…``. Raises ValueError for any other form, also other encodings."""
        try:
            blob = base64.b64decode(line.partition(" ")[2], validate=True)
        except (binascii.Error, ValueError):
            raise ValueError("not a public key") from None
        key = cls(blob[-RAW_LENGTH:])
        if len(key.raw) != RAW_LENGTH or key.line != line:
            raise ValueError("not a public key in its one form")
        return key

    @property
    def blob(self) -> bytes:
        """The key as SSH sends it."""
        return wire(ALGORITHM, self.raw)

    @property
    def line(self) -> str:
        """The key as OpenSSH writes it in a ``.pub`` file, without a comment."""
        return f"{ALGORITHM.decode()} {base64.b64encode(self.blob).decode()}"

    @property
    def fingerprint(self) -> str:
        """``SHA256:…`` as ``ssh-keygen -l`` shows it."""
        return "SHA256:" + base64.b64encode(hashlib.sha256(self.blob).digest()).decode().rstrip("=")

    @property
    def digits(self) -> tuple[str, ...]:
        """Eight groups 00000-65535 to read aloud: the first 16 bytes of SHA-256 over the key blob."""
        numbers = struct.unpack(f">{GROUPS}H", hashlib.sha256(self.blob).digest()[: 2 * GROUPS])
        return tuple(f"{number:05}" for number in numbers)

    def signed(self, message: bytes, signature: bytes) -> bool:
        """Whether the raw 64-byte ``signature`` over ``message`` is this key's."""
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


class SigningKey:
    """The private half of a key, in memory only."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.public = PublicKey(private.public_key().public_bytes_raw())

    @classmethod
    def create(cls) -> SigningKey:
        """A new key from the system's randomness."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def from_seed(cls, seed: bytes) -> SigningKey:
        """The key of 32 known bytes; for what must come out the same twice (tests)."""
        return cls(Ed25519PrivateKey.from_private_bytes(seed))

    def sign(self, message: bytes) -> bytes:
        """The raw 64-byte signature over ``message``."""
        return self._private.sign(message)

    def encrypted(self, passphrase: str) -> bytes:
        """The key as OpenSSH's private key file under a passphrase, which must not be empty."""
        if not passphrase:
            raise Problem(
                "E_PASSPHRASE",
                say("En nøgle skal beskyttes af en adgangssætning."),
                say("Vælg en adgangssætning på flere ord. Der er ikke lavet nogen nøgle."),
            )
        protection = PrivateFormat.OpenSSH.encryption_builder().kdf_rounds(KDF_ROUNDS)
        return self._private.private_bytes(
            Encoding.PEM, PrivateFormat.OpenSSH, protection.build(_secret(passphrase))
        )


def save_key(key: SigningKey, path: Path, passphrase: str) -> None:
    """Write a private key that only its owner may read; an existing file is never overwritten.

    Raises Problem E_FILE_EXISTS, E_FILE_WRITE or, for an empty passphrase, E_PASSPHRASE.
    """
    write_atomically(path, key.encrypted(passphrase), replace=False, mode=_PRIVATE_MODE)


def load_key(path: Path, passphrase: str) -> SigningKey:
    """Read a private key. Raises Problem E_FILE, E_KEY_FILE (no such key) or E_PASSPHRASE (wrong one)."""
    data = read_limited(path, _KEY_FILE_LIMIT, "E_KEY_FILE")
    _require_protected(data, path)
    try:
        private = load_ssh_private_key(data, _secret(passphrase))
    except (TypeError, ValueError, InvalidTag):  # TypeError: an empty passphrase
        raise Problem(
            "E_PASSPHRASE",
            say("Adgangssætningen passer ikke til nøglen {name}.", name=path.name),
            say("Prøv igen. Er den glemt, så lav en ny nøgle, og tilmeld den: intet andet går tabt."),
        ) from None
    if not isinstance(private, Ed25519PrivateKey):
        raise _not_a_key(path)
    return SigningKey(private)


def load_public(path: Path) -> PublicKey:
    """The public half in a private key's file, for which no passphrase is needed.

    Nothing vouches for it until the key is loaded: it is for showing only. Raises Problem E_FILE, E_KEY_FILE.
    """
    data = read_limited(path, _KEY_FILE_LIMIT, "E_KEY_FILE")
    _require_protected(data, path)
    blob = _public_part(_body(data))
    public = PublicKey(blob[-RAW_LENGTH:])
    if public.blob != blob:
        raise _not_a_key(path)
    return public


def _body(data: bytes) -> bytes:
    """What a well-formed key file holds after its mark."""
    return base64.b64decode(b"".join(data.split(b"-----")[2].split())).removeprefix(b"openssh-key-v1\0")


def _public_part(body: bytes) -> bytes:
    """The public key: after cipher, KDF with its options, and a count."""
    for _ in range(3):
        body = _after_string(body)[1]
    return _after_string(body[4:])[0]


def _rounds(body: bytes) -> int:
    """How often the passphrase is worked over: after cipher and KDF, the last of its options."""
    for _ in range(2):
        body = _after_string(body)[1]
    options = _after_string(body)[0]
    return int.from_bytes(_after_string(options)[1][:4], "big")


def _after_string(data: bytes) -> tuple[bytes, bytes]:
    """A string as SSH writes it, and what follows it."""
    end = 4 + int.from_bytes(data[:4], "big")
    return data[4:end], data[end:]


def _require_protected(data: bytes, path: Path) -> None:
    """Pass only a well-formed key file that asks for a passphrase."""
    try:
        load_ssh_private_key(data, None)
    except TypeError:  # well formed, and a passphrase is needed
        if _rounds(_body(data)) > MOST_ROUNDS:
            raise _not_a_key(path) from None
        return
    except (ValueError, UnsupportedAlgorithm):
        raise _not_a_key(path) from None
    raise Problem(
        "E_KEY_FILE",
        say("Nøglen {name} er ikke beskyttet af en adgangssætning.", name=path.name),
        say("Giv den en med `ssh-keygen -p -a 100 -f {name}`, eller lav en ny nøgle.", name=path.name),
    )


def _not_a_key(path: Path) -> Problem:
    return Problem(
        "E_KEY_FILE",
        say("{name} er ikke en nøgle, som programmet kan bruge.", name=path.name),
        say("Vælg den fil, som nøglen blev gemt i (Ed25519 i OpenSSH's format). Filen er ikke rørt."),
    )


def _secret(passphrase: str) -> bytes:
    # The same word typed on a Mac and on Windows must be the same bytes.
    return unicodedata.normalize("NFC", passphrase).encode()
