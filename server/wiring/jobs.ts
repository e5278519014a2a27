import { DriftRepository } from '../drift/drift.repository.js';
import { DriftService } from '../drift/drift.service.js';
import { AttendanceImport } from '../importing/attendance-import.js';
import { moveIn } from '../importing/move-in.js';
import { importPeople } from '../importing/import-people.js';
import { PersonImport } from '../importing/person-import.js';
import { audited } from '../jobs/audited-job.js';
import { housekeeping } from '../jobs/housekeeping.js';
import { JobRepository } from '../jobs/job.repository.js';
import { JobService } from '../jobs/job.service.js';
import { CheckInSamples } from '../pipeline/check-in-samples.js';
import { EnrolledSamples } from '../pipeline/enrolled-samples.js';
import { FolderSamples } from '../pipeline/folder-samples.js';
import { pipelineKind } from '../pipeline/pipeline.js';
import { PipelineService } from '../pipeline/pipeline.service.js';
import { defaultWorkers } from '../recognition/worker-face-engine.js';
import { DerivedSeal } from '../storage/derived-seal.js';
import type { Attendance } from './attendance.js';
import type { Enrolment } from './enrolment.js';
import type { Foundation } from './foundation.js';
import type { Recognition } from './recognition.js';

export type Jobs = Awaited<ReturnType<typeof wireJobs>>;

/** People of an import whose photographs are read while those of others are analysed. */
const READ_AHEAD = 2;
/** That a run of the pipeline looks at: 10,000 take 50 MB. */
const MOST_SAMPLES = 10_000;

/** The long work: imports, the training pipeline, and what measures drift for it. */
export async function wireJobs(
  { config, clock, logger, closers, trail, redis, database, rows, keyring, images, events, reportsDir }: Foundation,
  { engine, describe, models, shipped }: Recognition,
  { replay }: Attendance,
  { keeper }: Enrolment,
) {
  const { employees, enrolments, templates, attendance } = rows;
  const persons = new PersonImport({ employees, enrolments, keeper, describe, clock });
  const pastAttendance = new AttendanceImport({ attendance, replay, clock });
  const ahead = (config.recognitionWorkers ?? defaultWorkers()) + READ_AHEAD;
  const drift = new DriftService({ drift: new DriftRepository(database), timeZone: config.timeZone, clock });
  const checkIns = new CheckInSamples({ drift, images, describe, keeper });
  const pipeline = pipelineKind(
    {
      sourceOf: ({ dataset, fromCheckIns }) =>
        dataset
          ? new FolderSamples({ folder: dataset, engine, concurrency: ahead, mostSamples: MOST_SAMPLES })
          : new EnrolledSamples({
              templates,
              keyring,
              models: engine,
              mostSamples: MOST_SAMPLES,
              takeCheckIns: fromCheckIns ? (watch) => checkIns.take(watch) : async () => 0,
            }),
      models,
      tools: { shipped, targetFpir: config.targetFpir },
      modelsDir: config.modelsDir,
      seal: new DerivedSeal(keyring, 'pipeline'),
      clock,
    },
    config.pipelineCron,
  );
  const jobRows = new JobRepository(database);
  const jobs = new JobService({
    jobs: jobRows,
    kinds: [
      housekeeping({ jobs: jobRows, clock }),
      audited(importPeople({ persons, ahead, reportsDir }), trail, 'command'),
      audited(pipeline, trail, 'pipeline'),
      audited(moveIn({ persons, attendance: pastAttendance, ahead, reportsDir }), trail, 'command'),
    ],
    timeZone: config.timeZone,
    events,
    clock,
    logger,
  });
  closers.push(() => jobs.stop());
  if (config.roles.has('worker')) await jobs.start({ isOnlyRunner: !redis });
  return {
    jobs,
    countByState: () => jobRows.countByState(),
    drift,
    pipelines: new PipelineService({ jobs }),
  };
}
