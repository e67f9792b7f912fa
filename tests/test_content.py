"""Real content, held against its own decrees: totals, and that nothing can go missing unseen."""

from __future__ import annotations

import csv
import io
import json
import random
import re
import shutil
from pathlib import Path

import pytest
from conftest import ROOT

from generator.build import build_site
from generator.checks.kutipan import measure_coverage
from generator.checks.mark_readings import WHOLE_YEAR, read_page
from generator.checks.month_marks import count_rencana, list_lines, list_rows
from generator.findings import as_text, count_galat
from generator.inspect import check_content
from generator.load import load_isi
from generator.model.table import list_pages
from generator.settings import Workspace

pytestmark = pytest.mark.isi

GOLDEN = Path(__file__).parent / "hitungan.json"
PUBLIKASI = Path(__file__).parent / "publikasi.txt"
DATA = ROOT / "content/data"
KANTOR = sorted(path.parent.name for path in DATA.glob("*/satker.yml") if path.parent.name != "kpu-kabupaten-contoh")
QUOTED = re.compile(r'^\s*(?:- )?(?:nama|nomor|keterangan|isi|jabatan|kedudukan): "(.+)"$|^\s*- "(.+)"$')


def totals() -> dict[str, dict[str, object]]:
    isi, _ = load_isi(Workspace(ROOT))
    assert isi is not None
    rows: dict[str, dict[str, object]] = {}
    for tahun in isi.semua_tahun():
        if tahun.satker.contoh:
            continue
        for coverage in measure_coverage(tahun):
            rows[f"{tahun.satker.kode} {coverage.keputusan}"] = {"sel": coverage.sel, "kutipan": coverage.kutipan}
        for counts in count_rencana(tahun):
            rows[f"{tahun.satker.kode} {counts.keputusan}"] |= {
                name: getattr(counts, name) for name in type(counts).__dataclass_fields__ if name != "keputusan"
            }
    return rows


