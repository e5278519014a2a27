import type { RunRow_PipelineRunFragment } from '../gql/graphql';

/** The words of steps, in their order. */
export const STEPS: Readonly<Record<RunRow_PipelineRunFragment['steps'][number]['name'], string>> = {
  INGEST: 'Samples listed',
  EMBED: 'Described',
  VALIDATE: 'Checked',
  CALIBRATE: 'Calibrated',
  TRAIN: 'Head trained',
  EVALUATE: 'Judged',
  COMPARE: 'Compared',
  PROMOTE: 'Decided',
};

const KINDS: Readonly<Record<string, string>> = {
  NOT_ACQUIRED: 'No face found',
  DUPLICATE: 'Copies',
  WRONG_PERSON: 'Another person',
  UNLIKE_THE_OTHERS: 'Unlike the others',
  POOR_QUALITY: 'Poor photo',
};

/** What is wrong with a sample. */
export const kindWords = (kind: string): string => KINDS[kind] ?? kind;

/** What became of a run, or how far it is. */
export function runWords({ job, outcome, versionId }: RunRow_PipelineRunFragment): string {
  if (outcome === 'made') return `Version ${versionId}`;
  if (outcome === 'not enough') return 'Too few samples';
  if (outcome === 'ended') return 'Ended early, as asked';
  switch (job.state) {
    case 'QUEUED':
      return 'Planned';
    case 'RUNNING':
      return job.message ?? 'Begins';
    case 'CANCELLED':
      return 'Cancelled';
    case 'FAILED':
      return job.message ?? 'Failed';
    case 'SUCCEEDED':
      return 'Done';
  }
}

/** A share of photos; none where it was not measured. */
export const shareWords = (share: number | null | undefined): string =>
  share == null ? '–' : `${(share * 100).toFixed(2)} %`;
