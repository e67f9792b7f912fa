"""Open data: what it holds, what it never holds, and that other people's programs can read it."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import posixpath
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from conftest import KANTOR_CONTOH, copy_workspace, give, make_real, view, year_of
from icalendar import Calendar
from openpyxl import load_workbook

from generator import routes
from generator.build import build_site, select_shown
from generator.exports.calendars import build_calendars
from generator.exports.tables import as_csv
from generator.exports.zipped import as_xlsx, normalize_zip
from generator.findings import Finding, Place, Rule
from generator.history import History
from generator.inspect import assess_years
from generator.load import load_isi
from generator.mkdocs_build import build_fresh
from generator.mkdocs_plugin import KolomPlugin
from generator.output import OutputFile
from generator.settings import Workspace
from generator.write import write_tree

pytestmark = pytest.mark.slow

HARI = date(2022, 10, 31)
KANTOR = "data/kpu-kabupaten-contoh"
BADGE = f"{KANTOR}/lencana.svg"
"""A picture for other sites, not data."""
DATA = f"{KANTOR}/2022"
ISI = "isi laporan yang terbuka\n"
BUKTI = f"""\
bukti:
  - kode: b-laporan
    jenis: laporan
    judul: "=1+1 laporan"
    tanggal: 2022-04-06
    berkas: laporan.txt
    sha256: {hashlib.sha256(ISI.encode()).hexdigest()}
  - {{kode: b-lain, jenis: surat, judul: "Surat", nomor: "+62", tautan: "https://contoh.invalid/surat"}}
  - {{kode: b-tertutup, jenis: daftar-hadir, tanggal: 2022-03-25, akses: data-pribadi}}
  - {{kode: b-survei, jenis: laporan, judul: "Survei", tautan: "https://contoh.invalid/survei"}}
  - {{kode: b-survei-nanti, jenis: laporan, judul: "Nanti", tautan: "https://contoh.invalid/survei-2"}}
  - {{kode: b-lepas, jenis: surat, judul: "Lepas", tanggal: 2022-10-31, tautan: "https://contoh.invalid/lepas"}}
  - {{kode: b-lepas-nanti, jenis: surat, judul: "Nanti", tanggal: 2022-11-01, tautan: "https://contoh.invalid/n"}}
  - {{kode: b-nanti, jenis: laporan, judul: "Nanti", tanggal: 2022-02-01, berkas: nanti.txt, sha256: {"0" * 64}}}
""".replace("0" * 64, hashlib.sha256(b"nanti\n").hexdigest())
LOG = {
    "2022-tw3": """\
entri:
  - kode: r-tim
    indikator: mp-1-a-1
    periode: 2022-01
    tanggal: 2022-01-24
    dilaporkan: 2022-04-05
    hasil: selesai
    uraian: "Tim dibentuk."
    bukti: [b-lain]
  - kode: r-monev
    indikator: mp-3-1
    periode: 2022-03
    tanggal: 2022-04-01
    hasil: selesai
    uraian: "Keliru menyebut bukti."
    bukti: [b-tertutup]
  - kode: r-monev-2
    indikator: mp-3-1
    periode: 2022-03
    tanggal: 2022-04-06
    hasil: selesai
    uraian: "-1 laporan"
    bukti: [b-laporan, b-lain]
    mengoreksi: r-monev
  - kode: r-tunda
    indikator: mp-3-c-1
    periode: 2022-08
    paling_lambat: 2022-08-01
    hasil: ditunda
    uraian: "Ditunda."
    kendala: "Anggaran."
    tindak_lanjut: "Diusulkan lagi."
    penundaan: {dasar: "Surat Nomor 1", ke: 2022-11}
  - kode: r-naskah
    indikator: mp-2-a-1
    periode: 2022-01
    tanggal: 2022-01-20
    hasil: berjalan
    uraian: "Terbaca dari keputusan."
    bukti: [b-lain]
    dasar: keputusan
    keputusan: sk-7-2022
    asal: L64
    catatan: "Dari diktum."
""",
    "2022-12": """\
entri:
  - kode: r-nanti
    indikator: mp-2-b-1
    periode: 2022-03
    tanggal: 2022-03-30
    dilaporkan: 2022-12-01
    hasil: selesai
    uraian: "Baru dilaporkan Desember."
    bukti: [b-nanti]
