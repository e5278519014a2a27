import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium } from './chromium';
import { findViolations, sidewaysOverflow } from './find-violations';
import { administrator, startRollcall, type RollcallServer } from './rollcall-server';

let server: RollcallServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  if (!hasChromium) return;
  server = await startRollcall('demo company');
  browser = await launchChromium({ camera: 'denied' });
  context = await browser.newContext({
    baseURL: server.origin,
    bypassCSP: true,
    viewport: { width: 1280, height: 900 },
  });
  page = await context.newPage();
  await page.goto('/login?next=/recognition/training');
  await page.getByLabel('Email').fill(administrator.email);
  await page.getByLabel('Password', { exact: true }).fill(administrator.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const dialog = () => page.getByRole('dialog');
const runs = () => page.getByRole('list', { name: 'Runs, newest first' });

/** Pictures for people to look at, where PICTURES names a folder. */
async function take(name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${folder}/${name}-${scheme}-${width}.png`, fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
}

describe.skipIf(!hasChromium)('the training page', () => {
  it('makes a version before the eyes of an administrator, who uses it and goes back', async () => {
    await page.getByRole('heading', { name: 'Training' }).waitFor();
    await page.getByRole('button', { name: 'Run now' }).click();
    await dialog().getByRole('button', { name: 'Run', exact: true }).click();
    await dialog().waitFor({ state: 'hidden' });
    // By the subscription: nobody reloads the page.
    await runs().getByText('Decided').waitFor({ timeout: 90_000 });
    await page.getByRole('button', { name: 'Look' }).click();
    const details = page.getByRole('region', { name: /^Version 2/ });
    await details.getByRole('img', { name: 'Errors at every threshold' }).waitFor();
    expect(await details.getByRole('row', { name: /^Enrolled people not recognised/ }).count()).toBe(1);
    await take('training');

    await details.getByRole('button', { name: 'Use this version' }).click();
    const why = dialog().getByLabel('Why, for the audit');
    if ((await why.count()) > 0) await why.fill('tried in a test');
    await dialog().getByRole('button', { name: 'Use it' }).click();
    await page.getByText('Used', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Roll back' }).click();
    await dialog().getByRole('button', { name: 'Roll back' }).click();
    await page.getByText('Used now: shipped').waitFor();
  });

  it('shows the photo of a sample with something wrong, once it is asked for', async () => {
    const findings = page.getByRole('list', { name: 'What is wrong with samples' });
    await findings.getByRole('button', { name: 'Show photo' }).first().click();
    const photo = findings.getByRole('img').first();
    await photo.waitFor();
    await expect
      .poll(() => photo.evaluate((image) => (image as HTMLImageElement).naturalWidth), { timeout: 10_000 })
      .toBeGreaterThan(0);
  });

  it('is usable by everybody, and on a phone', async () => {
    expect(await findViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await sidewaysOverflow(page)).toBe(0);
  });
});
