import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium } from './chromium';
import { follow } from './follow';
import { startRollcall, type RollcallServer } from './rollcall-server';
import { sessionState, signIn, type Ask } from './sign-in';

const NAME = 'Amara Lindqvist';
const manager = { email: 'manager@example.org', password: 'a manager’s password' };
const auditor = { email: 'auditor@example.org', password: 'an auditor’s password' };
let server: RollcallServer;
let browser: Browser;
let ask: Ask;
let adminToken: string;
beforeAll(async () => {
  if (!hasChromium) return;
  server = await startRollcall('demo company');
  ({ ask, token: adminToken } = await signIn(server));
  const { departmentList } = await ask<{ departmentList: { edges: { node: { id: string; name: string } }[] } }>(
    '{ departmentList(first: 200) { edges { node { id name } } } }',
  );
  const production = departmentList.edges.find(({ node }) => node.name === 'Production')!.node;
  const create = (input: object) =>
    ask('mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }', { input });
  await create({ ...manager, role: 'MANAGER', departmentIds: [production.id] });
  await create({ ...auditor, role: 'AUDITOR' });
  await ask('mutation { createKiosk(input: { name: "Own make", withToken: true }) { token } }');
  browser = await launchChromium({ camera: 'denied' });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const open = (token: string): Promise<Page> =>
  browser.newPage({ baseURL: server.origin, storageState: sessionState(server, token) });

describe.skipIf(!hasChromium)('a manager', () => {
  it('takes an agreement back after being told what follows, and enrols the face anew', async () => {
    const page = await open((await signIn(server, manager)).token);
    await page.goto('/employees');
    await page.getByRole('button', { name: `Privacy of ${NAME}` }).click();
    const privacy = page.getByRole('dialog', { name: `Privacy: ${NAME}` });
    await privacy.getByRole('button', { name: 'Take the agreement back' }).click();
    await privacy.getByText('From this moment no kiosk recognises the face.').waitFor();
    await privacy.getByText(`${NAME} has neither PIN nor badge`, { exact: false }).waitFor();
    expect(await privacy.getByRole('button', { name: /Erase the face|Export/ }).count()).toBe(0);
    await privacy.getByRole('button', { name: 'Take back and erase now' }).click();
    await privacy.getByText('No face is kept.', { exact: false }).waitFor();

    await privacy.getByRole('button', { name: 'Enrol a face' }).click();
    const form = page.getByRole('dialog', { name: `A face for ${NAME}` });
    const enrol = form.getByRole('button', { name: 'Enrol the face' });
    const chooser = page.waitForEvent('filechooser');
    await form.getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles(server.picture('1_AmaraLindqvist.jpg'));
    expect(await enrol.isDisabled()).toBe(true);
    await form.getByRole('checkbox', { name: 'The person has read this and agrees' }).check();
    await enrol.click();
    await page.getByText(`${NAME} is recognised from now on.`).waitFor();
    await privacy.getByText(/Agreed on .*, confirmed in the dashboard/).waitFor();
    await privacy.getByText('1 enrolment photos', { exact: false }).waitFor();
    await page.close();
  });
});

/** Buttons that only look, or are there on every page. */
const LOOKS =
  /^(Account|Appearance.*|Refresh|Clear.*|Open|Details of .*|Read version .*|Where .* is signed in|Next.*|Previous.*|What .*|The week (before|after))$/;

describe.skipIf(!hasChromium)('an auditor', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open((await signIn(server, auditor)).token);
    await page.goto('/account');
    await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
  });
  afterAll(() => page.close());

  it.each([
    ['/schedules/roster', 'Roster'],
    ['/schedules/leave', 'Leave'],
    ['/settings/sites', 'Sites'],
    ['/settings/departments', 'Departments'],
    ['/settings/policies', 'Rules'],
    ['/settings/kiosks', 'Kiosks'],
    ['/settings/accounts', 'Accounts'],
    ['/settings/keys', 'API keys'],
    ['/settings/privacy', 'Privacy'],
    ['/settings/audit', 'Audit'],
  ])('reads %s and finds no button that changes something', async (path, title) => {
    await follow(page, path);
    await page.getByRole('heading', { name: title, exact: true, level: 1 }).waitFor();
    await page
      .getByRole('table')
      .or(page.getByRole('heading', { name: /^No .* yet$/ }))
      .first()
      .waitFor();
    if (path.endsWith('privacy')) await page.getByText('Due now', { exact: false }).waitFor();
    const names = await page
      .getByRole('main')
      .getByRole('button')
      .evaluateAll((buttons) =>
        buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent!.trim()),
      );
    expect(names.filter((name) => !LOOKS.test(name))).toEqual([]);
  });

  it('reads what people were told', async () => {
    await follow(page, '/settings/privacy');
    await page.getByRole('button', { name: 'Read version 1 in de' }).click();
    await page.getByRole('dialog').getByText('Gesicht', { exact: false }).first().waitFor();
  });
});

describe.skipIf(!hasChromium)('an administrator', () => {
  it('sees where somebody is signed in, and ends it', async () => {
    const theirs = await open((await signIn(server, auditor)).token);
    await theirs.goto('/settings/kiosks');
    await theirs.getByText('Not used yet').waitFor();
    const page = await open(adminToken);
    await page.goto('/settings/accounts');
    await page.getByRole('button', { name: `Change ${auditor.email}` }).click();
    await page.getByText('Where they are signed in').click();
    const sessions = page.getByRole('dialog').getByRole('button', { name: /^Sign out/ });
    await sessions.first().waitFor();
    for (let left = await sessions.count(); left > 0; left--) {
      await sessions.first().click();
      await expect.poll(() => sessions.count()).toBe(left - 1);
    }
    await page.getByText('Nowhere at present.').waitFor();
    await theirs.goto('/employees');
    await theirs.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.close();
    await theirs.close();
  });
});
