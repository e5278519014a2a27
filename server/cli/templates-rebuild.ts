import { ProgressBar } from '../recognition/evaluation/progress-bar.js';
import { runServer } from '../run-server.js';

/**
 * npm run templates:rebuild [-- --json]: describes again, from the kept photos, every sample whose templates are an older
 * model's. The server has to be stopped. Ctrl-C stops it, the next run goes on. Exit code 1 when samples could not be
 * described. With --json the last line of stdout is a RebuildReport (enrolment/template-rebuild.ts).
 */
await runServer(async ({ services: { templateRebuild } }) => {
  let bar: ProgressBar | undefined;
  const report = await templateRebuild.run((done, samples) => (bar ??= new ProgressBar(samples)).show(done));
  const { samples, described, failed, left } = report;
  console.log(
    samples === 0
      ? 'Every sample has templates of the present models.'
      : `${described} of ${samples} samples described again, ${failed} could not be (see the log), ${left} left.`,
  );
  if (described > 0) console.log('Compare everybody anew: npm run look-alikes:rebuild');
  if (process.argv.includes('--json')) console.log(JSON.stringify(report));
  if (failed + left > 0) process.exitCode = 1;
  return false;
});
