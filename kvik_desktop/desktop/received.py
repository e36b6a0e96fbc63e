"""What a package is that somebody has sent: the verdict of `kvik verify`, for one who is no coordinator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kvik_desktop.bundle.checks import Reader
from kvik_desktop.envelope.kinds import Kind
from kvik_desktop.envelope.manifest import TrustListManifest
from kvik_desktop.envelope.payloads import OWN_CHECKS
from kvik_desktop.envelope.verdict import Code, Verdict
from kvik_desktop.envelope.verification import verify_file
from kvik_desktop.foundation.clock import Clock
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.reading import shipped

NAMES: Mapping[Kind, Text] = {
    Kind.RESULT: say("Resultatpakke"),
    Kind.WITHDRAWAL: say("Tilbagekaldelse af en pakke"),
    Kind.ENROLMENT: say("Tilmelding af en nøgle"),
    Kind.INVITATION: say("Invitation fra koordinatoren"),
    Kind.TRUST_LIST: say("Tillidsliste fra koordinatoren"),
}
FOR_COORDINATOR = frozenset({Kind.RESULT, Kind.WITHDRAWAL, Kind.ENROLMENT})
"""What an institution sends to its coordinator."""


@dataclass(frozen=True, slots=True)
class Received:
    """One file and what was found out about it without taking anything in."""

    path: Path
    verdict: Verdict

    @property
    def name(self) -> Text | str:
        """What it is, and from whom where it says so."""
        kind, manifest = self.verdict.kind, self.verdict.manifest
        if kind is None:
            return self.path.name
        if manifest is None or isinstance(manifest, TrustListManifest) or manifest.institution is None:
            return NAMES[kind]
        return say("{what}: {institution}", what=NAMES[kind], institution=manifest.institution.name)

    @property
    def waits_for_coordinator(self) -> bool:
        """Nothing is wrong with it, but whether the key is approved only the coordinator can know."""
        return self.is_for_coordinator and self.verdict.code is Code.E_UNKNOWN_KEY

    @property
    def is_for_coordinator(self) -> bool:
        """Whether it belongs in a coordinator's inbox, as far as can be seen."""
        return self.verdict.kind in FOR_COORDINATOR


def judge(paths: Sequence[Path], clock: Clock, resources: Resources) -> Sequence[Received]:
    """The verdict on each file, in the order given; nothing is written anywhere."""
    checks = {**OWN_CHECKS, **Reader(shipped(resources), {}).checks}
    now = clock.now()
    return [Received(path, verify_file(path, received=now, checks=checks)) for path in paths]
