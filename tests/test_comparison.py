"""Offices side by side: real offices only, gaps shown, the figures those of each office's own page."""

from __future__ import annotations

import csv
import io
import shutil

import pytest
from conftest import KANTOR_CONTOH, copy_workspace

from generator.build import build_site

pytestmark = pytest.mark.slow

KANTOR = ("kpu-kabupaten-satu", "kpu-kabupaten-dua")


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The fictitious office, and twice the same as if it were real; the second one without an area."""
    workspace = copy_workspace(tmp_path_factory.mktemp("banding"))
    contoh = workspace.root / KANTOR_CONTOH
    for kode in KANTOR:
        folder = contoh.parent / kode
        shutil.copytree(contoh, folder, ignore=shutil.ignore_patterns("2023"))
        satker = (folder / "satker.yml").read_text(encoding="utf-8")
        satker = satker.replace("contoh: ya\n", "").replace("kode: kpu-kabupaten-contoh", f"kode: {kode}")
        (folder / "satker.yml").write_text(satker, encoding="utf-8")
    year = contoh.parent / KANTOR[1] / "2022"
    for name in ("zi", "realisasi", "keputusan/sk-9-2022.yml", "sumber/sk-9-2022.txt"):
        path = year / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name in ("bukti.yml", "survei.yml", "lke-zi.yml"):
        (year / name).unlink()
    shutil.rmtree(year / "berkas")
    return {file.uri: file for file in build_site(workspace).files}


def table(files) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files["data/banding.csv"].content.removeprefix("\ufeff"))))


def test_only_real_offices_are_compared(files):
    assert {row["satker"] for row in table(files)} == set(KANTOR)
    pages = [str(file.content) for uri, file in files.items() if uri.startswith("banding/")]
    assert len(pages) > 5
    assert not [page for page in pages if "kpu-kabupaten-contoh" in page]


def test_a_gap_is_shown_and_counts_are_those_of_the_rows(files):
    page = str(files["banding/index.md"].content)
    row = page.partition("zona-integritas/")[2].partition("</tr>")[0]
    assert "tidak direncanakan" in row
    counted = {row["satker"]: int(row["indikator"]) for row in table(files) if row["kode"] == "zi-mp-2"}
    assert counted == {KANTOR[0]: 2}
    one = str(files["banding/zona-integritas/index.md"].content)
    assert "Tidak ada dalam rencana" in one


def test_one_office_alone_is_not_compared(berkas_contoh):
    assert not [uri for uri in berkas_contoh() if "banding" in uri]
