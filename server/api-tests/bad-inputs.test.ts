import { existsSync, readdirSync } from 'node:fs';
import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { file, type ApiClient } from '../testing/api-client.js';
import { createKiosk, createTestApp, punch, register, REGISTER, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';

let test: TestApp;
let kiosk: ApiClient;
let someone: Buffer;
beforeAll(async () => {
  test = await createTestApp();
  kiosk = await createKiosk(test.admin, { name: 'Front door', mayEnrol: true });
  someone = await photoOf(1);
  await register(test.admin, 1);
});
afterAll(() => test.stop());

const RECOGNIZE =
  'mutation ($photo: Upload!) { recognize(photo: $photo) { __typename ... on Refusal { reason message } } }';
const CHECK_IN =
  'mutation ($photo: Upload!, $key: ID) { checkIn(photo: $photo, idempotencyKey: $key) { __typename ... on Refusal { reason message } } }';

/** What a client got: the refusal's reason or the error's code. */
async function send(client: ApiClient, query: string, variables: Record<string, unknown>): Promise<string> {
  const { data, errors } = await client.send<Record<string, { reason?: string } | null>>(query, variables);
  const refusal = Object.values(data ?? {})[0];
  const got = errors?.[0] ?? refusal;
  if (got && 'message' in got)
    expect(got.message).not.toMatch(/\/(home|tmp|work|root)\/|node_modules|prisma|sqlite|at \w+ \(/i);
  return errors?.[0]?.extensions.code ?? refusal?.reason ?? 'ok';
}

const state = async () => ({
  counts: await test.admin.ask(
    '{ employees { totalCount } attendanceEvents { edges { node { id } } } attendance { edges { node { id checkOutTime } } } }',
  ),
  files: existsSync(test.config.faceImagesDir)
    ? readdirSync(test.config.faceImagesDir, { recursive: true }).sort()
    : [],
});

/** A PNG of any size in a few bytes: one row of zeros after another compresses well. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const jpeg = async () =>
  sharp(await photoOf(1))
    .resize(800)
    .jpeg()
    .toBuffer();
const input = { name: 'New Person', position: 'Tester', department: 'Quality', consentGiven: true };
const registration = async (changes: object, photos?: unknown) => ({
  input: { ...input, ...changes },
  photos: photos ?? [file(await photoOf(5))],
});

const cases: [name: string, query: string, variables: () => Promise<Record<string, unknown>>, expected: string][] = [
  ['no file', RECOGNIZE, async () => ({ photo: null }), 'BAD_USER_INPUT'],
  ['a string for a file', RECOGNIZE, async () => ({ photo: '/etc/passwd' }), 'BAD_USER_INPUT'],
  ['an empty file', RECOGNIZE, async () => ({ photo: file('') }), 'POOR_PHOTO'],
  ['text named .jpg', RECOGNIZE, async () => ({ photo: file('hello, this is no photo', 'face.jpg') }), 'POOR_PHOTO'],
  [
    'HTML named .png',
    RECOGNIZE,
    async () => ({ photo: file('<html><script>alert(1)</script></html>', 'face.png') }),
    'POOR_PHOTO',
  ],
  [
    'an SVG',
    RECOGNIZE,
    async () => ({ photo: file('<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"/>', 'face.svg') }),
    'POOR_PHOTO',
  ],
  ['a truncated JPEG', RECOGNIZE, async () => ({ photo: file((await jpeg()).subarray(0, 900)) }), 'POOR_PHOTO'],
  [
    'a JPEG header alone',
    RECOGNIZE,
    async () => ({ photo: file(Buffer.from([0xff, 0xd8, 0xff, 0xe0])) }),
    'POOR_PHOTO',
  ],
  ['a PNG of 100 megapixels', RECOGNIZE, async () => ({ photo: file(pngOf(10_000, 10_000), 'big.png') }), 'POOR_PHOTO'],
  ['a file of 9 MB', RECOGNIZE, async () => ({ photo: file(Buffer.alloc(9 * 2 ** 20, 1)) }), 'POOR_PHOTO'],
  ['a file of 20 MB', RECOGNIZE, async () => ({ photo: file(Buffer.alloc(20 * 2 ** 20, 1)) }), 'BAD_USER_INPUT'],
  ['a photo of 10 x 10 pixels', RECOGNIZE, async () => ({ photo: file(pngOf(10, 10), 'tiny.png') }), 'POOR_PHOTO'],
  ['a photo without a face', CHECK_IN, async () => ({ photo: file(await photoOf(0)) }), 'NO_FACE'],
  ['a photo with several faces', CHECK_IN, async () => ({ photo: file(await photoOf([1, 2])) }), 'SEVERAL_FACES'],
  ['a stranger', CHECK_IN, async () => ({ photo: file(await photoOf(7)) }), 'UNKNOWN_FACE'],
  ['an empty idempotency key', CHECK_IN, async () => ({ photo: file(someone), key: '' }), 'BAD_USER_INPUT'],
  [
    'an idempotency key of 10,000 characters',
    CHECK_IN,
    async () => ({ photo: file(someone), key: 'k'.repeat(10_000) }),
    'BAD_USER_INPUT',
  ],
  ['an empty name', REGISTER, () => registration({ name: '   ' }), 'BAD_USER_INPUT'],
  ['a name of 10,000 characters', REGISTER, () => registration({ name: 'n'.repeat(10_000) }), 'BAD_USER_INPUT'],
  ['a name that climbs folders', REGISTER, () => registration({ name: '../../etc/passwd' }), 'BAD_USER_INPUT'],
  ['a name with a line break', REGISTER, () => registration({ name: 'New\nPerson' }), 'BAD_USER_INPUT'],
  ['a name with a null character', REGISTER, () => registration({ name: 'New\u0000Person' }), 'BAD_USER_INPUT'],
  ['an empty department', REGISTER, () => registration({ department: '' }), 'BAD_USER_INPUT'],
  ['a position that is a number', REGISTER, () => registration({ position: 5 }), 'BAD_USER_INPUT'],
  ['a registration without photos', REGISTER, () => registration({}, []), 'BAD_USER_INPUT'],
  [
    'a registration with 11 photos',
    REGISTER,
    () =>
      registration(
        {},
        Array.from({ length: 11 }, () => file(someone)),
      ),
    'BAD_USER_INPUT',
  ],
  ['a registration without consent', REGISTER, () => registration({ consentGiven: false }), 'CONSENT_REQUIRED'],
  ['a registration of a known face', REGISTER, () => registration({}, [file(someone)]), 'ALREADY_ENROLLED'],
  [
    'a registration with one bad photo of two',
    REGISTER,
    async () => registration({}, [file(await photoOf(6)), file('no photo')]),
    'POOR_PHOTO',
  ],
  [
    'a change to an unknown employee',
    'mutation { updateEmployee(id: "nobody", input: { name: "X" }) { id } }',
    async () => ({}),
    'NOT_FOUND',
  ],
  [
    'a change to an empty name',
    'mutation { updateEmployee(id: "nobody", input: { name: "" }) { id } }',
    async () => ({}),
    'BAD_USER_INPUT',
  ],
  [
    'the revocation of an unknown kiosk',
    'mutation { revokeKiosk(id: "nobody") { id } }',
    async () => ({}),
    'NOT_FOUND',
  ],
  [
    'a kiosk without a name',
    'mutation { createKiosk(input: { name: " " }) { token } }',
    async () => ({}),
    'BAD_USER_INPUT',
  ],
  [
    'a date that is none',
    '{ attendance(filter: { from: "2026-02-30" }) { pageInfo { endCursor } } }',
    async () => ({}),
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a field that does not exist', '{ employees { passwords } }', async () => ({}), 'GRAPHQL_VALIDATION_FAILED'],
  ['a document that does not parse', '{ employees {', async () => ({}), 'GRAPHQL_PARSE_FAILED'],
  [
    'a document of 5,000 aliases',
    `{ ${Array.from({ length: 5000 }, (_, i) => `a${i}:setUpNeeded`).join(' ')} }`,
    async () => ({}),
    'GRAPHQL_PARSE_FAILED',
  ],
];

describe('each of these is answered with words, and leaves nothing behind', () => {
  it.each(cases)('%s', async (_name, query, variables, expected) => {
    const before = await state();
    expect(await send(test.admin, query, await variables())).toBe(expected);
    expect(await state()).toEqual(before);
  });
});

describe('a request that is no GraphQL', () => {
  const post = (headers: Record<string, string>, body: string) =>
    fetch(`${test.anonymous.url}/graphql`, { method: 'POST', headers, body });

  it.each([
    ['JSON that is cut off', { 'content-type': 'application/json' }, '{"query": "{ setUp', 400],
    [
      'JSON of 200 kB',
      { 'content-type': 'application/json' },
      JSON.stringify({ query: `# ${'x'.repeat(200_000)}` }),
      413,
    ],
    ['a form without preflight', { 'content-type': 'application/x-www-form-urlencoded' }, 'query={setUpNeeded}', 400],
    [
      'multipart without operations',
      { 'content-type': 'multipart/form-data; boundary=x', 'apollo-require-preflight': '1' },
      '--x\r\nContent-Disposition: form-data; name="map"\r\n\r\n{}\r\n--x--',
      400,
    ],
    [
      'multipart that ends early',
      { 'content-type': 'multipart/form-data; boundary=x', 'apollo-require-preflight': '1' },
      '--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{',
      400,
    ],
    [
      'a batch',
      { 'content-type': 'application/json' },
      '[{"query":"{ setUpNeeded }"},{"query":"{ setUpNeeded }"}]',
      400,
    ],
  ])('%s', async (_name, headers, body, status) => {
    const isMultipart = headers['content-type'].startsWith('multipart');
    const token = isMultipart && { authorization: `Bearer ${test.admin.token}` };
    const response = await post({ ...headers, ...token }, body);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toMatch(/node_modules|at \w+ \(/);
    expect(await test.anonymous.ask('{ setUpNeeded }')).toEqual({ setUpNeeded: false });
  });
});

it('still checks somebody in after all of it', async () => {
  expect((await punch(kiosk, 'checkIn', someone)).__typename).toBe('AttendanceRecorded');
});
