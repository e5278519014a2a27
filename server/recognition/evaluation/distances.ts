import { cosine, euclidean } from '../template-distance.js';
import type { Templates } from './acquire.js';

/** Every pair's distances by both encoders, computed once. `list` holds null for what was not acquired. */
export class Distances {
  private readonly first: Float32Array;
  private readonly second: Float32Array;

  constructor(list: readonly (Templates | null)[]) {
    this.first = new Float32Array((list.length * (list.length - 1)) / 2);
    this.second = new Float32Array(this.first.length);
    list.forEach((a, row) => {
      for (let column = 0; column < row; column++) {
        const b = list[column];
        const at = indexOf(row, column);
        this.first[at] = a && b ? euclidean(a.first, b.first) : Infinity;
        this.second[at] = a && b ? cosine(a.second, b.second) : Infinity;
      }
    });
  }

  /** By their places in the list; Infinity where one of the two was not acquired. */
  between(a: number, b: number): { first: number; second: number } {
    const at = a > b ? indexOf(a, b) : indexOf(b, a);
    return { first: this.first[at]!, second: this.second[at]! };
  }
}

/** Rows of a lower triangle one after the other. */
const indexOf = (row: number, column: number): number => (row * (row - 1)) / 2 + column;
