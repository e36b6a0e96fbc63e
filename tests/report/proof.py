"""A small typesetting bench: our fonts, style and standards with a template of the test's own."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.report.typeset import Document, Typesetter
from tests.report.sample import CREATED

TEMPLATE = """#import "stil.typ": *
#show: report
= #titled(data.heading)
#own(data.running)
#emph(own(data.running))
#strong(emph(own(data.running)))
"""


def resources_with(folder: Path, template: str) -> Resources:
    """The shipped resources, with ``prøve.typ`` as one more template."""
    shipped = Resources()
    for name in ("skrifter", "stil", "sprog", "modelpakker"):
        (folder / name).symlink_to(shipped.path(name), target_is_directory=True)
    shutil.copytree(shipped.path("skabeloner"), folder / "skabeloner")
    (folder / "skabeloner" / "prøve.typ").write_text(template, encoding="utf-8")
    return Resources(folder)


def set_with(typesetter: Typesetter, running: str, heading: str) -> bytes:
    """A document of two texts, set with the test's template."""
    words = {"page_of": "{page}/{pages}"}
    data = {"running": running, "heading": heading, "unit": heading, "footer": running, "words": words}
    return typesetter.pdf(Document("prøve.typ", "da", heading.strip() or "x", data), CREATED)


@cache
def _bench() -> Typesetter:
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder)
    return Typesetter(resources_with(folder, TEMPLATE))


def proof(running: str, heading: str) -> bytes:
    """The two texts as running text in three styles, as heading, document title, header and footer."""
    return set_with(_bench(), running, heading)