""",
}
SURVEI = "survei:" + "".join(
    f"""
  - kode: {kode}
    jenis: skm
    nama: "SKM"
    periode: 2022-s1
    tanggal: {tanggal}
    responden: 9
    nilai: 80
    skala: 100
    bukti: [{bukti}]
"""
    for kode, tanggal, bukti in (("skm-1", "2022-07-05", "b-survei"), ("skm-2", "2022-12-05", "b-survei-nanti"))
)


def furnish(workspace: Workspace) -> Workspace:
    """Give the fictitious office a small log and register of its own, whatever it has."""
    year = workspace.root / KANTOR_CONTOH / "2022"
    for name in ("realisasi", "bukti", "berkas"):
        shutil.rmtree(year / name, ignore_errors=True)
    for name in ("survei.yml", "kanal.yml"):
        (year / name).unlink(missing_ok=True)
    lke = (year / "lke-zi.yml").read_text(encoding="utf-8")
    (year / "lke-zi.yml").write_text(re.sub(r"(, |^ +)bukti: \[.*?\]", "", lke, flags=re.MULTILINE), encoding="utf-8")
    (year / "realisasi").mkdir()
    (year / "berkas").mkdir()
    for name, text in LOG.items():
        (year / f"realisasi/{name}.yml").write_text(text, encoding="utf-8")
    (year / "bukti.yml").write_text(BUKTI, encoding="utf-8")
    (year / "survei.yml").write_text(SURVEI, encoding="utf-8")
    (year / "berkas/laporan.txt").write_text(ISI, encoding="utf-8")
    (year / "berkas/nanti.txt").write_text("nanti\n", encoding="utf-8")
    return workspace


@pytest.fixture
def workspace(example_workspace):
    return furnish(example_workspace)


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, OutputFile]:
    return build(furnish(copy_workspace(tmp_path_factory.mktemp("ruang"))))


def build(workspace: Workspace, day: date = HARI) -> dict[str, OutputFile]:
    return {file.uri: file for file in build_site(workspace, give(day)).files}


def record(files: dict[str, OutputFile], name: str) -> dict[str, object]:
    return json.loads(files[f"{DATA}/{name}.json"].as_markdown())


def table(file: OutputFile) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.as_markdown().removeprefix("\ufeff"))))


def calendar(files: dict[str, OutputFile], name: str = "jadwal") -> Calendar:
    return Calendar.from_ical(files[f"{DATA}/{name}.ics"].as_markdown())


def uids(files: dict[str, OutputFile], name: str = "jadwal") -> list[str]:
    return [str(event["uid"]) for event in calendar(files, name).walk("VEVENT")]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


KEYS = {
    "realisasi": "kode indikator periode tanggal paling_lambat dilaporkan hasil uraian capaian nilai bukti kendala "
    "tindak_lanjut penundaan mengoreksi dikoreksi_oleh dasar asal catatan url",
    "bukti": "kode jenis judul nomor tanggal berlaku_sampai akses alasan tautan berkas sha256 keputusan url "
    "indikator lke catatan",
}


@pytest.mark.parametrize(("name", "inner"), [("realisasi", "entri"), ("bukti", "bukti")])
def test_every_key_is_there_in_the_order_of_the_contract(name, inner, files):
    data = record(files, name)
    assert list(data)[:4] == ["versi", "satker", "tahun", "per_tanggal"]
    assert data["per_tanggal"] == "2022-10-31"
    assert {tuple(item) for item in data[inner]} == {tuple(KEYS[name].split())}


def test_the_log_holds_what_was_known_on_the_day_corrected_entries_too(files):
    data = record(files, "realisasi")
    items = {entri["kode"]: entri for entri in data["entri"]}
    assert list(items) == ["r-naskah", "r-monev", "r-tim", "r-monev-2", "r-tunda"]
    assert data["entri_terakhir"] == "2022-08-01"
    assert items["r-monev"]["dikoreksi_oleh"] == "r-monev-2"
    assert items["r-monev-2"]["mengoreksi"] == "r-monev"
    assert items["r-tunda"]["penundaan"] == {"dasar": "Surat Nomor 1", "ke": "2022-11"}
    assert items["r-naskah"]["asal"] == {"keputusan": "sk-7-2022", "lampiran": None, "baris": [[64, 64]]}
    assert items["r-tim"]["asal"] is None
    assert items["r-tim"]["url"] == "kpu-kabupaten-contoh/2022/rb/manajemen-perubahan/mp-1/#mp-1-a-1"


def test_no_log_no_file(workspace):
    year = workspace.root / KANTOR_CONTOH / "2022"
    shutil.rmtree(year / "realisasi")
    shutil.rmtree(year / "berkas")
    for name in ("bukti.yml", "survei.yml"):
        (year / name).unlink()
    assert [uri for uri in build(workspace) if re.search("realisasi|bukti", uri) and uri.startswith("data/kpu")] == []


@pytest.mark.parametrize(
    ("day", "extra"),
    [
        (HARI, set()),
        (date(2022, 12, 31), {"b-lepas-nanti", "b-nanti", "b-survei-nanti"}),
    ],
)
def test_evidence_exists_from_the_day_on_which_something_names_it_or_it_is_dated(day, extra, workspace):
    files = build(workspace, day)
    seen = {bukti["kode"] for bukti in record(files, "bukti")["bukti"]}
    assert seen == {"b-laporan", "b-lain", "b-tertutup", "b-survei", "b-lepas"} | extra
    assert (f"{DATA}/berkas/nanti.txt" in files) is ("b-nanti" in extra)


def test_evidence_names_the_indikator_of_uncorrected_entries_and_they_name_it(files):
    served = {bukti["kode"]: bukti["indikator"] for bukti in record(files, "bukti")["bukti"]}
    assert served["b-lain"] == ["mp-1-a-1", "mp-2-a-1", "mp-3-1"]
    assert served["b-tertutup"] == []
    rows = {row["indikator"]: row["bukti"] for row in csv.DictReader(io.StringIO(text(files, "rb.csv")))}
    assert rows["mp-3-1"] == "b-laporan b-lain"
    assert rows["mp-2-b-1"] == ""
    area = next(area for area in record(files, "rb")["area"] if area["kode"] == "manajemen-perubahan")
    kegiatan = next(kegiatan for kegiatan in area["kegiatan"] if kegiatan["kode"] == "mp-3")
    assert [indikator["bukti"] for indikator in kegiatan["indikator"]] == [["b-laporan", "b-lain"]]


def text(files: dict[str, OutputFile], name: str) -> str:
    return files[f"{DATA}/{name}"].as_markdown().removeprefix("\ufeff")


def test_an_open_file_is_published_as_it_is_by_every_way_out(workspace, tmp_path):
    built = build_site(workspace, give(HARI))
    write_tree(built, workspace, tmp_path / "pohon")
    hasil = build_fresh(workspace, give(HARI))
    bukti = next(b for b in record({f.uri: f for f in built.files}, "bukti")["bukti"] if b["kode"] == "b-laporan")
    for root in (hasil.folder, tmp_path / "pohon/docs"):
        raw = (root / bukti["berkas"]).read_bytes()
        assert hashlib.sha256(raw).hexdigest() == bukti["sha256"]
        assert raw == ISI.encode()
        assert not list(root.rglob("nanti.txt"))


def test_while_served_an_evidence_file_that_is_gone_breaks_nothing(workspace):
    plugin = KolomPlugin()
    plugin.built = build_site(workspace, give(HARI))
    (workspace.root / KANTOR_CONTOH / "2022/berkas/laporan.txt").unlink()
    plugin.serving, plugin.findings = True, (Finding(Place("x"), Rule("berkas-bukti", "x"), "hilang", "kembalikan"),)
    uris = {file.uri for file in plugin._outputs()}
    assert f"{DATA}/berkas/laporan.txt" not in uris
    assert {f"{DATA}/bukti.json", "galat/index.md"} <= uris


HUSHED = """\
bukti:
  - kode: b-rahasia
    jenis: laporan
    judul: "RAHASIA judul"
    nomor: "RAHASIA nomor"
    tanggal: 2022-03-01
    akses: dikecualikan
    alasan: "Pasal 17"
    tautan: "https://contoh.invalid/RAHASIA"
    berkas: rahasia.txt
    sha256: {sidik}
    keputusan: sk-9-2022
    catatan: "RAHASIA catatan"
  - kode: b-salinan
    jenis: laporan
    judul: "Salinan yang keliru dibuka"
    berkas: salinan.txt
    sha256: {sidik}
