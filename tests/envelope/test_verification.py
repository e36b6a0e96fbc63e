"""The verifier: what is accepted, what each fact says, and that the first failure in the order stops."""

from __future__ import annotations

import os
import random
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.envelope import container
from kvik_desktop.envelope.container import MAX_BYTES
from kvik_desktop.envelope.keys import SigningKey
from kvik_desktop.envelope.kinds import (
    MODEL_PATH,
    RESULT_PATH,
    Kind,
)
from kvik_desktop.envelope.manifest import identity
from kvik_desktop.envelope.packages import seal_invitation, seal_list
from kvik_desktop.envelope.trust import NO_TRUST
from kvik_desktop.envelope.verdict import RULINGS, Code, Facts, Outcome, Verdict
from kvik_desktop.envelope.verification import verify_file
from tests.envelope.hostile_containers import cases as container_cases
from tests.envelope.hostile_forms import cases as form_cases
from tests.envelope.hostile_senders import cases as sender_cases
from tests.forge import (
    CAMPAIGN,
    CHECKS,
    COMPROMISED,
    DAY,
    KEY_A,
    KEY_B,
    KEY_C,
    KEY_D,
    KEY_E,
    MEMBERS,
    NOW,
    RECOVERY,
    SIGNING,
    STRANGER,
    TRUST,
    TRUST_LIST,
    A,
    B,
    C,
    D,
    E,
    SmallPayload,
    enrolment,
    judge,
    result,
    unit,
    with_manifest,
    with_member,
    withdrawal,
)


def answers(verdict: Verdict) -> str:
    """The five facts in a row: y, n or u."""
    facts = verdict.facts
    five = (facts.intact, facts.authentic, facts.trusted, facts.current, facts.complete)
    return "".join(fact[0] for fact in five)


