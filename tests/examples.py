"""One page of each kind of the fictitious office; a new kind of page is added here and so seen by every test."""

from __future__ import annotations

OFFICE = "kpu-kabupaten-contoh"
PAGES = {
    "portal": "index.md",
    "kantor": f"{OFFICE}/index.md",
    "kanal": f"{OFFICE}/kanal/index.md",
    "tahun": f"{OFFICE}/2022/index.md",
    "rencana_rb": f"{OFFICE}/2022/rb/index.md",
    "rencana_zi": f"{OFFICE}/2022/zi/index.md",
    "area": f"{OFFICE}/2022/rb/manajemen-perubahan/index.md",
    "kegiatan": f"{OFFICE}/2022/rb/manajemen-perubahan/mp-3/index.md",
    "komponen": f"{OFFICE}/2022/zi/manajemen-perubahan/zi-mp-2/index.md",
    "rencana_triwulan": f"{OFFICE}/2023/rb/index.md",
    "area_triwulan": f"{OFFICE}/2023/rb/rb-general/index.md",
    "kegiatan_triwulan": f"{OFFICE}/2023/rb/rb-general/rg-2/index.md",
    "laporan_triwulan": f"{OFFICE}/2023/laporan/2023-tw2/index.md",
    "bulan_triwulan": f"{OFFICE}/2023/bulan/06/index.md",
    "tahun_kedua": f"{OFFICE}/2023/index.md",
    "tahun_lalu": f"{OFFICE}/2023/tahun-lalu/index.md",
    "bulan": f"{OFFICE}/2022/bulan/09/index.md",
    "terlambat": f"{OFFICE}/2022/terlambat/index.md",
    "bukti": f"{OFFICE}/2022/bukti/index.md",
    "publikasi": f"{OFFICE}/2022/indikator-publikasi/index.md",
    "perubahan": f"{OFFICE}/2022/perubahan/index.md",
    "perubahan_kantor": f"{OFFICE}/perubahan/index.md",
    "lembar": f"{OFFICE}/2022/indikator-publikasi/zi-pp-1-1/index.md",
    "laporan": f"{OFFICE}/2022/laporan/2022-tw3/index.md",
    "survei": f"{OFFICE}/2022/survei/index.md",
    "lke": f"{OFFICE}/2022/lke-zi/index.md",
    "layanan": f"{OFFICE}/layanan/index.md",
    "tim": f"{OFFICE}/2022/tim/index.md",
    "keputusan": f"{OFFICE}/2022/keputusan/sk-7-2022/index.md",
    "keputusan_dikutip": f"{OFFICE}/2022/keputusan/sk-2-2021/index.md",
    "sumber": f"{OFFICE}/2022/keputusan/sk-21-2022/sumber/index.md",
    "indeks": "indeks/index.md",
    "cari": "cari/index.md",
    "tentang": "tentang/index.md",
    "indeks_tahun": f"{OFFICE}/2022/indeks/index.md",
    "unduhan": f"{OFFICE}/2022/unduhan/index.md",
}
KINDS = {name: uri.removesuffix("index.md") for name, uri in PAGES.items()} | {
    "kamus": "kamus/",
    "panduan": "panduan/",
}
"""The addresses of the same, and of two hand-written pages."""
