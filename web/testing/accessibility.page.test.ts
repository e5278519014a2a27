import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium } from './chromium';
import { findViolations, sidewaysOverflow } from './find-violations';
import { follow } from './follow';
import { startRollcall, type RollcallServer } from './rollcall-server';
import { sessionState, signIn, type Ask } from './sign-in';

interface Rows {
  sites: { edges: { node: { id: string } }[] };
  attendance: { edges: { node: { date: string; exceptions: string[]; employee: { id: string } } }[] };
}

let server: RollcallServer;
let browser: Browser;
let token: string;
/** Two browsers' worth of storage: signed in, and not; one begins in the dark, one in the light. */
let administrators: BrowserContext;
let strangers: BrowserContext;
/** Whose check-out of which day is missing. */
let missing: { employeeId: string; date: string };

beforeAll(async () => {
  if (!hasChromium) return;
  server = await startRollcall('demo company');
  const session = await signIn(server);
  token = session.token;
  await prepareRows(session.ask);
  await look('1_AmaraLindqvist.jpg');
  await look('stranger.jpg');
  browser = await launchChromium({ camera: server.picture('stranger.jpg') });
  const context = { baseURL: server.origin, bypassCSP: true, reducedMotion: 'reduce' } as const;
  const storageState = sessionState(server, token);
  administrators = await browser.newContext({ ...context, colorScheme: 'dark', storageState });
  strangers = await browser.newContext({ ...context, colorScheme: 'light' });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Something to see on each page, and a day to settle. */
async function prepareRows(ask: Ask): Promise<void> {
  const send = (field: string, type: string, input: object) =>
    ask(`mutation ($input: ${type}!) { ${field}(input: $input) { __typename } }`, { input });
  await send('createKiosk', 'CreateKioskInput', { name: 'Front door', liveness: 'CHALLENGE' });
  const { sites, attendance } = await ask<Rows>(
    '{ sites { edges { node { id } } } attendance(filter: { missing: true }, first: 200) { edges { node { date exceptions employee { id } } } } }',
  );
  const day = attendance.edges.find(({ node }) => node.exceptions.includes('MISSING_CHECK_OUT'))!.node;
  missing = { employeeId: day.employee.id, date: day.date };
  const night = { name: 'Night', segments: [{ startsAtMinutes: 1320, endsAtMinutes: 1800 }] };
  await send('createShift', 'ShiftInput', night);
  const siteId = sites.edges[0]!.node.id;
  await send('createHoliday', 'HolidayInput', { siteId, date: day.date, name: 'Founding day' });
  const { employeeId, date } = missing;
  await send('createLeave', 'LeaveInput', { employeeId, from: date, to: date, kind: 'annual', part: 'FIRST_HALF' });
  const at = `${date}T16:00:00.000Z`;
  const request = { action: 'ADD', employeeId, kind: 'CHECK_OUT', at, reason: 'I forgot' };
  await send('requestCorrection', 'CorrectionRequestInput', request);
  await ask('mutation { lockPeriod(from: "2020-01-01", to: "2020-01-31") { __typename } }');
}

/** Leaves a decision behind, and no attendance. */
async function look(picture: string): Promise<void> {
  const body = new FormData();
  const query = 'mutation ($photo: Upload!) { recognize(photo: $photo) { __typename } }';
  body.append('operations', JSON.stringify({ query, variables: { photo: null } }));
  body.append('map', JSON.stringify({ 0: ['variables.photo'] }));
  body.append('0', new Blob([readFileSync(server.picture(picture))], { type: 'image/jpeg' }), picture);
  const headers = { authorization: `Bearer ${token}`, 'apollo-require-preflight': 'true' };
  const answer = await fetch(`${server.origin}/graphql`, { method: 'POST', headers, body });
  expect(await answer.json()).not.toHaveProperty('errors');
}

/** Answers requests in which this stands; without data it is as if their answer were still on its way. */
const answering = (text: string, data?: object) => (page: Page) =>
  page.route('**/graphql', (route) => {
    if (!route.request().postDataBuffer()?.includes(text)) return route.continue();
    return data && route.fulfill({ json: { data } });
  });
/** As if the face that was shown had a look-alike. */
const asksForPin = answering('KioskPunch', {
  answer: { __typename: 'Refusal', reason: 'PIN_REQUIRED', message: 'Enter your PIN.' },
});
/** As if nobody had an account yet. */
const beforeSetUp = answering('SetUpNeeded', { setUpNeeded: true });

interface View {
  name: string;
  path: string | (() => string);
  signedOut?: true;
  prepare?: (page: Page) => Promise<unknown>;
  /** Until what the page is about can be seen. */
  ready: (page: Page) => Promise<unknown>;
}

const heading = (name: string) => (page: Page) => page.getByRole('heading', { name, exact: true }).waitFor();
const table = (page: Page) => page.getByRole('table').first().waitFor();
const punches = (page: Page) => page.getByRole('list', { name: 'Punches' }).waitFor();
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
    name: 'signing in',
    path: '/login',
    signedOut: true,
    prepare: answering('mutation Login'),
    ready: async (page) => {
      await page.getByLabel('Email').fill('ana@example.com');
      await page.getByLabel('Password', { exact: true }).fill('not yet known');
      await page.keyboard.press('Enter');
      await page.locator('button[aria-busy=true]').waitFor();
    },
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
    ready: heading('Make this device a kiosk'),
  },
  {
    name: 'kiosk',
    path: '/kiosk',
    ready: (page) => page.getByText('Look at the camera').waitFor({ state: 'attached' }),
  },
  {
    name: 'the PIN pad',
    path: '/kiosk',
    prepare: asksForPin,
    ready: async (page) => {
      await page.getByRole('button', { name: 'Check in or out' }).click();
      await page.getByRole('dialog', { name: 'Enter your PIN' }).waitFor();
    },
  },
  {
    name: 'the number pad',
    path: '/kiosk',
    ready: async (page) => {
      await page.getByRole('button', { name: 'Use number and PIN' }).click();
      await page.getByRole('dialog', { name: 'Your number' }).waitFor();
    },
  },
  { name: 'board', path: '/board', ready: (page) => page.getByText('of 12 in').waitFor() },
  { name: 'employees', path: '/employees', ready: table },
  {
    name: 'employees while a search runs',
    path: '/employees',
    prepare: answering('"Berit"'),
    ready: async (page) => {
      await table(page);
      await page.getByLabel('Search').fill('Berit');
      await page.locator('.rc-stale').waitFor();
    },
  },
  {
    name: 'the PIN of an employee',
    path: '/employees',
    ready: async (page) => {
      await page
        .getByRole('button', { name: /^Edit / })
        .first()
        .click();
      await page.getByRole('button', { name: 'Set a PIN' }).click();
      await page.getByLabel('PIN once more').waitFor();
    },
  },
  {
    name: 'the badge of an employee',
    path: '/employees',
    ready: async (page) => {
      await page
        .getByRole('button', { name: /^Edit / })
        .first()
        .click();
      await page.getByRole('button', { name: /badge$/ }).click();
      await page
        .getByRole('button', { name: /^Make a (new )?badge$/ })
        .last()
        .click();
      await page.getByText('it is shown only once').waitFor();
    },
  },
  { name: 'enrolment', path: '/employees', ready: dialog('Enrol an employee') },
  { name: 'attendance', path: '/attendance', ready: table },
  { name: 'exceptions', path: () => `/attendance/exceptions?date=${missing.date}`, ready: table },
  {
    name: 'exceptions of today',
    path: '/attendance/exceptions',
    ready: (page) => page.getByText('Still expected').waitFor(),
  },
  { name: 'a person’s day', path: () => `/attendance/people/${missing.employeeId}/${missing.date}`, ready: punches },
  {
    name: 'a correction',
    path: () => `/attendance/people/${missing.employeeId}/${missing.date}?settle=MISSING_CHECK_OUT`,
    ready: (page) => page.getByRole('dialog').locator('input:focus').waitFor(),
  },
  { name: 'requests', path: '/attendance/requests', ready: (page) => page.getByText('I forgot').waitFor() },
  { name: 'summary', path: '/attendance/summary', ready: table },
  { name: 'pay periods', path: '/attendance/periods', ready: table },
  { name: 'locking a period', path: '/attendance/periods', ready: dialog('Lock a period') },
  { name: 'roster', path: '/schedules/roster', ready: table },
  {
    name: 'one day of the roster',
    path: '/schedules/roster',
    ready: async (page) => {
      await page
        .getByRole('button', { name: /Change$/ })
        .locator('visible=true')
        .first()
        .click();
      await page.getByRole('dialog').locator('input:focus').waitFor();
    },
  },
  { name: 'leave', path: '/schedules/leave', ready: table },
  { name: 'entering leave', path: '/schedules/leave', ready: dialog('Enter leave') },
  {
    name: 'importing leave',
    path: '/schedules/leave',
    ready: async (page) => {
      await page.getByRole('button', { name: 'Import' }).click();
      await page.getByRole('dialog').getByRole('textbox', { name: 'Leave' }).waitFor();
    },
  },
  { name: 'holidays', path: '/schedules/holidays', ready: table },
  { name: 'adding a holiday', path: '/schedules/holidays', ready: dialog('Add a holiday') },
  {
    name: 'importing holidays',
    path: '/schedules/holidays',
    ready: async (page) => {
      await page.getByRole('button', { name: 'Import' }).click();
      await page.getByRole('dialog').getByRole('textbox', { name: 'Holidays' }).waitFor();
    },
  },
  { name: 'shifts', path: '/schedules/shifts', ready: table },
  { name: 'a shift', path: '/schedules/shifts', ready: dialog('Edit Night') },
  { name: 'patterns', path: '/schedules/patterns', ready: table },
  { name: 'a pattern', path: '/schedules/patterns', ready: dialog('New pattern') },
  { name: 'assignments', path: '/schedules/assignments', ready: table },
  { name: 'assigning', path: '/schedules/assignments', ready: dialog('Assign a pattern') },
  { name: 'sites', path: '/settings/sites', ready: table },
  { name: 'a site', path: '/settings/sites', ready: dialog('New site') },
  { name: 'departments', path: '/settings/departments', ready: table },
  { name: 'merging a department', path: '/settings/departments', ready: dialog('Merge or remove Sales') },
  { name: 'rules', path: '/settings/policies', ready: table },
  { name: 'new rules', path: '/settings/policies', ready: dialog('New rules') },
  { name: 'applying rules', path: '/settings/policies', ready: dialog('Apply Office hours') },
  { name: 'recognition', path: '/recognition', ready: table },
  {
    name: 'a decision',
    path: '/recognition',
    ready: async (page) => {
      await page.getByRole('button', { name: /^Why/ }).first().click();
      await page.getByRole('dialog').getByRole('heading', { name: 'The look' }).waitFor();
    },
  },
  {
    name: 'look-alikes',
    path: '/recognition',
    ready: async (page) => {
      await page.getByText('Look-alikes', { exact: true }).click();
      await page.getByText('These people are too alike').waitFor();
    },
  },
  { name: 'kiosks', path: '/settings/kiosks', ready: table },
  { name: 'what a kiosk asks for', path: '/settings/kiosks', ready: dialog('Change Front door') },
  {
    name: 'the code of a kiosk',
    path: '/settings/kiosks',
    ready: async (page) => {
      await page.getByRole('button', { name: 'Connect a device to Front door' }).click();
      await page.getByRole('button', { name: 'Show a code' }).click();
      await page.getByText('Waiting for the device').waitFor();
    },
  },
  { name: 'a new kiosk', path: '/settings/kiosks', ready: dialog('New kiosk') },
  { name: 'accounts', path: '/settings/accounts', ready: table },
  { name: 'a new account', path: '/settings/accounts', ready: dialog('Add an account') },
  {
    name: 'an account while choices load',
    path: '/settings/accounts',
    prepare: answering('DepartmentChoices'),
    ready: async (page) => {
      await dialog('Add an account')(page);
      await page.getByRole('dialog').getByRole('progressbar').waitFor();
    },
  },
  { name: 'privacy', path: '/settings/privacy', ready: (page) => page.getByText('Last purge').waitFor() },
  {
    name: 'a new notice',
    path: '/settings/privacy',
    ready: dialog('Edit the notice in en'),
  },
  { name: 'audit', path: '/settings/audit', ready: table },
  {
    name: 'an entry of the audit',
    path: '/settings/audit',
    ready: async (page) => {
      await page
        .getByRole('button', { name: /^Details of/ })
        .first()
        .click();
      await page.getByRole('dialog').getByText('Outcome').waitFor();
    },
  },
  {
    name: 'the privacy of an employee',
    path: '/employees',
    ready: async (page) => {
      await page
        .getByRole('button', { name: /^Privacy of/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Erase the face' }).click();
      await page.getByRole('dialog').locator('input:focus').waitFor();
    },
  },
  {
    name: 'taking an agreement back',
    path: '/employees',
    ready: async (page) => {
      await page
        .getByRole('button', { name: /^Privacy of/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Take the agreement back' }).click();
      await page.getByText('From this moment').waitFor();
    },
  },
  {
    name: 'where somebody is signed in',
    path: '/settings/accounts',
    ready: async (page) => {
      await page
        .getByRole('button', { name: /^Change / })
        .first()
        .click();
      await page.getByText('Where they are signed in').click();
      await page.getByRole('dialog').getByText('at 127.0.0.1').first().waitFor();
    },
  },
  {
    name: 'what is done with an account',
    path: '/settings/accounts',
    ready: async (page) => {
      await page
        .getByRole('button', { name: /^Change / })
        .first()
        .click();
      await page.getByText('Link for a new password').click();
      await page.getByRole('dialog').getByText('chooses a new password').waitFor();
    },
  },
  { name: 'API keys', path: '/settings/keys', ready: heading('No API keys yet') },
  { name: 'a new API key', path: '/settings/keys', ready: dialog('New API key') },
  { name: 'the own account', path: '/account', ready: heading('Where you are signed in') },
  { name: 'a new passkey', path: '/account', ready: dialog('Add a passkey') },
  {
    name: 'a link for a new password',
    path: '/reset#reset_token',
    signedOut: true,
    ready: heading('Choose a password'),
  },
  { name: 'no such page', path: '/nowhere', ready: heading('There is no such page') },
];

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 375, height: 812 };
/** Each with one change from the one before. */
const LOOKS = [
  { colorScheme: 'light', size: WIDE },
  { colorScheme: 'dark', size: WIDE },
  { colorScheme: 'dark', size: NARROW },
  { colorScheme: 'light', size: NARROW },
] as const;

/** A colour half way through a fade is no colour of the page. */
const NO_FADES = '*, ::before, ::after { transition: none !important }';

/** Loads a path for the first time. */
async function load(context: BrowserContext, path: string, prepare?: View['prepare']): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize(WIDE);
  await prepare?.(page);
  await page.goto(path);
  await page.addStyleTag({ content: NO_FADES });
  return page;
}

/** The page with these colours and this size, painted. It follows both while it is open. */
async function turn(page: Page, { colorScheme, size }: (typeof LOOKS)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(size);
  await page.locator(`.v-theme--${colorScheme}`).first().waitFor({ state: 'attached' });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Pages of the administrators that nobody looks at now: loading one takes longer than looking at it. */
const loaded: Page[] = [];

// A few at a time: one gets ready while another is looked at.
describe.skipIf(!hasChromium).concurrent('light and dark, wide and narrow,', () => {
  it.each(views)('$name keeps WCAG 2.1 AA and never scrolls sideways', async (view) => {
    const { signedOut, prepare, ready } = view;
    const path = typeof view.path === 'string' ? view.path : view.path();
    const isKept = !signedOut && !prepare;
    const kept = isKept && loaded.pop();
    const page = kept || (await load(signedOut ? strangers : administrators, path, prepare));
    try {
      if (kept) {
        await turn(page, LOOKS[0]);
        await follow(page, path);
      }
      await ready(page);
      for (const look of LOOKS) {
        await turn(page, look);
        const how = `${look.colorScheme}, ${look.size.width} pixels wide`;
        expect(await findViolations(page), how).toEqual([]);
        expect(await sidewaysOverflow(page), how).toBe(0);
      }
      if (isKept) loaded.push(page);
    } finally {
      if (!loaded.includes(page)) await page.close();
    }
  });
});
