"""Snapshots: a page of the site as it opens from a folder without network and without scripts."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import quote, unquote, urljoin

_SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>\s*", re.DOTALL)
_META_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\s*')
_FORM = re.compile(r"<form\b[^>]*>.*?</form>\s*", re.DOTALL)
_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
_HEAD_LINK = re.compile(r"<link\b[^>]*>\s*")
_HREF = re.compile(r"""(\bhref=)(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_LOADED = frozenset(["stylesheet", "icon"])


@dataclass(frozen=True, slots=True)
class Lingkup:
    """What a pack holds, and where the rest of the site is."""

    berkas: Collection[str]
    """Every file of the pack, relative to its root; a page ends in index.html."""
    alamat: str | None
    """The site's absolute base, if it is known."""


def make_snapshot(html: str, uri: str, lingkup: Lingkup) -> str:
    """Return a page whose links lead into the pack, else to the published site, else nowhere: then only their words.

    Args:
        html: the finished page.
        uri: the page's file, relative to the site's root.
        lingkup: what its links can lead to.
    """
    # Without scripts a policy guards nothing, and not every browser takes a folder for the page's own origin.
    for dropped in (_SCRIPT, _META_POLICY, _FORM):
        html = dropped.sub("", html)
    html = _HEAD_LINK.sub(lambda match: _head_link(match, uri, lingkup), html)
    return _LINK.sub(lambda match: _link(match, uri, lingkup), html)


def loaded_files(html: str, uri: str) -> set[str]:
    """Return the stylesheets and icons of a page, relative to the site's root."""
    targets = set()
    for tag in _HEAD_LINK.findall(html):
        found = _HREF.search(tag)
        if found and _rel(tag) in _LOADED:
            targets.add(_resolve(_value(found), uri)[0])
    return targets


def _head_link(match: re.Match[str], uri: str, lingkup: Lingkup) -> str:
    """Keep what the page loads and its canonical address; neighbours in the site's own order are none here."""
    tag = match.group()
    return _HREF.sub(_rewriting(uri, lingkup), tag) if _rel(tag) in _LOADED else tag if "canonical" in tag else ""


def _link(match: re.Match[str], uri: str, lingkup: Lingkup) -> str:
    attributes, words = match.groups()
    found = _HREF.search(attributes)
    if found is None or _target(_value(found), uri, lingkup) is not None:
        return f"<a{_HREF.sub(_rewriting(uri, lingkup), attributes)}>{words}</a>"
    return f"<span>{words}</span>"


def _rewriting(uri: str, lingkup: Lingkup) -> Callable[[re.Match[str]], str]:
    def rewrite(match: re.Match[str]) -> str:
        value = _value(match)
        target = _target(value, uri, lingkup)
        return f'{match[1]}"{escape(value if target is None else target)}"'

    return rewrite


def _target(value: str, uri: str, lingkup: Lingkup) -> str | None:
    """Return where a link leads from within the pack; None where it cannot lead anywhere."""
    if _ELSEWHERE.match(value) or value.startswith("#"):
        return value
    path, anchor = _resolve(value, uri)
    file = f"{path}index.html" if path.endswith("/") or not path else path
    if file in lingkup.berkas:
        return quote(posixpath.relpath(file, posixpath.dirname(uri) or ".")) + anchor
    return urljoin(f"{lingkup.alamat.rstrip('/')}/", quote(path)) + anchor if lingkup.alamat else None


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


def _rel(tag: str) -> str:
    found = re.search(r"""\brel=["']?([a-z ]+)""", tag)
    return found[1].strip() if found else ""
