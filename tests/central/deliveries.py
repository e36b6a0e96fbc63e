"""First deliveries to a coordinator who has just begun: each with the key that nobody has approved yet."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kvik_desktop.bundle.making import Contents, Edition, Envelope, result_package
from kvik_desktop.cli.benchmarks.packages import draft
from kvik_desktop.envelope.manifest import Institution, ModelRef
from kvik_desktop.envelope.packages import enrolment_of
from kvik_desktop.envelope.trust_list import Campaign, TrustList
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import Method
from tests.central.material import MODELS
from tests.central.town import Town


@dataclass(frozen=True)
class Deliveries:
    """The institutions of a town, invited to the newest campaign of a trust list."""

    listed: TrustList
    now: datetime
    size: int

    @property
    def campaign(self) -> Campaign:
        """What they deliver to."""
        return self.listed.campaigns[-1]

    @property
    def town(self) -> Town:
        """Who they are, and their keys."""
        asked = self.campaign.model
        model = next(each for each in MODELS if each.id == asked.id)
        return Town(model, Method(asked.method or Method.CLASSICAL), self.size, self.now)

    @property
    def institutions(self) -> Sequence[Institution]:
        """All of them."""
        return [self.town.institution(number) for number in range(self.size)]

    def package(self, number: int) -> bytes:
        """What one of them sends."""
        town, campaign = self.town, self.campaign
        key, resources = town.key(number), Resources()
        audience = self.listed.signing_key.fingerprint
        envelope = Envelope(town.institution(number), campaign.id, audience, key, resources)
        model = ModelRef(town.model.id, town.model.version, town.model.sha256, town.method.value)
        scores = random.Random(number)
        contents = Contents(
            draft(town.model, town.method, scores, self.now), model, 5, enrolment_of(key.public)
        )
        return result_package(envelope, Edition(1, None, self.now, f"{number:016x}", "0.1.0"), contents)[0]

    def write(self, folder: Path) -> Path:
        """All packages in a folder, as they came by mail."""
        folder.mkdir()
        for number in range(self.size):
            (folder / f"resultat-{number}.kvik").write_bytes(self.package(number))
        return folder
