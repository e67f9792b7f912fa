"""The page that shows findings while a site is served; never part of a built site."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.findings import Finding, count_galat
from generator.output import OutputFile


def render_findings(findings: Sequence[Finding]) -> OutputFile:
    """Return /galat/: every finding with its place and what to do."""
    # No template: the page must work when the content is too broken for a view of the site.
    rows = Markup("\n").join(
        Markup("<tr><td>{}:{}:{}</td><td>{} [{}]</td><td>{}; {}</td></tr>").format(
            f.place.file, f.place.line, f.place.column, f.severity, f.code, f.message, f.suggestion
        )
        for f in findings
    )
    body = (
        "\n# Galat isi {: #isi }\n\n"
        "<p>Situs yang tampil adalah yang terakhir benar. Perbaiki baris-baris ini, lalu simpan.</p>\n\n"
        '<table class="kamus-data">\n<thead><tr><th scope="col">Tempat</th><th scope="col">Aturan</th>'
        f'<th scope="col">Yang salah dan sarannya</th></tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n'
    )
    meta = {"title": f"{count_galat(findings)} galat", "description": "Galat isi", "robots": "noindex"}
    return OutputFile("galat/index.md", body, meta)
