import type { DriftService } from '../drift/drift.service.js';
import type { FaceKeeper } from '../enrolment/face-keeper.js';
import { newId } from '../ids.js';
import type { Describe } from '../recognition/describe.js';
import { EVERYBODY } from '../scope.js';
import type { FaceImages } from '../storage/face-images.js';
import type { Watch } from './sample-source.js';

const BATCH = 50;

/**
 * Renews the samples of people whose samples age, from check-ins that are certain and that nobody took back: by the agreement
 * that holds for them, one photo each. Who got one is not ageing any more, so a stop costs nothing.
 */
export class CheckInSamples {
  constructor(
    private readonly dependencies: {
      drift: Pick<DriftService, 'listAgeing' | 'goodCheckIns'>;
      images: Pick<FaceImages, 'read'>;
      describe: Describe;
      keeper: Pick<FaceKeeper, 'addFaces'>;
    },
  ) {}

  /** Gives how many samples were added. */
  async take({ signal, progress }: Watch): Promise<number> {
    const { drift, keeper } = this.dependencies;
    let [taken, looked] = [0, 0];
    for (let after: number | null = null; ;) {
      const batch = await drift.listAgeing(BATCH, after);
      for (const { employee } of batch) {
        signal.throwIfAborted();
        const face = await this.goodFaceOf(employee.id);
        // Refused where it is not like their other photos, or too like somebody else's.
        if (face) {
          const sample = { sampleId: newId(), use: 'TRAIN', face } as const;
          const kept = await keeper.addFaces(EVERYBODY, employee, [sample], null);
          if (kept.outcome === 'kept') taken++;
        }
        progress(++looked, looked);
      }
      if (batch.length < BATCH) return taken;
      after = batch.at(-1)!.employee.number;
    }
  }

  /** The first photo that is good enough to be enrolled with. */
  private async goodFaceOf(employeeId: string) {
    const { drift, images, describe } = this.dependencies;
    for (const { photoPath } of await drift.goodCheckIns(employeeId)) {
      const photo = await images.read(photoPath);
      const described = photo && (await describe(photo));
      if (described?.outcome === 'described') return described;
    }
    return null;
  }
}
