"""What the whole product makes: files, before any engine sees them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# JSON leaves these as they are, but YAML takes them for line ends.
_BREAKS = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029\ufeff"}


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file of the site before an engine sees it."""

    uri: str
    """Path below the site's root; a page ends in index.md."""
    content: str | bytes | Path
    """A page's body without front matter, or the whole content of any other file; a Path is copied as it is."""
    meta: dict[str, Any] | None = None
    """Front matter of a page; None for other files."""
    source: tuple[str, ...] = ()
    """The data files that it is made from."""

    def as_markdown(self) -> str:
        """Return a page with its front matter, or the content of any other text."""
        assert isinstance(self.content, str), self.uri  # noqa: S101 - only texts are asked for
        return self.content if self.meta is None else as_front_matter(self.meta) + self.content


def as_front_matter(meta: dict[str, Any]) -> str:
    """Return a page's front matter; every value is a JSON literal on one line, which YAML reads alike."""
    # JSON, because every engine's YAML reader takes a JSON string for the same text.
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False).translate(_BREAKS)}" for key, value in meta.items()]
    return "\n".join(["---", *lines, "---", ""])
