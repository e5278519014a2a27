import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { file, type ApiClient } from '../testing/api-client.js';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';

// One company in Berlin, from 08:00 to 16:00 on Mondays to Fridays, with 5 minutes of grace and overtime over what is
// scheduled that needs approval. The clock begins on Monday, 2 March 2026, 09:00 there (UTC+1).

let test: TestApp;
let kiosk: ApiClient & { kioskId: string };
let siteId: string;
let policyId: string;
/** Whose face is next. */
let people = 0;

beforeAll(async () => {
  test = await createTestApp();
  kiosk = await createKiosk(test.admin);
  const { sites } = await test.admin.ask<{ sites: { edges: { node: { id: string } }[] } }>(
    '{ sites { edges { node { id } } } }',
  );
  siteId = sites.edges[0]!.node.id;
  const shift = await make('createShift', 'ShiftInput', {
    name: 'Day',
    segments: [{ startsAtMinutes: 480, endsAtMinutes: 960 }],
  });
  const pattern = await make('createPattern', 'PatternInput', {
    name: 'Week',
    days: [0, 1, 2, 3, 4].map((day) => ({ day, shiftId: shift.id })),
  });
  await make('createAssignment', 'AssignmentInput', { patternId: pattern.id, siteId, from: '2026-03-02' });
  policyId = await newPolicy({ lateGraceMinutes: 5, overtimeBasis: 'SCHEDULED', overtimeNeedsApproval: true });
  await applyPolicy({ policyId, siteId, from: '2026-03-02' });
});
afterAll(() => test.stop());

