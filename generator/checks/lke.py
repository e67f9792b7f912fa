"""Rules of worksheets (LKE): rows of the named instrument, each once, no value above its weight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.bukti import BUKTI_GANDA, BUKTI_TIDAK_ADA, list_missing_bukti
from generator.checks.shared import BUKTI_LEBIH_BARU, DI_LUAR_TAHUN, check_of_year, check_of_year_with_vocabulary
from generator.findings import Finding, Place, Rule, quote, suggest
from generator.model.isi import Kosakata, Tahun
from generator.model.lke import Instrumen, NilaiArea, NilaiHasil, PenilaianLke
from generator.text import format_angka, format_tanggal

INSTRUMEN = Rule("instrumen", "Setiap penilaian menyebut instrumen yang dikenal.")
BUTIR_LKE = Rule("butir-lke", "Setiap area dan komponen yang dinilai ada dalam instrumennya.")
BUTIR_LKE_GANDA = Rule("butir-lke-ganda", "Setiap area dan komponen dinilai satu kali.")
BUTIR_LKE_KURANG = Rule("butir-lke-kurang", "Setiap area dan komponen instrumennya ditulis, juga yang belum dinilai.")
NILAI_LKE = Rule("nilai-lke", "Nilai tidak melebihi bobotnya.")
INDEKS_LKE = Rule("indeks-lke", "Indeks hanya ditulis pada komponen yang dinilai dengan survei.")


@check_of_year_with_vocabulary(INSTRUMEN)
def check_instrumen(tahun: Tahun, kosakata: Kosakata) -> Iterator[Finding]:
    """An assessment names an instrument that is known: weights are never guessed from the names of areas."""
    for penilaian in tahun.lke:
        if penilaian.instrumen not in kosakata.instrumen and not penilaian.is_faulty("instrumen"):
            known = list(kosakata.instrumen)
            message = f"instrumen {quote(penilaian.instrumen)} tidak dikenal"
            suggestion = suggest(penilaian.instrumen, known, f"yang dikenal: {', '.join(known)}")
            yield Finding(penilaian.place("instrumen"), INSTRUMEN, message, suggestion)


@check_of_year_with_vocabulary(BUTIR_LKE, BUTIR_LKE_GANDA, BUTIR_LKE_KURANG)
def check_butir_lke(tahun: Tahun, kosakata: Kosakata) -> Iterator[Finding]:
    """Every row of the instrument is there once, though its value may be lacking, and no other."""
    for penilaian, instrumen in _with_instrumen(tahun, kosakata):
        areas = [(isian.area, isian) for isian in penilaian.area]
        yield from _rows(penilaian, "area", areas, [area.kode for area in instrumen.area])
        values = [(isian.komponen, isian) for isian in penilaian.hasil]
        yield from _rows(penilaian, "hasil", values, [isian.kode for isian in instrumen.isian_hasil])


def _rows(
    penilaian: PenilaianLke, field: str, rows: Sequence[tuple[str, NilaiArea | NilaiHasil]], known: Sequence[str]
) -> Iterator[Finding]:
    """Yield a finding for each wrong, repeated or missing row of one list (area or hasil) of an assessment."""
    name = "area" if field == "area" else "komponen"
    free = [kode for kode in known if kode not in dict(rows)]
    rest = f"yang belum ada: {', '.join(free)}"
    seen: dict[str, Place] = {}
    for kode, isian in rows:
        place = isian.place(name)
        if isian.is_faulty(name):
            continue
        if kode not in known:
            suggestion = suggest(kode, free, rest if free else "hapus barisnya")
            yield Finding(place, BUTIR_LKE, f"{name} {quote(kode)} tidak ada dalam instrumennya", suggestion)
        elif kode in seen:
            message = f"{name} {quote(kode)} sudah dinilai di baris {seen[kode].line}"
            suggestion = f"tulis {rest}" if free else "hapus salah satunya"
            yield Finding(place, BUTIR_LKE_GANDA, message, suggestion)
        seen.setdefault(kode, place)
    # A row with a wrong name is reported already; the row that it stands for is not missing as well.
    wrong = len(seen) < len(rows) or any(kode not in known for kode in seen)
    if wrong or penilaian.is_faulty(field):
        return
    for kode in free:
        suggestion = f"tambahkan {{{name}: {kode}}}; nilainya boleh kosong bila belum dinilai"
        yield Finding(penilaian.place(field), BUTIR_LKE_KURANG, f"{name} {quote(kode)} belum ada", suggestion)


@check_of_year_with_vocabulary(NILAI_LKE, INDEKS_LKE)
def check_nilai_lke(tahun: Tahun, kosakata: Kosakata) -> Iterator[Finding]:
    """No value is above its weight, and only a row that comes from a survey has an index."""
    for penilaian, instrumen in _with_instrumen(tahun, kosakata):
        areas = {area.kode: area for area in instrumen.area}
        for isian in penilaian.area:
            if baku := areas.get(isian.area):
                yield from _above(isian, "pemenuhan", isian.pemenuhan, baku.pemenuhan)
                yield from _above(isian, "reform", isian.reform, baku.reform)
        values = {value.kode: value for value in instrumen.isian_hasil}
        for nilai in penilaian.hasil:
            if own := values.get(nilai.komponen):
                yield from _above(nilai, "nilai", nilai.nilai, own.bobot)
                if nilai.indeks is not None and not own.survei and not nilai.is_faulty("komponen"):
                    message = f"komponen {quote(own.kode)} tidak memakai indeks survei"
                    yield Finding(nilai.place("indeks"), INDEKS_LKE, message, "hapus indeks, atau periksa komponennya")


def _above(isian: NilaiArea | NilaiHasil, field: str, nilai: Decimal | None, bobot: Decimal) -> Iterator[Finding]:
    if nilai is not None and nilai > bobot and not isian.is_faulty(field, "area", "komponen"):
        message = f"{field} {format_angka(nilai)} melebihi bobotnya, {format_angka(bobot)}"
        suggestion = "tulis nilai pada skala bobotnya, bukan persentase"
        yield Finding(isian.place(field), NILAI_LKE, message, suggestion)


@check_of_year(BUKTI_LEBIH_BARU, BUKTI_TIDAK_ADA, BUKTI_GANDA)
def check_bukti_lke(tahun: Tahun) -> Iterator[Finding]:
    """Evidence of a row is in the register, closed or open, and not younger than the assessment."""
    # A kode given twice is reported elsewhere. Reversed, so that the first of the two wins.
    days = {bukti.kode: bukti.tanggal for bukti in reversed(tahun.bukti) if not bukti.is_faulty("tanggal")}
    for penilaian in tahun.lke:
        for isian in penilaian.semua_nilai():
            yield from list_missing_bukti(tahun, isian)
            if penilaian.is_faulty("tanggal") or isian.is_faulty("bukti") or _before(tahun, penilaian):
                continue
            for index, kode in enumerate(isian.bukti):
                day = days.get(kode)
                if day is not None and day > penilaian.tanggal:
                    message = f"bukti {quote(kode)} bertanggal {format_tanggal(day)}, sesudah penilaian ini"
                    suggestion = "periksa kedua tanggalnya"
                    yield Finding(isian.place_item("bukti", index), BUKTI_LEBIH_BARU, message, suggestion)


@check_of_year(DI_LUAR_TAHUN)
def check_tanggal_lke(tahun: Tahun) -> Iterator[Finding]:
    """An assessment of a year is not older than the year."""
    for penilaian in tahun.lke:
        if _before(tahun, penilaian) and not penilaian.is_faulty("tanggal"):
            message = f"tanggal {format_tanggal(penilaian.tanggal)} mendahului tahun {tahun.tahun}"
            yield Finding(penilaian.place("tanggal"), DI_LUAR_TAHUN, message, "periksa tahunnya")


def _before(tahun: Tahun, penilaian: PenilaianLke) -> bool:
    return penilaian.tanggal.year < tahun.tahun


def _with_instrumen(tahun: Tahun, kosakata: Kosakata) -> Iterator[tuple[PenilaianLke, Instrumen]]:
    """Yield each assessment whose instrument is known for certain."""
    for penilaian in tahun.lke:
        instrumen = kosakata.instrumen.get(penilaian.instrumen)
        if instrumen is not None and not penilaian.is_faulty("instrumen"):
            yield penilaian, instrumen
