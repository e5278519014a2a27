import { describe, expect, it } from 'vitest';
import { ProgressBar } from './progress-bar.js';

function progressOf(total: number, steps: readonly number[], isTTY: boolean): string[] {
  const written: string[] = [];
  const out = { isTTY, write: (text: string) => written.push(text) > 0 };
  const bar = new ProgressBar(total, 'people', out);
  for (const step of steps) bar.show(step);
  return written;
}

describe('the progress of a long job', () => {
  it('is drawn in place on a terminal', () => {
    expect(progressOf(4, [2, 4], true)).toEqual([
      `\r${'█'.repeat(15)}${'░'.repeat(15)} 2 of 4 people`,
      `\r${'█'.repeat(30)} 4 of 4 people\n`,
    ]);
  });

  it('is a line for each tenth elsewhere', () => {
    const steps = Array.from({ length: 25 }, (_, index) => index + 1);
    const written = progressOf(25, steps, false);
    expect(written).toHaveLength(10);
    expect([written[0], written.at(-1)]).toEqual(['3 of 25 people\n', '25 of 25 people\n']);
  });
});
