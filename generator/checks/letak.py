"""Rules of candour: what the source lost or left unsure is stated, never filled in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.checks.shared import check_of_year, find_keputusan, find_naskah
from generator.findings import Finding, Rule, quote
from generator.model.base import Record
from generator.model.isi import Tahun, walk, walk_area
from generator.model.keputusan import Anggota, Tim, Tugas
from generator.model.naskah import Naskah
from generator.model.rencana import BerkasRencana, Butir, Indikator, Jadwal, Keadaan

JADWAL_TANPA_BULAN = Rule("jadwal-tanpa-bulan", "Jadwal yang pasti atau wajar menyebut bulannya.")
BULAN_TAK_BERDASAR = Rule("bulan-tak-berdasar", "Jadwal yang kosong atau tidak terbaca tidak menyebut bulan.")
URUTAN_BULAN = Rule("urutan-bulan", "Bulan ditulis urut, masing-masing sekali.")
WAJAR_TANPA_CATATAN = Rule(
    "wajar-tanpa-catatan", "Jadwal yang wajar dijelaskan dalam catatan: apa yang tercetak dan bagaimana dibaca."
)
CALON = Rule(
    "calon", "Kemungkinan bulan ditulis hanya pada jadwal yang tidak terbaca: paling sedikit dua bacaan yang berbeda."
)
NAMA_HILANG = Rule("nama-hilang", "Setiap butir punya nama, atau catatan mengapa namanya tidak terbaca.")
LETAK_TANPA_CATATAN = Rule("letak-tanpa-catatan", "Butir yang disusun ulang dijelaskan dalam catatan.")
KEADAAN_TANPA_DASAR = Rule(
    "keadaan-tanpa-dasar", "Keadaan khusus indikator berdasar keterangan keputusannya atau catatan."
)
AREA_KOSONG = Rule("area-kosong", "Setiap area berisi kegiatan atau komponen, atau menyebut tanpa_kegiatan: ya.")
ASAL_KOSONG = Rule("asal-kosong", "Setiap butir menyebut baris asalnya bila naskah keputusannya ada.")
ASAL_DI_LUAR = Rule("asal-di-luar", "Nomor baris asal tidak melebihi banyaknya baris naskah.")

_MANY = 5
_BODY = ("menimbang", "mengingat", "memerhatikan", "diktum", "narasi", "lampiran", "keganjilan")


def has_gap(butir: Butir) -> bool:
    """Return whether a row lacks words of the decree, or the ground of its state, and is reported for it."""
    if butir.catatan is not None or butir.is_faulty("catatan", "nama", "letak", "keterangan"):
        return False
    groundless = isinstance(butir, Indikator) and butir.keadaan_khusus is not None and butir.keterangan is None
    return groundless or getattr(butir, "nama", "") is None


@check_of_year(JADWAL_TANPA_BULAN, BULAN_TAK_BERDASAR, URUTAN_BULAN, WAJAR_TANPA_CATATAN, CALON)
def check_jadwal(tahun: Tahun) -> Iterator[Finding]:
    """Months stand exactly where they can be read, once and in order; a repaired reading says what was repaired."""
    for letak in walk(tahun):
        jadwal = letak.indikator.jadwal
        if not jadwal.is_faulty("keadaan", "bulan", "catatan", "calon"):
            yield from _repaired(jadwal)
            if letak.rencana.rezim.periode == "bulan" and letak.indikator.target is None:
                yield from _months(jadwal)
                yield from _candidates(jadwal)


def _months(jadwal: Jadwal) -> Iterator[Finding]:
    known = jadwal.keadaan.terbaca
    if known and not jadwal.bulan:
        message = f"jadwal {jadwal.keadaan} belum menyebut bulan"
        suggestion = "tambahkan bulan, atau tulis keadaan: tidak-terbaca"
        yield Finding(jadwal.place("keadaan"), JADWAL_TANPA_BULAN, message, suggestion)
    if not known and jadwal.bulan is not None:
        message = f"jadwal {jadwal.keadaan} tidak boleh menyebut bulan"
        suggestion = "hapus bulan, atau tulis keadaan: pasti atau wajar"
        yield Finding(jadwal.place("bulan"), BULAN_TAK_BERDASAR, message, suggestion)
    places = [(jadwal.bulan or (), jadwal.place("bulan"))]
    places += [(months, jadwal.place_item("calon", index)) for index, months in enumerate(jadwal.calon)]
    for months, place in places:
        if list(months) != sorted(set(months)):
            suggestion = f"tulis {sorted(set(months))}"
            yield Finding(place, URUTAN_BULAN, "bulan harus urut dan masing-masing sekali", suggestion)


def _candidates(jadwal: Jadwal) -> Iterator[Finding]:
    if not jadwal.calon:
        return
    place = jadwal.place("calon")
    if jadwal.keadaan is not Keadaan.TIDAK_TERBACA:
        message = f"jadwal {jadwal.keadaan} tidak punya kemungkinan bulan"
        yield Finding(place, CALON, message, "hapus calon, atau tulis keadaan: tidak-terbaca tanpa bulan")
    elif len({frozenset(months) for months in jadwal.calon if months}) != len(jadwal.calon) or len(jadwal.calon) == 1:
        message = "kemungkinan bulan harus paling sedikit dua, masing-masing berbeda dan berisi bulan"
        yield Finding(place, CALON, message, "contoh calon: [[3, 6], [3, 7]]; bila hanya satu, tulis keadaan: wajar")
    elif jadwal.catatan is None:
        message = "kemungkinan bulan belum dijelaskan"
        yield Finding(place, CALON, message, "tambahkan catatan pada jadwal: tanda yang tercetak")


def _repaired(jadwal: Jadwal) -> Iterator[Finding]:
    if jadwal.keadaan is Keadaan.WAJAR and jadwal.catatan is None:
        message = "jadwal wajar belum menyebut tanda yang tercetak dan cara membacanya"
        yield Finding(jadwal.place("keadaan"), WAJAR_TANPA_CATATAN, message, "tambahkan catatan pada jadwal")


@check_of_year(NAMA_HILANG, LETAK_TANPA_CATATAN)
def check_catatan(tahun: Tahun) -> Iterator[Finding]:
    """A row without its text, or put right by the reader, has a catatan that says why."""
    for _, butir in tahun.semua_butir():
        if butir.catatan is not None or butir.is_faulty("catatan", "nama", "letak"):
            continue
        if butir.letak is not None:
            message = f"{quote(butir.kode)} disusun ulang tanpa penjelasan"
            suggestion = "tambahkan catatan: apa yang tercetak dan mengapa dipindahkan"
            yield Finding(butir.place("letak"), LETAK_TANPA_CATATAN, message, suggestion)
        if getattr(butir, "nama", "") is None:
            message = f"{quote(butir.kode)} tidak punya nama"
            suggestion = "isi nama, atau tambahkan catatan mengapa tidak terbaca"
            yield Finding(butir.place("kode"), NAMA_HILANG, message, suggestion)


@check_of_year(KEADAAN_TANPA_DASAR)
def check_keadaan_khusus(tahun: Tahun) -> Iterator[Finding]:
    """A special state rests on the decree's own remark or on a catatan."""
    for indikator in (letak.indikator for letak in walk(tahun)):
        grounds = indikator.keterangan or indikator.catatan or indikator.is_faulty("keterangan", "catatan")
        if indikator.keadaan_khusus and not grounds:
            message = f"keadaan khusus {quote(indikator.keadaan_khusus)} tidak berdasar"
            suggestion = "salin kolom keterangan, atau tambahkan catatan"
            yield Finding(indikator.place("keadaan_khusus"), KEADAAN_TANPA_DASAR, message, suggestion)


