import { Secret, TOTP, URI } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hasChromium, launchChromium } from './chromium';
import { administrator, startRollcall, type RollcallServer } from './rollcall-server';

let server: RollcallServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  if (!hasChromium) return;
  server = await startRollcall('administrator');
  browser = await launchChromium({ camera: 'denied' });
  context = await browser.newContext({ baseURL: server.origin });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const dialog = () => page.getByRole('dialog');
const signOut = async () => {
  await page.getByRole('button', { name: 'Account', exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
};
const signIn = async ({ email, password } = administrator) => {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

/** What a phone reads off a screenshot. */
async function readQrCode(screenshot: Buffer): Promise<string> {
  const { data, info } = await sharp(screenshot).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data: new Uint8ClampedArray(data) });
}

/** Chromium's own authenticator, which shows its owner's finger at once. */
async function plugInAuthenticator(): Promise<{ credentials: () => Promise<number> }> {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    credentials: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  };
}

// One way through, in this order: each step needs what the one before has made.
describe.skipIf(!hasChromium)('an account', () => {
  let secret = '';
  let recoveryCode = '';

  it('gets a passkey, and signs in with it as second step and alone', async () => {
    const authenticator = await plugInAuthenticator();
    await page.goto('/account');
    await signIn();
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await dialog().getByLabel('Name').fill('Test laptop');
    await dialog().getByLabel('Your present password').fill(administrator.password);
    await dialog().getByRole('button', { name: 'Go on' }).click();
    await dialog().getByRole('heading', { name: 'Your recovery codes' }).waitFor();
    const codes = await dialog().getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allInnerTexts();
    expect(codes).toHaveLength(10);
    recoveryCode = codes[0]!;
    await dialog().getByRole('button', { name: 'I have them' }).click();
    await page.getByText('Test laptop').waitFor();
    expect(await authenticator.credentials()).toBe(1);

    await signOut();
    await signIn();
    await page.getByRole('button', { name: 'Use your passkey' }).click();
    await page.getByText(/Last used/).waitFor();

    await signOut();
    await page.getByRole('button', { name: 'Use a passkey instead' }).click();
    await page.getByText('10 left', { exact: false }).waitFor();
  });

  it('gets codes from an app, whose picture is made in the page', async () => {
    await page.getByRole('button', { name: 'Set up' }).click();
    await dialog().getByLabel('Your present password').fill(administrator.password);
    await dialog().getByRole('button', { name: 'Go on' }).click();
    const picture = page.getByRole('img', { name: 'QR code for the authenticator app' });
    secret = (await page.locator('code').innerText()).replaceAll(/\s/g, '');
    // As a phone's camera does, it looks again while the dialog is still opening.
    const read = await vi.waitFor(async () => readQrCode(await picture.screenshot()), {
      timeout: 10_000,
      interval: 100,
    });
    const scanned = URI.parse(read) as TOTP;
    expect(scanned.secret.base32).toBe(secret);
    await dialog().getByLabel('The six digits that the app shows').fill(scanned.generate());
    await dialog().getByRole('button', { name: 'Turn on' }).click();
    await page.getByText('On: sign-in asks for six digits.').waitFor();
  });

  it('signs in with a recovery code, once', async () => {
    for (const works of [true, false]) {
      await signOut();
      await signIn();
      await page.getByRole('textbox', { name: 'Code' }).fill(recoveryCode);
      await page.getByRole('button', { name: 'Sign in' }).click();
      if (works) await page.getByText('9 left', { exact: false }).waitFor();
      else await page.getByText('This code is not right, or was used already.').waitFor();
      if (works) continue;
      await page.getByRole('button', { name: 'Use your passkey' }).click();
      await page.getByText('9 left', { exact: false }).waitFor();
    }
  });

  it('is one of several places that are signed in, and ends the others', async () => {
    const elsewhere = await browser.newContext({ baseURL: server.origin });
    const other = await elsewhere.newPage();
    await other.goto('/board');
    await other.getByLabel('Email').fill(administrator.email);
    await other.getByLabel('Password', { exact: true }).fill(administrator.password);
    await other.getByRole('button', { name: 'Sign in' }).click();
    // This browser has no authenticator: a code is the way.
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + 30_000 });
    await other.getByRole('textbox', { name: 'Code' }).fill(code);
    await other.getByRole('button', { name: 'Sign in' }).click();
    await other
      .getByRole('heading', { name: 'Live board' })
      .or(other.getByRole('navigation', { name: 'Main' }))
      .first()
      .waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await page.getByRole('button', { name: 'Sign out everywhere else' }).waitFor({ state: 'detached' });
    await other.goto('/employees');
    await other.getByRole('heading', { name: 'Sign in' }).waitFor();
    await elsewhere.close();
  });

  it('of somebody else is made by an administrator, who sends a link for the password', async () => {
    const email = 'employee@example.org';
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('navigation', { name: 'Pages of Settings' }).getByRole('link', { name: 'Accounts' }).click();
    await page.getByRole('button', { name: 'Add an account' }).click();
    await dialog().getByLabel('Email').and(page.locator(':focus')).waitFor();
    await dialog().getByLabel('Email').fill(email);
    await dialog().getByLabel('Password', { exact: true }).fill('the first password');
    await dialog().getByRole('radio', { name: 'Employee' }).check();
    await dialog().getByRole('button', { name: 'Add account' }).click();
    await page.getByRole('row', { name: /employee@example.org Employee Not linked/ }).waitFor();
    await page.getByRole('button', { name: `Change ${email}` }).click();
    await page.getByText('Link for a new password').click();
    await dialog().getByRole('button', { name: 'Make the link' }).click();
    const link = await dialog().getByLabel('Link', { exact: true }).inputValue();
    expect(link).toMatch(/\/reset#reset_/);

    const theirs = await browser.newContext();
    const tab = await theirs.newPage();
    await tab.goto(link);
    await tab.getByLabel('Password', { exact: true }).fill('their own password');
    await tab.getByRole('button', { name: 'Set password' }).click();
    await tab.getByRole('link', { name: 'Sign in' }).click();
    await tab.getByLabel('Email').fill(email);
    await tab.getByLabel('Password', { exact: true }).fill('their own password');
    await tab.getByRole('button', { name: 'Sign in' }).click();
    await tab.getByRole('heading', { name: 'Attendance', exact: true }).waitFor();
    expect(await tab.getByRole('navigation', { name: 'Main' }).getByRole('link').allInnerTexts()).toHaveLength(1);
    await tab.goto(`${server.origin}/board`);
    await tab.getByRole('heading', { name: 'Attendance', exact: true }).waitFor();
    expect(await tab.getByText('This needs').count()).toBe(0);
    await theirs.close();
    await dialog().getByRole('button', { name: 'Done' }).click();
  });

  it('of a program is a key that is shown once', async () => {
    await page.getByRole('navigation', { name: 'Pages of Settings' }).getByRole('link', { name: 'API keys' }).click();
    await page.getByRole('button', { name: 'New API key' }).click();
    await dialog().getByLabel('Which program is it for?').fill('Payroll');
    await dialog().getByLabel('Read attendance').check();
    await dialog().getByRole('button', { name: 'Make the key' }).click();
    expect(await dialog().getByLabel('API key').inputValue()).toMatch(/^rck_/);
    await dialog().getByRole('button', { name: 'Done' }).click();
    await page.getByRole('row', { name: /Payroll Read attendance Never/ }).waitFor();
    await page.getByRole('button', { name: 'Switch off Payroll' }).click();
    await dialog().getByRole('button', { name: 'Switch off' }).click();
    await page.getByRole('row', { name: /Payroll .* Switched off/ }).waitFor();
  });
});
