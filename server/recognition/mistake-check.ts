import type { Candidate, Gallery } from './gallery.js';
import { mayRepeat, type Mistake } from './mistake.rules.js';

/** What a photo was measured by, and how near people are in it. */
export interface Measure {
  modelId: string;
  people: readonly Candidate[];
  margin: number;
  /** Of the second encoder; 0 where the first measured alone. */
  weight: number;
}

/** Whether naming this person could repeat one of the mistakes about them; each is judged by what it was measured by. */
export async function repeatsMistake(
  employeeId: string,
  mistakes: readonly Mistake[],
  measures: readonly Measure[],
  probe: { template: Float32Array; second: Float32Array },
  gallery: Gallery,
): Promise<boolean> {
  for (const mistake of mistakes) {
    const measure = measures.find(({ modelId }) => modelId === mistake.modelId);
    if (!measure) continue;
    const distanceTo = async (id: string): Promise<number | null> => {
      const known = measure.people.find((person) => person.employeeId === id);
      const [person] = known ? [known] : await gallery.fuse([id], probe.template, probe.second, measure.weight);
      return person?.distance ?? null;
    };
    const distance = (await distanceTo(employeeId)) ?? Infinity;
    const { rightEmployeeId } = mistake;
    const rightDistance = rightEmployeeId === null ? null : await distanceTo(rightEmployeeId);
    if (mayRepeat(mistake, { distance, rightDistance, margin: measure.margin })) return true;
  }
  return false;
}
