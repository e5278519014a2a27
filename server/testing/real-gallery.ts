import { createDescribe } from '../recognition/describe.js';
import type { FaceEngine } from '../recognition/face-engine.js';
import { Gallery } from '../recognition/gallery.js';
import { createIdentify, type Identification } from '../recognition/identify.js';
import { judgeLiveness } from '../recognition/liveness/judge-liveness.js';
import { shippedVersion } from '../recognition/model-version.js';
import { PolicyKeeper } from '../recognition/policy-keeper.js';
import { createLogLines } from './log-lines.js';

/** A gallery of these people with the shipped thresholds, enrolled and asked as the product does it. */
export async function enrolAll(engine: FaceEngine, people: readonly { id: string; photos: readonly Buffer[] }[]) {
  const [gallery, describe] = [new Gallery(), createDescribe({ engine })];
  for (const { id, photos } of people) {
    for (const photo of photos) {
      const described = await describe(photo);
      if (described.outcome === 'refused') throw new Error(`${id} could not be enrolled: ${described.message}`);
      gallery.add(id, [described]);
    }
  }
  const policy = new PolicyKeeper({
    gallery,
    targetFpir: 0.001,
    version: shippedVersion(engine),
    logger: createLogLines().logger,
  });
  const identify = createIdentify({ engine, gallery, policy, judgeLiveness, mistakesAbout: async () => [] });
  const ask = async (photo: Buffer): Promise<Identification['verdict']> =>
    (await identify({ photo, frames: [], liveness: { level: 'OFF', challenge: null } })).verdict;
  return { gallery, policy, ask };
}
