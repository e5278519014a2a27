import type { JobKind } from './job-kind.js';

/** The part of the audit trail that is needed here. */
interface Trail {
  run<T>(
    act: { actor: string; actorName: null; action: string; address: null; subject: string; sent: unknown },
    work: () => Promise<T>,
  ): Promise<T>;
}

/** The same kind, whose work is recorded as an act of its own: whoever queued it has left long ago. */
export function audited<Payload>(kind: JobKind<Payload>, trail: Trail, actor: string): JobKind<Payload> {
  return {
    ...kind,
    run: (run) => {
      const act = { actor, actorName: null, action: kind.name, address: null, subject: run.id, sent: run.payload };
      return trail.run(act, () => kind.run(run));
    },
  };
}
