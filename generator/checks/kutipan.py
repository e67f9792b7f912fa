"""Rules of quotation: the data holds every word of the decree's tables, and no word that is not there.

A changed word breaks a cell of the source as well as a text of the data; it is one mistake and reported once, where
the data can be mended. A cell that no text of the data explains is reported in the source.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.checks.aturan import names, naskah_of
from generator.checks.banding import Perbandingan, compare, valid, words
from generator.checks.beda import difference, nearest_text
from generator.checks.letak import has_gap
from generator.checks.petikan import Petikan, table_texts
from generator.checks.rantai import SHORT, Sisa, left_over
from generator.checks.registration import of_year
from generator.findings import Finding, Rule, Tempat, Tingkat, quote
from generator.model.base import Rekaman
from generator.model.isi import Tahun
from generator.model.jenis import Baris
from generator.model.keputusan import Keputusan
from generator.model.naskah import Naskah, Sel, squash
from generator.model.rencana import BerkasRencana

KUTIPAN = Rule("kutipan", "Teks kutipan sama dengan bunyi naskah pada baris asalnya.")
ASAL_KELIRU = Rule("asal-keliru", "Baris asal adalah baris tempat teksnya memang tertulis.")
SEL_HILANG = Rule("sel-hilang", "Setiap sel tabel keputusan disalin utuh ke dalam data.")
LAMPIRAN_BELUM_DISALIN = Rule(
    "lampiran-belum-disalin", "Setiap lampiran keputusan sudah disalin ke dalam data.", Tingkat.PERINGATAN
)

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Cakupan:
    """How much of a decree the data quotes, and how much of what the data quotes is in the decree."""

    keputusan: str
    sel: int
    sel_tercakup: int
    kutipan: int
    kutipan_tercakup: int
    sel_tak_disalin: int
    findings: tuple[Finding, ...]


def measure_cakupan(tahun: Tahun) -> tuple[Cakupan, ...]:
    """Return the coverage of every decree of the year whose text is held."""
    rows = list(table_texts(tahun))
    known = {name for keputusan in tahun.keputusan for name in names(keputusan)}
    # A text that a reported mistake leaves without a decree may be the very one that a cell lacks.
    stray = [text for _, kode, texts in rows if kode not in known for text in texts]
    compared = []
    for keputusan in tahun.keputusan:
        naskah = naskah_of(tahun, keputusan)
        if naskah is not None:
            own = [(berkas, text) for berkas, kode, texts in rows if kode in names(keputusan) for text in texts]
            compared.append(compare(keputusan, naskah, own))
    for one in compared:
        last = len(one.naskah.baris)
        stray += [text for berkas, text in one.petikan if id(berkas) in one.nyasar or not valid(text.asal, last)]
    return tuple(_cakupan(tahun, one, stray) for one in compared)


@of_year(KUTIPAN, ASAL_KELIRU, SEL_HILANG, LAMPIRAN_BELUM_DISALIN)
def check_kutipan(tahun: Tahun) -> Iterator[Finding]:
    """Every non-empty cell of a decree's tables occurs in the data, and every quoted text in the lines of its asal."""
    for cakupan in measure_cakupan(tahun):
        yield from cakupan.findings


def _cakupan(tahun: Tahun, one: Perbandingan, stray: Sequence[Petikan]) -> Cakupan:
    skipped = one.keputusan.baris_belum_disalin(len(one.naskah.baris))
    seen = [cell for cell in one.sel if cell.baris not in skipped]
    lost = [rest for rest in one.sisa if rest.sel.baris not in skipped]
    required = [text for _, text in one.petikan if text.wajib]
    return Cakupan(
        keputusan=one.keputusan.kode,
        sel=len(seen),
        sel_tercakup=len(seen) - len(lost),
        kutipan=len(required) + len(one.isi),
        kutipan_tercakup=len(required) + len(one.isi) - len(one.ganjil) - len(one.beda),
        sel_tak_disalin=len(one.sel) - len(seen),
        findings=(
            *_findings(tahun, one, lost, stray),
            *(_skipped(one.keputusan, index, len(one.sel) - len(seen)) for index in _uncopied(one.keputusan)),
        ),
    )