async function make(field: string, type: string, input: object): Promise<{ id: string }> {
  const made = field.replace('create', '');
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { ... on ${made} { id } } }`;
  return (await test.admin.ask<Record<string, { id: string }>>(query, { input }))[field]!;
}

let policies = 0;
async function newPolicy(input: object): Promise<string> {
  const { createPolicy } = await test.admin.ask<{ createPolicy: { id: string } }>(
    'mutation ($input: PolicyInput!) { createPolicy(input: $input) { ... on Policy { id } } }',
    { input: { name: `Policy ${++policies}`, ...input } },
  );
  return createPolicy.id;
}

const applyPolicy = async (input: object) =>
  (
    await test.admin.ask<{ applyPolicyChange: { changes: number } }>(
      'mutation ($input: PolicyChangeInput!) { applyPolicyChange(input: $input) { changes } }',
      { input },
    )
  ).applyPolicyChange.changes;

/** Somebody who comes and goes at these times. */
async function somebody(...times: string[]): Promise<{ id: string; person: number; events: string[] }> {
  const person = ++people;
  if (times[0]) test.clock.set(times[0]);
  const { employee } = await register(test.admin, person);
  const events: string[] = [];
  for (const time of times) {
    test.clock.set(time);
    events.push((await punch(kiosk, 'punch', await photoOf(person))).event.id);
  }
  return { id: employee.id, person, events };
}

const DAY =
  'date status checkInTime checkOutTime scheduledMinutes workedMinutes overtimeMinutes unapprovedOvertimeMinutes lateMinutes exceptions correctedBy';

async function daysOf(employeeId: string, filter: object = {}): Promise<Record<string, unknown>[]> {
  const { attendance } = await test.admin.ask<{ attendance: { edges: { node: Record<string, unknown> }[] } }>(
    `query ($filter: AttendanceFilter) { attendance(filter: $filter) { edges { node { ${DAY} } } } }`,
    { filter: { employeeId, ...filter } },
  );
  return attendance.edges.map(({ node }) => node);
}

interface Answer {
  __typename: string;
  reason?: string;
}

async function mutate<T = Answer>(client: ApiClient, field: string, args: string, fields = ''): Promise<T> {
  const query = `mutation { ${field}(${args}) { __typename ... on Conflict { reason } ${fields} } }`;
  return (await client.ask<Record<string, T>>(query))[field]!;
}

async function correct(field: string, args: string): Promise<void> {
  expect(await mutate(test.admin, field, args)).toEqual({ __typename: 'AttendanceEvent' });
}

const conflict = (reason: string) => ({ __typename: 'Conflict', reason });

describe('a day record', () => {
  it('goes by the schedule and the policy of the site', async () => {
    const { id } = await somebody('2026-03-02T07:10:00Z', '2026-03-02T15:30:00Z');
    expect(await daysOf(id)).toEqual([
      {
        date: '2026-03-02',
        status: 'PRESENT',
        checkInTime: '2026-03-02T07:10:00.000Z',
        checkOutTime: '2026-03-02T15:30:00.000Z',
        scheduledMinutes: 480,
        workedMinutes: 500,
        overtimeMinutes: 0,
        unapprovedOvertimeMinutes: 20,
        lateMinutes: 10,
        exceptions: ['LATE', 'UNAPPROVED_OVERTIME'],
        correctedBy: [],
      },
    ]);
    await test.admin.ask(
      `mutation { approveOvertime(input: { employeeId: "${id}", date: "2026-03-02", minutes: 15 }) }`,
    );
    expect(await daysOf(id)).toMatchObject([{ overtimeMinutes: 15, unapprovedOvertimeMinutes: 5 }]);
  });

  it('is found by what is off on it', async () => {
    const { id } = await somebody('2026-03-02T07:10:00Z', '2026-03-02T15:00:00Z', '2026-03-03T07:00:00Z');
    const dates = async (filter: object) => (await daysOf(id, filter)).map(({ date }) => date);
    expect(await dates({ late: true })).toEqual(['2026-03-02']);
    expect(await dates({ late: false })).toEqual(['2026-03-03']);
    expect(await dates({ missing: true })).toEqual([]);
    expect(await dates({ corrected: true })).toEqual([]);
    expect(await dates({ exceptional: true })).toEqual(['2026-03-02']);
    expect(await dates({ exceptional: false })).toEqual(['2026-03-03']);
    expect(await dates({ siteId })).toEqual(['2026-03-03', '2026-03-02']);
    expect(await dates({ siteId: 'elsewhere' })).toEqual([]);
  });

  it('of a day on which nobody came is missing, and something to look at', async () => {
    const { id } = await somebody('2026-03-02T07:00:00Z', '2026-03-02T15:00:00Z');
    test.clock.set('2026-03-03T16:00:00Z');
    await applyPolicy({ policyId, employeeId: id, from: '2026-03-03', to: '2026-03-03' });
    const missed = [{ date: '2026-03-03', status: 'ABSENT', exceptions: [] }];
    expect(await daysOf(id, { missing: true })).toMatchObject(missed);
    expect(await daysOf(id, { exceptional: true })).toMatchObject(missed);
    expect(await daysOf(id, { exceptional: false })).toMatchObject([{ date: '2026-03-02', status: 'PRESENT' }]);
  });
});

describe('a correction', () => {
  it('of each kind changes the record, and says by whom', async () => {
    const { id, events } = await somebody('2026-03-03T07:00:00Z', '2026-03-03T15:00:00Z');
    test.clock.set('2026-03-03T16:00:00Z');

    await correct(
      'moveAttendanceEvent',
      `input: { eventId: "${events[0]}", at: "2026-03-03T06:30:00Z", reason: "Queue at the door" }`,
    );
    expect(await daysOf(id)).toMatchObject([{ workedMinutes: 510, correctedBy: [expect.stringMatching(/^user:/)] }]);

    await correct('voidAttendanceEvent', `eventId: "${events[1]}", reason: "Not gone yet"`);
    expect(await daysOf(id)).toMatchObject([{ workedMinutes: 0, checkOutTime: null }]);

    await correct('restoreAttendanceEvent', `eventId: "${events[1]}", reason: "Gone after all"`);
    await correct(
      'moveAttendanceEvent',
      `input: { eventId: "${events[0]}", at: "2026-03-03T07:00:00Z", reason: "As it was" }`,
    );
    expect(await daysOf(id)).toMatchObject([{ workedMinutes: 480, correctedBy: [] }]);
  });

  it('adds what nobody punched', async () => {
    const { id } = await somebody('2026-03-03T07:00:00Z');
    test.clock.set('2026-03-03T18:00:00Z');
    await correct(
      'addAttendanceEvent',
      `input: { employeeId: "${id}", kind: CHECK_OUT, at: "2026-03-03T15:00:00Z", reason: "Forgot" }`,
    );
    expect(await daysOf(id)).toMatchObject([
      { date: '2026-03-03', workedMinutes: 480, checkOutTime: '2026-03-03T15:00:00.000Z' },
    ]);
  });

  it('of a punch that is void already changes nothing, or asks for it to be restored', async () => {
    const { events } = await somebody('2026-03-04T07:00:00Z');
    await correct('voidAttendanceEvent', `eventId: "${events[0]}", reason: "Wrong"`);
    expect(await mutate(test.admin, 'voidAttendanceEvent', `eventId: "${events[0]}", reason: "Again"`)).toEqual(
      conflict('CHANGES_NOTHING'),
    );
    const move = `input: { eventId: "${events[0]}", at: "2026-03-04T06:00:00Z", reason: "Earlier" }`;
    expect(await mutate(test.admin, 'moveAttendanceEvent', move)).toEqual(conflict('PUNCH_IS_VOID'));
  });

  it.each([
    ['without a reason', 'voidAttendanceEvent', (id: string) => `eventId: "${id}", reason: " "`],
    [
      'to a time to come',
      'moveAttendanceEvent',
      (id: string) => `input: { eventId: "${id}", at: "2026-03-05T07:00:00Z", reason: "Soon" }`,
    ],
  ])('%s is an error', async (_name, field, args) => {
    const { events } = await somebody('2026-03-04T07:00:00Z');
    await expect(mutate(test.admin, field, args(events[0]!))).rejects.toThrow('BAD_USER_INPUT');
  });

  it('gives a punch to the one who made it', async () => {
    const wrong = await somebody('2026-03-04T07:00:00Z');
    const right = await somebody();
    const args = `eventId: "${wrong.events[0]}", rightEmployeeId: "${right.id}", reason: "Not me"`;
    const fields = '... on PunchTakenBack { voided { action employee { id } } added { action kind employee { id } } }';
    expect(await mutate(kiosk, 'notMe', args, fields)).toEqual({
      __typename: 'PunchTakenBack',
      voided: { action: 'VOID', employee: { id: wrong.id } },
      added: { action: 'ADD', kind: 'CHECK_IN', employee: { id: right.id } },
    });
    expect(await mutate(kiosk, 'notMe', args)).toEqual(conflict('CHANGES_NOTHING'));
    expect(await daysOf(right.id)).toMatchObject([{ checkInTime: '2026-03-04T07:00:00.000Z' }]);
    expect(await daysOf(wrong.id)).toMatchObject([{ checkInTime: null, correctedBy: [`kiosk:${kiosk.kioskId}`] }]);
  });

  it('by a kiosk is refused ten minutes later', async () => {
    const { events } = await somebody('2026-03-04T07:00:00Z');
    test.clock.set('2026-03-04T07:10:01Z');
    const args = `eventId: "${events[0]}", reason: "Not me"`;
    expect(await mutate(kiosk, 'notMe', args)).toEqual(conflict('TOO_LATE'));
    const other = await createKiosk(test.admin, { name: 'Back door' });
    await expect(mutate(other, 'notMe', args)).rejects.toThrow('FORBIDDEN');
  });
});

describe('a request for a correction', () => {
  const REQUEST = `mutation ($input: CorrectionRequestInput!, $photo: Upload) {
    requestCorrection(input: $input, photo: $photo) { __typename ... on CorrectionRequest { id employee { id } state } ... on Refusal { reason } } }`;

  it('at a kiosk is made for whoever is on the photo, and comes true when it is approved, once', async () => {
    const { id, person } = await somebody('2026-03-04T07:00:00Z');
    test.clock.set('2026-03-04T17:00:00Z');
    const input = { action: 'ADD', kind: 'CHECK_OUT', at: '2026-03-04T15:00:00Z', reason: 'Kiosk was off' };
    const { requestCorrection: made } = await kiosk.ask<{ requestCorrection: { id: string } }>(REQUEST, {
      input,
      photo: file(await photoOf(person)),
    });
    expect(made).toMatchObject({ __typename: 'CorrectionRequest', employee: { id }, state: 'OPEN' });
    expect(await daysOf(id)).toMatchObject([{ workedMinutes: 0 }]);
    const args = `id: "${made.id}", comment: "Seen"`;
    expect(await mutate(test.admin, 'approveCorrection', args, '... on CorrectionRequest { state comment }')).toEqual({
      __typename: 'CorrectionRequest',
      state: 'APPROVED',
      comment: 'Seen',
    });
    expect(await daysOf(id)).toMatchObject([{ workedMinutes: 480 }]);
    expect(await mutate(test.admin, 'approveCorrection', args)).toEqual(conflict('DECIDED_ALREADY'));
  });

  it('of a stranger is refused, and one that a manager refuses changes nothing', async () => {
    const { id } = await somebody('2026-03-05T07:00:00Z');
    test.clock.set('2026-03-05T17:00:00Z');
    const input = { action: 'ADD', kind: 'CHECK_OUT', at: '2026-03-05T15:00:00Z', reason: 'Forgot' };
    expect(await kiosk.ask(REQUEST, { input, photo: file(await photoOf(31)) })).toEqual({
      requestCorrection: { __typename: 'Refusal', reason: 'UNKNOWN_FACE' },
    });
    const { requestCorrection: made } = await test.admin.ask<{ requestCorrection: { id: string } }>(REQUEST, {
      input: { ...input, employeeId: id },
    });
    await mutate(test.admin, 'refuseCorrection', `id: "${made.id}", comment: "You were seen at six"`);
    expect(await daysOf(id)).toMatchObject([{ workedMinutes: 0 }]);
    const list = '{ correctionRequests(state: REFUSED) { edges { node { id comment } } } }';
    expect(await test.admin.ask(list)).toEqual({
      correctionRequests: { edges: [{ node: { id: made.id, comment: 'You were seen at six' } }] },
    });
  });
});

describe('a policy change', () => {
  it('shows what it would change, changes nothing then, and does just that when it is applied', async () => {
    const { id } = await somebody('2026-03-05T07:10:00Z', '2026-03-05T15:00:00Z');
    const lenient = await newPolicy({ lateGraceMinutes: 15 });
    const input = { policyId: lenient, employeeId: id, from: '2026-03-05', to: '2026-03-05' };
    const PREVIEW = `query ($input: PolicyChangeInput!) { previewPolicyChange(input: $input) {
      days employees differences { date column before after } } }`;
    expect(await test.admin.ask(PREVIEW, { input })).toEqual({
      previewPolicyChange: {
        days: 1,
        employees: 1,
        differences: [
          { date: '2026-03-05', column: 'policyId', before: policyId, after: lenient },
          { date: '2026-03-05', column: 'exceptions', before: 'LATE', after: null },
          { date: '2026-03-05', column: 'lateMinutes', before: '10', after: '0' },
          { date: '2026-03-05', column: 'isLate', before: 'true', after: 'false' },
        ],
      },
    });
    expect(await daysOf(id)).toMatchObject([{ lateMinutes: 10 }]);
    expect(await applyPolicy(input)).toBe(4);
    expect(await daysOf(id)).toMatchObject([{ lateMinutes: 0, exceptions: [] }]);
    expect(await mutate(test.admin, 'deletePolicy', `id: "${lenient}"`)).toEqual(conflict('IN_USE'));
  });
});

describe('presence and sums', () => {
  it('tell who is in, late, expected and out', async () => {
    const other = await createTestApp();
    const shift = { name: 'Day', segments: [{ startsAtMinutes: 540, endsAtMinutes: 960 }] };
    const ask = <T>(query: string, variables: object = {}) => other.admin.ask<T>(query, { ...variables });
    const { createShift } = await ask<{ createShift: { id: string } }>(
      'mutation ($input: ShiftInput!) { createShift(input: $input) { ... on Shift { id } } }',
      { input: shift },
    );
    const { createPattern } = await ask<{ createPattern: { id: string } }>(
      'mutation ($input: PatternInput!) { createPattern(input: $input) { ... on Pattern { id } } }',
      { input: { name: 'Week', days: [{ day: 0, shiftId: createShift.id }] } },
    );
    const ids: string[] = [];
    for (const person of [1, 2, 3, 4]) ids.push((await register(other.admin, person)).employee.id);
    for (const employeeId of ids.slice(0, 3)) {
      await ask('mutation ($input: AssignmentInput!) { createAssignment(input: $input) { id } }', {
        input: { patternId: createPattern.id, employeeId, from: '2026-03-01' },
      });
    }
    await ask('mutation ($input: LeaveInput!) { createLeave(input: $input) { __typename } }', {
      input: { employeeId: ids[2], from: '2026-03-02', to: '2026-03-02', kind: 'annual' },
    });
    const PRESENCE = '{ presence { present out expected late onLeave employees } }';
    // At 08:55: the first is in, the second to come, the third on leave, the fourth has no shift.
    other.clock.set('2026-03-02T07:55:00Z');
    await punch(other.admin, 'checkIn', await photoOf(1));
    const counts = { present: 1, out: 1, expected: 1, late: 0, onLeave: 1, employees: 4 };
    expect(await ask(PRESENCE)).toEqual({ presence: counts });
    // At 09:01 the second is late, by the policy without grace; at 10:00 the first has left.
    other.clock.set('2026-03-02T08:01:00Z');
    expect(await ask(PRESENCE)).toEqual({ presence: { ...counts, expected: 0, late: 1 } });
    const PEOPLE = `query ($where: Whereabouts!, $after: String) { peopleNow(where: $where, first: 1, after: $after) {
      totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }`;
    const now = async (where: string, after?: string) =>
      (
        await ask<{ peopleNow: { totalCount: number; edges: { node: object }[]; pageInfo: { endCursor: string } } }>(
          PEOPLE,
          { where, after },
        )
      ).peopleNow;
    for (const [where, index] of Object.entries({ IN: 0, LATE: 1, ON_LEAVE: 2, OUT: 3 })) {
      expect(await now(where)).toMatchObject({ totalCount: 1, edges: [{ node: { id: ids[index] } }] });
    }
    expect(await now('EXPECTED')).toMatchObject({ totalCount: 0, edges: [] });
    other.clock.set('2026-03-02T09:00:00Z');
    await punch(other.admin, 'checkOut', await photoOf(1));
    expect(await ask(PRESENCE)).toEqual({ presence: { ...counts, present: 0, out: 2, expected: 0, late: 1 } });
    const firstOut = await now('OUT');
    expect(firstOut).toMatchObject({
      totalCount: 2,
      edges: [{ node: { id: ids[0] } }],
      pageInfo: { hasNextPage: true },
    });
    expect(await now('OUT', firstOut.pageInfo.endCursor)).toMatchObject({
      edges: [{ node: { id: ids[3] } }],
      pageInfo: { hasNextPage: false },
    });
    // At 10:30 the first is back, and in since then.
    other.clock.set('2026-03-02T09:30:00Z');
    await punch(other.admin, 'checkIn', await photoOf(1));
    expect(await ask('{ presence { people { edges { node { checkInTime openSince } } } } }')).toEqual({
      presence: {
        people: {
          edges: [{ node: { checkInTime: '2026-03-02T07:55:00.000Z', openSince: '2026-03-02T09:30:00.000Z' } }],
        },
      },
    });
    await other.stop();
  });

  it('add up by department and by month', async () => {
    await somebody('2026-03-09T07:00:00Z', '2026-03-09T15:00:00Z');
    await somebody('2026-03-09T07:10:00Z', '2026-03-09T16:00:00Z');
    const SUM = `query ($by: SummaryBy!) { attendanceSummary(by: $by, from: "2026-03-09", to: "2026-03-09") {
      key presentDays lateDays workedMinutes unapprovedOvertimeMinutes } }`;
    // 480 and 530 minutes; of the second 50 are over the 480 scheduled, and 10 late.
    const sums = { presentDays: 2, lateDays: 1, workedMinutes: 1010, unapprovedOvertimeMinutes: 50 };
    for (const [by, key] of [
      ['DEPARTMENT', 'Quality'],
      ['MONTH', '2026-03'],
      ['WEEK', '2026-03-09'],
    ]) {
      expect(await test.admin.ask(SUM, { by })).toEqual({ attendanceSummary: [{ key, ...sums }] });
    }
  });
});

describe('a locked period', () => {
  it('keeps its records; what changes is booked, waits, and is booked back when it is taken back', async () => {
    const { id, events } = await somebody('2026-03-11T07:00:00Z', '2026-03-11T15:00:00Z');
    test.clock.set('2026-03-20T12:00:00Z');
    const { lockPeriod } = await test.admin.ask<{ lockPeriod: { id: string } }>(
      'mutation { lockPeriod(from: "2026-03-10", to: "2026-03-11") { ... on PayPeriod { id } } }',
    );
    const booked = async () =>
      (
        await test.admin.ask<{ adjustments: { edges: { node: object }[] } }>(
          '{ adjustments { edges { node { employee { id } date column minutes } } } }',
        )
      ).adjustments.edges.map(({ node }) => node);
    const booking = (minutes: number) => ({
      employee: { id },
      date: '2026-03-11',
      column: 'regularMinutes',
      minutes,
    });
    const move = (at: string) =>
      correct(
        'moveAttendanceEvent',
        `input: { eventId: "${events[1]}", at: "2026-03-11T${at}Z", reason: "Left early" }`,
      );
    await move('14:30:00');
    expect(await daysOf(id, { from: '2026-03-11', to: '2026-03-11' })).toMatchObject([{ workedMinutes: 480 }]);
    expect(await booked()).toEqual([booking(-30)]);
    await move('15:00:00');
    expect(await booked()).toEqual([booking(30), booking(-30)]);
    await move('14:00:00');
    await test.admin.ask('mutation ($id: ID!) { unlockPeriod(id: $id) { lockedAt } }', { id: lockPeriod.id });
    expect(await booked()).toEqual([]);
    expect(await daysOf(id, { from: '2026-03-11', to: '2026-03-11' })).toMatchObject([{ workedMinutes: 420 }]);
    const lock = (from: string, to: string) => mutate(test.admin, 'lockPeriod', `from: "${from}", to: "${to}"`);
    expect(await lock('2026-03-11', '2026-03-12')).toEqual(conflict('DATES_TAKEN'));
    expect(await lock('2026-03-19', '2026-03-20')).toEqual(conflict('DATES_NOT_OVER'));
  });
});
