"""An invitation as the window asks for it: campaigns that can be invited to, and ids that are made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kvik_desktop.central.register import inviting, keeping
from kvik_desktop.central.register.campaigns import AskedCampaign
from kvik_desktop.central.register.inviting import UNNAMED_ID, AskedInvitation, Invitable
from kvik_desktop.cli.benchmarks.packages import CAMPAIGN
from kvik_desktop.envelope.manifest import Institution
from kvik_desktop.envelope.pins import Pins
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.model_package.model import Method
from tests.central.material import MODELS, NOW, Office

NOBODY = Institution(UNNAMED_ID, "Skovmoseskolen", "institution", None, "skole")


@pytest.fixture
def office(tmp_path: Path, user_data: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    (tmp_path / "tillidsliste.kvik").write_bytes(made.list_bytes())
    keeping.catch_up(made.database, Pins(user_data / "noegler"), MODELS)
    yield made
    made.database.close()


def among(office: Office) -> Invitable:
    """What can be chosen among."""
    found = office.database.ask(inviting.invitable, MODELS)
    assert found is not None
    return found


def new(title: str, institution: Institution | None = None, *, with_model: bool = False) -> AskedInvitation:
    """An invitation to a new campaign."""
    return AskedInvitation(None, AskedCampaign(title, MODELS[0], Method.FINE), institution, with_model)


def test_only_campaigns_that_are_not_shut_can_be_invited_to(office: Office) -> None:
    assert [each.id for each in among(office).campaigns] == [CAMPAIGN]
    assert [each.id for each in among(office).models.values()] == [each.id for each in MODELS]
    office.database.close()
    later = Office(office.folder, clock=FixedClock(NOW + timedelta(days=2000)))
    assert among(later).campaigns == []
    later.database.close()


def test_before_there_is_a_list_nobody_can_be_invited(tmp_path: Path) -> None:
    empty = Office(tmp_path)
    assert empty.database.ask(inviting.invitable, MODELS) is None
    empty.database.close()


def test_a_new_campaign_gets_an_id_of_its_title_and_an_institution_one_of_its_own(office: Office) -> None:
    listed = among(office).trust_list
    invited = office.database.ask(inviting.prepared, new("Forår på Fjordby", NOBODY), listed)
    assert (invited.campaign.id, invited.campaign.title) == ("foraar-paa-fjordby", "Forår på Fjordby")
    assert invited.campaign.model.method == "fine"
    assert invited.institution is not None
    assert invited.institution.id.startswith("enhed-")
    assert invited.model is None


def test_the_questions_travel_along_where_they_are_wanted(office: Office) -> None:
    listed = among(office).trust_list
    invited = office.database.ask(inviting.prepared, new("Forår 2027", with_model=True), listed)
    assert invited.model == MODELS[0].content


def test_a_campaign_on_the_list_is_invited_to_again_with_another_last_day(office: Office) -> None:
    listed = among(office).trust_list
    known = listed.campaign(CAMPAIGN)
    assert known is not None
    closes = (NOW + timedelta(days=10)).date()
    wanted = AskedInvitation(CAMPAIGN, AskedCampaign(closes=closes), None, with_model=False)
    campaign = office.database.ask(inviting.prepared, wanted, listed).campaign
    assert (campaign.id, campaign.model, campaign.title) == (known.id, known.model, known.title)
    assert campaign.closes < known.closes


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (AskedCampaign("Forår", MODELS[0], closes=(NOW - timedelta(days=9)).date()), "E_CAMPAIGN_DATES"),
        (AskedCampaign("F" * 300, MODELS[0]), "E_VALUE"),
    ],
)
def test_what_a_list_cannot_hold_is_refused(office: Office, asked: AskedCampaign, code: str) -> None:
    with pytest.raises(Problem, match=code):
        office.database.ask(
            inviting.prepared, AskedInvitation(None, asked, None, with_model=False), among(office).trust_list
        )
