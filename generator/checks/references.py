"""Rules of reference: what a record names must exist."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.shared import (
    check_of_year,
    check_of_year_with_vocabulary,
    find_keputusan,
    find_shared_source,
    list_heads,
)
from generator.findings import Finding, Place, Rule, Severity, find_nearest, quote, suggest
from generator.load.doubts import MENGGANTIKAN
from generator.model.base import Record
from generator.model.bukti import Bukti
from generator.model.isi import Kosakata, Tahun, walk, walk_area, walk_bagian
from generator.model.realisasi import Entri
from generator.model.rencana import Indikator, Kegiatan, Komponen

KEPUTUSAN_TIDAK_ADA = Rule("keputusan-tidak-ada", "Setiap keputusan yang disebut punya berkas di folder keputusan.")
LAMPIRAN_TIDAK_ADA = Rule("lampiran-tidak-ada", "Setiap lampiran yang disebut tercatat pada keputusannya.")
MENCAKUP = Rule("mencakup", "Indikator hanya mencakup sub kegiatan dari kegiatannya sendiri.")
PADANAN = Rule("padanan", "Padanan area diambil dari area baku rezimnya, padanan kegiatan dari daftar kegiatan baku.")
NASKAH_TIDAK_ADA = Rule("naskah-tidak-ada", "Naskah yang disebut sebuah keputusan ada di folder sumber.")
NASKAH_GANDA = Rule("naskah-ganda", "Setiap naskah dipakai satu keputusan saja.")
NASKAH_LEPAS = Rule("naskah-lepas", "Setiap naskah di folder sumber disebut oleh keputusannya.")
DIKUTIP = Rule("dikutip", "Keputusan yang hanya dikutip menyebut keputusan yang mengutipnya.")
KODE_WILAYAH = Rule(
    "kode-wilayah", "Kode wilayah dalam nomor keputusan sama dengan kode wilayah kantor.", Severity.PERINGATAN
)

_NOMOR_PARTS = 4  # nomor/klasifikasi/wilayah/tahun


@check_of_year(KEPUTUSAN_TIDAK_ADA)
def check_keputusan_ada(tahun: Tahun) -> Iterator[Finding]:
    """Every decree that a file, a row or another decree names has a file in keputusan/."""
    if "keputusan" in tahun.tak_terbaca:
        return
    known = [keputusan.kode for keputusan in tahun.keputusan]
    for kode, place in _cited_keputusan(tahun):
        if kode is not None and find_keputusan(tahun, kode) is None:
            suggestion = suggest(kode, known, f"tambahkan berkas keputusan/{kode}.yml")
            yield Finding(place, KEPUTUSAN_TIDAK_ADA, f"keputusan {quote(kode)} tidak ada", suggestion)


def _cited_keputusan(tahun: Tahun) -> Iterator[tuple[str | None, Place]]:
    for berkas in list_heads(tahun):
        if not berkas.is_faulty("keputusan"):
            yield berkas.keputusan, berkas.place("keputusan")
    for _, butir in tahun.semua_butir():
        yield butir.keputusan, butir.place("keputusan")
        yield butir.dicabut, butir.place("dicabut")
    cited: tuple[Bukti | Entri, ...] = (*tahun.bukti, *tahun.realisasi)
    for record in cited:
        yield record.keputusan, record.place("keputusan")
    for keputusan in tahun.keputusan:
        yield keputusan.mengubah, keputusan.place("mengubah")
        yield keputusan.dikutip_di, keputusan.place("dikutip_di")


@check_of_year(LAMPIRAN_TIDAK_ADA)
def check_lampiran_ada(tahun: Tahun) -> Iterator[Finding]:
    """The annex that a file or a row names is an annex of its decree."""
    # A decree that lists no annex at all is one mistake, not one for each row that names an annex.
    bare = set()
    for record, kode, nomor in _cited_lampiran(tahun):
        keputusan = find_keputusan(tahun, kode)
        if keputusan is None or keputusan.is_faulty("lampiran"):
            continue
        known = [lampiran.nomor for lampiran in keputusan.lampiran]
        if not known and keputusan.kode not in bare:
            bare.add(keputusan.kode)
            place = record.place("lampiran")
            message = f"{keputusan.kode} belum menyebut lampiran, padahal {quote(nomor)} dikutip di {place.file}"
            yield Finding(keputusan.place("kode"), LAMPIRAN_TIDAK_ADA, message, "tambahkan lampiran pada keputusannya")
        elif known and nomor not in known:
            message = f"{quote(nomor)} tidak ada dalam {keputusan.kode}"
            suggestion = suggest(nomor, known, f"yang ada: {', '.join(map(quote, known))}")
            yield Finding(record.place("lampiran"), LAMPIRAN_TIDAK_ADA, message, suggestion)


def _cited_lampiran(tahun: Tahun) -> Iterator[tuple[Record, str, str]]:
    for berkas in list_heads(tahun):
        if berkas.lampiran is not None:
            yield berkas, berkas.keputusan, berkas.lampiran
    for berkas, butir in tahun.semua_butir():
        if butir.lampiran is not None:
            yield butir, berkas.keputusan_butir(butir), butir.lampiran


@check_of_year(MENCAKUP)
def check_mencakup(tahun: Tahun) -> Iterator[Finding]:
    """An indikator covers sub kegiatan of its own kegiatan only."""
    for letak in walk(tahun):
        if not letak.bagian.is_faulty("sub_kegiatan"):
            yield from _mencakup(letak.bagian, letak.indikator)


def _mencakup(bagian: Kegiatan | Komponen, indikator: Indikator) -> Iterator[Finding]:
    if isinstance(bagian, Komponen):
        if indikator.mencakup:
            message = "komponen ZI tidak berisi sub kegiatan yang dapat dicakup"
            yield Finding(indikator.place("mencakup"), MENCAKUP, message, "hapus mencakup")
        return
    subs = [sub.kode for sub in bagian.sub_kegiatan]
    unsure = any(sub.is_faulty("kode") for sub in bagian.sub_kegiatan)
    for index, kode in enumerate(indikator.mencakup):
        if kode not in subs and not unsure:
            message = f"{quote(kode)} bukan sub kegiatan dari {bagian.kode}"
            suggestion = suggest(kode, subs, f"sub kegiatan {bagian.kode}: {', '.join(subs) or 'tidak ada'}")
            yield Finding(indikator.place_item("mencakup", index), MENCAKUP, message, suggestion)


@check_of_year(MENGGANTIKAN)
def check_menggantikan(tahun: Tahun) -> Iterator[Finding]:
    """A replacement names an existing row that a decree has ended."""
    rows = {butir.kode: butir for _, butir in tahun.semua_butir()}
    for butir in rows.values():
        if butir.menggantikan is None:
            continue
        old = rows.get(butir.menggantikan)
        place = butir.place("menggantikan")
        if old is None and not tahun.tak_terbaca and tahun.baris_ragu is not None:
            others = [kode for kode in rows if kode != butir.kode]
            suggestion = suggest(butir.menggantikan, others, "butir lama jangan dihapus; beri dicabut")
            yield Finding(place, MENGGANTIKAN, f"butir {quote(butir.menggantikan)} tidak ada", suggestion)
        elif old is not None and old.dicabut is None and not old.is_faulty("dicabut"):
            message = f"butir {quote(old.kode)} diganti tetapi belum dicabut"
            yield Finding(place, MENGGANTIKAN, message, f"tambahkan dicabut pada {old.kode}")


@check_of_year_with_vocabulary(PADANAN)
def check_padanan(tahun: Tahun, kosakata: Kosakata) -> Iterator[Finding]:
    """A padanan is a word of the canonical lists: areas of the regime, kegiatan of kegiatan.yml."""
    for letak in walk_area(tahun):
        area, area_baku = letak.area, letak.rencana.rezim.kode_area
        if area.padanan is not None and area.padanan not in area_baku:
            message = f"area baku {quote(area.padanan)} tidak dikenal"
            suggestion = suggest(area.padanan, area_baku, f"pilih salah satu: {', '.join(area_baku)}")
            yield Finding(area.place("padanan"), PADANAN, message, suggestion)
    for letak_bagian in walk_bagian(tahun):
        yield from _padanan_bagian(letak_bagian.bagian, kosakata)


def _padanan_bagian(bagian: Kegiatan | Komponen, kosakata: Kosakata) -> Iterator[Finding]:
    for index, kode in enumerate(bagian.padanan):
        if kode not in kosakata.kegiatan:
            suggestion = suggest(kode, kosakata.kegiatan, "lihat daftar di site_config/kegiatan.yml")
            message = f"kegiatan baku {quote(kode)} tidak dikenal"
            yield Finding(bagian.place_item("padanan", index), PADANAN, message, suggestion)


@check_of_year(NASKAH_TIDAK_ADA, NASKAH_GANDA, NASKAH_LEPAS, DIKUTIP)
def check_naskah_ada(tahun: Tahun) -> Iterator[Finding]:
    """A decree names its own text file if there is one; a cited decree names who cites it; no text is left over."""
    named = {keputusan.sumber for keputusan in tahun.keputusan}
    loose = [name for name in tahun.naskah if name not in named]
    # Texts that a wrong name probably meant; they are not left over as well.
    meant: set[str | None] = set()
    for keputusan in tahun.keputusan:
        name = keputusan.sumber
        if owner := find_shared_source(tahun, keputusan):
            meant.add(find_nearest(f"{keputusan.kode}.txt", loose))
            message = f"naskah {quote(name)} sudah dipakai {owner.kode}"
            suggestion = suggest(f"{keputusan.kode}.txt", loose, "tulis naskah keputusan ini sendiri")
            yield Finding(keputusan.place("sumber"), NASKAH_GANDA, message, suggestion)
        elif name and name not in tahun.naskah and f"sumber/{name}" not in tahun.tak_terbaca:
            meant.add(find_nearest(name, loose))
            suggestion = suggest(name, loose, "simpan naskahnya di folder sumber, atau hapus sumber")
            message = f"naskah {quote(name)} tidak ada di folder sumber"
            yield Finding(keputusan.place("sumber"), NASKAH_TIDAK_ADA, message, suggestion)
        uncited = keputusan.naskah == "dikutip" and keputusan.dikutip_di is None
        if uncited and not keputusan.is_faulty("naskah", "dikutip_di"):
            message = "keputusan yang hanya dikutip harus menyebut pengutipnya"
            yield Finding(keputusan.place("naskah"), DIKUTIP, message, "tambahkan dikutip_di: kode keputusan")
    if "keputusan" in tahun.tak_terbaca or any(keputusan.is_faulty("sumber") for keputusan in tahun.keputusan):
        return
    for name in loose:
        if name not in meant:
            message = "naskah ini tidak dirujuk keputusan mana pun"
            place = Place(tahun.naskah[name].berkas)
            yield Finding(place, NASKAH_LEPAS, message, f"tambahkan sumber: {name} pada keputusannya")


@check_of_year(KODE_WILAYAH)
def check_kode_wilayah(tahun: Tahun) -> Iterator[Finding]:
    """The region code in a decree's number is the office's own."""
    own = tahun.satker.kode_wilayah
    if not own or tahun.satker.is_faulty("kode_wilayah"):
        return
    printed = []
    for keputusan in tahun.keputusan:
        parts = keputusan.nomor.split("/")
        if len(parts) == _NOMOR_PARTS and parts[2].isdigit() and not keputusan.is_faulty("nomor"):
            printed.append((keputusan, parts[2]))
    codes = {code for _, code in printed}
    # All decrees agree, so the mistake is more likely in satker.yml.
    if len(printed) > 1 and len(codes) == 1 and own not in codes:
        place = tahun.satker.place("kode_wilayah")
        message = f"kode wilayah {quote(own)} berbeda dari {codes.pop()} dalam semua nomor keputusan"
        yield Finding(place, KODE_WILAYAH, message, "periksa nomor keputusan dan satker.yml")
        return
    for keputusan, code in printed:
        if code != own:
            message = f"kode wilayah {quote(code)} dalam nomor keputusan berbeda dari {own}"
            suggestion = "periksa nomor keputusan dan satker.yml"
            yield Finding(keputusan.place("nomor"), KODE_WILAYAH, message, suggestion)