def _findings(tahun: Tahun, one: Perbandingan, lost: list[Sisa], stray: Sequence[Petikan]) -> Iterator[Finding]:
    naskah = one.naskah
    if one.sumber_keliru:
        yield _wrong_source(one)
        return
    yield from (_wrong_decree(berkas, one) for berkas in one.nyasar.values())
    yield from (_changed(text, words(naskah, text), naskah, _asal(text.asal)) for text in one.beda)
    owner = {id(text): id(berkas) for berkas, text in one.petikan}
    strange = [text for text in one.ganjil if owner[id(text)] not in one.nyasar]
    sebab = _explain(lost, strange, stray, len(naskah.baris))
    for text in strange:
        if rest := sebab.berubah.get(id(text)):
            yield _changed(text, rest.teks, naskah, f"L{rest.sel.baris}")
        elif id(text.baris) not in sebab.pindah:
            yield _absent(text, naskah)
    for record in {id(text.baris): text.baris for text in strange}.values():
        if lines := sebab.pindah.get(id(record)):
            yield _moved(record, lines, naskah)
    # A row that lacks words of its decree is reported already; its cell is not lost as well.
    gaps = {first for _, butir in tahun.semua_butir() if has_gap(butir) for first, _ in butir.asal}
    doubtful = tahun.baris_ragu
    # A cell may be missing only because the record that quotes it could not be read.
    if doubtful is not None:
        known = [rest for rest in sebab.sisa if not (rest.utuh and rest.sel.baris in gaps)]
        yield from _lost_cells(naskah, [rest for rest in known if rest.sel.baris not in doubtful])


@dataclass(slots=True)
class _Sebab:
    """Which mistake in the data explains which cell that the quoted texts do not make up."""

    berubah: dict[int, Sisa] = field(default_factory=dict)
    """By text: the cell from which it differs."""
    pindah: dict[int, set[int]] = field(default_factory=dict)
    """By record: the lines where its texts really stand."""
    sisa: list[Sisa] = field(default_factory=list)
    """Cells that nothing explains."""


def _explain(lost: Sequence[Sisa], strange: Sequence[Petikan], stray: Sequence[Petikan], last_line: int) -> _Sebab:
    sebab = _Sebab()
    per_line = Counter(rest.sel.baris for rest in lost)
    homeless = {id(text) for text in stray}
    for rest in lost:
        line = rest.sel.baris
        here = [text for text in strange if line in text.lines(last_line)]
        elsewhere = [text for text in (*strange, *stray) if line not in text.lines(last_line) or id(text) in homeless]
        alone = here[0] if len(here) == per_line[line] == 1 else None
        # The likeliest cause first: a changed text, texts quoted with the wrong line, the only text of the line.
        if twin := nearest_text(rest.teks, here) or nearest_text(rest.sel.teks, here):
            sebab.berubah[id(twin)] = rest
        elif found := _made_of(rest.sel, elsewhere) or _made_of(replace(rest.sel, teks=rest.teks), elsewhere):
            for text in found:
                sebab.pindah.setdefault(id(text.baris), set()).add(line)
        elif alone is not None:
            sebab.berubah[id(alone)] = rest
        else:
            sebab.sisa.append(rest)
    return sebab


def _made_of(cell: Sel, texts: Sequence[Petikan]) -> list[Petikan]:
    """Return the texts quoted from other lines that make up the whole cell, or none."""
    whole = squash(cell.teks)
    holder = next((text for text in texts if whole in text.isi), None)
    if holder is not None and len(whole) >= SHORT:
        return [holder]
    left = left_over(cell, texts, cut=True)
    return [] if left.teks else list(left.dipakai)


