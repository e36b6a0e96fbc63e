"""The rules of the house in sentences, each a function from a house to its breaches."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator

from tests.house import House, Import, Module

JOURNEY = (
    "model_package",
    "evaluation",
    "survey",
    "workshop",
    "action_plan",
    "programme",
    "report",
    "bundle",
    "central",
)
FLOORS = ("foundation", "envelope", "storage", "shell")
TOP = ("", "__main__", "compose", "example", "desktop")
LAYERS = ("model", "store", "usecases", "screens")
OPEN_ROOMS = {
    "model_package.scoring": "the arithmetic of the model, pure",
    "model_package.comparing": "whether figures of two evaluations compare is said once, for all rooms",
    "model_package.reading": "reading and checking packages is what the room is for",
    "model_package.files": "what a file of an author holds, a package or an overlay, is told there",
    "model_package.standards": "which parts of a model touch a standard is said in the room of the models",
    "model_package.rating_cells": "how a table writes a rating is said once, for all tables",
    "model_package.process": "guides with their checklists are read in the room of the models",
    "evaluation.collecting.answer_table": "strengths and areas have the same columns at the meeting",
    "evaluation.collecting.incoming": "what has been sent back is one thing in every room, whatever the way",
    "evaluation.collecting.taking_in": "before the reveal answers are taken in in one way, by all",
    "evaluation.collecting.further_rounds": "the sheets of a round are made and read where all sheets are",
    "workshop.statements": "areas for improvement come from the group's lists",
    "action_plan.deleting": "the page on privacy deletes by the last room's rules",
    "evaluation.privacy.handing_out": "and gives an extract as the answering page does",
    "workshop.gathered": "the areas on the wall are texts that the group has gathered",
    "workshop.deleting": "a person is deleted by the meeting's rules first, and then out of the plan",
    "bundle.checks": "what a received result must keep is said where it is made",
    "bundle.payload": "the classes of what travels are the model of the room",
    "report.overview": "the coordinator's overview is drawn in the room that draws, from plain data",
    "report.overview_document": "and made into its PDF there",
    "evaluation.preparing.programme": "which programme a team has chosen is said where it prepares",
    "evaluation.settings": "the days a team has set are among what is urgent",
    "action_plan.priorities": "how many areas are placed is part of how far a team is",
    "action_plan.log_words": "how a changed deadline is told is said once, for screen and report",
    "action_plan.status_meetings.words": "minutes say the same in every room",
    "action_plan.trend": "the trend is drawn in the room that draws, from plain data",
    "action_plan.hints": "what a plan lacks is said where the plan is",
    "evaluation.next_evaluation": "the next evaluation begins where the last one is followed up",
    "evaluation.standards": "the use cases about standards have a module of their own",
    "evaluation.states": "the state table belongs to the model",
    "evaluation.municipalities": "the municipalities' names are said once, and reports print them",
}
"""What other features may import beside `model` and `usecases`, and why."""
QT = ("PySide6", "shiboken6")
KEEPERS = {
    "Only `screens/`, `shell/`, `desktop/` and `__main__` import Qt.": QT,
    "Only `store.py` and `storage/` import SQLAlchemy and alembic.": ("sqlalchemy", "alembic"),
    "Only `report/` and `evaluation/collecting/` import the libraries of documents.": (
        "reportlab", "typst", "pypdf", "docx", "docxtpl", "xlsxwriter", "openpyxl",
    ),
    "Only `envelope/` imports cryptography.": ("cryptography", "bcrypt", "nacl", "pyrage"),
}  # fmt: skip
BROAD_EXCEPT = {
    "shell.tasks": "the task runner turns any fault of a task into the crash dialog",
    "__main__": "the crash hook",
    "cli.console": "the command's outermost function",
}
LONG_FILES = {
    "storage.migrations.fil.v0001": "written by pakning/ny_migration.py: the whole first schema",
}
"""Files over 400 lines, and why each is still one idea."""

REMEMBERED = {
    "model_package.reading: cached from_content": "the same bytes are always the same immutable package",
}
"""Pure functions of immutable values that may remember their answers, and why."""

Rule = Callable[[House], Iterator[str]]
RULES: dict[str, Rule] = {}


def rule(sentence: str) -> Callable[[Rule], Rule]:
    """Note a function as the rule that the sentence says."""

    def note(check: Rule) -> Rule:
        RULES[sentence] = check
        return check

    return note


def _layer(module: Module) -> str | None:
    inside = module.parts[1:]
    if module.room not in JOURNEY:
        return None
    return "screens" if "screens" in inside else next((part for part in inside if part in LAYERS), None)


def _may_show(module: Module) -> bool:
    return module.room in ("shell", "desktop", "__main__") or _layer(module) == "screens"


@rule("The house has only the rooms of the plan, so that every rule covers every room.")
def _rooms(house: House) -> Iterator[str]:
    for module in house:
        if module.room not in (*TOP, *JOURNEY, *FLOORS, "cli"):
            yield f"{module.name} lies outside the plan"


@rule("`foundation` imports nothing of ours; `envelope`, `storage` and `shell` only `foundation`.")
def _floors(house: House) -> Iterator[str]:
    for module in house:
        if module.room in FLOORS:
            for target, found in house.own(module):
                if target.room not in {module.room, "foundation", ""}:
                    yield f"{module.at(found.line)} imports {target.name}"


@rule("Features reach the window through `desktop`, known only to what starts; nothing imports the command.")
def _window(house: House) -> Iterator[str]:
    for module in house:
        for target, found in house.own(module):
            allowed = {
                "compose": module.room in ("__main__", "cli", "example", "desktop"),
                "example": module.room in ("__main__", "cli", "compose", "desktop"),
                "desktop": module.room in ("__main__", "desktop"),
                "__main__": False,
                "cli": module.room in ("cli", "__main__"),
                "shell": _may_show(module),
            }.get(target.room, _layer(target) != "screens" or _may_show(module) or module.room == "cli")
            if not allowed:
                yield f"{module.at(found.line)} imports {target.name}"


@rule("What the `kvik` command can reach has no Qt behind it.")
def _command_without_qt(house: House) -> Iterator[str]:
    for module in house:
        if module.room == "cli":
            for name in sorted(house.load(module)):
                if any(_library(found) in QT for found in house.modules[name].imports):
                    yield f"{module.name} reaches {name}"


def _library(found: Import) -> str:
    return found.target.partition(".")[0]


def _kept_by(module: Module, keeper: str) -> bool:
    return {
        "PySide6": _may_show(module),
        "sqlalchemy": module.room == "storage" or module.parts[-1] == "store",
        "reportlab": module.room == "report" or module.parts[:2] == ["evaluation", "collecting"],
        "cryptography": module.room == "envelope",
    }[keeper]


def _keeper_rule(libraries: tuple[str, ...]) -> Rule:
    def check(house: House) -> Iterator[str]:
        for module in house:
            for found in module.imports:
                if _library(found) in libraries and not _kept_by(module, libraries[0]):
                    yield f"{module.at(found.line)} imports {found.target}"

    return check


for _sentence, _libraries in KEEPERS.items():
    rule(_sentence)(_keeper_rule(_libraries))


@rule("Inside a feature: screens → usecases → store → model. A screen never imports a store.")
def _layers(house: House) -> Iterator[str]:
    for module in house:
        layer = _layer(module)
        if layer is None:
            continue
        for name in sorted(house.reach(module, module.room)):
            other = _layer(house.modules[name])
            if other is not None and LAYERS.index(other) > LAYERS.index(layer):
                yield f"{module.name} reaches {name}"
        for target, found in house.own(module):
            if layer == "screens" and _layer(target) == "store":
                yield f"{module.at(found.line)} imports {target.name}"


@rule(
    "Between features: only backwards along the journey, and only the other's model and usecases; "
    "screens also the other's screens."
)
def _journey(house: House) -> Iterator[str]:
    for module in house:
        for target, found in house.own(module):
            if module.room not in JOURNEY or target.room not in JOURNEY or module.room == target.room:
                continue
            backwards = JOURNEY.index(target.room) < JOURNEY.index(module.room)
            open_layers = ("model", "usecases", *(["screens"] if _layer(module) == "screens" else []))
            if not backwards or not (_layer(target) in open_layers or target.name in OPEN_ROOMS):
                yield f"{module.at(found.line)} imports {target.name}"


@rule("No module imports itself by way of others.")
def _cycles(house: House) -> Iterator[str]:
    for module in house:
        if module.name in house.load(module):
            yield f"{module.name} is in a ring"


@rule("No imports of own code inside functions.")
def _inside(house: House) -> Iterator[str]:
    for module in house:
        for target, found in house.own(module):
            if found.inside:
                yield f"{module.at(found.line)} imports {target.name}"


@rule("Nothing calls `processEvents`.")
def _process_events(house: House) -> Iterator[str]:
    for module in house:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute) and node.attr == "processEvents":
                yield module.at(node.lineno)


@rule("No broad `except` outside the task runner, the crash hook and the command's outermost function.")
def _broad_except(house: House) -> Iterator[str]:
    for module in house:
        for node in ast.walk(module.tree):
            if (
                isinstance(node, ast.ExceptHandler)
                and _swallows_all(node)
                and module.name not in BROAD_EXCEPT
            ):
                yield module.at(node.lineno)


def _swallows_all(handler: ast.ExceptHandler) -> bool:
    """True for a handler of everything, unless it only cleans up and raises again."""
    last = handler.body[-1]
    raises_again = isinstance(last, ast.Raise) and last.exc is None
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    broad = [name is None or ast.unparse(name) in ("Exception", "BaseException") for name in caught]
    return any(broad) and not raises_again


@rule(
    "No module-level state but loggers: names there are constants, types or tables, and nothing changes them."
)
def _state(house: House) -> Iterator[str]:
    for module in house:
        if module.parts[:2] == ["storage", "migrations"]:
            continue  # alembic reads lower-case names from its scripts
        containers: set[str] = set()
        for node in module.tree.body:
            for name, value in _assigned(node):
                if not _is_constant(name, value):
                    yield f"{module.at(node.lineno)} {name}"
                if _is_container(value):
                    containers.add(name)
            if isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant):
                yield f"{module.at(node.lineno)} {ast.unparse(node)}"
        for line, what in _changes(module.tree, containers):
            if f"{module.name}: {what}" not in REMEMBERED:
                yield f"{module.at(line)} {what}"


def _assigned(node: ast.stmt) -> Iterator[tuple[str, ast.expr | None]]:
    if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            for name in ast.walk(target):
                if isinstance(name, ast.Name):
                    yield name.id, node.value


def _is_constant(name: str, value: ast.expr | None) -> bool:
    if re.fullmatch(r"_?[A-Z][A-Z0-9_]*|__version__|__all__", name):
        return True
    makes = _maker(value)
    if makes in ("Table", "Records"):
        return True  # how a thing is kept: a definition, stateless
    if name in ("log", "_log"):
        return makes == "logging.getLogger"
    is_type = makes in ("TypeVar", "TypeVarTuple", "ParamSpec", "NewType") or isinstance(
        value, ast.Subscript | ast.Name | ast.Attribute | ast.BinOp
    )
    return is_type and re.fullmatch(r"_?[A-Z]\w*", name) is not None


def _is_container(value: ast.expr | None) -> bool:
    displays = ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp
    return isinstance(value, displays) or _maker(value) in ("list", "dict", "set", "defaultdict", "deque")


def _maker(value: ast.expr | None) -> str:
    """What is called to make a value, without type arguments: ``Records`` for ``Records[Row](…)``."""
    if not isinstance(value, ast.Call):
        return ""
    function = value.func.value if isinstance(value.func, ast.Subscript) else value.func
    return ast.unparse(function)


CHANGING = ("append", "add", "update", "pop", "clear", "setdefault", "extend", "insert", "remove", "discard")


def _changes(tree: ast.Module, containers: set[str]) -> Iterator[tuple[int, str]]:
    """Places where a module-level container is changed, or where state hides in a cached function."""
    for node in ast.walk(tree):
        match node:
            case ast.Global():
                yield node.lineno, "global"
            case ast.Attribute(value=ast.Name(id=name), attr=attr) if name in containers and attr in CHANGING:
                yield node.lineno, f"{name}.{attr}"
            case ast.Subscript(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()) if name in containers:
                yield node.lineno, f"{name}[…]"
            case ast.FunctionDef(decorator_list=decorators):
                for decorator in decorators:
                    if re.match(r"(functools\.)?(lru_)?cache\b", ast.unparse(decorator)):
                        yield node.lineno, f"cached {node.name}"


@rule("Every module says in its first line, in one sentence, what it is.")
def _first_line(house: House) -> Iterator[str]:
    for module in house:
        first = (ast.get_docstring(module.tree) or "").partition("\n\n")[0].replace("\n", " ")
        if not re.fullmatch(r"[^.!?].*[.]", first) or re.search(r"[a-zæøå][.] [A-ZÆØÅ]", first):
            yield f"{module.name}: {first!r}"


@rule("A file over 400 lines is listed with the reason.")
def _length(house: House) -> Iterator[str]:
    for module in house:
        if len(module.source.splitlines()) > 400 and module.name not in LONG_FILES:
            yield module.name
