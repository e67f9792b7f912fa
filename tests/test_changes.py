"""The history of the data: a real repository, commit by commit, and exactly what each of them changed."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import pytest
from conftest import KANTOR_CONTOH, commit, copy_workspace, git, give, view, view_workspace, year_of
from lxml import etree

from generator import routes
from generator.build import build_site
from generator.changes.diff import list_words
from generator.changes.trace import read_changes
from generator.load import load_isi
from generator.model.isi import Isi
from generator.model.perubahan import JenisPerubahan, Perubahan, RiwayatTahun
from generator.pages.tahun import build_perubahan
from generator.progress import assess
from generator.render import Renderer
from generator.settings import Workspace

pytestmark = pytest.mark.slow

KANTOR = "kpu-kabupaten-contoh/"
TAHUN = f"{KANTOR}2022/"
TL = f"{KANTOR_CONTOH}/2022/rb/tata-laksana.yml"
QW = f"{KANTOR_CONTOH}/2022/rb/quick-wins.yml"
MP = f"{KANTOR_CONTOH}/2022/rb/manajemen-perubahan.yml"
ZI = f"{KANTOR_CONTOH}/2022/zi/manajemen-perubahan.yml"
BUKTI = f"{KANTOR_CONTOH}/2022/bukti.yml"
LOG = f"{KANTOR_CONTOH}/2022/realisasi/2022-12.yml"
SATKER = f"{KANTOR_CONTOH}/satker.yml"

ROW = """
            - kode: tl-1-b-2
              nama: "Rekomendasi perbaikan SOP"
              jadwal: {bulan: [9], keadaan: pasti}
              asal: L81
"""
ENTRY = """
  - kode: r-uji-1
    indikator: tl-2-b-1
    periode: 2022-11
    tanggal: 2022-11-10
    hasil: selesai
    uraian: "Laporan disampaikan."
"""
PROOF = """
  - kode: b-uji
    jenis: laporan
    judul: "Laporan layanan informasi"
    tanggal: 2022-11-11
    akses: terbuka
    tautan: "https://contoh.invalid/laporan"
"""
CORRECTION = """
  - kode: r-uji-2
    indikator: tl-2-b-1
    periode: 2022-11
    tanggal: 2022-11-12
    hasil: selesai
    uraian: "Laporan disampaikan dan diterbitkan."
    bukti: [b-uji]
    mengoreksi: r-uji-1
