"""Snapshots: a page of the site as it opens from a folder without network, with classic scripts or none."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import quote, unquote

from generator.model.situs import join_address

_SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>\s*", re.DOTALL)
_POLICY = re.compile(r"<meta\b[^>]*\bhttp-equiv\b[^>]*>\s*", re.IGNORECASE)
_FORM = re.compile(r"""<form\b[^>]*\baction=(?:"([^"]*)"|'([^']*)'|([^\s>]+))[^>]*>.*?</form>\s*""", re.DOTALL)
_SRC = re.compile(r"""\bsrc=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_MODULE = re.compile(r"""\btype=["']?module""")
_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
_HEAD_LINK = re.compile(r"<link\b[^>]*>\s*")
_HREF = re.compile(r"""(\bhref=)(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_LOADED = frozenset(["stylesheet", "icon"])


@dataclass(frozen=True, slots=True)
class Pack:
    """What a pack holds, and where the rest of the site is."""

    files: Collection[str]
    """Every file of the pack, relative to its root; a page ends in index.html."""
    address: str | None
    """The site's absolute base, if it is known."""
    replaced: Mapping[str, str] = field(default_factory=dict)
    """Pages that cannot work there, by address, each with the page that takes its place."""
    with_scripts: bool = False
    """Whether the pages keep their classic scripts; modules never run from a folder."""


def make_snapshot(html: str, uri: str, pack: Pack) -> str:
    """Return a page with each link leading into the pack, else to the published site; any other becomes plain text.

    Args:
        html: the finished page.
        uri: the page's file, relative to the site's root.
        pack: what its links can lead to.
    """
    # Opened from a folder, no file is of the page's own origin: 'self' would forbid the page's own stylesheets.
    html = _POLICY.sub("", html)
    html = _SCRIPT.sub(lambda match: _script(match, uri, pack), html)
    html = _FORM.sub(lambda match: _form(match, uri, pack), html)
    html = _HEAD_LINK.sub(lambda match: _head_link(match, uri, pack), html)
    return _LINK.sub(lambda match: _link(match, uri, pack), html)


def list_loaded_files(html: str, uri: str) -> set[str]:
    """Return the stylesheets and icons of a page, relative to the site's root."""
    targets = set()
    for tag in _HEAD_LINK.findall(html):
        found = _HREF.search(tag)
        if found and _rel(tag) in _LOADED:
            targets.add(_resolve(_value(found), uri)[0])
    return targets


def _script(match: re.Match[str], uri: str, pack: Pack) -> str:
    """Keep a classic script that the pack holds."""
    tag = match.group().partition(">")[0]
    found = _SRC.search(tag)
    if not pack.with_scripts or found is None or _MODULE.search(tag):
        return ""
    return match.group() if _resolve(_first(found), uri)[0] in pack.files else ""


def _form(match: re.Match[str], uri: str, pack: Pack) -> str:
    """Keep a form whose page the pack holds; another leads nowhere without network."""
    path = _resolve(_first(match), uri)[0]
    return match.group() if (f"{path}index.html" if path.endswith("/") else path) in pack.files else ""


def _head_link(match: re.Match[str], uri: str, pack: Pack) -> str:
    """Keep stylesheets, icons and the canonical address; drop links to the previous and the next page of the site."""
    tag = match.group()
    return _HREF.sub(_rewriting(uri, pack), tag) if _rel(tag) in _LOADED else tag if "canonical" in tag else ""


def _link(match: re.Match[str], uri: str, pack: Pack) -> str:
    attributes, words = match.groups()
    found = _HREF.search(attributes)
    if found is None or _target(_value(found), uri, pack) is not None:
        return f"<a{_HREF.sub(_rewriting(uri, pack), attributes)}>{words}</a>"
    return f"<span>{words}</span>"


def _rewriting(uri: str, pack: Pack) -> Callable[[re.Match[str]], str]:
    def rewrite(match: re.Match[str]) -> str:
        value = _value(match)
        target = _target(value, uri, pack)
        return f'{match[1]}"{escape(value if target is None else target)}"'

    return rewrite


def _target(value: str, uri: str, pack: Pack) -> str | None:
    """Return where a link leads from within the pack; None where it cannot lead anywhere."""
    if _ELSEWHERE.match(value) or value.startswith("#"):
        return value
    path, anchor = _resolve(value, uri)
    if path in pack.replaced:
        path, anchor = pack.replaced[path], ""
    file = f"{path}index.html" if path.endswith("/") or not path else path
    if file in pack.files:
        return quote(posixpath.relpath(file, posixpath.dirname(uri) or ".")) + anchor
    return join_address(pack.address, quote(path) + anchor)


def _resolve(value: str, uri: str) -> tuple[str, str]:
    """Return the file or folder that a relative link of a page means, relative to the site's root, and its anchor."""
    path, hash_, anchor = value.partition("#")
    path = unquote(path.partition("?")[0])
    found = posixpath.normpath(posixpath.join(posixpath.dirname(uri), path))
    if found == ".":
        return "", f"{hash_}{anchor}"
    folder = path.endswith(("/", "..")) or path in {"", "."}
    return (f"{found}/" if folder else found), f"{hash_}{anchor}"


def _value(match: re.Match[str]) -> str:
    return unescape(match[2] or match[3] or match[4] or "")


def _first(match: re.Match[str]) -> str:
    return unescape(match[1] or match[2] or match[3] or "")


def _rel(tag: str) -> str:
    found = re.search(r"""\brel=["']?([a-z ]+)""", tag)
    return found[1].strip() if found else ""
