import { htmlPage } from './html-page.js';
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

/** One page that needs nothing besides: no script, no photo, no other file. */
export function htmlReport(report: EvaluationReport, card: ReportCard): string {
  const { asShipped } = report;
  return htmlPage(`Recognition on ${card.dataset}${card.degrade ? `, ${card.degrade}` : ''}`, [
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
  ]);
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
