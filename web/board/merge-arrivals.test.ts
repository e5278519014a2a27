import { describe, expect, it } from 'vitest';
import { mergeArrival } from './merge-arrivals';

const arrival = (id: string, minute: number): { id: string; at: string } => ({
  id,
  at: `2026-03-02T08:${String(minute).padStart(2, '0')}:00.000Z`,
});
const ids = (list: readonly { id: string }[]): string => list.map(({ id }) => id).join('');

describe('mergeArrival', () => {
  const known = [arrival('c', 30), arrival('b', 20), arrival('a', 10)];

  it.each([
    ['the newest first', arrival('d', 40), 'dcba'],
    ['one that comes late at its place in time', arrival('d', 25), 'cdba'],
    ['the oldest last', arrival('d', 5), 'cbad'],
    ['of two at the same instant the later received first', arrival('d', 30), 'dcba'],
  ])('puts %s', (_, incoming, order) => {
    expect(ids(mergeArrival(known, incoming))).toBe(order);
  });

  it('changes nothing for an id that is there already', () => {
    expect(mergeArrival(known, arrival('b', 59))).toBe(known);
  });

  it('keeps the newest and lets the oldest go', () => {
    expect(ids(mergeArrival(known, arrival('d', 40), 3))).toBe('dcb');
  });
});
