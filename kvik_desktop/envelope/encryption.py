"""Encrypted packages: recognised by their first bytes, and not opened by this version."""

from __future__ import annotations

_AGE = (b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----")


def is_encrypted(data: bytes) -> bool:
    """Whether the bytes begin as an age file, binary or armoured."""
    return data.startswith(_AGE)
