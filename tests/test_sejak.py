"""periksa --sejak: the log of a commit and that of today, in real repositories, whatever state they are in."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest
from conftest import KANTOR_CONTOH, commit, git

from generator.history import UnknownCommitError
from generator.inspect import compare_log
from generator.settings import Ruang

LOG = f"{KANTOR_CONTOH}/2022/realisasi"
SEMESTER, BULAN = f"{LOG}/2022-s2.yml", f"{LOG}/2022-09.yml"
SATU = """\
  - kode: r-uji-1
    indikator: tl-1-b-1
    periode: 2022-08
    tanggal: 2022-08-20
    hasil: berjalan
    uraian: "Laporan disusun."
    bukti: [b-uji-1, b-uji-2]
"""
DUA = """\
  - kode: r-uji-2
    indikator: tl-1-b-1
    periode: 2022-09
    tanggal: 2022-09-02
    hasil: selesai
    uraian: "Laporan selesai."
"""
# SATU again: commented, in another order, quoted otherwise, with what goes without saying said.
SATU_LAIN = """\
  # Diperiksa ulang.
  -   "kode": 'r-uji-1'
      hasil: berjalan   # belum selesai

      bukti:
        - "b-uji-1"
        - b-uji-2
      periode: "2022-08"
      tanggal: 2022-08-20
      dasar: laporan
      kendala:
      asal: ~
      uraian: >-
        Laporan
        disusun.
      indikator: tl-1-b-1
