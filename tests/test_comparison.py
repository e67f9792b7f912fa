"""Offices side by side: real offices only, gaps shown, the figures those of each office's own page."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from dataclasses import replace

import pytest
from conftest import KANTOR_CONTOH, copy_workspace, make_real

from generator.build import build_site
from generator.load import load_isi
from generator.views.held import list_held

pytestmark = pytest.mark.slow

KANTOR = ("kpu-kabupaten-a", "kpu-kabupaten-b", "kpu-kabupaten-c")
ZI = ("zi", "keputusan/sk-9-2022.yml", "sumber/sk-9-2022.txt")
RB = (
    *("rb", "tim.yml", "keputusan/sk-2-2021.yml"),
    *(name for n in (7, 8, 21) for name in (f"keputusan/sk-{n}-2022.yml", f"sumber/sk-{n}-2022.txt")),
)
LOG = ("realisasi", "berkas", "bukti.yml", "survei.yml", "lke-zi.yml")


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The fictitious office, and thrice the same as if it were real: with both plans, with RB alone, with ZI alone."""
    workspace = copy_workspace(tmp_path_factory.mktemp("banding"))
    contoh = workspace.root / KANTOR_CONTOH
    for kode in KANTOR:
        folder = contoh.parent / kode
        shutil.copytree(contoh, folder, ignore=shutil.ignore_patterns("2023"))
        make_real(folder)
        satker = (folder / "satker.yml").read_text(encoding="utf-8").replace("kpu-kabupaten-contoh", kode)
        (folder / "satker.yml").write_text(satker.replace("KPU Kabupaten Uji", kode), encoding="utf-8")
    for kode, plan in ((KANTOR[1], ZI), (KANTOR[2], RB)):
        for name in (*plan, *LOG):
            path = contoh.parent / kode / "2022" / name
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    return {file.uri: file for file in build_site(workspace).files}


def table(files) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files["data/banding.csv"].content.removeprefix("\ufeff"))))


def test_only_real_offices_are_compared(files):
    assert {row["satker"] for row in table(files)} == set(KANTOR)
    pages = [str(file.content) for uri, file in files.items() if uri.startswith("banding/")]
    assert len(pages) > 5
    assert not [page for page in pages if "kpu-kabupaten-contoh" in page]


def shown(files, uri: str) -> str:
    """Return the words of a page, on one line."""
    words = " ".join(re.sub(r"<[^>]+>", " ", str(files[uri].content)).split())
    return re.sub(r" ([.,])", r"\1", words)


CELLS = (
    # canonical kegiatan, office, plan: what the table says
    ("monev-rb", 0, "rb", "direncanakan"),
    ("monev-rb", 1, "rb", "direncanakan"),
    ("monev-rb", 2, "rb", "tidak-dipegang"),
    ("zona-integritas", 0, "zi", "direncanakan"),
    ("zona-integritas", 1, "zi", "tidak-dipegang"),
    ("zona-integritas", 2, "zi", "direncanakan"),
    ("jdih", 0, "rb", "tidak-direncanakan"),
    ("jdih", 1, "rb", "tidak-direncanakan"),
    ("jdih", 1, "zi", "tidak-dipegang"),
    ("jdih", 2, "rb", "tidak-dipegang"),
    ("jdih", 2, "zi", "tidak-direncanakan"),
)


@pytest.mark.parametrize(("baku", "kantor", "jenis", "keadaan"), CELLS)
def test_only_a_plan_that_is_here_is_told_to_lack_a_kegiatan(files, baku, kantor, jenis, keadaan):
    rows = [
        row
        for row in table(files)
        if (row["kegiatan_baku"], row["satker"], row["jenis"]) == (baku, KANTOR[kantor], jenis)
    ]

    assert {row["keadaan"] for row in rows} == {keadaan}
    assert all(bool(row["kode"]) == bool(row["indikator"]) == (keadaan == "direncanakan") for row in rows)


