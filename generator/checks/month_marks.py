"""Rules of months: no month is claimed that the marks of the row do not allow, and no mark is dropped in silence.

Where the text stands in the header's own columns the marks are the months. A repaired reading (wajar) may move
marks, but keeps their number; a run that goes on past the year's edge ends there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.checks.mark_readings import WHOLE_YEAR
from generator.checks.shared import check_of_year
from generator.findings import Finding, Place, Rule
from generator.model.isi import Tahun, walk, walk_area
from generator.model.keputusan import Keputusan
from generator.model.naskah import Naskah, squash, strip_markup
from generator.model.periode import BULAN_PENDEK
from generator.model.rencana import BerkasRencana, Butir, Indikator, Jadwal, Keadaan

BULAN_DAN_TANDA = Rule("bulan-dan-tanda", "Bulan sebuah indikator cocok dengan tanda bulan pada baris asalnya.")
TANDA_HILANG = Rule("tanda-hilang", "Setiap baris naskah yang bertanda bulan dirujuk oleh sebuah butir.")

# The columns of January and December in the decrees' tables, the first column being 0.
_JANUARY, _DECEMBER = 5, 16
_GLIMPSE = 12
"""This many letters at its start or end show that a text is in a line, even if the rest is cut or misspelt."""


@dataclass(frozen=True, slots=True)
class PlanCount:
    """The totals of one decree's plan, for the golden file and the printed table."""

    keputusan: str
    area: int
    bagian: int
    sub_kegiatan: int
    indikator: int
    keadaan: tuple[tuple[str, int], ...]
    per_bulan: tuple[int, ...]
    """How many indikator are planned for each month."""
    marked_lines: int
    """Rows of the source that hold marks."""
    marks: int
    """Marks in those rows."""
    claimed_lines: int
    """Rows with marks that some record names."""


@check_of_year(BULAN_DAN_TANDA)
def check_marks(tahun: Tahun) -> Iterator[Finding]:
    """The months of an indikator are those that the marks of its own lines allow."""
    for indikator, rows in list_mismatches(tahun):
        yield _mismatch(indikator, rows)


def list_mismatches(tahun: Tahun) -> Iterator[tuple[Indikator, list[tuple[int, ...]]]]:
    """Yield each indikator whose months its marks do not allow, with the columns of its rows."""
    for naskah, _, indikator in list_rows(tahun):
        jadwal = indikator.jadwal
        if indikator.is_faulty("asal", "jadwal") or jadwal.is_faulty("bulan", "keadaan") or not is_sound(jadwal):
            continue
        rows = _marks(naskah, indikator)
        if not _allowed(indikator, rows, unmarked=len(rows) < len(list_lines(indikator, naskah))):
            yield indikator, rows


@check_of_year(TANDA_HILANG)
def check_marks_claimed(tahun: Tahun) -> Iterator[Finding]:
    """Every row of the source that holds marks is named by a record."""
    if tahun.tak_terbaca or tahun.baris_ragu:
        return
    astray = {indikator.jadwal.bulan for indikator, _ in list_mismatches(tahun)}
    for keputusan, naskah in _plans(tahun):
        claimed = _claimed(tahun, keputusan)
        for line in sorted(_marked(naskah) - claimed - keputusan.baris_belum_disalin(len(naskah.baris))):
            if naskah.sel(line) or _months(naskah.tanda(line)) in astray:
                continue  # reported already: its words are missing too, or an indikator lacks these very marks
            columns = ", ".join(f"c{column}" for column in naskah.tanda(line))
            yield Finding(
                Place(naskah.berkas, line),
                TANDA_HILANG,
                f"tanda bulan di baris ini ({columns}) tidak dirujuk butir mana pun",
                f"tambahkan L{line} pada asal indikatornya",
            )