"""


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text, old
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


def appended(name: str, text: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(text)

    return change


def both(*changes: Callable[[Path], None]) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        for one in changes:
            one(folder)

    return change


def renamed_file(folder: Path) -> None:
    git(folder, "mv", QW, str(Path(QW).with_name("cepat-menang.yml")))


def new_schema(folder: Path) -> None:
    """Write all plans as another version might: other keys, other groups, a key more on each row."""
    for path in (folder / KANTOR_CONTOH / "2022").glob("*/*.yml"):
        if path.parent.name in ("rb", "zi"):
            text = path.read_text(encoding="utf-8")
            for old, new in (
                (" nama:", " kalimat:"),
                ("jadwal: {bulan:", "rencana_waktu: {bulan:"),
                ("indikator:\n", "daftar_indikator:\n"),
                ("kegiatan:\n    - kode", "daftar_kegiatan:\n    - kode"),
                (" asal:", " versi_baris: 2\n@asal:"),
            ):
                text = text.replace(old, new)
            lines = text.split("\n")
            for index, line in enumerate(lines):
                if line.startswith("@asal:"):
                    before = lines[index - 1]
                    lines[index] = " " * (len(before) - len(before.lstrip())) + line[1:]
            path.write_text("\n".join(lines), encoding="utf-8")
    replaced(SATKER, "skema: 1", "skema: 2")(folder)


def on_branch(folder: Path) -> None:
    """Change two files on a branch, one commit each, and merge it."""
    main = git(folder, "rev-parse", "--abbrev-ref", "HEAD")
    git(folder, "checkout", "-qb", "usulan")
    replaced(TL, 'nama: "Evaluasi SOP"', 'nama: "Evaluasi SOP tahunan"')(folder)
    commit(folder)
    replaced(ZI, "lampiran: ", "lampiran: ")(folder)
    replaced(TL, "bulan: [8]", "bulan: [8, 9]")(folder)
    commit(folder)
    git(folder, "checkout", "-q", main)
    appended(f"{KANTOR_CONTOH}/2022/tahun.yml", "# ditinjau\n")(folder)
    commit(folder)
    git(folder, "merge", "-q", "--no-ff", "-m", "gabung", "usulan")


def reverted(folder: Path) -> None:
    """Take back what the merge brought."""
    git(folder, "revert", "-m", "1", "--no-edit", "HEAD")


TANPA, SELESAI = "dilaporkan-tanpa-bukti", "selesai"
STATUS_TL = ("status", "indikator", "tl-2-b-1", "status")
# How sure the months of a row are, in the words of the history; what cannot be read is told as it stands.
JADWAL = [
    ({"bulan": ["2"], "keadaan": "pasti"}, "Februari"),
    ({"bulan": ["2"], "keadaan": "wajar", "catatan": "c6"}, "Februari (bacaan yang wajar)"),
    ({"keadaan": "tidak-terbaca", "catatan": "c6"}, "tidak terbaca dari sumber"),
    (
        {"keadaan": "tidak-terbaca", "calon": [["3", "6"], ["3", "7"]], "catatan": "c7, c11"},
        "tidak terbaca dari sumber; kemungkinan bulan: Maret, Juni; atau Maret, Juli",
    ),
    ({"keadaan": "tidak-terbaca", "calon": ["3", "13"]}, "calon: 3, 13"),
]


@pytest.mark.parametrize(("jadwal", "words"), JADWAL)
def test_a_schedule_is_told_as_surely_as_it_is_known(jadwal, words):
    assert list_words("jadwal", jadwal) == words


# What a commit does, and each change that it makes: jenis, rekaman, kode, bidang, before, after.
LANGKAH: list[tuple[str, Callable[[Path], None], list[tuple[str | None, ...]]]] = [
    (
        "row_added",
        replaced(TL, "              jadwal: {bulan: [8], keadaan: pasti}\n              asal: L81\n",
                 "              jadwal: {bulan: [8], keadaan: pasti}\n              asal: L81\n" + ROW.lstrip("\n")),
        [("tambah", "indikator", "tl-1-b-2", None, None, None)],
    ),
    (
        "reworded",
        replaced(TL, '"Peta proses bisnis ditetapkan;"', '"Peta proses bisnis disusun dan ditetapkan;"'),
        [("bunyi", "indikator", "tl-1-a-1", "nama", "Peta proses bisnis ditetapkan;",
          "Peta proses bisnis disusun dan ditetapkan;")],
    ),
    (
        "rescheduled",
        replaced(TL, "bulan: [4, 5, 6]", "bulan: [5, 6, 10]"),
        [
            ("jadwal", "indikator", "tl-1-a-1", "jadwal", "April–Juni", "Mei–Juni, Oktober"),
            ("status", "indikator", "tl-1-a-1", "status", "selesai", "terlambat"),
        ],
    ),
    ("comment_and_order_of_keys", replaced(TL, "          asal: L79\n", "          asal:   'L79'  # diperiksa\n"), []),
    (
        "reported",
        appended(LOG, ENTRY),
        [
            ("realisasi", "entri", "r-uji-1", "hasil", None, "selesai, 2022-11"),
            (*STATUS_TL, "tanpa-jadwal", TANPA),
        ],
    ),
    ("evidence", appended(BUKTI, PROOF), [("bukti", "bukti", "b-uji", None, None, None)]),
    (
        "corrected",
        appended(LOG, CORRECTION),
        [("koreksi", "entri", "r-uji-2", "hasil", None, "selesai, 2022-11"), (*STATUS_TL, TANPA, SELESAI)],
    ),
    ("file_renamed", renamed_file, []),
    (
        "kode_renamed",
        both(
            replaced(TL, "tl-2-b", "tl-2-x"),
            replaced(LOG, "tl-2-b-1", "tl-2-x-1"),
        ),
        [
            ("kode", "sub_kegiatan", "tl-2-x", "kode", "tl-2-b", "tl-2-x"),
            ("kode", "indikator", "tl-2-x-1", "kode", "tl-2-b-1", "tl-2-x-1"),
        ],
    ),
    (
        "row_deleted",
        replaced(TL, ROW.lstrip("\n"), ""),
        [("hapus", "indikator", "tl-1-b-2", None, None, None)],
    ),
    ("broken", replaced(TL, "area:\n", 'area: "\n'), []),
    (
        "mended_with_a_change",
        both(
            replaced(TL, 'area: "\n', "area:\n"),
            replaced(TL, '"Laporan hasil evaluasi SOP"', '"Laporan evaluasi SOP"'),
        ),
        [("bunyi", "indikator", "tl-1-b-1", "nama", "Laporan hasil evaluasi SOP", "Laporan evaluasi SOP")],
    ),
    (
        "merged",
        on_branch,
        [
            ("bunyi", "sub_kegiatan", "tl-1-b", "nama", "Evaluasi SOP", "Evaluasi SOP tahunan"),
            ("jadwal", "indikator", "tl-1-b-1", "jadwal", "Agustus", "Agustus–September"),
        ],
    ),
    (
        "reverted",
        reverted,
        [
            ("bunyi", "sub_kegiatan", "tl-1-b", "nama", "Evaluasi SOP tahunan", "Evaluasi SOP"),
            ("jadwal", "indikator", "tl-1-b-1", "jadwal", "Agustus–September", "Agustus"),
        ],
    ),
    ("schema", new_schema, []),
    (
        "reworded_in_the_new_schema",
        replaced(TL, '"Laporan evaluasi SOP"', '"Laporan lengkap evaluasi SOP"'),
        [
            (
                "catatan",
                "daftar_indikator",
                "tl-1-b-1",
                "kalimat",
                "Laporan evaluasi SOP",
                "Laporan lengkap evaluasi SOP",
            ),
        ],
    ),
    (
        "entry_removed",
        replaced(LOG, CORRECTION.replace("tl-2-b", "tl-2-x"), ""),
        [
            ("hapus", "entri", "r-uji-2", None, None, None),
            ("status", "daftar_indikator", "tl-2-x-1", "status", SELESAI, TANPA),
        ],
    ),
]  # fmt: skip


def told(one: Perubahan) -> tuple[str | None, ...]:
    return one.jenis.value, one.rekaman, one.kode, one.bidang, one.sebelum, one.sesudah


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    space = copy_workspace(tmp_path / "situs")
    shutil.copytree(Path(__file__).parent.parent / "site_config", space.root / "site_config", dirs_exist_ok=True)
    return space


def at(monkeypatch: pytest.MonkeyPatch, minute: int) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"2023-11-20T08:{minute:02d}:00+07:00")


def fresh(workspace: Workspace, address: str = TAHUN) -> RiwayatTahun:
    """Read the history without what was kept of it."""
    isi = load_isi(workspace)[0]
    assert isi
    shutil.rmtree(workspace.root / ".cache", ignore_errors=True)
    return read_changes(workspace, isi)[address]


def test_each_commit_tells_exactly_what_it_changed(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    isi = load_isi(workspace)[0]
    assert isi
    at(monkeypatch, 0)
    commit(workspace.root)
    expected = {}
    for minute, (name, change, differences) in enumerate(LANGKAH, start=1):
        at(monkeypatch, minute)
        change(workspace.root)
        if git(workspace.root, "status", "--porcelain"):
            commit(workspace.root)
        expected[minute] = (name, differences)
        stepwise = read_changes(workspace, isi)  # most of it from what was kept
    whole = read_changes(workspace, isi)
    shutil.rmtree(workspace.root / ".cache")
    assert stepwise == whole == read_changes(workspace, isi)
    found: dict[int, list[Perubahan]] = {}
    for one in whole[TAHUN].perubahan:
        found.setdefault(one.commit.waktu.minute, []).append(one)
    today = {"tl-2-b": "tl-2-x", "tl-2-b-1": "tl-2-x-1"}
    for minute, (name, differences) in expected.items():
        here = [(j, r, today.get(k or "", k), *rest) for j, r, k, *rest in differences]
        assert [told(one) for one in found.get(minute, [])] == here, name
    assert_page_tells(workspace, isi, whole, [differences for _, differences in expected.values()])
    own = [told(one) for one in whole[KANTOR].perubahan if one.rekaman != "bagian"]
    assert own == [("ubah", "satker", "kpu-kabupaten-contoh", "skema", None, None)]
    assert int(git(workspace.root, "rev-list", "--count", "HEAD")) >= 15


def assert_page_tells(
    workspace: Workspace, isi: Isi, history: dict[str, RiwayatTahun], expected: list[list[Any]]
) -> None:
    """The page has one block per commit that changed anything, newest first, and one line per difference."""
    year = next(tahun for tahun in isi.semua_tahun() if tahun.tahun == 2022)
    states = {routes.tahun(tahun): assess(tahun, date(2022, 11, 15)) for tahun in isi.semua_tahun()}
    site = view(isi, states, history)
    page = Renderer(workspace, site, {}).render(next(build_perubahan(year_of(site, year)))).as_markdown()
    blocks = page.split('<section class="simpan"')[1:]
    assert [block.count("<li>") for block in blocks[:-1]] == [len(one) for one in reversed(expected) if one]


def test_the_first_commit_tells_of_sections_not_of_rows(workspace: Workspace) -> None:
    commit(workspace.root)
    found = [one for one in fresh(workspace).perubahan if one.bagian not in ("laporan", "bukti")]
    assert {one.rekaman for one in found} == {"bagian"}
    rb = next(one for one in found if one.bagian == "rb")
    assert rb.jumlah["area"] == 4


def test_a_whole_kegiatan_is_one_change(workspace: Workspace) -> None:
    path = workspace.root / TL
    text = path.read_text(encoding="utf-8")
    cut = text.index("    - kode: tl-2\n")
    end = text.index("    - kode: tl-3\n")
    path.write_text(text[:cut] + text[end:], encoding="utf-8")
    commit(workspace.root)
    path.write_text(text, encoding="utf-8")
    commit(workspace.root)
    added = [one for one in fresh(workspace).perubahan if one.jenis == "tambah" and one.rekaman != "bagian"]
    assert [(one.rekaman, one.kode) for one in added] == [("kegiatan", "tl-2")]
    assert added[0].jumlah == {"sub_kegiatan": 2, "indikator": 2}
    assert added[0].tempat == ("rb", "tata-laksana")


def test_since_when_each_section_is_there(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    survei = workspace.root / KANTOR_CONTOH / "2022/survei.yml"
    text = survei.read_text(encoding="utf-8")
    for minute, content in enumerate([None, text, None, text, text.replace("judul:", "judul: "), text + "# akhir\n"]):
        at(monkeypatch, minute)
        if content is None:
            survei.unlink(missing_ok=True)
        else:
            survei.write_text(content, encoding="utf-8")
        (workspace.root / "catatan.txt").write_text(str(minute), encoding="utf-8")
        commit(workspace.root)
    trail = fresh(workspace).bagian
    assert (trail["survei"].sejak.waktu.minute, trail["survei"].terakhir.waktu.minute) == (3, 3)
    assert (trail["rb"].sejak.waktu.minute, trail["rb"].terakhir.waktu.minute) == (0, 0)


def test_without_git_and_with_half_of_it_the_history_says_so(workspace: Workspace, tmp_path: Path) -> None:
    isi = load_isi(workspace)[0]
    assert isi
    without = read_changes(workspace, isi)[TAHUN]
    assert (without.sebab, without.perubahan) == ("riwayat git tidak ada", ())
    commit(workspace.root)
    replaced(TL, "bulan: [8]", "bulan: [9]")(workspace.root)
    commit(workspace.root)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{workspace.root}", "dangkal")
    half = read_changes(Workspace(tmp_path / "dangkal"), isi)[TAHUN]
    assert (half.sebab, half.perubahan, half.bagian) == ("riwayat git di salinan ini terpotong", (), {})
    assert half.obat == "ambil riwayat lengkap (git fetch --unshallow)"


def test_what_was_taken_back_for_people_is_not_told_again(workspace: Workspace) -> None:
    number = "9471" + "03" * 6  # no such province
    replaced(TL, '"Peta proses bisnis ditetapkan;"', f'"Peta milik NIK {number} ditetapkan;"')(workspace.root)
    commit(workspace.root)
    replaced(TL, f'"Peta milik NIK {number} ditetapkan;"', '"Peta proses bisnis ditetapkan;"')(workspace.root)
    commit(workspace.root)
    one = next(one for one in fresh(workspace).perubahan if one.jenis == "bunyi")
    assert number not in str(one)
    assert one.sesudah == "Peta proses bisnis ditetapkan;"


def test_a_store_that_cannot_be_used_is_no_trouble(workspace: Workspace) -> None:
    commit(workspace.root)
    expected = fresh(workspace).perubahan
    folder = next((workspace.root / ".cache/kolom/riwayat").iterdir())
    for path in folder.iterdir():
        path.write_text('{"perubahan": 3}', encoding="utf-8")
    isi = load_isi(workspace)[0]
    assert isi
    assert read_changes(workspace, isi)[TAHUN].perubahan == expected
    shutil.rmtree(workspace.root / ".cache")
    (workspace.root / ".cache").write_text("bukan folder", encoding="utf-8")
    assert read_changes(workspace, isi)[TAHUN].perubahan == expected


def test_a_site_in_a_folder_of_a_larger_repository(tmp_path: Path) -> None:
    space = copy_workspace(tmp_path / "kantor" / "situs")
    (tmp_path / "lain.txt").write_text("x", encoding="utf-8")
    commit(tmp_path)
    replaced(TL, "bulan: [8]", "bulan: [9]")(space.root)
    commit(tmp_path)
    assert [told(one)[:3] for one in fresh(space).perubahan][:1] == [("jadwal", "indikator", "tl-1-b-1")]


def built(workspace: Workspace) -> dict[str, str]:
    return {file.uri: file.content for file in build_site(workspace).files if isinstance(file.content, str)}


@pytest.fixture
def files(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The files of a site with a few commits."""
    for minute, change in enumerate(
        [
            lambda _: None,
            replaced(TL, '"Peta proses bisnis ditetapkan;"', '"Peta proses <b>bisnis</b> ditetapkan;"'),
            replaced(TL, '"Peta proses <b>bisnis</b> ditetapkan;"', '"Peta proses bisnis ditetapkan;"'),
            both(appended(BUKTI, PROOF), appended(LOG, ENTRY + CORRECTION)),
        ]
    ):
        at(monkeypatch, minute)
        change(workspace.root)
        commit(workspace.root)
    return built(workspace)


