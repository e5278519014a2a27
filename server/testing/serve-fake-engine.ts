import { createApp } from '../app.js';
import { loadConfig } from '../config.js';
import { FakeFaceEngine } from './fake-face-engine.js';

// The real server in a process of its own, with the fake engine: for tests that kill it. Prints the port when it serves.
const config = loadConfig();
const app = await createApp(config, { engine: new FakeFaceEngine() });
await app.serveMetrics();
console.log(await app.web.listen(config.port, config.host));
process.once('SIGTERM', () => {
  const stopped = app.web.drain(config.drainSeconds * 1000).then(() => app.stop());
  void stopped.then(() => process.exit(0));
});
