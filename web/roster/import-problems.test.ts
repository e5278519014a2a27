import { describe, expect, it } from 'vitest';
import { importProblems, importWords } from './import-problems';

describe('importProblems', () => {
  it('gives each line of the text its own', () => {
    const message = 'csv: line 2: date must be a date such as 2026-11-24; line 4: name must not be empty; and 3 more.';
    expect(importProblems(message)).toEqual([
      'Line 2: date must be a date such as 2026-11-24',
      'Line 4: name must not be empty',
      'and 3 more',
    ]);
  });

  it('begins with a capital', () => {
    expect(importProblems('csv: nobody has the number 9.')).toEqual(['Nobody has the number 9']);
  });

  it('keeps other words as they are', () => {
    expect(importProblems('There is no site with this id.')).toEqual(['There is no site with this id']);
  });
});

describe('importWords', () => {
  it('names what happened', () => {
    expect(importWords('Holidays', { added: 9, renamed: 1, unchanged: 2 })).toBe(
      'Holidays: 9 added, 1 renamed, 2 there already.',
    );
    expect(importWords('Leave', { added: 0, unchanged: 2 })).toBe('Leave: 2 there already.');
  });
});
