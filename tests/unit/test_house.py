"""The house's lock: a helper imports only from rooms above its own, and nothing imports in a circle."""

import ast
import re
from functools import cache
from graphlib import CycleError, TopologicalSorter

import pytest

# The table of rooms in DESIGN.md, from the ground up; rooms of one line may not import each other.
# `helpers` itself holds the version alone.
FLOORS = """
helpers
tables wording markup
article
files
choice
language
corrections
coreference
quotes
themes
timeline
sentiment
quantities
consistency
analyses
accuracy
findings
figures
answers
reader
export
widgets
robustness
compare
corpus
sample
render
gold
evaluate
learn
arguments
__main__
"""
FLOOR = {room: number for number, line in enumerate(FLOORS.split("\n")) for room in line.split()}


def modules(root):
    """Name -> source of every helper module."""
    paths = sorted((root / "helpers").rglob("*.py"))
    names = [".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__") for path in paths]
    packages = {name for name, path in zip(names, paths, strict=True) if path.name == "__init__.py"}
    return {name: path.read_text("utf8") for name, path in zip(names, paths, strict=True)}, packages


@cache
def statements(source):
    """The imports of a source, which most tests ask for as it is."""
    return [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Import | ast.ImportFrom)]


def imports(sources, packages):
    """Module -> the modules of ours that it imports, inside functions too."""
    found = {}
    for name, source in sources.items():
        found[name] = set()
        for node in statements(source):
            if isinstance(node, ast.Import):
                wanted = [alias.name for alias in node.names]
            else:
                up = name.split(".")[: len(name.split(".")) - node.level + (name in packages)] if node.level else []
                base = ".".join([*up, *filter(None, [node.module])])
                whole = [f"{base}.{alias.name}" for alias in node.names]
                wanted = [each if each in sources else base for each in whole]
            found[name] |= {each for each in wanted if each in sources and each != name}
    return found


def room(module):
    return module.split(".")[1] if "." in module else module


def upward(graph):
    """Imports from a room on the same line or further down."""
    return [
        f"{module} imports {other}"
        for module, others in sorted(graph.items())
        for other in sorted(others)
        if room(module) != room(other) and FLOOR.get(room(other), 99) >= FLOOR.get(room(module), -1)
    ]


def circle(graph):
    """A circle of modules, or nothing."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return error.args[1]
    return []


@pytest.fixture(scope="module")
def house(root):
    return modules(root)


def test_every_room_is_in_the_table(house):
    assert {room(module) for module in house[0]} <= set(FLOOR)


def test_no_import_runs_upward(house):
    assert upward(imports(*house)) == []


def test_there_is_no_circle(house):
    assert circle(imports(*house)) == []


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("helpers.tables", "from .. import wording"),
        ("helpers.quotes.cues", "def late():\n    from ..figures import base"),
        ("helpers.corrections", "import helpers.analyses"),
        ("helpers.analyses", "from .export.brat import write"),
    ],
)
def test_a_bad_import_is_seen(house, module, line):
    sources, packages = house
    assert module in "".join(upward(imports({**sources, module: f"{sources[module]}\n\n{line}\n"}, packages)))


def test_a_circle_within_a_room_is_seen(house):
    sources, packages = house
    bad = {name: source for name, source in sources.items() if name.startswith("helpers.quotes")}
    assert circle(imports(bad, packages)) == []
    bad["helpers.quotes.cues"] += "\nfrom . import find_quotes\n"
    assert {"helpers.quotes", "helpers.quotes.cues"} <= set(circle(imports(bad, packages)))


def test_no_room_of_a_notebook_imports_all_of_nltk(house):
    """It takes as long as all else that a notebook starts with; `language.partial_import` takes what is needed."""
    whole = re.compile(r"^\s*(?:import|from) (?:nltk|textblob)\b", re.MULTILINE)
    assert {room(module) for module, source in house[0].items() if whole.search(source)} <= {
        "gold",
        "evaluate",
        "learn",
    }
