import { extname } from 'node:path';
import type { Clock } from '../clock.js';
import type { PlainRow, RowsAbout } from './export.repository.js';
import type { Download } from '../download-tickets.js';
import type { Employee } from '../employees/employee.repository.js';
import { noSuch } from '../row-errors.js';
import type { FaceImages } from '../storage/face-images.js';
import type { ExportRepository } from './export.repository.js';
import { exportIndex, type IndexedTable } from './export-index.js';
import { zipStream, type ZipFile } from './zip-stream.js';

const AUDIT_BATCH = 1000;

/** Everything that is kept about one person, to hand to them (GDPR Art. 15 and 20). */
export class ExportService {
  constructor(
    private readonly dependencies: { exports: ExportRepository; images: Pick<FaceImages, 'read'>; clock: Clock },
  ) {}

  /**
   * A ZIP: a JSON file a table, the photographs, and an index to read. Templates are left out: they are numbers that only
   * this program can use, and they are named in the index. Throws NOT_FOUND.
   */
  async open(employeeId: string): Promise<Download> {
    const person = await this.getPerson(employeeId);
    return { fileName: `rollcall-${person.number}.zip`, chunks: zipStream(this.files(person)) };
  }

  /** Throws NOT_FOUND. */
  async getPerson(employeeId: string): Promise<Employee> {
    const person = await this.dependencies.exports.findPerson(employeeId);
    if (!person) throw noSuch('employee');
    return person;
  }

  private async *files(person: Employee): AsyncGenerator<ZipFile, void, undefined> {
    const { exports, clock } = this.dependencies;
    const tables: IndexedTable[] = [];
    const photos: string[] = [];
    let open: RowsAbout = { table: '', rows: [] };
    const close = ({ table, rows }: RowsAbout): ZipFile[] => {
      if (rows.length === 0) return [];
      tables.push({ name: table, rows: rows.length });
      return [json(`data/${table}.json`, rows)];
    };
    for await (const { table, rows } of exports.rowsAbout(person.id)) {
      if (open.table !== table) {
        yield* close(open);
        open = { table, rows: [] };
      }
      open.rows.push(...rows.map((row) => withoutOthers(row, person.id)));
      photos.push(...rows.flatMap((row) => [row['path'], row['photoPath']].filter((path) => typeof path === 'string')));
    }
    yield* close(open);
    const audit = await this.audit(person.id);
    tables.push({ name: 'Audit', rows: audit.length });
    yield json('data/Audit.json', audit);
    let kept = 0;
    for (const path of new Set(photos)) {
      const bytes = await this.dependencies.images.read(path);
      if (!bytes || extname(path) !== '.jpg') continue;
      kept++;
      yield { name: `photographs/${path}`, bytes, isCompressed: true };
    }
    const index = exportIndex({ person, at: clock.now(), tables, photographs: kept });
    yield { name: 'index.html', bytes: Buffer.from(index), isCompressed: false };
  }

  private async audit(employeeId: string): Promise<PlainRow[]> {
    const rows: PlainRow[] = [];
    for (let after = 0; ;) {
      const batch = await this.dependencies.exports.listAudit(employeeId, AUDIT_BATCH, after);
      rows.push(...batch.map((row) => ({ ...row, at: row.at.toISOString() })));
      if (batch.length < AUDIT_BATCH) return rows;
      after = batch.at(-1)!.sequence;
    }
  }
}

/** Columns that name somebody, or something of theirs, and the column that says whose. */
const OWNERS: Readonly<Record<string, string>> = {
  employeeId: 'employeeId',
  runnerUpId: 'runnerUpId',
  firstId: 'firstId',
  secondId: 'secondId',
  wrongId: 'wrongId',
  wrongSampleId: 'wrongId',
  rightId: 'rightId',
  rightSampleId: 'rightId',
};

/** Who else was near, looks alike or was mistaken is about them as well: their ids stay here. */
function withoutOthers(row: PlainRow, employeeId: string): PlainRow {
  const isOther = (name: string): boolean => {
    const owner = OWNERS[name] === undefined ? employeeId : (row[OWNERS[name]] ?? employeeId);
    return row[name] !== null && owner !== employeeId;
  };
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, isOther(name) ? '(somebody else)' : value]),
  );
}

const json = (name: string, rows: readonly PlainRow[]): ZipFile => ({
  name,
  bytes: Buffer.from(JSON.stringify(rows, null, 2)),
  isCompressed: false,
});
