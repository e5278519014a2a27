import { EVERYBODY } from '../scope.js';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttendanceRepository, NewEvent } from '../attendance/attendance.repository.js';
import { livePunch } from '../attendance/new-punch.js';
import type { Replay } from '../attendance/replay.js';
import type { Clock } from '../clock.js';
import type { Employee, EmployeeRepository } from '../employees/employee.repository.js';
import type { EnrolmentService } from '../enrolment/enrolment.service.js';
import { DomainError } from '../errors.js';
import type { Events } from '../events.js';
import { newId } from '../ids.js';
import type { Logger } from '../logger.js';
import { outOfScope } from '../request-scope.js';
import type { FaceEngine } from '../recognition/face-engine.js';
import type { Describe } from '../recognition/describe.js';
import type { Identify } from '../recognition/identify.js';
import { demoPortraits } from './demo-portraits.js';
import { addDays } from '../schedules/local-time.rules.js';
import { makeDemoPlan, type DemoPlanServices } from './demo-plan.js';
import { demoPunches, WEEKS } from './demo-punches.js';
import { demoRoster } from './demo-roster.js';

export const demoStates = ['NONE', 'RUNNING', 'READY', 'FAILED'] as const;

export interface DemoProgress {
  state: (typeof demoStates)[number];
  /** Steps done of `total`. */
  done: number;
  total: number;
  /** What to do next, or what went wrong. */
  message: string | null;
}

const TOTAL = demoRoster.length + 1;
const SOURCE = 'demo';

/** Makes a company to try things with: people with faces, three weeks of attendance, pictures for the kiosk. */
export class DemoService {
  progress: DemoProgress = { state: 'NONE', done: 0, total: TOTAL, message: null };
  private work: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly dependencies: {
      engine: FaceEngine;
      identify: Identify;
      describe: Describe;
      employees: EmployeeRepository;
      enrolments: EnrolmentService;
      attendance: AttendanceRepository;
      events: Events;
      clock: Clock;
      replay: Replay;
      plan: DemoPlanServices;
      logger: Logger;
      /** Where the pictures for trying the kiosk go. */
      picturesDir: string;
    },
  ) {}

  /**
   * Begins, or goes on where an earlier try stopped, and returns at once; `finished` waits for the end. Throws CONFLICT
   * where there are people who do not belong to the demo company.
   */
  async start(): Promise<DemoProgress> {
    if (this.progress.state === 'RUNNING' || this.progress.state === 'READY') return this.progress;
    const before = this.progress;
    this.progress = { state: 'RUNNING', done: 0, total: TOTAL, message: null };
    const present = await this.dependencies.employees.list(EVERYBODY, [], demoRoster.length + 1, null);
    if (present.some(({ name }) => !demoRoster.some((person) => person.name === name))) {
      this.progress = before;
      throw new DomainError(
        'CONFLICT',
        'There are people here already. The demo company can only be made where there is nobody yet.',
      );
    }
    this.progress = { ...this.progress, done: present.length };
    this.work = outOfScope(() => this.create(present)).catch((err: unknown) => {
      this.dependencies.logger.error({ err }, 'the demo company could not be made');
      const message = 'The demo company could not be made whole. The log says why; try again.';
      this.progress = { ...this.progress, state: 'FAILED', message };
    });
    return this.progress;
  }

  /** Resolves when what was begun has ended, well or not. */
  async finished(): Promise<DemoProgress> {
    await this.work;
    return this.progress;
  }

  /** Stops after the step under way; `start` goes on from there another time. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.work;
  }

  private async create(present: Employee[]): Promise<void> {
    const { engine, identify, describe, picturesDir } = this.dependencies;
    await mkdir(picturesDir, { recursive: true, mode: 0o700 });
    const people = [...present];
    const missing = demoRoster.filter(({ name }) => !present.some((employee) => employee.name === name));

    for await (const { enrolment, tryOut } of demoPortraits(engine)) {
      if (this.stopping) return;
      const details = missing[0];
      if (!details) {
        const { verdict } = await identify({ photo: tryOut, frames: [], liveness: { level: 'OFF', challenge: null } });
        // A stranger who can be enrolled next: not one with their head turned.
        if (verdict.outcome === 'identified' || (await describe(tryOut)).outcome === 'refused') continue;
        await writeFile(join(picturesDir, 'stranger.jpg'), tryOut, { mode: 0o600 });
        break;
      }
      const outcome = await this.register(details, enrolment);
      if (outcome.outcome === 'refused') continue;
      missing.shift();
      people.push(outcome.employee);
      await writeFile(join(picturesDir, `${outcome.employee.imageId}.jpg`), tryOut, { mode: 0o600 });
      this.progress = { ...this.progress, done: people.length };
    }
    if ((await this.dependencies.attendance.findLastSequence()) === 0) await this.recordWeeks(people);
    const message = `To try the kiosk without a camera, choose a picture from ${picturesDir} there.`;
    this.progress = { state: 'READY', done: TOTAL, total: TOTAL, message };
  }

  private register(details: (typeof demoRoster)[number], photos: Buffer[]) {
    return this.dependencies.enrolments.register({
      details,
      photos,
      consentGiven: true,
      method: 'IMPORT',
      checkIn: false,
      source: SOURCE,
      scope: EVERYBODY,
    });
  }

  private async recordWeeks(people: Employee[]): Promise<void> {
    const { attendance, clock, events, plan, replay } = this.dependencies;
    const [now, site] = [clock.now(), people[0]?.site];
    if (!site) return;
    const to = addDays(now.toISOString().slice(0, 10), 1);
    const from = addDays(to, -7 * WEEKS - 2);
    await makeDemoPlan(plan, site.id, from, SOURCE);
    const blank = { photoPath: null, decisionId: null };
    const rows = people.flatMap(({ id: employeeId }, index): NewEvent[] =>
      demoPunches(index, now, site.timeZone).map((punch, at) => ({
        id: newId(),
        employeeId,
        ordinal: at + 1,
        method: 'IMPORT',
        source: SOURCE,
        ...blank,
        ...livePunch,
        ...punch,
      })),
    );
    rows.sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
    await attendance.import(rows);
    await replay.rebuild({ people, from, to });
    events.attendanceRecorded.raise();
  }
}
