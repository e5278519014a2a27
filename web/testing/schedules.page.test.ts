import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium } from './chromium';
import { startRollcall, type RollcallServer } from './rollcall-server';
import { sessionState, signIn } from './sign-in';

let server: RollcallServer;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  if (!hasChromium) return;
  server = await startRollcall('demo company');
  const { token } = await signIn(server);
  browser = await launchChromium({ camera: 'denied' });
  page = await browser.newPage({
    baseURL: server.origin,
    locale: 'en-GB',
    // Not the site's.
    timezoneId: 'America/New_York',
    viewport: { width: 1280, height: 900 },
    storageState: sessionState(server, token),
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const dialog = (): Locator => page.getByRole('dialog');
const submit = (name: string) => dialog().getByRole('button', { name, exact: true }).click();
const choose = async (label: string, option: string | RegExp): Promise<void> => {
  await dialog().getByRole('combobox', { name: label }).press('Enter');
  await page.getByRole('option', { name: option }).click();
};
/** Types a part of a name and takes who is left: a list that still grows shorter moves away under the pointer. */
const find = async (field: Page | Locator, typed: string, name: RegExp): Promise<void> => {
  await field.getByRole('combobox', { name: 'Employee' }).fill(typed);
  await expect.poll(() => page.getByRole('option').count()).toBe(1);
  await page.getByRole('option', { name }).click();
};
/** The cells of somebody's week in the roster, as they are read out. */
const week = (name: string) =>
  page
    .getByRole('row', { name })
    .getByRole('button')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''));

