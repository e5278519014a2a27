import { FPIR_RATES, type EvaluationReport } from './evaluate.js';
import { scoreKinds, type ScoreKind } from './scores.js';

export const SCORE_NAMES: Readonly<Record<ScoreKind, string>> = {
  first: 'first encoder',
  second: 'second encoder',
  fused: 'both, always',
  product: 'as at a kiosk',
};

export const percent = (share: number | null | undefined, digits = 2): string =>
  share === null || share === undefined || Number.isNaN(share) ? '–' : `${(share * 100).toFixed(digits)} %`;

/** The report as lines of plain text. */
export function textReport(report: EvaluationReport): string {
  const { asShipped, scores, times } = report;
  const rows = scoreKinds.map((kind) => {
    const { rank1, tarAtFar, fnirAtFpir, fnirIntervals, verification } = scores[kind];
    const { low, high } = fnirIntervals['0.003']!;
    return [
      SCORE_NAMES[kind],
      percent(rank1),
      percent(tarAtFar['0.001']),
      ...FPIR_RATES.map((rate) => percent(fnirAtFpir[String(rate)])),
      `${percent(low)} … ${percent(high)}`,
      percent(verification?.accuracy),
    ];
  });
  const heading = [
    '',
    'rank-1',
    'TAR at FAR 0.1 %',
    'FNIR at FPIR 0.1 %',
    '0.3 %',
    '1 %',
    '95 % interval at 0.3 %',
    'verification',
  ];
  const blocks = [
    `${report.images} photos of ${report.people} people; failure to acquire: ${report.failureToAcquire}; several faces: ${report.severalFaces}; too poor for a kiosk: ${report.poorQuality}`,
    ...failureLines(report),
    `${report.eligible} people can be enrolled, with ${report.enrol} each; ${report.splits} splits, seed ${report.seed}; ` +
      `${report.comparisons.mated} mated probes, ${report.comparisons.nonMated} of strangers; ` +
      `${report.comparisons.matedPairs} pairs of one person, ${report.comparisons.nonMatedPairs} of two`,
    '',
    table([heading, ...rows]),
    '',
    `With the shipped thresholds (sure ${asShipped.policy.first.sure.toFixed(3)}, both ${asShipped.policy.fused.threshold.toFixed(3)}): ` +
      `FNIR ${percent(asShipped.fnir)}, FPIR ${percent(asShipped.fpir)}, taken for somebody else ${percent(asShipped.misidentified)}; ` +
      `a second opinion for ${percent(asShipped.askedSecond.mated, 1)} of the mated and ${percent(asShipped.askedSecond.strangers, 1)} of the strangers`,
    `Confidence, given → right: ${report.reliability
      .filter(({ observed }) => observed !== null)
      .map(({ predicted, observed, trials }) => `${predicted.toFixed(3)} → ${observed!.toFixed(3)} (${trials})`)
      .join(', ')}`,
    ...groupLines(report),
    `Milliseconds a photo: decode ${times.decode.toFixed(1)}, first encoder ${times.analyze.toFixed(1)}, second ${times.second.toFixed(1)}`,
    wouldSetLine(report),
  ];
  return blocks.join('\n');
}

const MOST_FAILURES_NAMED = 20;

function failureLines({ failures }: EvaluationReport): string[] {
  const more = failures.length - MOST_FAILURES_NAMED;
  return [
    ...failures.slice(0, MOST_FAILURES_NAMED).map(({ file, reason }) => `  not acquired: ${file}: ${reason}`),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ];
}

function groupLines({ groups }: EvaluationReport): string[] {
  if (groups.length === 0) return [];
  const rows = groups.map(({ group, people, photos, failureToAcquire, fnir, fpir }) => [
    group,
    String(people),
    String(photos),
    String(failureToAcquire),
    percent(fnir),
    percent(fpir),
  ]);
  return ['', table([['group', 'people', 'photos', 'not acquired', 'FNIR', 'FPIR'], ...rows]), ''];
}

function wouldSetLine({ wouldSet }: EvaluationReport): string {
  if (!wouldSet) return 'Too few people for thresholds of their own.';
  const { first, fused } = wouldSet.policy;
  return `This set alone would set: sure ${first.sure.toFixed(3)}, both ${fused.threshold.toFixed(3)}`;
}

/** Columns side by side, the first to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  '),
    )
    .join('\n');
}
