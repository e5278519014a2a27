import type { Database } from '../database/database.js';
import type { Kiosk, Prisma, RefusedPunch } from '../database/generated/client.js';
import { ofEmployeesIn, type Scope } from '../scope.js';
import { employeeRelations, type Employee } from '../employees/employee.repository.js';

export type RefusedPunchRow = RefusedPunch & { employee: Employee | null; kiosk: Kiosk };
export type NewRefusedPunch = Omit<Prisma.RefusedPunchUncheckedCreateInput, 'kioskId'> & { source: string };

/** Between which instants they were made; what is not given, or null, does not narrow. */
export interface RefusedPunchQuery {
  from?: Date | null | undefined;
  to?: Date | null | undefined;
}

const withRelations = { include: { employee: { include: employeeRelations }, kiosk: true } } as const;

export class RefusedPunchRepository {
  constructor(private readonly database: Database) {}

  /** Only kiosks keep punches: what another source sent late was answered to whoever sent it. */
  async create({ source, ...refused }: NewRefusedPunch): Promise<void> {
    const kioskId = /^kiosk:(.+)$/.exec(source)?.[1];
    if (!kioskId) return;
    await this.database.write((transaction) => transaction.refusedPunch.create({ data: { ...refused, kioskId } }));
  }

  /** Those of people in the scope that nobody settled yet, newest first. */
  listOpen(
    scope: Scope,
    { from, to }: RefusedPunchQuery,
    take: number,
    afterId: string | null,
  ): Promise<RefusedPunchRow[]> {
    return this.database.read.refusedPunch.findMany({
      where: {
        settledAt: null,
        ...ofEmployeesIn(scope),
        capturedAt: { ...(from && { gte: from }), ...(to && { lt: to }) },
        ...(afterId && { id: { lt: afterId } }),
      },
      orderBy: { id: 'desc' },
      take,
      ...withRelations,
    });
  }

  /** The first to settle it counts. Null where there is no such punch in the scope. */
  settle(scope: Scope, id: string, settledAt: Date, settledBy: string): Promise<RefusedPunchRow | null> {
    return this.database.write(async (transaction) => {
      await transaction.refusedPunch.updateMany({
        where: { id, settledAt: null, ...ofEmployeesIn(scope) },
        data: { settledAt, settledBy },
      });
      return transaction.refusedPunch.findFirst({ where: { id, ...ofEmployeesIn(scope) }, ...withRelations });
    });
  }
}
