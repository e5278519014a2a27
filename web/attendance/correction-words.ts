import type { AttendanceKind, AttendanceMethod } from '../gql/graphql';
import type { TimelinePunch } from './day-timeline';

export const KIND_WORDS: Record<AttendanceKind, string> = { CHECK_IN: 'Check-in', CHECK_OUT: 'Check-out' };

export const METHOD_WORDS: Record<AttendanceMethod, string> = {
  BADGE: 'with a badge',
  FACE: 'by face',
  IMPORT: 'imported',
  MANUAL: 'entered by hand',
  PIN: 'with a PIN',
};

/** What a manager may do with a punch. */
export type CorrectionAct = 'ADD' | 'MOVE' | 'VOID' | 'RESTORE' | 'NOT_ME';

/** What a correction did, with times as `time` writes them. */
export function historyWords(
  { action, from, to }: TimelinePunch['history'][number],
  time: (iso: string) => string,
): string {
  if (action === 'ADD') return `added for ${time(to ?? '')}`;
  if (action === 'MOVE') return `moved from ${time(from ?? '')} to ${time(to ?? '')}`;
  return action === 'VOID' ? 'made void' : 'restored';
}

export const ACT_WORDS: Record<CorrectionAct, { title: string; submit: string; text: string }> = {
  ADD: {
    title: 'Add a punch',
    submit: 'Add',
    text: 'It counts as if it had been made at a device, and is marked as added.',
  },
  MOVE: { title: 'Move a punch', submit: 'Move', text: 'What was recorded stays in the history.' },
  VOID: {
    title: 'Make a punch void',
    submit: 'Make void',
    text: 'It no longer counts. It stays in the history and can be restored.',
  },
  RESTORE: { title: 'Restore a punch', submit: 'Restore', text: 'It counts again.' },
  NOT_ME: {
    title: 'Somebody else made this punch',
    submit: 'Take it back',
    text: 'It no longer counts here. Name the right person, and it counts for them.',
  },
};
