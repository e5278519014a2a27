import { z } from 'zod';
import { date, isInOrder, OUT_OF_ORDER } from '../schedules/input-parts.js';
import { daysBetween, weekStart } from '../schedules/local-time.rules.js';
import type { Scope } from '../scope.js';
import { parseInput } from '../validate.js';
import { MINUTE_COLUMNS } from './day-record.rules.js';
import type { KeyedTotals, SummaryQuery, SummaryRepository, Totals } from './summary.repository.js';

export type SummaryBy = 'DAY' | 'WEEK' | 'MONTH' | 'EMPLOYEE' | 'DEPARTMENT';

export interface SummaryRow extends Totals {
  /** A date, the Monday of a week, YYYY-MM, an employee's id or a department's name. */
  key: string;
  /** The employee's name; otherwise the key. */
  name: string;
}

const MAX_DAYS = 366;
const range = z
  .object({ from: date, to: date })
  .refine(isInOrder, OUT_OF_ORDER)
  .refine(({ from, to }) => daysBetween(from, to) < MAX_DAYS, {
    message: `must be at most ${MAX_DAYS} days`,
    path: ['to'],
    when: ({ issues }) => issues.length === 0,
  });

/** Sums of stored day records. */
export class SummaryService {
  constructor(private readonly dependencies: { summaries: SummaryRepository }) {}

  /** In order of keys, of people and departments in order of names. Throws BAD_USER_INPUT. */
  async sum(scope: Scope, by: SummaryBy, query: SummaryQuery): Promise<SummaryRow[]> {
    parseInput(range, { from: query.from, to: query.to });
    const { summaries } = this.dependencies;
    if (by === 'DAY' || by === 'WEEK' || by === 'MONTH') {
      const days = await summaries.sum(scope, 'date', query);
      return grouped(days, (day) => ({ key: PERIOD[by](day.key), name: PERIOD[by](day.key) }));
    }
    const people = await summaries.sum(scope, 'employeeId', query);
    const names = await summaries.namesOf(people.map(({ key }) => key));
    const rows = grouped(people, ({ key }) => {
      const { name, department } = names.get(key)!;
      return by === 'EMPLOYEE' ? { key, name } : { key: department, name: department };
    });
    return rows.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.key < b.key ? -1 : 1));
  }
}

const PERIOD = {
  DAY: (day: string) => day,
  WEEK: (day: string) => weekStart(day, 1),
  MONTH: (day: string) => day.slice(0, 7),
};

const COLUMNS = [...MINUTE_COLUMNS, 'presentDays', 'lateDays', 'missingDays', 'correctedDays'] as const;

function grouped(
  rows: readonly KeyedTotals[],
  groupOf: (row: KeyedTotals) => { key: string; name: string },
): SummaryRow[] {
  const groups = new Map<string, SummaryRow>();
  for (const row of rows) {
    const { key, name } = groupOf(row);
    const group = groups.get(key);
    if (!group) groups.set(key, { ...row, key, name });
    else for (const column of COLUMNS) group[column] += row[column];
  }
  return [...groups.values()];
}
