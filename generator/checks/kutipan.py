"""Rules of quotation: the data holds every word of the decree's tables, and no word that is not there.

A changed word breaks a cell of the source as well as a text of the data; it is one mistake and reported once, where
the data can be mended. A cell that no text of the data explains is reported in the source.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.checks.chains import SHORT, Leftover, QuotedText, find_left_over, list_table_texts
from generator.checks.comparison import (
    KeputusanComparison,
    compare,
    find_difference,
    find_nearest_text,
    list_words,
    valid,
)
from generator.checks.letak import has_gap
from generator.checks.shared import check_of_year, find_naskah, list_names
from generator.findings import Finding, Place, Rule, Severity, quote
from generator.model.base import Record
from generator.model.isi import Tahun
from generator.model.jenis import Baris
from generator.model.keputusan import Keputusan
from generator.model.naskah import Naskah, Sel, squash
from generator.model.rencana import BerkasRencana

KUTIPAN = Rule("kutipan", "Teks kutipan sama dengan bunyi naskah pada baris asalnya.")
ASAL_KELIRU = Rule("asal-keliru", "Baris asal adalah baris tempat teksnya memang tertulis.")
SEL_HILANG = Rule("sel-hilang", "Setiap sel tabel keputusan disalin utuh ke dalam data.")
LAMPIRAN_BELUM_DISALIN = Rule(
    "lampiran-belum-disalin", "Setiap lampiran keputusan sudah disalin ke dalam data.", Severity.PERINGATAN
)

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a decree the data quotes, and how much of what the data quotes is in the decree."""

    keputusan: str
    sel: int
    sel_covered: int
    kutipan: int
    kutipan_covered: int
    sel_uncopied: int
    findings: tuple[Finding, ...]


def measure_coverage(tahun: Tahun) -> tuple[Coverage, ...]:
    """Return the coverage of every decree of the year whose text is held."""
    rows = list(list_table_texts(tahun))
    known = {name for keputusan in tahun.keputusan for name in list_names(keputusan)}
    # A text that a reported mistake leaves without a decree may be the very one that a cell lacks.
    stray = [text for _, kode, texts in rows if kode not in known for text in texts]
    compared = []
    for keputusan in tahun.keputusan:
        naskah = find_naskah(tahun, keputusan)
        if naskah is not None:
            own = [(berkas, text) for berkas, kode, texts in rows if kode in list_names(keputusan) for text in texts]
            compared.append(compare(keputusan, naskah, own))
    for one in compared:
        last = len(one.naskah.baris)
        stray += [text for berkas, text in one.quoted if id(berkas) in one.misplaced or not valid(text.asal, last)]
    return tuple(_coverage(tahun, one, stray) for one in compared)


@check_of_year(KUTIPAN, ASAL_KELIRU, SEL_HILANG, LAMPIRAN_BELUM_DISALIN)
def check_kutipan(tahun: Tahun) -> Iterator[Finding]:
    """Every non-empty cell of a decree's tables occurs in the data, and every quoted text in the lines of its asal."""
    for coverage in measure_coverage(tahun):
        yield from coverage.findings


def _coverage(tahun: Tahun, one: KeputusanComparison, stray: Sequence[QuotedText]) -> Coverage:
    skipped = one.keputusan.baris_belum_disalin(len(one.naskah.baris))
    seen = [cell for cell in one.sel if cell.baris not in skipped]
    lost = [rest for rest in one.leftovers if rest.sel.baris not in skipped]
    required = [text for _, text in one.quoted if text.required]
    return Coverage(
        keputusan=one.keputusan.kode,
        sel=len(seen),
        sel_covered=len(seen) - len(lost),
        kutipan=len(required) + len(one.body),
        kutipan_covered=len(required) + len(one.body) - len(one.strange) - len(one.different),
        sel_uncopied=len(one.sel) - len(seen),
        findings=(
            *_findings(tahun, one, lost, stray),
            *(_skipped(one.keputusan, index, len(one.sel) - len(seen)) for index in _uncopied(one.keputusan)),
        ),
    )


