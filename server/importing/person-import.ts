import { createHash } from 'node:crypto';
import type { Clock } from '../clock.js';
import { employeeDetails, imageIdOf } from '../employees/employee-details.js';
import type { Employee, EmployeeRepository } from '../employees/employee.repository.js';
import type { EnrolmentRepository } from '../enrolment/enrolment.repository.js';
import { hasTakenBack, type FaceKeeper, type Kept, type NewFace } from '../enrolment/face-keeper.js';
import { DomainError } from '../errors.js';
import { idOf } from '../ids.js';
import type { Describe, Described } from '../recognition/describe.js';
import { EVERYBODY } from '../scope.js';
import type { PersonFound, PhotoFound } from './person-found.js';
import type { PersonOutcome, PhotoRefused } from './person-outcome.js';
import { UnreadablePhoto, type PhotoFiles } from './photo-files.js';

/** Consent that was given elsewhere, as whoever imports says, to a notice that is not known here. */
const RECORDED_ELSEWHERE = {
  noticeId: null,
  noticeVersion: 'recorded elsewhere',
  language: 'en',
  method: 'IMPORT',
} as const;

/** What holds for everybody of an import. */
export interface ImportRules {
  /** Of people of whom the source does not say. */
  position: string;
  department: string;
  /** Null for the first site. */
  siteId: string | null;
  /** Everybody has agreed that their face is kept. Without it no photograph is opened. */
  consentRecorded: boolean;
  /** A person is added though none of their photographs can be used. */
  addWithoutFace: boolean;
  /** Who imports, as in Caller. */
  source: string;
}

/** Some of a person's photographs: few enough to be held in memory at once. */
export interface Batch {
  person: PersonFound;
  photos: readonly PhotoFound[];
}

/** A batch after its photographs were analysed. */
export interface Looked {
  faces: (NewFace & { path: string })[];
  known: number;
  refused: PhotoRefused[];
}

/** Takes people with photographs in, by the rules of an enrolment; whoever was imported before is found again. */
export class PersonImport {
  constructor(
    private readonly dependencies: {
      employees: EmployeeRepository;
      enrolments: EnrolmentRepository;
      keeper: FaceKeeper;
      describe: Describe;
      clock: Clock;
    },
  ) {}

  /** Reads and analyses photographs that are not samples yet; may run beside others. Throws the signal's reason. */
  async look(batch: Batch, files: Pick<PhotoFiles, 'read'>, signal: AbortSignal): Promise<Looked> {
    const { enrolments } = this.dependencies;
    const employeeId = await this.idOfPerson(batch.person);
    const looked: Looked = { faces: [], known: 0, refused: [] };
    if (await enrolments.hasTakenBack(employeeId)) {
      const { reason, message } = hasTakenBack;
      return { ...looked, refused: batch.photos.map(({ path }) => ({ path, reason, message })) };
    }
    const known = new Set(await enrolments.listSampleIds(employeeId));
    for (const { path, use } of batch.photos) {
      signal.throwIfAborted();
      const photo = await this.lookAt(path, files, signal, (bytes) => {
        const sampleId = idOf('sample', employeeId, createHash('sha256').update(bytes).digest('hex'));
        if (known.has(sampleId)) return null;
        known.add(sampleId);
        return sampleId;
      });
      if (photo === null) looked.known++;
      else if ('face' in photo) looked.faces.push({ ...photo, use, path });
      else looked.refused.push({ path, ...photo });
    }
    return looked;
  }

