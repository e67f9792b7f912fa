"""The conditions of publication: for each kind a check of the data, and a sentence of what is asked and what is found.

A condition holds by what the office itself has recorded; pages that the tool makes of it are nothing to go by.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.model.isi import walk
from generator.model.layanan import KOMPONEN, DaftarLayanan, Layanan, Survei
from generator.model.periode import find_end_of_periode, list_bulan_of_periode, list_bulan_of_triwulan
from generator.model.publikasi import Syarat
from generator.model.realisasi import Entri
from generator.progress.grounds import Grounds, Item, Sifted
from generator.progress.tim import find_term


@dataclass(frozen=True, slots=True)
class PenilaianSyarat:
    """Whether a condition holds, by what."""

    syarat: Syarat
    asked: str
    """What is asked for."""
    found: str
    """What is there of it."""
    terpenuhi: bool
    sejak: date | None = None
    """Since when, as far as that is known."""
    sampai: date | None = None
    """The last day on which it holds, where one is known."""
    belakangan: bool = False
    """Whether something was left out because it was recorded after the year's day."""

    @property
    def sentence(self) -> str:
        """Both in one sentence."""
        late = "; yang dicatat belakangan tidak dihitung" if self.belakangan else ""
        return f"{self.asked}: {self.found}{late}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a check finds."""

    asked: str
    found: str
    terpenuhi: bool
    items: tuple[Item[Any], ...] = ()
    """What it rests on."""
    belakangan: bool = False


Look = Callable[[Syarat, Grounds, str], Answer]
"""A check: the condition, the data, the kode of the indikator."""


def assess_syarat(syarat: Syarat, grounds: Grounds, indikator: str) -> PenilaianSyarat:
    """Return whether a condition of an indikator holds."""
    answer = CHECKS[syarat.jenis](syarat, grounds, indikator)
    starts = [item.sejak for item in answer.items if item.sejak]
    ends = [item.sampai for item in answer.items if item.sampai]
    return PenilaianSyarat(
        syarat,
        answer.asked,
        answer.found,
        answer.terpenuhi,
        # Whole only from the day of its last part, and only as long as its first part lasts.
        max(starts) if answer.terpenuhi and starts and len(starts) == len(answer.items) else None,
        min(ends) if answer.terpenuhi and ends else None,
        answer.belakangan,
    )


_SHORT = frozenset({"ppid", "wbs", "jdih", "skm", "spkp", "spak"})
"""Kinds that are abbreviations."""


def _list_kinds(kinds: Iterable[str], word: str) -> str:
    """Return kinds of the data in words: SKM atau SPKP."""
    return f" {word} ".join(kind.upper() if kind in _SHORT else kind.replace("-", " ") for kind in kinds)


def _enough(asked: str, sifted: Sifted[Any], jumlah: int | None = None) -> Answer:
    """Return the answer of a condition that asks for so many things; for one if it says no number."""
    there, needed = len(sifted.kept), max(jumlah or 1, 1)
    found = f"{there} dari {needed}" if jumlah else "ada" if there else "tidak ada"
    if there < needed:
        return Answer(asked, found, terpenuhi=False, belakangan=sifted.belakangan)
    # From the day on which the last one that is needed came, to the day on which the first one of the rest goes.
    start = sorted(item.sejak or date.max for item in sifted.kept)[needed - 1]
    end = sorted((item.sampai or date.max for item in sifted.kept), reverse=True)[needed - 1]
    whole = Item(None, None if start == date.max else start, None if end == date.max else end)
    return Answer(asked, found, terpenuhi=True, items=(whole,), belakangan=sifted.belakangan)


def _rencana(syarat: Syarat, grounds: Grounds, _: str) -> Answer:
    jenis = syarat.rencana or ""
    rows = [one for one in walk(grounds.tahun) if one.rencana.jenis == jenis]
    counted = [one for one in rows if one.indikator.kode in grounds.nilai.indikator]
    cited = (grounds.tahun.keputusan_berkode(kode) for kode in {one.berkas.keputusan for one in counted})
    days = sorted(keputusan.tanggal for keputusan in cited if keputusan and keputusan.tanggal)
    held = bool(counted) and not any(day > grounds.day for day in days)
    found = f"{len(counted)} indikator" if held else "tidak ada"
    return Answer(f"rencana aksi {jenis.upper()} termuat", found, held, tuple(Item(None, day, None) for day in days))


def _tim(syarat: Syarat, grounds: Grounds, _: str) -> Answer:
    found = ((tim, find_term(grounds.tahun, tim)) for tim in grounds.tahun.tim if tim.anggota)
    items = tuple(Item(tim, term.sejak, term.sampai) for tim, term in found if term.holds(grounds.day))
    return _enough("susunan tim dengan anggotanya", Sifted(items), syarat.jumlah)


