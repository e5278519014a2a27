import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.js';
import { EVERYBODY } from '../scope.js';
import { TestClock } from '../testing/test-clock.js';
import { temporaryDatabase } from '../testing/temporary-database.js';
import { KioskAuthentication } from './kiosk-authentication.js';
import { KioskRepository } from './kiosk.repository.js';
import { KioskService, type NewKioskInput } from './kiosk.service.js';

let database: Database;
let clock: TestClock;
let service: KioskService;
let callers: KioskAuthentication;
beforeEach(() => {
  database = temporaryDatabase();
  clock = new TestClock('2026-03-02T08:00:00Z');
  const kiosks = new KioskRepository(database);
  service = new KioskService({ kiosks, clock });
  callers = new KioskAuthentication({ kiosks, clock });
});

const input = (overrides: Partial<NewKioskInput> = {}): NewKioskInput => ({
  name: 'Front door',
  onlyOwnSite: false,
  identification: 'FACE_OR_PIN',
  mayEnrol: false,
  liveness: 'PASSIVE',
  withToken: true,
  ...overrides,
});

describe('a kiosk with a token', () => {
  it('is known by it, at the first site, with what it was set to', async () => {
    const { kiosk, token } = await service.create(input());
    expect(await callers.byToken(token!)).toEqual({
      id: kiosk.id,
      role: 'KIOSK',
      name: 'Front door',
      source: `kiosk:${kiosk.id}`,
      scope: EVERYBODY,
      keyScopes: [],
      sessionId: null,
      mustAddSecondFactor: false,
      mayEnrol: false,
      liveness: 'PASSIVE',
      expiresAt: null,
      kiosk: { identification: 'FACE_OR_PIN', onlySiteId: null, clockOffsetMs: null },
    });
  });

  it('is changed from the next request on, in what is given', async () => {
    const { kiosk, token } = await service.create(input());
    await service.update(kiosk.id, { onlyOwnSite: true, liveness: 'CHALLENGE' });
    expect(await callers.byToken(token!)).toMatchObject({
      name: 'Front door',
      liveness: 'CHALLENGE',
      kiosk: { onlySiteId: kiosk.siteId },
    });
  });

  it('is nobody from its revocation on, which stands', async () => {
    const { kiosk, token } = await service.create(input());
    clock.forward(5);
    const revokedAt = new Date('2026-03-02T08:05:00Z');
    expect(await service.revoke(kiosk.id)).toMatchObject({ revokedAt });
    clock.forward(5);
    expect(await service.revoke(kiosk.id)).toMatchObject({ revokedAt, lastSeenAt: null });
    expect(await callers.byToken(token!)).toBeNull();
    await expect(service.update(kiosk.id, { mayEnrol: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(service.renewPairing(kiosk.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('loses its token where a device is to sign instead', async () => {
    const { kiosk, token } = await service.create(input());
    expect((await service.renewPairing(kiosk.id)).pairing.code).toHaveLength(8);
    expect(await callers.byToken(token!)).toBeNull();
  });

  it.each([
    ['2026-03-02T08:01:00Z', '2026-03-02T08:00:00Z'],
    ['2026-03-02T08:01:00.001Z', '2026-03-02T08:01:00.001Z'],
  ])('is seen once a minute: after a request at %s it was seen at %s', async (next, lastSeenAt) => {
    const { token } = await service.create(input());
    await callers.byToken(token!);
    clock.set(next);
    await callers.byToken(token!);
    expect((await service.list({ first: 1 })).edges[0]!.node.lastSeenAt).toEqual(new Date(lastSeenAt));
  });
});

describe('a kiosk', () => {
  it.each([
    ['an empty name', { name: '  ' }, 'name: must not be empty.'],
    ['a name of 101 characters', { name: 'n'.repeat(101) }, 'name: must have at most 100 characters.'],
    ['a site that is none', { siteId: 'nowhere' }, 'There is no site with this id.'],
  ])('is not made with %s', async (_name, overrides, words) => {
    await expect(service.create(input(overrides))).rejects.toThrow(words);
    expect((await service.list({ first: 1 })).edges).toEqual([]);
  });

  it('cannot be changed, paired or revoked when there is none', async () => {
    for (const act of [service.update('none', {}), service.renewPairing('none'), service.revoke('none')]) {
      await expect(act).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});
