import type { Database, Transaction } from '../database/database.js';
import type { Holiday } from '../database/generated/client.js';
import { newId } from '../ids.js';
import { ConflictError } from '../errors.js';
import { noSuch } from '../row-errors.js';
import type { HolidayDay } from './holiday-csv.js';
import type { DateKey } from './input-parts.js';

export type { Holiday };

/** What is not given, or null, does not narrow. */
export interface HolidayQuery {
  siteId?: string | null;
  from?: string | null;
  to?: string | null;
}

/** What an import came to, in holidays. */
export interface HolidayImport {
  added: number;
  renamed: number;
  unchanged: number;
}

export class HolidayRepository {
  constructor(private readonly database: Database) {}

  /** In order of dates. */
  list({ siteId, from, to }: HolidayQuery, take: number, after: DateKey | null): Promise<Holiday[]> {
    return this.database.read.holiday.findMany({
      where: {
        AND: [
          siteId ? { siteId } : {},
          from ? { date: { gte: from } } : {},
          to ? { date: { lte: to } } : {},
          after ? { OR: [{ date: { gt: after[0] } }, { date: after[0], id: { gt: after[1] } }] } : {},
        ],
      },
      orderBy: [{ date: 'asc' }, { id: 'asc' }],
      take,
    });
  }

  /** Throws NOT_FOUND for the site, CONFLICT where this part of the day is a holiday already. */
  create(siteId: string, day: HolidayDay): Promise<Holiday> {
    return this.database.write(async (transaction) => {
      await refuseMissing(transaction, siteId);
      const present = await findSame(transaction, siteId, day);
      if (present) throw new ConflictError('DATES_TAKEN', `${day.date} is a holiday there already: ${present.name}.`);
      return transaction.holiday.create({ data: { id: newId(), siteId, ...day } });
    });
  }

  /** Adds what is not there and renames what is, all or nothing; removes none. Throws NOT_FOUND for the site. */
  import(siteId: string, days: readonly HolidayDay[]): Promise<HolidayImport> {
    return this.database.write(async (transaction) => {
      await refuseMissing(transaction, siteId);
      const result = { added: 0, renamed: 0, unchanged: 0 };
      for (const day of days) {
        const present = await findSame(transaction, siteId, day);
        if (!present) {
          await transaction.holiday.create({ data: { id: newId(), siteId, ...day } });
          result.added++;
        } else if (present.name === day.name) result.unchanged++;
        else {
          await transaction.holiday.update({ where: { id: present.id }, data: { name: day.name } });
          result.renamed++;
        }
      }
      return result;
    });
  }

  /** False where there is none. */
  async remove(id: string): Promise<boolean> {
    const { count } = await this.database.write((transaction) => transaction.holiday.deleteMany({ where: { id } }));
    return count > 0;
  }
}

const findSame = (transaction: Transaction, siteId: string, { date, part }: HolidayDay): Promise<Holiday | null> =>
  transaction.holiday.findUnique({ where: { siteId_date_part: { siteId, date, part } } });

async function refuseMissing(transaction: Transaction, siteId: string): Promise<void> {
  if (!(await transaction.site.findUnique({ where: { id: siteId } }))) throw noSuch('site');
}
