import { setTimeout as wait } from 'node:timers/promises';
import type { MiddlewareFn } from 'type-graphql';
import { networkOf } from '../client-address.js';
import { DomainError } from '../errors.js';
import { RateLimit, type RateLimitOptions } from '../rate-limit.js';
import type { Context } from './context.js';

/** The settings behind the limits. */
export interface Rates {
  /** Photographs by one token in a minute; eight times as many by one address, behind which there may be several. */
  photosPerMinute: number;
  /** PINs by one token in a minute. */
  pinsPerMinute: number;
  /** Failed sign-ins from one address in a quarter of an hour, to whatever accounts. */
  signIns: number;
}

/** What an operation is counted as; a punch without a face as one with a photo. One that is not here is not limited by itself. */
const COUNTED_AS: Readonly<Record<string, 'pairing' | 'photo' | 'sign-in'>> = {
  recognize: 'photo',
  checkIn: 'photo',
  checkOut: 'photo',
  punch: 'photo',
  register: 'photo',
  checkInByPin: 'photo',
  checkOutByPin: 'photo',
  punchByPin: 'photo',
  checkInByBadge: 'photo',
  checkOutByBadge: 'photo',
  punchByBadge: 'photo',
  requestCorrection: 'photo',
  livenessChallenge: 'photo',
  login: 'sign-in',
  setUp: 'sign-in',
  pairKiosk: 'pairing',
};

const QUARTER_HOUR = 15 * 60;
/** Failed sign-ins of everybody in a minute, as a multiple of `signIns`, beyond which each has to wait a little. */
const CROWD = 3;
const LONGEST_WAIT_MS = 2_000;

/**
 * Limits operations by who sends them and from where, over HTTP and WebSocket alike, each field of a document by itself.
 * What is guessed of one account is counted where devices are known: sign-in-backoff.ts.
 */
export class OperationRates {
  private readonly photos: { token: RateLimit; address: RateLimit };
  private readonly pins: RateLimit;
  private readonly pairings: RateLimit;
  private readonly signIns: { address: RateLimit; everybody: RateLimit };

  /** `shared`: see RateLimit. */
  constructor(
    private readonly rates: Rates,
    shared: unknown = null,
  ) {
    const limit = (options: RateLimitOptions): RateLimit => new RateLimit(options, shared);
    const { photosPerMinute, pinsPerMinute, signIns } = rates;
    this.photos = {
      token: limit({ name: 'photos of a token', requests: photosPerMinute, seconds: 60 }),
      address: limit({ name: 'photos of an address', requests: photosPerMinute * 8, seconds: 60 }),
    };
    this.pins = limit({ name: 'PINs of a token', requests: pinsPerMinute, seconds: 60, pauseSeconds: 60 });
    const growing = { requests: signIns, seconds: QUARTER_HOUR, pauseSeconds: 30 };
    this.pairings = limit({
      name: 'pairings from an address',
      ...growing,
    });
    this.signIns = {
      address: limit({ name: 'sign-ins from an address', ...growing }),
      everybody: limit({ name: 'sign-ins', requests: Number.MAX_SAFE_INTEGER, seconds: 60 }),
    };
  }

  /** Goes around every resolver. */
  readonly middleware: MiddlewareFn<Context> = async ({ args, context, info }, next): Promise<unknown> => {
    const kind = info.parentType.name === 'Mutation' ? COUNTED_AS[info.fieldName] : undefined;
    if (!kind) return next();
    if (kind === 'sign-in') return this.signIn(context, () => next() as Promise<unknown>);
    const { caller, address } = context;
    if (kind === 'pairing') {
      await this.pairings.take(networkOf(address));
      return next();
    }
    await this.photos.address.take(networkOf(address));
    await this.photos.token.take(caller?.source ?? 'nobody');
    if (typeof args['pin'] === 'string') await this.pins.take(caller?.source ?? 'nobody');
    return next();
  };

  /** Counted before it is tried, so that attempts made at once count as well; one that succeeds is taken back. */
  private async signIn<T>({ address }: Context, next: () => Promise<T>): Promise<T> {
    const network = networkOf(address);
    await this.signIns.address.take(network);
    await this.signIns.everybody.take('');
    const crowd = (await this.signIns.everybody.count('')) - this.rates.signIns * CROWD;
    if (crowd > 0) await wait(Math.min(crowd * 20, LONGEST_WAIT_MS));

    const succeeded = async () => {
      await this.signIns.address.giveBack(network);
      await this.signIns.everybody.giveBack('');
    };
    try {
      const session = await next();
      await succeeded();
      return session;
    } catch (error) {
      // The password was right.
      if (error instanceof DomainError && error.code === 'SECOND_FACTOR_REQUIRED') await succeeded();
      throw error;
    }
  }
}
