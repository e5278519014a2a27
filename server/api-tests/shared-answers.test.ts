import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ApiClient } from '../testing/api-client.js';
import { createAccount, departmentIds } from '../testing/create-account.js';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';

// Boards that look again at each arrival, all at once.

const PEOPLE = [1, 2, 3, 4];
const BOARD = '{ presence { present people(first: 10) { edges { node { employee { name } } } } } }';

interface Board {
  presence: { present: number; people: { edges: { node: { employee: { name: string } } }[] } };
}

let test: TestApp;
let kiosk: ApiClient;
beforeEach(async () => {
  test = await createTestApp({ env: { METRICS_PORT: '0' } });
  kiosk = await createKiosk(test.admin);
  for (const person of PEOPLE)
    await register(test.admin, person, { input: { department: `Department ${person % 2}` } });
});
afterEach(() => test.stop());

const look = async (client: ApiClient): Promise<string[]> => {
  const { present, people } = (await client.ask<Board>(BOARD)).presence;
  const names = people.edges.map(({ node }) => node.employee.name).sort();
  expect(names).toHaveLength(present);
  return names;
};
const checkIn = async (person: number) => {
  expect(await punch(kiosk, 'checkIn', await photoOf(person))).toMatchObject({ __typename: 'AttendanceRecorded' });
};

it('are answered together, by fewer readings than there are boards', async () => {
  const boards = [await createAccount(test, { role: 'AUDITOR' }), await createAccount(test, { role: 'AUDITOR' })];
  await checkIn(1);
  const asked = Array.from({ length: 40 }, (_, index) => look(boards[index % boards.length]!));
  expect(await Promise.all(asked)).toEqual(asked.map(() => ['Person 1']));
  const metrics = await fetch(`http://127.0.0.1:${await test.app.serveMetrics()}/metrics`);
  const counted = /operation_duration_seconds_count\{kind="query",operation="presence",outcome="ok"\} (\d+)/;
  const readings = Number(counted.exec(await metrics.text())![1]);
  expect(readings).toBeGreaterThan(0);
  expect(readings).toBeLessThan(asked.length);
});

it('see whatever was acknowledged before they asked', async () => {
  const names: string[] = [];
  const others = async () => {
    while (names.length < PEOPLE.length) await look(test.admin);
  };
  const busy = [others(), others(), others()];
  for (const person of PEOPLE) {
    await checkIn(person);
    expect(await look(test.admin)).toEqual([...names, `Person ${person}`]);
    names.push(`Person ${person}`);
  }
  await Promise.all(busy);
});

it('see their own people, though they ask at the same time', async () => {
  const ids = await departmentIds(test.admin);
  const managerOf = (name: string) => createAccount(test, { role: 'MANAGER', departmentIds: [ids[name]!] });
  const managers = [await managerOf('Department 0'), await managerOf('Department 1')];
  for (const person of PEOPLE) await checkIn(person);
  const seen = await Promise.all(Array.from({ length: 20 }, (_, index) => look(managers[index % 2]!)));
  const expected = [
    ['Person 2', 'Person 4'],
    ['Person 1', 'Person 3'],
  ];
  expect(seen).toEqual(seen.map((_, index) => expected[index % 2]));
});

it('are told what is wrong with what they ask, each of them', async () => {
  const registered = await register(test.admin, 9);
  const employee = await createAccount(test, { role: 'EMPLOYEE', employeeId: registered.employee.id });
  const refusals = await Promise.all([1, 2, 3].map(() => employee.send(BOARD)));
  for (const { errors } of refusals) expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
