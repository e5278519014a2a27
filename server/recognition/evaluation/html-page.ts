import { escapeText } from './svg-plot.js';

const STYLE = `
:root{color-scheme:light dark;--ink:#1f2328;--paper:#fff;--soft:#59636e;--grid:#d8dee4;--series-1:#0969da;--series-2:#bc4c00;--series-3:#1a7f37;--series-4:#8250df}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0d1117;--soft:#9198a1;--grid:#30363d;--series-1:#58a6ff;--series-2:#f0883e;--series-3:#3fb950;--series-4:#bc8cff}}
body{margin:2rem auto;max-width:70rem;padding:0 1rem;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));gap:1.5rem}
figure{margin:0}figcaption,caption{font-weight:600;text-align:left;white-space:nowrap;margin-bottom:.4rem}
svg{width:100%;height:auto}svg text{font-size:11px;fill:var(--soft)}.grid{stroke:var(--grid);fill:none}
.legend span{margin-right:1rem;color:var(--soft)}.legend i{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin-right:.35em}
.wide{overflow-x:auto}table{border-collapse:collapse;margin:1.5rem 0}td,th{padding:.25rem .7rem;border-bottom:1px solid var(--grid);text-align:right;white-space:nowrap}td:first-child,th:first-child{text-align:left}`;

/** A page that needs nothing besides: no script, no photo, no other file. `content` is HTML. */
export function htmlPage(title: string, content: readonly string[]): string {
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${escapeText(title)}</title><style>${STYLE}</style>`,
    `<h1>${escapeText(title)}</h1>`,
    ...content,
    '</html>',
  ].join('\n');
}
