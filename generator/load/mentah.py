"""The text of every file of the content, broken or not, for rules that look at letters rather than records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.settings import Ruang

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp"})


def raw_texts(ruang: Ruang) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every file below content/ and of situs.yml; what is no UTF-8 is replaced."""
    files = sorted((ruang.akar / "content").rglob("*"))
    for path in (*files, ruang.situs):
        if path.is_file() and not path.is_symlink() and path.suffix.lower() not in _PICTURES:
            yield ruang.relative(path), _pdf_text(path) if path.suffix.lower() == ".pdf" else _decoded(path)


def _decoded(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


def _pdf_text(path: Path) -> str:
    """Return the words of a PDF page by page, or its raw letters where nobody can read its pages."""
    from pypdf import PdfReader  # noqa: PLC0415 - few offices have a PDF, and it is slow to import
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    except (PyPdfError, ValueError, KeyError, RecursionError):
        return _decoded(path)
