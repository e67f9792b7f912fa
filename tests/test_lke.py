"""Worksheets (LKE): weights as data, sums only of what is there, thresholds in plain words, never a claim."""

from __future__ import annotations

import csv
import io
import json
import re
import string
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from conftest import KANTOR_CONTOH, ROOT, copy_workspace, give
from examples import OFFICE, PAGES
from hypothesis import given
from hypothesis import strategies as st

from generator.build import build_site
from generator.load.isi import load_kosakata
from generator.model.lke import Instrumen, NilaiArea, NilaiHasil, Penilai, PenilaianLke
from generator.output import OutputFile
from generator.progress import BarisLke, LembarKerja, fill_lembar_kerja
from generator.settings import Workspace
from generator.views.worksheets import explain_batas

INSTRUMEN = load_kosakata(Workspace(ROOT)).instrumen["lke-zi-permenpanrb-90-2021"]
# What nobody but TPI and TPN may say.
CLAIM = re.compile(r"\b(meraih|diraih|lulus|memenuhi|predikat|layak|berhak|menyandang|lolos|selamat)\b", re.IGNORECASE)
DATA = f"data/{OFFICE}/2022/lke-zi"


def build(workspace: Workspace, day: date | None = None) -> dict[str, OutputFile]:
    return {file.uri: file for file in build_site(workspace, give(day)).files}


@pytest.fixture(scope="module")
def files(berkas_contoh) -> dict[str, OutputFile]:
    return berkas_contoh()


