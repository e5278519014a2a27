import { TEMPLATE_LENGTH } from './face-engine.js';

/** A person of the gallery, by their template nearest to the probe. */
export interface Candidate {
  employeeId: string;
  /** Euclidean, between templates. */
  distance: number;
}

export interface Nearest extends Candidate {
  /** The nearest other person; absent when the gallery holds one person only. */
  runnerUp?: Candidate;
}

/** Everybody's templates in memory, searched exactly: 100,000 of them take tens of milliseconds. All must come from one model. */
export class Gallery {
  private vectors = new Float32Array(64 * TEMPLATE_LENGTH);
  /** The person of each row of `vectors`. */
  private owners: string[] = [];

  /** How many templates there are. */
  get size(): number {
    return this.owners.length;
  }

  /** Adds to what the person has already. Throws RangeError, adding none, when one is not TEMPLATE_LENGTH finite numbers. */
  add(employeeId: string, templates: readonly Float32Array[]): void {
    for (const template of templates) assertTemplate(template);
    this.reserve(this.size + templates.length);
    for (const template of templates) {
      this.vectors.set(template, this.size * TEMPLATE_LENGTH);
      this.owners.push(employeeId);
    }
  }

  /** Forgets a person at once: their numbers are overwritten. Returns how many templates went. */
  remove(employeeId: string): number {
    const kept: string[] = [];
    this.owners.forEach((owner, row) => {
      if (owner === employeeId) return;
      if (row !== kept.length) {
        this.vectors.copyWithin(kept.length * TEMPLATE_LENGTH, row * TEMPLATE_LENGTH, (row + 1) * TEMPLATE_LENGTH);
      }
      kept.push(owner);
    });
    const removed = this.size - kept.length;
    this.vectors.fill(0, kept.length * TEMPLATE_LENGTH);
    this.owners = kept;
    return removed;
  }

  /** The person nearest to the probe; null for an empty gallery. Throws RangeError for what is no template. */
  nearest(probe: Float32Array): Nearest | null {
    assertTemplate(probe);
    let best: Candidate | undefined;
    let second: Candidate | undefined;
    let secondSquared = Infinity;
    let bestSquared = Infinity;
    for (let row = 0; row < this.owners.length; row++) {
      const squared = squaredDistance(this.vectors, row * TEMPLATE_LENGTH, probe);
      if (squared >= secondSquared) continue;
      const employeeId = this.owners[row] as string;
      if (squared < bestSquared) {
        if (best && best.employeeId !== employeeId) [second, secondSquared] = [best, bestSquared];
        [best, bestSquared] = [{ employeeId, distance: Math.sqrt(squared) }, squared];
      } else if (best && employeeId !== best.employeeId) {
        [second, secondSquared] = [{ employeeId, distance: Math.sqrt(squared) }, squared];
      }
    }
    if (!best) return null;
    return second ? { ...best, runnerUp: second } : best;
  }

  private reserve(rows: number): void {
    const needed = rows * TEMPLATE_LENGTH;
    if (needed <= this.vectors.length) return;
    const grown = new Float32Array(Math.max(needed, this.vectors.length * 2));
    grown.set(this.vectors);
    this.vectors.fill(0);
    this.vectors = grown;
  }
}

function squaredDistance(vectors: Float32Array, offset: number, probe: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < TEMPLATE_LENGTH; i++) {
    const difference = (vectors[offset + i] as number) - (probe[i] as number);
    sum += difference * difference;
  }
  return sum;
}

function assertTemplate(template: Float32Array): void {
  if (template.length !== TEMPLATE_LENGTH) {
    throw new RangeError(`a template has ${TEMPLATE_LENGTH} numbers, this one has ${template.length}`);
  }
  if (!template.every(Number.isFinite)) throw new RangeError('a template holds a number that is not finite');
}
