"""Only the one form of JSON is ever read."""

from __future__ import annotations

from typing import Annotated

import msgspec
import pytest

from kvik_desktop.foundation.strict_json import NotStrictError, decode, encode


class Leaf(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    count: Annotated[int, msgspec.Meta(ge=0, le=100)]


class Tree(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    leaves: tuple[Leaf, ...]


GOOD = '{"leaves":[{"name":"Blåbær","count":3}]}'.encode()


def test_the_one_form_is_read_and_written_alike() -> None:
    tree = decode(GOOD, Tree, limit=1000)
    assert tree == Tree((Leaf("Blåbær", 3),))
    assert encode(tree) == GOOD


@pytest.mark.parametrize(
    "data",
    [
        GOOD.replace(b":", b": "),
        GOOD + b"\n",
        b"\xef\xbb\xbf" + GOOD,
        GOOD.replace("å".encode(), b"\\u00e5"),
        GOOD.replace("å".encode(), b"\\ud800"),
        GOOD.replace("å".encode(), b"\xff"),
        GOOD.replace(b"3", b"3.0"),
        GOOD.replace(b"3", b"3e0"),
        GOOD.replace(b"3", b"NaN"),
        GOOD.replace(b"3", b"03"),
        GOOD.replace(b"3", b"-0"),
        GOOD.replace(b"3", b'"3"'),
        GOOD.replace(b"3", b"9" * 400),
        GOOD.replace(b'"count":3', b'"count":3,"more":1'),
        GOOD.replace(b'"count":3', b'"count":2,"count":3'),
        b'{"leaves":[{"count":3,"name":"x"}]}',
        b'{"leaves":[{"name":"x"}]}',
        b"[" * 5000 + b"]" * 5000,
        b'{"leaves":' * 60 + b"1" + b"}" * 60,
        b"",
        b"null",
        GOOD[:-1],
    ],
)
def test_every_other_form_is_refused(data: bytes) -> None:
    with pytest.raises(NotStrictError):
        decode(data, Tree, limit=100_000)


def test_brackets_inside_strings_are_not_depth() -> None:
    tree = Tree((Leaf("[" * 500 + '"\\[', 1),))
    assert decode(encode(tree), Tree, limit=10_000) == tree


def test_the_limit_comes_first() -> None:
    with pytest.raises(NotStrictError, match="too large"):
        decode(GOOD, Tree, limit=len(GOOD) - 1)


def test_floats_are_never_written() -> None:
    with pytest.raises(TypeError):
        encode({"a": [1, {"b": 0.5}]})
