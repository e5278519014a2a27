import { setTimeout } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { OwnProcess } from './own-process.js';

/** A Redis of this run's own that keeps nothing. */
export class OwnRedis {
  private process: OwnProcess | undefined;

  constructor(
    private readonly port: number,
    private readonly folder: string,
  ) {}

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const settings = ['--port', `${this.port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    this.process = new OwnProcess('redis-server', [...settings, '--dir', this.folder], { stdio: 'ignore' });
    await this.ask((redis) => redis.ping());
  }

  async kill(): Promise<void> {
    await this.process?.kill();
  }

  /** It holds its connections and answers nothing. */
  freeze(): void {
    this.process?.child.kill('SIGSTOP');
  }

  thaw(): void {
    this.process?.child.kill('SIGCONT');
  }

  async cutConnections(): Promise<void> {
    await this.ask(async (redis) => {
      await redis.client('KILL', 'TYPE', 'pubsub');
      await redis.client('KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    });
  }

  private async ask(question: (redis: Redis) => Promise<unknown>): Promise<void> {
    const redis = new Redis(this.url, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
    redis.on('error', () => undefined);
    await Promise.race([
      question(redis),
      setTimeout(10_000).then(() => Promise.reject(new Error('Redis does not answer'))),
    ]);
    redis.disconnect();
  }
}
