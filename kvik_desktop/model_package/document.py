"""What the files of this room have in common: opened with limits, told with every fault, then decoded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TypeVar

import msgspec

from kvik_desktop.foundation.problems import Detail, Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.json_tree import Node, NotJsonError, Tree, parse, shown
from kvik_desktop.model_package.shape import shape_faults
from kvik_desktop.model_package.wording import text_faults

LIMIT = 2 * 2**20
"""A file larger than 2 MiB is not texts for a self-evaluation."""

MOST = 200
"""More faults than these help nobody; that there are more is said."""

Rule = Callable[[Node], Iterator[Detail]]
"""Finds faults of one sort in a whole file, whatever else is wrong with it."""

S = TypeVar("S", bound=msgspec.Struct)


def opened(data: bytes) -> Tree:
    """The tree of a file. Raises NotJsonError where it is too large or no JSON."""
    if len(data) > LIMIT:
        raise NotJsonError(Detail(say("Filen er større end {limit} MB.", limit=LIMIT // 2**20)))
    return parse(data)


def form_faults(tree: Tree, kind: type[msgspec.Struct]) -> Iterator[Detail]:
    """What is wrong with any file of this kind: fields, repeated fields, and texts that cannot be shown."""
    return chain(tree.repeated, shape_faults(tree.root, kind), text_faults(tree.root))


def checked(data: bytes, kind: type[msgspec.Struct], *rules: Rule) -> tuple[Detail, ...]:
    """Every fault in a file of this kind, by its form and by each of the rules; empty when all is well."""
    try:
        tree = opened(data)
    except NotJsonError as error:
        return (error.detail,)
    return told(chain(form_faults(tree, kind), *(rule(tree.root) for rule in rules)))


def told(faults: Iterable[Detail]) -> tuple[Detail, ...]:
    """The first faults in the order of the file, and that there are more."""
    found = list(islice(faults, MOST + 1))
    listed = sorted(found[:MOST], key=lambda detail: detail.line or 0)
    if len(found) > MOST:
        listed.append(Detail(say("Der er flere fejl end de {most}, som er nævnt.", most=MOST)))
    return tuple(listed)


def decoded(data: bytes, kind: type[S], faults: Sequence[Detail], message: Text) -> S:
    """The content of a file without faults. Raises Problem E_MODEL with ``message`` and every fault."""
    if faults:
        raise Problem("E_MODEL", message, say("Ret de nævnte steder, og prøv igen. Intet er ændret."), faults)
    return msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=kind)


def repeated(nodes: Iterable[Node]) -> Iterator[Detail]:
    """Every text that has stood before among ``nodes``, with the place of the first."""
    first: dict[object, Node] = {}
    for node in nodes:
        earlier = first.setdefault(node.value, node)
        if earlier is not node:
            yield node.fault(
                say("»{value}« er allerede brugt: {place}.", value=shown(str(node.value)), place=earlier.path)
            )
