import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../testing/api-client.js';
import { createAccount } from '../testing/create-account.js';
import { createKiosk, createTestApp, register, type TestApp } from '../testing/create-test-app.js';

let test: TestApp;
let manager: ApiClient;
let kiosk: ApiClient;
beforeAll(async () => {
  test = await createTestApp({ env: { DAY_STARTS_AT: '04:00' } });
  kiosk = await createKiosk(test.admin, { name: 'Reception', mayEnrol: true });
  const { id } = await make('createDepartment', 'DepartmentInput', { name: 'Ward' });
  manager = await createAccount(test, { role: 'MANAGER', departmentIds: [id] });
});
afterAll(() => test.stop());

/** A mutation with one input; its first answer. */
async function make<T = { id: string }>(field: string, type: string, input: object, fields = 'id'): Promise<T> {
  const answer = await test.admin.ask<Record<string, T>>(
    `mutation ($input: ${type}!) { ${field}(input: $input) { ... on ${madeBy(field)} { ${fields} } } }`,
    { input },
  );
  return answer[field]!;
}
const madeBy = (field: string) => (field === 'changeDay' ? 'OneOffChange' : field.replace('create', ''));

const EARLY = { startsAtMinutes: 360, endsAtMinutes: 840 };
const NIGHT = { startsAtMinutes: 1320, endsAtMinutes: 1800 };
let made = 0;
/** Whose face is next; the engine knows 31. */
let people = 0;
/** A name that nothing else in this file has. */
const fresh = (what: string) => `${what} ${++made}`;
const newSite = (overrides: object = {}) =>
  make('createSite', 'SiteInput', { name: fresh('Site'), timeZone: 'Europe/Berlin', ...overrides });
const newShift = (segment: object = EARLY, name = fresh('Shift')) =>
  make('createShift', 'ShiftInput', { name, segments: [segment] });
const newPattern = (shiftId: string, overrides: object = {}) =>
  make('createPattern', 'PatternInput', {
    name: fresh('Pattern'),
    days: [0, 1, 2, 3, 4].map((day) => ({ day, shiftId })),
    ...overrides,
  });
const newPerson = async (input: object = {}) =>
  (await register(test.admin, ++people, { input: { ...input } })).employee;

interface Day {
  date: string;
  segments: { startsAt: string; endsAt: string }[];
  scheduledMinutes: number;
  holidayMinutes: number;
  leaveMinutes: number;
  leaveKind: string | null;
}
async function rosterOf(employeeId: string, from: string, to = from): Promise<Day[] | null> {
  const { roster } = await test.admin.ask<{ roster: Day[] | null }>(
    `query ($id: ID!, $from: LocalDate!, $to: LocalDate!) { roster(employeeId: $id, from: $from, to: $to) {
      date segments { startsAt endsAt } isFlexible scheduledMinutes holidayMinutes leaveMinutes leaveKind paidBreakMinutes } }`,
    { id: employeeId, from, to },
  );
  return roster;
}

/** The error of an operation that must fail, or the conflict that is its result. */
async function refusal(client: ApiClient, query: string, variables: object = {}): Promise<string> {
  const { data, errors } = await client.send<Record<string, { reason?: string; message?: string }>>(query, {
    ...variables,
  });
  if (errors) return `${errors[0]!.extensions.code}: ${errors[0]!.message}`;
  const [result] = Object.values(data!);
  return `${result?.reason}: ${result?.message}`;
}
const CONFLICT = '... on Conflict { reason message }';
/** Mutations that meet no conflict. */
const CERTAIN = ['createAssignment', 'changeDay'];
const refusedInput = (field: string, type: string, input: object) => {
  const fields = CERTAIN.includes(field) ? '__typename' : CONFLICT;
  return refusal(test.admin, `mutation ($input: ${type}!) { ${field}(input: $input) { ${fields} } }`, { input });
};
const refusedRemoval = (field: string, id: string) =>
  refusal(test.admin, `mutation { ${field}(id: "${id}") { ${CONFLICT} } }`);

describe('a new installation', () => {
  it('has the usual departments and a site by its settings', async () => {
    const other = await createTestApp({ env: { DAY_STARTS_AT: '04:00' } });
    expect(
      await other.admin.ask(
        '{ departments departmentList(first: 1) { edges { node { name employeeCount } } } sites { edges { node { name timeZone dayStartsAtMinutes minimumPunchIntervalSeconds } } } }',
      ),
    ).toEqual({
      departments: ['Finance', 'Human Resources', 'IT', 'Logistics', 'Management', 'Marketing', 'Production', 'Sales'],
      departmentList: { edges: [{ node: { name: 'Finance', employeeCount: 0 } }] },
      sites: {
        edges: [
          {
            node: {
              name: 'Main site',
              timeZone: 'Europe/Berlin',
              dayStartsAtMinutes: 240,
              minimumPunchIntervalSeconds: 60,
            },
          },
        ],
      },
    });
    await other.stop();
  });
});

