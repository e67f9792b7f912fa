"""Rules of quotation: the data holds every word of the decree's tables, and no word that is not there.

White space aside, each cell must be a chain of whole quoted texts of records that name its line; only a record that
names several lines may have a text cut across cells. So a lost word, row or number breaks a chain and is named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.checks.aturan import Aturan
from generator.findings import Finding, Tempat, Tingkat, quote
from generator.model.base import Baris
from generator.model.isi import Kosakata, Tahun
from generator.model.keputusan import Keputusan
from generator.model.naskah import Naskah, Sel, plain, squash
from generator.model.rencana import Butir, IndikatorZI, Uraian
from generator.model.tim import Tim

_LIST_DASH = re.compile(r"^- (?=\S)")
_QUOTED = re.compile(r"“([^”]+)”")


@dataclass(slots=True)
class Teks:
    """One quoted text of a record, without white space, and which of its letters the source has shown."""

    isi: str
    tempat: Tempat
    bersama: bool = False
    """Printed once for several records, like a remark beside merged cells."""
    wajib: bool = True
    """Must occur in the source; the words quoted in a catatan may."""
    terpotong: bool = False
    """May be cut across cells, since its record names several lines."""
    terlihat: list[tuple[int, int]] = field(default_factory=list)

    def whole(self) -> bool:
        """Return whether every letter has been seen in the source."""
        reached = 0
        for start, end in sorted(self.terlihat):
            if start > reached:
                return False
            reached = max(reached, end)
        return reached >= len(self.isi)


@dataclass(frozen=True, slots=True)
class Cakupan:
    """How much of one decree the data holds, and how much of the data the decree holds."""

    keputusan: str
    sel: int
    sel_tercakup: int
    kutipan: int
    kutipan_tercakup: int
    sel_tak_disalin: int
    findings: tuple[Finding, ...]


def measure_cakupan(tahun: Tahun) -> tuple[Cakupan, ...]:
    """Return the coverage of every decree of the year whose text is held."""
    return tuple(
        _measure(tahun, keputusan, tahun.naskah[keputusan.sumber])
        for keputusan in tahun.keputusan
        if keputusan.sumber in tahun.naskah
    )


def check_kutipan(tahun: Tahun, _: Kosakata) -> Iterator[Finding]:
    """Every non-empty cell of a decree's tables occurs in the data, and every quoted text in the lines of its asal."""
    if tahun.tak_terbaca:
        return
    for cakupan in measure_cakupan(tahun):
        yield from cakupan.findings


def _measure(tahun: Tahun, keputusan: Keputusan, naskah: Naskah) -> Cakupan:
    by_line: dict[int, list[Teks]] = defaultdict(list)
    quoted: list[tuple[Baris, Teks]] = []
    for asal, texts in _table_texts(tahun, keputusan):
        for text in texts:
            text.terpotong = len(list(_lines(asal))) > 1
            quoted.append((asal, text))
            for line in _lines(asal):
                by_line[line].append(text)
    skipped = _not_copied(keputusan, naskah)
    cells = [
        cell
        for line in range(1, len(naskah.baris) + 1)
        if naskah.baris_tabel(line) and not naskah.kepala_tabel(line)
        for cell in naskah.sel(line)
    ]
    seen = [cell for cell in cells if cell.baris not in skipped]
    findings = [_lost_cell(naskah, cell, by_line[cell.baris]) for cell in seen if not _cover(cell, by_line[cell.baris])]
    required = [(asal, text) for asal, text in quoted if text.wajib]
    # A row brought in by an amending clause stands in running text, not in a table.
    strange = [text for asal, text in required if not text.whole() and not (asal and _in_running_text(naskah, asal, text))]
    findings += [_strange_text(text, naskah) for text in strange]
    body = list(_body_texts(keputusan))
    unlike = [(asal, text) for asal, text in body if not _in_lines(naskah, asal, text)]
    findings += [_strange_text(text, naskah) for _, text in unlike]
    findings += [_skipped(keputusan, index, len(cells) - len(seen)) for index in _uncopied(keputusan)]
    return Cakupan(
        keputusan=keputusan.kode,
        sel=len(seen),
        sel_tercakup=len(seen) - sum(finding.kode == "sel-hilang" for finding in findings),
        kutipan=len(required) + len(body),
        kutipan_tercakup=len(required) + len(body) - len(strange) - len(unlike),
        sel_tak_disalin=len(cells) - len(seen),
        findings=tuple(findings),
    )


