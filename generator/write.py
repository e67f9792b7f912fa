"""Write the site as plain Markdown with a configuration of its own, for any engine."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from generator.build import SiteBuild
from generator.hosting.headers import PAGE_POLICY
from generator.load.files import PAGES, may_publish
from generator.output import OutputFile
from generator.routes import HUBS, page_uri
from generator.settings import Workspace

MARKER = ".kolom-tulis"
"""Marks a folder that this module has written and may write anew."""
# Engines without our plugin print titles unescaped.
_LOOKALIKES = str.maketrans({"<": "‹", ">": "›", '"': "”", "{": "❴", "}": "❵"})


def write_tree(built: SiteBuild, workspace: Workspace, folder: Path) -> int:
    """Write docs/, overrides/ and mkdocs.yml into a folder and return how many files docs/ holds.

    Args:
        built: what to write.
        workspace: where hand-written pages and the theme are.
        folder: an empty folder, or one that this function has written before.

    Raises:
        FileExistsError: the folder holds something else.
    """
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MARKER).exists():
            raise FileExistsError(folder)
        shutil.rmtree(folder)
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / MARKER).write_text("Folder ini ditulis oleh kolom tulis dan boleh ditimpa.\n", encoding="utf-8")
    for page in sorted(workspace.handwritten.rglob("*")):
        if page.is_file() and may_publish(page, workspace.handwritten):
            target = docs / page.relative_to(workspace.handwritten)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(page, target)
    for file in built.files:
        _put(docs / file.uri, _portable(file))
    shutil.copytree(workspace.shipped("theme/overrides"), folder / "overrides")
    _put(folder / "mkdocs.yml", _config(built, workspace))
    return sum(1 for path in docs.rglob("*") if path.is_file())


def _put(path: Path, content: str | bytes | Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Path):
        shutil.copyfile(content, path)
    else:
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def _portable(file: OutputFile) -> str | bytes | Path:
    if file.meta is None:
        return file.content
    return OutputFile(file.uri, file.content, _without_markup(file.meta), file.source).as_markdown()


def _without_markup(value: Any) -> Any:  # noqa: ANN401 - a JSON value
    if isinstance(value, str):
        return value.translate(_LOOKALIKES)
    if isinstance(value, dict):
        return {key: _without_markup(item) for key, item in value.items()}
    return [_without_markup(item) for item in value] if isinstance(value, list) else value


def _config(built: SiteBuild, workspace: Workspace) -> str:
    """Return a mkdocs.yml without our plugin, written as JSON, which is valid YAML."""
    situs = built.isi.situs
    there = {file.uri for file in built.files}
    hubs = ((title, page_uri(address)) for title, address in HUBS)
    config = {
        "site_name": _without_markup(situs.nama),
        "site_description": _without_markup(situs.deskripsi),
        **({"site_url": situs.alamat} if situs.alamat else {}),
        # font: Material would have each reader load fonts from Google.
        "theme": {"name": "material", "language": "id", "font": False, "custom_dir": "overrides"},
        "extra": {
            "csp": PAGE_POLICY,
            "halaman": [name for name in PAGES if (workspace.handwritten / f"{name}.md").exists()],
        },
        "plugins": [],
        "markdown_extensions": {"attr_list": {}, "admonition": {}},
        "nav": [{title: uri} for title, uri in hubs if uri in there],
        "not_in_nav": "*",
    }
    return json.dumps(config, ensure_ascii=False, indent=2) + "\n"
