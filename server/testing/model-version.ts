import type { ModelFigures } from '../models/model-card.js';
import type { NewVersion } from '../models/model.service.js';
import { shippedVersion } from '../recognition/model-version.js';

const figures: ModelFigures = {
  probes: { mated: 40, strangers: 80 },
  fnir: 0.01,
  fpir: 0,
  misidentified: 0,
  rank1: 1,
  fnirAtFpir: { '0.01': 0.01 },
  fnirIntervals: { '0.01': { low: 0, high: 0.05 } },
};

/** A version by which the first encoder alone is believed under `sure`, whatever the size of the gallery. */
export function newVersion(
  id: string,
  { sure = 0.4, passed = true, encoders = { modelId: 'fake-engine', secondModelId: 'fake-second' } } = {},
): NewVersion {
  const shipped = shippedVersion(encoders);
  const { statistics } = shipped;
  // Tails so far off that the bound is what holds.
  const tails = { first: { bound: 5, scale: 0.01 }, fused: { bound: 5, scale: 0.01 } };
  const loosest = { ...statistics.loosest, sure };
  return {
    version: { ...shipped, id, followsGallery: false, statistics: { ...statistics, tails, loosest } },
    card: {
      id,
      createdAt: `${id.slice(0, 10)}T08:00:00.000Z`,
      encoders,
      data: { source: 'installation', people: 20, train: 60, test: 40, setAside: { WRONG_PERSON: 1 } },
      calibration: { source: 'shipped', people: 20, sure, threshold: statistics.loosest.fused, notes: [] },
      figures,
      production: { id: 'shipped', figures },
      head: null,
      gate: { passed, reasons: passed ? [] : ['It recognises fewer people.'] },
      licences: ['MIT'],
      limits: ['Made by a test.'],
    },
    files: { 'curves.json': '[]\n' },
  };
}