def test_pages_tell_the_row_the_words_and_the_status(files: dict[str, str]) -> None:
    page = files[f"{TAHUN}perubahan/index.md"]
    assert "<del>&lt;b&gt;bisnis&lt;/b&gt;</del> <ins>bisnis</ins>" in page
    assert "Koreksi dicatat" in page
    kegiatan = files[f"{TAHUN}rb/tata-laksana/tl-1/index.md"]
    assert kegiatan.count("Bunyi indikator diubah") == 2
    assert "Koreksi dicatat" not in kegiatan
    assert "Koreksi dicatat" in files[f"{TAHUN}rb/tata-laksana/tl-2/index.md"]
    assert "Koreksi dicatat" in files[f"{TAHUN}rb/tata-laksana/index.md"]
    assert "Tercatat di situs ini sejak" in files[f"{TAHUN}rb/pengawasan/pw-1/index.md"]
    assert "belum berubah sejak itu" in files[f"{TAHUN}rb/pengawasan/pw-1/index.md"]


def test_the_feed_is_valid_atom(files: dict[str, str]) -> None:
    text = files[f"data/{KANTOR}perubahan.atom"]
    parsed = feedparser.parse(text.encode())
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    assert [entry.title for entry in parsed.entries][:2] == [
        "20 November 2023: 4 perubahan",
        "20 November 2023: 1 perubahan",
    ]
    assert "“Peta proses <b>bisnis</b> ditetapkan;”" in parsed.entries[1].content[0].value
    assert parsed.entries[1].content[0].type == "text/plain"
    schema = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))
    schema.assertValid(etree.fromstring(text.encode()))
    ids = [entry.id for entry in parsed.entries]
    assert len(set(ids)) == len(ids)


