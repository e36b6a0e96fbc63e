"""JSON is read as everybody reads it, and every value knows its line and path."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.model_package.json_tree import MAX_DEPTH, Bare, Node, NotJsonError, parse, shown

values = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 999) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def plain(node: Node) -> object:
    """The value as ``json.loads`` would give it."""
    match node.value:
        case tuple(members):
            return [plain(member) for member in members]
        case Bare(written):
            return json.loads(written)
        case None | str():
            return node.value
        case members:
            return {key: plain(member) for key, member in members.items()}


@settings(max_examples=100, deadline=None)
@given(values, st.sampled_from([None, 2]), st.booleans())
def test_it_reads_what_json_reads(value: object, indent: int | None, ascii_only: bool) -> None:
    written = json.dumps(value, indent=indent, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
    assert plain(parse(written).root) == value


def test_every_value_knows_its_place() -> None:
    root = parse(b'\xef\xbb\xbf{\r\n  "a": [\r\n    "x",\r\n    {"b": "y"}\r\n  ]\r\n}').root
    assert [(node.path, node.line) for node in root.walk()] == [
        ("", 1), ("a", 2), ("a[0]", 3), ("a[1]", 4), ("a[1].b", 4),
    ]  # fmt: skip


def test_a_repeated_field_is_named() -> None:
    [fault] = parse(b'{"a": "1",\n"b": {"a": "2"},\n"a": "3"}').repeated
    assert (fault.line, fault.column) == (3, "a")


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", 1),
        (b"\n\n{", 3),
        (b'{"a": 1,\n}', 2),
        (b'{"a": 1\n"b": 2}', 2),
        (b'["a",\n]', 2),
        (b'["a"]\n x', 2),
        (b'{"a"\n 1}', 2),
        (b"{a: 1}", 1),
        (b'"a\nb"', 1),
        (b'"a\\x"', 1),
        (b"[nope]", 1),
        (b"[NaN]", 1),
        (b'["\xff"]', 1),
        (b'[\n"\xc3\x28"]', 2),
        (b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1), 1),
        (b"[" * 100_000, 1),
    ],
)
def test_what_is_no_json_is_refused_with_its_line(data: bytes, line: int) -> None:
    with pytest.raises(NotJsonError) as caught:
        parse(data)
    assert caught.value.detail.line == line


def test_foreign_characters_are_shown_safely() -> None:
    assert shown("æøå\x07\ud800\u202e") == "æøå\ufffd\ufffd\ufffd"
    assert shown("x" * 61) == "x" * 60 + "…"
