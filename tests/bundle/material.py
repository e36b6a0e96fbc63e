"""An accepted evaluation with texts and a plan, and the world of keys it delivers in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.model import Action, Measurement
from kvik_desktop.action_plan.usecases import NewAction
from kvik_desktop.bundle.privacy import Choices
from kvik_desktop.bundle.sender import Order
from kvik_desktop.envelope import ceremony
from kvik_desktop.envelope.keys import SigningKey
from kvik_desktop.envelope.manifest import Institution
from kvik_desktop.envelope.packages import OpenedList, open_list, seal_invitation, seal_list
from kvik_desktop.envelope.trust_list import Campaign, CampaignModel, TrustList
from kvik_desktop.foundation.clock import Clock, stamp
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.usecases import Agreed
from tests.forge import COORDINATOR, DAY, RECOVERY, SIGNING, key
from tests.journey import PEOPLE, Journey

KEY = key("børnehuset")
CAMPAIGN = "kampagne-2026"


def ready(folder: Path, clock: Clock, model: str = "kvik-kort", method: Method | None = None) -> Journey:
    """Børnehuset with five people, different views, texts with people in them, and a plan of two actions."""
    journey = Journey(folder, clock, model, method).gather_people()
    top = journey.method.top
    for place, name in enumerate(PEOPLE):
        journey.answer_all({name: None if place == 4 else (top * (place + 1)) // 5})
    first = journey.subcriteria[0]
    journey.answer(
        "Anna", first, top, strength=("Vi taler sammen hver dag",), area=("Ring til Bo på 12 34 56 78",)
    )
    journey.answer("Eva", first, 0, evidence=("Klage fra beboer 010203-0000",))
    journey.reveal().settle_all(3)
    agreed = Agreed(first, journey.rating(first, 2), reason="Anna havde flest eksempler")
    journey.file.do(meeting.settle, journey.id, [agreed])
    journey.accept()
    journey.file.do(plans.put_actions, journey.id, _plan(journey))
    journey.file.do(plans.approve, journey.id, "Anna")
    return journey


def _plan(journey: Journey) -> list[NewAction]:
    def action(number: int, title: str, **fields: object) -> Action:
        return Action("", journey.id, number, title, **fields)  # type: ignore[arg-type]  # any field by name

    first, second = journey.subcriteria[:2]
    return [
        NewAction(
            action(
                1,
                "Fast morgenmøde",
                responsible="Carla",
                deadline=date(2027, 3, 1),
                baseline=Decimal("12.50"),
                target=Decimal(20),
                effect=4,
                ease=3,
            ),
            subcriteria=(first,),
            areas=("Ring til Bo på 12 34 56 78",),
            participants=("Dines", "Lederen"),
            measurements=(Measurement("", date(2027, 1, 4), Decimal("13.25"), "efter jul"),),
        ),
        NewAction(action(2, "Ny plan for vikarer"), subcriteria=(second,), waits_for=(1,)),
    ]


def trust_list(
    package: ModelPackage,
    clock: Clock,
    *,
    approve: SigningKey | None = KEY,
    smallest_group: int = 5,
    is_open: bool = True,
) -> TrustList:
    """The coordinator's list with the campaign open and, unless None, the unit's key approved."""
    now = clock.now()
    listed = ceremony.new_list(COORDINATOR, SIGNING.public, RECOVERY.public)
    model = CampaignModel(package.id, package.version, package.sha256, None)
    opens, closes = stamp(now - 30 * DAY), stamp(now + (30 if is_open else -1) * DAY)
    listed = ceremony.open_campaign(
        listed, Campaign(CAMPAIGN, "Selvevaluering 2026", model, smallest_group, opens, closes)
    )
    if approve is None:
        return listed
    unit = Institution("671-boernehuset", "Børnehuset", "institution", None, "dagtilbud")
    return ceremony.approve(listed, unit, approve.public, created=now - DAY, at=now, expires=now + 700 * DAY)


def opened(listed: TrustList, clock: Clock) -> OpenedList:
    """The list as a reader opens it."""
    return open_list(seal_list(listed, SIGNING, clock.now()))


def invitation(listed: TrustList, clock: Clock) -> OpenedList:
    """An invitation for an institution that gets its id from the coordinator."""
    shortened = ceremony.cut(listed, "kommune-boernehus-7", clock.now())
    return open_list(seal_invitation(shortened, CAMPAIGN, SIGNING, clock.now()))


def order(
    trust: OpenedList | None = None,
    campaign: str | None = None,
    choices: Choices | None = None,
    owner: SigningKey = KEY,
) -> Order:
    """An order by Børnehuset's key."""
    return Order(owner, Resources(), trust, campaign, choices or Choices())
