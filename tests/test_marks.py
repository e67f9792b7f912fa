"""What a field is stands on the field, and everything that treats fields by their nature reads it there."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.model.files import DATA_FILES, DATA_MODELS, PLAN_MODELS
from generator.model.marks import (
    AffectsStatus,
    Change,
    HoldsNames,
    Label,
    Ours,
    Quotes,
    QuotesWithin,
    References,
    find_marked,
    find_marked_anywhere,
    index_records,
    list_records,
)

PAKET = Path(__file__).parent.parent / "generator"
MODEL = "model/rencana.py"
BEFORE = '    """Penanggung jawab (PIC) seperti tercetak, bila rencana menyebutnya."""\n'
FIELDS = '''
    lokasi: Annotated[Kutipan | None, Label("tempat kegiatan"), Change(J.KETERANGAN), AffectsStatus()] = None
    """Tempatnya seperti tercetak."""
    tafsir: Annotated[Teks | None, Ours()] = None
    """Tafsiran kami."""
    disebut: Annotated[Kode | None, References("bukti")] = None
    """Kode bukti yang menyebutnya."""
    disahkan: Tanggal | None = None
    """Kapan disahkan."""
'''
READERS = """
import json
from datetime import datetime
from generator.checks.chains import list_table_texts
from generator.exports.descriptions import build_datapackage
from generator.findings import Place
from generator.load.names import hide_names
from generator.load.doubts import find_doubtful_lines
from generator.model.base import MapNode
from generator.model.isi import Isi, Kantor, Rencana, Tahun
from generator.model.kantor import Satker, SetelanTahun
from generator.model.keputusan import Keputusan
from generator.model.perubahan import Commit, JenisPerubahan, Perubahan
from generator.model.rencana import RencanaRB
from generator.model.situs import Situs
from generator.views.changes import tell_change
from generator.changes import OldRecord, compare, status
from generator.changes.records import find_renamed
from generator.sections import SECTIONS

satker = Satker.model_construct(kode="uji", nama="Kantor Uji")
keputusan = {"kode": "sk-1-2022", "nomor": "1", "tahun": "2022", "tentang": "Uji", "naskah": "ada"}
row = {"kode": "ani", "jadwal": {"keadaan": "kosong"}, "asal": "L7", "lokasi": "rumah Ani Uji", "disebut": "ani-uji"}
area = {"kode": "mp", "kegiatan": [{"kode": "mp-1", "nama": "Satu", "indikator": [row]}]}
plan = RencanaRB.model_validate({"keputusan": "sk-1-2022", "area": area})
year = Tahun(
    satker=satker,
    setelan=SetelanTahun.model_construct(tahun=2022),
    folder="",
    keputusan=(Keputusan.model_validate({**keputusan, "samarkan": ["Ani Uji"]}),),
    rencana=(Rencana("rb", None, (plan,)),),
)
situs = Situs.model_construct(tampilkan_nama="pejabat")
hidden = hide_names(Isi(situs, None, (Kantor(satker, (year,)),))).kantor[0].tahun[0]
shown = next(hidden.rencana[0].daftar_indikator())

def doubtful(name):
    raw = MapNode(Place("x.yml"))
    raw["asal"] = "L7"
    raw.faulty.add(name)
    return sorted(find_doubtful_lines([raw], []))

def state(bukti, row, **isi):
    rows = [OldRecord("bukti", "bukti", bukti, (), {"jenis": "surat"})]
    rows += [OldRecord("rb", "indikator", row, ("mp",), {"disebut": bukti, **isi})]
    return {one.key: one for one in rows}

