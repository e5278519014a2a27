import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cp, mkdir, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PipelineResult } from '../pipeline/pipeline.js';
import { stepNames } from '../pipeline/step-names.js';

const FACES = fileURLToPath(new URL('../../../shared/faces', import.meta.url));
const isHere = existsSync(join(FACES, 'Train'));
if (!isHere) console.warn('Skipped: ../shared/faces is not here, so the pipeline is not killed while it works on it.');

const [PEOPLE, PHOTOS] = [6, 4];
const RUN = 'killed-often';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-pipeline-'));
  if (!isHere) return;
  for (const part of ['Train', 'Test']) {
    for (const person of (await readdir(join(FACES, part))).sort().slice(0, PEOPLE)) {
      await mkdir(join(folder, 'photos', part, person), { recursive: true });
      for (const photo of (await readdir(join(FACES, part, person))).sort().slice(0, PHOTOS)) {
        await cp(join(FACES, part, person, photo), join(folder, 'photos', part, person, photo));
      }
    }
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command on an installation of its own; killed as soon as this step is under way. */
async function run(installation: string, killedIn: string | null): Promise<PipelineResult | null> {
  const root = join(folder, installation);
  const program = fileURLToPath(new URL('../../dist/server/cli/pipeline.js', import.meta.url));
  const child = spawn(
    process.execPath,
    [program, '--dataset', join(folder, 'photos'), '--run', RUN, '--promote', '--json'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        DATA_DIR: join(root, 'data'),
        FACE_IMAGES_DIR: join(root, 'Face Images'),
        MODELS_DIR: join(root, 'models'),
      },
    },
  );
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = once(child, 'exit');
  if (killedIn !== null) {
    const before = stepNames[stepNames.indexOf(killedIn as never) - 1];
    const begun = join(root, 'models', 'runs', RUN, before ? `${before}.json` : 'run.json');
    while (!existsSync(begun) && child.exitCode === null) await setTimeout(2);
    child.kill('SIGKILL');
  }
  await ended;
  return killedIn === null ? (JSON.parse(printed.trim().split('\n').at(-1)!) as PipelineResult) : null;
}

const filesOf = (installation: string, version: string) =>
  ['evaluation.json', 'curves.json'].map((name) =>
    readFileSync(join(folder, installation, 'models', version, name), 'utf8'),
  );

it.runIf(isHere)(
  'killed in each of its steps, comes to the same as when it is left alone',
  { timeout: 1_200_000 },
  async () => {
    const alone = (await run('alone', null))!;
    expect(alone).toMatchObject({ outcome: 'made', passed: true, promoted: true });
    const steps: string[] = [];
    for (const step of stepNames) {
      await run('killed', step);
      if (!existsSync(join(folder, 'killed', 'models', 'runs', RUN, `${step}.json`))) steps.push(step);
    }
    // Those that take longer than it takes to kill a process were really cut short.
    expect(steps).toEqual(expect.arrayContaining(['embed', 'train', 'evaluate']));
    const killed = (await run('killed', null))!;
    expect(killed).toMatchObject({ outcome: 'made', passed: true, promoted: true });
    const [files, expected] = [filesOf('killed', killed.version!), filesOf('alone', alone.version!)];
    expect(files).toEqual(expected);
  },
);