describe('departments', () => {
  const departments = async () => (await test.admin.ask<{ departments: string[] }>('{ departments }')).departments;
  const search = async (words: string) =>
    (
      await test.admin.ask<{ employees: { edges: { node: { id: string } }[] } }>(
        'query ($words: String) { employees(search: $words) { edges { node { id } } } }',
        { words },
      )
    ).employees.edges.map(({ node }) => node.id);

  it('are made by a registration, at a kiosk too, and not twice for another spelling', async () => {
    const first = await register(kiosk, ++people, { input: { department: 'Qualité Contrôle' } });
    const second = await register(kiosk, ++people, { input: { department: ' qualite  controle' } });
    expect([first.employee.department, second.employee.department]).toEqual(['Qualité Contrôle', 'Qualité Contrôle']);
    expect((await departments()).filter((name) => /qualit/i.test(name))).toEqual(['Qualité Contrôle']);
    expect(await kiosk.ask('{ departments }')).toEqual({ departments: await departments() });
  });

  it('renamed are so for their people, who are found by the new name', async () => {
    const { id } = await make('createDepartment', 'DepartmentInput', { name: 'Old Works' });
    const person = await newPerson({ department: 'Old Works' });
    await test.admin.ask('mutation ($id: ID!) { updateDepartment(id: $id, input: { name: "Forge" }) { __typename } }', {
      id,
    });
    expect(await search('forge')).toEqual([person.id]);
    expect(await search('old works')).toEqual([]);
    expect(await test.admin.ask('query ($id: ID!) { employee(id: $id) { department } }', { id: person.id })).toEqual({
      employee: { department: 'Forge' },
    });
  });

  it('with people go only when it is said where these belong', async () => {
    const { id } = await make('createDepartment', 'DepartmentInput', { name: 'Typo' });
    const { id: other } = await make('createDepartment', 'DepartmentInput', { name: 'Right' });
    const person = await newPerson({ department: 'Typo' });
    expect(await refusedRemoval('deleteDepartment', id)).toBe('IN_USE: The department Typo is in use by 1 employee.');
    await test.admin.ask(
      'mutation ($id: ID!, $other: ID) { deleteDepartment(id: $id, moveTo: $other) { __typename } }',
      {
        id,
        other,
      },
    );
    expect(await search('right')).toEqual([person.id]);
    expect(await departments()).not.toContain('Typo');
  });

  it('have names of their own', async () => {
    expect(await refusedInput('createDepartment', 'DepartmentInput', { name: 'FINANCE' })).toBe(
      'NAME_TAKEN: There is a department named FINANCE already.',
    );
  });
});

describe('an employee', () => {
  it('is moved to another site and department', async () => {
    const person = await newPerson();
    const site = await newSite({ name: 'Kathmandu', timeZone: 'Asia/Kathmandu' });
    const { updateEmployee } = await test.admin.ask<{ updateEmployee: object }>(
      'mutation ($id: ID!, $input: UpdateEmployeeInput!) { updateEmployee(id: $id, input: $input) { department site { name timeZone } } }',
      { id: person.id, input: { siteId: site.id, department: 'finance' } },
    );
    expect(updateEmployee).toEqual({ department: 'Finance', site: { name: 'Kathmandu', timeZone: 'Asia/Kathmandu' } });
  });

  it('is registered at the site that is given, and at none that is not there', async () => {
    const site = await newSite();
    const person = await newPerson({ siteId: site.id });
    expect(await test.admin.ask('query ($id: ID!) { employee(id: $id) { site { id } } }', { id: person.id })).toEqual({
      employee: { site: { id: site.id } },
    });
    await expect(newPerson({ siteId: 'nowhere' })).rejects.toThrow('There is no site with this id.');
  });

  it('is not moved to a site that is not there', async () => {
    const { id } = await newPerson();
    const query = 'mutation ($id: ID!) { updateEmployee(id: $id, input: { siteId: "nowhere" }) { id } }';
    expect(await refusal(test.admin, query, { id })).toBe('NOT_FOUND: There is no site with this id.');
  });
});

