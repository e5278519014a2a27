import { describe, expect, it } from 'vitest';
import { Gallery } from '../recognition/gallery.js';
import type { Described } from '../recognition/describe.js';
import { refuse, type Refusal } from '../refusal.js';
import { ana, attendanceSetting } from '../testing/attendance-setting.js';
import { EVERYBODY } from '../scope.js';
import type { PersonKeyRow } from '../storage/person-key.repository.js';
import { createLogLines } from '../testing/log-lines.js';
import { GOOD_QUALITY } from '../testing/fake-face-engine.js';
import { InMemoryKeys, testKeys } from '../testing/in-memory-keys.js';
import { InMemoryEmployees } from '../testing/in-memory-employees.js';
import { InMemoryLookAlikes } from '../testing/in-memory-look-alikes.js';
import { testPolicy } from '../testing/test-policy.js';
import { EnrolmentRepository, type Enrolment } from './enrolment.repository.js';
import { EnrolmentService, type RegisterRequest } from './enrolment.service.js';
import { FaceKeeper } from './face-keeper.js';
import { unwrap } from '../storage/person-keys.js';
import { openTemplate } from './sealed-template.js';

/** Enrols as Ana whoever comes. */
class InMemoryEnrolments extends EnrolmentRepository {
  readonly kept: Enrolment[] = [];
  whenEnrolling: () => unknown = () => undefined;
  constructor() {
    super(undefined as never);
  }
  override enrol = async (enrolment: Enrolment) => {
    await this.whenEnrolling();
    this.kept.push(enrolment);
    return ana;
  };
}

const notice = {
  id: 'notice-2',
  language: 'de',
  version: 2,
  title: 'Gesichtsfotos',
  text: 'Wozu.',
  publishedAt: new Date('2026-01-01T00:00:00Z'),
  publishedBy: 'user:admin',
};
const { keys, keyring } = testKeys();
const keysOf = (rows: PersonKeyRow[]) => testKeys(new InMemoryKeys(rows), keyring).keys;
const person = { name: ' Ana ', position: 'Tester', department: 'Quality' };
/** Photos are named by their place on a line; templates are compared by the distance on it. */
const photo = (place: number) => Buffer.from(String(place));
const templateAt = (place: number) => Float32Array.of(place, ...new Float32Array(127));
/** The second encoder takes everybody for the same, so that the sum of both is the first one's. */
const second = Float32Array.of(1, ...new Float32Array(1023));
const faceAt = (place: number) => ({ template: templateAt(place), second });

async function setUp(describePhoto?: (photo: Buffer) => Described | Refusal) {
  const { service: attendance, attendance: log, images, clock, files } = await attendanceSetting();
  const [enrolments, employees, gallery] = [new InMemoryEnrolments(), new InMemoryEmployees([ana]), new Gallery()];
  const face = {
    modelId: 'model-1',
    secondModelId: 'model-2',
    quality: GOOD_QUALITY,
    box: { x: 0, y: 0, width: 1, height: 1 },
  };
  const described = (jpeg: Buffer): Described => ({
    outcome: 'described',
    ...face,
    jpeg,
    ...faceAt(Number(jpeg.toString())),
  });
  const lookAlikes = new InMemoryLookAlikes();
  const policy = { current: () => Promise.resolve(testPolicy) };
  /** As GalleryFollower does it: what was committed comes into the gallery. */
  const facesChanged = async () => {
    const { id, key, samples } = enrolments.kept.at(-1)!;
    const opened = unwrap(keyring.all, key!);
    const templates = samples.map((sample) => {
      const [first, other] = sample.templates.map(({ modelId, sealed }) =>
        openTemplate(opened, sealed, { employeeId: id, sampleId: sample.id, modelId }),
      );
      return { template: first!, second: other! };
    });
    gallery.replace(id, templates);
  };
  const keeper = new FaceKeeper({
    enrolments,
    employees,
    gallery,
    facesChanged,
    policy,
    lookAlikes,
    images,
    keys,
    clock,
  });
  const service = new EnrolmentService({
    attendance,
    describe: async (jpeg) => (describePhoto ?? described)(jpeg),
    enrolments,
    employees,
    notices: { get: async () => notice },
    keeper,
    logger: createLogLines().logger,
  });
  const photos = [photo(0), photo(0.1), photo(0.2)];
  const usual = {
    details: person,
    consentGiven: true,
    photos,
    checkIn: false,
    source: 'kiosk:front',
    method: 'KIOSK' as const,
    scope: EVERYBODY,
  };
  const register = (overrides: Partial<RegisterRequest> = {}) => service.register({ ...usual, ...overrides });
  return { register, enrolments, gallery, lookAlikes, log, clock, files };
}