  /** Keeps what is good enough; one batch at a time. Throws NOT_FOUND for a site that is not there. */
  async keep({ person, photos }: Batch, looked: Looked, rules: ImportRules): Promise<PersonOutcome> {
    const { enrolments, keeper } = this.dependencies;
    const details = employeeDetails.safeParse({
      name: person.name,
      position: person.position ?? rules.position,
      department: person.department ?? rules.department,
    });
    const { key, name, number } = person;
    const refused = [...looked.refused];
    const outcome = { key, name, number, kept: 0, known: looked.known, notOpened: 0, refused, notes: [] as string[] };
    if (!details.success) {
      const problems = details.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
      const why = { reason: 'PERSON_REFUSED', message: 'The person could not be taken.' };
      for (const { path } of looked.faces) refused.push({ path, ...why });
      return { ...outcome, outcome: 'REFUSED', notes: problems };
    }

    const before = await this.find(person);
    const id = before?.id ?? (await this.idOfPerson(person));
    const newcomer = { id, details: details.data, scope: EVERYBODY, siteId: rules.siteId, number };
    const present = new Set(await enrolments.listSampleIds(id));
    const fresh = looked.faces.filter(({ sampleId }) => !present.has(sampleId));
    outcome.known += looked.faces.length - fresh.length;

    const { same, others } = await keeper.sortOut(id, fresh);
    const pathOf = new Map(fresh.map(({ sampleId, path }) => [sampleId, path]));
    const refuseAll = (faces: readonly NewFace[], why: Omit<PhotoRefused, 'path'>): void => {
      for (const { sampleId } of faces) refused.push({ path: pathOf.get(sampleId)!, ...why });
    };
    refuseAll(others, {
      reason: 'OTHER_PERSON',
      message: 'It does not seem to show the same person as the other photographs.',
    });
    const consent = { ...RECORDED_ELSEWHERE, recordedBy: rules.source };
    const kept: Kept | null =
      same.length === 0
        ? null
        : before
          ? await keeper.addFaces(EVERYBODY, before, same, consent)
          : await keeper.enrol(newcomer, same, consent);
    if (kept?.outcome === 'refused') refuseAll(same, { reason: kept.reason, message: kept.message });
    if (kept?.outcome === 'kept') outcome.kept = same.length;
    if (!rules.consentRecorded) outcome.notOpened = photos.length;

    let employee = kept?.outcome === 'kept' ? kept.employee : before;
    const isWanted = rules.addWithoutFace || !rules.consentRecorded || person.photos.length === 0;
    if (!employee && isWanted) {
      employee = await this.dependencies.employees.create({ ...newcomer, at: this.dependencies.clock.now() });
    }
    if (!employee) return { ...outcome, outcome: 'REFUSED', notes: ['None of the photographs can be used.'] };
    if (!before && number !== null && employee.number !== number) {
      outcome.notes.push(`Number ${number} is somebody else's; they got ${employee.number}.`);
    }
    const became = !before ? 'ADDED' : outcome.kept > 0 ? 'CHANGED' : 'UNCHANGED';
    return { ...outcome, number: employee.number, outcome: became };
  }

  /** Somebody who was imported before, or whose number and name are these. */
  async find({ key, number, name }: PersonFound): Promise<Employee | null> {
    const { employees } = this.dependencies;
    const imported = await employees.find(idOf('employee', key));
    if (imported || number === null) return imported;
    return employees.findByImageId(imageIdOf(number, name));
  }

  private async idOfPerson(person: PersonFound): Promise<string> {
    return (await this.find(person))?.id ?? idOf('employee', person.key);
  }

  /** The face of a photo, or why there is none; null for one whose sample is there (`newSampleId` says so). */
  private async lookAt(
    path: string,
    files: Pick<PhotoFiles, 'read'>,
    signal: AbortSignal,
    newSampleId: (bytes: Buffer) => string | null,
  ): Promise<{ sampleId: string; face: Described } | Omit<PhotoRefused, 'path'> | null> {
    try {
      const bytes = await files.read(path);
      const sampleId = newSampleId(bytes);
      if (sampleId === null) return null;
      const face = await this.dependencies.describe(bytes);
      return face.outcome === 'refused' ? { reason: face.reason, message: face.message } : { sampleId, face };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof UnreadablePhoto) return { reason: 'UNREADABLE', message: error.message };
      if (error instanceof DomainError) return { reason: 'NOT_ANALYSED', message: error.message };
      throw error;
    }
  }
}
