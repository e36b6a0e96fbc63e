"""Our verifier against OpenSSH's own tools: same signatures, same keys, same answer at the same time."""

from __future__ import annotations

import hashlib
import subprocess
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kvik_desktop.envelope import ceremony, container
from kvik_desktop.envelope.allowed_signers import allowed_signers
from kvik_desktop.envelope.keys import PublicKey, SigningKey, load_key, save_key
from kvik_desktop.envelope.kinds import RULES, Kind
from kvik_desktop.envelope.manifest import Institution
from kvik_desktop.envelope.packages import seal_list
from kvik_desktop.envelope.signature import NotASignatureError, Signature, sign
from kvik_desktop.envelope.trust_list import Reason, TrustList
from kvik_desktop.envelope.verdict import Outcome
from tests.forge import (
    COMPROMISED,
    COORDINATOR,
    DAY,
    KEY_A,
    KEY_B,
    KEY_C,
    KEY_D,
    KEY_E,
    NEXT_SIGNING,
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
    enrolment,
    judge,
    result,
    unit,
    withdrawal,
)

PASSPHRASE = "en hemmelig sætning på flere ord"
SECOND = timedelta(seconds=1)


def ssh_keygen(*arguments: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["ssh-keygen", *map(str, arguments)], input=given, capture_output=True)


@pytest.fixture(scope="module")
def key_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("nøgle") / "institution.key"
    save_key(KEY_A, path, PASSPHRASE)
    return path


def accepts(data: bytes, principal: str, trust_list: TrustList, at: datetime, folder: Path) -> bool:
    """Whether ssh-keygen accepts a package's manifest with the exported file, at this time."""
    opened = container.unpack(data)
    kind = opened.mimetype.decode().removeprefix("application/vnd.kvik.").partition("+")[0]
    (folder / "signers").write_text(allowed_signers(trust_list), "utf-8")
    (folder / "manifest.json.sig").write_bytes(opened.signature)
    done = ssh_keygen(
        "-Y", "verify", "-f", folder / "signers", "-I", principal, "-n", f"kvik-{kind}@1",
        f"-Overify-time={at:%Y%m%d%H%M%S}Z", "-s", folder / "manifest.json.sig", given=opened.manifest,
    )  # fmt: skip
    return done.returncode == 0


BORDERS = sorted(
    border + step
    for border in (
        NOW,
        COMPROMISED,
        NOW - 5 * DAY,
        datetime.fromisoformat("2026-11-26T00:00:00Z"),
        datetime.fromisoformat("2026-08-13T00:00:00Z"),
        NOW + 1000 * DAY,
    )
    for step in (-SECOND, timedelta(), SECOND)
)
"""A second before and after every time at which a key of the forge begins or ends to hold."""


@pytest.mark.parametrize("at", BORDERS, ids=str)
def test_at_every_time_both_say_the_same_of_every_key(at: datetime, tmp_path: Path) -> None:
    senders = ((KEY_A, A), (KEY_B, B), (KEY_C, C), (KEY_D, D), (KEY_E, E), (STRANGER, A), (SIGNING, A))
    for owner, institution in senders:
        data = result(owner=owner, institution=institution, campaign=None)
        ours = judge(data, at=at).outcome is Outcome.ACCEPTED
        assert accepts(data, institution.id, TRUST_LIST, at, tmp_path) is ours


@pytest.mark.parametrize(("owner", "claimed"), [(KEY_A, B), (KEY_B, A), (KEY_A, C)])
def test_a_signing_as_b_is_refused_by_both(owner: SigningKey, claimed: Institution, tmp_path: Path) -> None:
    data = result(owner=owner, institution=claimed)
    assert judge(data).outcome is Outcome.REJECTED
    assert not accepts(data, claimed.id, TRUST_LIST, NOW, tmp_path)


def test_every_kind_verifies_under_its_own_namespace(tmp_path: Path) -> None:
    for data, principal in (
        (result(), A.id),
        (withdrawal(), A.id),
        (enrolment(), A.id),
        (seal_list(TRUST_LIST, SIGNING, NOW), COORDINATOR.id),
        (seal_list(TRUST_LIST, RECOVERY, NOW), COORDINATOR.id),
    ):
        assert judge(data).outcome is Outcome.ACCEPTED
        assert accepts(data, principal, TRUST_LIST, NOW, tmp_path)


def test_a_key_may_sign_only_the_kinds_of_its_role(tmp_path: Path) -> None:
    data = seal_list(TRUST_LIST, KEY_A, NOW)
    assert judge(data).outcome is Outcome.REJECTED
    assert not accepts(data, A.id, TRUST_LIST, NOW, tmp_path)


@pytest.mark.parametrize("step", [-SECOND, timedelta(), SECOND])
def test_a_replaced_coordinators_key_ends_for_both_at_once(step: timedelta, tmp_path: Path) -> None:
    rotated = ceremony.rotate(TRUST_LIST, NEXT_SIGNING.public, RECOVERY, NOW, SIGNING)
    trust = rotated.as_trust()
    for owner in (SIGNING, NEXT_SIGNING):
        data = seal_list(TRUST_LIST if owner is SIGNING else rotated, owner, NOW - DAY)
        ours = judge(data, trust, at=NOW + step).outcome is Outcome.ACCEPTED
        assert accepts(data, COORDINATOR.id, rotated, NOW + step, tmp_path) is ours


