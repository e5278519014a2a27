import type { BackupSecret } from '../backup/backup-key.js';
import type { Config } from '../config.js';
import { DomainError } from '../errors.js';
import { readKeyFile } from '../storage/key-file.js';

/** What backups are sealed with, by the settings. Throws BAD_USER_INPUT where they name nothing, StartupError for a bad file. */
export function backupSecret({ backup: { passphrase, keyFile } }: Config): BackupSecret {
  if (passphrase) return { passphrase };
  const key = keyFile && readKeyFile(keyFile);
  if (key) return { key };
  throw new DomainError(
    'BAD_USER_INPUT',
    keyFile
      ? `BACKUP_KEY_FILE: there is no ${keyFile}. Make one: (umask 077; openssl rand -base64 32 > "${keyFile}")`
      : 'Set BACKUP_PASSPHRASE (16 characters or more) or BACKUP_KEY_FILE in the environment or in .env.',
  );
}

/** Aborted by Ctrl-C or SIGTERM. */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  const stop = () => stopping.abort(new DomainError('CONFLICT', 'Stopped. Nothing was kept; run it again.'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  return stopping.signal;
}

/** What to say of an error: an aborted stream throws AbortError, whatever the reason was, and a full disk a code. */
export function reasonOf(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (!syscall || !code) return error;
  const words = WORDS[code] ?? code;
  return new DomainError('CONFLICT', `Stopped: ${words}${path ? `, ${path}` : ''}. Nothing was kept.`, {
    cause: error,
  });
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'this account may not use it',
  EDQUOT: 'the quota of this account is used up',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk cannot be written to',
};

export const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;
