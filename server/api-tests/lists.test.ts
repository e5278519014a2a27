import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';

const people = [
  ['Zoë Brandt', 'Sales'],
  ['adam Klein', 'Quality'],
  ['Bea Novak', 'Quality'],
  ['Adam Klein', 'Sales'],
  ['Örs Fekete', 'Quality'],
] as const;

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
  for (const [index, [name, department]] of people.entries()) {
    test.clock.set(`2026-03-0${index + 1}T08:00:00Z`);
    await register(test.admin, index + 1, { input: { name, department }, checkIn: true });
  }
  test.clock.set('2026-03-05T15:30:00Z');
  await punch(test.admin, 'checkOut', await photoOf(5));
});
afterAll(() => test.stop());

interface Connection {
  edges: { node: { name: string; date: string; employee: { name: string } } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

/** Walks a list to its end, page by page. */
async function walk(field: string, fields: string, first: number): Promise<Connection['edges'][number]['node'][]> {
  const nodes = [];
  for (let after: string | null = null; ;) {
    const query = `query ($first: Int, $after: String) { list: ${field.replace('$$', 'first: $first, after: $after')} { edges { node { ${fields} } } pageInfo { hasNextPage endCursor } } }`;
    const { list }: { list: Connection } = await test.admin.ask(query, { first, after });
    nodes.push(...list.edges.map((edge) => edge.node));
    if (!list.pageInfo.hasNextPage) return nodes;
    after = list.pageInfo.endCursor;
  }
}

describe('employees', () => {
  it('come in order of names whatever the page size, each once', async () => {
    const names = ['adam Klein', 'Adam Klein', 'Bea Novak', 'Örs Fekete', 'Zoë Brandt'];
    for (const first of [1, 2, 3, 50]) {
      expect((await walk('employees($$)', 'name', first)).map((node) => node.name)).toEqual(names);
    }
  });

  it.each([
    ['klein', 2],
    ['ORS', 1],
    ['zoe sales', 1],
    ['quality', 3],
    ['klein quality', 1],
    ['nobody', 0],
    ["%' OR 1=1 --", 0],
    ['', 5],
  ])('searched for %j are %i', async (search, totalCount) => {
    const { employees } = await test.admin.ask<{ employees: Connection }>(
      'query ($search: String) { employees(search: $search, first: 1) { totalCount } }',
      { search },
    );
    expect(employees.totalCount).toBe(totalCount);
  });
});

describe('attendance', () => {
  it('comes with the latest day first, each record once', async () => {
    const dates = ['2026-03-05', '2026-03-04', '2026-03-03', '2026-03-02', '2026-03-01'];
    expect((await walk('attendance($$)', 'date', 2)).map((node) => node.date)).toEqual(dates);
  });

  it.each([
    ['{ from: "2026-03-02", to: "2026-03-04" }', 3],
    ['{ department: "Quality" }', 3],
    ['{ department: "Quality", from: "2026-03-03" }', 2],
    ['{ employeeId: "unknown" }', 0],
    ['{}', 5],
    ['null', 5],
  ])('filtered by %s has %i records', async (filter, count) => {
    const { attendance } = await test.admin.ask<{ attendance: Connection }>(
      `{ attendance(filter: ${filter}) { edges { node { date } } } }`,
    );
    expect(attendance.edges).toHaveLength(count);
  });
});

describe('presence', () => {
  it('counts who is in, by department, and leaves out a check-in that is too old', async () => {
    test.clock.set('2026-03-05T20:00:00Z');
    await punch(test.admin, 'checkIn', await photoOf(1));
    const { presence } = await test.admin.ask<{ presence: unknown }>(
      '{ presence { present employees departments { department present employees } people { edges { node { employee { name } } } } } }',
    );
    expect(presence).toEqual({
      present: 1,
      employees: 5,
      departments: [
        { department: 'Quality', present: 0, employees: 3 },
        { department: 'Sales', present: 1, employees: 2 },
      ],
      people: { edges: [{ node: { employee: { name: 'Zoë Brandt' } } }] },
    });
  });
});

describe('a page', () => {
  it.each([
    ['{ employees(first: 0) { totalCount } }', 'first: must be at least 1'],
    ['{ employees(first: 201) { totalCount } }', 'first: must be at most 200'],
    ['{ employees(after: "nonsense") { totalCount } }', 'after: is not a cursor'],
    ['{ attendance(after: "WzFd") { pageInfo { endCursor } } }', 'after: is not a cursor'],
    [
      '{ attendance(filter: { from: "2026-03-05", to: "2026-03-04" }) { pageInfo { endCursor } } }',
      'from: must not be after to',
    ],
  ])('%s says what is wrong', async (query, message) => {
    const { errors } = await test.admin.send(query);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining(message) as string,
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});
