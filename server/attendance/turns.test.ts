import { describe, expect, it } from 'vitest';
import { isSettled } from '../testing/settled.js';
import { Turns } from './turns.js';

const never = new Promise<never>(() => undefined);

describe('turns', () => {
  it('of one person come one after the other, whatever became of the one before', async () => {
    const turns = new Turns();
    const order: string[] = [];
    const first = turns.take('ana', async () => {
      await new Promise(setImmediate);
      order.push('first');
      throw new Error('disk gone');
    });
    const second = turns.take('ana', async () => order.push('second'));
    await expect(first).rejects.toThrow('disk gone');
    await second;
    expect(order).toEqual(['first', 'second']);
  });

  it('of others do not wait', async () => {
    const turns = new Turns();
    const stuck = turns.take('ana', () => never);
    expect(await turns.take('ben', async () => 'done')).toBe('done');
    expect(await isSettled(stuck)).toBe(false);
  });
});
