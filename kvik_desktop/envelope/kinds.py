"""The kinds of package: what each is called and holds, and who may sign it, in rows that stay for ever."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

VERSION = 1
"""The version of every kind in this program."""


class Kind(StrEnum):
    """What a package is; the word stands in its mimetype, its manifest and its namespace."""

    RESULT = "resultat"
    WITHDRAWAL = "tilbagekaldelse"
    ENROLMENT = "tilmelding"
    INVITATION = "invitation"
    TRUST_LIST = "tillidsliste"


class Role(StrEnum):
    """Whom a key belongs to."""

    INSTITUTION = "institution"
    COORDINATOR = "coordinator"
    RECOVERY = "recovery"


JSON = "application/json"
TEXT = "text/plain"
PDF = "application/pdf"

ENROLMENT_PATH = "data/tilmelding.json"
TRUST_LIST_PATH = "data/tillidsliste.json"
MODEL_PATH = "data/modelpakke.json"
RESULT_PATH = "data/resultat.json"
TEXTS_PATH = "data/tekster.json"
PLAN_PATH = "data/handlingsplan.json"
WITHDRAWAL_PATH = "data/tilbagekaldelse.json"
README_PATH = "laes-mig.txt"
REPORT_PATH = "rapport.pdf"


@dataclass(frozen=True, slots=True)
class KindRule:
    """One kind's row: the roles that may sign it and its members with their media types."""

    kind: Kind
    roles: frozenset[Role]
    required: Mapping[str, str]
    optional: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    version: int = VERSION

    @property
    def mimetype(self) -> bytes:
        """The exact content of the member ``mimetype``."""
        return f"application/vnd.kvik.{self.kind}+zip;v={self.version}".encode("ascii")

    @property
    def namespace(self) -> str:
        """What the signature is bound to, so that one kind never passes for another."""
        return f"kvik-{self.kind}@{self.version}"

    def media_type(self, path: str) -> str | None:
        """The media type of a member, None where the kind has no such member."""
        return self.required.get(path) or self.optional.get(path)


_INSTITUTION = frozenset({Role.INSTITUTION})

RULES: Mapping[Kind, KindRule] = MappingProxyType(
    {
        rule.kind: rule
        for rule in (
            KindRule(
                Kind.RESULT,
                _INSTITUTION,
                {RESULT_PATH: JSON, TEXTS_PATH: JSON, PLAN_PATH: JSON, README_PATH: TEXT},
                {ENROLMENT_PATH: JSON, REPORT_PATH: PDF},
            ),
            KindRule(Kind.WITHDRAWAL, _INSTITUTION, {WITHDRAWAL_PATH: JSON}, {README_PATH: TEXT}),
            KindRule(Kind.ENROLMENT, _INSTITUTION, {ENROLMENT_PATH: JSON}),
            KindRule(
                Kind.INVITATION,
                frozenset({Role.COORDINATOR}),
                {TRUST_LIST_PATH: JSON},
                {MODEL_PATH: JSON},
            ),
            KindRule(
                Kind.TRUST_LIST,
                frozenset({Role.COORDINATOR, Role.RECOVERY}),
                {TRUST_LIST_PATH: JSON},
            ),
        )
    }
)

_BY_MIMETYPE = {rule.mimetype: rule for rule in RULES.values()}
_ANY_VERSION = re.compile(rb"application/vnd\.kvik\.([a-z]{1,40})\+zip;v=([1-9][0-9]{0,5})")


def rule_of(mimetype: bytes) -> KindRule | None:
    """The row of a mimetype, byte for byte; None where this program has none."""
    return _BY_MIMETYPE.get(mimetype)


def is_newer(mimetype: bytes) -> bool:
    """Whether a mimetype names a kind we know in a version we do not know yet."""
    match = _ANY_VERSION.fullmatch(mimetype)
    return match is not None and match[1].decode() in set(Kind) and int(match[2]) > VERSION
