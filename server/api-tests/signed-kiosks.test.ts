import { generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient, type Answer } from '../testing/api-client.js';
import { createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { createPairing, KioskDevice, PAIR, pairKiosk } from '../testing/kiosk-device.js';
import { bytesOfDatabase } from '../testing/test-location.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.stop());

const VIEWER = '{ viewer { name role } }';
const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions.code;

describe('a device', () => {
  it('becomes a kiosk by a code, which works once', async () => {
    const { pairing, token } = await createPairing(test.admin, { name: 'Gate' });
    expect(token).toBeNull();
    expect(pairing!.code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    const device = await KioskDevice.make(test);
    const typed = `${pairing!.code.slice(0, 4)}-${pairing!.code.slice(4)} `.toLowerCase();
    expect(await device.pair(typed)).toBe('KioskPaired');
    expect(await device.ask(VIEWER)).toEqual({ viewer: { name: 'Gate', role: 'KIOSK' } });
    const late = await KioskDevice.make(test);
    expect(await late.pair(pairing!.code)).toBe('PairingRefused');
  });

  it('comes too late with a code that is ten minutes old', async () => {
    const { pairing } = await createPairing(test.admin);
    test.clock.forward(10);
    expect(await (await KioskDevice.make(test)).pair(pairing!.code)).toBe('PairingRefused');
  });

  it('has to hold the key that it brings', async () => {
    const { pairing } = await createPairing(test.admin);
    const device = await KioskDevice.make(test);
    const { privateKey } = await generateKeyPair('ES256');
    const proof = await device.pairingProof(pairing!.code, privateKey);
    expect(codeOf(await test.anonymous.send(PAIR, { proof }))).toBe('PROOF_REFUSED');
    expect(codeOf(await test.anonymous.send(PAIR, { proof: 'nonsense' }))).toBe('PROOF_REFUSED');
    expect(await device.pair(pairing!.code)).toBe('KioskPaired');
  });

  it('that replaces another one ends its rights, once it is paired', async () => {
    const old = await pairKiosk(test, { name: 'Old tablet' });
    const { renewKioskPairing } = await test.admin.ask<{ renewKioskPairing: { pairing: { code: string } } }>(
      'mutation ($id: ID!) { renewKioskPairing(id: $id) { pairing { code } } }',
      { id: old.kioskId },
    );
    expect(codeOf(await old.send(VIEWER))).toBeUndefined();
    const next = await KioskDevice.make(test);
    expect(await next.pair(renewKioskPairing.pairing.code)).toBe('KioskPaired');
    expect(codeOf(await old.send(VIEWER))).toBe('PROOF_REFUSED');
    expect(codeOf(await next.send(VIEWER))).toBeUndefined();
  });

  it('learns nothing by guessing: after 30 wrong codes even a right one waits', async () => {
    const guessed = await createTestApp();
    const device = await KioskDevice.make(guessed);
    for (let guess = 0; guess < 30; guess++) expect(await device.pair(`2345678${guess}`)).toBe('PairingRefused');
    const early = await createPairing(guessed.admin);
    expect(await device.pair(early.pairing!.code)).toBe('PairingRefused');
    guessed.clock.forward(10);
    const { pairing } = await createPairing(guessed.admin);
    expect(await device.pair(pairing!.code)).toBe('KioskPaired');
    await guessed.stop();
  });
});

describe('a signed request', () => {
  it('carries photographs, whole', async () => {
    const kiosk = await pairKiosk(test);
    await register(test.admin, 1);
    const answer = await punch(kiosk, 'checkIn', await photoOf(1), 'press-1', { frames: [await photoOf(1, 70)] });
    expect(answer).toMatchObject({ event: { kind: 'CHECK_IN', method: 'FACE' } });
    const again = await punch(kiosk, 'checkIn', await photoOf(1), 'press-1');
    expect(again.event.id).toBe(answer.event.id);
  });

  it('is refused again after a restart of the server', async () => {
    const kiosk = await pairKiosk(test);
    await kiosk.ask(VIEWER);
    const replay = kiosk.sent!;
    await test.restart();
    const url = `${test.anonymous.url}/graphql`;
    const { method, headers } = replay;
    const replayed = await fetch(url, { method, headers, body: await replay.clone().arrayBuffer() });
    expect(codeOf((await replayed.json()) as Answer)).toBe('PROOF_REFUSED');
    expect(codeOf(await kiosk.at(test.anonymous.url).send(VIEWER))).toBeUndefined();
  });

  it('may be overtaken by others on the way', async () => {
    const kiosk = await pairKiosk(test);
    const answers = await Promise.all(Array.from({ length: 20 }, () => kiosk.send(VIEWER)));
    expect(answers.map(codeOf)).toEqual(Array(20).fill(undefined));
  });

  it('is answered no more from the moment its kiosk is revoked', async () => {
    const kiosk = await pairKiosk(test);
    await kiosk.ask(VIEWER);
    await test.admin.ask('mutation ($id: ID!) { revokeKiosk(id: $id) { id } }', { id: kiosk.kioskId });
    expect(codeOf(await kiosk.send(VIEWER))).toBe('UNAUTHENTICATED');
  });
});

describe('a kiosk with a token', () => {
  it('is made only on request, and is signed for never', async () => {
    const { token, pairing } = await createPairing(test.admin, { name: 'Own make', withToken: true });
    expect(pairing).toBeNull();
    expect(await new ApiClient(test.anonymous.url, token!).ask(VIEWER)).toEqual({
      viewer: { name: 'Own make', role: 'KIOSK' },
    });
  });
});

describe('what is kept', () => {
  it('holds neither codes nor tokens as they are', async () => {
    const { pairing } = await createPairing(test.admin);
    const { token } = await createPairing(test.admin, { name: 'Own make', withToken: true });
    const bytes = (await bytesOfDatabase(test.config)).toString('latin1');
    for (const secret of [pairing!.code, token!]) expect(bytes).not.toContain(secret);
  });
});