def _lines(asal: Baris) -> Iterator[int]:
    for first, last in asal:
        yield from range(first, last + 1)


def _table_texts(tahun: Tahun, keputusan: Keputusan) -> Iterator[tuple[Baris, list[Teks]]]:
    """Yield, for every record quoted from the decree's tables, its lines and its texts in printed order."""
    for berkas, butir in tahun.semua_butir():
        if (butir.keputusan or berkas.keputusan) != keputusan.kode:
            continue
        yield butir.asal, [*_butir_texts(butir), *_catatan_texts(butir)]
        if isinstance(butir, Tim):
            for tugas in butir.tugas:
                yield tugas.asal, [Teks(squash(f"{tugas.nomor or ''}{tugas.nama}"), tugas.place("nama"))]
            for anggota in butir.anggota:
                parts = {name: getattr(anggota, name) for name in ("nomor", "nama", "jabatan", "kedudukan")}
                yield anggota.asal, [Teks(squash(text), anggota.place(name)) for name, text in parts.items() if text]


def _butir_texts(butir: Butir) -> Iterator[Teks]:
    nomor, nama = getattr(butir, "nomor", None), getattr(butir, "nama", None)
    # A number and its name stand in one cell or in two: both are allowed, so they are two texts.
    if nomor:
        yield Teks(squash(nomor), butir.place("nomor"))
    if nama:
        yield Teks(squash(nama), butir.place("nama"))
    yield from _items(butir)
    if isinstance(butir, IndikatorZI):
        for uraian in (butir.langkah_aksi, butir.bukti_fisik):
            if uraian and uraian.nama:
                yield Teks(squash(uraian.nama), uraian.place("nama"))
            if uraian:
                yield from _items(uraian)
    if keterangan := getattr(butir, "keterangan", None):
        yield Teks(squash(keterangan), butir.place("keterangan"), bersama=True)


def _items(record: Butir | Uraian) -> Iterator[Teks]:
    for index, text in enumerate(getattr(record, "rincian", ())):
        yield Teks(squash(text), record.place_item("rincian", index))


def _catatan_texts(butir: Butir) -> Iterator[Teks]:
    for words in _QUOTED.findall(butir.catatan or ""):
        yield Teks(squash(words), butir.place("catatan"), wajib=False)


def _cover(cell: Sel, texts: Sequence[Teks]) -> bool:
    """Try to read the cell as a chain of the texts; if it can be, mark what was seen of each."""
    chain = _chain(squash(cell.teks), 0, sorted(texts, key=lambda text: (not text.wajib, -len(text.isi), text.whole())), ())
    if chain is None:
        return False
    for text, start, end in chain:
        text.terlihat.append((start, end))
        if text.bersama:
            for twin in texts:
                if twin.isi == text.isi:
                    twin.terlihat.append((start, end))
    return True


_Link = tuple[Teks, int, int]


def _chain(cell: str, at: int, texts: Sequence[Teks], used: tuple[int, ...]) -> list[_Link] | None:
    """Return the texts that make up the cell from a position on, each used once, or None."""
    if at == len(cell):
        return []
    for text in texts:
        if id(text) not in used and cell.startswith(text.isi, at):
            rest = _chain(cell, at + len(text.isi), texts, (*used, id(text)))
            if rest is not None:
                return [(text, 0, len(text.isi)), *rest]
    for text in texts:
        if text.terpotong and id(text) not in used:
            for start, end in _cuts(cell, at, text.isi):
                rest = _chain(cell, at + end - start, texts, (*used, id(text)))
                if rest is not None:
                    return [(text, start, end), *rest]
    return None


