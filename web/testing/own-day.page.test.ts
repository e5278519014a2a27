import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium } from './chromium';
import { startRollcall, type RollcallServer } from './rollcall-server';
import { signIn } from './sign-in';

const PASSWORD = 'another long enough password';
/** Somebody with an account, in a browser of their own. */
type Account = Page & { email: string };

let server: RollcallServer;
let browser: Browser;
let employee: Account;
let manager: Account;
let auditor: Account;
/** A day of the employee's on which they forgot to check out. */
let forgotten: Day;

interface Day {
  date: string;
  exceptions: string[];
  employee: { id: string; name: string; department: string };
}

beforeAll(async () => {
  if (!hasChromium) return;
  server = await startRollcall('demo company');
  const { ask } = await signIn(server);
  const { attendance, departmentList } = await ask<{
    attendance: { edges: { node: Day }[] };
    departmentList: { edges: { node: { id: string; name: string } }[] };
  }>(
    `{ attendance(filter: { missing: true }, first: 200) { edges { node { date exceptions employee { id name department } } } }
       departmentList(first: 100) { edges { node { id name } } } }`,
  );
  forgotten = attendance.edges.map(({ node }) => node).find((day) => day.exceptions.includes('MISSING_CHECK_OUT'))!;
  const { id: employeeId, department } = forgotten.employee;
  const departmentIds = departmentList.edges.flatMap(({ node }) => (node.name === department ? [node.id] : []));
  browser = await launchChromium({ camera: 'denied' });
  const open = async (email: string, rights: object): Promise<Account> => {
    const input = { email, password: PASSWORD, ...rights };
    await ask('mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }', { input });
    const page = await browser.newPage({
      baseURL: server.origin,
      locale: 'en-GB',
      timezoneId: 'America/New_York',
      viewport: { width: 1280, height: 900 },
    });
    return Object.assign(page, { email });
  };
  employee = await open('employee@example.org', { role: 'EMPLOYEE', employeeId });
  manager = await open('manager@example.org', { role: 'MANAGER', departmentIds });
  auditor = await open('auditor@example.org', { role: 'AUDITOR' });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function enter(page: Account, path: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel('Email').fill(page.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
const dialog = (page: Page): Locator => page.getByRole('dialog');
const submit = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true }).click();
const dayPath = () => `/attendance/people/${forgotten.employee.id}/${forgotten.date}`;

// One way through, in this order: each step needs what the one before has made.
describe.skipIf(!hasChromium)('an employee', () => {
  it('asks for the check-out that they forgot, on their own day', async () => {
    await enter(employee, '/attendance');
    expect(await employee.getByRole('navigation', { name: 'Pages of Attendance' }).innerText()).toMatch(
      /^Days\s+Requests$/,
    );
    await employee.goto(dayPath());
    await employee.getByRole('heading', { name: forgotten.employee.name, level: 1 }).waitFor();
    await employee.getByRole('button', { name: 'Add the check-out' }).click();
    await dialog(employee).getByText('Times are those of Berlin (Europe), not of this device.').waitFor();
    await dialog(employee).getByLabel('Time').fill('16:45');
    await dialog(employee).getByLabel('Reason').fill('Left in a hurry');
    await submit(employee, 'Ask for it');
    await employee.getByText('A manager will decide on it').waitFor();
    // Nothing is changed by asking.
    await employee.getByText('Check-out is missing').waitFor();
  });

  it('finds it among their requests, where nothing can be decided', async () => {
    await employee.goto('/attendance/requests');
    const request = employee.getByRole('list', { name: 'Requests' }).getByRole('listitem');
    await request.getByText('Left in a hurry').waitFor();
    await request.getByText('Asked for by you').waitFor();
    expect(await employee.getByRole('button', { name: /^(Approve|Refuse)/ }).count()).toBe(0);
  });

  it('sees it on the day, and what the manager said, once it is approved', async () => {
    await enter(manager, '/attendance/requests');
    await manager.getByRole('button', { name: `Approve the request of ${forgotten.employee.name}` }).click();
    await dialog(manager).getByLabel('Comment, if you like').fill('The gate log says so too');
    await submit(manager, 'Approve');
    await manager.getByText('No open requests').waitFor();

    await employee.goto(dayPath());
    const punch = employee.getByRole('listitem').filter({ hasText: 'Left in a hurry' }).first();
    await punch.getByText(/^16:45$/).waitFor();
    await punch.getByText('Check-out', { exact: true }).waitFor();
    expect(await employee.getByText('Check-out is missing').count()).toBe(0);
    await employee.goto('/attendance/requests');
    await employee.getByText('Approved', { exact: true }).click();
    await employee.getByText('“The gate log says so too”').waitFor();
  });

  it('reaches nobody else’s day', async () => {
    const { ask } = await signIn(server);
    const { employees } = await ask<{ employees: { edges: { node: { id: string } }[] } }>(
      '{ employees(first: 20) { edges { node { id } } } }',
    );
    const other = employees.edges.map(({ node }) => node.id).find((id) => id !== forgotten.employee.id)!;
    await employee.goto(`/attendance/people/${other}/${forgotten.date}`);
    await employee.getByText('There is nobody with this number.').waitFor();
  });
});

describe.skipIf(!hasChromium)('an auditor', () => {
  it('looks at the day and its punches, and is offered nothing to change', async () => {
    await enter(auditor, dayPath());
    await auditor.getByRole('list', { name: 'Punches' }).getByText('Check-in', { exact: true }).first().waitFor();
    expect(await auditor.getByRole('button', { name: /^(Add|Move|Make|Approve|Restore|Somebody)/ }).count()).toBe(0);
  });
});
