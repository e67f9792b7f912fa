"""Rules of correction: a new entry replaces one older entry, about the same indikator, and nothing goes in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.registration import check_of_year
from generator.findings import Finding, Rule, quote, suggest
from generator.model.isi import Tahun
from generator.model.realisasi import Entri
from generator.progress import dated
from generator.text import format_tanggal

ENTRI_TIDAK_ADA = Rule("entri-tidak-ada", "Entri yang dikoreksi memang ada.")
KOREKSI_GANDA = Rule(
    "koreksi-ganda", "Setiap entri dikoreksi paling banyak satu kali; koreksi berikutnya mengoreksi entri yang terbaru."
)
KOREKSI_MELINGKAR = Rule("koreksi-melingkar", "Koreksi tidak berputar kembali ke entrinya sendiri.")
KOREKSI_INDIKATOR = Rule(
    "koreksi-indikator", "Koreksi tentang indikator yang sama dengan entri lamanya, kecuali dijelaskan dalam catatan."
)
KOREKSI_MENDAHULUI = Rule("koreksi-mendahului", "Koreksi tidak mendahului entri yang dikoreksinya.")


@check_of_year(ENTRI_TIDAK_ADA, KOREKSI_GANDA, KOREKSI_MELINGKAR, KOREKSI_INDIKATOR, KOREKSI_MENDAHULUI)
def check_koreksi(tahun: Tahun) -> Iterator[Finding]:
    """Every correction replaces another entry, one that no other correction replaces, and not in a circle."""
    by_kode = {entri.kode: entri for entri in tahun.realisasi}
    taken: dict[str, Entri] = {}
    # As they became known, undated ones last, so that of two corrections the later one is reported.
    for entri in sorted(tahun.realisasi, key=lambda e: (not dated(e), e.diketahui if dated(e) else None, e.kode)):
        kode = entri.mengoreksi
        if kode is None:
            continue
        place, old = entri.place("mengoreksi"), by_kode.get(kode)
        if old is None:
            if "realisasi" not in tahun.log_tak_terbaca:
                suggestion = suggest(kode, by_kode, "tulis kode entri yang dikoreksi")
                yield Finding(place, ENTRI_TIDAK_ADA, f"entri {quote(kode)} tidak ada", suggestion)
        elif kode in taken:
            suggestion = f"koreksi entri {taken[kode].kode}, yang terbaru"
            yield Finding(
                place, KOREKSI_GANDA, f"entri {quote(kode)} sudah dikoreksi oleh {taken[kode].kode}", suggestion
            )
        elif _leads_back(entri, by_kode):
            circle = "" if kode == entri.kode else f" lewat {quote(kode)}"
            message = f"entri {quote(entri.kode)} mengoreksi dirinya sendiri{circle}"
            yield Finding(place, KOREKSI_MELINGKAR, message, "sebut entri yang lebih lama, atau hapus mengoreksi")
        else:
            yield from _fits(entri, old)
        taken.setdefault(kode, entri)


def _fits(entri: Entri, old: Entri) -> Iterator[Finding]:
    """A correction is about the same indikator, or says why not, and becomes known no earlier than what it corrects."""
    moved = entri.indikator != old.indikator and entri.catatan is None
    if moved and not entri.is_faulty("indikator", "catatan") and not old.is_faulty("indikator"):
        message = f"entri ini tentang {entri.indikator}, yang dikoreksinya tentang {old.indikator}"
        suggestion = "periksa mengoreksi; bila entri lama memang salah indikator, tambahkan catatan"
        yield Finding(entri.place("mengoreksi"), KOREKSI_INDIKATOR, message, suggestion)
    if dated(entri) and dated(old) and entri.diketahui < old.diketahui:
        message = f"koreksi ini mendahului entri yang dikoreksinya ({format_tanggal(old.diketahui)})"
        suggestion = "tambahkan dilaporkan: tanggal koreksi ini ditulis"
        yield Finding(entri.place("mengoreksi"), KOREKSI_MENDAHULUI, message, suggestion)


def _leads_back(entri: Entri, by_kode: Mapping[str, Entri]) -> bool:
    seen = set()
    step: Entri | None = entri
    while step is not None and step.kode not in seen:
        seen.add(step.kode)
        step = by_kode.get(step.mengoreksi or "")
    return step is entri
