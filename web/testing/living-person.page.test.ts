import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium } from './chromium';
import { administrator, startRollcall, type RollcallServer } from './rollcall-server';

let server: RollcallServer;
let browser: Browser;
beforeAll(async () => {
  if (!hasChromium) return;
  server = await startRollcall('demo company');
  browser = await launchChromium({ camera: server.picture('1_AmaraLindqvist.jpg') });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe.skipIf(!hasChromium)('a kiosk that asks for a movement', () => {
  it('leads through it, and refuses a picture of somebody enrolled that only stands still', async () => {
    const context = await browser.newContext({ baseURL: server.origin, viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto('/login?next=/settings/kiosks');
    await page.getByLabel('Email').fill(administrator.email);
    await page.getByLabel('Password', { exact: true }).fill(administrator.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'New kiosk' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name of the kiosk').fill('Front door');
    await dialog.getByRole('radio', { name: 'Ask for a head turn' }).check();
    await dialog.getByRole('button', { name: 'Create kiosk' }).click();
    const code = await dialog.getByText(/^[2-9A-Z]{4} [2-9A-Z]{4}$/).textContent();
    await page.goto(`/kiosk#code=${code!.trim().replace(' ', '')}`);
    await page.getByRole('button', { name: 'Connect' }).click();

    await page.getByText('this kiosk asks for a movement').waitFor();
    expect(await page.getByTestId('photo-file').count()).toBe(0);
    await page.locator('button.big:not([disabled])').waitFor();
    await page.keyboard.press('Space');
    await page.getByText('Look at the camera', { exact: true }).first().waitFor();
    await page
      .getByText(/^Turn your head slowly to your (left|right)$/)
      .first()
      .waitFor();
    await page.getByRole('heading', { name: /could not see the movement|not look like a live face/ }).waitFor();

    await page.goto('/recognition');
    const why = page.getByRole('button', { name: /^Why\? (Movement did not come|Perhaps not a living person)/ });
    await why.click();
    await page.getByRole('heading', { name: 'Signs of a living person' }).waitFor();
  });
});
