"""Read the history of the data step by step: what each commit changed, and since when each section is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from generator import routes
from generator.changes import OldRecord, compare, locate, read_records
from generator.changes.status import compare_status
from generator.changes.units import list_units
from generator.history import Changeset, History, open_store
from generator.load.names import build_name_hider
from generator.model.isi import Isi, Kantor
from generator.model.perubahan import Commit, JejakBagian, JenisPerubahan, Perubahan, RiwayatTahun
from generator.model.situs import Rezim
from generator.privacy import find_personal
from generator.settings import DATA, Workspace
from generator.source import LARGEST_FILE, decode_text, parse_yaml

_PLANS = ("rb", "zi")
_HIDDEN = "[tidak ditampilkan: memuat data pribadi]"
Scope = tuple[str, str]
"""What is compared as a whole: an office and its year, or an office and an empty text for its own files."""


def read_changes(workspace: Workspace, isi: Isi) -> dict[str, RiwayatTahun]:
    """Return the history of every office and of every year of it, by their addresses (see routes).

    Without git, before the first commit and in a shallow clone each history only says why it is empty.
    """
    history = History(workspace.root)
    steps = [] if history.is_shallow() else history.list_changesets(DATA)
    if not steps:
        unknown = RiwayatTahun(history.explain(), history.suggest())
        return dict.fromkeys(_addresses(isi), unknown)
    read = _read_steps(workspace, history, steps, isi.kosakata.rezim)
    last = {name: step.commit for step in steps for name in step.files}
    found = {}
    for kantor in isi.kantor:
        for tahun in ("", *(str(tahun.tahun) for tahun in kantor.tahun)):
            address = routes.kantor(kantor.satker) + (f"{tahun}/" if tahun else "")
            files = {name: one for name, one in last.items() if name.startswith(f"{DATA}/{kantor.satker.kode}/")}
            found[address] = replace(_gather(isi, kantor, tahun, read), berkas=files)
    return found


def _addresses(isi: Isi) -> Iterator[str]:
    for kantor in isi.kantor:
        yield routes.kantor(kantor.satker)
        yield from map(routes.tahun, kantor.tahun)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one step of the history changed."""

    commit: Commit
    perubahan: Mapping[Scope, tuple[Perubahan, ...]] = field(default_factory=dict)
    present: Mapping[Scope, tuple[str, ...]] = field(default_factory=dict)
    """The sections that hold data after it, of each office and year that it touched."""
    appeared: Mapping[Scope, tuple[str, ...]] = field(default_factory=dict)
    """The parts of the data (see units) that are there after it and were not before."""
    broken: tuple[str, ...] = ()
    """Files that it left unreadable; what they said before still counts."""


def _read_steps(
    workspace: Workspace, history: History, steps: list[Changeset], rezim: Mapping[str, Rezim]
) -> list[Reading]:
    """Return what each step changed, oldest first; what was read before is taken from the store."""
    store = open_store(workspace.root, [workspace.vocabulary("rezim.yml")])
    path = _Path(rezim)
    read: list[Reading] = []
    for index, step in enumerate(steps):
        kept = _unpack(step.commit, store.get(step.commit.kode))
        if kept is None:
            # All coming steps at once: one call of git instead of one for each commit.
            path.learn(history, steps[index:])
            kept = path.walk(step)
            store.put(step.commit.kode, _pack(kept))
        else:
            path.skip(step, kept.broken)
        read.append(kept)
    return read


