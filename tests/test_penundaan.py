"""What is put off or given up is told and counted apart, and no percentage leaves it out in silence."""

from __future__ import annotations

import re
from datetime import date

import pytest
from conftest import KANTOR_CONTOH, view_workspace
from test_progress import kosakata, year_of

from generator.pages import build_office
from generator.progress import assess
from generator.render import Renderer
from generator.views.counts import summarize_indikator
from generator.views.penundaan import JumlahDilepas

COUNTS = "ditunda sesudah jatuh tempo dan 1 ditunda lebih dari sekali)."
# Months, log, day, and what is told of it: with what the percentage leaves out, where it leaves anything out.
ROWS = [
    ("3", "0320 S 03 b", "0501", None, ""),
    ("3", "0315 D08 03", "0320", "1 tahap pernah ditunda (1 masih menunggu waktu barunya).", ""),
    ("3", "0315 D08 03", "0501", "1 tahap pernah ditunda (1 masih menunggu waktu barunya).", "1 ditunda"),
    ("3", "0315 D08 03", "0901", "1 tahap pernah ditunda.", ""),
    ("3", "0315 D08 03; 0501 S 05 b", "0901", "1 tahap pernah ditunda.", ""),
    (
        "3",
        "0415 D08 03",
        "0501",
        "1 tahap pernah ditunda (1 masih menunggu waktu barunya dan 1 ditunda sesudah jatuh tempo).",
        "1 ditunda",
    ),
    (
        "3",
        "0315 D08 03; 0915 D11 08",
        "1001",
        f"1 tahap pernah ditunda (1 masih menunggu waktu barunya, 1 {COUNTS}",
        "1 ditunda",
    ),
    ("3 9", "0315 D08 03; 0930 S 09 b", "1001", "1 tahap pernah ditunda.", ""),
    ("3", "0315 N 03", "0501", "1 tahap dinyatakan tidak dilaksanakan.", "1 tidak dilaksanakan"),
    (
        "3",
        "0415 N 03",
        "0501",
        "1 tahap dinyatakan tidak dilaksanakan (1 baru sesudah jatuh tempo).",
        "1 tidak dilaksanakan",
    ),
]


@pytest.mark.parametrize(("months", "log", "when", "told", "left_out"), ROWS)
def test_what_is_told(months, log, when, told, left_out):
    tahun = year_of([months, log, when, ""])
    nilai = assess(tahun, date(2022, int(when[:2]), int(when[2:])))
    one = summarize_indikator(kosakata(), nilai, tahun.rencana[0].daftar_indikator())
    assert one.dilepas.sentence("tahap") == told
    assert "; ".join(f"{number} {status.nama.lower()}" for status, number in one.dikecualikan) == left_out


def test_nothing_to_tell_is_no_sentence():
    assert JumlahDilepas().sentence("tahap") is None


AGAIN = """\
entri:
  - kode: r-uji-1
    indikator: tl-1-b-1
    periode: 2022-08
    tanggal: 2022-10-21
    hasil: ditunda
    uraian: "Evaluasi SOP ditunda."
    kendala: "Pegawai cuti."
    bukti: [b-nota-tunda-kartu]
    penundaan: {dasar: "Nota Dinas Nomor 77/2022", ke: 2022-10}
    mengoreksi: r-tl-1-b-1
  - kode: r-uji-2
    indikator: tl-1-b-1
    periode: 2022-10
    tanggal: 2022-11-10
    hasil: ditunda
    uraian: "Evaluasi SOP ditunda lagi."
    kendala: "Pegawai cuti."
    bukti: [b-nota-tunda-kartu]
    penundaan: {dasar: "Nota Dinas Nomor 77/2022", ke: 2022-12}
"""
# Page of the office, and words that stand on it.
TELLS = [
    ("2022/terlambat/", f"2 tahap pernah ditunda (2 masih menunggu waktu barunya, 1 {COUNTS}"),
    ("2022/terlambat/", "dari Agustus ke Desember 2022; ditunda sesudah jatuh tempo; ditunda 2 kali"),
    ("2022/", "2 pernah ditunda 1 sesudah jatuh tempo, 1 lebih dari sekali"),
    ("2022/", f"2 tahap pernah ditunda (2 masih menunggu waktu barunya, 1 {COUNTS}"),
    ("2022/rb/tata-laksana/", "tahap yang sudah jatuh tempo atau dilaporkan selesai (tidak ikut dihitung: 1 ditunda),"),
    ("2022/rb/pengawasan/", "%, tanpa 1 yang diubah oleh keputusan lain)"),
    ("2022/laporan/2022-tw3/", f"1 pekerjaan pernah ditunda (1 masih menunggu waktu barunya, 1 {COUNTS}"),
    ("2022/laporan/2022-tw4/", "1 pekerjaan dari periode lain ditunda ke periode ini, 0 di antaranya terbukti"),
]


@pytest.fixture
def words(example_workspace) -> dict[str, str]:
    """The pages of the fictitious office with a step put off late and again, as a reader sees them."""
    path = example_workspace.root / KANTOR_CONTOH / "2022/realisasi/2022-s2.yml"
    path.write_text(AGAIN, encoding="utf-8")
    site = view_workspace(example_workspace, date(2022, 11, 15))
    renderer = Renderer(example_workspace, site, {"beranda": "", "tentang": ""})
    office = site.offices[0]
    prefix = f"{office.kantor.satker.kode}/"
    wanted = {prefix + name for name, _ in TELLS}
    pages = [page for page in build_office(office, {}) if page.alamat in wanted]
    texts = {page.alamat.removeprefix(prefix): str(renderer.render(page).content) for page in pages}
    return {name: " ".join(re.sub(r"<[^>]+>", " ", text).split()) for name, text in texts.items()}


def test_pages_tell_it(words):
    missing = [(name, told) for name, told in TELLS if told not in words[name]]
    assert missing == []
