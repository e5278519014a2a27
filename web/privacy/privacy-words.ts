import type { ConsentMethod, RetentionKind } from '../gql/graphql';

export const METHOD_WORDS: Record<ConsentMethod, string> = {
  KIOSK: 'at a kiosk',
  DASHBOARD: 'confirmed in the dashboard',
  IMPORT: 'by import',
};

export const RETENTION_WORDS: Record<RetentionKind, { name: string; hint: string }> = {
  ATTENDANCE_PHOTOS: { name: 'Photos of check-ins and check-outs', hint: 'They settle disputes; the record stays.' },
  UNKNOWN_FACES: {
    name: 'Photos of unknown faces',
    hint: 'They are not kept at all. This is for what a broken-off upload may leave.',
  },
  RECOGNITION_DECISIONS: { name: 'Why a face was recognised or not', hint: 'The figures behind “Why?”.' },
  TEMPLATES_AFTER_LEAVING: { name: 'Faces of people who left', hint: 'Counted from their last day.' },
  ANSWERS: { name: 'Answers to repeated requests', hint: 'So that a kiosk that was offline can send again.' },
  SESSIONS: { name: 'Sign-ins that ran out', hint: 'Counted from when they ended.' },
  IMPORT_REPORTS: { name: 'Reports of imports', hint: 'Files that say who was not taken and why.' },
};

const COUNT_WORDS: Record<string, string> = {
  leavers: 'people who left set inactive',
  faces: 'faces erased',
  attendancePhotos: 'photos of check-ins and check-outs',
  uploads: 'left uploads',
  decisions: 'recognition decisions',
  decisionFigures: 'decisions without their figures now',
  answers: 'answers to repeated requests',
  sessions: 'ended sign-ins',
  importReports: 'reports of imports',
};

/** "3 faces erased, 12 ended sign-ins", or "nothing". */
export function countsInWords(counts: readonly { what: string; count: number }[]): string {
  const some = counts.filter(({ count }) => count > 0);
  return some.map(({ what, count }) => `${count} ${COUNT_WORDS[what] ?? what}`).join(', ') || 'nothing';
}
