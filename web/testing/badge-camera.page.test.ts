import type { Browser, Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium } from './chromium';
import { findViolations, sidewaysOverflow } from './find-violations';
import { startRollcall, type RollcallServer } from './rollcall-server';
import { sessionState, signIn, type Ask } from './sign-in';

const NAME = 'Tobias Okafor';
let server: RollcallServer;
let ask: Ask;
/** Before its camera somebody holds the badge. */
let browser: Browser;
beforeAll(async () => {
  if (!hasChromium) return;
  server = await startRollcall('demo company');
  const session = await signIn(server);
  ask = session.ask;
  const office = await launchChromium({ camera: 'denied' });
  const card = await makeBadge(
    await office.newPage({ baseURL: server.origin, storageState: sessionState(server, session.token) }),
  );
  await office.close();
  const held = server.picture('badge.png');
  await hold(card, held);
  browser = await launchChromium({ camera: held });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The card as the dashboard makes it, to be printed. */
async function makeBadge(page: Page): Promise<Buffer> {
  await page.goto('/employees');
  await page.getByRole('button', { name: `Edit ${NAME}` }).click();
  await page.getByRole('button', { name: /badge$/ }).click();
  await page
    .getByRole('button', { name: /^Make a (new )?badge$/ })
    .last()
    .click();
  await page.getByRole('dialog').getByRole('img', { name: 'Badge code for the kiosk' }).waitFor();
  return page.getByRole('dialog').locator('.badge-card').screenshot();
}

/** A hand holds nothing straight, and a webcam sees nothing sharp. */
async function hold(card: Buffer, to: string): Promise<void> {
  await sharp(await sharp(card).resize({ width: 700 }).rotate(8, { background: '#777' }).blur(1).toBuffer())
    .extend({ top: 60, bottom: 60, left: 200, right: 200, background: '#777' })
    .png()
    .toFile(to);
}

async function pair(page: Page): Promise<void> {
  const { createKiosk } = await ask<{ createKiosk: { pairing: { code: string } } }>(
    'mutation { createKiosk(input: { name: "Door" }) { pairing { code } } }',
  );
  await page.goto('/kiosk');
  await page.getByLabel('Code des Terminals').fill(createKiosk.pairing.code);
  await page.getByRole('button', { name: 'Verbinden' }).click();
}

describe.skipIf(!hasChromium)('a badge before the camera of a kiosk', () => {
  it('is read and greeted in German where the browser speaks it, until English is chosen on the device', async () => {
    const page = await browser.newPage({ baseURL: server.origin, locale: 'de-DE', bypassCSP: true });
    await pair(page);
    await page.getByRole('heading', { name: new RegExp(`^(Willkommen|Auf Wiedersehen), ${NAME}$`) }).waitFor();
    const { attendanceEvents } = await ask<{
      attendanceEvents: { edges: { node: { method: string; employee: { name: string } } }[] };
    }>('{ attendanceEvents(first: 1) { edges { node { method employee { name } } } } }');
    expect(attendanceEvents.edges[0]!.node).toEqual({ method: 'BADGE', employee: { name: NAME } });
    expect(await page.locator('html').getAttribute('lang')).toBe('de');

    await page.keyboard.type('1'.repeat(24));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Wir kennen diesen Ausweis nicht' }).waitFor();
    await page.getByText('Dieser Ausweis ist nicht bekannt', { exact: false }).waitFor();
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 812 });
      expect(await findViolations(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBe(0);
    }

    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'We do not know this badge' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Use number and PIN' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.close();
  });
});