// One way through, in this order: each step needs what the one before has made.
describe.skipIf(!hasChromium)('a manager who is not a planner', () => {
  it('makes a night shift, and sees it as it is understood', async () => {
    await page.goto('/schedules/shifts');
    await page.getByRole('button', { name: 'New shift' }).click();
    await dialog().getByLabel('Name').fill('Night watch');
    await dialog().getByLabel('From').fill('22:00');
    await dialog().getByLabel('To', { exact: true }).fill('06:30');
    await dialog().getByText('22:00–06:30 next day, 8 h of work').waitFor();
    await dialog().getByLabel('Unpaid break').fill('600');
    await dialog().getByText('The unpaid break takes the whole shift.').waitFor();
    expect(await dialog().getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await dialog().getByLabel('Unpaid break').fill('30');
    await submit('Save');
    await page.getByRole('row', { name: /^Night watch 22:00–06:30 next day/ }).waitFor();
  });

  it('keeps what was typed when a name is taken', async () => {
    await page.getByRole('button', { name: 'New shift' }).click();
    await dialog().getByLabel('Name').fill('Night watch');
    await submit('Save');
    await dialog().getByText('There is a shift named Night watch already.').waitFor();
    expect(await dialog().getByLabel('Name').inputValue()).toBe('Night watch');
    await submit('Cancel');
  });

  it('puts it on the days of a rotation', async () => {
    await page.goto('/schedules/patterns');
    await page.getByRole('button', { name: 'New pattern' }).click();
    await dialog().getByLabel('Name').fill('Every other night');
    await dialog().getByText('Rotation of days').click();
    await dialog().getByLabel('Repeats after').fill('2');
    await dialog().getByLabel('Day 1 is on').fill('2026-01-05');
    await dialog()
      .getByRole('radio', { name: /^Night watch/ })
      .check();
    await dialog()
      .getByRole('button', { name: /^Day 1: free/ })
      .click();
    await dialog()
      .getByRole('button', { name: /^Day 1: Night watch/ })
      .waitFor();
    await submit('Save');
    await page.getByRole('row', { name: /1 day Night watch, 1 day free/ }).waitFor();
  });

  it('assigns it to a department, and is told why it holds', async () => {
    await page.goto('/schedules/assignments');
    await page
      .getByRole('button', { name: /^Assign (a|the first) pattern/ })
      .first()
      .click();
    await choose('Pattern', 'Every other night');
    await dialog().getByText('Department', { exact: true }).click();
    await choose('Department', 'Logistics');
    await dialog().getByLabel('From').fill('2026-01-05');
    await dialog().getByText('The first date is Day 1 of it: Night watch.').waitFor();
    await submit('Save');
    await page.getByRole('cell', { name: 'the department Logistics', exact: true }).waitFor();
    await find(page, 'Jonas', /Jonas Varga/);
    await page.getByRole('listitem').filter({ hasText: 'because of the department Logistics' }).waitFor();
  });

  it('sees it in the roster, in the times of the site', async () => {
    await page.goto('/schedules/roster');
    await page.getByRole('combobox', { name: 'Department' }).press('Enter');
    await page.getByRole('option', { name: 'Logistics' }).click();
    await page.getByRole('row').filter({ hasText: 'Amara' }).waitFor({ state: 'detached' });
    await page.getByText('times of Berlin (Europe)').first().waitFor();
    const words = await week('Jonas Varga');
    expect(words).toHaveLength(7);
    const nights = words.map((each) => /22:00–\w+ 06:30/.test(each));
    // Each other one, from whichever day the week begins on.
    expect(nights.slice(1)).toEqual(nights.slice(0, -1).map((isNight) => !isNight));
  });

  it('makes one night free, and takes that back', async () => {
    const night = page.getByRole('row', { name: 'Jonas Varga' }).getByRole('button', { name: /22:00/ }).first();
    const before = await week('Jonas Varga');
    await night.click();
    await dialog().getByText('Free day').click();
    await submit('Change this day');
    const changed = page.getByRole('row', { name: 'Jonas Varga' }).getByRole('button', { name: /free, changed/ });
    await changed.click();
    await dialog().getByRole('button', { name: 'Back to the pattern' }).click();
    await changed.waitFor({ state: 'detached' });
    expect(await week('Jonas Varga')).toEqual(before);
  });

  it('enters half a day of leave, which the roster shows', async () => {
    const day = await page.evaluate(() => new Date().toISOString().slice(0, 10));
    await page.goto('/schedules/leave');
    await page.getByRole('button', { name: 'Enter leave' }).click();
    await find(dialog(), 'Priya', /Priya Halvorsen/);
    const sunday = await page.evaluate((date) => {
      const at = new Date(date);
      at.setUTCDate(at.getUTCDate() + ((7 - at.getUTCDay()) % 7));
      return at.toISOString().slice(0, 10);
    }, day);
    await dialog().getByLabel('First day').fill(day);
    await dialog()
      .getByLabel('Last day')
      .fill(sunday > day ? sunday : day);
    await dialog().getByText('Second half').click();
    await submit('Save');
    await page
      .getByRole('row', { name: /Priya Halvorsen/ })
      .getByText('second half of the day')
      .locator('visible=true')
      .waitFor();
  });

  it('imports leave, told which number is nobody’s before any is taken', async () => {
    await page.goto('/schedules/leave');
    await page.getByRole('button', { name: 'Import' }).click();
    const list = dialog().getByRole('textbox', { name: 'Leave' });
    await list.fill('1,2099-12-28,2099-12-31,annual\n9999,2099-12-28,2099-12-28,annual');
    await submit('Import');
    await dialog().getByText('Nothing was imported.').waitFor();
    await dialog().getByText('nobody has the number 9999').waitFor();
    await list.fill('1,2099-12-28,2099-12-31,annual');
    await submit('Import');
    await page.getByText('Leave: 1 added.').waitFor();
    await page.getByRole('cell', { name: 'annual' }).first().waitFor();
  });

  it('imports holidays, told which lines are off before any is taken', async () => {
    await page.goto('/schedules/holidays');
    await page.getByRole('button', { name: 'Import' }).click();
    const list = dialog().getByRole('textbox', { name: 'Holidays' });
    await list.fill('2099-12-25,Christmas Day\n2099-13-01,Nowhere\n2099-12-26,');
    await submit('Import');
    await dialog().getByText('Line 2: date must be a date such as').waitFor();
    await dialog().getByText('Line 3: name must not be empty').waitFor();
    await list.fill('2099-12-25,Christmas Day\n2099-12-24,Christmas Eve,SECOND_HALF');
    await submit('Import');
    await page.getByText('Holidays: 2 added.').waitFor();
    await page
      .getByRole('row', { name: /Christmas Eve/ })
      .getByText('second half of the day')
      .waitFor();
  });

  it('merges a department into another', async () => {
    await page.goto('/settings/departments');
    await page.getByRole('button', { name: 'Merge or remove Product', exact: true }).click();
    await choose('Merge into', 'Sales');
    await submit('Merge');
    await page.getByText('Product is Sales now.').waitFor();
    await page.getByRole('row', { name: /^Sales 4/ }).waitFor();
  });

  it('adds a site by a search for its time zone', async () => {
    await page.goto('/settings/sites');
    await page.getByRole('button', { name: 'New site' }).click();
    await dialog().getByLabel('Name').fill('Nepal office');
    const zone = dialog().getByRole('combobox', { name: 'Time zone' });
    await zone.fill('kathm');
    await page.getByRole('option', { name: /Kathmandu/ }).click();
    await submit('Save');
    await page.getByRole('row', { name: /Nepal office Kathmandu \(Asia\)/ }).waitFor();
  });
});