def _keputusan(syarat: Syarat, grounds: Grounds, _: str) -> Answer:
    held = [one for one in grounds.tahun.keputusan if one.naskah == "ada"]
    items = [Item(one, one.tanggal, None) for one in held if one.tanggal is None or one.tanggal <= grounds.day]
    return _enough("keputusan yang naskahnya dimuat", Sifted(tuple(items)), syarat.jumlah)


def _laporan(_: Syarat, grounds: Grounds, __: str) -> Answer:
    """Each quarter that has passed since the office began to report is told of by an entry of its own."""
    passed = grounds.list_triwulan()
    own = [entri for entri in grounds.nilai.log.entri if entri.dasar == "laporan"]
    told = [entri for entri in own if not grounds.recorded_late(entri)]
    items = []
    for quarter, end in passed:
        months = set(list_bulan_of_triwulan(quarter))
        about = [entri.diketahui for entri in told if months & _bulan_told(entri, grounds.tahun.tahun)]
        if about:
            items.append(Item(None, max(end, min(about)), None))
    late = len(told) < len(own)
    asked = "laporan tentang tiap triwulan yang sudah lewat sejak kantor melapor"
    found = f"{len(items)} dari {len(passed)}" if passed else "belum ada triwulan yang dilaporkan"
    return Answer(asked, found, bool(passed) and len(items) == len(passed), tuple(items), late)


def _bulan_told(entri: Entri, year: int) -> set[int]:
    return set(list_bulan_of_periode(entri.periode)) if entri.periode.startswith(f"{year}") else set()


def _whole(name: str, asked: str, *fields: str) -> Look:
    """Return the check that a record of layanan.yml is there with all of some fields."""

    def look(_: Syarat, grounds: Grounds, __: str) -> Answer:
        record = getattr(grounds.layanan, name, None)
        unit = f"layanan/layanan/{name}"
        sifted = grounds.sift([(unit, record)] if record else [])
        late = [field for field in fields if record and grounds.belakangan(f"{unit}/{field}")]
        there = [field for field in fields if sifted.kept and getattr(record, field) and field not in late]
        found = f"{len(there)} dari {len(fields)}" if len(fields) > 1 else "ada" if there else "tidak ada"
        lacking = [field.replace("_", " ") for field in fields if field not in there]
        words = f"{found}, belum ada {' dan '.join(lacking)}" if lacking and len(fields) > 1 else found
        return Answer(asked, words, not lacking, sifted.kept, sifted.belakangan or bool(late))

    return look


def _several(name: str, asked: str, *, with_link: bool = False) -> Look:
    """Return the check that layanan.yml lists enough of a kind of fasilitas."""

    def look(syarat: Syarat, grounds: Grounds, _: str) -> Answer:
        listed = getattr(grounds.layanan, name, ()) if isinstance(grounds.layanan, DaftarLayanan) else ()
        pairs = ((f"layanan/layanan/{name}", one) for one in listed if one.tautan or not with_link)
        return _enough(asked, grounds.sift(pairs), syarat.jumlah)

    return look


def _each_layanan(asked: str, names: tuple[str, ...], *, unit: str = "") -> Look:
    """Return the check that there is a service, and that each has enough of some fields."""

    def look(syarat: Syarat, grounds: Grounds, _: str) -> Answer:
        sifted = grounds.sift_layanan()
        needed = syarat.jumlah or len(names)
        filled = [(len(grounds.filled(item.record, names)), item.record.nama) for item in sifted.kept]
        late = sifted.belakangan or any(_late_fields(grounds, item.record, names) for item in sifted.kept)
        words = f"setiap layanan memuat {needed} {unit}" if unit else asked
        if not filled:
            return Answer(words, "tidak ada layanan", terpenuhi=False, belakangan=late)
        fewest, name = min(filled)
        whole = sum(number >= needed for number, _ in filled)
        found = f"{whole} dari {len(filled)} layanan"
        if unit and fewest < needed:
            found = f"{fewest} dari {needed} pada {name}"
        return Answer(words, found, whole == len(filled), sifted.kept, late)

    return look


def _late_fields(grounds: Grounds, layanan: Layanan, names: Iterable[str]) -> bool:
    return any(getattr(layanan, name) and grounds.belakangan(f"layanan/{layanan.kode}/{name}") for name in names)


def _kanal(syarat: Syarat, grounds: Grounds, _: str) -> Answer:
    """Each kind of channel is there, and can be reached."""
    satker = grounds.tahun.satker
    found: dict[str, Sifted[Any]] = {}
    for jenis in syarat.jenis_kanal:
        reached = (one for one in satker.kanal if one.jenis == jenis and (one.tautan or one.surel or one.alamat))
        found[jenis] = grounds.sift((f"kanal/{satker.kode}/{jenis}", one) for one in reached)
    lacking = [jenis for jenis, sifted in found.items() if not sifted.kept]
    words = f"tidak ada {_list_kinds(lacking, 'dan')}" if lacking else "ada"
    items = tuple(min(s.kept, key=lambda item: item.sejak or date.max) for s in found.values() if s.kept)
    late = any(sifted.belakangan for sifted in found.values())
    return Answer(
        f"kanal {_list_kinds(found, 'dan')} yang dapat dihubungi", words, bool(found) and not lacking, items, late
    )


