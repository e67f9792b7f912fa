"""The status of one indikator: its occurrences closed by entries, and the first rule that fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from generator.model.isi import Tahun
from generator.model.kutipan import KeadaanKhusus
from generator.model.realisasi import Entri, Hasil
from generator.model.rencana import Indikator, Keadaan
from generator.progress.closing import Closing, find_named
from generator.progress.outcome import TERBUKTI, TERLAMBAT, TERTUTUP, PenilaianKali, PenilaianTahap
from generator.progress.penundaan import Dilepas, find_new_limit, list_dilepas
from generator.progress.tahap import Kali, Tahap

# What an open occurrence gives to its whole indikator, the first that any of them has. One put off to a new month
# does not hide that another one is late.
_FIRST = (
    *TERLAMBAT,
    *(hasil.value for hasil in (Hasil.TIDAK_DILAKSANAKAN, Hasil.DITUNDA)),
    *(khusus.value for khusus in KeadaanKhusus),
    "jadwal-tidak-terbaca",
    "tanpa-jadwal",
    "jadwal-tidak-pasti",
    "tanpa-laporan",
)


@dataclass(frozen=True, slots=True)
class Hari:
    """The day by which a row is judged."""

    kini: date
    """The day asked for."""
    akhir: date
    """The plan's last day."""

    @property
    def tanggal(self) -> date:
        """The day asked for, or the plan's last day if that is earlier."""
        return min(self.kini, self.akhir)


def assess_tahap(
    tahun: Tahun, indikator: Indikator, closings: Sequence[Closing], daftar_entri: Sequence[Entri], hari: Hari
) -> tuple[PenilaianTahap, ...]:
    """Return what became of each tahap and of its occurrences.

    Args:
        tahun: the year.
        indikator: the row.
        closings: the occurrences of its tahap, in order, with what reports them done.
        daftar_entri: its entries known by the day and not replaced, in any order.
        hari: the day to judge by.
    """
    given_up = list_dilepas(closings, daftar_entri, tahun, hari.akhir)
    judge = _Judge(tahun, indikator, hari)
    found = [judge.kali(one, told) for one, told in zip(closings, given_up, strict=True)]
    for index in _begun(closings, found, daftar_entri, tahun.tahun):
        found[index] = replace(found[index], status="sedang-berjalan")
    steps = []
    for _, pairs in groupby(zip(closings, found, strict=True), key=lambda pair: id(pair[0].tahap)):
        together, daftar_kali = zip(*pairs, strict=True)
        tahap = together[0].tahap
        status = daftar_kali[0].status if len(daftar_kali) == 1 else _combine(tahap, daftar_kali, hari)
        steps.append(PenilaianTahap(tahap, status, daftar_kali))
    return tuple(steps)


@dataclass(frozen=True, slots=True)
class _Judge:
    """Judges what became of the occurrences of one row."""

    tahun: Tahun
    indikator: Indikator
    hari: Hari

    def kali(self, closing: Closing, dilepas: Sequence[Dilepas]) -> PenilaianKali:
        """Return what became of one occurrence."""
        tahap, kali = closing.tahap, closing.kali
        batas = self._limit(tahap, kali, dilepas)
        special = self.indikator.keadaan_khusus
        if closing.entri:
            status = _closed(tahap, kali, closing)
        elif dilepas:
            status = self._declared(batas, dilepas[-1].entri)
        elif special is not None:
            status = special.value
        else:
            status = self._open(tahap, kali)
        return PenilaianKali(
            kali,
            status,
            tuple(closing.entri),
            tuple(closing.bukti),
            dilepas=tuple(dilepas),
            batas=batas,
            lewat=kali.tenggat is not None and kali.tenggat < self.hari.kini,
            sebelum_pelaporan=self._before_reports(kali),
        )

    def _before_reports(self, kali: Kali) -> bool:
        since = self.tahun.setelan.pelaporan
        return since is not None and kali.tenggat is not None and kali.tenggat < since

    def _limit(self, tahap: Tahap, kali: Kali, dilepas: Sequence[Dilepas]) -> date | None:
        """Return the day past which an occurrence is late while it is open: its own, its tahap's, or its new one."""
        if not dilepas:
            return tahap.limit(kali)
        return find_new_limit(tahap.limit(kali), dilepas[-1].entri, self.tahun, self.hari.akhir)

    def _declared(self, limit: date | None, entri: Entri) -> str:
        """Return what has been given up, or put off: past its new month that is late, like anything else."""
        since = self.tahun.setelan.pelaporan
        if entri.penundaan is None or since is None or limit is None or self.hari.kini <= limit or limit < since:
            return entri.hasil.value
        return self._late()

    def _late(self) -> str:
        return "tidak-selesai-akhir-tahun" if self.hari.kini > self.hari.akhir else "terlambat"

    def _open(self, tahap: Tahap, kali: Kali) -> str:
        if tahap.tenggat is None or kali.tenggat is None:
            return "tanpa-jadwal" if self.indikator.jadwal.keadaan is Keadaan.KOSONG else "jadwal-tidak-terbaca"
        hari, since = self.hari, self.tahun.setelan.pelaporan
        # Who does not report here is never called late: a missing report is no proof of a missing deed.
        if self._before_reports(kali) and hari.kini > kali.tenggat:
            return "tanpa-laporan"
        limit = tahap.limit(kali)
        if limit is not None and hari.kini > limit:
            if since is None:
                return "tanpa-laporan"
            # The due day is only our reading of the decree, too weak a ground for the word late.
            if self.indikator.jadwal.keadaan is Keadaan.WAJAR:
                return "jadwal-tidak-pasti"
            return self._late()
        running = date(self.tahun.tahun, kali.bulan[0], 1) <= hari.tanggal
        return "sedang-berjalan" if running else "belum-waktunya"


