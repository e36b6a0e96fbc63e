"""Building an answer page: one self-contained HTML file from plain data, the same bytes every time.

The page may run one script and use one style sheet, both known by their hash; its policy lets it fetch and
send nothing. What people and packages have written stands in it as JSON alone, without a sign that could end
it.
"""

from __future__ import annotations

import base64
import hashlib
import html
from dataclasses import dataclass
from string import Template
from typing import Any

import msgspec

from kvik_desktop.evaluation.collecting.answer_page.model import (
    FILE_LIMIT,
    FORMAT,
    LONGEST_TEXT,
    MOST_TEXTS,
    SUFFIX,
    About,
)
from kvik_desktop.evaluation.collecting.answer_page.words import TITLE, UNABLE, words
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import (
    PHASES,
    Bilingual,
    Block,
    Method,
    ModelPackage,
    Phase,
    Sector,
    Subcriterion,
)
from kvik_desktop.model_package.scoring import band_range

FOLDER = ("skabeloner", "svarside")
SCRIPTS = ("svar.js", "spoergsmaal.js", "liste.js", "hukommelse.js", "svarfil.js", "side.js")
"""The page's one script, in parts; the last begins."""


@dataclass(frozen=True)
class PageContent:
    """What one participant's page is made of; ``public`` is the evaluation's key for sealing."""

    about: About
    package: ModelPackage
    sector: Sector
    unit: str
    title: str
    participant: str
    token: str
    public: bytes


def build(content: PageContent, tr: Translator, resources: Resources) -> bytes:
    """The whole page as UTF-8, in the translator's language."""
    style = resources.read(*FOLDER, "side.css").decode()
    script = "\n".join(resources.read(*FOLDER, name).decode() for name in SCRIPTS)
    template = Template(resources.read(*FOLDER, "side.html").decode())
    page = template.substitute(
        language=tr.language,
        title=html.escape(f"{tr(TITLE)} - {content.unit}"),
        policy=_policy(style, script),
        style=style,
        script=script,
        unable=html.escape(tr(UNABLE)),
        data=as_script_data(page_data(content, tr)),
    )
    return page.encode()


def as_script_data(value: object) -> str:
    """JSON for a script element of data: nothing in it can end the element or begin a comment."""
    text = msgspec.json.encode(value).decode()
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _policy(style: str, script: str) -> str:
    """Nothing is fetched, sent or framed, and only the two known texts take effect."""
    return (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def page_data(content: PageContent, tr: Translator) -> dict[str, Any]:
    """Everything the script shows and writes, as plain values.

    In a further round it is one question, and the figures alone: what there was to say has been said.
    """
    scale, asked = content.package.scale, content.about.round
    return {
        "format": FORMAT,
        "about": content.about,
        "token": content.token,
        "public": base64.b64encode(content.public).decode(),
        "suffix": SUFFIX,
        "limits": {"length": LONGEST_TEXT, "lines": MOST_TEXTS, "file": FILE_LIMIT},
        "unit": content.unit,
        "title": content.title,
        "participant": content.participant,
        "kinds": [] if asked else [kind.value for kind in StatementKind],
        "steps": {block.value: _steps(content, block, tr) for block in Block},
        "parts": {block.value: _parts(content.about.method, block) for block in Block},
        "phases": {
            phase.value: {
                "name": scale.phase(phase).name.in_language(tr.language),
                "question": scale.phase(phase).question.in_language(tr.language),
                "steps": _all(scale.phase(phase).steps, tr),
            }
            for phase in Phase
        },
        "criteria": [
            {
                "id": criterion.id,
                "block": criterion.block.value,
                "name": criterion.name.in_language(tr.language),
                "questions": [_question(sub, content.sector, tr) for sub in questions],
            }
            for criterion in content.package.criteria
            if (
                questions := [
                    sub for sub in criterion.subcriteria if not asked or sub.id == asked.subcriterion
                ]
            )
        ],
        "words": words(content.about.method, asked, tr),
    }


def _parts(method: Method, block: Block) -> list[str]:
    """What is given to a question: one score, or every phase of its block."""
    return [phase.value for phase in PHASES[block]] if method is Method.FINE else ["score"]


def _steps(content: PageContent, block: Block, tr: Translator) -> list[dict[str, Any]]:
    method = content.about.method
    return [
        {
            "low": band_range(number, method)[0],
            "high": band_range(number, method)[1],
            "name": step.name.in_language(tr.language),
            "sentence": step.sentence.in_language(tr.language),
        }
        for number, step in enumerate(content.package.scale.steps(block))
    ]


def _question(sub: Subcriterion, sector: Sector, tr: Translator) -> dict[str, Any]:
    own = sub.sectors.get(sector)
    return {
        "id": sub.id,
        "name": sub.name.in_language(tr.language),
        "question": sub.question.in_language(tr.language),
        "about": sub.about.in_language(tr.language) if sub.about else "",
        "ask": _all((*sub.questions, *(own.questions if own else ())), tr),
        "see": _all((*sub.evidence, *(own.evidence if own else ())), tr),
    }


def _all(texts: tuple[Bilingual, ...], tr: Translator) -> list[str]:
    return [text.in_language(tr.language) for text in texts]
