import type { Database, Transaction } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { noSuch } from '../row-errors.js';
import { departmentsIn, employeesIn, EVERYBODY, placesIn, type Scope as CallerScope } from '../scope.js';
import { refusingNamesakes } from '../schedules/namesakes.repository.js';
import type { Scope } from '../schedules/schedule.rules.js';
import { DEFAULT_POLICY, type AttendancePolicy, type PolicyAssignment } from './policy.rules.js';

/** What is read with every policy. */
export const policyRelations = {
  breakRules: {
    select: { afterMinutes: true, minutes: true, isPaid: true },
    orderBy: [{ afterMinutes: 'asc' }, { minutes: 'asc' }],
  },
} satisfies Prisma.PolicyInclude;

/** A policy with its name. */
export type PolicyRow = AttendancePolicy & { name: string };

/** For whom a policy holds, from when to when; exactly one of site, department and employee. */
export interface PolicyPlace {
  policyId: string;
  siteId: string | null;
  departmentId: string | null;
  employeeId: string | null;
  from: string;
  to: string | null;
}

export type PolicyAssignmentRow = PolicyPlace & { id: string; createdAt: Date; source: string };

export class PolicyRepository {
  constructor(private readonly database: Database) {}

  /** All policies, and the assignments that bear on a date between two. */
  async read(from: string, to: string): Promise<{ policies: AttendancePolicy[]; assignments: PolicyAssignment[] }> {
    const [policies, assignments] = await Promise.all([
      this.database.read.policy.findMany({ include: policyRelations }),
      this.database.read.policyAssignment.findMany({
        where: { from: { lte: to }, OR: [{ to: null }, { to: { gte: from } }] },
      }),
    ]);
    return { policies, assignments: assignments.map(scoped) };
  }

  /** The longest time that a check-in can be open by any policy, in minutes. */
  async longestOpenMinutes(): Promise<number> {
    const { _max } = await this.database.read.policy.aggregate({ _max: { maxOpenMinutes: true } });
    return Math.max(_max.maxOpenMinutes ?? 0, DEFAULT_POLICY.maxOpenMinutes);
  }

  /** In order of names. */
  list(take: number, afterName: string | null): Promise<PolicyRow[]> {
    return this.database.read.policy.findMany({
      ...(afterName !== null && { where: { name: { gt: afterName } } }),
      orderBy: { name: 'asc' },
      take,
      include: policyRelations,
    });
  }

  find(id: string): Promise<PolicyRow | null> {
    return this.database.read.policy.findUnique({ where: { id }, include: policyRelations });
  }

  create({ breakRules, ...details }: PolicyRow): Promise<PolicyRow> {
    return refusingNamesakes('policy', details.name, () =>
      this.database.write((transaction) =>
        transaction.policy.create({
          data: { ...details, breakRules: { create: [...breakRules] } },
          include: policyRelations,
        }),
      ),
    );
  }

  /** False where there is none. Throws where it is assigned. */
  async remove(id: string): Promise<boolean> {
    const { count } = await this.database.write((transaction) => transaction.policy.deleteMany({ where: { id } }));
    return count > 0;
  }

  countAssignments(policyId: string): Promise<number> {
    return this.database.read.policyAssignment.count({ where: { policyId } });
  }

  /** Those of sites, and those of departments and people in the scope; newest first. */
  listAssignments(scope: CallerScope, take: number, beforeId: string | null): Promise<PolicyAssignmentRow[]> {
    return this.database.read.policyAssignment.findMany({
      where: { ...placesIn(scope), ...(beforeId !== null && { id: { lt: beforeId } }) },
      orderBy: { id: 'desc' },
      take,
    });
  }

  /** Throws NOT_FOUND for a policy, site, department or employee that is not there. */
  assign(row: PolicyAssignmentRow): Promise<PolicyAssignmentRow> {
    return this.database.write(async (transaction) => {
      await refuseMissing(transaction, EVERYBODY, row);
      return transaction.policyAssignment.create({ data: row });
    });
  }

  /** Throws NOT_FOUND for a policy, site, department or employee that is not there. */
  async refuseMissing(scope: CallerScope, place: PolicyPlace): Promise<void> {
    await refuseMissing(this.database.read, scope, place);
  }
}

async function refuseMissing(
  database: Pick<Transaction, 'policy' | 'site' | 'department' | 'employee'>,
  scope: CallerScope,
  { policyId, siteId, departmentId, employeeId }: PolicyPlace,
): Promise<void> {
  if (!(await database.policy.findUnique({ where: { id: policyId } }))) throw noSuch('policy');
  if (siteId && !(await database.site.findUnique({ where: { id: siteId } }))) throw noSuch('site');
  if (
    departmentId &&
    !(await database.department.findFirst({ where: { AND: [departmentsIn(scope), { id: departmentId }] } }))
  ) {
    throw noSuch('department');
  }
  if (
    employeeId &&
    !(await database.employee.findFirst({ where: { AND: [employeesIn(scope), { id: employeeId }] } }))
  ) {
    throw noSuch('employee');
  }
}

/** A row as the rules know it. Throws for one that is for nobody. */
export function scoped({
  id,
  policyId,
  siteId,
  departmentId,
  employeeId,
  from,
  to,
}: Prisma.PolicyAssignmentGetPayload<object>): PolicyAssignment {
  const targets: [Scope, string | null][] = [
    ['SITE', siteId],
    ['DEPARTMENT', departmentId],
    ['EMPLOYEE', employeeId],
  ];
  for (const [scope, scopeId] of targets) if (scopeId !== null) return { id, policyId, from, to, scope, scopeId };
  throw new Error(`the policy assignment ${id} is for nobody`);
}
