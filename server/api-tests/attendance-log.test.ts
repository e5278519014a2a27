import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../testing/api-client.js';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';

// Ana of Quality came at nine at the front door and left at ten; Ben of Sales, who works at the branch, came at the back
// door at eleven, and a manager moved that at noon.

let test: TestApp;
let branchId: string;
const ids: Record<'ana' | 'ben', string> = { ana: '', ben: '' };
let doors: Record<'front' | 'back', ApiClient & { kioskId: string }>;

beforeAll(async () => {
  test = await createTestApp();
  doors = { front: await createKiosk(test.admin), back: await createKiosk(test.admin, { name: 'Back door' }) };
  const site = { name: 'Branch', timeZone: 'Europe/Berlin' };
  const { createSite } = await test.admin.ask<{ createSite: { id: string } }>(
    'mutation ($input: SiteInput!) { createSite(input: $input) { ... on Site { id } } }',
    { input: site },
  );
  branchId = createSite.id;
  ids.ana = (await register(test.admin, 1, { input: { department: 'Quality' } })).employee.id;
  ids.ben = (await register(test.admin, 2, { input: { department: 'Sales', siteId: branchId } })).employee.id;
  const come = async (time: string, door: 'front' | 'back', person: number) => {
    test.clock.set(`2026-03-02T${time}Z`);
    return (await punch(doors[door], 'punch', await photoOf(person))).event.id;
  };
  await come('09:00:00', 'front', 1);
  await come('10:00:00', 'front', 1);
  const eventId = await come('11:00:00', 'back', 2);
  test.clock.set('2026-03-02T12:00:00Z');
  await test.admin.ask('mutation ($input: MoveEventInput!) { moveAttendanceEvent(input: $input) { __typename } }', {
    input: { eventId, at: '2026-03-02T10:30:00Z', reason: 'Queue' },
  });
});
afterAll(() => test.stop());

interface Event {
  employee: { name: string };
  action: string;
  kind: string;
}

/** What came in last first, as "person action kind". */
async function events(filter: object): Promise<string[]> {
  const { attendanceEvents } = await test.admin.ask<{ attendanceEvents: { edges: { node: Event }[] } }>(
    'query ($filter: AttendanceEventFilter) { attendanceEvents(filter: $filter) { edges { node { employee { name } action kind } } } }',
    { filter },
  );
  return attendanceEvents.edges.map(({ node }) => `${node.employee.name} ${node.action} ${node.kind}`);
}

const IN_1 = 'Person 1 PUNCH CHECK_IN';
const OUT_1 = 'Person 1 PUNCH CHECK_OUT';
const IN_2 = 'Person 2 PUNCH CHECK_IN';
const MOVE_2 = 'Person 2 MOVE CHECK_IN';

describe('the log, narrowed', () => {
  it.each([
    ['by nothing', () => ({}), [MOVE_2, IN_2, OUT_1, IN_1]],
    ['by person', () => ({ employeeId: ids.ana }), [OUT_1, IN_1]],
    ['by department', () => ({ department: 'Sales' }), [MOVE_2, IN_2]],
    ['by site', () => ({ siteId: branchId }), [MOVE_2, IN_2]],
    ['by kind', () => ({ kind: 'CHECK_OUT' }), [OUT_1]],
    ['by method', () => ({ method: 'MANUAL' }), [MOVE_2]],
    ['by action', () => ({ actions: ['PUNCH'] }), [IN_2, OUT_1, IN_1]],
    ['by several actions', () => ({ actions: ['VOID', 'MOVE'] }), [MOVE_2]],
    ['by device', () => ({ source: `kiosk:${doors.front.kioskId}` }), [OUT_1, IN_1]],
    ['from an instant on', () => ({ from: '2026-03-02T10:00:00Z' }), [MOVE_2, IN_2, OUT_1]],
    ['up to an instant, without it', () => ({ to: '2026-03-02T10:00:00Z' }), [IN_1]],
    ['by several at once', () => ({ department: 'Quality', kind: 'CHECK_IN', actions: ['PUNCH'] }), [IN_1]],
    ['by what nothing is', () => ({ department: 'Nobody' }), []],
  ])('%s', async (_name, filter, expected) => {
    expect(await events(filter())).toEqual(expected);
  });
});
