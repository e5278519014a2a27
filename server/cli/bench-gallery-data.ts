import Sqlite from 'better-sqlite3';
import { systemClock } from '../clock.js';
import { migrateSqlite } from '../database/migrate.js';
import { sealTemplate } from '../enrolment/sealed-template.js';
import { newId } from '../ids.js';
import { installation } from '../installation.js';
import { SECOND_TEMPLATE_LENGTH, TEMPLATE_LENGTH, type FaceEngine } from '../recognition/face-engine.js';
import type { Keyring } from '../storage/master-key.js';
import { PersonKeyRepository } from '../storage/person-key.repository.js';
import { PersonKeys } from '../storage/person-keys.js';

/** Writes a database with keys, agreements and a sealed template of each encoder a person: neither people nor samples are read when a gallery is loaded. */
export function fillGallery({
  file,
  people,
  keyring,
  models: { modelId, secondModelId },
}: {
  file: string;
  people: number;
  keyring: Keyring;
  models: Pick<FaceEngine, 'modelId' | 'secondModelId'>;
}): void {
  migrateSqlite({ file, migrationsDir: installation.migrationsDir, now: () => systemClock.now() });
  const database = new Sqlite(file);
  database.pragma('foreign_keys = OFF');
  const createdAt = systemClock.now().toISOString();
  const insert = database.prepare(
    'INSERT INTO "FaceTemplate" ("id", "employeeId", "sampleId", "modelId", "keyId", "sealed", "createdAt") VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const insertKey = database.prepare(
    'INSERT INTO "PersonKey" ("id", "employeeId", "wrapped", "masterKeyId", "createdAt") VALUES (?, ?, ?, ?, ?)',
  );
  const insertConsent = database.prepare(
    `INSERT INTO "Consent" ("id", "employeeId", "noticeVersion", "givenAt", "recordedBy") VALUES (?, ?, '1', ?, 'bench')`,
  );
  const keys = new PersonKeys({ keys: new PersonKeyRepository(undefined as never), keyring, clock: systemClock });
  const [next, nextSecond] = [randomTemplates(TEMPLATE_LENGTH), randomTemplates(SECOND_TEMPLATE_LENGTH)];
  database.transaction(() => {
    for (let index = 0; index < people; index++) {
      const [employeeId, sampleId] = [newId(), newId()];
      const { key, row } = keys.make(employeeId);
      insertKey.run(row.id, employeeId, row.wrapped, row.masterKeyId, createdAt);
      insertConsent.run(newId(), employeeId, createdAt);
      const write = (model: string, template: Float32Array) => {
        const sealed = sealTemplate(key.key, template, { employeeId, sampleId, modelId: model });
        insert.run(newId(), employeeId, sampleId, model, key.id, sealed, createdAt);
      };
      write(modelId, next());
      write(secondModelId, nextSecond());
    }
  })();
  database.close();
}

/** Directions at random, about 1 long: each number the sum of two random ones. */
export function randomTemplates(length: number): () => Float32Array {
  const scale = Math.sqrt(6 / length);
  return () => {
    const template = new Float32Array(length);
    for (let index = 0; index < length; index++) template[index] = (Math.random() + Math.random() - 1) * scale;
    return template;
  };
}
