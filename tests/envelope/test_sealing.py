"""What is sealed to a key opens with that key, purpose and binding, and no other way."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.envelope.sealing import PUBLIC_LENGTH, NotOpenedError, Sealed, SealingKey
from tests.evaluation.collecting.answer_page.filled import seal

KEY = SealingKey.from_secret(bytes(31) + b"\7")
PURPOSE = b"test/1"
FEW = settings(max_examples=25)


def sealed(message: bytes, about: bytes = b"om", purpose: bytes = PURPOSE) -> Sealed:
    return Sealed(*seal(KEY.public, message, about, purpose))


def test_a_key_comes_back_from_its_secret() -> None:
    key = SealingKey.create()
    assert SealingKey.from_secret(key.secret).public == key.public
    assert len(key.public) == PUBLIC_LENGTH


@pytest.mark.parametrize("secret", [b"", bytes(31), bytes(32), b"\xff" * 32])
def test_what_is_no_key_is_refused(secret: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        SealingKey.from_secret(secret)


@FEW
@given(st.binary(max_size=200), st.binary(max_size=50))
def test_what_is_sealed_opens(message: bytes, about: bytes) -> None:
    assert KEY.open(sealed(message, about), PURPOSE, about) == message


def test_another_key_purpose_or_binding_opens_nothing() -> None:
    box, purpose = sealed(b"hemmeligt"), PURPOSE
    for key, why, about in (
        (SealingKey.create(), purpose, b"om"),
        (KEY, b"another/1", b"om"),
        (KEY, purpose, b"andet"),
    ):
        with pytest.raises(NotOpenedError):
            key.open(box, why, about)


@FEW
@given(st.binary(max_size=80), st.binary(max_size=80))
def test_junk_is_refused_by_name(key: bytes, box: bytes) -> None:
    with pytest.raises(NotOpenedError):
        KEY.open(Sealed(key, box), b"x", b"")
