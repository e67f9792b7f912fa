"""What makes a promise weaker: once reporting has begun, each such change of a plan since a commit is told.

``_WEAKER`` is the whole list. A new field of a row is one function in it: it gets the row as a commit had it and as it
is now, and yields what has become weaker, in words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from generator.checks.sejak import format_git_show, list_unread
from generator.findings import Finding, Place, Rule, Severity, quote
from generator.model.base import MapNode
from generator.model.periode import BIDANG_TRIWULAN, BULAN_PENDEK, group_runs
from generator.model.rencana_mentah import BarisMentah, RencanaMentah

RENCANA_MELEMAH = Rule(
    "rencana-melemah",
    "Sesudah kantor mulai melapor, janji sebuah baris tidak menjadi lebih ringan daripada di commit pembanding.",
    Severity.PERINGATAN,
)
BARIS_DIHAPUS = Rule(
    "baris-dihapus",
    "Sesudah kantor mulai melapor, baris rencana di commit pembanding tidak dihapus; yang berakhir diberi dicabut.",
)
PELAPORAN_MUNDUR = Rule(
    "pelaporan-mundur", "Tanggal pelaporan di commit pembanding tidak dihapus dan tidak dimundurkan sejak itu."
)

_SURENESS = ("kosong", "tidak-terbaca", "wajar", "pasti")
_KINDS = ("sekali", "tersedia", "berkala")
_TIMES = {"bulan": 12, "triwulan": 4, "semester": 2, "tahun": 1}
_DAY = re.compile(r"20\d\d-\d\d-\d\d")
_ROUTINE = 6
"""From this many months in a row on, a row without irama is routine (progress/tahap.py)."""
_SHOWN = 3
_PUT_BACK = "kembalikan isinya; bila bacaan lamanya memang keliru, jelaskan dalam catatan: perubahan ini tetap disebut"

Weaker = Callable[[MapNode, MapNode], Iterator[str]]


def check_weaker(former: RencanaMentah, current: RencanaMentah, commit: str) -> Iterator[Finding]:
    """No plan of an office that reported by a commit has become weaker since.

    Args:
        former: the plans and settings of the commit.
        current: those of today.
        commit: the name of the commit in findings.
    """
    yield from list_unread(former.tak_utuh, commit, "isinya")
    begun = {folder for folder, setelan in former.setelan.items() if setelan.get("pelaporan")}
    for folder in sorted(begun & current.setelan.keys()):
        yield from _settings(former.setelan[folder], current.setelan[folder])
    now: dict[tuple[str, str], MapNode] = {}
    for baris in current.baris:
        now.setdefault((baris.folder, baris.kode), baris.isi)
    gone: dict[str, list[BarisMentah]] = defaultdict(list)
    for old in former.baris:
        if old.folder not in begun:
            continue
        new = now.get((old.folder, old.kode))
        if new is None:
            gone[old.isi.place.file].append(old)
        else:
            yield from _row(old, new, former, current)
    yield from _removed(gone, current, commit)


def _row(old: BarisMentah, new: MapNode, former: RencanaMentah, current: RencanaMentah) -> Iterator[Finding]:
    for name, weaker in _WEAKER.items():
        if name not in old.isi.faulty | new.faulty:
            for message in weaker(old.isi, new):
                yield _weakened(new, name, f"{message} pada {quote(old.kode)}", _PUT_BACK)
    kode = new.get("dicabut")
    if isinstance(kode, str) and not old.isi.get("dicabut") and "dicabut" not in new.faulty:
        found = current.keputusan.get((old.folder, kode))
        # A decree of that very time ends a row; one that was there before has not ended it until now.
        if (old.folder, kode) in former.keputusan or found is None or not found.get("tanggal"):
            message = f"{quote(old.kode)} kini dicabut oleh {quote(kode)}, yang bukan keputusan baru bertanggal"
            suggestion = "hapus dicabut, kecuali keputusan itu memang mengakhirinya: pencabutan susulan tetap disebut"
            yield _weakened(new, "dicabut", message, suggestion)


def _weakened(new: MapNode, name: str, message: str, suggestion: str) -> Finding:
    place = new.key_places.get(name) or new.key_places.get("kode", new.place)
    return Finding(place, RENCANA_MELEMAH, message, suggestion)


def _removed(gone: Mapping[str, Sequence[BarisMentah]], current: RencanaMentah, commit: str) -> Iterator[Finding]:
    """Yield one finding for each file that rows have gone from; a file unread today may still hold them."""
    hidden = {file.rpartition("/")[0] for file in current.tak_utuh}
    for berkas, rows in gone.items():
        if berkas.rpartition("/")[0] in hidden:
            continue
        names = ", ".join(quote(row.kode) for row in rows[:_SHOWN])
        more = f", dan {len(rows) - _SHOWN} lain" if len(rows) > _SHOWN else ""
        message = f"baris rencana dihapus, padahal ada di commit {commit}: {names}{more}"
        suggestion = (
            f"salin kembali dari isi lamanya: {format_git_show(commit, berkas)}; bila diakhiri keputusan, beri dicabut"
        )
        yield Finding(Place(berkas if berkas in current.berkas else rows[0].folder), BARIS_DIHAPUS, message, suggestion)


def _settings(old: MapNode, new: MapNode) -> Iterator[Finding]:
    before, after = old["pelaporan"], new.get("pelaporan")
    place = new.key_places.get("pelaporan", new.place)
    back = f"tulis pelaporan: {before}"
    if "pelaporan" not in old.faulty | new.faulty:
        if after is None:
            yield Finding(place, PELAPORAN_MUNDUR, f"pelaporan dihapus, dahulu {quote(before)}", back)
        elif _DAY.fullmatch(str(after)) and _DAY.fullmatch(str(before)) and str(after) > str(before):
            message = f"pelaporan dimundurkan: dahulu {quote(before)}, kini {quote(after)}"
            yield Finding(place, PELAPORAN_MUNDUR, message, back)
    first, second = (_number(setelan.get("tenggang_hari", "0")) for setelan in (old, new))
    if "tenggang_hari" not in old.faulty | new.faulty and _is_less(first, second):
        message = f"tenggang_hari diperpanjang: dahulu {first} hari, kini {second} hari"
        suggestion = f"tulis tenggang_hari: {first}; perubahan ini mengubah keterlambatan seluruh tahun"
        yield _weakened(new, "tenggang_hari", message, suggestion)


def _jadwal(old: MapNode, new: MapNode) -> Iterator[str]:
    before, after = _text(old, "jadwal", "keadaan"), _text(new, "jadwal", "keadaan")
    if before in _SURENESS and after in _SURENESS and _SURENESS.index(after) < _SURENESS.index(before):
        yield f"kepastian jadwal turun dari {before} menjadi {after}"
    first, second = _months(old), _months(new)
    if first and second and _is_later(first, second):
        yield f"bulan dikurangi atau dimundurkan dari {_name(first)} menjadi {_name(second)}"


def _is_later(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    """Return whether months were taken away or put later: as many months, none of them later, are no weaker."""
    if not set(before) <= set(after):
        return len(after) < len(before) or any(new > old for old, new in zip(before, after, strict=False))
    # Months added to a run put its end, by which it is due, later.
    ends = {run[-1] for run in group_runs(after)}
    return any(run[-1] not in ends for run in group_runs(before))


def _irama(old: MapNode, new: MapNode) -> Iterator[str]:
    before, after = _kind(old), _kind(new)
    if _KINDS.index(after) < _KINDS.index(before):
        yield f"irama turun dari {before} menjadi {after}"
    first, second = _times(old), _times(new)
    if before == after == "berkala" and _is_less(second, first):
        yield f"irama berkurang dari {first} menjadi {second} kali setahun"
    if _text(old, "irama", "dasar") == "kutipan" and _text(new, "irama", "dasar") != "kutipan":
        yield "irama yang dikutip dari keputusan tidak lagi dikutip"


def _kind(row: MapNode) -> str:
    kind = _text(row, "irama", "jenis")
    if kind in _KINDS:
        return kind
    # Routine by its length alone: shown quarter by quarter, as what stands.
    return "tersedia" if any(len(run) >= _ROUTINE for run in group_runs(_months(row))) else "sekali"


def _times(row: MapNode) -> Decimal | None:
    tiap = _text(row, "irama", "tiap")
    return _number(_TIMES.get(tiap) if tiap else _text(row, "irama", "minimal"))


def _target(old: MapNode, new: MapNode) -> Iterator[str]:
    if not isinstance(old.get("target"), MapNode):
        return
    if not isinstance(new.get("target"), MapNode):
        yield "target dihapus"
        return
    before, after = _text(old, "target", "akumulasi"), _text(new, "target", "akumulasi")
    if before != after:
        yield f"cara menjumlahkan target diubah dari {before} menjadi {after}"
    ways = [_text(row, "target", "arah") or "naik" for row in (old, new)]
    if ways[0] != ways[1]:
        yield f"arah target diubah dari {ways[0]} menjadi {ways[1]}"
    for name in BIDANG_TRIWULAN:
        first, second = (_number(_text(row, "target", name)) for row in (old, new))
        eased = _is_less(first, second) if ways[0] == "turun" else _is_less(second, first)
        if first and (second is None or eased):
            yield f"target {name} diringankan dari {first} menjadi {'kosong' if second is None else second}"


def _ukuran(old: MapNode, new: MapNode) -> Iterator[str]:
    after = _by(new.get("ukuran"), "kode")
    for kode, before in _by(old.get("ukuran"), "kode").items():
        if kode not in after:
            yield f"ukuran {kode} dihapus"
            continue
        if before.get("arah") and before.get("arah") != after[kode].get("arah"):
            yield f"arah ukuran {kode} diubah dari {before['arah']} menjadi {after[kode].get('arah', 'kosong')}"
        targets = _by(after[kode].get("target"), "periode")
        for periode, target in _by(before.get("target"), "periode").items():
            if periode not in targets:
                yield f"target ukuran {kode} untuk {periode} dihapus"
            elif _is_eased(target, targets[periode], before.get("arah")):
                yield f"target ukuran {kode} untuk {periode} diringankan"


def _is_eased(old: MapNode, new: MapNode, arah: object) -> bool:
    """Return whether a target asks for less: a plain number by its direction, of any other each change counts."""
    if {old.get("jenis"), new.get("jenis")} - {"angka", "batas-bawah", "batas-atas"} or old["jenis"] != new["jenis"]:
        return any(old.get(name) != new.get(name) for name in ("jenis", "nilai", "sampai", "tingkat"))
    first, second = _number(old.get("nilai")), _number(new.get("nilai"))
    down = arah == "turun" or old["jenis"] == "batas-atas"
    strict = old.get("batas_termasuk") != new.get("batas_termasuk")
    return strict or second is None or (_is_less(first, second) if down else _is_less(second, first))


def _keadaan_khusus(old: MapNode, new: MapNode) -> Iterator[str]:
    if new.get("keadaan_khusus") and not old.get("keadaan_khusus"):
        yield f"keadaan_khusus {new['keadaan_khusus']} ditambahkan"


def _publikasi(old: MapNode, new: MapNode) -> Iterator[str]:
    if isinstance(old.get("publikasi"), MapNode) and new.get("publikasi") is None:
        yield "penanda publikasi dihapus"
        return
    before, after = (_by(_inner(row, "publikasi").get("syarat"), "jenis") for row in (old, new))
    for jenis, syarat in before.items():
        if jenis not in after:
            yield f"syarat publikasi {jenis} dihapus"
        elif any(syarat.get(name) != after[jenis].get(name) for name in {*syarat, *after[jenis]} - {"jenis"}):
            yield f"syarat publikasi {jenis} diubah"


_WEAKER: dict[str, Weaker] = {
    "jadwal": _jadwal,
    "irama": _irama,
    "target": _target,
    "ukuran": _ukuran,
    "keadaan_khusus": _keadaan_khusus,
    "publikasi": _publikasi,
}
"""What makes a row weaker, by the field that it is told at."""


def _inner(row: MapNode, field: str) -> MapNode:
    inner = row.get(field)
    return inner if isinstance(inner, MapNode) else MapNode(row.place)


def _text(row: MapNode, field: str, name: str) -> str | None:
    """Return a value one level down, or None where it is absent or misshapen, which other rules report."""
    value = _inner(row, field).get(name)
    return value if isinstance(value, str) else None


def _by(items: object, name: str) -> dict[str, MapNode]:
    """Return the records of a list by one of their fields; those without it are left to other rules."""
    listed = items if isinstance(items, list) else []
    return {item[name]: item for item in listed if isinstance(item, MapNode) and isinstance(item.get(name), str)}


def _months(row: MapNode) -> tuple[int, ...]:
    jadwal = row.get("jadwal")
    listed = jadwal.get("bulan") if isinstance(jadwal, MapNode) else None
    if not isinstance(listed, list) or not all(isinstance(month, str) and month.isdecimal() for month in listed):
        return ()
    return tuple(sorted({int(month) for month in listed if 1 <= int(month) <= len(BULAN_PENDEK)}))


def _name(months: Sequence[int]) -> str:
    return ", ".join(BULAN_PENDEK[month - 1] for month in months)


def _is_less(one: Decimal | None, other: Decimal | None) -> bool:
    return one is not None and other is not None and one < other


def _number(value: object) -> Decimal | None:
    try:
        return Decimal(str(value)) if value is not None else None
    except InvalidOperation:
        return None
