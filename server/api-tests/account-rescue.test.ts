import { afterEach, expect, it } from 'vitest';
import { administrator } from '../testing/administrator.js';
import { createTestApp, signIn, type TestApp } from '../testing/create-test-app.js';
import { runCommand, type CommandResult } from '../testing/run-command.js';
import { inDatabase } from '../testing/test-location.js';

let test: TestApp;
afterEach(() => test.stop());

/** The command runs by the real clock, so the server has to as well. */
async function rescue(...args: string[]): Promise<CommandResult> {
  await test.app.stop();
  const { dataDir, faceImagesDir, modelsDir, database } = test.config;
  const url = database.engine === 'sqlite' ? `file:${database.file}` : database.url;
  const env = { DATA_DIR: dataDir, FACE_IMAGES_DIR: faceImagesDir, MODELS_DIR: modelsDir, DATABASE_URL: url };
  const result = await runCommand('account-rescue', args, env);
  await test.restart({ admin: null });
  return result;
}

it('lets an administrator in who has lost password and phone', async () => {
  test = await createTestApp();
  test.clock.set(new Date().toISOString());
  await inDatabase(test.config, ({ write }) =>
    write((transaction) =>
      transaction.user.updateMany({ data: { disabledAt: new Date(), totpSealed: new Uint8Array(8) } }),
    ),
  );

  const { code, stdout, stderr } = await rescue(administrator.email.toUpperCase(), '--remove-second-factors');

  expect([code, stderr]).toEqual([0, '']);
  const [, token] = /^ {2}http:\/\/localhost:4000\/reset#(\S+)$/m.exec(stdout)!;
  const password = 'a new one that is long enough';
  await test.anonymous.ask(
    'mutation ($token: String!, $password: String!) { resetPassword(token: $token, password: $password) }',
    { token, password },
  );
  const admin = await signIn(test.anonymous, { email: administrator.email, password });
  const { auditEntries } = await admin.ask<{ auditEntries: { edges: { node: { action: string; actor: string } }[] } }>(
    '{ auditEntries(first: 20) { edges { node { action actor } } } }',
  );
  expect(auditEntries.edges.map(({ node }) => node)).toContainEqual({ action: 'rescueAccount', actor: 'command' });
});

it('says where there is no such account', async () => {
  test = await createTestApp();

  const stderr = 'There is no account with the address nobody@example.org.\n';
  expect(await rescue('Nobody@example.org')).toEqual({ code: 1, stdout: '', stderr });
});