def test_totals_are_those_that_were_proof_read(request):
    counted = json.loads(json.dumps(totals()))
    if request.config.getoption("--tulis-golden"):
        GOLDEN.write_text(json.dumps(counted, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert counted == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_every_decree_is_covered_whole():
    isi, findings = check_content(Workspace(ROOT))
    assert isi is not None
    assert count_galat(findings) == 0, as_text(findings)
    for tahun in isi.semua_tahun():
        for coverage in measure_coverage(tahun):
            assert (coverage.sel_covered, coverage.kutipan_covered) == (coverage.sel, coverage.kutipan)


# On pages read too wide only January alone is sure: its own column, in a row that did not slide.
SURE = {
    "kpu-provinsi-ntt": "tl-1-a-1 tl-1-a-2 tl-1-a-3 tl-1-a-4",
    "kpu-kabupaten-sorong-selatan": "mp-2-c-1 pw-1-1 pw-2-a-1 pw-5-a-1 pw-6-a-1 pw-6-a-4",
    "kpu-kota-bukittinggi": "tl-1-b-1 ak-2-a-1 ak-2-a-2",
}


def test_of_part_of_a_year_only_january_is_sure_on_a_page_that_was_read_too_wide():
    isi, _ = load_isi(Workspace(ROOT))
    assert isi is not None
    sure: dict[str, list[str]] = {}
    for tahun in isi.semua_tahun():
        for naskah, _, indikator in () if tahun.satker.contoh else list_rows(tahun):
            marked = {line for line in list_lines(indikator, naskah) if naskah.tanda(line)}
            wide = [page for page in list_pages(naskah) if read_page(naskah, page).stretched]
            part = indikator.jadwal.keadaan == "pasti" and indikator.jadwal.bulan != WHOLE_YEAR
            if part and any(marked & set(page.baris) for page in wide):
                assert (indikator.jadwal.bulan, indikator.letak) == ((1,), None)
                sure.setdefault(tahun.satker.kode, []).append(indikator.kode)
    assert {kode: set(rows) for kode, rows in sure.items()} == {kode: set(rows.split()) for kode, rows in SURE.items()}


def test_the_publication_indicators_are_those_of_the_decrees():
    """Every marked indikator is in the list, every listed one is marked, and it stands at the line that is listed."""
    lines = [line for line in PUBLIKASI.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    listed = {
        (office, kode): (cara, halaman, asal) for office, kode, cara, halaman, asal in (i.split(" ", 4) for i in lines)
    }
    assert len(listed) == len(lines)
    assert lines == sorted(lines, key=lambda line: (line.split(" ")[0], min(numbers_in(line.split(" ", 4)[4]))))

    isi, _ = load_isi(Workspace(ROOT))
    assert isi is not None
    marked = {
        (tahun.satker.kode, indikator.kode): indikator
        for tahun in isi.semua_tahun()
        if not tahun.satker.contoh
        for rencana in tahun.rencana
        for indikator in rencana.daftar_indikator()
        if isi.kosakata.publikasi(indikator)
    }
    marks = {place: isi.kosakata.publikasi(indikator) for place, indikator in marked.items()}
    found = {place: (mark.cara, mark.halaman or "-") for place, mark in marks.items() if mark}
    assert found == {place: entry[:2] for place, entry in listed.items()}
    for place, indikator in marked.items():
        quoted = {number for first, last in indikator.asal for number in range(first, last + 1)}
        assert quoted & numbers_in(listed[place][2]), place


def numbers_in(asal: str) -> set[int]:
    """Return the line numbers of "81+86" or "366, 371-372"."""
    ranges = re.findall(r"(\d+)(?:-(\d+))?", asal)
    return {number for first, last in ranges for number in range(int(first), int(last or first) + 1)}


@pytest.fixture(scope="module")
def salinan(tmp_path_factory):
    """Return one copied office at a time, to be broken and mended again."""
    made: dict[str, Workspace] = {}

    def copy(kantor: str) -> Workspace:
        if kantor not in made:
            folder = tmp_path_factory.mktemp(kantor)
            shutil.copytree(DATA / kantor, folder / "content/data" / kantor)
            (folder / "site_config").mkdir()
            shutil.copyfile(ROOT / "site_config/situs.yml", folder / "site_config/situs.yml")
            made[kantor] = Workspace(folder)
        return made[kantor]

    return copy


def files(workspace: Workspace, pattern: str) -> list[Path]:
    return sorted(path for folder in workspace.data.glob("*/*") for path in folder.glob(pattern))


def drop_word(workspace: Workspace, chance: random.Random) -> tuple[Path, str]:
    """Take one word out of a quoted text of a plan or roster."""
    path = chance.choice(files(workspace, "[rz][bi]/*.yml") + files(workspace, "tim.yml"))
    lines = path.read_text(encoding="utf-8").split("\n")
    # What a measure is called stands right beneath its kode, and is ours.
    quoted = [(n, m) for n, line in enumerate(lines) if (m := QUOTED.match(line)) and " u-" not in lines[n - 1]]
    places = [(n, m) for n, m in quoted if len((m[1] or m[2]).split()) > 1]
    number, match = chance.choice(places)
    words = (match[1] or match[2]).split()
    gone = chance.randrange(len(words))
    text = " ".join(words[:gone] + words[gone + 1 :])
    lines[number] = lines[number].replace(match[1] or match[2], text)
    return path, "\n".join(lines)


def drop_row(workspace: Workspace, chance: random.Random) -> tuple[Path, str]:
    """Take one row with everything beneath it out of a plan; a measure is our own reading, and no row."""
    path = chance.choice(list(files(workspace, "[rz][bi]/*.yml")) or files(workspace, "tim.yml"))
    lines = path.read_text(encoding="utf-8").split("\n")
    number = chance.choice([n for n, line in enumerate(lines) if re.match(r" *- kode: (?!u-)", line)])
    depth = len(lines[number]) - len(lines[number].lstrip())
    end = number + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > depth):
        end += 1
    return path, "\n".join(lines[:number] + lines[end:])


def drop_mark(workspace: Workspace, chance: random.Random) -> tuple[Path, str]:
    """Take one month out of a schedule; where a plan has none, a row instead."""
    marked = [path for path in files(workspace, "rb/*.yml") if "bulan: [" in path.read_text(encoding="utf-8")]
    if not marked:
        return drop_row(workspace, chance)
    path = chance.choice(marked)
    text = path.read_text(encoding="utf-8")
    match = chance.choice(list(re.finditer(r"bulan: \[([0-9, ]+)\]", text)))
    months = match[1].split(", ")
    months.remove(chance.choice(months))
    return path, f"{text[: match.start(1)]}{', '.join(months)}{text[match.end(1) :]}"


@pytest.mark.slow
@pytest.mark.parametrize("unit", range(10))
@pytest.mark.parametrize("kantor", KANTOR)
def test_any_removed_word_row_or_mark_is_named(kantor, unit, salinan, kosakata):
    workspace = salinan(kantor)
    chance = random.Random(f"{kantor}-{unit}")  # noqa: S311 - reproducible choice, no secret
    path, text = (drop_word, drop_row, drop_mark)[unit % 3](workspace, chance)
    whole = path.read_text(encoding="utf-8")
    assert text != whole
    try:
        path.write_text(text, encoding="utf-8")
        _, findings = check_content(workspace, kosakata=kosakata)
    finally:
        path.write_text(whole, encoding="utf-8")
    assert count_galat(findings) > 0, path.name
    named = {finding.place.file for finding in findings}
    assert named & {workspace.relative(path)} or any("/sumber/" in name or "/keputusan/" in name for name in named)


# What the decrees themselves prove: three rows done, five partly; nothing else is known of the real offices.
PROVEN = {
    "kpu-provinsi-ntt": {"mp-1-a-1": "selesai", "mp-1-c-1": "berjalan"},
    "kpu-provinsi-ntb": {"mp-2-1": "berjalan"},
    "kpu-kabupaten-sorong-selatan": {"mp-1-a-1": "selesai", "mp-1-c-1": "berjalan"},
    "kpu-kota-bukittinggi": {"mp-1-a-1": "selesai", "mp-1-c-1": "berjalan"},
    "kpu-kabupaten-lombok-timur": {"zi-mp-2-1": "berjalan"},
}


@pytest.fixture(scope="module")
def built():
    return build_site(Workspace(ROOT))


def test_the_real_offices_have_exactly_the_realisation_that_their_decrees_prove(built):
    for tahun in built.isi.semua_tahun():
        if tahun.satker.contoh:
            continue
        assert {entri.indikator: entri.hasil for entri in tahun.realisasi} == PROVEN[tahun.satker.kode]
        assert all(entri.dasar == "keputusan" and entri.asal and entri.bukti for entri in tahun.realisasi)
        assert tahun.setelan.pelaporan is None
        assert (tahun.survei, tahun.rekap_kanal, tahun.lke, tahun.berkas_bukti) == ((), (), (), {})


def test_no_page_of_a_real_office_shows_lateness_or_more_realisation(built):
    pages = [file for file in built.files if file.meta and file.meta["keadaan"] and not file.meta["contoh"]]
    assert len(pages) > 200
    daftar_entri = set()
    for page in pages:
        body = str(page.content)
        assert "--terlambat" not in body, page.uri
        assert not re.search(r"/(terlambat|laporan)/", page.uri)
        assert page.meta["keadaan"]["arsip"] == "31 Desember 2022", page.uri
        assert page.meta["keadaan"]["entri"] is None
        daftar_entri |= {
            (page.uri.split("/")[0], kode) for kode in re.findall(r'<li class="entri" id="r-([^"]+)"', body)
        }
    assert daftar_entri == {(office, kode) for office, rows in PROVEN.items() for kode in rows}


def test_three_rows_of_real_offices_are_proven_done(built):
    done = {
        (file.uri.split("/")[1], row)
        for file in built.files
        if file.uri.endswith(("rb.json", "zi.json")) and "contoh" not in file.uri
        for row in re.findall(r'"kode": "([^"]+)",(?:(?!"kode").)*?"status": "selesai"', str(file.content), re.DOTALL)
    }
    expected = {(o, kode) for o, rows in PROVEN.items() for kode, hasil in rows.items() if hasil == "selesai"}
    assert done == expected


@pytest.mark.parametrize(
    ("kantor", "hari"),
    [("kpu-kota-bukittinggi", "14 Februari 2022"), ("kpu-kabupaten-sorong-selatan", "26 Januari 2022")],
)
def test_where_only_the_latest_possible_day_is_known_every_page_says_so(kantor, hari, built):
    pages = [str(file.content) for file in built.files if file.meta and file.uri.startswith(f"{kantor}/2022/")]
    assert sum(f"dilaksanakan paling lambat {hari}" in page for page in pages) >= 3
    assert not [page for page in pages if f"dilaksanakan {hari}" in page]


def test_the_comparison_counts_what_the_offices_own_data_hold(built):
    files = {file.uri: str(file.content) for file in built.files if isinstance(file.content, str)}
    rows = list(csv.DictReader(io.StringIO(files["data/banding.csv"].removeprefix("\ufeff"))))
    assert len({row["kegiatan_baku"] for row in rows if row["keadaan"] == "direncanakan"}) == len(
        [uri for uri in files if re.fullmatch(r"banding/[^/]+/index.md", uri)]
    )
    assert {row["satker"] for row in rows} == set(KANTOR)
    for tahun in built.isi.semua_tahun():
        if not tahun.satker.contoh:
            held = sum(
                len(b.padanan) * len(list(b.semua_indikator())) for r in tahun.rencana for a in r.area for b in a.bagian
            )
            assert held == sum(int(row["indikator"] or 0) for row in rows if row["satker"] == tahun.satker.kode)


@pytest.mark.parametrize(
    ("kantor", "there", "missing"),
    [("kpu-kabupaten-lombok-timur", "zi", "rb"), *((one, "rb", "zi") for one in KANTOR if "lombok" not in one)],
)
def test_no_office_is_told_to_plan_nothing_where_its_plan_is_not_here(kantor, there, missing, built):
    text = next(str(file.content) for file in built.files if file.uri == "data/banding.csv").removeprefix("\ufeff")
    rows = [row for row in csv.DictReader(io.StringIO(text)) if row["satker"] == kantor]
    states = {jenis: {row["keadaan"] for row in rows if row["jenis"] == jenis} for jenis in (there, missing)}

    assert states[missing] == {"tidak-dipegang"}
    assert states[there] <= {"direncanakan", "tidak-direncanakan"}