describe('registering', () => {
  it('keeps the second photo for tests and the others for training, each in its place', async () => {
    const { register, enrolments, files } = await setUp();
    expect(await register()).toMatchObject({ outcome: 'registered', employee: { id: 'ana' }, attendance: null });
    const [enrolment] = enrolments.kept;
    expect(enrolment!.samples.map(({ use }) => use)).toEqual(['TRAIN', 'TEST', 'TRAIN']);
    const folders = files().map((file) => file.replace(/[^/]+$/, ''));
    expect(folders).toEqual(['Test/1_Ana/', 'Train/1_Ana/', 'Train/1_Ana/']);
    expect(files()).toContain(`Test/1_Ana/${enrolment!.samples[1]!.id}.jpg`);
  });

  it('keeps each template sealed for its own sample, and the consent with the version of the notice', async () => {
    const { register, enrolments, clock } = await setUp();
    await register();
    const { id: employeeId, key, samples, ...enrolment } = enrolments.kept[0]!;
    const { key: opener } = (await keysOf([key!]).find(employeeId))!;
    const opened = samples.map(({ id: sampleId, templates }) =>
      templates.map(({ modelId, sealed }) => openTemplate(opener, sealed, { employeeId, sampleId, modelId })),
    );
    expect(opened).toEqual([0, 0.1, 0.2].map((place) => [templateAt(place), second]));
    const consent = {
      noticeId: 'notice-2',
      noticeVersion: '2',
      language: 'de',
      method: 'KIOSK',
      recordedBy: 'kiosk:front',
    };
    expect(enrolment).toMatchObject({ details: { name: 'Ana' }, consent, at: clock.now() });
  });

  it('takes the face into the gallery only when the rows are committed', async () => {
    const { register, enrolments, gallery } = await setUp();
    let atCommit = -1;
    enrolments.whenEnrolling = () => (atCommit = gallery.size);
    await register();
    expect(atCommit).toBe(0);
    expect(gallery.size).toBe(3);
    expect(await gallery.nearest(templateAt(0.1), 1)).toEqual([{ employeeId: enrolments.kept[0]!.id, distance: 0 }]);
  });

  it('keeps nothing when the commit fails, and lets the next one through', async () => {
    const { register, enrolments, gallery, files } = await setUp();
    enrolments.whenEnrolling = () => Promise.reject(new Error('disk full'));
    await expect(register()).rejects.toThrow('disk full');
    expect(gallery.size).toBe(0);
    expect(files()).toEqual([]);
    enrolments.whenEnrolling = () => undefined;
    expect(await register()).toMatchObject({ outcome: 'registered' });
  });

  it('takes the same face once when it comes twice at the same moment', async () => {
    const { register, enrolments } = await setUp();
    const outcomes = await Promise.all([register(), register()]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['registered', 'refused']);
    expect(enrolments.kept).toHaveLength(1);
  });

  it('notes who looks alike without being the same, and does not refuse them', async () => {
    const { register, enrolments, gallery, lookAlikes } = await setUp();
    gallery.add('twin', [faceAt(-0.55)]);
    gallery.add('stranger', [faceAt(-0.65)]);
    expect(await register()).toMatchObject({ outcome: 'registered' });
    const { id } = enrolments.kept[0]!;
    expect(lookAlikes.pairs.map(({ firstId, secondId }) => new Set([firstId, secondId]))).toEqual([
      new Set([id, 'twin']),
    ]);
    expect(lookAlikes.pairs[0]!.distance).toBeCloseTo(0.55, 5);
    expect([id, 'twin', 'stranger'].map((person) => lookAlikes.has(person))).toEqual([true, true, false]);
  });

  it('checks the person in where that is asked for, with the first photo', async () => {
    const { register, log, files } = await setUp();
    expect(await register({ checkIn: true })).toMatchObject({ attendance: { date: '2026-03-02' } });
    expect(log.log).toMatchObject([{ employeeId: 'ana', kind: 'CHECK_IN', source: 'kiosk:front', decisionId: null }]);
    expect(files()).toContain(log.log[0]!.photoPath);
  });
});

describe('a registration is refused, and nothing of it kept,', () => {
  const noFace = refuse('NO_FACE', 'There is no face.');
  it.each([
    ['without consent', { consentGiven: false }, 'CONSENT_REQUIRED'],
    ['of a face that is known', { photos: [photo(5)] }, 'ALREADY_ENROLLED'],
    ['with one photo of a face that is known', { photos: [photo(4.4), photo(4.6)] }, 'ALREADY_ENROLLED'],
    ['of two people', { photos: [photo(0), photo(0.6)] }, 'POOR_PHOTO'],
  ])('%s', async (_name, overrides, reason) => {
    const { register, enrolments, gallery, files } = await setUp();
    gallery.add(ana.id, [faceAt(5)]);
    expect(await register(overrides)).toMatchObject({ outcome: 'refused', reason });
    expect([enrolments.kept, files(), gallery.size]).toEqual([[], [], 1]);
  });

  it.each([
    [[photo(0)], noFace.message],
    [[photo(0), photo(0)], `Photo 1: ${noFace.message}`],
  ])('with a photo that has no face: %#', async (photos, message) => {
    const { register, enrolments } = await setUp(() => noFace);
    expect(await register({ photos })).toEqual({ ...noFace, message });
    expect(enrolments.kept).toEqual([]);
  });

  it.each([
    ['no photo', { photos: [] }, 'photos: send at least one photo'],
    ['11 photos', { photos: Array.from({ length: 11 }, () => photo(0)) }, 'photos: send at most 10 photos'],
    ['no name', { details: { ...person, name: ' ' } }, 'name: must not be empty'],
  ])('with %s', async (_name, overrides, words) => {
    const { register, enrolments } = await setUp();
    await expect(register(overrides)).rejects.toThrow(words);
    expect(enrolments.kept).toEqual([]);
  });
});
