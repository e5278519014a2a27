import { describe, expect, it } from 'vitest';
import { EVERYBODY } from '../scope.js';
import { TestClock } from '../testing/test-clock.js';
import { KioskRepository, type Kiosk } from './kiosk.repository.js';
import { KioskService } from './kiosk.service.js';

class InMemoryKiosks extends KioskRepository {
  readonly rows: Kiosk[] = [];
  constructor() {
    super(undefined as never);
  }
  override findByTokenHash = async (tokenHash: string) => this.rows.find((row) => row.tokenHash === tokenHash) ?? null;
  override create = async (kiosk: Omit<Kiosk, 'lastSeenAt' | 'revokedAt'>) => {
    const row = { ...kiosk, lastSeenAt: null, revokedAt: null };
    this.rows.push(row);
    return row;
  };
  override revoke = async (id: string, revokedAt: Date) => {
    const row = this.rows.find((kiosk) => kiosk.id === id);
    return row ? Object.assign(row, { revokedAt }) : null;
  };
  override update = async (id: string, changes: Pick<Kiosk, 'liveness'>) => {
    const row = this.rows.find((kiosk) => kiosk.id === id);
    return row ? Object.assign(row, changes) : null;
  };
  override markSeen = async (id: string, lastSeenAt: Date) => {
    Object.assign(
      this.rows.find((kiosk) => kiosk.id === id)!,
      { lastSeenAt },
    );
  };
}

function setUp() {
  const [rows, clock] = [new InMemoryKiosks(), new TestClock('2026-03-02T08:00:00Z')];
  return { rows, clock, kiosks: new KioskService({ kiosks: rows, clock }) };
}

async function setUpWithKiosk(mayEnrol = false) {
  const test = setUp();
  const { kiosk, token } = await test.kiosks.create({ name: 'Front door', mayEnrol, liveness: 'PASSIVE' });
  return { ...test, kiosk, token };
}

describe('a kiosk', () => {
  it('is known by its token, of which only the hash is kept', async () => {
    const { kiosks, kiosk, token, rows } = await setUpWithKiosk();
    expect(await kiosks.authenticate(token)).toEqual({
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
    });
    expect(JSON.stringify(rows.rows)).not.toContain(token);
  });

  it('may enrol only if it was set up so', async () => {
    const { kiosks, token } = await setUpWithKiosk(true);
    expect(await kiosks.authenticate(token)).toMatchObject({ mayEnrol: true });
  });

  it('asks for another liveness check from the next request on', async () => {
    const { kiosks, kiosk, token } = await setUpWithKiosk();
    await kiosks.setLiveness(kiosk.id, 'CHALLENGE');
    expect(await kiosks.authenticate(token)).toMatchObject({ liveness: 'CHALLENGE' });
    await expect(kiosks.setLiveness('none', 'OFF')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each(['', 'rk_unknown'])('is not known by the token %j', async (token) => {
    const { kiosks } = await setUpWithKiosk();
    expect(await kiosks.authenticate(token)).toBeNull();
  });

  it('is nobody from its revocation on, and is not seen any more', async () => {
    const { kiosks, kiosk, token, rows, clock } = await setUpWithKiosk();
    clock.forward(5);
    expect(await kiosks.revoke(kiosk.id)).toMatchObject({ revokedAt: new Date('2026-03-02T08:05:00Z') });
    expect(await kiosks.authenticate(token)).toBeNull();
    expect(rows.rows[0]!.lastSeenAt).toBeNull();
  });

  it('cannot be revoked when there is none', async () => {
    await expect(setUp().kiosks.revoke('none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['an empty name', '  ', 'must not be empty'],
    ['a name of 101 characters', 'n'.repeat(101), 'must have at most 100 characters'],
  ])('is refused with %s', async (_name, name, words) => {
    const { kiosks, rows } = setUp();
    await expect(kiosks.create({ name, mayEnrol: false, liveness: 'OFF' })).rejects.toThrow(`name: ${words}.`);
    expect(rows.rows).toEqual([]);
  });
});

describe('the last time that a kiosk was seen', () => {
  it('is its first request', async () => {
    const { kiosks, token, rows } = await setUpWithKiosk();
    await kiosks.authenticate(token);
    expect(rows.rows[0]!.lastSeenAt).toEqual(new Date('2026-03-02T08:00:00Z'));
  });

  it.each([
    ['2026-03-02T08:01:00Z', '2026-03-02T08:00:00Z'],
    ['2026-03-02T08:01:00.001Z', '2026-03-02T08:01:00.001Z'],
  ])('is written once a minute: after a request at %s it is %s', async (next, lastSeenAt) => {
    const { kiosks, token, rows, clock } = await setUpWithKiosk();
    await kiosks.authenticate(token);
    clock.set(next);
    await kiosks.authenticate(token);
    expect(rows.rows[0]!.lastSeenAt).toEqual(new Date(lastSeenAt));
  });
});
