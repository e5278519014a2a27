import { parseArgs } from 'node:util';
import { DatasetError, listPhotos } from '../recognition/evaluation/dataset.js';
import { ProgressBar } from '../recognition/evaluation/progress-bar.js';
import { attackRates, type AttackRates, type Judged, type Share } from '../recognition/liveness/attack-rates.js';
import { judgeChallenge } from '../recognition/liveness/challenge.rules.js';
import {
  CHOSEN_ON,
  chooseNoseHeight,
  choosePassive,
  learn,
  type Learned,
} from '../recognition/liveness/choose-policy.js';
import { passiveSignsOf } from '../recognition/liveness/judge-liveness.js';
import { judgePassive } from '../recognition/liveness/passive.rules.js';
import { SHIPPED_CHALLENGE_POLICY, SHIPPED_PASSIVE_POLICY } from '../recognition/liveness/shipped-liveness-policy.js';
import { eachAttempt, type Attempt } from '../recognition/liveness/simulation/attempts.js';
import { loadPortraits, loadSamplePortraits } from '../recognition/liveness/simulation/sample-portraits.js';
import { species } from '../recognition/liveness/simulation/sequences.js';
import { TfjsFaceEngine } from '../recognition/tfjs-face-engine.js';

const USAGE = `npm run evaluate:liveness -- [options]

Simulates people who turn their head as asked, and prints, screens and recordings held before the camera.
Faces: those that look ahead in the sample photographs of the face-api package.

  --dataset DIR  also one face of each person in DIR, as for npm run evaluate
  --only KINDS   of attacks, separated by semicolons, such as "print bent;print waved"
  --tries N      of each kind for each person (3)
  --seed S       of everything that is drawn at random (1)
  --choose       use the first half of the people, and print the policy that it leads to
  --json         the last line is one JSON object`;
const FRAMES_A_TRY = 7;

const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort(new DatasetError('Stopped.')));

try {
  await run();
} catch (error) {
  console.error(error instanceof DatasetError ? error.message : error);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const settings = parseSettings();
  const engine = await TfjsFaceEngine.load();
  try {
    const halfOf = <Item>(all: readonly Item[]): Item[] =>
      all.filter((_, index) => index % 2 === (settings.choose ? 0 : 1));
    const portraits = [
      ...halfOf(await loadSamplePortraits(engine)),
      ...(settings.dataset ? halfOf(await loadPortraits(engine, await listPhotos(settings.dataset))) : []),
    ];
    const kinds = settings.choose ? CHOSEN_ON : settings.kinds;
    const progress = new ProgressBar(portraits.length * kinds.length * settings.tries * FRAMES_A_TRY);
    let done = 0;
    const tryAll = (use: (attempt: Attempt) => void): Promise<void> =>
      eachAttempt(engine, portraits, { ...settings, kinds, signal: stopping.signal }, (attempt) => {
        use(attempt);
        progress.show((done += FRAMES_A_TRY));
      });
    if (settings.choose) {
      const learned: Learned[] = [];
      await tryAll((attempt) => learned.push(learn(attempt, SHIPPED_CHALLENGE_POLICY)));
      console.log(JSON.stringify({ noseHeight: chooseNoseHeight(learned), passive: choosePassive(learned) }, null, 2));
      return;
    }
    const judged: Judged[] = [];
    await tryAll((attempt) => judged.push(judge(attempt)));
    const rates = attackRates(judged);
    console.log(textOf(rates, portraits.length));
    if (settings.json) console.log(JSON.stringify(jsonOf(rates)));
  } finally {
    await engine.stop();
  }
}

function parseSettings() {
  try {
    const { values } = parseArgs({
      options: {
        dataset: { type: 'string' },
        only: { type: 'string' },
        tries: { type: 'string', default: '3' },
        seed: { type: 'string', default: '1' },
        choose: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const only = values.only?.split(';').map((kind) => kind.trim());
    const [tries, seed] = [Number(values.tries), Number(values.seed)];
    if (!Number.isInteger(tries) || tries < 1) throw new Error('--tries wants a whole number from 1 up.');
    if (!Number.isInteger(seed)) throw new Error('--seed wants a whole number.');
    const kinds = species.filter((kind) => kind === 'genuine' || !only || only.includes(kind));
    if (only && kinds.length !== only.length + 1)
      throw new Error(`--only wants some of: ${species.slice(1).join('; ')}.`);
    return { ...values, tries, seed, kinds };
  } catch (error) {
    throw new DatasetError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

/** A try on whose first frame no face is found comes to nothing, whoever makes it. */
function judge({ species, steps, seen }: Attempt): Judged {
  if (seen.length === 0) return { species, passive: false, challenge: false };
  const faces = seen.map(({ face }) => face);
  return {
    species,
    passive: judgePassive(passiveSignsOf(seen), SHIPPED_PASSIVE_POLICY).outcome === 'live',
    challenge: judgeChallenge(steps, faces, SHIPPED_CHALLENGE_POLICY).outcome === 'live',
  };
}

function textOf({ bpcer, apcer, n }: AttackRates, people: number): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)}`;
  const cell = ({ rate, low, high }: Share): string =>
    `${percent(rate)} % (${percent(low)} to ${percent(high)})`.padEnd(24);
  const line = (name: string, count: number | undefined, passive: string, challenge: string): string =>
    `${name.padEnd(28)}${String(count ?? '').padStart(5)}  ${passive}${challenge}`.trimEnd();
  return [
    `Simulated attempts with the faces of ${people} people; intervals are 95 %.`,
    '',
    line('', undefined, 'pictures alone'.padEnd(24), 'challenge'),
    line('BPCER, genuine', n.genuine, cell(bpcer.passive), cell(bpcer.challenge)),
    ...Object.entries(apcer).map(([name, { passive, challenge }]) =>
      line(`APCER, ${name}`, n[name as keyof typeof n], cell(passive), cell(challenge)),
    ),
  ].join('\n');
}

function jsonOf({ bpcer, apcer, n }: AttackRates) {
  const ratesOf = (shares: Record<'passive' | 'challenge', Share>) => ({
    passive: shares.passive.rate,
    challenge: shares.challenge.rate,
  });
  return {
    bpcer: ratesOf(bpcer),
    apcer: Object.fromEntries(Object.entries(apcer).map(([name, shares]) => [name, ratesOf(shares)])),
    n,
  };
}
