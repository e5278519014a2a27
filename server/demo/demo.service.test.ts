import { describe, expect, it } from 'vitest';
import { EmployeeRepository, type Employee } from '../employees/employee.repository.js';
import type { EnrolmentService, RegisterRequest } from '../enrolment/enrolment.service.js';
import type { Replay } from '../attendance/replay.js';
import { createEvents } from '../events.js';
import { refuse } from '../refusal.js';
import { inScope } from '../request-scope.js';
import { createDescribe } from '../recognition/describe.js';
import { FakeFaceEngine } from '../testing/fake-face-engine.js';
import { InMemoryAttendance } from '../testing/in-memory-attendance.js';
import { createLogLines } from '../testing/log-lines.js';
import { employeeRow } from '../testing/rows.js';
import { listFiles, temporaryFolder } from '../testing/temporary-folder.js';
import { TestClock } from '../testing/test-clock.js';
import type { DemoPlanServices } from './demo-plan.js';
import { demoRoster } from './demo-roster.js';
import { DemoService } from './demo.service.js';

class EmployeesInOrder extends EmployeeRepository {
  constructor(readonly rows: Employee[]) {
    super(undefined as never);
  }
  override list = async () => this.rows;
}

const make = async () => ({ id: 'made' });
const noPlan = {
  shifts: { create: make },
  patterns: { create: make },
  assignments: { create: make },
  policies: { create: make },
  policyChanges: { apply: make },
} as unknown as DemoPlanServices;

/** A demo company of these people so far, where every face of the sample photographs is taken for a new one. */
function setUp(names: string[] = [], isKnown: () => boolean = () => false) {
  const rows = names.map((name, index) => employeeRow(index + 1, { id: name, name }));
  const registered: string[] = [];
  const register = async ({ details }: RegisterRequest) => {
    registered.push(details.name);
    const employee = employeeRow(rows.length + 1, { id: details.name, name: details.name });
    rows.push(employee);
    return { outcome: 'registered', employee, attendance: null } as const;
  };
  const known = { outcome: 'identified', employeeId: 'x', confidence: 1, distance: 0, jpeg: Buffer.of() } as const;
  const picturesDir = temporaryFolder();
  const demo = new DemoService({
    engine: new FakeFaceEngine(),
    identify: async () => ({ verdict: isKnown() ? known : refuse('UNKNOWN_FACE', 'No.'), record: null as never }),
    describe: createDescribe({ engine: new FakeFaceEngine() }),
    employees: new EmployeesInOrder(rows),
    enrolments: { register } as unknown as EnrolmentService,
    attendance: new InMemoryAttendance(rows),
    events: createEvents(),
    clock: new TestClock(),
    replay: { rebuild: async () => 0 } as unknown as Replay,
    plan: noPlan,
    logger: createLogLines().logger,
    picturesDir,
  });
  return { demo, registered, pictures: () => listFiles(picturesDir) };
}

const everybody = demoRoster.map(({ name }) => name);

describe('the demo company', () => {
  it('is made once, however often it is asked for', async () => {
    const { demo, registered } = setUp();
    await Promise.all([demo.start(), demo.start()]);
    await demo.finished();
    await demo.start();
    await demo.finished();
    expect(new Set(registered).size).toBe(registered.length);
  });

  it('goes on with those who are missing', async () => {
    const { demo, registered } = setUp(everybody.slice(0, 10));
    await demo.start();
    expect(await demo.finished()).toMatchObject({ state: 'READY' });
    expect(registered).toEqual(everybody.slice(10));
  });

  it('calls nobody a stranger who is recognised', async () => {
    const [known, unknown] = [setUp(everybody, () => true), setUp(everybody)];
    for (const { demo } of [known, unknown]) {
      await demo.start();
      await demo.finished();
    }
    expect(known.pictures()).not.toContain('stranger.jpg');
    expect(unknown.pictures()).toContain('stranger.jpg');
  });

  it('is made whole even when whoever asked for it has gone', async () => {
    // Nobody is missing: what is left to look at is the stranger.
    const { demo } = setUp(everybody);
    await inScope({ id: 'request', signal: AbortSignal.abort() }, () => demo.start());
    expect(await demo.finished()).toMatchObject({ state: 'READY' });
  });

  it('is not made among real people, and can be asked for again', async () => {
    const { demo } = setUp(['Somebody Real']);
    await expect(demo.start()).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(demo.progress.state).toBe('NONE');
  });
});
