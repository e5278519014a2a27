import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium } from './chromium';
import { startRollcall, type RollcallServer } from './rollcall-server';
import { sessionState, signIn, type Ask } from './sign-in';

interface Day {
  id: string;
  date: string;
  exceptions: string[];
  employee: { id: string; name: string };
}

let server: RollcallServer;
let browser: Browser;
let page: Page;
let ask: Ask;
/** Somebody of the demo company who forgot to check out. */
let forgotten: Day;
beforeAll(async () => {
  if (!hasChromium) return;
  server = await startRollcall('demo company');
  const session = await signIn(server);
  ask = session.ask;
  const { attendance } = await ask<{ attendance: { edges: { node: Day }[] } }>(
    '{ attendance(filter: { missing: true }, first: 200) { edges { node { id date exceptions employee { id name } } } } }',
  );
  forgotten = attendance.edges.map(({ node }) => node).find((day) => day.exceptions.includes('MISSING_CHECK_OUT'))!;
  browser = await launchChromium({ camera: 'denied' });
  page = await browser.newPage({
    baseURL: server.origin,
    locale: 'en-GB',
    timezoneId: 'America/New_York',
    viewport: { width: 1280, height: 900 },
    storageState: sessionState(server, session.token),
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const dialog = (): Locator => page.getByRole('dialog');
const submit = (name: string) => dialog().getByRole('button', { name, exact: true }).click();

// One way through, in this order: each step needs what the one before has made.
describe.skipIf(!hasChromium)('a manager', () => {
  it('finds a forgotten check-out among the exceptions of its day, and adds it with a reason', async () => {
    const { name } = forgotten.employee;
    await page.goto(`/attendance/exceptions?date=${forgotten.date}`);
    await page.getByRole('link', { name: `Add the check-out: ${name}` }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    expect(await dialog().getByLabel('Time').inputValue()).toBe('16:30');
    await dialog().getByText('Times are those of Berlin (Europe), not of this device.').waitFor();
    expect(await dialog().getByRole('button', { name: 'Add', exact: true }).isDisabled()).toBe(true);
    await dialog().getByLabel('Reason').fill('Told me so in the evening');
    await submit('Add');
    const added = page.getByRole('listitem').filter({ hasText: 'Told me so in the evening' }).first();
    await added.getByText('Check-out', { exact: true }).waitFor();
    await added.getByText(/Added for 16:30 by you/).waitFor();
    await page.getByText('Check-out is missing').waitFor({ state: 'detached' });
    await page.getByText(/^Worked \d/).waitFor();
  });

  it('finds that day among the corrected ones, and no longer among the exceptions', async () => {
    const { name } = forgotten.employee;
    await page.goto(`/attendance/exceptions?date=${forgotten.date}`);
    await page.getByRole('heading', { name: 'Exceptions' }).waitFor();
    await page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('link', { name: `Add the check-out: ${name}` }).count()).toBe(0);
    await page.goto('/attendance');
    await page.getByRole('combobox', { name: 'Show' }).press('Enter');
    await page.getByRole('option', { name: 'Corrected' }).click();
    await page.getByRole('row').filter({ hasText: name }).getByText('Corrected').locator('visible=true').waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
  });

  it('finds who did not come among the exceptions of that day', async () => {
    const { attendance } = await ask<{ attendance: { edges: { node: Day & { status: string } }[] } }>(
      '{ attendance(filter: { missing: true }, first: 200) { edges { node { id date status exceptions employee { id name } } } } }',
    );
    const absent = attendance.edges.map(({ node }) => node).find(({ status }) => status === 'ABSENT')!;
    await page.goto(`/attendance/exceptions?date=${absent.date}`);
    const row = page.getByRole('row').filter({ hasText: absent.employee.name });
    await row.getByText('Did not come').locator('visible=true').waitFor();
  });

  it('moves that punch, makes it void and restores it, and all of it stays in sight', async () => {
    await page.goto(`/attendance/people/${forgotten.employee.id}/${forgotten.date}`);
    await page.getByRole('button', { name: 'Move the check-out at 16:30' }).click();
    await dialog().getByLabel('Time').fill('17:15');
    await dialog().getByLabel('Reason').fill('Half an hour more');
    await submit('Move');
    await page.getByText(/Moved from 16:30 to 17:15 by you/).waitFor();
    await page.getByRole('button', { name: 'Make the check-out at 17:15 void' }).click();
    await dialog().getByLabel('Reason').fill('Wrong day');
    await submit('Make void');
    await page.getByText('Check-out is missing').waitFor();
    await page.getByRole('button', { name: 'Restore the check-out at 17:15' }).click();
    await dialog().getByLabel('Reason').fill('Right after all');
    await submit('Restore');
    await page.getByText('Check-out is missing').waitFor({ state: 'detached' });
    const history = page.getByRole('list', { name: 'Corrections' });
    expect(await history.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('Told me so in the evening'),
      expect.stringContaining('Half an hour more'),
      expect.stringContaining('Wrong day'),
      expect.stringContaining('Right after all'),
    ]);
  });

  it('is told in place what cannot be done, and keeps what was typed', async () => {
    await page.getByRole('button', { name: 'Add a punch' }).click();
    await dialog().getByLabel('Date').fill('2099-01-01');
    await dialog().getByLabel('Time').fill('08:00');
    await dialog().getByLabel('Reason').fill('From the future');
    await submit('Add');
    await dialog().getByText('must not be in the future', { exact: false }).waitFor();
    expect(await dialog().getByLabel('Reason').inputValue()).toBe('From the future');
    await submit('Cancel');
  });

  it('approves what somebody asks for, with a comment', async () => {
    await ask('mutation ($input: CorrectionRequestInput!) { requestCorrection(input: $input) { __typename } }', {
      input: {
        action: 'ADD',
        employeeId: forgotten.employee.id,
        kind: 'CHECK_IN',
        at: `${forgotten.date}T04:00:00.000Z`,
        reason: 'Opened up early',
      },
    });
    await page.goto('/attendance/requests');
    await page.getByText('Opened up early').waitFor();
    await page.getByRole('button', { name: `Approve the request of ${forgotten.employee.name}` }).click();
    await dialog().getByLabel('Comment, if you like').fill('Thank you');
    await submit('Approve');
    await page.getByText('No open requests').waitFor();
    await page.getByText('Approved', { exact: true }).click();
    await page.getByText('“Thank you”').waitFor();
  });

  it('sees what rules would change before applying them', async () => {
    await page.goto('/settings/policies');
    await page.getByRole('button', { name: 'New rules', exact: true }).click();
    await dialog().getByLabel('Name').fill('Generous');
    await dialog().getByLabel('Late after').fill('120');
    await dialog().getByText('Late after 2 h.').waitFor();
    await submit('Save');
    await page.getByRole('button', { name: 'Apply Generous' }).click();
    await dialog().getByRole('combobox', { name: 'Site' }).press('Enter');
    await page.getByRole('option', { name: 'Main site' }).click();
    // After the demo company's own rules, which hold from three weeks ago.
    await dialog().getByLabel('From').fill(daysAgo(20));
    await submit('Show what changes');
    await dialog()
      .getByText(/\d+ days of \d+ people would change\./)
      .waitFor();
    await dialog()
      .getByText(/^Late:/)
      .first()
      .waitFor();
    const lateBefore = await lateDays();
    expect(lateBefore).toBeGreaterThan(0);
    await submit('Apply now');
    await page.getByText(/The rules hold\. \d+ figures of day records changed\./).waitFor();
    await page.getByRole('row', { name: /^Generous the site Main site/ }).waitFor();
    expect(await lateDays()).toBeLessThan(lateBefore);
  });

  it('sums up a month with totals, and locks it', async () => {
    await page.goto('/attendance/summary');
    const worked = (row: string) =>
      page
        .getByRole('row', { name: new RegExp(`^${row}`) })
        .getByRole('cell')
        .nth(2)
        .innerText();
    await page.getByRole('row', { name: /^Total/ }).waitFor();
    const byPerson = await worked('Total');
    await page.getByText('Month', { exact: true }).click();
    await page.getByRole('row', { name: /^Total/ }).waitFor();
    await expect.poll(() => worked('Total')).toBe(byPerson);

    await page.goto('/attendance/periods');
    await page.getByRole('button', { name: 'Lock a period' }).click();
    await dialog().getByLabel('First day').fill('2099-01-01');
    await dialog().getByLabel('Last day').fill('2099-01-31');
    await submit('Lock');
    await dialog().getByText('2099-01-31 is not over everywhere yet.').waitFor();
    await dialog().getByLabel('First day').fill('2020-01-01');
    await dialog().getByLabel('Last day').fill('2020-01-31');
    await submit('Lock');
    await page
      .getByRole('row', { name: /1 Jan 2020 to 31 Jan 2020/ })
      .getByText('Locked')
      .locator('visible=true')
      .waitFor();
  });
});

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

async function lateDays(): Promise<number> {
  const { attendance } = await ask<{ attendance: { edges: unknown[] } }>(
    '{ attendance(filter: { late: true }, first: 200) { edges { cursor } } }',
  );
  return attendance.edges.length;
}
