import { AuditRepository } from '../audit/audit.repository.js';
import { AuditService } from '../audit/audit.service.js';
import { systemClock } from '../clock.js';
import { loadConfig } from '../config.js';
import { openDatabase } from '../database/start-database.js';
import { loadSigningKey } from '../storage/signing-key.js';
import { orOneLine } from './with-installation.js';

// Prints the head of the audit, signed. Only reads, so a server may be running.
await orOneLine(async () => {
  const { database: location, dataDir } = loadConfig();
  const signingKey = loadSigningKey(dataDir);
  const database = await openDatabase(location);
  try {
    const entries = new AuditRepository(database);
    const audit = new AuditService({ entries, signingKey, clock: systemClock, headsFile: '' });
    console.log(JSON.stringify(await audit.exportHead()));
  } finally {
    await database.close();
  }
});