describe('a roster', () => {
  it('shows what a week, a holiday, a leave and a change come to', async () => {
    const site = await newSite();
    const [early, night] = [await newShift(EARLY), await newShift(NIGHT)];
    const pattern = await newPattern(early.id);
    await make('createAssignment', 'AssignmentInput', { patternId: pattern.id, siteId: site.id, from: '2026-03-01' });
    const person = await newPerson({ siteId: site.id });
    await make('createHoliday', 'HolidayInput', { siteId: site.id, date: '2026-03-24', name: 'A day' });
    const leave = { employeeId: person.id, from: '2026-03-25', to: '2026-03-26', part: 'SECOND_HALF', kind: 'annual' };
    await make('createLeave', 'LeaveInput', leave);
    await make('changeDay', 'ChangeDayInput', { employeeId: person.id, date: '2026-03-28', shiftIds: [night.id] });
    await make('changeDay', 'ChangeDayInput', { employeeId: person.id, date: '2026-03-27', shiftIds: [] });

    const days = (await rosterOf(person.id, '2026-03-23', '2026-03-30'))!;
    expect(days.map((day) => [day.date, day.scheduledMinutes, day.holidayMinutes, day.leaveMinutes])).toEqual([
      ['2026-03-23', 480, 0, 0],
      ['2026-03-24', 0, 480, 0],
      ['2026-03-25', 240, 0, 240],
      ['2026-03-26', 240, 0, 240],
      ['2026-03-27', 0, 0, 0],
      // The night on which the clocks go forward has an hour less.
      ['2026-03-28', 420, 0, 0],
      ['2026-03-29', 0, 0, 0],
      ['2026-03-30', 480, 0, 0],
    ]);
    expect(days[2]).toMatchObject({
      segments: [{ startsAt: '2026-03-25T05:00:00.000Z', endsAt: '2026-03-25T09:00:00.000Z' }],
      leaveKind: 'annual',
    });

    await test.admin.ask('mutation ($id: ID!) { undoDayChange(employeeId: $id, date: "2026-03-27") }', {
      id: person.id,
    });
    expect(await rosterOf(person.id, '2026-03-27')).toMatchObject([{ scheduledMinutes: 480 }]);
  });

  it('goes by the narrowest assignment, from its first to its last date', async () => {
    const [early, night] = [await newShift(EARLY), await newShift(NIGHT)];
    const days = (shiftId: string) => ({ cycleDays: 1, startsOn: '2026-01-01', days: [{ day: 0, shiftId }] });
    const [always, nights] = [await newPattern(early.id, days(early.id)), await newPattern(night.id, days(night.id))];
    const person = await newPerson({ department: fresh('Department') });
    const site = await newSite();
    await test.admin.ask(
      'mutation ($id: ID!, $siteId: ID) { updateEmployee(id: $id, input: { siteId: $siteId }) { id } }',
      {
        id: person.id,
        siteId: site.id,
      },
    );
    const assign = (input: object) => make('createAssignment', 'AssignmentInput', { from: '2026-01-01', ...input });
    await assign({ patternId: always.id, siteId: site.id });
    await assign({ patternId: nights.id, employeeId: person.id, from: '2026-03-03', to: '2026-03-03' });
    const starts = (await rosterOf(person.id, '2026-03-02', '2026-03-04'))!.map(
      ({ segments }) => segments[0]!.startsAt,
    );
    expect(starts).toEqual(['2026-03-02T05:00:00.000Z', '2026-03-03T21:00:00.000Z', '2026-03-04T05:00:00.000Z']);
  });

  it('of a team runs ahead by its offset', async () => {
    const early = await newShift();
    const pattern = await newPattern(early.id, {
      cycleDays: 4,
      startsOn: '2026-03-02',
      days: [0, 1].map((day) => ({ day, shiftId: early.id })),
    });
    const person = await newPerson();
    await make('createAssignment', 'AssignmentInput', {
      patternId: pattern.id,
      employeeId: person.id,
      from: '2026-03-02',
      offsetDays: 1,
    });
    const minutes = (await rosterOf(person.id, '2026-03-02', '2026-03-06'))!.map((day) => day.scheduledMinutes);
    expect(minutes).toEqual([480, 0, 0, 480, 480]);
  });

  it('of a department is paged by names, and says what each day came from', async () => {
    const site = await newSite();
    const [early, night] = [await newShift(EARLY), await newShift(NIGHT)];
    const pattern = await newPattern(early.id);
    const department = fresh('Department');
    const people = [
      await newPerson({ siteId: site.id, department, name: 'Ada' }),
      await newPerson({ siteId: site.id, department, name: 'Bea' }),
    ];
    await newPerson({ siteId: site.id, department: fresh('Department'), name: 'Elsewhere' });
    const gone = await newPerson({ siteId: site.id, department, name: 'Gone' });
    await test.admin.ask('mutation ($id: ID!) { updateEmployee(id: $id, input: { active: false }) { id } }', {
      id: gone.id,
    });
    const { departmentList } = await test.admin.ask<{
      departmentList: { edges: { node: { id: string; name: string } }[] };
    }>('{ departmentList(first: 200) { edges { node { id name } } } }');
    const departmentId = departmentList.edges.find(({ node }) => node.name === department)!.node.id;
    await make('createAssignment', 'AssignmentInput', { patternId: pattern.id, departmentId, from: '2026-03-01' });
    await make('createHoliday', 'HolidayInput', { siteId: site.id, date: '2026-03-24', name: 'Founding day' });
    await make('changeDay', 'ChangeDayInput', {
      employeeId: people[1]!.id,
      date: '2026-03-24',
      shiftIds: [night.id],
    });

    const query = `query ($departmentId: ID, $after: String, $to: LocalDate!) {
      teamRoster(departmentId: $departmentId, from: "2026-03-23", to: $to, first: 1, after: $after) {
        edges { node { employee { name } days { isChanged holidayNames scheduledMinutes shiftIds } } }
        pageInfo { hasNextPage endCursor } } }`;
    interface Team {
      teamRoster: {
        edges: { node: { employee: { name: string }; days: { shiftIds: string[] }[] } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }
    const first = await test.admin.ask<Team>(query, { departmentId, to: '2026-03-24' });
    const second = await test.admin.ask<Team>(query, {
      departmentId,
      to: '2026-03-24',
      after: first.teamRoster.pageInfo.endCursor,
    });
    const usual = { isChanged: false, shiftIds: [early.id] };
    expect(first.teamRoster.edges[0]!.node).toEqual({
      employee: { name: 'Ada' },
      days: [
        { ...usual, holidayNames: [], scheduledMinutes: 480 },
        { ...usual, holidayNames: ['Founding day'], scheduledMinutes: 0 },
      ],
    });
    expect(second.teamRoster.edges[0]!.node).toMatchObject({
      employee: { name: 'Bea' },
      days: [usual, { isChanged: true, holidayNames: ['Founding day'], shiftIds: [night.id] }],
    });
    expect(second.teamRoster.pageInfo.hasNextPage).toBe(false);
    expect(await refusal(test.admin, query, { departmentId, to: '2026-04-23' })).toBe(
      'BAD_USER_INPUT: to: must be at most 31 days.',
    );
  });

  it('says which pattern holds from a date on, and because of what', async () => {
    const pattern = await newPattern((await newShift()).id, { name: 'By department' });
    const own = await newPattern((await newShift()).id, { name: 'Own' });
    const person = await newPerson({ siteId: (await newSite()).id });
    const assign = (input: object) => make('createAssignment', 'AssignmentInput', input);
    await assign({ patternId: pattern.id, employeeId: person.id, from: '2026-03-01' });
    await assign({ patternId: own.id, employeeId: person.id, from: '2026-03-10', to: '2026-03-11' });
    const query = `query ($id: ID!) { patternsInForce(employeeId: $id, from: "2026-02-27") {
      from to assignment { pattern { name } employee { id } } } }`;
    const because = (name: string) => ({ pattern: { name }, employee: { id: person.id } });
    expect(await test.admin.ask(query, { id: person.id })).toEqual({
      patternsInForce: [
        { from: '2026-02-27', to: '2026-02-28', assignment: null },
        { from: '2026-03-01', to: '2026-03-09', assignment: because('By department') },
        { from: '2026-03-10', to: '2026-03-11', assignment: because('Own') },
        { from: '2026-03-12', to: null, assignment: because('By department') },
      ],
    });
    expect(await test.admin.ask(query, { id: 'nobody' })).toEqual({ patternsInForce: null });
  });

  it('is for 62 days at most, and none of nobody', async () => {
    const { id } = await newPerson();
    expect(await rosterOf(id, '2026-03-01', '2026-05-01')).toHaveLength(62);
    const query = 'query ($id: ID!) { roster(employeeId: $id, from: "2026-03-01", to: "2026-05-02") { date } }';
    expect(await refusal(test.admin, query, { id })).toBe('BAD_USER_INPUT: to: must be at most 62 days.');
    expect(await rosterOf('nobody', '2026-03-01')).toBeNull();
  });
});

describe('what is in use stays, with words', () => {
  it('a shift, by patterns and changes', async () => {
    const shift = await newShift(EARLY, 'Early in use');
    await newPattern(shift.id, { name: 'Its pattern' });
    const person = await newPerson();
    await make('changeDay', 'ChangeDayInput', { employeeId: person.id, date: '2026-03-02', shiftIds: [shift.id] });
    expect(await refusedRemoval('deleteShift', shift.id)).toBe(
      'IN_USE: The shift Early in use is in use by 1 pattern (Its pattern) and 1 one-off change.',
    );
  });

  it('the last site, since everybody belongs to one', async () => {
    const other = await createTestApp();
    const { sites } = await other.admin.ask<{ sites: { edges: { node: { id: string } }[] } }>(
      '{ sites { edges { node { id } } } }',
    );
    const query = `mutation ($id: ID!) { deleteSite(id: $id) { ${CONFLICT} } }`;
    expect(await refusal(other.admin, query, { id: sites.edges[0]!.node.id })).toBe(
      'LAST_ONE: The site Main site is the only one, and everybody belongs to a site.',
    );
    await other.stop();
  });

  it('a pattern and a site, by an assignment; free of it, they go', async () => {
    const shift = await newShift();
    const pattern = await newPattern(shift.id, { name: 'Assigned' });
    const site = await newSite({ name: 'Assigned to' });
    const input = { patternId: pattern.id, siteId: site.id, from: '2026-01-01' };
    const { id } = await make('createAssignment', 'AssignmentInput', input);
    expect(await refusedRemoval('deletePattern', pattern.id)).toBe(
      'IN_USE: The pattern Assigned is in use by 1 assignment.',
    );
    expect(await refusedRemoval('deleteSite', site.id)).toBe('IN_USE: The site Assigned to is in use by 1 assignment.');
    expect(
      await test.admin.ask(
        `mutation { deleteAssignment(id: "${id}") deletePattern(id: "${pattern.id}") { ...gone } deleteShift(id: "${shift.id}") { ...gone } deleteSite(id: "${site.id}") { ...gone } }
        fragment gone on Deleted { id }`,
      ),
    ).toEqual({
      deleteAssignment: true,
      deletePattern: { id: pattern.id },
      deleteShift: { id: shift.id },
      deleteSite: { id: site.id },
    });
  });
});

describe('what is off is refused with words', () => {
  it.each([
    [
      'a shift that ends before it starts',
      'createShift',
      'ShiftInput',
      () => ({ name: 'Off', segments: [{ startsAtMinutes: 840, endsAtMinutes: 360 }] }),
      'BAD_USER_INPUT: segments.0.endsAtMinutes: must be after the start',
    ],
    [
      'a shift of a name that is taken',
      'createShift',
      'ShiftInput',
      async () => {
        await newShift(EARLY, 'Taken');
        return { name: 'Taken', segments: [EARLY] };
      },
      'NAME_TAKEN: There is a shift named Taken already.',
    ],
    [
      'a pattern that names a missing shift',
      'createPattern',
      'PatternInput',
      () => ({ name: 'Off', days: [{ day: 0, shiftId: 'missing' }] }),
      'BAD_USER_INPUT: There is no shift with the id missing.',
    ],
    [
      'a pattern with shifts that overlap',
      'createPattern',
      'PatternInput',
      async () => {
        const shifts = [await newShift(EARLY, 'This one'), await newShift(EARLY, 'that one')];
        return { name: 'Off', days: shifts.map(({ id }) => ({ day: 3, shiftId: id })) };
      },
      'BAD_USER_INPUT: days: the shifts This one and that one overlap on day 3.',
    ],
    [
      'an assignment with from after to',
      'createAssignment',
      'AssignmentInput',
      () => ({ patternId: 'p', siteId: 's', from: '2026-03-02', to: '2026-03-01' }),
      'BAD_USER_INPUT: from: must not be after to.',
    ],
    [
      'an assignment of a pattern that is not there',
      'createAssignment',
      'AssignmentInput',
      () => ({ patternId: 'missing', siteId: 's', from: '2026-03-02' }),
      'NOT_FOUND: There is no pattern with this id.',
    ],
    [
      'a change for nobody',
      'changeDay',
      'ChangeDayInput',
      () => ({ employeeId: 'nobody', date: '2026-03-02', shiftIds: [] }),
      'NOT_FOUND: There is no employee with this id.',
    ],
    [
      'a leave at the time of another one',
      'createLeave',
      'LeaveInput',
      async () => {
        const { id: employeeId } = await newPerson();
        const leave = { employeeId, from: '2026-03-02', to: '2026-03-04', kind: 'sick' };
        await make('createLeave', 'LeaveInput', leave);
        return { ...leave, from: '2026-03-04', part: 'FIRST_HALF' };
      },
      'DATES_TAKEN: There is leave at that time already: sick, 2026-03-02 to 2026-03-04.',
    ],
    [
      'a holiday on a date that is one there',
      'createHoliday',
      'HolidayInput',
      async () => {
        const { id: siteId } = await newSite();
        await make('createHoliday', 'HolidayInput', { siteId, date: '2027-01-01', name: 'New Year' });
        return { siteId, date: '2027-01-01', name: 'Another' };
      },
      'DATES_TAKEN: 2027-01-01 is a holiday there already: New Year.',
    ],
    [
      'a site of a name that is taken',
      'createSite',
      'SiteInput',
      () => ({ name: 'Main site', timeZone: 'UTC' }),
      'NAME_TAKEN: There is a site named Main site already.',
    ],
    [
      'a pattern of a name that is taken',
      'createPattern',
      'PatternInput',
      async () => {
        await newPattern((await newShift()).id, { name: 'Taken' });
        return { name: 'Taken', days: [] };
      },
      'NAME_TAKEN: There is a pattern named Taken already.',
    ],
    [
      'a site without a zone',
      'createSite',
      'SiteInput',
      () => ({ name: 'Off', timeZone: 'Mars/Olympus' }),
      'BAD_USER_INPUT: timeZone: must be an IANA time zone such as Europe/Berlin.',
    ],
  ])('%s', async (_name, field, type, input, words) => {
    expect(await refusedInput(field, type, await input())).toContain(words);
  });

  it.each([
    ['a pattern', 'day 0 of the pattern Double', 'Morning 1', 'Evening 1'],
    ['a one-off change', '2026-03-02 for Zoe (number ', 'Morning 2', 'Evening 2'],
  ])('a change to a shift that makes it overlap in %s, and nothing of it is kept', async (where, day, name, other) => {
    const [early, late] = [
      await newShift(EARLY, name),
      await newShift({ startsAtMinutes: 840, endsAtMinutes: 1320 }, other),
    ];
    if (where === 'a pattern') {
      await newPattern(early.id, { name: 'Double', days: [early, late].map(({ id }) => ({ day: 0, shiftId: id })) });
    } else {
      const { id: employeeId } = await newPerson({ name: 'Zoe' });
      await make('changeDay', 'ChangeDayInput', { employeeId, date: '2026-03-02', shiftIds: [early.id, late.id] });
    }
    const query = `mutation ($id: ID!, $input: ShiftInput!) { updateShift(id: $id, input: $input) { ${CONFLICT} } }`;
    const input = { name, segments: [{ startsAtMinutes: 360, endsAtMinutes: 900 }] };
    expect(await refusal(test.admin, query, { id: early.id, input })).toContain(
      `OVERLAP: The shifts ${name} and ${other} would overlap on ${day}`,
    );
    const { shifts } = await test.admin.ask<{ shifts: { edges: { node: { id: string; segments: object[] } }[] } }>(
      '{ shifts(first: 200) { edges { node { id segments { startsAtMinutes endsAtMinutes } } } } }',
    );
    expect(shifts.edges.find(({ node }) => node.id === early.id)!.node.segments).toEqual([EARLY]);
  });

  it('a change to a shift that nothing else is beside is kept', async () => {
    const { id } = await newShift();
    await newPattern(id);
    const input = { name: fresh('Shift'), segments: [NIGHT], paidBreakMinutes: 15 };
    const query = `mutation ($id: ID!, $input: ShiftInput!) { updateShift(id: $id, input: $input) { ... on Shift {
      name segments { startsAtMinutes endsAtMinutes } paidBreakMinutes unpaidBreakMinutes flexibleMinutes } } }`;
    expect(await test.admin.ask(query, { id, input })).toEqual({
      updateShift: { ...input, unpaidBreakMinutes: 0, flexibleMinutes: null },
    });
  });

  it('a pattern and an assignment are replaced whole', async () => {
    const [early, night] = [await newShift(EARLY), await newShift(NIGHT)];
    const [pattern, other] = [await newPattern(early.id), await newPattern(night.id)];
    const { id: employeeId } = await newPerson();
    const assignment = { patternId: pattern.id, employeeId, from: '2026-03-01' };
    const { id } = await make('createAssignment', 'AssignmentInput', assignment);
    const days = [{ day: 6, shiftId: night.id }];
    expect(
      await test.admin.ask(
        `mutation ($pattern: ID!, $days: PatternInput!, $id: ID!, $input: AssignmentInput!) {
          updatePattern(id: $pattern, input: $days) { ... on Pattern { observesHolidays days { day shift { id } } } }
          updateAssignment(id: $id, input: $input) { pattern { id } to } }`,
        {
          pattern: pattern.id,
          days: { name: fresh('Pattern'), days, observesHolidays: false },
          id,
          input: { ...assignment, patternId: other.id, to: '2026-03-31' },
        },
      ),
    ).toEqual({
      updatePattern: { observesHolidays: false, days: [{ day: 6, shift: { id: night.id } }] },
      updateAssignment: { pattern: { id: other.id }, to: '2026-03-31' },
    });
  });
});

describe('holidays', () => {
  const IMPORT =
    'mutation ($siteId: ID!, $csv: String!) { importHolidays(siteId: $siteId, csv: $csv) { added renamed unchanged } }';
  const holidays = async (filter: object, first = 50) => {
    const nodes: object[] = [];
    for (let after: string | null = null; ;) {
      const answer: {
        holidays: { edges: { node: object }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      } = await test.admin.ask(
        'query ($filter: HolidayFilter, $first: Int, $after: String) { holidays(filter: $filter, first: $first, after: $after) { edges { node { date name part } } pageInfo { hasNextPage endCursor } } }',
        { filter, first, after },
      );
      nodes.push(...answer.holidays.edges.map(({ node }) => node));
      if (!answer.holidays.pageInfo.hasNextPage) return nodes;
      after = answer.holidays.pageInfo.endCursor;
    }
  };

  it('are imported, again without doubles, and come in order of dates', async () => {
    const { id: siteId } = await newSite();
    const csv = 'date;name;part\n2027-12-24;Christmas Eve;SECOND_HALF\n2027-01-01;New Year\n2027-05-01;Labour Day\n';
    expect(await test.admin.ask(IMPORT, { siteId, csv })).toEqual({
      importHolidays: { added: 3, renamed: 0, unchanged: 0 },
    });
    expect(await test.admin.ask(IMPORT, { siteId, csv: csv.replace('Labour Day', 'May Day') })).toEqual({
      importHolidays: { added: 0, renamed: 1, unchanged: 2 },
    });
    const all = [
      { date: '2027-01-01', name: 'New Year', part: 'WHOLE' },
      { date: '2027-05-01', name: 'May Day', part: 'WHOLE' },
      { date: '2027-12-24', name: 'Christmas Eve', part: 'SECOND_HALF' },
    ];
    for (const first of [1, 2, 50]) expect(await holidays({ siteId }, first)).toEqual(all);
    expect(await holidays({ siteId, from: '2027-05-01', to: '2027-05-31' })).toEqual([all[1]]);
  });

  it('of a list that is off are not imported at all', async () => {
    const { id: siteId } = await newSite();
    expect(await refusal(test.admin, IMPORT, { siteId, csv: '2027-01-01,New Year\n2027-13-01,Nothing' })).toBe(
      'BAD_USER_INPUT: csv: line 2: date must be a date such as 2026-11-24.',
    );
    expect(await holidays({ siteId })).toEqual([]);
  });
});

describe('leave', () => {
  const IMPORT = `mutation ($csv: String!) { importLeave(csv: $csv) { ... on LeaveImport { added unchanged } ${CONFLICT} } }`;
  const numberOf = async (id: string) =>
    (await test.admin.ask<{ employee: { number: number } }>(`{ employee(id: "${id}") { number } }`)).employee.number;
  const leavesOf = async (employeeId: string) =>
    (
      await test.admin.ask<{ leaves: { edges: { node: object }[] } }>(
        `{ leaves(filter: { employeeId: "${employeeId}" }) { edges { node { from to kind part } } } }`,
      )
    ).leaves.edges.map(({ node }) => node);

  it('is imported by number, again without doubles, and not at all where a line is off', async () => {
    const { id } = await newPerson();
    const number = await numberOf(id);
    const csv = `number;from;to;kind;part\n${number};2026-07-01;2026-07-10;annual\n${number};2026-12-24;2026-12-24;annual;second_half\n`;
    expect(await test.admin.ask(IMPORT, { csv })).toEqual({ importLeave: { added: 2, unchanged: 0 } });
    expect(await test.admin.ask(IMPORT, { csv })).toEqual({ importLeave: { added: 0, unchanged: 2 } });
    const all = [
      { from: '2026-12-24', to: '2026-12-24', kind: 'annual', part: 'SECOND_HALF' },
      { from: '2026-07-01', to: '2026-07-10', kind: 'annual', part: 'WHOLE' },
    ];
    expect(await leavesOf(id)).toEqual(all);

    const first = `${number},2026-03-02,2026-03-03,sick\n`;
    for (const [line, words] of [
      ['99999,2026-03-02,2026-03-02,sick', 'BAD_USER_INPUT: csv: nobody has the number 99999.'],
      ['Ana,2026-03-02,2026-03-02,sick', "BAD_USER_INPUT: csv: line 2: number must be an employee's number."],
      [`${number},2026-07-05,2026-07-06,sick`, /^DATES_TAKEN: There is leave at that time already/],
      [`${number},2026-03-09,2026-03-08,sick`, /^BAD_USER_INPUT: csv: line 2: /],
    ] as const) {
      expect(await refusal(test.admin, IMPORT, { csv: first + line })).toEqual(
        typeof words === 'string' ? words : expect.stringMatching(words),
      );
    }
    expect(await leavesOf(id)).toEqual(all);
  });
});

describe('lists', () => {
  it('of leave hold what touches the dates, the latest first', async () => {
    const { id: employeeId } = await newPerson();
    for (const [from, to] of [
      ['2026-01-01', '2026-01-10'],
      ['2026-01-31', '2026-02-02'],
      ['2026-03-01', '2026-03-01'],
    ]) {
      await make('createLeave', 'LeaveInput', { employeeId, from, to, kind: 'annual' });
    }
    const { leaves } = await test.admin.ask<{ leaves: { edges: { node: { from: string } }[] } }>(
      'query ($filter: LeaveFilter) { leaves(filter: $filter) { edges { node { from employee { name department } } } } }',
      { filter: { employeeId, from: '2026-01-10', to: '2026-02-01' } },
    );
    expect(leaves.edges.map(({ node }) => node.from)).toEqual(['2026-01-31', '2026-01-01']);
  });

  it('of assignments name their pattern and for whom they are', async () => {
    const shift = await newShift();
    const pattern = await newPattern(shift.id);
    const person = await newPerson({ department: 'Nursing' });
    const { departmentList } = await test.admin.ask<{
      departmentList: { edges: { node: { id: string; name: string } }[] };
    }>('{ departmentList(first: 200) { edges { node { id name } } } }');
    const departmentId = departmentList.edges.find(({ node }) => node.name === 'Nursing')!.node.id;
    const base = { patternId: pattern.id, from: '2026-01-01' };
    await make('createAssignment', 'AssignmentInput', { ...base, departmentId });
    await make('createAssignment', 'AssignmentInput', { ...base, employeeId: person.id });
    expect(
      await test.admin.ask(
        'query ($filter: AssignmentFilter) { assignments(filter: $filter) { edges { node { site { name } department { name employeeCount } employee { name site { name } } pattern { days { day shift { segments { startsAtMinutes } } } } } } } }',
        { filter: { patternId: pattern.id } },
      ),
    ).toMatchObject({
      assignments: {
        edges: [
          { node: { site: null, department: null, employee: { name: person.name, site: { name: 'Main site' } } } },
          { node: { department: { name: 'Nursing', employeeCount: 1 }, employee: null } },
        ],
      },
    });
  });
});

describe('a manager', () => {
  it.each([
    'createDepartment(input: { name: "X" }) { __typename }',
    'createSite(input: { name: "X", timeZone: "UTC" }) { __typename }',
    'createShift(input: { name: "X", segments: [] }) { __typename }',
    'createPattern(input: { name: "X", days: [] }) { __typename }',
    'createAssignment(input: { patternId: "x", siteId: "x", from: "2026-01-01" }) { id }',
    'createHoliday(input: { siteId: "x", date: "2026-01-01", name: "X" }) { __typename }',
    'importHolidays(siteId: "x", csv: "") { added }',
    ...['Department', 'Site', 'Shift', 'Pattern', 'Assignment', 'Holiday'].map(
      (what) => `delete${what}(id: "x")${['Assignment', 'Holiday'].includes(what) ? '' : ' { __typename }'}`,
    ),
  ])('may not %s', async (mutation) => {
    expect(await refusal(manager, `mutation { ${mutation} }`)).toBe('FORBIDDEN: This needs ADMIN.');
  });

  it('enters and takes back leave and changes', async () => {
    const { id } = await newPerson({ department: 'Ward' });
    const { createLeave } = await manager.ask<{ createLeave: { id: string } }>(
      `mutation { createLeave(input: { employeeId: "${id}", from: "2026-03-02", to: "2026-03-02", kind: "sick" }) { ... on Leave { id } } changeDay(input: { employeeId: "${id}", date: "2026-03-03", shiftIds: [] }) { shift { id } } }`,
    );
    const { updateLeave } = await manager.ask<{ updateLeave: object }>(
      `mutation { updateLeave(id: "${createLeave.id}", input: { employeeId: "${id}", from: "2026-03-02", to: "2026-03-05", kind: "sick" }) { ... on Leave { to } } }`,
    );
    expect(updateLeave).toEqual({ to: '2026-03-05' });
    expect(
      await manager.ask(
        `mutation { deleteLeave(id: "${createLeave.id}") undoDayChange(employeeId: "${id}", date: "2026-03-03") }`,
      ),
    ).toEqual({ deleteLeave: true, undoDayChange: true });
    expect(await refusal(manager, `mutation { deleteLeave(id: "${createLeave.id}") }`)).toBe(
      'NOT_FOUND: There is no leave with this id.',
    );
  });
});
