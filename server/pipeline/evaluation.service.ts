import type { Employee, EmployeeRepository } from '../employees/employee.repository.js';
import type { EnrolmentRepository } from '../enrolment/enrolment.repository.js';
import type { Download } from '../download-tickets.js';
import { noSuch } from '../row-errors.js';
import type { FaceImages } from '../storage/face-images.js';
import type { VersionFiles } from '../models/version-files.js';
import type { HeadCurve } from '../training/head.js';
import type { Finding } from './findings.rules.js';
import type { Judged } from './judge.js';

interface EvaluationFile {
  candidate: Judged;
  production: Judged;
  findings: Finding[];
}

const MOST_FINDINGS = 200;

/** Shows how a version was judged, with the people as they are called now. */
export class EvaluationService {
  constructor(
    private readonly dependencies: {
      files: Pick<VersionFiles, 'readFile'>;
      employees: Pick<EmployeeRepository, 'listByIds'>;
      enrolments: Pick<EnrolmentRepository, 'findSamplePath'>;
      images: Pick<FaceImages, 'read'>;
    },
  ) {}

  /** Null where the files of the version are gone. */
  async find(id: string, source: string) {
    const [evaluation, curves] = await Promise.all([
      this.readJson<EvaluationFile>(id, 'evaluation.json'),
      this.readJson<HeadCurve[]>(id, 'curves.json'),
    ]);
    if (!evaluation) return null;
    const { candidate, production } = evaluation;
    const findings = evaluation.findings.slice(0, MOST_FINDINGS);
    const isEnrolled = source === 'installation';
    const names = [
      ...candidate.nearestImpostors.flatMap(({ a, b }) => [a, b]),
      ...candidate.confusions.flatMap(({ person, nearest }) => [person, nearest]),
      ...findings.flatMap(({ person, kind, other }) => (kind === 'WRONG_PERSON' && other ? [person, other] : [person])),
    ];
    const employees = isEnrolled ? await this.dependencies.employees.listByIds([...new Set(names)]) : [];
    const byId = new Map(employees.map((employee) => [employee.id, employee]));
    const personOf = (name: string) => samplePerson(name, byId.get(name) ?? null, isEnrolled);
    const pointsOf = ({ det }: Judged) =>
      det.map(({ falseAccepts, falseRejects }) => ({ fpir: falseAccepts, fnir: falseRejects }));
    return {
      det: pointsOf(candidate),
      productionDet: pointsOf(production),
      nearestPairs: candidate.nearestImpostors.map(({ a, b, first, fused }) => ({
        one: personOf(a),
        other: personOf(b),
        first,
        both: fused,
      })),
      confusions: candidate.confusions.map(({ person, nearest, share }) => ({
        person: personOf(person),
        nearest: personOf(nearest),
        share,
      })),
      findings: findings.map(({ person, part, file, kind, words, other }) => ({
        person: personOf(person),
        part,
        kind,
        words,
        seems: kind === 'WRONG_PERSON' && other ? personOf(other) : null,
        sampleId: isEnrolled ? file : null,
      })),
      curves: (curves ?? []).map(({ loss, stopLoss }) => ({ loss, stopLoss })),
    };
  }

  /** The photo of an enrolled sample. Throws NOT_FOUND. */
  async openPhoto(sampleId: string): Promise<Download> {
    const { enrolments, images } = this.dependencies;
    const path = await enrolments.findSamplePath(sampleId);
    const photo = path && (await images.read(path));
    if (!photo) throw noSuch('sample');
    return { fileName: 'sample.jpg', chunks: once(photo) };
  }

  private async readJson<T>(id: string, name: string): Promise<T | null> {
    const bytes = await this.dependencies.files.readFile(id, name);
    return bytes && (JSON.parse(bytes.toString('utf8')) as T);
  }
}

const samplePerson = (name: string, employee: Employee | null, isEnrolled: boolean) => ({
  name: employee?.name ?? (isEnrolled ? 'Somebody who is gone' : name),
  employee,
});

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
