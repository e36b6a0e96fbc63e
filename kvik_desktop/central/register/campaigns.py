"""A campaign as it is asked for: what is said of it, over what stands on the list or is usual."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count

import msgspec

from kvik_desktop.envelope.fields import moment
from kvik_desktop.envelope.trust_list import Campaign, CampaignModel
from kvik_desktop.evaluation.model import SMALLEST_GROUP
from kvik_desktop.foundation.clock import stamp
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import Method, ModelPackage

DAY = timedelta(days=1)

SHORTEST_ID, LONGEST_SLUG = 8, 30
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})

CAMPAIGN_LENGTH = 365 * DAY
"""How long a campaign is open where nothing else is said."""


def midnight(day: date) -> datetime:
    """The first moment of a day, UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def campaign_id(title: str, taken: Collection[str]) -> str:
    """An id for a new campaign, made from its title: 8-40 characters a-z, 0-9 and dash, not taken."""
    plain = unicodedata.normalize("NFKD", title.casefold().translate(_LETTERS))
    slug = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")[:LONGEST_SLUG]
    stem = slug if len(slug) >= SHORTEST_ID else f"kampagne-{slug}".strip("-")
    names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(name for name in names if name not in taken)


def last_day(ends: datetime) -> date:
    """The last day before something ends; days of campaigns and keys are counted in UTC."""
    return (ends - timedelta(seconds=1)).astimezone(UTC).date()


@dataclass(frozen=True)
class AskedCampaign:
    """A campaign as far as it is said; None leaves what is on the list or, for a new one, is usual."""

    title: str | None = None
    model: ModelPackage | None = None
    method: Method | None = None
    smallest_group: int | None = None
    opens: date | None = None
    closes: date | None = None
    """The last day."""

    def campaign(self, id_: str, known: Campaign | None, now: datetime) -> Campaign:
        """The campaign with this id; a new one needs a model. Raises Problem E_CAMPAIGN_DATES."""
        opens, closes = self._dates(known, now)
        usual_group = known.smallest_group if known else SMALLEST_GROUP
        return Campaign(
            id=id_,
            title=self.title or (known.title if known else id_),
            model=self._model(known),
            smallest_group=self.smallest_group or usual_group,
            opens=opens,
            closes=closes,
        )

    def _dates(self, known: Campaign | None, now: datetime) -> tuple[str, str]:
        opens = moment(known.opens) if known else midnight(now.date())
        if self.opens is not None:
            opens = midnight(self.opens)
        closes = moment(known.closes) if known else opens + CAMPAIGN_LENGTH
        if self.closes is not None:
            closes = midnight(self.closes) + DAY
        if opens >= closes:
            raise Problem(
                "E_CAMPAIGN_DATES",
                say("Kampagnen lukker, før den åbner."),
                say("Ret den første eller den sidste dag. Intet er ændret."),
            )
        return stamp(opens), stamp(closes)

    def _model(self, known: Campaign | None) -> CampaignModel:
        method = self.method.value if self.method else known.model.method if known else None
        if self.model is not None:
            return CampaignModel(self.model.id, self.model.version, self.model.sha256, method)
        assert known is not None, "a new campaign is asked for with a model"
        return msgspec.structs.replace(known.model, method=method)
