"""The page's style sheet: for a phone first, then for wide screens, dark rooms and paper."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable

from cxaudit.app.brand import Brand
from cxaudit.report.web.palette import dark, light, paints, variables

BASE = """
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--sunken);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,
"Noto Sans",Arial,sans-serif;overflow-wrap:break-word}
p,ul,ol,dl,figure,table,h2,h3,h4{margin:0 0 .8rem}
a{color:var(--accent-strong)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-100rem;top:0;z-index:2;padding:.75rem 1rem;background:var(--surface)}
.skip:focus{left:0}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.cover{background:var(--band);color:#fff}
.cover>div{max-width:78rem;margin:0 auto;padding:1.5rem 1rem 0}
.cover .top{display:flex;gap:1rem;justify-content:space-between;align-items:flex-start;margin-bottom:2rem}
.cover .logo{background:#fff;padding:.5rem;border-radius:.25rem;max-width:11rem;max-height:5rem}
.cover h1{font:700 2.25rem/1.15 var(--titles);margin:0 0 .5rem;max-width:30ch}
.cover p{margin:0 0 .5rem;max-width:60ch}
.cover .kind{font-weight:600}
.cover .badge{border:1px solid #fff;border-radius:.25rem;padding:.1rem .5rem;margin-left:.75rem}
.cover .subtitle{font-size:1.125rem;margin-bottom:1.5rem}
.cover dl{display:grid;grid-template-columns:auto 1fr;gap:.15rem 1.25rem;margin:0}
.cover dd{margin:0;font-weight:600}
.cover .ladder{display:block;width:100%;height:3.5rem;margin-top:1.5rem}
.body{max-width:78rem;margin:0 auto;padding:0 0 2rem}
nav{padding:1rem}
nav h2{font-size:1rem;margin-bottom:.25rem}
nav ul{list-style:none;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:0 1.25rem}
nav a{display:inline-block;padding:.65rem 0;text-decoration:none}
nav a:hover{text-decoration:underline}
main>section{background:var(--surface);border-top:3px solid var(--brand);padding:1.25rem 1rem .5rem;margin:0 0 1rem}
h2,h3,h4{line-height:1.25;text-wrap:balance}
main h2{font:700 1.5rem/1.2 var(--titles);color:var(--brand);margin-bottom:.9rem}
.kicker{display:block;font:600 .875rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;
color:var(--muted)}
h3{font-size:1.1875rem;margin-top:1.75rem}
h4{font-size:1rem;margin-top:1.6rem}
.lead{font-size:1.125rem;max-width:60ch}
.note{font-size:.875rem;color:var(--muted)}
main p,main li{max-width:75ch}
td p,th p{margin:0 0 .2rem}
ul{padding-left:1.25rem}
li{margin-bottom:.35rem}
.marked{list-style:none;padding:0}
.marked>li{display:grid;grid-template-columns:minmax(1.75rem,auto) 1fr;gap:.5rem}
.mark{font-weight:600;color:var(--accent-strong)}
.numbers{display:grid;grid-template-columns:1fr 1fr;gap:1rem;margin:1.25rem 0 1.5rem}
.numbers div{border-top:1px solid var(--rule);padding-top:.4rem;display:flex;flex-direction:column}
.numbers dt{font-weight:600;order:2}
.numbers dd{margin:0;order:3;font-size:.875rem;color:var(--muted)}
.numbers .value{order:1;font:700 1.875rem/1.2 var(--titles);color:var(--brand)}
.facts{border-top:1px solid var(--rule)}
.facts div{border-bottom:1px solid var(--rule);padding:.35rem 0}
.facts dt{color:var(--muted);font-size:.875rem}
.facts dd{margin:0;font-weight:600}
.brief{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;border:0}
.brief div{display:flex;gap:.4rem;align-items:baseline;border:0;padding:0}
.callout{border-left:4px solid var(--flag);background:var(--flag-tint);padding:.7rem .9rem;margin:0 0 .9rem}
.callout p{margin:0 0 .25rem}
figure{overflow-x:auto}
figure svg{display:block;max-width:none;height:auto}
figcaption,caption{font-size:.875rem;color:var(--muted);text-align:left;padding:.3rem 0}
.wide{display:none}
.narrow svg{width:100%}
.key{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;font-size:.875rem;color:var(--muted)}
.key li{display:flex;gap:.4rem;align-items:center;margin:0}
svg text{font-family:inherit}
.scroll{overflow-x:auto;margin-bottom:1rem}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
.scroll .many{min-width:36rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .75rem .45rem 0;border-bottom:1px solid var(--rule)}
th{font-weight:400}
thead th{font-size:.8125rem;font-weight:600;color:var(--muted);vertical-align:bottom;border-bottom-color:var(--muted)}
.middle{text-align:center;padding-left:.5rem;padding-right:.5rem}
td.middle{border-left:2px solid var(--surface)}
td svg,th svg{display:block;max-width:100%;height:auto}
.lanes{display:grid;gap:1.25rem}
.lane{border-top:4px solid currentColor}
.lane>*{color:var(--ink)}
.lane h3{color:inherit;margin:.5rem 0 .1rem}
.lane ol{list-style:none;padding:0}
.lane li{max-width:none;background:var(--sunken);border-radius:.25rem;padding:.6rem .75rem;margin-bottom:.5rem}
.lane li p{margin:0 0 .3rem}
.lane h4{margin:0 0 .2rem}
footer{padding:1rem;font-size:.875rem;color:var(--muted);max-width:78rem;margin:0 auto}
"""
NARROW = """
@media (max-width:43.99rem){
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards,.cards tbody,.cards tr,.cards td,.cards th,.cards caption{display:block;width:auto}
.cards tr{border-bottom:1px solid var(--muted);padding:.6rem 0}
.cards td,.cards tbody th{border:0;padding:.1rem 0 .35rem}
.cards td[data-label]::before{content:attr(data-label);display:block;font-size:.8125rem;color:var(--muted)}
.cards .short{display:inline-block;margin-right:1.25rem}
.cards .short[data-label]::before{display:inline;margin-right:.4rem}
.cards td:empty{display:none}
.cards .rank{float:left;padding-right:.6rem}
.cards .rank::before{display:none!important}
.cards .rank~td{clear:left}
}
"""
WIDE = """
@media (min-width:44rem){
.cover>div{padding:2.5rem 2rem 0}
.cover h1{font-size:3rem}
nav{padding:1.5rem 2rem 1rem}
main>section{padding:1.75rem 2.25rem 1rem;margin:0 0 1.25rem;border-radius:0 0 .375rem .375rem}
.numbers{grid-template-columns:repeat(4,1fr)}
.facts:not(.brief) div{display:grid;grid-template-columns:12rem 1fr;gap:1rem}
.wide{display:block}
.narrow{display:none}
.sized{table-layout:fixed}
}
@media (min-width:60rem){.lanes{grid-template-columns:repeat(3,1fr)}}
@media (min-width:72rem){
.body{display:grid;grid-template-columns:15rem minmax(0,1fr);gap:0 1rem}
nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:1.75rem 0 1rem 2rem}
nav ul{display:block}
nav a{padding:.3rem 0}
main{padding-top:1rem}
footer{padding-left:17rem}
}
"""
PAPER = """
@media print{
@page{margin:18mm}
html{font-size:9.5pt}
body{background:none}
.cover{print-color-adjust:exact;-webkit-print-color-adjust:exact}
nav,.skip{display:none}
.body{display:block;max-width:none}
main>section{padding:1rem 0;margin:0;border-radius:0}
#summary,#profile,#findings,#priorities,#roadmap,#method{break-before:page}
h2,h3,h4,thead,caption{break-after:avoid}
tr,li,figure,.callout{break-inside:avoid}
thead{display:table-header-group}
a{color:inherit;text-decoration:none}
svg,td,th,.callout,.lane li{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.wide{display:block}
.narrow{display:none}
}
"""
SHARE_STEPS = 100
FONT_BYTES = 600_000
"""A brand's font that is larger than this is named and not embedded: the page is read over the phone's network."""


def share(part: float, of: float) -> str:
    """Return the class of a column that takes a part of the width."""
    return f"w{round(SHARE_STEPS * part / of)}"


def style_sheet(brand: Brand, shares: Iterable[str]) -> str:
    """Return the page's style sheet, with a rule for each class of `share` that occurs."""
    found = light(brand)
    titles = '"Report titles",' if brand.font else ""
    system = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif'
    return "".join(
        (
            _font(brand),
            f":root{{color-scheme:light dark;--titles:{titles}{system};{variables(found)}}}",
            f"@media screen and (prefers-color-scheme:dark){{:root{{{variables(dark(brand))}}}}}",
            BASE,
            paints(found),
            "".join(f".{name}{{width:{name[1:]}%}}" for name in sorted(set(shares))),
            NARROW,
            WIDE,
            PAPER,
        )
    )


def _font(brand: Brand) -> str:
    """Return the brand's font for titles as part of the page; it is taken for every weight, and never made bolder."""
    if brand.font is None or len(brand.font.content) > FONT_BYTES:
        return ""
    content = b64encode(brand.font.content).decode()
    return f'@font-face{{font-family:"Report titles";font-weight:1 1000;src:url(data:font/ttf;base64,{content})}}'
