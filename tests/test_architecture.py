"""The shape of the house: who may import whom, what must exist for what."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator"

HOUSE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
RUNG = re.compile(r"^\w[\w ]*?\s{2,}(.+)$", re.MULTILINE)
LADDER = [tuple(rung.split(", ")) for rung in RUNG.findall(HOUSE.partition("```ladder\n")[2].partition("```")[0])]
"""One rung a line, as ARCHITECTURE.md has them; a module imports from its own line to its left and from those above."""
APART = {("exports", module) for module in ("pages", "render", "findings_page")}
"""Both tell the same of a year, side by side: neither may lean on the other."""
ENGINES = {"mkdocs_plugin", "mkdocs_build"}
"""Only these may import MkDocs."""


class EditorLoader(yaml.SafeLoader):
    """Reads as editors do, by YAML 1.2: dates are text."""


EditorLoader.yaml_implicit_resolvers = {
    key: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for key, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def rank(module: str) -> tuple[int, int]:
    return next((row, line.index(module)) for row, line in enumerate(LADDER) if module in line)


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            if node.module == "generator":
                yield from (f"generator.{alias.name}" for alias in node.names)


def breaches(module: str, code: str) -> list[str]:
    """Return what a module's code must not import."""
    found = []
    for name in imports(ast.parse(code)):
        top, *rest = name.split(".")
        if top == "mkdocs" and module not in ENGINES:
            found.append(name)
        if (
            top == "generator"
            and rest
            and rest[0] != module
            and (PACKAGE / rest[0]).with_suffix("").name in all_modules()
        ) and (rank(rest[0]) >= rank(module) or (module, rest[0]) in APART):
            found.append(name)
    return found


def all_modules() -> set[str]:
    return {
        path.stem if path.is_file() else path.name
        for path in PACKAGE.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    } - {"__init__"}


def sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_up_the_ladder(path):
    module = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if module != "__init__":
        assert breaches(module, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("module", "code", "expected"),
    [
        ("checks", "import mkdocs", ["mkdocs"]),
        ("render", "from mkdocs.plugins import BasePlugin", ["mkdocs.plugins"]),
        ("model", "from generator.load import load_isi", ["generator.load"]),
        ("model", "from generator import load", ["generator.load"]),
        ("load", "from generator.build import build_site", ["generator.build"]),
        ("exports", "from generator.pages.page import Page", ["generator.pages.page"]),
        ("pages", "from generator.exports import build_exports", ["generator.exports"]),
        ("mkdocs_plugin", "import mkdocs\nfrom generator.build import build_site", []),
        ("load", "from generator.model.isi import Isi", []),
    ],
)
def test_the_ladder_test_itself_can_fail(module, code, expected):
    assert breaches(module, code) == expected


IMPURE = {
    *("open", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "stat"),
    *("exists", "is_file", "is_dir", "iterdir", "glob", "rglob", "today", "now", "utcnow", "urlopen"),
    *("cache", "lru_cache", "subprocess", "environ", "getenv"),
}
"""Names by which code reaches files, other programs, the clock or the surroundings, or keeps answers on a module."""
RULES, DATA = rank("text")[0], rank("exports")[0]
"""The rungs from rules to data are pure."""


def impurities(code: str) -> list[str]:
    """Return what a pure module must not call, import or declare."""
    found = []
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) | ast.Attribute(attr=name):
                found.append(name)
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                found += [alias.name for alias in names]
            case ast.FunctionDef(decorator_list=decorators):
                found += [decorator.id for decorator in decorators if isinstance(decorator, ast.Name)]
            case ast.Global():
                found.append("global")
    return sorted({name for name in found if name in IMPURE or name == "global"})


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_from_rules_to_data_everything_is_pure(path):
    module = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if module != "__init__" and RULES <= rank(module)[0] <= DATA:
        assert impurities(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("text = open(name).read()", ["open"]),
        ("text = path.read_text(encoding='utf-8')", ["read_text"]),
        ("day = date.today()", ["today"]),
        ("from functools import lru_cache", ["lru_cache"]),
        ("@functools.cache\ndef locate(name): ...", ["cache"]),
        ("import subprocess", ["subprocess"]),
        ("day = os.environ['DAY']", ["environ"]),
        ("def count():\n    global total", ["global"]),
        ("from functools import cached_property", []),
        ("text = row.now_known", []),
    ],
)
def test_what_is_not_pure_would_be_seen(code, found):
    assert impurities(code) == found


