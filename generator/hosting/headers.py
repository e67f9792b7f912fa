"""What a web server should say with each file: policies, headers, media types, the page for a wrong address.

Written out for nginx, Apache, Caddy and hosts that read ``_headers``. The site works without any of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

_SHARED = (
    "style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
POLICY = f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; {_SHARED}; frame-ancestors 'self'"
"""For the header of every response; only the search on /cari/, which is WebAssembly, needs 'wasm-unsafe-eval'."""

PAGE_POLICY = f"default-src 'none'; script-src 'self'; {_SHARED}"
"""For the meta element of every page except /cari/; in a meta element frame-ancestors has no effect."""


MEDIA = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".csv": "text/csv",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".ics": "text/calendar",
    ".atom": "application/atom+xml",
    ".xml": "application/xml",
    ".txt": "text/plain",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".wasm": "application/wasm",
    # The search's own index: compressed by itself, read by its script only.
    **dict.fromkeys((".pagefind", ".pf_fragment", ".pf_index", ".pf_meta"), "application/octet-stream"),
}
"""The media type of every kind of file that the site can hold."""
_TEXT = (".html", ".css", ".js", ".json", ".csv", ".ics", ".atom", ".xml", ".txt", ".svg")
"""Kinds that are UTF-8 text."""
_ANYTHING = "application/octet-stream"

EVERY_FILE = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Headers of every file."""


@dataclass(frozen=True, slots=True)
class HeaderRule:
    """Headers of some files, added to those of every file or replacing them."""

    name: str
    reason: str
    """Why, one line; it stands in the snippets."""
    pattern: str
    """Regular expression on the path."""
    headers: Mapping[str, str]


USUAL = {"Cache-Control": "no-cache", "Cross-Origin-Resource-Policy": "same-origin"}
"""Headers of every file unless one of RULES replaces them: browsers ask each time; if unchanged, a few bytes."""
RULES = (
    HeaderRule(
        "tetap",
        "Nama berkas ini memuat sidik isinya, jadi isinya tidak pernah berubah.",
        r"/assets/(?:[^/]+/)*[^/]+\.[0-9a-f]{8}\.(?:css|js)$",
        {"Cache-Control": "public, max-age=31536000, immutable"},
    ),
    HeaderRule(
        "data",
        "Data terbuka dan lencana boleh dimuat situs lain.",
        r"/data/",
        {"Cross-Origin-Resource-Policy": "cross-origin", "Access-Control-Allow-Origin": "*"},
    ),
    HeaderRule(
        "tim",
        "Susunan tim tidak untuk mesin pencari, seperti halamannya.",
        r"/data/[^/]+/[0-9]+/tim\.[a-z]+$",
        {"X-Robots-Tag": "noindex"},
    ),
)


def find_prefix(alamat: str | None) -> str:
    """Return the path of the site on its host, between slashes; ``/`` if its address is not known."""
    path = unquote(urlsplit(alamat).path) if alamat else "/"
    return f"/{path.strip('/')}/" if path.strip("/") else "/"


def as_nginx(alamat: str | None) -> str:
    """Return what to include in the ``server`` block of nginx, or in the ``location`` of the site.

    Each header is a variable, because nginx drops all other headers in a ``location`` that adds its own.
    """
    names = dict.fromkeys(name for rule in RULES for name in rule.headers)
    lines = [f'set ${_variable(name)} "{USUAL.get(name, "")}";' for name in names]
    for rule in RULES:
        sets = " ".join(f'set ${_variable(name)} "{value}";' for name, value in rule.headers.items())
        lines += [f"# {rule.reason}", f'if ($uri ~ "{rule.pattern}") {{ {sets} }}']
    lines += [f'add_header {name} "{value}" always;' for name, value in EVERY_FILE.items()]
    lines += [f"add_header {name} ${_variable(name)} always;" for name in names]
    lines += ["types {", *(f"  {media} {' '.join(_endings(media))};" for media in _media()), "}"]
    lines += [f"default_type {_ANYTHING};", "charset utf-8;"]
    # Without text/html, which nginx adds itself; it warns of a duplicate.
    lines += [f"charset_types {' '.join(MEDIA[ending] for ending in _TEXT if ending != '.html')};"]
    lines += [f'error_page 404 "{find_prefix(alamat)}404.html";']
    return _written("nginx: simpan sebagai berkas, lalu include di dalam server {} atau location {} situs ini.", lines)


