import { z } from 'zod';
import { DomainError } from '../errors.js';
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

const receipt = z.object({
  statement: z.object({ kind: z.literal('rollcall erasure receipt'), employee: z.string().min(1).max(100) }),
});

/**
 * Ids of the people whose faces were erased, by receipts: one in a file as it was given out, or one a line. That they are
 * signed is not looked at: whoever repeats erasures may erase anyhow. Throws BAD_USER_INPUT, naming the file.
 */
export function erasedIn(text: string, file: string): string[] {
  try {
    const isOne = text.trimStart().startsWith('{\n');
    const parts = isOne ? [text] : text.split('\n').filter((line) => line.trim() !== '');
    return [...new Set(parts.map((part) => receipt.parse(JSON.parse(part)).statement.employee))];
  } catch (cause) {
    throw new DomainError('BAD_USER_INPUT', `${file}: holds something that is no receipt of an erasure.`, { cause });
  }
}
