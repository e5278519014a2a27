import type { BucketSettings } from '../storage/bucket-store.js';
import { warning, type Finding } from './finding.js';

/** Whether photographs that are removed are gone. */
export async function checkBucket(settings: BucketSettings): Promise<Finding[]> {
  const { BucketStore } = await import('../storage/bucket-store.js');
  if (!(await new BucketStore(settings).keepsVersions())) return [];
  const says = `The bucket ${settings.name} keeps versions: photographs that are past their time stay in it.`;
  const remedy = 'Turn versioning off, or let a rule of its life cycle remove older versions after a day.';
  return [warning('photographs', says, remedy)];
}
