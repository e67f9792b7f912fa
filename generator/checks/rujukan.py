"""Rules of reference: what a record names must exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.aturan import Aturan
from generator.findings import Finding, Tempat, Tingkat, quote, suggest
from generator.model.isi import Kosakata, Tahun
from generator.model.rencana import BerkasRencana, Kegiatan, Komponen


def check_keputusan_ada(tahun: Tahun, _: Kosakata) -> Iterator[Finding]:
    """Every decree that a file, a row or another decree names has a file in keputusan/."""
    if "keputusan" in tahun.tak_terbaca:
        return
    known = [keputusan.kode for keputusan in tahun.keputusan]
    for kode, place in _cited_keputusan(tahun):
        if kode is not None and kode not in known:
            saran = suggest(kode, known, f"tambahkan berkas keputusan/{kode}.yml")
            yield Finding(place, "keputusan-tidak-ada", f"keputusan {quote(kode)} tidak ada", saran)


def _cited_keputusan(tahun: Tahun) -> Iterator[tuple[str | None, Tempat]]:
    for berkas in _heads(tahun):
        yield berkas.keputusan, berkas.place("keputusan")
    for _, butir in tahun.semua_butir():
        yield butir.keputusan, butir.place("keputusan")
        yield butir.dicabut, butir.place("dicabut")
    for keputusan in tahun.keputusan:
        yield keputusan.mengubah, keputusan.place("mengubah")
        yield keputusan.dikutip_di, keputusan.place("dikutip_di")


def _heads(tahun: Tahun) -> Iterable[BerkasRencana]:
    for rencana in tahun.rencana:
        yield from rencana.berkas
    if tahun.daftar_tim:
        yield tahun.daftar_tim


def check_lampiran_ada(tahun: Tahun, _: Kosakata) -> Iterator[Finding]:
    """The annex that a file names is an annex of its decree."""
    for berkas in _heads(tahun):
        keputusan = tahun.keputusan_berkode(berkas.keputusan)
        if keputusan is None or berkas.lampiran is None:
            continue
        known = [lampiran.nomor for lampiran in keputusan.lampiran]
        if berkas.lampiran not in known:
            saran = suggest(berkas.lampiran, known, f"yang ada: {', '.join(known) or 'tidak ada lampiran'}")
            yield Finding(berkas.place("lampiran"), "lampiran-tidak-ada", f"{quote(berkas.lampiran)} tidak ada dalam {keputusan.kode}", saran)


def check_mencakup(tahun: Tahun, _: Kosakata) -> Iterator[Finding]:
    """An indikator covers sub kegiatan of its own kegiatan only."""
    for rencana in tahun.rencana:
        for _, bagian, indikator in rencana.semua_indikator():
            subs = [sub.kode for sub in bagian.sub_kegiatan] if isinstance(bagian, Kegiatan) else []
            for index, kode in enumerate(indikator.mencakup):
                if kode not in subs:
                    saran = suggest(kode, subs, f"sub kegiatan {bagian.kode}: {', '.join(subs) or 'tidak ada'}")
                    yield Finding(indikator.place_item("mencakup", index), "mencakup", f"{quote(kode)} bukan sub kegiatan dari {bagian.kode}", saran)


def check_menggantikan(tahun: Tahun, _: Kosakata) -> Iterator[Finding]:
    """A replacement names an existing row that a decree has ended."""
    rows = {butir.kode: butir for _, butir in tahun.semua_butir()}
    for butir in rows.values():
        if butir.menggantikan is None:
            continue
        old = rows.get(butir.menggantikan)
        place = butir.place("menggantikan")
        if old is None and not tahun.tak_terbaca:
            yield Finding(place, "menggantikan", f"butir {quote(butir.menggantikan)} tidak ada", suggest(butir.menggantikan, rows, "butir lama jangan dihapus; beri dicabut"))
        elif old is not None and old.dicabut is None:
            yield Finding(place, "menggantikan", f"butir {quote(old.kode)} diganti tetapi belum dicabut", f"tambahkan dicabut pada {old.kode}")


def check_padanan(tahun: Tahun, kosakata: Kosakata) -> Iterator[Finding]:
    """A padanan is a word of the canonical lists: areas of the regime, kegiatan of kegiatan.yml."""
    for rencana in tahun.rencana:
        area_baku = [area.kode for area in rencana.rezim.area]
        for area in rencana.area:
            if area.padanan is not None and area.padanan not in area_baku:
                yield Finding(area.place("padanan"), "padanan", f"area baku {quote(area.padanan)} tidak dikenal", suggest(area.padanan, area_baku, f"pilih salah satu: {', '.join(area_baku)}"))
            for bagian in area.bagian:
                yield from _padanan_bagian(bagian, kosakata)


def _padanan_bagian(bagian: Kegiatan | Komponen, kosakata: Kosakata) -> Iterator[Finding]:
    for index, kode in enumerate(bagian.padanan):
        if kode not in kosakata.kegiatan:
            yield Finding(bagian.place_item("padanan", index), "padanan", f"kegiatan baku {quote(kode)} tidak dikenal", suggest(kode, kosakata.kegiatan, "lihat daftar di site_config/kegiatan.yml"))


def check_tim_area(tahun: Tahun, _: Kosakata) -> Iterator[Finding]:
    """A team's area is an area of the plan or of its regime."""
    if tahun.tak_terbaca & {"rb", "zi"}:
        return
    known = {area.kode for rencana in tahun.rencana for area in rencana.area}
    known |= {area.kode for rencana in tahun.rencana for area in rencana.rezim.area}
    if not known:
        return
    for tim in tahun.tim:
        if tim.area is not None and tim.area not in known:
            yield Finding(tim.place("area"), "tim-area", f"area {quote(tim.area)} tidak ada", suggest(tim.area, known, f"pilih salah satu: {', '.join(sorted(known))}"))