def as_apache(alamat: str | None) -> str:
    """Return what Apache reads from ``.htaccess`` in the site's root, or from a ``<Directory>`` block."""
    lines = ["<IfModule mod_headers.c>"]
    lines += [f'  Header always set {name} "{value}"' for name, value in (EVERY_FILE | USUAL).items()]
    for rule in RULES:
        sets = [f'    Header always set {name} "{value}"' for name, value in rule.headers.items()]
        lines += [f"  # {rule.reason}", f'  <If "%{{REQUEST_URI}} =~ m#{rule.pattern}#">', *sets, "  </If>"]
    lines += ["</IfModule>", "<IfModule mod_mime.c>"]
    lines += [f"  AddType {media} {' '.join(f'.{end}' for end in _endings(media))}" for media in _media()]
    lines += [f"  AddCharset utf-8 {' '.join(_TEXT)}", "</IfModule>"]
    lines += [f'ErrorDocument 404 "{find_prefix(alamat)}404.html"']
    return _written("Apache: .htaccess di akar situs (AllowOverride FileInfo), atau di dalam <Directory>.", lines)


def as_caddy(alamat: str | None) -> str:
    """Return what to put into the site's block of a Caddyfile."""
    lines = ["header {", *(f'  {name} "{value}"' for name, value in (EVERY_FILE | USUAL).items()), "}"]
    for rule in RULES:
        sets = [f'  {name} "{value}"' for name, value in rule.headers.items()]
        lines += [f"# {rule.reason}", f"@{rule.name} path_regexp {rule.pattern}"]
        lines += [f"header @{rule.name} {{", *sets, "}"]
    for number, media in enumerate(_media()):
        endings = _endings(media)
        charset = "; charset=utf-8" if f".{endings[0]}" in _TEXT else ""
        lines += [f"@jenis{number} path {' '.join(f'*.{end}' for end in endings)}"]
        lines += [f'header @jenis{number} Content-Type "{media}{charset}"']
    lines += ["handle_errors 404 {", f'  rewrite * "{find_prefix(alamat)}404.html"', "  file_server", "}"]
    return _written("Caddy 2.8 atau lebih baru: di dalam blok situs ini, bersama root dan file_server.", lines)


def as_headers(alamat: str | None = None, files: Iterable[str] = ()) -> str:
    """Return ``_headers``, which Netlify, Cloudflare Pages and others read from the site's root.

    Such hosts join the values of all matching entries, so no header may occur in two; those of USUAL they send anyway.

    Args:
        alamat: the site's absolute base, if it is known.
        files: the files of the site; those that a rule fits are named one by one.
    """
    top = quote(find_prefix(alamat))
    lines = [f"{top}*", *(f"  {name}: {value}" for name, value in EVERY_FILE.items())]
    for rule in RULES:
        fits = [name for name in sorted(files) if re.search(rule.pattern, f"/{name}")]
        # Such hosts know no regular expressions, so files are named one by one; the many of data/ share one entry,
        # since the number of entries is limited (100 on Cloudflare Pages).
        for place in ["data/*"] if rule.name == "data" else fits:
            lines += [f"{top}{place}", *(f"  {name}: {value}" for name, value in rule.headers.items())]
    return _written("Dibaca Netlify, Cloudflare Pages, dan inang statis sejenis.", lines)


WRITERS: dict[str, Callable[[str | None], str]] = {
    "nginx": as_nginx,
    "apache": as_apache,
    "caddy": as_caddy,
    "headers": as_headers,
}
"""The function that writes the headers for each kind of server."""


def _media() -> list[str]:
    return list(dict.fromkeys(MEDIA.values()))


def _endings(media: str) -> list[str]:
    return [ending.removeprefix(".") for ending, name in MEDIA.items() if name == media]


def _variable(name: str) -> str:
    return f"kolom_{name.lower().replace('-', '_')}"


def _written(purpose: str, lines: list[str]) -> str:
    head = (f"# {purpose}", "# Ditulis oleh kolom; tulis lagi setiap kali kolom diperbarui.")
    return "".join(f"{line}\n" for line in (*head, *lines))
