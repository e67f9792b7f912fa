"""The fingerprints: anybody can compute them from /data/; they change with the records and with nothing else."""

from __future__ import annotations

import copy
import hashlib
import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from conftest import KANTOR_CONTOH, ROOT, commit, give

from generator.build import build_site
from generator.exports.descriptions import hash_parts
from generator.load.fault import list_models
from generator.model.files import DATA_FILES
from generator.model.layanan import PARTS
from generator.model.publikasi import Publikasi
from generator.model.sidik import SumberSidik
from generator.output import OutputFile
from generator.settings import Workspace

pytestmark = pytest.mark.slow

HARI = date(2022, 11, 15)
TAHUN = "kpu-kabupaten-contoh/2022"
GUIDE = (ROOT / "content/halaman/panduan.md").read_text(encoding="utf-8")
PROGRAM = GUIDE.partition("{: #sidik-isi }")[2].partition("```python\n")[2].partition("```")[0]
BAGIAN = ["ringkasan", "rb", "zi", "bukti", "laporan", "tim", "survei", "keputusan", "layanan", "kanal"]


def build(workspace: Workspace, day: date | None = HARI) -> dict[str, OutputFile]:
    return {file.uri: file for file in build_site(workspace, give(day)).files}


def listed(files: dict[str, OutputFile], year: str = TAHUN) -> list[dict]:
    return json.loads(files[f"data/{year}/sidik.json"].content)["sidik"]


def hashes(files: dict[str, OutputFile]) -> dict[str, str]:
    return {item["bagian"]: item["sha256"] for item in listed(files)}


@pytest.fixture(scope="module")
def files(berkas_contoh) -> dict[str, OutputFile]:
    return berkas_contoh(HARI)


def recompute(files: dict[str, OutputFile], folder: Path) -> dict[str, dict[str, str]]:
    """Return what the guide's program prints for every year, run where the downloaded data are."""
    for uri, file in files.items():
        if uri.startswith("data/") and uri.endswith(".json"):
            (folder / uri).parent.mkdir(parents=True, exist_ok=True)
            (folder / uri).write_bytes(file.content.encode())
    (folder / "sidik.py").write_text(PROGRAM, encoding="utf-8")
    found = {}
    for path in sorted(folder.glob("data/*/*/sidik.json")):
        name = path.relative_to(folder).as_posix()
        command = [sys.executable, "-I", "-W", "ignore", "sidik.py", name]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
        pairs = [line.split() for line in done.stdout.splitlines()]
        found[name.removeprefix("data/").removesuffix("/sidik.json")] = {name: sidik for sidik, name in pairs}
    return found


def agree(files: dict[str, OutputFile], folder: Path) -> list[str]:
    """Return the sections whose value the program finds, after seeing that the pages print no other."""
    found = recompute(files, folder)
    for year, values in found.items():
        assert {item["bagian"]: item["sha256"] for item in listed(files, year)} == values
        pages = {uri: str(file.content) for uri, file in files.items() if f"{year}/indikator-publikasi/" in uri}
        printed = {value for page in pages.values() for value in re.findall(r'class="sidik">([0-9a-f]{64})<', page)}
        assert printed == {item["sha256"] for item in listed(files, year) if item["indikator"]}
        for item in listed(files, year):
            for kode in item["indikator"]:
                assert item["sha256"] in pages[f"{year}/indikator-publikasi/{kode}/index.md"]
    return [f"{year} {name}" for year, values in found.items() for name in values]


def test_the_program_of_the_guide_has_twelve_lines_and_needs_the_standard_library_only():
    assert len(PROGRAM.strip().splitlines()) == 12
    assert re.findall("^import (.*)$", PROGRAM, re.MULTILINE) == ["functools, hashlib, json, operator, sys"]


def test_the_program_of_the_guide_finds_the_values_of_the_pages(files, tmp_path):
    found = agree(files, tmp_path)
    assert [name for name in found if name.startswith(TAHUN)] == [f"{TAHUN} {name}" for name in BAGIAN]
    assert f"{TAHUN.replace('2022', '2023')} rb" in found


@pytest.mark.isi
def test_the_program_of_the_guide_finds_the_values_of_the_real_offices(tmp_path):
    found = agree(build(Workspace(ROOT)), tmp_path)
    assert len({name.split()[0] for name in found}) == 7
    assert len(found) > 25


def test_another_day_without_another_record_changes_no_hash(berkas_contoh):
    early, late = berkas_contoh(date(2022, 11, 25)), berkas_contoh(date(2022, 12, 4))
    plan = f"data/{TAHUN}/rb.json"
    assert early[plan].content != late[plan].content, "the statuses differ"
    assert hashes(early) == hashes(late)


