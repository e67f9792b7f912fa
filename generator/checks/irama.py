"""Rules of rhythm: what a row may say of how often, and what entries and documents prove of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from generator.checks.shared import check_of_year, index_indikator
from generator.findings import Finding, Rule, Severity, quote
from generator.model.irama import Irama, JenisIrama
from generator.model.isi import Tahun, walk
from generator.model.kutipan import Uraian
from generator.model.realisasi import Entri, Hasil
from generator.model.rencana import Indikator, IndikatorZI
from generator.progress import Closing, Documents, close, dated, list_documents, list_tahap, read_log
from generator.text import format_tanggal

IRAMA = Rule(
    "irama",
    "Irama berkala menyebut tiap atau minimal, yang lain tidak; kutipan ditulis bila dasarnya kutipan, dan hanya itu.",
)
IRAMA_KUTIPAN = Rule("irama-kutipan", "Kutipan irama adalah kata-kata barisnya sendiri, pada baris naskahnya sendiri.")
IRAMA_TARGET = Rule("irama-target", "Indikator yang punya target tidak memuat irama; targetnya sudah menyebut berapa.")
TAK_MENUTUP = Rule(
    "tak-menutup",
    "Entri selesai atas pekerjaan berulang membuktikan satu kalinya: periodenya di dalamnya, dan sudah mulai.",
    Severity.PERINGATAN,
)
DOKUMEN_BERULANG = Rule(
    "dokumen-berulang", "Satu dokumen membuktikan satu kali dari pekerjaan yang berulang.", Severity.PERINGATAN
)
DOKUMEN_LEBIH_TUA = Rule(
    "dokumen-lebih-tua",
    "Dokumen yang membuktikan satu kali dari pekerjaan berulang bertanggal, dan tidak lebih tua daripadanya.",
    Severity.PERINGATAN,
)


@check_of_year(IRAMA, IRAMA_KUTIPAN, IRAMA_TARGET)
def check_irama(tahun: Tahun) -> Iterator[Finding]:
    """A rhythm is whole, and quoted only from its own row."""
    for letak in walk(tahun):
        indikator = letak.indikator
        if indikator.irama is None or indikator.is_faulty("irama"):
            continue
        yield from _shape(indikator.irama)
        if indikator.target is not None:
            yield Finding(indikator.place("irama"), IRAMA_TARGET, "indikator ini punya target", "hapus irama")
        if indikator.irama.kutipan and indikator.irama.dikutip:
            yield from _quoted(indikator, indikator.irama, indikator.irama.kutipan)


def _shape(irama: Irama) -> Iterator[Finding]:
    if irama.is_faulty("jenis", "tiap", "minimal", "dasar", "kutipan"):
        return
    if irama.jenis is JenisIrama.BERKALA and (irama.tiap is None) is (irama.minimal is None):
        message = (
            "irama berkala menyebut tiap dan minimal" if irama.tiap else "irama berkala belum menyebut berapa kali"
        )
        yield Finding(irama.place("jenis"), IRAMA, message, "tulis tiap: bulan atau minimal: 4, salah satu saja")
    elif irama.jenis is not JenisIrama.BERKALA and (irama.tiap or irama.minimal):
        field = "tiap" if irama.tiap else "minimal"
        message = f"{field} hanya untuk irama berkala, bukan {quote(irama.jenis)}"
        yield Finding(irama.place(field), IRAMA, message, f"hapus {field}, atau tulis jenis: berkala")
    if irama.dikutip and not (irama.kutipan and irama.asal):
        suggestion = (
            "tambahkan kutipan: kata-kata keputusannya, dan asal: barisnya; bila tidak ada, tulis dasar: bacaan"
        )
        yield Finding(
            irama.place("dasar"), IRAMA, "irama yang dikutip belum menyebut kata-kata dan barisnya", suggestion
        )
    elif not irama.dikutip and irama.kutipan:
        message = "kutipan hanya untuk irama yang dasarnya kutipan"
        yield Finding(irama.place("kutipan"), IRAMA, message, "hapus kutipan, atau tulis dasar: kutipan")


def _quoted(indikator: Indikator, irama: Irama, words: str) -> Iterator[Finding]:
    if indikator.is_faulty("nama", "rincian", "keterangan", "asal") or irama.is_faulty("kutipan", "asal"):
        return
    if not any(_squash(words) in _squash(text) for text in _own_words(indikator)):
        message = f"kata-kata {quote(words)} tidak ada dalam baris ini"
        suggestion = (
            "kutip persis kata-kata indikator, langkah aksi, atau bukti fisiknya; bila tidak ada, dasar: bacaan"
        )
        yield Finding(irama.place("kutipan"), IRAMA_KUTIPAN, message, suggestion)
    lines = {line for first, last in indikator.asal for line in range(first, last + 1)}
    if any(line not in lines for first, last in irama.asal for line in range(first, last + 1)):
        message = "asal kutipannya bukan baris naskah indikator ini"
        yield Finding(irama.place("asal"), IRAMA_KUTIPAN, message, "sebut baris yang juga ada di asal indikatornya")


def _own_words(indikator: Indikator) -> Iterator[str]:
    yield from filter(None, (indikator.nama, *indikator.rincian, indikator.keterangan))
    if isinstance(indikator, IndikatorZI):
        for cell in (indikator.langkah_aksi, indikator.bukti_fisik):
            yield from _cell(cell)


def _cell(cell: Uraian | None) -> Iterator[str]:
    if cell is not None:
        yield from filter(None, (cell.nama, *cell.rincian))


def _squash(text: str) -> str:
    return " ".join(text.split())


@check_of_year(TAK_MENUTUP, DOKUMEN_BERULANG, DOKUMEN_LEBIH_TUA)
def check_kali(tahun: Tahun) -> Iterator[Finding]:
    """An entry about what comes again closes an occurrence, with documents of that occurrence."""
    log = read_log(tahun, date.max)
    documents = list_documents(tahun, date.max)
    for kode, (berkas, indikator) in index_indikator(tahun).items():
        daftar_entri = [
            entri for entri in log.berlaku(kode) if not entri.is_faulty("tanggal", "hasil", "periode", "bukti")
        ]
        sound = not indikator.is_faulty("jadwal", "irama") and not indikator.jadwal.is_faulty("bulan", "keadaan")
        sound = sound and (indikator.irama is None or not any(_shape(indikator.irama)))
        done = [entri for entri in daftar_entri if dated(entri) and entri.hasil is Hasil.SELESAI]
        if not sound or not done or indikator.target is not None:
            continue
        closings = close(list_tahap(tahun, berkas, indikator), done, documents)
        if any(not one.tahap.sekali for one in closings):
            yield from _closes_nothing(closings, done)
            yield from _documents(closings, documents)


def _closes_nothing(closings: Sequence[Closing], done: Sequence[Entri]) -> Iterator[Finding]:
    used = {entri.kode for one in closings for entri in one.entri}
    for entri in done:
        if entri.kode not in used and closings[0].kali.bulan:
            repeated = [one for one in closings if not one.tahap.sekali]
            names = f"{repeated[0].kali.nama}, …, {repeated[-1].kali.nama}"
            message = f"entri ini tidak membuktikan satu kali pun: pekerjaannya berulang ({names})"
            suggestion = (
                "tulis satu entri untuk tiap kali, dengan periode di dalamnya dan tanggal sesudah periode itu mulai"
            )
            yield Finding(entri.place("periode"), TAK_MENUTUP, message, suggestion)


def _documents(closings: Sequence[Closing], documents: Documents) -> Iterator[Finding]:
    shown: dict[str, list[Closing]] = defaultdict(list)
    for one in closings:
        if one.tahap.irama not in {"rutin", "berkala"}:
            continue
        for entri in one.entri:
            recent = {*documents.during(entri, one.kali)}
            for kode in documents.of(entri):
                same = shown[documents.identify(kode)]
                if kode not in recent:
                    yield _too_old(entri, one, documents, kode)
                elif one not in same:
                    same.append(one)
                    if len(same) > 1:
                        yield _shared(entri, same[0], kode)


def _too_old(entri: Entri, one: Closing, documents: Documents, kode: str) -> Finding:
    day = documents.dated.get(kode)
    if day is None:
        message = f"bukti {quote(kode)} tidak bertanggal, jadi tidak membuktikan {one.kali.nama}"
        return Finding(entri.place("bukti"), DOKUMEN_LEBIH_TUA, message, "tulis tanggal buktinya di bukti.yml")
    told = format_tanggal(day)
    message = f"bukti {quote(kode)} ({told}) lebih tua daripada {one.kali.nama}, jadi tidak membuktikannya"
    return Finding(entri.place("bukti"), DOKUMEN_LEBIH_TUA, message, "sebut dokumen dari waktu itu")


def _shared(entri: Entri, first: Closing, kode: str) -> Finding:
    message = f"bukti {quote(kode)} sudah membuktikan {first.kali.nama}, jadi tidak membuktikan kali ini"
    return Finding(entri.place("bukti"), DOKUMEN_BERULANG, message, "catat dokumen yang khusus untuk kali ini")
