"""Pages to Markdown: front matter, headings, and for everything else HTML blocks.

Python-Markdown returns such blocks byte for byte and every engine shows them alike. Data is escaped by Jinja;
in headings by text.heading. Nothing of the data is ever a template or Markdown.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator import routes, text
from generator.findings import Tempat
from generator.model.isi import Tahun
from generator.model.perubahan import RiwayatTahun
from generator.model.rencana import BerkasRencana, Butir, Kegiatan
from generator.output import OutputFile
from generator.pages.bukti import nama_bukti
from generator.pages.cari import search_marks
from generator.pages.keraguan import is_doubtful
from generator.pages.ld import build_ld
from generator.pages.menu import list_menu
from generator.pages.page import (
    Bahan,
    Page,
    bunyi_hilang,
    kata_di_luar,
    nama_area,
    nama_bernomor,
    nama_hasil,
    nama_tahap,
)
from generator.pages.petak import list_signs, squares
from generator.pages.riwayat import about, list_perubahan, list_simpan, list_terakhir, since, told
from generator.pages.tahap import capaian_tahap
from generator.progress import akhir_rencana, digeser
from generator.settings import Ruang


class Renderer:
    """Turns pages into output files with the templates of theme/pages/."""

    def __init__(self, ruang: Ruang, bahan: Bahan, sisipan: dict[str, str]) -> None:
        """Prepare the templates.

        Args:
            ruang: where the templates are.
            bahan: what the pages are made from.
            sisipan: hand-written Markdown that generated pages include, by name without underscore and ending.
        """
        self.bahan = bahan
        # Asked for on every page of a year, so looked up once.
        self.menus = {routes.tahun(tahun): list_menu(bahan, tahun) for tahun in bahan.isi.semua_tahun()}
        self.bukti = {routes.tahun(t): {bukti.kode: bukti for bukti in t.bukti} for t in bahan.isi.semua_tahun()}
        self.perubahan = {routes.tahun(t): list_perubahan(bahan, t) for t in bahan.isi.semua_tahun()}
        self.offices_with_feed = {k.satker.kode for k in bahan.isi.kantor if list_terakhir(bahan, k)}
        self.env = Environment(
            loader=FileSystemLoader(ruang.shipped("theme/pages")),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.env.filters |= {
            "tanggal": text.format_tanggal,
            "bulan": text.format_bulan,
            "baris": text.format_baris,
            "judul": text.heading,
            "daftar": text.format_daftar,
            "periode": text.format_periode,
            "pelaksanaan": text.format_pelaksanaan,
            "angka": text.format_angka,
            "ukuran": text.format_ukuran,
            "tahap": nama_tahap,
            "kapital": text.capital,
            "asing": text.foreign_marker((word, one.bahasa) for one in bahan.isi.kosakata.asing for word in one.kata),
        }
        self.env.globals |= {
            "situs": bahan.isi.situs,
            "kosakata": bahan.isi.kosakata,
            "rute": routes,
            "nama_area": nama_area,
            "nama_bernomor": nama_bernomor,
            "nama_hasil": nama_hasil,
            "bunyi_hilang": bunyi_hilang,
            "diragukan": is_doubtful,
            "lapor": told,
            "persen": text.format_persen,
            "BULAN": text.BULAN,
            "BULAN_PENDEK": text.BULAN_PENDEK,
            # Staff write these in content/halaman; they are trusted as the hand-written pages are.
            "sisipan": {name: Markup(body) for name, body in sisipan.items()},  # noqa: S704
        }

    def render(self, page: Page) -> OutputFile:
        """Return a page as an output file."""
        template = self.env.get_template(f"{page.templat}.md.j2")
        tahun = page.tahun
        context: dict[str, Any] = {
            "page": page,
            "tahun": tahun,
            "url": lambda address: routes.relative(address, page.alamat),
            "status": lambda indikator: self.bahan.status(tahun, indikator) if tahun else None,
            **(self.realisasi(tahun) if tahun else {}),
            "asal": lambda butir, berkas: self.asal(page, butir, berkas),
            "is_kegiatan": lambda bagian: isinstance(bagian, Kegiatan),
        }
        body = template.render(context | dict(page.data))
        return OutputFile(routes.page_uri(page.alamat), body, self.meta(page), page.sumber)

    def realisasi(self, tahun: Tahun) -> dict[str, Any]:
        """Return what templates ask of a year's log and evidence."""
        nilai = self.bahan.nilai(tahun)
        return {
            "nilai": nilai.indikator.get,
            "tanda": lambda rows: list_signs(self.bahan, tahun, rows),
            "petak": lambda indikator: squares(self.bahan, tahun, indikator),
            "capaian_tahap": lambda row: capaian_tahap(self.bahan, tahun, row),
            "log": nilai.log,
            "sesudah_berakhir": nilai.sesudah_berakhir,
            "digeser": lambda tahap: digeser(tahun, tahap),
            "perbaikan": lambda butir: self.perbaikan(butir.place(), f"{tahun.satker.kode} {tahun.tahun} {butir.kode}"),
            "kata_di_luar": lambda indikator: kata_di_luar(self.bahan, tahun, indikator),
            "bukti": self.bukti[routes.tahun(tahun)].get,
            "nama_bukti": lambda bukti: nama_bukti(tahun, bukti),
            **self.riwayat(tahun),
        }

    def riwayat(self, tahun: Tahun) -> dict[str, Any]:
        """Return what templates ask of a year's history."""
        rows = self.perubahan[routes.tahun(tahun)]
        return {
            "riwayat": self.bahan.riwayat.get(routes.tahun(tahun), RiwayatTahun("riwayat belum dibaca")),
            "simpan": lambda *kode: list_simpan(about(rows, *kode)),
            "sejak": lambda kode, jenis: since(self.bahan, tahun, rows, kode, jenis),
        }

    def asal(self, page: Page, butir: Butir, berkas: BerkasRencana) -> dict[str, Any] | None:
        """Return where a row stands in its decree: words and, where the text is held, a link to the line."""
        tahun = page.tahun
        keputusan = tahun.keputusan_berkode(berkas.keputusan_butir(butir)) if tahun else None
        if tahun is None or keputusan is None:
            return None
        lampiran = berkas.lampiran_butir(butir)
        words = ", ".join(filter(None, [lampiran, text.format_baris(butir.asal)]))
        held = butir.asal and keputusan.sumber in tahun.naskah
        address = (
            routes.sumber(tahun, keputusan.kode, butir.asal[0][0]) if held else routes.keputusan(tahun, keputusan.kode)
        )
        return {"keputusan": keputusan, "kata": words, "url": routes.relative(address, page.alamat)}

    def meta(self, page: Page) -> dict[str, Any]:
        """Return a page's front matter: all that the frame around it shows."""
        tahun = page.tahun
        office = f"{tahun.satker.nama} {tahun.tahun}" if tahun else ""
        title = page.judul if not office or office in page.judul else f"{page.judul} · {office}"
        return {
            "title": text.one_line(title),
            "description": text.one_line(page.deskripsi),
            "jejak": [{"judul": link.judul, "url": routes.relative(link.alamat, page.alamat)} for link in page.jejak],
            "kini": page.singkat or page.judul,
            "kantor": self.kantor(page),
            "menu": self.menu(page, tahun) if tahun else [],
            "keadaan": self.keadaan(tahun) if tahun else None,
            "contoh": bool(tahun and tahun.satker.contoh)
            or bool(page.data.get("kantor") and page.data["kantor"].satker.contoh),
            "robots": None if page.terindeks else "noindex",
            "sunting": self.sunting(page),
            "simpanan": self.simpanan(page),
            "umpan": self.umpan(page),
            "cari": search_marks(page),
            **({"pencarian": True} if page.pencarian else {}),
            "ld": build_ld(self.bahan, page),
        }

    def simpanan(self, page: Page) -> dict[str, str] | None:
        """Return the commit that last changed the data which the page shows; None where the history does not tell."""
        address = routes.tahun(page.tahun) if page.tahun else None
        riwayat = self.bahan.riwayat.get(address or "")
        commits = [riwayat.berkas[name] for name in page.sumber if name in riwayat.berkas] if riwayat else []
        if not commits:
            return None
        last = max(commits, key=lambda commit: commit.waktu)
        day = last.tanggal
        return {"tanggal": text.format_tanggal(day), "hari": day.isoformat(), "commit": last.singkat}

    def umpan(self, page: Page) -> str | None:
        """Return the way to the feed of the page's office, where there is one."""
        of_page = page.data.get("kantor")
        satker = page.tahun.satker if page.tahun else of_page.satker if of_page else None
        if satker is None or satker.kode not in self.offices_with_feed:
            return None
        return routes.relative(routes.umpan(satker), page.alamat)

    def kantor(self, page: Page) -> dict[str, str | None] | None:
        """Return the office of a page: its name, and the ways to its page, channels and services."""
        of_page = page.data.get("kantor")
        satker = page.tahun.satker if page.tahun else of_page.satker if of_page else None
        if satker is None:
            return None
        home = routes.tahun(page.tahun) if page.tahun else routes.kantor(satker)
        serves = any(k.layanan for k in self.bahan.isi.kantor if k.satker.kode == satker.kode)
        return {
            "kode": satker.kode,
            "nama": satker.nama,
            "url": routes.relative(home, page.alamat),
            "kanal": routes.relative(routes.kanal(satker), page.alamat),
            "layanan": routes.relative(routes.layanan(satker), page.alamat) if serves else None,
        }

    def menu(self, page: Page, tahun: Tahun) -> list[dict[str, Any]]:
        """Return the year's own menu as seen from a page."""
        return [
            {
                "judul": item.judul,
                "url": routes.relative(item.alamat, page.alamat),
                "aktif": item.nama == page.menu,
                "tingkat": item.tingkat,
            }
            for item in self.menus[routes.tahun(tahun)]
        ]

    def keadaan(self, tahun: Tahun) -> dict[str, Any]:
        """Return the three dates that stand on each page of a year, and what is to be said of their distance."""
        nilai = self.bahan.nilai(tahun)
        last = nilai.log.terakhir
        return {
            "per": text.format_tanggal(nilai.per_tanggal),
            "entri": text.format_tanggal(last) if last else None,
            "melapor": nilai.umur is not None,
            "umur": nilai.umur,
            "basi": nilai.basi,
            "arsip": text.format_tanggal(akhir_rencana(tahun)) if nilai.berakhir else None,
        }

    def sunting(self, page: Page) -> str | None:
        """Return the address where the page's data can be edited or a mistake reported, if the site has one."""
        if page.sumber:
            return self.perbaikan(Tempat(page.sumber[0], page.baris), page.judul)
        kontak = self.bahan.isi.situs.kontak
        return f"mailto:{kontak}" if kontak else None

    def perbaikan(self, tempat: Tempat, perihal: str) -> str | None:
        """Return the address where a place of the data can be edited, or a mail about it; None without either."""
        situs = self.bahan.isi.situs
        if situs.forge:
            return situs.forge.replace("{path}", tempat.berkas).replace("{baris}", str(tempat.baris))
        return f"mailto:{situs.kontak}?subject={quote(f'Perbaikan: {perihal}')}" if situs.kontak else None
