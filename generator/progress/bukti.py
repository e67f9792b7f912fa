"""What evidence serves, and which of its files may be published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.model.bukti import BerkasBukti, Bukti
from generator.model.isi import Tahun
from generator.model.letak import walk
from generator.progress.log import Log


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


def list_berkas_terbit(tahun: Tahun, shown: Iterable[Bukti]) -> Mapping[str, BerkasBukti]:
    """Return the files of open evidence by the kode of the bukti.

    What a closed piece of evidence names is never among them, even where an open one names the same bytes.

    Args:
        tahun: the year that holds the files.
        shown: the evidence to publish.
    """
    # By content: the same bytes may lie in the folder under a second name.
    secret = {_sidik(tahun, bukti) for bukti in tahun.bukti if not bukti.terbuka}
    secret |= {bukti.sha256 for bukti in tahun.bukti if not bukti.terbuka}
    return {
        bukti.kode: tahun.berkas_bukti[bukti.berkas]
        for bukti in shown
        if bukti.terbuka and bukti.berkas and _sidik(tahun, bukti) not in {None, *secret}
    }


def _sidik(tahun: Tahun, bukti: Bukti) -> str | None:
    """Return the hash of the file that a piece of evidence names, if it is there."""
    berkas = tahun.berkas_bukti.get(bukti.berkas) if bukti.berkas else None
    return berkas.sidik if berkas else None
