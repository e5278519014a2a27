import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqlite, type Database } from '../database/database.js';
import { migrateSqlite } from '../database/migrate.js';
import { StartupError } from '../errors.js';
import { installation } from '../installation.js';
import { Gallery } from '../recognition/gallery.js';
import { createLogLines } from '../testing/log-lines.js';
import { Keyring, masterKey } from '../storage/master-key.js';
import { PersonKeyRepository } from '../storage/person-key.repository.js';
import { PersonKeys } from '../storage/person-keys.js';
import { TestClock } from '../testing/test-clock.js';
import { employeeRow } from '../testing/rows.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { TemplateRepository } from './template.repository.js';
import { loadGallery } from './load-gallery.js';
import { sealTemplate } from './sealed-template.js';

const keyring = new Keyring(masterKey(randomBytes(32)));
const models = { modelId: 'model-1', secondModelId: 'model-2' };
const templateOf = (person: number) => Float32Array.of(person, ...new Float32Array(127));
/** Of length 1, at a right angle to every other person's. */
const secondOf = (person: number) => new Float32Array(1024).fill(1, person, person + 1);

interface Sample {
  person: number;
  modelIds: string[];
  /** Who the row belongs to, when it was moved there. */
  movedTo?: number;
  /** They took their agreement back. */
  withdrawn?: boolean;
  /** Whose bytes are not what was sealed: the models'. */
  damaged?: string[];
}

const firstOnly = (person: number): Sample => ({ person, modelIds: ['model-1'] });
const both = (person: number): Sample => ({ person, modelIds: ['model-1', 'model-2'] });

/** A database with these samples, each with a template by each of its models, of people who agreed. */
async function databaseWith(samples: Sample[]): Promise<Database> {
  const file = join(temporaryFolder(), 'rollcall.db');
  const createdAt = new Date('2026-03-02T08:00:00Z');
  migrateSqlite({ file, migrationsDir: installation.migrationsDir, now: () => createdAt });
  const database = openSqlite(file);
  onTestFinished(() => database.close());
  const withdrawn = new Set(samples.filter((sample) => sample.withdrawn).map(({ person }) => person));
  const people = new Set(samples.flatMap(({ person, movedTo }) => [person, movedTo ?? person]));
  const made = new Map([...people].map((person) => [person, keysIn(database).make(`employee-${person}`)]));
  await database.write(async (transaction) => {
    const { id: siteId } = await transaction.site.findFirstOrThrow();
    await transaction.department.create({ data: employeeRow().department });
    const withoutRelations = { siteId, site: undefined, department: undefined };
    await transaction.employee.createMany({
      data: [...people].map((person) => ({ ...employeeRow(person), ...withoutRelations })),
    });
    await transaction.personKey.createMany({ data: [...made.values()].map(({ row }) => row) });
    const consent = { noticeVersion: '1', recordedBy: 'kiosk:front', givenAt: createdAt };
    await transaction.consent.createMany({
      data: [...people].map((person) => ({
        id: `consent-${person}`,
        employeeId: `employee-${person}`,
        ...consent,
        ...(withdrawn.has(person) && { withdrawnAt: createdAt }),
      })),
    });
    await transaction.faceSample.createMany({
      data: samples.map(({ person }) => ({
        id: `sample-${person}`,
        employeeId: `employee-${person}`,
        use: 'TRAIN',
        path: `Train/${person}.jpg`,
        createdAt,
      })),
    });
    await transaction.faceTemplate.createMany({
      data: samples.flatMap(({ person, modelIds, movedTo = person, damaged = [] }) =>
        modelIds.map((modelId) => {
          const owner = { employeeId: `employee-${person}`, sampleId: `sample-${person}`, modelId };
          const template = modelId === 'model-2' ? secondOf(person) : templateOf(person);
          const { key } = made.get(person)!;
          const sealed = damaged.includes(modelId)
            ? new Uint8Array(40)
            : new Uint8Array(sealTemplate(key.key, template, owner));
          const row = { id: `${modelId}-${person}`, ...owner, employeeId: `employee-${movedTo}` };
          return { ...row, keyId: key.id, sealed, createdAt };
        }),
      ),
    });
  });
  return database;
}

