import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App, type Overrides } from '../app.js';
import { loadConfig, type Config } from '../config.js';
import type { Identification } from '../identification.js';
import type { LivenessLevel } from '../liveness-level.js';
import type { Logger } from '../logger.js';
import type { FaceEngine } from '../recognition/face-engine.js';
import { administrator } from './administrator.js';
import { ApiClient, file } from './api-client.js';
import { FakeFaceEngine, photoOf } from './fake-face-engine.js';
import { TestClock } from './test-clock.js';
import { makeTestLocation } from './test-location.js';

export { administrator };

export interface TestApp {
  app: App;
  config: Config;
  clock: TestClock;
  /** Nobody. */
  anonymous: ApiClient;
  admin: ApiClient;
  /** Where everything of this app lies. */
  folder: string;
  /** Stops the server and starts another one on the same data, or with what is set otherwise. */
  restart(changes?: Partial<Config>): Promise<void>;
  stop(): Promise<void>;
}

/** The real server on a free port with a database, folders and clock of its own; the engine is a fake unless given. */
export async function createTestApp(
  options: {
    engine?: () => Promise<FaceEngine>;
    env?: NodeJS.ProcessEnv;
    timing?: Overrides['timing'];
    logger?: Logger;
  } = {},
): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-test-'));
  const clock = new TestClock();
  const location = await makeTestLocation(join(folder, 'data'));
  const config = loadConfig({
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: location.url,
    FACE_IMAGES_DIR: join(folder, 'Face Images'),
    MODELS_DIR: join(folder, 'models'),
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
    TIME_ZONE: 'Europe/Berlin',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    SESSION_HOURS: '720',
    RATE_SIGN_INS: '1000',
    RATE_PHOTOS_PER_MINUTE: '100000',
    RATE_PINS_PER_MINUTE: '100000',
    ...options.env,
  });
  const start = async (changes: Partial<Config> = {}) => {
    const app = await createApp(
      { ...config, ...changes },
      {
        engine: (await options.engine?.()) ?? new FakeFaceEngine(),
        clock,
        ...(options.logger && { logger: options.logger }),
        timing: { callerCheckMs: 50, ...options.timing },
      },
    );
    const port = await app.web.listen(0, '127.0.0.1');
    const anonymous = new ApiClient(`http://127.0.0.1:${port}`);
    const maySignIn = config.roles.has('api') && config.admin;
    const admin = maySignIn ? await signIn(anonymous, maySignIn) : anonymous;
    return { app, anonymous, admin };
  };
  const remove = async () => {
    await location.drop();
    rmSync(folder, { recursive: true });
  };
  const test: TestApp = {
    ...(await start().catch(async (error: unknown) => {
      await remove();
      throw error;
    })),
    config,
    clock,
    folder,
    async restart(changes) {
      await test.app.stop();
      Object.assign(test, await start(changes));
    },
    async stop() {
      await test.app.stop();
      await remove();
    },
  };
  return test;
}

export async function signIn(client: ApiClient, { email, password }: typeof administrator): Promise<ApiClient> {
  const { login } = await client.ask<{ login: { token: string } }>(
    'mutation ($email: String!, $password: String!) { login(email: $email, password: $password) { token } }',
    { email, password },
  );
  return client.as(login.token);
}

export const REGISTER = `mutation ($input: RegisterInput!, $photos: [Upload!]!, $checkIn: Boolean) {
  register(input: $input, photos: $photos, checkIn: $checkIn) {
    __typename
    ... on Registered { employee { id number imageId name position department active } attendance { date checkInTime } }
    ... on Refusal { reason message }
  }
}`;

const PUNCH_FIELDS = `__typename
    ... on AttendanceRecorded {
      event { id kind method at employee { id name } }
      attendance { id date checkInTime checkOutTime workedMinutes }
      match { confidence distance employee { id } }
    }
    ... on Refusal { reason message }`;

export interface PunchAnswer {
  __typename: 'AttendanceRecorded' | 'Refusal';
  event: { id: string; kind: string; method: string; at: string; employee: { id: string; name: string } };
  attendance: {
    id: string;
    date: string;
    checkInTime: string;
    checkOutTime: string | null;
    workedMinutes: number | null;
  };
  match: { confidence: number; distance: number; employee: { id: string } } | null;
  reason: string;
  message: string;
}

/** Sends a photo to checkIn, checkOut or punch. */
export async function punch(
  client: ApiClient,
  field: 'checkIn' | 'checkOut' | 'punch',
  photo: Buffer,
  idempotencyKey?: string,
  more: { pin?: string; frames?: Buffer[]; challengeId?: string } = {},
): Promise<PunchAnswer> {
  const mutation = `mutation ($photo: Upload!, $frames: [Upload!], $challengeId: ID, $pin: String, $idempotencyKey: ID) {
    ${field}(photo: $photo, frames: $frames, challengeId: $challengeId, pin: $pin, idempotencyKey: $idempotencyKey) { ${PUNCH_FIELDS} }
  }`;
  const { frames, ...others } = more;
  const data = await client.ask<Record<string, PunchAnswer>>(mutation, {
    photo: file(photo),
    frames: frames?.map((frame) => file(frame)),
    ...others,
    idempotencyKey,
  });
  return data[field]!;
}

export interface RegisterAnswer {
  __typename: 'Registered' | 'Refusal';
  employee: {
    id: string;
    number: number;
    imageId: string;
    name: string;
    position: string;
    department: string;
    active: boolean;
  };
  attendance: { date: string; checkInTime: string } | null;
  reason: string;
  message: string;
}

/** Registers somebody who agreed; two shades of one person's photo unless others are given. */
export async function register(
  client: ApiClient,
  person: number,
  overrides: { input?: Record<string, unknown>; photos?: Buffer[]; checkIn?: boolean } = {},
): Promise<RegisterAnswer> {
  const input = {
    name: `Person ${person}`,
    position: 'Tester',
    department: 'Quality',
    consentGiven: true,
    ...overrides.input,
  };
  const photos = (overrides.photos ?? [await photoOf(person), await photoOf(person, 80)]).map((photo) => file(photo));
  const { register: answer } = await client.ask<{ register: RegisterAnswer }>(REGISTER, {
    input,
    photos,
    checkIn: overrides.checkIn,
  });
  return answer;
}

export interface TestKioskInput {
  name: string;
  siteId?: string;
  onlyOwnSite?: boolean;
  identification?: Identification;
  mayEnrol?: boolean;
  liveness?: LivenessLevel;
}

/** The client of a kiosk with a token. */
export async function createKiosk(
  admin: ApiClient,
  input: TestKioskInput = { name: 'Front door' },
): Promise<ApiClient & { kioskId: string }> {
  const { createKiosk: made } = await admin.ask<{ createKiosk: { token: string; kiosk: { id: string } } }>(
    'mutation ($input: CreateKioskInput!) { createKiosk(input: $input) { token kiosk { id } } }',
    { input: { ...input, withToken: true } },
  );
  return Object.assign(admin.as(made.token), { kioskId: made.kiosk.id });
}