@dataclass(slots=True)
class _Path:
    """The place in the history: the last readable content of each file at the current step."""

    rezim: Mapping[str, Rezim]
    blob: dict[Scope, dict[str, str]] = field(default_factory=dict)
    """By the file's name, for those that belong to the data."""
    records: dict[tuple[str, str], tuple[OldRecord, ...] | None] = field(default_factory=dict)
    """The records of a file's content, by its name and blob; None where it cannot be read."""
    states: dict[Scope, Mapping[str, OldRecord]] = field(default_factory=dict)
    """The records of an office's year, or of its own files, where nothing changed since they were put together."""

    def learn(self, history: History, ahead: Iterable[Changeset]) -> None:
        """Read at once all files that the coming steps need: those they change and those compared along with them."""
        coming = [
            (place, name, blob)
            for step in ahead
            for name, blob in step.files.items()
            if blob and (place := locate(name))
        ]
        areas = {area for place, _, _ in coming for area in ((place.satker, ""), (place.satker, place.tahun))}
        there = [pair for area in areas for pair in self.blob.get(area, {}).items()]
        wanted = [*there, *((name, blob) for _, name, blob in coming)]
        new = [pair for pair in dict.fromkeys(wanted) if pair not in self.records]
        content = history.read_contents((blob for _, blob in new), LARGEST_FILE)
        self.records |= {(name, blob): _records(name, content[blob]) for name, blob in new}

    def skip(self, step: Changeset, broken: Iterable[str]) -> None:
        """Apply a step without comparing."""
        for name, blob in step.files.items():
            place = locate(name)
            # A broken file keeps its last readable content, else all its records would look removed.
            if place is None or name in broken:
                continue
            area = (place.satker, place.tahun)
            self.states.pop(area, None)
            files = self.blob.setdefault(area, {})
            if blob is None:
                files.pop(name, None)
            else:
                files[name] = blob

    def walk(self, step: Changeset) -> Reading:
        """Apply a step and return what it changed."""
        touched = {name: place for name in step.files if (place := locate(name))}
        offices = {(place.satker, "") for place in touched.values()}
        areas = sorted(offices | {(place.satker, place.tahun) for place in touched.values()})
        before = {area: self.state(area) for area in areas}
        broken = tuple(n for n in touched if (blob := step.files[n]) and self.records[n, blob] is None)
        self.skip(step, broken)
        after = {area: self.state(area) for area in areas}
        changes = {}
        for area in areas:
            home = (area[0], "")
            skema = bool(before[home]) and _skema(before[home]) != _skema(after[home])
            found = compare(step.commit, before[area], after[area], skema=skema)
            if area[1]:
                found += tuple(compare_status(found, before[area], after[area], int(area[1]), self.rezim))
            if found:
                changes[area] = found
        present = {area: tuple(_sections(after[area].values())) for area in areas}
        appeared = {area: _list_new(before[area], after[area]) for area in areas}
        return Reading(step.commit, changes, present, appeared, broken)

    def state(self, area: Scope) -> Mapping[str, OldRecord]:
        """Return the records of an office's year, or of its own files, at the current step, by kunci."""
        if area not in self.states:
            files = sorted(self.blob.get(area, {}).items())
            self.states[area] = {record.key: record for pair in files for record in self.records[pair] or ()}
        return self.states[area]


def _list_new(before: Mapping[str, OldRecord], after: Mapping[str, OldRecord]) -> tuple[str, ...]:
    known = set(list_units(before.values()))
    return tuple(dict.fromkeys(unit for unit in list_units(after.values()) if unit not in known))


def _records(name: str, raw: bytes | None) -> tuple[OldRecord, ...] | None:
    place = locate(name)
    text = decode_text(raw, name)[0] if raw is not None else None
    if text is None or place is None:
        return None
    reading = parse_yaml(text, name)
    if reading.isi is None:
        # An empty file has been read: it holds no records. Any other without content is broken.
        return () if [finding.code for finding in reading.findings] == ["berkas-kosong"] else None
    return tuple(read_records(place, reading.isi))


def _skema(state: Mapping[str, OldRecord]) -> object:
    return next((record.isi["skema"] for record in state.values() if "skema" in record.isi), None)


def _sections(records: Iterable[OldRecord]) -> Iterator[str]:
    """Yield each section that holds data of its own, once."""
    seen = set()
    for record in records:
        # Only entries of the office itself make a report, not those read out of a decree.
        if record.bagian == "laporan" and (record.jenis != "entri" or record.isi.get("dasar") == "keputusan"):
            continue
        # satker.yml belongs to this section, but without channels it only says who the office is.
        if record.bagian == "kanal" and not (record.isi.get("kanal") or record.isi.get("rekap")):
            continue
        if record.bagian not in seen:
            seen.add(record.bagian)
            yield record.bagian


