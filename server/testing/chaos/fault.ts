import { setTimeout } from 'node:timers/promises';
import type { ChaosInstallation, Shape } from './chaos-installation.js';
import { findPostgresql } from './postgresql-cluster.js';
import { hasProgram } from './run-program.js';

/** What the moments and lengths of faults are drawn from. */
export type Random = () => number;

/** Something that goes wrong with an installation again and again. */
export interface Fault {
  readonly name: string;
  readonly shape: Shape;
  /** Why it cannot be made on this machine; null where it can. */
  whyNot(): Promise<string | null>;
  /** Makes it once and undoes it; what it was, in a few words. */
  strike(installation: ChaosInstallation, random: Random): Promise<string>;
}

/** What two nodes need. */
export async function whyNoCluster(): Promise<string | null> {
  if (!findPostgresql()) return 'PostgreSQL is not installed (Debian: postgresql)';
  return (await hasProgram('redis-server', '--version'))
    ? null
    : 'redis-server is not installed (Debian: redis-server)';
}

export const between = (random: Random, least: number, most: number): number => least + random() * (most - least);
export const oneOf = <T>(random: Random, choices: readonly T[]): T => choices[Math.floor(random() * choices.length)]!;

/** Waits from `least` to `most` seconds; how many it were. */
export async function someSeconds(random: Random, least: number, most: number): Promise<string> {
  const seconds = between(random, least, most);
  await setTimeout(seconds * 1000);
  return `${seconds.toFixed(1)} s`;
}
