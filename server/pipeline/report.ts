import type { ModelCard, ModelFigures } from '../models/model-card.js';
import { htmlPage } from '../recognition/evaluation/html-page.js';
import { tableOf } from '../recognition/evaluation/html-report.js';
import { linePlot, type Axis } from '../recognition/evaluation/svg-plot.js';
import type { HeadCurve } from '../training/head.js';
import type { Finding } from './findings.rules.js';
import type { Judged } from './judge.js';

/** What a report tells besides the card. */
export interface ReportParts {
  card: ModelCard;
  candidate: Judged;
  production: Judged;
  findings: readonly Finding[];
  curves: readonly HeadCurve[];
}

const MOST_FINDINGS = 200;

/** One page that needs nothing besides: a version beside what was in production, no photo, no script. */
export function versionReport({ card, candidate, production, findings, curves }: ReportParts): string {
  const { gate, data, calibration } = card;
  return htmlPage(`Model version ${card.id}`, [
    `<p><strong>${gate.passed ? 'The comparison with production let it pass.' : 'The comparison with production refused it.'}</strong></p>`,
    gate.reasons.length > 0
      ? tableOf(
          'Why',
          ['reason'],
          gate.reasons.map((reason) => [reason]),
        )
      : '',
    tableOf('Figures on held-out photos', ['', 'this version', `production (${card.production.id})`], figureRows(card)),
    `<div class="plots">${detPlot(candidate, production)}${curvePlots(curves)}</div>`,
    tableOf(
      'Card',
      ['', ''],
      [
        ['made', card.createdAt],
        ['photos from', data.source],
        ['people', String(data.people)],
        ['samples: learnt from, judged on', `${data.train}, ${data.test}`],
        ['encoders', `${card.encoders.modelId}, ${card.encoders.secondModelId}`],
        ['thresholds rest on', calibration.source],
        [
          'thresholds for its people: sure, both',
          `${calibration.sure.toFixed(3)}, ${calibration.threshold.toFixed(3)}`,
        ],
        ...calibration.notes.map((note) => ['note', note]),
        ...card.licences.map((licence) => ['licence', licence]),
        ...card.limits.map((limit) => ['limit', limit]),
      ],
    ),
    tableOf(
      'Enrolled people whose nearest person was another one',
      ['person', 'nearest', 'share of their photos'],
      candidate.confusions.map(({ person, nearest, share }) => [person, nearest, percent(share)]),
    ),
    tableOf(
      'Different people who are most alike',
      ['', '', 'first encoder', 'both'],
      candidate.nearestImpostors.map(({ a, b, first, fused }) => [a, b, first.toFixed(3), fused.toFixed(3)]),
    ),
    tableOf(
      `What is wrong with samples (${findings.length})`,
      ['person', 'part', 'sample', 'what', 'in words', 'seems to be'],
      findings
        .slice(0, MOST_FINDINGS)
        .map(({ person, part, file, kind, words, other }) => [
          person,
          part,
          lastOf(file),
          kind,
          words,
          lastOf(other ?? ''),
        ]),
    ),
  ]);
}

function figureRows({ figures, production, head }: ModelCard): string[][] {
  const row = (name: string, of: (figures: ModelFigures) => string): string[] => [
    name,
    of(figures),
    of(production.figures),
  ];
  return [
    row('probes: enrolled people, strangers', ({ probes }) => `${probes.mated}, ${probes.strangers}`),
    row('enrolled people not recognised (FNIR)', ({ fnir }) => percent(fnir)),
    row('strangers taken for somebody (FPIR)', ({ fpir }) => percent(fpir)),
    row('enrolled people taken for somebody else', ({ misidentified }) => percent(misidentified)),
    row('rank-1', ({ rank1 }) => percent(rank1)),
    ...Object.keys(figures.fnirAtFpir).map((fpir) =>
      row(`FNIR at FPIR ${Number(fpir) * 100} % (95 %)`, ({ fnirAtFpir, fnirIntervals }) => {
        const interval = fnirIntervals[fpir];
        return `${percent(fnirAtFpir[fpir])} (${percent(interval?.low)} to ${percent(interval?.high)})`;
      }),
    ),
    head
      ? [
          `head as a second opinion, FNIR at FPIR ${head.fpir * 100} %`,
          `${percent(head.fnirWith)} with, ${percent(head.fnirWithout)} without`,
          head.helps ? 'used' : 'not used',
        ]
      : ['head as a second opinion', 'not trained', ''],
  ];
}

function detPlot(candidate: Judged, production: Judged): string {
  const { mated, strangers } = candidate.figures.probes;
  const rate = (label: string, count: number): Axis => ({
    label,
    low: 1 / Math.max(10, count),
    high: 1,
    logarithmic: true,
  });
  const curve = (name: string, { det }: Judged) => ({
    name,
    points: det.map(({ falseAccepts, falseRejects }) => ({ x: falseAccepts, y: falseRejects })),
  });
  return linePlot('DET: open set, held-out photos', rate('FPIR', strangers), rate('FNIR', mated), [
    curve('this version', candidate),
    curve('production', production),
  ]);
}

function curvePlots(curves: readonly HeadCurve[]): string {
  if (curves.length === 0) return '';
  const x: Axis = { label: 'epoch', low: 1, high: Math.max(2, curves.length), logarithmic: false };
  const series = [
    { name: 'training', points: curves.map(({ loss }, index) => ({ x: index + 1, y: loss })) },
    { name: 'stopping', points: curves.map(({ stopLoss }, index) => ({ x: index + 1, y: stopLoss })) },
  ];
  const high = Math.max(...series.flatMap(({ points }) => points.map(({ y }) => y)), 0.01);
  return linePlot('Head: loss', x, { label: 'cross-entropy', low: 0, high, logarithmic: false }, series);
}

const percent = (share: number | null | undefined): string => (share == null ? '–' : `${(share * 100).toFixed(2)} %`);
const lastOf = (file: string): string => file.split(/[\\/]/).at(-1)!;
