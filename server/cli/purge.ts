import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../clock.js';
import { loadConfig } from '../config.js';
import { openDatabase } from '../database/start-database.js';
import { PastItsTime } from '../privacy/past-its-time.js';
import { PurgeRepository } from '../privacy/purge.repository.js';
import { AttendancePhotos } from '../storage/attendance-photos.js';
import { photoStore } from '../storage/photo-store.js';
import { orOneLine, withInstallation } from './with-installation.js';

const { values } = parseArgs({
  options: { 'dry-run': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});

if (values['dry-run']) await orOneLine(preview);
else {
  await withInstallation({ action: 'purge' }, async ({ services }, _config, signal) => {
    const { removed } = await services.purges.run('command', signal);
    show('removed', removed);
  });
}

/** Only reads, so a server may be running. */
async function preview(): Promise<void> {
  const config = loadConfig();
  const database = await openDatabase(config.database);
  try {
    const past = new PastItsTime({
      purges: new PurgeRepository(database),
      photos: new AttendancePhotos(await photoStore(config)),
      uploadsDir: join(config.dataDir, 'uploads'),
      importReportsDir: join(config.dataDir, 'imports'),
      clock: systemClock,
    });
    show('wouldRemove', await past.count());
  } finally {
    await database.close();
  }
}

function show(name: 'removed' | 'wouldRemove', counts: Record<string, number>): void {
  if (values.json) console.log(JSON.stringify({ [name]: counts }));
  else {
    console.log(name === 'removed' ? 'Removed:' : 'Would be removed now:');
    for (const [what, count] of Object.entries(counts)) console.log(`  ${what}: ${count}`);
  }
}
