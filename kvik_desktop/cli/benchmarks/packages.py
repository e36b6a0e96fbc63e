"""Made-up packages in any number: a coordinator's world and valid results from it, by a seed."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from kvik_desktop.bundle.checks import written
from kvik_desktop.bundle.draft import Draft
from kvik_desktop.bundle.making import Contents, Edition, Envelope, result_package
from kvik_desktop.bundle.payload import (
    ActionRow,
    ActionSource,
    CriterionResult,
    PlanPayload,
    ResultPayload,
    SubcriterionResult,
    SubcriterionTexts,
    TextsPayload,
)
from kvik_desktop.envelope import trust_list as trust_lists
from kvik_desktop.envelope.key_change import Coordinator
from kvik_desktop.envelope.keys import SigningKey
from kvik_desktop.envelope.manifest import Institution, ModelRef
from kvik_desktop.envelope.trust_list import Campaign, CampaignModel, Entry, InstitutionKey, TrustList
from kvik_desktop.foundation.clock import stamp
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import PHASES, Block, Method, ModelPackage, Sector
from kvik_desktop.model_package.scoring import Rating, band_of, score

CAMPAIGN = "kampagne-2026"
ANSWERS = 7
"""How many answered each subcriterion in every made-up institution."""

_DAY = timedelta(days=1)
_SENTENCES = (
    "Vi følger op på trivselsmålingen hvert forår og taler om den på personalemødet.",
    "Forældrene ved, hvem de skal ringe til, og får svar samme dag.",
    "Vikarerne kender ikke planen, så det bliver tit de samme tre, der tager fra.",
    "Vi skriver det ned, men ingen læser det igen.",
    "Nye kolleger har en makker i de første tre måneder.",
)


@dataclass(frozen=True)
class World:
    """A coordinator with an open campaign and ``size`` institutions whose keys are approved."""

    model: ModelPackage
    method: Method
    size: int
    now: datetime
    seed: int = 0

    @cached_property
    def signing(self) -> SigningKey:
        """The coordinator's key."""
        return self._key("koordinator")

    def institution(self, number: int) -> Institution:
        """One of them; sectors take turns."""
        sectors = list(Sector)
        sector = sectors[number % len(sectors)]
        return Institution(f"enhed-{number:06}", f"Enhed {number}", "institution", None, sector.value)

    def key(self, number: int) -> SigningKey:
        """The key of one institution."""
        return self._key(f"enhed {number}")

    @cached_property
    def trust_list(self) -> TrustList:
        """The coordinator's list with all of them."""
        opens, closes = stamp(self.now - 30 * _DAY), stamp(self.now + 365 * _DAY)
        model = CampaignModel(self.model.id, self.model.version, self.model.sha256, None)
        keys = ((self.institution(number), self.key(number).public) for number in range(self.size))
        return TrustList(
            trust_lists.FORMAT,
            1,
            Coordinator("koordinator-01", "Eksempel Kommune"),
            self.signing.public.line,
            self._key("genopretning").public.line,
            (),
            None,
            tuple(Entry(unit, (InstitutionKey(key.line, opens, closes, None),)) for unit, key in keys),
            (Campaign(CAMPAIGN, "Selvevaluering 2026", model, 5, opens, closes),),
        )

    def packages(self, resources: Resources) -> Iterator[bytes]:
        """The first edition of each institution, in order."""
        for number in range(self.size):
            yield self.package(number, resources)[0]

    def package(
        self, number: int, resources: Resources, edition: Edition | None = None, variant: int = 0
    ) -> tuple[bytes, str]:
        """One institution's package and its identity; ``variant`` gives other scores."""
        envelope = Envelope(
            self.institution(number),
            CAMPAIGN,
            self.signing.public.fingerprint,
            self.key(number),
            resources,
        )
        model = ModelRef(self.model.id, self.model.version, self.model.sha256, self.method.value)
        chance = random.Random(f"{self.seed} {number} {variant}")  # noqa: S311  (made-up scores, no secret)
        drafted = draft(self.model, self.method, chance, self.now)
        id_ = hashlib.sha256(f"{number} {variant}".encode()).hexdigest()[:16]
        first = Edition(1, None, self.now, id_, "0.1.0")
        return result_package(envelope, edition or first, Contents(drafted, model, 5, None))

    def _key(self, name: str) -> SigningKey:
        return SigningKey.from_seed(hashlib.sha256(f"{self.seed} {name}".encode()).digest())