def count_rencana(tahun: Tahun) -> tuple[PlanCount, ...]:
    """Return the totals of every plan of the year whose decree's text is held."""
    totals = []
    for keputusan, naskah in _plans(tahun):
        butir = [butir for berkas, butir in tahun.semua_butir() if _keputusan(berkas, butir) == keputusan.kode]
        kinds = Counter(type(item).__name__ for item in butir)
        rows = [item for item in butir if isinstance(item, Indikator)]
        marked = _marked(naskah)
        totals.append(
            PlanCount(
                keputusan=keputusan.kode,
                area=kinds["AreaRB"] + kinds["AreaZI"],
                bagian=kinds["Kegiatan"] + kinds["Komponen"],
                sub_kegiatan=kinds["SubKegiatan"],
                indikator=len(rows),
                keadaan=tuple((k.value, sum(row.jadwal.keadaan is k for row in rows)) for k in Keadaan),
                per_bulan=tuple(sum(month in row.bulan for row in rows) for month in WHOLE_YEAR),
                marked_lines=len(marked),
                marks=sum(len(naskah.tanda(line)) for line in marked),
                claimed_lines=len(marked & _claimed(tahun, keputusan)),
            )
        )
    return tuple(totals)


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One indikator whose months are not simply the marks of its row, and why."""

    kode: str
    baris: tuple[int, ...]
    marks: int
    bulan: int
    keadaan: str
    catatan: str


def list_differences(tahun: Tahun, keputusan: str) -> tuple[Mismatch, ...]:
    """Return every indikator of a decree whose months differ from the marks of its own rows, in plan order."""
    found = []
    for naskah, berkas, indikator in list_rows(tahun):
        rows = _marks(naskah, indikator)
        bulan = indikator.jadwal.bulan or ()
        if _keputusan(berkas, indikator) != keputusan or any(_months(marks) == bulan for marks in rows or [()]):
            continue
        found.append(
            Mismatch(
                kode=indikator.kode,
                baris=tuple(line for line in list_lines(indikator, naskah) if naskah.tanda(line)),
                marks=max(map(len, rows), default=0),
                bulan=len(bulan),
                keadaan=indikator.jadwal.keadaan.value,
                catatan=indikator.jadwal.catatan or indikator.catatan or "",
            )
        )
    return tuple(found)


def _allowed(indikator: Indikator, rows: list[tuple[int, ...]], *, unmarked: bool) -> bool:
    """Return whether one of the rows, or all of them together, can be read as the months that are claimed."""
    keadaan, bulan = indikator.jadwal.keadaan, indikator.jadwal.bulan or ()
    if keadaan is Keadaan.TIDAK_TERBACA:
        return True
    if keadaan is Keadaan.KOSONG:
        return unmarked
    # A record may name several rows, as where a page cuts it; their marks then count together.
    together = tuple(sorted({column for row in rows for column in row}))
    if keadaan is Keadaan.PASTI:
        return any(_certain(bulan, marks) for marks in (*rows, together))
    # Only where the reader moved the text may the marks be taken to have moved with it.
    shifts = range(-2, 3) if indikator.letak else range(1)
    return any(_sensible(bulan, marks, shifts) for marks in (*rows, together))


def _certain(bulan: tuple[int, ...], marks: tuple[int, ...]) -> bool:
    """Return whether the marks stand in the header's own columns, or fill the year and run beyond."""
    if bulan == WHOLE_YEAR and set(range(_JANUARY, _DECEMBER + 1)) <= set(marks):
        return True
    return bulan == _months(marks)


def _sensible(bulan: tuple[int, ...], marks: tuple[int, ...], shifts: range) -> bool:
    """Return whether the months keep the number of marks, or cut a run off at the year's edge."""
    if len(bulan) == len(marks):
        return True
    if not _run(marks):
        return False
    readings = [
        _months(column + shift for column in marks if _JANUARY <= column + shift <= _DECEMBER) for shift in shifts
    ]
    # A run that fits the year whole, once moved with its text, loses no mark.
    return max(map(len, readings)) < len(marks) and bulan in readings


def _months(columns: Iterable[int]) -> tuple[int, ...]:
    return tuple(column - _JANUARY + 1 for column in columns)


def _run(numbers: tuple[int, ...]) -> bool:
    return bool(numbers) and numbers == tuple(range(numbers[0], numbers[-1] + 1))


