"""Every fault of a model package file with its place: what ``kvik model check`` tells its author."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

import msgspec

from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.json_tree import Node, NotJsonError, parse
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.model_package.rules import rule_faults
from kvik_desktop.model_package.shape import shape_faults
from kvik_desktop.model_package.wording import hard_to_read, text_faults

LIMIT = 2 * 2**20
"""A package larger than 2 MiB is not texts for a self-evaluation."""

MOST = 200
"""More faults than these help nobody; that there are more is said."""


def check(data: bytes, known: Sequence[ModelPackage] = ()) -> tuple[Detail, ...]:
    """Every fault in a package file, texts that are hard to read included; empty when all is well.

    ``known`` are the packages it may compare with and whose content must stay the same in a version.
    The place of each is its JSON path and its line. For a package in memory, check its ``content``.
    """
    return _told(_faults(data, known, readers_too=True))


def faults_in(data: bytes, known: Sequence[ModelPackage] = ()) -> tuple[Detail, ...]:
    """The faults that keep a package from being used: as :func:`check`, but hard texts are let through."""
    return _told(_faults(data, known, readers_too=False))


def _faults(data: bytes, known: Sequence[ModelPackage], *, readers_too: bool) -> Iterator[Detail]:
    if len(data) > LIMIT:
        yield Detail(say("Filen er større end {limit} MB.", limit=LIMIT // 2**20))
        return
    try:
        tree = parse(data)
    except NotJsonError as error:
        yield error.detail
        return
    root = tree.root
    clean = True
    for fault in chain(tree.repeated, shape_faults(root), rule_faults(root, known), text_faults(root)):
        clean = False
        yield fault
    if clean:
        yield from _changed(data, root, known)
    if readers_too:
        yield from hard_to_read(root)


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


def _told(faults: Iterator[Detail]) -> tuple[Detail, ...]:
    found = list(islice(faults, MOST + 1))
    listed = sorted(found[:MOST], key=lambda detail: detail.line or 0)
    if len(found) > MOST:
        listed.append(Detail(say("Der er flere fejl end de {most}, som er nævnt.", most=MOST)))
    return tuple(listed)
