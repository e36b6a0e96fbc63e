"""The page is the same bytes every time, fetches nothing, and no text breaks out of its data."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.evaluation.collecting.answer_page.page import PageContent, as_script_data, build
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import LANGUAGES, Language, Translator
from kvik_desktop.model_package.model import Method
from tests.evaluation.collecting.answer_page.filled import prepared
from tests.journey import Journey

HOSTILE = '</script><script>alert(1)</script><!--<script>\u2028"\\{name}$policy'


class Parts(HTMLParser):
    """What a browser finds: elements with their attributes, and the text in scripts and styles."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.elements and self.cdata_elem:
            self.texts.append((self.cdata_elem, data))

    def text(self, tag: str, number: int = 0) -> str:
        return [text for name, text in self.texts if name == tag][number]


@pytest.fixture
def content(tmp_path: Path, clock: FixedClock) -> PageContent:
    journey = Journey(tmp_path, clock).gather_people()
    found = prepared(journey)["Bo"]
    journey.file.close()
    return found


def page(content: PageContent, language: Language = "da") -> bytes:
    return build(content, Translator(language), Resources())


def data(content: PageContent, language: Language = "da") -> Any:
    return json.loads(Parts(page(content, language)).text("script"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_content_is_the_same_page(content: PageContent, language: Language) -> None:
    assert page(content, language) == page(content, language)
    assert f'<html lang="{language}">'.encode() in page(content, language)


def test_it_names_nothing_outside_itself(content: PageContent) -> None:
    parts = Parts(page(content))
    outside = [attrs for _, attrs in parts.elements if {"src", "href", "action", "srcset"} & attrs.keys()]
    assert outside == []
    code = parts.text("script", 1) + parts.text("style")
    assert not re.search(r"https?:|@import|url\(|fetch|XMLHttp|WebSocket|sendBeacon|innerHTML|eval\(", code)


def test_its_policy_knows_its_own_script_and_style_and_no_others(content: PageContent) -> None:
    parts = Parts(page(content))
    (policy,) = [attrs["content"] for tag, attrs in parts.elements if "http-equiv" in attrs and tag == "meta"]
    assert policy is not None
    for text in (parts.text("script", 1), parts.text("style")):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_hostile_words_stay_words(content: PageContent) -> None:
    calm, hostile = content, replace(content, participant=HOSTILE, unit=HOSTILE, title=HOSTILE)
    assert [tag for tag, _ in Parts(page(hostile)).elements] == [tag for tag, _ in Parts(page(calm)).elements]
    assert data(hostile)["participant"] == data(hostile)["unit"] == HOSTILE


@given(st.text())
@settings(max_examples=60)
def test_data_in_a_page_can_end_nothing_and_is_the_same_when_read(text: str) -> None:
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        return
    written = as_script_data({"a": text})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"a": text}


def test_it_holds_every_question_and_nobody_else(content: PageContent) -> None:
    found = data(content)
    ids = [question["id"] for criterion in found["criteria"] for question in criterion["questions"]]
    assert ids == [sub.id for sub in content.package.subcriteria()]
    assert (found["token"], found["participant"]) == (content.token, "Bo")
    assert b"Anna" not in page(content)


@pytest.mark.parametrize(
    ("method", "parts", "top"),
    [
        (Method.SCALE5, {"enabler": ["score"], "result": ["score"]}, 5),
        (Method.CLASSICAL, {"enabler": ["score"], "result": ["score"]}, 100),
        (Method.FINE, {"enabler": ["plan", "do", "check", "act"], "result": ["trend", "target"]}, 100),
    ],
)
def test_each_method_has_its_ladder(
    tmp_path: Path, clock: FixedClock, method: Method, parts: Any, top: int
) -> None:
    journey = Journey(tmp_path, clock, "kvik", method).gather_people()
    found = data(prepared(journey)["Bo"])
    assert found["parts"] == parts
    assert [steps[-1]["high"] for steps in found["steps"].values()] == [top, top]
    journey.file.close()


def test_the_script_knows_every_word_it_asks_for(content: PageContent) -> None:
    script = Parts(page(content)).text("script", 1)
    asked = set(re.findall(r"\bwords\.(\w+)", script))
    assert asked <= data(content)["words"].keys()
