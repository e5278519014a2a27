import { parseArgs } from 'node:util';
import { fuzz, type FuzzReport, type FuzzRow } from './fuzz.js';

// npm run fuzz -- [--minutes 1] [--documents N] [--seed N] [--json]
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    documents: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const report = await fuzz({
  seed: values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed),
  ...(values.documents === undefined ? { minutes: Number(values.minutes) } : { documents: Number(values.documents) }),
  onProgress: (sent, seconds) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${sent} documents, ${Math.round(seconds)} s `);
  },
});
if (process.stderr.isTTY) process.stderr.write('\r');
print(report);
if (values.json) console.log(JSON.stringify(summaryOf(report)));
process.exit(report.findings.length > 0 ? 1 : 0);

function print({ seed, documents, seconds, rows, findings, memory }: FuzzReport): void {
  console.log(`seed ${seed}: ${documents} documents in ${seconds} s\n`);
  console.table(rows.map(rowOf));
  const mb = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
  console.log(`memory in use ${mb(memory.early.heap)} after a fifth, ${mb(memory.late.heap)} at the end;`);
  console.log(`resident ${mb(memory.early.rss)} and ${mb(memory.late.rss)}; findings: ${findings.length}`);
  for (const { what, transport, role, operation, answer } of findings.slice(0, 20)) {
    console.log(
      `\n${what} (${transport}, ${role})\n${JSON.stringify(operation).slice(0, 1500)}\n${answer.slice(0, 600)}`,
    );
  }
}

function rowOf({ transport, role, documents, broken, answered, codes, closed, ms }: FuzzRow) {
  const sorted = [...ms].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)];
  const { UNAUTHENTICATED = 0, FORBIDDEN = 0, INTERNAL_SERVER_ERROR = 0, ...others } = codes;
  const refused = Object.values(others).reduce((sum, count) => sum + count, 0);
  return {
    transport,
    caller: role,
    documents,
    broken,
    answered,
    refused,
    'not allowed': UNAUTHENTICATED + FORBIDDEN,
    closed,
    internal: INTERNAL_SERVER_ERROR,
    'median ms': at(0.5),
    'p99 ms': at(0.99),
  };
}

function summaryOf({ rows, findings, ...rest }: FuzzReport) {
  return { ...rest, rows: rows.map((row) => ({ ...rowOf(row), codes: row.codes })), findings: findings.length };
}
