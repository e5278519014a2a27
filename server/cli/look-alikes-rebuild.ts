import { ProgressBar } from '../recognition/evaluation/progress-bar.js';
import { runServer } from '../run-server.js';

/**
 * npm run look-alikes:rebuild [-- --json]: compares everybody who is enrolled with everybody else and brings the list of
 * people who look alike up to date. The server has to be stopped. Ctrl-C stops it; what was found stays. With --json the last
 * line of stdout is a LookAlikeReportOutcome (look-alikes/look-alike-report.ts).
 */
await runServer(async ({ services: { lookAlikeReport } }) => {
  let bar: ProgressBar | undefined;
  const outcome = await lookAlikeReport.run((done, people) => (bar ??= new ProgressBar(people, 'people')).show(done));
  const { people, pairs, removed } = outcome;
  console.log(`${people} people compared: ${pairs} pairs look alike, ${removed ?? 0} noted before do not any more.`);
  if (process.argv.includes('--json')) console.log(JSON.stringify(outcome));
  if (removed === null) process.exitCode = 1;
  return false;
});
