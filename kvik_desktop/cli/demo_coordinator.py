"""The coordinator of the demo: keys, trust list, invitations, approval, the inbox and the overview."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Self

from kvik_desktop.central.model import ImportReport, Outcome
from kvik_desktop.central.reporting import write_overview
from kvik_desktop.central.usecases import import_paths
from kvik_desktop.cli.console import Console
from kvik_desktop.cli.demo_institution import keep_key
from kvik_desktop.compose import open_central
from kvik_desktop.envelope import ceremony
from kvik_desktop.envelope.allowed_signers import allowed_signers
from kvik_desktop.envelope.key_change import Coordinator
from kvik_desktop.envelope.keys import SigningKey
from kvik_desktop.envelope.packages import open_enrolment, seal_invitation, seal_list
from kvik_desktop.envelope.trust_list import Campaign, CampaignModel, TrustList
from kvik_desktop.evaluation.model import SMALLEST_GROUP
from kvik_desktop.foundation.clock import stamp
from kvik_desktop.foundation.files import write_atomically
from kvik_desktop.foundation.text import LANGUAGES, Translator, say
from kvik_desktop.model_package.reading import shipped

YEAR = timedelta(days=365)


@dataclass
class DemoCoordinator:
    """Does what a coordinator does, in a folder of her own."""

    console: Console
    folder: Path
    listed: TrustList
    key: SigningKey = field(repr=False)

    @classmethod
    def begin(cls, console: Console, folder: Path) -> Self:
        """Make both keys, the first trust list and a campaign for each model."""
        folder.mkdir()
        key, recovery = SigningKey.create(), SigningKey.create()
        keep_key(key, folder / "koordinator.key")
        keep_key(recovery, folder / "genopretning.key")
        listed = ceremony.new_list(
            Coordinator("koordinator-demo", console.tr(say("Demokoordinator"))), key.public, recovery.public
        )
        opens = console.clock.now().replace(month=1, day=1, hour=0, minute=0, second=0)
        for package in shipped(console.tr.resources):
            model = CampaignModel(package.id, package.version, package.sha256, None)
            title = package.name.in_language(console.language)
            campaign = Campaign(
                _campaign(package.id), title, model, SMALLEST_GROUP, stamp(opens), stamp(opens + 2 * YEAR)
            )
            listed = ceremony.open_campaign(listed, campaign)
        made = cls(console, folder, listed, key)
        made.inbox.mkdir()
        return made

    @property
    def inbox(self) -> Path:
        """Where packages arrive."""
        return self.folder / "indbakke"

    @property
    def trust_list(self) -> bytes:
        """The newest version of the list, as it lies in its file."""
        return (self.folder / "tillidsliste.kvik").read_bytes()

    def invitation(self, model_id: str) -> bytes:
        """An invitation to the campaign of a model."""
        now = self.console.clock.now()
        return seal_invitation(ceremony.cut(self.listed, None, now), _campaign(model_id), self.key, now)

    def approve(self, enrolment: bytes) -> None:
        """Approve a key after its digits were read aloud, and save the list's next version."""
        asking = open_enrolment(enrolment)
        now = self.console.clock.now()
        self.listed = ceremony.approve(
            self.listed,
            asking.institution,
            asking.key,
            created=asking.created,
            at=now,
            expires=now + 3 * YEAR,
        )
        write_atomically(self.folder / "tillidsliste.kvik", seal_list(self.listed, self.key, now))
        write_atomically(self.folder / "tilladte_underskrivere", allowed_signers(self.listed).encode())
        self.console.say(
            say(
                "  Tilmeldingen er godkendt: cifrene {digits} passer.", digits=" ".join(asking.key.digits[:2])
            )
        )

    def take_in(self) -> ImportReport:
        """Import the whole inbox into a database of its own."""
        with open_central(self._database, self.console.clock) as database:
            report = import_paths(database, [self.inbox], shipped(self.console.tr.resources), self.trust_list)
        accepted = sum(each.outcome is Outcome.ACCEPTED for each in report.files)
        self.console.say(
            say("Koordinatoren har modtaget {n} af {of} pakker.", n=accepted, of=len(report.files))
        )
        return report

    def write_overview(self) -> None:
        """The overview for the directors, in both languages."""
        for language in LANGUAGES:
            mark = "" if language == "da" else f"-{language}"
            translate = Translator(language, self.console.tr.resources)
            with open_central(self._database, self.console.clock) as database:
                write_overview(database, translate, self.folder / f"overblik{mark}.pdf")
        self.console.say(say("Overblikket er gemt som PDF."))

    @property
    def _database(self) -> str:
        return f"sqlite:///{self.folder / 'central.db'}"


def _campaign(model_id: str) -> str:
    return f"selvevaluering-{model_id}"
