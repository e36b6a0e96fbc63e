"""OpenSSH's allowed-signers file: the trust list for anybody who checks a package by hand.

A line says when a key holds, to the second as our own verifier sees it: OpenSSH counts ``valid-before`` as
still valid, so one second is taken off. A key that never holds has no line.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from kvik_desktop.envelope.keys import PublicKey
from kvik_desktop.envelope.kinds import RULES, Role
from kvik_desktop.envelope.trust import KnownKey
from kvik_desktop.envelope.trust_list import TrustList

_SECOND = timedelta(seconds=1)


def allowed_signers(trust_list: TrustList) -> str:
    """The whole file; the principal is the institution's id, or the coordinator's."""
    trust = trust_list.as_trust()
    lines = [_line(trust_list, key, trust.keys[key.fingerprint]) for key in trust_list.public_keys()]
    return "".join(f"{line}\n" for line in lines if line)


def _line(trust_list: TrustList, key: PublicKey, known: KnownKey) -> str:
    ends = [moment for moment in (known.expires, known.revoked_since) if moment is not None]
    if ends and known.valid_from is not None and min(ends) <= known.valid_from:
        return ""
    options = [f'namespaces="{",".join(_namespaces(known.role))}"']
    if known.valid_from is not None:
        options.append(f'valid-after="{_time(known.valid_from)}"')
    if ends:
        options.append(f'valid-before="{_time(min(ends) - _SECOND)}"')
    principal = known.institution or trust_list.coordinator.id
    return f"{principal} {','.join(options)} {key.line}"


def _namespaces(role: Role) -> list[str]:
    return sorted(rule.namespace for rule in RULES.values() if role in rule.roles)


def _time(moment: datetime) -> str:
    return f"{moment:%Y%m%d%H%M%SZ}"
