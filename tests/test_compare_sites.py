"""The comparison of two built sites: which white space counts."""

from __future__ import annotations

import zipfile

import pytest
from compare_sites import differences


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("<td>a</td><td>b</td>", "<td>a</td>\n<td>b</td>", True),
        ("<p>a b</p>", "<p>a\n b\n</p>", True),
        ("<b>a</b> <i>b</i>", "<b>a</b>\n\n<i>b</i>", True),
        ("<b>a</b><i>b</i>", "<b>a</b> <i>b</i>", False),
        ("a <b>b</b>", "a<b>b</b>", False),
        ("a b", "ab", False),
        ("<pre>a  b</pre>", "<pre>a b</pre>", False),
        ('<b class="a b">', '<b class="ab">', False),
    ],
)
def test_white_space_counts_where_a_reader_sees_it(before, after, same, tmp_path):
    for name, text in (("old", before), ("new", after)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.html").write_text(text, encoding="utf-8")
        with zipfile.ZipFile(tmp_path / name / "pack.zip", "w") as pack:
            pack.writestr("a.html", text)
            pack.writestr("SHA256SUMS", name)
    found = [line for line in differences(tmp_path / "old", tmp_path / "new") if line.startswith("!")]
    assert found == ([] if same else ["! a.html", "! pack.zip"])


def test_other_files_count_to_the_byte_and_missing_ones_are_named(tmp_path):
    for name, text in (("old", "a b"), ("new", "a  b")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.csv").write_text(text, encoding="utf-8")
        (tmp_path / name / f"{name}.txt").write_text("", encoding="utf-8")
    found = list(differences(tmp_path / "old", tmp_path / "new"))
    assert found[:3] == ["- old.txt", "+ new.txt", "! a.csv"]
