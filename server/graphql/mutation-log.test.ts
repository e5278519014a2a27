import 'reflect-metadata';
import type { GraphQLResolveInfo } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../caller.js';
import { DomainError } from '../errors.js';
import { refuse } from '../refusal.js';
import { EVERYBODY } from '../scope.js';
import { createLogLines } from '../testing/log-lines.js';
import { TestClock } from '../testing/test-clock.js';
import type { Context } from './context.js';
import { ConflictType } from './conflict.type.js';
import { MutationLog } from './mutation-log.js';

const caller: Caller = {
  id: 'front',
  role: 'KIOSK',
  name: 'Front door',
  source: 'kiosk:front',
  scope: EVERYBODY,
  keyScopes: [],
  sessionId: null,
  mustAddSecondFactor: false,
  mayEnrol: false,
  liveness: 'OFF',
  expiresAt: null,
};

function setUp() {
  const [{ logger, lines }, clock] = [createLogLines(), new TestClock()];
  const { middleware: log } = new MutationLog({ logger, clock });
  const run = (
    next: () => Promise<unknown>,
    { type = 'Mutation', asks = caller }: { type?: string; asks?: Caller | null } = {},
  ) =>
    log(
      {
        root: {},
        args: { photo: 'a photo of Ana', password: 'a long enough password' },
        context: {
          caller: asks,
          address: '127.0.0.1',
          token: 'rk_secret',
          userAgent: '',
          origin: '',
          resolvers: { get: () => ({}) as never },
        } satisfies Context,
        info: { fieldName: 'checkIn', parentType: { name: type } } as GraphQLResolveInfo,
      },
      next,
    );
  return { run, clock, lines };
}

describe('the log of mutations', () => {
  it('names a conflict, and keeps to itself what a manager wrote', async () => {
    const { run, lines } = setUp();
    await run(async () => Object.assign(new ConflictType(), { reason: 'IN_USE', message: 'In use by Ana.' }));
    await run(async () => ({ action: 'VOID', reason: 'Ana was ill' }));
    expect(lines.map(({ outcome }) => outcome)).toEqual(['IN_USE', 'ok']);
  });

  it('has one line for each, with who asked, how it ended and how long it took', async () => {
    const { run, clock, lines } = setUp();
    const result = await run(async () => {
      clock.set('2026-03-02T08:00:00.250Z');
      return { event: 'done' };
    });
    expect(result).toEqual({ event: 'done' });
    expect(lines).toEqual([
      {
        level: 30,
        time: expect.any(Number) as number,
        mutation: 'checkIn',
        outcome: 'ok',
        ms: 250,
        caller: 'kiosk:front',
      },
    ]);
  });

  it.each(['UNKNOWN_FACE', 'ALREADY_CHECKED_IN'] as const)('says why it was refused: %s', async (reason) => {
    const { run, lines } = setUp();
    await run(async () => refuse(reason, 'Ana, no.'));
    expect(lines).toMatchObject([{ outcome: reason }]);
  });

  it('has a line for what was thrown, and passes that on', async () => {
    const { run, lines } = setUp();
    const error = new DomainError('BUSY', 'Try again.');
    await expect(run(() => Promise.reject(error))).rejects.toBe(error);
    expect(lines).toMatchObject([{ outcome: 'BUSY' }]);
  });

  it('calls whoever is not signed in anonymous', async () => {
    const { run, lines } = setUp();
    await run(async () => true, { asks: null });
    expect(lines).toMatchObject([{ outcome: 'ok', caller: 'anonymous' }]);
  });

  it('never holds what was sent, the token or what was answered', async () => {
    const { run, lines } = setUp();
    await run(async () => ({ token: 'rs_new', employee: { name: 'Ana' } }));
    await run(async () => refuse('ALREADY_ENROLLED', 'This face is registered already, as Ana.'));
    await run(() => Promise.reject(new Error('a photo of Ana'))).catch(() => undefined);
    expect(lines).toHaveLength(3);
    expect(JSON.stringify(lines)).not.toMatch(/Ana|password|rk_secret|rs_new/);
  });

  it.each(['Query', 'Subscription', 'Employee'])('has no line for fields of %s', async (type) => {
    const { run, lines } = setUp();
    expect(await run(async () => 'x', { type })).toBe('x');
    expect(lines).toEqual([]);
  });
});
