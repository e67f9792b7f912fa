"""Keep what was read from a commit, so that it is read once. Any trouble with the store is a miss, never an error."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of JSON files, one for each commit, made by one state of the code."""

    folder: Path

    def get(self, kode: str) -> dict[str, Any] | None:
        """Return what was kept under a commit's hash, or None."""
        try:
            value = json.loads((self.folder / f"{kode}.json").read_bytes())
        except (OSError, ValueError):
            return None
        return value if isinstance(value, dict) else None

    def put(self, kode: str, value: dict[str, Any]) -> None:
        """Keep a value under a commit's hash, whole or not at all."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            # Written aside and renamed: another build may read at this moment and must never find half a file.
            handle, name = tempfile.mkstemp(dir=self.folder)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(value, file, ensure_ascii=False)
            os.replace(name, self.folder / f"{kode}.json")  # noqa: PTH105 - the name is a str
        except OSError:
            return


def open_store(root: Path, rules: Iterable[Path]) -> Store:
    """Return the store of a working space for the code and the rules as they are now.

    Stores of other versions of the code are removed: they may have read the same commit differently.

    Args:
        root: the working space; the store is ``.cache/kolom`` in it, which git is told to leave out.
        rules: files other than the code that decide what is read from a commit.
    """
    # All of the code, because any of it may change what is read; a version number would be forgotten.
    digest = hashlib.sha256()
    for path in (*sorted(_PACKAGE.rglob("*.py")), *rules):
        digest.update(path.read_bytes())
    home = root / ".cache" / "kolom" / "riwayat"
    store = Store(home / digest.hexdigest()[:16])
    try:
        home.mkdir(parents=True, exist_ok=True)
        # The site's own .gitignore may not know this folder.
        (home.parent / ".gitignore").write_text("*\n", encoding="ascii")
        for other in home.iterdir():
            if other != store.folder:
                shutil.rmtree(other, ignore_errors=True)
    except OSError:
        pass
    return store