def _gather(isi: Isi, kantor: Kantor, tahun: str, read: list[Reading]) -> RiwayatTahun:
    """Return the history of one year, or of the office's own data, newest first, fit to be shown."""
    area = (kantor.satker.kode, tahun)
    hide = build_name_hider(kantor, isi.situs.tampilkan_nama)
    today: dict[str, str] = {}
    changes: list[Perubahan] = []
    # Newest first, so that an older kode can be followed to the one of today.
    for step in reversed(read):
        found = step.perubahan.get(area, ())
        for one in found:
            if one.jenis is JenisPerubahan.KODE and one.sebelum and one.sesudah:
                today[one.sebelum] = today.get(one.sesudah, one.sesudah)
        changes += [_shown(one, today, hide) for one in found]
    sections = _trace(read, area)
    sejak = min((one.sejak for one in sections.values()), key=lambda commit: commit.waktu, default=None)
    recorded = _first_commits(read, area)
    if tahun:
        recorded |= _first_commits(read, (area[0], ""))
        own = _trace(read, (area[0], ""))
        # The register of a year also names sections that belong to the office as a whole.
        sections |= {name: own[name] for name in ("layanan", "kanal") if name in own}
        plans = [sections[name] for name in _PLANS if name in sections]
        if plans:
            first = min((one.sejak for one in plans), key=lambda commit: commit.waktu)
            sections["ringkasan"] = JejakBagian(first, max((p.terakhir for p in plans), key=lambda c: c.waktu))
    return RiwayatTahun(sejak=sejak, perubahan=tuple(changes), bagian=sections, dicatat=recorded)


def _first_commits(read: list[Reading], area: Scope) -> dict[str, Commit]:
    """Return the commit since which each part is there without a break: the last by which it appeared."""
    return {unit: step.commit for step in read for unit in step.appeared.get(area, ())}


def _trace(read: list[Reading], area: Scope) -> dict[str, JejakBagian]:
    """Return since when each section holds data without a break, and when it last changed."""
    sections: dict[str, JejakBagian] = {}
    for step in read:
        if area not in step.present:
            continue
        # A status may change by what other files say; then this section's own data did not.
        changed = {one.bagian for one in step.perubahan.get(area, ()) if one.jenis is not JenisPerubahan.STATUS}
        present = step.present[area]
        sections = {
            name: JejakBagian(step.commit, step.commit)
            if name not in sections
            else replace(sections[name], terakhir=step.commit)
            if name in changed
            else sections[name]
            for name in present
        }
    return sections


def _shown(one: Perubahan, today: Mapping[str, str], hide: Callable[[str], str]) -> Perubahan:
    """Return a difference with today's kode, and without personal data or names that may no longer be shown."""

    # Old commits may hold what was removed for a reason; the history must not publish it again.
    def safe(words: str | None) -> str | None:
        if words is None:
            return None
        return _HIDDEN if next(find_personal(words), None) else hide(words)

    kode = one.sesudah if one.jenis is JenisPerubahan.KODE and one.sesudah else one.kode
    return replace(
        one,
        kode=today.get(kode, kode),
        tempat=tuple(today.get(part, part) for part in one.tempat),
        nama=safe(one.nama),
        sebelum=safe(one.sebelum),
        sesudah=safe(one.sesudah),
    )


def _pack(reading: Reading) -> dict[str, Any]:
    def plain(one: Perubahan) -> dict[str, Any]:
        return {name: value for name, value in asdict(one).items() if name != "commit"}

    return {
        "perubahan": [[*area, [plain(one) for one in found]] for area, found in reading.perubahan.items()],
        "ada": [[*area, list(names)] for area, names in reading.present.items()],
        "muncul": [[*area, list(units)] for area, units in reading.appeared.items()],
        "rusak": list(reading.broken),
    }


def _unpack(commit: Commit, kept: dict[str, Any] | None) -> Reading | None:
    if kept is None:
        return None
    try:
        changes = {
            (satker, tahun): tuple(_restore(commit, one) for one in found) for satker, tahun, found in kept["perubahan"]
        }
        present = {(satker, tahun): tuple(names) for satker, tahun, names in kept["ada"]}
        appeared = {(satker, tahun): tuple(units) for satker, tahun, units in kept["muncul"]}
        return Reading(commit, changes, present, appeared, tuple(kept["rusak"]))
    except (KeyError, TypeError, ValueError):
        return None


def _restore(commit: Commit, one: dict[str, Any]) -> Perubahan:
    fields = one | {"jenis": JenisPerubahan(one["jenis"]), "tempat": tuple(one["tempat"])}
    return Perubahan(commit=commit, **fields)
