"""The YAML reader: every scalar stays text, and each trap of YAML is a finding with a place."""

from __future__ import annotations

import pytest
import yaml

from generator.findings import Place
from generator.model.base import ListNode, MapNode
from generator.source import DEEPEST, LARGEST_FILE, parse_yaml, read_text, read_yaml

# What PyYAML's own loading would make of it: a number, a date, a truth value, an error without a line.
TEXTS = [
    pytest.param("85.000", id="thousands_dot"),
    pytest.param("1.10", id="trailing_zero"),
    pytest.param("010", id="octal"),
    pytest.param("0o14", id="octal_of_yaml_1_2"),
    pytest.param("0x1F", id="hexadecimal"),
    pytest.param("0b101", id="binary"),
    pytest.param("12:30", id="sexagesimal"),
    pytest.param("1_000", id="underscore"),
    pytest.param("1e3", id="exponent"),
    pytest.param(".inf", id="infinity"),
    pytest.param(".nan", id="not_a_number"),
    pytest.param("2024-02-29", id="date"),
    pytest.param("2024-02-30", id="impossible_date"),
    pytest.param("2024-01-01 25:61:00", id="impossible_time"),
    pytest.param("no", id="no"),
    pytest.param("ya", id="ya"),
    pytest.param("on", id="on"),
    pytest.param("=", id="value_key"),
    pytest.param("0", id="zero"),
    pytest.param("-0", id="minus_zero"),
    pytest.param("+62", id="plus"),
    pytest.param("0999999999999999", id="leading_zero_kept"),
    pytest.param("999999999999999999", id="eighteen_digits"),
    pytest.param("١٢", id="arabic_digits"),
    pytest.param("²", id="superscript"),
    pytest.param("I. Umum", id="roman_number"),
    pytest.param("1) Rapat", id="printed_number"),
    pytest.param("C# dan F#", id="hash_inside_a_word"),
    pytest.param("a:b", id="colon_inside_a_word"),
    pytest.param("<b>tebal</b>", id="html"),
    pytest.param("{{ 7 * 7 }}", id="quoted_template"),
]
# text, line, column, rule
WRONG = [
    pytest.param("a: 1\na: 2\n", (2, 1, "kunci-ganda"), id="duplicate_key"),
    pytest.param("a: 1\nA: 2\n", (2, 1, "kunci-ganda"), id="twin_key_by_case"),
    pytest.param('"e\u0301": 1\n"\u00e9": 2\n', (2, 1, "kunci-ganda"), id="twin_key_by_normal_form"),
    pytest.param("a: &x 1\n", (1, 4, "jangkar"), id="anchor"),
    pytest.param("a: &x [*x]\n", (1, 4, "jangkar"), id="recursive_alias"),
    pytest.param("a: *x\n", (1, 4, "alias"), id="alias"),
    pytest.param("<<: {a: 1}\n", (1, 1, "gabung"), id="merge_key"),
    pytest.param("a: !!int 1\n", (1, 4, "jangkar"), id="type_tag"),
    pytest.param("a: !!python/object/apply:os.system [id]\n", (1, 4, "jangkar"), id="python_tag"),
    pytest.param("a: !ENV [HOME]\n", (1, 4, "jangkar"), id="env_tag"),
    pytest.param("a: ! teks\n", (1, 4, "jangkar"), id="bare_exclamation_mark"),
    pytest.param("a: !!timestamp x\n", (1, 4, "jangkar"), id="raw_error_of_timestamp"),
    pytest.param("? [a, b]\n: 1\n", (1, 3, "kunci"), id="list_as_key"),
    pytest.param("{a: 1}: 2\n", (1, 1, "kunci"), id="mapping_as_key"),
    pytest.param("a: 1\n---\nb: 2\n", (2, 1, "dua-dokumen"), id="second_document"),
    pytest.param("- a\n", (1, 1, "bukan-peta"), id="list_at_the_top"),
    pytest.param("\n  teks\n", (2, 3, "bukan-peta"), id="text_at_the_top"),
    pytest.param("", (1, 1, "berkas-kosong"), id="empty"),
    pytest.param("# hanya komentar\n", (1, 1, "berkas-kosong"), id="only_a_comment"),
    pytest.param("a:\n\t- b\n", (2, 1, "tab"), id="tab_as_indent"),
    pytest.param("a:\n  \tb: 1\n", (2, 3, "tab"), id="tab_after_spaces"),
    pytest.param("a: [b, ]\nc:\n  -\n", (3, 4, "butir-kosong"), id="empty_item"),
    pytest.param("a: [b, '']\n", (1, 8, "butir-kosong"), id="empty_text_as_item"),
    pytest.param("a: Rapat #1 tahun ini\n", (1, 4, "tanda-pagar"), id="text_cut_at_hash"),
    pytest.param("a: #1\n", (1, 3, "tanda-pagar"), id="text_that_begins_with_hash"),
    pytest.param("- a\n- b: #2\n", (1, 1, "bukan-peta"), id="findings_in_order_of_place"),
    pytest.param('a: "satu\\0dua"\n', (1, 4, "huruf-tersembunyi"), id="escaped_nul"),
    pytest.param('a: "satu\\u202edua"\n', (1, 4, "huruf-tersembunyi"), id="escaped_bidi"),
    pytest.param('a: "satu\\x1bdua"\n', (1, 4, "huruf-tersembunyi"), id="escaped_control"),
    pytest.param('a: "\\ud800"\n', (1, 7, "yaml"), id="lone_surrogate"),
    pytest.param("a: b: c\n", (1, 5, "yaml"), id="colon_in_text"),
    pytest.param('a: "b\nc: d\n', (1, 4, "yaml"), id="quote_left_open"),
    pytest.param('a: "b\nc: "d"\n', (1, 4, "yaml"), id="quote_left_open_before_another"),
    pytest.param("a: 'Jum'at'\n", (1, 9, "yaml"), id="apostrophe_in_single_quotes"),
    pytest.param("a: [1, 2\nb: 3\n", (1, 4, "yaml"), id="bracket_left_open"),
    pytest.param("a: {b: 1 c: 2}\n", (1, 11, "yaml"), id="comma_missing"),
    pytest.param("a: [b] c\n", (1, 8, "yaml"), id="text_after_bracket"),
    pytest.param("a: 1\nb 2\nc: 3\n", (2, 1, "yaml"), id="colon_missing"),
    pytest.param("a: 1\nb 2\n", (2, 1, "yaml"), id="colon_missing_at_the_end"),
    pytest.param("a:1\nb: 2\n", (1, 2, "yaml"), id="space_after_colon_missing"),
    pytest.param("a: 1\nb:2\nc: 3\n", (2, 2, "yaml"), id="space_after_later_colon_missing"),
    pytest.param("a\uff1a1\nb: 2\n", (1, 1, "yaml"), id="full_width_colon"),
    pytest.param("a:\u00a01\nb: 2\n", (1, 2, "yaml"), id="no_break_space_after_colon"),
    pytest.param("a: 1\n  b: 2\n", (2, 3, "yaml"), id="line_too_far_in"),
    pytest.param("a:\n    b: 1\n  c: 2\n", (3, 3, "yaml"), id="line_between_two_levels"),
    pytest.param("a:\n  - b\n - c\n", (3, 2, "yaml"), id="item_between_two_levels"),
    pytest.param("a: - b\n", (1, 4, "yaml"), id="dash_on_the_line_of_its_key"),
    pytest.param("a: @b\n", (1, 4, "yaml"), id="at_sign"),
    pytest.param("a: `b`\n", (1, 4, "yaml"), id="backtick"),
    pytest.param("a: % b\n", (1, 4, "yaml"), id="percent_sign"),
    pytest.param("a: 1\n%b: 2\n", (2, 1, "yaml"), id="directive"),
    pytest.param("a: *b* c\n", (1, 4, "yaml"), id="markdown_emphasis"),
    pytest.param("a: *b c\n", (1, 4, "alias"), id="alias_before_text"),
    pytest.param("a: & b\n", (1, 4, "yaml"), id="ampersand"),
    pytest.param("a: > 3 hari\n", (1, 4, "yaml"), id="greater_than"),
    pytest.param("a: | b\n", (1, 4, "yaml"), id="pipe"),
    pytest.param('a: "b\\c"\n', (1, 6, "yaml"), id="unknown_escape"),
    pytest.param("a: 1\n...\nb: 2\n", (3, 1, "yaml"), id="text_after_the_document"),
    pytest.param("a: " + "[" * 21 + "]" * 21, (1, 23, "terlalu-dalam"), id="too_deep"),
    pytest.param("a: " + "[" * 5000, (1, 23, "terlalu-dalam"), id="far_too_deep"),
    pytest.param("a: " + "{b: " * 5000, (1, 80, "terlalu-dalam"), id="far_too_deep_mapping"),
]
RAW = [
    pytest.param(b"a: caf\xe9\n", (1, 7, "penyandian"), id="latin_1"),
    pytest.param("a: é\nb: ".encode() + b"\xff\n", (2, 4, "penyandian"), id="byte_that_is_no_utf_8"),
    pytest.param("é".encode() * 3 + b"\xff", (1, 4, "penyandian"), id="column_counts_letters"),
    pytest.param("a: 1\n".encode("utf-16"), (1, 1, "penyandian"), id="utf_16"),
    pytest.param(b"a: \xed\xa0\x80\n", (1, 4, "penyandian"), id="surrogate"),
    pytest.param(b"a: b\x00c\n", (1, 5, "huruf-tersembunyi"), id="nul"),
    pytest.param(b"a: b\x1b[31m\n", (1, 5, "huruf-tersembunyi"), id="escape"),
    pytest.param("a: b\u202ec\n".encode(), (1, 5, "huruf-tersembunyi"), id="bidi"),
    pytest.param("a: b\u200bc\n".encode(), (1, 5, "huruf-tersembunyi"), id="zero_width"),
    pytest.param("a: b\ufeffc\n".encode(), (1, 5, "huruf-tersembunyi"), id="byte_order_mark_inside"),
    pytest.param("a: b\u0085c\n".encode(), (1, 5, "huruf-tersembunyi"), id="next_line"),
    pytest.param("a: b\u2028c\n".encode(), (1, 5, "huruf-tersembunyi"), id="line_separator"),
    pytest.param("a: b\ue000c\n".encode(), (1, 5, "huruf-tersembunyi"), id="private_use"),
    pytest.param("a: b\uffffc\n".encode(), (1, 5, "huruf-tersembunyi"), id="no_character"),
    pytest.param(b"a: 1\n" + b"#" * LARGEST_FILE, (1, 1, "terlalu-besar"), id="too_large"),
]