GOOD = {
    "result": result(),
    "result outside any campaign": result(campaign=None),
    "result to anybody": result(audience=None),
    "edition 7": result(edition=7, supersedes="ef" * 32),
    "no sector, no parent": result(
        institution=msgspec.structs.replace(A, sector=None, parent=None, level="koncern")
    ),
    "withdrawal": withdrawal(),
    "enrolment": enrolment(),
    "trust list": seal_list(TRUST_LIST, SIGNING, NOW),
    "trust list by the recovery key": seal_list(TRUST_LIST, RECOVERY, NOW),
    "invitation": seal_invitation(TRUST_LIST, CAMPAIGN, SIGNING, NOW, institution=A),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_good_package_is_accepted(name: str) -> None:
    verdict = judge(GOOD[name])
    assert (verdict.outcome, verdict.code, answers(verdict)) == (Outcome.ACCEPTED, None, "yyyuy")


def test_nothing_comes_before_the_first_edition() -> None:
    for data in (result(edition=1, supersedes="ef" * 32), withdrawal(edition=1)):
        verdict = judge(data)
        assert (verdict.outcome, verdict.code) == (Outcome.REJECTED, Code.E_SCHEMA)


@pytest.mark.parametrize("name", GOOD)
def test_without_a_trust_list_everything_waits(name: str) -> None:
    verdict = judge(GOOD[name], NO_TRUST)
    assert (verdict.outcome, verdict.code) == (Outcome.QUARANTINED, Code.E_UNKNOWN_KEY)
    assert answers(verdict) == "yyuuu"
    assert verdict.manifest is not None
    assert verdict.members


def test_a_verdict_holds_what_was_found() -> None:
    data = result()
    verdict = judge(data)
    assert verdict.kind is Kind.RESULT
    assert verdict.signer == KEY_A.public
    assert verdict.manifest is not None
    assert verdict.manifest_sha256 == identity(container.unpack(data).manifest)
    assert dict(verdict.members) == dict(MEMBERS)
    assert verdict.payload == SmallPayload(7, (40, 55), 95)


@pytest.mark.parametrize(
    ("data", "code", "facts"),
    [
        (b"", Code.E_CONTAINER, "nuuuu"),
        (bytes(MAX_BYTES + 1), Code.E_SIZE, "uuuuu"),
        (b"age-encryption.org/v1\n", Code.E_DECRYPT, "uuuuu"),
        (with_member("mimetype", b"x"), Code.E_FORMAT, "uuuuu"),
        (with_member("manifest.json.sig", b"x"), Code.E_SIGNATURE_FORM, "unuuu"),
        (with_member("manifest.json", b"x"), Code.E_SIGNATURE, "nnuuu"),
        (with_member(RESULT_PATH, b"x"), Code.E_MEMBER_HASH, "nyyun"),
        (with_manifest(b"x"), Code.E_SCHEMA, "yyyun"),
        (result(owner=KEY_C, institution=C), Code.E_KEY_REVOKED, "yynuu"),
        (result(owner=KEY_D, institution=D), Code.E_KEY_EXPIRED, "yynuu"),
        (result(owner=SIGNING), Code.E_KEY_ROLE, "yynuu"),
        (result(institution=B), Code.E_INSTITUTION, "yynuu"),
        (result(audience=KEY_B.public.fingerprint), Code.E_AUDIENCE, "yyyuu"),
        (result(campaign="kampagne-ukendt"), Code.E_CAMPAIGN, "yyyuu"),
        (result(owner=STRANGER), Code.E_UNKNOWN_KEY, "yynuu"),
        (result(owner=STRANGER, institution=unit("institution-x")), Code.E_UNKNOWN_KEY, "yyuuu"),
        (result(owner=STRANGER, institution=C), Code.E_UNKNOWN_KEY, "yyuuu"),
        (result(members={**MEMBERS, RESULT_PATH: b"{}"}), Code.E_SCHEMA, "yyyun"),
    ],
)
def test_the_facts_say_how_far_it_came(data: bytes, code: Code, facts: str) -> None:
    verdict = judge(data)
    assert (verdict.code, answers(verdict)) == (code, facts)


def _with_faults(*faults: str) -> bytes:
    """A result with several faults at once, in the order of the checks."""
    members = {**MEMBERS, RESULT_PATH: b"{}"} if "payload" in faults else MEMBERS
    owner = KEY_C if "revoked" in faults else KEY_A
    changes: dict[str, object] = {}
    if "campaign" in faults:
        changes["campaign"] = "kampagne-ukendt"
    if "audience" in faults:
        changes["audience"] = STRANGER.public.fingerprint
    data = result(members, B if "institution" in faults else A, owner, **changes)
    if "schema" in faults:
        data = with_manifest(container.unpack(data).manifest + b" ", data, owner)
    if "hash" in faults:
        data = with_member("laes-mig.txt", b"x", data)
    if "signature" in faults:
        data = with_member("manifest.json", b"{}", data)
    if "form" in faults:
        data = with_member("manifest.json.sig", b"", data)
    if "mimetype" in faults:
        data = with_member("mimetype", b"", data)
    return data + b"x" if "container" in faults else data


ORDER = {
    "container": Code.E_CONTAINER,
    "mimetype": Code.E_FORMAT,
    "form": Code.E_SIGNATURE_FORM,
    "signature": Code.E_SIGNATURE,
    "revoked": Code.E_KEY_REVOKED,
    "schema": Code.E_SCHEMA,
    "institution": Code.E_INSTITUTION,
    "audience": Code.E_AUDIENCE,
    "campaign": Code.E_CAMPAIGN,
    "hash": Code.E_MEMBER_HASH,
    "ledger": Code.E_STALE,
    "payload": Code.E_SCHEMA,
}


@settings(max_examples=150)
@given(st.sets(st.sampled_from(list(ORDER)), min_size=1))
def test_the_first_failure_in_the_order_stops(faults: set[str]) -> None:
    ledger = (lambda _manifest, _sha256: Code.E_STALE) if "ledger" in faults else None
    first = next(fault for fault in ORDER if fault in faults)
    assert judge(_with_faults(*faults), ledger=ledger).code is ORDER[first]


def test_nothing_is_parsed_before_the_signature_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("parsed too early")

    monkeypatch.setattr("kvik_desktop.foundation.strict_json.decode", refuse)
    for data in (with_member("manifest.json", b"{}"), with_member("manifest.json.sig", b"{}")):
        assert judge(data).outcome is Outcome.REJECTED
    assert judge(result(owner=KEY_C, institution=C)).code is Code.E_KEY_REVOKED


def test_an_unknown_keys_payload_is_not_parsed() -> None:
    data = result(members={**MEMBERS, RESULT_PATH: b"\xff"}, owner=STRANGER)
    assert judge(data).code is Code.E_UNKNOWN_KEY


@pytest.mark.parametrize(
    ("code", "outcome", "current"),
    [
        (None, Outcome.ACCEPTED, "y"),
        (Code.I_DUPLICATE, Outcome.ACCEPTED, "y"),
        (Code.W_GAP, Outcome.ACCEPTED, "y"),
        (Code.E_STALE, Outcome.REJECTED, "n"),
        (Code.E_FORK, Outcome.QUARANTINED, "n"),
        (Code.E_JUMP, Outcome.QUARANTINED, "n"),
    ],
)
def test_the_ledger_decides_what_is_current(code: Code | None, outcome: Outcome, current: str) -> None:
    verdict = judge(result(), ledger=lambda _manifest, _sha256: code)
    assert (verdict.code, verdict.outcome, answers(verdict)[3]) == (code, outcome, current)


def test_the_ledger_is_asked_with_the_manifest_and_its_identity() -> None:
    asked = []
    judge(result(), ledger=lambda manifest, sha256: asked.append((manifest, sha256)))
    verdict = judge(result())
    assert asked == [(verdict.manifest, verdict.manifest_sha256)]


@pytest.mark.parametrize(
    ("created", "code"),
    [
        ("2026-11-23T12:00:00Z", None),
        ("2026-11-23T12:00:01Z", Code.W_CLOCK),
        ("2056-11-22T12:00:00Z", Code.W_CLOCK),
        ("9999-12-31T23:59:59Z", Code.W_CLOCK),
        ("2026-01-01T00:00:00Z", None),
        ("2025-12-31T23:59:59Z", Code.W_CLOCK),
        ("1970-01-01T00:00:00Z", Code.W_CLOCK),
        ("0001-01-01T00:00:00Z", Code.W_CLOCK),
    ],
)
def test_an_odd_clock_is_noted_and_decides_nothing(created: str, code: Code | None) -> None:
    verdict = judge(result(created=created))
    assert (verdict.outcome, verdict.code) == (Outcome.ACCEPTED, code)


def test_the_most_important_note_is_the_code_and_all_are_kept() -> None:
    verdict = judge(result(created="2056-11-22T12:00:00Z"), ledger=lambda *_: Code.I_DUPLICATE)
    assert verdict.code is Code.I_DUPLICATE
    assert set(verdict.notes) == {Code.W_CLOCK, Code.I_DUPLICATE}


@pytest.mark.parametrize(
    ("owner", "institution", "at", "code"),
    [
        (KEY_C, C, COMPROMISED - timedelta(seconds=1), None),
        (KEY_C, C, COMPROMISED, Code.E_KEY_REVOKED),
        (KEY_D, D, NOW - 5 * DAY - timedelta(seconds=1), None),
        (KEY_D, D, NOW - 5 * DAY, Code.E_KEY_EXPIRED),
        (KEY_E, E, NOW + 3 * DAY, Code.E_KEY_EXPIRED),
        (KEY_E, E, NOW + 4 * DAY, None),
    ],
)
def test_keys_are_measured_at_the_first_receipt(
    owner: SigningKey, institution: object, at: datetime, code: Code | None
) -> None:
    data = result(owner=owner, institution=institution, created="2026-11-01T00:00:00Z")  # type: ignore[arg-type]
    assert judge(data, at=at).code is code


PLAIN_NAMES = (
    "<script>alert(1)</script>",
    "=HYPERLINK(\"http://x\";\"y\")",
    "+1+1",
    "-1",
    "@SUM(A1)",
    "'; DROP TABLE results;--",
    "{institution.__class__}",
    "%s%n",
    "Børnehuset Åkanden – afd. Ø",
    "Łódź ő 👩‍🏫",
    "x" * 200,
)  # fmt: skip


@pytest.mark.parametrize("name", PLAIN_NAMES)
def test_a_name_is_plain_text_whatever_it_looks_like(name: str) -> None:
    verdict = judge(result(institution=unit(A.id, name)))
    assert verdict.outcome is Outcome.ACCEPTED
    assert verdict.manifest is not None
    assert getattr(verdict.manifest, "institution").name == name  # noqa: B009  (one kind of several)


def test_an_invitation_may_carry_its_model() -> None:
    model = b'{"id":"kvik"}'
    listed = TRUST_LIST
    sha256 = identity(model)
    campaigns = tuple(
        msgspec.structs.replace(each, model=msgspec.structs.replace(each.model, sha256=sha256))
        for each in listed.campaigns
    )
    shortened = msgspec.structs.replace(listed, campaigns=campaigns)
    verdict = judge(seal_invitation(shortened, CAMPAIGN, SIGNING, NOW, model=model))
    assert verdict.outcome is Outcome.ACCEPTED
    assert verdict.members[MODEL_PATH] == model


def test_the_exporter_knows_its_own_key_before_anybody_else_does() -> None:
    data = result(owner=STRANGER, institution=unit("institution-ny"))
    mine = TRUST.with_institution("institution-ny", STRANGER.public)
    assert judge(data, mine).outcome is Outcome.ACCEPTED
    assert judge(data, NO_TRUST.with_institution("institution-ny", STRANGER.public)).outcome is (
        Outcome.ACCEPTED
    )
    assert judge(data, NO_TRUST.with_institution("institution-x1", STRANGER.public)).code is (
        Code.E_INSTITUTION
    )


@pytest.mark.parametrize("name", GOOD)
def test_no_flipped_bit_is_accepted(name: str) -> None:
    good, chance = GOOD[name], random.Random(name)
    places = range(len(good)) if len(good) < 3000 else chance.sample(range(len(good)), 3000)
    for place in places:
        flipped = bytearray(good)
        flipped[place] ^= 1 << chance.randrange(8)
        assert judge(bytes(flipped)).code is Code.E_CONTAINER


def test_no_flipped_bit_is_accepted_when_the_container_is_made_again() -> None:
    members, chance = container.unpack(result()).members, random.Random(7)
    for name, content in members.items():
        for place in range(len(content)):
            flipped = bytearray(content)
            flipped[place] ^= 1 << chance.randrange(8)
            verdict = judge(container.pack({**members, name: bytes(flipped)}))
            assert verdict.outcome is Outcome.REJECTED


def test_no_truncation_is_accepted() -> None:
    good = result()
    codes = {judge(good[:length]).code for length in range(len(good))}
    assert codes == {Code.E_CONTAINER}


@settings(max_examples=200)
@given(st.binary(max_size=300), st.sampled_from(["manifest.json", "manifest.json.sig", "mimetype"]))
def test_noise_in_any_leading_member_is_rejected(noise: bytes, name: str) -> None:
    assert judge(with_member(name, noise)).outcome is Outcome.REJECTED


@settings(max_examples=200)
@given(st.binary(max_size=300))
def test_signed_noise_is_rejected(noise: bytes) -> None:
    assert judge(with_manifest(noise)).code is Code.E_SCHEMA


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from(["format", "kind", "created", "members", "x"]), json_values))
def test_signed_json_of_any_shape_is_rejected(value: dict[str, object]) -> None:
    assert judge(with_manifest(msgspec.json.encode(value))).code is Code.E_SCHEMA


