"""The files an author can have checked: what they call their format, and which check belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from kvik_desktop.model_package import glossary, overlay, process, standards
from kvik_desktop.model_package.checking import Findings, examine
from kvik_desktop.model_package.document import opened
from kvik_desktop.model_package.json_tree import NotJsonError
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.model_package.wording import GUIDANCE_LIX, Reading, readings

PACKAGE = "kvik-modelpakke/1"


@dataclass(frozen=True, slots=True)
class Known:
    """What a file may refer to: the model packages, and the ids of the glossary's words."""

    packages: Sequence[ModelPackage] = ()
    words: Collection[str] | None = None


_CHECKS: Mapping[str, Callable[[bytes, Known], Findings]] = {
    PACKAGE: lambda data, known: examine(data, known.packages, known.words),
    "kvik-tillaeg/1": lambda data, known: Findings(overlay.check(data, known.packages, known.words)),
    "kvik-ordliste/1": lambda data, _: Findings(glossary.check(data)),
    "kvik-standarder/1": lambda data, known: Findings(standards.check(data, known.packages)),
    "kvik-forloeb/1": lambda data, _: Findings(process.check_guide(data)),
    "kvik-dagsprogrammer/1": lambda data, known: Findings(process.check_programmes(data, known.packages)),
}


def format_of(data: bytes) -> str:
    """The format a file says it has; a file that says nothing we know is taken for a model package."""
    try:
        named = [str(node.value) for node in opened(data).root.texts("format")]
    except NotJsonError:
        named = []
    return named[0] if named and named[0] in _CHECKS else PACKAGE


def check_file(data: bytes, known: Known) -> Findings:
    """Everything there is to say of a file, by the format it says it has."""
    return _CHECKS[format_of(data)](data, known)


def lix_of(data: bytes) -> tuple[Reading, ...]:
    """How heavy every Danish sentence of a file is, the heaviest first; empty for what is no JSON."""
    try:
        root = opened(data).root
    except NotJsonError:
        return ()
    limit = glossary.EXPLANATION_LIX if format_of(data) == "kvik-ordliste/1" else GUIDANCE_LIX
    return tuple(sorted(readings(root, limit), key=lambda reading: -reading.lix))