def _findings(
    tahun: Tahun, one: KeputusanComparison, lost: list[Leftover], stray: Sequence[QuotedText]
) -> Iterator[Finding]:
    naskah = one.naskah
    if one.has_wrong_source:
        yield _wrong_source(one)
        return
    yield from (_wrong_keputusan(berkas, one) for berkas in one.misplaced.values())
    yield from (_changed(text, list_words(naskah, text), naskah, _asal(text.asal)) for text in one.different)
    owner = {id(text): id(berkas) for berkas, text in one.quoted}
    strange = [text for text in one.strange if owner[id(text)] not in one.misplaced and not text.repeats]
    causes = _explain(lost, strange, stray, len(naskah.baris))
    for text in strange:
        if rest := causes.changed.get(id(text)):
            yield _changed(text, rest.teks, naskah, f"L{rest.sel.baris}")
        elif id(text.row) not in causes.moved:
            yield _absent(text, naskah)
    broken = {rest.sel.baris for rest in lost}
    # Where a cell is broken, a text that says a part of it again is lost with it.
    for text in one.strange:
        if text.repeats and broken.isdisjoint(text.lines(len(naskah.baris))):
            yield _absent(text, naskah)
    for record in {id(text.row): text.row for text in strange}.values():
        if lines := causes.moved.get(id(record)):
            yield _moved(record, lines, naskah)
    # A row that lacks words of its decree is reported already; its cell is not lost as well.
    gaps = {first for _, butir in tahun.semua_butir() if has_gap(butir) for first, _ in butir.asal}
    doubtful = tahun.baris_ragu
    # A cell may be missing only because the record that quotes it could not be read.
    if doubtful is not None:
        known = [rest for rest in causes.unexplained if not (rest.is_whole and rest.sel.baris in gaps)]
        yield from _lost_cells(naskah, [rest for rest in known if rest.sel.baris not in doubtful])


@dataclass(slots=True)
class _Causes:
    """Which mistake in the data explains which cell that the quoted texts do not make up."""

    changed: dict[int, Leftover] = field(default_factory=dict)
    """By text: the cell from which it differs."""
    moved: dict[int, set[int]] = field(default_factory=dict)
    """By record: the lines where its texts really stand."""
    unexplained: list[Leftover] = field(default_factory=list)
    """Cells that nothing explains."""


def _explain(
    lost: Sequence[Leftover], strange: Sequence[QuotedText], stray: Sequence[QuotedText], last_line: int
) -> _Causes:
    causes = _Causes()
    per_line = Counter(rest.sel.baris for rest in lost)
    homeless = {id(text) for text in stray}
    for rest in lost:
        line = rest.sel.baris
        here = [text for text in strange if line in text.lines(last_line)]
        elsewhere = [text for text in (*strange, *stray) if line not in text.lines(last_line) or id(text) in homeless]
        alone = here[0] if len(here) == per_line[line] == 1 else None
        # The likeliest cause first: a changed text, texts quoted with the wrong line, the only text of the line.
        if twin := find_nearest_text(rest.teks, here) or find_nearest_text(rest.sel.teks, here):
            causes.changed[id(twin)] = rest
        elif found := _made_of(rest.sel, elsewhere) or _made_of(replace(rest.sel, teks=rest.teks), elsewhere):
            for text in found:
                causes.moved.setdefault(id(text.row), set()).add(line)
        elif alone is not None:
            causes.changed[id(alone)] = rest
        else:
            causes.unexplained.append(rest)
    return causes


def _made_of(cell: Sel, texts: Sequence[QuotedText]) -> list[QuotedText]:
    """Return the texts quoted from other lines that make up the whole cell, or none."""
    whole = squash(cell.teks)
    holder = next((text for text in texts if whole in text.squashed), None)
    if holder is not None and len(whole) >= SHORT:
        return [holder]
    left = find_left_over(cell, texts, cut=True)
    return [] if left.teks else list(left.used)


