"""The evidence register as open data, and the files of open evidence; closed evidence shows no content."""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.exports.baris import Rekam
from generator.model.bukti import BerkasBukti, Bukti
from generator.model.isi import Tahun
from generator.output import OutputFile
from generator.progress import berkas_terbit, butir_lke, indikator_bukti, lke_bukti
from generator.views import YearView


def rekam_bukti(year: YearView) -> Rekam:
    """Return bukti.json without its head."""
    tahun, nilai = year.tahun, year.nilai
    files = berkas_terbit(tahun, year.bukti_tampil)
    served = indikator_bukti(tahun, nilai.log)
    lke = {kode: [butir_lke(*row) for row in rows] for kode, rows in lke_bukti(tahun, nilai.hari).items()}
    return {
        "per_tanggal": nilai.per_tanggal.isoformat(),
        "bukti": [
            _bukti(
                tahun,
                bukti,
                files.get(bukti.kode),
                {"indikator": list(served.get(bukti.kode, ())), "lke": lke.get(bukti.kode, [])},
            )
            for bukti in year.bukti_tampil
        ],
    }


def baris_bukti(tahun: Tahun, rekam: Rekam) -> list[Rekam]:
    """Return the rows of bukti.csv: one per piece of evidence."""
    return [
        {
            "satker": tahun.satker.kode,
            "tahun": tahun.tahun,
            **{key: (" ".join(value) or None) if isinstance(value, list) else value for key, value in bukti.items()},
        }
        for bukti in rekam["bukti"]
    ]


def build_berkas(year: YearView) -> Iterator[OutputFile]:
    """Yield the files of open evidence, each once, to be copied as they are."""
    files = berkas_terbit(year.tahun, year.bukti_tampil)
    for berkas in {berkas.nama: berkas for berkas in files.values()}.values():
        yield OutputFile(routes.berkas_bukti(year.tahun, berkas.nama), berkas.jalur, source=(berkas.berkas,))


def _bukti(tahun: Tahun, bukti: Bukti, berkas: BerkasBukti | None, melayani: Rekam) -> Rekam:
    shown = bukti if bukti.terbuka else Bukti(kode=bukti.kode, jenis=bukti.jenis)
    return {
        "kode": bukti.kode,
        "jenis": bukti.jenis,
        "judul": shown.judul,
        "nomor": shown.nomor,
        "tanggal": bukti.tanggal.isoformat() if bukti.tanggal else None,
        "akses": bukti.akses,
        "alasan": bukti.alasan,
        "tautan": shown.tautan,
        "berkas": routes.berkas_bukti(tahun, berkas.nama) if berkas else None,
        "sha256": berkas.sidik if berkas else None,
        "keputusan": shown.keputusan,
        "url": routes.bukti(tahun, bukti.kode),
        **melayani,
        "catatan": shown.catatan,
    }
