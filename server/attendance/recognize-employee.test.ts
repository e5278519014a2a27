import { describe, expect, it } from 'vitest';
import { DecisionRepository, type NewDecision } from '../decisions/decision.repository.js';
import { DecisionService } from '../decisions/decision.service.js';
import type { DecisionRecord } from '../recognition/decision-record.js';
import type { Identification, Submission } from '../recognition/identify.js';
import { ChallengeBook } from '../recognition/liveness/challenge-book.js';
import { refuse } from '../refusal.js';
import { ana, anasFace } from '../testing/attendance-setting.js';
import { GOOD_QUALITY } from '../testing/fake-face-engine.js';
import { InMemoryEmployees } from '../testing/in-memory-employees.js';
import { InMemoryLookAlikes } from '../testing/in-memory-look-alikes.js';
import { InMemoryShortLived } from '../testing/in-memory-short-lived.js';
import { TestClock } from '../testing/test-clock.js';
import { createRecognizeEmployee } from './recognize-employee.js';

class KeptDecisions extends DecisionRepository {
  readonly kept: NewDecision[] = [];
  constructor() {
    super(undefined as never);
  }
  override create = async (decision: NewDecision) => void this.kept.push(decision);
}

const record: DecisionRecord = {
  outcome: 'MATCHED',
  employeeId: ana.id,
  runnerUpId: null,
  gallerySize: 2,
  modelId: 'one',
  modelVersion: 'shipped',
  first: { modelId: 'one', distance: 0.2, runnerUpDistance: null, threshold: 0.4, margin: 0.1 },
  fused: null,
  heedsMistake: false,
  confidence: 0.99,
  frames: 1,
  quality: GOOD_QUALITY,
  livenessLevel: 'OFF',
  liveness: null,
};
const matched = { outcome: 'identified', employeeId: ana.id, confidence: 0.99, distance: 0.2 } as const;

function setUp({ employee = ana, verdict }: { employee?: typeof ana; verdict?: Identification['verdict'] } = {}) {
  const clock = new TestClock('2026-03-02T08:00:00Z');
  const decisions = new KeptDecisions();
  const lookAlikes = new InMemoryLookAlikes();
  const challenges = new ChallengeBook({ kept: new InMemoryShortLived(), clock });
  const seen: Submission[] = [];
  const recognize = createRecognizeEmployee({
    identify: async (submission) => {
      seen.push(submission);
      return { verdict: verdict ?? { ...matched, jpeg: submission.photo }, record };
    },
    employees: new InMemoryEmployees([employee]),
    decisions: new DecisionService({ decisions, clock }),
    challenges,
    lookAlikes,
  });
  const answer = async () => {
    const { id } = await challenges.issue(anasFace.source);
    const isOpen = async () => (await challenges.find(anasFace.source, id)) !== null;
    return { face: { ...anasFace, liveness: 'CHALLENGE' as const, challengeId: id }, isOpen };
  };
  return { recognize, kept: decisions.kept, lookAlikes, seen, answer };
}

describe('recognising an employee', () => {
  it('gives the employee, and keeps the decision under the id that it names', async () => {
    const { recognize, kept } = setUp();
    const answer = await recognize(anasFace);
    expect(answer).toMatchObject({ outcome: 'matched', employee: { id: 'ana' }, confidence: 0.99, distance: 0.2 });
    expect(kept).toEqual([
      expect.objectContaining({ id: answer.decisionId, source: 'kiosk:front', outcome: 'MATCHED', distance: 0.2 }),
    ]);
  });

  it('keeps a refusal with its reason', async () => {
    const { recognize, kept } = setUp({ verdict: refuse('UNKNOWN_FACE', 'You were not recognised.') });
    expect(await recognize(anasFace)).toMatchObject({ reason: 'UNKNOWN_FACE', decisionId: kept[0]!.id });
    expect(kept[0]!.outcome).toBe('UNKNOWN_FACE');
  });

  it('refuses who is not active, and says in the decision that it was them', async () => {
    const { recognize, kept } = setUp({ employee: { ...ana, active: false } });
    expect(await recognize(anasFace)).toMatchObject({ outcome: 'refused', reason: 'INACTIVE_EMPLOYEE' });
    expect(kept).toMatchObject([{ outcome: 'INACTIVE_EMPLOYEE', employeeId: 'ana' }]);
  });
});

describe('where a movement is asked for', () => {
  it('looks at no photo without a challenge of this kiosk', async () => {
    const { recognize, seen, answer } = setUp();
    const { face } = await answer();
    for (const other of [{ challengeId: null }, { challengeId: 'unknown' }, { source: 'kiosk:back' }]) {
      expect(await recognize({ ...face, ...other })).toMatchObject({ reason: 'LIVENESS_NEEDED' });
    }
    expect(seen).toEqual([]);
  });

  it('takes a challenge once', async () => {
    const { recognize, seen, answer } = setUp();
    const { face } = await answer();
    expect(await recognize(face)).toMatchObject({ outcome: 'matched' });
    expect(seen[0]!.liveness).toMatchObject({ level: 'CHALLENGE', challenge: { id: face.challengeId } });
    expect(await recognize(face)).toMatchObject({ reason: 'LIVENESS_NEEDED' });
  });

  it('ends a challenge that was failed', async () => {
    const { recognize, answer } = setUp({ verdict: refuse('SUSPECTED_SPOOF', 'That was a picture.') });
    const { face, isOpen } = await answer();
    await recognize(face);
    expect(await isOpen()).toBe(false);
  });

  it('leaves it open for who comes back with a PIN', async () => {
    const { recognize, lookAlikes, answer } = setUp();
    await lookAlikes.note(ana.id, [{ employeeId: 'twin', distance: 0.4 }]);
    const { face, isOpen } = await answer();
    await recognize(face);
    expect(await isOpen()).toBe(true);
  });
});
