import { randomUUID } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { file, type ApiClient } from '../testing/api-client.js';
import {
  administrator,
  createKiosk,
  createTestApp,
  register,
  signIn,
  type PunchAnswer,
  type TestApp,
} from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { inDatabase } from '../testing/test-location.js';

// Nothing is scheduled; times are UTC of dates that are over by the clock of the machine, which the command goes by.

const DAY_MS = 86_400_000;
const FIRST = Math.floor(Date.now() / DAY_MS) * DAY_MS - 40 * DAY_MS;
/** A time of the day before, for minus 1; of day 0; of day 1 … */
const at = (day: number, time: string): string =>
  `${new Date(FIRST + day * DAY_MS).toISOString().slice(0, 10)}T${time}.000Z`;
const date = (day: number): string => at(day, '00:00:00').slice(0, 10);

let test: TestApp;
let front: ApiClient;
let back: ApiClient;
let people = 0;
beforeAll(async () => {
  test = await createTestApp({ env: { TIME_ZONE: 'UTC' } });
  test.clock.set(at(0, '00:00:00'));
  test.admin = await signIn(test.anonymous, administrator);
  front = await createKiosk(test.admin);
  back = await createKiosk(test.admin, { name: 'Back door' });
});
afterAll(() => test.stop());

interface Somebody {
  id: string;
  photo: Buffer;
}

async function somebody(now: string): Promise<Somebody> {
  test.clock.set(now);
  const person = ++people;
  const { employee } = await register(test.admin, person);
  return { id: employee.id, photo: await photoOf(person) };
}

interface Kept {
  capturedAt: string;
  clockOffsetMs?: number;
}
const PUNCH = `mutation ($photo: Upload!, $deferred: DeferredPunch, $idempotencyKey: ID) {
  punch(photo: $photo, deferred: $deferred, idempotencyKey: $idempotencyKey) {
    __typename
    ... on AttendanceRecorded { event { id kind at isDeferred } attendance { date checkInTime checkOutTime workedMinutes exceptions } }
    ... on Refusal { reason }
  }
}`;
type Answer = Omit<PunchAnswer, 'event'> & { event: { id: string; kind: string; at: string; isDeferred: boolean } };
/** A kept punch has a key, as a kiosk gives each, unless another is said. */
async function punch(
  kiosk: ApiClient,
  { photo }: Somebody,
  deferred?: Kept,
  idempotencyKey: string | null = deferred ? randomUUID() : null,
): Promise<Answer> {
  return (await kiosk.ask<{ punch: Answer }>(PUNCH, { photo: file(photo), deferred, idempotencyKey })).punch;
}

interface Day {
  date: string;
  checkInTime: string | null;
  checkOutTime: string | null;
  workedMinutes: number;
  exceptions: string[];
}
async function daysOf({ id }: Somebody): Promise<Day[]> {
  const { attendance } = await test.admin.ask<{ attendance: { edges: { node: Day }[] } }>(
    `query ($id: ID!) { attendance(filter: { employeeId: $id }) {
      edges { node { date checkInTime checkOutTime workedMinutes exceptions } } } }`,
    { id },
  );
  return attendance.edges.map(({ node }) => node);
}