def test_the_feed_is_absolute_and_its_names_stay_where_the_site_has_an_address(workspace: Workspace) -> None:
    situs = workspace.root / "site_config/situs.yml"
    situs.write_text(
        situs.read_text(encoding="utf-8") + '\nalamat: "https://kolom.contoh.invalid/rb/"\n', encoding="utf-8"
    )
    commit(workspace.root)
    first = feedparser.parse(built(workspace)[f"data/{KANTOR}perubahan.atom"])
    replaced(TL, 'nama: "Evaluasi SOP"', 'catatan: "Dibaca ulang."\n          nama: "Evaluasi SOP"')(workspace.root)
    commit(workspace.root)
    second = feedparser.parse(built(workspace)[f"data/{KANTOR}perubahan.atom"])
    assert first.feed.links[1].href == "https://kolom.contoh.invalid/rb/data/kpu-kabupaten-contoh/perubahan.atom"
    assert second.entries[0].link.startswith(f"https://kolom.contoh.invalid/rb/{KANTOR}perubahan/#c-")
    assert [entry.id for entry in second.entries[1:]] == [entry.id for entry in first.entries]


def test_the_feed_keeps_its_ids_whatever_the_address_of_the_site(workspace: Workspace) -> None:
    situs = workspace.root / "site_config/situs.yml"
    text = situs.read_text(encoding="utf-8")
    commit(workspace.root)
    ids = []
    for alamat in ("", "https://satu.contoh.invalid/rb/", "https://dua.contoh.invalid/"):
        situs.write_text(text + (f'\nalamat: "{alamat}"\n' if alamat else ""), encoding="utf-8")
        feed = feedparser.parse(built(workspace)[f"data/{KANTOR}perubahan.atom"])
        ids.append([feed.feed.id, *(entry.id for entry in feed.entries)])
    assert ids[0] == ids[1] == ids[2]
    assert len(set(ids[0])) == len(ids[0]) > 1
    assert all(one.startswith("urn:uuid:") for one in ids[0])


