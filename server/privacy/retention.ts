import { z } from 'zod';

export const retentionKinds = [
  'ATTENDANCE_PHOTOS',
  'UNKNOWN_FACES',
  'RECOGNITION_DECISIONS',
  'TEMPLATES_AFTER_LEAVING',
  'ANSWERS',
  'SESSIONS',
  'IMPORT_REPORTS',
] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** For how many days each kind is kept unless somebody decides otherwise, and what they may decide. */
export const RETENTION: Readonly<Record<RetentionKind, { days: number; least: number; most: number; what: string }>> = {
  ATTENDANCE_PHOTOS: { days: 30, least: 1, most: 3650, what: 'Photographs of check-ins and check-outs' },
  UNKNOWN_FACES: {
    days: 1,
    least: 1,
    most: 30,
    what: 'Photographs that led to nothing: they are not kept at all, this is for what an interrupted upload leaves',
  },
  RECOGNITION_DECISIONS: {
    days: 90,
    least: 1,
    most: 3650,
    what: 'Why people were recognised or refused; of those that led to a record the figures',
  },
  TEMPLATES_AFTER_LEAVING: { days: 30, least: 0, most: 365, what: 'Faces of people who left, from their last day on' },
  ANSWERS: { days: 30, least: 7, most: 365, what: 'First answers to repeated requests' },
  SESSIONS: { days: 1, least: 0, most: 365, what: 'Sign-ins that have run out' },
  IMPORT_REPORTS: { days: 90, least: 1, most: 3650, what: 'Reports of imports, which name people' },
};

/** Days for a kind, within its bounds. */
export const retentionInput = z
  .object({ kind: z.enum(retentionKinds), days: z.number().int('must be whole days') })
  .superRefine(({ kind, days }, context) => {
    const { least, most } = RETENTION[kind];
    if (days >= least && days <= most) return;
    context.addIssue({ code: 'custom', path: ['days'], message: `must be ${least} to ${most}` });
  });

export type RetentionDays = Readonly<Record<RetentionKind, number>>;
