"""The house keeps its rules, and each rule catches a house that breaks just that one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import CHECKOUT, PACKAGE, House
from tests.house_rules import RULES

SOUND = {
    "__init__.py": '__version__ = "1"\n',
    "__main__.py": "from kvik_desktop.desktop import app\n",
    "compose.py": "from kvik_desktop.evaluation import store\n",
    "desktop/__init__.py": "",
    "desktop/app.py": "import PySide6.QtWidgets\nfrom kvik_desktop import compose\n"
    "from kvik_desktop.evaluation.screens import page\nfrom kvik_desktop.shell import frame\n",
    "cli/__init__.py": "",
    "cli/main.py": "from kvik_desktop.evaluation import usecases\n",
    "cli/console.py": "try:\n    pass\nexcept Exception:\n    pass\n",
    "foundation/__init__.py": "",
    "foundation/text.py": "import logging\nfrom typing import TypeVar\n"
    'T = TypeVar("T")\nSIGNS = {"a": 1}\nlog = logging.getLogger(__name__)\n',
    "envelope/__init__.py": "",
    "envelope/keys.py": "import cryptography\nfrom ..foundation import text\n",
    "storage/__init__.py": "",
    "storage/base.py": "import sqlalchemy\nimport alembic\nfrom kvik_desktop.foundation import text\n",
    "shell/__init__.py": "",
    "shell/frame.py": "from PySide6 import QtWidgets\n",
    "model_package/__init__.py": "",
    "model_package/model.py": "",
    "model_package/reading.py": "",
    "model_package/loading.py": "",
    "evaluation/__init__.py": "",
    "evaluation/model.py": "from kvik_desktop.model_package.model import Criterion\n",
    "evaluation/store.py": "import sqlalchemy\nfrom kvik_desktop.evaluation.model import Evaluation\n"
    "units = Records[Unit](UNIT)\n",
    "evaluation/usecases.py": "from kvik_desktop.evaluation import store\n"
    "from kvik_desktop.model_package import reading\n",
    "evaluation/helper.py": "",
    "evaluation/collecting/__init__.py": "",
    "evaluation/collecting/form.py": "import pypdf\n",
    "evaluation/screens/__init__.py": "",
    "evaluation/screens/page.py": "import PySide6.QtGui\nfrom kvik_desktop.evaluation import usecases\n"
    "from kvik_desktop.shell import frame\n",
    "workshop/__init__.py": "",
    "workshop/usecases.py": "",
    "workshop/screens/__init__.py": "",
    "workshop/screens/board.py": "from kvik_desktop.evaluation.screens import page\n",
    "report/__init__.py": "",
    "report/typeset.py": "import typst\nimport reportlab.graphics\n",
}
"""A small house that keeps every rule, with something of each kind that a rule allows."""

RING = "No module imports itself"
RINGS = [sentence for sentence in RULES if sentence.startswith(RING)]

BREACHES = [
    ("The house has only", "extra/__init__.py", ""),
    ("`foundation` imports nothing", "foundation/text.py", "from kvik_desktop.model_package import model"),
    ("`foundation` imports nothing", "foundation/text.py", "from ..storage import base"),
    ("`foundation` imports nothing", "envelope/keys.py", "from kvik_desktop.storage import base"),
    ("`foundation` imports nothing", "storage/base.py", "import kvik_desktop.evaluation.model"),
    ("`foundation` imports nothing", "shell/frame.py", "from kvik_desktop.evaluation import usecases"),
    ("Features reach the window", "evaluation/screens/page.py", "import kvik_desktop.compose"),
    ("Features reach the window", "evaluation/screens/page.py", "from kvik_desktop.desktop import app"),
    ("Features reach the window", "compose.py", "from kvik_desktop.evaluation.screens import page"),
    ("Features reach the window", "evaluation/helper.py", "from kvik_desktop.shell import frame"),
    ("Features reach the window", "evaluation/usecases.py", "from kvik_desktop.cli import main"),
    ("What the `kvik` command", "cli/main.py", "from kvik_desktop.evaluation.screens import page"),
    ("Only `screens/`", "evaluation/helper.py", "from PySide6.QtCore import QObject"),
    ("Only `screens/`", "example.py", "from PySide6.QtCore import QObject"),
    (
        "Only `screens/`",
        "cli/main.py",
        "import importlib\ndef f():\n    importlib.import_module('shiboken6')",
    ),
    ("Only `store.py`", "evaluation/usecases.py", "from sqlalchemy import select"),
    ("Only `store.py`", "cli/main.py", "def f():\n    import alembic.command"),
    ("Only `report/`", "evaluation/usecases.py", "import reportlab.pdfgen.canvas"),
    ("Only `report/`", "evaluation/model.py", "from pypdf import PdfReader"),
    ("Only `envelope/`", "storage/base.py", "from cryptography.hazmat import primitives"),
    ("Inside a feature", "evaluation/model.py", "from . import helper, store"),
    ("Inside a feature", "evaluation/screens/page.py", "from kvik_desktop.evaluation import store"),
    ("Between features", "evaluation/model.py", "from kvik_desktop.report import typeset"),
    ("Between features", "evaluation/usecases.py", "from kvik_desktop.model_package import loading"),
    ("Between features", "evaluation/usecases.py", "from kvik_desktop import report"),
    ("Between features", "evaluation/screens/page.py", "from kvik_desktop.workshop.screens import board"),
    (RING, "foundation/text.py", "from kvik_desktop.foundation import words"),
    ("No imports of own code", "evaluation/usecases.py", "def f():\n    from . import model"),
    ("Nothing calls", "shell/frame.py", "def f(app):\n    app.processEvents()"),
    ("No broad `except`", "evaluation/usecases.py", "try:\n    pass\nexcept Exception:\n    pass"),
    (
        "No broad `except`",
        "evaluation/usecases.py",
        "try:\n    pass\nexcept (OSError, BaseException):\n    pass",
    ),
    ("No broad `except`", "evaluation/usecases.py", "try:\n    pass\nexcept:\n    pass"),
    ("No module-level state", "evaluation/model.py", "current = None"),
    ("No module-level state", "evaluation/model.py", "cache: dict[str, int] = {}"),
    ("No module-level state", "foundation/text.py", "def f():\n    SIGNS['b'] = 2"),
    ("No module-level state", "foundation/text.py", "def f():\n    SIGNS.update(b=2)"),
    ("No module-level state", "foundation/text.py", "def f():\n    global T\n    T = 1"),
    (
        "No module-level state",
        "evaluation/helper.py",
        "import functools\n@functools.cache\ndef f():\n    pass",
    ),
    ("No module-level state", "evaluation/helper.py", "import logging\nlogging.basicConfig()"),
    ("A file over 400 lines", "evaluation/helper.py", "A = 1\n" * 400),
]


@pytest.mark.parametrize("sentence", RULES)
def test_the_house_keeps(sentence: str) -> None:
    assert list(RULES[sentence](House(CHECKOUT))) == []


def test_a_sound_house_breaks_no_rule(tmp_path: Path) -> None:
    _build(tmp_path, {})
    assert _broken(tmp_path) == []


@pytest.mark.parametrize(("begins", "file", "source"), BREACHES)
def test_a_breach_is_caught_by_its_own_rule(tmp_path: Path, begins: str, file: str, source: str) -> None:
    helpers = (
        {"foundation/words.py": "from kvik_desktop.foundation import text\n"} if "words" in source else {}
    )
    _build(tmp_path, {**helpers, file: f"{SOUND.get(file, '')}{source}\n"})
    # Walking against the order closes a ring as well.
    (broken,) = [sentence for sentence in _broken(tmp_path) if begins == RING or sentence not in RINGS]
    assert broken.startswith(begins)


def test_a_detour_from_model_to_store_is_caught(tmp_path: Path) -> None:
    _build(
        tmp_path,
        {"evaluation/helper.py": "from . import store\n", "evaluation/model.py": "from . import helper\n"},
    )
    assert any(sentence.startswith("Inside a feature") for sentence in _broken(tmp_path))


def test_what_only_the_type_checker_reads_closes_no_ring_but_is_known(tmp_path: Path) -> None:
    for_types = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from kvik_desktop.{} import {}\n"
    _build(
        tmp_path,
        {"shell/room.py": "from . import frame\n", "shell/frame.py": for_types.format("shell", "room")},
    )
    assert _broken(tmp_path) == []
    _build(tmp_path, {"shell/frame.py": for_types.format("evaluation", "model")})
    (broken,) = _broken(tmp_path)
    assert broken.startswith("`foundation` imports nothing")


@pytest.mark.parametrize("docstring", ["", '"""Without an end"""', '"""Two things. In one line."""'])
def test_a_module_that_does_not_say_what_it_is_is_caught(tmp_path: Path, docstring: str) -> None:
    _build(tmp_path, {})
    (tmp_path / PACKAGE / "foundation" / "text.py").write_text(docstring, "utf-8")
    assert [sentence.partition(" says")[0] for sentence in _broken(tmp_path)] == ["Every module"]


def test_every_rule_has_a_breach_that_it_catches() -> None:
    planted = {begins for begins, _, _ in BREACHES} | {"Every module says"}
    assert [
        sentence for sentence in RULES if not any(sentence.startswith(begins) for begins in planted)
    ] == []


def test_the_list_of_commands_loads_nothing_heavy() -> None:
    loaded = _modules_after("from kvik_desktop.cli.main import run\nrun(['--help'])")
    heavy = {"PySide6", "sqlalchemy", "alembic", "typst", "reportlab", "cryptography", "msgspec", "pypdf"}
    assert loaded & heavy == set()


def test_the_first_picture_waits_for_nothing_but_itself() -> None:
    loaded = _modules_after("import kvik_desktop.desktop.app", parts=2)
    ours = {name for name in loaded if name.startswith("kvik_desktop.")}
    assert ours == {"kvik_desktop.desktop", "kvik_desktop.foundation"}


def test_the_start_page_waits_for_no_feature_and_no_database() -> None:
    loaded = _modules_after("import kvik_desktop.desktop.furnishing")
    heavy = {"sqlalchemy", "alembic", "typst", "reportlab", "cryptography", "msgspec", "pypdf", "click"}
    assert loaded & heavy == set()


def test_no_command_loads_qt() -> None:
    loaded = _modules_after(
        "import importlib\n"
        "from kvik_desktop.cli.main import COMMANDS\n"
        "for module, _ in COMMANDS.values(): importlib.import_module(f'kvik_desktop.cli.{module}')"
    )
    assert loaded & {"PySide6", "shiboken6"} == set()


def _modules_after(source: str, parts: int = 1) -> set[str]:
    """The packages that are loaded when a fresh Python has run ``source``, to the depth of ``parts``."""
    indented = source.replace("\n", "\n    ")
    program = (
        f"import json, sys\ntry:\n    {indented}\nexcept SystemExit:\n    pass\n"
        f"names = ['.'.join(name.split('.')[:{parts}]) for name in sys.modules]\n"
        "print('\\n' + json.dumps(sorted(set(names))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=CHECKOUT,
        encoding="utf-8",
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def _build(root: Path, changes: dict[str, str]) -> None:
    for file, source in {**SOUND, **changes}.items():
        path = root / PACKAGE / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'"""A part of a small house."""\n{source}', "utf-8")


def _broken(root: Path) -> list[str]:
    house = House(root)
    return [sentence for sentence, check in RULES.items() if list(check(house))]