def test_without_history_there_is_no_feed_and_pages_say_why(workspace: Workspace) -> None:
    files = built(workspace)
    assert f"data/{KANTOR}perubahan.atom" not in files
    assert f"data/{TAHUN}perubahan.json" not in files
    assert "riwayat git tidak ada" in files[f"{TAHUN}perubahan/index.md"]
    assert "riwayat git tidak ada" in files[f"{TAHUN}rb/tata-laksana/tl-1/index.md"]


LATER = {
    "entri": "r-uji-1",
    "bukti": "b-uji",
    "survei": "skm-uji",
}
"""Records of a day that is still to come, by their kind."""


def write_later(folder: Path) -> None:
    """Write an entry with its evidence, and a survey, of a day after that of the data."""
    proven = ENTRY.replace("2022-11-10", "2022-12-05") + "    bukti: [b-uji]\n"
    survei = KANTOR_CONTOH + "/2022/survei.yml"
    text = (folder / survei).read_text(encoding="utf-8")
    first = text[text.index("  - kode: ") :].split("\n  - kode: ")[0].rstrip() + "\n"
    first = re.sub(r"kode: \S+", "kode: skm-uji", first, count=1)
    first = re.sub(r"tanggal: \S+", "tanggal: 2022-12-05", first, count=1)
    both(appended(LOG, proven), appended(BUKTI, PROOF.replace("2022-11-11", "2022-12-05")))(folder)
    (folder / survei).write_text(f"{text.rstrip()}\n{first}", encoding="utf-8")


