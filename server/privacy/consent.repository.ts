import type { Database } from '../database/database.js';
import type { Consent, Erasure } from '../database/generated/client.js';
import { refuseMissingEmployee } from '../employees/employee.repository.js';
import { noSuch } from '../row-errors.js';
import { employeesIn, type Scope } from '../scope.js';

export type { Consent };

/** What is kept of one person's face, and what they said to it. */
export interface PersonPrivacy {
  consents: Consent[];
  templates: number;
  enrolmentPhotos: number;
  erasures: Erasure[];
}

export class ConsentRepository {
  constructor(private readonly database: Database) {}

  /** Newest first. Throws NOT_FOUND outside the scope. */
  async getPrivacyOf(scope: Scope, employeeId: string): Promise<PersonPrivacy> {
    const person = await this.database.read.employee.findFirst({
      where: { AND: [employeesIn(scope), { id: employeeId }] },
      select: {
        consents: { orderBy: { id: 'desc' } },
        erasures: { orderBy: { sequence: 'desc' } },
        _count: { select: { templates: true, samples: true } },
      },
    });
    if (!person) throw noSuch('employee');
    const { consents, erasures, _count } = person;
    return { consents, erasures, templates: _count.templates, enrolmentPhotos: _count.samples };
  }

  /** Takes back what holds. How many agreements that were; throws NOT_FOUND where there is no such employee in the scope. */
  withdraw(scope: Scope, employeeId: string, withdrawnAt: Date, withdrawnBy: string): Promise<number> {
    return this.database.write(async (transaction) => {
      await refuseMissingEmployee(transaction, scope, employeeId);
      const holding = { employeeId, withdrawnAt: null };
      return (await transaction.consent.updateMany({ where: holding, data: { withdrawnAt, withdrawnBy } })).count;
    });
  }
}