function keysIn(database: Database): PersonKeys {
  return new PersonKeys({ keys: new PersonKeyRepository(database), keyring, clock: new TestClock() });
}

const { logger, lines } = createLogLines();

async function load(samples: Sample[], ring = keyring): Promise<Gallery> {
  const [gallery, database] = [new Gallery(), await databaseWith(samples)];
  onTestFinished(() => gallery.stop());
  const templates = new TemplateRepository(database);
  await loadGallery({ templates, gallery, keyring: ring, ...models, logger });
  return gallery;
}

describe('loading the gallery', () => {
  it.each([0, 1, 999, 1000, 1001, 2000])('takes in all of %i templates, each once', async (count) => {
    const gallery = await load(Array.from({ length: count }, (_, index) => firstOnly(index + 1)));
    expect(gallery.size).toBe(count);
    const nearest = count === 0 ? [] : [{ employeeId: `employee-${count}`, distance: 0 }];
    expect(await gallery.nearest(templateOf(count), 1)).toEqual(nearest);
  });

  it('gives each template the second of its own sample, where there is one', async () => {
    const gallery = await load([both(1), firstOnly(2), both(3)]);
    const ids = ['employee-1', 'employee-2', 'employee-3'];
    expect(await gallery.fuse(ids, templateOf(3), secondOf(3), 1)).toEqual([
      { employeeId: 'employee-3', distance: expect.closeTo(0, 6) as number },
      { employeeId: 'employee-1', distance: expect.closeTo(3, 6) as number },
    ]);
  });

  it('goes on without a second template that was damaged, and says so', async () => {
    const gallery = await load([{ ...both(1), damaged: ['model-2'] }, both(2)]);
    const fused = await gallery.fuse(['employee-1', 'employee-2'], templateOf(2), secondOf(2), 1);
    expect(fused.map(({ employeeId }) => employeeId)).toEqual(['employee-2']);
    expect(lines.at(-1)).toMatchObject({ templates: 1, msg: expect.stringContaining('templates:rebuild') as string });
  });

  it('leaves out the templates of other models', async () => {
    const gallery = await load([both(1), { person: 2, modelIds: ['model-2', 'model-3'] }]);
    expect(gallery.size).toBe(1);
  });

  it('leaves out people who took their agreement back', async () => {
    const gallery = await load([firstOnly(1), { ...firstOnly(2), withdrawn: true }]);
    expect(gallery.size).toBe(1);
    expect(await gallery.nearest(templateOf(2), 1)).toMatchObject([{ employeeId: 'employee-1' }]);
  });

  it('leaves out who took it back while the second templates were still on their way', async () => {
    const [gallery, database] = [new Gallery(), await databaseWith([both(1), both(2)])];
    onTestFinished(() => gallery.stop());
    const templates = new TemplateRepository(database);
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const late: typeof templates.listSecond = async (...asked) => {
      const seconds = await templates.listSecond(...asked);
      await arrived;
      return seconds;
    };
    const slow = {
      listFirst: templates.listFirst.bind(templates),
      listSecond: late,
      countOutdated: templates.countOutdated.bind(templates),
    };
    await loadGallery({ templates: slow, gallery, keyring, ...models, logger });
    gallery.remove('employee-1');
    arrive();
    const fused = await gallery.fuse(['employee-1', 'employee-2'], templateOf(1), secondOf(1), 1);
    expect(fused.map(({ employeeId }) => employeeId)).toEqual(['employee-2']);
    expect(gallery.size).toBe(1);
  });

  it.each([
    ['the master key is another one', [firstOnly(1)], new Keyring(masterKey(randomBytes(32)))],
    ['a template was moved to another person', [{ ...firstOnly(1), movedTo: 2 }], keyring],
    ['a template was damaged', [{ ...firstOnly(1), damaged: ['model-1'] }], keyring],
  ])('stops the start with what to do when %s', async (_name, samples, ring) => {
    const loading = load(samples, ring);
    await expect(loading).rejects.toThrow(StartupError);
    await expect(loading).rejects.toThrow('Restore template.key (or TEMPLATE_KEY');
  });
});
