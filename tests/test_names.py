"""Names: an Indonesian word in an identifier is a word of the data; everything else is English.

Words of the data are the keys and values of the data files, the kode of the glossary and of the rules, and the
addresses of the site. words.txt holds the English ones, and the domain's few that no file spells.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator"
BOUNDARY = re.compile(r"_+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])")
SYNONYMS = {
    "entries": "daftar_entri",
    "decree": "keputusan",
    "decrees": "daftar_keputusan",
    "annex": "lampiran",
    "activity": "kegiatan",
}
"""English for a word of the data: it has one name in the whole house, the data's."""
VERBS = frozenset(
    re.findall(
        r"\w+",
        """
    as assess assign blank build capitalize check close compare count cover deal decide declare decode describe
    draft draw drop encode examine explain fill find finish format freeze group guess hash hide index join lay
    link list load locate main make mask match measure mend name normalize open parse prove quote read register
    relative render report run save seal select serve share simplify sort split squash strip suggest summarize
    tabulate tell tidy translate trim untie validate walk write
    """,
    )
)
"""What a function that does something begins with."""
COMMANDS = "cli.py"


def spell(name: str) -> list[str]:
    """Return the words of an identifier, lower case."""
    return [word.casefold() for word in BOUNDARY.split(name.strip("_")) if word and not word.isdigit()]


def identifiers(tree: ast.AST) -> Iterator[str]:
    """Yield every name that a module gives: of classes, functions, arguments, locals and attributes."""
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name=name):
                yield name
            case ast.FunctionDef(name=name) if not name.startswith("test_"):  # these are sentences
                yield name
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name
            case ast.alias(asname=str(name)) | ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)):
                yield name


def without_commands(tree: ast.Module) -> ast.Module:
    """Return the command line's module without its commands, whose names and options staff type."""
    body = [
        node
        for node in tree.body
        if not (isinstance(node, ast.FunctionDef) and any("app." in ast.unparse(one) for one in node.decorator_list))
    ]
    return ast.Module(body, tree.type_ignores)


def modules() -> list[Path]:
    return [*sorted(PACKAGE.rglob("*.py")), *sorted((ROOT / "tests").rglob("*.py"))]


def read_tree(path: Path) -> ast.Module:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return without_commands(tree) if path == PACKAGE / COMMANDS else tree


def spell_schema(node: Any) -> Iterator[str]:
    """Yield the keys and the values that a JSON Schema allows, and the names of its records."""
    if isinstance(node, dict):
        for key in ("properties", "$defs"):
            yield from (word for name in node.get(key, {}) for word in spell(name))
        for value in (*node.get("enum", ()), node.get("const"), node.get("title")):
            yield from (word for word in re.split(r"[^\w]+|_", str(value).casefold()) if word)
        for value in node.values():
            yield from spell_schema(value)
    elif isinstance(node, list):
        for value in node:
            yield from spell_schema(value)


def words_of_data() -> set[str]:
    """Return every word of the data: keys, values, the kode of vocabularies and rules, addresses."""
    from generator.rulebook import RULES  # noqa: PLC0415 - pydantic is slow to import

    found = set()
    for path in (ROOT / "site_config/skema").glob("*.json"):
        found |= set(spell_schema(json.loads(path.read_text(encoding="utf-8"))))
    for path in (ROOT / "site_config").glob("*.yml"):
        for kode in re.findall(r"^\s*(?:- )?kode: (\S+)", path.read_text(encoding="utf-8"), re.MULTILINE):
            found |= set(kode.split("-"))
    found |= {word for rule in RULES for word in rule.code.split("-")}
    routes = ast.parse((PACKAGE / "routes.py").read_text(encoding="utf-8"))
    return found | {word for node in routes.body if isinstance(node, ast.FunctionDef) for word in spell(node.name)}


def words_of_list() -> set[str]:
    lines = (ROOT / "tests/words.txt").read_text(encoding="utf-8").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}


KNOWN = words_of_data() | words_of_list()


def strange(names: Iterator[str]) -> set[str]:
    """Return the words that are neither of the data nor on the list, and English ones for a word of the data."""
    words = {word for name in names for word in spell(name)}
    return (words - KNOWN) | (words & SYNONYMS.keys())


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_identifier_is_english_or_a_word_of_the_data(path):
    assert strange(iter([path.stem, path.parent.name])) == set()
    assert strange(identifiers(read_tree(path))) == set()


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("def muat_plan(): pass", {"muat"}),
        ("class Temuan: pass", {"temuan"}),
        ("def build_area(berkas_sementara): pass", {"sementara"}),
        ("entries = decree = []", {"entries", "decree"}),
        ("try:\n    pass\nexcept OSError as galatnya:\n    pass", {"galatnya"}),
        ("class A:\n    def __init__(self): self.peladen = 1", {"peladen"}),
        ("def build_kegiatan(area, sub_kegiatan): tahap = area; return tahap", set()),
    ],
)
def test_the_name_test_itself_can_fail(code, expected):
    assert strange(identifiers(ast.parse(code))) == expected


def test_the_list_holds_only_words_that_identifiers_need():
    used = {path.stem for path in modules()} | {name for path in modules() for name in identifiers(read_tree(path))}
    used |= {path.parent.name for path in modules()}
    spelt = {word for name in used for word in spell(name)}
    assert words_of_list() - spelt == set()


def lacks_verb(node: ast.FunctionDef) -> bool:
    """Return whether a function that does something, or tells what is not yes or no, begins with no verb."""
    answers = node.returns is not None and ast.unparse(node.returns) == "bool"
    return not node.name.startswith("_") and not answers and spell(node.name)[0] not in VERBS


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_function_begins_with_a_verb(path):
    if path.name == "routes.py":  # an address is called what it leads to
        return
    functions = [node for node in read_tree(path).body if isinstance(node, ast.FunctionDef)]
    assert [node.name for node in functions if lacks_verb(node)] == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [("def words() -> str: ...", True), ("def list_words() -> str: ...", False), ("def digeser() -> bool: ...", False)],
)
def test_the_verb_test_itself_can_fail(code, expected):
    (node,) = ast.parse(code).body
    assert isinstance(node, ast.FunctionDef)
    assert lacks_verb(node) is expected
