"""A file against the declared types of its format: every missing, unknown and misshapen field.

The declaration is the only description of a format: what is read here is what msgspec reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec.inspect as declared
from msgspec import Struct

from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package import model
from kvik_desktop.model_package.json_tree import Bare, Node, shown

_EXAMPLES: Mapping[str, str] = {
    model.PACKAGE_ID: "kvik-kort",
    model.VERSION: "1.0",
    model.CRITERION_ID: "4",
    model.SUBCRITERION_ID: "4.2",
    model.PART_ID: "4",
    model.ITEM_ID: "boern-2",
    model.STEP_NUMBER: "5a",
    model.TIME_OF_DAY: "08:30",
}

_WHOLE = re.compile(r"0|[1-9][0-9]{0,5}")

_LANGUAGES: Mapping[str, Text] = {
    "da": say("Den danske tekst mangler."),
    "en": say("Den engelske tekst mangler."),
}


def shape_faults(root: Node, kind: type[Struct]) -> Iterator[Detail]:
    """Every place where ``root`` is not what ``kind`` declares."""
    yield from _faults(root, declared.type_info(kind))


def _faults(node: Node, kind: declared.Type) -> Iterator[Detail]:
    match kind:
        case declared.UnionType(types=types):
            if node.value is not None:
                yield from _faults(node, types[0])
        case declared.StructType():
            yield from _struct(node, kind)
        case declared.DictType():
            yield from _mapping(node, kind)
        case declared.VarTupleType():
            yield from _list(node, kind)
        case declared.StrType():
            yield from _text(node, kind)
        case declared.IntType():
            yield from _number(node, kind)
        case declared.EnumType(cls=choices):
            yield from _choice(node, [choice.value for choice in choices])
        case declared.LiteralType(values=values):
            yield from _choice(node, values)
        case _:
            raise TypeError(f"the format uses a type the checker does not know: {kind}")


def _struct(node: Node, kind: declared.StructType) -> Iterator[Detail]:
    if not isinstance(node.value, Mapping):
        yield _no_fields(node)
        return
    fields = {part.encode_name: part for part in kind.fields}
    for name, part in fields.items():
        child = node.value.get(name)
        if child is not None:
            yield from _faults(child, part.type)
        elif part.required:
            bilingual = kind.cls is model.Bilingual
            yield node.fault(_LANGUAGES[name] if bilingual else say("Feltet {field} mangler.", field=name))
    yield from _unknown(node.value, list(fields))


def _mapping(node: Node, kind: declared.DictType) -> Iterator[Detail]:
    if not isinstance(node.value, Mapping):
        yield _no_fields(node)
        return
    match kind.key_type:
        case declared.EnumType(cls=keys):
            yield from _unknown(node.value, [key.value for key in keys])
        case declared.StrType() as pattern:
            for name, child in node.value.items():
                yield from _text(Node(name, child.path, child.line), pattern)
    for child in node.value.values():
        yield from _faults(child, kind.value_type)


def _no_fields(node: Node) -> Detail:
    return node.fault(say("Her skal stå felter i krøllede parenteser, ikke {found}.", found=_found(node)))


def _unknown(members: Mapping[str, Node], known: Sequence[str]) -> Iterator[Detail]:
    for name, child in members.items():
        if name not in known:
            yield child.fault(
                say(
                    "Feltet {field} kendes ikke. Kendte felter: {known}.",
                    field=shown(name),
                    known=", ".join(known),
                )
            )


def _list(node: Node, kind: declared.VarTupleType) -> Iterator[Detail]:
    if not isinstance(node.value, tuple):
        yield node.fault(say("Her skal stå en liste i kantede parenteser, ikke {found}.", found=_found(node)))
        return
    length = len(node.value)
    if kind.max_length is not None and not (kind.min_length or 0) <= length <= kind.max_length:
        yield node.fault(
            say("Her skal stå {wanted}, men der står {length}.", wanted=kind.max_length, length=length)
        )
    elif length < (kind.min_length or 0):
        yield node.fault(say("Listen er tom."))
    for member in node.value:
        yield from _faults(member, kind.item_type)


def _text(node: Node, kind: declared.StrType) -> Iterator[Detail]:
    if not isinstance(node.value, str):
        yield node.fault(say("Her skal stå en tekst i anførselstegn, ikke {found}.", found=_found(node)))
    elif len(node.value) < (kind.min_length or 0):
        yield node.fault(say("Teksten er tom."))
    elif kind.pattern is not None and not re.search(kind.pattern, node.value):
        yield node.fault(
            say(
                "»{value}« har ikke den form, feltet skal have, fx {example}.",
                value=shown(node.value),
                example=_EXAMPLES[kind.pattern],
            )
        )


def _number(node: Node, kind: declared.IntType) -> Iterator[Detail]:
    low, high = kind.ge or 0, kind.le or 0
    written = node.value.written if isinstance(node.value, Bare) else ""
    if not _WHOLE.fullmatch(written) or not low <= int(written) <= high:
        yield node.fault(
            say(
                "Her skal stå et helt tal fra {low} til {high}, ikke {found}.",
                low=low,
                high=high,
                found=_found(node),
            )
        )


def _choice(node: Node, choices: Sequence[object]) -> Iterator[Detail]:
    if not isinstance(node.value, str) or node.value not in choices:
        known = ", ".join(str(choice) for choice in choices)
        yield node.fault(
            say("Her skal stå et af disse ord: {known}. Der står {found}.", known=known, found=_found(node))
        )


def _found(node: Node) -> Text | str:
    match node.value:
        case str(text):
            return say("»{text}«", text=shown(text))
        case Bare(written):
            return shown(written)
        case None:
            return "null"
        case tuple():
            return say("en liste")
        case _:
            return say("en gruppe felter")