def _closed(tahap: Tahap, kali: Kali, closing: Closing) -> str:
    if not closing.bukti:
        return "dilaporkan-tanpa-bukti"
    # By the entry that closed it; later ones only add their evidence.
    limit = tahap.limit(kali)
    late = tahap.tenggat is not None and limit is not None and closing.entri[0].dilaksanakan > limit
    return "selesai-terlambat" if late else "selesai"


def _ended(tahap: Tahap, last: PenilaianKali, hari: Hari) -> bool:
    """Return whether nothing of a tahap is still to come, once all of it is closed."""
    # A deed done once is done when it is done; what only says how many times, when it was done as often.
    done = tahap.sekali or (tahap.counted and not tahap.bulan)
    return done or last.kali.jatuh_tempo is None or hari.kini > last.kali.jatuh_tempo


def decide_status(daftar_tahap: Sequence[PenilaianTahap], hari: Hari) -> str:
    """Return the status of an indikator by what became of its occurrences."""
    parts = [kali for tahap in daftar_tahap for kali in tahap.kali]
    return _combine(daftar_tahap[-1].tahap, parts, hari)


def _combine(last: Tahap, parts: Sequence[PenilaianKali], hari: Hari) -> str:
    """Return the status that some occurrences give together.

    One due before the office reported here no longer counts as unreported once a later one is proven; but the whole is
    not done without it.

    Args:
        last: the tahap of the last of them.
        parts: the occurrences, in order.
        hari: the day to judge by.
    """
    found = {one.status for one in parts}
    if found <= set(TERTUTUP):
        if _ended(last, parts[-1], hari):
            # The weakest counts: one claim without evidence leaves the whole row a claim.
            return next(status for status in reversed(TERTUTUP) if status in found)
        return "sebagian" if found & set(TERBUKTI) else "sedang-berjalan"
    later = any(one.terbukti and not one.sebelum_pelaporan for one in parts)
    if later and all(one.sebelum_pelaporan for one in parts if one.status == "tanpa-laporan"):
        found -= {"tanpa-laporan"}
    for status in _FIRST:
        if status in found:
            return status
    # A claim about one occurrence of many is a report that the work goes on.
    if not found.isdisjoint(TERTUTUP if last.sekali else TERBUKTI):
        return "sebagian"
    under_way = not found.isdisjoint({"sedang-berjalan", *TERTUTUP})
    return "sedang-berjalan" if under_way else "belum-waktunya"


def _begun(
    closings: Sequence[Closing], found: Sequence[PenilaianKali], daftar_entri: Iterable[Entri], year: int
) -> Iterator[int]:
    """Yield the index of each occurrence reported as running before its months: those an entry names, else the next."""
    ahead = [index for index, one in enumerate(found) if one.status == "belum-waktunya"]
    for entri in daftar_entri:
        if entri.hasil is Hasil.BERJALAN:
            named = find_named(closings, entri, year)
            yield from (index for index in ahead if closings[index] in named) if named else ahead[:1]
