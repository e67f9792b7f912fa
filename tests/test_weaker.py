"""periksa --sejak: a plan that has become weaker since a commit is told, one that has become stronger is not."""

from __future__ import annotations

import pytest

from generator.checks.weaker import check_weaker
from generator.load.raw import PLAN_FILE, read_former_plans

TAHUN = "content/data/kpu-x/2022"
MONTHLY = "jadwal: {bulan: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], keadaan: pasti}"


def plans(row: str | None, setelan: str = "pelaporan: 2022-04-01", **files: str):
    """Return plans of one year with one row, or of none."""
    there = {f"{TAHUN}/tahun.yml": f"tahun: 2022\n{setelan}\n"}
    if row is not None:
        there[f"{TAHUN}/rb/a.yml"] = f"area:\n  kode: a\n  kegiatan:\n    - kode: a-1\n      {row}\n"
    there |= {f"{TAHUN}/{name.replace('__', '/')}.yml": text for name, text in files.items()}
    return read_former_plans((name, text.encode()) for name, text in there.items())


def told(before, after) -> list[str]:
    return [finding.message for finding in check_weaker(before, after, "abc")]


def jadwal(bulan: str, keadaan: str = "pasti") -> str:
    return f"jadwal: {{bulan: [{bulan}], keadaan: {keadaan}}}"


def irama(text: str) -> str:
    return f"{MONTHLY}\n      irama: {{{text}}}"


def ukuran(target: str, arah: str = "") -> str:
    way = f", arah: {arah}" if arah else ""
    return f"ukuran: [{{kode: u{way}, target: [{{periode: 2022, {target}}}]}}]"


def syarat(text: str) -> str:
    return f"publikasi: {{cara: halaman, syarat: [{text}]}}"


