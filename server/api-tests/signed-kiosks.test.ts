import { readFileSync } from 'node:fs';
import { createClient } from 'graphql-ws';
import { generateKeyPair } from 'jose';
import WebSocket from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient, type Answer } from '../testing/api-client.js';
import { createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { createPairing, KioskDevice, PAIR, pairKiosk, type Tampering } from '../testing/kiosk-device.js';

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

  it('is refused when it is sent again as it was', async () => {
    const kiosk = await pairKiosk(test);
    await register(test.admin, 2);
    await punch(kiosk, 'checkIn', await photoOf(2));
    const replayed = (await (await fetch(kiosk.sent!.clone())).json()) as Answer;
    expect(codeOf(replayed)).toBe('PROOF_REFUSED');
    expect(codeOf(await kiosk.send(VIEWER))).toBeUndefined();
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

  const minutes = (count: number) => () => ({ claims: { iat: test.clock.now().getTime() / 1000 + count * 60 } });
  it.each<[string, () => Tampering | Promise<Tampering>, string | undefined]>([
    ['with another body', () => ({ body: (bytes) => Buffer.concat([bytes, Buffer.from(' ')]) }), 'PROOF_REFUSED'],
    [
      'with another letter in it',
      () => ({ body: (bytes) => Buffer.from(bytes.toString().replace('role', 'ROLE')) }),
      'PROOF_REFUSED',
    ],
    ['by another key', async () => ({ key: (await generateKeyPair('ES256')).privateKey }), 'PROOF_REFUSED'],
    ['for another method', () => ({ claims: { htm: 'GET' } }), 'PROOF_REFUSED'],
    ['for another address', () => ({ claims: { htu: 'https://elsewhere.example/graphql' } }), 'PROOF_REFUSED'],
    ['from another page', () => ({ origin: 'https://elsewhere.example' }), 'PROOF_REFUSED'],
    ['about no body', () => ({ claims: { dig: null } }), 'PROOF_REFUSED'],
    ['of another kind', () => ({ typ: 'kiosk-pairing+jwt' }), 'PROOF_REFUSED'],
    ['without a number', () => ({ claims: { num: null } }), 'PROOF_REFUSED'],
    ['with half a number', () => ({ claims: { num: 1000.5 } }), 'PROOF_REFUSED'],
    ['of six minutes ago', minutes(-6), 'PROOF_REFUSED'],
    ['of in six minutes', minutes(6), 'PROOF_REFUSED'],
    ['of four minutes ago', minutes(-4), undefined],
    ['in the name of nobody', () => ({ claims: { iss: 'nobody' } }), 'UNAUTHENTICATED'],
  ])('%s', async (_name, tampering, code) => {
    const kiosk = await pairKiosk(test);
    kiosk.tampering = await tampering();
    expect(codeOf(await kiosk.send(VIEWER))).toBe(code);
    kiosk.tampering = {};
    expect(codeOf(await kiosk.send(VIEWER))).toBeUndefined();
  });

  it('in the name of another kiosk is refused', async () => {
    const [one, other] = [await pairKiosk(test), await pairKiosk(test)];
    one.tampering = { claims: { iss: other.kioskId } };
    expect(codeOf(await one.send(VIEWER))).toBe('PROOF_REFUSED');
  });

  it('is answered no more from the moment its kiosk is revoked', async () => {
    const kiosk = await pairKiosk(test);
    await kiosk.ask(VIEWER);
    await test.admin.ask('mutation ($id: ID!) { revokeKiosk(id: $id) { id } }', { id: kiosk.kioskId });
    expect(codeOf(await kiosk.send(VIEWER))).toBe('UNAUTHENTICATED');
  });
});

describe('a signed WebSocket', () => {
  const open = (authorization: string) =>
    new Promise<string>((resolve) => {
      const client = createClient({
        url: `${test.anonymous.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        lazy: false,
        onNonLazyError: () => undefined,
        connectionParams: { authorization },
        on: { closed: (event) => resolve(`closed ${(event as { code: number }).code}`) },
      });
      client.on('connected', () => resolve('connected'));
      closers.push(() => void client.dispose());
    });
  const closers: (() => void)[] = [];
  afterAll(() => closers.forEach((close) => close()));

  it('is let in once', async () => {
    const kiosk = await pairKiosk(test);
    const authorization = await kiosk.authorization('GET', null);
    expect(await open(authorization)).toBe('connected');
    expect(await open(authorization)).toBe('closed 4403');
  });

  it('is closed when its kiosk is revoked', async () => {
    const kiosk = await pairKiosk(test);
    const socket = new WebSocket(`${test.anonymous.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    socket.on(
      'open',
      () =>
        void kiosk
          .authorization('GET', null)
          .then((authorization) =>
            socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } })),
          ),
    );
    await new Promise((resolve) => socket.once('message', resolve));
    await test.admin.ask('mutation ($id: ID!) { revokeKiosk(id: $id) { id } }', { id: kiosk.kioskId });
    expect(await closed).toBe(4403);
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
    const bytes = ['', '-wal'].map((end) => readFileSync(`${test.config.databaseFile}${end}`, 'latin1')).join('');
    for (const secret of [pairing!.code, token!]) expect(bytes).not.toContain(secret);
  });
});
