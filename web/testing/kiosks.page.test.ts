import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium } from './chromium';
import { administrator, startRollcall, type RollcallServer } from './rollcall-server';

let server: RollcallServer;
let token: string;
let browser: Browser | undefined;
beforeAll(async () => {
  if (!hasChromium) return;
  server = await startRollcall('demo company');
  const { login } = await ask<{ login: { token: string } }>(
    'mutation ($email: String!, $password: String!) { login(email: $email, password: $password) { token } }',
    administrator,
  );
  token = login.token;
});
afterEach(async () => browser?.close());
afterAll(async () => server?.stop());

/** As the administrator, beside the browser. */
async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const response = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: object };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function open(camera: string): Promise<BrowserContext> {
  browser = await launchChromium({ camera });
  return browser.newContext({ baseURL: server.origin, viewport: { width: 1280, height: 800 } });
}

/** A device that was paired with a new kiosk by its code. */
async function pairedKiosk(camera: string, input: object): Promise<{ page: Page; id: string }> {
  const { createKiosk } = await ask<{ createKiosk: { kiosk: { id: string }; pairing: { code: string } } }>(
    'mutation ($input: CreateKioskInput!) { createKiosk(input: $input) { kiosk { id } pairing { code } } }',
    { input },
  );
  const page = await (await open(camera)).newPage();
  await page.goto('/kiosk');
  await page.getByLabel('Code of the kiosk').fill(createKiosk.pairing.code);
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByRole('button', { name: 'Use number and PIN' }).waitFor();
  return { page, id: createKiosk.kiosk.id };
}

/** Somebody of the demo company, with a PIN and a badge. */
async function somebody(number: number): Promise<{ name: string; number: number; pin: string; badge: string }> {
  const { employees } = await ask<{ employees: { edges: { node: { id: string; name: string; number: number } }[] } }>(
    '{ employees(first: 200) { edges { node { id name number } } } }',
  );
  const { id, name } = employees.edges.find(({ node }) => node.number === number)!.node;
  const { issueBadge } = await ask<{ issueBadge: { code: string } }>(
    'mutation ($id: ID!) { setEmployeePin(id: $id, pin: "480215") { id } issueBadge(employeeId: $id) { code } }',
    { id },
  );
  return { name, number, pin: '480215', badge: issueBadge.code };
}

const greeting = (page: Page, name: string) =>
  page.getByRole('heading', { name: new RegExp(`^(Welcome|Goodbye), ${name}`) });
const healthOf = async (id: string) =>
  (
    await ask<{ kiosks: { edges: { node: { id: string; health: { state: string; pendingPunches: number } } }[] } }>(
      '{ kiosks { edges { node { id health { state pendingPunches } } } } }',
    )
  ).kiosks.edges.find(({ node }) => node.id === id)!.node.health;

