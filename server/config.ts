import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { StartupError } from './errors.js';
import type { MasterKeySources } from './storage/master-key.js';
import { timeZone } from './time-zone.js';

const keyInBase64 = z
  .string()
  .refine((key) => Buffer.from(key, 'base64').length === 32, { message: 'must be 32 bytes in base64' });

/** Every setting, with its default. `.env.example` lists the same names; a test keeps the two together. */
export const environmentSchema = z.object({
  PORT: z.coerce.number().int('must be a whole number').min(0).max(65535).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('data'),
  FACE_IMAGES_DIR: z.string().min(1).default('Face Images'),
  MODELS_DIR: z.string().min(1).default('models'),
  DATABASE_URL: z
    .string()
    .regex(/^file:.+/, 'must be file:/path/to/a.db')
    .optional(),
  TEMPLATE_KEY: keyInBase64.optional(),
  MASTER_KEY_COMMAND: z.string().max(1000, 'must have at most 1000 characters').optional(),
  TEMPLATE_KEY_NEXT: keyInBase64.optional(),
  MASTER_KEY_NEXT_COMMAND: z.string().max(1000, 'must have at most 1000 characters').optional(),
  ENCRYPT_PHOTOS: z
    .enum(['yes', 'no'], 'must be yes or no')
    .default('no')
    .transform((value) => value === 'yes'),
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
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  SESSION_HOURS: z.coerce.number().int().min(1).max(720).default(12),
});

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  faceImagesDir: string;
  modelsDir: string;
  databaseFile: string;
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
  logLevel: string;
  sessionHours: number;
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
  if (Boolean(set.ADMIN_EMAIL) !== Boolean(set.ADMIN_PASSWORD)) {
    problems.push('ADMIN_EMAIL and ADMIN_PASSWORD: set both or neither');
  }
  for (const [key, command] of [
    ['TEMPLATE_KEY', 'MASTER_KEY_COMMAND'],
    ['TEMPLATE_KEY_NEXT', 'MASTER_KEY_NEXT_COMMAND'],
  ] as const) {
    if (set[key] && set[command]) problems.push(`${key} and ${command}: set one of them`);
  }
  if (!parsed.success || problems.length > 0) throw new StartupError(problems);

  const env = parsed.data;
  const dataDir = resolve(env.DATA_DIR);
  const [hours = 0, minutes = 0] = env.DAY_STARTS_AT.split(':').map(Number);
  return Object.freeze({
    port: env.PORT,
    host: env.HOST,
    dataDir,
    faceImagesDir: resolve(env.FACE_IMAGES_DIR),
    modelsDir: resolve(env.MODELS_DIR),
    databaseFile: env.DATABASE_URL
      ? resolve(env.DATABASE_URL.replace(/^file:(\/\/)?/, ''))
      : join(dataDir, 'rollcall.db'),
    masterKeys: {
      command: env.MASTER_KEY_COMMAND ?? null,
      fromEnvironment: fromBase64(env.TEMPLATE_KEY),
      nextCommand: env.MASTER_KEY_NEXT_COMMAND ?? null,
      nextFromEnvironment: fromBase64(env.TEMPLATE_KEY_NEXT),
    },
    encryptPhotos: env.ENCRYPT_PHOTOS,
    admin: env.ADMIN_EMAIL && env.ADMIN_PASSWORD ? { email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD } : null,
    timeZone: env.TIME_ZONE,
    dayStartsAtMinutes: hours * 60 + minutes,
    targetFpir: env.TARGET_FPIR,
    recognitionWorkers: env.RECOGNITION_WORKERS ?? null,
    logLevel: env.LOG_LEVEL,
    sessionHours: env.SESSION_HOURS,
  });
}

const fromBase64 = (text: string | undefined): Buffer | null => (text ? Buffer.from(text, 'base64') : null);

/**
 * Where uploads lie while they are read. The upload library puts them into the system's folder for temporary files, where
 * a photograph would stay after a crash; this one is ours, and empty after each start.
 */
export function keepTemporaryFilesIn(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
}

function readEnvironment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}
