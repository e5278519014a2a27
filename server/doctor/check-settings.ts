import { relative } from 'node:path';
import type { Config } from '../config.js';
import { ok, warning, type Finding } from './finding.js';

type Risky = Pick<
  Config,
  'host' | 'publicUrl' | 'edge' | 'requireSecondFactor' | 'admin' | 'logLevel' | 'backup' | 'dataDir' | 'encryptPhotos'
>;

const LOCAL = new Set(['127.0.0.1', '::1', 'localhost']);

/** Settings that open more than is needed, by what they may lead to. */
export function checkSettings(config: Risky, accounts: number): Finding[] {
  const { host, publicUrl, edge, backup, dataDir } = config;
  const isHttps = publicUrl?.startsWith('https:') ?? false;
  const found: [boolean, string, string][] = [
    [
      !LOCAL.has(host) && edge.trustedProxies.length === 0,
      `HOST is ${host}: whoever reaches this machine talks to it without HTTPS, and no camera works there.`,
      'Put a proxy with a certificate in front and set TRUST_PROXY ("HTTPS" in docs/operations.md).',
    ],
    [
      edge.trustedProxies.some((proxy) => proxy.endsWith('/0')),
      'TRUST_PROXY trusts everybody: clients can choose the address that they are counted by.',
      'Name the proxies alone.',
    ],
    [
      edge.trustedProxies.length > 0 && !isHttps,
      'There is a proxy, but PUBLIC_URL is no https address: passkeys do not work.',
      'Set PUBLIC_URL to the address that people open.',
    ],
    [
      edge.isSchemaOpen,
      'GRAPHQL_INTROSPECTION shows the schema to everybody.',
      'Take it away unless you develop against it.',
    ],
    [
      config.requireSecondFactor === 'nobody',
      'A password alone is enough to sign in as an administrator.',
      'Set REQUIRE_SECOND_FACTOR=admins, or everybody.',
    ],
    [
      config.admin !== null && accounts > 0,
      'ADMIN_PASSWORD is still set, and not used any more.',
      'Take ADMIN_EMAIL and ADMIN_PASSWORD out of the environment and .env.',
    ],
    [
      !config.encryptPhotos,
      'Photographs are not encrypted by Rollcall.',
      'Use an encrypted disk, or set ENCRYPT_PHOTOS=true and run npm run keys:rotate -- --data.',
    ],
    [
      ['trace', 'debug'].includes(config.logLevel),
      `LOG_LEVEL is ${config.logLevel}: the log grows fast.`,
      'Set it to info.',
    ],
    [
      backup.keyFile !== null && !relative(dataDir, backup.keyFile).startsWith('..'),
      'BACKUP_KEY_FILE lies in the data folder: what destroys the data destroys the key of its backups.',
      'Move it elsewhere, and keep a copy on another machine.',
    ],
  ];
  const findings = found.filter(([applies]) => applies).map(([, says, remedy]) => warning('settings', says, remedy));
  return findings.length > 0 ? findings : [ok('settings', 'No setting opens more than is needed.')];
}
