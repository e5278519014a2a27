import type { Clock } from '../clock.js';
import { openTemplate } from '../enrolment/sealed-template.js';
import { resealed } from '../enrolment/move-templates.js';
import { DomainError } from '../errors.js';
import { newId } from '../ids.js';
import type { FaceImages } from '../storage/face-images.js';
import type { PhotoPathRepository } from '../storage/photo-path.repository.js';
import { makeNextKey, promoteNextKey, wrongKey, type Keyring } from '../storage/master-key.js';
import type { KeyRotation, PersonKeyRepository } from '../storage/person-key.repository.js';
import type { PersonKeys } from '../storage/person-keys.js';
import type { PersonToReseal, RotationRepository } from './rotation.repository.js';

const KEYS_AT_ONCE = 500;
const PEOPLE_AT_ONCE = 20;

export interface RotationProgress {
  what: 'keys of people' | 'people';
  done: number;
  total: number;
}

export interface RotationOptions {
  /** Whether people get new keys of their own as well, under which their templates and photographs are sealed anew. */
  withData: boolean;
  onProgress?: (progress: RotationProgress) => void;
  signal?: AbortSignal;
}

/**
 * Puts a new master key in the place of the old one, and on demand new keys of people under it. What was done is known
 * from the rows, so a rotation that was interrupted at any moment is gone on with; until its end both master keys are needed.
 */
export class KeyRotationService {
  constructor(
    private readonly dependencies: {
      keyRows: PersonKeyRepository;
      keys: PersonKeys;
      rotations: RotationRepository;
      keyring: Keyring;
      photoPaths: PhotoPathRepository;
      images: Pick<FaceImages, 'reseal'>;
      /** Puts what else the master key seals under the present one. */
      resealSecrets: () => Promise<void>;
      clock: Clock;
      dataDir: string;
      /** Whether the old master key is in a file, so that the next one can be made here. */
      keysInFiles: boolean;
    },
  ) {}

  /** Throws BAD_USER_INPUT where the next master key must be given and is not. */
  async rotate(options: RotationOptions): Promise<{ keys: number; people: number; promoted: boolean }> {
    const { keyRows, keyring, clock, dataDir } = this.dependencies;
    const unfinished = await keyRows.findUnfinishedRotation();
    if (!keyring.isRotating) this.begin();
    const rotation: KeyRotation = {
      id: unfinished?.id ?? newId(),
      startedAt: unfinished?.startedAt ?? clock.now(),
      masterKeyId: keyring.current.id,
      withData: (unfinished?.withData ?? false) || options.withData,
      finishedAt: null,
    };
    await keyRows.saveRotation(rotation);
    const rewrapped = await this.rewrap(options);
    await this.dependencies.resealSecrets();
    const people = rotation.withData ? await this.resealPeople(rotation.id, options) : 0;
    await this.dependencies.rotations.scrub();
    const promoted = promoteNextKey(dataDir);
    await keyRows.saveRotation({ ...rotation, finishedAt: clock.now() });
    return { keys: rewrapped, people, promoted };
  }

  private begin(): void {
    const { keyring, keysInFiles, dataDir } = this.dependencies;
    if (keysInFiles) keyring.begin(makeNextKey(dataDir));
    else {
      throw new DomainError(
        'BAD_USER_INPUT',
        'The master key comes from TEMPLATE_KEY or MASTER_KEY_COMMAND, so its successor has to as well: ' +
          'set TEMPLATE_KEY_NEXT or MASTER_KEY_NEXT_COMMAND and run this again.',
      );
    }
  }

  private async rewrap({ onProgress, signal }: RotationOptions): Promise<number> {
    const { keyRows, keys, keyring } = this.dependencies;
    const { current } = keyring;
    const total = await keyRows.countNotUnder(current.id);
    for (let done = 0; ;) {
      signal?.throwIfAborted();
      const batch = await keyRows.listNotUnder(current.id, KEYS_AT_ONCE);
      if (batch.length === 0) return done;
      await keyRows.rewrap(batch.map((row) => keys.rewrap(row, current)));
      done += batch.length;
      onProgress?.({ what: 'keys of people', done, total });
    }
  }

  private async resealPeople(rotationId: string, { onProgress, signal }: RotationOptions): Promise<number> {
    const { rotations } = this.dependencies;
    const total = await rotations.countWithKeysBefore(rotationId);
    for (let done = 0; ;) {
      const batch = await rotations.listWithKeysBefore(rotationId, PEOPLE_AT_ONCE);
      if (batch.length === 0) return done;
      for (const person of batch) {
        signal?.throwIfAborted();
        await this.resealPerson(rotationId, person);
        done++;
        onProgress?.({ what: 'people', done, total });
      }
    }
  }

  /** Templates and the new key in one transaction; then the photographs, one by one; the old key goes last. */
  private async resealPerson(rotationId: string, { id, templates }: PersonToReseal): Promise<void> {
    const { rotations, keyRows, keys, photoPaths, images } = this.dependencies;
    let newest = await keys.find(id);
    if (!newest) throw wrongKey();
    if (newest.id < rotationId) {
      const old = await Promise.all(templates.map(({ keyId }) => keys.findById(keyId!)));
      const { key, row } = keys.make(id);
      await rotations.replaceKey(
        row,
        templates.map((template, index) =>
          resealed(key, openTemplate(old[index]!.key, template.sealed, template), template),
        ),
      );
      newest = key;
    }
    for (const path of await photoPaths.listPaths(id)) await images.reseal(path, id);
    await keyRows.deleteOlder(id, newest.id);
  }
}
