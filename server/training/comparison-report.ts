import { htmlPage } from '../recognition/evaluation/html-page.js';
import { tableOf } from '../recognition/evaluation/html-report.js';
import { escapeText, linePlot, type Axis } from '../recognition/evaluation/svg-plot.js';
import { percent } from '../recognition/evaluation/text-report.js';
import type { CnnComparison } from './compare-cnn.js';

/** What is compared, and for each contestant in words. */
function rows({ contestants }: CnnComparison): string[][] {
  const row = (words: string, of: (contestant: CnnComparison['contestants'][number]) => string): string[] => [
    words,
    ...contestants.map(of),
  ];
  return [
    row('right of those known (closed set)', ({ closedSet }) => percent(closedSet)),
    row('strangers taken for somebody, as used (FPIR)', ({ fpir }) => percent(fpir)),
    row('known people not recognised, as used (FNIR)', ({ fnir }) => percent(fnir)),
    row('FNIR where 1 % of these strangers pass', ({ fnirAtBest }) => percent(fnirAtBest)),
    row('to add a person', ({ secondsToAddPerson }) => `${secondsToAddPerson.toFixed(1)} s`),
    row('a photograph', ({ millisecondsAPhoto }) => `${millisecondsAPhoto.toFixed(0)} ms`),
  ];
}

const about = ({ dataset, people, strangers, probes }: CnnComparison): string =>
  `${dataset}: ${people} people known, ${probes.known} Test photographs of theirs; ${strangers} strangers with ${probes.strangers} photographs`;

/** A table of plain text, which is Markdown besides. */
export function comparisonText(comparison: CnnComparison): string {
  const heading = ['', ...comparison.contestants.map(({ name }) => name)];
  const table = [heading, heading.map(() => '---'), ...rows(comparison)];
  return [about(comparison), '', ...table.map((cells) => `| ${cells.join(' | ')} |`)].join('\n');
}

/** One page that needs nothing besides. */
export function comparisonHtml(comparison: CnnComparison): string {
  const { probes, contestants } = comparison;
  const axis = (label: string, count: number): Axis => ({
    label,
    low: 1 / Math.max(10, count),
    high: 1,
    logarithmic: true,
  });
  const curves = contestants.map(({ name, curve }) => ({
    name,
    points: curve.map(({ falseAccepts, falseRejects }) => ({ x: falseAccepts, y: falseRejects })),
  }));
  return htmlPage('The old network beside the embedding model', [
    `<p>${escapeText(about(comparison))}</p>`,
    tableOf('The same photographs', ['', ...contestants.map(({ name }) => name)], rows(comparison)),
    probes.strangers > 0
      ? `<div class="plots">${linePlot('DET: open set', axis('FPIR', probes.strangers), axis('FNIR', probes.known), curves)}</div>`
      : '',
  ]);
}
