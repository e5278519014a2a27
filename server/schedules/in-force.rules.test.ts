import { describe, expect, it } from 'vitest';
import { inForce, inForceFrom } from './in-force.rules.js';
import type { Scope, Scoped } from './schedule.rules.js';

const row = (id: string, scope: Scope, scopeId: string, from: string, to: string | null = null): Scoped => ({
  id,
  scope,
  scopeId,
  from,
  to,
});
const ana = { id: 'ana', departmentId: 'sales' };
const site = row('site', 'SITE', 'berlin', '2026-01-01');
const department = row('department', 'DEPARTMENT', 'sales', '2026-01-01');
const own = row('own', 'EMPLOYEE', 'ana', '2026-01-01');
const march = row('march', 'SITE', 'berlin', '2026-03-01', '2026-03-31');

describe('inForce', () => {
  it.each<[string, Scoped[], string, string | null]>([
    ['nothing', [], '2026-03-02', null],
    ['one’s own before the department’s and the site’s', [own, department, site], '2026-03-02', 'own'],
    ['the department’s before the site’s', [site, department], '2026-03-02', 'department'],
    ['narrower, although another began later', [department, march], '2026-03-02', 'department'],
    ['the one that began last', [march, site], '2026-03-02', 'march'],
    ['from its first date', [march], '2026-03-01', 'march'],
    ['to its last date', [march], '2026-03-31', 'march'],
    ['not before', [march], '2026-02-28', null],
    ['not after', [march, site], '2026-04-01', 'site'],
    [
      'the higher id of two alike',
      [
        { ...site, id: 'b' },
        { ...site, id: 'a' },
      ],
      '2026-03-02',
      'b',
    ],
    [
      'nobody else’s',
      [
        { ...own, scopeId: 'bo' },
        { ...department, scopeId: 'it' },
      ],
      '2026-03-02',
      null,
    ],
  ])('%s', (_name, rows, date, expected) => {
    expect(inForce(rows, 'berlin', ana, date)?.id ?? null).toBe(expected);
    expect(inForce([...rows].reverse(), 'berlin', ana, date)?.id ?? null).toBe(expected);
  });

  it('gives somebody without a department the site’s', () => {
    expect(inForce([department, site], 'berlin', { id: 'bo', departmentId: null }, '2026-03-02')).toBe(site);
  });
});

describe('inForceFrom', () => {
  const turns = (rows: Scoped[], from: string) =>
    inForceFrom(rows, 'berlin', ana, from).map((span) => [span.from, span.to, span.row?.id ?? null]);

  it.each<[string, Scoped[], string, unknown[]]>([
    ['is nothing without end where there is nothing', [], '2026-03-02', [['2026-03-02', null, null]]],
    [
      'turns where a row begins and the day after one ends',
      [site, march],
      '2026-02-10',
      [
        ['2026-02-10', '2026-02-28', 'site'],
        ['2026-03-01', '2026-03-31', 'march'],
        ['2026-04-01', null, 'site'],
      ],
    ],
    [
      'does not turn for a row that a narrower one hides',
      [department, march],
      '2026-02-10',
      [['2026-02-10', null, 'department']],
    ],
    [
      'ends in nothing where the last row ends',
      [march],
      '2026-03-31',
      [
        ['2026-03-31', '2026-03-31', 'march'],
        ['2026-04-01', null, null],
      ],
    ],
  ])('%s', (_name, rows, from, expected) => {
    expect(turns(rows, from)).toEqual(expected);
    expect(turns([...rows].reverse(), from)).toEqual(expected);
  });
});
