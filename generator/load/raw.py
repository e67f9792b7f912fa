"""The text of every file of the content, broken or not, for rules that look at letters rather than records."""

from __future__ import annotations

from collections.abc import Iterator

from generator.settings import Workspace

# Bytes of pictures would pass for numbers by chance; the words of PDFs are searched on their own.
_NO_TEXT = frozenset({".png", ".jpg", ".jpeg", ".webp", ".pdf"})


def read_raw_texts(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Yield name and text of every text file below content/ and of situs.yml; bytes that are not UTF-8 are replaced."""
    files = sorted(workspace.content.rglob("*"))
    for path in (*files, workspace.site_settings):
        if path.is_file() and not path.is_symlink() and path.suffix.lower() not in _NO_TEXT:
            yield workspace.relative(path), path.read_bytes().decode("utf-8", errors="replace")
