import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium } from './chromium';
import { administrator, startRollcall, type RollcallServer } from './rollcall-server';

let server: RollcallServer;
let browser: Browser | undefined;
beforeAll(async () => {
  if (!hasChromium) return;
  server = await startRollcall('demo company');
});
afterEach(async () => browser?.close());
afterAll(async () => server?.stop());

async function open(camera: string): Promise<BrowserContext> {
  browser = await launchChromium({ camera });
  return browser.newContext({ baseURL: server.origin, viewport: { width: 1280, height: 800 } });
}

async function signIn(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/login');
  await page.getByLabel('Email').fill(administrator.email);
  await page.getByLabel('Password', { exact: true }).fill(administrator.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Board' }).waitFor();
  return page;
}

const live = (board: Page) => board.getByRole('status').filter({ hasText: /^Live$/ });
const latest = (board: Page) =>
  board.getByRole('list', { name: 'Latest arrivals and departures' }).getByRole('listitem');

describe.skipIf(!hasChromium)('the main job, in a browser', () => {
  it('a face before the kiosk’s camera is greeted, and arrives on the board in a second window', async () => {
    const context = await open(server.picture('1_AmaraLindqvist.jpg'));
    const board = await signIn(context);
    await live(board).waitFor();

    const kiosk = await context.newPage();
    await kiosk.goto('/kiosk');
    await kiosk.getByRole('button', { name: 'Make this device a kiosk' }).click();
    const dialog = kiosk.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Front door');
    await dialog.getByRole('checkbox', { name: /sign me out/i }).uncheck();
    await dialog.getByRole('button', { name: /kiosk/i }).last().click();
    await kiosk.getByText('Front door').waitFor();

    const comes = { choice: 'Attend', button: 'Check in', greeting: 'Welcome', done: 'Checked in', arrival: 'In' };
    const goes = { choice: 'Leave', button: 'Check out', greeting: 'Goodbye', done: 'Checked out', arrival: 'Out' };
    const whoIsIn = board.getByRole('list', { name: 'Who is in' });
    // The demo company lives by the clock: whoever runs this in the afternoon finds her at work.
    const isIn = (await whoIsIn.getByText('Amara Lindqvist').count()) > 0;
    for (const turn of isIn ? [goes, comes] : [comes, goes]) {
      await kiosk.getByText(turn.choice, { exact: true }).click();
      // Until the camera is ready; the key is what is pressed then.
      await kiosk.getByRole('button', { name: turn.button, exact: true }).click({ trial: true });
      await kiosk.keyboard.press('Space');
      await kiosk.getByRole('heading', { name: `${turn.greeting}, Amara Lindqvist` }).waitFor();
      await kiosk.getByText('Plant manager · Production').waitFor();
      await kiosk.getByText(new RegExp(`^${turn.done} at \\d`)).waitFor();
      await latest(board).first().getByText('Amara Lindqvist').waitFor();
      await latest(board).first().getByText(turn.arrival, { exact: true }).waitFor();
      await whoIsIn.getByText('Amara Lindqvist').waitFor({ state: turn === comes ? 'visible' : 'detached' });
      await kiosk.getByRole('button', { name: 'Next person' }).click();
    }
  });

  it('a stranger is told plainly, and nothing arrives', async () => {
    const context = await open(server.picture('stranger.jpg'));
    const board = await signIn(context);
    await live(board).waitFor();
    const before = await latest(board).first().textContent();
    const kiosk = await context.newPage();
    await kiosk.goto('/kiosk');
    await kiosk.getByRole('button', { name: 'Check in or out' }).click();
    await kiosk.getByText('You were not recognised', { exact: false }).first().waitFor();
    expect(await latest(board).first().textContent()).toBe(before);
  });

  it('without leave for the camera the kiosk says so and takes a picture from a file', async () => {
    const context = await open('denied');
    await signIn(context);
    const kiosk = await context.newPage();
    await kiosk.goto('/kiosk');
    await kiosk.getByRole('heading', { name: 'The camera is blocked' }).waitFor();
    const chooser = kiosk.waitForEvent('filechooser');
    await kiosk.getByRole('button', { name: 'Use a picture from a file' }).click();
    await (await chooser).setFiles(server.picture('2_TobiasOkafor.jpg'));
    await kiosk.getByRole('heading', { name: /(Welcome|Goodbye), Tobias Okafor/ }).waitFor();
  });

  it('the board catches up after a lost connection, missing none and repeating none', async () => {
    const context = await open('denied');
    let isCut = false;
    const cut: (() => void)[] = [];
    await context.routeWebSocket('**/graphql', (socket) => {
      if (isCut) return void socket.close({ code: 4000 });
      socket.connectToServer();
      cut.push(() => void socket.close({ code: 4000 }));
    });
    const board = await signIn(context);
    await live(board).waitFor();
    const count = await latest(board).count();

    isCut = true;
    for (const close of cut) close();
    await board
      .getByRole('status')
      .filter({ hasText: /Reconnecting|Offline/ })
      .waitFor();
    const kiosk = await context.newPage();
    await kiosk.goto('/kiosk');
    const people = ['3_MeiCastellanos.jpg', '4_JonasVarga.jpg', '5_PriyaHalvorsen.jpg'];
    for (const person of people) {
      const chooser = kiosk.waitForEvent('filechooser');
      await kiosk.getByRole('button', { name: 'Use a picture from a file' }).click();
      await (await chooser).setFiles(server.picture(person));
      await kiosk.getByRole('heading', { name: /^(Welcome|Goodbye), / }).waitFor();
      await kiosk.getByRole('button', { name: 'Next person' }).click();
    }
    isCut = false;
    await live(board).waitFor();
    await latest(board).first().getByText('Priya Halvorsen').waitFor();
    const names = await latest(board).locator('strong').allTextContents();
    expect(names.slice(0, 3)).toEqual(['Priya Halvorsen', 'Jonas Varga', 'Mei Castellanos']);
    expect(names).toHaveLength(count + 3);
  });
});