EASED = "target ukuran u untuk 2022 diringankan pada “a-1”"
SCHEDULE = "bulan dikurangi atau dimundurkan dari {} menjadi {} pada “a-1”"
ROWS = [
    (jadwal("3"), jadwal("3"), None),
    (jadwal("3"), jadwal("2"), None),
    (jadwal("3"), jadwal("2, 3"), None),
    (jadwal("3"), jadwal("3, 9"), None),
    (jadwal("3, 6"), jadwal("2, 6"), None),
    (jadwal("3"), jadwal("5"), SCHEDULE.format("Mar", "Mei")),
    (jadwal("3, 6"), jadwal("3"), SCHEDULE.format("Mar, Jun", "Mar")),
    (jadwal("3, 6"), jadwal("2, 7"), SCHEDULE.format("Mar, Jun", "Feb, Jul")),
    # A longer run is due at its end.
    (jadwal("3"), jadwal("3, 4"), SCHEDULE.format("Mar", "Mar, Apr")),
    (jadwal("3"), jadwal("3", "wajar"), "kepastian jadwal turun dari pasti menjadi wajar pada “a-1”"),
    (
        jadwal("3"),
        "jadwal: {keadaan: tidak-terbaca, catatan: x}",
        "kepastian jadwal turun dari pasti menjadi tidak-terbaca pada “a-1”",
    ),
    (jadwal("3", "wajar"), jadwal("3"), None),
    ("jadwal: {keadaan: kosong}", "jadwal: {keadaan: tidak-terbaca}", None),
    (irama("jenis: berkala, tiap: bulan, dasar: bacaan"), irama("jenis: berkala, minimal: 12, dasar: bacaan"), None),
    (irama("jenis: sekali, dasar: bacaan"), irama("jenis: berkala, tiap: tahun, dasar: bacaan"), None),
    (irama("jenis: sekali, dasar: bacaan"), MONTHLY, None),
    (MONTHLY, irama("jenis: tersedia, dasar: bacaan"), None),
    (MONTHLY, irama("jenis: sekali, dasar: bacaan"), "irama turun dari tersedia menjadi sekali pada “a-1”"),
    (
        irama("jenis: berkala, tiap: bulan, dasar: bacaan"),
        irama("jenis: berkala, minimal: 4, dasar: bacaan"),
        "irama berkurang dari 12 menjadi 4 kali setahun pada “a-1”",
    ),
    (
        irama("jenis: berkala, tiap: bulan, dasar: bacaan"),
        irama("jenis: tersedia, dasar: bacaan"),
        "irama turun dari berkala menjadi tersedia pada “a-1”",
    ),
    (
        irama("jenis: berkala, tiap: bulan, dasar: kutipan"),
        irama("jenis: berkala, tiap: bulan, dasar: bacaan"),
        "irama yang dikutip dari keputusan tidak lagi dikutip pada “a-1”",
    ),
    ("target: {akumulasi: jumlah, tw1: 2}", "target: {akumulasi: jumlah, tw1: 3, tw2: 1}", None),
    (
        "target: {akumulasi: jumlah, tw1: 2}",
        "target: {akumulasi: jumlah, tw1: 1.5, tw2: 4}",
        "target tw1 diringankan dari 2 menjadi 1.5 pada “a-1”",
    ),
    (
        "target: {akumulasi: jumlah, tw1: 2}",
        "target: {akumulasi: jumlah}",
        "target tw1 diringankan dari 2 menjadi kosong pada “a-1”",
    ),
    (
        "target: {akumulasi: jumlah, tw1: 2}",
        "target: {akumulasi: posisi, tw1: 2}",
        "cara menjumlahkan target diubah dari jumlah menjadi posisi pada “a-1”",
    ),
    (
        "target: {akumulasi: posisi, arah: turun, tw1: 2}",
        "target: {akumulasi: posisi, arah: turun, tw1: 3}",
        "target tw1 diringankan dari 2 menjadi 3 pada “a-1”",
    ),
    ("target: {akumulasi: posisi, arah: turun, tw1: 2}", "target: {akumulasi: posisi, arah: turun, tw1: 1}", None),
    (
        "target: {akumulasi: posisi, tw1: 2}",
        "target: {akumulasi: posisi, arah: turun, tw1: 2}",
        "arah target diubah dari naik menjadi turun pada “a-1”",
    ),
    (ukuran("jenis: angka, nilai: 60"), ukuran("jenis: angka, nilai: 70"), None),
    (ukuran("jenis: angka, nilai: 60"), ukuran("jenis: angka, nilai: 50"), EASED),
    (ukuran("jenis: batas-atas, nilai: 3"), ukuran("jenis: batas-atas, nilai: 5"), EASED),
    (ukuran("jenis: batas-atas, nilai: 3"), ukuran("jenis: batas-atas, nilai: 2"), None),
    (ukuran("jenis: angka, nilai: 3", "turun"), ukuran("jenis: angka, nilai: 2", "turun"), None),
    (ukuran("jenis: angka, nilai: 3", "turun"), ukuran("jenis: angka, nilai: 4", "turun"), EASED),
    (ukuran("jenis: tingkat, tingkat: BB"), ukuran("jenis: tingkat, tingkat: B"), EASED),
    (ukuran("jenis: angka, nilai: 3"), "ukuran: [{kode: u}]", "target ukuran u untuk 2022 dihapus pada “a-1”"),
    (ukuran("jenis: angka, nilai: 3"), "nama: x", "ukuran u dihapus pada “a-1”"),
    (
        ukuran("jenis: angka, nilai: 3", "turun"),
        ukuran("jenis: angka, nilai: 3", "naik"),
        "arah ukuran u diubah dari turun menjadi naik pada “a-1”",
    ),
    (syarat("{jenis: tim}"), syarat("{jenis: laporan}, {jenis: tim}"), None),
    (syarat("{jenis: tim}, {jenis: laporan}"), syarat("{jenis: tim}"), "syarat publikasi laporan dihapus pada “a-1”"),
    (
        syarat("{jenis: komponen, jumlah: 14}"),
        syarat("{jenis: komponen, jumlah: 1}"),
        "syarat publikasi komponen diubah pada “a-1”",
    ),
    ("target: {akumulasi: jumlah, tw1: 2}", "nama: x", "target dihapus pada “a-1”"),
    ("nama: x", "keadaan_khusus: tidak-berlaku", "keadaan_khusus tidak-berlaku ditambahkan pada “a-1”"),
    ("keadaan_khusus: tidak-berlaku", "nama: x", None),
    ("publikasi: {cara: halaman}", "nama: x", "penanda publikasi dihapus pada “a-1”"),
    ("nama: x", "nama: y", None),
]