def test_a_report_of_what_was_reached_changes_no_plan(berkas_contoh):
    """What is reached of a target follows from the log, as a status does; the plan of the year stays what it is."""
    year = TAHUN.replace("2022", "2023")
    early, late = berkas_contoh(date(2023, 5, 1)), berkas_contoh(date(2023, 10, 15))
    plan = f"data/{year}/rb.json"
    assert early[plan].content != late[plan].content, "what was reached differs"
    hashes_of = [{item["bagian"]: item["sha256"] for item in listed(files, year)} for files in (early, late)]
    assert hashes_of[0]["rb"] == hashes_of[1]["rb"]
    assert hashes_of[0]["ringkasan"] != hashes_of[1]["ringkasan"]


def test_a_commit_changes_no_hash(example_workspace, files):
    commit(example_workspace.root)
    assert hashes(build(example_workspace, None)) == hashes(files)


@pytest.mark.parametrize(
    ("name", "old", "new", "changed"),
    [
        ("layanan.yml", "Tidak dipungut biaya.", "Rp0.", {"layanan"}),
        ("satker.yml", "Untuk bertanya langsung pada jam kerja.", "Untuk bertanya.", {"kanal"}),
        ("2022/kanal.yml", "rata_hari: 6.5", "rata_hari: 6.6", {"kanal"}),
        ("2022/survei.yml", "keadaan: berjalan", "keadaan: selesai", {"survei"}),
        ("2022/tim.yml", "    asal: L46\n", "    asal: L46\n    catatan: Nama tim.\n", {"tim"}),
        ("2022/bukti.yml", 'judul: "Penetapan Standar', 'judul: "Tentang Standar', {"bukti"}),
    ],
)
def test_a_changed_record_changes_the_hash_of_its_section_only(name, old, new, changed, example_workspace, files):
    path = example_workspace.root / KANTOR_CONTOH / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    now = hashes(build(example_workspace))
    assert {name for name in BAGIAN if now[name] != hashes(files)[name]} == changed


def test_a_changed_entry_changes_the_report_and_the_year_but_not_the_plan(example_workspace, files):
    path = example_workspace.root / KANTOR_CONTOH / "2022/realisasi/2022-10.yml"
    text = path.read_text(encoding="utf-8")
    # The last one: the first has been replaced by a correction, which the report tells in its place.
    *_, old = (line for line in text.splitlines() if line.strip().startswith("uraian:"))
    path.write_text(text.replace(old, old.rstrip('"') + ' Ditambah."', 1), encoding="utf-8")
    now = hashes(build(example_workspace))
    assert {name for name in BAGIAN if now[name] != hashes(files)[name]} == {"ringkasan", "laporan"}