def draft(model: ModelPackage, method: Method, chance: random.Random, now: datetime) -> Draft:
    """A complete result with texts for every subcriterion and a plan of five actions."""
    level = chance.randint(method.top // 4, 3 * method.top // 4)
    ratings = {
        sub.id: _rating(criterion.block, method, level, chance)
        for criterion in model.criteria
        for sub in criterion.subcriteria
    }
    return Draft(_result(model, method, ratings, chance, now), _texts(model, chance), _plan(model, chance))


def _rating(block: Block, method: Method, level: int, chance: random.Random) -> Rating:
    def one() -> int:
        spread = method.top // 4 or 1
        return min(method.top, max(0, level + chance.randint(-spread, spread)))

    if method is not Method.FINE:
        return Rating(score=one())
    return Rating(**{phase.value: one() for phase in PHASES[block]})


def _result(
    model: ModelPackage,
    method: Method,
    ratings: dict[str, Rating],
    chance: random.Random,
    now: datetime,
) -> ResultPayload:
    sheet = score(model, method, ratings)
    return ResultPayload(
        title="Selvevaluering 2026",
        accepted=stamp(now),
        validation="self",
        criteria=tuple(
            CriterionResult(
                criterion.id,
                criterion.block.value,
                written(sheet.criteria[criterion.id].figure.value),
                sheet.criteria[criterion.id].scored,
                sheet.criteria[criterion.id].of,
                tuple(
                    _subcriterion(sub.id, ratings[sub.id], method, chance) for sub in criterion.subcriteria
                ),
            )
            for criterion in model.criteria
        ),
        enablers=written(sheet.enablers.value),
        results=written(sheet.results.value),
        mean_of_criteria=written(sheet.mean_of_criteria.value),
        mean_of_subcriteria=written(sheet.mean_of_subcriteria.value),
    )


def _subcriterion(id_: str, rating: Rating, method: Method, chance: random.Random) -> SubcriterionResult:
    bands = [0] * 6
    for _ in range(ANSWERS):
        bands[band_of(chance.randint(0, method.top), method)] += 1
    return SubcriterionResult(
        id=id_,
        score=rating.score,
        plan=rating.plan,
        do=rating.do,
        check=rating.check,
        act=rating.act,
        trend=rating.trend,
        target=rating.target,
        n=ANSWERS,
        cannot_judge=1,
        histogram=(bands[0], bands[1], bands[2], bands[3], bands[4], bands[5]),
        flag="amber",
        rounds=1,
        reason="",
    )


def _texts(model: ModelPackage, chance: random.Random) -> TextsPayload:
    def some() -> tuple[str, ...]:
        return tuple(chance.choices(_SENTENCES, k=2))

    return TextsPayload(
        tuple(SubcriterionTexts(sub.id, some(), some(), some()) for sub in model.subcriteria())
    )


def _plan(model: ModelPackage, chance: random.Random) -> PlanPayload:
    ids = [sub.id for sub in model.subcriteria()]
    actions = (
        ActionRow(
            number=number,
            title=chance.choice(_SENTENCES),
            theme="",
            description=chance.choice(_SENTENCES),
            responsible="Leder",
            participants=(),
            start="2027-01-04",
            deadline="2027-06-01",
            follow_up=None,
            success=chance.choice(_SENTENCES),
            indicator="",
            unit="",
            baseline=None,
            target=None,
            hours=None,
            money=None,
            status="planned",
            dropped_reason="",
            phase="",
            effect=chance.randint(1, 4),
            ease=chance.randint(1, 4),
            goal=None,
            serves_effect=None,
            subcriteria=(ActionSource(ids[number], None),),
            areas=(),
            prerequisites=(),
            measurements=(),
        )
        for number in range(1, 6)
    )
    return PlanPayload(tuple(actions))