commit = Commit("0" * 40, datetime(2022, 1, 1))
changes = compare(commit, state("b-1", "mp-1-1", lokasi="Aula"), state("b-2", "mp-1-1", lokasi="Balai"))
asked = []
status.assess_states = lambda keadaan, kode, *_: asked.extend(kode) or {}
list(status.compare_status(changes, {}, {}, 2022, {}))
told = Perubahan(commit, "rb", JenisPerubahan.KETERANGAN, "indikator", "mp-1-1", bidang="lokasi")
dataset = next(one for one in SECTIONS.himpunan if one.nama == "rb")
rows = [{"lokasi": None, "disahkan": None}]
columns = build_datapackage(year, [(dataset, rows)])["resources"][0]["schema"]["fields"]
print(json.dumps({
    "nama": [shown.lokasi, shown.disebut],
    "ragu": [doubtful("lokasi"), doubtful("tafsir"), doubtful("disebut")],
    "silih": find_renamed(state("b-1", "mp-1-1"), state("b-2", "mp-1-2")),
    "beda": [[one.jenis, one.bidang] for one in changes],
    "status": asked,
    "riwayat": tell_change(told, {}),
    "petikan": [text.printed for _, _, texts in list_table_texts(year) for text in texts if text.bidang == "lokasi"],
    "paket": [[column["type"], column["description"]] for column in columns],
}))
"""


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """Return what every reader makes of fields that have only been written into the model."""
    folder = tmp_path_factory.mktemp("paket")
    shutil.copytree(PAKET, folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    model = folder / "generator" / MODEL
    code = model.read_text(encoding="utf-8")
    assert code.count(BEFORE) == 1
    code = code.replace(BEFORE, BEFORE + FIELDS.lstrip("\n"))
    code = code.replace("from enum import", "from generator.model.jenis import Tanggal\nfrom enum import", 1)
    model.write_text(code, encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", READERS], cwd=folder, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("reader", "expected"),
    [
        ("nama", ["rumah A. U.", "ani-uji"]),
        ("ragu", [[7], [], []]),
        ("silih", {"b-1": "b-2", "mp-1-1": "mp-1-2"}),
        ("beda", [["kode", "kode"], ["keterangan", "lokasi"]]),
        ("status", ["mp-1-1", "mp-1-1"]),
        ("riwayat", "Tempat kegiatan diubah"),
        ("petikan", ["rumah Ani Uji"]),
        ("paket", [["string", "Tempatnya seperti tercetak."], ["date", "Kapan disahkan."]]),
    ],
)
def test_a_field_written_into_the_model_reaches_every_reader(read, reader, expected):
    assert read[reader] == expected


def test_a_reference_names_a_kind_of_record_that_exists():
    kinds = {one.kind for record in list_records(*DATA_MODELS) for one in find_marked(record, References).values()}
    assert kinds <= index_records(DATA_MODELS).keys() | {one.nama for one in DATA_FILES} | {"butir"}


MARKS = (AffectsStatus, Change, HoldsNames, Label, Ours, Quotes, QuotesWithin, References)


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.__name__)
def test_fields_of_one_name_are_marked_alike_where_only_names_are_known(mark):
    assert find_marked_anywhere(PLAN_MODELS, mark)


def lists_of_fields(code: str) -> list[str]:
    """Return the constants of a module that hold names of marked fields."""
    known = {name for record in list_records(*PLAN_MODELS) for name in record.marks}
    return [
        ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
        for node in ast.parse(code).body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None
        # A section of the site may be called like a field, such as keputusan.
        if len(known.intersection(word for text in _texts(node.value) for word in text.split())) > 1
    ]


def _texts(node: ast.AST) -> list[str]:
    return [one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)]


@pytest.mark.parametrize(
    ("module", "own"),
    [
        ("load/names.py", []),
        ("load/doubts.py", []),
        ("changes/records.py", []),
        ("changes/diff.py", []),
        ("changes/status.py", []),
        ("views/changes.py", []),
        ("checks/chains.py", []),
        # These are about columns of the files, some called like a field: our words on computed ones.
        ("exports/descriptions.py", ["_MEANINGS"]),
    ],
)
def test_no_reader_keeps_a_list_of_fields(module, own):
    assert lists_of_fields((PAKET / module).read_text(encoding="utf-8")) == own


def test_a_list_of_fields_would_be_seen():
    assert lists_of_fields('_A = frozenset("nama nomor".split())\n_B: dict = {"nama": 1, "asal": 2}') == ["_A", "_B"]
