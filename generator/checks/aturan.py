"""What checks share: rules that several of them keep, and what they ask of a year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.findings import Rule
from generator.model.base import Rekaman
from generator.model.isi import Tahun
from generator.model.keputusan import Keputusan
from generator.model.letak import walk, walk_area
from generator.model.naskah import Naskah
from generator.model.realisasi import Entri, Hasil
from generator.model.rencana import BerkasRencana, Indikator

WRONG_DECREE = ("kutipan", "asal-keliru")
"""What tells that a file quotes another decree than it names: the days of the named one are the wrong ones too."""
KODE_GANDA = Rule(
    "kode-ganda", "Setiap kode dipakai satu kali dalam satu tahun sebuah kantor; kode layanan, satu kali di kantornya."
)
NAMA_BERKAS = Rule(
    "nama-berkas", "Berkas rencana dan keputusan dinamai menurut kodenya, berkas realisasi menurut periodenya."
)
DI_LUAR_TAHUN = Rule(
    "di-luar-tahun", "Tanggal dan periode termasuk tahun datanya; entri boleh menyimpang bila catatannya menjelaskan."
)
BUKTI_LEBIH_BARU = Rule("bukti-lebih-baru", "Bukti tidak lebih baru daripada entri atau penilaian yang memakainya.")


def file_name(record: Rekaman) -> str:
    """Return the name of a record's file, without its ending."""
    return PurePosixPath(record.place().berkas).stem


def names(keputusan: Keputusan) -> set[str]:
    """Return what a decree may be called: its kode and, where a reported mistake parts them, its file's name."""
    return {keputusan.kode, file_name(keputusan)}


def find_keputusan(tahun: Tahun, kode: str) -> Keputusan | None:
    """Return the decree of that name, or None."""
    return next((keputusan for keputusan in tahun.keputusan if kode in names(keputusan)), None)


def shared_source(tahun: Tahun, keputusan: Keputusan) -> Keputusan | None:
    """Return the decree whose text a decree names by mistake as its own, or None."""
    rivals = [other for other in tahun.keputusan if other.sumber and other.sumber == keputusan.sumber]
    owner = next((one for one in rivals if PurePosixPath(one.sumber or "").stem in names(one)), rivals and rivals[0])
    return owner if owner and owner is not keputusan else None


def naskah_of(tahun: Tahun, keputusan: Keputusan) -> Naskah | None:
    """Return the text of a decree where it is held."""
    return None if shared_source(tahun, keputusan) else tahun.naskah.get(keputusan.sumber or "")


def indikator_tahun(tahun: Tahun) -> dict[str, tuple[BerkasRencana, Indikator]]:
    """Return every indikator of a year with the head of its file, by kode."""
    return {letak.indikator.kode: (letak.berkas, letak.indikator) for letak in walk(tahun)}


def capaian_lengkap(indikator: Indikator, entries: Iterable[Entri]) -> bool:
    """Return whether what has been reached of a target can be counted: no number is broken, or lacks and is missed."""
    if indikator.target is None:
        return True
    return not any(
        entri.cacat("capaian") or (entri.hasil is Hasil.SELESAI and entri.capaian is None) for entri in entries
    )


def heads(tahun: Tahun) -> Iterator[BerkasRencana]:
    """Yield the heads of the files that quote rows: plans first, then the roster."""
    yield from (letak.berkas for letak in walk_area(tahun))
    if tahun.daftar_tim:
        yield tahun.daftar_tim
