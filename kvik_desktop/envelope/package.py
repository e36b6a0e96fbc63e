"""Sealing a package: manifest, signature and members become the bytes of one file."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from kvik_desktop.envelope import container
from kvik_desktop.envelope.keys import SigningKey
from kvik_desktop.envelope.kinds import RULES, Kind
from kvik_desktop.envelope.manifest import Manifest, encode
from kvik_desktop.envelope.signature import sign


def new_package_id() -> str:
    """A package id of 16 hexadecimal digits that no other package has."""
    return secrets.token_hex(8)


def seal(manifest: Manifest, members: Mapping[str, bytes], key: SigningKey) -> bytes:
    """The signed package. ``manifest.members`` comes from :func:`manifest.describe` on the same members.

    Raises NotCanonicalError where the members do not fit into a container (more than 32 MiB).
    """
    rule = RULES[Kind(manifest.kind)]
    signed = encode(manifest)
    return container.pack(
        {
            container.MIMETYPE: rule.mimetype,
            container.MANIFEST: signed,
            container.SIGNATURE: sign(signed, key, rule.namespace),
            **members,
        }
    )