def _judge_file(path: Path) -> Verdict:
    return verify_file(path, received=NOW, checks=CHECKS, trust=TRUST)


def test_a_file_is_judged_as_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "pakke.kvik"
    path.write_bytes(result())
    assert _judge_file(path).outcome is Outcome.ACCEPTED


def test_what_is_not_a_regular_file_is_refused(tmp_path: Path) -> None:
    pipe, large = tmp_path / "pipe.kvik", tmp_path / "stor.kvik"
    os.mkfifo(pipe)
    with large.open("wb") as file:
        file.truncate(33 * 2**20)
    loop = tmp_path / "loop.kvik"
    loop.symlink_to(loop)
    for path in (tmp_path, pipe, large, loop, tmp_path / "findes ikke.kvik", Path("/dev/zero")):
        verdict = _judge_file(path)
        assert (verdict.outcome, verdict.code, verdict.facts) == (Outcome.REJECTED, Code.E_SIZE, Facts())


BUNDLE_MD = (
    "E_SIZE E_CONTAINER E_FORMAT E_FORMAT_NEWER E_SIGNATURE_FORM E_UNKNOWN_KEY E_SIGNATURE E_KEY_REVOKED "
    "E_KEY_EXPIRED E_KEY_ROLE E_SCHEMA E_INSTITUTION E_AUDIENCE E_CAMPAIGN E_MEMBER_HASH E_STALE E_FORK "
    "E_JUMP E_SEMANTIC E_PRIVACY E_DECRYPT I_DUPLICATE W_GAP W_CLOCK"
)
"""The codes of the design, letter by letter."""

LATER = "W_MODEL"
"""Made since: what only a feature's payload check can say (decision 14)."""


def test_every_code_of_the_design_is_in_the_table_and_is_produced_here() -> None:
    assert sorted(RULINGS) == sorted(Code) == sorted([*BUNDLE_MD.split(), LATER])
    produced = {case.code for cases in (container_cases, form_cases, sender_cases) for case in cases()}
    by_ledger = {Code.E_STALE, Code.E_FORK, Code.E_JUMP, Code.I_DUPLICATE, Code.W_GAP}
    assert produced | by_ledger | {Code.W_CLOCK, Code.W_MODEL} == set(Code)


def test_every_ruling_says_what_happened_and_what_to_do() -> None:
    for code, ruling in RULINGS.items():
        assert ruling.message.message.endswith("."), code
        assert ruling.action.message.endswith("."), code
        accepted = ruling.outcome is Outcome.ACCEPTED
        assert accepted is code.startswith(("I_", "W_"))
