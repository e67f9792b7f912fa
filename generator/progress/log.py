"""What the log says on a day, what evidence serves, and which of its files may be published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.bukti import BerkasBukti, Bukti
from generator.model.isi import Tahun, walk
from generator.model.keputusan import Keputusan
from generator.model.realisasi import Entri
from generator.progress.lke import index_lke_by_bukti


@dataclass(frozen=True, slots=True)
class Log:
    """The entries known on a day, oldest first, whatever the order of the files."""

    entri: tuple[Entri, ...]
    dikoreksi: Mapping[str, Entri]
    """The correction by the kode of the entry that it replaces."""
    per_indikator: Mapping[str, tuple[Entri, ...]]
    """The entries by the kode of the indikator, corrected ones too."""

    def berlaku(self, indikator: str) -> tuple[Entri, ...]:
        """Return an indikator's entries that no later one has replaced."""
        return tuple(entri for entri in self.per_indikator.get(indikator, ()) if entri.kode not in self.dikoreksi)

    @property
    def terakhir(self) -> date | None:
        """The last day on which the office reported; what was read out of a decree is no report."""
        return max((entri.diketahui for entri in self.entri if entri.dasar == "laporan"), default=None)


def read_log(tahun: Tahun, day: date) -> Log:
    """Return the log of a year as known on a day; an entry dated later does not exist yet."""
    known = sorted(
        (entri for entri in tahun.realisasi if dated(entri) and entri.diketahui <= day),
        key=lambda entri: (entri.diketahui, entri.kode),
    )
    rows: dict[str, list[Entri]] = defaultdict(list)
    for entri in known:
        rows[entri.indikator].append(entri)
    corrected = {entri.mengoreksi: entri for entri in known if entri.mengoreksi}
    return Log(tuple(known), corrected, {kode: tuple(daftar_entri) for kode, daftar_entri in rows.items()})


def dated(entri: Entri) -> bool:
    """Return whether an entry has a day at all; a rule reports one that has none."""
    return entri.tanggal is not None or entri.paling_lambat is not None


def list_bukti_tampil(tahun: Tahun, log: Log, day: date) -> tuple[Bukti, ...]:
    """Return the evidence that is known on a day, in the register's order.

    Known is what an entry, survey or assessment known by then names, and what nobody names and is not dated later.
    """
    named = {kode for entri in log.entri for kode in entri.bukti}
    named |= {kode for survei in tahun.survei if survei.tanggal <= day for kode in survei.bukti}
    named |= index_lke_by_bukti(tahun, day).keys()
    later = {kode for entri in tahun.realisasi for kode in entri.bukti}
    later |= {kode for survei in tahun.survei for kode in survei.bukti}
    later |= index_lke_by_bukti(tahun, date.max).keys()
    return tuple(
        bukti
        for bukti in tahun.bukti
        if bukti.kode in named or (bukti.kode not in later and (bukti.tanggal is None or bukti.tanggal <= day))
    )


def list_bukti_of_indikator(log: Log, kode: str) -> tuple[str, ...]:
    """Return the kode of the evidence that an indikator's entries name, each once, leaving out corrected entries."""
    return tuple(dict.fromkeys(bukti for entri in log.berlaku(kode) for bukti in entri.bukti))


def index_indikator_by_bukti(tahun: Tahun, log: Log) -> Mapping[str, tuple[str, ...]]:
    """Return the kode of the indikator that each piece of evidence serves, in plan order, by the kode of the bukti."""
    served: dict[str, list[str]] = defaultdict(list)
    for letak in walk(tahun):
        for bukti in list_bukti_of_indikator(log, letak.indikator.kode):
            served[bukti].append(letak.indikator.kode)
    return {bukti: tuple(indikator) for bukti, indikator in served.items()}


def list_berkas_terbit(tahun: Tahun, shown: Iterable[Bukti | Keputusan]) -> Mapping[str, BerkasBukti]:
    """Return the files of open evidence and of decrees by the kode of the record.

    What a closed piece of evidence names is never among them, even where an open one names the same bytes.

    Args:
        tahun: the year that holds the files.
        shown: the evidence and decrees to publish.
    """
    # By content: the same bytes may lie in the folder under a second name.
    secret = {_sidik(tahun, bukti) for bukti in tahun.bukti if not bukti.terbuka}
    secret |= {bukti.sha256 for bukti in tahun.bukti if not bukti.terbuka}
    return {
        record.kode: tahun.berkas_bukti[record.berkas]
        for record in shown
        if (isinstance(record, Keputusan) or record.terbuka)
        and record.berkas
        and _sidik(tahun, record) not in {None, *secret}
    }


def _sidik(tahun: Tahun, record: Bukti | Keputusan) -> str | None:
    """Return the hash of the file that a record names, if it is there."""
    berkas = tahun.berkas_bukti.get(record.berkas) if record.berkas else None
    return berkas.sidik if berkas else None
