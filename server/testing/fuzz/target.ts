import { createApp } from '../../app.js';
import { loadConfig } from '../../config.js';
import type { Timing } from '../../graphql/web-server.js';
import { FakeFaceEngine } from '../fake-face-engine.js';

// The server that is fuzzed: the real one, with the fake engine, in a process of its own, so that its memory can be told
// from that of the fuzzer. Run it with --expose-gc.

export type TargetMessage = { port: number } | { heap: number; rss: number };

const say = (message: TargetMessage): void => void process.send!(message);

const timing = JSON.parse(process.argv[2] ?? '{}') as Partial<Timing>;
const config = loadConfig();
const app = await createApp(config, { engine: new FakeFaceEngine(), timing });
say({ port: await app.web.listen(0, '127.0.0.1') });

process.on('message', (word) => {
  if (word !== 'measure') return;
  globalThis.gc?.();
  // What finalizers free shows at the second time.
  setTimeout(() => {
    globalThis.gc?.();
    const { heapUsed, external, rss } = process.memoryUsage();
    say({ heap: heapUsed + external, rss });
  }, 200);
});
process.once('disconnect', () => void app.stop().then(() => process.exit(0)));
