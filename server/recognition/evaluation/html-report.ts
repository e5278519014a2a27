import { FPIR_RATES, HISTOGRAM_END, type EvaluationReport } from './evaluate.js';
import type { OperatingPoint } from './rates.js';
import { scoreKinds } from './scores.js';
import { escapeText, histogram, linePlot, type Axis, type Series } from './svg-plot.js';
import { percent, SCORE_NAMES } from './text-report.js';

/** What was evaluated. */
export interface ReportCard {
  dataset: string;
  degrade: string | null;
  modelIds: readonly string[];
}

export const REPORT_STYLE = `
:root{color-scheme:light dark;--ink:#1f2328;--paper:#fff;--soft:#59636e;--grid:#d8dee4;--series-1:#0969da;--series-2:#bc4c00;--series-3:#1a7f37;--series-4:#8250df}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0d1117;--soft:#9198a1;--grid:#30363d;--series-1:#58a6ff;--series-2:#f0883e;--series-3:#3fb950;--series-4:#bc8cff}}
body{margin:2rem auto;max-width:70rem;padding:0 1rem;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));gap:1.5rem}
figure{margin:0}figcaption,caption{font-weight:600;text-align:left;white-space:nowrap;margin-bottom:.4rem}
svg{width:100%;height:auto}svg text{font-size:11px;fill:var(--soft)}.grid{stroke:var(--grid);fill:none}
.legend span{margin-right:1rem;color:var(--soft)}.legend i{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin-right:.35em}
.wide{overflow-x:auto}table{border-collapse:collapse;margin:1.5rem 0}td,th{padding:.25rem .7rem;border-bottom:1px solid var(--grid);text-align:right;white-space:nowrap}td:first-child,th:first-child{text-align:left}`;