def leaves(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the way to every value in JSON that holds no other."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if not pairs:
        yield path
    for key, inner in pairs or ():
        yield from leaves(inner, (*path, key))


@pytest.mark.parametrize("bagian", BAGIAN)
def test_every_value_of_the_shown_records_is_in_the_hash_and_nothing_else(bagian, files):
    """Of forty values drawn from each file, the hash changes with those below the part that are not left out."""
    item = next(item for item in listed(files) if item["bagian"] == bagian)
    parts = [SumberSidik(s["berkas"], tuple(s["jalur"]), tuple(s["tanpa"])) for s in item["sumber"]]
    data = {part.berkas: json.loads(files[part.berkas].content) for part in parts}
    texts = {name: json.dumps(value) for name, value in data.items()}
    assert hash_parts(parts, texts) == item["sha256"]
    draw = random.Random(bagian)  # noqa: S311 - no secret
    for part in parts:
        ways = list(leaves(data[part.berkas]))
        top = tuple(len(data[part.berkas]["laporan"]) - 1 if step == -1 else step for step in part.jalur)
        for way in draw.sample(ways, min(40, len(ways))):
            spoilt = copy.deepcopy(data[part.berkas])
            inner = spoilt
            for step in way[:-1]:
                inner = inner[step]
            inner[way[-1]] = "lain"
            shown = way[: len(top)] == top and not set(part.tanpa) & set(way)
            after = hash_parts(parts, texts | {part.berkas: json.dumps(spoilt)})
            assert (after != item["sha256"]) is shown, way


def empty_keys(value: object) -> object:
    """Return JSON with a key in every mapping that no record uses."""
    if isinstance(value, dict):
        return {key: empty_keys(inner) for key, inner in value.items()} | {
            "baru": None,
            "daftar_baru": [],
            "butir_baru": {},
        }
    return [empty_keys(inner) for inner in value] if isinstance(value, list) else value


def test_a_new_key_that_no_record_uses_changes_no_hash(files):
    data = {uri: file.content for uri, file in files.items() if uri.startswith("data/") and uri.endswith(".json")}
    grown = {uri: json.dumps(empty_keys(json.loads(text))) for uri, text in data.items()}
    for item in listed(files):
        parts = [SumberSidik(s["berkas"], tuple(s["jalur"]), tuple(s["tanpa"])) for s in item["sumber"]]
        assert hash_parts(parts, grown) == item["sha256"], item["bagian"]


def test_a_new_optional_field_of_a_model_changes_no_hash(example_workspace, files, monkeypatch):
    """The record of publikasi goes out as the model has it; a field that it gains is published as null."""
    dump = Publikasi.model_dump
    monkeypatch.setattr(Publikasi, "model_dump", lambda self: dump(self) | {"ketentuan": None})
    grown = build(example_workspace)
    assert '"ketentuan": null' in grown[f"data/{TAHUN}/rb.json"].content
    assert hashes(grown) == hashes(files)


ASSEMBLED = {
    "rb": {"baris"},
    "zi": {"baris"},
    "ringkasan": {"baris"},
    "tim": {"baris"},
    "keputusan": {"baris"},
    "laporan": {"baris", "entri", "sha256"},
    "bukti": {"sha256"},
    "kanal": {"rekap"},
    "layanan": {"satker"},
    "survei": set[str](),
}
"""Keys under which records stand together, beside the fields of the models; sha256 is that of an evidence file."""


@pytest.mark.parametrize("bagian", BAGIAN)
def test_what_is_hashed_is_as_written_never_derived(bagian, files):
    """A key that is no field of any model follows from others: it must be named among what is left out."""
    written = {name for model in all_models() for name in model.model_fields}
    item = next(item for item in listed(files) if item["bagian"] == bagian)
    keys = set[str]()
    for source in item["sumber"]:
        part = json.loads(files[source["berkas"]].content)
        for step in source["jalur"]:
            part = part[step]
        shown = [way for way in leaves(part) if not set(source["tanpa"]) & set(way)]
        keys |= {key for way in shown for key in way if isinstance(key, str)}
    assert keys - written - ASSEMBLED[bagian] == set()


def all_models() -> set[type]:
    found, open_ = set[type](), [one.model for one in DATA_FILES]
    while open_:
        model = open_.pop()
        found.add(model)
        inner = (held for field in model.model_fields.values() for held in list_models(field.annotation))
        open_ += [held for held in inner if held not in found]
    return found


def test_the_program_of_the_guide_still_verifies_version_1(files, tmp_path):
    """A pack that was printed before hashed empty keys too; its list says so by its version."""
    for uri, file in files.items():
        if uri.startswith("data/") and uri.endswith(".json"):
            (tmp_path / uri).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / uri).write_text(str(file.content), encoding="utf-8")
    source = {"berkas": f"data/{TAHUN}/rb.json", "jalur": ["area"], "tanpa": ["status", "bukti", "capaian"]}
    old = {"versi": 1, "sidik": [{"bagian": "rb", "sumber": [source]}]}
    (tmp_path / "sidik.json").write_text(json.dumps(old), encoding="utf-8")
    (tmp_path / "sidik.py").write_text(PROGRAM, encoding="utf-8")
    command = [sys.executable, "-I", "-W", "ignore", "sidik.py", "sidik.json"]
    printed = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    records = without(json.loads((tmp_path / source["berkas"]).read_text(encoding="utf-8"))["area"], source["tanpa"])
    text = json.dumps([records], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert printed.split() == [hashlib.sha256(text.encode()).hexdigest(), "rb"]


def without(value: object, keys: list[str]) -> object:
    if isinstance(value, dict):
        return {key: without(inner, keys) for key, inner in value.items() if key not in keys}
    return [without(inner, keys) for inner in value] if isinstance(value, list) else value


KEYS = {
    "survei": "kode jenis nama periode tanggal sampai responden nilai skala mutu unsur tindak_lanjut bukti url",
    "laporan": "periode url keputusan jatuh_tempo dilepas ditunda_ke_periode_ini entri bukti",
}


@pytest.mark.parametrize("name", KEYS)
def test_every_key_of_the_new_sets_is_there(name, files):
    record = json.loads(files[f"data/{TAHUN}/{name}.json"].content)
    assert list(record) == ["versi", "satker", "tahun", "per_tanggal", name]
    assert {tuple(item) for item in record[name]} == {tuple(KEYS[name].split())}


def test_hidden_counts_stay_hidden_in_the_open_data(files):
    record = json.loads(files["data/kpu-kabupaten-contoh/kanal.json"].content)
    assert list(record) == ["versi", "satker", "url", "kanal"]
    counts = [rekap for kanal in record["kanal"] if kanal["jenis"] == "wbs" for rekap in kanal["rekap"]]
    assert counts
    assert not [rekap for rekap in counts if rekap["diterima"] in {1, 2} or rekap["selesai"] in {1, 2}]
    assert "kurang dari 3" in files["data/kpu-kabupaten-contoh/kanal.json"].content


def test_fourteen_components_of_every_service_are_there(files):
    record = json.loads(files["data/kpu-kabupaten-contoh/layanan.json"].content)
    assert list(record) == ["versi", "satker", "url", "penetapan", "diperbarui", "maklumat", *PARTS[2:], "layanan"]
    assert {len(layanan) for layanan in record["layanan"]} == {3 + 14 + len(("kompensasi", "sejak", "sampai"))}
