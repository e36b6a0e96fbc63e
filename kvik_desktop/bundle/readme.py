"""`laes-mig.txt`: how anybody checks a package by hand, in Danish and English."""

from __future__ import annotations

from datetime import datetime
from string import Template

from kvik_desktop.envelope.kinds import RULES, Kind
from kvik_desktop.envelope.manifest import Institution
from kvik_desktop.foundation.resources import Resources

TEMPLATE = "laes-mig.txt"


def readme(
    resources: Resources, kind: Kind, institution: Institution, edition: int, created: datetime
) -> bytes:
    """The text for one package; ``created`` is the day at which its signature is checked."""
    heading = f"KVIK-{kind} fra {institution.name}, udgave {edition}"
    text = Template(resources.read("skabeloner", TEMPLATE).decode()).substitute(
        kind=kind.value,
        institution=institution.name,
        edition=edition,
        stars="=" * len(heading),
        id=institution.id,
        namespace=RULES[kind].namespace,
        day=f"{created:%Y%m%d}",
        first=next(iter(RULES[kind].required)).removeprefix("data/"),
    )
    return text.encode()
