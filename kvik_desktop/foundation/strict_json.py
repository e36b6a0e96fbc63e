"""JSON in exactly one form: what is read must be byte for byte what we would have written.

Limits on size and depth come first, then a typed decode, then encoding again and comparing. NaN, repeated
keys, odd escapes, unknown fields and other orders therefore cannot exist in anything that has been read.
"""

from __future__ import annotations

import re
from typing import TypeVar

import msgspec

T = TypeVar("T")

MAX_DEPTH = 32


class NotStrictError(ValueError):
    """The bytes are not JSON in the one form; the caller turns it into its own problem."""


def encode(value: object) -> bytes:
    """The one form: UTF-8, fields in declared order, no white space. Floats are refused."""
    _refuse_floats(msgspec.to_builtins(value))
    return msgspec.json.encode(value)


def decode(data: bytes, kind: type[T], *, limit: int, depth: int = MAX_DEPTH) -> T:
    """``data`` as ``kind``. Raises NotStrictError with a short reason for anything but the one form."""
    if len(data) > limit:
        raise NotStrictError("too large")
    if _depth(data) > depth:
        raise NotStrictError("too deep")
    try:
        value = msgspec.json.decode(data, type=kind, strict=True)
        again = msgspec.json.encode(value)
    except (msgspec.MsgspecError, UnicodeError, ValueError, OverflowError, RecursionError) as error:
        raise NotStrictError(type(error).__name__) from error
    if again != data:
        raise NotStrictError("not canonical")
    return value


def _depth(data: bytes) -> int:
    """How deep arrays and objects nest, without parsing: what stands inside strings is passed over."""
    if b"\\" in data:
        data = _ESCAPE.sub(b"", data)
    deepest = level = 0
    # Two quotes side by side leave every bracket inside or outside of a string as it was.
    structure = data.translate(None, _NOT_STRUCTURE).replace(b'""', b"")
    for byte in _STRING.sub(b"", structure):
        if byte in b"[{":
            level += 1
            deepest = max(deepest, level)
        else:
            level -= 1
    return deepest


_ESCAPE = re.compile(rb"\\.", re.DOTALL)
_STRING = re.compile(rb'"[^"]*+"?')
_NOT_STRUCTURE = bytes(set(range(256)) - set(b'[]{}"'))


def _refuse_floats(value: object) -> None:
    stack = [value]
    while stack:
        item = stack.pop()
        if isinstance(item, float):
            raise TypeError("strict JSON holds no floats")
        if isinstance(item, dict):
            stack.extend(item.values())
        elif isinstance(item, list | tuple):
            stack.extend(item)