@pytest.mark.parametrize(("day", "told"), [(date(2022, 11, 15), False), (date(2022, 12, 5), True)])
def test_what_does_not_exist_yet_is_not_told(workspace: Workspace, day: date, told: bool) -> None:  # noqa: FBT001
    """Neither an entry, nor its evidence, nor the status that it brings; the state itself fixes no day here."""
    replaced(f"{KANTOR_CONTOH}/2022/tahun.yml", "per_tanggal: 2022-11-15\n", "")(workspace.root)
    commit(workspace.root)
    write_later(workspace.root)
    commit(workspace.root)
    files = {file.uri: file.content for file in build_site(workspace, give(day)).files}
    text = str(files.get(f"data/{TAHUN}perubahan.json", ""))
    shown = json.loads(text)["perubahan"] if text else []
    rows = {(one["rekaman"], one["kode"]) for one in shown}
    assert {kind: (kind, kode) in rows for kind, kode in LATER.items()} == dict.fromkeys(LATER, told)
    status = [one["sesudah"] for one in shown if one["perubahan"] == "status" and one["kode"] == "tl-2-b-1"]
    assert bool(status) is told


def test_the_status_of_an_old_state_is_judged_by_its_evidence_as_on_the_page(workspace: Workspace) -> None:
    """A document older than what it is to show proves nothing, in the history either."""
    row = "indikator: zi-mp-2-2\n    periode: 2022-09\n    tanggal: 2022-09-29\n    hasil: selesai\n"
    entry = f'\n  - kode: r-uji-3\n    {row}    uraian: "Uji."\n    bukti: [b-monev-tw1]\n'
    commit(workspace.root)
    appended(LOG, entry)(workspace.root)
    commit(workspace.root)
    status = next(one for one in fresh(workspace).perubahan if one.jenis is JenisPerubahan.STATUS)
    shown = year_of(view_workspace(workspace, None), 2022).nilai.status("zi-mp-2-2")
    assert (status.kode, status.sesudah) == ("zi-mp-2-2", shown) == ("zi-mp-2-2", "dilaporkan-tanpa-bukti")


