"""The acts with the trust list, in the order they happen and against the ones who want to cheat."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec
import pytest

from kvik_desktop.envelope import ceremony
from kvik_desktop.envelope.keys import PublicKey, SigningKey
from kvik_desktop.envelope.manifest import Institution
from kvik_desktop.envelope.trust_list import Campaign, CampaignModel, Reason, Status, TrustList, decode
from kvik_desktop.envelope.verdict import Code, Outcome
from kvik_desktop.foundation import strict_json
from kvik_desktop.foundation.clock import stamp
from kvik_desktop.foundation.problems import Problem
from tests.forge import (
    CAMPAIGN,
    COORDINATOR,
    DAY,
    KEY_A,
    KEY_B,
    KEY_C,
    LATER_CAMPAIGN,
    MODEL,
    NEXT_SIGNING,
    NOW,
    RECOVERY,
    SHUT_CAMPAIGN,
    SIGNING,
    STRANGER,
    TRUST_LIST,
    A,
    B,
    C,
    judge,
    key,
    result,
    unit,
)

YEARS = timedelta(days=1000)


def approved(listed: TrustList, institution: Institution, owner: SigningKey, at: datetime = NOW) -> TrustList:
    return ceremony.approve(listed, institution, owner.public, created=at - DAY, at=at, expires=at + YEARS)


def problem_of(act: object, *arguments: object, **named: object) -> Problem:
    assert callable(act)
    with pytest.raises(Problem) as raised:
        act(*arguments, **named)
    return raised.value


def new_list() -> TrustList:
    return ceremony.new_list(COORDINATOR, SIGNING.public, RECOVERY.public)


def test_a_new_list_knows_the_coordinator_alone() -> None:
    listed = new_list()
    assert (listed.version, listed.generation, listed.institutions) == (1, 0, ())
    assert listed.as_trust().keys.keys() == {SIGNING.public.fingerprint, RECOVERY.public.fingerprint}
    assert listed.as_trust().audience == frozenset({SIGNING.public.fingerprint})


def test_every_act_makes_the_next_version() -> None:
    listed = approved(new_list(), A, KEY_A)
    assert listed.version == 2
    listed = ceremony.revoke(listed, A.id, Reason.LOST, NOW, NOW)
    assert listed.version == 3
    assert ceremony.rotate(listed, NEXT_SIGNING.public, RECOVERY, NOW, SIGNING).version == 4


def test_a_list_reads_back_from_its_json() -> None:
    rotated = ceremony.rotate(TRUST_LIST, NEXT_SIGNING.public, RECOVERY, NOW, SIGNING)
    for listed in (new_list(), TRUST_LIST, rotated):
        assert decode(strict_json.encode(listed)) == listed


def test_an_approved_institution_is_accepted_and_its_waiting_package_too() -> None:
    institution = unit("institution-ny")
    data = result(owner=STRANGER, institution=institution, campaign=None, created=stamp(NOW - 3 * DAY))
    received = NOW - 3 * DAY
    assert judge(data, at=received).code is Code.E_UNKNOWN_KEY
    listed = ceremony.approve(
        TRUST_LIST, institution, STRANGER.public, created=NOW - 3 * DAY, at=NOW, expires=NOW + YEARS
    )
    assert judge(data, listed.as_trust(), at=received).outcome is Outcome.ACCEPTED


def test_an_enrolment_dated_in_the_future_holds_from_now() -> None:
    listed = ceremony.approve(
        new_list(), A, KEY_A.public, created=NOW + 900 * DAY, at=NOW, expires=NOW + YEARS
    )
    assert judge(result(campaign=None), listed.as_trust()).outcome is Outcome.ACCEPTED


def test_another_key_for_a_known_institution_is_a_hard_stop() -> None:
    assert problem_of(approved, TRUST_LIST, A, STRANGER).code == "E_KEY_CHANGED"


def test_a_lost_key_is_revoked_and_another_enrolled() -> None:
    listed = ceremony.revoke(TRUST_LIST, A.id, Reason.LOST, NOW, NOW)
    listed = approved(listed, A, STRANGER)
    entry = listed.entry(A.id)
    assert entry is not None
    assert (entry.status, len(entry.keys)) == (Status.ACTIVE, 2)
    trust = listed.as_trust()
    assert judge(result(owner=STRANGER), trust).outcome is Outcome.ACCEPTED
    assert judge(result(), trust).code is Code.E_KEY_REVOKED
    assert judge(result(), trust, at=NOW - timedelta(seconds=1)).outcome is Outcome.ACCEPTED


def test_an_expired_key_is_followed_by_another() -> None:
    listed = approved(TRUST_LIST, unit("institution-d"), STRANGER)
    assert listed.as_trust().keys[STRANGER.public.fingerprint].holds(NOW)


@pytest.mark.parametrize(
    ("institution", "public"),
    [(A, KEY_A.public), (B, KEY_A.public), (C, KEY_C.public), (unit("institution-x"), SIGNING.public)],
)
def test_a_key_stands_for_one_alone(institution: Institution, public: PublicKey) -> None:
    problem = problem_of(
        ceremony.approve, TRUST_LIST, institution, public, created=NOW, at=NOW, expires=NOW + YEARS
    )
    assert problem.code == "E_KEY_KNOWN"


def test_a_revocation_can_only_move_back_in_time() -> None:
    since = NOW - 20 * DAY
    earlier = ceremony.revoke(TRUST_LIST, C.id, Reason.COMPROMISED, since, NOW)
    entry = earlier.entry(C.id)
    assert entry is not None
    assert entry.status is Status.REVOKED
    assert entry.newest.revoked is not None
    assert entry.newest.revoked.since == stamp(since)
    assert problem_of(ceremony.revoke, earlier, C.id, Reason.LOST, NOW, NOW).code == "E_KEY_REVOKED"
    unknown = problem_of(ceremony.revoke, earlier, "institution-x", Reason.LOST, NOW, NOW)
    assert unknown.code == "E_UNKNOWN_INSTITUTION"


def _campaign(**changes: object) -> Campaign:
    model = CampaignModel("kvik", "1.0", "ab" * 32, None)
    good = Campaign("kampagne-2030", "Ny", model, 5, stamp(NOW), stamp(NOW + DAY))
    return msgspec.structs.replace(good, **changes)


def test_a_campaign_is_opened_once_and_may_be_extended() -> None:
    listed = ceremony.open_campaign(TRUST_LIST, _campaign())
    assert ceremony.open_campaign(listed, _campaign()) == listed
    longer = _campaign(closes=stamp(NOW + 9 * DAY), title="Forlænget")
    extended = ceremony.open_campaign(listed, longer)
    assert extended.campaign("kampagne-2030") == longer
    assert extended.version == listed.version + 1


@pytest.mark.parametrize(
    "changed",
    [_campaign(smallest_group=3), _campaign(model=CampaignModel("kvik", "1.0", "ab" * 32, "fine"))],
)
def test_a_campaigns_model_and_smallest_group_stay(changed: Campaign) -> None:
    listed = ceremony.open_campaign(TRUST_LIST, _campaign())
    assert problem_of(ceremony.open_campaign, listed, changed).code == "E_CAMPAIGN_CHANGED"


@pytest.mark.parametrize("method", ["classical", "fine", "scale5"])
def test_a_campaign_with_one_method_takes_that_method_alone(method: str) -> None:
    model = CampaignModel("kvik", "1.0", "ab" * 32, "fine")
    listed = ceremony.open_campaign(TRUST_LIST, _campaign(model=model))
    package = msgspec.structs.replace(MODEL, method=method)
    verdict = judge(result(campaign="kampagne-2030", model=package), listed.as_trust())
    assert (verdict.outcome is Outcome.ACCEPTED) is (method == "fine")


def test_a_cut_holds_what_one_institution_needs() -> None:
    shortened = ceremony.cut(TRUST_LIST, A.id, NOW)
    assert shortened.rank == TRUST_LIST.rank
    assert [entry.institution.id for entry in shortened.institutions] == [A.id]
    assert [each.id for each in shortened.campaigns] == [CAMPAIGN, LATER_CAMPAIGN]
    assert SHUT_CAMPAIGN not in [each.id for each in shortened.campaigns]
    assert ceremony.cut(TRUST_LIST, "institution-x", NOW).institutions == ()
    assert ceremony.cut(TRUST_LIST, None, NOW).cut_for is None


def test_a_planned_change_is_signed_by_both() -> None:
    rotated = ceremony.rotate(TRUST_LIST, NEXT_SIGNING.public, RECOVERY, NOW, SIGNING)
    (change,) = rotated.changes
    assert change.kind == "planned"
    assert change.previous_signature is not None
    assert rotated.signing_key == NEXT_SIGNING.public
    ours = frozenset(each.public.fingerprint for each in (SIGNING, NEXT_SIGNING))
    assert rotated.as_trust().audience == ours
    assert judge(result(), rotated.as_trust()).outcome is Outcome.ACCEPTED


def test_an_emergency_is_signed_by_the_recovery_key_alone_and_outranks() -> None:
    stolen = TRUST_LIST
    for number in range(20):
        stolen = approved(stolen, unit(f"institution-{100 + number}"), key(str(number)))
    emergency = ceremony.rotate(TRUST_LIST, NEXT_SIGNING.public, RECOVERY, NOW)
    assert emergency.changes[0].kind == "emergency"
    assert emergency.changes[0].previous_signature is None
    assert stolen.version > emergency.version
    assert emergency.rank > stolen.rank


def test_a_second_change_follows_the_first() -> None:
    first = ceremony.rotate(TRUST_LIST, NEXT_SIGNING.public, RECOVERY, NOW, SIGNING)
    second = ceremony.rotate(first, STRANGER.public, RECOVERY, NOW, NEXT_SIGNING)
    assert second.generation == 2
    assert decode(strict_json.encode(second)) == second
    for broken in (second.changes[::-1], second.changes[:1], second.changes[1:]):
        with pytest.raises(ValueError, match="change"):
            msgspec.structs.replace(second, changes=broken)


@pytest.mark.parametrize(("recovery", "old"), [(STRANGER, SIGNING), (RECOVERY, STRANGER), (SIGNING, None)])
def test_only_the_listed_keys_change_the_key(recovery: SigningKey, old: SigningKey | None) -> None:
    problem = problem_of(ceremony.rotate, TRUST_LIST, NEXT_SIGNING.public, recovery, NOW, old)
    assert problem.code == "E_KEY_ROLE"


def test_a_thief_of_the_coordinators_key_cannot_change_it() -> None:
    forged = ceremony.rotate(TRUST_LIST, NEXT_SIGNING.public, RECOVERY, NOW, SIGNING)
    (change,) = forged.changes
    assert change.previous_signature is not None
    thiefs = msgspec.structs.replace(change, recovery_signature=change.previous_signature)
    with pytest.raises(ValueError, match="not signed by the key"):
        msgspec.structs.replace(forged, changes=(thiefs,))


def test_a_list_never_stands_for_two_by_one_key() -> None:
    with pytest.raises(ValueError, match="one key stands for two"):
        ceremony.new_list(COORDINATOR, SIGNING.public, SIGNING.public)
    with pytest.raises(ValueError, match="one key stands for two"):
        ceremony.rotate(TRUST_LIST, KEY_B.public, RECOVERY, NOW, SIGNING)