"""


def test_closed_evidence_leaks_nothing_even_where_no_rule_stops_it(workspace, monkeypatch):
    year = workspace.root / KANTOR_CONTOH / "2022"
    sidik = hashlib.sha256(b"RAHASIA isi").hexdigest()
    (year / "bukti").mkdir()
    (year / "bukti/2022-tw1.yml").write_text(HUSHED.format(sidik=sidik), encoding="utf-8")
    for name in ("rahasia.txt", "salinan.txt"):
        (year / "berkas" / name).write_bytes(b"RAHASIA isi")
    edit(year / "realisasi/2022-tw3.yml", "bukti: [b-lain]", "bukti: [b-lain, b-rahasia, b-salinan]")
    monkeypatch.setattr("generator.inspect.check", lambda _isi: ())
    files = build(workspace)
    bukti = {item["kode"]: item for item in record(files, "bukti")["bukti"]}
    told = {key for key, value in bukti["b-rahasia"].items() if value}
    assert told == {"kode", "jenis", "tanggal", "akses", "alasan", "url", "indikator"}
    assert bukti["b-salinan"]["judul"]
    assert bukti["b-salinan"]["berkas"] is None
    leaks = [uri for uri, file in files.items() if re.search("RAHASIA|rahasia.txt", whole(file))]
    assert leaks == []
    assert not [uri for uri in files if "rahasia" in uri or "salinan" in uri]


def whole(file: OutputFile) -> str:
    """Return all text of a file, that inside an archive and that of a file to be copied too."""
    if isinstance(file.content, Path):
        return f"{file.content}{file.content.read_bytes().decode(errors='replace')}"
    if isinstance(file.content, str):
        return file.as_markdown()
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        return "".join(archive.read(name).decode(errors="replace") for name in archive.namelist())


def test_a_workbook_holds_the_rows_of_the_csv(files):
    names = [uri.removesuffix(".csv") for uri in files if uri.startswith(DATA) and uri.endswith(".csv")]
    assert {posixpath.basename(name) for name in names} == {
        "rb",
        "zi",
        "tim",
        "keputusan",
        "realisasi",
        "nilai",
        "bukti",
        "lke-zi",
    }
    for name in names:
        sheet = load_workbook(io.BytesIO(files[f"{name}.xlsx"].content)).active
        rows = [["" if value is None else str(value) for value in row] for row in sheet.iter_rows(values_only=True)]
        assert rows == [[re.sub(r"^'(?=[=+\-@])", "", value) for value in row] for row in table(files[f"{name}.csv"])]
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.font.bold for cell in sheet[1])
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row if cell.value is not None)


def test_a_workbook_never_holds_a_formula_and_numbers_are_numbers():
    values = ("=1+1", "+62 1", "-1", "@SUM(A1)", "#N/A", "2022-01-01", "0812", 7, None)
    rows = [{f"k{index}": value for index, value in enumerate(values)}]
    sheet = load_workbook(io.BytesIO(as_xlsx(rows, "x", HARI))).active
    assert [cell.value for cell in sheet[2]] == list(values)
    assert [cell.data_type for cell in sheet[2]] == [*"sssssss", "n", "n"]
    assert [cell.quotePrefix for cell in sheet[2]] == [True] * 4 + [False] * 5
    assert as_csv(rows).splitlines()[1].startswith("'=1+1,'+62 1,'-1,'@SUM(A1),#N/A")


def test_two_builds_give_the_same_bytes(files, workspace):
    again = build(workspace)
    assert list(again) == list(files)
    assert [uri for uri, file in again.items() if not isinstance(file.content, Path) and file != files[uri]] == []


def test_a_workbook_knows_no_day_but_the_first_of_its_year(files):
    raw = files[f"{DATA}/rb.xlsx"].content
    book = load_workbook(io.BytesIO(raw))
    assert (book.properties.created, book.properties.modified) == (datetime(2022, 1, 1), datetime(2022, 1, 1))  # noqa: DTZ001 - workbooks know no zone
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert normalize_zip(raw) == raw


def test_a_calendar_has_one_whole_day_per_known_tahap_without_the_days_of_grace(files):
    events = {str(event["uid"]): event for event in calendar(files).walk("VEVENT")}
    mine = {uid: event.decoded("dtstart") for uid, event in events.items() if uid.startswith("mp-3-1.")}
    assert mine == {
        f"mp-3-1.2022-{month:02d}.kpu-kabupaten-contoh@kolom-rb": date(2022, month, day)
        for month, day in ((3, 31), (6, 30), (9, 30), (12, 31))
    }
    assert not [uid for uid in events if uid.startswith(("pw-1-a-1.", "pw-3-a-1."))], "no months; ended by a decree"
    event = events["pw-4-a-1.2022-10.kpu-kabupaten-contoh@kolom-rb"]
    assert event.decoded("dtstamp").isoformat() == "2022-01-20T00:00:00+00:00"
    assert str(event["summary"]) == "Jatuh tempo: Daftar potensi benturan kepentingan setiap subbagian"
    assert str(event["description"]).splitlines()[1:] == [
        "Kegiatan: 4) Penanganan Benturan Kepentingan",
        "Area perubahan: Penguatan Pengawasan",
        "Dijadwalkan: Oktober 2022",
        "Bulannya tidak tertulis jelas dalam keputusan; ini bacaan yang paling masuk akal, bukan kepastian.",
        "Keputusan 7/ORT.07/9999/2022, Lampiran, baris 98",
    ]
    assert "url" not in event
    assert "2022" in str(calendar(files)["x-wr-calname"])


def test_the_calendars_of_the_areas_are_parts_of_that_of_the_year(files):
    parts = [posixpath.basename(uri)[:-4] for uri in files if re.match(rf"{DATA}/jadwal-.*\.ics", uri)]
    assert "jadwal-rb-manajemen-perubahan" in parts
    assert "jadwal-zi-pelayanan-publik" in parts
    assert sorted(uid for part in parts for uid in uids(files, part)) == sorted(uids(files))


def test_uids_are_unique_and_stay_the_same_as_the_year_goes_on(workspace):
    june, december = (build(workspace, day) for day in (date(2022, 6, 30), date(2022, 12, 31)))
    assert len(set(uids(june))) == len(uids(june)) > 25
    assert uids(june) == uids(december)


def test_an_event_links_to_its_page_where_the_site_has_an_address(workspace):
    with workspace.site_settings.open("a", encoding="utf-8") as settings:
        settings.write('\nalamat: "https://contoh.invalid/rb"\n')
    event = next(iter(calendar(build(workspace)).walk("VEVENT")))
    page = "https://contoh.invalid/rb/kpu-kabupaten-contoh/2022/rb/manajemen-perubahan/mp-1/#mp-1-a-1"
    assert str(event["url"]) == page


def test_without_events_there_is_no_calendar(workspace):
    isi, _ = load_isi(workspace)
    isi = select_shown(isi)
    states = assess_years(isi, History(workspace.root), give(HARI))[0]
    tahun = next(isi.semua_tahun())
    assert list(build_calendars(year_of(view(isi, states), tahun)))
    states[routes.tahun(tahun)].indikator.clear()
    assert list(build_calendars(year_of(view(isi, states), tahun))) == []


VALIDATE = """
import sys, frictionless
report = frictionless.validate(sys.argv[1])
print(report.flatten(["title", "message"]))
sys.exit(not report.valid)
"""


def test_the_data_package_is_valid_and_tells_every_column(files, tmp_path):
    for uri, file in files.items():
        if uri.startswith(DATA) and uri.endswith((".csv", "datapackage.json")) and isinstance(file.content, str):
            (tmp_path / posixpath.basename(uri)).write_bytes(file.content.encode())
    path = tmp_path / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    assert [resource["name"] for resource in package["resources"]] == [
        "rb",
        "zi",
        "realisasi",
        "nilai",
        "bukti",
        "lke-zi",
        "tim",
        "keputusan",
    ]
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == table(files[f"{DATA}/{resource['path']}"])[0]
        assert [field["name"] for field in fields if not field.get("description")] == []
    assert (done := validate(path)).returncode == 0, done.stdout + done.stderr
    with (tmp_path / "bukti.csv").open("ab") as spoilt:
        spoilt.write(b"x,y,z\r\n")
    assert validate(path).returncode == 1


def validate(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", VALIDATE, path.name]
    return subprocess.run(command, cwd=path.parent, capture_output=True, text=True, check=False)


def test_the_catalogue_names_real_offices_only(files, workspace):
    assert "data/data.json" not in files
    make_real(workspace.root / KANTOR_CONTOH)
    real = build(workspace)
    catalogue = json.loads(real["data/data.json"].as_markdown())
    assert catalogue["conformsTo"] == "https://project-open-data.cio.gov/v1.1/schema"
    later, dataset = catalogue["dataset"]
    assert dataset["identifier"] == "kpu-kabupaten-contoh-2022"
    assert later["identifier"] == "kpu-kabupaten-contoh-2023"
    assert (dataset["modified"], dataset["accessLevel"]) == ("2022-10-31", "public")
    assert "contactPoint" not in dataset
    for one, folder in ((dataset, DATA), (later, DATA.replace("2022", "2023"))):
        links = {posixpath.normpath(f"data/{item['downloadURL']}") for item in one["distribution"]}
        own = {uri for uri in real if uri.startswith(folder) and "/berkas/" not in uri}
        assert links | {BADGE} == own | {uri for uri in real if posixpath.dirname(uri) == KANTOR}
    assert all(item["mediaType"] for item in dataset["distribution"])


def test_the_catalogue_is_absolute_and_reachable_where_the_site_is(workspace):
    make_real(workspace.root / KANTOR_CONTOH)
    with workspace.site_settings.open("a", encoding="utf-8") as settings:
        settings.write('\nalamat: "https://contoh.invalid/rb/"\nkontak: "koreksi@contoh.invalid"\n')
    _, dataset = json.loads(build(workspace)["data/data.json"].as_markdown())["dataset"]
    assert dataset["contactPoint"]["hasEmail"] == "mailto:koreksi@contoh.invalid"
    assert dataset["landingPage"] == "https://contoh.invalid/rb/kpu-kabupaten-contoh/2022/unduhan/"
    assert {item["downloadURL"].partition("/data/")[0] for item in dataset["distribution"]} == {
        "https://contoh.invalid/rb"
    }


def test_the_page_of_downloads_lists_every_file_that_there_is(files):
    page = "kpu-kabupaten-contoh/2022/unduhan"
    links = re.findall(r'<a href="([^"]+/data/[^"]+)"', files[f"{page}/index.md"].as_markdown())
    listed = [posixpath.normpath(f"{page}/{link}") for link in links]
    assert len(listed) == len(set(listed))
    made_after = {f"{DATA}/paket-bukti.zip"}
    own = {uri for uri in files if uri.startswith(DATA) and "/berkas/" not in uri}
    assert {*listed, BADGE} - made_after == own | {uri for uri in files if posixpath.dirname(uri) == KANTOR}


def test_readings_that_are_as_likely_are_told_as_possible_months_and_never_as_months(berkas_contoh):
    files = berkas_contoh()
    words = "Januari, April, Juli, Oktober; atau Januari, April, Agustus, Desember"
    plan = f"{DATA.removeprefix('data/')}/rb"
    pages = {
        f"{plan}/tata-laksana/tl-3/index.md": f"<b>Kemungkinan bulan:</b> {words}</p>",
        f"{plan}/tata-laksana/index.md": f"Jadwal tidak terbaca dari sumber; kemungkinan bulan: {words}</td>",
        f"{plan}/index.md": f"jadwal tidak terbaca dari sumber; kemungkinan bulan: {words}</td>",
    }
    assert [uri for uri, told in pages.items() if files[uri].as_markdown().count(told) != 1] == []

    rows = list(csv.DictReader(io.StringIO(files[f"{DATA}/rb.csv"].as_markdown().removeprefix("\ufeff"))))
    row = next(row for row in rows if row["indikator"] == "tl-3-a-1")
    assert (row["keadaan_jadwal"], row["calon_jadwal"], row["jan"]) == ("tidak-terbaca", "1 4 7 10; 1 4 8 12", "")
    assert {row["calon_jadwal"] for row in rows if row["indikator"] != "tl-3-a-1"} == {""}

    area = next(area for area in record(files, "rb")["area"] if area["kode"] == "tata-laksana")
    jadwal = area["kegiatan"][2]["sub_kegiatan"][0]["indikator"][0]["jadwal"]
    assert (jadwal["bulan"], jadwal["calon"]) == (None, [[1, 4, 7, 10], [1, 4, 8, 12]])
    assert not [uid for uid in uids(files) if uid.startswith("tl-3-a-1.")]
