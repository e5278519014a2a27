import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount, createApiKey, departmentIds } from '../testing/create-account.js';
import { createKiosk, createTestApp, punch, register, REGISTER, type TestApp } from '../testing/create-test-app.js';
import { file, type ApiClient } from '../testing/api-client.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { inDatabase } from '../testing/test-location.js';

// Two departments: Quality, which a manager and a key are given and in which Ana works, and Sales with Ben and Bea. Whatever is asked
// for with the ids of Sales is answered as for ids that nobody has.
let test: TestApp;
let manager: ApiClient;
let key: ApiClient;
let ana: { id: string; client: ApiClient };
let others: { id: string; eventId: string; decisionId: string; leaveId: string; department: string };
const NOBODY = '01890000-0000-7000-8000-000000000000';

beforeAll(async () => {
  test = await createTestApp();
  const ids = await makePeople();
  manager = await createAccount(test, { role: 'MANAGER', departmentIds: [ids.Quality!] });
  key = await createApiKey(
    test.admin,
    ['ATTENDANCE_READ', 'EMPLOYEES_READ', 'EMPLOYEES_WRITE', 'SCHEDULES_READ', 'SCHEDULES_WRITE', 'EVENTS_SUBSCRIBE'],
    [ids.Quality!],
  );
});
afterAll(() => test.stop());

async function makePeople() {
  const kiosk = await createKiosk(test.admin);
  const a = await register(test.admin, 1, { input: { name: 'Ana', department: 'Quality' } });
  const b = await register(test.admin, 2, { input: { name: 'Ben', department: 'Sales' } });
  await register(test.admin, 3, { input: { name: 'Bea', department: 'Sales' } });
  const ids = await departmentIds(test.admin);
  await punch(kiosk, 'checkIn', await photoOf(1));
  test.clock.forward(5);
  await punch(kiosk, 'checkIn', await photoOf(2));
  test.clock.forward(5);
  await punch(kiosk, 'checkIn', await photoOf(3));
  const { attendanceEvents } = await test.admin.ask<{
    attendanceEvents: { edges: { node: { id: string; employee: { id: string }; decision: { id: string } } }[] };
  }>('{ attendanceEvents { edges { node { id employee { id } decision { id } } } } }');
  const event = attendanceEvents.edges.find(({ node }) => node.employee.id === b.employee.id)!.node;
  const { createLeave } = await test.admin.ask<{ createLeave: { id: string } }>(LEAVE, leaveOf(b.employee.id));
  await test.admin.ask(LEAVE, leaveOf(a.employee.id));
  const { createPattern } = await test.admin.ask<{ createPattern: { id: string } }>(
    'mutation { createPattern(input: { name: "Free", days: [] }) { ... on Pattern { id } } }',
  );
  for (const employeeId of [a.employee.id, b.employee.id]) {
    await test.admin.ask(
      `mutation ($employeeId: ID!, $patternId: ID!) {
        changeDay(input: { employeeId: $employeeId, date: "2026-05-01", shiftIds: [] }) { id }
        createAssignment(input: { employeeId: $employeeId, patternId: $patternId, from: "2026-03-02" }) { id }
      }`,
      { employeeId, patternId: createPattern.id },
    );
  }
  for (const employeeId of [a.employee.id, b.employee.id]) {
    await test.admin.ask(REQUEST, { input: { ...late, employeeId } });
  }
  await noteLookAlike(a.employee.id, b.employee.id);
  others = {
    id: b.employee.id,
    eventId: event.id,
    decisionId: event.decision.id,
    leaveId: createLeave.id,
    department: 'Sales',
  };
  ana = {
    id: a.employee.id,
    client: await createAccount(test, { role: 'EMPLOYEE', employeeId: a.employee.id }),
  };
  return ids;
}

async function noteLookAlike(...ids: [string, string]): Promise<void> {
  const [firstId, secondId] = ids.sort();
  const data = { firstId, secondId, distance: 0.3, foundAt: new Date() };
  await inDatabase(test.config, ({ write }) => write((transaction) => transaction.lookAlike.create({ data })));
}

const REQUEST = `mutation ($input: CorrectionRequestInput!) {
  requestCorrection(input: $input) { ... on CorrectionRequest { id employee { name } } } }`;
const late = { action: 'ADD', kind: 'CHECK_OUT', at: '2026-03-01T08:00:00Z', reason: 'forgot' };

