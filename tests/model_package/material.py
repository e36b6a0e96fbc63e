"""What the tests of the model share: the shipped packages, and sheets of ratings drawn at random."""

from __future__ import annotations

from hypothesis import strategies as st

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import PHASES, Block, Method, ModelPackage
from kvik_desktop.model_package.reading import shipped
from kvik_desktop.model_package.scoring import Rating

RESOURCES = Resources()
KVIK, KORT = shipped(RESOURCES)
PACKAGES = (KVIK, KORT)


def source(package: ModelPackage) -> bytes:
    """The shipped file itself."""
    return RESOURCES.read("modelpakker", f"{package.id}.json")


def ratings(block: Block, method: Method) -> st.SearchStrategy[Rating]:
    """Any rating one may give by the method, the empty and the half filled one too."""
    number = st.none() | st.integers(0, method.top)
    if method is not Method.FINE:
        return st.builds(Rating, score=number)
    return st.builds(Rating, **{phase.value: number for phase in PHASES[block]})


def sheets(package: ModelPackage, method: Method) -> st.SearchStrategy[dict[str, Rating]]:
    """A rating for any of the model's subcriteria; some are left out altogether."""
    each = {sub.id: ratings(package.block_of(sub.id), method) for sub in package.subcriteria()}
    return st.fixed_dictionaries({}, optional=each)


methods = st.sampled_from(list(Method))
packages = st.sampled_from(PACKAGES)
