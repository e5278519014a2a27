import { describe, expect, it } from 'vitest';
import { useCursorPages } from './useCursorPages';

describe('useCursorPages', () => {
  it('comes back over the very pages it went', () => {
    const pages = useCursorPages();
    pages.next('a');
    pages.next('b');
    expect([pages.after.value, pages.number.value]).toEqual(['b', 3]);
    pages.previous();
    expect([pages.after.value, pages.number.value]).toEqual(['a', 2]);
    pages.previous();
    expect([pages.after.value, pages.number.value]).toEqual([null, 1]);
  });

  it('stays on the first page when there is nothing before it', () => {
    const pages = useCursorPages();
    pages.previous();
    expect(pages.number.value).toBe(1);
  });

  it('stays where no next page is known', () => {
    const pages = useCursorPages();
    pages.next(null);
    expect(pages.number.value).toBe(1);
  });

  it('starts over on reset', () => {
    const pages = useCursorPages();
    pages.next('a');
    pages.reset();
    expect([pages.after.value, pages.number.value]).toEqual([null, 1]);
  });
});
