"""The files of the theme as the site serves them: without what no page uses, named after what they hold.

Four fifths of the stylesheets go, on a phone a first visit; and a browser may keep the rest for good.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

_REFERENCE = re.compile(r"""(?:href|src)=["']?([^"'\s>]+)""")
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)""")
_THEME_FILES = "assets"
_THEME_FOLDERS = ("javascripts", "stylesheets", "images")


def drop_unused_theme_files(folder: Path) -> None:
    """Remove theme files that no page or stylesheet names: source maps, search languages, unused bundles."""
    used = {
        (page.parent / unquote(target.split("?")[0].split("#")[0])).resolve()
        for page in folder.rglob("*.html")
        for target in _REFERENCE.findall(page.read_text(encoding="utf-8"))
        if _THEME_FILES in target and "://" not in target
    }
    for sheet in [path for path in used if path.suffix == ".css" and path.exists()]:
        used |= set(list_named_files(sheet))
        # A comment that names a source map would send a reader's tools to a file that is not there.
        text = re.sub(r"/\*# sourceMappingURL=.*?\*/\n?", "", sheet.read_text(encoding="utf-8"))
        sheet.write_text(text, encoding="utf-8", newline="\n")
    theme = [path for name in _THEME_FOLDERS for path in (folder / _THEME_FILES / name).rglob("*")]
    # In reverse, files come before their folder, which is removed once it is empty.
    for path in sorted(theme, reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.resolve() not in used:
            path.unlink()


def list_named_files(sheet: Path) -> Iterator[Path]:
    """Yield the files that a stylesheet loads."""
    for target in _CSS_URL.findall(sheet.read_text(encoding="utf-8")):
        # An address with a scheme (data:, https:) names no file of the site.
        if ":" not in target:
            yield (sheet.parent / target).resolve()


_TOKEN = re.compile(
    r"""/\*.*?\*/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^"')][^)]*\)|[(){};,]""", re.DOTALL | re.IGNORECASE
)
_CLASS = re.compile(r"""\bclass=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
_NEEDED = re.compile(r"\.((?:\\.|[\w-])+)")
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")
_CONDITIONS = ("@media", "@supports", "@layer", "@container")
_THEME = "assets/stylesheets"


def trim_stylesheets(folder: Path) -> None:
    """Rewrite every stylesheet of the theme in a finished site."""
    sheets = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.css"))}
    theme = [path for path in sheets if path.parent == folder / _THEME]
    if not theme:
        return
    used = list_used_classes(folder)
    for path in theme:
        sheets[path] = "".join(_rules(sheets[path], used))
    asked: set[str] = set()
    # Until nothing changes: a property may be used only by another one that is removed itself.
    while asked != (found := {name for text in sheets.values() for name in _ASKED.findall(text)}):
        asked = found
        for path in theme:
            sheets[path] = "".join(_declared(sheets[path], asked))
    for path in theme:
        path.write_text(sheets[path], encoding="utf-8", newline="\n")


def list_used_classes(folder: Path) -> set[str]:
    """Return every class of every page, and every word of every script, since a script may set it as a class."""
    names: set[str] = set()
    for page in folder.rglob("*.html"):
        for match in set(_CLASS.findall(page.read_text(encoding="utf-8"))):
            names.update("".join(match).split())
    for script in folder.rglob("*.js"):
        names.update(re.findall(r"[\w-]+", script.read_text(encoding="utf-8")))
    return names


def _rules(css: str, used: set[str]) -> Iterator[str]:
    """Yield in order the rules that can apply to some page, reduced to the selectors that can."""
    for head, body in _statements(css):
        if body is None:
            yield f"{head};"
        elif head.lstrip().startswith(_CONDITIONS):
            if inner := "".join(_rules(body, used)):
                yield f"{head}{{{inner}}}"
        # Such as @font-face and @keyframes, and rules within rules: not understood here, so they stay.
        elif head.lstrip().startswith("@") or "{" in re.sub(_TOKEN, _without_text, body):
            yield f"{head}{{{body}}}"
        elif selectors := [one for one in _split(head, ",") if _can_apply(one, used)]:
            yield f"{','.join(selectors)}{{{body}}}"


def _declared(css: str, asked: set[str]) -> Iterator[str]:
    """Yield the rules without the custom properties that nothing uses."""
    for head, body in _statements(css):
        if body is None:
            yield f"{head};"
        elif head.lstrip().startswith(_CONDITIONS):
            if inner := "".join(_declared(body, asked)):
                yield f"{head}{{{inner}}}"
        elif head.lstrip().startswith("@"):
            yield f"{head}{{{body}}}"
        elif kept := [one for one in _split(body, ";") if _is_asked(one, asked)]:
            yield f"{head}{{{';'.join(kept)}}}"


def _is_asked(declaration: str, asked: set[str]) -> bool:
    name = declaration.partition(":")[0].strip()
    return bool(name) and (not name.startswith("--") or name in asked)


def _can_apply(selector: str, used: set[str]) -> bool:
    """Return whether the site has every class that a selector needs, leaving aside parentheses such as :not(.x)."""
    # Quoted values of attribute selectors may hold dots that are no classes.
    bare = re.sub(r"""\[(?:"[^"]*"|'[^']*'|[^\]"'])*\]""", "", selector)
    while bare != (shorter := re.sub(r"\([^()]*\)", "", bare)):
        bare = shorter
    return all(re.sub(r"\\(.)", r"\1", name) in used for name in _NEEDED.findall(bare))


def _statements(css: str) -> Iterator[tuple[str, str | None]]:
    """Yield the head and the body of each statement; the body is None where it ends in a semicolon."""
    depth = start = opened = 0
    for match in _TOKEN.finditer(css):
        mark = match.group()
        if mark == "{":
            opened = match.start() if depth == 0 else opened
            depth += 1
        elif mark == "}":
            depth -= 1
            if depth == 0:
                yield css[start:opened], css[opened + 1 : match.start()]
                start = match.end()
        elif mark == ";" and depth == 0:
            yield css[start : match.start()], None
            start = match.end()
        elif mark.startswith("/*") and depth == 0 and not css[start : match.start()].strip():
            start = match.end()


def _split(text: str, at: str) -> Iterator[str]:
    """Yield the parts of a text between separators, leaving aside those inside parentheses and quotes."""
    depth = start = 0
    for match in _TOKEN.finditer(text):
        mark = match.group()
        depth += (mark == "(") - (mark == ")")
        if mark == at and depth == 0:
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]


def _without_text(match: re.Match[str]) -> str:
    return match.group() if len(match.group()) == 1 else ""


_LINK = re.compile(r"""(\b(?:href|src)=["']?(?:\.{1,2}/)*)(assets/[\w./-]+\.(?:css|js))(?=["'\s>])""")
# The rule for such names in hosting/headers.py expects exactly as many.
_DIGITS = 8


def name_by_content(folder: Path) -> None:
    """Rename every stylesheet and script below assets/ that a page loads, and the pages' links to it."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))}
    linked = {name for text in pages.values() for _, name in _LINK.findall(text)}
    names = {name: _name(folder / name, name) for name in sorted(linked) if (folder / name).is_file()}
    for old, new in names.items():
        (folder / old).rename(folder / new)
    for path, text in pages.items():
        renamed = _LINK.sub(lambda match: match[1] + names.get(match[2], match[2]), text)
        if renamed != text:
            path.write_text(renamed, encoding="utf-8", newline="\n")


def _name(path: Path, name: str) -> str:
    """Return the name with the start of the content's hash in place of the theme's own, which was of the whole file."""
    top, _, file = name.rpartition("/")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:_DIGITS]
    return f"{top}/{file.partition('.')[0]}.{digest}{path.suffix}"
