"""JSON with the place of every value, so that a fault can be shown to the one who wrote the file."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.text import Text, say

MAX_DEPTH = 16


@dataclass(frozen=True, slots=True)
class Bare:
    """A number, true or false: written without quotes, and used by no field of ours."""

    written: str


@dataclass(frozen=True, slots=True)
class Node:
    """One value with its JSON path (empty for the whole) and the line it begins on, from 1."""

    value: Mapping[str, Node] | tuple[Node, ...] | str | Bare | None
    path: str
    line: int

    def fault(self, message: Text) -> Detail:
        """A fault at this place."""
        return Detail(message, self.line, self.path or None)

    def child(self, key: str) -> Node | None:
        """The field ``key`` of an object; None where there is none or this is no object."""
        return self.value.get(key) if isinstance(self.value, Mapping) else None

    def items(self, key: str) -> tuple[Node, ...]:
        """The members of the list in field ``key``; none where it is missing or no list."""
        child = self.child(key)
        return child.value if child is not None and isinstance(child.value, tuple) else ()

    def texts(self, key: str) -> tuple[Node, ...]:
        """The field ``key`` where it is a text, or the texts in it where it is a list."""
        child = self.child(key)
        nodes = self.items(key) if child is None or isinstance(child.value, tuple) else (child,)
        return tuple(node for node in nodes if isinstance(node.value, str))

    def walk(self) -> Iterator[Node]:
        """This value and every value in it, in the file's order."""
        yield self
        inner: tuple[Node, ...] = ()
        if isinstance(self.value, Mapping):
            inner = tuple(self.value.values())
        elif isinstance(self.value, tuple):
            inner = self.value
        for node in inner:
            yield from node.walk()


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole document, and the fields that stand more than once in it (only the last is kept)."""

    root: Node
    repeated: tuple[Detail, ...]


class NotJsonError(ValueError):
    """The bytes are not JSON; ``detail`` says where."""

    def __init__(self, detail: Detail) -> None:
        super().__init__("not JSON")
        self.detail = detail


def parse(data: bytes) -> Tree:
    """The document in ``data`` (UTF-8, with or without BOM). Raises NotJsonError at the first break."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NotJsonError(Detail(say("Filen er ikke gemt som UTF-8."), line)) from None
    reader = _Reader(text)
    root = reader.value("", 1)
    reader.end()
    return Tree(root, tuple(reader.repeated))


def shown(value: str) -> str:
    """Somebody's characters made safe to repeat in a message: short, and nothing that cannot be seen."""
    clean = "".join(sign if sign.isprintable() else "\ufffd" for sign in value[:60])
    return clean + "…" if len(value) > 60 else clean


_BLANK = re.compile(r"[ \t\r\n]*")
_BARE = re.compile(r"-?[0-9][0-9.eE+-]*|true|false|null")
_DECODER = json.JSONDecoder()


@dataclass
class _Reader:
    text: str
    at: int = 0
    repeated: list[Detail] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.breaks = [place for place, sign in enumerate(self.text) if sign == "\n"]

    def value(self, path: str, depth: int) -> Node:
        sign = self._next()
        line = self._line()
        if depth > MAX_DEPTH:
            raise NotJsonError(Detail(say("Filen har for mange niveauer inden i hinanden."), line))
        match sign:
            case "{":
                return Node(self._object(path, depth), path, line)
            case "[":
                return Node(self._array(path, depth), path, line)
            case '"':
                return Node(self._string(), path, line)
            case _:
                return Node(self._bare(), path, line)

    def end(self) -> None:
        """Nothing may follow the document."""
        if self._next():
            raise self._broken()

    def _object(self, path: str, depth: int) -> Mapping[str, Node]:
        members: dict[str, Node] = {}
        self._take("{")
        while self._next() != "}":
            if members:
                self._take(",")
            if self._next() != '"':
                raise self._broken()
            line = self._line()
            key = self._string()
            place = f"{path}.{shown(key)}" if path else shown(key)
            if key in members:
                self.repeated.append(
                    Detail(say("Feltet {field} står der to gange.", field=shown(key)), line, place)
                )
            self._take(":")
            members[key] = self.value(place, depth + 1)
        self._take("}")
        return members

    def _array(self, path: str, depth: int) -> tuple[Node, ...]:
        members: list[Node] = []
        self._take("[")
        while self._next() != "]":
            if members:
                self._take(",")
            members.append(self.value(f"{path}[{len(members)}]", depth + 1))
        self._take("]")
        return tuple(members)

    def _string(self) -> str:
        try:
            value, self.at = _DECODER.raw_decode(self.text, self.at)
        except json.JSONDecodeError as error:
            self.at = min(error.pos, len(self.text))
            raise self._broken() from None
        assert isinstance(value, str)
        return value

    def _bare(self) -> Bare | None:
        found = _BARE.match(self.text, self.at)
        if found is None:
            raise self._broken()
        self.at = found.end()
        return None if found[0] == "null" else Bare(found[0])

    def _next(self) -> str:
        """The next sign that is not blank; empty at the end of the file."""
        blank = _BLANK.match(self.text, self.at)
        self.at = blank.end() if blank else self.at
        return self.text[self.at : self.at + 1]

    def _take(self, sign: str) -> None:
        if self._next() != sign:
            raise self._broken()
        self.at += 1

    def _line(self) -> int:
        return bisect_left(self.breaks, self.at) + 1

    def _broken(self) -> NotJsonError:
        if self.at >= len(self.text):
            return NotJsonError(Detail(say("Filen stopper, før den er færdig."), self._line()))
        message = say("Her er filen ikke JSON: måske mangler et komma, en parentes eller et anførselstegn.")
        return NotJsonError(Detail(message, self._line()))
