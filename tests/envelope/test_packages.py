"""The packages of the ceremony as files: written by one, opened by another."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.envelope import ceremony, container
from kvik_desktop.envelope.kinds import ENROLMENT_PATH, TRUST_LIST_PATH, Kind
from kvik_desktop.envelope.manifest import decode, describe
from kvik_desktop.envelope.package import seal
from kvik_desktop.envelope.packages import (
    OLD_AFTER,
    enrolment_of,
    open_enrolment,
    open_list,
    seal_enrolment,
    seal_invitation,
    seal_list,
)
from kvik_desktop.foundation import strict_json
from kvik_desktop.foundation.problems import Problem
from tests.envelope import hostile_containers, hostile_forms
from tests.forge import (
    CAMPAIGN,
    DAY,
    KEY_A,
    KEY_B,
    MEMBERS,
    NEXT_SIGNING,
    NOW,
    RECOVERY,
    SIGNING,
    STRANGER,
    TRUST_LIST,
    A,
    enrolment,
    result,
    unit,
    withdrawal,
)


def code_of(open_: Callable[[bytes], object], data: bytes) -> str:
    with pytest.raises(Problem) as raised:
        open_(data)
    return raised.value.code


def test_a_list_travels() -> None:
    opened = open_list(seal_list(TRUST_LIST, SIGNING, NOW))
    assert (opened.trust_list, opened.created, opened.is_invitation) == (TRUST_LIST, NOW, False)


def test_a_list_grows_old_after_half_a_year() -> None:
    opened = open_list(seal_list(TRUST_LIST, SIGNING, NOW))
    assert not opened.is_old(NOW + OLD_AFTER)
    assert opened.is_old(NOW + OLD_AFTER + DAY)


def test_an_emergency_list_is_signed_by_the_recovery_key() -> None:
    emergency = ceremony.rotate(TRUST_LIST, NEXT_SIGNING.public, RECOVERY, NOW)
    assert open_list(seal_list(emergency, RECOVERY, NOW)).trust_list == emergency
    assert open_list(seal_list(emergency, NEXT_SIGNING, NOW)).trust_list == emergency
    assert code_of(open_list, seal_list(emergency, SIGNING, NOW)) == "E_KEY_ROLE"


def test_an_invitation_opens_as_a_list() -> None:
    shortened = ceremony.cut(TRUST_LIST, A.id, NOW)
    opened = open_list(seal_invitation(shortened, CAMPAIGN, SIGNING, NOW, institution=A))
    assert opened.is_invitation
    assert opened.trust_list == shortened


@pytest.mark.parametrize(
    "data", [result(), withdrawal(), enrolment(), b"", b"age-encryption.org/v1\n", bytes(33 * 2**20)]
)
def test_what_is_no_list_is_named(data: bytes) -> None:
    assert code_of(open_list, data) in {"E_FORMAT", "E_CONTAINER", "E_DECRYPT", "E_SIZE"}


def test_a_list_by_somebody_it_does_not_name_is_refused() -> None:
    assert code_of(open_list, seal_list(TRUST_LIST, STRANGER, NOW)) == "E_KEY_ROLE"
    assert code_of(open_list, seal_list(TRUST_LIST, KEY_A, NOW)) == "E_KEY_ROLE"


def test_an_enrolment_travels() -> None:
    unit_ = unit("institution-ny")
    data = seal_enrolment(unit_, STRANGER, NOW, CAMPAIGN, SIGNING.public, "ab" * 32)
    opened = open_enrolment(data)
    assert (opened.institution, opened.key, opened.campaign) == (unit_, STRANGER.public, CAMPAIGN)
    assert (opened.created, opened.enrolment.invitation) == (NOW, "ab" * 32)


def test_an_enrolment_may_travel_inside_the_first_result() -> None:
    members = {**MEMBERS, ENROLMENT_PATH: enrolment_of(STRANGER.public)}
    data = result(members, unit("institution-ny"), STRANGER)
    assert open_enrolment(data).key == STRANGER.public


def test_an_enrolment_of_another_key_than_the_signers_is_refused() -> None:
    members = {**MEMBERS, ENROLMENT_PATH: enrolment_of(KEY_B.public)}
    assert code_of(open_enrolment, result(members)) == "E_SEMANTIC"


@pytest.mark.parametrize("data", [result(), withdrawal(), seal_list(TRUST_LIST, SIGNING, NOW), b"", b"x"])
def test_what_is_no_enrolment_is_named(data: bytes) -> None:
    assert code_of(open_enrolment, data) in {"E_FORMAT", "E_CONTAINER"}


def test_openers_refuse_what_the_verifier_refuses() -> None:
    cases = [*hostile_containers.cases(), *hostile_forms.cases()]
    for case in cases[::5]:
        assert code_of(open_list, case.data) == case.code
        assert code_of(open_enrolment, case.data) == case.code


@settings(max_examples=300)
@given(st.data())
def test_a_list_with_signed_damage_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    rotated = ceremony.rotate(TRUST_LIST, NEXT_SIGNING.public, RECOVERY, NOW, SIGNING)
    good = strict_json.encode(rotated)
    place = data.draw(st.integers(0, len(good)))
    cut = data.draw(st.integers(0, 4))
    damaged = good[:place] + data.draw(st.binary(max_size=4)) + good[place + cut :]
    try:
        opened = open_list(_with_payload(damaged))
    except Problem as problem:
        assert problem.code in {"E_SCHEMA", "E_KEY_ROLE"}
    else:
        assert strict_json.encode(opened.trust_list) == damaged


def _with_payload(payload: bytes) -> bytes:
    """A trust list's package with these bytes for a list, signed by the key the good list names."""
    members = {TRUST_LIST_PATH: payload}
    template = decode(container.unpack(seal_list(TRUST_LIST, NEXT_SIGNING, NOW)).manifest, Kind.TRUST_LIST)
    manifest = msgspec.structs.replace(template, members=describe(Kind.TRUST_LIST, members))
    return seal(manifest, members, NEXT_SIGNING)


def test_no_package_names_a_user_host_or_path() -> None:
    for data in (seal_list(TRUST_LIST, SIGNING, NOW), enrolment(), result()):
        manifest = msgspec.json.decode(container.unpack(data).manifest)
        assert manifest.keys() <= {
            "format", "format_version", "kind", "package_id", "institution", "campaign", "edition",
            "supersedes", "created", "program_version", "model", "signer", "audience", "smallest_group",
            "members",
        }  # fmt: skip


def test_the_keys_of_every_manifest_stand_in_the_order_of_the_contract() -> None:
    contract = list(msgspec.json.decode(container.unpack(result()).manifest))
    assert contract == [
        "format", "format_version", "kind", "package_id", "institution", "campaign", "edition",
        "supersedes", "created", "program_version", "model", "signer", "audience", "smallest_group",
        "members",
    ]  # fmt: skip
    shortened = ceremony.cut(TRUST_LIST, None, NOW)
    packages = {
        Kind.WITHDRAWAL: withdrawal(),
        Kind.ENROLMENT: enrolment(),
        Kind.INVITATION: seal_invitation(shortened, CAMPAIGN, SIGNING, NOW),
        Kind.TRUST_LIST: seal_list(TRUST_LIST, SIGNING, NOW),
    }
    for kind, data in packages.items():
        keys = list(msgspec.json.decode(container.unpack(data).manifest))
        assert keys == [name for name in contract if name in keys], kind
