// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { kioskDatabase } from './kiosk-database';
import { forgetIdentity, makeKeys, noteServerTime, readIdentity, saveIdentity, signRequest } from './kiosk-identity';
import { countKept, keepPunch, readOldest, removePunch } from './punch-queue';
import type { KeepRequest } from './useCheckIn';

const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000);
const badge = (key: string, capturedAt = at(5)): KeepRequest => ({
  mode: 'attend',
  shown: { by: 'badge', badge: '123456789012345678901234' },
  pin: null,
  key,
  capturedAt,
});
const face = (key: string, capturedAt = at(5)): KeepRequest => ({
  mode: 'automatic',
  shown: { by: 'face', pictures: { photo: new Blob(['photo']), frames: [new Blob(['frame'])], challengeId: null } },
  pin: null,
  key,
  capturedAt,
});

beforeEach(async () => {
  vi.useRealTimers();
  const { proof: _proof, ...keys } = await makeKeys('ABCD2345', 'http://localhost');
  await saveIdentity({ kioskId: 'k', origin: 'http://localhost', ...keys, number: 0, clockAheadMs: 0 });
});

describe('punches that are kept', () => {
  it('come out as they went in, the oldest first, until each is removed', async () => {
    const [first, second] = [face('one'), badge('two')];
    expect([await keepPunch(first), await keepPunch(second)]).toEqual([true, true]);
    expect(await countKept()).toBe(2);
    const oldest = (await readOldest())!;
    expect(oldest.request).toMatchObject({ mode: 'automatic', key: 'one', pin: null, capturedAt: first.capturedAt });
    const { shown } = oldest.request;
    if (shown.by !== 'face') throw new Error('no face');
    expect(await shown.pictures.photo.text()).toBe('photo');
    expect(await Promise.all(shown.pictures.frames.map((frame) => frame.text()))).toEqual(['frame']);
    await removePunch(oldest.id);
    expect((await readOldest())!.request).toEqual(second);
  });

  it('say nothing of anybody in clear', async () => {
    await keepPunch(face('one'));
    await keepPunch({ ...badge('two'), pin: '480215' });
    const rows = await (await kioskDatabase()).getAll('punches');
    const bytes = rows.flatMap(({ entered, photos }) => [entered, ...photos]).map((part) => Buffer.from(part.bytes));
    for (const words of ['photo', 'frame', '480215', '1234567890']) {
      expect(bytes.some((each) => each.includes(words))).toBe(false);
    }
  });

  it('are at most fifty faces, while badges are still taken', async () => {
    for (let count = 0; count < 50; count++) expect(await keepPunch(face(`face ${count}`))).toBe(true);
    expect(await keepPunch(face('one too many'))).toBe(false);
    expect(await keepPunch(badge('a badge'))).toBe(true);
  });

  it('lose their photographs after three days, with the punch', async () => {
    await keepPunch(face('old', at(72 * 60 + 1)));
    await keepPunch(badge('old as well', at(72 * 60 + 1)));
    expect((await readOldest())!.request.key).toBe('old as well');
    expect(await countKept()).toBe(1);
  });

  it('are nowhere once the device is no kiosk', async () => {
    await keepPunch(badge('one'));
    await forgetIdentity();
    expect(await countKept()).toBe(0);
    expect(await keepPunch(badge('two'))).toBe(false);
  });
});

describe('the identity of a kiosk', () => {
  it('has keys that cannot be read out', async () => {
    const { signingKey, sealingKey } = (await readIdentity())!;
    expect([signingKey.extractable, sealingKey.extractable]).toEqual([false, false]);
  });

  it('signs each request with another number, however many come at once', async () => {
    const proofs = await Promise.all(Array.from({ length: 20 }, () => signRequest('sha-256=:x:', '/graphql')));
    const numbers = proofs.map((proof) => claimsOf(proof!).num);
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('signs by the clock of the server', async () => {
    await noteServerTime(Date.now() - 3_600_000);
    const { iat } = claimsOf((await signRequest('sha-256=:x:', '/graphql'))!);
    expect(Math.abs(iat - (Date.now() / 1000 - 3_600))).toBeLessThan(5);
  });
});

const claimsOf = (proof: string) =>
  JSON.parse(Buffer.from(proof.split('.')[1]!, 'base64url').toString()) as { num: number; iat: number };