/** One page that needs nothing besides: no script, no photo, no other file. */
export function htmlReport(report: EvaluationReport, card: ReportCard): string {
  const { asShipped } = report;
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>Recognition on ${escapeText(card.dataset)}</title><style>${REPORT_STYLE}</style>`,
    `<h1>Recognition on ${escapeText(card.dataset)}${card.degrade ? `, ${escapeText(card.degrade)}` : ''}</h1>`,
    cardTable(report, card),
    scoresTable(report),
    `<div class="plots">${plots(report)}</div>`,
    `<p>With the shipped thresholds (sure ${asShipped.policy.first.sure.toFixed(3)}, both ${asShipped.policy.fused.threshold.toFixed(3)}): `,
    `FNIR ${percent(asShipped.fnir)}, FPIR ${percent(asShipped.fpir)}, taken for somebody else ${percent(asShipped.misidentified)}. `,
    `A second opinion was needed for ${percent(asShipped.askedSecond.mated, 1)} of the mated probes and ${percent(asShipped.askedSecond.strangers, 1)} of the strangers.</p>`,
    tableOf(
      'Confidence that was given, and how many were right',
      ['given', 'mean', 'right', 'probes'],
      [
        ...report.reliability.map(({ from, to, predicted, observed, trials }) => [
          `${from} – ${to}`,
          predicted.toFixed(3),
          observed === null ? '–' : observed.toFixed(3),
          String(trials),
        ]),
      ],
    ),
    report.groups.length > 0
      ? tableOf(
          'Groups, with the shipped thresholds',
          ['group', 'people', 'photos', 'not acquired', 'FNIR', 'FPIR'],
          [
            ...report.groups.map(({ group, people, photos, failureToAcquire, fnir, fpir }) => [
              group,
              String(people),
              String(photos),
              String(failureToAcquire),
              percent(fnir),
              percent(fpir),
            ]),
          ],
        )
      : '',
    tableOf(
      'Different people who are most alike',
      ['', '', 'first encoder', 'both'],
      [...report.nearestImpostors.map(({ a, b, first, fused }) => [a, b, first.toFixed(3), fused.toFixed(3)])],
    ),
    report.failures.length > 0
      ? tableOf('Not acquired', ['file', 'reason'], [...report.failures.map(({ file, reason }) => [file, reason])])
      : '',
    '</html>',
  ].join('\n');
}

function cardTable(report: EvaluationReport, { modelIds }: ReportCard): string {
  const { times } = report;
  return tableOf(
    'Card',
    ['', ''],
    [
      ['models', modelIds.join(', ')],
      ['photos, people', `${report.images}, ${report.people}`],
      ['failure to acquire', String(report.failureToAcquire)],
      ['several faces', String(report.severalFaces)],
      ['too poor for a kiosk', String(report.poorQuality)],
      ['enrolled photos a person', String(report.enrol)],
      ['splits, seed', `${report.splits}, ${report.seed}`],
      ['probes: mated, strangers', `${report.comparisons.mated}, ${report.comparisons.nonMated}`],
      ['pairs: of one person, of two', `${report.comparisons.matedPairs}, ${report.comparisons.nonMatedPairs}`],
      [
        'milliseconds: decode, first encoder, second',
        [times.decode, times.analyze, times.second].map((ms) => ms.toFixed(1)).join(', '),
      ],
    ],
  );
}

function scoresTable({ scores }: EvaluationReport): string {
  const heading = [
    'score',
    'rank-1',
    'TAR at FAR 1 %',
    '0.1 %',
    '0.01 %',
    ...FPIR_RATES.map((rate) => `FNIR at FPIR ${rate * 100} %`),
    '95 % interval at 0.3 %',
    'verification',
  ];
  const rows = scoreKinds.map((kind) => {
    const { rank1, tarAtFar, fnirAtFpir, fnirIntervals, verification } = scores[kind];
    const { low, high } = fnirIntervals['0.003']!;
    return [
      SCORE_NAMES[kind],
      percent(rank1),
      ...['0.01', '0.001', '0.0001'].map((rate) => percent(tarAtFar[rate])),
      ...FPIR_RATES.map((rate) => percent(fnirAtFpir[String(rate)])),
      `${percent(low)} … ${percent(high)}`,
      percent(verification?.accuracy),
    ];
  });
  return tableOf('Figures', heading, rows);
}

function plots({ scores, comparisons, histograms }: EvaluationReport): string {
  const kinds = ['product', 'first', 'second', 'fused'] as const;
  const curves = (of: 'det' | 'roc', y: (point: OperatingPoint) => number): Series[] =>
    kinds.map((kind) => ({
      name: SCORE_NAMES[kind],
      points: scores[kind][of].map((point) => ({ x: point.falseAccepts, y: y(point) })),
    }));
  const rate = (label: string, count: number): Axis => ({
    label,
    low: 1 / Math.max(10, count),
    high: 1,
    logarithmic: true,
  });
  const kindsOfPairs = (name: 'first' | 'fused') => [
    { name: 'one person', shares: histograms[name].mated },
    { name: 'two people', shares: histograms[name].nonMated },
  ];
  return [
    linePlot(
      'DET: open set',
      rate('FPIR', comparisons.nonMated),
      rate('FNIR', comparisons.mated),
      curves('det', ({ falseRejects }) => falseRejects),
    ),
    linePlot(
      'ROC: pairs',
      rate('FAR', comparisons.nonMatedPairs),
      { label: 'TAR', low: 0.5, high: 1, logarithmic: false },
      curves('roc', ({ falseRejects }) => 1 - falseRejects),
    ),
    histogram('Pairs by the first encoder', 'euclidean distance', HISTOGRAM_END, kindsOfPairs('first')),
    histogram('Pairs by both', 'euclidean + weight × cosine distance', HISTOGRAM_END, kindsOfPairs('fused')),
  ].join('\n');
}

/** Cells are plain text. */
export function tableOf(caption: string, heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: 'td' | 'th', row: readonly string[]): string =>
    `<tr>${row.map((cell) => `<${tag}>${escapeText(cell)}</${tag}>`).join('')}</tr>`;
  const head = heading.some(Boolean) ? `<thead>${cells('th', heading)}</thead>` : '';
  return `<div class="wide"><table><caption>${escapeText(caption)}</caption>${head}<tbody>${rows.map((row) => cells('td', row)).join('')}</tbody></table></div>`;
}
