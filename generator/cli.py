"""The command ``kolom``. Exit codes: 0 ok, 1 findings, 2 usage, 3 engine or environment, 70 fault of kolom itself."""

from __future__ import annotations

import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from generator import __version__
from generator.options import DayOption, OfficeOption, WorkspaceOption, read_given_day, tell_completion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.findings import Finding
    from generator.settings import Workspace

FINDINGS, USAGE, ENGINE, FAULT = 1, 2, 3, 70

# Commands import what they need inside themselves, so that start-up stays within 0.15 s of CPU.
app = typer.Typer(
    help="Kolom RB: dari rencana aksi kantor KPU menjadi situs transparansi.",
    no_args_is_help=True,
    # Typer's traceback would print local variables, and with them personal data.
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def main() -> None:
    """Run the command; report a fault of kolom itself in one line with its place, and exit with FAULT."""
    try:
        command = typer.main.get_command(app)
        tell_completion(command.params)
        command()
    except Exception as error:  # noqa: BLE001 - the last door: nothing may reach a clerk as a traceback
        # Only place and type: the message of an error may quote the data, personal numbers included.
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno}"
        what = f"Galat internal kolom {__version__} di {place} ({type(error).__name__}); datanya tidak diubah."
        typer.echo(f"{what} Laporkan baris ini kepada pengelola.", err=True)
        sys.exit(FAULT)


@app.callback(invoke_without_command=True)
def versi(versi_: Annotated[bool, typer.Option("--versi", "--version", help="Tampilkan versi.")] = False) -> None:
    """Kolom RB: dari rencana aksi kantor KPU menjadi situs transparansi."""
    if versi_:
        typer.echo(__version__)
        raise typer.Exit


@app.command()
def periksa(  # noqa: PLR0913, PLR0917 - one for each option of the command
    format_: Annotated[str, typer.Option("--format", help="teks, json, atau github.")] = "teks",
    detailed: Annotated[
        bool, typer.Option("--rinci", help="Sebut tiap baris yang bulannya berbeda dari tandanya.")
    ] = False,
    sejak: Annotated[
        str | None,
        typer.Option("--sejak", help="Sebut juga entri yang diubah dan rencana yang diringankan.", metavar="COMMIT"),
    ] = None,
    workspace: WorkspaceOption = Path(),
    per_tanggal: DayOption = None,
    satker: OfficeOption = None,
) -> None:
    """Periksa seluruh isi dan sebut semua yang salah sekaligus.

    Contoh: kolom periksa --format github --sejak HEAD
    """
    from generator.findings import FORMATS, count_galat, sort_findings
    from generator.inspect import assess_years, check_content
    from generator.summary import format_verdict, summarize

    if format_ not in FORMATS:
        known = ", ".join(FORMATS)
        raise typer.BadParameter("pilih salah satu: " + known, param_hint="--format")
    space = _workspace(workspace)
    given = read_given_day(space, per_tanggal, satker)
    broken_log = _sejak(space, sejak)
    isi, findings = check_content(space, given)
    findings = sort_findings((*findings, *broken_log))
    # Findings come last, where they stay in sight; tables only if no mistake makes their figures meaningless.
    if format_ == "teks" and isi is not None and (detailed or not count_galat(findings)):
        from generator.history import History

        states, _ = assess_years(isi, History(space.root), given)
        typer.echo(summarize(isi, states, detailed=detailed), nl=False)
    typer.echo(FORMATS[format_](findings), nl=False)
    if format_ == "teks":
        typer.echo(format_verdict(findings))
    raise typer.Exit(FINDINGS if count_galat(findings) else 0)


@app.command()
def bangun(
    workspace: WorkspaceOption = Path(),
    per_tanggal: DayOption = None,
    satker: OfficeOption = None,
    luring: Annotated[
        Path | None, typer.Option("--luring", help="Tulis juga seluruh situs ke satu ZIP yang dibuka tanpa internet.")
    ] = None,
) -> None:
    """Bangun situs; situs lama tetap utuh sampai yang baru selesai seluruhnya.

    Contoh: kolom bangun --per-tanggal 2022-12-31 --luring kolom-rb.zip
    """
    from generator.findings import InvalidContentError, as_text
    from generator.mkdocs_build import EngineError, build_fresh

    if luring is not None and (luring.suffix != ".zip" or not luring.absolute().parent.is_dir()):
        raise typer.BadParameter("tulis nama berkas .zip di folder yang ada", param_hint="--luring")
    started, space = time.monotonic(), _workspace(workspace)
    try:
        hasil = build_fresh(space, read_given_day(space, per_tanggal, satker))
    except InvalidContentError as error:
        _refuse(error.findings)
    except EngineError as error:
        _engine_error(error)
    typer.echo(as_text(hasil.findings), nl=False)
    for say in hasil.notes:
        typer.echo(f"{say}.", err=True)
    if luring is not None:
        from generator.finish.packs import write_offline

        size = write_offline(hasil.folder, luring.absolute(), nama=hasil.situs.nama, alamat=hasil.situs.alamat)
        typer.echo(f"{luring}: {size / 1e6:.1f} MB, dibuka tanpa internet", err=True)
    typer.echo(f"{hasil.halaman} halaman di {hasil.folder} dalam {time.monotonic() - started:.1f} detik", err=True)


