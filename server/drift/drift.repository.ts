import type { Database } from '../database/database.js';
import { employeeRelations, type Employee } from '../employees/employee.repository.js';
import { employeesIn, type Scope } from '../scope.js';

/** Recognitions of one kind in some time. */
export interface DecisionCount {
  source: string;
  /** MATCHED, or the reason of a refusal. */
  outcome: string;
  decisions: number;
  /** Mean of the first encoder's distance to the nearest person; null where none was looked for. */
  distance: number | null;
}

export interface AgeingRow {
  employee: Employee;
  /** Of their newest sample. */
  sampledAt: Date;
}

/** A check-in whose photo might become a sample. */
export interface GoodCheckIn {
  id: string;
  photoPath: string;
}

export class DriftRepository {
  constructor(private readonly database: Database) {}

  async count(from: Date, to: Date): Promise<DecisionCount[]> {
    const groups = await this.database.read.recognitionDecision.groupBy({
      by: ['source', 'outcome'],
      where: { decidedAt: { gte: from, lt: to } },
      _count: { _all: true },
      _avg: { distance: true },
      orderBy: [{ source: 'asc' }, { outcome: 'asc' }],
    });
    return groups.map(({ source, outcome, _count, _avg }) => ({
      source,
      outcome,
      decisions: _count._all,
      distance: _avg.distance,
    }));
  }

  /** The names of kiosks by their ids. */
  async kioskNames(ids: readonly string[]): Promise<Map<string, string>> {
    const kiosks = await this.database.read.kiosk.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, name: true },
    });
    return new Map(kiosks.map(({ id, name }) => [id, name]));
  }

  /** Active people who agree and whose newest sample is from before an instant, by their number. */
  async listAgeing(scope: Scope, before: Date, take: number, afterNumber: number | null): Promise<AgeingRow[]> {
    const rows = await this.database.read.employee.findMany({
      where: {
        ...employeesIn(scope),
        active: true,
        ...(afterNumber !== null && { number: { gt: afterNumber } }),
        consents: { some: { withdrawnAt: null } },
        samples: { some: {}, every: { createdAt: { lt: before } } },
      },
      include: { ...employeeRelations, samples: { orderBy: { createdAt: 'desc' }, take: 1 } },
      orderBy: { number: 'asc' },
      take,
    });
    return rows.map(({ samples, ...employee }) => ({ employee, sampledAt: samples[0]!.createdAt }));
  }

  /** Mean distance of somebody's matches between two instants, and of how many. */
  async meanDistance(employeeId: string, from: Date, to: Date): Promise<{ matches: number; distance: number | null }> {
    const { _count, _avg } = await this.database.read.recognitionDecision.aggregate({
      where: { employeeId, outcome: 'MATCHED', decidedAt: { gte: from, lt: to } },
      _count: { _all: true },
      _avg: { distance: true },
    });
    return { matches: _count._all, distance: _avg.distance };
  }

  /**
   * Somebody's punches by face since an instant that are certain and stand as they were made: nobody corrected them or took
   * them back. The newest first.
   */
  async listGoodCheckIns(employeeId: string, since: Date, confidence: number, take: number): Promise<GoodCheckIn[]> {
    const events = await this.database.read.attendanceEvent.findMany({
      where: {
        employeeId,
        action: 'PUNCH',
        method: 'FACE',
        recordedAt: { gte: since },
        photoPath: { not: null },
        decision: { outcome: 'MATCHED', employeeId, heedsMistake: false, confidence: { gte: confidence } },
      },
      orderBy: { sequence: 'desc' },
      take,
      select: { id: true, photoPath: true },
    });
    const ids = events.map(({ id }) => id);
    const [corrected, mistaken] = await Promise.all([
      this.database.read.attendanceEvent.findMany({ where: { targetId: { in: ids } }, select: { targetId: true } }),
      this.database.read.mistakenMatch.findMany({ where: { eventId: { in: ids } }, select: { eventId: true } }),
    ]);
    const doubted = new Set([...corrected.map(({ targetId }) => targetId), ...mistaken.map(({ eventId }) => eventId)]);
    return events.flatMap(({ id, photoPath }) => (photoPath && !doubted.has(id) ? [{ id, photoPath }] : []));
  }
}