def test_a_key_that_never_held_has_no_line() -> None:
    listed = ceremony.new_list(COORDINATOR, SIGNING.public, RECOVERY.public)
    listed = ceremony.approve(listed, A, KEY_A.public, created=NOW, at=NOW, expires=NOW + DAY)
    revoked = ceremony.revoke(listed, A.id, Reason.COMPROMISED, NOW - 10 * DAY, NOW)
    assert KEY_A.public.line in allowed_signers(listed)
    assert KEY_A.public.line not in allowed_signers(revoked)


def test_an_id_is_no_pattern_for_others(tmp_path: Path) -> None:
    data = result()
    for principal in ("institution-*", "institution-?", "institution-b", "*", "institution-a,institution-b"):
        assert not accepts(data, principal, TRUST_LIST, NOW, tmp_path)


def test_ssh_keygen_signs_as_we_do(key_file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.key"
    copy.write_bytes(key_file.read_bytes())
    copy.chmod(0o600)
    assert ssh_keygen("-p", "-P", PASSPHRASE, "-N", "", "-f", copy).returncode == 0
    for message in (b"", b"manifest", bytes(range(256)) * 100):
        for rule in RULES.values():
            theirs = ssh_keygen("-Y", "sign", "-q", "-f", copy, "-n", rule.namespace, given=message)
            assert theirs.stdout == sign(message, KEY_A, rule.namespace)
            signature = Signature.read(theirs.stdout, rule.namespace)
            assert signature.key == KEY_A.public
            assert signature.holds(message)
            assert not signature.holds(message + b"x")


@pytest.mark.parametrize("kind", ["rsa", "ecdsa"])
def test_signatures_of_other_kinds_of_keys_are_not_in_our_form(kind: str, tmp_path: Path) -> None:
    assert ssh_keygen("-q", "-t", kind, "-N", "", "-f", tmp_path / "k").returncode == 0
    signed = ssh_keygen("-Y", "sign", "-q", "-f", tmp_path / "k", "-n", "kvik-resultat@1", given=b"x").stdout
    with pytest.raises(NotASignatureError):
        Signature.read(signed, "kvik-resultat@1")


def test_ssh_keygen_reads_our_encrypted_key(key_file: Path) -> None:
    done = ssh_keygen("-y", "-P", PASSPHRASE, "-f", key_file)
    assert done.stdout.decode().split()[:2] == KEY_A.public.line.split()
    assert ssh_keygen("-y", "-P", "en anden", "-f", key_file).returncode != 0


def test_we_read_a_key_that_ssh_keygen_made(tmp_path: Path) -> None:
    path = tmp_path / "theirs.key"
    made = ssh_keygen("-q", "-t", "ed25519", "-a", "16", "-N", PASSPHRASE, "-C", "navn@vært", "-f", path)
    assert made.returncode == 0
    line = path.with_suffix(".key.pub").read_text("utf-8")
    assert load_key(path, PASSPHRASE).public.line == " ".join(line.split()[:2])


def test_the_fingerprint_is_the_one_ssh_keygen_shows(tmp_path: Path) -> None:
    for owner in (KEY_A, KEY_B, SIGNING):
        (tmp_path / "key.pub").write_text(f"{owner.public.line}\n", "utf-8")
        shown = ssh_keygen("-l", "-f", tmp_path / "key.pub").stdout.decode()
        assert owner.public.fingerprint == shown.split()[1]


def test_the_members_are_checked_by_hand_with_their_hashes() -> None:
    opened = container.unpack(result())
    for path, content in opened.content.items():
        assert hashlib.sha256(content).hexdigest().encode() in opened.manifest, path


def test_what_one_signs_the_other_verifies_for_many_keys(tmp_path: Path) -> None:
    namespace = RULES[Kind.RESULT].namespace
    for number in range(8):
        owner = SigningKey.from_seed(hashlib.sha256(bytes([number])).digest())
        message = hashlib.sha256(owner.public.raw).digest() * (number + 1)
        (tmp_path / "signers").write_text(f"{unit('institution-x').id} {owner.public.line}\n", "utf-8")
        (tmp_path / "x.sig").write_bytes(sign(message, owner, namespace))
        done = ssh_keygen(
            "-Y", "verify", "-f", tmp_path / "signers", "-I", "institution-x", "-n", namespace,
            "-s", tmp_path / "x.sig", given=message,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr


ODD_POINTS = (
    "01" + "00" * 31,
    "ec" + "ff" * 30 + "7f",
    "00" * 31 + "80",
    "00" * 32,
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "01" + "00" * 30 + "80",
    "ed" + "ff" * 31,
    "ee" + "ff" * 30 + "7f",
)
"""Keys of small order, and the same written in the ways that the specification leaves open."""


@pytest.mark.parametrize("point", ODD_POINTS)
def test_odd_keys_are_judged_alike(point: str, tmp_path: Path) -> None:
    key, namespace = PublicKey(bytes.fromhex(point)), RULES[Kind.RESULT].namespace
    (tmp_path / "signers").write_text(f"institution-x {key.line}\n", "utf-8")
    for start in ODD_POINTS[:4]:
        signature = Signature(key, namespace, bytes.fromhex(start) + bytes(32))
        (tmp_path / "x.sig").write_bytes(signature.armoured)
        done = ssh_keygen(
            "-Y", "verify", "-f", tmp_path / "signers", "-I", "institution-x", "-n", namespace,
            "-s", tmp_path / "x.sig", given=b"x",
        )  # fmt: skip
        assert signature.holds(b"x") is (done.returncode == 0)


def test_the_worlds_trust_is_not_empty() -> None:
    assert len(TRUST.keys) == len(TRUST_LIST.public_keys()) == 7
