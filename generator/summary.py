"""What the check has counted, as tables of text: coverage, totals and marks of every decree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator import routes
from generator.checks.kutipan import measure_coverage
from generator.checks.month_marks import PlanCount, count_rencana, list_differences
from generator.findings import Finding, count_galat
from generator.model.isi import Isi, Tahun
from generator.model.periode import BULAN_PENDEK
from generator.progress import Penilaian


def summarize(isi: Isi, penilaian: Mapping[str, Penilaian], *, detailed: bool) -> str:
    """Return the tables; with ``detailed`` also each indikator whose months differ from its marks, and why.

    Args:
        isi: the content.
        penilaian: the state of each year, by its address.
        detailed: whether to name every difference.
    """
    years = tuple(isi.semua_tahun())
    blocks: list[tuple[str, tuple[str, ...], Iterable[tuple[str, ...]]]] = [
        ("Cakupan naskah", ("keputusan", "sel dalam data", "kutipan pada asalnya", "belum disalin"), _coverage(years)),
        ("Jumlah", ("keputusan", "area", "kegiatan", "sub", "indikator"), _totals(years)),
        ("Bulan: indikator menurut jadwal", ("keputusan", *BULAN_PENDEK), _months(years)),
        ("Tanda bulan", ("keputusan", "baris", "tanda", "dirujuk", "beda dari tanda, menurut keadaan"), _marks(years)),
    ]
    log = tuple(_log(years, penilaian))
    if log:
        heads: tuple[str, ...] = ("tahun", "entri", "tampil", "belum tampil", "keadaan per")
        blocks.append(("Realisasi: entri sesudah keadaan data belum tampil di situs", heads, log))
    if detailed:
        heads = ("indikator", "baris", "tanda", "bulan", "keadaan", "penjelasan")
        blocks.append(("Bulan yang berbeda dari tandanya", heads, _differences(years)))
    return "".join(_table(title, heads, tuple(rows)) for title, heads, rows in blocks)


def format_verdict(findings: Sequence[Finding]) -> str:
    """Return the last line of a check: how many findings forbid a build, and how many do not."""
    wrong = count_galat(findings)
    return f"{wrong} galat, {len(findings) - wrong} peringatan"


def _coverage(years: Sequence[Tahun]) -> Iterator[tuple[str, ...]]:
    for tahun in years:
        for one in measure_coverage(tahun):
            cells, texts = f"{one.sel_covered}/{one.sel}", f"{one.kutipan_covered}/{one.kutipan}"
            yield _name(tahun, one.keputusan), cells, texts, str(one.sel_uncopied)


def _log(years: Sequence[Tahun], penilaian: Mapping[str, Penilaian]) -> Iterator[tuple[str, ...]]:
    for tahun in years:
        nilai = penilaian.get(routes.tahun(tahun))
        if tahun.realisasi and nilai:
            total, shown = len(tahun.realisasi), len(nilai.log.entri)
            name = f"{tahun.satker.kode} {tahun.tahun}"
            yield name, str(total), str(shown), str(total - shown), nilai.hari.isoformat()


def _totals(years: Sequence[Tahun]) -> Iterator[tuple[str, ...]]:
    for name, _, one in _plans(years):
        yield name, *map(str, (one.area, one.bagian, one.sub_kegiatan, one.indikator))


def _months(years: Sequence[Tahun]) -> Iterator[tuple[str, ...]]:
    for name, _, one in _plans(years):
        yield name, *map(str, one.per_bulan)


def _marks(years: Sequence[Tahun]) -> Iterator[tuple[str, ...]]:
    for name, tahun, one in _plans(years):
        kinds = Counter(row.keadaan for row in list_differences(tahun, one.keputusan))
        words = ", ".join(f"{kind} {number}" for kind, number in sorted(kinds.items())) or "tidak ada"
        yield name, str(one.marked_lines), str(one.marks), str(one.claimed_lines), words


def _differences(years: Sequence[Tahun]) -> Iterator[tuple[str, ...]]:
    for _, tahun, one in _plans(years):
        for row in list_differences(tahun, one.keputusan):
            lines = " ".join(f"L{line}" for line in row.baris) or "-"
            kode = f"{tahun.satker.kode} {row.kode}"
            yield kode, lines, str(row.marks), str(row.bulan), row.keadaan, row.catatan


def _plans(years: Sequence[Tahun]) -> Iterator[tuple[str, Tahun, PlanCount]]:
    for tahun in years:
        for one in count_rencana(tahun):
            yield _name(tahun, one.keputusan), tahun, one


def _name(tahun: Tahun, keputusan: str) -> str:
    return f"{tahun.satker.kode} {keputusan}"


def _table(title: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Return an aligned table; the last column keeps its own width."""
    if not rows:
        return ""
    widths = [max(len(row[column]) for row in (heads, *rows)) for column in range(len(heads))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in (heads, *rows)
    ]
    return "\n".join((title, *lines, "", ""))