"""


def entri(*items: str) -> str:
    return "entri:\n" + "".join(items)


LAMA = {SEMESTER: entri(SATU, DUA)}
# What a commit had, what is there today (None: the file is gone), and the rules told, each with place and message.
KASUS = {
    "unchanged": (LAMA, {}, []),
    "comment_order_quoting": (LAMA, {SEMESTER: entri(SATU_LAIN, DUA)}, []),
    "layout_of_the_old_file": ({SEMESTER: entri(SATU_LAIN)}, {SEMESTER: entri(SATU)}, []),
    "windows_line_ends": (LAMA, {SEMESTER: entri(SATU, DUA).replace("\n", "\r\n")}, []),
    "order_of_entries": (LAMA, {SEMESTER: entri(DUA, SATU)}, []),
    "moved_between_files": (LAMA, {SEMESTER: entri(SATU), BULAN: entri(DUA)}, []),
    "file_renamed": (LAMA, {SEMESTER: None, BULAN: entri(SATU, DUA)}, []),
    "added_entry": ({SEMESTER: entri(SATU)}, {SEMESTER: entri(SATU, DUA)}, []),
    "added_file": ({SEMESTER: entri(SATU)}, {BULAN: entri(DUA)}, []),
    "copied_and_not_renamed": (
        {SEMESTER: entri(SATU)},
        {SEMESTER: entri(SATU.replace("berjalan", "selesai"), SATU)},
        [],
    ),
    "empty_old_file": ({SEMESTER: "# belum ada\n"}, {SEMESTER: entri(SATU)}, []),
    "changed_value": (
        LAMA,
        {SEMESTER: entri(SATU.replace("08-20", "08-21"), DUA)},
        [(SEMESTER, 5, "entri-diubah", "tanggal entri “r-uji-1” diubah: dahulu “2022-08-20”, kini “2022-08-21”")],
    ),
    "order_of_a_list": (
        LAMA,
        {SEMESTER: entri(SATU.replace("b-uji-1, b-uji-2", "b-uji-2, b-uji-1"), DUA)},
        [(SEMESTER, 8, "entri-diubah", "dahulu “[b-uji-1, b-uji-2]”, kini “[b-uji-2, b-uji-1]”")],
    ),
    "changed_and_moved": (
        LAMA,
        {SEMESTER: entri(SATU), BULAN: entri(DUA.replace("selesai\n", "berjalan\n"))},
        [(BULAN, 6, "entri-diubah", "hasil entri “r-uji-2” diubah: dahulu “selesai”, kini “berjalan”")],
    ),
    "two_values": (
        LAMA,
        {SEMESTER: entri(SATU, DUA.replace("2022-09-02", "2022-09-03").replace("Laporan selesai", "Selesai"))},
        [
            (SEMESTER, 12, "entri-diubah", "tanggal entri “r-uji-2” diubah"),
            (SEMESTER, 14, "entri-diubah", "uraian entri “r-uji-2” diubah: dahulu “Laporan selesai.”, kini “Selesai.”"),
        ],
    ),
    "removed_key": (
        LAMA,
        {SEMESTER: entri(SATU.replace("    bukti: [b-uji-1, b-uji-2]\n", ""), DUA)},
        [(SEMESTER, 2, "entri-diubah", "bukti entri “r-uji-1” dihapus: dahulu “[b-uji-1, b-uji-2]”")],
    ),
    "emptied_key": (
        LAMA,
        {SEMESTER: entri(SATU.replace("[b-uji-1, b-uji-2]", ""), DUA)},
        [(SEMESTER, 8, "entri-diubah", "bukti entri “r-uji-1” dihapus: dahulu “[b-uji-1, b-uji-2]”")],
    ),
    "added_key": (
        LAMA,
        {SEMESTER: entri(SATU, DUA, '    catatan: "Terlambat dicatat."\n')},
        [(SEMESTER, 15, "entri-diubah", "catatan entri “r-uji-2” ditambahkan: “Terlambat dicatat.”; hapus lagi, lalu")],
    ),
    "misspelt_key": (LAMA, {SEMESTER: entri(SATU.replace("uraian:", "uraan:"), DUA)}, []),
    "unreadable_value": (LAMA, {SEMESTER: entri(SATU, DUA.replace('"Laporan selesai."', "*laporan"))}, []),
    "changed_kode": (
        LAMA,
        {SEMESTER: entri(SATU, DUA.replace("r-uji-2", "r-uji-lain"))},
        [(SEMESTER, 9, "entri-diubah", "kode entri “r-uji-2” diubah menjadi “r-uji-lain”")],
    ),
    "removed_entry": (
        LAMA,
        {SEMESTER: entri(DUA)},
        [(SEMESTER, 1, "entri-dihapus", f"dari isi lama berkas ini: git show COMMIT:./{SEMESTER}")],
    ),
    "removed_every_entry": (
        {SEMESTER: entri(SATU)},
        {SEMESTER: "entri: []\n"},
        [(SEMESTER, 1, "entri-dihapus", "entri “r-uji-1” dihapus")],
    ),
    "emptied_file": (
        {SEMESTER: entri(SATU)},
        {SEMESTER: ""},
        [(SEMESTER, 1, "entri-dihapus", "entri “r-uji-1” dihapus")],
    ),
    "removed_file": (
        {SEMESTER: entri(SATU), BULAN: entri(DUA)},
        {SEMESTER: None},
        [(LOG, 1, "entri-dihapus", f"kembalikan berkasnya: git checkout COMMIT -- {SEMESTER}")],
    ),
    "file_with_another_ending": (
        {SEMESTER: entri(SATU)},
        {SEMESTER: None, f"{LOG}/2022-s2.yml.bak": entri(SATU)},
        [(LOG, 1, "entri-dihapus", "entri “r-uji-1” dihapus")],
    ),
    "renamed_year": (
        {SEMESTER: entri(SATU)},
        {SEMESTER: None, SEMESTER.replace("/2022/", "/2023/"): entri(SATU)},
        [(LOG, 1, "entri-dihapus", "entri “r-uji-1” dihapus")],
    ),
    "same_kode_in_two_offices": (
        {SEMESTER: entri(SATU), SEMESTER.replace("-contoh", "-lain"): entri(SATU.replace("berjalan", "selesai"))},
        {},
        [],
    ),
    "spaces_and_letters_of_others_in_names": (
        {f"{LOG}/catatan é 2.yml": entri(SATU)},
        {f"{LOG}/catatan é 2.yml": None},
        [(LOG, 1, "entri-dihapus", f"git checkout COMMIT -- '{LOG}/catatan é 2.yml'")],
    ),
    "broken_old_file": (
        {SEMESTER: 'entri:\n  - kode: "r-uji-1\n', BULAN: entri(DUA)},
        {SEMESTER: entri(SATU), BULAN: entri(DUA.replace("selesai\n", "berjalan\n"))},
        [
            (BULAN, 6, "entri-diubah", "hasil entri “r-uji-2” diubah: dahulu “selesai”, kini “berjalan”"),
            (SEMESTER, 1, "log-lama", "di commit COMMIT berkas ini tidak terbaca seluruhnya"),
        ],
    ),
    "old_entry_without_kode": (
        {SEMESTER: entri(SATU, '  - uraian: "Tanpa kode."\n')},
        {SEMESTER: entri(DUA)},
        [
            (SEMESTER, 1, "entri-dihapus", "entri “r-uji-1” dihapus"),
            (SEMESTER, 1, "log-lama", "di commit COMMIT berkas ini tidak terbaca seluruhnya"),
        ],
    ),
    "huge_old_file": (
        {SEMESTER: entri(SATU) + "#" * 2_000_000},
        {SEMESTER: entri(SATU)},
        [(SEMESTER, 1, "log-lama", "di commit COMMIT berkas ini tidak terbaca seluruhnya")],
    ),
    "broken_new_file": (LAMA, {SEMESTER: entri(SATU, DUA).replace('selesai."', "selesai.")}, []),
    "moved_into_a_broken_new_file": (LAMA, {SEMESTER: entri(SATU), BULAN: entri(DUA) + '  - "'}, []),
    "new_entry_lost_its_kode": (LAMA, {SEMESTER: entri(SATU, DUA.replace("kode: r-uji-2", "nomor: 2"))}, []),
    "broken_new_file_of_another_year": (
        {SEMESTER: entri(SATU)},
        {SEMESTER: "entri: []\n", SEMESTER.replace("/2022/", "/2023/"): "entri: ["},
        [(SEMESTER, 1, "entri-dihapus", "entri “r-uji-1” dihapus")],
    ),
    "number_of_a_person": (
        {SEMESTER: entri(SATU.replace("disusun", "disusun 9999999999999999"))},
        {SEMESTER: entri(SATU)},
        [(SEMESTER, 7, "entri-diubah", "dahulu “Laporan disusun ••••••••••••••••.”, kini “Laporan disusun.”")],
    ),
}  # fmt: skip


@pytest.fixture
def ruang(tmp_path):
    (tmp_path / "content/data").mkdir(parents=True)
    (tmp_path / "baca.txt").write_text("Isi kantor.", encoding="utf-8")
    return Ruang(tmp_path)


def put(ruang, files):
    """Write files; None removes one."""
    for name, text in files.items():
        path = ruang.akar / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_bytes(text.encode())


def periksa(ruang, *options, **environment):
    """Run the real command and return what it did."""
    return subprocess.run(
        [sys.executable, "-m", "generator", "periksa", "--ruang", str(ruang.akar), *options],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | environment,
        check=False,
    )


@pytest.mark.parametrize(("before", "today", "told"), KASUS.values(), ids=KASUS.keys())
def test_what_has_become_of_the_log(ruang, before, today, told):
    put(ruang, before)
    since = commit(ruang.akar)
    put(ruang, today)

    hasil = compare_log(ruang, since)

    assert [(f.tempat.berkas, f.tempat.baris, f.kode) for f in hasil.findings] == [row[:3] for row in told]
    for finding, (*_, words) in zip(hasil.findings, told, strict=True):
        assert words.replace("COMMIT", since[:8]) in f"{finding.pesan}; {finding.saran}"


def test_the_files_count_as_they_are_now_committed_or_not(ruang):
    put(ruang, {SEMESTER: entri(SATU)})
    first = commit(ruang.akar)
    put(ruang, {SEMESTER: entri(SATU.replace("berjalan", "selesai"))})
    second = commit(ruang.akar)

    assert len(compare_log(ruang, first).findings) == 1
    assert compare_log(ruang, second).findings == ()
    assert compare_log(ruang, "HEAD~1").findings == compare_log(ruang, first).findings


def test_a_branch_a_tag_and_a_short_hash_name_a_commit(ruang):
    put(ruang, {SEMESTER: entri(SATU)})
    since = commit(ruang.akar)
    git(ruang.akar, "tag", "-am", "rilis", "v1")
    git(ruang.akar, "branch", "lama")

    assert {compare_log(ruang, name).commit for name in ("HEAD", "lama", "v1", since, since[:7])} == {since[:8]}


def test_the_working_space_may_be_a_folder_of_the_repository(tmp_path):
    ruang = Ruang(tmp_path / "situs kantor é")
    put(ruang, {SEMESTER: entri(SATU)})
    put(Ruang(tmp_path), {SEMESTER: entri(DUA)})  # another site beside it
    since = commit(tmp_path)
    put(ruang, {SEMESTER: "entri: []\n"})

    hasil = compare_log(ruang, since)

    assert (hasil.count, [finding.tempat.berkas for finding in hasil.findings]) == (1, [SEMESTER])
    command = hasil.findings[0].saran.partition(": ")[2].split()
    assert git(ruang.akar, *command[1:]) == entri(SATU).strip(), "the advice works as it stands"


def test_the_advice_brings_a_file_back(ruang):
    put(ruang, {SEMESTER: entri(SATU)})
    since = commit(ruang.akar)
    shutil.rmtree(ruang.data)
    ruang.data.mkdir()
    [finding] = compare_log(ruang, since).findings

    git(ruang.akar, *finding.saran.partition(": ")[2].split()[1:])

    assert (ruang.akar / SEMESTER).read_text(encoding="utf-8") == entri(SATU)


def test_links_are_not_followed_then_or_now(ruang):
    put(ruang, {f"{LOG}/asli.txt": entri(SATU), BULAN: entri(DUA)})
    (ruang.akar / SEMESTER).symlink_to("asli.txt")
    since = commit(ruang.akar)
    assert compare_log(ruang, since).count == 1

    (ruang.akar / LOG).rename(ruang.akar / "luar")
    (ruang.akar / LOG).symlink_to(ruang.akar / "luar")
    assert compare_log(ruang, since).findings == (), "the link itself is reported; its entries are held back"


@pytest.mark.parametrize("name", ["nihil", "", "--all", "--help", "-h", "HEAD:content", "HEAD..HEAD", "x y", "é\n"])
def test_a_commit_that_is_none_is_told_in_one_sentence(ruang, name):
    put(ruang, {SEMESTER: entri(SATU)})
    commit(ruang.akar)

    with pytest.raises(UnknownCommitError) as refused:
        compare_log(ruang, name)

    assert str(refused.value).endswith("” tidak ada di salinan ini; cari kodenya dengan git log --oneline")
    assert len(str(refused.value).splitlines()) == 1


def test_a_shallow_clone_says_what_to_fetch(ruang, tmp_path_factory):
    put(ruang, {SEMESTER: entri(SATU)})
    first = commit(ruang.akar)
    put(ruang, {SEMESTER: entri(SATU, DUA)})
    commit(ruang.akar)
    shallow = tmp_path_factory.mktemp("dangkal") / "salinan"
    git(ruang.akar, "clone", "-q", "--depth", "1", f"file://{ruang.akar}", str(shallow))

    with pytest.raises(UnknownCommitError, match=r"terpotong dan tidak memuat commit .*git fetch --unshallow"):
        compare_log(Ruang(shallow), first)
    assert compare_log(Ruang(shallow), "HEAD").count == 2


def test_a_repository_without_a_commit_or_none_at_all(ruang, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(ruang.akar.parent))
    with pytest.raises(UnknownCommitError, match="tidak terbaca sebagai salinan git"):
        compare_log(ruang, "HEAD")

    git(ruang.akar, "init", "-q")
    with pytest.raises(UnknownCommitError, match="commit “HEAD” tidak ada di salinan ini"):
        compare_log(ruang, "HEAD")


def test_a_machine_without_git(ruang, monkeypatch):
    monkeypatch.setenv("PATH", str(ruang.akar))
    with pytest.raises(UnknownCommitError, match="git tidak terpasang"):
        compare_log(ruang, "HEAD")


def object_of(ruang, name):
    """Return the file in which git keeps the content of a file."""
    blob = git(ruang.akar, "rev-parse", f"HEAD:{name}")
    path = ruang.akar / ".git/objects" / blob[:2] / blob[2:]
    path.chmod(0o600)
    return path


def test_a_repository_that_lost_a_file_is_compared_without_it(ruang):
    put(ruang, {SEMESTER: entri(SATU), BULAN: entri(DUA)})
    since = commit(ruang.akar)
    object_of(ruang, SEMESTER).unlink()
    (ruang.akar / BULAN).unlink()

    assert [(f.tempat.berkas, f.kode) for f in compare_log(ruang, since).findings] == [
        (LOG, "entri-dihapus"),
        (SEMESTER, "log-lama"),
    ]


def test_a_repository_that_is_damaged_is_told_so(ruang):
    put(ruang, {SEMESTER: entri(SATU), BULAN: entri(DUA)})
    since = commit(ruang.akar)
    path = object_of(ruang, SEMESTER)
    path.write_bytes(path.read_bytes()[:-8])

    with pytest.raises(UnknownCommitError, match="tidak dapat dibaca; periksa salinan ini dengan git fsck"):
        compare_log(ruang, since)


@pytest.fixture
def ruang_diubah(ruang_contoh):
    """The fictitious office with an entry that was changed after it had been committed."""
    put(ruang_contoh, {SEMESTER: entri(DUA)})
    commit(ruang_contoh.akar)
    put(ruang_contoh, {SEMESTER: entri(DUA.replace("2022-09-02", "2022-09-03"))})
    return ruang_contoh


@pytest.mark.slow
def test_the_command_counts_it_in_every_format(ruang_diubah):
    without = periksa(ruang_diubah)
    assert (without.returncode, without.stderr) == (0, "")

    text, as_json, github = (
        periksa(ruang_diubah, "--sejak", "HEAD", "--format", f) for f in ("teks", "json", "github")
    )

    assert [done.returncode for done in (text, as_json, github)] == [1, 1, 1]
    assert text.stdout.startswith(f"{SEMESTER}:5:5: GALAT [entri-diubah] tanggal entri “r-uji-2” diubah: ")
    assert text.stdout.endswith("1 galat, 0 peringatan\n")
    assert [row["kode"] for row in json.loads(as_json.stdout)] == ["entri-diubah"]
    assert github.stdout.startswith(f"::error file={SEMESTER},line=5,col=5,title=entri-diubah::")
    assert "entri realisasi di commit " in text.stderr


@pytest.mark.slow
def test_an_unchanged_log_ends_well(ruang_diubah):
    commit(ruang_diubah.akar)

    assert periksa(ruang_diubah, "--sejak", "HEAD").returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("name", ["nihil", "--format", ""])
def test_an_unknown_commit_is_a_usage_error(ruang_diubah, name):
    done = periksa(ruang_diubah, "--sejak", name)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("--sejak: commit “")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.slow
def test_findings_of_the_log_stand_among_the_others(ruang_diubah):
    put(ruang_diubah, {f"{KANTOR_CONTOH}/2022/zz.yml": "x: y\n", f"{KANTOR_CONTOH}/2022/aa.yml": "x: y\n"})

    rules = [line.split("[")[1].split("]")[0] for line in as_lines(periksa(ruang_diubah, "--sejak", "HEAD"))]

    assert rules == ["berkas-asing", "entri-diubah", "berkas-asing"]


def as_lines(done):
    return [line for line in done.stdout.splitlines() if "GALAT [" in line]
