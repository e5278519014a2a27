import { Redis } from 'ioredis';
import type { Logger } from '../logger.js';

const CONNECT_TIMEOUT_MS = 3_000;
const ANSWER_TIMEOUT_MS = 1_000;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Redis, which servers of one installation share. Nothing waits for it and nothing is kept in it alone: while it is gone,
 * servers look by the clock for what others did, and count requests for themselves.
 */
export class RedisLink {
  /** For commands. Refuses at once while there is no connection. */
  readonly commands: Redis;
  private readonly subscriber: Redis;

  constructor(url: string, logger: Logger) {
    const connect = (role: string): Redis => {
      const redis = new Redis(url, {
        connectionName: `rollcall ${role}`,
        connectTimeout: CONNECT_TIMEOUT_MS,
        commandTimeout: ANSWER_TIMEOUT_MS,
        enableOfflineQueue: false,
        maxRetriesPerRequest: 0,
        retryStrategy: (attempt) => Math.min(attempt * 100, LONGEST_PAUSE_MS),
      });
      let isGone = false;
      redis.on('error', (err: Error) => {
        if (!isGone) logger.warn({ err: { message: err.message } }, `Redis cannot be reached (${role})`);
        isGone = true;
      });
      redis.on('ready', () => {
        if (isGone) logger.info(`Redis is back (${role})`);
        isGone = false;
      });
      return redis;
    };
    this.commands = connect('commands');
    this.subscriber = connect('messages');
  }

  /** Sends to all who listen, this server among them. A message that cannot be sent is lost. */
  publish(channel: string, message: string): void {
    this.commands.publish(channel, message).catch(() => undefined);
  }

  /** Hears a channel from now on, again after each outage. */
  listen(channel: string, hear: (message: string) => void): void {
    const subscribe = (): void => void this.subscriber.subscribe(channel).catch(() => undefined);
    this.subscriber.on('message', (from: string, message: string) => from === channel && hear(message));
    // Those who listened before an outage are subscribed again by the client itself; this is for the first time.
    if (this.subscriber.status === 'ready') subscribe();
    else this.subscriber.once('ready', subscribe);
  }

  stop(): void {
    this.commands.disconnect();
    this.subscriber.disconnect();
  }
}
