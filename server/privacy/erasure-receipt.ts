import type { ErasureWithPerson, Removed } from './erasure.repository.js';

/** What a receipt says. It names the person by number and id only, so that it can be shown around. */
export function receiptStatement(
  { id, employeeId, employee, startedAt, source, removed }: ErasureWithPerson,
  { files, finishedAt }: { files: number; finishedAt: Date },
) {
  return {
    kind: 'rollcall erasure receipt',
    erasure: id,
    employee: employeeId,
    employeeNumber: employee.number,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    source,
    removed: { ...(removed as unknown as Removed), files },
    done: 'Photographs, face templates and the keys that sealed them are gone; the face is no longer recognised.',
    kept: 'Attendance records, the employee record without a face, agreements and their withdrawal, and the audit.',
    backups: 'Copies made before this still hold the data, in part sealed, until they are replaced.',
  };
}
