"""What is empty says so: an area below which nothing is printed, a year without a plan, an office without a year."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from conftest import KANTOR_CONTOH, copy_workspace

from generator.build import build_site

pytestmark = pytest.mark.slow

OFFICE = "kpu-kabupaten-contoh"
AREA = """
keputusan: sk-4-2023
lampiran: "Lampiran I"
area:
  kode: {kode}
  catatan: "Judulnya tidak terbaca."
  asal: {asal}
  tanpa_kegiatan: ya
"""


def words(file) -> str:
    """Return the words of a page, on one line."""
    text = " ".join(re.sub(r"<[^>]+>", " ", str(file.content)).split())
    return re.sub(r" ([.,])", r"\1", text)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The fictitious office, an office without a year, and one with a year that holds nothing, or a decree alone."""
    workspace = copy_workspace(tmp_path_factory.mktemp("kosong"))
    contoh = workspace.root / KANTOR_CONTOH
    for year, sk in ((2022, "sk-7-2022"), (2023, "sk-4-2023")):
        path = contoh / f"{year}/keputusan/{sk}.yml"
        path.write_text(
            re.sub(r"^jumlah: .*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE), encoding="utf-8"
        )
    lines = {2022: "L58", 2023: "L29"}
    for year, sk, lampiran in ((2022, "sk-7-2022", "Lampiran"), (2023, "sk-4-2023", "Lampiran I")):
        text = AREA.replace("sk-4-2023", sk).replace("Lampiran I", lampiran)
        (contoh / f"{year}/rb/uji.yml").write_text(text.format(kode="uji", asal=lines[year]), encoding="utf-8")
    for name in ("kpu-kota-a", "kpu-kota-b"):
        office = contoh.parent / name
        office.mkdir()
        identity = f'skema: 1\nkode: {name}\nnama: "{name}"\nnama_resmi: "{name}"\ntingkat: kota\n'
        (office / "satker.yml").write_text(identity, encoding="utf-8")
    for year in (2022, 2023):
        folder = contoh.parent / f"kpu-kota-b/{year}"
        (folder / "keputusan").mkdir(parents=True)
        settings = f"tahun: {year}\nrezim: {{rb: rb-8-area}}\nper_tanggal: {year}-05-01\n"
        (folder / "tahun.yml").write_text(settings, encoding="utf-8")
    (folder / "keputusan/sk-1-2023.yml").write_text(
        'kode: sk-1-2023\nnomor: "1 TAHUN 2023"\ntahun: 2023\ntentang: "TIM"\nnaskah: ada\n', encoding="utf-8"
    )
    return {file.uri: file for file in build_site(workspace).files}


AREAS = [
    # the plan, its area without anything, what it lacks
    ("2022/rb", "uji", "kegiatan"),
    ("2023/rb", "uji", "kegiatan utama"),
    ("2023/zi", "tata-laksana", "komponen"),
]


@pytest.mark.parametrize(("plan", "kode", "label"), AREAS)
def test_an_area_below_which_nothing_is_printed_has_page_and_row(files, plan, kode, label):
    assert f"Tidak ada {label} tercetak di bawah area ini." in words(files[f"{OFFICE}/{plan}/{kode}/index.md"])
    assert f"tidak ada {label} tercetak di bawah area ini" in words(files[f"{OFFICE}/{plan}/index.md"])
    assert f'href="{plan.partition("/")[2]}/{kode}/"' in files[f"{OFFICE}/{plan[:4]}/index.md"].content


@pytest.mark.parametrize(("plan", "kode", "label"), AREAS)
def test_an_area_below_which_nothing_is_printed_is_in_the_data(files, plan, kode, label):
    areas = json.loads(files[f"data/{OFFICE}/{plan}.json"].content)["area"]
    rows = list(csv.DictReader(io.StringIO(files[f"data/{OFFICE}/{plan}.csv"].content.removeprefix("\ufeff"))))

    assert [one["kegiatan" if "rb" in plan else "komponen"] for one in areas if one["kode"] == kode] == [[]]
    assert [(row["indikator"], row["catatan"]) for row in rows if row["area"] == kode] == [
        ("", f"Tidak ada {label} tercetak di bawah area ini.")
    ]


PLACES = [
    (
        "kpu-kota-b/2022",
        "Rencana aksi 2022 kantor ini tidak ada dalam data situs ini. Yang sudah tercatat: belum ada keputusan.",
    ),
    ("kpu-kota-b/2022", "Belum ada keputusan tahun 2022 yang tercatat di situs ini."),
    ("kpu-kota-b/2022", "Rencana RB kantor ini tidak dipegang situs ini."),
    ("kpu-kota-b/2023", "Yang sudah tercatat: 1 keputusan."),
    ("kpu-kota-b/2023", "Keputusan 1 TAHUN 2023 tentang TIM"),
    ("kpu-kota-a", "Belum ada tahun kantor ini yang tercatat di situs ini."),
    ("indeks", "Belum ada tahun kantor ini yang tercatat di situs ini."),
    ("", "Belum ada tahun kantor ini yang tercatat di situs ini."),
]


@pytest.mark.parametrize(("page", "told"), PLACES)
def test_a_page_without_a_plan_says_what_is_there_and_what_is_not(files, page, told):
    assert told in words(files[f"{page}/index.md".lstrip("/")])


def test_no_list_is_empty(files):
    assert not [
        uri
        for uri, file in files.items()
        if file.meta and uri != "cari/index.md" and re.search(r"<(ul|ol|dl|tbody)[^>]*>\s*</\1>", file.content)
    ]
