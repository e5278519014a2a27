import { z } from 'zod';
import { oneLine } from '../employees/employee-details.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { noSuch } from '../row-errors.js';
import { parseInput } from '../validate.js';
import { parseHolidayCsv } from './holiday-csv.js';
import type { Holiday, HolidayImport, HolidayQuery, HolidayRepository } from './holiday.repository.js';
import { date, dateFilter, dateKey, dayPart, id, type DateKey } from './input-parts.js';

const holidayInput = z.object({ siteId: id, date, name: oneLine, part: dayPart });

/** The holidays of each site. */
export class HolidayService {
  constructor(private readonly dependencies: { holidays: HolidayRepository }) {}

  /** In order of dates. Throws BAD_USER_INPUT for a page or filter that is off. */
  list(query: HolidayQuery, request: PageRequest): Promise<Page<Holiday>> {
    parseInput(dateFilter, query);
    const keyOf = (row: Holiday): DateKey => [row.date, row.id];
    return readPage(request, dateKey, keyOf, (take, after) => this.dependencies.holidays.list(query, take, after));
  }

  /** Throws BAD_USER_INPUT, NOT_FOUND or CONFLICT. */
  async create(input: unknown): Promise<Holiday> {
    const { siteId, ...day } = parseInput(holidayInput, input);
    return this.dependencies.holidays.create(siteId, day);
  }

  /** Adds and renames holidays of a site by a text as in `parseHolidayCsv`. Throws BAD_USER_INPUT or NOT_FOUND. */
  async import(siteId: string, csv: string): Promise<HolidayImport> {
    return this.dependencies.holidays.import(siteId, parseHolidayCsv(csv));
  }

  /** Throws NOT_FOUND. */
  async remove(holidayId: string): Promise<void> {
    if (!(await this.dependencies.holidays.remove(holidayId))) throw noSuch('holiday');
  }
}
