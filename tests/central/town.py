"""A made-up municipality as its coordinator has it: who has delivered, what waits, and what was refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path

from kvik_desktop.cli.benchmarks.packages import CAMPAIGN, World
from kvik_desktop.envelope.keys import SigningKey, save_key
from kvik_desktop.envelope.manifest import Institution
from kvik_desktop.envelope.trust_list import TrustList
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.files import package_in
from kvik_desktop.model_package.model import Sector
from tests.central.material import MODELS, NOW, Office
from tests.forge import enrolment, key

PASSPHRASE = "fire ord på en række"

PLACES = (
    "Engblomme", "Tudsen", "Frøen", "Strandgården", "Skovmosen", "Kærhøj", "Solsikken", "Åkanden",
    "Bøgelunden", "Mejsebo", "Humlebien", "Lærkereden", "Fjordby", "Nordvang", "Østermarken",
)  # fmt: skip
KINDS: Mapping[str, str] = {
    Sector.DAYCARE: "Børnehuset {}",
    Sector.SCHOOL: "{}skolen",
    Sector.ELDERLY: "Plejecenter {}",
    Sector.SOCIAL: "Bosted {}",
}


SECTORS = (*Sector, Sector.DAYCARE, Sector.DAYCARE, Sector.SCHOOL, Sector.ELDERLY)
"""In turn: most are day care, then schools."""


@dataclass(frozen=True)
class Town(World):
    """Institutions with names of their own."""

    sectors: Sequence[str] = SECTORS

    def institution(self, number: int) -> Institution:
        """One of them."""
        sector = self.sectors[number % len(self.sectors)]
        place = PLACES[(number * 7) % len(PLACES)]
        again = number // len(PLACES)
        name = KINDS.get(sector, "{}").format(place) + (f" {again + 1}" if again else "")
        return Institution(f"enhed-{number:06}", name, "institution", "Fjordby Kommune", str(sector))


@dataclass
class TownHall(Office):
    """The coordinator's office of the town; the list and the key lie beside the database."""

    size: int = 58
    stranger: SigningKey = field(default_factory=lambda: key("strandgården"))
    sectors: Sequence[str] = SECTORS

    @cached_property
    def world(self) -> World:
        """The town."""
        model = self.own or next(each for each in MODELS if each.id == self.model)
        return Town(model, self.method, self.size, NOW, sectors=self.sectors)

    @property
    def approved(self) -> TrustList:
        """The list with everybody who is approved."""
        return replace(self.world, size=self.known).trust_list

    def with_own_model(self, path: Path) -> TownHall:
        """The same town where the campaign uses a model of its own."""
        return TownHall(self.folder, self.size, own=package_in(path, MODELS))

    def settle_in(self) -> None:
        """Put the list and the key in their places."""
        (self.folder / "tillidsliste.kvik").write_bytes(self.list_bytes(self.approved))
        path = self.folder / "koordinator.key"
        if not path.exists():
            save_key(self.world.signing, path, PASSPHRASE)

    @property
    def known(self) -> int:
        """How many of the institutions are approved; the last one is not yet."""
        return self.size - 1

    def at(self, moment: datetime) -> TownHall:
        """The same office at another time."""
        self.database.close()
        return TownHall(self.folder, self.size, self.model, self.method, FixedClock(moment), self.own)

    def packages(self, numbers: Sequence[int]) -> list[bytes]:
        """The first edition of some institutions."""
        return [self.package(number)[0] for number in numbers]

    def newcomer(self, campaign: str | None = CAMPAIGN) -> bytes:
        """The enrolment of the institution that is not approved yet."""
        number = self.size - 1
        made = (NOW - timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M:%SZ")
        return enrolment(
            self.world.key(number),
            institution=self.world.institution(number),
            campaign=campaign,
            audience=self.world.signing.public.fingerprint,
            created=made,
        )

    def broken(self) -> bytes:
        """A package that was changed after it was signed."""
        data = bytearray(self.package(5)[0])
        place = data.find(b"trivselsm")
        data[place] ^= 1
        return bytes(data)

    def fork(self, number: int) -> list[bytes]:
        """Two different packages that call themselves the same edition."""
        return [self.package(number, 1, None, variant=variant)[0] for variant in (1, 2)]


def busy(folder: Path, size: int = 58, delivered: int = 41) -> TownHall:
    """A campaign under way: two imports yesterday and today, with a bit of everything."""
    folder.mkdir(parents=True, exist_ok=True)
    hall = TownHall(folder, size=size, clock=FixedClock(NOW - timedelta(days=1)))
    hall.settle_in()
    first = delivered - 6
    hall.take([*hall.packages(range(first)), b"junk"], hall.approved)
    today = hall.at(NOW)
    newer = today.chain(2, 2)[1]
    last = range(first, delivered)
    fork = today.fork(size - 3)
    files = [
        today.newcomer(),
        today.packages([size - 1])[0],
        *fork,
        *today.packages(last),
        newer,
        today.broken(),
    ]
    names = [
        "tilmelding",
        "resultat",
        "a",
        "b",
        *[f"resultat-{n}" for n in last],
        "ny",
        "skema-tudsen-endelig",
    ]
    ind = today.folder / "ind"
    paths = []
    for name, data in zip(names, files, strict=True):
        paths.append(ind / f"{name}.kvik")
        paths[-1].write_bytes(data)
    today.take_paths(paths, today.approved)
    return today
