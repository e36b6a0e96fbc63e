"""Sealing to one reader: what a browser's built-in cryptography seals, and only the holder of the key opens.

ECDH over P-256 with a key made for the one message, HKDF-SHA256 to a key and a nonce, AES-256-GCM. Nothing is
negotiated: ``purpose`` names the format, and another format is another key.
"""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

PUBLIC_LENGTH = 65
"""An uncompressed point: 4, then 32 bytes of x and 32 of y."""

SECRET_LENGTH = 32

_KEY_LENGTH, _NONCE_LENGTH = 32, 12


class NotOpenedError(ValueError):
    """The bytes were not sealed to this key for this purpose, or have been changed since."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed message: the sender's public key for it alone, and the encrypted bytes with their tag."""

    key: bytes
    box: bytes


class SealingKey:
    """The reader's key; ``public`` is what senders are given."""

    def __init__(self, private: ec.EllipticCurvePrivateKey) -> None:
        self._private = private
        self.public = private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    @classmethod
    def create(cls) -> SealingKey:
        """A new key from the system's randomness."""
        return cls(ec.generate_private_key(ec.SECP256R1()))

    @classmethod
    def from_secret(cls, secret: bytes) -> SealingKey:
        """The key that :attr:`secret` was of. Raises ValueError for bytes that are no key."""
        if len(secret) != SECRET_LENGTH:
            raise ValueError("not a key")
        return cls(ec.derive_private_key(int.from_bytes(secret, "big"), ec.SECP256R1()))

    @property
    def secret(self) -> bytes:
        """The 32 bytes that open everything sealed to this key."""
        return self._private.private_numbers().private_value.to_bytes(SECRET_LENGTH, "big")

    def open(self, sealed: Sealed, purpose: bytes, about: bytes) -> bytes:
        """The message, which was sealed together with ``about``. Raises NotOpenedError."""
        try:
            sender = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sealed.key)
            shared = self._private.exchange(ec.ECDH(), sender)
            key, nonce = _derived(shared, purpose, sealed.key + self.public)
            return AESGCM(key).decrypt(nonce, sealed.box, about)
        except (InvalidTag, ValueError) as error:
            raise NotOpenedError(type(error).__name__) from error


def _derived(shared: bytes, purpose: bytes, parties: bytes) -> tuple[bytes, bytes]:
    info = purpose + b"\0" + parties
    made = HKDF(SHA256(), _KEY_LENGTH + _NONCE_LENGTH, salt=None, info=info).derive(shared)
    return made[:_KEY_LENGTH], made[_KEY_LENGTH:]
