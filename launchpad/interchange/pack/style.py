"""The look of a pack in HTML: both themes, paper always in the light one, and nothing from anywhere else."""

from launchpad.scenes.tokens import DARK, LIGHT, Theme

TOKENS = (
    "window", "surface", "sunken", "line", "text", "text2", "text3", "disabled", "accent", "accent_tint", "ok",
    "ok_tint", "warn", "warn_tint", "bad", "bad_tint", "info", "info_tint",
)  # fmt: skip


def css_ink(tone: str) -> str:
    """The color of a tone as a name that the theme on the reader's screen gives its value."""
    place = tone.removeprefix("track:")
    if place != tone:
        return f"var(--track-{int(place) % len(LIGHT.tracks)})"
    return tone if tone.startswith("#") else f"var(--{tone.replace('_', '-')})"


def _colors(theme: Theme) -> str:
    named = [f"--{token.replace('_', '-')}: {getattr(theme, token)};" for token in TOKENS]
    return " ".join([*named, *(f"--track-{place}: {color};" for place, color in enumerate(theme.tracks))])


def style_sheet() -> str:
    """The whole style sheet."""
    dark = f"@media (prefers-color-scheme: dark) {{ :root {{ color-scheme: dark; {_colors(DARK)} }} }}"
    paper = f"@media print {{ :root {{ color-scheme: light; {_colors(LIGHT)} }} {_PRINT} }}"
    return "\n".join([f":root {{ color-scheme: light; {_colors(LIGHT)} }}", dark, _LOOK, paper])


_LOOK = """
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--window); color: var(--text);
  font: 14px/1.45 "Launchpad Sans", Inter, system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
main { max-width: 1000px; margin: 0 auto; padding: 32px 40px 48px; background: var(--surface); min-height: 100vh; }
h1 { font-size: 26px; line-height: 1.2; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 15px; margin: 28px 0 6px; break-after: avoid; overflow-wrap: anywhere; }
p { margin: 6px 0; overflow-wrap: anywhere; }
.quiet, .note { color: var(--text2); }
.note { margin-left: 6px; font-size: 13px; font-weight: 400; }
.strong { font-weight: 600; }
.ok { color: var(--ok); } .warn { color: var(--warn); } .bad { color: var(--bad); } .info { color: var(--info); }
.text2 { color: var(--text2); } .text3 { color: var(--text3); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 8px; margin: 12px 0; }
.figures div { background: var(--sunken); border-radius: 6px; padding: 8px 12px; }
.figures dt { font-size: 12px; color: var(--text2); }
.figures dd { margin: 0; font-size: 20px; font-weight: 650; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 13px; margin: 6px 0 12px; }
th { text-align: left; font-weight: 500; color: var(--text2); font-size: 12px; }
th, td { padding: 4px 8px 4px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th.right, td.right { text-align: right; font-variant-numeric: tabular-nums; padding-right: 16px; }
th.center, td.center { text-align: center; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
a { color: var(--accent); }
.host { color: var(--text2); font-size: 12px; }
figure { margin: 8px 0; break-inside: avoid; }
figure svg { display: block; width: 100%; height: auto; }
.halves { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 0 24px; }
footer { margin-top: 32px; padding-top: 8px; border-top: 1px solid var(--line); font-size: 12px; color: var(--text2); }
@media (max-width: 700px) { main { padding: 20px 16px; } }
"""

_PRINT = """
@page { margin: 12mm 13mm 14mm; @bottom-right { content: counter(page) " of " counter(pages); font: 8pt sans-serif;
  color: #5B6475; } }
* { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { background: none; font-size: 9.5pt; }
main { max-width: none; padding: 0; min-height: 0; }
h1 { font-size: 17pt; } h2 { font-size: 11pt; margin: 12pt 0 3pt; }
table { font-size: 8.5pt; margin: 2pt 0 6pt; } th { font-size: 8pt; }
th, td { padding: 2.2pt 6pt 2.2pt 0; }
.figures { grid-template-columns: repeat(5, 1fr); gap: 5pt; margin: 6pt 0; }
.figures div { padding: 4pt 7pt; } .figures dt { font-size: 7.5pt; } .figures dd { font-size: 13pt; }
.halves { grid-template-columns: 1fr 1fr; }
a { color: inherit; text-decoration: none; }
footer { margin-top: 10pt; font-size: 7.5pt; }
.small main { zoom: var(--fit); }
.small h2 { margin: 8pt 0 1pt; } .small p { margin: 1pt 0; } .small footer { margin-top: 4pt; padding-top: 2pt; }
"""
