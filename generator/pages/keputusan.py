"""Pages of a decree: its record, its oddities, its text line by line."""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.model.keputusan import Keputusan
from generator.model.naskah import Naskah
from generator.pages.page import Page, build_section_marks, build_year_trail
from generator.progress import list_berkas_terbit
from generator.text import join_lines
from generator.views import YearView
from generator.views.doubts import count_unread, list_doubts
from generator.views.names import Link


def build_keputusan(year: YearView) -> Iterator[Page]:
    """Yield each decree's page and, where its text is held, the text with an anchor at every line."""
    for keputusan in year.tahun.keputusan:
        yield from _keputusan(year, keputusan)


def _keputusan(year: YearView, keputusan: Keputusan) -> Iterator[Page]:
    tahun = year.tahun
    trail = build_year_trail(tahun)
    naskah = tahun.naskah.get(keputusan.sumber or "")
    yield Page(
        alamat=routes.keputusan(tahun, keputusan.kode),
        template="keputusan",
        judul=f"Keputusan {keputusan.nomor}",
        deskripsi=f"Keputusan {keputusan.nomor} tentang {keputusan.tentang}.",
        jejak=trail,
        data={
            "keputusan": keputusan,
            "naskah": naskah,
            "diubah_oleh": [other for other in tahun.keputusan if other.mengubah == keputusan.kode],
            "dikutip_di": tahun.keputusan_berkode(keputusan.dikutip_di),
            "asli": list_berkas_terbit(tahun, (keputusan,)).get(keputusan.kode),
            "mengubah": tahun.keputusan_berkode(keputusan.mengubah),
            "rencana": [
                rencana for rencana in tahun.rencana if any(b.keputusan == keputusan.kode for b in rencana.berkas)
            ],
            "keraguan": list_doubts(tahun, keputusan.kode),
            "tak_terbaca": count_unread(tahun, keputusan.kode),
            "memuat_tim": tahun.daftar_tim is not None and tahun.daftar_tim.keputusan == keputusan.kode,
        },
        year=year,
        menu="keputusan",
        sumber=(keputusan.place().file,),
        cari=build_section_marks("keputusan", year),
    )
    if naskah is not None:
        yield Page(
            alamat=routes.sumber(tahun, keputusan.kode),
            template="sumber",
            judul=f"Naskah Keputusan {keputusan.nomor}",
            deskripsi=f"Teks Keputusan {keputusan.nomor} baris demi baris, seperti terbaca dari dokumennya.",
            jejak=(*trail, Link(f"Keputusan {keputusan.nomor}", routes.keputusan(tahun, keputusan.kode))),
            data={
                "keputusan": keputusan,
                "asli": list_berkas_terbit(tahun, (keputusan,)).get(keputusan.kode),
                "baris": _lines(naskah),
            },
            year=year,
            menu="keputusan",
            sumber=(naskah.berkas,),
        )


def _lines(naskah: Naskah) -> list[tuple[int, list[tuple[str, str]]]]:
    """Return every line: its number, and its non-empty cells, those of a table with their column (c5 is January).

    Blank lines too, since a record may name them.
    """
    rows = []
    for number in range(1, len(naskah.baris) + 1):
        table = naskah.is_table_row(number)
        cells = [(f"c{column}" if table else "", join_lines(cell)) for column, cell in enumerate(naskah.kolom(number))]
        rows.append((number, [(column, text) for column, text in cells if text]))
    return rows
