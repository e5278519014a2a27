import type { Database } from '../database/database.js';

/** Whose photographs there are, and where. */
export class PhotoPathRepository {
  constructor(private readonly database: Database) {}

  countPeople(): Promise<number> {
    return this.database.read.employee.count();
  }

  /** Ids in their order, after one. */
  async listPeople(take: number, afterId: string | null): Promise<string[]> {
    const people = await this.database.read.employee.findMany({
      ...(afterId !== null && { where: { id: { gt: afterId } } }),
      select: { id: true },
      orderBy: { id: 'asc' },
      take,
    });
    return people.map(({ id }) => id);
  }

  /** The places of every photograph of a person. */
  async listPaths(employeeId: string): Promise<string[]> {
    const [samples, events] = await Promise.all([
      this.database.read.faceSample.findMany({ where: { employeeId }, select: { path: true } }),
      this.database.read.attendanceEvent.findMany({
        where: { employeeId, photoPath: { not: null } },
        select: { photoPath: true },
      }),
    ]);
    return [...samples.map(({ path }) => path), ...events.flatMap(({ photoPath }) => photoPath ?? [])];
  }
}
