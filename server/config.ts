import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Cron } from 'croner';
import { z } from 'zod';
import { isProxy } from './client-address.js';
import { StartupError } from './errors.js';
import { nodeRoles, problemsOfRoles, type NodeRole } from './node-roles.rules.js';
import { problemOfUrl, type DatabaseLocation } from './database-location.js';
import type { OidcSettings } from './accounts/oidc.service.js';
import type { SecondFactorPolicy } from './accounts/session.service.js';
import type { MetricsSettings } from './metrics/metrics-server.js';
import type { BucketSettings } from './storage/bucket-store.js';
import type { MasterKeySources } from './storage/master-key.js';
import { timeZone } from './time-zone.js';

const keyInBase64 = z
  .string()
  .refine((key) => Buffer.from(key, 'base64').length === 32, { message: 'must be 32 bytes in base64' });
const words = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);
const list = z.string().default('').transform(words);
const isRole = (word: string): word is NodeRole => (nodeRoles as readonly string[]).includes(word);
const yesOrNo = z.enum(['true', 'false'], 'must be true or false').transform((word) => word === 'true');
const count = (least: number, most: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`);

/** Minute, hour, day of month, month, day of week. */
function isCron(text: string): boolean {
  try {
    return text.trim().split(/\s+/).length === 5 && new Cron(text, { paused: true }).nextRun() !== null;
  } catch {
    return false;
  }
}

/** An origin as browsers send it: scheme, host and port, nothing more. */
const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

/** The same with nothing more than perhaps a slash, for what this server asks itself. */
const isAddress = (text: string): boolean => /^https?:/.test(text) && isOrigin(text.replace(/\/$/, ''));

/** A proxy that looks every second, and one that misses a look or two, have heard of it by then. */
const DRAIN_SECONDS_AMONG_SEVERAL = 5;

/** Every setting, with its default. `.env.example` lists the same names; a test keeps the two together. */
export const environmentSchema = z.object({
  ROLES: z
    .string()
    .default(nodeRoles.join(','))
    .transform(words)
    .refine((roles) => roles.length > 0 && roles.every(isRole), `must be of ${nodeRoles.join(', ')}`)
    .transform((roles) => roles.filter(isRole)),
  PORT: z.coerce.number().int('must be a whole number').min(0).max(65535).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('data'),
  FACE_IMAGES_DIR: z.string().min(1).default('Face Images'),
  S3_BUCKET: z.string().min(3, 'must have at least 3 characters').max(63, 'must have at most 63 characters').optional(),
  S3_PREFIX: z
    .string()
    .regex(/^\w[\w.-]*(\/\w[\w.-]*)*\/?$/, 'must be a path such as rollcall/photos')
    .max(200, 'must have at most 200 characters')
    .optional(),
  S3_ENDPOINT: z.string().refine(isAddress, 'must be an address such as https://s3.example.com').optional(),
  S3_REGION: z.string().min(1).max(100).default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().max(500).optional(),
  S3_SECRET_ACCESS_KEY: z.string().max(500).optional(),
  MODELS_DIR: z.string().min(1).default('models'),
  DATABASE_URL: z
    .string()
    .superRefine((url, context) => {
      const problem = problemOfUrl(url);
      if (problem) context.addIssue(problem);
    })
    .optional(),
  DATABASE_POOL_SIZE: count(2, 1000).default(10),
  TEMPLATE_KEY: keyInBase64.optional(),
  MASTER_KEY_COMMAND: z.string().max(1000, 'must have at most 1000 characters').optional(),
  TEMPLATE_KEY_NEXT: keyInBase64.optional(),
  MASTER_KEY_NEXT_COMMAND: z.string().max(1000, 'must have at most 1000 characters').optional(),
  ENCRYPT_PHOTOS: yesOrNo.optional(),
  ADMIN_EMAIL: z.email('must be an e-mail address').max(200, 'must have at most 200 characters').optional(),
  ADMIN_PASSWORD: z
    .string()
    .min(12, 'must have at least 12 characters')
    .max(200, 'must have at most 200 characters')
    .optional(),
  TIME_ZONE: timeZone.default(Intl.DateTimeFormat().resolvedOptions().timeZone),
  DAY_STARTS_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 04:00')
    .default('00:00'),
  TARGET_FPIR: z.coerce
    .number('must be a rate such as 0.001')
    .min(0.00001, 'must be at least 0.00001')
    .max(0.1, 'must be at most 0.1')
    .default(0.001),
  RECOGNITION_WORKERS: z.coerce
    .number('must be a number of threads')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(64, 'must be at most 64')
    .optional(),
  RECOGNITION_URL: list.refine((urls) => urls.every(isAddress), 'must be addresses such as http://10.0.0.5:4100'),
  RECOGNITION_PORT: z.coerce.number().int('must be a whole number').min(0).max(65535).optional(),
  RECOGNITION_HOST: z.string().min(1).default('127.0.0.1'),
  RECOGNITION_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .max(500, 'must have at most 500 characters')
    .regex(/^[\x21-\x7e]+$/, 'must be letters, digits and signs without spaces')
    .optional(),
  RECOGNITION_SECRET_FILE: z.string().min(1).optional(),
  PIPELINE_CRON: z
    .string()
    .refine((text) => text === 'never' || isCron(text), 'must be five fields of cron such as "30 2 * * 0", or never')
    .default('30 2 * * 0'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://rollcall.example.com' })
    .refine((url) => URL.canParse(url) && new URL(url).origin === url.replace(/\/$/, ''), {
      message: 'must have no path: https://rollcall.example.com',
    })
    .optional(),
  REQUIRE_SECOND_FACTOR: z.enum(['nobody', 'admins', 'everybody']).default('nobody'),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be an address' }).optional(),
  OIDC_CLIENT_ID: z.string().max(500).optional(),
  OIDC_CLIENT_SECRET: z.string().max(500).optional(),
  OIDC_NEW_ACCOUNTS: z.enum(['MANAGER', 'AUDITOR', 'EMPLOYEE']).optional(),
  SESSION_HOURS: z.coerce.number().int().min(1).max(720).default(12),
  TRUST_PROXY: list.refine((proxies) => proxies.every(isProxy), 'must be addresses or networks such as 10.0.0.0/8'),
  CORS_ORIGINS: list.refine(
    (origins) => origins.every(isOrigin),
    'must be origins such as https://intranet.example.org',
  ),
  GRAPHQL_INTROSPECTION: yesOrNo.default(false),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be redis://host:6379, or rediss:// with TLS' }).optional(),
  DRAIN_SECONDS: count(0, 300).optional(),
  MAX_CONNECTIONS: count(10, 100_000).default(4000),
  MAX_CONNECTIONS_PER_ADDRESS: count(10, 100_000).default(256),
  RATE_PHOTOS_PER_MINUTE: count(1, 1_000_000).default(240),
  RATE_PINS_PER_MINUTE: count(1, 1_000_000).default(60),
  RATE_SIGN_INS: count(1, 1_000_000).default(100),
  METRICS_PORT: z.coerce.number().int('must be a whole number').min(0).max(65535).optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').max(500).optional(),
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUP_PASSPHRASE: z
    .string()
    .min(16, 'must have at least 16 characters')
    .max(1000, 'must have at most 1000 characters')
    .optional(),
  BACKUP_KEY_FILE: z.string().min(1).optional(),
});

export interface Config {
  /** What this node does. */
  roles: ReadonlySet<NodeRole>;
  port: number;
  host: string;
  dataDir: string;
  faceImagesDir: string;
  /** Where photographs are instead of that folder; null where they are there. */
  bucket: BucketSettings | null;
  modelsDir: string;
  database: DatabaseLocation;
  /** What several servers on one database tell each other by; null where there is one server only. */
  redisUrl: string | null;
  /** How long a server that is told to stop goes on serving, so that a proxy hears of it first. */
  drainSeconds: number;
  /** Where the master keys come from, besides the data folder: at most one of each pair. */
  masterKeys: Omit<MasterKeySources, 'dataDir'>;
  /** Whether photographs are sealed with the keys of who is on them. */
  encryptPhotos: boolean;
  admin: { email: string; password: string } | null;
  timeZone: string;
  /** Minutes after midnight, in `timeZone`, at which a working day begins. */
  dayStartsAtMinutes: number;
  /** Wanted chance, 0..1, that somebody who is not enrolled is taken for somebody who is. */
  targetFpir: number;
  /** Threads that recognise; null is one less than the machine has cores. */
  recognitionWorkers: number | null;
  /** How nodes that recognise are asked, or how this one is. */
  recognitionNodes: {
    /** Origins; none where this node recognises itself. */
    urls: readonly string[];
    /** Where others ask this node; null where they do not. */
    port: number | null;
    host: string;
    /** What all nodes know: one of the two, or neither. */
    secret: string | null;
    secretFile: string | null;
  };
  /** When a model version is made by itself, in `timeZone`: a cron expression; null for never. */
  pipelineCron: string | null;
  logLevel: string;
  /** The origin at which browsers reach this server; null where nobody says. */
  publicUrl: string | null;
  requireSecondFactor: SecondFactorPolicy;
  /** Sign-in by OpenID Connect; null without. */
  oidc: OidcSettings | null;
  sessionHours: number;
  /** Whom the transport lets in, and how far. */
  edge: {
    /** Addresses and networks of the proxies in front, whose word about their clients counts. */
    trustedProxies: readonly string[];
    /** Other origins whose pages may use the API. */
    corsOrigins: readonly string[];
    /** Whether everybody may ask about the schema. */
    isSchemaOpen: boolean;
    maxConnections: number;
    maxConnectionsPerAddress: number;
  };
  /** See graphql/operation-rates.ts. */
  rates: { photosPerMinute: number; pinsPerMinute: number; signIns: number };
  /** Where Prometheus may ask; null where nobody may. */
  metrics: MetricsSettings | null;
  backup: {
    /** Where the operator puts backups; null where nobody says. */
    dir: string | null;
    /** What seals and opens them: one of the two, or neither. */
    passphrase: string | null;
    keyFile: string | null;
  };
}

/**
 * Settings from the environment and from a `.env` file in the working directory (the environment wins). Throws
 * StartupError listing every problem at once.
 */
export function loadConfig(environment: NodeJS.ProcessEnv = readEnvironment()): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(set);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  for (const [one, other] of [
    ['ADMIN_EMAIL', 'ADMIN_PASSWORD'],
    ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  ] as const) {
    if (!set[one] !== !set[other]) problems.push(`${one} and ${other}: set both or neither`);
  }
  for (const [key, command] of [
    ['TEMPLATE_KEY', 'MASTER_KEY_COMMAND'],
    ['TEMPLATE_KEY_NEXT', 'MASTER_KEY_NEXT_COMMAND'],
  ] as const) {
    if (set[key] && set[command]) problems.push(`${key} and ${command}: set one of them`);
  }
  const isLocal = ['127.0.0.1', '::1', 'localhost'].includes(set.METRICS_HOST ?? '127.0.0.1');
  if (set.METRICS_PORT && !isLocal && !set.METRICS_TOKEN) {
    problems.push('METRICS_TOKEN: set one where METRICS_HOST is not this machine alone');
  }
  if (set.BACKUP_PASSPHRASE && set.BACKUP_KEY_FILE) {
    problems.push('BACKUP_PASSPHRASE and BACKUP_KEY_FILE: set one of them');
  }
  if (set.S3_BUCKET && set.ENCRYPT_PHOTOS === 'false') {
    problems.push('ENCRYPT_PHOTOS: photographs in a bucket are always encrypted; leave it out');
  }
  const oidcSettings = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'].filter((name) => set[name]);
  if (![0, 3].includes(oidcSettings.length)) {
    problems.push('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: set all or none');
  }
  if (parsed.success) problems.push(...problemsOfRoles(new Set(parsed.data.ROLES), set));
  if (!parsed.success || problems.length > 0) throw new StartupError(problems);

  const env = parsed.data;
  const dataDir = resolve(env.DATA_DIR);
  const [hours = 0, minutes = 0] = env.DAY_STARTS_AT.split(':').map(Number);
  return Object.freeze({
    roles: new Set(env.ROLES),
    port: env.PORT,
    host: env.HOST,
    dataDir,
    faceImagesDir: resolve(env.FACE_IMAGES_DIR),
    bucket: bucketOf(env),
    modelsDir: resolve(env.MODELS_DIR),
    database: locationOf(env, dataDir),
    redisUrl: env.REDIS_URL ?? null,
    drainSeconds: env.DRAIN_SECONDS ?? (env.REDIS_URL ? DRAIN_SECONDS_AMONG_SEVERAL : 0),
    masterKeys: {
      command: env.MASTER_KEY_COMMAND ?? null,
      fromEnvironment: fromBase64(env.TEMPLATE_KEY),
      nextCommand: env.MASTER_KEY_NEXT_COMMAND ?? null,
      nextFromEnvironment: fromBase64(env.TEMPLATE_KEY_NEXT),
    },
    encryptPhotos: env.ENCRYPT_PHOTOS ?? env.S3_BUCKET !== undefined,
    admin: env.ADMIN_EMAIL && env.ADMIN_PASSWORD ? { email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD } : null,
    timeZone: env.TIME_ZONE,
    dayStartsAtMinutes: hours * 60 + minutes,
    targetFpir: env.TARGET_FPIR,
    recognitionWorkers: env.RECOGNITION_WORKERS ?? null,
    recognitionNodes: {
      urls: env.RECOGNITION_URL.map((url) => new URL(url).origin),
      port: env.RECOGNITION_PORT ?? null,
      host: env.RECOGNITION_HOST,
      secret: env.RECOGNITION_SECRET ?? null,
      secretFile: env.RECOGNITION_SECRET_FILE ? resolve(env.RECOGNITION_SECRET_FILE) : null,
    },
    pipelineCron: env.PIPELINE_CRON === 'never' ? null : env.PIPELINE_CRON,
    logLevel: env.LOG_LEVEL,
    publicUrl: env.PUBLIC_URL ? new URL(env.PUBLIC_URL).origin : null,
    requireSecondFactor: env.REQUIRE_SECOND_FACTOR,
    oidc: oidcOf(env),
    sessionHours: env.SESSION_HOURS,
    edge: {
      trustedProxies: env.TRUST_PROXY,
      corsOrigins: env.CORS_ORIGINS,
      isSchemaOpen: env.GRAPHQL_INTROSPECTION,
      maxConnections: env.MAX_CONNECTIONS,
      maxConnectionsPerAddress: env.MAX_CONNECTIONS_PER_ADDRESS,
    },
    rates: {
      photosPerMinute: env.RATE_PHOTOS_PER_MINUTE,
      pinsPerMinute: env.RATE_PINS_PER_MINUTE,
      signIns: env.RATE_SIGN_INS,
    },
    metrics:
      env.METRICS_PORT === undefined
        ? null
        : { port: env.METRICS_PORT, host: env.METRICS_HOST, token: env.METRICS_TOKEN ?? null },
    backup: {
      dir: env.BACKUP_DIR ? resolve(env.BACKUP_DIR) : null,
      passphrase: env.BACKUP_PASSPHRASE ?? null,
      keyFile: env.BACKUP_KEY_FILE ? resolve(env.BACKUP_KEY_FILE) : null,
    },
  });
}

function locationOf(env: z.output<typeof environmentSchema>, dataDir: string): DatabaseLocation {
  const { DATABASE_URL: url, DATABASE_POOL_SIZE: poolSize } = env;
  if (!url) return { engine: 'sqlite', file: join(dataDir, 'rollcall.db') };
  if (!url.startsWith('file:')) return { engine: 'postgresql', url, poolSize };
  return { engine: 'sqlite', file: resolve(url.replace(/^file:(\/\/)?/, '')) };
}

const fromBase64 = (text: string | undefined): Buffer | null => (text ? Buffer.from(text, 'base64') : null);

function bucketOf(env: z.output<typeof environmentSchema>): BucketSettings | null {
  const { S3_BUCKET: name, S3_PREFIX, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!name) return null;
  return {
    name,
    prefix: S3_PREFIX ? `${S3_PREFIX.replace(/\/$/, '')}/` : '',
    endpoint: env.S3_ENDPOINT ?? null,
    region: env.S3_REGION,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null,
  };
}

function oidcOf(env: z.output<typeof environmentSchema>): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!issuer || !clientId || !clientSecret) return null;
  return { issuer: new URL(issuer), clientId, clientSecret, newRole: env.OIDC_NEW_ACCOUNTS ?? null };
}

/**
 * Where uploads lie while they are read. The upload library puts them into the system's folder for temporary files, where
 * a photograph would stay after a crash; this one is ours, and empty after each start.
 */
export function keepTemporaryFilesIn(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
}

/** The environment of a program of the system: none of the settings, which hold secrets, and what is given. */
export function environmentFor(given: Record<string, string>): NodeJS.ProcessEnv {
  const passed = Object.entries(process.env).filter(([name]) => !(name in environmentSchema.shape));
  return { ...Object.fromEntries(passed), ...given };
}

function readEnvironment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}