@app.command()
def sajikan(
    workspace: WorkspaceOption = Path(),
    alamat: Annotated[str, typer.Option(help="Alamat dan gerbang.")] = "127.0.0.1:8000",
) -> None:
    """Sajikan situs di komputer ini; berubah sendiri tiap kali berkas disimpan.

    Contoh: kolom sajikan --alamat 127.0.0.1:8001
    """
    from generator.mkdocs_build import EngineError, serve_live

    typer.echo(f"Situs akan tampil di http://{alamat}/ ; tekan Ctrl+C untuk berhenti.", err=True)
    try:
        serve_live(_workspace(workspace), alamat)
    except EngineError as error:
        _engine_error(error)


@app.command()
def tulis(
    folder: Annotated[Path, typer.Argument(help="Folder kosong, atau yang pernah ditulis perintah ini.")],
    workspace: WorkspaceOption = Path(),
    per_tanggal: DayOption = None,
    satker: OfficeOption = None,
) -> None:
    """Tulis seluruh situs sebagai Markdown, beserta pengaturan untuk mesin apa pun.

    Contoh: kolom tulis /tmp/kolom
    """
    from generator.build import build_site
    from generator.findings import InvalidContentError
    from generator.write import write_tree

    space = _workspace(workspace)
    try:
        # Packs and search indexes are made from finished HTML, which another engine makes without us.
        built = build_site(space, read_given_day(space, per_tanggal, satker), with_packs=False, with_search=False)
        count = write_tree(built, space, folder)
    except InvalidContentError as error:
        _refuse(error.findings)
    except (FileExistsError, NotADirectoryError):
        raise typer.BadParameter("folder berisi berkas lain; pilih folder kosong", param_hint="FOLDER") from None
    typer.echo(f"{count} berkas di {folder / 'docs'}", err=True)


@app.command()
def skema(
    nama: Annotated[str | None, typer.Argument(help="Nama skema, contoh rencana-rb.")] = None,
    tulis_: Annotated[bool, typer.Option("--tulis", help="Tulis semua skema ke site_config/skema/.")] = False,
    workspace: WorkspaceOption = Path(),
) -> None:
    """Tampilkan skema JSON sebuah jenis berkas, atau tulis semuanya.

    Contoh: kolom skema rencana-rb
    """
    from generator.exports.catalogue import build_schemas
    from generator.exports.files import as_json

    schemas = build_schemas()
    if tulis_:
        folder = _workspace(workspace).schemas
        folder.mkdir(parents=True, exist_ok=True)
        for name, schema in schemas.items():
            (folder / f"{name}.schema.json").write_text(as_json(schema), encoding="utf-8")
        typer.echo(f"{len(schemas)} skema di {folder}", err=True)
    elif nama in schemas:
        typer.echo(as_json(schemas[nama]), nl=False)
    else:
        raise typer.BadParameter("pilih salah satu: " + ", ".join(schemas), param_hint="NAMA")


@app.command()
def dokter(
    tajuk: Annotated[
        str | None,
        typer.Option("--tajuk", help="Tampilkan setelan peladen web: nginx, apache, caddy, atau headers."),
    ] = None,
    workspace: WorkspaceOption = Path(),
) -> None:
    """Periksa apakah komputer ini siap membangun situs, dan apa obatnya bila belum.

    Contoh: kolom dokter; kolom dokter --tajuk nginx > kolom.conf
    """
    from generator.doctor import examine, read_alamat
    from generator.hosting.headers import WRITERS
    from generator.settings import find_workspace

    if tajuk is not None:
        if tajuk not in WRITERS:
            raise typer.BadParameter("pilih salah satu: " + ", ".join(WRITERS), param_hint="--tajuk")
        typer.echo(WRITERS[tajuk](read_alamat(_workspace(workspace))), nl=False)
        return
    sick = False
    for symptoms in examine(find_workspace(workspace)):
        sick = sick or bool(symptoms.remedy and symptoms.required)
        mark = "baik  " if symptoms.remedy is None else "kurang"
        typer.echo(f"{mark} {symptoms.name}: {symptoms.state}" + (f"; {symptoms.remedy}" if symptoms.remedy else ""))
    raise typer.Exit(ENGINE if sick else 0)


def _workspace(start: Path) -> Workspace:
    from generator.settings import DATA, find_workspace

    found = find_workspace(start)
    if found is None:
        place = f"Folder {DATA} tidak ditemukan di {start.resolve()} maupun di atasnya"
        typer.echo(f"{place}; pindah ke folder situs, atau pakai --ruang.", err=True)
        raise typer.Exit(USAGE)
    return found


def _sejak(workspace: Workspace, commit: str | None) -> tuple[Finding, ...]:
    """Return what has happened to the log since a commit; say on stderr how much was compared."""
    if commit is None:
        return ()
    from generator.history import UnknownCommitError
    from generator.inspect import compare_since

    try:
        hasil = compare_since(workspace, commit)
    except UnknownCommitError as error:
        typer.echo(f"--sejak: {error}.", err=True)
        raise typer.Exit(USAGE) from None
    compared = f"{hasil.count} entri realisasi dan {hasil.baris} baris rencana di commit {hasil.commit}"
    typer.echo(f"{compared} dibandingkan dengan isi sekarang", err=True)
    return hasil.findings


def _refuse(findings: Sequence[Finding]) -> NoReturn:
    from generator.findings import as_text
    from generator.summary import format_verdict

    typer.echo(as_text(findings), nl=False)
    typer.echo(format_verdict(findings))
    typer.echo("Situs tidak dibangun; yang lama tetap seperti semula.", err=True)
    raise typer.Exit(FINDINGS)


def _engine_error(error: Exception) -> NoReturn:
    typer.echo(f"Mesin situs berhenti: {error}. Situs lama tetap seperti semula; coba kolom dokter.", err=True)
    raise typer.Exit(ENGINE)
