"""The sections of the site: one entry each, in the order of the menu."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator import routes
from generator.model.sidik import SumberSidik
from generator.views import Section, YearView

# A fingerprint is of records as they are written. What follows from other records, from the day, or from where the site
# puts things is left out: a new rule or a new page must not spoil a sheet that has been printed.
_DERIVED = ("url",)
_DERIVED_PLAN = (
    *_DERIVED,
    *("status", "bukti", "capaian", "kali", "jatuh_tempo", "hari_terlambat", "bulan_terbukti", "tim", "register"),
)
_DERIVED_TIM = (*_DERIVED, "berlaku", "berlaku_sejak", "berlaku_sampai")
_DERIVED_LOG = (*_DERIVED, "dikoreksi_oleh")
_DERIVED_EVIDENCE = (*_DERIVED, "indikator", "lke")
_DERIVED_REPORT = (*_DERIVED_LOG, "jatuh_tempo", "nama_indikator", "lke", "dilepas", "ditunda_ke_periode_ini")


def _own(name: str) -> Callable[[YearView], str]:
    """Return the address of a section that has a page of its own under the year's."""
    return lambda year: routes.bagian_tahun(year.tahun, name)


def _records(
    name: str, *path: str | int, without: tuple[str, ...] = _DERIVED
) -> Callable[[YearView], tuple[SumberSidik, ...]]:
    """Return what is hashed of a section whose records stand in one file of its year."""
    return lambda year: (SumberSidik(routes.data(year.tahun, f"{name}.json"), path, without),)


def _office_records(
    name: str, *path: str | int, without: tuple[str, ...] = _DERIVED
) -> Callable[[YearView], tuple[SumberSidik, ...]]:
    """Return what is hashed of a section whose records stand in one file of its office."""
    return lambda year: (SumberSidik(routes.data_kantor(year.tahun.satker, f"{name}.json"), path, without),)


def _plan(jenis: str) -> Section[YearView]:
    return Section(
        jenis,
        f"Rencana {jenis.upper()}",
        lambda year: routes.rencana(year.tahun, jenis),
        ada=lambda year: year.tahun.rencana_jenis(jenis) is not None,
        tingkat=1,
        data=f"Rencana {jenis.upper()}",
        berisi=lambda year: year.tahun.rencana_jenis(jenis) is not None,
        sidik=_records(jenis, "area", without=_DERIVED_PLAN),
    )


def _glance(year: YearView) -> Iterator[SumberSidik]:
    """Yield what is hashed of the year at a glance: its plans, its decrees, its log."""
    for rencana in year.tahun.rencana:
        yield from _records(rencana.jenis, "area", without=_DERIVED_PLAN)(year)
    yield from _records("keputusan", "keputusan")(year)
    yield from _records("realisasi", "entri", without=_DERIVED_LOG)(year)


def _latest_report(year: YearView) -> str:
    return routes.laporan(year.tahun, year.laporan[-1].periode)


DAFTAR: tuple[Section[YearView], ...] = (
    Section(
        "ringkasan",
        "Ringkasan tahun",
        lambda year: routes.tahun(year.tahun),
        ada=lambda _: True,
        tingkat=1,
        judul_menu=lambda _: "Ringkasan",
        berisi=lambda year: bool(year.tahun.rencana),
        sidik=lambda year: tuple(_glance(year)),
    ),
    _plan("rb"),
    _plan("zi"),
    Section(
        "bulan",
        "Bulan",
        lambda year: routes.bulan(year.tahun, year.bulan_kini or 1),
        ada=lambda year: bool(year.bulan),
        tingkat=2,
    ),
    Section("terlambat", "Terlambat", _own("terlambat"), ada=lambda year: year.melapor, tingkat=2),
    Section(
        "bukti",
        "Bukti",
        _own("bukti"),
        ada=lambda year: bool(year.bukti),
        tingkat=2,
        data="Daftar bukti",
        berisi=lambda year: bool(year.bukti),
        sidik=_records("bukti", "bukti", without=_DERIVED_EVIDENCE),
        cari="Bukti",
    ),
    Section(
        "laporan",
        "Laporan",
        _latest_report,
        ada=lambda year: bool(year.laporan),
        tingkat=2,
        data="Realisasi",
        berisi=lambda year: any(laporan.entri for laporan in year.laporan),
        # The page that the register names is that of the latest report.
        sidik=_records("laporan", "laporan", -1, without=_DERIVED_REPORT),
    ),
    Section(
        "publikasi",
        "Publikasi",
        _own("indikator-publikasi"),
        ada=lambda year: bool(year.publikasi),
        tingkat=2,
    ),
    Section("perubahan", "Perubahan", _own("perubahan"), ada=lambda _: True, tingkat=2),
    Section(
        "tim",
        "Tim",
        _own("tim"),
        ada=lambda year: year.tahun.daftar_tim is not None,
        tingkat=3,
        data="Susunan tim",
        berisi=lambda year: year.tahun.daftar_tim is not None,
        sidik=_records("tim", "tim", without=_DERIVED_TIM),
        cari="Tim",
    ),
    Section(
        "survei",
        "Survei",
        _own("survei"),
        ada=lambda year: bool(year.survei),
        tingkat=3,
        data="Survei",
        berisi=lambda year: bool(year.survei),
        sidik=_records("survei", "survei"),
        cari="Survei",
    ),
    Section(
        "lke-zi",
        "LKE ZI",
        _own("lke-zi"),
        ada=lambda year: bool(year.lembar),
        tingkat=3,
        data="LKE ZI",
        cari="LKE ZI",
    ),
    Section(
        "tahun-lalu",
        "Tahun lalu",
        _own("tahun-lalu"),
        ada=lambda year: year.before is not None,
        tingkat=3,
        judul_menu=lambda year: f"{year.before.tahun.tahun if year.before else ''} dan {year.tahun.tahun}",
    ),
    Section(
        "keputusan",
        "Keputusan",
        lambda year: f"{routes.tahun(year.tahun)}#keputusan",
        ada=lambda _: True,
        tingkat=3,
        data="Keputusan",
        berisi=lambda year: bool(year.tahun.keputusan),
        sidik=_records("keputusan", "keputusan"),
        cari="Keputusan",
    ),
    Section("indeks", "Indeks", _own("indeks"), ada=lambda year: bool(year.tahun.rencana), tingkat=3),
    Section("unduhan", "Unduhan", _own("unduhan"), ada=lambda _: True, tingkat=3),
    # Of the office, not of one of its years: on no year's menu.
    Section(
        "layanan",
        "Layanan",
        lambda year: routes.layanan(year.tahun.satker),
        ada=lambda year: year.kantor.ada_layanan,
        data="Layanan",
        berisi=lambda year: year.kantor.ada_layanan,
        sidik=_office_records("layanan", without=("versi", *_DERIVED)),
        cari="Layanan",
    ),
    Section(
        "kanal",
        "Kanal",
        lambda year: routes.kanal(year.tahun.satker),
        ada=lambda _: True,
        data="Kanal",
        berisi=lambda year: bool(year.tahun.satker.kanal),
        sidik=_office_records("kanal", "kanal"),
        cari="Kanal",
    ),
    # The year's own settings stand on no page of their own; the history tells of them.
    Section("setelan", "Setelan", lambda year: routes.tahun(year.tahun), ada=lambda _: False, data="Setelan tahun"),
)
"""Every section, in the order of the menu."""
