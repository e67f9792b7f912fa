"""Words for readers, and the ways by which data enters Markdown."""

from __future__ import annotations

import html
import re
from datetime import date
from decimal import Decimal
from urllib.parse import urljoin

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator import routes, text
from generator.output import as_front_matter


@pytest.mark.parametrize(
    ("bulan", "words"),
    [
        ((), ""),
        ((3,), "Maret"),
        ((1, 2, 3), "Januari–Maret"),
        ((3, 6, 9, 12), "Maret, Juni, September, Desember"),
        ((1, 2, 6, 11, 12), "Januari–Februari, Juni, November–Desember"),
    ],
)
def test_format_bulan(bulan, words):
    assert text.format_bulan(bulan) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0"), (1204, "1.204"), (Decimal("84.70"), "84,70"), (Decimal("1204.5"), "1.204,5")]
)
def test_format_angka(number, words):
    assert text.format_angka(number) == words


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (0, 0, "0 %"),
        (0, 9, "0 %"),
        (23, 40, "58 %"),
        (1, 400, "kurang dari 1 %"),
        (399, 400, "lebih dari 99 %"),
        (9, 9, "100 %"),
    ],
)
def test_format_persen(part, whole, words):
    assert text.format_persen(part, whole) == words


def test_format_tanggal_and_baris():
    assert text.format_tanggal(date(2022, 3, 28)) == "28 Maret 2022"
    assert text.format_baris(((81, 81), (86, 90))) == "baris 81 dan 86–90"


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("", "", "./"),
        ("", "a/2022/", "../../"),
        ("a/2022/rb/", "a/2022/", "rb/"),
        ("a/2022/", "a/2022/", "./"),
        ("a/2022/tim/#tim-x", "a/2022/rb/sdm/", "../../tim/#tim-x"),
        ("a/2022/#keputusan", "a/2022/", "#keputusan"),
        ("data/a/2022/rb.json", "a/2022/unduhan/", "../../../data/a/2022/rb.json"),
    ],
)
def test_relative_links(target, page, link):
    assert routes.relative(target, page) == link


names = st.lists(st.sampled_from(["data", "kpu-kabupaten-contoh", "2022", "rb", "mp-1", "tim"]), max_size=5)


@given(names, names, st.sampled_from(["", "rb.json", "index.html"]), st.sampled_from(["", "#mp-1"]))
def test_a_link_leads_from_any_page_to_any_address(here, there, file, anchor):
    page = "".join(f"{name}/" for name in here)
    target = "".join(f"{name}/" for name in there) + file + anchor
    reached = urljoin(f"http://x/{page}", routes.relative(target, page))
    assert reached == f"http://x/{target}"


lines = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cn"]), min_size=1).filter(str.strip)
hostile = st.sampled_from(
    [
        "<script>alert(1)</script>",
        "{{ 7*7 }}",
        "[x](javascript:1)",
        "*a*",
        "`c`",
        "{: #id }",
        "&amp;",
        "# h",
        "|",
        "</title>",
    ]
)


@given(st.lists(lines | hostile, min_size=1).map(" ".join))
def test_a_heading_shows_data_literally(words):
    shown = markdown.markdown(f"# {text.format_heading(words)} {{: #satu }}", extensions=["attr_list", "toc"])
    found = re.fullmatch(r'<h1 id="satu">(.*)</h1>', shown, re.DOTALL)
    assert found, shown
    assert "<" not in found[1]
    assert html.unescape(found[1]).split() == words.split()


@given(
    st.dictionaries(
        st.sampled_from(["title", "jejak", "menu"]),
        st.recursive(
            lines | hostile | st.none() | st.booleans(),
            lambda inner: st.lists(inner, max_size=3),
            max_leaves=5,
        ),
    )
)
def test_front_matter_reads_back_as_written(meta):
    block = as_front_matter(meta)
    assert yaml.safe_load(block.split("---\n")[1]) == (meta or None)
