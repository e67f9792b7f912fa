"""An office's year as a view: everything that pages and exports ask of it, each answer computed once, on first use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator import routes
from generator.model.bukti import Bukti
from generator.model.isi import Kantor, Kosakata, Letak, LetakBagian, Tahun, walk, walk_bagian
from generator.model.layanan import Survei
from generator.model.perubahan import Commit, JejakBagian, RiwayatTahun
from generator.model.rencana import Indikator
from generator.model.situs import Situs, StatusBaku
from generator.progress import Grounds, LembarKerja, Penilaian, list_bukti_tampil
from generator.views.ahead import find_ahead
from generator.views.changes import BarisPerubahan, Wording, find_since, find_today, list_perubahan
from generator.views.counts import Ringkasan, summarize_indikator
from generator.views.evidence import BuktiTercatat, link_lke, list_bukti
from generator.views.facts import RowFacts, list_facts
from generator.views.glance import Freshness, PlanGlance, assess_freshness, find_bulan_kini, list_bulan, list_glances
from generator.views.late import Keterlambatan, Penundaan, list_terlambat, list_tertunda
from generator.views.measures import Series, list_series
from generator.views.names import Link
from generator.views.register import BarisPublikasi, Publisher, list_publikasi
from generator.views.reports import Laporan, ReportMaterial, list_laporan
from generator.views.rows import BarisEntri, BarisKali, BarisTahap, link_indikator, list_entri, list_kali, list_tahap
from generator.views.section import Dataset, Sections
from generator.views.squares import Legend, Square, build_squares, list_signs
from generator.views.two_years import DuaTahun, Side, compare_years, list_sides
from generator.views.worksheets import LembarKerjaTampil, list_lembar_kerja, list_lke


# Compared by identity: it keeps its answers, and comparing by value would walk two whole years.
@dataclass(frozen=True, eq=False)
class YearView:
    """One year of one office on one day. It never reads another office."""

    sections: Sections[YearView]
    situs: Situs
    kosakata: Kosakata
    kantor: Kantor
    tahun: Tahun
    nilai: Penilaian
    """Its state on the day."""
    riwayat: RiwayatTahun | None = None
    """Its history; None where none was read."""
    before: YearView | None = None
    """The office's year before, if both have a plan of the same kind here."""

    @cached_property
    def daftar_bagian(self) -> tuple[LetakBagian, ...]:
        """Every kegiatan and komponen where it stands, in plan order."""
        return tuple(walk_bagian(self.tahun))

    @cached_property
    def letak(self) -> tuple[Letak, ...]:
        """Every indikator where it stands, in plan order."""
        return tuple(walk(self.tahun))

    @cached_property
    def link_indikator(self) -> Mapping[str, Link]:
        """The link to each indikator, by its kode, in plan order."""
        return link_indikator(self.letak)

    @cached_property
    def tahap(self) -> tuple[BarisTahap, ...]:
        """Every tahap of every indikator in force, in plan order."""
        return tuple(list_tahap(self.letak, self.nilai))

    @cached_property
    def kali(self) -> tuple[BarisKali, ...]:
        """Every occurrence of every tahap, in plan order."""
        return tuple(list_kali(self.tahap))

    @cached_property
    def entri(self) -> tuple[BarisEntri, ...]:
        """The entries that count, in plan order."""
        return tuple(list_entri(self.letak, self.nilai))

    @cached_property
    def ukuran(self) -> tuple[Series, ...]:
        """Every measure with its values, in plan order."""
        return tuple(list_series(self.letak, self.nilai))

    @cached_property
    def bukti_tampil(self) -> tuple[Bukti, ...]:
        """The evidence known by the day, in the register's order."""
        return list_bukti_tampil(self.tahun, self.nilai.log, self.nilai.hari)

    @cached_property
    def bukti(self) -> tuple[BuktiTercatat, ...]:
        """The evidence known by the day, each piece with what it serves, in the register's order."""
        lke = link_lke(self.tahun, self.nilai, self.kosakata.instrumen)
        return tuple(list_bukti(self.tahun, self.nilai, self.bukti_tampil, self.link_indikator, lke))

    @cached_property
    def bukti_berkode(self) -> Mapping[str, Bukti]:
        """All evidence of the register by its kode."""
        return {bukti.kode: bukti for bukti in self.tahun.bukti}

    @cached_property
    def lembar(self) -> tuple[LembarKerja, ...]:
        """The worksheets (LKE) that exist on the day, oldest first."""
        return list_lembar_kerja(self.tahun, self.nilai, self.kosakata.instrumen)

    @cached_property
    def lke(self) -> tuple[LembarKerjaTampil, ...]:
        """The worksheets as they are shown, newest first."""
        return list_lke(self.tahun, self.lembar)

    @cached_property
    def survei(self) -> tuple[Survei, ...]:
        """The surveys that exist on the day."""
        return tuple(survei for survei in self.tahun.survei if survei.tanggal <= self.nilai.hari)

    @cached_property
    def laporan(self) -> tuple[Laporan, ...]:
        """The reports, in order of time."""
        material = ReportMaterial(self.kosakata, self.tahun, self.nilai, self.kali, self.entri, self.bukti)
        return tuple(list_laporan(material))

    @cached_property
    def terlambat(self) -> tuple[Keterlambatan, ...]:
        """What is late, the longest late first."""
        return tuple(list_terlambat(self.tahun, self.nilai, self.tahap))

    @cached_property
    def facts(self) -> Mapping[str, RowFacts]:
        """What every form of the data says of each indikator in force, by its kode."""
        return dict(list_facts(self.nilai, self.kali, self.terlambat))

    @cached_property
    def tertunda(self) -> tuple[Penundaan, ...]:
        """What has been put off, in plan order."""
        return tuple(list_tertunda(self.tahap))

    @cached_property
    def bulan(self) -> tuple[int, ...]:
        """The months that have a page."""
        return tuple(list_bulan(self.tahun.tahun, self.kali, self.entri))

    @property
    def bulan_kini(self) -> int | None:
        """The month to show first; None without any."""
        return find_bulan_kini(self.tahun.tahun, self.nilai.per_tanggal, self.bulan)

    @property
    def melapor(self) -> bool:
        """Whether the office reports its realisation here by the day."""
        pelaporan = self.tahun.setelan.pelaporan
        return pelaporan is not None and pelaporan <= self.nilai.hari and bool(self.tahun.rencana)

    @cached_property
    def glances(self) -> tuple[PlanGlance, ...]:
        """Each plan at a glance: its counts, and its areas month by month."""
        return tuple(list_glances(self.kosakata, self.tahun, self.nilai))

    @property
    def kesegaran(self) -> Freshness:
        """How fresh its data are."""
        return assess_freshness(self.nilai, self.riwayat)

    def summarize(self, daftar_indikator: Iterable[Indikator]) -> Ringkasan:
        """Return the counts of some of its indikator."""
        return summarize_indikator(self.kosakata, self.nilai, daftar_indikator)

    def status(self, indikator: Indikator) -> StatusBaku | None:
        """Return the status of an indikator; None when it is not in force."""
        return self.kosakata.status.get(self.nilai.status(indikator.kode) or "")

    @cached_property
    def _squares(self) -> Mapping[str, tuple[Square, ...]]:
        """The squares of every indikator, by its kode."""
        rows = (letak.indikator for letak in self.letak)
        return {row.kode: build_squares(self.kosakata, self.tahun, self.nilai, row) for row in rows}

    def squares(self, indikator: Indikator) -> tuple[Square, ...]:
        """Return the squares of an indikator's year; none where its months are unknown."""
        return self._squares[indikator.kode]

    def signs(self, daftar_indikator: Iterable[Indikator]) -> Legend:
        """Return the signs in the squares of some indikator that need to be explained."""
        return list_signs(self.kosakata, ((row, self.squares(row)) for row in daftar_indikator))

    @cached_property
    def words(self) -> Wording:
        """The vocabulary in which changes of the data are described."""
        return Wording(self.kosakata.status, {one.kode: one.data for one in self.sections.daftar if one.data})

    @cached_property
    def perubahan(self) -> tuple[BarisPerubahan, ...]:
        """The changes of its data, newest first, without what is not known yet on the day."""
        today = find_today(self.tahun, self.letak, self.nilai.log, self.bukti)
        return list_perubahan(self.riwayat, today, self.words, find_ahead(self.tahun, self.nilai, self.bukti_tampil))

    def sejak(self, kode: str, jenis: str) -> Commit | None:
        """Return the commit that brought an area, kegiatan or komponen of a plan (rb or zi), or its whole plan."""
        jejak = self.jejak.get(jenis)
        return find_since(self.perubahan, kode, jenis) or (jejak.sejak if jejak else None)

    @property
    def jejak(self) -> Mapping[str, JejakBagian]:
        """Since when each section of its data has held something, as far as the history tells."""
        return self.riwayat.bagian if self.riwayat else {}

    @property
    def sebab_riwayat(self) -> str | None:
        """Why its history is not known, in words; None if it is known, or was not read."""
        return self.riwayat.sebab if self.riwayat else None

    @cached_property
    def berisi(self) -> Mapping[str, Link]:
        """The sections that hold what the register of publication asks for, by their kode."""
        return {
            section.kode: Link(section.judul, section.alamat(self))
            for section in self.sections.daftar
            if section.berisi and section.berisi(self)
        }

    @cached_property
    def publikasi(self) -> tuple[BarisPublikasi, ...]:
        """The register of publication indicators in force, in plan order."""
        known = frozenset(one.bukti.kode for one in self.bukti if one.bukti.terbuka)
        recorded = self.riwayat.tanggal_dicatat if self.riwayat else None
        grounds = Grounds(self.tahun, self.kantor.layanan, self.nilai, recorded)
        publisher = Publisher(self.kosakata, grounds, self.berisi, known, self.jejak)
        return tuple(list_publikasi(self.letak, publisher))

    @cached_property
    def sides(self) -> Mapping[str, Side]:
        """Every indikator as one side of two years, by its kode."""
        return list_sides(self.kosakata, self.nilai, self.letak)

    @cached_property
    def dua_tahun(self) -> DuaTahun | None:
        """The year beside the one before; None where there is nothing to compare."""
        before = self.before
        return compare_years(self.kosakata, before.tahun, self.tahun, before.sides, self.sides) if before else None

    @cached_property
    def himpunan(self) -> tuple[Dataset[YearView], ...]:
        """The sets of open data that it has."""
        return tuple(dataset for dataset in self.sections.himpunan if dataset.ada(self))

    @property
    def alamat(self) -> str:
        """Its address."""
        return routes.tahun(self.tahun)
