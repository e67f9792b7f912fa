"""The evidence register: each piece once, what it serves, where it is, or how to ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import routes
from generator.model.bukti import Bukti
from generator.model.isi import Tahun
from generator.model.keputusan import Keputusan
from generator.pages.lke import nama_penilaian
from generator.pages.page import Bahan, Page, Tautan, jejak_tahun, link_indikator
from generator.progress import bukti_tampil, butir_lke, indikator_bukti, lke_bukti
from generator.text import format_tanggal, one_line


@dataclass(frozen=True, slots=True)
class BuktiTercatat:
    """One piece of evidence as the register shows it."""

    bukti: Bukti
    keputusan: Keputusan | None
    melayani: tuple[Tautan, ...]
    """The indikator that it serves."""
    lke: tuple[Tautan, ...]
    """The rows of worksheets that it serves."""


_SINGKATAN = {"sop": "SOP"}
_TERTUTUP = {"dikecualikan": "dikecualikan", "data-pribadi": "memuat data pribadi"}


def nama_bukti(tahun: Tahun, bukti: Bukti) -> str:
    """Return what a piece of evidence is called; of a closed one only its kind, date and why it is closed."""
    jenis = _SINGKATAN.get(bukti.jenis, bukti.jenis.replace("-", " ").capitalize())
    if not bukti.terbuka:
        day = f" {format_tanggal(bukti.tanggal)}" if bukti.tanggal else ""
        return f"{jenis}{day} (tidak diterbitkan: {_TERTUTUP[bukti.akses]})"
    keputusan = tahun.keputusan_berkode(bukti.keputusan)
    if keputusan is not None:
        return f"Keputusan {keputusan.nomor}"
    judul = one_line(bukti.judul or bukti.kode)
    return judul if judul.casefold().startswith(jenis.casefold()) else f"{jenis}: {judul}"


def build_bukti(bahan: Bahan, tahun: Tahun) -> Iterator[Page]:
    """Yield the register, if it holds anything by the day."""
    shown = list_bukti(bahan, tahun)
    if not shown:
        return
    yield Page(
        alamat=routes.bagian_tahun(tahun, "bukti"),
        templat="bukti",
        judul=f"Bukti {tahun.tahun}",
        deskripsi=f"Daftar bukti {tahun.satker.nama} tahun {tahun.tahun}: apa, kapan, di mana, untuk indikator mana.",
        jejak=jejak_tahun(tahun),
        data={"daftar_bukti": shown, "terbuka": sum(one.bukti.terbuka for one in shown)},
        tahun=tahun,
        menu="bukti",
        sumber=tuple(dict.fromkeys(bukti.place().berkas for bukti in tahun.bukti)),
    )


def list_bukti(bahan: Bahan, tahun: Tahun) -> list[BuktiTercatat]:
    """Return the evidence known by the day, each with the indikator that it serves, in the register's order."""
    nilai = bahan.nilai(tahun)
    links = link_indikator(tahun)
    serves, rows = indikator_bukti(tahun, nilai.log), link_lke(bahan, tahun)
    return [
        BuktiTercatat(
            bukti,
            tahun.keputusan_berkode(bukti.keputusan),
            tuple(links[kode] for kode in serves.get(bukti.kode, ())),
            rows.get(bukti.kode, ()),
        )
        for bukti in bukti_tampil(tahun, nilai.log, nilai.hari)
    ]


def link_lke(bahan: Bahan, tahun: Tahun) -> Mapping[str, tuple[Tautan, ...]]:
    """Return the links to the rows of worksheets that each piece of evidence serves, by the kode of the bukti."""
    instrumen = bahan.isi.kosakata.instrumen
    return {
        kode: tuple(
            Tautan(
                f"{instrumen[penilaian.instrumen].nama_butir(isian.butir)} ({nama_penilaian(penilaian)})",
                routes.lke(tahun, butir_lke(penilaian, isian)),
            )
            for penilaian, isian in rows
        )
        for kode, rows in lke_bukti(tahun, bahan.nilai(tahun).hari).items()
    }