def _rekap_kanal(syarat: Syarat, grounds: Grounds, _: str) -> Answer:
    """Each kind of channel has been counted for each quarter that has passed since the office began to report."""
    passed = grounds.list_triwulan()
    pairs = [(jenis, quarter, end) for jenis in syarat.jenis_kanal for quarter, end in passed]
    items, late = [], False
    for jenis, quarter, end in pairs:
        months = set(list_bulan_of_triwulan(quarter))
        for rekap in grounds.tahun.rekap_kanal:
            if rekap.kanal == jenis and find_end_of_periode(rekap.periode) <= grounds.day:
                if grounds.belakangan(f"kanal/kanal/{jenis} {rekap.periode}"):
                    late = True
                else:
                    months -= set(list_bulan_of_periode(rekap.periode))
        if not months:
            items.append(Item(None, end, None))
    asked = f"rekap kanal {_list_kinds(syarat.jenis_kanal, 'dan')} tentang tiap triwulan yang sudah lewat"
    found = f"{len(items)} dari {len(pairs)}" if pairs else "belum ada triwulan yang direkap"
    return Answer(asked, found, bool(pairs) and len(items) == len(pairs), tuple(items), late)


def _survei(syarat: Syarat, grounds: Grounds, _: str) -> Answer:
    asked = f"hasil survei {_list_kinds(syarat.jenis_survei, 'atau')}"
    return _enough(asked, _sift_survei(syarat, grounds), syarat.jumlah)


def _tindak_lanjut(syarat: Syarat, grounds: Grounds, _: str) -> Answer:
    sifted = _sift_survei(syarat, grounds)
    acted = tuple(item for item in sifted.kept if item.record.tindak_lanjut)
    found = f"{len(acted)} dari {len(sifted.kept)} survei" if sifted.kept else "tidak ada survei"
    whole = bool(acted) and len(acted) == len(sifted.kept)
    asked = f"tindak lanjut setiap hasil survei {_list_kinds(syarat.jenis_survei, 'atau')}"
    return Answer(asked, found, whole, acted, sifted.belakangan)


def _sift_survei(syarat: Syarat, grounds: Grounds) -> Sifted[Survei]:
    of_kind = (one for one in grounds.tahun.survei if one.jenis in syarat.jenis_survei and one.responden > 0)
    return grounds.sift((f"survei/{one.kode}", one) for one in of_kind)


def _bukti(syarat: Syarat, grounds: Grounds, indikator: str) -> Answer:
    """The row's own entries name enough open evidence of one of the kinds."""
    named = (kode for entri in grounds.list_entri(indikator) for kode in entri.bukti)
    sifted = grounds.sift_bukti(named)
    kept = tuple(item for item in sifted.kept if item.record.jenis in syarat.jenis_bukti)
    asked = f"bukti terbuka berupa {_list_kinds(syarat.jenis_bukti, 'atau')}"
    return _enough(asked, Sifted(kept, sifted.belakangan), syarat.jumlah)


CHECKS: dict[str, Look] = {
    "rencana": _rencana,
    "tim": _tim,
    "keputusan": _keputusan,
    "laporan": _laporan,
    "maklumat": _whole("maklumat", "maklumat pelayanan", "isi"),
    "visi-misi-motto": _whole("visi_misi", "visi, misi, dan motto pelayanan", "visi", "misi", "motto"),
    "komponen": _each_layanan("", tuple(KOMPONEN), unit="komponen standar"),
    "biaya": _each_layanan("biaya setiap layanan", ("biaya",)),
    "jenis-layanan": _each_layanan("jenis dan produk setiap layanan", ("produk",)),
    "kompensasi": _each_layanan("kompensasi setiap layanan yang tidak sesuai standar", ("kompensasi",)),
    "atribut": _several("atribut", "atribut layanan"),
    "pelayanan-khusus": _several("pelayanan_khusus", "pelayanan khusus"),
    "pelayanan-terpadu": _several("pelayanan_terpadu", "pelayanan terpadu"),
    "sistem-informasi": _several("sistem_informasi", "sistem informasi pelayanan beserta tautannya", with_link=True),
    "prosedur-pengaduan": _whole("pengelolaan_pengaduan", "prosedur penanganan pengaduan", "prosedur"),
    "petugas-pengaduan": _whole("pengelolaan_pengaduan", "petugas yang mengelola pengaduan", "petugas"),
    "waktu-pengaduan": _whole("pengelolaan_pengaduan", "jangka waktu penanganan pengaduan", "jangka_waktu"),
    "kanal": _kanal,
    "rekap-kanal": _rekap_kanal,
    "survei": _survei,
    "tindak-lanjut-survei": _tindak_lanjut,
    "bukti": _bukti,
}
"""The check of each kind of condition."""
