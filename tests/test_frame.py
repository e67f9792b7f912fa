"""The frame: what a page says to theme/overrides, and that these ask for nothing else."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

from generator.pages.frame import DataState, Frame, Office, StoredCommit

ROOT = Path(__file__).parent.parent
OVERRIDES = "".join(
    path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "theme/overrides").rglob("*"))
    if path.suffix in (".html", ".xml")
)


def names(kind: type) -> set[str]:
    return {one.name for one in fields(kind)}


def frame(**other: object) -> Frame:
    """Return the frame of a page of which there is nothing to say but its name."""
    nothing = dict.fromkeys(names(Frame) - {"title", "description", "jejak", "kini", "menu", "contoh", "pencarian"})
    said = {"title": "Judul", "description": "Uraian", "kini": "Judul", "jejak": (), "menu": ()}
    return Frame(**nothing | said | {"contoh": False, "pencarian": False} | other)


def test_the_overrides_ask_what_the_frame_says():
    asked = set(re.findall(r"\b(?:m|page\.meta)\.(\w+)", OVERRIDES))
    assert asked - names(Frame) == set()
    assert names(Frame) - asked == {"title"}, "the engine hands the title on as page.title"


@pytest.mark.parametrize(
    ("pattern", "kind"), [(r"m\.kantor", Office), ("keadaan", DataState), (r"m(?:eta)?\.simpanan", StoredCommit)]
)
def test_the_overrides_ask_what_a_part_of_the_frame_says(pattern, kind):
    assert set(re.findall(rf"\b{pattern}\.(\w+)", OVERRIDES)) == names(kind)


def test_the_front_matter_holds_what_json_can_hold():
    meta = frame(cari={"jenis": "Area", "tahun": "2022"}, kantor=Office("a", "A", "../", "../kanal/", None)).as_meta()
    assert json.loads(json.dumps(meta)) == meta
    assert meta["cari"] == {"jenis": "Area", "tahun": "2022"}
    assert meta["kantor"]["layanan"] is None


def test_only_the_search_page_says_that_it_searches():
    assert "pencarian" not in frame().as_meta()
    assert frame(pencarian=True).as_meta()["pencarian"] is True
