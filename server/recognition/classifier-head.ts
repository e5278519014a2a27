/** A dense layer: output = activation(input x weights + bias). */
interface Dense {
  /** inputs x units, row by row. */
  weights: Float32Array;
  bias: Float32Array;
}

/**
 * A small classifier on templates of the first encoder: dense relu, dense softmax. It knows the people it was trained on and
 * nobody else, so it only ever speaks against a match.
 */
export interface ClassifierHead {
  /** The employee of each output, in order. */
  readonly classes: readonly string[];
  readonly hidden: Dense;
  readonly output: Dense;
  /** Open set: it is believed to see whoever it says only from this probability (0..1) on. */
  readonly bound: number;
}

/** The probability of each class, 0..1. */
export function probabilitiesOf({ hidden, output }: ClassifierHead, template: ArrayLike<number>): Float32Array {
  const inner = dense(hidden, template).map((value) => Math.max(0, value));
  const scores = dense(output, inner);
  const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/**
 * Whether the head sees somebody else in the template than the person whom distances say, or nobody for certain. Of people
 * whom it has not learnt it says nothing.
 */
export function speaksAgainst(head: ClassifierHead, template: ArrayLike<number>, employeeId: string): boolean {
  const index = head.classes.indexOf(employeeId);
  if (index < 0) return false;
  const probabilities = probabilitiesOf(head, template);
  const own = probabilities[index]!;
  return own < head.bound || probabilities.some((probability) => probability > own);
}

function dense({ weights, bias }: Dense, input: ArrayLike<number>): Float32Array {
  const units = bias.length;
  const result = Float32Array.from(bias);
  for (let row = 0; row < input.length; row++) {
    const value = input[row]!;
    if (value === 0) continue;
    for (let unit = 0; unit < units; unit++) result[unit]! += value * weights[row * units + unit]!;
  }
  return result;
}
