"""Folders that began as a copy: what is left of the fictitious office or of last year is found, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import KANTOR_CONTOH

from generator.checks.leftovers import find_leftovers
from generator.inspect import check_content

FOLDER = "content/data/kpu-kota-uji"
TEXTS = [
    # a line of a file of a real office, what of it is found
    ('tautan: "https://contoh.invalid/ppid"', "contoh.invalid"),
    ('tautan: "https://www.ppid.example/a"', "www.ppid.example"),
    ('surel: "ppid@example.org"', "example.org"),
    ('tautan: "https://example.com"', "example.com"),
    ('kode_wilayah: "9999"', "9999"),
    ("kode_wilayah: 9999", "9999"),
    ('nomor: "7/ORT.07/9999/2022"', "9999"),
    ('nama: "KPU Kabupaten Contoh"', "Kabupaten Contoh"),
    ('alamat: "Jalan Contoh Nomor 1"', "Jalan Contoh"),
    ('tautan: "https://ppid.kpu.go.id"', None),
    ('tautan: "https://contoh.invalid.kpu.go.id"', None),
    ('tautan: "https://notexample.com/a"', None),
    ('uraian: "Kirim ke loket, contoh: formulir A; 9999 lembar"', None),
    ('nomor: "9999/ORT.07/5301/2022"', None),
    ('judul: "Buku Contoh Formulir"', None),
    ("# https://contoh.invalid/ppid", None),
]


@pytest.mark.parametrize(("line", "found"), TEXTS)
def test_what_only_the_fictitious_office_has_is_found_in_a_real_one(line, found):
    told = [finding.message for finding in find_leftovers([(f"{FOLDER}/satker.yml", f"skema: 1\n{line}\n")], [FOLDER])]

    assert [message.partition("“")[2].partition("”")[0] for message in told] == ([found] if found else [])


@pytest.mark.parametrize("name", ["content/data/kpu-lain/satker.yml", f"{FOLDER}-dua/satker.yml", f"{FOLDER}/sk.txt"])
def test_only_data_files_of_real_offices_are_looked_at(name):
    assert not list(find_leftovers([(name, 'kode_wilayah: "9999"')], [FOLDER]))


def test_many_in_one_file_are_one_finding_of_each_kind():
    text = 'a: "https://contoh.invalid"\n' * 3 + 'kode_wilayah: "9999"\n'
    found = list(find_leftovers([(f"{FOLDER}/satker.yml", text)], [FOLDER]))

    assert [(one.place.line, "2 baris lain" in one.message) for one in found] == [(1, True), (4, False)]


ENTRI = """entri:
  - kode: r-uji-{tahun}
    indikator: mp-2-b-1
    periode: {periode}
    tanggal: {tanggal}
    hasil: selesai
    uraian: "{uraian}"
"""


def report(year: Path, periode: str, tanggal: str, uraian: str, more: str = "") -> None:
    text = ENTRI.format(tahun=year.name, periode=periode, tanggal=tanggal, uraian=uraian) + more
    (year / f"realisasi/{year.name}-03.yml").write_text(text, encoding="utf-8")


ENTRI_CASES = [
    # this year's day, its words, what else it says; whether it counts as copied
    ("2023-03-21", "Pakta ditandatangani.", "", True),
    ("2023-03-22", "Pakta ditandatangani.", "", False),
    ("2023-03-21", "Pakta ditandatangani lagi.", "", False),
    ("2023-03-21", "Pakta ditandatangani.", '    catatan: "Memang pada hari yang sama."\n', False),
    ("2023-03-21", "Pakta ditandatangani.", '    catatan: "Diperiksa."\n', True),
]


@pytest.mark.parametrize(("tanggal", "uraian", "more", "copied"), ENTRI_CASES)
def test_an_entry_is_a_copy_only_where_nothing_but_the_year_differs(tanggal, uraian, more, copied, example_workspace):
    office = example_workspace.root / KANTOR_CONTOH
    report(office / "2022", "2022-03", "2022-03-21", "Pakta ditandatangani.", '    catatan: "Diperiksa."\n')
    report(office / "2023", "2023-tw1", tanggal, uraian, f"    capaian: 100\n{more}")

    assert ("entri-tersalin" in codes(example_workspace)) is copied


def codes(workspace) -> set[str]:
    return {finding.code for finding in check_content(workspace)[1]}


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(office: Path) -> None:
        text = (office / name).read_text(encoding="utf-8")
        assert old in text
        (office / name).write_text(text.replace(old, new), encoding="utf-8")

    return change


SOUND = [
    ("read later", replaced("2023/tahun.yml", "per_tanggal: 2023-10-15", "per_tanggal: 2024-01-01")),
    ("reports since the new year", replaced("2023/tahun.yml", "pelaporan: 2023-03-06", "pelaporan: 2023-01-01")),
    ("goes on into the next year", replaced("2023/tahun.yml", "sampai: 2023-12-31", "sampai: 2024-12-31")),
    ("decreed in December", replaced("2023/keputusan/sk-5-2023.yml", "tanggal: 2023-01-16", "tanggal: 2022-12-16")),
    (
        "old and still valid",
        replaced(
            "2023/keputusan/sk-5-2023.yml", "tanggal: 2023-01-16", "tanggal: 2021-01-16\nberlaku_sampai: 2023-12-31"
        ),
    ),
]


@pytest.mark.parametrize("change", [row[1] for row in SOUND], ids=[row[0] for row in SOUND])
def test_what_may_well_be_so_is_no_finding(change, example_workspace):
    change(example_workspace.root / KANTOR_CONTOH)

    assert (
        codes(example_workspace) & {"setelan-tahun", "berlaku-sampai", "keputusan-lama", "keputusan-tersalin"} == set()
    )


def test_a_file_copied_as_a_whole_is_one_finding(example_workspace):
    office = example_workspace.root / KANTOR_CONTOH
    shutil.copytree(office / "2023", office / "2024")
    replaced("2024/tahun.yml", "tahun: 2023", "tahun: 2024")(office)
    found = [finding for finding in check_content(example_workspace)[1] if finding.code == "bukti-tersalin"]

    assert [finding.place.file.rpartition("/")[2] for finding in found] == ["bukti.yml"]
    assert "lagi di berkas ini juga sama" in found[0].message