def told(findings):
    return [(finding.place.line, finding.place.column, finding.code) for finding in findings]


@pytest.mark.parametrize("text", TEXTS)
def test_scalar_stays_text(text):
    plain = f"a: {text}\n" if not text.startswith("{") else f"a: '{text}'\n"

    parsed = parse_yaml(plain, "x.yml")

    assert (parsed.isi, parsed.findings) == ({"a": text}, ())


@pytest.mark.parametrize("key", ["no", "on", "12", "1.0", "null", "~", "2024-02-30", "010"])
def test_key_stays_text(key):
    assert parse_yaml(f"{key}: 12\n", "x.yml").isi == {key: "12"}


@pytest.mark.parametrize(
    "empty", ["", " ", "~", "null", "Null", "NULL", '""', "''", '"  "', "# komentar", "|\n", ">-\n"]
)
def test_empty_value_is_absent(empty):
    parsed = parse_yaml(f"a: {empty}\nb: 1\n", "x.yml")

    assert (parsed.isi, parsed.findings) == ({"b": "1"}, ())


@pytest.mark.parametrize("word", ['"null"', "'~'", "nul", "none"])
def test_quoted_null_is_text(word):
    assert parse_yaml(f"a: {word}\n", "x.yml").isi == {"a": word.strip("'\"")}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param('a: "  b  "\n', "b", id="spaces_at_the_ends"),
        pytest.param('a: "\u00a02022\u00a0"\n', "2022", id="no_break_spaces_at_the_ends"),
        pytest.param("a: b # komentar\n", "b", id="comment_with_a_space"),
        pytest.param('a: "b #1"\n', "b #1", id="hash_in_quotes"),
        pytest.param("a: b\n  c\n", "b c", id="text_over_two_lines"),
        pytest.param("a: |\n  b\n  c\n", "b\nc", id="block_of_text"),
        pytest.param("a: >-\n  b\n  c #1\n", "b c #1", id="folded_block_of_text"),
        pytest.param("a: b\r\n", "b", id="windows_line_end"),
        pytest.param("a: b", "b", id="no_line_end"),
        pytest.param('a: "b\\tc"\n', "b\tc", id="escaped_tab"),
    ],
)
def test_value(text, value):
    parsed = parse_yaml(text, "x.yml")

    assert (parsed.isi, parsed.findings) == ({"a": value}, ())


