"""The rule that the log only grows: what a commit had, today's files still say."""

from __future__ import annotations

import shlex
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from generator.findings import Finding, Place, Rule, Severity, quote
from generator.model.base import MapNode
from generator.model.realisasi import Entri, EntriMentah, LogMentah

ENTRI_DIUBAH = Rule(
    "entri-diubah", "Entri pada commit pembanding tidak diubah sejak itu; perbaikannya ditulis sebagai entri baru."
)
ENTRI_DIHAPUS = Rule("entri-dihapus", "Entri pada commit pembanding tidak dihapus sejak itu.")
LOG_LAMA = Rule(
    "log-lama", "Berkas realisasi dan rencana pada commit pembanding terbaca seluruhnya.", Severity.PERINGATAN
)

_FIELDS = {
    name: () if field.is_required() else field.default or ()
    for name, field in Entri.model_fields.items()
    if name != "kode"
}
"""The fields of an entry, each with the default that need not be written."""
_SHORT = 50
_BEFORE = 20


def check_sejak(former: LogMentah, current: LogMentah, commit: str) -> Iterator[Finding]:
    """No entry that a commit's log had is changed or removed; it may stand in another file of its year.

    Args:
        former: the log of the commit.
        current: today's log.
        commit: the name of the commit in findings.
    """
    yield from list_unread(former.tak_utuh, commit, "entrinya")
    known = {(entri.folder, entri.kode) for entri in former.entri}
    now: dict[tuple[str, str], list[EntriMentah]] = defaultdict(list)
    for entri in current.entri:
        now[entri.folder, entri.kode].append(entri)
    # Entries that the commit did not have: one may be an old entry under a new kode.
    fresh = [entri for entri in current.entri if (entri.folder, entri.kode) not in known]
    # A file that cannot be read today may still hold the entry.
    hidden = {str(PurePosixPath(berkas).parent) for berkas in current.tak_utuh}
    for old in former.entri:
        alike = now.get((old.folder, old.kode), ())
        if any(not _changes(old.isi, new.isi) for new in alike):
            continue
        if alike:
            yield from _changed(old, alike[0])
        elif new := next((new for new in fresh if new.folder == old.folder and not _changes(old.isi, new.isi)), None):
            message = f"kode entri {quote(old.kode)} diubah menjadi {quote(new.kode)}"
            yield Finding(
                new.isi.key_places["kode"], ENTRI_DIUBAH, message, "kembalikan kodenya, karena kode bersifat tetap"
            )
        elif old.folder not in hidden:
            yield _removed(old, current, commit)


def list_unread(daftar_berkas: Iterable[str], commit: str, what: str) -> Iterator[Finding]:
    """Yield a finding for each file that a commit had and that cannot be read whole.

    Args:
        daftar_berkas: the files.
        commit: the name of the commit in findings.
        what: what of them may be missing in the comparison, in words.
    """
    for berkas in daftar_berkas:
        message = f"di commit {commit} berkas ini tidak terbaca seluruhnya, jadi sebagian {what} tidak dibandingkan"
        suggestion = f"bandingkan sendiri dengan isi lamanya: {format_git_show(commit, berkas)}"
        yield Finding(Place(berkas), LOG_LAMA, message, suggestion)


def _removed(old: EntriMentah, current: LogMentah, commit: str) -> Finding:
    berkas = old.isi.place.file
    message = f"entri {quote(old.kode)} dihapus, padahal tercatat di commit {commit}"
    if berkas in current.berkas:
        suggestion = f"salin kembali entri itu dari isi lama berkas ini: {format_git_show(commit, berkas)}"
        return Finding(Place(berkas), ENTRI_DIHAPUS, message, suggestion)
    suggestion = f"kembalikan berkasnya: git checkout {commit} -- {shlex.quote(berkas)}"
    return Finding(Place(old.folder), ENTRI_DIHAPUS, message, suggestion)


def format_git_show(commit: str, berkas: str) -> str:
    """Return the command that shows a file as a commit had it."""
    return f"git show {commit}:{shlex.quote(f'./{berkas}')}"


def _changed(old: EntriMentah, new: EntriMentah) -> Iterator[Finding]:
    entri = f"entri {quote(old.kode)}"
    for name, (before, after) in _changes(old.isi, new.isi).items():
        place = new.isi.key_places.get(name, new.isi.key_places["kode"])
        if before is None:
            message, back = f"{name} {entri} ditambahkan: {quote(after)}", "hapus lagi"
        elif after is None:
            message, back = f"{name} {entri} dihapus: dahulu {quote(before)}", "kembalikan isinya"
        else:
            first, second = _excerpts(before, after)
            message, back = f"{name} {entri} diubah: dahulu {quote(first)}, kini {quote(second)}", "kembalikan isinya"
        suggestion = f"{back}, lalu tambahkan entri baru dengan mengoreksi: {old.kode}"
        yield Finding(place, ENTRI_DIUBAH, message, suggestion)


def _changes(old: MapNode, new: MapNode) -> Mapping[str, tuple[str | None, str | None]]:
    """Return the old and the new value of every key that differs, except those that other rules report."""
    strange = {_plain(value) for entri in (old, new) for key, value in entri.items() if key not in _FIELDS}
    found = {}
    for name in _FIELDS:
        before, after = _value(old, name), _value(new, name)
        if before == after or name in old.faulty | new.faulty:
            continue
        if None in {before, after} and {before, after} & strange:
            continue  # the key is misspelt on one side
        found[name] = (before, after)
    return found


def _value(entri: MapNode, name: str) -> str | None:
    """Return a value without its layout, or None if it equals the field's default."""
    plain = _plain(entri.get(name, _FIELDS[name]))
    return None if plain == _plain(_FIELDS[name]) else plain


def _plain(value: object) -> str:
    """Return a value as it would stand on one line."""
    if isinstance(value, MapNode):
        return f"{{{', '.join(f'{key}: {_plain(value[key])}' for key in sorted(value))}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_plain, value))}]"
    return " ".join(str(value).split())


def _excerpts(before: str, after: str) -> Iterable[str]:
    """Return both texts; long ones from shortly before the place where they part."""
    if max(len(before), len(after)) <= _SHORT:
        return before, after
    alike = next((at for at, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    start = before.rfind(" ", 0, max(alike - _BEFORE, 0)) + 1
    return tuple(f"…{text[start:]}" if start else text for text in (before, after))
