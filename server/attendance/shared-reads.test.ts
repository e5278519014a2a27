import { describe, expect, it } from 'vitest';
import { SharedReads } from './shared-reads.js';

function setUp() {
  const reads = new SharedReads<number>();
  const made: string[] = [];
  const read = (place: string, mark: number, rows: number[]) =>
    reads.read(place, mark, async () => {
      made.push(`${place}@${mark}`);
      return rows;
    });
  return { reads, made, read };
}

describe('shared reads', () => {
  it('are made once for all who are at a place', async () => {
    const { read, made } = setUp();
    const [one, other] = await Promise.all([read('5', 1, [6, 7]), read('5', 1, [])]);
    expect([one, other, made]).toEqual([[6, 7], [6, 7], ['5@1']]);
    expect(one).toBe(other);
  });

  it('are told apart by place', async () => {
    const { read, made } = setUp();
    await Promise.all([read('5', 1, [6, 7]), read('6', 1, [7])]);
    expect(made).toEqual(['5@1', '6@1']);
  });

  it('with rows hold when the signal was raised since: what came then follows after them', async () => {
    const { read, made } = setUp();
    await read('5', 1, [6]);
    expect(await read('5', 2, [6, 7])).toEqual([6]);
    expect(made).toEqual(['5@1']);
  });

  it('without rows do not, and those who come then share the next', async () => {
    const { read, made } = setUp();
    await read('5', 1, []);
    expect(await Promise.all([read('5', 2, [6]), read('5', 2, [6])])).toEqual([[6], [6]]);
    expect(made).toEqual(['5@1', '5@2']);
  });

  it('that fail fail for all who wait, and are made again for the next', async () => {
    const { reads, read } = setUp();
    const broken = () => Promise.reject(new Error('no database'));
    const both = await Promise.allSettled([reads.read('5', 1, broken), read('5', 1, [6])]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await read('5', 1, [6])).toEqual([6]);
  });
});