describe.skipIf(!hasChromium)('a paired kiosk', () => {
  it('takes a face, signed, and says how it is', async () => {
    const { page, id } = await pairedKiosk(server.picture('1_AmaraLindqvist.jpg'), { name: 'Front door' });
    await page.getByText('Front door').waitFor();
    const sent: Record<string, string>[] = [];
    page.on('request', (request) => void sent.push(request.headers()));
    await page.getByRole('button', { name: 'Check in or out' }).click();
    await greeting(page, 'Amara Lindqvist').waitFor();
    expect(sent.some((headers) => headers.authorization?.startsWith('Kiosk ey'))).toBe(true);
    await expect.poll(async () => (await healthOf(id)).state).toBe('ONLINE');

    const readOut = await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('rollcall-kiosk');
        request.onsuccess = () => resolve(request.result);
      });
      const identity = await new Promise<{ signingKey: CryptoKey }>((resolve) => {
        const request = database.transaction('identity').objectStore('identity').get('kiosk');
        request.onsuccess = () => resolve(request.result as { signingKey: CryptoKey });
      });
      return crypto.subtle.exportKey('jwk', identity.signingKey).then(
        () => 'exported',
        (error: Error) => error.name,
      );
    });
    expect(readOut).toBe('InvalidAccessError');
  });

  it('refuses a request that is sent again', async () => {
    const { page } = await pairedKiosk('denied', { name: 'Back door' });
    const next = page.waitForRequest((request) => request.url().endsWith('/graphql') && request.method() === 'POST');
    await page.reload();
    const request = await next;
    await page.getByText('The camera is blocked').waitFor();
    const again = await fetch(request.url(), {
      method: 'POST',
      headers: request.headers(),
      body: request.postData(),
    });
    expect(await again.json()).toMatchObject({ errors: [{ extensions: { code: 'PROOF_REFUSED' } }] });
  });

  it('takes a number with its PIN, by keyboard', async () => {
    const { name, number, pin } = await somebody(2);
    const { page } = await pairedKiosk('denied', { name: 'Side door' });
    await page.getByRole('button', { name: 'Use number and PIN' }).click();
    await page.getByRole('dialog', { name: 'Your number' }).waitFor();
    await page.keyboard.type(`${number}`);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Your PIN' }).waitFor();
    await page.keyboard.type('135790');
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog', { name: 'That PIN is not right' })
      .or(page.getByText('Number and PIN do not belong together'))
      .first()
      .waitFor();
    await page
      .getByRole('button', { name: 'Cancel' })
      .or(page.getByRole('button', { name: 'Try again' }))
      .first()
      .click();
    await page.getByRole('button', { name: 'Use number and PIN' }).click();
    await page.keyboard.type(`${number}`);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Your PIN' }).waitFor();
    await page.keyboard.type(pin);
    await page.keyboard.press('Enter');
    await greeting(page, name).waitFor();
  });

  it('takes a badge from a scanner that types', async () => {
    const { name, badge } = await somebody(3);
    const { page } = await pairedKiosk('denied', { name: 'Dock' });
    await page.keyboard.type(badge);
    await page.keyboard.press('Enter');
    await greeting(page, name).waitFor();
  });

  it('keeps punches while there is no connection and sends them in order after', async () => {
    const { name, badge } = await somebody(4);
    const { page, id } = await pairedKiosk('denied', { name: 'Yard' });
    await page.context().setOffline(true);
    await page.keyboard.type(badge);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Saved, will be sent' }).waitFor();
    await page.getByText('1 saved, will be sent').waitFor();
    const inClear = await page.evaluate(async (digits) => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('rollcall-kiosk');
        request.onsuccess = () => resolve(request.result);
      });
      const punches = await new Promise<{ entered: { bytes: ArrayBuffer } }[]>((resolve) => {
        const request = database.transaction('punches').objectStore('punches').getAll();
        request.onsuccess = () => resolve(request.result as { entered: { bytes: ArrayBuffer } }[]);
      });
      return punches.map(({ entered }) => new TextDecoder('latin1').decode(entered.bytes).includes(digits));
    }, badge);
    expect(inClear).toEqual([false]);

    await page.context().setOffline(false);
    await page.getByText('1 saved, will be sent').waitFor({ state: 'detached' });
    const { attendanceEvents } = await ask<{
      attendanceEvents: { edges: { node: { method: string; isDeferred: boolean; employee: { name: string } } }[] };
    }>('{ attendanceEvents(first: 1) { edges { node { method isDeferred employee { name } } } } }');
    expect(attendanceEvents.edges[0]!.node).toEqual({ method: 'BADGE', isDeferred: true, employee: { name } });
    await expect.poll(async () => (await healthOf(id)).pendingPunches).toBe(0);
  });

  it('that is switched off says so at the next press, and keeps nothing', async () => {
    const { badge } = await somebody(5);
    const { page, id } = await pairedKiosk('denied', { name: 'Old tablet' });
    await ask('mutation ($id: ID!) { revokeKiosk(id: $id) { id } }', { id });
    await page.keyboard.type(badge);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'This kiosk has been switched off' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Make this device a kiosk' }).waitFor();
  });
});

describe.skipIf(!hasChromium)('the dashboard', () => {
  it('makes a kiosk, shows its code and sees the device come', async () => {
    const context = await open('denied');
    const page = await context.newPage();
    await page.goto('/login');
    await page.getByLabel('Email').fill(administrator.email);
    await page.getByLabel('Password', { exact: true }).fill(administrator.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Board' }).waitFor();
    await page.goto('/settings/kiosks');
    await page.getByRole('button', { name: 'New kiosk' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name of the kiosk').fill('Reception');
    await dialog.getByRole('button', { name: 'Create kiosk' }).click();
    const shown = dialog.getByText(/^[2-9A-Z]{4} [2-9A-Z]{4}$/);
    const code = (await shown.textContent())!;
    await dialog.getByRole('img', { name: 'Link with the code, for the camera of the device' }).waitFor();

    const device = await (await browser!.newContext({ baseURL: server.origin })).newPage();
    await device.goto(`/kiosk#code=${code.trim().replace(' ', '')}`);
    await device.getByRole('button', { name: 'Connect' }).click();
    await device.getByText('Reception').waitFor();
    await dialog.getByText('is connected').waitFor();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page
      .getByRole('row', { name: /Reception/ })
      .getByText(/Online|Needs attention/)
      .waitFor();
  });
});
