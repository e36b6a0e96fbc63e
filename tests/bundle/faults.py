"""Faults planted in a good result: loose JSON is changed, and the package signed and packed as it must be."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec

from kvik_desktop.cli.benchmarks.packages import World
from kvik_desktop.envelope import container
from kvik_desktop.envelope import manifest as manifests
from kvik_desktop.envelope.kinds import PLAN_PATH, RESULT_PATH, TEXTS_PATH, Kind
from kvik_desktop.envelope.manifest import ResultManifest, describe
from kvik_desktop.envelope.package import seal
from kvik_desktop.foundation.resources import Resources
from tests.forge import loose_json

Json = dict[str, Any]
Fault = Callable[[Json, Json, Json], None]
"""Changes the three members, as loose JSON, in place."""


def members_of(data: bytes) -> dict[str, bytes]:
    return dict(container.unpack(data).content)


def repacked(world: World, members: dict[str, bytes], **changes: object) -> bytes:
    """A good package with these members in the place of its own, signed and packed as it must be."""
    good = container.unpack(world.package(0, Resources())[0])
    manifest = manifests.decode(good.manifest, Kind.RESULT)
    assert isinstance(manifest, ResultManifest)
    told = msgspec.structs.replace(manifest, members=describe(Kind.RESULT, members), **changes)
    return seal(told, members, world.key(0))


def broken(world: World, fault: Fault) -> bytes:
    members = members_of(world.package(0, Resources())[0])
    paths = (RESULT_PATH, TEXTS_PATH, PLAN_PATH)
    loose = [json.loads(members[path]) for path in paths]
    fault(*loose)
    members |= {path: loose_json(value) for path, value in zip(paths, loose, strict=True)}
    return repacked(world, members)


def sub(result: Json, criterion: int = 0, place: int = 0) -> Json:
    found: Json = result["criteria"][criterion]["subcriteria"][place]
    return found


def set_sub(criterion: int = 0, **fields: object) -> Fault:
    return lambda result, _texts, _plan: sub(result, criterion).update(fields)


def set_result(**fields: object) -> Fault:
    return lambda result, _texts, _plan: result.update(fields)


def set_criterion(**fields: object) -> Fault:
    return lambda result, _texts, _plan: result["criteria"][0].update(fields)


def set_action(**fields: object) -> Fault:
    return lambda _result, _texts, plan: plan["actions"][0].update(fields)


def drop(name: str) -> Fault:
    return lambda result, _texts, _plan: sub(result).pop(name)