def list_rows(tahun: Tahun) -> Iterator[tuple[Naskah, BerkasRencana, Indikator]]:
    """Yield each indikator of a plan by months whose lines are rows of a held text, with that text and its file."""
    for letak in walk(tahun):
        berkas, butir = letak.berkas, letak.indikator
        if letak.rencana.rezim.periode == "triwulan":
            continue
        keputusan = tahun.keputusan_berkode(_keputusan(berkas, butir))
        naskah = tahun.naskah.get(keputusan.sumber or "") if keputusan else None
        if naskah is None or not butir.asal or not _stands_there(butir, naskah):
            continue
        if all(naskah.is_table_row(line) for line in list_lines(butir, naskah)):
            yield naskah, berkas, butir


def _stands_there(indikator: Indikator, naskah: Naskah) -> bool:
    """Return whether the record's lines exist and hold its words; elsewhere the marks are not its own."""
    if max(last for _, last in indikator.asal) > len(naskah.baris):
        return False
    held = squash(" ".join(strip_markup(naskah.baris[line - 1]) for line in list_lines(indikator, naskah)))
    return has_glimpse(held, indikator.nama or "")


def has_glimpse(held: str, nama: str) -> bool:
    """Return whether a squashed text holds the start or the end of a name, which a page may have cut."""
    name = squash(nama)
    return name[:_GLIMPSE] in held or name[-_GLIMPSE:] in held


def is_sound(jadwal: Jadwal) -> bool:
    """Return whether the schedule is free of mistakes that another rule reports."""
    known = jadwal.keadaan.terbaca
    return known == bool(jadwal.bulan) and list(jadwal.bulan or ()) == sorted(set(jadwal.bulan or ()))


def _marks(naskah: Naskah, butir: Butir) -> list[tuple[int, ...]]:
    """Return the mark columns of the record's lines that hold any."""
    return [marks for line in list_lines(butir, naskah) if (marks := naskah.tanda(line))]


def list_lines(butir: Butir, naskah: Naskah) -> list[int]:
    """Return the record's lines that are rows of a table, page headers aside."""
    held = range(1, len(naskah.baris) + 1)
    named = [line for first, last in butir.asal for line in range(first, last + 1) if line in held]
    return [line for line in named if naskah.baris[line - 1].strip() and not naskah.is_table_head(line)]


def _plans(tahun: Tahun) -> Iterator[tuple[Keputusan, Naskah]]:
    """Yield the decrees that hold a plan and whose text is held."""
    cited = {letak.berkas.keputusan for letak in walk_area(tahun)}
    for keputusan in tahun.keputusan:
        naskah = tahun.naskah.get(keputusan.sumber or "")
        if keputusan.kode in cited and naskah is not None:
            yield keputusan, naskah


def _keputusan(berkas: BerkasRencana, butir: Butir) -> str:
    return berkas.keputusan_butir(butir)


def _marked(naskah: Naskah) -> set[int]:
    lines = range(1, len(naskah.baris) + 1)
    return {
        line for line in lines if naskah.is_table_row(line) and not naskah.is_table_head(line) and naskah.tanda(line)
    }


def _claimed(tahun: Tahun, keputusan: Keputusan) -> set[int]:
    rows = (butir for berkas, butir in tahun.semua_butir() if _keputusan(berkas, butir) == keputusan.kode)
    return {line for butir in rows for first, last in butir.asal for line in range(first, last + 1)}


def _mismatch(indikator: Indikator, rows: list[tuple[int, ...]]) -> Finding:
    columns = " dan ".join(", ".join(f"c{column}" for column in row) for row in rows) or "tidak ada tanda"
    months = ", ".join(BULAN_PENDEK[month - 1] for month in indikator.jadwal.bulan or ()) or "tanpa bulan"
    return Finding(
        indikator.jadwal.place("bulan"),
        BULAN_DAN_TANDA,
        f"jadwal {indikator.jadwal.keadaan} ({months}) tidak cocok dengan tanda pada baris asalnya ({columns})",
        "cocokkan bulan dengan naskah, atau ubah keadaan dan jelaskan dalam catatan",
    )
