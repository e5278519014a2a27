import type { HeadFigures, ModelCard } from '../models/model-card.js';
import type { ModelVersion } from '../recognition/model-version.js';
import { countSetAside, type Finding } from './findings.rules.js';
import type { Calibrated, Judged } from './judge.js';
import type { Ingested } from './sample-source.js';

/** All that a card is made of. */
export interface CardParts {
  version: ModelVersion;
  createdAt: string;
  ingested: Ingested;
  findings: readonly Finding[];
  /** Samples that were used of each part, and of how many people. */
  used: { train: number; test: number; people: number };
  calibrated: Calibrated;
  candidate: Judged;
  production: Judged & { id: string };
  head: HeadFigures | null;
  gate: ModelCard['gate'];
}

const LICENCES = [
  'The encoders are those of @vladmandic/face-api 1.7.15 and @vladmandic/human 3.3.6, both MIT: models/README.md says where they come from.',
  'Thresholds and figures belong to whoever made this version.',
];

/** Data, figures, licences and limits of a version. */
export function cardOf(parts: CardParts): ModelCard {
  const { version, createdAt, ingested, findings, used, calibrated, candidate, production, head, gate } = parts;
  const { modelId, secondModelId } = version;
  return {
    id: version.id,
    createdAt,
    encoders: { modelId, secondModelId },
    data: {
      source: ingested.source,
      people: used.people,
      train: used.train,
      test: used.test,
      setAside: countSetAside(findings),
    },
    calibration: {
      source: calibrated.source,
      people: calibrated.people,
      sure: calibrated.policy.first.sure,
      threshold: calibrated.policy.fused.threshold,
      notes: calibrated.notes,
    },
    figures: candidate.figures,
    production: { id: production.id, figures: production.figures },
    head,
    gate,
    licences: LICENCES,
    limits: [
      `The figures are of ${used.people} people and ${used.test} photos to judge by; other people, cameras and light give others.`,
      'Twins, masks, profiles and ageing were not measured.',
      ...(ingested.leftOut > 0 ? [`${ingested.leftOut} further samples were not looked at.`] : []),
    ],
  };
}
