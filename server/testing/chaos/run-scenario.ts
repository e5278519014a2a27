import { setMaxListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { seededRandom } from '../../recognition/evaluation/random.js';
import { runCommand } from '../run-command.js';
import { startInstallation, type ChaosInstallation } from './chaos-installation.js';
import type { ChaosSubscriber } from './chaos-subscriber.js';
import { assembleCrowd } from './crowd.js';
import { someSeconds, type Fault } from './fault.js';
import { readLog } from './read-log.js';
import { Tally } from './tally.js';
import { judge, type Faulty, type LoggedEvent } from './verdict.js';

/** Between two faults. */
const [SHORTEST_REST_S, LONGEST_REST_S] = [5, 20];
/** How long after the last fault everything may take to be as if there had been none. */
const RECOVER_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 1_000;
const TELL_EVERY_MS = 10_000;

/** The figures of one fault's run. */
export interface ScenarioReport extends Faulty {
  fault: string;
  seed: number;
  minutes: number;
  faults: number;
  acknowledged: number;
  retried: number;
  /** Given up by the kiosk, which said so: code of the last answer -> how many. */
  givenUp: Record<string, number>;
  longestSilenceSeconds: number;
  reconnects: number;
  /** Nodes that ended by themselves, or did not when asked to. */
  crashes: number;
  /** Values of day records that a replay of the log would change; null where it could not be made. */
  replayDifferences: number | null;
  /** What is wrong with the chain of the audit; null where it could not be read. */
  auditProblems: number | null;
  /** Whether nothing acknowledged was lost or doubled, and everything else is as it should be. */
  held: boolean;
}

/** Runs one fault against an installation of its own, and looks at what is left. `stop` ends it early: with what there is. */
export async function runScenario(
  fault: Fault,
  { minutes, seed, stop, tell }: { minutes: number; seed: number; stop: AbortSignal; tell: (line: string) => void },
): Promise<ScenarioReport> {
  const say = (line: string): void => tell(`${fault.name}: ${line}`);
  const installation = await startInstallation(fault.shape);
  let isToKeep = true;
  try {
    const tally = new Tally();
    // Drawn apart, so that the faults do not depend on how far the kiosks got.
    const [chance, crowdRandom] = [{ random: seededRandom(seed), stop }, seededRandom(seed + 1)];
    const urls = installation.nodes.map(({ url }) => url);
    const { kiosks, subscribers } = await assembleCrowd(urls, { tally, random: crowdRandom });
    const [closingKiosks, giveUp, closingSubscribers] = [1, 2, 3].map(() => new AbortController());
    for (const { signal } of [closingKiosks!, giveUp!, closingSubscribers!]) setMaxListeners(0, signal);
    const punching = kiosks.map((kiosk) => kiosk.run(closingKiosks!.signal, giveUp!.signal));
    const following = subscribers.map((subscriber) => subscriber.run(closingSubscribers!.signal));
    const start = performance.now();
    tally.begin();
    const telling = setInterval(() => say(progressOf(tally, start)), TELL_EVERY_MS);

    const until = start + minutes * 60_000;
    const rest = () => someSeconds(chance, SHORTEST_REST_S, LONGEST_REST_S);
    for (await rest(); !stop.aborted && performance.now() < until; await rest()) {
      say(await fault.strike(installation, chance));
      tally.faults++;
    }
    const lasted = (performance.now() - start) / 60_000;

    say('the faults are over, the kiosks finish');
    closingKiosks!.abort();
    const givingUp = globalThis.setTimeout(() => giveUp!.abort(), RECOVER_WITHIN_MS);
    await Promise.all(punching);
    clearTimeout(givingUp);
    const longestSilenceSeconds = round(tally.longestSilenceMs / 1000);
    await settled(installation, subscribers);
    clearInterval(telling);
    closingSubscribers!.abort();
    await Promise.all(following);
    for (const node of installation.nodes) await node.stop();

    const log = await readLog(installation);
    const found = judge({ ...tally, log, subscribers });
    const crashes = installation.nodes.reduce((sum, node) => sum + node.crashes, 0);
    const replayDifferences = await countReplayDifferences(installation, say);
    const auditProblems = await countAuditProblems(installation, say);
    // A server that cannot serve says so, and kiosks send again: what it does not explain they give up.
    const unexplained = tally.givenUp.INTERNAL_SERVER_ERROR ?? 0;
    const wrong = [...Object.values(found), unexplained, crashes, replayDifferences, auditProblems];
    const held = wrong.every((count) => count === 0) && tally.acknowledged.size > 0;
    isToKeep = !held;
    return {
      fault: fault.name,
      seed,
      minutes: round(lasted),
      faults: tally.faults,
      acknowledged: tally.acknowledged.size,
      retried: tally.retried,
      givenUp: tally.givenUp,
      longestSilenceSeconds,
      reconnects: tally.reconnects,
      ...found,
      crashes,
      replayDifferences,
      auditProblems,
      held,
    };
  } finally {
    await installation.remove(isToKeep);
    if (isToKeep) say(`the logs are kept in ${installation.folder}`);
  }
}

/** Waits until every subscriber has the last event that it may see; not longer than RECOVER_WITHIN_MS. */
async function settled(installation: ChaosInstallation, subscribers: readonly ChaosSubscriber[]): Promise<void> {
  let log: LoggedEvent[] = [];
  for (
    const until = performance.now() + RECOVER_WITHIN_MS;
    performance.now() < until;
    await setTimeout(LOOK_EVERY_MS)
  ) {
    const before = log.length;
    log = await readLog(installation);
    const hasAll = ({ seen, departmentId }: ChaosSubscriber): boolean =>
      seen.at(-1) === log.findLast((event) => departmentId === null || event.departmentId === departmentId)?.id;
    if (log.length === before && subscribers.every(hasAll)) return;
  }
}

type Say = (line: string) => void;

async function countReplayDifferences({ env }: ChaosInstallation, say: Say): Promise<number | null> {
  const { code, stdout, stderr } = await runCommand('attendance-replay', ['--check'], env);
  if (code === 0) return 0;
  say(`attendance:replay --check: ${stdout.slice(0, 1000)}${stderr.slice(-1000)}`);
  const differences = /^(\d+) differences\.$/m.exec(stdout)?.[1];
  return differences ? Number(differences) : null;
}

async function countAuditProblems({ env }: ChaosInstallation, say: Say): Promise<number | null> {
  const { stdout, stderr } = await runCommand('audit-verify', ['--json'], env);
  try {
    const { problems } = JSON.parse(stdout) as { problems: { message: string }[] };
    for (const { message } of problems) say(`audit:verify: ${message}`);
    return problems.length;
  } catch {
    say(`audit:verify: ${stderr.slice(-1000)}`);
    return null;
  }
}

function progressOf(tally: Tally, start: number): string {
  const seconds = Math.round((performance.now() - start) / 1000);
  return (
    `${seconds} s, ${tally.acknowledged.size} acknowledged, ${tally.retried} sent again, ${tally.failed} given up, ` +
    `${tally.reconnects} reconnects, ${tally.faults} faults`
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;
