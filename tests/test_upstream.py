"""What of Material and MkDocs our frame takes the place of; an upgrade that changes it must be looked at.

``theme/overrides/`` replaces blocks of Material's ``base.html`` and whole files. What was replaced when we last looked
is written here by its hash. Where a test fails: compare the named part of the installed version with ours, take over
what readers need, keep out what runs inline or calls others, then write the new hash here.
"""

from __future__ import annotations

import hashlib
import re
from importlib.metadata import version
from pathlib import Path

import material
import mkdocs
import pytest

OURS = Path(__file__).parent.parent / "theme/overrides"
MATERIAL = Path(material.__path__[0]) / "templates"
MKDOCS = Path(mkdocs.__path__[0]) / "templates"
BLOCKS = {
    "site_meta": "a3f62349ce122bb8",
    "htmltitle": "253e4cbb7cfac383",
    "styles": "c9cbfbc3248d0957",
    "libs": "e8ba6a872cb0b5d9",
    "fonts": "8facad5f551edaef",
    "analytics": "ef3d5a923de2f0b8",
    "header": "ad7068aae1fddcf8",
    "tabs": "e53413622e8c2132",
    "site_nav": "e0c04507ded051cb",
    "container": "6793a9afe76f199c",
    "footer": "21c7e8cfd8911dfc",
    "config": "b2528777b36159fb",
    "scripts": "983db44a25c67100",
}
"""Blocks of base.html that main.html replaces."""
FILES = {
    "404.html": "80c93494b5432b1b",
    "partials/javascripts/base.html": "d6113712bc4deb30",
    "partials/javascripts/content.html": "3722e156f0f6339d",
    "sitemap.xml": "0950766d642ac999",
}
"""Files that ours stand in for, and what else base.html draws in by itself."""
FRAME = "c74d0f21b963d12a"
"""What stays of base.html around those blocks, the names of its other blocks included."""
_BLOCK = re.compile(r"{%-?\s*(block|endblock)\b\s*(\w*)\s*-?%}")


def blocks(text: str) -> dict[str, str]:
    """Return the outermost blocks of a template and of what they hold, by name."""
    found, open_ = {}, []
    for match in _BLOCK.finditer(text):
        if match[1] == "block":
            open_.append((match[2], match.end()))
        else:
            name, start = open_.pop()
            found[name] = text[start : match.start()]
    assert not open_
    return found


def digest(text: str) -> str:
    # The version that Material prints of itself is no change.
    plain = re.sub(r"mkdocs-material-[\d.]+", "", text)
    plain = re.sub(r"\.[0-9a-f]{8}\.min\.(css|js)", r".min.\1", plain)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def base() -> str:
    return (MATERIAL / "base.html").read_text(encoding="utf-8")


def frame() -> str:
    """Return base.html with the blocks that are replaced cut out."""
    text, all_blocks = base(), blocks(base())
    for name in BLOCKS:
        text = text.replace(all_blocks[name], "")
    return text


def message(part: str, found: str) -> str:
    where = f"mkdocs-material {version('mkdocs-material')}, mkdocs {version('mkdocs')}"
    return f"{part} differs in {where}: compare it with theme/overrides/, then write {found!r} into {__file__}"


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_that_we_replace_is_as_we_know_it(name):
    upstream = blocks(base()).get(name)
    assert upstream is not None, f"base.html has no block {name} any more: main.html would show nothing for it"
    assert digest(upstream) == BLOCKS[name], message(f"block {name} of material/templates/base.html", digest(upstream))


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_ours_stands_in_for_is_as_we_know_it(name):
    path = next(folder / name for folder in (MATERIAL, MKDOCS) if (folder / name).is_file())
    found = digest(path.read_text(encoding="utf-8"))
    assert found == FILES[name], message(str(path), found)


def test_what_stays_of_the_frame_is_as_we_know_it():
    assert digest(frame()) == FRAME, message("material/templates/base.html outside our blocks", digest(frame()))


def test_everything_that_we_replace_is_named_here():
    main = (OURS / "main.html").read_text(encoding="utf-8")
    assert set(re.findall(r"{% block (\w+) %}", main)) == set(BLOCKS)
    upstream = {path.relative_to(top).as_posix() for top in (MATERIAL, MKDOCS) for path in top.rglob("*.*ml")}
    ours = {path.relative_to(OURS).as_posix() for path in OURS.rglob("*.*ml")}
    assert ours & upstream - {"main.html"} <= set(FILES)


def test_a_change_upstream_would_be_seen(monkeypatch):
    changed = base().replace('<meta charset="utf-8">', '<meta charset="utf-16">', 1)
    monkeypatch.setitem(globals(), "base", lambda: changed)
    with pytest.raises(AssertionError, match=r"block site_meta .* compare it with theme/overrides/"):
        test_a_block_that_we_replace_is_as_we_know_it("site_meta")