def test_the_table_says_which_plan_is_not_here_in_sight_and_to_the_ear(files):
    page = str(files["banding/index.md"].content)
    row = page.partition(">Pengelolaan JDIH<")[2].partition("</tr>")[0]
    cells = [" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in row.split("<td")[1:]]

    assert [cell.partition("> ")[2] for cell in cells] == [
        "– RB tidak direncanakan dalam rencana RB; – ZI tidak direncanakan dalam rencana ZI",
        "– RB tidak direncanakan dalam rencana RB; ? ZI rencana ZI kantor ini tidak dipegang situs ini",
        "? RB rencana RB kantor ini tidak dipegang situs ini; – ZI tidak direncanakan dalam rencana ZI",
    ]
    head = page.partition("<thead>")[2].partition("</thead>")[0]
    assert re.findall(r'<span class="catatan">(.*?)</span>', head) == [
        "rencana ZI kantor ini tidak dipegang situs ini",
        "rencana RB kantor ini tidak dipegang situs ini",
    ]


def test_a_page_of_one_kegiatan_parts_what_is_not_planned_from_what_is_not_known(files):
    page = shown(files, "banding/monev-rb/index.md")

    assert f"Rencana RB kantor ini tidak dipegang situs ini: {KANTOR[2]} 2022. Apakah kegiatan ini ada" in page
    assert f"Rencana ZI kantor ini tidak dipegang situs ini: {KANTOR[1]} 2022. Apakah kegiatan ini ada" in page


@pytest.mark.parametrize("uri", ["index.md", "indeks/index.md", "{}/index.md", "{}/2022/index.md"])
def test_a_plan_that_is_not_here_is_named_wherever_the_others_are(files, uri):
    for kode, absent, there in ((KANTOR[1], "ZI", "RB"), (KANTOR[2], "RB", "ZI")):
        page = shown(files, uri.format(kode))
        assert f"Rencana {absent} kantor ini tidak dipegang situs ini." in page
        assert "{}" not in uri or f"Rencana {there} kantor ini tidak dipegang" not in page
    assert "{}" not in uri or "tidak dipegang situs ini." not in shown(files, uri.format(KANTOR[0]))


def test_json_and_csv_hold_the_same_rows(files):
    record = json.loads(files["data/banding.json"].content)

    assert record["versi"] == 1
    assert [{k: "" if v is None else str(v) for k, v in row.items()} for row in record["baris"]] == table(files)


def test_counts_are_those_of_the_rows(files):
    counted = {row["satker"]: int(row["indikator"]) for row in table(files) if row["kode"] == "zi-mp-2"}

    assert counted == {KANTOR[0]: 2, KANTOR[2]: 2}


def test_a_row_may_stand_in_an_annex_that_is_not_copied_yet(example_workspace, kosakata):
    isi, _ = load_isi(example_workspace, kosakata)
    tahun = next(tahun for tahun in isi.semua_tahun() if tahun.tahun == 2022)
    daftar_keputusan = tuple(
        k.model_copy(update={"lampiran": tuple(one.model_copy(update={"disalin": False}) for one in k.lampiran)})
        for k in tahun.keputusan
        if k.kode == "sk-7-2022"
    )
    rb = tuple(rencana for rencana in tahun.rencana if rencana.jenis == "rb")
    held = list_held(kosakata, replace(tahun, keputusan=daftar_keputusan, rencana=rb))

    assert [(one.keadaan, one.sentence) for one in held] == [
        ("belum-disalin", "tidak ada dalam bagian rencana RB yang sudah disalin ke situs ini"),
        (
            "belum-disalin",
            "rencana ZI kantor ini tidak ada dalam data situs ini, dan ada lampiran keputusan yang belum disalin",
        ),
    ]


def test_one_office_alone_is_not_compared(berkas_contoh):
    assert not [uri for uri in berkas_contoh() if "banding" in uri]
