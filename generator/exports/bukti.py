"""The evidence register as open data, and the files of open evidence; closed evidence shows no content."""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.exports.tables import Row
from generator.model.bukti import BerkasBukti, Bukti
from generator.model.isi import Tahun
from generator.output import OutputFile
from generator.progress import index_indikator_by_bukti, index_lke_by_bukti, list_berkas_terbit, name_butir_lke
from generator.views import YearView


def encode_bukti(year: YearView) -> Row:
    """Return bukti.json without its head."""
    tahun, nilai = year.tahun, year.nilai
    files = list_berkas_terbit(tahun, year.bukti_tampil)
    served = index_indikator_by_bukti(tahun, nilai.log)
    lke = {kode: [name_butir_lke(*row) for row in rows] for kode, rows in index_lke_by_bukti(tahun, nilai.hari).items()}
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


def tabulate_bukti(tahun: Tahun, record: Row) -> list[Row]:
    """Return the rows of bukti.csv: one per piece of evidence."""
    return [
        {
            "satker": tahun.satker.kode,
            "tahun": tahun.tahun,
            **{key: (" ".join(value) or None) if isinstance(value, list) else value for key, value in bukti.items()},
        }
        for bukti in record["bukti"]
    ]


def build_berkas(year: YearView) -> Iterator[OutputFile]:
    """Yield the files of open evidence, each once, to be copied as they are."""
    files = list_berkas_terbit(year.tahun, year.bukti_tampil)
    for berkas in {berkas.nama: berkas for berkas in files.values()}.values():
        yield OutputFile(routes.berkas_bukti(year.tahun, berkas.nama), berkas.jalur, source=(berkas.berkas,))


def _bukti(tahun: Tahun, bukti: Bukti, berkas: BerkasBukti | None, melayani: Row) -> Row:
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
