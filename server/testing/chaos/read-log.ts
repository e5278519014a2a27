import type { Config } from '../../config.js';
import { inDatabase } from '../test-location.js';
import type { LoggedEvent } from './verdict.js';

/** The log as it is in the database, with what each event is the answer to. */
export function readLog(location: Pick<Config, 'database'>): Promise<LoggedEvent[]> {
  return inDatabase(location, async ({ read }) => {
    const events = await read.attendanceEvent.findMany({
      orderBy: { sequence: 'asc' },
      select: { id: true, employee: { select: { departmentId: true } } },
    });
    const answers = await read.attendanceAnswer.findMany({ where: { eventId: { not: null } } });
    const requests = new Map<string | null, string[]>(events.map(({ id }) => [id, []]));
    for (const { source, idempotencyKey, eventId } of answers)
      requests.get(eventId)?.push(`${source} ${idempotencyKey}`);
    return events.map(({ id, employee }) => ({
      id,
      departmentId: employee.departmentId,
      requests: requests.get(id)!,
    }));
  });
}
