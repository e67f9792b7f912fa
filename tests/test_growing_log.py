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
from generator.inspect import compare_since
from generator.settings import Workspace

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


FORMER = {SEMESTER: entri(SATU, DUA)}
# What a commit had, what is there today (None: the file is gone), and the rules told, each with place and message.
CASES = {
    "unchanged": (FORMER, {}, []),
    "comment_order_quoting": (FORMER, {SEMESTER: entri(SATU_LAIN, DUA)}, []),
    "layout_of_the_old_file": ({SEMESTER: entri(SATU_LAIN)}, {SEMESTER: entri(SATU)}, []),
    "windows_line_ends": (FORMER, {SEMESTER: entri(SATU, DUA).replace("\n", "\r\n")}, []),
    "order_of_entries": (FORMER, {SEMESTER: entri(DUA, SATU)}, []),
    "moved_between_files": (FORMER, {SEMESTER: entri(SATU), BULAN: entri(DUA)}, []),
    "file_renamed": (FORMER, {SEMESTER: None, BULAN: entri(SATU, DUA)}, []),
    "added_entry": ({SEMESTER: entri(SATU)}, {SEMESTER: entri(SATU, DUA)}, []),
    "added_file": ({SEMESTER: entri(SATU)}, {BULAN: entri(DUA)}, []),
    "copied_and_not_renamed": (
        {SEMESTER: entri(SATU)},
        {SEMESTER: entri(SATU.replace("berjalan", "selesai"), SATU)},
        [],
    ),
    "empty_old_file": ({SEMESTER: "# belum ada\n"}, {SEMESTER: entri(SATU)}, []),
    "changed_value": (
        FORMER,
        {SEMESTER: entri(SATU.replace("08-20", "08-21"), DUA)},
        [(SEMESTER, 5, "entri-diubah", "tanggal entri “r-uji-1” diubah: dahulu “2022-08-20”, kini “2022-08-21”")],
    ),
    "order_of_a_list": (
        FORMER,
        {SEMESTER: entri(SATU.replace("b-uji-1, b-uji-2", "b-uji-2, b-uji-1"), DUA)},
        [(SEMESTER, 8, "entri-diubah", "dahulu “[b-uji-1, b-uji-2]”, kini “[b-uji-2, b-uji-1]”")],
    ),
    "changed_and_moved": (
        FORMER,
        {SEMESTER: entri(SATU), BULAN: entri(DUA.replace("selesai\n", "berjalan\n"))},
        [(BULAN, 6, "entri-diubah", "hasil entri “r-uji-2” diubah: dahulu “selesai”, kini “berjalan”")],
    ),
    "two_values": (
        FORMER,
        {SEMESTER: entri(SATU, DUA.replace("2022-09-02", "2022-09-03").replace("Laporan selesai", "Selesai"))},
        [
            (SEMESTER, 12, "entri-diubah", "tanggal entri “r-uji-2” diubah"),
            (SEMESTER, 14, "entri-diubah", "uraian entri “r-uji-2” diubah: dahulu “Laporan selesai.”, kini “Selesai.”"),
        ],
    ),
    "removed_key": (
        FORMER,
        {SEMESTER: entri(SATU.replace("    bukti: [b-uji-1, b-uji-2]\n", ""), DUA)},
        [(SEMESTER, 2, "entri-diubah", "bukti entri “r-uji-1” dihapus: dahulu “[b-uji-1, b-uji-2]”")],
    ),
    "emptied_key": (
        FORMER,
        {SEMESTER: entri(SATU.replace("[b-uji-1, b-uji-2]", ""), DUA)},
        [(SEMESTER, 8, "entri-diubah", "bukti entri “r-uji-1” dihapus: dahulu “[b-uji-1, b-uji-2]”")],
    ),
    "added_key": (
        FORMER,
        {SEMESTER: entri(SATU, DUA, '    catatan: "Terlambat dicatat."\n')},
        [(SEMESTER, 15, "entri-diubah", "catatan entri “r-uji-2” ditambahkan: “Terlambat dicatat.”; hapus lagi, lalu")],
    ),
    "misspelt_key": (FORMER, {SEMESTER: entri(SATU.replace("uraian:", "uraan:"), DUA)}, []),
    "unreadable_value": (FORMER, {SEMESTER: entri(SATU, DUA.replace('"Laporan selesai."', "*laporan"))}, []),
    "changed_kode": (
        FORMER,
        {SEMESTER: entri(SATU, DUA.replace("r-uji-2", "r-uji-lain"))},
        [(SEMESTER, 9, "entri-diubah", "kode entri “r-uji-2” diubah menjadi “r-uji-lain”")],
    ),
    "removed_entry": (
        FORMER,
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
    "broken_new_file": (FORMER, {SEMESTER: entri(SATU, DUA).replace('selesai."', "selesai.")}, []),
    "moved_into_a_broken_new_file": (FORMER, {SEMESTER: entri(SATU), BULAN: entri(DUA) + '  - "'}, []),
    "new_entry_lost_its_kode": (FORMER, {SEMESTER: entri(SATU, DUA.replace("kode: r-uji-2", "nomor: 2"))}, []),
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
def workspace(tmp_path):
    (tmp_path / "content/data").mkdir(parents=True)
    (tmp_path / "baca.txt").write_text("Isi kantor.", encoding="utf-8")
    return Workspace(tmp_path)


def put(workspace, files):
    """Write files; None removes one."""
    for name, text in files.items():
        path = workspace.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_bytes(text.encode())


def check(workspace, *options, **environment):
    """Run the real command and return what it did."""
    return subprocess.run(
        [sys.executable, "-m", "generator", "periksa", "--ruang", str(workspace.root), *options],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | environment,
        check=False,
    )


@pytest.mark.parametrize(("before", "today", "told"), CASES.values(), ids=CASES.keys())
def test_what_has_become_of_the_log(workspace, before, today, told):
    put(workspace, before)
    since = commit(workspace.root)
    put(workspace, today)

    hasil = compare_since(workspace, since)

    assert [(f.place.file, f.place.line, f.code) for f in hasil.findings] == [row[:3] for row in told]
    for finding, (*_, words) in zip(hasil.findings, told, strict=True):
        assert words.replace("COMMIT", since[:8]) in f"{finding.message}; {finding.suggestion}"


def test_the_files_count_as_they_are_now_committed_or_not(workspace):
    put(workspace, {SEMESTER: entri(SATU)})
    first = commit(workspace.root)
    put(workspace, {SEMESTER: entri(SATU.replace("berjalan", "selesai"))})
    second = commit(workspace.root)

    assert len(compare_since(workspace, first).findings) == 1
    assert compare_since(workspace, second).findings == ()
    assert compare_since(workspace, "HEAD~1").findings == compare_since(workspace, first).findings


def test_a_branch_a_tag_and_a_short_hash_name_a_commit(workspace):
    put(workspace, {SEMESTER: entri(SATU)})
    since = commit(workspace.root)
    git(workspace.root, "tag", "-am", "rilis", "v1")
    git(workspace.root, "branch", "lama")

    assert {compare_since(workspace, name).commit for name in ("HEAD", "lama", "v1", since, since[:7])} == {since[:8]}


def test_the_working_space_may_be_a_folder_of_the_repository(tmp_path):
    workspace = Workspace(tmp_path / "situs kantor é")
    put(workspace, {SEMESTER: entri(SATU)})
    put(Workspace(tmp_path), {SEMESTER: entri(DUA)})  # another site beside it
    since = commit(tmp_path)
    put(workspace, {SEMESTER: "entri: []\n"})

    hasil = compare_since(workspace, since)

    assert (hasil.count, [finding.place.file for finding in hasil.findings]) == (1, [SEMESTER])
    command = hasil.findings[0].suggestion.partition(": ")[2].split()
    assert git(workspace.root, *command[1:]) == entri(SATU).strip(), "the advice works as it stands"


def test_the_advice_brings_a_file_back(workspace):
    put(workspace, {SEMESTER: entri(SATU)})
    since = commit(workspace.root)
    shutil.rmtree(workspace.data)
    workspace.data.mkdir()
    [finding] = compare_since(workspace, since).findings

    git(workspace.root, *finding.suggestion.partition(": ")[2].split()[1:])

    assert (workspace.root / SEMESTER).read_text(encoding="utf-8") == entri(SATU)


def test_links_are_not_followed_then_or_now(workspace):
    put(workspace, {f"{LOG}/asli.txt": entri(SATU), BULAN: entri(DUA)})
    (workspace.root / SEMESTER).symlink_to("asli.txt")
    since = commit(workspace.root)
    assert compare_since(workspace, since).count == 1

    (workspace.root / LOG).rename(workspace.root / "luar")
    (workspace.root / LOG).symlink_to(workspace.root / "luar")
    assert compare_since(workspace, since).findings == (), "the link itself is reported; its entries are held back"


@pytest.mark.parametrize("name", ["nihil", "", "--all", "--help", "-h", "HEAD:content", "HEAD..HEAD", "x y", "é\n"])
def test_a_commit_that_is_none_is_told_in_one_sentence(workspace, name):
    put(workspace, {SEMESTER: entri(SATU)})
    commit(workspace.root)

    with pytest.raises(UnknownCommitError) as refused:
        compare_since(workspace, name)

    assert str(refused.value).endswith("” tidak ada di salinan ini; cari kodenya dengan git log --oneline")
    assert len(str(refused.value).splitlines()) == 1


def test_a_shallow_clone_says_what_to_fetch(workspace, tmp_path_factory):
    put(workspace, {SEMESTER: entri(SATU)})
    first = commit(workspace.root)
    put(workspace, {SEMESTER: entri(SATU, DUA)})
    commit(workspace.root)
    shallow = tmp_path_factory.mktemp("dangkal") / "salinan"
    git(workspace.root, "clone", "-q", "--depth", "1", f"file://{workspace.root}", str(shallow))

    with pytest.raises(UnknownCommitError, match=r"terpotong dan tidak memuat commit .*git fetch --unshallow"):
        compare_since(Workspace(shallow), first)
    assert compare_since(Workspace(shallow), "HEAD").count == 2


def test_a_repository_without_a_commit_or_none_at_all(workspace, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(workspace.root.parent))
    with pytest.raises(UnknownCommitError, match="tidak terbaca sebagai salinan git"):
        compare_since(workspace, "HEAD")

    git(workspace.root, "init", "-q")
    with pytest.raises(UnknownCommitError, match="commit “HEAD” tidak ada di salinan ini"):
        compare_since(workspace, "HEAD")


def test_a_machine_without_git(workspace, monkeypatch):
    monkeypatch.setenv("PATH", str(workspace.root))
    with pytest.raises(UnknownCommitError, match="git tidak terpasang"):
        compare_since(workspace, "HEAD")


def object_of(workspace, name):
    """Return the file in which git keeps the content of a file."""
    blob = git(workspace.root, "rev-parse", f"HEAD:{name}")
    path = workspace.root / ".git/objects" / blob[:2] / blob[2:]
    path.chmod(0o600)
    return path


def test_a_repository_that_lost_a_file_is_compared_without_it(workspace):
    put(workspace, {SEMESTER: entri(SATU), BULAN: entri(DUA)})
    since = commit(workspace.root)
    object_of(workspace, SEMESTER).unlink()
    (workspace.root / BULAN).unlink()

    assert [(f.place.file, f.code) for f in compare_since(workspace, since).findings] == [
        (LOG, "entri-dihapus"),
        (SEMESTER, "log-lama"),
    ]


def test_a_repository_that_is_damaged_is_told_so(workspace):
    put(workspace, {SEMESTER: entri(SATU), BULAN: entri(DUA)})
    since = commit(workspace.root)
    path = object_of(workspace, SEMESTER)
    path.write_bytes(path.read_bytes()[:-8])

    with pytest.raises(UnknownCommitError, match="tidak dapat dibaca; periksa salinan ini dengan git fsck"):
        compare_since(workspace, since)


@pytest.fixture
def changed_workspace(example_workspace):
    """The fictitious office with an entry that was changed after it had been committed."""
    put(example_workspace, {SEMESTER: entri(DUA)})
    commit(example_workspace.root)
    put(example_workspace, {SEMESTER: entri(DUA.replace("2022-09-02", "2022-09-03"))})
    return example_workspace


@pytest.mark.slow
def test_the_command_counts_it_in_every_format(changed_workspace):
    without = check(changed_workspace)
    assert (without.returncode, without.stderr) == (0, "")

    text, as_json, github = (
        check(changed_workspace, "--sejak", "HEAD", "--format", f) for f in ("teks", "json", "github")
    )

    assert [done.returncode for done in (text, as_json, github)] == [1, 1, 1]
    assert text.stdout.startswith(f"{SEMESTER}:5:5: GALAT [entri-diubah] tanggal entri “r-uji-2” diubah: ")
    assert text.stdout.endswith("1 galat, 0 peringatan\n")
    assert [row["kode"] for row in json.loads(as_json.stdout)] == ["entri-diubah"]
    assert github.stdout.startswith(f"::error file={SEMESTER},line=5,col=5,title=entri-diubah::")
    assert " entri realisasi dan " in text.stderr
    assert " baris rencana di commit " in text.stderr


@pytest.mark.slow
def test_an_unchanged_log_ends_well(changed_workspace):
    commit(changed_workspace.root)

    assert check(changed_workspace, "--sejak", "HEAD").returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("name", ["nihil", "--format", ""])
def test_an_unknown_commit_is_a_usage_error(changed_workspace, name):
    done = check(changed_workspace, "--sejak", name)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("--sejak: commit “")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.slow
def test_findings_of_the_log_stand_among_the_others(changed_workspace):
    put(changed_workspace, {f"{KANTOR_CONTOH}/2022/zz.yml": "x: y\n", f"{KANTOR_CONTOH}/2022/aa.yml": "x: y\n"})

    rules = [line.split("[")[1].split("]")[0] for line in as_lines(check(changed_workspace, "--sejak", "HEAD"))]

    assert rules == ["berkas-asing", "entri-diubah", "berkas-asing"]


def as_lines(done):
    return [line for line in done.stdout.splitlines() if "GALAT [" in line]
