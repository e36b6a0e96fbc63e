"""Signatures in OpenSSH's format (SSHSIG): Ed25519 over SHA-512 of the message, bound to a namespace.

Source: openssh-portable, PROTOCOL.sshsig. Nothing is negotiated: a signature is read by taking the key and
the 64 signed bytes from their fixed places, building the armoured form again and demanding byte equality.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import struct
from dataclasses import dataclass

from kvik_desktop.envelope.keys import ALGORITHM, RAW_LENGTH, PublicKey, SigningKey, wire

_MAGIC = b"SSHSIG"
_VERSION = struct.pack(">I", 1)
_HASH = b"sha512"
_BEGIN, _END = b"-----BEGIN SSH SIGNATURE-----\n", b"-----END SSH SIGNATURE-----\n"
_LINE = 70
_SIGNATURE_LENGTH = 64
_KEY_OFFSET = len(_MAGIC + _VERSION + wire(wire(ALGORITHM))) + 4

MAX_ARMOURED = 2048
"""No signature of ours is near this long: what is longer is not even decoded."""


class NotASignatureError(ValueError):
    """The bytes are not an SSH signature in its one form for this namespace."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature in the right form; whether it holds is asked with :meth:`holds`."""

    key: PublicKey
    namespace: str
    raw: bytes

    @classmethod
    def read(cls, armoured: bytes, namespace: str) -> Signature:
        """Read an armoured signature made for ``namespace``. Raises NotASignatureError."""
        blob = _unarmoured(armoured)
        raw = blob[-_SIGNATURE_LENGTH:]
        signature = cls(PublicKey(blob[_KEY_OFFSET : _KEY_OFFSET + RAW_LENGTH]), namespace, raw)
        if signature.armoured != armoured:
            raise NotASignatureError("not in the one form")
        return signature

    @property
    def armoured(self) -> bytes:
        """The signature as ``ssh-keygen -Y sign`` writes it."""
        blob = b"".join(
            [
                _MAGIC,
                _VERSION,
                wire(self.key.blob, self.namespace.encode(), b"", _HASH, wire(ALGORITHM, self.raw)),
            ]
        )
        text = base64.b64encode(blob)
        lines = [text[start : start + _LINE] for start in range(0, len(text), _LINE)]
        return b"".join([_BEGIN, *(line + b"\n" for line in lines), _END])

    def holds(self, message: bytes) -> bool:
        """Whether the key that the signature carries has signed exactly this message."""
        return self.key.signed(_to_be_signed(message, self.namespace), self.raw)


def sign(message: bytes, key: SigningKey, namespace: str) -> bytes:
    """The armoured signature over ``message``, the same as ``ssh-keygen -Y sign -n namespace`` makes."""
    return Signature(key.public, namespace, key.sign(_to_be_signed(message, namespace))).armoured


def _to_be_signed(message: bytes, namespace: str) -> bytes:
    return _MAGIC + wire(namespace.encode(), b"", _HASH, hashlib.sha512(message).digest())


def _unarmoured(armoured: bytes) -> bytes:
    if len(armoured) > MAX_ARMOURED or not (armoured.startswith(_BEGIN) and armoured.endswith(_END)):
        raise NotASignatureError("no armour")
    text = armoured[len(_BEGIN) : -len(_END)].replace(b"\n", b"")
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        raise NotASignatureError("no base64") from None