def check_naskah_ada(tahun: Tahun, _: Kosakata) -> Iterator[Finding]:
    """A decree held in full names its text file if there is one; a cited decree names who cites it; no text is left over."""
    named = {keputusan.sumber for keputusan in tahun.keputusan}
    for keputusan in tahun.keputusan:
        if keputusan.sumber and keputusan.sumber not in tahun.naskah:
            yield Finding(keputusan.place("sumber"), "naskah-tidak-ada", f"naskah {quote(keputusan.sumber)} tidak ada di folder sumber", suggest(keputusan.sumber, tahun.naskah, "simpan naskahnya di folder sumber"))
        if keputusan.naskah == "dikutip" and keputusan.dikutip_di is None:
            yield Finding(keputusan.place("naskah"), "dikutip", "keputusan yang hanya dikutip harus menyebut pengutipnya", "tambahkan dikutip_di: kode keputusan")
    if "keputusan" in tahun.tak_terbaca:
        return
    for name, naskah in tahun.naskah.items():
        if name not in named:
            yield Finding(Tempat(naskah.berkas), "naskah-lepas", "naskah ini tidak dirujuk keputusan mana pun", "tambahkan sumber: pada keputusannya")


def check_kode_wilayah(tahun: Tahun, _: Kosakata) -> Iterator[Finding]:
    """The region code in a decree's number is the office's own."""
    for keputusan in tahun.keputusan:
        parts = keputusan.nomor.split("/")
        own = tahun.satker.kode_wilayah
        if own and len(parts) == 4 and parts[2].isdigit() and parts[2] != own:  # noqa: PLR2004 - nomor/klasifikasi/wilayah/tahun
            yield Finding(keputusan.place("nomor"), "kode-wilayah", f"kode wilayah {quote(parts[2])} dalam nomor keputusan berbeda dari {own}", "periksa nomor keputusan dan satker.yml", Tingkat.PERINGATAN)


ATURAN: tuple[Aturan, ...] = (
    check_keputusan_ada,
    check_lampiran_ada,
    check_mencakup,
    check_menggantikan,
    check_padanan,
    check_tim_area,
    check_naskah_ada,
    check_kode_wilayah,
)