@check_of_year(AREA_KOSONG)
def check_area_berisi(tahun: Tahun) -> Iterator[Finding]:
    """An area holds at least one kegiatan or komponen, or says that the decree prints none below it."""
    for letak in walk_area(tahun):
        area = letak.area
        if area.is_faulty("kegiatan", "komponen", "tanpa_kegiatan"):
            continue
        label = letak.rencana.rezim.label.bagian.lower()
        if not area.bagian and not area.tanpa_kegiatan:
            message = f"area {quote(area.kode)} tidak berisi {label}"
            suggestion = "isi, atau hapus berkasnya; bila memang tidak ada yang tercetak, tambahkan tanpa_kegiatan: ya"
            yield Finding(area.place("kode"), AREA_KOSONG, message, suggestion)
        if area.bagian and area.tanpa_kegiatan:
            message = f"area {quote(area.kode)} berisi {label}, padahal tanpa_kegiatan: ya"
            yield Finding(area.place("tanpa_kegiatan"), AREA_KOSONG, message, "hapus tanpa_kegiatan")


@check_of_year(ASAL_KOSONG, ASAL_DI_LUAR)
def check_asal(tahun: Tahun) -> Iterator[Finding]:
    """Where the decree's text is held, every row says in which of its lines it stands, and all lines exist."""
    for berkas, butir in tahun.semua_butir():
        naskah = _naskah(tahun, berkas.keputusan_butir(butir))
        if naskah is not None and not butir.asal and not butir.is_faulty("asal"):
            message = f"{quote(butir.kode)} belum menyebut baris naskahnya"
            yield Finding(butir.place("kode"), ASAL_KOSONG, message, "tambahkan asal, contoh L81")
        if naskah is not None and isinstance(butir, Tim):
            yield from _parts_without_asal([*butir.tugas, *butir.anggota])
    for head, parts in _with_asal(tahun):
        beyond = []
        for record, kode in parts:
            naskah = _naskah(tahun, kode)
            asal = getattr(record, "asal", ())
            if naskah is not None and asal and max(last for _, last in asal) > len(naskah.baris):
                beyond.append(Finding(record.place("asal"), ASAL_DI_LUAR, *_beyond(naskah)))
        if head is not None and len(beyond) >= _MANY and len(beyond) > len(parts) // 2:
            # Most likely one wrong word in the file's head, so one finding there, not one for each number.
            message = "sebagian besar baris asal di berkas ini tidak ada dalam naskah keputusannya"
            yield Finding(head.place("keputusan"), ASAL_DI_LUAR, message, "periksa keputusan mana yang memuatnya")
        else:
            yield from beyond


