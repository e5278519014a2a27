import type { Database } from '../database/database.js';
import type { Consent, Erasure } from '../database/generated/client.js';
import { noSuch } from '../row-errors.js';

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

  /** Newest first. Throws NOT_FOUND. */
  async getPrivacyOf(employeeId: string): Promise<PersonPrivacy> {
    const person = await this.database.read.employee.findUnique({
      where: { id: employeeId },
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

  /** Takes back what holds. How many agreements that were; throws NOT_FOUND where there is no such employee. */
  withdraw(employeeId: string, withdrawnAt: Date, withdrawnBy: string): Promise<number> {
    return this.database.write(async (transaction) => {
      if (!(await transaction.employee.findUnique({ where: { id: employeeId } }))) throw noSuch('employee');
      const holding = { employeeId, withdrawnAt: null };
      return (await transaction.consent.updateMany({ where: holding, data: { withdrawnAt, withdrawnBy } })).count;
    });
  }
}
