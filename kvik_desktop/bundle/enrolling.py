"""Asking to be known: the enrolment of a unit's key, sent ahead of the first delivery or inside it."""

from __future__ import annotations

from datetime import datetime

from kvik_desktop.bundle.filling import one_line
from kvik_desktop.envelope.keys import SigningKey
from kvik_desktop.envelope.manifest import Institution
from kvik_desktop.envelope.packages import OpenedInvitation, seal_enrolment
from kvik_desktop.evaluation.model import Unit


def institution_of(unit: Unit, known_as: str | None = None) -> Institution:
    """The unit as signed files name it, under the id a coordinator knows it by where there is one."""
    parent = one_line(unit.parent or "") or None
    return Institution(known_as or unit.id, one_line(unit.name), unit.level.value, parent, unit.sector.value)


def enrolment_package(
    institution: Institution, key: SigningKey, now: datetime, invited: OpenedInvitation | None = None
) -> bytes:
    """The signed enrolment; it answers the invitation where there is one."""
    if invited is None:
        return seal_enrolment(institution, key, now)
    return seal_enrolment(
        institution,
        key,
        now,
        campaign=invited.campaign,
        audience=invited.opened.trust_list.signing_key,
        invitation=invited.opened.sha256,
    )