describe('a punch that a device kept', () => {
  it('counts when it was made, put right by how far the clock is off', async () => {
    const ana = await somebody(at(0, '12:00:00'));
    const came = await punch(front, ana, { capturedAt: at(0, '08:10:00'), clockOffsetMs: 600_000 });
    expect(came).toMatchObject({
      event: { kind: 'CHECK_IN', at: at(0, '08:00:00'), isDeferred: true },
      attendance: { date: date(0), checkInTime: at(0, '08:00:00') },
    });
    await punch(front, ana, { capturedAt: at(0, '11:50:00'), clockOffsetMs: -600_000 });
    expect(await daysOf(ana)).toMatchObject([{ checkOutTime: at(0, '12:00:00'), workedMinutes: 240, exceptions: [] }]);
  });

  it('is marked where nobody knows how far the clock is off', async () => {
    const ana = await somebody(at(0, '12:00:00'));
    await punch(front, ana, { capturedAt: at(0, '08:00:00') });
    await punch(front, ana);
    expect(await daysOf(ana)).toMatchObject([{ workedMinutes: 240, exceptions: ['UNSURE_TIME'] }]);
  });

  it.each([
    ['14 days ago, to the second', { capturedAt: at(0, '12:00:00'), clockOffsetMs: 0 }, 'AttendanceRecorded'],
    ['a second more than 14 days ago', { capturedAt: at(0, '11:59:59'), clockOffsetMs: 0 }, 'Refusal'],
    ['two minutes ahead', { capturedAt: at(14, '12:02:00'), clockOffsetMs: 0 }, 'AttendanceRecorded'],
    ['more than two minutes ahead', { capturedAt: at(14, '12:02:01'), clockOffsetMs: 0 }, 'Refusal'],
  ])('of %s', async (_name, kept, outcome) => {
    const ana = await somebody(at(14, '12:00:00'));
    const answer = await punch(front, ana, kept);
    expect(answer.__typename).toBe(outcome);
    if (outcome === 'Refusal') expect(answer.reason).toBe('IMPLAUSIBLE_TIME');
    else {
      test.clock.forward(60);
      await punch(front, ana, kept.capturedAt === at(0, '12:00:00') ? { capturedAt: at(0, '16:00:00') } : undefined);
    }
  });

  it('by a clock that is more than a day off is an error', async () => {
    const ana = await somebody(at(1, '12:00:00'));
    const kept = { capturedAt: at(1, '08:00:00'), clockOffsetMs: DAY_MS + 1 };
    await expect(punch(front, ana, kept)).rejects.toThrow('BAD_USER_INPUT');
  });

  it('without a key, by which it could be sent again safely, is an error', async () => {
    const ana = await somebody(at(1, '12:00:00'));
    const kept = { capturedAt: at(1, '08:00:00') };
    await expect(punch(front, ana, kept, null)).rejects.toThrow('idempotencyKey');
  });

  it('that another device sent already is the same one', async () => {
    const ana = await somebody(at(1, '08:00:00'));
    await punch(back, ana);
    test.clock.set(at(1, '09:00:00'));
    const again = await punch(front, ana, { capturedAt: at(1, '07:59:30'), clockOffsetMs: 0 });
    expect(again).toMatchObject({ __typename: 'Refusal', reason: 'ALREADY_CHECKED_IN' });
    test.clock.set(at(1, '16:00:00'));
    await punch(back, ana);
    expect(await daysOf(ana)).toMatchObject([{ checkInTime: at(1, '08:00:00'), workedMinutes: 480 }]);
  });

  it('sent again with its key is recorded once', async () => {
    const ana = await somebody(at(1, '12:00:00'));
    const kept = { capturedAt: at(1, '08:00:00'), clockOffsetMs: 0 };
    const first = await punch(front, ana, kept, 'kept-1');
    test.clock.set(at(1, '16:00:00'));
    expect(await punch(front, ana, kept, 'kept-1')).toEqual(first);
    await punch(front, ana);
    expect(await daysOf(ana)).toMatchObject([{ workedMinutes: 480 }]);
  });

  it('takes its place before later ones that came in first', async () => {
    const ana = await somebody(at(2, '08:00:00'));
    await punch(back, ana);
    test.clock.set(at(2, '17:00:00'));
    await punch(back, ana);
    test.clock.set(at(2, '18:00:00'));
    const out = await punch(front, ana, { capturedAt: at(2, '12:00:00'), clockOffsetMs: 0 });
    const back2 = await punch(front, ana, { capturedAt: at(2, '13:00:00'), clockOffsetMs: 0 });
    expect([out.event.kind, back2.event.kind]).toEqual(['CHECK_OUT', 'CHECK_IN']);
    expect(await daysOf(ana)).toMatchObject([
      { checkInTime: at(2, '08:00:00'), checkOutTime: at(2, '17:00:00'), workedMinutes: 480, exceptions: [] },
    ]);
  });
});