def _uncopied(keputusan: Keputusan) -> list[int]:
    return [index for index, lampiran in enumerate(keputusan.lampiran) if not lampiran.disalin]


def _lost_cells(naskah: Naskah, lost: Sequence[Sisa]) -> Iterator[Finding]:
    """Yield one finding per line of the source: a row that was left out is one mistake, not one per cell."""
    by_line: dict[int, list[Sisa]] = defaultdict(list)
    for rest in lost:
        by_line[rest.sel.baris].append(rest)
    for line, cells in by_line.items():
        first = cells[0].sel
        column = len("\t".join(naskah.kolom(line)[: first.kolom])) + (2 if first.kolom else 1)
        shown = ", ".join(_lost_cell(rest) for rest in cells[:_SHOWN])
        more = f", dan {len(cells) - _SHOWN} sel lain" if len(cells) > _SHOWN else ""
        near = next((rest.tetangga for rest in cells if rest.tetangga), None)
        saran = f"tambahkan L{line} pada asal butir yang memuatnya, atau salin barisnya"
        if near is not None:
            place = near.tempat
            saran = f"bandingkan dengan {place.berkas}:{place.baris}"
        pesan = f"isi naskah ini tidak ada utuh dalam data: {shown}{more}"
        yield Finding(Tempat(naskah.berkas, line, column), SEL_HILANG, pesan, saran)


def _lost_cell(rest: Sisa) -> str:
    if rest.utuh or not rest.teks:
        return f"sel c{rest.sel.kolom} {quote(rest.sel.teks)}"
    return f"{quote(rest.teks)} dalam sel c{rest.sel.kolom}"


def _changed(text: Petikan, source: str, naskah: Naskah, where: str) -> Finding:
    pair = difference(text.asli, source)
    if pair is None:
        return _absent(text, naskah)
    pesan = f"teks berbeda dari naskah: di sini {quote(pair[0])}, di naskah {quote(pair[1])}"
    return Finding(text.tempat, KUTIPAN, pesan, f"samakan dengan {naskah.kode} {where}")


def _absent(text: Petikan, naskah: Naskah) -> Finding:
    pesan = f"teks ini tidak ada pada baris asalnya ({_asal(text.asal)}) di {naskah.kode}"
    return Finding(text.tempat, KUTIPAN, pesan, "salin lagi dari naskah, atau perbaiki nomor baris asal")


def _moved(record: Rekaman, lines: set[int], naskah: Naskah) -> Finding:
    true = ", ".join(f"L{line}" for line in sorted(lines))
    return Finding(record.place("asal"), ASAL_KELIRU, f"teksnya tertulis di {true} {naskah.kode}", f"tulis {true}")


def _wrong_decree(berkas: BerkasRencana, one: Perbandingan) -> Finding:
    pesan = f"hampir seluruh isi berkas ini tidak ada dalam naskah {one.naskah.kode}"
    return Finding(berkas.place("keputusan"), KUTIPAN, pesan, "periksa keputusan mana yang memuatnya")


def _wrong_source(one: Perbandingan) -> Finding:
    pesan = f"hampir seluruh isi keputusan ini tidak ada dalam naskah {one.naskah.kode}"
    return Finding(one.keputusan.place("sumber"), KUTIPAN, pesan, "periksa nama berkas naskahnya")


def _skipped(keputusan: Keputusan, index: int, cells: int) -> Finding:
    lampiran = keputusan.lampiran[index]
    pesan = f"{lampiran.nomor} belum disalin ({cells} sel naskah belum diperiksa)"
    saran = "salin isinya ke dalam data"
    return Finding(lampiran.place("disalin"), LAMPIRAN_BELUM_DISALIN, pesan, saran)


def _asal(asal: Baris) -> str:
    return ", ".join(f"L{first}" if first == last else f"L{first}-{last}" for first, last in asal)
