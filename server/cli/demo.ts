import { runServer } from '../run-server.js';

/** Makes the demo company, then serves it; with --seed-only it stops before serving. */
await runServer(async ({ services: { demo } }) => {
  const working = setInterval(
    () => console.log(`Making the demo company: ${demo.progress.done} of ${demo.progress.total}`),
    1000,
  );
  await demo.start();
  const { state, message } = await demo.finished();
  clearInterval(working);
  console.log(message);
  if (state === 'FAILED') process.exitCode = 1;
  return state === 'READY' && !process.argv.includes('--seed-only');
});
