import type { HeadFigures, ModelCard } from '../models/model-card.js';
import type { ModelService } from '../models/model.service.js';
import type { ClassifierHead } from '../recognition/classifier-head.js';
import type { Shot } from '../recognition/evaluation/acquire.js';
import { DatasetError } from '../recognition/evaluation/dataset.js';
import { seededRandom } from '../recognition/evaluation/random.js';
import { calibrate, MIN_PEOPLE } from '../recognition/calibration.js';
import type { ModelVersion } from '../recognition/model-version.js';
import { planHead, type HeadCurve, type LabelledTemplate } from '../training/head.js';
import { trainHeadInThread } from '../training/head-thread.js';
import type { Finding } from './findings.rules.js';
import { countSetAside } from './findings.rules.js';
import { passGate } from './gate.rules.js';
import { halvesOf } from './judge-head.js';
import { calibrateInThread, judgeHeadsInThread, judgeInThread } from './judge-thread.js';
import type { Calibrated, Judged, Measures } from './judge.js';
import type { PipelineRun } from './pipeline-run.js';
import { versionReport } from './report.js';
import type { Ingested, SampleSource } from './sample-source.js';
import { validate, type Validation } from './validate.js';
import { cardOf } from './version-card.js';

/** What the steps go by besides their samples. */
export interface StepTools {
  /** What comes with the program: a calibration begins with it. */
  shipped: ModelVersion;
  targetFpir: number;
}

interface Evaluation {
  candidate: Judged;
  production: Judged & { id: string };
  head: HeadFigures | null;
}

const SEED = 1;
const HEADS = 'train-heads';

/** The steps from samples to a version that was compared with production. */
export class PipelineSteps {
  constructor(
    private readonly run: PipelineRun,
    private readonly source: SampleSource,
    private readonly tools: StepTools & { models: ModelService },
    private readonly version: { id: string; startedAt: string },
  ) {}

  /** Throws DatasetError where the samples are too few to be judged. */
  async makeVersion(): Promise<{ gate: ModelCard['gate'] }> {
    const ingested = await this.ingest();
    await this.embed(ingested);
    const validation = await this.validate(ingested);
    const calibrated = await this.calibrate(ingested, validation);
    const curves = await this.train(ingested, validation);
    const evaluation = await this.evaluate(ingested, validation, calibrated);
    return this.compare({ ingested, validation, calibrated, curves, evaluation });
  }

  private ingest(): Promise<Ingested> {
    const { run, source } = this;
    return run.step('ingest', [], async () => {
      const detail = await source.ingest(run);
      const { entries, fromCheckIns, leftOut } = detail;
      const people = new Set(entries.map(({ person }) => person)).size;
      return { summary: { source: detail.source, samples: entries.length, people, fromCheckIns, leftOut }, detail };
    });
  }

  private embed({ entries }: Ingested): Promise<{ described: number }> {
    const { run, source } = this;
    return run.step('embed', ['ingest'], async () => {
      const described = await source.embed(entries, run.folder, run);
      return { summary: { samples: entries.length, described }, detail: { described } };
    });
  }

  private validate(ingested: Ingested): Promise<Validation> {
    const { run, source, tools } = this;
    return run.step('validate', ['ingest', 'embed'], async () => {
      const { entries } = ingested;
      const people = new Set(entries.map(({ person }) => person)).size;
      // The shipped rule: what is found must not hang on what is in production.
      const { policy } = calibrate({ gallerySize: people, targetFpir: tools.targetFpir }, tools.shipped.statistics);
      const detail = await validate(await source.shots(entries, run.folder), entries, policy, run);
      const setAside = countSetAside(detail.findings);
      return { summary: { ...setAside, lookAlikes: detail.lookAlikes.length }, detail };
    });
  }

  private calibrate(ingested: Ingested, { findings }: Validation): Promise<Calibrated> {
    const { run, tools } = this;
    return run.step('calibrate', ['ingest', 'embed', 'validate'], async () => {
      const { targetFpir, shipped } = tools;
      const shots = (await this.used(ingested, findings)).filter(({ part }) => part === 'Train');
      const detail = await calibrateInThread({ shots, targetFpir, shipped: measuresOf(shipped) }, run.signal);
      const { source, people, policy } = detail;
      return { summary: { source, people, sure: policy.first.sure, threshold: policy.fused.threshold }, detail };
    });
  }

  /** One head for each half of the people, to be judged on the other half, and one of everybody, to be used if those help. */
  private train(ingested: Ingested, { findings }: Validation): Promise<HeadCurve[]> {
    const { run } = this;
    return run.step('train', ['ingest', 'embed', 'validate'], async () => {
      const samples = (await this.used(ingested, findings)).flatMap(
        ({ person, part, templates }): LabelledTemplate[] =>
          part === 'Train' && templates ? [{ person, template: templates.first }] : [],
      );
      const people = [...new Set(samples.map(({ person }) => person))];
      const heads: ClassifierHead[] = [];
      let curves: HeadCurve[] = [];
      for (const part of [...halvesOf(people), people]) {
        const known = new Set(part);
        const own = samples.filter(({ person }) => known.has(person));
        const plan = planHead(own, SEED, seededRandom(SEED));
        if (!plan) break;
        const trained = await trainHeadInThread(plan, run.signal);
        heads.push(trained.head);
        curves = trained.curves;
        run.progress(heads.length, 3);
      }
      const isWhole = heads.length === 3;
      if (isWhole) await run.folder.writeSealed(HEADS, heads);
      const detail = isWhole ? curves : [];
      return { summary: { people: people.length, samples: samples.length, epochs: detail.length }, detail };
    });
  }

