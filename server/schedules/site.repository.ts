import type { Database } from '../database/database.js';
import type { Site } from '../database/generated/client.js';
import { DEFAULT_DEPARTMENTS } from '../employees/default-departments.js';
import { ConflictError } from '../errors.js';
import { newId } from '../ids.js';
import { noSuch, refuseInUse } from '../row-errors.js';
import { refusingNamesakes } from './namesakes.repository.js';

export type { Site };
export type SiteDetails = Omit<Site, 'id'>;

export class SiteRepository {
  constructor(private readonly database: Database) {}

  /**
   * Gives the first site, which the migrations made without a zone, the zone and the start of days of the settings; from
   * then on they are the site's own. A database without departments gets the usual ones with it.
   */
  async settleFirst(settings: Pick<Site, 'timeZone' | 'dayStartsAtMinutes'>): Promise<void> {
    await this.database.write(async (transaction) => {
      const { timeZone, dayStartsAtMinutes } = settings;
      const { count } = await transaction.site.updateMany({
        where: { timeZone: '' },
        data: { timeZone, dayStartsAtMinutes },
      });
      if (count === 0 || (await transaction.department.count()) > 0) return;
      await transaction.department.createMany({ data: DEFAULT_DEPARTMENTS.map((name) => ({ id: newId(), name })) });
    });
  }

  /** In order of names. */
  list(take: number, afterName: string | null): Promise<Site[]> {
    return this.database.read.site.findMany({
      ...(afterName !== null && { where: { name: { gt: afterName } } }),
      orderBy: { name: 'asc' },
      take,
    });
  }

  create(id: string, details: SiteDetails): Promise<Site> {
    return refusingNamesakes('site', details.name, () =>
      this.database.write((transaction) => transaction.site.create({ data: { id, ...details } })),
    );
  }

  update(id: string, details: SiteDetails): Promise<Site> {
    return refusingNamesakes('site', details.name, () =>
      this.database.write(async (transaction) => {
        if (!(await transaction.site.findUnique({ where: { id } }))) throw noSuch('site');
        return transaction.site.update({ where: { id }, data: details });
      }),
    );
  }

  /** Removes it with its holidays. Throws NOT_FOUND, or CONFLICT for one in use and for the last one. */
  async remove(id: string): Promise<void> {
    await this.database.write(async (transaction) => {
      const site = await transaction.site.findUnique({ where: { id } });
      if (!site) throw noSuch('site');
      refuseInUse('site', site.name, [
        { kind: 'employee', count: await transaction.employee.count({ where: { siteId: id } }) },
        { kind: 'kiosk', count: await transaction.kiosk.count({ where: { siteId: id } }) },
        { kind: 'assignment', count: await transaction.assignment.count({ where: { siteId: id } }) },
      ]);
      if ((await transaction.site.count()) === 1) {
        throw new ConflictError('LAST_ONE', `The site ${site.name} is the only one, and everybody belongs to a site.`);
      }
      await transaction.site.delete({ where: { id } });
    });
  }
}
