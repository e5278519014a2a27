import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readHeads } from '../audit/exported-heads.js';
import { AuditRepository } from '../audit/audit.repository.js';
import { verifyChain } from '../audit/verify-chain.js';
import { loadConfig } from '../config.js';
import { openDatabase } from '../database/start-database.js';
import { loadSigningKey } from '../storage/signing-key.js';
import { orOneLine } from './with-installation.js';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, head: { type: 'string', multiple: true, default: [] } },
});

// Reads the audit from its first entry on; with the heads that were noted beside the database, and those in --head FILE.
await orOneLine(async () => {
  const { database: location, dataDir } = loadConfig();
  const noted = join(dataDir, 'audit-heads.jsonl');
  const files = [...(existsSync(noted) ? [noted] : []), ...values.head];
  const signingKey = loadSigningKey(dataDir);
  const heads = files.flatMap((file) => readHeads(readFileSync(file, 'utf8'), file, signingKey));
  const database = await openDatabase(location);
  try {
    const report = await verifyChain(new AuditRepository(database).readAll(), heads);
    if (values.json) console.log(JSON.stringify(report));
    else {
      console.log(`${report.entries} entries, checked against ${heads.length} exported heads.`);
      for (const { kind, message } of report.problems) console.log(`${kind}  ${message}`);
      if (report.problems.length === 0) console.log('The chain is whole.');
    }
    if (report.problems.length > 0) process.exitCode = 1;
  } finally {
    await database.close();
  }
});