def _parts_without_asal(parts: Sequence[Tugas | Anggota]) -> Iterator[Finding]:
    for part in parts:
        if not part.asal and not part.is_faulty("asal"):
            message = f"{quote(part.nama)} belum menyebut baris naskahnya"
            yield Finding(part.place("nama"), ASAL_KOSONG, message, "tambahkan asal, contoh L81")


def _beyond(naskah: Naskah) -> tuple[str, str]:
    return f"naskah {naskah.kode} hanya {len(naskah.baris)} baris", "periksa nomor barisnya"


def _with_asal(tahun: Tahun) -> Iterator[tuple[BerkasRencana | None, list[tuple[Record, str | None]]]]:
    """Yield, file by file, every record that names lines, with the decree in whose text they are counted."""
    heads: dict[int, BerkasRencana] = {}
    rows: dict[int, list[tuple[Record, str | None]]] = defaultdict(list)
    for berkas, butir in tahun.semua_butir():
        heads[id(berkas)] = berkas
        parts = (butir, *getattr(butir, "tugas", ()), *getattr(butir, "anggota", ()))
        rows[id(berkas)] += [(part, berkas.keputusan_butir(butir)) for part in parts]
    yield from ((heads[key], parts) for key, parts in rows.items())
    yield None, [(entri, entri.keputusan) for entri in tahun.realisasi if entri.asal]
    for keputusan in tahun.keputusan:
        body = [(part, keputusan.kode) for name in _BODY for part in getattr(keputusan, name)]
        yield None, [(keputusan, keputusan.dikutip_di or keputusan.kode), *body]


def _naskah(tahun: Tahun, kode: str | None) -> Naskah | None:
    keputusan = find_keputusan(tahun, kode) if kode else None
    return find_naskah(tahun, keputusan) if keputusan else None