  private evaluate(ingested: Ingested, { findings }: Validation, calibrated: Calibrated): Promise<Evaluation> {
    const { run, tools } = this;
    return run.step('evaluate', ['ingest', 'embed', 'validate', 'calibrate', 'train'], async () => {
      const { targetFpir, models } = tools;
      const shots = await this.used(ingested, findings);
      const probes = shots.filter(({ part }) => part === 'Test').length;
      if (probes === 0)
        throw new DatasetError('No Test samples are left to judge by: enrol people with two photos or more.');
      const candidate = await judgeInThread({ shots, measures: measuresOf(calibrated), targetFpir }, run.signal);
      run.progress(1, 3);
      const present = models.inUse;
      const measures = presentMeasures(present, calibrated);
      const production = await judgeInThread({ shots, measures, targetFpir }, run.signal);
      run.progress(2, 3);
      const heads = await run.folder.readSealed<ClassifierHead[]>(HEADS);
      const halves = heads?.slice(0, 2) ?? [];
      const { policy } = candidate;
      const head = heads ? await judgeHeadsInThread({ shots, heads: halves, policy }, run.signal) : null;
      const { probes: judged, fnir, fpir, rank1 } = candidate.figures;
      return {
        summary: { ...judged, fnir, fpir, rank1, headHelps: head?.helps ?? null },
        detail: { candidate, production: { ...production, id: present.id }, head },
      };
    });
  }

  private compare(made: {
    ingested: Ingested;
    validation: Validation;
    calibrated: Calibrated;
    curves: HeadCurve[];
    evaluation: Evaluation;
  }): Promise<{ gate: ModelCard['gate'] }> {
    const { run, tools } = this;
    const { ingested, validation, calibrated, curves, evaluation } = made;
    return run.step('compare', ['ingest', 'validate', 'calibrate', 'train', 'evaluate'], async () => {
      const { findings } = validation;
      const { candidate, production, head } = evaluation;
      const used = await this.used(ingested, findings);
      const gate = passGate({
        samples: ingested.entries.length,
        setAside: findings.filter(({ isSetAside }) => isSetAside).length,
        candidate: candidate.figures,
        production: production.figures,
        targetFpir: tools.targetFpir,
      });
      const version: ModelVersion = {
        id: this.version.id,
        modelId: tools.shipped.modelId,
        secondModelId: tools.shipped.secondModelId,
        statistics: calibrated.statistics,
        confidence: calibrated.confidence,
        followsGallery: false,
        head: await this.headToUse(ingested, head),
      };
      const countOf = (part: string): number => used.filter((shot) => shot.part === part).length;
      const people = new Set(used.map(({ person }) => person)).size;
      const card = cardOf({
        version,
        createdAt: this.version.startedAt,
        ingested,
        findings,
        used: { train: countOf('Train'), test: countOf('Test'), people },
        calibrated,
        candidate,
        production,
        head,
        gate,
      });
      const report = versionReport({ card, candidate, production, findings, curves });
      const json = (content: unknown): string => `${JSON.stringify(content, null, 1)}\n`;
      const files = {
        'evaluation.json': json({ candidate, production, lookAlikes: validation.lookAlikes, findings }),
        'curves.json': json(curves),
        'report.html': report,
      };
      await tools.models.add({ version, card, files });
      return { summary: { version: version.id, ...gate }, detail: { gate } };
    });
  }

  /** The one of everybody, where those of the halves helped and it is employees that it knows. */
  private async headToUse({ source }: Ingested, judged: HeadFigures | null): Promise<ClassifierHead | null> {
    if (!judged?.helps || source !== 'installation') return null;
    return (await this.run.folder.readSealed<ClassifierHead[]>(HEADS))?.[2] ?? null;
  }

  /** The samples that validation did not set aside. */
  private async used({ entries }: Ingested, findings: readonly Finding[]): Promise<Shot[]> {
    const aside = new Set(findings.filter(({ isSetAside }) => isSetAside).map(({ file }) => file));
    const shots = await this.source.shots(entries, this.run.folder);
    return shots.filter(({ file }) => !aside.has(file));
  }
}

const measuresOf = ({ statistics, confidence }: Measures): Measures => ({ statistics, confidence });

/** A version that follows its gallery measures the people who are there, as the calibration did. */
function presentMeasures(present: ModelVersion, calibrated: Calibrated): Measures {
  const isMeasured = present.followsGallery && calibrated.people >= MIN_PEOPLE;
  return measuresOf(isMeasured ? { ...present, statistics: calibrated.statistics } : present);
}
