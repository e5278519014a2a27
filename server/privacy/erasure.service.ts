import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../clock.js';
import { newId } from '../ids.js';
import type { LookAlikeService } from '../look-alikes/look-alike.service.js';
import type { Gallery } from '../recognition/gallery.js';
import { noSuch } from '../row-errors.js';
import type { FaceImages } from '../storage/face-images.js';
import type { SigningKey } from '../storage/signing-key.js';
import { receiptStatement } from './erasure-receipt.js';
import type { Erasure, ErasureRepository, ErasureWithPerson } from './erasure.repository.js';

/** A reader may hold the write-ahead log for a moment. */
const SCRUB_ATTEMPTS = 20;
const SCRUB_WAIT_MS = 100;

/** Removes people's biometrics, wholly, and gives a signed receipt. */
export class ErasureService {
  constructor(
    private readonly dependencies: {
      erasures: ErasureRepository;
      gallery: Pick<Gallery, 'remove'>;
      /** Brings the gallery up to what was committed, and tells other servers. */
      facesChanged: () => Promise<void>;
      lookAlikes: Pick<LookAlikeService, 'load'>;
      /** What was trained on faces. */
      models: { forget(employeeIds: readonly string[]): Promise<void> };
      images: Pick<FaceImages, 'removeAllOf' | 'listStaged'>;
      signingKey: SigningKey;
      clock: Clock;
    },
  ) {}

  /**
   * Erases one person's biometrics: photographs, templates, keys, look-alikes, figures of decisions, and the gallery in
   * memory. Attendance stays. The receipt is null when the last traces in the database file could not be overwritten yet;
   * that is tried again by the daily purge and at the next start. Throws NOT_FOUND.
   */
  async erase(employeeId: string, source: string): Promise<Erasure> {
    const [erasure] = await this.eraseAll([employeeId], source);
    if (!erasure) throw noSuch('employee');
    return erasure;
  }

  /** As `erase` for several people, whose traces are overwritten in one go. Leaves out who is not there. */
  async eraseAll(employeeIds: readonly string[], source: string): Promise<Erasure[]> {
    const { erasures, facesChanged, gallery, lookAlikes, clock } = this.dependencies;
    const begun: ErasureWithPerson[] = [];
    for (const employeeId of employeeIds) {
      const erasure = await erasures.begin({ id: newId(), employeeId, startedAt: clock.now(), source });
      gallery.remove(employeeId);
      if (erasure) begun.push(erasure);
    }
    await facesChanged();
    await lookAlikes.load();
    return this.finish(begun);
  }

  /** Brings to their end what a stop interrupted. Returns how many. */
  async finishPending(): Promise<number> {
    const unfinished = await this.dependencies.erasures.listUnfinished();
    return (await this.finish(unfinished)).filter(({ finishedAt }) => finishedAt).length;
  }

  /** After a sequence, in order: what a device that was away has to forget. */
  listAfter(sequence: number, take: number): Promise<Erasure[]> {
    return this.dependencies.erasures.listAfter(sequence, take);
  }

  private async finish(begun: readonly ErasureWithPerson[]): Promise<Erasure[]> {
    if (begun.length === 0) return [];
    const { erasures, models, images, signingKey, clock } = this.dependencies;
    await models.forget(begun.map(({ employeeId }) => employeeId));
    const files = new Map<string, number>();
    for (const { id, employeeId, employee } of begun) {
      const staged = await erasures.listOwnPhotos(employeeId, await images.listStaged());
      files.set(id, await images.removeAllOf(employee.imageId, staged));
    }
    if (!(await this.scrub())) return [...begun];
    const finished: Erasure[] = [];
    for (const erasure of begun) {
      const done = { files: files.get(erasure.id)!, finishedAt: clock.now() };
      const receipt = JSON.stringify(signingKey.sign(receiptStatement(erasure, done)), null, 2);
      finished.push(await erasures.finish(erasure.id, { ...done, receipt }));
    }
    return finished;
  }

  private async scrub(): Promise<boolean> {
    for (let attempt = 1; attempt <= SCRUB_ATTEMPTS; attempt++) {
      if (await this.dependencies.erasures.scrub()) return true;
      await setTimeout(SCRUB_WAIT_MS);
    }
    return false;
  }
}
