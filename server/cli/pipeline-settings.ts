import { parseArgs } from 'node:util';
import { StartupError } from '../errors.js';
import { stepNames, type StepName } from '../pipeline/step-names.js';

export interface PipelineSettings {
  act: 'run' | 'list' | 'promote' | 'roll-back';
  /** Of `promote`. */
  version: string | null;
  run: string | null;
  dataset: string | null;
  until: StepName | null;
  fromCheckIns: boolean;
  promote: boolean;
  despiteGate: boolean;
  reason: string | null;
  json: boolean;
}

export const USAGE = `npm run pipeline -- [options]
npm run pipeline -- list | promote VERSION | roll-back [--reason TEXT] [--json]

  Makes a model version from the people who are enrolled, step by step:
  ${stepNames.join(', ')}.

  --dataset DIR      from photographs instead: DIR/Train/{person}/* and DIR/Test/{person}/*
  --from-check-ins   first renew the samples of people whose samples age, from good check-ins
  --promote          put the version into production if the comparison lets it pass
  --run NAME         a run that goes on later: what is done already is not done again
  --until STEP       no further than this step
  --despite-gate     with promote: though the comparison refused it; needs --reason
  --reason TEXT      with promote and roll-back: for the audit
  --json             the last line is one JSON object

  The server has to be stopped. Ctrl-C stops it; the same command with --run goes on.`;

/** Throws StartupError in plain words for what makes no sense. */
export function parsePipelineSettings(words: readonly string[]): PipelineSettings {
  const { values, positionals } = parse(words);
  const [act = 'run', version = null, ...more] = positionals;
  const isKnown = ['run', 'list', 'promote', 'roll-back'].includes(act);
  if (!isKnown || more.length > 0 || (version !== null) !== (act === 'promote')) throw new StartupError([USAGE]);
  const until = stepNames.find((name) => name === values.until) ?? null;
  if (values.until !== undefined && !until) {
    throw new StartupError([`There is no step ${values.until}: it is one of ${stepNames.join(', ')}.`]);
  }
  return {
    act: act as PipelineSettings['act'],
    version,
    run: values.run ?? null,
    dataset: values.dataset ?? null,
    until,
    fromCheckIns: values['from-check-ins'] ?? false,
    promote: values.promote ?? false,
    despiteGate: values['despite-gate'] ?? false,
    reason: values.reason ?? null,
    json: values.json ?? false,
  };
}

function parse(words: readonly string[]) {
  const [text, flag] = [{ type: 'string' } as const, { type: 'boolean' } as const];
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        dataset: text,
        run: text,
        until: text,
        reason: text,
        'from-check-ins': flag,
        promote: flag,
        'despite-gate': flag,
        json: flag,
      },
    });
  } catch (error) {
    throw new StartupError([`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`]);
  }
}