def words(page: str) -> str:
    """Return the text of a page as a reader sees it."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_the_weights_add_up_to_a_hundred():
    assert sum(area.pemenuhan for area in INSTRUMEN.area) == 30
    assert sum(area.reform for area in INSTRUMEN.area) == 30
    assert sum(komponen.bobot for komponen in INSTRUMEN.hasil) == 40
    assert all(sum(isian.bobot for isian in komponen.isian) == komponen.bobot for komponen in INSTRUMEN.hasil)


def test_every_threshold_is_of_a_row_and_within_its_weight():
    weights = {isian.kode: isian.bobot for komponen in INSTRUMEN.hasil for isian in (komponen, *komponen.isian)}
    for ambang in INSTRUMEN.ambang:
        assert {batas.komponen for batas in ambang.hasil} == set(weights)
        assert all(batas.nilai <= weights[batas.komponen] for batas in ambang.hasil)
        assert ambang.pengungkit <= 60
        assert ambang.total <= 100
    wbk, wbbm = INSTRUMEN.ambang
    assert (wbk.total, wbk.pengungkit, wbk.persen_area, wbk.sesudah) == (75, 40, 60, None)
    assert (wbbm.total, wbbm.pengungkit, wbbm.persen_area, wbbm.sesudah) == (85, 48, 75, "wbk")
    surveyed = {batas.komponen for batas in wbk.hasil if batas.indeks is not None}
    assert surveyed == {isian.kode for isian in INSTRUMEN.isian_hasil if isian.survei}


@pytest.mark.slow
def test_the_source_of_the_thresholds_is_said_to_be_no_regulation(files):
    page = files[PAGES["lke"]].as_markdown()
    assert INSTRUMEN.sumber_ambang in page
    assert INSTRUMEN.sumber_bobot in page
    assert "bukan dari naskah peraturannya" in INSTRUMEN.sumber_ambang
    assert json.loads(files[f"{DATA}.json"].as_markdown())["instrumen"][0]["sumber_ambang"] == INSTRUMEN.sumber_ambang


def points(limit: Decimal) -> st.SearchStrategy[Decimal | None]:
    return st.none() | st.decimals(0, limit, places=2, allow_nan=False, allow_infinity=False)


@st.composite
def assessments(draw) -> PenilaianLke:
    """Any assessment that the rules let pass, some of its values lacking."""
    return PenilaianLke(
        kode="lke-unit",
        instrumen=INSTRUMEN.kode,
        penilai=Penilai(jenis=draw(st.sampled_from(["unit", "tpi", "tpn"])), lembaga="Tim"),
        tanggal=date(2022, 6, 30),
        area=tuple(
            NilaiArea(area=a.kode, pemenuhan=draw(points(a.pemenuhan)), reform=draw(points(a.reform)))
            for a in INSTRUMEN.area
        ),
        hasil=tuple(
            NilaiHasil(
                komponen=k.kode, nilai=draw(points(k.bobot)), indeks=draw(points(Decimal(4))) if k.survei else None
            )
            for k in INSTRUMEN.isian_hasil
        ),
    )


def exact_sum(values: list[Decimal | None]) -> Fraction | None:
    return None if None in values else sum((Fraction(value) for value in values), Fraction(0))


def rows_of(lembar: LembarKerja) -> list[BarisLke]:
    return list(lembar.baris().values())


@given(assessments())
def test_every_sum_is_that_of_its_rows_and_none_is_claimed_where_one_lacks(penilaian):
    lembar = fill_lembar_kerja(penilaian, INSTRUMEN)
    for row, isian in zip(lembar.area, penilaian.area, strict=True):
        assert row.nilai == exact_sum([isian.pemenuhan, isian.reform])
    pengungkit = [value for isian in penilaian.area for value in (isian.pemenuhan, isian.reform)]
    hasil = [isian.nilai for isian in penilaian.hasil]
    assert lembar.pengungkit.nilai == exact_sum(pengungkit)
    assert lembar.jumlah_hasil.nilai == exact_sum(hasil)
    assert lembar.total.nilai == exact_sum([*pengungkit, *hasil])
    assert lembar.belum_dinilai == [*pengungkit, *hasil].count(None)
    assert [row.bobot for row in (lembar.pengungkit, lembar.jumlah_hasil, lembar.total)] == [60, 40, 100]


@given(assessments())
def test_words_agree_with_the_exact_comparison_and_claim_nothing(penilaian):
    for row in rows_of(fill_lembar_kerja(penilaian, INSTRUMEN)):
        assert row.persen is None or 0 <= row.persen <= 100
        for batas in row.batas:
            posisi = explain_batas(row, batas)
            if row.nilai is None:
                assert posisi is None
                continue
            exact = Fraction(row.nilai) - Fraction(batas.nilai)
            arah = "di bawah" if exact < 0 else "di atas" if exact > 0 else "tepat pada"
            assert f"{arah} ambang {batas.ambang.nama} " in posisi.kata
            assert posisi.kurang == (exact < 0)
            assert not CLAIM.search(posisi.kata)
            if batas.persen is not None and exact < 0:
                assert row.persen < batas.persen


@pytest.mark.parametrize(
    ("pemenuhan", "reform", "expected"),
    [
        ("2.10", "2.10", ["tepat pada ambang WBK 60 %", "15,00 poin persen di bawah ambang WBBM 75 %"]),
        (
            "2.10",
            "2.0999",
            ["0,01 poin persen di bawah ambang WBK 60 %", "15,01 poin persen di bawah ambang WBBM 75 %"],
        ),
        ("2.10", "2.1001", ["di atas ambang WBK 60 %", "15,00 poin persen di bawah ambang WBBM 75 %"]),
        ("0", "0", ["60,00 poin persen di bawah ambang WBK 60 %", "75,00 poin persen di bawah ambang WBBM 75 %"]),
        ("3.5", None, []),
        (None, None, []),
    ],
)
def test_a_share_is_set_against_its_threshold_in_plain_words(pemenuhan, reform, expected):
    values = {"pemenuhan": pemenuhan, "reform": reform}
    isian = NilaiArea(area="tata-laksana", **{key: value and Decimal(value) for key, value in values.items()})
    row = fill_lembar_kerja(_empty().model_copy(update={"area": (isian,)}), INSTRUMEN).baris()["tata-laksana"]
    found = [explain_batas(row, batas) for batas in row.batas]
    assert [posisi.kata for posisi in found if posisi] == expected


def _empty(instrumen: Instrumen = INSTRUMEN) -> PenilaianLke:
    penilai = Penilai(jenis="unit", lembaga="Tim")
    return PenilaianLke(
        kode="lke-unit", instrumen=instrumen.kode, penilai=penilai, tanggal=date(2022, 6, 30), area=(), hasil=()
    )


@pytest.mark.slow
def test_the_page_claims_nothing_and_says_who_decides(files):
    page = words(files[PAGES["lke"]].as_markdown())
    assert not CLAIM.search(page)
    assert "Penilaian mandiri adalah nilai yang diberikan kantor kepada dirinya sendiri." in page
    assert "diputuskan oleh Tim Penilai Internal (TPI) dan Tim Penilai Nasional (TPN)" in page
    assert "73,80 dari 100" in page
    assert "2,15 poin persen di bawah ambang WBK 60 %" in page
    assert "tepat pada ambang WBK 60 %" in page
    assert "17,00 poin persen di atas ambang WBK 60 %" in page


@pytest.mark.slow
def test_what_is_not_valued_is_shown_so_and_in_no_sum(files):
    page = files[PAGES["lke"]].as_markdown()
    older = words(page.partition("{: #lke-unit }")[2])
    assert "Nilai total belum dapat dihitung: 3 nilai belum diisi." in older
    assert "Pemenuhan 4,20 dari 5; Reform belum dinilai." in older
    assert "Jumlah pengungkit belum lengkap 60 –" in older
    assert "Survei persepsi korupsi Survei persepsi anti korupsi belum diadakan. belum dinilai 17,5" in older


@pytest.mark.slow
@pytest.mark.parametrize(
    ("day", "seen"),
    [
        (date(2022, 6, 29), []),
        (date(2022, 6, 30), ["lke-unit"]),
        (date(2022, 10, 19), ["lke-unit"]),
        (date(2022, 10, 20), ["lke-tpi", "lke-unit"]),
    ],
)
def test_an_assessment_exists_from_its_day_on(berkas_contoh, day, seen):
    files = berkas_contoh(day)
    page = files[PAGES["lke"]].as_markdown() if seen else ""
    assert re.findall(r"^## .*\{: #(lke-\w+) \}$", page, re.MULTILINE) == seen
    assert (PAGES["lke"] in files) == bool(seen)
    assert ("Sebelumnya" in page) == (len(seen) > 1)
    assert any(link["judul"] == "LKE ZI" for link in files[PAGES["tahun"]].meta["menu"]) == bool(seen)
    assert ("LKE Zona Integritas" in files[PAGES["kantor"]].as_markdown()) == bool(seen)
    data = json.loads(files[f"{DATA}.json"].as_markdown())["penilaian"] if f"{DATA}.json" in files else []
    assert [one["kode"] for one in data] == seen[::-1]


@pytest.mark.slow
def test_evidence_that_only_a_later_assessment_names_does_not_exist_yet(example_workspace):
    year = example_workspace.root / KANTOR_CONTOH / "2022"
    entry = '\n  - {kode: b-lke, jenis: surat, judul: "Surat", tautan: "https://contoh.invalid/lke"}\n'
    for name, old, new in (
        ("bukti.yml", "", entry),
        ("lke-zi.yml", "reform: 2.90}", "reform: 2.90, bukti: [b-lke]}"),
    ):
        text = (year / name).read_text(encoding="utf-8")
        assert old in text
        (year / name).write_text(text.replace(old, new) if old else text.rstrip() + new, encoding="utf-8")
    assert "b-lke" not in build(example_workspace, date(2022, 10, 19))[PAGES["bukti"]].as_markdown()
    assert 'id="b-lke"' in build(example_workspace, date(2022, 10, 20))[PAGES["bukti"]].as_markdown()


@pytest.mark.slow
def test_one_piece_of_evidence_serves_both_plan_and_worksheet(files):
    page = files[PAGES["bukti"]].as_markdown()
    entry = page.partition('id="b-sk-tim-zi"')[2].partition('class="indikator"')[0]
    assert "zi/manajemen-perubahan" in entry
    assert 'href="../lke-zi/#lke-unit.manajemen-perubahan"' in entry
    bukti = json.loads(files[f"data/{OFFICE}/2022/bukti.json"].as_markdown())["bukti"]
    served = next(one["lke"] for one in bukti if one["kode"] == "b-sk-tim-zi")
    assert served == ["lke-unit.manajemen-perubahan", "lke-tpi.manajemen-perubahan"]
    assert f'id="{served[0]}"' in files[PAGES["lke"]].as_markdown()


@pytest.mark.slow
def test_closed_evidence_is_named_by_its_kind_and_date_only(files):
    page = words(files[PAGES["lke"]].as_markdown())
    assert "Daftar hadir 25 Maret 2022 (tidak diterbitkan: memuat data pribadi)" in page
    assert "Laporan 30 Agustus 2022 (tidak diterbitkan: dikecualikan)" in page


@pytest.mark.slow
def test_open_data_hold_the_same_figures_without_noise(files):
    data = json.loads(files[f"{DATA}.json"].as_markdown())
    assert list(data) == ["versi", "satker", "tahun", "per_tanggal", "instrumen", "penilaian"]
    unit, tpi = data["penilaian"]
    assert (unit["pengungkit"], unit["hasil"], unit["total"], unit["belum_dinilai"]) == (None, None, None, 3)
    assert (tpi["pengungkit"], tpi["hasil"], tpi["total"], tpi["belum_dinilai"]) == (40.6, 33.2, 73.8, 0)
    rows = list(csv.DictReader(io.StringIO(files[f"{DATA}.csv"].as_markdown().removeprefix("\ufeff"))))
    assert [row["kode"] for row in rows] == [row["kode"] for one in (unit, tpi) for row in one["butir"]]
    by_kode = {row["kode"]: row for row in rows}
    assert by_kode["lke-unit.pelayanan-publik"]["nilai"] == ""
    assert by_kode["lke-unit.pengawasan"]["ambang_wbk"] == "9"
    assert by_kode["lke-tpi.tata-laksana"]["persen"] == "57.85"
    figures = [row[key] for row in rows for key in row if key in {"nilai", "persen", "bobot", "ambang_wbk"}]
    assert all(len(figure.partition(".")[2]) <= 4 for figure in figures)
    assert set("".join(figures)) <= set(string.digits + ".")


@pytest.mark.slow
def test_an_assessment_by_other_rules_is_not_compared(example_workspace):
    """Areas of one name may weigh differently, so only assessments by one instrument stand side by side."""
    rules = example_workspace.root / "site_config/lke.yml"
    own = (ROOT / "site_config/lke.yml").read_text(encoding="utf-8")
    other = own.partition("instrumen:\n")[2].replace("90-2021", "10-2019")
    rules.write_text(own + other, encoding="utf-8")
    path = example_workspace.root / KANTOR_CONTOH / "2022/lke-zi.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("90-2021", "10-2019", 1), encoding="utf-8")
    page = build(example_workspace)[PAGES["lke"]].as_markdown()
    assert "Sebelumnya" not in page
    assert page.count("<dt>Dasar</dt>") == 2


@pytest.mark.slow
def test_without_the_file_there_is_no_page_no_link_and_no_data(tmp_path):
    workspace = copy_workspace(tmp_path)
    (workspace.root / KANTOR_CONTOH / "2022/lke-zi.yml").unlink()
    files = build(workspace)
    assert [uri for uri in files if "lke" in uri and "skema" not in uri] == []
    assert "LKE" not in files[PAGES["bukti"]].as_markdown()


@pytest.mark.slow
def test_names_are_hidden_in_notes_too(example_workspace):
    for path, old, new in (
        (example_workspace.site_settings, "tampilkan_nama: semua", "tampilkan_nama: inisial"),
        (example_workspace.root / KANTOR_CONTOH / "2022/lke-zi.yml", "sebelum survei.", "oleh Pejabat Contoh 1."),
    ):
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    page = build(example_workspace)[PAGES["lke"]].as_markdown()
    assert "oleh P. C. 1." in page
    assert "Manajemen Perubahan" in page
