"""The files an author can have checked: what they call their format, and which check belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kvik_desktop.foundation.files import read_limited
from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.text import Text
from kvik_desktop.model_package import glossary, overlay, process, standards
from kvik_desktop.model_package.checking import Findings, examine
from kvik_desktop.model_package.document import LIMIT, opened
from kvik_desktop.model_package.json_tree import NotJsonError
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.model_package.reading import decode
from kvik_desktop.model_package.wording import GUIDANCE_LIX, Reading, readings

PACKAGE = "kvik-modelpakke/1"
OVERLAY = "kvik-tillaeg/1"


@dataclass(frozen=True, slots=True)
class Known:
    """What a file may refer to: the model packages, and the ids of the glossary's words."""

    packages: Sequence[ModelPackage] = ()
    words: Collection[str] | None = None


_CHECKS: Mapping[str, Callable[[bytes, Known], Findings]] = {
    PACKAGE: lambda data, known: examine(data, known.packages, known.words),
    OVERLAY: lambda data, known: Findings(overlay.check(data, known.packages, known.words)),
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


def package_in(path: Path, shipped: Sequence[ModelPackage]) -> ModelPackage:
    """The package in a file, or the one that the overlay in it makes of a shipped model.

    Raises Problem E_MODEL with every fault, E_OVERLAY, or E_FILE where it cannot be read.
    """
    data = read_limited(path, LIMIT, "E_MODEL")
    if format_of(data) == OVERLAY:
        return overlay.load_over(path, None, shipped)[1]
    return decode(data, shipped)


def version_faults(data: bytes, message: Text) -> tuple[Detail, ...]:
    """``message`` at the place of the file's version."""
    return tuple(node.fault(message) for node in opened(data).root.texts("version"))


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
