import type { ModelFigures } from './model-card.js';
import type { InProduction, ListedVersion } from './model.service.js';
import type { ModelFigures as FiguresType, ModelVersionType, ProductionModelType } from './model.type.js';

/** A version as the API shows it. */
export function viewOf({ card, isProduction, isCandidate, ...row }: ListedVersion): ModelVersionType {
  const { data, calibration, gate, production, licences, limits } = card;
  return {
    id: row.id,
    createdAt: row.createdAt,
    isProduction,
    isCandidate,
    passed: row.passed,
    gateReasons: [...gate.reasons],
    encoders: [row.modelId, row.secondModelId],
    dataSource: data.source,
    people: data.people,
    trainSamples: data.train,
    testSamples: data.test,
    setAside: Object.entries(data.setAside).map(([reason, samples]) => ({ reason, samples })),
    calibratedOn: calibration.source,
    sure: calibration.sure,
    threshold: calibration.threshold,
    notes: [...calibration.notes],
    figures: figuresView(card.figures),
    comparedWith: production.id,
    productionFigures: figuresView(production.figures),
    head: card.head,
    licences: [...licences],
    limits: [...limits],
  };
}

export const productionView = ({ version, ...rest }: InProduction): ProductionModelType => ({
  ...rest,
  version: version && viewOf(version),
});

function figuresView({ probes, fnirAtFpir, fnirIntervals, ...rates }: ModelFigures): FiguresType {
  return {
    matedProbes: probes.mated,
    strangerProbes: probes.strangers,
    ...rates,
    fnirAtFpir: Object.entries(fnirAtFpir).map(([fpir, fnir]) => ({
      fpir: Number(fpir),
      fnir,
      low: fnirIntervals[fpir]?.low ?? fnir,
      high: fnirIntervals[fpir]?.high ?? fnir,
    })),
  };
}
