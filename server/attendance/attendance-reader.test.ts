import { EVERYBODY } from '../scope.js';
import { describe, expect, it } from 'vitest';
import { noPolicies } from '../testing/attendance-setting.js';
import { TestClock } from '../testing/test-clock.js';
import type { AttendanceListRepository } from './attendance-list.repository.js';
import { AttendanceReader } from './attendance-reader.js';

const reader = new AttendanceReader({
  lists: {} as AttendanceListRepository,
  policies: noPolicies,
  clock: new TestClock(),
});

describe('a list', () => {
  it('is refused where its days are the wrong way round', async () => {
    const list = reader.list(EVERYBODY, { from: '2026-03-03', to: '2026-03-02' }, { first: 1 });
    await expect(list).rejects.toThrow('from: must not be after to.');
  });

  it('of events is refused where its times are the wrong way round', async () => {
    const [from, to] = [new Date('2026-03-03T00:00:00Z'), new Date('2026-03-02T00:00:00Z')];
    await expect(reader.listEvents(EVERYBODY, { from, to }, { first: 1 })).rejects.toThrow(
      'from: must not be after to.',
    );
  });
});
