import { describe, expect, it } from 'vitest';
import { judge, type Evidence } from './verdict.js';

const LOG = ['a', 'b', 'c', 'd'].map((id, at) => ({
  id,
  requests: [`request ${id}`],
  departmentId: at % 2 === 0 ? 'even' : 'odd',
}));
const asked = new Set([...LOG.flatMap(({ requests }) => requests), 'request without an answer']);
const acknowledged = new Map(LOG.slice(0, 3).map(({ id }) => [`request ${id}`, id]));
const NOTHING = { lost: 0, doubled: 0, gaps: 0, repeats: 0, misplaced: 0 };
const whole: Evidence = { asked, acknowledged, log: LOG, subscribers: [] };

const judgeSeen = (seen: string[], departmentId: string | null = null) =>
  judge({ ...whole, subscribers: [{ seen, departmentId }] });

describe('what was recorded', () => {
  it('is in order when each acknowledged event is there once, and one that nobody was told of may be', () => {
    expect(judge(whole)).toEqual(NOTHING);
  });

  it('lacks an acknowledged event', () => {
    expect(judge({ ...whole, log: LOG.slice(1) })).toEqual({ ...NOTHING, lost: 1 });
  });

  it('has another event than the one that was acknowledged', () => {
    const other = { ...LOG[0]!, id: 'other' };
    expect(judge({ ...whole, log: [other, ...LOG.slice(1)] })).toEqual({ ...NOTHING, lost: 1 });
  });

  it.each([
    ['a second event for a request that has one', { id: 'e', requests: ['request a'], departmentId: 'even' }, 1],
    ['an event that is the answer to no request', { id: 'e', requests: [], departmentId: 'even' }, 0],
    ['an event for a request that no kiosk sent', { id: 'e', requests: ['request e'], departmentId: 'even' }, 0],
    ['the same event again', LOG[0]!, 0],
  ])('has %s', (_, event, lost) => {
    expect(judge({ ...whole, log: [...LOG, event] })).toEqual({ ...NOTHING, doubled: 1, lost });
  });

  it('has one event for two requests', () => {
    const both = { ...LOG[0]!, requests: ['request a', 'request without an answer'] };
    expect(judge({ ...whole, log: [both, ...LOG.slice(1)] })).toEqual({ ...NOTHING, doubled: 1 });
  });
});

describe('what a subscriber got', () => {
  it('is in order when it is the log', () => {
    expect(judgeSeen(['a', 'b', 'c', 'd'])).toEqual(NOTHING);
  });

  it('is in order when it is that part of the log that it may see', () => {
    expect(judgeSeen(['a', 'c'], 'even')).toEqual(NOTHING);
  });

  it.each([
    ['lacks one in the middle', ['a', 'b', 'd'], null, { gaps: 1 }],
    ['lacks the last', ['a', 'b', 'c'], null, { gaps: 1 }],
    ['lacks all', [], 'odd', { gaps: 2 }],
    ['has one twice', ['a', 'b', 'b', 'c', 'd'], null, { repeats: 1 }],
    ['begins anew', ['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd'], null, { repeats: 4 }],
    ['has one before an earlier one', ['a', 'c', 'b', 'd'], null, { misplaced: 1 }],
    ['has one that is not in the log', ['a', 'b', 'c', 'undone', 'd'], null, { misplaced: 1 }],
    ["has one of another department's", ['a', 'b', 'c'], 'even', { misplaced: 1 }],
  ])('%s', (_, seen, departmentId, found) => {
    expect(judgeSeen(seen, departmentId)).toEqual({ ...NOTHING, ...found });
  });

  it('adds up over subscribers', () => {
    const subscribers = [['a', 'b', 'c'], ['a', 'b', 'c', 'd'], ['d']].map((seen) => ({ seen, departmentId: null }));
    expect(judge({ ...whole, subscribers })).toEqual({ ...NOTHING, gaps: 4 });
  });
});