@pytest.mark.parametrize(("text", "first"), WRONG)
def test_trap_is_a_finding_at_its_place(text, first):
    findings = parse_yaml(text, "x.yml").findings

    assert told(sorted(findings, key=lambda finding: finding.place))[0] == first
    assert all(finding.message and finding.suggestion for finding in findings)


@pytest.mark.parametrize(("raw", "first"), RAW)
def test_unreadable_file_is_a_finding_at_its_place(tmp_path, raw, first):
    path = tmp_path / "x.yml"
    path.write_bytes(raw)

    parsed = read_yaml(path, "x.yml")

    assert (parsed.isi, told(parsed.findings)[0]) == (None, first)


@pytest.mark.parametrize("size", [LARGEST_FILE - 1, LARGEST_FILE])
def test_file_of_the_largest_size_is_read(tmp_path, size):
    path = tmp_path / "x.txt"
    path.write_bytes((b"x" * 99 + b"\n") * (size // 100) + b"y" * (size % 100))

    assert read_text(path, "x.txt")[1] == ()


@pytest.mark.parametrize(("lists", "kode"), [(DEEPEST - 2, []), (DEEPEST - 1, ["terlalu-dalam"])])
def test_depth_has_a_limit_on_both_sides(lists, kode):
    findings = parse_yaml(f"a: {'[' * lists}b{']' * lists}\n", "x.yml").findings

    assert [finding.code for finding in findings] == kode


def test_missing_file_and_folder_and_link_are_findings(tmp_path):
    (tmp_path / "folder.yml").mkdir()
    (tmp_path / "link.yml").symlink_to("elsewhere.yml")

    kode = [told(read_yaml(tmp_path / f"{name}.yml", "x.yml").findings)[0][2] for name in ("none", "folder", "link")]

    assert kode == ["berkas-tidak-ada", "berkas", "tautan-simbolik"]


def test_byte_order_mark_at_the_start_is_no_letter(tmp_path):
    path = tmp_path / "x.yml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")

    assert read_yaml(path, "x.yml").isi == {"a": "1"}


def test_places_of_keys_values_and_items():
    isi = parse_yaml("a: 1\nb:\n  - c\n  - d: 2\n", "x.yml").isi

    assert isinstance(isi, MapNode)
    assert isinstance(isi["b"], ListNode)
    assert isi.key_places["b"] == Place("x.yml", 2, 1)
    assert isi.value_places["a"] == Place("x.yml", 1, 4)
    assert isi["b"].item_places == [Place("x.yml", 3, 5), Place("x.yml", 4, 5)]
    assert isi["b"][1].value_places["d"] == Place("x.yml", 4, 8)


def test_all_mistakes_of_a_file_are_told_at_once():
    text = "a: &x 1\na: 2\nb: [c, '']\nd: *x\ne: Rapat #1\nf: {g: 1, g: 2}\n"

    kode = [finding.code for finding in parse_yaml(text, "x.yml").findings]

    assert kode == ["jangkar", "kunci-ganda", "butir-kosong", "alias", "tanda-pagar", "kunci-ganda"]


def test_what_stands_before_a_syntax_error_is_told_too():
    findings = parse_yaml("a: 1\na: 2\nb: [c\n", "x.yml").findings

    assert told(findings) == [(2, 1, "kunci-ganda"), (3, 4, "yaml")]
    assert "sisa berkas ini belum dibaca" in findings[-1].message


def test_what_a_mistake_takes_out_is_noted():
    isi = parse_yaml("a: *x\nb: [c, *x]\nd: {e: &y 1, f: 2}\n", "x.yml").isi

    assert isi is not None
    assert isi.faulty == {"a", "b"}
    assert isi["d"].faulty == {"e"}


def test_doubled_lists_are_joined_so_that_both_are_checked():
    isi = parse_yaml("a: [1]\na: [2]\nb: {c: 1}\nb: {d: 2}\n", "x.yml").isi

    assert isi == {"a": ["1", "2"], "b": {"c": "1", "d": "2"}}


def test_reader_without_libyaml_reads_the_same(monkeypatch):
    text = 'a: "b"\nc:\n  - 1.10\n  - {d: no}\ne: |\n  f\n'
    fast = parse_yaml(text, "x.yml")

    monkeypatch.setattr("generator.source.tree._LOADER", yaml.SafeLoader)

    assert parse_yaml(text, "x.yml") == fast


@pytest.mark.parametrize(("text", "first"), WRONG)
def test_traps_without_libyaml(monkeypatch, text, first):
    monkeypatch.setattr("generator.source.tree._LOADER", yaml.SafeLoader)

    findings = parse_yaml(text, "x.yml").findings

    assert findings
    # The words of PyYAML's own parser are others, so a syntax error gets general advice.
    assert first[2] == "yaml" or told(sorted(findings, key=lambda finding: finding.place))[0] == first
