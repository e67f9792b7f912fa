"""Print the figures by which the shape of the house is judged: ``python tests/figures.py [a checkout]``."""

from __future__ import annotations

import ast
import statistics
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from test_names import COMMANDS, identifiers, strange, without_commands

LONG_FUNCTION = 30
LONG_TEMPLATE_LINE = 160
_LEVELS = {"rencana", "area", "bagian", "kegiatan", "komponen", "sub_kegiatan"}
_WALKS = {"semua_indikator", "daftar_indikator", "semua_bagian"}
"""Methods that pass over a whole plan or area."""
_SECTIONS = {
    *("ringkasan", "rb", "zi", "bulan", "terlambat", "bukti", "laporan", "publikasi", "perubahan", "tim", "survei"),
    *("lke-zi", "tahun-lalu", "keputusan", "indeks", "unduhan", "layanan", "kanal", "setelan", "realisasi"),
}
_TABLE = 4
"""A mapping with so many sections among its keys is a table of sections."""


@dataclass(frozen=True)
class Module:
    """One module of the package."""

    name: str
    lines: int
    tree: ast.Module

    def functions(self) -> Iterator[ast.FunctionDef]:
        """Yield its functions and methods."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef))


def read_modules(top: Path) -> list[Module]:
    """Return the modules of a checkout's package that hold anything."""
    found = []
    for path in sorted((top / "generator").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        lines = len(text.splitlines())
        if lines >= 3:
            found.append(Module(path.relative_to(top / "generator").as_posix(), lines, ast.parse(text)))
    return found


def loops(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield what every loop and comprehension goes over."""
    for node in ast.walk(tree):
        if isinstance(node, ast.For | ast.comprehension):
            yield node.iter


def is_plan_loop(over: ast.expr) -> bool:
    """Return whether a loop goes down a level of a plan by itself."""
    if isinstance(over, ast.Call) and isinstance(over.func, ast.Attribute):
        return over.func.attr in _WALKS
    return isinstance(over, ast.Attribute) and over.attr in _LEVELS


def is_section_table(node: ast.AST) -> bool:
    """Return whether a mapping is keyed by sections."""
    if not isinstance(node, ast.Dict):
        return False
    keys = {key.value for key in node.keys if isinstance(key, ast.Constant)}
    return len(keys & _SECTIONS) >= _TABLE and len(keys & _SECTIONS) > len(keys) / 2


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the modules that a module imports from."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def count_pairs(modules: Iterable[Module]) -> int:
    """Return how many functions take the content and a year of it apart."""
    pairs = 0
    for module in modules:
        for function in module.functions():
            names = [argument.arg for argument in function.args.args]
            pairs += "bahan" in names and "tahun" in names
    return pairs


def count_strange(module: Module) -> int:
    """Return how many names of a module are against the naming rule; the commands are called as the user calls them."""
    tree = without_commands(module.tree) if module.name == COMMANDS else module.tree
    return len({name for name in identifiers(tree) if strange(iter([name]))})


def figures(top: Path) -> Mapping[str, object]:
    """Return the figures of a checkout, by what they are."""
    modules = read_modules(top)
    lines = sorted(module.lines for module in modules)
    lengths = [(node.end_lineno or 0) - node.lineno + 1 for module in modules for node in module.functions()]
    # The model and its walk are where a plan is gone through; importers make plans, they do not read them.
    readers = [module for module in modules if not module.name.startswith(("model/", "importers/"))]
    plan_loops = {module.name: sum(map(is_plan_loop, loops(module.tree))) for module in readers}
    exports = [module for module in modules if module.name.startswith("exports/")]
    tables = [
        module.name
        for module in modules
        if not module.name.startswith("sections")
        for node in ast.walk(module.tree)
        if is_section_table(node)
    ]
    templates = [*(top / "theme/pages").glob("*.j2"), *(top / "theme/overrides").rglob("*.html")]
    template_lines = [line for path in templates for line in path.read_text(encoding="utf-8").splitlines()]
    return {
        "modules": len(modules),
        "lines of a module, median": statistics.median(lines),
        "lines of the largest module": lines[-1],
        f"functions past {LONG_FUNCTION} lines": sum(length > LONG_FUNCTION for length in lengths),
        "lines of a function, median": statistics.median(lengths),
        f"template lines past {LONG_TEMPLATE_LINE} characters": sum(
            len(line) > LONG_TEMPLATE_LINE for line in template_lines
        ),
        "longest template line": max(map(len, template_lines)),
        "loops down a plan outside the model": f"{sum(plan_loops.values())} in {sum(map(bool, plan_loops.values()))}",
        "functions that take bahan and tahun": count_pairs(modules),
        "imports of pages in exports": sum(
            name.startswith("generator.pages") for module in exports for name in imported(module.tree)
        ),
        "tables keyed by section outside sections": len(tables),
        "identifiers against the naming rule": sum(count_strange(module) for module in modules),
        "comment lines": sum(
            line.strip().startswith("#") and "noqa" not in line
            for path in (top / "generator").rglob("*.py")
            for line in path.read_text(encoding="utf-8").splitlines()
        ),
    }


def main(top: str = ".") -> None:
    """Print the figures of a checkout."""
    for name, value in figures(Path(top)).items():
        print(f"{name:<46} {value}")


if __name__ == "__main__":
    main(*sys.argv[1:])
