"""The command periksa: all mistakes in one run, in three formats, without a personal number, whatever the input."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest
from conftest import KANTOR_CONTOH, copy_workspace
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import FORMATS, as_text
from generator.inspect import check_content
from generator.model.isi import Isi

TAHUN = f"{KANTOR_CONTOH}/2022"
SETTING = "publikasi: {cara: bukti, syarat: [{jenis: tim}, {jenis: bukti, jenis_bukti: [keputusan]}]}"
# Twenty mistakes in five files: the literal text to replace, what to write, and what must be reported of it.
TWENTY = {
    "tahun.yml": (
        ("pelaporan: 2022-04-01", "pelaporn: 2022-04-01", "5:1 kunci-asing"),
        ("per_tanggal: 2022-11-15", "per_tanggal: 15-11-2022", "6:14 tanggal"),
        ("berlaku_sampai: 2022-12-31", "berlaku_sampai: 2022-02-30", "7:17 tanggal"),
        ("tenggang_hari: 14", "tenggang_hari: 1.400", "8:16 bilangan"),
    ),
    "rb/manajemen-perubahan.yml": (
        ("padanan: [perencanaan-rb]", "padanan: [perencanaan]", "14:17 padanan"),
        ("kode: mp-1-a-1", "kode: MP_1_a_1", "28:21 pola-kode"),
        (SETTING, "biaya: 5000", "31:15 kunci-asing"),
        ("kode: mp-1-b\n", "kode: mp-1-a\n", "34:17 kode-ganda"),
        ("jadwal: {bulan: [2],", "jadwal: {bulan: [2, 13],", "41:35 batas"),
        ("      asal: L64\n      sub", '      asal: L64\n      nomor: "3)"\n      sub', "50:7 kunci-ganda"),
        ("bulan: [1, 2, 3], keadaan: pasti", "bulan: [1, 2, 3], keadaan: psti", "80:51 isian"),
        ("              asal: L74\n", "              asal: L740\n", "130:21 asal-di-luar"),
        ("mencakup: [mp-3-a, mp-3-b]", "mencakup: [mp-3-a, mp-2-b]", "134:30 mencakup"),
    ),
    "rb/pengawasan.yml": (
        ("dicabut: sk-21-2022", "dicabut: sk-31-2022", "76:24 keputusan-tidak-ada"),
        (
            '      letak: disusun-ulang\n      catatan: "Tercetak di kolom SUB KEGIATAN;',
            '      letak: disusun-ulang\n      ringkasan: "Tercetak di kolom SUB KEGIATAN;',
            "92:14 letak-tanpa-catatan",
        ),
        ("jadwal: {keadaan: kosong}", "jadwal: {bulan: [3], keadaan: kosong}", "26:31 bulan-tak-berdasar"),
        (
            ', catatan: "Isi baris bergeser satu kolom ke kanan: tanda di c15 (kolom Nov); dibaca Okt."}',
            "}",
            "104:46 wajar-tanpa-catatan",
        ),
    ),
    "tim.yml": (
        ("area: tata-laksana", "area: tata-usaha", "75:11 tim-area"),
        ("Menyusun rencana aksi agen perubahan;", "Membuat rencana aksi agen perubahan;", "99:15 kutipan"),
    ),
    "zi/pelayanan-publik.yml": (
        ("jenis_survei: [skm]}]}\n          asal: L85", 'jenis_survei: [skm]}]}\n          asal: "L85', "47:17 yaml"),
    ),
}  # fmt: skip
LONG_NUMBER = re.compile(r"9(?:\W{0,2}9){8}")
NOMOR = {"NIK": "9999 9999 9999 9999", "NIP": "99999999 999999 9 999", "rapat": "9999999999999999"}
BROKEN = {
    "tanggal": ("tahun.yml", "pelaporan: 2022-04-01", "pelaporan: {}"),
    "bilangan": ("tahun.yml", "tenggang_hari: 14", "tenggang_hari: {}"),
    "kunci": ("tahun.yml", "tenggang_hari: 14", "'{}': 14"),
    "kunci-ganda": ("tahun.yml", "tenggang_hari: 14", "'{0}': 14\n'{0}': 14"),
    "kode": ("rb/manajemen-perubahan.yml", "kode: mp-1-a-1", "kode: {}"),
    "isian": ("rb/manajemen-perubahan.yml", "keadaan: pasti", "keadaan: {}"),
    "asal": ("rb/manajemen-perubahan.yml", "asal: L62", "asal: {}"),
    "asal-daftar": ("rb/manajemen-perubahan.yml", "asal: L62", "asal: [{}]"),
    "rujukan": ("rb/manajemen-perubahan.yml", "padanan: [monev-rb]", "padanan: ['{}']"),
    "lampiran": ("rb/manajemen-perubahan.yml", 'lampiran: "Lampiran"', 'lampiran: "Lampiran {}"'),
    "kutipan": ("rb/manajemen-perubahan.yml", "Notulen rapat", "Notulen {} rapat"),
    "sumber": ("keputusan/sk-7-2022.yml", "sumber: sk-7-2022.txt", 'sumber: "{}.txt"'),
    "naskah": ("sumber/sk-7-2022.txt", "Notulen rapat dan daftar hadir", "Notulen {} rapat"),
    "sintaks": ("tim.yml", "keputusan: sk-8-2022", "keputusan: {}: sk-8-2022"),
    "berkas-asing": ("rb/{}.txt", "", "x"),
    "nama-berkas": ("rb/{}.yml", "", "keputusan: sk-7-2022\narea: {{kode: sdm, asal: L94, catatan: x}}"),
}


def check(workspace, *options):
    """Run the real command and return what it did."""
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    return subprocess.run(
        [sys.executable, "-m", "generator", "periksa", "--ruang", str(workspace.root), *options],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
        timeout=120,
    )


@pytest.fixture
def twenty_workspace(example_workspace):
    for name, mistakes in TWENTY.items():
        path = example_workspace.root / TAHUN / name
        text = path.read_text(encoding="utf-8")
        for right, wrong, _ in mistakes:
            assert right in text
            text = text.replace(right, wrong, 1)
        path.write_text(text, encoding="utf-8")
    return example_workspace


def expected():
    """Return (file, line, column, rule) of the twenty mistakes, in the order of their places."""
    places = []
    for name, mistakes in TWENTY.items():
        for _, _, told in mistakes:
            line, column, rule = re.split("[: ]", told)
            places.append((f"{TAHUN}/{name}", int(line), int(column), rule))
    return sorted(places)


@pytest.mark.slow
def test_twenty_mistakes_are_told_in_one_run(twenty_workspace):
    done = check(twenty_workspace)

    findings = re.findall(r"^(\S+):(\d+):(\d+): GALAT \[([a-z-]+)\] .+; .+$", done.stdout, re.MULTILINE)
    assert len(expected()) == 20
    assert [(name, int(line), int(column), rule) for name, line, column, rule in findings] == expected()
    assert done.stdout.endswith("20 galat, 0 peringatan\n")
    assert done.returncode == 1
    assert done.stderr == ""


@pytest.mark.slow
def test_json_tells_the_same(twenty_workspace):
    done = check(twenty_workspace, "--format", "json")

    rows = json.loads(done.stdout)
    assert [(row["berkas"], row["baris"], row["kolom"], row["kode"]) for row in rows] == expected()
    assert {row["tingkat"] for row in rows} == {"GALAT"}
    assert all(row["pesan"] and row["saran"] for row in rows)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.slow
def test_github_tells_the_same(twenty_workspace):
    done = check(twenty_workspace, "--format", "github")

    pattern = r"::error file=([^,]+),line=(\d+),col=(\d+),title=([a-z-]+)::.+; .+"
    findings = [re.fullmatch(pattern, line) for line in done.stdout.splitlines()]
    assert [(m[1], int(m[2]), int(m[3]), m[4]) for m in findings if m] == expected()
    assert None not in findings
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.slow
def test_right_content_ends_well(example_workspace):
    done = check(example_workspace)

    assert done.stdout.endswith("0 galat, 0 peringatan\n")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
def test_unknown_format_is_a_usage_error(example_workspace):
    assert check(example_workspace, "--format", "xml").returncode == 2


def break_with(workspace, broken, nomor):
    """Put a number where it does not belong."""
    name, right, wrong = broken
    path = workspace.root / TAHUN / name.format(nomor)
    text = path.read_text(encoding="utf-8") if right else ""
    assert right in text
    path.write_text(text.replace(right, wrong.format(nomor), 1) if right else wrong.format(nomor), encoding="utf-8")


@pytest.mark.parametrize("nomor", NOMOR.values(), ids=NOMOR.keys())
@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_personal_number_reaches_no_finding(example_workspace, broken, nomor):
    break_with(example_workspace, broken, nomor)

    _, findings = check_content(example_workspace)

    assert findings
    for write in FORMATS.values():
        assert not LONG_NUMBER.search(write(findings))


@pytest.mark.slow
@pytest.mark.parametrize("format_", FORMATS)
def test_personal_number_reaches_no_output(example_workspace, format_):
    for name in ("tanggal", "isian", "rujukan", "sumber", "sintaks", "berkas-asing", "nama-berkas"):
        break_with(example_workspace, BROKEN[name], NOMOR["NIK"])

    done = check(example_workspace, "--format", format_)

    assert done.returncode == 1
    assert not LONG_NUMBER.search(done.stdout + done.stderr)


@pytest.fixture(scope="module")
def fixed_workspace(tmp_path_factory):
    """A working space whose files are put back after each mutation."""
    return copy_workspace(tmp_path_factory.mktemp("mutasi"))


BYTES = st.one_of(
    st.binary(min_size=1, max_size=4),
    st.sampled_from([bytes([char]) for char in b"\t\n :-#'\"[]{}&*!|>%@`?,.~\x00\xff"]),
    st.sampled_from(["\u200b", "\u202e", "é", "\u00a0"]).map(str.encode),
)
MUTATIONS = st.lists(
    st.tuples(st.sampled_from(["flip", "delete", "insert", "double"]), st.floats(0, 1), st.integers(1, 40), BYTES),
    min_size=1,
    max_size=4,
)


def mutate(raw, kind, where, size, new):
    """Return the bytes with one place flipped, deleted, added to, or with lines said twice."""
    at = int(where * max(len(raw) - 1, 0))
    if kind == "flip":
        return raw[:at] + bytes([raw[at] ^ (1 << size % 8)]) + raw[at + 1 :] if raw else raw
    if kind == "delete":
        return raw[:at] + raw[at + size :]
    if kind == "insert":
        return raw[:at] + new + raw[at:]
    lines = raw.splitlines(keepends=True)
    first = int(where * max(len(lines) - 1, 0))
    return b"".join([*lines[: first + size], *lines[first:]])


@pytest.mark.slow
@given(data=st.data())
def test_no_mutation_makes_the_check_fail(fixed_workspace, kosakata, data):
    files = sorted((fixed_workspace.root / KANTOR_CONTOH).rglob("*.yml"))
    path = data.draw(st.sampled_from(files))
    before = path.read_bytes()
    after = before
    for mutation in data.draw(MUTATIONS):
        after = mutate(after, *mutation)
    path.write_bytes(after)
    try:
        isi, findings = check_content(fixed_workspace, kosakata=kosakata)
    finally:
        path.write_bytes(before)

    assert isinstance(isi, Isi)
    assert len(as_text(findings).split("\n")) == len(findings) + 1
    assert all(finding.place.line > 0 and finding.place.column > 0 for finding in findings)
