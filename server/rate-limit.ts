import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { DomainError } from './errors.js';

/** Too much too fast. `retryAfterSeconds` is in the error's extensions and, by HTTP, in the header Retry-After. */
export class RateLimitedError extends DomainError {
  /** Read by the transport: what a client is told besides, and the header. */
  readonly extensions: { retryAfterSeconds: number; http: { headers: Map<string, string> } };

  constructor(
    readonly retryAfterSeconds: number,
    code: 'RATE_LIMITED' | 'TOO_MANY_ATTEMPTS' = 'RATE_LIMITED',
    what = 'Too many requests',
  ) {
    super(code, `${what}. Try again in ${inWords(retryAfterSeconds)}.`, { details: { retryAfterSeconds } });
    this.name = 'RateLimitedError';
    this.extensions = { retryAfterSeconds, http: { headers: new Map([['retry-after', String(retryAfterSeconds)]]) } };
  }
}

export interface RateLimitOptions {
  /** Names its keys among those of others. */
  name: string;
  /** So many … */
  requests: number;
  /** … in so many seconds. */
  seconds: number;
  /** The first pause, in seconds; without it a pause ends with the period. Each further one lasts twice as long … */
  pauseSeconds?: number;
  /** … up to this. */
  longestPauseSeconds?: number;
}

/** For how long pauses are remembered, so that the next is longer. */
const MEMORY_SECONDS = 24 * 3600;

/**
 * Counts requests by key and refuses those beyond a limit. Whoever goes on through a pause meets longer ones. Choose keys
 * that strangers cannot use up for others: an address or a token, never an account alone.
 */
export class RateLimit {
  private readonly requests: RateLimiterAbstract;
  private readonly pauses: RateLimiterAbstract;

  /** With `shared` (a Redis client) all servers count together; while it does not answer, each for itself. */
  constructor(
    private readonly options: RateLimitOptions,
    shared: unknown = null,
  ) {
    const { name, requests, seconds } = options;
    this.requests = limiter({ keyPrefix: name, points: requests, duration: seconds }, shared);
    this.pauses = limiter({ keyPrefix: `${name} pauses`, points: 1, duration: MEMORY_SECONDS }, shared);
  }

  /** Counts one request. Throws RateLimitedError when it is one too many. */
  async take(key: string): Promise<void> {
    try {
      await this.requests.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const isFirst = refusal.consumedPoints === this.options.requests + 1;
      throw new RateLimitedError(isFirst ? await this.pause(key, refusal) : secondsOf(refusal));
    }
  }

  /** How many requests were counted in the present period. */
  async count(key: string): Promise<number> {
    return (await this.requests.get(key))?.consumedPoints ?? 0;
  }

  /** Takes one request back. */
  async giveBack(key: string): Promise<void> {
    if ((await this.count(key)) > 0) await this.requests.reward(key);
  }

  private async pause(key: string, refusal: RateLimiterRes): Promise<number> {
    const { pauseSeconds, longestPauseSeconds = 3600 } = this.options;
    if (pauseSeconds === undefined) return secondsOf(refusal);
    const { consumedPoints } = await this.pauses.penalty(key);
    const seconds = Math.min(pauseSeconds * 2 ** (consumedPoints - 1), longestPauseSeconds);
    await this.requests.block(key, seconds);
    // So that the requests made meanwhile are not taken for the first of another pause.
    await this.requests.penalty(key);
    return seconds;
  }
}

function limiter(
  options: { keyPrefix: string; points: number; duration: number },
  shared: unknown,
): RateLimiterAbstract {
  const here = new RateLimiterMemory(options);
  if (!shared) return here;
  return new RateLimiterRedis({
    ...options,
    keyPrefix: `rollcall ${options.keyPrefix}`,
    storeClient: shared,
    insuranceLimiter: here,
  });
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1000));

function inWords(seconds: number): string {
  if (seconds >= 120) return `${Math.ceil(seconds / 60)} minutes`;
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