def test_every_module_has_its_rung():
    assert all_modules() == {module for line in LADDER for module in line}


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_modules_are_short_and_public_names_documented(path):
    code = path.read_text(encoding="utf-8")
    assert len(code.splitlines()) <= 300
    tree = ast.parse(code)
    public = [
        node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert ast.get_docstring(tree)
    assert [node.name for node in public if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_only_settings_builds_a_path_of_the_working_space(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if path.name != "settings.py":
        assert list(paths_built(tree)) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('"""Read content/data."""', 0),
        ('x = ruang.data / "satker.yml"', 0),
        ('x = ruang.akar / "mkdocs.yml"', 1),
        ('x = self.ruang.akar / "content" / "data"', 1),
        ('x = ruang.shipped("site_config/rezim.yml")', 1),
        ('x = re.compile(rf"content/data/{name}")', 1),
    ],
)
def test_a_path_built_elsewhere_would_be_seen(code, found):
    assert len(list(paths_built(ast.parse(code)))) == found


def paths_built(tree: ast.Module) -> Iterator[str]:
    """Yield what joins a name to the root, asks for a file of site_config by its path, or says where the data is."""
    words = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            if isinstance(node.left, ast.Attribute) and node.left.attr == "akar":
                yield ast.unparse(node)
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "shipped" and node.args:
            if "site_config" in ast.unparse(node.args[0]):
                yield ast.unparse(node)
        elif isinstance(node, ast.Constant) and "content/data" in str(node.value) and id(node) not in words:
            yield str(node.value)


def test_every_template_is_used_and_every_page_has_one():
    paths = sorted((ROOT / "theme/pages").glob("*.j2"))
    templates = {path.name.removesuffix(".md.j2") for path in paths}
    code = "".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "pages").glob("*.py"))
    used = {name for name in templates if f'template="{name}"' in code or f'return "{name}"' in code}
    imported = "".join(path.read_text(encoding="utf-8") for path in paths)
    partials = {name for name in templates if f'{{% from "{name}.md.j2" import' in imported}
    assert templates - used == partials
    assert {name for name in templates if name.startswith("_")} == partials


LONGEST_TEMPLATE_LINE = 160


@pytest.mark.parametrize(
    "path",
    sorted([*(ROOT / "theme/pages").glob("*.j2"), *(ROOT / "theme/overrides").rglob("*.html")]),
    ids=lambda path: path.name,
)
def test_templates_have_about_one_element_a_line(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [number for number, line in enumerate(lines, start=1) if len(line) > LONGEST_TEMPLATE_LINE] == []


def test_schemas_in_the_repository_are_fresh():
    from generator.exports.catalogue import build_schemas  # noqa: PLC0415
    from generator.exports.files import as_json  # noqa: PLC0415 - pydantic is slow to import

    for name, schema in build_schemas().items():
        stored = (ROOT / f"site_config/skema/{name}.schema.json").read_text(encoding="utf-8")
        assert stored == as_json(schema), f"kolom skema --tulis ({name})"


@pytest.mark.parametrize(
    "path", sorted((ROOT / "content/data").rglob("*.yml")), ids=lambda p: p.relative_to(ROOT).as_posix()
)
def test_every_data_file_names_its_schema_and_fits_it(path):
    import jsonschema  # noqa: PLC0415 - only here

    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first.startswith("# yaml-language-server: $schema=")
    schema = (path.parent / first.partition("=")[2]).resolve()
    assert schema.is_relative_to(ROOT / "site_config/skema")
    data = yaml.load(path.read_text(encoding="utf-8"), EditorLoader)  # noqa: S506 - a safe loader
    jsonschema.validate(data, json.loads(schema.read_text(encoding="utf-8")))


def test_every_class_of_the_data_has_its_word_in_the_glossary():
    from generator.model.files import DATA_FILES  # noqa: PLC0415
    from generator.pages.kamus import _records  # noqa: PLC0415

    words = {
        item["kode"]
        for item in yaml.safe_load((ROOT / "site_config/istilah.yml").read_text(encoding="utf-8"))["istilah"]
    }
    seen: set[type] = set()
    keys = {
        kolom.nama.replace("_", "-")
        for one in DATA_FILES
        for record in _records(one.model, seen)
        for kolom in record.kolom
        if kolom.isi
    }
    assert keys - words == set()


def test_what_the_page_about_the_house_names_is_there():
    places = [ROOT, PACKAGE, ROOT / "theme", ROOT / "site_config"]
    named = set(re.findall(r"`([\w/.]+/[\w.]*|\w+\.py)`", HOUSE))
    assert len(named) > 20
    assert [name for name in named if not any((place / name).exists() for place in places)] == []


def test_readme_is_short_and_its_commands_exist():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 80
    targets = {
        line.partition(":")[0] for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines() if ": " in line
    }
    for target in ("site", "test", "check", "serve", "fix"):
        assert f"make {target}" in text
        assert target in targets


HEAVY = {
    *("mkdocs", "material", "markdown", "jinja2", "yaml", "pydantic", "rich", "click"),
    *("openpyxl", "docx", "icalendar", "segno", "pypdf", "pagefind"),
}
"""What only some commands need; each costs more than the rest of a start."""


def loaded(*arguments: str) -> set[str]:
    """Return the modules that a start of the command with these arguments has loaded."""
    code = (
        "import sys, generator.cli, contextlib, io\n"
        f"sys.argv = ['kolom', *{arguments!r}]\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n"
        "    generator.cli.main() if sys.argv[1:] else None\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "by_typer"),
    [((), set()), (("--help",), set()), (("--versi",), {"pydantic"}), (("bangun", "--help"), {"pydantic"})],
    ids=["import", "help", "versi", "bangun-help"],
)
def test_start_up_imports_neither_engine_nor_models_nor_formats(arguments, by_typer):
    modules = loaded(*arguments)
    assert HEAVY & modules <= by_typer, "typer itself reads options with pydantic, and nothing of ours does"
    assert {name for name in modules if name.startswith("generator.")} == {"generator.cli", "generator.options"}
