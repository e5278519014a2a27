import { setTimeout } from 'node:timers/promises';
import type { ChaosInstallation, Shape } from './chaos-installation.js';
import { findPostgresql } from './postgresql-cluster.js';
import { hasProgram } from './run-program.js';

export interface Chance {
  /** What the moments, kinds and lengths of faults are drawn from: 0 to 1. */
  random: () => number;
  /** Ends whatever lasts. */
  stop: AbortSignal;
}

/** Something that goes wrong with an installation again and again. */
export interface Fault {
  readonly name: string;
  readonly shape: Shape;
  /** Why it cannot be made on this machine; null where it can. */
  whyNot(): Promise<string | null>;
  /** Makes it once and undoes it; what it was, in a few words. */
  strike(installation: ChaosInstallation, chance: Chance): Promise<string>;
}

/** What two nodes need. */
export async function whyNoCluster(): Promise<string | null> {
  if (!findPostgresql()) return 'PostgreSQL is not installed (Debian: postgresql)';
  return (await hasProgram('redis-server', '--version'))
    ? null
    : 'redis-server is not installed (Debian: redis-server)';
}

export const oneOf = <T>({ random }: Chance, choices: readonly T[]): T =>
  choices[Math.floor(random() * choices.length)]!;

/** Waits from `least` to `most` seconds, in words. */
export async function someSeconds({ random, stop }: Chance, least: number, most: number): Promise<string> {
  const seconds = least + random() * (most - least);
  await setTimeout(seconds * 1000, undefined, { signal: stop }).catch(() => undefined);
  return `${seconds.toFixed(1)} s`;
}