const LEAVE = 'mutation ($input: LeaveInput!) { createLeave(input: $input) { ... on Leave { id } } }';
const leaveOf = (employeeId: string) => ({
  input: { employeeId, from: '2026-05-01', to: '2026-05-02', kind: 'annual' },
});

interface Events {
  attendanceEvents: {
    edges: { node: { employee: { name: string } } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
const namesOf = ({ attendanceEvents }: Events): string[] =>
  attendanceEvents.edges.map(({ node }) => node.employee.name);

/** The names of the people on every edge of an answer. */
const namesIn = (answer: unknown): string[] =>
  [...new Set(JSON.stringify(answer).match(/(?<="name":")(Ana|Ben|Bea)/g) ?? [])].sort();

const LISTS: [string, string][] = [
  ['employees', '{ employees { totalCount edges { node { name } } } }'],
  ['a search for Ben', '{ employees(search: "ben") { totalCount edges { node { name } } } }'],
  ['attendance', '{ attendance { edges { node { employee { name } } } } }'],
  [
    'attendance of the other department',
    '{ attendance(filter: { department: "Sales" }) { edges { node { employee { name } } } } }',
  ],
  ['events', '{ attendanceEvents { edges { node { employee { name } } } } }'],
  ['who is in', '{ presence { people { edges { node { employee { name } } } } } }'],
  ['correction requests', '{ correctionRequests { edges { node { employee { name } } } } }'],
  ['sums', '{ attendanceSummary(by: EMPLOYEE, from: "2026-01-01", to: "2026-12-31") { key name } }'],
  ['leave', '{ leaves { edges { node { employee { name } } } } }'],
  ['one-off changes', '{ oneOffChanges { edges { node { employee { name } } } } }'],
  ['assignments', '{ assignments { edges { node { employee { name } department { name } } } } }'],
];

describe.each([
  ['a manager', () => manager],
  ['a key that is limited to a department', () => key],
])('%s', (_name, client) => {
  it.each(LISTS)('finds nobody of another department in %s', async (_list, query) => {
    const found = namesIn(await client().ask(query));
    expect(found.filter((name) => name !== 'Ana')).toEqual([]);
    expect(namesIn(await test.admin.ask(query))).toContain('Ben');
  });

  it('counts the own people only', async () => {
    const { employees, presence } = await client().ask<{
      employees: { totalCount: number };
      presence: { present: number; employees: number; departments: { department: string }[] };
    }>('{ employees(first: 1) { totalCount } presence { present employees departments { department } } }');
    expect(employees.totalCount).toBe(1);
    expect(presence).toEqual({ present: 1, employees: 1, departments: [{ department: 'Quality' }] });
  });

  it('pages through the own people without a gap where others stand', async () => {
    const own = namesOf(
      await test.admin.ask<Events>('{ attendanceEvents(first: 200) { edges { node { employee { name } } } } }'),
    );
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Events = await client().ask<Events>(
        'query ($after: String) { attendanceEvents(first: 1, after: $after) { edges { node { employee { name } } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      expect(page.attendanceEvents.edges).toHaveLength(1);
      paged.push(...namesOf(page));
      ({ endCursor: after, hasNextPage: more } = page.attendanceEvents.pageInfo);
    }
    expect(paged).toEqual(own.filter((name) => name === 'Ana'));
  });

  it.each([
    ['an employee', 'query ($id: ID!) { employee(id: $id) { name } }'],
    ['a roster', 'query ($id: ID!) { roster(employeeId: $id, from: "2026-03-02", to: "2026-03-03") { date } }'],
    ['attendance', 'query ($id: ID!) { attendance(filter: { employeeId: $id }) { edges { cursor } } }'],
    ['leave', 'query ($id: ID!) { leaves(filter: { employeeId: $id }) { edges { cursor } } }'],
    ['changes', 'query ($id: ID!) { oneOffChanges(filter: { employeeId: $id }) { edges { cursor } } }'],
    ['assignments', 'query ($id: ID!) { assignments(filter: { employeeId: $id }) { edges { cursor } } }'],
    ['an update', 'mutation ($id: ID!) { updateEmployee(id: $id, input: { position: "Chief" }) { id } }'],
    [
      'a new leave',
      'mutation ($id: ID!) { createLeave(input: { employeeId: $id, from: "2026-06-01", to: "2026-06-01", kind: "x" }) { ... on Leave { id } } }',
    ],
    [
      'a changed day',
      'mutation ($id: ID!) { changeDay(input: { employeeId: $id, date: "2026-06-01", shiftIds: [] }) { id } }',
    ],
    ['an undone day', 'mutation ($id: ID!) { undoDayChange(employeeId: $id, date: "2026-05-01") }'],
  ])('is answered for %s of somebody else as for nobody', async (_what, document) => {
    const foreign = await client().send(document, { id: others.id });
    expect(foreign).toEqual(await client().send(document, { id: NOBODY }));
    expect(JSON.stringify(foreign)).not.toMatch(/"cursor"|Ben|"date"/);
  });

  it.each([
    [
      'changing',
      'mutation ($id: ID!, $employeeId: ID!) { updateLeave(id: $id, input: { employeeId: $employeeId, from: "2026-05-01", to: "2026-05-01", kind: "x" }) { ... on Leave { id } } }',
    ],
    ['taking away', 'mutation ($id: ID!) { deleteLeave(id: $id) }'],
  ])('does not get at the leave of somebody else by %s it', async (_what, document) => {
    const variables = (id: string) => (document.includes('$employeeId') ? { id, employeeId: ana.id } : { id });
    const foreign = await client().send(document, variables(others.leaveId));
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(foreign).toEqual(await client().send(document, variables(NOBODY)));
  });

  it('cannot move the own people out of the own departments, or make a department', async () => {
    for (const department of ['Sales', 'A new one']) {
      const { errors } = await client().send(
        'mutation ($id: ID!, $input: UpdateEmployeeInput!) { updateEmployee(id: $id, input: $input) { id } }',
        { id: ana.id, input: { department } },
      );
      expect(errors?.[0]).toMatchObject({
        message: 'department: must be one of your own.',
        extensions: { code: 'FORBIDDEN' },
      });
    }
    expect(Object.keys(await departmentIds(test.admin))).not.toContain('A new one');
  });

  it('is not told by an enrolment whose face it is in another department', async () => {
    const photos = [file(await photoOf(2))];
    const input = { name: 'X', position: 'Y', department: 'Quality', consentGiven: true };
    const { register: answer } = await client().ask<{ register: { message: string } }>(REGISTER, { input, photos });
    expect(answer).toMatchObject({ reason: 'ALREADY_ENROLLED', message: 'This face is registered already.' });
  });

  it('follows the events of the own people only, from the beginning and live', async () => {
    const socket = client().socket();
    const stream = socket.iterate<{ attendanceRecorded: { employee: { name: string }; kind: string } }>({
      query: 'subscription { attendanceRecorded(after: "0") { kind employee { name } } }',
    });
    const next = async (): Promise<unknown> => {
      const { value } = (await stream.next()) as IteratorResult<{ data?: { attendanceRecorded: object } }, undefined>;
      return value?.data?.attendanceRecorded;
    };
    expect(await next()).toEqual({ kind: 'CHECK_IN', employee: { name: 'Ana' } });
    const kiosk = await createKiosk(test.admin, { name: 'Back door' });
    test.clock.forward(5);
    const kind = await toggle(kiosk, 3);
    test.clock.forward(5);
    expect(kind).toBeDefined();
    const own = await toggle(kiosk, 1);
    expect(await next()).toMatchObject({ employee: { name: 'Ana' }, kind: own });
    await toggle(kiosk, 1);
    await socket.dispose();
  });

  it('cannot resume from an event of somebody else', async () => {
    const socket = client().socket();
    const stream = socket.iterate({
      query: 'subscription ($after: ID) { attendanceRecorded(after: $after) { id } }',
      variables: { after: others.eventId },
    });
    expect(JSON.stringify((await stream.next()).value)).toContain('there is no event with this id');
    await socket.dispose();
  });
});

async function toggle(kiosk: ApiClient, person: number): Promise<string> {
  test.clock.forward(5);
  const answer = await punch(kiosk, 'punch', await photoOf(person));
  return answer.event.kind;
}

const SET_RIGHT: [string, string][] = [
  [
    'moved',
    'mutation ($id: ID!) { r: moveAttendanceEvent(input: { eventId: $id, at: "2026-03-01T08:00:00Z", reason: "x" }) { __typename } }',
  ],
  ['taken out', 'mutation ($id: ID!) { r: voidAttendanceEvent(eventId: $id, reason: "x") { __typename } }'],
  ['brought back', 'mutation ($id: ID!) { r: restoreAttendanceEvent(eventId: $id, reason: "x") { __typename } }'],
  ['taken from its owner', 'mutation ($id: ID!) { r: notMe(eventId: $id, reason: "x") { __typename } }'],
];

describe('corrections by a manager', () => {
  it.each(SET_RIGHT)('do not get at a punch of somebody else to be %s', async (_what, document) => {
    const foreign = await manager.send(document, { id: others.eventId });
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(foreign).toEqual(await manager.send(document, { id: NOBODY }));
  });

  it.each([
    [
      'a punch',
      'mutation ($id: ID!) { addAttendanceEvent(input: { employeeId: $id, kind: CHECK_IN, at: "2026-03-01T08:00:00Z", reason: "x" }) { __typename } }',
    ],
    [
      'overtime',
      'mutation ($id: ID!) { approveOvertime(input: { employeeId: $id, date: "2026-03-01", minutes: 60 }) }',
    ],
    [
      'a request',
      'mutation ($id: ID!) { requestCorrection(input: { employeeId: $id, action: ADD, kind: CHECK_IN, at: "2026-03-01T08:00:00Z", reason: "x" }) { __typename } }',
    ],
  ])('do not add %s for somebody else', async (_what, document) => {
    const foreign = await manager.send(document, { id: others.id });
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(foreign).toEqual(await manager.send(document, { id: NOBODY }));
  });

  it('do not give a punch of the own people to somebody else', async () => {
    const { attendanceEvents } = await manager.ask<{ attendanceEvents: { edges: { node: { id: string } }[] } }>(
      '{ attendanceEvents(first: 1) { edges { node { id } } } }',
    );
    const document =
      'mutation ($id: ID!, $right: ID!) { notMe(eventId: $id, rightEmployeeId: $right, reason: "x") { __typename } }';
    const variables = { id: attendanceEvents.edges[0]!.node.id, right: others.id };
    expect((await manager.send(document, variables)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('do not decide what somebody else asks for', async () => {
    const { correctionRequests } = await test.admin.ask<{
      correctionRequests: { edges: { node: { id: string; employee: { id: string } } }[] };
    }>('{ correctionRequests { edges { node { id employee { id } } } } }');
    const id = correctionRequests.edges.find(({ node }) => node.employee.id === others.id)!.node.id;
    for (const document of [
      'mutation ($id: ID!) { approveCorrection(id: $id) { __typename } }',
      'mutation ($id: ID!) { refuseCorrection(id: $id, comment: "no") { __typename } }',
    ]) {
      const foreign = await manager.send(document, { id });
      expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      expect(foreign).toEqual(await manager.send(document, { id: NOBODY }));
    }
  });
});

describe('a change of policy', () => {
  it('is previewed by a manager for the own people only', async () => {
    const { createPolicy } = await test.admin.ask<{ createPolicy: { id: string } }>(
      'mutation { createPolicy(input: { name: "Strict" }) { ... on Policy { id } } }',
    );
    const preview = (place: object) =>
      manager.send('query ($input: PolicyChangeInput!) { previewPolicyChange(input: $input) { days } }', {
        input: { policyId: createPolicy.id, from: '2026-03-01', ...place },
      });
    const ids = await departmentIds(test.admin);
    expect((await preview({ departmentId: ids.Sales })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await preview({ employeeId: others.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await preview({ employeeId: ana.id })).errors).toBeUndefined();
    const apply =
      'mutation ($input: PolicyChangeInput!) { applyPolicyChange(input: $input) { assignment { employeeId } } }';
    for (const employeeId of [ana.id, others.id]) {
      await test.admin.ask(apply, { input: { policyId: createPolicy.id, from: '2026-03-01', employeeId } });
    }
    const { policyAssignments } = await manager.ask<{ policyAssignments: { edges: { node: object }[] } }>(
      '{ policyAssignments { edges { node { employeeId } } } }',
    );
    expect(policyAssignments.edges.map(({ node }) => node)).toEqual([{ employeeId: ana.id }]);
  });
});

describe('decisions', () => {
  it('of other departments are not there for a manager', async () => {
    const document = 'query ($id: ID!) { recognitionDecision(id: $id) { id } }';
    expect(await manager.ask(document, { id: others.decisionId })).toEqual({ recognitionDecision: null });
    const list = await manager.ask('{ recognitionDecisions { edges { node { employee { name } } } } }');
    expect(namesIn(list)).toEqual(['Ana']);
  });

  it('leave the other person unnamed who is of another department, also in words', async () => {
    const document =
      '{ recognitionDecisions { edges { node { explanation employee { name } runnerUp { name } first { runnerUpDistance } } } } }';
    interface Decisions {
      recognitionDecisions: {
        edges: { node: { explanation: string; employee: { name: string } | null; runnerUp: object | null } }[];
      };
    }
    const ofAna = ({ recognitionDecisions }: Decisions) =>
      recognitionDecisions.edges.map(({ node }) => node).filter(({ employee }) => employee?.name === 'Ana');
    const all = ofAna(await test.admin.ask<Decisions>(document));
    expect(all.some(({ runnerUp, explanation }) => runnerUp && /Ben|Bea/.test(explanation))).toBe(true);
    const own = ofAna(await manager.ask<Decisions>(document));
    expect(own).toHaveLength(all.length);
    for (const { runnerUp, explanation } of own) {
      expect(runnerUp).toBeNull();
      expect(explanation).not.toMatch(/Ben|Bea/);
    }
  });
});

describe('look-alikes', () => {
  it('are told to a manager only where both are the own people', async () => {
    const document = '{ lookAlikes { edges { node { first { name } second { name } } } } }';
    expect(namesIn(await test.admin.ask(document))).toEqual(['Ana', 'Ben']);
    expect(namesIn(await manager.ask(document))).toEqual([]);
  });
});

describe('an employee', () => {
  it('sees the own record, days and events, and nobody else', async () => {
    const answer = await ana.client.ask(
      `query ($id: ID!) { employee(id: $id) { name } attendance { edges { node { employee { name } } } }
       attendanceEvents { edges { node { employee { name } } } } }`,
      { id: ana.id },
    );
    expect(namesIn(answer)).toEqual(['Ana']);
    expect(await ana.client.ask('query ($id: ID!) { employee(id: $id) { name } }', { id: others.id })).toEqual({
      employee: null,
    });
    const filtered = await ana.client.ask(
      'query ($id: ID!) { attendance(filter: { employeeId: $id }) { edges { cursor } } }',
      { id: others.id },
    );
    expect(filtered).toEqual({ attendance: { edges: [] } });
  });

  it('asks for corrections of the own punches, sees the own requests, and decides none', async () => {
    const { requestCorrection } = await ana.client.ask<{
      requestCorrection: { id: string; employee: { name: string } };
    }>(REQUEST, { input: late });
    expect(requestCorrection.employee.name).toBe('Ana');
    expect(namesIn(await ana.client.ask('{ correctionRequests { edges { node { employee { name } } } } }'))).toEqual([
      'Ana',
    ]);
    const foreign = await ana.client.send(REQUEST, { input: { ...late, employeeId: others.id } });
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const approve = 'mutation ($id: ID!) { approveCorrection(id: $id) { __typename } }';
    expect((await ana.client.send(approve, { id: requestCorrection.id })).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
  });

  it('whose account is linked to nobody sees nothing', async () => {
    const client = await createAccount(test, { role: 'EMPLOYEE' });
    expect(await client.ask('{ attendance { edges { cursor } } }')).toEqual({ attendance: { edges: [] } });
  });
});

describe('a change of rights', () => {
  it('ends the sessions, and closes the sockets, of who had more', async () => {
    const ids = await departmentIds(test.admin);
    const client = await createAccount(test, { role: 'MANAGER', departmentIds: [ids.Sales!] });
    const socket = client.socket();
    const closed = new Promise<number>((resolve) => {
      socket.on('closed', (event) => resolve((event as { code: number }).code));
    });
    const stream = socket.iterate({ query: 'subscription { attendanceRecorded(after: "0") { id } }' });
    expect((await stream.next()).value.errors).toBeUndefined();
    await test.admin.ask(
      'mutation ($id: ID!, $input: UserRightsInput!) { setUserRights(id: $id, input: $input) { id } }',
      {
        id: client.userId,
        input: { departmentIds: [ids.Quality!] },
      },
    );
    expect(await closed).toBe(4403);
    expect((await client.send('{ viewer { id } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('by removing the department leaves a limited key with nobody, not with everybody', async () => {
    await test.admin.ask('mutation { createDepartment(input: { name: "Short-lived" }) { __typename } }');
    const ids = await departmentIds(test.admin);
    const limited = await createApiKey(test.admin, ['EMPLOYEES_READ'], [ids['Short-lived']!]);
    await test.admin.ask('mutation ($id: ID!) { deleteDepartment(id: $id) { __typename } }', {
      id: ids['Short-lived'],
    });
    expect(await limited.ask('{ employees { totalCount } }')).toEqual({ employees: { totalCount: 0 } });
  });
});
