import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium } from './chromium';
import { findViolations, sidewaysOverflow } from './find-violations';
import { administrator, startRollcall, type RollcallServer } from './rollcall-server';

let server: RollcallServer;
let browser: Browser;
let token: string;
let context: BrowserContext;
beforeAll(async () => {
  if (!hasChromium) return;
  server = await startRollcall('cli/demo', {
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
  });
  token = await signIn();
  browser = await launchChromium({ camera: server.picture('stranger.jpg') });
});
afterEach(async () => context?.close());
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function signIn(): Promise<string> {
  const query =
    'mutation ($email: String!, $password: String!) { login(email: $email, password: $password) { token } }';
  const answer = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: administrator }),
  });
  const { data } = (await answer.json()) as { data: { login: { token: string } } };
  return data.login.token;
}

/** As if nobody had an account yet. */
const beforeSetUp = (page: Page) =>
  page.route('**/graphql', (route) =>
    route.request().postData()?.includes('SetUpNeeded')
      ? route.fulfill({ json: { data: { setUpNeeded: true } } })
      : route.continue(),
  );

interface View {
  name: string;
  path: string;
  signedOut?: true;
  prepare?: (page: Page) => Promise<unknown>;
  /** Until what the page is about can be seen. */
  ready: (page: Page) => Promise<unknown>;
}

const heading = (name: string) => (page: Page) => page.getByRole('heading', { name, exact: true }).waitFor();
const table = (page: Page) => page.getByRole('table').waitFor();
const dialog = (button: string) => async (page: Page) => {
  await page.getByRole('button', { name: button }).first().click();
  // Ready to be typed into.
  await page.getByRole('dialog').locator('input:focus').waitFor();
};

const views: View[] = [
  {
    name: 'login',
    path: '/login',
    signedOut: true,
    ready: (page) => page.locator('input[type=email]:focus').waitFor(),
  },
  {
    name: 'set-up without a link',
    path: '/setup',
    signedOut: true,
    prepare: beforeSetUp,
    ready: heading('Open the set-up link'),
  },
  {
    name: 'set-up with a link',
    path: '/setup#setup_token',
    signedOut: true,
    prepare: beforeSetUp,
    ready: heading('Welcome to Rollcall'),
  },
  {
    name: 'a kiosk that is none yet',
    path: '/kiosk',
    signedOut: true,
    ready: heading('This device is not a kiosk yet'),
  },
  {
    name: 'kiosk',
    path: '/kiosk',
    ready: (page) => page.getByText('Look at the camera').waitFor({ state: 'attached' }),
  },
  { name: 'board', path: '/board', ready: (page) => page.getByText('of 12 in').waitFor() },
  { name: 'employees', path: '/employees', ready: table },
  { name: 'enrolment', path: '/employees', ready: dialog('Enrol an employee') },
  { name: 'attendance', path: '/attendance', ready: table },
  { name: 'kiosks', path: '/settings/kiosks', ready: heading('No kiosks yet') },
  { name: 'a new kiosk', path: '/settings/kiosks', ready: dialog('New kiosk') },
  { name: 'accounts', path: '/settings/accounts', ready: table },
  { name: 'a new account', path: '/settings/accounts', ready: dialog('Add an account') },
  { name: 'no such page', path: '/nowhere', ready: heading('There is no such page') },
];

const viewports = { wide: { width: 1280, height: 800 }, narrow: { width: 375, height: 812 } };

describe.skipIf(!hasChromium).each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each(views)('$name keeps WCAG 2.1 AA and never scrolls sideways', async ({ path, signedOut, prepare, ready }) => {
    const localStorage = signedOut ? [] : [{ name: 'rollcall.session', value: token }];
    context = await browser.newContext({
      baseURL: server.origin,
      colorScheme,
      bypassCSP: true,
      // A colour half way through a fade is no colour of the page.
      reducedMotion: 'reduce',
      storageState: { cookies: [], origins: [{ origin: server.origin, localStorage }] },
    });
    const page = await context.newPage();
    await prepare?.(page);
    await page.goto(path);
    await ready(page);
    for (const [name, viewport] of Object.entries(viewports)) {
      await page.setViewportSize(viewport);
      expect(await findViolations(page), name).toEqual([]);
      expect(await sidewaysOverflow(page), name).toBe(0);
    }
  });
});
