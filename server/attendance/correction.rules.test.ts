import { describe, expect, it } from 'vitest';
import { readCase } from '../testing/attendance-notation.js';
import { effectivePunches, notMe } from './correction.rules.js';
import type { LogEntry } from './event-log.rules.js';

const logOf = (events: string): LogEntry[] => readCase('-', 'free', events, '03-02 none').log;
const counted = (log: readonly LogEntry[]) =>
  effectivePunches(log).punches.map(({ id, kind, at, correctedBy }) => [id, kind, at.toISOString(), ...correctedBy]);

describe('effectivePunches', () => {
  it('gives punches in the order of their time, whatever the order of the log', () => {
    const log = logOf('03-02 08:00 in, 16:00 out').reverse();
    expect(counted(log).map(([id]) => id)).toEqual(['e001', 'e002']);
  });

  it('applies a correction that comes before its punch', () => {
    const log = logOf('03-02 09:00 in, #1 move 08:00 by mia').reverse();
    expect(counted(log)).toEqual([['e001', 'CHECK_IN', '2026-03-02T07:00:00.000Z', 'user:mia']]);
  });

  it('lets corrections of the same instant follow their ids', () => {
    const [punch, first, second] = logOf('03-02 09:00 in, #1 move 08:30 by mia, #1 move 08:00 by mia');
    const recordedAt = first!.recordedAt;
    const log = [punch!, { ...second!, recordedAt }, { ...first!, recordedAt }];
    expect(counted(log)).toEqual([['e001', 'CHECK_IN', '2026-03-02T07:00:00.000Z', 'user:mia']]);
  });

  it('lets the later correction hold, whatever the ids', () => {
    const [punch, first, second] = logOf('03-02 09:00 in, #1 move 08:30 by mia, #1 move 08:00 by mia');
    const log = [punch!, { ...first!, id: 'z' }, second!];
    expect(counted(log)).toEqual([['e001', 'CHECK_IN', '2026-03-02T07:00:00.000Z', 'user:mia']]);
  });

  it('tells the place that a moved punch left', () => {
    const { vacated } = effectivePunches(logOf('03-02 09:00 in, #1 move 03-01 08:00 by mia'));
    expect(vacated).toEqual([{ kind: 'CHECK_IN', at: new Date('2026-03-02T08:00:00Z'), correctedBy: ['user:mia'] }]);
  });

  it('ignores corrections that name each other in a circle', () => {
    const [punch, first, second] = logOf('03-02 09:00 in, #3 void by mia, #2 void by mia');
    expect(counted([punch!, first!, second!])).toEqual([['e001', 'CHECK_IN', '2026-03-02T08:00:00.000Z']]);
  });

  it('ignores a correction in the name of another employee', () => {
    const [punch, voided] = logOf('03-02 09:00 in, #1 void by mia');
    expect(counted([punch!, { ...voided!, employeeId: 'bo' }])).toHaveLength(1);
  });

  it.each([{ kind: null }, { correctedTime: null }])('refuses an addition with %j', (missing) => {
    const [added] = logOf('add 03-02 09:00 in by mia');
    expect(() => effectivePunches([{ ...added!, ...missing }])).toThrow('has no kind or no time');
  });
});

describe('notMe', () => {
  const [punch] = logOf('03-02 08:10 in offline+600');
  const by = { source: 'user:mia', reason: 'That was Bo.', recordedAt: new Date('2026-03-03T09:00:00Z') };

  it('takes the punch from one person and gives its time to the other', () => {
    const [voided, added] = notMe(punch!, 'bo', by, ['v', 'a']);
    expect(counted([punch!, voided!])).toEqual([]);
    expect(counted([added!])).toEqual([['a', 'CHECK_IN', '2026-03-02T07:00:00.000Z', 'user:mia']]);
    expect([voided, added]).toMatchObject([
      { employeeId: 'ana', reason: 'That was Bo.' },
      { employeeId: 'bo', reason: 'That was Bo.' },
    ]);
  });

  it('only voids where nobody knows who it was', () => {
    expect(notMe(punch!, null, by, ['v', 'a'])).toMatchObject([{ id: 'v', action: 'VOID', targetId: punch!.id }]);
  });
});