describe('a punch of a locked date without a record', () => {
  it('is answered, changes no record, and is booked', async () => {
    const ana = await somebody(at(3, '08:00:00'));
    test.clock.set(at(6, '12:00:00'));
    await test.admin.ask('mutation ($from: LocalDate!) { lockPeriod(from: $from, to: $from) { __typename } }', {
      from: date(3),
    });
    const kept = { capturedAt: at(3, '08:00:00'), clockOffsetMs: 0 };
    const came = await punch(front, ana, kept, 'locked-1');
    expect(came).toMatchObject({ attendance: { date: date(3), checkInTime: at(3, '08:00:00') } });
    expect(await punch(front, ana, kept, 'locked-1')).toMatchObject({
      event: came.event,
      attendance: { date: date(3), checkInTime: at(3, '08:00:00') },
    });
    await punch(front, ana, { capturedAt: at(3, '16:00:00'), clockOffsetMs: 0 });
    expect(await daysOf(ana)).toEqual([]);
    const { adjustments } = await test.admin.ask<{ adjustments: { edges: { node: object }[] } }>(
      '{ adjustments { edges { node { employee { id } date column minutes } } } }',
    );
    expect(adjustments.edges.map(({ node }) => node)).toEqual([
      { employee: { id: ana.id }, date: date(3), column: 'regularMinutes', minutes: 480 },
    ]);
  });
});

/** npm run attendance:replay -- --check */
function check(): { status: number | null; stdout: string } {
  const program = new URL('../../dist/server/cli/attendance-replay.js', import.meta.url).pathname;
  const { database, dataDir, faceImagesDir, modelsDir } = test.config;
  const DATABASE_URL = database.engine === 'sqlite' ? `file:${database.file}` : database.url;
  const env = {
    ...process.env,
    DATABASE_URL,
    DATA_DIR: dataDir,
    FACE_IMAGES_DIR: faceImagesDir,
    MODELS_DIR: modelsDir,
  };
  const { status, stdout } = spawnSync(process.execPath, [program, '--check'], { env, encoding: 'utf8' });
  return { status, stdout };
}

describe('a replay of all of these', () => {
  it('finds every record as it follows, and lists one that was altered', async () => {
    const ana = await somebody(at(4, '08:00:00'));
    const { event } = await punch(front, ana);
    test.clock.set(at(4, '16:00:00'));
    const { event: left } = await punch(front, ana);
    const correct = (field: string, args: string) =>
      test.admin.ask(`mutation { ${field}(${args}, reason: "Seen") { __typename } }`);
    await correct('voidAttendanceEvent', `eventId: "${left.id}"`);
    await correct('restoreAttendanceEvent', `eventId: "${left.id}"`);
    await correct('notMe', `eventId: "${event.id}"`);
    await test.admin.ask(
      `mutation { addAttendanceEvent(input: { employeeId: "${ana.id}", kind: CHECK_IN, at: "${at(4, '09:00:00')}", reason: "Seen" }) { __typename } }`,
    );
    const before = await daysOf(ana);
    expect(before).toMatchObject([{ date: date(4), workedMinutes: 420 }]);
    await test.app.stop();
    expect(check()).toEqual({ status: 0, stdout: 'All day records are as they follow.\n' });

    const where = { employeeId: ana.id, date: date(4) };
    await inDatabase(test.config, ({ write }) =>
      write((transaction) => transaction.attendance.updateMany({ where, data: { workedMinutes: 421 } })),
    );
    const found = check();
    expect(found.stdout).toContain(`${date(4)} ${ana.id} workedMinutes: 421 -> 420`);
    expect(found.status).toBe(1);
  });
});
