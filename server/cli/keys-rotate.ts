import { parseArgs } from 'node:util';
import { withInstallation } from './with-installation.js';

const { values } = parseArgs({ options: { data: { type: 'boolean', default: false } } });
const SHOWN_EVERY_MS = 500;

let shownAt = 0;
await withInstallation({ action: 'rotateKeys', sent: values }, async ({ services }, _config, signal) => {
  const start = performance.now();
  const { keys, people, promoted } = await services.keyRotation.rotate({
    withData: values.data,
    signal,
    onProgress({ what, done, total }) {
      if (done < total && performance.now() - shownAt < SHOWN_EVERY_MS) return;
      shownAt = performance.now();
      console.error(`${done} of ${total} ${what}`);
    },
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${keys} keys of people are under the new master key, ${people} people have new keys (${seconds} s).`);
  if (promoted) console.log('The new key is in template.key; the old one is gone. Back up template.key now.');
  else console.log('Put the new key or command in place of the old one, and take away the setting that ends in _NEXT.');
});
