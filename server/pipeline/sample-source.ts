import type { Shot } from '../recognition/evaluation/acquire.js';
import type { JobRun } from '../jobs/job-kind.js';
import type { RunFolder } from './run-folder.js';

/** A sample as a run names it. */
export interface SampleEntry {
  /** A person's folder, or the id of an employee. */
  person: string;
  part: 'Train' | 'Test';
  /** The path of a photo, or the id of a face sample. */
  file: string;
  /** SHA-256 of the photo; null where the photo is not looked at. */
  digest: string | null;
}

export interface Ingested {
  /** "installation", or the name of a folder. */
  source: string;
  entries: SampleEntry[];
  /** Check-in photographs that became samples. */
  fromCheckIns: number;
  /** Samples that there are beyond those of `entries`. */
  leftOut: number;
}

/** The progress and the signal of a job. */
export type Watch = Pick<JobRun<unknown>, 'signal' | 'progress'>;

/** Where samples come from: a folder of photographs, or the people who are enrolled. */
export interface SampleSource {
  /** Brings in what is new, and lists what there is, in a fixed order. */
  ingest(watch: Watch): Promise<Ingested>;
  /** Describes what is not described yet. Gives how many have templates. */
  embed(entries: readonly SampleEntry[], folder: RunFolder, watch: Watch): Promise<number>;
  /** The described samples, of those that are still there, in the order of the entries. */
  shots(entries: readonly SampleEntry[], folder: RunFolder): Promise<Shot[]>;
}
