import type { environmentSchema } from '../config.js';

type SettingName = keyof typeof environmentSchema.shape;

/** What a setting means, in Markdown; `default` where it is not a value of its own. */
export interface SettingWords {
  means: string;
  default?: string;
}

/** Every setting, in the order in which they are read about. A missing one stops `npm run configuration`. */
export const settingGroups: Readonly<Record<string, Partial<Record<SettingName, SettingWords>>>> = {
  'Where it listens': {
    PORT: { means: 'port; 0 takes a free one' },
    HOST: { means: '127.0.0.1 is this machine only; `0.0.0.0` is every network it is on' },
    PUBLIC_URL: {
      means:
        'the address at which browsers reach Rollcall: for passkeys and OpenID Connect; not needed on `localhost`. Passkeys belong to its host name',
    },
    TRUST_PROXY: {
      default: 'nobody',
      means:
        'addresses or networks of the proxies in front (`127.0.0.1, 10.0.0.0/8`): only their `X-Forwarded-For` and `X-Forwarded-Proto` count. **Set it behind a proxy**, else all clients share the limits of one address',
    },
    DRAIN_SECONDS: {
      default: '0; 5 with `REDIS_URL`',
      means:
        'how long it serves on after it was told to stop, while `/readyz` answers 503: so that a proxy sends nobody here any more ([operations.md](operations.md#several-servers))',
    },
    CORS_ORIGINS: {
      default: 'none',
      means: 'other origins whose pages may use the API (`https://intranet.example.org`)',
    },
    GRAPHQL_INTROSPECTION: { means: 'true shows the schema to everybody; else administrators only' },
  },
  'What a node does': {
    ROLES: {
      default: 'all three',
      means:
        'what this node does, of `api`, `recognition` and `worker`: [nodes with roles](operations.md#nodes-with-roles)',
    },
    RECOGNITION_URL: {
      default: 'none',
      means: 'the nodes that recognise for this one, which does not: `http://10.0.0.5:4100, http://10.0.0.6:4100`',
    },
    RECOGNITION_PORT: {
      default: 'for itself only',
      means: 'port at which this node recognises for others; 0 takes a free one',
    },
    RECOGNITION_HOST: { means: 'where that port listens; photographs pass there, so keep it within a private network' },
    RECOGNITION_SECRET: {
      default: 'none',
      means: 'what nodes know each other by, the same at each; 32 characters or more (`openssl rand -hex 32`)',
    },
    RECOGNITION_SECRET_FILE: { default: 'none', means: 'a file that holds it; mode 0600' },
  },
  'Where data lies': {
    DATA_DIR: { means: 'database, keys, locks, demo pictures' },
    FACE_IMAGES_DIR: { means: 'photographs' },
    S3_BUCKET: {
      default: 'none',
      means:
        'the bucket that photographs are in instead of that folder, by the S3 API: [a bucket for photographs](operations.md#a-bucket-for-photographs)',
    },
    S3_PREFIX: { default: 'none', means: 'what the names of its objects begin with (`rollcall/photos`)' },
    S3_ENDPOINT: { default: "Amazon's", means: 'where the bucket is (`https://s3.example.com`)' },
    S3_REGION: { means: 'its region, where the server has regions' },
    S3_ACCESS_KEY_ID: {
      default: 'what the machine has',
      means: 'whose the bucket is; without it a role, a profile or the `AWS_` variables of this machine are used',
    },
    S3_SECRET_ACCESS_KEY: { default: 'what the machine has', means: 'the secret of that key' },
    MODELS_DIR: { means: 'model versions and their runs; the shipped nets come from `node_modules`' },
    PIPELINE_CRON: {
      means:
        'when a candidate of a new model version is made, as a cron expression in `TIME_ZONE`; `never` turns it off',
    },
    DATABASE_URL: {
      default: '`DATA_DIR/rollcall.db`',
      means:
        'another place for the database: `file:/path/to/a.db`, its folder must exist; or [PostgreSQL](operations.md#postgresql)',
    },
    DATABASE_POOL_SIZE: { means: 'the most connections to PostgreSQL at once: one writes, the others read' },
    REDIS_URL: {
      default: 'one server only',
      means:
        'how several servers on one PostgreSQL database tell each other: the same address at each ([operations.md](operations.md#several-servers))',
    },
  },
  Keys: {
    TEMPLATE_KEY: {
      default: '`template.key`',
      means: '32 bytes in base64, in place of the file: `openssl rand -base64 32`',
    },
    MASTER_KEY_COMMAND: {
      means: 'a command that prints that key, in place of file and `TEMPLATE_KEY`; ended after 15 seconds',
    },
    TEMPLATE_KEY_NEXT: { means: 'the master key that takes over, while keys are [rotated](operations.md#keys)' },
    MASTER_KEY_NEXT_COMMAND: { means: 'a command that prints that key' },
    ENCRYPT_PHOTOS: {
      default: 'false; with `S3_BUCKET` always',
      means: 'true seals new photographs with the keys of who is on them',
    },
  },
  'Signing in': {
    ADMIN_EMAIL: {
      means: 'first administrator, used only while there is no account; with `ADMIN_PASSWORD` or not at all',
    },
    ADMIN_PASSWORD: { means: '12 characters or more' },
    SESSION_HOURS: { means: 'how long a sign-in lasts, 1 to 720' },
    REQUIRE_SECOND_FACTOR: {
      means: 'who must have a passkey or codes of an app: `nobody`, `admins`, `everybody`',
    },
    OIDC_ISSUER: {
      means:
        '[sign-in by OpenID Connect](operations.md#sign-in-by-openid-connect): the provider; this and the next two, or none',
    },
    OIDC_CLIENT_ID: { means: 'what the provider calls Rollcall' },
    OIDC_CLIENT_SECRET: { means: 'the secret that it gave' },
    OIDC_NEW_ACCOUNTS: {
      means: 'MANAGER, AUDITOR or EMPLOYEE: what people without an account become; without it they get none',
    },
  },
  'Attendance and recognition': {
    TIME_ZONE: { default: "the machine's", means: 'IANA zone of the first site' },
    DAY_STARTS_AT: { means: 'when a working day begins: a check-in before it belongs to the day before' },
    TARGET_FPIR: {
      means:
        'how often a stranger may be taken for an employee: 0.001 is once in a thousand strangers before the camera. Less is stricter, and sends more employees to a second try',
    },
    RECOGNITION_WORKERS: {
      default: 'all cores but one',
      means: 'threads that recognise, each with an engine of its own: photos that are analysed at once',
    },
  },
  Limits: {
    MAX_CONNECTIONS: { means: 'open connections in all; keep it below the limit of open files (`ulimit -n`)' },
    MAX_CONNECTIONS_PER_ADDRESS: {
      means: '… and from one address (or IPv6 /64); proxies in `TRUST_PROXY` are not counted',
    },
    RATE_PHOTOS_PER_MINUTE: {
      means: 'photographs of one kiosk or account; eight times as many from one address',
    },
    RATE_PINS_PER_MINUTE: { means: 'photographs that come with a PIN' },
    RATE_SIGN_INS: {
      means:
        'failed sign-ins, and kiosks paired, from one address in 15 minutes. Then 30 seconds of pause, twice as long each time, an hour at most. Guesses of one account are slowed down [sooner](api.md#second-step)',
    },
  },
  Operation: {
    LOG_LEVEL: { means: 'trace, debug, info, warn, error, fatal or silent' },
    METRICS_PORT: {
      default: 'no metrics',
      means: 'port of [metrics for Prometheus](operations.md#monitoring), apart from that of the server',
    },
    METRICS_HOST: { means: 'where that port listens; beyond this machine it wants a token' },
    METRICS_TOKEN: { means: 'what a scraper must send as its bearer token; 16 characters or more' },
    BACKUP_DIR: { means: 'where backups are put: `npm run doctor` says how old the newest is' },
    BACKUP_PASSPHRASE: {
      means:
        'seals [backups](operations.md#backup-and-restore) and opens them; 16 characters or more. This or a key file',
    },
    BACKUP_KEY_FILE: { means: 'a file with 32 bytes in base64 that does the same; mode 0600' },
  },
};
