import { htmlPage } from '../recognition/evaluation/html-page.js';
import { linePlot, type Axis, type Series } from '../recognition/evaluation/svg-plot.js';
import type { CnnCard, Epoch } from './cnn.js';

/** Loss and accuracy by epoch: one page that needs nothing besides. */
export function curvesHtml(card: CnnCard): string {
  const { epochs, classes, parameters, dataset, photos, seconds } = card;
  const x: Axis = { label: 'epoch', low: 1, high: Math.max(2, epochs.length), logarithmic: false };
  const curve = (name: string, of: (epoch: Epoch) => number): Series => ({
    name,
    points: epochs.map((epoch, index) => ({ x: index + 1, y: of(epoch) })),
  });
  const losses = [curve('training', ({ loss }) => loss), curve('validation', ({ validationLoss }) => validationLoss)];
  const highest = Math.max(...losses.flatMap(({ points }) => points.map(({ y }) => y)));
  const accuracies = [
    curve('training', ({ accuracy }) => accuracy),
    curve('validation', ({ validationAccuracy }) => validationAccuracy),
  ];
  return htmlPage(`Training on ${dataset}`, [
    `<p>${classes.length} people, ${photos.training} photographs to learn from and ${photos.validation} to stop by, `,
    `${parameters.toLocaleString('en')} parameters, ${epochs.length} epochs in ${seconds.toFixed(0)} s.</p>`,
    '<div class="plots">',
    linePlot('Loss', x, { label: 'cross-entropy', low: 0, high: highest, logarithmic: false }, losses),
    linePlot('Accuracy', x, { label: 'share that is right', low: 0, high: 1, logarithmic: false }, accuracies),
    '</div>',
  ]);
}