def _cuts(cell: str, at: int, text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text cut by a page that may stand at a position of the cell."""
    left = cell[at:]
    if (start := text.find(left)) >= 0 and (at == 0 or start == 0):
        yield start, start + len(left)
    if at == 0:
        for start in range(1, len(text)):
            if left.startswith(text[start:]):
                yield start, len(text)


def _body_texts(keputusan: Keputusan) -> Iterator[tuple[Baris, Teks]]:
    """Yield every quoted text of the decree's running text, with its lines."""
    for ayat in (*keputusan.menimbang, *keputusan.mengingat, *keputusan.memerhatikan):
        yield ayat.asal, Teks(squash(f"{ayat.nomor or ''}{ayat.isi}"), ayat.place("isi"))
    for diktum in keputusan.diktum:
        yield diktum.asal, Teks(squash(diktum.isi), diktum.place("isi"))
    for narasi in keputusan.narasi:
        if narasi.judul:
            yield narasi.asal, Teks(squash(f"{narasi.nomor or ''}{narasi.judul}"), narasi.place("judul"))
        for index, text in enumerate(narasi.isi):
            yield narasi.asal, Teks(squash(text), narasi.place_item("isi", index))
    for lampiran in keputusan.lampiran:
        yield lampiran.asal, Teks(squash(lampiran.judul), lampiran.place("judul"))
    for keganjilan in keputusan.keganjilan:
        if keganjilan.tertulis:
            yield keganjilan.asal, Teks(squash(keganjilan.tertulis), keganjilan.place("tertulis"))


def _in_running_text(naskah: Naskah, asal: Baris, text: Teks) -> bool:
    held = all(line <= len(naskah.baris) and not naskah.baris_tabel(line) for line in _lines(asal))
    return held and _in_lines(naskah, asal, text)


def _in_lines(naskah: Naskah, asal: Baris, text: Teks) -> bool:
    if not asal or max(last for _, last in asal) > len(naskah.baris):
        return not asal  # a wrong line number has a finding of its own
    held = "".join(squash(_LIST_DASH.sub("", plain(naskah.baris[line - 1]))) for line in _lines(asal))
    return text.isi in held


def _uncopied(keputusan: Keputusan) -> list[int]:
    return [index for index, lampiran in enumerate(keputusan.lampiran) if not lampiran.disalin]


def _not_copied(keputusan: Keputusan, naskah: Naskah) -> set[int]:
    """Return the lines of the annexes that the data says it does not hold yet."""
    starts = [min(first for first, _ in lampiran.asal) if lampiran.asal else 1 for lampiran in keputusan.lampiran]
    ends = [*starts[1:], len(naskah.baris) + 1]
    return {line for index in _uncopied(keputusan) for line in range(starts[index], ends[index])}


def _lost_cell(naskah: Naskah, cell: Sel, texts: Sequence[Teks]) -> Finding:
    pesan = f"sel naskah c{cell.kolom} {quote(cell.teks)} tidak ada utuh dalam data"
    saran = (
        f"cocokkan dengan {texts[0].tempat.berkas}:{texts[0].tempat.baris}"
        if texts
        else f"tambahkan L{cell.baris} pada asal butir yang memuatnya, atau salin barisnya"
    )
    return Finding(Tempat(naskah.berkas, cell.baris), "sel-hilang", pesan, saran)


def _strange_text(text: Teks, naskah: Naskah) -> Finding:
    return Finding(text.tempat, "kutipan", f"teks ini tidak ditemukan utuh pada baris asalnya di {naskah.kode}", "salin lagi dari naskah, dan periksa nomor baris asal")


def _skipped(keputusan: Keputusan, index: int, cells: int) -> Finding:
    lampiran = keputusan.lampiran[index]
    return Finding(lampiran.place("disalin"), "lampiran-belum-disalin", f"{lampiran.nomor} belum disalin ({cells} sel naskah belum diperiksa)", "salin isinya ke dalam data", Tingkat.PERINGATAN)


ATURAN: tuple[Aturan, ...] = (check_kutipan,)
