"""What an office puts into its own website: a sentence with its latest figures, as text and as a picture."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator import routes
from generator.model.isi import Kantor, Tahun
from generator.pages.page import Bahan, ringkas
from generator.text import BULAN_PENDEK

TINGGI = 24
"""Height of one line of the badge."""
_PER_HURUF = 6.6
"""Width of one character, which textLength then holds every font to."""


@dataclass(frozen=True, slots=True)
class Lencana:
    """The figures of an office's newest year, as its badge shows them."""

    judul: str
    baris: tuple[str, ...]
    """One sentence per plan."""

    @property
    def kalimat(self) -> str:
        """All of it in one line."""
        return "; ".join(self.baris)

    @property
    def lebar(self) -> int:
        """Width of the badge."""
        return max(round(len(line) * _PER_HURUF) for line in self.baris) + TINGGI

    @property
    def tinggi(self) -> int:
        """Height of the badge."""
        return TINGGI * len(self.baris) + 8


def tahun_lencana(kantor: Kantor) -> Tahun | None:
    """Return the newest year of an office that has a plan."""
    return next((tahun for tahun in kantor.tahun if tahun.rencana), None)


def embedded(bahan: Bahan, kantor: Kantor) -> dict[str, object] | None:
    """Return what an office can put into its own website, of its newest year; None without a plan."""
    tahun = tahun_lencana(kantor)
    if tahun is None:
        return None
    lencana = build_lencana(bahan, tahun)
    return {"tahun": tahun, "lencana": lencana, "html": as_html(bahan, tahun, lencana)}


def build_lencana(bahan: Bahan, tahun: Tahun) -> Lencana:
    """Return the figures of a year; of an office that does not report here, no share is claimed."""
    nilai = bahan.nilai(tahun)
    reports = nilai.umur is not None
    lines = []
    for rencana in tahun.rencana:
        counts = ringkas(bahan, tahun, rencana.daftar_indikator())
        name = f"{rencana.jenis.upper()} {tahun.tahun}"
        lines.append(
            f"{name}: {counts.selesai} dari {counts.jumlah} indikator terbukti selesai, per {_day(nilai.per_tanggal)}"
            if reports
            else f"{name}: {counts.jumlah} indikator direncanakan; kantor belum melapor di situs ini"
        )
    rekaan = " (kantor rekaan)" if tahun.satker.contoh else ""
    return Lencana(f"Reformasi Birokrasi {tahun.satker.nama}{rekaan}", tuple(lines))


def _day(day: date) -> str:
    return f"{day.day} {BULAN_PENDEK[day.month - 1]} {day.year}"


def as_svg(lencana: Lencana) -> str:
    """Return the badge: no script, no style, words that can be read, selected and read aloud."""
    wide, high = lencana.lebar, lencana.tinggi
    head = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" '
        'aria-labelledby="judul isi">\n<title id="judul">{judul}</title>\n<desc id="isi">{isi}</desc>\n'
        '<rect x="0.5" y="0.5" width="{iw}" height="{ih}" rx="4" fill="#fff" stroke="#5c0f1a"/>\n'
        '<g font-family="sans-serif" font-size="13" fill="#1c1c1c">\n'
    ).format(w=wide, h=high, iw=wide - 1, ih=high - 1, judul=lencana.judul, isi=lencana.kalimat)
    lines = [
        Markup('<text x="{x}" y="{y}" textLength="{long}" lengthAdjust="spacingAndGlyphs">{words}</text>\n').format(
            x=TINGGI // 2, y=TINGGI * number + 20, long=round(len(words) * _PER_HURUF), words=words
        )
        for number, words in enumerate(lencana.baris)
    ]
    return f"{head}{''.join(lines)}</g>\n</svg>\n"


def as_html(bahan: Bahan, tahun: Tahun, lencana: Lencana) -> str:
    """Return two lines of HTML for another site; one without a link where this site's address is not known."""
    base = bahan.isi.situs.alamat
    words = Markup("<p>{isi}.").format(isi=lencana.kalimat)
    if not base:
        return f"{words}</p>"
    page, picture = (f"{base.rstrip('/')}/{address}" for address in (routes.tahun(tahun), routes.lencana(tahun.satker)))
    link = Markup(' <a href="{page}">Lihat rencana, realisasi, dan buktinya</a></p>').format(page=page)
    shown = Markup('<p><a href="{page}"><img src="{src}" width="{w}" height="{h}" alt="{alt}"></a></p>').format(
        page=page, src=picture, w=lencana.lebar, h=lencana.tinggi, alt=lencana.kalimat
    )
    return f"{words}{link}\n{shown}"
