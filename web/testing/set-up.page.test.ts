import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium } from './chromium';
import { administrator, startRollcall, type RollcallServer } from './rollcall-server';

let server: RollcallServer;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  if (!hasChromium) return;
  server = await startRollcall('nothing');
  browser = await launchChromium({ camera: 'denied' });
  page = await browser.newPage({ baseURL: server.origin });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

// One way through, in this order: each step needs what the one before has made.
describe.skipIf(!hasChromium)('from the first start', () => {
  it('the printed link creates the first administrator and makes a demo company', async () => {
    await page.goto('/');
    await page.getByRole('heading', { name: 'Open the set-up link' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/setup');
    await page.goto(server.setUpLink!);
    await page.getByLabel('Email').fill(administrator.email);
    await page.getByLabel('Password', { exact: true }).fill('short');
    expect(await page.getByRole('button', { name: 'Create administrator' }).isDisabled()).toBe(true);
    await page.getByLabel('Password', { exact: true }).fill(administrator.password);
    await page.getByRole('button', { name: 'Create administrator' }).click();
    expect(page.url()).not.toContain('setup_');

    await page.getByRole('button', { name: 'Start with a demo company' }).click();
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('heading', { name: 'The demo company is ready' }).waitFor({ timeout: 90_000 });
    expect(server.pictures()).toHaveLength(13);
    await page.getByRole('link', { name: /Open the board/ }).click();
    await page.getByText('of 12 in').waitFor();
  });

  it('enrols somebody from a file, whom the kiosk then knows', async () => {
    await page.goto('/employees');
    await page.getByRole('button', { name: 'Enrol an employee' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('New Colleague');
    await dialog.getByLabel('Position').fill('Tester');
    await dialog.getByLabel('Department').fill('Quality');
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles(server.picture('stranger.jpg'));
    const enrol = dialog.getByRole('button', { name: 'Enrol', exact: true });
    expect(await enrol.isDisabled()).toBe(true);
    await dialog.getByRole('checkbox', { name: 'The person has read this and agrees' }).check();
    await enrol.click();
    await page.getByText('13 people').waitFor();

    await page.getByLabel('Search by name, position or department').fill('colleague quality');
    await page.getByText('1 found').waitFor();
    await page.goto('/kiosk');
    // Automatic would be a check-out where the test runs near the end of a shift.
    await page.getByText('Attend', { exact: true }).click();
    const picture = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Use a picture from a file' }).click();
    await (await picture).setFiles(server.picture('stranger.jpg'));
    await page.getByRole('heading', { name: 'Welcome, New Colleague' }).waitFor();
  });

  it('says that a search found nobody once it has looked', async () => {
    await page.goto('/employees');
    const search = page.getByLabel('Search by name, position or department');
    const foundNobody = page.getByText('Nobody found');
    await search.fill('Nobody Here');
    await page.getByText('“Nobody Here”').waitFor();
    let answer = () => {};
    await page.route('**/graphql', async (route) => {
      if (route.request().postDataBuffer()?.includes('New Nobody'))
        await new Promise<void>((resolve) => (answer = resolve));
      await route.continue();
    });
    await search.fill('New Nobody');
    await page.getByText('Searching…').waitFor();
    expect(await foundNobody.count()).toBe(0);
    answer();
    await page.getByText('“New Nobody”').waitFor();
    await page.unroute('**/graphql');
  });

  it('refuses to enrol a known face and keeps what was typed', async () => {
    await page.goto('/employees?enrol=1');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Somebody Else');
    await dialog.getByLabel('Position').fill('Tester');
    await dialog.getByLabel('Department').fill('Quality');
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles(server.picture('1_AmaraLindqvist.jpg'));
    await dialog.getByRole('checkbox', { name: 'The person has read this and agrees' }).check();
    await dialog.getByRole('button', { name: 'Enrol', exact: true }).click();
    await dialog.getByText('This face is registered already, as Amara Lindqvist', { exact: false }).waitFor();
    expect(await dialog.getByLabel('Name').inputValue()).toBe('Somebody Else');
  });

  it('the attendance table filters by person', async () => {
    await page.goto('/attendance');
    await page.getByRole('table').waitFor();
    const rows = page.getByRole('table').getByRole('row');
    expect(await rows.count()).toBeGreaterThan(20);
    await page.getByLabel('Employee', { exact: true }).fill('New Colleague');
    await page.getByRole('option', { name: /New Colleague/ }).click();
    await expect.poll(() => rows.count()).toBe(2);
  });

  it('a manager that the administrator adds sees attendance, and neither kiosks nor accounts', async () => {
    const manager = { email: 'manager@example.org', password: 'another long password' };
    const navigation = page.getByRole('navigation', { name: 'Main' });
    await navigation.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('link', { name: 'Accounts' }).click();
    const add = async () => {
      await page.getByRole('button', { name: 'Add an account' }).click();
      // The cursor goes there by itself: what is typed before that goes nowhere else.
      await dialog.getByLabel('Email').and(page.locator(':focus')).waitFor();
      await dialog.getByLabel('Email').fill(manager.email);
      await dialog.getByLabel('Password', { exact: true }).fill(manager.password);
      await dialog.getByRole('button', { name: 'Choose all departments' }).click();
      await dialog.getByRole('button', { name: 'Add account' }).click();
    };
    const dialog = page.getByRole('dialog');
    await add();
    await page.getByRole('row', { name: `${manager.email} Manager` }).waitFor();
    await add();
    await dialog.getByText('There is an account with this e-mail address already.').waitFor();
    expect(await dialog.getByLabel('Email').inputValue()).toBe(manager.email);
    expect(await dialog.getByLabel('Password', { exact: true }).inputValue()).toBe(manager.password);
    await dialog.getByRole('button', { name: 'Cancel' }).click();

    await page.getByRole('button', { name: 'Account', exact: true }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Email').fill(manager.email);
    await page.getByLabel('Password', { exact: true }).fill(manager.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    // Where the administrator was.
    await page.getByRole('heading', { name: 'Only for administrators' }).waitFor();
    await navigation.getByRole('link', { name: 'Board' }).click();
    await page.getByText('of 13 in').waitFor();
    for (const [link, shown] of [
      ['Employees', 'New Colleague'],
      ['Attendance', 'Amara Lindqvist'],
    ] as const) {
      await navigation.getByRole('link', { name: link }).click();
      await page.getByRole('cell', { name: shown }).first().waitFor();
    }
    await page.getByRole('button', { name: 'Account', exact: true }).click();
    await page.getByText(manager.email, { exact: true }).waitFor();
    expect(await navigation.getByRole('link').allInnerTexts()).toEqual([
      'Board',
      'Attendance',
      'Schedules',
      'Employees',
      'Recognition',
      'Settings',
    ]);
    await page.goto('/settings/kiosks');
    await page.getByRole('heading', { name: 'Only for administrators' }).waitFor();
  });
});
