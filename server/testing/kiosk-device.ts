import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import type { Clock } from '../clock.js';
import { ApiClient } from './api-client.js';

/** What a test makes of a proof or a request before it is sent. */
export interface Tampering {
  claims?: Record<string, unknown>;
  typ?: string;
  key?: CryptoKey;
  origin?: string;
  /** After the body was signed. */
  body?: (bytes: Buffer) => Buffer;
}

/** A device that holds a key of its own and signs each request with it. */
export class KioskDevice extends ApiClient {
  kioskId = '';
  number = 0;
  tampering: Tampering = {};
  /** The last request as it went out. */
  sent: Request | undefined;

  private constructor(
    url: string,
    private readonly clock: Clock,
    private readonly key: CryptoKey,
    private readonly publicKey: object,
  ) {
    super(url);
  }

  static async make(server: { anonymous: ApiClient; clock: Clock }): Promise<KioskDevice> {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    return new KioskDevice(server.anonymous.url, server.clock, privateKey, await exportJWK(publicKey));
  }

  /** The same device before a server that was started again at another port. */
  at(url: string): KioskDevice {
    const moved = new KioskDevice(url, this.clock, this.key, this.publicKey);
    return Object.assign(moved, { kioskId: this.kioskId, number: this.number, home: this.home });
  }

  /** Where it was paired. */
  private home = this.url;

  pairingProof(code: string, key = this.key): Promise<string> {
    return new SignJWT({ code, origin: this.home })
      .setProtectedHeader({ alg: 'ES256', typ: 'kiosk-pairing+jwt', jwk: this.publicKey })
      .sign(key);
  }

  async pair(code: string): Promise<string> {
    const { pairKiosk } = await new ApiClient(this.url).ask<{
      pairKiosk: { __typename: string; kioskId?: string };
    }>(PAIR, { proof: await this.pairingProof(code) });
    this.kioskId = pairKiosk.kioskId ?? this.kioskId;
    return pairKiosk.__typename;
  }

  /** What goes into the header of a request, or into connectionParams of a WebSocket. */
  async authorization(method: string, contentDigest: string | null): Promise<string> {
    const { claims, typ = 'kiosk-proof+jwt', key = this.key } = this.tampering;
    const signed = {
      iss: this.kioskId,
      htm: method,
      htu: `${this.home}/graphql`,
      iat: this.clock.now().getTime() / 1000,
      num: ++this.number,
      dig: contentDigest,
      ...claims,
    };
    return `Kiosk ${await new SignJWT(signed).setProtectedHeader({ alg: 'ES256', typ }).sign(key)}`;
  }

  protected override async post(request: Request): Promise<Response> {
    const { body = (bytes: Buffer) => bytes, origin } = this.tampering;
    const bytes = Buffer.from(await request.arrayBuffer());
    const contentDigest = `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;
    request.headers.set('content-digest', contentDigest);
    request.headers.set('authorization', await this.authorization('POST', contentDigest));
    const headers = Object.fromEntries(request.headers);
    const signed = { method: 'POST', headers: { ...headers, ...(origin && { origin }) }, body: body(bytes) };
    this.sent = new Request(request.url, signed);
    return fetch(this.sent.clone());
  }
}

export const PAIR = `mutation ($proof: String!) {
  pairKiosk(proof: $proof) { __typename ... on KioskPaired { kioskId name now } ... on PairingRefused { reason message } }
}`;

export interface Created {
  kiosk: { id: string };
  token: string | null;
  pairing: { code: string; expiresAt: string } | null;
}

/** Makes a kiosk and gives its code. */
export async function createPairing(admin: ApiClient, input: object = { name: 'Front door' }): Promise<Created> {
  const { createKiosk } = await admin.ask<{ createKiosk: Created }>(
    'mutation ($input: CreateKioskInput!) { createKiosk(input: $input) { token pairing { code expiresAt } kiosk { id } } }',
    { input },
  );
  return createKiosk;
}

/** A device that is a kiosk. */
export async function pairKiosk(
  server: { anonymous: ApiClient; admin: ApiClient; clock: Clock },
  input?: object,
): Promise<KioskDevice> {
  const [device, { pairing }] = [await KioskDevice.make(server), await createPairing(server.admin, input)];
  await device.pair(pairing!.code);
  return device;
}
