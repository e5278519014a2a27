/** The steps of the pipeline, in order: contrib/airflow calls them by these names. */
export const stepNames = [
  'ingest',
  'embed',
  'validate',
  'calibrate',
  'train',
  'evaluate',
  'compare',
  'promote',
] as const;
export type StepName = (typeof stepNames)[number];
