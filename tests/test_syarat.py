"""Each condition of publication asks for one thing: without it that condition falls, and no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

import pytest
from conftest import ROOT, copy_workspace
from hypothesis import given
from hypothesis import strategies as st

from generator.load import load_isi
from generator.model.isi import Kantor, Kosakata, Tahun, walk
from generator.model.layanan import KOMPONEN, DaftarLayanan, Fasilitas
from generator.model.publikasi import NEEDED, JenisSyarat, Publikasi, Syarat
from generator.model.realisasi import Hasil
from generator.progress import CHECKS, TERLAMBAT, Grounds, PenilaianPublikasi, assess, assess_publikasi, assess_syarat
from generator.settings import Workspace

HARI = date(2022, 11, 15)
SESUDAH = date(2023, 2, 1)
ROW = "mp-2-c-1"
"""An indikator whose entries name one report."""


def syarat(jenis: str, **fields: Any) -> Syarat:
    return Syarat.model_validate({"jenis": jenis, **fields})


ASKED = {
    "rencana": syarat("rencana", rencana="rb"),
    "tim": syarat("tim"),
    "keputusan": syarat("keputusan", jumlah=4),
    "laporan": syarat("laporan"),
    "maklumat": syarat("maklumat"),
    "visi-misi-motto": syarat("visi-misi-motto"),
    "komponen": syarat("komponen", jumlah=7),
    "biaya": syarat("biaya"),
    "jenis-layanan": syarat("jenis-layanan"),
    "kompensasi": syarat("kompensasi"),
    "atribut": syarat("atribut"),
    "pelayanan-khusus": syarat("pelayanan-khusus"),
    "pelayanan-terpadu": syarat("pelayanan-terpadu"),
    "sistem-informasi": syarat("sistem-informasi"),
    "prosedur-pengaduan": syarat("prosedur-pengaduan"),
    "petugas-pengaduan": syarat("petugas-pengaduan"),
    "waktu-pengaduan": syarat("waktu-pengaduan"),
    "kanal": syarat("kanal", jenis_kanal=["pengaduan", "jdih"]),
    "rekap-kanal": syarat("rekap-kanal", jenis_kanal=["ppid"]),
    "survei": syarat("survei", jenis_survei=["skm"]),
    "tindak-lanjut-survei": syarat("tindak-lanjut-survei", jenis_survei=["spak"]),
    "bukti": syarat("bukti", jenis_bukti=["laporan"]),
}
"""One condition of each kind, such that the fictitious office meets it."""
ALL_LAYANAN = {"komponen", "biaya", "jenis-layanan", "kompensasi"}


@dataclass(frozen=True)
class Data:
    """What conditions are asked of, to be altered."""

    kantor: Kantor
    tahun: Tahun
    dicatat: dict[str, date] | None = None

    def grounds(self, day: date = HARI) -> Grounds:
        return Grounds(self.tahun, self.kantor.layanan, assess(self.tahun, day), self.dicatat)

    def list_fallen(self, day: date = HARI) -> set[str]:
        grounds = self.grounds(day)
        return {name for name, one in ASKED.items() if not assess_syarat(one, grounds, ROW).terpenuhi}

    def having(self, **fields: Any) -> Data:
        assert self.kantor.layanan is not None
        return replace(self, kantor=replace(self.kantor, layanan=self.kantor.layanan.model_copy(update=fields)))

    def with_each_layanan(self, **fields: Any) -> Data:
        return self.having(layanan=tuple(one.model_copy(update=fields) for one in self.layanan.layanan))

    def of_year(self, **fields: Any) -> Data:
        return replace(self, tahun=replace(self.tahun, **fields))

    def of_satker(self, **fields: Any) -> Data:
        return self.of_year(satker=self.tahun.satker.model_copy(update=fields))

    def real(self) -> Data:
        """Return the data of an office that is not fictitious, on whatever day it is judged."""
        setelan = self.tahun.setelan.model_copy(update={"per_tanggal": None, "tenggang_hari": 0})
        return self.of_satker(contoh=False).of_year(setelan=setelan)

    @property
    def layanan(self) -> DaftarLayanan:
        assert self.kantor.layanan is not None
        return self.kantor.layanan


def part(record: Any, **fields: Any) -> Any:
    return record.model_copy(update=fields)


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Data:
    workspace = copy_workspace(tmp_path_factory.mktemp("ruang"))
    isi, findings = load_isi(workspace)
    assert isi is not None, findings
    kantor = isi.kantor[0]
    whole = Data(kantor, next(tahun for tahun in kantor.tahun if tahun.tahun == 2022))
    # Every service gives compensation, so that this condition can fall alone.
    return whole.with_each_layanan(kompensasi="Dilayani pada hari yang sama.")


def test_there_is_a_check_and_a_case_for_every_kind_of_condition():
    assert set(get_args(JenisSyarat)) == set(CHECKS) == set(ASKED)


def test_the_fictitious_office_meets_every_condition(data):
    assert data.list_fallen() == set()


def without_kanal(jenis: str) -> Callable[[Data], Data]:
    return lambda data: data.of_satker(kanal=tuple(one for one in data.tahun.satker.kanal if one.jenis != jenis))


def unreachable_kanal(jenis: str) -> Callable[[Data], Data]:
    bare = {"tautan": None, "surel": None, "alamat": None}
    return lambda data: data.of_satker(
        kanal=tuple(part(one, **bare) if one.jenis == jenis else one for one in data.tahun.satker.kanal)
    )


def without_rencana(jenis: str) -> Callable[[Data], Data]:
    return lambda data: data.of_year(rencana=tuple(one for one in data.tahun.rencana if one.jenis != jenis))


def without_survei(jenis: str) -> Callable[[Data], Data]:
    return lambda data: data.of_year(survei=tuple(one for one in data.tahun.survei if one.jenis != jenis))


def with_bukti(**fields: Any) -> Callable[[Data], Data]:
    return lambda data: data.of_year(
        bukti=tuple(part(one, **fields) if one.kode == "b-internalisasi" else one for one in data.tahun.bukti)
    )


def without_entri(keep: Callable[[Any], bool]) -> Callable[[Data], Data]:
    return lambda data: data.of_year(realisasi=tuple(one for one in data.tahun.realisasi if keep(one)))


def with_visi(**fields: Any) -> Callable[[Data], Data]:
    return lambda data: data.having(visi_misi=part(data.layanan.visi_misi, **fields))


def with_tim(**fields: Any) -> Callable[[Data], Data]:
    """Return the change that gives every team these fields."""
    return lambda d: d.of_year(
        daftar_tim=part(d.tahun.daftar_tim, tim=tuple(part(tim, **fields) for tim in d.tahun.tim))
    )


def with_pengaduan(**fields: Any) -> Callable[[Data], Data]:
    return lambda data: data.having(pengelolaan_pengaduan=part(data.layanan.pengelolaan_pengaduan, **fields))


LISTS = {"dasar_hukum", "persyaratan", "prosedur", "sarana", "pengaduan"}
NOTHING: dict[str, Any] = {name: () if name in LISTS else None for name in (*KOMPONEN, "kompensasi")}
SUMMER = {"2022-tw3", "2022-07", "2022-08", "2022-09"}
TOMORROW, YESTERDAY = date(2022, 11, 16), date(2022, 11, 14)
FALLS: dict[str, tuple[Callable[[Data], Data], set[str]]] = {
    # The plan that is left ends in September, and with it the year's state, before that survey.
    "no_plan": (without_rencana("rb"), {"rencana", "tindak-lanjut-survei"}),
    "other_plan": (without_rencana("zi"), set()),
    "no_roster": (lambda d: d.of_year(daftar_tim=None), {"tim"}),
    "no_team_at_work_any_more": (with_tim(sampai=date(2022, 11, 14)), {"tim"}),
    "no_team_at_work_yet": (with_tim(sejak=date(2022, 11, 16)), {"tim"}),
    "teams_without_members": (
        lambda d: d.of_year(daftar_tim=part(d.tahun.daftar_tim, tim=tuple(part(t, anggota=()) for t in d.tahun.tim))),
        {"tim"},
    ),
    "decrees_only_cited": (
        lambda d: d.of_year(keputusan=tuple(part(k, naskah="dikutip") for k in d.tahun.keputusan)),
        {"keputusan"},
    ),
    "evidence_is_a_decree_that_is_only_cited": (
        with_bukti(jenis="laporan", tautan=None, keputusan="sk-2-2021"),
        {"bukti"},
    ),
    "a_silent_quarter": (without_entri(lambda e: e.periode not in SUMMER), {"laporan"}),
    "nothing_reported": (lambda d: d.of_year(realisasi=()), {"laporan", "bukti"}),
    "only_read_out_of_decrees": (
        lambda d: d.of_year(realisasi=tuple(part(e, dasar="keputusan") for e in d.tahun.realisasi)),
        {"laporan"},
    ),
    "no_maklumat": (lambda d: d.having(maklumat=None), {"maklumat"}),
    "maklumat_of_tomorrow": (lambda d: d.having(maklumat=part(d.layanan.maklumat, sejak=TOMORROW)), {"maklumat"}),
    "maklumat_that_ended": (lambda d: d.having(maklumat=part(d.layanan.maklumat, sampai=YESTERDAY)), {"maklumat"}),
    "no_visi": (with_visi(visi=None), {"visi-misi-motto"}),
    "no_misi": (with_visi(misi=()), {"visi-misi-motto"}),
    "no_motto": (with_visi(motto=None), {"visi-misi-motto"}),
    "six_components": (lambda d: d.with_each_layanan(dasar_hukum=(), evaluasi=None), {"komponen"}),
    "no_fee": (lambda d: d.with_each_layanan(biaya=None), {"komponen", "biaya"}),
    "no_product": (lambda d: d.with_each_layanan(produk=None), {"komponen", "jenis-layanan"}),
    "no_compensation": (lambda d: d.with_each_layanan(kompensasi=None), {"kompensasi"}),
    "a_second_service_with_only_a_fee": (
        lambda d: d.having(
            layanan=(*d.layanan.layanan, part(d.layanan.layanan[0], **(NOTHING | {"biaya": "Gratis."})))
        ),
        {"komponen", "jenis-layanan", "kompensasi"},
    ),
    "no_services": (lambda d: d.having(layanan=()), ALL_LAYANAN),
    "services_of_tomorrow": (lambda d: d.with_each_layanan(sejak=TOMORROW), ALL_LAYANAN),
    "no_services_file": (
        lambda d: replace(d, kantor=replace(d.kantor, layanan=None)),
        ALL_LAYANAN
        | {"maklumat", "visi-misi-motto", "atribut", "pelayanan-khusus", "pelayanan-terpadu", "sistem-informasi"}
        | {"prosedur-pengaduan", "petugas-pengaduan", "waktu-pengaduan"},
    ),
    "no_badges": (lambda d: d.having(atribut=()), {"atribut"}),
    "badges_that_ended": (lambda d: d.having(atribut=(part(d.layanan.atribut[0], sampai=YESTERDAY),)), {"atribut"}),
    "nothing_for_the_disabled": (lambda d: d.having(pelayanan_khusus=()), {"pelayanan-khusus"}),
    "no_single_counter": (lambda d: d.having(pelayanan_terpadu=()), {"pelayanan-terpadu"}),
    "no_application": (lambda d: d.having(sistem_informasi=()), {"sistem-informasi"}),
    "an_application_without_address": (
        lambda d: d.having(sistem_informasi=(Fasilitas(nama="Aplikasi"),)),
        {"sistem-informasi"},
    ),
    "no_procedure": (with_pengaduan(prosedur=()), {"prosedur-pengaduan"}),
    "nobody_for_complaints": (with_pengaduan(petugas=None), {"petugas-pengaduan"}),
    "no_time_for_complaints": (with_pengaduan(jangka_waktu=None), {"waktu-pengaduan"}),
    "no_channel": (without_kanal("pengaduan"), {"kanal"}),
    "second_channel_missing": (without_kanal("jdih"), {"kanal"}),
    "unrelated_channel": (without_kanal("gratifikasi"), set()),
    "channel_without_a_way": (unreachable_kanal("jdih"), {"kanal"}),
    "a_quarter_not_counted": (
        lambda d: d.of_year(rekap_kanal=tuple(r for r in d.tahun.rekap_kanal if r.periode != "2022-tw2")),
        {"rekap-kanal"},
    ),
    "another_channel_not_counted": (
        lambda d: d.of_year(rekap_kanal=tuple(r for r in d.tahun.rekap_kanal if r.kanal == "ppid")),
        set(),
    ),
    "no_skm": (without_survei("skm"), {"survei"}),
    "no_spak": (without_survei("spak"), {"tindak-lanjut-survei"}),
    "survey_of_nobody": (
        lambda d: d.of_year(survei=tuple(part(s, responden=0) for s in d.tahun.survei)),
        {"survei", "tindak-lanjut-survei"},
    ),
    "survey_without_follow_up": (
        lambda d: d.of_year(survei=tuple(part(s, tindak_lanjut=()) for s in d.tahun.survei)),
        {"tindak-lanjut-survei"},
    ),
    "evidence_of_another_kind": (with_bukti(jenis="undangan"), {"bukti"}),
    "closed_evidence": (with_bukti(akses="dikecualikan"), {"bukti"}),
    "evidence_nowhere_to_be_seen": (with_bukti(tautan=None), {"bukti"}),
    "evidence_of_tomorrow": (with_bukti(tanggal=TOMORROW), {"bukti"}),
    "evidence_that_ran_out": (with_bukti(berlaku_sampai=YESTERDAY), {"bukti"}),
    "evidence_that_it_is_not_done_yet": (
        lambda d: d.of_year(
            realisasi=tuple(part(e, hasil=Hasil.BELUM) if e.indikator == ROW else e for e in d.tahun.realisasi)
        ),
        {"bukti"},
    ),
    "evidence_of_another_row": (without_entri(lambda e: e.indikator != ROW), {"bukti"}),
    "not_reporting": (
        lambda d: d.of_year(setelan=d.tahun.setelan.model_copy(update={"pelaporan": None})),
        {"laporan", "rekap-kanal"},
    ),
}  # fmt: skip
"""What is taken away or spoilt, and the conditions that fall, all others standing."""


@pytest.mark.parametrize("name", FALLS)
def test_what_is_taken_away_fells_what_needs_it_and_nothing_else(name, data):
    spoil, falls = FALLS[name]
    assert spoil(data).list_fallen() == falls


def test_every_condition_falls_somewhere():
    assert set().union(*(falls for _, falls in FALLS.values())) == set(ASKED)


NUMBERS = [
    # condition, and the sentence
    (syarat("komponen"), "setiap layanan memuat 14 komponen standar: 7 dari 14 pada Konsultasi data pemilih"),
    (syarat("survei", jenis_survei=["skm", "spkp"], jumlah=4), "hasil survei SKM atau SPKP: 1 dari 4"),
    (syarat("kanal", jenis_kanal=["ppid", "kontak"]), "kanal PPID dan kontak yang dapat dihubungi: ada"),
    (syarat("keputusan", jumlah=9), "keputusan yang naskahnya dimuat: 4 dari 9"),
    (syarat("bukti", jenis_bukti=["tangkapan-layar"]), "bukti terbuka berupa tangkapan layar: tidak ada"),
    (syarat("laporan"), "laporan tentang tiap triwulan yang sudah lewat sejak kantor melapor: 2 dari 2"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "sentence"), NUMBERS)
def test_a_condition_says_what_is_asked_and_what_is_found(one, sentence, data):
    assert assess_syarat(one, data.grounds(), ROW).sentence == sentence


def test_since_and_until_are_of_what_meets_it(data):
    grounds = data.having(maklumat=part(data.layanan.maklumat, sampai=date(2022, 12, 1))).grounds()
    found = assess_syarat(ASKED["maklumat"], grounds, ROW)
    assert (found.sejak, found.sampai) == (date(2022, 5, 30), date(2022, 12, 1))
    assert assess_syarat(ASKED["komponen"], grounds, ROW).sejak == date(2022, 7, 4), "the last service to come"
    first = part(data.layanan.atribut[0], sejak=date(2022, 1, 3), sampai=date(2022, 12, 1))
    more = data.having(atribut=(*data.layanan.atribut, first)).grounds()
    one, two = (assess_syarat(syarat("atribut", jumlah=number), more, ROW) for number in (1, 2))
    assert (one.sejak, one.sampai) == (date(2022, 1, 3), None), "when the first goes, the other still stands"
    assert (two.sejak, two.sampai) == (date(2022, 6, 1), date(2022, 12, 1))
    assert assess_syarat(ASKED["atribut"], grounds, ROW).sejak == date(2022, 6, 1), "what has ended counts no more"


def test_the_day_of_a_commit_stands_in_for_an_unknown_day_only_within_the_year(data):
    undated = data.having(maklumat=part(data.layanan.maklumat, sejak=None, tanggal=None))
    for recorded, sejak in ((date(2022, 7, 1), date(2022, 7, 1)), (date(2026, 11, 20), None)):
        known = replace(undated, dicatat={"layanan/layanan/maklumat": recorded})
        assert assess_syarat(ASKED["maklumat"], known.grounds(), ROW).sejak == sejak


def list_all_units(data: Data) -> Iterator[str]:
    """Yield the parts of the data that the history knows, by the names it gives them."""
    yield from (f"laporan/{entri.kode}" for entri in data.tahun.realisasi)
    yield from (f"bukti/{bukti.kode}" for bukti in data.tahun.bukti)
    for survei in data.tahun.survei:
        yield f"survei/{survei.kode}"
    for name in DaftarLayanan.model_fields:
        yield f"layanan/layanan/{name}"
    for name in ("isi", "visi", "misi", "motto", "prosedur", "petugas", "jangka_waktu"):
        yield from (f"layanan/layanan/{record}/{name}" for record in ("maklumat", "visi_misi", "pengelolaan_pengaduan"))
    for layanan in data.layanan.layanan:
        yield f"layanan/{layanan.kode}"
        yield from (f"layanan/{layanan.kode}/{name}" for name in type(layanan).model_fields)
    yield from (f"kanal/{data.tahun.satker.kode}/{kanal.jenis}" for kanal in data.tahun.satker.kanal)
    yield from (f"kanal/kanal/{rekap.kanal} {rekap.periode}" for rekap in data.tahun.rekap_kanal)


LATE = {
    # what was recorded years later, and the conditions that it does not meet for the year
    "layanan/layanan/maklumat": {"maklumat"},
    "layanan/layanan/visi_misi/motto": {"visi-misi-motto"},
    "layanan/konsultasi-data-pemilih/biaya": {"komponen", "biaya"},
    "layanan/permohonan-informasi": set(),  # the other service stands in its time
    "layanan/layanan/atribut": {"atribut"},
    "kanal/kpu-kabupaten-contoh/jdih": {"kanal"},
    "kanal/kanal/ppid 2022-tw2": {"rekap-kanal"},
    "survei/skm-s1": {"survei"},
    "bukti/b-internalisasi": {"bukti"},
    "laporan/r-mp-2-c-1-s1": {"bukti"},
}


@pytest.mark.parametrize("unit", LATE)
def test_what_is_recorded_after_the_year_proves_nothing_for_it(unit, data):
    known = dict.fromkeys(list_all_units(data), date(2022, 3, 1))
    real = replace(data.real(), dicatat=known)
    assert real.list_fallen() == set()
    late = replace(real, dicatat=known | {unit: date(2026, 11, 20)})
    assert late.list_fallen() == LATE[unit]
    assert replace(late, tahun=data.tahun).list_fallen() == set(), "the fictitious office is excepted"


def test_without_a_history_a_closed_year_is_proven_by_its_decrees_alone(data):
    assert data.real().list_fallen(SESUDAH) == set(ASKED) - {"rencana", "tim", "keputusan"}
    assert data.real().list_fallen(HARI) == set(), "a year that runs is not closed"


def test_december_may_be_told_in_january_but_not_published_in_it(data):
    known = dict.fromkeys(list_all_units(data), date(2023, 1, 20))
    found = replace(data.real(), dicatat=known).list_fallen(SESUDAH)
    assert {"bukti", "laporan"}.isdisjoint(found)
    assert {"maklumat", "komponen", "kanal", "survei"} <= found


def states(data: Data, kosakata: Kosakata, day: date) -> dict[str, PenilaianPublikasi]:
    grounds = data.grounds(day)
    rows = [(one.indikator, kosakata.publikasi(one.indikator)) for one in walk(data.tahun)]
    force = grounds.nilai.indikator
    return {
        row.kode: assess_publikasi(publikasi, row, force[row.kode], grounds)
        for row, publikasi in rows
        if publikasi and row.kode in force
    }


DAYS = st.dates(date(2022, 1, 1), date(2024, 3, 1))


@given(day=DAYS, choice=st.data())
def test_what_is_met_is_neither_late_nor_owed(day, choice, data, kosakata):
    kept = choice.draw(st.lists(st.sampled_from(data.tahun.realisasi), unique_by=lambda e: e.kode))
    some = data.of_year(realisasi=tuple(kept))
    grounds = some.grounds(day)
    for kode, one in states(some, kosakata, day).items():
        if one.keadaan in {"terpenuhi", "terpenuhi-sampai"}:
            assert grounds.nilai.status(kode) not in TERLAMBAT
            assert one.kali.kurang == 0
            assert one.kali.terbukti > 0
            assert one.holds
        if one.keadaan == "terpenuhi":
            assert one.kali.terbukti == one.kali.jumlah
            assert grounds.nilai.status(kode) in {"selesai", "selesai-terlambat"}
            assert one.kali.berakhir
        assert one.sejak is None or one.sejak <= day


@given(day=DAYS, choice=st.data())
def test_the_order_of_records_changes_nothing(day, choice, data, kosakata):
    shuffled = data.of_year(
        realisasi=tuple(choice.draw(st.permutations(data.tahun.realisasi))),
        bukti=tuple(choice.draw(st.permutations(data.tahun.bukti))),
        survei=tuple(choice.draw(st.permutations(data.tahun.survei))),
    )
    assert states(shuffled, kosakata, day) == states(data, kosakata, day)


@given(day=DAYS, choice=st.data())
def test_a_record_of_another_row_turns_no_row_green(day, choice, data, kosakata):
    """Entries of rows without publication, evidence that nobody names, a channel and a survey that no row asks for."""
    ours = {letak.indikator.kode for letak in walk(data.tahun) if kosakata.publikasi(letak.indikator)}
    other = [entri for entri in data.tahun.realisasi if entri.indikator not in ours]
    gone = choice.draw(st.lists(st.sampled_from(other), unique_by=lambda e: e.kode))
    few = data.of_year(
        realisasi=tuple(entri for entri in data.tahun.realisasi if entri not in gone),
        survei=tuple(one for one in data.tahun.survei if one.jenis == "skm"),
    ).of_satker(kanal=tuple(one for one in data.tahun.satker.kanal if one.jenis == "ppid"))
    # The one row that asks for the office's reports as such is the only one that other rows' entries may serve.
    before, after = states(few, kosakata, day), states(data, kosakata, day)
    assert {kode: one for kode, one in before.items() if kode != "mp-2-a-2"} == {
        kode: one for kode, one in after.items() if kode != "mp-2-a-2"
    }


def test_a_row_without_conditions_is_never_met(data):
    letak = next(letak for letak in walk(data.tahun) if letak.indikator.kode == "zi-pp-2-1")
    grounds = data.grounds()
    found = assess_publikasi(
        Publikasi(cara="halaman", halaman="survei"), letak.indikator, grounds.nilai.indikator["zi-pp-2-1"], grounds
    )
    assert (found.keadaan, found.sebab) == ("belum", "belum ada syaratnya, jadi tidak ada yang dapat diperiksa")


def test_every_usual_mark_can_be_met_and_asks_for_what_its_place_cannot_show(kosakata):
    marks = [baku for baku in kosakata.indikator_baku.values() if baku.publikasi]
    assert len(marks) == sum(len(kegiatan.indikator_baku) for kegiatan in kosakata.kegiatan.values())
    for baku in marks:
        kinds = [one.jenis for one in baku.publikasi.syarat]
        assert kinds, baku.kode
        assert baku.publikasi.cara == "halaman" or "bukti" in kinds, baku.kode
        for one in baku.publikasi.syarat:
            needed = NEEDED.get(one.jenis)
            given_fields = {name for name in set(NEEDED.values()) if getattr(one, name)}
            assert given_fields == ({needed} if needed else set()), baku.kode


@pytest.mark.isi
def test_the_same_words_have_the_same_mark_in_every_office():
    isi, _ = load_isi(Workspace(ROOT))
    assert isi is not None
    marks: dict[tuple[str, str], set[str | None]] = {}
    for tahun in isi.semua_tahun():
        if not tahun.satker.contoh:
            for letak in walk(tahun):
                words = "".join(letter for letter in (letak.indikator.nama or "").casefold() if letter.isalnum())
                for kegiatan in letak.bagian.padanan:
                    if words and not letak.indikator.rincian:
                        marks.setdefault((kegiatan, words), set()).add(letak.indikator.padanan)
    assert not {place: found for place, found in marks.items() if len(found) > 1 and None in found}


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2022, 4, 30), "terpenuhi-sampai"), (date(2022, 5, 1), "terpenuhi")]
)
def test_a_row_is_met_for_good_only_from_the_day_after_its_last_month(day, expected, data, kosakata):
    assert states(data, kosakata, day)["zi-mp-2-1"].keadaan == expected