@pytest.mark.parametrize(("before", "after", "message"), ROWS)
def test_only_what_is_weaker_is_told(before, after, message):
    assert told(plans(before), plans(after)) == ([message] if message else [])


@pytest.mark.parametrize("row", sorted({row[0] for row in ROWS} | {row[1] for row in ROWS}))
def test_what_has_not_changed_is_never_told(row):
    assert told(plans(row), plans(row)) == []


def test_a_weakening_is_told_whatever_its_catatan_explains():
    after = "jadwal: {bulan: [3], keadaan: wajar, catatan: Salah baca.}\n      catatan: Salah baca."
    assert told(plans(jadwal("3")), plans(after)) == ["kepastian jadwal turun dari pasti menjadi wajar pada “a-1”"]


def test_before_an_office_reports_its_plan_may_be_read_anew():
    assert told(plans(jadwal("3"), "tenggang_hari: 0"), plans(jadwal("9", "wajar"), "tenggang_hari: 30")) == []


@pytest.mark.parametrize(
    ("before", "after", "messages"),
    [
        ("pelaporan: 2022-04-01", "pelaporan: 2022-01-01", []),
        (
            "pelaporan: 2022-04-01",
            "pelaporan: 2022-04-02",
            ["pelaporan dimundurkan: dahulu “2022-04-01”, kini “2022-04-02”"],
        ),
        ("pelaporan: 2022-04-01", "", ["pelaporan dihapus, dahulu “2022-04-01”"]),
        (
            "pelaporan: 2022-04-01",
            "pelaporan: 2022-04-01\ntenggang_hari: 1",
            ["tenggang_hari diperpanjang: dahulu 0 hari, kini 1 hari"],
        ),
        ("pelaporan: 2022-04-01\ntenggang_hari: 14", "pelaporan: 2022-04-01\ntenggang_hari: 7", []),
    ],
)
def test_settings(before, after, messages):
    assert told(plans("nama: x", before), plans("nama: x", after)) == messages


OLD = {"keputusan__sk-1": "kode: sk-1\ntanggal: 2022-06-01\n"}
NEW = {"keputusan__sk-2": "kode: sk-2\ntanggal: 2022-09-01\n"}
UNDATED = {"keputusan__sk-2": "kode: sk-2\n"}


@pytest.mark.parametrize(
    ("kode", "files", "silent"),
    [("sk-2", NEW, True), ("sk-1", NEW, False), ("sk-2", {}, False), ("sk-2", UNDATED, False)],
)
def test_only_a_new_dated_decree_withdraws_a_row_in_silence(kode, files, silent):
    message = f"“a-1” kini dicabut oleh “{kode}”, yang bukan keputusan baru bertanggal"
    after = plans(f"dicabut: {kode}", **OLD, **files)
    assert told(plans("nama: x", **OLD), after) == ([] if silent else [message])


def test_a_row_may_move_to_another_file_but_not_go():
    moved = "area:\n  kode: a\n  kegiatan: [{kode: a-1, nama: x}]\n"
    before = plans("nama: x")
    assert told(before, plans(None, spip__b=moved)) == []
    assert told(before, plans(None)) == ["baris rencana dihapus, padahal ada di commit abc: “a”, “a-1”"]
    # What cannot be read today may still hold it.
    assert told(before, plans(None, rb__c="area: [")) == []


def test_an_old_file_that_cannot_be_read_is_told():
    [message] = told(plans(None, rb__c="area: ["), plans("nama: x"))
    assert message == "di commit abc berkas ini tidak terbaca seluruhnya, jadi sebagian isinya tidak dibandingkan"


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("tahun.yml", True),
        ("rb/a.yml", True),
        ("agen-perubahan/a.yml", True),
        ("keputusan/sk-1-2022.yml", True),
        ("realisasi/2022-tw1.yml", False),
        ("bukti/a.yml", False),
        ("tim.yml", False),
    ],
)
def test_which_files_are_compared(name, known):
    assert bool(PLAN_FILE.fullmatch(f"{TAHUN}/{name}")) is known
