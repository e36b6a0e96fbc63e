"""Every fault of a model package file with its place: what ``kvik model check`` tells its author."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import msgspec

from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.document import form_faults, opened, told
from kvik_desktop.model_package.guidance import DEMANDS, gaps, promised
from kvik_desktop.model_package.json_tree import Node, NotJsonError, Tree
from kvik_desktop.model_package.lengths import GUIDANCE_LENGTHS, too_long
from kvik_desktop.model_package.model import Guidance, ModelPackage
from kvik_desktop.model_package.repeats import said_twice
from kvik_desktop.model_package.rules import rule_faults
from kvik_desktop.model_package.wording import hard_to_read, link_faults


@dataclass(frozen=True, slots=True)
class Findings:
    """What the author of a file is told: what must be changed, and what a reader would miss."""

    faults: tuple[Detail, ...]
    remarks: tuple[Detail, ...] = ()


def examine(
    data: bytes, known: Sequence[ModelPackage] = (), words: Collection[str] | None = None
) -> Findings:
    """Everything there is to say of a package file; ``words`` are the ids of the glossary, where it is known.

    Missing guidance is a fault where the package promises it, else a remark.
    """
    try:
        tree = opened(data)
    except NotJsonError as error:
        return Findings((error.detail,))
    root, promise = tree.root, promised(tree.root)
    missing = told(gaps(root, DEMANDS[promise] if promise else DEMANDS[_likely(root)].at_least))
    found = [*_broken(data, tree, known), *_poor(root, words), *(missing if promise else ())]
    return Findings(told(found), () if promise else missing)


def check(
    data: bytes, known: Sequence[ModelPackage] = (), words: Collection[str] | None = None
) -> tuple[Detail, ...]:
    """Every fault in a package file, texts that are hard to read included; empty when all is well.

    ``known`` are the packages it may compare with and whose content must stay the same in a version.
    The place of each is its JSON path and its line. For a package in memory, check its ``content``.
    """
    return examine(data, known, words).faults


def faults_in(data: bytes, known: Sequence[ModelPackage] = ()) -> tuple[Detail, ...]:
    """The faults that keep a package from being used: as :func:`check`, but poor texts are let through."""
    try:
        return told(_broken(data, opened(data), known))
    except NotJsonError as error:
        return (error.detail,)


def _broken(data: bytes, tree: Tree, known: Sequence[ModelPackage]) -> Iterator[Detail]:
    clean = True
    for fault in chain(form_faults(tree, ModelPackage), rule_faults(tree.root, known)):
        clean = False
        yield fault
    if clean:
        yield from _changed(data, tree.root, known)


def _poor(root: Node, words: Collection[str] | None) -> Iterator[Detail]:
    """What a reader would stumble over in the texts that are there."""
    yield from hard_to_read(root)
    yield from too_long(root, GUIDANCE_LENGTHS)
    yield from said_twice(root)
    if words is not None:
        yield from link_faults(root, words)


def _likely(root: Node) -> Guidance:
    """What a package without a promise is measured against: one that compares with another is short."""
    return Guidance.SHORT if root.texts("compared_with") else Guidance.FULL


def _changed(data: bytes, root: Node, known: Sequence[ModelPackage]) -> Iterator[Detail]:
    """A version is a promise: the same id and version never carry other content."""
    package = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=ModelPackage)
    for other in known:
        if (other.id, other.version) == (package.id, package.version) and other.sha256 != package.sha256:
            message = say(
                "{id} {version} findes i forvejen med et andet indhold. Giv pakken et nyt versionsnummer.",
                id=package.id,
                version=package.version,
            )
            yield from (node.fault(message) for node in root.texts("version"))
