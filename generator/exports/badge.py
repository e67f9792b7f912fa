"""An office's badge as a picture: no script, no style, words that can be read, selected and read aloud."""

from __future__ import annotations

from markupsafe import Markup

from generator.views.badge import HEIGHT, PER_LETTER, Badge


def as_svg(badge: Badge) -> str:
    """Return the badge as one self-contained SVG, its words also as title and description for screen readers."""
    wide, high = badge.width, badge.height
    head = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" '
        'aria-labelledby="judul isi">\n<title id="judul">{judul}</title>\n<desc id="isi">{isi}</desc>\n'
        '<rect x="0.5" y="0.5" width="{iw}" height="{ih}" rx="4" fill="#fff" stroke="#5c0f1a"/>\n'
        '<g font-family="sans-serif" font-size="13" fill="#1c1c1c">\n'
    ).format(w=wide, h=high, iw=wide - 1, ih=high - 1, judul=badge.judul, isi=badge.sentence)
    lines = [
        Markup('<text x="{x}" y="{y}" textLength="{long}" lengthAdjust="spacingAndGlyphs">{words}</text>\n').format(
            x=HEIGHT // 2, y=HEIGHT * number + 20, long=round(len(words) * PER_LETTER), words=words
        )
        for number, words in enumerate(badge.baris)
    ]
    return f"{head}{''.join(lines)}</g>\n</svg>\n"