def test_the_table_of_differences_is_told_column_by_column(files: dict[str, str]) -> None:
    package = json.loads(files[f"data/{TAHUN}datapackage.json"])
    table = next(one for one in package["resources"] if one["name"] == "perubahan")
    assert all("description" in column for column in table["schema"]["fields"])
    record = json.loads(files[f"data/{TAHUN}perubahan.json"])["perubahan"]
    assert record[0]["waktu"] == "2023-11-20T08:03:00+07:00"
    assert {one["perubahan"] for one in record if one["kode"] == "tl-2-b-1"} == {"status"}


def test_names_in_old_words_are_shown_as_the_site_shows_names(workspace: Workspace) -> None:
    replaced("site_config/situs.yml", "tampilkan_nama: semua", "tampilkan_nama: inisial")(workspace.root)
    replaced(TL, '"Peta proses bisnis ditetapkan;"', '"Peta oleh Pegawai Contoh 1 ditetapkan;"')(workspace.root)
    commit(workspace.root)
    replaced(TL, '"Peta oleh Pegawai Contoh 1 ditetapkan;"', '"Peta proses bisnis ditetapkan;"')(workspace.root)
    commit(workspace.root)
    one = next(one for one in fresh(workspace).perubahan if one.jenis == "bunyi")
    assert one.sebelum == "Peta oleh P. C. 1. ditetapkan;"
