"""Rule of number: the rows of a decree are as many as were counted against its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.checks.registration import check_of_year
from generator.checks.shared import list_heads
from generator.findings import Finding, Rule
from generator.model.isi import Tahun
from generator.model.keputusan import Jumlah, Keputusan
from generator.model.rencana import Area, Butir, Indikator, Kegiatan, Komponen, SubKegiatan
from generator.model.tim import Tim

JUMLAH = Rule(
    "jumlah",
    "Banyaknya butir tiap jenis sama dengan hitungan pada keputusannya.",
    # Where rows are known to be lost, misplaced, strange or of an unsure decree, a wrong number only follows from it.
    yields_to=(
        *("sel-hilang", "tanda-hilang", "kutipan", "asal-keliru", "asal-kosong", "asal-di-luar", "area-kosong"),
        *("keputusan-tidak-ada", "nama-berkas", "naskah-ganda", "naskah-tidak-ada"),
    ),
)

_KINDS: dict[str, type[Butir]] = {
    "area": Area,
    "kegiatan": Kegiatan,
    "sub_kegiatan": SubKegiatan,
    "komponen": Komponen,
    "indikator": Indikator,
    "tim": Tim,
}


@check_of_year(JUMLAH)
def check_jumlah(tahun: Tahun) -> Iterator[Finding]:
    """A decree holds as many rows of each kind as its own count says; a lost row without text shows nowhere else."""
    # A count of rows that could not all be read would only repeat those findings.
    if (
        tahun.tak_terbaca
        or tahun.baris_ragu != frozenset()
        or any(head.is_faulty("keputusan") for head in list_heads(tahun))
    ):
        return
    for keputusan in tahun.keputusan:
        if keputusan.jumlah is None:
            continue
        held = count_butir(tahun, keputusan)
        for name in Jumlah.model_fields:
            counted = getattr(keputusan.jumlah, name)
            if counted is not None and counted != held[name]:
                yield Finding(
                    keputusan.jumlah.place(name),
                    JUMLAH,
                    f"{keputusan.kode} memuat {held[name]} {name.replace('_', ' ')}, tercatat {counted}",
                    "cari baris yang hilang atau lebih; bila naskahnya memang demikian, betulkan hitungannya",
                )


def count_butir(tahun: Tahun, keputusan: Keputusan) -> Counter[str]:
    """Return how many rows of each kind the data quotes from a decree."""
    counts: Counter[str] = Counter()
    for berkas, butir in tahun.semua_butir():
        if berkas.keputusan_butir(butir) != keputusan.kode:
            continue
        counts.update(name for name, kind in _KINDS.items() if isinstance(butir, kind))
        counts["anggota"] += len(butir.anggota) if isinstance(butir, Tim) else 0
    return counts