def _uncopied(keputusan: Keputusan) -> list[int]:
    return [index for index, lampiran in enumerate(keputusan.lampiran) if not lampiran.disalin]


def _lost_cells(naskah: Naskah, lost: Sequence[Leftover]) -> Iterator[Finding]:
    """Yield one finding per line of the source: a row that was left out is one mistake, not one per cell."""
    by_line: dict[int, list[Leftover]] = defaultdict(list)
    for rest in lost:
        by_line[rest.sel.baris].append(rest)
    for line, cells in by_line.items():
        first = cells[0].sel
        column = len("\t".join(naskah.kolom(line)[: first.kolom])) + (2 if first.kolom else 1)
        shown = ", ".join(_lost_cell(rest) for rest in cells[:_SHOWN])
        more = f", dan {len(cells) - _SHOWN} sel lain" if len(cells) > _SHOWN else ""
        near = next((rest.neighbour for rest in cells if rest.neighbour), None)
        suggestion = f"tambahkan L{line} pada asal butir yang memuatnya, atau salin barisnya"
        if near is not None:
            place = near.place
            suggestion = f"bandingkan dengan {place.file}:{place.line}"
        message = f"isi naskah ini tidak ada utuh dalam data: {shown}{more}"
        yield Finding(Place(naskah.berkas, line, column), SEL_HILANG, message, suggestion)


def _lost_cell(rest: Leftover) -> str:
    if rest.is_whole or not rest.teks:
        return f"sel c{rest.sel.kolom} {quote(rest.sel.teks)}"
    return f"{quote(rest.teks)} dalam sel c{rest.sel.kolom}"


def _changed(text: QuotedText, source: str, naskah: Naskah, where: str) -> Finding:
    pair = find_difference(text.printed, source)
    if pair is None:
        return _absent(text, naskah)
    message = f"teks berbeda dari naskah: di sini {quote(pair[0])}, di naskah {quote(pair[1])}"
    return Finding(text.place, KUTIPAN, message, f"samakan dengan {naskah.kode} {where}")


def _absent(text: QuotedText, naskah: Naskah) -> Finding:
    message = f"teks ini tidak ada pada baris asalnya ({_asal(text.asal)}) di {naskah.kode}"
    return Finding(text.place, KUTIPAN, message, "salin lagi dari naskah, atau perbaiki nomor baris asal")


def _moved(record: Record, lines: set[int], naskah: Naskah) -> Finding:
    true = ", ".join(f"L{line}" for line in sorted(lines))
    return Finding(record.place("asal"), ASAL_KELIRU, f"teksnya tertulis di {true} {naskah.kode}", f"tulis {true}")


def _wrong_keputusan(berkas: BerkasRencana, one: KeputusanComparison) -> Finding:
    message = f"hampir seluruh isi berkas ini tidak ada dalam naskah {one.naskah.kode}"
    return Finding(berkas.place("keputusan"), KUTIPAN, message, "periksa keputusan mana yang memuatnya")


def _wrong_source(one: KeputusanComparison) -> Finding:
    message = f"hampir seluruh isi keputusan ini tidak ada dalam naskah {one.naskah.kode}"
    return Finding(one.keputusan.place("sumber"), KUTIPAN, message, "periksa nama berkas naskahnya")


def _skipped(keputusan: Keputusan, index: int, cells: int) -> Finding:
    lampiran = keputusan.lampiran[index]
    message = f"{lampiran.nomor} belum disalin ({cells} sel naskah belum diperiksa)"
    suggestion = "salin isinya ke dalam data"
    return Finding(lampiran.place("disalin"), LAMPIRAN_BELUM_DISALIN, message, suggestion)


def _asal(asal: Baris) -> str:
    return ", ".join(f"L{first}" if first == last else f"L{first}-{last}" for first, last in asal)
