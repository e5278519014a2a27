import { parseArgs } from 'node:util';
import { DomainError } from '../errors.js';
import { localOrigin } from '../local-origin.js';
import { orOneLine, withInstallation } from './with-installation.js';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'remove-second-factors': { type: 'boolean', default: false } },
});

/** For when no administrator can get in: opens an account again and prints a link, good once, that sets its password. */
await orOneLine(async () => {
  const [email, ...more] = positionals;
  if (!email || more.length > 0) {
    throw new DomainError('BAD_USER_INPUT', 'Usage: npm run account:rescue -- EMAIL [--remove-second-factors]');
  }
  const sent = { email, removeSecondFactors: values['remove-second-factors'] };
  await withInstallation({ action: 'rescueAccount', sent }, async ({ services }, config) => {
    const id = await services.accounts.getIdByEmail(email);
    await services.accounts.setDisabled(id, false);
    if (sent.removeSecondFactors) await services.secondFactors.removeAll(id);
    const { token, expiresAt } = await services.passwords.createLink(id);
    const address = config.publicUrl ?? localOrigin(config);
    console.log(`Start Rollcall and open this link before ${expiresAt.toISOString()}:\n  ${address}/reset#${token}`);
  });
});
