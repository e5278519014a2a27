import { parseArgs } from 'node:util';
import type { Fault } from './fault.js';
import { crashPostgresql } from './faults/crash-postgresql.js';
import { cutNetwork } from './faults/cut-network.js';
import { fillDiskOfPostgresql, fillDiskOfSqlite } from './faults/fill-disk.js';
import { jumpClock } from './faults/jump-clock.js';
import { killNodes } from './faults/kill-nodes.js';
import { loseRedis } from './faults/lose-redis.js';
import { runScenario, type ScenarioReport } from './run-scenario.js';

// npm run chaos -- [--fault NAME[,NAME]] [--minutes 20] [--seed N] [--json]
// Exit code 0: every promise was kept; 1: not, or it was stopped before all had their turn; 2: kept, but a fault could
// not be made on this machine.

const FAULTS: readonly Fault[] = [
  killNodes,
  crashPostgresql,
  loseRedis,
  cutNetwork,
  fillDiskOfPostgresql,
  fillDiskOfSqlite,
  jumpClock,
];

const { values } = parseArgs({
  options: {
    fault: { type: 'string', default: FAULTS.map(({ name }) => name).join(',') },
    minutes: { type: 'string', default: '20' },
    seed: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const minutes = Number(values.minutes);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const names = values.fault.split(',');
const unknown = names.filter((name) => !FAULTS.some((fault) => fault.name === name));
if (unknown.length > 0 || !(minutes > 0) || !Number.isInteger(seed)) {
  console.error(
    `--fault: some of ${FAULTS.map(({ name }) => name).join(',')}; --minutes: above 0; --seed: a whole number`,
  );
  process.exit(1);
}

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    console.error('\nStopping: what has happened so far is looked at first.');
    stopping.abort();
  });
}

const reports: ScenarioReport[] = [];
const skipped: { fault: string; why: string }[] = [];
for (const name of names) {
  if (stopping.signal.aborted) break;
  const fault = FAULTS.find((each) => each.name === name)!;
  const why = await fault.whyNot();
  if (why) {
    skipped.push({ fault: name, why });
    console.error(`${name}: skipped, ${why}`);
    continue;
  }
  reports.push(await runScenario(fault, { minutes, seed, stop: stopping.signal, tell: (line) => console.error(line) }));
}
print();
if (values.json) console.log(JSON.stringify({ reports, skipped }));
const isBroken = reports.some(({ held }) => !held) || reports.length + skipped.length < names.length;
process.exit(isBroken ? 1 : skipped.length > 0 ? 2 : 0);

function print(): void {
  console.log(`seed ${seed}`);
  console.table(
    reports.map((report) => ({
      fault: report.fault,
      minutes: report.minutes,
      faults: report.faults,
      acknowledged: report.acknowledged,
      'sent again': report.retried,
      'given up': Object.values(report.givenUp).reduce((sum, count) => sum + count, 0),
      'longest silence, s': report.longestSilenceSeconds,
      reconnects: report.reconnects,
      lost: report.lost,
      doubled: report.doubled,
      gaps: report.gaps,
      repeats: report.repeats,
      misplaced: report.misplaced,
      crashes: report.crashes,
      'replay differs': report.replayDifferences ?? 'failed',
      'audit problems': report.auditProblems ?? 'failed',
      verdict: report.held ? 'held' : 'BROKEN',
    })),
  );
  for (const { fault, why } of skipped) console.log(`${fault}: skipped, ${why}`);
}
