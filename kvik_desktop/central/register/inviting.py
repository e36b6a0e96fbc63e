"""An invitation as it is asked for in the window: what is missing is found or made before it is signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec

from kvik_desktop.central.own_models.usecases import own_models
from kvik_desktop.central.register import usecases
from kvik_desktop.central.register.campaigns import AskedCampaign, campaign_id
from kvik_desktop.central.register.keeping import Invited
from kvik_desktop.envelope.fields import checked, moment
from kvik_desktop.envelope.manifest import Institution
from kvik_desktop.envelope.trust_list import Campaign, TrustList
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.storage.work import Transaction

UNNAMED_ID = ""
"""The id of an institution that has none yet: one is made."""


@dataclass(frozen=True)
class Invitable:
    """What can be chosen among."""

    trust_list: TrustList
    campaigns: Sequence[Campaign]
    """Those that are not shut, the one that closes last first."""
    models: Mapping[str, ModelPackage]
    """By checksum: those that come with the program, then the municipality's own."""
    now: datetime


@dataclass(frozen=True)
class AskedInvitation:
    """What was chosen; ``campaign`` is the id of one that stands on the list, None for a new one."""

    campaign: str | None
    asked: AskedCampaign
    institution: Institution | None
    with_model: bool


def invitable(work: Transaction, shipped: Sequence[ModelPackage]) -> Invitable | None:
    """What an invitation can be made of; None before there is a list."""
    listed = usecases.newest_list(work)
    if listed is None:
        return None
    now = work.now()
    standing = [each for each in listed.campaigns if now < moment(each.closes)]
    standing.sort(key=lambda each: each.closes, reverse=True)
    models = {each.sha256: each for each in (*shipped, *own_models(work))}
    return Invitable(listed, standing, models, now)


def prepared(work: Transaction, wanted: AskedInvitation, listed: TrustList) -> Invited:
    """The invitation with every id in its place. Raises Problem E_CAMPAIGN_DATES, E_VALUE."""
    taken = [each.id for each in listed.campaigns]
    id_ = wanted.campaign or campaign_id(wanted.asked.title or "", taken)
    campaign = checked(wanted.asked.campaign(id_, listed.campaign(id_), work.now()))
    institution = wanted.institution
    if institution is not None and institution.id == UNNAMED_ID:
        institution = msgspec.structs.replace(institution, id=f"enhed-{work.new_id()[:10]}")
    model = wanted.asked.model if wanted.with_model else None
    return Invited(campaign, checked(institution) if institution else None, model.content if model else None)
